//! Reading what sites say of applications, in every spelling.

use idw_http::shown_text;
use serde_json::Value;
use url::Url;

use super::{ApplicationAttribute, ApplicationDetail, ApplicationStatus, ApplicationSummary};
use crate::error::ProtocolFault;
use crate::kyc::TemplateId;
use crate::limits::{APPLICATIONS, REQUIREMENTS, SHOWN_TEXT_LEN};
use crate::requirement::{is_schema_url, read_flag};
use crate::wire::{self, scalar_text};

/// Under which names an application has its status.
const STATUS_NAMES: [&str; 3] = ["status", "currentStatus", "statusCode"];

/// The list alone, or under `applications`, `items` or `data`.
pub(super) fn read_applications(answer: &Value, base: &Url) -> Result<Vec<ApplicationSummary>, ProtocolFault> {
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
        status: wire::first(entry, &STATUS_NAMES).and_then(read_status),
        status_name: wire::text(entry, &["statusName", "currentStatusName"]),
        created: created.and_then(Value::as_str).and_then(|text| text.parse().ok()),
        url: link.and_then(|link| wire::link(link.trim(), base)),
    })
}

/// The status in an answer that is the application, alone or under `application`.
pub(super) fn read_own_status(answer: &Value) -> Option<ApplicationStatus> {
    let entry = wire::first(answer, &["application"]).unwrap_or(answer);
    wire::first(entry, &STATUS_NAMES).and_then(read_status)
}

/// A number, which some servers give as text.
fn read_status(value: &Value) -> Option<ApplicationStatus> {
    let code = match value {
        Value::Number(_) => wire::whole_number(value).and_then(|number| u16::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    code.map(ApplicationStatus::from_code)
}

/// `{"application": {…}}` or the application alone.
pub(super) fn read_detail(answer: &Value, id: &str, base: &Url) -> Result<ApplicationDetail, ProtocolFault> {
    let entry = wire::first(answer, &["application"]).unwrap_or(answer);
    if !entry.is_object() {
        return Err(ProtocolFault::Missing("application"));
    }
    Ok(ApplicationDetail {
        summary: read_summary(entry, Some(id), base).ok_or(ProtocolFault::Missing("id"))?,
        attributes: read_attributes(wire::first(entry, &["attributes"]))?,
        message: wire::text(entry, &["message", "note", "comment"]).or_else(|| last_message(entry)),
    })
}

/// The last that the site said, where an application has a talk: `"messages": [{"from": "site", "text": "…"}, …]`.
fn last_message(entry: &Value) -> Option<String> {
    let talk = entry.get("messages")?.as_array()?;
    let of_site = |line: &&Value| line.get("from").and_then(Value::as_str) != Some("applicant");
    wire::text(talk.iter().rev().find(of_site)?, &["text", "message"])
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
    use serde_json::json;

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
}
