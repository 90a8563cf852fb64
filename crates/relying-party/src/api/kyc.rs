//! KYC: templates and applications.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use idw_keys::Address;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::body::read_json;
use super::classic_application::classic_attributes;
use super::error::ApiError;
use super::files::{confirm, files_of};
use super::headers::{Dialect, check, check_for, holder};
use crate::attribute::{accept, answers, file_references, read_did};
use crate::config::{Requirement, Template};
use crate::schema::{SchemaKey, short_name};
use crate::site::Site;
use crate::store::{Application, ApplicationStatus, Applications, Attribute, FileId, Message, Side};

/// Characters of one line about an application.
const MAX_MESSAGE_CHARS: usize = 4_000;

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
    let claimed = confirm_files(&site, wallet, &attributes).await?;
    let application = Application {
        id: uuid::Uuid::new_v4().to_string(),
        wallet,
        template: template.id.clone(),
        status: ApplicationStatus::IN_PROGRESS,
        attributes,
        asked_again: Vec::new(),
        messages: Vec::new(),
        created_at: Timestamp::now(),
    };
    let answer = match dialect {
        Dialect::Classic => json!({"message": "Application Created"}),
        Dialect::Did => {
            json!({"id": application.id, "applicationUrl": page_of(&site, &application)})
        }
    };
    let most = site.config.limits.applications_per_wallet;
    site.keep(body.to_string().len(), move |store| {
        if count(store.applications()?.iter().filter(|other| other.wallet == wallet)) >= most {
            return Ok(Err(ApiError::too_many("too_many_applications", "this wallet has applied too often", most)));
        }
        if !store.claim_files(&claimed)? {
            return Ok(Err(ApiError::file_gone()));
        }
        store.add_kyc_user(wallet)?;
        store.add_application(&application).map(Ok)
    })
    .await?;
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
    answer["messages"] = application.messages.iter().map(message_view).collect();
    Ok(Json(answer))
}

/// `POST /applications/{id}/chat`, `did` dialect: `{"message": "…"}`, a line for whoever decides. The answer is the line
/// as it is kept; lines from both sides are `messages` of the application.
pub(crate) async fn chat(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    check_for(&site, request.headers(), Dialect::Did)?;
    let wallet = holder(&site, request.headers(), Dialect::Did)?;
    let body = read_json(request).await?;
    let application = own_application(&site, wallet, &id).await?;
    let text = body.get("message").and_then(Value::as_str).unwrap_or_default();
    let message = new_message(Side::Applicant, text)?;
    let answer = message_view(&message);
    let most = site.config.limits.messages_per_application;
    site.keep(message.text.len(), move |store| {
        let all = store.applications()?;
        let written = all.iter().filter(|other| other.id == application.id).flat_map(|other| &other.messages);
        if count(written.filter(|line| line.from == Side::Applicant)) >= most {
            let message = "too much has been written about this application";
            return Ok(Err(ApiError::too_many("too_many_messages", message, most)));
        }
        store.add_message(&application.id, &message).map(Ok)
    })
    .await?;
    Ok((StatusCode::CREATED, Json(answer)))
}

/// `POST /kyc-users`, `did` dialect: makes this wallet known to the KYC part; again does no harm.
pub(crate) async fn add_kyc_user(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let wallet = holder(&site, &headers, Dialect::Did)?;
    let since = site.keep(0, move |store| store.add_kyc_user(wallet).map(Ok)).await?;
    Ok((StatusCode::CREATED, Json(kyc_user_view(wallet, since))))
}

/// `GET /kyc-users/me`, `did` dialect: 404 until this wallet is known to the KYC part, which an application does too.
pub(crate) async fn kyc_user(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let wallet = holder(&site, &headers, Dialect::Did)?;
    let since = site.store(move |store| store.kyc_user(wallet)).await?;
    Ok(Json(kyc_user_view(wallet, since.ok_or_else(ApiError::no_such_user)?)))
}

fn kyc_user_view(wallet: Address, since: Timestamp) -> Value {
    let did = format!("did:eth:{}", wallet.lower_hex());
    json!({"id": wallet.lower_hex(), "did": did, "createdAt": since.to_string()})
}

/// A line of the talk about an application, within its limits.
pub(super) fn new_message(from: Side, text: &str) -> Result<Message, ApiError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ApiError::malformed("message_missing", "the body has no `message`"));
    }
    if text.chars().count() > MAX_MESSAGE_CHARS {
        return Err(ApiError::unacceptable("message_too_long", format!("the limit is {MAX_MESSAGE_CHARS} characters")));
    }
    Ok(Message { from, text: text.to_owned(), at: Timestamp::now() })
}

