//! What a server says of its own failure (lws.md §7), wherever it says it.

use idw_http::shown_text;
use serde_json::Value;

use crate::error::FieldFault;
use crate::limits::SHOWN_TEXT_LEN;
use crate::wire;

/// The server's words, made fit to be shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// A word for programs, such as `token_invalid`.
    pub(crate) code: Option<String>,
    /// A sentence for people.
    pub(crate) message: Option<String>,
    /// Which attributes or files are at fault.
    pub(crate) fields: Vec<FieldFault>,
}

impl Words {
    /// Reads `{"code", "message"}` and its kin: the same under `error`, an OAuth error (RFC 6749 §5.2), problem details
    /// (RFC 9457), a text alone.
    pub(crate) fn of(body: &Value) -> Self {
        let nested = wire::first(body, &["error"]).filter(|error| error.is_object()).map(Self::of_object);
        let mut words = Self::of_object(body);
        if let Some(nested) = nested {
            words.code = nested.code.or(words.code);
            words.message = nested.message.or(words.message);
            if words.fields.is_empty() {
                words.fields = nested.fields;
            }
        }
        words
    }

    fn of_object(body: &Value) -> Self {
        if let Some(text) = body.as_str() {
            return Self { message: shown_text(text, SHOWN_TEXT_LEN), ..Self::default() };
        }
        let code = wire::id_text(body, &["code"]);
        let error = wire::id_text(body, &["error"]);
        // `error` is a code at some servers and a sentence at others.
        let (error, sentence) =
            if error.as_ref().is_some_and(|text| text.contains(' ')) { (None, error) } else { (error, None) };
        let message = wire::text(body, &["message", "error_description", "msg"]);
        Self {
            code: code.or(error),
            message: message.or_else(|| problem_details(body)).or(sentence),
            fields: wire::field_faults(body),
        }
    }
}

/// `title` and `detail` (RFC 9457 §3.1).
fn problem_details(body: &Value) -> Option<String> {
    let (title, detail) = (wire::text(body, &["title"]), wire::text(body, &["detail"]));
    match (title, detail) {
        (Some(title), Some(detail)) if title != detail => shown_text(&format!("{title}: {detail}"), SHOWN_TEXT_LEN),
        (title, detail) => detail.or(title),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_server_is_quoted_wherever_it_puts_its_words() {
        let check = |body: Value, code: Option<&str>, message: Option<&str>| {
            let words = Words::of(&body);
            assert_eq!((words.code.as_deref(), words.message.as_deref()), (code, message), "{body}");
        };
        check(json!({"code": "token_missing", "message": "No token"}), Some("token_missing"), Some("No token"));
        check(json!({"error": {"code": 17, "message": "No token"}}), Some("17"), Some("No token"));
        check(json!({"error": {"message": "inner"}, "message": "outer"}), None, Some("inner"));
        check(json!({"error": {"status": 400}, "message": "outer"}), None, Some("outer"));
        check(json!({"error": "invalid_token"}), Some("invalid_token"), None);
        check(json!({"error": "The token is too old"}), None, Some("The token is too old"));
        check(
            json!({"error": "invalid_grant", "error_description": "Too old"}),
            Some("invalid_grant"),
            Some("Too old"),
        );
        let problem = json!({"type": "about:blank", "title": "Forbidden", "status": 403, "detail": "Members only"});
        check(problem, None, Some("Forbidden: Members only"));
        check(json!({"title": "Forbidden"}), None, Some("Forbidden"));
        check(json!("Members only"), None, Some("Members only"));
        check(json!(null), None, None);
        check(json!([1, 2]), None, None);
    }

    #[test]
    fn the_parameters_of_a_problem_are_fields() {
        let body = json!({"title": "Not valid", "invalid-params": [{"name": "age", "reason": "must be positive"}]});
        let words = Words::of(&body);
        assert_eq!(words.fields.len(), 1);
        assert_eq!(
            (words.fields[0].field.as_deref(), words.fields[0].message.as_str()),
            (Some("age"), "must be positive")
        );
        let nested = json!({"error": {"errors": [{"pointer": "/age", "detail": "must be positive"}]}});
        assert_eq!(Words::of(&nested).fields[0].field.as_deref(), Some("/age"));
    }
}
