//! Following a KYC application up: how far it is, what else the site wants, cancelling it (lws.md §2 and §7).
//!
//! The documents have this for the did dialect alone. A classic site whose answer to `POST /applications` names an id,
//! which the documents do not have either, is asked by that id all the same; only its list is never asked for.

use std::fmt;

use jiff::Timestamp;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

use crate::answer::Answer;
use crate::description::Dialect;
use crate::endpoint::{Endpoint, with_word};
use crate::error::{Call, LwsError, ProtocolFault, shown_text};
use crate::flow;
use crate::kyc::TemplateId;
use crate::limits::{APPLICATIONS, REQUIREMENTS, SHOWN_TEXT_LEN};
use crate::numbers::NumericIds;
use crate::payload::{FileId, Payload};
use crate::requirement::{is_schema_url, read_flag};
use crate::session::{Authenticated, Session};
use crate::transport::Outbound;
use crate::wire::{self, FileForm, scalar_text};

/// How far an application is. The number decides; the names that sites give are not unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApplicationStatus(u16);

impl ApplicationStatus {
    /// Cancelled.
    pub const CANCELLED: Self = Self(8);

    /// The status of this number; any number is taken.
    pub fn from_code(code: u16) -> Self {
        Self(code)
    }

    /// Its number.
    pub fn code(self) -> u16 {
        self.0
    }

    /// What it means, in plain words.
    pub fn text(self) -> &'static str {
        match self.0 {
            0 => "not begun",
            1 => "in progress",
            2 => "approved",
            3 => "rejected",
            4 => "received",
            5 => "invited",
            6 => "waiting for you",
            7 => "declined by you",
            8 => "cancelled",
            9 => "more information is wanted",
            10 => "details of the company are wanted",
            11 => "one more requirement is waiting for you",
            12 => "partially approved",
            13 => "waiting for tokens to be sent",
            14 => "assigned to a reviewer",
            15 => "data is being checked",
            16 => "reopened",
            _ => "in a state that this program does not know",
        }
    }

    /// Whether nothing more will happen: approved, rejected, declined or cancelled.
    pub fn is_final(self) -> bool {
        matches!(self.0, 2 | 3 | 7 | 8)
    }

    /// Whether the site waits for the user.
    pub fn wants_user(self) -> bool {
        matches!(self.0, 6 | 9 | 10 | 11)
    }
}

impl fmt::Display for ApplicationStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// An application as a site lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplicationSummary {
    /// The site's id for it.
    pub id: String,
    /// The template it answers.
    pub template: Option<TemplateId>,
    /// How far it is.
    pub status: Option<ApplicationStatus>,
    /// The site's own word for that, made fit to be shown.
    pub status_name: Option<String>,
    /// When the site received it, by the site's clock.
    pub created: Option<Timestamp>,
    /// Where it can be followed in a browser: absolute, http or https.
    pub url: Option<Url>,
}

/// An application with what the site holds of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApplicationDetail {
    /// As in a list.
    pub summary: ApplicationSummary,
    /// What the site has or wants.
    pub attributes: Vec<ApplicationAttribute>,
    /// What the site has to say, made fit to be shown.
    pub message: Option<String>,
}

/// One attribute of an application.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ApplicationAttribute {
    /// The template's id for it, or the site's own for one that it added.
    pub id: String,
    /// The URL of its schema, as the site spells it.
    pub schema: Option<String>,
    /// The site's words for it, made fit to be shown.
    pub label: Option<String>,
    /// Whether the application is not complete without it.
    pub required: bool,
    /// Whether the site added it to what the template asks for.
    pub additional: bool,
    /// Whether the site finds the value good, where it says so.
    pub valid: Option<bool>,
    /// The value that the site holds.
    pub value: Option<Value>,
    /// What the site has to say about it, made fit to be shown.
    pub message: Option<String>,
}

impl ApplicationAttribute {
    /// Whether the site waits for a value: none is there though one is needed, or the one there is no good.
    pub fn is_wanted(&self) -> bool {
        match (&self.value, self.valid) {
            (Some(_), valid) => valid == Some(false),
            (None, _) => self.required || self.additional,
        }
    }
}

