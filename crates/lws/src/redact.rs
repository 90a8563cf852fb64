//! Taking secrets out of what is observed. What is kept is listed; all else goes.

use reqwest::header::HeaderMap;
use serde_json::{Map, Value};

use crate::error::Call;

/// What stands for something that was taken out.
const REDACTED: &str = "[redacted]";

/// Longest body shown, in characters.
const SHOWN_BODY_LEN: usize = 16 * 1024;

/// Headers whose values say nothing about the user.
const PLAIN_HEADERS: [&str; 16] = [
    "accept",
    "accept-encoding",
    "allow",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "keep-alive",
    "origin",
    "retry-after",
    "server",
    "transfer-encoding",
    "user-agent",
    "vary",
];

/// Fields whose values are names and numbers of the protocol.
const PLAIN_FIELDS: [&str; 16] = [
    "code",
    "description",
    "did",
    "fileId",
    "id",
    "keyId",
    "label",
    "mimeType",
    "name",
    "required",
    "schemaId",
    "size",
    "status",
    "statusName",
    "templateId",
    "type",
];

/// Headers as they may be shown.
pub(crate) fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = |name: &str, value: &str| {
        if PLAIN_HEADERS.contains(&name) { value.to_owned() } else { REDACTED.to_owned() }
    };
    headers
        .iter()
        .map(|(name, value)| (name.to_string(), shown(name.as_str(), value.to_str().unwrap_or(REDACTED))))
        .collect()
}

/// A JSON body as it may be shown; `None` for an empty one.
pub(crate) fn body(call: Call, bytes: &[u8]) -> Option<String> {
    if bytes.is_empty() {
        return None;
    }
    let text = match serde_json::from_slice::<Value>(bytes) {
        Ok(value) if is_public(call) => value.to_string(),
        Ok(value) => redacted(&value, is_private(call)).to_string(),
        Err(_) => "[not JSON]".to_owned(),
    };
    Some(match text.char_indices().nth(SHOWN_BODY_LEN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    })
}

/// Calls that carry nothing of the user, in either direction.
fn is_public(call: Call) -> bool {
    matches!(call, Call::Description | Call::Templates | Call::Template)
}

/// Calls whose bodies are a secret from end to end: a user token is whatever the site makes it.
fn is_private(call: Call) -> bool {
    matches!(call, Call::UserToken | Call::LogIn)
}

fn redacted(value: &Value, all: bool) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|entry| redacted(entry, all)).collect(),
        Value::Object(fields) => Value::Object(redacted_fields(fields, all)),
        Value::Null => Value::Null,
        _ => Value::String(REDACTED.to_owned()),
    }
}

fn redacted_fields(fields: &Map<String, Value>, all: bool) -> Map<String, Value> {
    let entry = |(name, value): (&String, &Value)| {
        let nested = value.is_object() || value.is_array();
        let plain = !all && !nested && PLAIN_FIELDS.contains(&name.as_str());
        // Under `data`, `value` and `meta` nothing is a word of the protocol any more.
        let all = all || matches!(name.as_str(), "data" | "value" | "meta");
        (name.clone(), if plain { value.clone() } else { redacted(value, all && nested) })
    };
    fields.iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_kept() {
        let check = |call, given: Value, expected: Value| {
            let shown = body(call, given.to_string().as_bytes()).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), expected);
        };
        let gone = REDACTED;
        check(Call::Challenge, json!({"jwt": "a.b.c"}), json!({"jwt": gone}));
        check(
            Call::Response,
            json!({"signature": {"value": "0x1", "keyId": "did#keys-1"}}),
            json!({"signature": {"value": gone, "keyId": "did#keys-1"}}),
        );
        check(
            Call::SignUp,
            json!({"attributes": [{"id": "mail", "schemaId": "s", "data": {"id": "X1", "value": {"name": "Ada"}}}]}),
            json!({"attributes": [{"id": "mail", "schemaId": "s", "data": {"id": gone, "value": {"name": gone}}}]}),
        );
        check(
            Call::SignUp,
            json!({"attributes": [{"id": "m", "data": "Ada"}]}),
            json!({"attributes": [{"id": "m", "data": gone}]}),
        );
        check(Call::LogIn, json!({"id": "t", "name": 5}), json!({"id": gone, "name": gone}));
        check(Call::Templates, json!([{"id": 1, "name": "KYC"}]), json!([{"id": 1, "name": "KYC"}]));
        check(Call::Apply, json!({"message": "Ada is in", "id": 7}), json!({"message": gone, "id": 7}));
        assert_eq!(body(Call::SignUp, b""), None);
        assert_eq!(body(Call::SignUp, b"<p>Ada").as_deref(), Some("[not JSON]"));
    }

    #[test]
    fn headers_that_are_kept() {
        let mut given = HeaderMap::new();
        given.insert("authorization", "Bearer canary".parse().unwrap());
        given.insert("location", "https://rp.example/?token=canary".parse().unwrap());
        given.insert("content-type", "text/html".parse().unwrap());
        let shown = headers(&given);
        assert!(!format!("{shown:?}").contains("canary"));
        assert!(shown.contains(&("content-type".to_owned(), "text/html".to_owned())));
    }
}
