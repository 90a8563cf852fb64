//! What a site or a KYC template asks for, in every spelling that occurs (lws.md §4 and §6).

use idw_http::shown_text;
use serde_json::{Map, Value};
use url::Url;

use crate::description::DescriptionError;
use crate::limits::{REQUIREMENTS, SHOWN_TEXT_LEN};
use crate::wire::scalar_text;

/// An attribute that a site or a KYC template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestedAttribute {
    /// The relying party's own name for it; it is to be sent back unchanged, and none where none was given.
    pub id: Option<String>,
    /// The URL of the attribute's schema, as the relying party spelt it.
    pub schema: String,
    /// The relying party's words for it, made fit to be shown.
    pub label: Option<String>,
    /// Whether it must be sent, where the relying party says so. What silence means depends on the context (lws.md
    /// §4): required for a site, optional in a KYC template.
    pub required: Option<bool>,
}

/// A list of requirements, of a site or of a KYC template. Some templates have an object keyed by id instead.
pub(crate) fn read_requirements(list: Option<&Value>) -> Result<Vec<RequestedAttribute>, DescriptionError> {
    let entries: Vec<(Option<&String>, &Value)> = match list {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(list)) => list.iter().map(|entry| (None, entry)).collect(),
        Some(Value::Object(list)) => list.iter().map(|(id, entry)| (Some(id), entry)).collect(),
        Some(_) => return Err(DescriptionError::BadAttributes),
    };
    if entries.len() > REQUIREMENTS {
        return Err(DescriptionError::TooManyAttributes);
    }
    let read = |(index, (key, entry)): (usize, (Option<&String>, &Value))| {
        read_requirement(key, entry).ok_or(DescriptionError::BadAttribute { position: index + 1 })
    };
    entries.into_iter().enumerate().map(read).collect()
}

fn read_requirement(key: Option<&String>, entry: &Value) -> Option<RequestedAttribute> {
    let fields = match entry {
        Value::String(schema) => {
            return is_schema_url(schema).then(|| RequestedAttribute {
                id: key.cloned(),
                schema: schema.clone(),
                label: None,
                required: None,
            });
        }
        Value::Object(fields) => fields,
        _ => return None,
    };
    let id = fields.get("id").and_then(scalar_text).or_else(|| key.cloned());
    let named = ["schemaId", "attribute", "key", "schema"].into_iter().find_map(|name| match fields.get(name)? {
        Value::String(schema) => is_schema_url(schema).then_some(schema.as_str()),
        Value::Object(schema) => schema.get("$id").and_then(Value::as_str),
        _ => None,
    });
    Some(RequestedAttribute {
        // In the classic documents the id itself is the schema.
        schema: named.or_else(|| id.as_deref().filter(|id| is_schema_url(id)))?.to_owned(),
        label: ["label", "title", "name"]
            .into_iter()
            .find_map(|name| fields.get(name)?.as_str())
            .and_then(|label| shown_text(label, SHOWN_TEXT_LEN)),
        required: read_required(fields),
        id,
    })
}

/// `required`, or its opposite as applications spell it.
fn read_required(fields: &Map<String, Value>) -> Option<bool> {
    let flag = |name| fields.get(name).and_then(read_flag);
    flag("required").or_else(|| flag("optional").map(|optional| !optional))
}

/// A truth value, which some descriptions, made by hand or from forms, have as text.
pub(crate) fn read_flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text.trim().eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.trim().eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// An absolute http or https URL; how it is spelt is left alone.
pub(crate) fn is_schema_url(text: &str) -> bool {
    Url::parse(text.trim()).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn requirements_in_every_spelling() {
        let check = |entry: Value, expected: Option<(Option<&str>, &str, Option<bool>)>| {
            let read = read_requirements(Some(&json!([entry]))).ok();
            let read = read.as_ref().map(|list| (list[0].id.as_deref(), list[0].schema.as_str(), list[0].required));
            assert_eq!(read, expected, "{entry}");
        };
        let url = "https://platform.selfkey.org/schema/attribute/email.json ";
        check(json!(url), Some((None, url, None)));
        check(json!({"schemaId": url, "id": "mail", "required": false}), Some((Some("mail"), url, Some(false))));
        check(json!({"attribute": url, "id": 7}), Some((Some("7"), url, None)));
        check(json!({"schemaId": url, "required": "false"}), Some((None, url, Some(false))));
        check(json!({"schemaId": url, "optional": "true"}), Some((None, url, Some(false))));
        check(json!({"schemaId": url, "required": "perhaps"}), Some((None, url, None)));
        check(json!({"key": url, "required": true}), Some((None, url, Some(true))));
        check(json!({"id": url, "optional": true}), Some((Some(url), url, Some(false))));
        check(json!({"schema": {"$id": url}}), Some((None, url, None)));
        check(json!({"id": "mail"}), None);
        check(json!("mail"), None);
        check(json!(5), None);
        check(json!({"schemaId": "javascript:alert(1)"}), None);
        let keyed = read_requirements(Some(&json!({"mail": {"schemaId": url}}))).unwrap();
        assert_eq!(keyed[0].id.as_deref(), Some("mail"));
        let many = vec![json!(url); REQUIREMENTS + 1];
        assert_eq!(read_requirements(Some(&json!(many))), Err(DescriptionError::TooManyAttributes));
    }
}
