//! Bodies that should not be.

use std::io::{self, Write as _};
use std::sync::OnceLock;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Response as HttpResponse, StatusCode};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::{StreamExt as _, stream};

use crate::api::ApiError;

/// Far above the 1 MiB that a JSON answer may have.
const OVERSIZED_CHUNKS: usize = 1024;
const BOMB_CHUNKS: usize = 4 * OVERSIZED_CHUNKS;
const CHUNK_BYTES: usize = 64 * 1024;
/// Largest answer that is taken apart to be broken; ours are a few kilobytes.
const MAX_ANSWER_BYTES: usize = 4 * 1024 * 1024;
/// Between the bytes of what is slow: any time limit is reached before any end.
pub(crate) const BYTE_PAUSE: Duration = Duration::from_millis(500);
const HUGE_HEADERS: usize = 512;

const START: &[u8] = b"{\"jwt\": \"";

/// A response's parts, and its body as a whole.
pub(super) async fn whole(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    (parts, to_bytes(body, MAX_ANSWER_BYTES).await.unwrap_or_default())
}

/// The same answer with its body changed.
pub(super) async fn changed(response: Response, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Response {
    let (parts, bytes) = whole(response).await;
    HttpResponse::from_parts(parts, Body::from(change(&bytes)))
}

/// A JSON string that does not end for a long time, or ever.
pub(super) fn filling(chunks: Option<usize>) -> Response {
    let filling = stream::repeat(Bytes::from(vec![b'a'; CHUNK_BYTES])).take(chunks.unwrap_or(usize::MAX));
    let all = stream::iter([Bytes::from_static(START)]).chain(filling);
    let all = all.chain(stream::iter([Bytes::from_static(b"\"}")])).map(Ok::<_, io::Error>);
    ([(CONTENT_TYPE, "application/json")], Body::from_stream(all)).into_response()
}

pub(super) fn oversized() -> Response {
    filling(Some(OVERSIZED_CHUNKS))
}

/// Small to send and large to read; sent whether or not the client takes gzip.
pub(super) async fn gzip_bomb() -> Response {
    match tokio::task::spawn_blocking(packed).await {
        Ok(bytes) => {
            ([(CONTENT_TYPE, "application/json"), (CONTENT_ENCODING, "gzip")], Body::from(bytes)).into_response()
        }
        Err(error) => ApiError::internal(error).into_response(),
    }
}

/// Packed once: it takes a second.
fn packed() -> Bytes {
    static PACKED: OnceLock<Bytes> = OnceLock::new();
    let pack = || {
        let chunk = vec![b'a'; CHUNK_BYTES];
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(START)?;
        for _ in 0..BOMB_CHUNKS {
            encoder.write_all(&chunk)?;
        }
        encoder.write_all(b"\"}")?;
        encoder.finish()
    };
    PACKED.get_or_init(|| pack().map(Bytes::from).unwrap_or_default()).clone()
}

/// Half the body, then an error: the server closes the connection where the rest was announced.
pub(super) async fn reset(response: Response) -> Response {
    let (mut parts, bytes) = whole(response).await;
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len() + 1));
    let half = bytes.slice(..bytes.len() / 2);
    // A chunk and a failure polled together would lose the chunk: the connection gives up before it writes.
    let failure = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    Response::from_parts(parts, Body::from_stream(stream::iter([Ok(half)]).chain(failure)))
}

pub(super) async fn slow(response: Response) -> Response {
    let (parts, bytes) = whole(response).await;
    let byte = |index: usize| bytes.slice(index..=index);
    let all: Vec<Bytes> = (0..bytes.len()).map(byte).collect();
    let drops = stream::iter(all).then(|byte| async {
        tokio::time::sleep(BYTE_PAUSE).await;
        Ok::<_, io::Error>(byte)
    });
    Response::from_parts(parts, Body::from_stream(drops))
}

pub(super) fn with_huge_headers(mut response: Response) -> Response {
    let value = HeaderValue::from_str(&"a".repeat(1024)).unwrap_or(HeaderValue::from_static("a"));
    for index in 0..HUGE_HEADERS {
        if let Ok(name) = HeaderName::try_from(format!("x-filling-{index}")) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

pub(super) fn plain(status: StatusCode, body: &'static str) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}
