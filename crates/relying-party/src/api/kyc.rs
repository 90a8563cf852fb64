//! KYC: templates and applications.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use idw_keys::Address;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::body::read_json;
use super::error::ApiError;
use super::files::{confirm, files_of};
use super::headers::{Dialect, check, check_for, holder};
use crate::attribute::{
    FileReference, accept, answers, file_references, is_document_name, read_classic, read_did, resolve_references,
};
use crate::config::{Requirement, Template};
use crate::schema::{SchemaKey, short_name};
use crate::site::Site;
use crate::store::{Application, ApplicationStatus, Attribute, Store, StoredFile};

/// `GET /templates`; no token needed.
pub(crate) async fn list_templates(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Json<Value>, ApiError> {
    let dialect = check(&site, &headers)?;
    let heading = |template: &Template| match dialect {
        Dialect::Classic => json!({
            "id": classic_id(&template.id), "name": template.name, "description": template.description}),
        Dialect::Did => json!({
            "templateId": template.id, "name": template.name, "description": template.description}),
    };
    let list: Value = site.config.templates.iter().map(heading).collect();
    Ok(Json(match dialect {
        Dialect::Classic => json!({"templates": list}),
        Dialect::Did => list,
    }))
}

/// `GET /templates/{id}/schema.json`, classic; no token needed.
pub(crate) async fn classic_template(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Classic)?;
    let template = find_template(&site, &id)?;
    Ok(Json(json!({"template": template_body(template, classic_id(&template.id))})))
}

/// `GET /templates/{id}`, `did` dialect; no token needed.
pub(crate) async fn did_template(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let template = find_template(&site, &id)?;
    Ok(Json(template_body(template, json!(template.id))))
}

/// `POST /applications`.
pub(crate) async fn apply(
    State(site): State<Arc<Site>>,
    request: Request,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let dialect = check(&site, request.headers())?;
    let wallet = holder(&site, request.headers(), dialect)?;
    let body = read_json(request).await?;
    let template = find_template(&site, &template_id(&body)?)?;
    let received = match dialect {
        Dialect::Classic => classic_attributes(&site, wallet, &body).await?,
        Dialect::Did => read_did(attributes_of(&body)).map_err(ApiError::attributes)?,
    };
    let attributes = accept(&template.attributes, received, &site.schemas).map_err(ApiError::attributes)?;
    confirm_files(&site, wallet, &attributes).await?;
    let application = Application {
        id: uuid::Uuid::new_v4().to_string(),
        wallet,
        template: template.id.clone(),
        status: ApplicationStatus::IN_PROGRESS,
        attributes,
        asked_again: Vec::new(),
        created_at: Timestamp::now(),
    };
    let answer = match dialect {
        Dialect::Classic => json!({"message": "Application Created"}),
        Dialect::Did => {
            json!({"id": application.id, "applicationUrl": page_of(&site, &application)})
        }
    };
    site.store(move |store| store.add_application(&application)).await?;
    Ok((StatusCode::CREATED, Json(answer)))
}

/// `GET /applications`, `did` dialect: the wallet's own; 404 when it has none yet.
pub(crate) async fn list_applications(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let wallet = holder(&site, &headers, Dialect::Did)?;
    let applications = applications_of(&site, wallet).await?;
    if applications.is_empty() {
        return Err(ApiError::not_found("no_applications", "this wallet has not applied yet"));
    }
    Ok(Json(applications.iter().map(|application| heading_of(&site, application)).collect()))
}

/// `GET /applications/{id}`, `did` dialect: one of the wallet's own.
pub(crate) async fn application(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let wallet = holder(&site, &headers, Dialect::Did)?;
    let application = own_application(&site, wallet, &id).await?;
    let mut answer = heading_of(&site, &application);
    answer["attributes"] = Value::Object(attribute_views(&site, &application));
    Ok(Json(answer))
}