impl fmt::Debug for ApplicationAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApplicationAttribute")
            .field("id", &self.id)
            .field("schema", &self.schema)
            .field("required", &self.required)
            .field("valid", &self.valid)
            .field("value", &self.value.as_ref().map(|_| "[redacted]"))
            .finish_non_exhaustive()
    }
}

impl Session<Authenticated> {
    /// The applications of this account; none where the site answers 404.
    ///
    /// # Errors
    /// [`LwsError`]; [`LwsError::NotOffered`] in the classic dialect.
    pub async fn applications(&self) -> Result<Vec<ApplicationSummary>, LwsError> {
        let call = Call::Applications;
        let url = match self.dialect() {
            Dialect::Did => flow::endpoint(self.site(), Endpoint::Applications, call)?,
            // A 404 from a server that knows no such list would read as "none has arrived".
            Dialect::Classic => return Err(LwsError::NotOffered { call }),
        };
        let got = self.authorised(Call::Applications, Method::GET, &url, None, || Ok(Outbound::Nothing)).await;
        let answer = match got {
            Err(LwsError::Refused(refusal)) if refusal.status == 404 => return Ok(Vec::new()),
            got => got?,
        };
        let Some(json) = answer.json_if_any()? else { return Ok(Vec::new()) };
        let base = self.redirect_base(&url);
        read_applications(&json, &base).map_err(|fault| answer.fault(fault))
    }

    /// One application of this account.
    ///
    /// # Errors
    /// [`LwsError`]; a refusal with status 404 where the site has none of this id, or does not tell.
    pub async fn application(&self, id: &str) -> Result<ApplicationDetail, LwsError> {
        let url = self.application_url(id, Call::Application)?;
        let answer = self.authorised(Call::Application, Method::GET, &url, None, || Ok(Outbound::Nothing)).await?;
        let json = answer.json()?;
        read_detail(&json, id, &self.redirect_base(&url)).map_err(|fault| answer.fault(fault))
    }

