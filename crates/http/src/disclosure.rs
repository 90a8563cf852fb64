//! What of an exchange may be shown. What is kept is listed; all else goes.

use http::HeaderMap;
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use crate::limits::SHOWN_BODY_LEN;

/// What stands for something that was taken out.
const REDACTED: &str = "[redacted]";

/// What a protocol lets an observer see of an exchange besides its method, its host and its status. Only the protocol
/// knows where its secrets stand, so it brings this with each [`Request`](crate::Request); what it does not list is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// The URL's path.
    pub path: ShownPath,
    /// The URL's query, where its path is shown.
    pub query: ShownQuery,
    /// Headers of request and answer.
    pub headers: ShownHeaders,
    /// Bodies of request and answer, and their lengths.
    pub body: ShownBody,
}

/// Whether a URL's path is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShownPath {
    /// Nothing of the URL but its host.
    #[default]
    Hidden,
    /// As it is.
    Whole,
    /// This in its place: for paths with an id in them.
    As(&'static str),
}

/// What is shown of a URL's query.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShownQuery {
    /// That there is one.
    #[default]
    Hidden,
    /// The names of its parameters, and the values of these.
    Named(&'static [&'static str]),
    /// As it is.
    Whole,
}

/// What is shown of headers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShownHeaders {
    /// Nothing.
    #[default]
    Hidden,
    /// The names of all, and the values of these. Names are in lower case.
    Named(&'static [&'static str]),
}

/// What is shown of bodies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShownBody {
    /// Nothing, not even a length.
    #[default]
    Hidden,
    /// Of JSON, the names of its fields, and some values; of files, types and lengths.
    Fields {
        /// Fields whose values are shown. One that holds a list or an object never is: what is in it is looked at by itself.
        plain: &'static [&'static str],
        /// Fields below which nothing is shown, whatever its name.
        closed: &'static [&'static str],
    },
    /// JSON as it is; of files, types and lengths.
    Whole,
}

impl Disclosure {
    /// Nothing but method, host and status.
    pub const NOTHING: Self = Self {
        path: ShownPath::Hidden,
        query: ShownQuery::Hidden,
        headers: ShownHeaders::Hidden,
        body: ShownBody::Hidden,
    };

    /// A URL as it may be shown.
    pub fn url(&self, url: &Url) -> Option<String> {
        let mut shown = url.clone();
        match self.path {
            ShownPath::Hidden => return None,
            ShownPath::Whole => {}
            ShownPath::As(path) => shown.set_path(path),
        }
        shown.set_fragment(None);
        let query = url.query().map(|query| match self.query {
            ShownQuery::Hidden => REDACTED.to_owned(),
            ShownQuery::Named(plain) => shown_query(query, plain),
            ShownQuery::Whole => query.to_owned(),
        });
        shown.set_query(None);
        Some(match query {
            Some(query) => format!("{shown}?{query}"),
            None => shown.to_string(),
        })
    }

    /// Headers as they may be shown.
    pub(crate) fn headers(&self, headers: &HeaderMap) -> Vec<(String, String)> {
        let ShownHeaders::Named(plain) = self.headers else { return Vec::new() };
        let shown = |name: &str, value: &str| {
            if plain.contains(&name) { value.to_owned() } else { REDACTED.to_owned() }
        };
        headers
            .iter()
            .map(|(name, value)| (name.to_string(), shown(name.as_str(), value.to_str().unwrap_or(REDACTED))))
            .collect()
    }

    /// A JSON body as it may be shown; `None` for an empty one.
    pub fn body(&self, bytes: &[u8]) -> Option<String> {
        if bytes.is_empty() || self.body == ShownBody::Hidden {
            return None;
        }
        let text = match (serde_json::from_slice::<Value>(bytes), self.body) {
            (Ok(value), ShownBody::Whole) => value.to_string(),
            (Ok(value), ShownBody::Fields { plain, closed }) => Fields { plain, closed }.redacted(&value).to_string(),
            (Ok(_), ShownBody::Hidden) => return None,
            (Err(_), _) => "[not JSON]".to_owned(),
        };
        Some(match text.char_indices().nth(SHOWN_BODY_LEN) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        })
    }

    /// Whether bodies are shown at all.
    pub(crate) fn shows_bodies(&self) -> bool {
        self.body != ShownBody::Hidden
    }
}

fn shown_query(query: &str, plain: &[&str]) -> String {
    let shown = form_urlencoded::parse(query.as_bytes()).map(|(name, value)| {
        let value = if plain.contains(&&*name) { value } else { REDACTED.into() };
        format!("{name}={value}")
    });
    shown.collect::<Vec<_>>().join("&")
}

/// Which fields of a JSON body keep their values.
#[derive(Clone, Copy)]
struct Fields {
    plain: &'static [&'static str],
    closed: &'static [&'static str],
}

