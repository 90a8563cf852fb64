//! Sign-up: `POST /users`, a form in the classic dialect and JSON in the other.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use idw_keys::Address;
use serde_json::{Value, json};

use super::body::{Part, read_form, read_json};
use super::error::ApiError;
use super::files::{confirm, files_of, new_file};
use super::headers::{Dialect, check, holder};
use crate::attribute::{
    FileReference, accept, file_references, is_document_name, read_classic, read_did, resolve_references,
};
use crate::site::Site;
use crate::store::{Attribute, FileId, NewFile, SignUp};
use crate::uploads::{Allowance, Purpose};

/// `POST /users`: makes a user, or updates the one this wallet belongs to.
pub(crate) async fn sign_up(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let dialect = check(&site, request.headers())?;
    let wallet = holder(&site, request.headers(), dialect)?;
    let mut allowance = Allowance::of(&site, wallet, Purpose::SignUp).await?;
    let (sign_up, claimed, answer) = match dialect {
        Dialect::Classic => {
            let (sign_up, claimed) = classic_sign_up(&site, wallet, request, &mut allowance).await?;
            (sign_up, claimed, Json(json!({"message": "User Created Successfully"})).into_response())
        }
        Dialect::Did => {
            let (sign_up, claimed) = did_sign_up(&site, wallet, request, &mut allowance).await?;
            (sign_up, claimed, ().into_response())
        }
    };
    site.keep_sign_up(allowance, sign_up, claimed).await?;
    Ok((StatusCode::CREATED, answer).into_response())
}

/// A sign-up, and the files sent before that it refers to.
type Claiming = (SignUp, Vec<FileId>);

async fn classic_sign_up(
    site: &Site,
    wallet: Address,
    request: Request,
    allowance: &mut Allowance,
) -> Result<Claiming, ApiError> {
    let form = Form::read(wallet, read_form(request, allowance).await?)?;
    let mut attributes = read_classic(&form.attributes).map_err(ApiError::attributes)?;
    let named = form.files.iter().map(|(name, file)| (name.clone(), reference_to(file))).collect();
    let used = resolve_references(&mut attributes, &named).map_err(ApiError::attributes)?;
    refuse_left_over(&named, &used)?;
    let attributes = accept(&site.config.attributes, attributes, &site.schemas).map_err(ApiError::attributes)?;
    let claimed = confirm_uploads(site, wallet, &attributes, &form.files).await?;
    Ok((SignUp { wallet, attributes, meta: form.meta, files: form.files.into_values().collect() }, claimed))
}

async fn did_sign_up(
    site: &Site,
    wallet: Address,
    request: Request,
    allowance: &mut Allowance,
) -> Result<Claiming, ApiError> {
    let body = read_json(request).await?;
    allowance.take(body.to_string().len())?;
    let received = read_did(body.get("attributes").unwrap_or(&Value::Null)).map_err(ApiError::attributes)?;
    let attributes = accept(&site.config.attributes, received, &site.schemas).map_err(ApiError::attributes)?;
    let claimed = confirm_uploads(site, wallet, &attributes, &HashMap::new()).await?;
    let meta = body.get("meta").filter(|meta| !meta.is_null()).cloned();
    Ok((SignUp { wallet, attributes, meta, files: Vec::new() }, claimed))
}

/// The parts of a classic sign-up.
struct Form {
    attributes: Value,
    meta: Option<Value>,
    /// By the name of their part.
    files: HashMap<String, NewFile>,
}

impl Form {
    fn read(wallet: Address, parts: Vec<Part>) -> Result<Self, ApiError> {
        let mut seen = BTreeSet::new();
        let (mut attributes, mut meta, mut files) = (None, None, HashMap::new());
        for part in parts {
            if !seen.insert(part.name.clone()) {
                return Err(ApiError::malformed("part_unexpected", format!("the part `{}` came twice", part.name)));
            }
            match part.name.as_str() {
                "attributes" => attributes = Some(part.json()?),
                "meta" => meta = Some(part.json()?),
                name if is_document_name(name) => {
                    files.insert(name.to_owned(), new_file(wallet, part)?);
                }
                name => {
                    return Err(ApiError::malformed("part_unexpected", format!("the part `{name}` is not expected")));
                }
            }
        }
        let missing = || ApiError::malformed("attributes_missing", "the form has no part `attributes`");
        Ok(Self { attributes: attributes.ok_or_else(missing)?, meta, files })
    }
}

fn reference_to(file: &NewFile) -> FileReference {
    FileReference {
        content: file.id.as_str().to_owned(),
        mime_type: file.mime_type.clone(),
        size: u64::try_from(file.content.len()).unwrap_or(u64::MAX),
    }
}

fn refuse_left_over(files: &HashMap<String, FileReference>, used: &BTreeSet<String>) -> Result<(), ApiError> {
    match files.keys().find(|name| !used.contains(*name)) {
        None => Ok(()),
        Some(name) => Err(ApiError::unacceptable("file_invalid", format!("no attribute refers to the part `{name}`"))),
    }
}

/// Checks the files that were uploaded before; those that came along are right by construction.
async fn confirm_uploads(
    site: &Site,
    wallet: Address,
    attributes: &[Attribute],
    came_along: &HashMap<String, NewFile>,
) -> Result<Vec<FileId>, ApiError> {
    let requested = attributes.iter().filter(|attribute| attribute.requested);
    let mut references = file_references(requested).map_err(ApiError::attributes)?;
    references.retain(|reference| !came_along.values().any(|file| reference_to(file) == *reference));
    let ids = references.iter().map(|reference| reference.content.clone()).collect();
    confirm(&references, &files_of(site, wallet, ids).await?)
}