fn count<T>(items: impl Iterator<Item = T>) -> u64 {
    u64::try_from(items.count()).unwrap_or(u64::MAX)
}

fn message_view(message: &Message) -> Value {
    json!({"from": message.from.as_str(), "text": message.text, "createdAt": message.at.to_string()})
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
        return Err(closed());
    }
    let mut claimed = Vec::new();
    match (body.get("status"), body.get("attributes")) {
        (None, Some(attributes)) => claimed = take_answers(&site, &mut application, attributes).await?,
        (Some(status), None) if *status == json!(ApplicationStatus::CANCELLED.code()) => {
            application.status = ApplicationStatus::CANCELLED;
        }
        (Some(_), None) => {
            return Err(ApiError::malformed("status_invalid", "a wallet can set the status to 8 (cancelled) only"));
        }
        _ => return Err(ApiError::malformed("body_invalid", "the body has neither `attributes` nor `status`")),
    }
    site.keep(body.to_string().len(), move |store| {
        if !store.claim_files(&claimed)? {
            return Ok(Err(ApiError::file_gone()));
        }
        store.update_application(&application).map(Ok)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /applications/{id}/change_status`, `did` dialect: `{"code": 8, "note"?}`, as SelfKey's wallet withdraws an
/// application. The answer is the application.
pub(crate) async fn change_status(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, request.headers(), Dialect::Did)?;
    let wallet = holder(&site, request.headers(), Dialect::Did)?;
    let body = read_json(request).await?;
    let mut application = own_application(&site, wallet, &id).await?;
    if body.get("code") != Some(&json!(ApplicationStatus::CANCELLED.code())) {
        return Err(ApiError::malformed("status_invalid", "a wallet can set the status to 8 (cancelled) only"));
    }
    let note = match body.get("note") {
        None | Some(Value::Null) => None,
        Some(Value::String(note)) => Some(new_message(Side::Applicant, note)?),
        Some(_) => return Err(ApiError::malformed("note_invalid", "`note` is not a text")),
    };
    let is_known = |member: &String| matches!(member.as_str(), "code" | "note");
    if !body.as_object().is_some_and(|members| members.keys().all(is_known)) {
        return Err(ApiError::malformed("body_invalid", "the body has more than `code` and `note`"));
    }
    if application.status.is_final() {
        return Err(closed());
    }
    application.status = ApplicationStatus::CANCELLED;
    let answer = heading_of(&site, &application);
    site.keep(body.to_string().len(), move |store| {
        store.update_application(&application)?;
        note.map_or(Ok(()), |note| store.add_message(&application.id, &note)).map(Ok)
    })
    .await?;
    Ok(Json(answer))
}

fn closed() -> ApiError {
    ApiError::unacceptable("application_closed", "this application has come to its end")
}

/// Puts values in place of what is there, and says which files they claim. What was not asked for is refused: a wallet
/// that sends it did not look.
async fn take_answers(site: &Site, application: &mut Application, attributes: &Value) -> Result<Vec<FileId>, ApiError> {
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
    let claimed = confirm_files(site, application.wallet, &accepted).await?;
    application.attributes.retain(|held| !asked.iter().any(|requirement| answers(held, requirement)));
    application.attributes.extend(accepted);
    application.asked_again.retain(|wanted| !asked.iter().any(|requirement| requirement.key() == wanted.key()));
    if application.asked_again.is_empty() && application.status == ApplicationStatus::MORE_WANTED {
        application.status = ApplicationStatus::IN_PROGRESS;
    }
    Ok(claimed)
}

pub(super) async fn own_application(site: &Site, wallet: Address, id: &str) -> Result<Application, ApiError> {
    let found = applications_of(site, wallet).await?.into_iter().find(|application| application.id == id);
    found.ok_or_else(|| ApiError::not_found("application_not_found", "this wallet has no such application"))
}

/// What the template asks for, and what the site asked for besides.
pub(crate) fn requirements_of(site: &Site, application: &Application) -> Vec<Requirement> {
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
    let mut applications = site.store(Applications::applications).await?;
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
    let mut url = site.config.page("account");
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

async fn confirm_files(site: &Site, wallet: Address, attributes: &[Attribute]) -> Result<Vec<FileId>, ApiError> {
    let requested = attributes.iter().filter(|attribute| attribute.requested);
    let references = file_references(requested).map_err(ApiError::attributes)?;
    let ids = references.iter().map(|reference| reference.content.clone()).collect();
    confirm(&references, &files_of(site, wallet, ids).await?)
}
