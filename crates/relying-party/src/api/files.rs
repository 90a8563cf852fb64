//! Files: uploads, and whether what a value says of a file is true.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use bytes::Bytes;
use idw_keys::Address;
use serde_json::{Value, json};

use super::body::{Part, read_form};
use super::error::ApiError;
use super::headers::{Dialect, check, check_for, holder};
use crate::attribute::FileReference;
use crate::site::Site;
use crate::store::{FileId, NewFile, StoredFile};
use crate::uploads::{Allowance, Purpose};

/// The types that schemas of files allow, and what the first bytes of such a file are recognised as.
const FILE_TYPES: [(&str, &[&str]); 8] = [
    ("image/jpeg", &["image/jpeg"]),
    ("image/png", &["image/png"]),
    ("application/pdf", &["application/pdf"]),
    ("audio/mp3", &["audio/mpeg"]),
    ("audio/mpeg", &["audio/mpeg"]),
    ("audio/mp4", &["audio/m4a", "video/mp4"]),
    ("audio/ogg", &["audio/ogg", "audio/opus"]),
    ("audio/x-wav", &["audio/x-wav"]),
];

/// `POST /users/file`: a file of a sign-up to come, `did` dialect.
pub(crate) async fn upload_for_sign_up(
    State(site): State<Arc<Site>>,
    request: Request,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, request.headers(), Dialect::Did)?;
    let wallet = holder(&site, request.headers(), Dialect::Did)?;
    let id = receive(&site, wallet, "document", request).await?;
    Ok(Json(json!({"id": id.as_str()})))
}

/// `POST /files`: a file of an application to come.
pub(crate) async fn upload_for_application(
    State(site): State<Arc<Site>>,
    request: Request,
) -> Result<Json<Value>, ApiError> {
    let dialect = check(&site, request.headers())?;
    let wallet = holder(&site, request.headers(), dialect)?;
    let (part_name, answer) = match dialect {
        Dialect::Classic => ("file", "fileId"),
        Dialect::Did => ("document", "id"),
    };
    let id = receive(&site, wallet, part_name, request).await?;
    Ok(Json(json!({answer: id.as_str()})))
}

/// Keeps the file of a form that has this one part.
async fn receive(site: &Site, wallet: Address, part_name: &str, request: Request) -> Result<FileId, ApiError> {
    let mut allowance = Allowance::of(site, wallet, Purpose::ForLater).await?;
    let mut parts = read_form(request, &mut allowance).await?;
    let only = || ApiError::malformed("file_missing", format!("the form must have exactly one part, `{part_name}`"));
    let part = parts.pop().filter(|part| parts.is_empty() && part.name == part_name).ok_or_else(only)?;
    let file = new_file(wallet, part)?;
    let id = file.id.clone();
    site.keep_file(allowance, file).await?;
    Ok(id)
}

/// A part as a file of `wallet`, its type confirmed by its bytes.
pub(crate) fn new_file(wallet: Address, part: Part) -> Result<NewFile, ApiError> {
    let part_name = part.name;
    let refuse = |why: &str| ApiError::unacceptable("file_invalid", format!("the part `{part_name}` {why}"));
    let name = part.file_name.ok_or_else(|| refuse("has no filename"))?;
    let mime_type = part.content_type.ok_or_else(|| refuse("has no type"))?;
    if part.content.is_empty() {
        return Err(refuse("is empty"));
    }
    let allowed = FILE_TYPES.iter().find(|(allowed, _)| *allowed == mime_type);
    let (_, recognised) = allowed.ok_or_else(|| refuse("has a type that is not accepted"))?;
    if !looks_like(&part.content, recognised) {
        return Err(refuse("is not of the type it says"));
    }
    Ok(NewFile { id: FileId::make(), owner: wallet, name, mime_type, content: part.content })
}

fn looks_like(content: &Bytes, recognised: &[&str]) -> bool {
    infer::get(content).is_some_and(|found| recognised.contains(&found.mime_type()))
}

/// The files with these ids as far as `wallet` sent them: no wallet learns of another's.
pub(crate) async fn files_of(
    site: &Site,
    wallet: Address,
    ids: Vec<String>,
) -> Result<HashMap<String, StoredFile>, ApiError> {
    site.store(move |store| {
        let mut found = HashMap::new();
        for id in ids {
            if let Some(file) = store.file(&FileId::from_text(id.as_str()))?.filter(|file| file.owner == wallet) {
                found.insert(id, file);
            }
        }
        Ok(found)
    })
    .await
}

/// Whether each file that the values speak of is there, with the type and size they say. These are to be claimed.
pub(crate) fn confirm(
    references: &[FileReference],
    files: &HashMap<String, StoredFile>,
) -> Result<Vec<FileId>, ApiError> {
    for reference in references {
        let id = &reference.content;
        let refuse = |why: &str| ApiError::unacceptable("file_invalid", format!("the file {id:?} {why}"));
        let file = files.get(id).ok_or_else(|| refuse("was not uploaded by this wallet"))?;
        if file.mime_type != reference.mime_type {
            return Err(refuse(&format!("was uploaded as {}", file.mime_type)));
        }
        if file.size != reference.size {
            return Err(refuse(&format!("has {} bytes", file.size)));
        }
    }
    Ok(references.iter().map(|reference| FileId::from_text(reference.content.as_str())).collect())
}