    /// Sends just these attributes in addition to, or in place of, what the site holds. `files` has the id of each
    /// uploaded file by its place in [`Payload::files`]. Doing it twice does no harm.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn update_application(
        &self,
        id: &str,
        payload: &Payload,
        files: &[Option<FileId>],
    ) -> Result<(), LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let url = self.application_url(id, Call::Update)?;
        // An application has its attributes by name (lws.md §7), and names are text.
        let ids = NumericIds::default();
        let attributes = wire::attributes(payload, self.dialect(), &FileForm::Uploaded(files), &ids);
        let body = json!({ "attributes": attributes });
        self.send(Call::Update, Method::PATCH, &url, &body).await?;
        Ok(())
    }

    /// Cancels an application. No document says how, so both plausible ways are tried, and the site is asked whether
    /// it worked: a `PATCH` to the status "cancelled", then `DELETE`.
    ///
    /// # Errors
    /// [`LwsError::NotOffered`] where neither does anything; any other [`LwsError`].
    pub async fn cancel_application(&self, id: &str) -> Result<(), LwsError> {
        let url = self.application_url(id, Call::Cancel)?;
        let wish = json!({ "status": ApplicationStatus::CANCELLED.code() });
        if done_if_known(self.send(Call::Cancel, Method::PATCH, &url, &wish).await)? && self.is_cancelled(id).await? {
            return Ok(());
        }
        let deleted = self.authorised(Call::Cancel, Method::DELETE, &url, None, || Ok(Outbound::Nothing)).await;
        if done_if_known(deleted)? && self.is_cancelled(id).await? {
            return Ok(());
        }
        Err(LwsError::NotOffered { call: Call::Cancel })
    }

    async fn is_cancelled(&self, id: &str) -> Result<bool, LwsError> {
        match self.application(id).await {
            Ok(detail) => Ok(detail.summary.status == Some(ApplicationStatus::CANCELLED)),
            Err(LwsError::Refused(refusal)) if matches!(refusal.status, 404 | 410) => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn send(&self, call: Call, method: Method, url: &Url, body: &Value) -> Result<Answer, LwsError> {
        let body = wire::bytes(body);
        self.authorised(call, method, url, None, || Ok(Outbound::Json(body.clone()))).await
    }

    fn application_url(&self, id: &str, call: Call) -> Result<Url, LwsError> {
        with_word(&flow::endpoint(self.site(), Endpoint::Application, call)?, id).map_err(LwsError::Url)
    }
}

/// Whether the site did what was asked; `false` where it does not know how.
fn done_if_known(answer: Result<Answer, LwsError>) -> Result<bool, LwsError> {
    match answer {
        Ok(_) => Ok(true),
        Err(LwsError::Refused(refusal)) if matches!(refusal.status, 400 | 404 | 405 | 422) => Ok(false),
        Err(LwsError::Unreachable { outage: crate::Outage::ServerError(501), .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The list alone, or under `applications`, `items` or `data`.
fn read_applications(answer: &Value, base: &Url) -> Result<Vec<ApplicationSummary>, ProtocolFault> {
    let list = wire::first(answer, &["applications", "items", "data"]).unwrap_or(answer);
    let list = list.as_array().ok_or(ProtocolFault::Missing("applications"))?;
    if list.len() > APPLICATIONS {
        return Err(ProtocolFault::TooMany(APPLICATIONS));
    }
    list.iter().map(|entry| read_summary(entry, None, base).ok_or(ProtocolFault::Missing("id"))).collect()
}

/// `id` is what was asked for, for answers that do not repeat it.
fn read_summary(entry: &Value, id: Option<&str>, base: &Url) -> Option<ApplicationSummary> {
    let own_id = wire::first(entry, &["id", "_id", "applicationId"]).and_then(scalar_text);
    let template = wire::first(entry, &["templateId", "template"]);
    let template = template.and_then(|template| match template {
        Value::Object(_) => wire::first(template, &["id", "_id", "templateId"]).and_then(TemplateId::from_value),
        scalar => TemplateId::from_value(scalar),
    });
    let created = wire::first(entry, &["createdAt", "created", "applicationDate", "submittedAt"]);
    let link = wire::first(entry, &["applicationUrl", "url"]).and_then(Value::as_str);
    Some(ApplicationSummary {
        id: own_id.or_else(|| id.map(str::to_owned))?,
        template,
        status: wire::first(entry, &["status", "currentStatus", "statusCode"]).and_then(read_status),
        status_name: wire::text(entry, &["statusName", "currentStatusName"]),
        created: created.and_then(Value::as_str).and_then(|text| text.parse().ok()),
        url: link.and_then(|link| wire::link(link.trim(), base)),
    })
}

/// A number, which some servers give as text.
fn read_status(value: &Value) -> Option<ApplicationStatus> {
    let code = match value {
        Value::Number(number) => number.as_u64().and_then(|number| u16::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    code.map(ApplicationStatus)
}

/// `{"application": {…}}` or the application alone.
fn read_detail(answer: &Value, id: &str, base: &Url) -> Result<ApplicationDetail, ProtocolFault> {
    let entry = wire::first(answer, &["application"]).unwrap_or(answer);
    if !entry.is_object() {
        return Err(ProtocolFault::Missing("application"));
    }
    Ok(ApplicationDetail {
        summary: read_summary(entry, Some(id), base).ok_or(ProtocolFault::Missing("id"))?,
        attributes: read_attributes(wire::first(entry, &["attributes"]))?,
        message: wire::text(entry, &["message", "note", "comment"]),
    })
}

/// An object keyed by the template's attribute id; at some servers a list of objects with an `id`.
fn read_attributes(attributes: Option<&Value>) -> Result<Vec<ApplicationAttribute>, ProtocolFault> {
    let entries: Vec<(Option<&str>, &Value)> = match attributes {
        None => Vec::new(),
        Some(Value::Object(map)) => map.iter().map(|(id, entry)| (Some(id.as_str()), entry)).collect(),
        Some(Value::Array(list)) => list.iter().map(|entry| (None, entry)).collect(),
        Some(_) => return Err(ProtocolFault::Missing("attributes")),
    };
    if entries.len() > REQUIREMENTS {
        return Err(ProtocolFault::TooMany(REQUIREMENTS));
    }
    let read = |(key, entry)| read_attribute(key, entry).ok_or(ProtocolFault::Missing("id"));
    entries.into_iter().map(read).collect()
}

fn read_attribute(key: Option<&str>, entry: &Value) -> Option<ApplicationAttribute> {
    let own_id = || wire::first(entry, &["id", "schemaId"]).and_then(scalar_text);
    let flag = |name: &str| entry.get(name).and_then(read_flag);
    let schema = ["schemaId", "schema", "attribute"].into_iter().find_map(|name| match entry.get(name)? {
        Value::String(url) => is_schema_url(url).then(|| url.clone()),
        Value::Object(schema) => schema.get("$id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    });
    Some(ApplicationAttribute {
        id: key.map(str::to_owned).or_else(own_id)?,
        schema,
        label: wire::text(entry, &["label", "title", "name"]),
        required: flag("required").or_else(|| flag("optional").map(|optional| !optional)).unwrap_or(false),
        additional: flag("isAdditional").unwrap_or(false),
        valid: flag("valid"),
        value: wire::first(entry, &["value", "data"]).filter(|value| !is_blank(value)).cloned(),
        message: ["message", "error", "reason", "comment"]
            .into_iter()
            .find_map(|name| entry.get(name)?.as_str())
            .and_then(|text| shown_text(text, SHOWN_TEXT_LEN)),
    })
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Url {
        Url::parse("https://rp.example/kyc").unwrap()
    }

    #[test]
    fn lists_in_every_spelling() {
        let check = |answer: Value, expected: Option<&[(&str, Option<u16>)]>| {
            let list = read_applications(&answer, &base()).ok();
            let list: Option<Vec<_>> = list.as_ref().map(|list| {
                list.iter().map(|entry| (entry.id.as_str(), entry.status.map(ApplicationStatus::code))).collect()
            });
            assert_eq!(list.as_deref(), expected, "{answer}");
        };
        check(json!([{"id": "a", "status": 1}]), Some(&[("a", Some(1))]));
        check(json!({"applications": [{"_id": "a", "currentStatus": "9"}]}), Some(&[("a", Some(9))]));
        check(json!({"items": [{"applicationId": 7}]}), Some(&[("7", None)]));
        check(json!([{"id": "a", "status": "approved"}]), Some(&[("a", None)]));
        check(json!([{"id": "a", "status": 99_999_999}]), Some(&[("a", None)]));
        check(json!([]), Some(&[]));
        check(json!([{"status": 1}]), None);
        check(json!({}), None);
        check(json!("text"), None);
        check(json!(vec![json!({"id": 1}); APPLICATIONS + 1]), None);
    }

    #[test]
    fn what_a_site_still_wants() {
        let answer = json!({"id": "a", "status": 9, "templateId": {"id": 5}, "createdAt": "2024-05-06T07:08:09.5Z",
        "applicationUrl": "/a", "attributes": {
            "good": {"value": 1, "valid": true, "optional": false},
            "bad": {"value": 1, "valid": false, "optional": true, "schema": {"$id": "http://rp.example/b.json"}},
            "missing": {"value": null, "optional": "false"},
            "left-out": {"value": "", "optional": true, "valid": false},
            "added": {"isAdditional": true, "optional": true, "schemaId": "http://rp.example/c.json"},
        }});
        let detail = read_detail(&answer, "x", &base()).unwrap();
        let wanted: Vec<_> =
            detail.attributes.iter().filter(|attribute| attribute.is_wanted()).map(|one| one.id.as_str()).collect();
        assert_eq!(wanted, ["added", "bad", "missing"]);
        assert_eq!(detail.attributes[1].schema.as_deref(), Some("http://rp.example/b.json"));
        let summary = detail.summary;
        assert_eq!(summary.url.unwrap().as_str(), "https://rp.example/a");
        assert_eq!((summary.id.as_str(), summary.template.unwrap().text().as_str()), ("a", "5"));
        assert!(summary.created.is_some() && summary.status.unwrap().wants_user());
        assert!(!format!("{:?}", detail.attributes).contains("Number"), "values are not shown");
    }

    #[test]
    fn statuses_by_number() {
        for code in 0..=16 {
            let status = ApplicationStatus::from_code(code);
            assert!(!status.text().contains("does not know"), "{code}");
            assert!(!(status.is_final() && status.wants_user()), "{code}");
        }
        assert!(ApplicationStatus::from_code(17).text().contains("does not know"));
        assert!(!ApplicationStatus::from_code(17).is_final());
    }
}
