//! Bodies that should not be.

use std::io;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use futures_util::{StreamExt as _, stream};

/// Our own answers are below this: two pictures of 4 MB, or one of 48 MiB, in base64.
const MAX_ANSWER_BYTES: usize = 128 * 1024 * 1024;
const HUGE_CHUNKS: usize = 1024;
const CHUNK_BYTES: usize = 64 * 1024;
/// What [`promising_more`] promises and does not keep.
const MISSING_BYTES: usize = 100;

/// A response's parts, and its body as a whole.
pub(super) async fn whole(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    (parts, to_bytes(body, MAX_ANSWER_BYTES).await.unwrap_or_default())
}

/// The same answer with its body changed.
pub(super) async fn changed(response: Response, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Response {
    let (parts, bytes) = whole(response).await;
    Response::from_parts(parts, Body::from(change(&bytes)))
}

/// A JSON string of 64 MiB.
pub(super) fn huge() -> Response {
    let filling = stream::repeat(Bytes::from(vec![b'a'; CHUNK_BYTES])).take(HUGE_CHUNKS);
    let all = stream::iter([Bytes::from_static(b"{\"token\":\"")]).chain(filling);
    let all = all.chain(stream::iter([Bytes::from_static(b"\"}")])).map(Ok::<_, io::Error>);
    ([(CONTENT_TYPE, "application/json")], Body::from_stream(all)).into_response()
}

/// Half the body, then an error: the server closes the connection where the rest was announced.
pub(super) async fn cut(response: Response) -> Response {
    let (mut parts, bytes) = whole(response).await;
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len() + 1));
    ending(parts, bytes.slice(..bytes.len() / 2))
}

/// The whole body, and the connection closed where more was announced.
pub(super) async fn promising_more(response: Response) -> Response {
    let (mut parts, bytes) = whole(response).await;
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len() + MISSING_BYTES));
    ending(parts, bytes)
}

fn ending(parts: axum::http::response::Parts, bytes: Bytes) -> Response {
    // A chunk and a failure polled together would lose the chunk: the connection gives up before it writes.
    let failure = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    Response::from_parts(parts, Body::from_stream(stream::iter([Ok(bytes)]).chain(failure)))
}

/// The JSON as the primary document prints it: names without quotation marks, a comma behind the last.
pub(super) fn as_printed(json: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(json);
    let mut printed = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(start) = rest.find('"') {
        printed.push_str(&rest[..start]);
        let behind = &rest[start + 1..];
        let end = end_of_string(behind);
        let (string, after) = (&behind[..end], behind.get(end + 1..).unwrap_or_default());
        if after.starts_with(':') {
            printed.push_str(string);
        } else {
            printed.extend(["\"", string, "\""]);
        }
        rest = after;
    }
    printed.push_str(rest);
    printed.replace('}', ",}").into_bytes()
}

/// The length of a JSON string whose first quotation mark is left out.
fn end_of_string(text: &str) -> usize {
    let mut is_escaped = false;
    let is_end = |byte: u8| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    };
    text.bytes().position(is_end).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_document_prints_is_no_json() {
        let printed = as_printed(br#"{"details":{"surname":"O\"A","sex":"F"},"list":["a:b"]}"#);
        assert_eq!(printed, br#"{details:{surname:"O\"A",sex:"F",},list:["a:b"],}"#);
        assert!(serde_json::from_slice::<serde_json::Value>(&printed).is_err());
    }
}
