//! Request bodies, read up to a limit: JSON and multipart forms.

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use serde_json::Value;

use super::error::ApiError;
use crate::uploads::Allowance;

/// Largest JSON body, and largest part of a form that is not a file.
const MAX_JSON_BYTES: usize = 1024 * 1024;
/// Largest file: the bound in the schemas of files.
const MAX_FILE_BYTES: usize = 50_000_000;
/// All parts of one form; a form is held in memory until it is complete.
const MAX_FORM_BYTES: usize = 256 * 1024 * 1024;
/// Parts of one form.
const MAX_PARTS: usize = 64;

/// A JSON body.
pub(crate) async fn read_json(request: Request) -> Result<Value, ApiError> {
    if !is_json(content_type(&request)) {
        return Err(ApiError::malformed("content_type_invalid", "`Content-Type` must be `application/json`"));
    }
    let bytes = read_limited(request.into_body()).await?;
    serde_json::from_slice(&bytes).map_err(|_| ApiError::malformed("body_invalid", "the body is not valid JSON"))
}

/// One part of a multipart form.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content: Bytes,
}

impl Part {
    /// The JSON in a part that says it is JSON.
    pub(crate) fn json(&self) -> Result<Value, ApiError> {
        let name = &self.name;
        if !is_json(self.content_type.as_deref().unwrap_or_default()) {
            let message = format!("the part `{name}` must have the type `application/json`");
            return Err(ApiError::malformed("content_type_invalid", message));
        }
        serde_json::from_slice(&self.content)
            .map_err(|_| ApiError::malformed("body_invalid", format!("the part `{name}` is not valid JSON")))
    }
}

/// A `multipart/form-data` body (RFC 7578), in order, as far as it is allowed.
pub(crate) async fn read_form(request: Request, allowance: &mut Allowance) -> Result<Vec<Part>, ApiError> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| {
        ApiError::malformed("content_type_invalid", "`Content-Type` must be `multipart/form-data` with a boundary")
    })?;
    let mut parts = Vec::new();
    let mut remaining = MAX_FORM_BYTES;
    while let Some(field) = form.next_field().await.map_err(broken_form)? {
        if parts.len() == MAX_PARTS {
            return Err(ApiError::malformed("body_invalid", format!("a form has at most {MAX_PARTS} parts")));
        }
        let part = read_part(field, remaining, allowance).await?;
        remaining -= part.content.len();
        parts.push(part);
    }
    Ok(parts)
}

async fn read_part(mut field: Field<'_>, remaining: usize, allowance: &mut Allowance) -> Result<Part, ApiError> {
    let name = field.name().unwrap_or_default().to_owned();
    let file_name = field.file_name().map(str::to_owned);
    let content_type = field.content_type().map(str::to_owned);
    let limit = if file_name.is_some() { MAX_FILE_BYTES } else { MAX_JSON_BYTES };
    let mut content = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(broken_form)? {
        if content.len() + chunk.len() > limit {
            return Err(ApiError::too_large(&format!("the part `{name}`"), limit));
        }
        if content.len() + chunk.len() > remaining {
            return Err(ApiError::too_large("the form", MAX_FORM_BYTES));
        }
        allowance.take(chunk.len())?;
        content.extend_from_slice(&chunk);
    }
    Ok(Part { name, file_name, content_type, content: content.freeze() })
}

/// The body's declared type, empty when there is none.
pub(crate) fn content_type(request: &Request) -> &str {
    request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn is_json(content_type: &str) -> bool {
    content_type.split(';').next().is_some_and(|name| name.trim().eq_ignore_ascii_case("application/json"))
}

async fn read_limited(body: Body) -> Result<Bytes, ApiError> {
    let mut stream = body.into_data_stream();
    let mut bytes = BytesMut::new();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| ApiError::malformed("body_invalid", "the body ended early"))?;
        if bytes.len() + chunk.len() > MAX_JSON_BYTES {
            return Err(ApiError::too_large("the body", MAX_JSON_BYTES));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

fn broken_form(error: MultipartError) -> ApiError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return ApiError::too_large("the form", MAX_FORM_BYTES);
    }
    ApiError::malformed("body_invalid", "the form is broken or ended early")
}
