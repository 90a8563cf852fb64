//! How messages are written over plain HTTP.

use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PROTOBUF: HeaderValue = HeaderValue::from_static("application/protobuf");

const MOST_MESSAGE_CHARS: usize = 200;

/// How messages are written. What comes in and what goes out need not be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Json,
    Protobuf,
}

impl Encoding {
    /// What the body is in. Whatever does not say protobuf is read as JSON: many clients send a type of their library's.
    pub(crate) fn sent(headers: &HeaderMap) -> Self {
        let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if is_protobuf(kind) { Self::Protobuf } else { Self::Json }
    }

    /// What the answer is to be in: protobuf if it is asked for at least as much as JSON.
    pub(crate) fn accepted(headers: &HeaderMap) -> Self {
        let values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        let (mut json, mut protobuf) = (0.0, 0.0);
        for range in values.flat_map(|value| value.split(',')) {
            let kind = range.split(';').next().unwrap_or_default().trim();
            let weight = if kind.eq_ignore_ascii_case("application/json") {
                &mut json
            } else if is_protobuf(range) {
                &mut protobuf
            } else {
                continue;
            };
            *weight = f64::max(*weight, quality(range));
        }
        if protobuf > 0.0 && protobuf >= json { Self::Protobuf } else { Self::Json }
    }

    /// Reads a message, or says what is wrong with it.
    pub(crate) fn read<T: prost::Message + Default + DeserializeOwned>(self, bytes: &[u8]) -> Result<T, String> {
        let message = match self {
            Self::Json => json::read(bytes).map_err(|error| format!("the body is no such message in JSON: {error}")),
            Self::Protobuf => {
                T::decode(bytes).map_err(|error| format!("the body is no such message in protobuf: {error}"))
            }
        };
        message.map_err(shortened)
    }
}

/// A parser's message may quote what was sent.
fn shortened(mut message: String) -> String {
    let end = message.char_indices().nth(MOST_MESSAGE_CHARS).map_or(message.len(), |(at, _)| at);
    message.truncate(end);
    message
}

fn is_protobuf(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["application/protobuf", "application/x-protobuf"].iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// RFC 9110, section 12.4.2: 1 if nothing is said.
fn quality(range: &str) -> f64 {
    let weight = range.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim().parse().unwrap_or(0.0))
    });
    weight.unwrap_or(1.0)
}

/// An answer that holds a message.
pub(crate) fn message(wanted: Encoding, message: &(impl prost::Message + Serialize)) -> Response {
    match wanted {
        Encoding::Protobuf => written(StatusCode::OK, PROTOBUF, message.encode_to_vec().into()),
        Encoding::Json => match json::write(message) {
            Ok(bytes) => written(StatusCode::OK, JSON, bytes.into()),
            Err(error) => {
                tracing::error!(%error, "an answer could not be written");
                written(StatusCode::INTERNAL_SERVER_ERROR, JSON, Bytes::from_static(b"{}"))
            }
        },
    }
}

/// An answer that holds bytes.
pub(crate) fn written(status: StatusCode, kind: HeaderValue, bytes: Bytes) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::CreateRequest;

    fn accepted(values: &[&'static str]) -> Encoding {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(ACCEPT, HeaderValue::from_static(value));
        }
        Encoding::accepted(&headers)
    }

    #[test]
    fn an_answer_is_json_unless_protobuf_is_asked_for() {
        for values in [
            &[][..],
            &[""],
            &["*/*"],
            &["application/*"],
            &["text/html, application/json"],
            &["application/protobuf;q=0"],
            &["application/protobuf;q=0.5, application/json"],
            &["application/protobuf;q=nonsense"],
            &["application/protobufs"],
        ] {
            assert_eq!(accepted(values), Encoding::Json, "{values:?}");
        }
        for values in [
            &["application/protobuf"][..],
            &["Application/Protobuf; charset=binary"],
            &["application/x-protobuf"],
            &["application/json;q=0.5, application/protobuf"],
            &["application/json", "application/protobuf"],
            &["*/*, application/protobuf;q=0.1"],
        ] {
            assert_eq!(accepted(values), Encoding::Protobuf, "{values:?}");
        }
    }

    #[test]
    fn a_body_is_json_unless_it_says_protobuf() {
        for (value, expected) in [
            ("application/json", Encoding::Json),
            ("application/x-www-form-urlencoded", Encoding::Json),
            ("text/plain; application/protobuf", Encoding::Json),
            ("application/protobuf; messageType=x", Encoding::Protobuf),
            ("APPLICATION/X-PROTOBUF", Encoding::Protobuf),
        ] {
            let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(value))]);
            assert_eq!(Encoding::sent(&headers), expected, "{value}");
        }
        assert_eq!(Encoding::sent(&HeaderMap::new()), Encoding::Json);
    }

    #[test]
    fn what_is_wrong_with_a_message_is_short() {
        let giant = format!(r#"{{"type": "{}"}}"#, "ä".repeat(10_000));
        let error = Encoding::Json.read::<CreateRequest>(giant.as_bytes()).unwrap_err();
        assert_eq!(error.chars().count(), MOST_MESSAGE_CHARS);
    }
}