impl Fields {
    fn redacted(self, value: &Value) -> Value {
        match value {
            Value::Array(list) => list.iter().map(|entry| self.redacted(entry)).collect(),
            Value::Object(fields) => Value::Object(self.redacted_fields(fields)),
            Value::Null => Value::Null,
            _ => Value::String(REDACTED.to_owned()),
        }
    }

    fn redacted_fields(self, fields: &Map<String, Value>) -> Map<String, Value> {
        let entry = |(name, value): (&String, &Value)| {
            let is_nested = value.is_object() || value.is_array();
            let is_closed = self.closed.contains(&name.as_str());
            let is_plain = !is_nested && !is_closed && self.plain.contains(&name.as_str());
            let within = if is_closed { Self { plain: &[], closed: &[] } } else { self };
            (name.clone(), if is_plain { value.clone() } else { within.redacted(value) })
        };
        fields.iter().map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FIELDS: Disclosure =
        Disclosure { body: ShownBody::Fields { plain: &["id", "name"], closed: &["data"] }, ..Disclosure::NOTHING };

    #[test]
    fn nothing_is_shown_that_is_not_listed() {
        let nothing = Disclosure::default();
        let url = Url::parse("https://rp.example/canary?canary=1").unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("content-type", "text/html".parse().unwrap());
        assert_eq!(nothing.url(&url), None);
        assert_eq!(nothing.headers(&headers), []);
        assert_eq!(nothing.body(br#"{"id": "canary"}"#), None);
        assert_eq!(nothing.body(b"canary"), None);
    }

    #[test]
    fn fields_that_keep_their_values() {
        let check = |disclosure: Disclosure, given: Value, expected: Value| {
            let shown = disclosure.body(given.to_string().as_bytes()).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), expected);
        };
        let gone = REDACTED;
        check(FIELDS, json!({"jwt": "a.b.c", "id": 7}), json!({"jwt": gone, "id": 7}));
        check(FIELDS, json!({"id": {"id": 1, "x": 2}}), json!({"id": {"id": 1, "x": gone}}));
        check(FIELDS, json!({"name": ["Ada"]}), json!({"name": [gone]}));
        check(FIELDS, json!({"data": {"a": {"id": "X1"}}}), json!({"data": {"a": {"id": gone}}}));
        check(FIELDS, json!({"data": "Ada"}), json!({"data": gone}));
        check(FIELDS, json!([{"id": 1}, "Ada", null]), json!([{"id": 1}, gone, null]));
        let whole = Disclosure { body: ShownBody::Whole, ..Disclosure::NOTHING };
        check(whole, json!({"any": ["Ada"]}), json!({"any": ["Ada"]}));
        assert_eq!(whole.body(b"<p>Ada").as_deref(), Some("[not JSON]"));
        assert_eq!(FIELDS.body(b""), None);
        let long = json!({"name": "a".repeat(2 * SHOWN_BODY_LEN)}).to_string();
        assert_eq!(FIELDS.body(long.as_bytes()).unwrap().chars().count(), SHOWN_BODY_LEN + 1);
    }

    #[test]
    fn headers_that_keep_their_values() {
        let mut given = HeaderMap::new();
        given.insert("authorization", "Bearer canary".parse().unwrap());
        given.insert("location", "https://rp.example/?token=canary".parse().unwrap());
        given.insert("content-type", "text/html".parse().unwrap());
        let disclosure = Disclosure { headers: ShownHeaders::Named(&["content-type"]), ..Disclosure::NOTHING };
        let shown = disclosure.headers(&given);
        assert!(!format!("{shown:?}").contains("canary"));
        assert!(shown.contains(&("content-type".to_owned(), "text/html".to_owned())));
        assert!(shown.iter().any(|(name, _)| name == "location"), "the name says nothing: {shown:?}");
    }

    #[test]
    fn queries_are_shown_by_name() {
        let check = |query: ShownQuery, expected: &str| {
            let disclosure = Disclosure { path: ShownPath::Whole, query, ..Disclosure::NOTHING };
            let url = Url::parse("https://rp.example:8443/a?state=canary&v=1#part").unwrap();
            assert_eq!(disclosure.url(&url).as_deref(), Some(expected));
        };
        check(ShownQuery::Hidden, "https://rp.example:8443/a?[redacted]");
        check(ShownQuery::Named(&["v"]), "https://rp.example:8443/a?state=[redacted]&v=1");
        check(ShownQuery::Whole, "https://rp.example:8443/a?state=canary&v=1");
        let instead = Disclosure { path: ShownPath::As("/requests/ID"), ..Disclosure::NOTHING };
        let url = Url::parse("https://rp.example/requests/canary").unwrap();
        assert_eq!(instead.url(&url).as_deref(), Some("https://rp.example/requests/ID"));
    }
}