/// `PATCH /applications/{id}`, `did` dialect: values for what the template or the site asks for, just the changed ones
/// (`{"attributes": […]}`), or the end of it (`{"status": 8}`).
pub(crate) async fn update(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, ApiError> {
    check_for(&site, request.headers(), Dialect::Did)?;
    let wallet = holder(&site, request.headers(), Dialect::Did)?;
    let body = read_json(request).await?;
    let mut application = own_application(&site, wallet, &id).await?;
    if application.status.is_final() {
        return Err(ApiError::unacceptable("application_closed", "this application has come to its end"));
    }
    match (body.get("status"), body.get("attributes")) {
        (None, Some(attributes)) => take_answers(&site, &mut application, attributes).await?,
        (Some(status), None) if *status == json!(ApplicationStatus::CANCELLED.code()) => {
            application.status = ApplicationStatus::CANCELLED;
        }
        (Some(_), None) => {
            return Err(ApiError::malformed("status_invalid", "a wallet can set the status to 8 (cancelled) only"));
        }
        _ => return Err(ApiError::malformed("body_invalid", "the body has neither `attributes` nor `status`")),
    }
    site.store(move |store| store.update_application(&application)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Puts values in place of what is there. What was not asked for is refused: a wallet that sends it did not look.
async fn take_answers(site: &Site, application: &mut Application, attributes: &Value) -> Result<(), ApiError> {
    let received = read_did(attributes).map_err(ApiError::attributes)?;
    let asked: Vec<Requirement> = requirements_of(site, application)
        .into_iter()
        .filter(|requirement| received.iter().any(|attribute| answers(attribute, requirement)))
        .collect();
    let accepted = accept(&asked, received, &site.schemas).map_err(ApiError::attributes)?;
    if let Some(other) = accepted.iter().find(|attribute| !attribute.requested) {
        let message = format!("{} was not asked for", short_name(&other.schema));
        return Err(ApiError::unacceptable("invalid_attributes", message));
    }
    confirm_files(site, application.wallet, &accepted).await?;
    application.attributes.retain(|held| !asked.iter().any(|requirement| answers(held, requirement)));
    application.attributes.extend(accepted);
    application.asked_again.retain(|wanted| !asked.iter().any(|requirement| requirement.key() == wanted.key()));
    if application.asked_again.is_empty() && application.status == ApplicationStatus::MORE_WANTED {
        application.status = ApplicationStatus::IN_PROGRESS;
    }
    Ok(())
}

/// What an operator decides: `{"status": 9, "invalid": ["<key>"], "additional": [<requirement>]}`, each optional.
pub(crate) async fn decide(site: &Site, id: &str, body: &Value) -> Result<(), ApiError> {
    let found = site.store(Store::applications).await?.into_iter().find(|application| application.id == id);
    let mut application = found.ok_or_else(|| ApiError::not_found("application_not_found", "there is none"))?;
    if let Some(status) = body.get("status") {
        let code = status.as_u64().and_then(|code| u8::try_from(code).ok());
        let status = code.and_then(ApplicationStatus::from_code);
        application.status = status.ok_or_else(|| ApiError::malformed("status_invalid", "a status is 0 to 16"))?;
    }
    for key in body.get("invalid").and_then(Value::as_array).into_iter().flatten() {
        let known = requirements_of(site, &application).into_iter().find(|asked| Some(asked.key()) == key.as_str());
        let unknown = || ApiError::malformed("invalid_unknown", format!("{key} is not asked for here"));
        application.asked_again.push(known.ok_or_else(unknown)?);
    }
    for item in body.get("additional").and_then(Value::as_array).into_iter().flatten() {
        let requirement = Requirement::read(item, true).filter(|asked| site.schemas.knows(&asked.schema));
        let unknown = || ApiError::malformed("additional_invalid", "not a requirement with a schema known here");
        application.asked_again.push(requirement.ok_or_else(unknown)?);
    }
    site.store(move |store| store.update_application(&application)).await
}

async fn own_application(site: &Site, wallet: Address, id: &str) -> Result<Application, ApiError> {
    let found = applications_of(site, wallet).await?.into_iter().find(|application| application.id == id);
    found.ok_or_else(|| ApiError::not_found("application_not_found", "this wallet has no such application"))
}

/// What the template asks for, and what the site asked for besides.
fn requirements_of(site: &Site, application: &Application) -> Vec<Requirement> {
    let template = find_template(site, &application.template).map(|template| template.attributes.clone());
    let mut all = template.unwrap_or_default();
    for wanted in &application.asked_again {
        if all.iter().all(|asked| asked.key() != wanted.key()) {
            all.push(wanted.clone());
        }
    }
    for held in &application.attributes {
        // Something additional that was given stays part of the application.
        let known = all.iter().any(|asked| answers(held, asked));
        if held.requested && !known {
            all.push(Requirement { id: held.id.clone(), schema: held.schema.clone(), label: None, required: false });
        }
    }
    all
}

async fn applications_of(site: &Site, wallet: Address) -> Result<Vec<Application>, ApiError> {
    let mut applications = site.store(Store::applications).await?;
    applications.retain(|application| application.wallet == wallet);
    Ok(applications)
}

fn heading_of(site: &Site, application: &Application) -> Value {
    let name = find_template(site, &application.template).map(|template| template.name.as_str()).unwrap_or_default();
    json!({
        "id": application.id,
        "templateId": application.template,
        "templateName": name,
        "status": application.status.code(),
        "statusName": application.status.name(),
        "applicationUrl": page_of(site, application),
        "createdAt": application.created_at.to_string(),
    })
}

/// `attributes` of an application: an object keyed by the template's own ids, or by schema where it gave none.
fn attribute_views(site: &Site, application: &Application) -> Map<String, Value> {
    let in_template = find_template(site, &application.template).map_or(0, |template| template.attributes.len());
    let mut views = Map::new();
    for (place, requirement) in requirements_of(site, application).iter().enumerate() {
        let matching = |attribute: &&Attribute| {
            attribute.requested
                && attribute.id == requirement.id
                && SchemaKey::of(&attribute.schema) == SchemaKey::of(&requirement.schema)
        };
        let value = application.attributes.iter().find(matching).map(|attribute| &attribute.value);
        let wanted = application.asked_again.iter().any(|asked| asked.key() == requirement.key());
        let view = json!({
            "label": requirement.title(),
            "optional": !requirement.required,
            "isAdditional": place >= in_template,
            "schemaId": requirement.schema,
            "valid": value.is_some() && !wanted,
            "value": value,
        });
        views.insert(requirement.key().to_owned(), view);
    }
    views
}

fn page_of(site: &Site, application: &Application) -> String {
    let mut url = site.config.page("");
    url.set_fragment(Some(&format!("application-{}", application.id)));
    url.to_string()
}

fn template_body(template: &Template, id: Value) -> Value {
    let attributes: Vec<Value> = template.attributes.iter().map(|asked| asked.to_json(false)).collect();
    json!({"id": id, "name": template.name, "description": template.description, "attributes": attributes})
}

fn find_template<'a>(site: &'a Site, id: &str) -> Result<&'a Template, ApiError> {
    let found = site.config.templates.iter().find(|template| template.id == id);
    found.ok_or_else(|| ApiError::not_found("template_not_found", "this site has no such template"))
}

/// The classic documents number their templates.
fn classic_id(id: &str) -> Value {
    id.parse::<u64>().ok().filter(|number| number.to_string() == id).map_or_else(|| json!(id), |number| json!(number))
}

fn template_id(body: &Value) -> Result<String, ApiError> {
    match body.get("templateId") {
        Some(Value::String(id)) => Ok(id.clone()),
        Some(Value::Number(id)) => Ok(id.to_string()),
        _ => Err(ApiError::malformed("template_missing", "the body has no `templateId`")),
    }
}

fn attributes_of(body: &Value) -> &Value {
    body.get("attributes").unwrap_or(&Value::Null)
}

/// The classic documents have `files` beside `attributes` and do not say how they meet, so all plausible readings
/// are taken: values hold complete file objects, file ids, or `$document-<n>`, which `files` assigns.
async fn classic_attributes(site: &Site, wallet: Address, body: &Value) -> Result<Vec<Attribute>, ApiError> {
    let mut attributes = read_classic(attributes_of(body)).map_err(ApiError::attributes)?;
    let names = read_file_list(body.get("files").unwrap_or(&Value::Null))?;
    let files = files_of(site, wallet, names.values().cloned().collect()).await?;
    let mut named = HashMap::new();
    for (name, id) in names {
        let unknown =
            || ApiError::unacceptable("file_invalid", format!("the file {id:?} was not uploaded by this wallet"));
        let reference = reference_to(files.get(&id).ok_or_else(unknown)?);
        named.insert(id, reference.clone());
        named.insert(name, reference);
    }
    resolve_references(&mut attributes, &named).map_err(ApiError::attributes)?;
    let references = file_references(&attributes).map_err(ApiError::attributes)?;
    let is_used = |file: &FileReference| references.iter().any(|reference| reference.content == file.content);
    if let Some(left_over) = named.values().find(|file| !is_used(file)) {
        let message = format!("no attribute refers to the file {:?}", left_over.content);
        return Err(ApiError::unacceptable("file_invalid", message));
    }
    Ok(attributes)
}

/// `files` as names and ids: an array of ids or of objects with `fileId` or `id` (the n-th is `$document-<n>` unless
/// it has a `name`), or an object from names to ids.
fn read_file_list(files: &Value) -> Result<BTreeMap<String, String>, ApiError> {
    let malformed = || ApiError::malformed("files_invalid", "`files` is neither a list of file ids nor an object");
    match files {
        Value::Null => Ok(BTreeMap::new()),
        Value::Array(items) => {
            let entry = |(index, item): (usize, &Value)| {
                let name = item.get("name").and_then(Value::as_str).filter(|name| is_document_name(name));
                let name = name.map_or_else(|| format!("$document-{}", index + 1), str::to_owned);
                Some((name, file_id(item)?))
            };
            items.iter().enumerate().map(entry).collect::<Option<_>>().ok_or_else(malformed)
        }
        Value::Object(object) => {
            let entry = |(name, item): (&String, &Value)| Some((name.clone(), file_id(item)?));
            object.iter().map(entry).collect::<Option<_>>().ok_or_else(malformed)
        }
        _ => Err(malformed()),
    }
}

fn file_id(item: &Value) -> Option<String> {
    let id = item.get("fileId").or_else(|| item.get("id")).unwrap_or(item);
    id.as_str().map(str::to_owned)
}

fn reference_to(file: &StoredFile) -> FileReference {
    FileReference { content: file.id.as_str().to_owned(), mime_type: file.mime_type.clone(), size: file.size }
}

async fn confirm_files(site: &Site, wallet: Address, attributes: &[Attribute]) -> Result<(), ApiError> {
    let requested = attributes.iter().filter(|attribute| attribute.requested);
    let references = file_references(requested).map_err(ApiError::attributes)?;
    let ids = references.iter().map(|reference| reference.content.clone()).collect();
    confirm(&references, &files_of(site, wallet, ids).await?)
}
