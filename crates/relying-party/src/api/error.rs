//! Refusals: a status and `{"code", "message", "errors"?, "limit"?}`.

use std::fmt::Display;
use std::time::Duration;

use axum::Json;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::attribute::Complaint;
use crate::token::TokenError;

/// A refusal on its way to the wallet.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
    complaints: Vec<Complaint>,
    /// The most that is taken, where there was more: bytes, or what the message speaks of.
    limit: Option<u64>,
    header: Option<Header>,
}

/// A header that goes with a refusal.
#[derive(Debug, Clone, Copy)]
enum Header {
    RetryAfter(Duration),
    AskForSecret,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), complaints: Vec::new(), limit: None, header: None }
    }

    /// 400: the request is malformed.
    pub(crate) fn malformed(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// 400: there is no bearer token, or no user token.
    pub(crate) fn token_missing(message: impl Into<String>) -> Self {
        Self::malformed("token_missing", message)
    }

    /// 401: the wallet has to start again from the challenge.
    pub(crate) fn token_invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "token_invalid", message)
    }

    /// 403.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", message)
    }

    /// 404.
    pub(crate) fn not_found(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message)
    }

    /// 404 at the token or login step: no account yet.
    pub(crate) fn no_such_user() -> Self {
        Self::not_found("user_does_not_exist", "no user of this site has this wallet")
    }

    /// 405.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "this endpoint does not take this method")
    }

    /// 413, with the limit in bytes as a member of its own, for programs.
    pub(crate) fn too_large(what: &str, limit_bytes: usize) -> Self {
        let message = format!("{what} is larger than {limit_bytes} bytes");
        let limit = u64::try_from(limit_bytes).unwrap_or(u64::MAX);
        Self { limit: Some(limit), ..Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message) }
    }

    /// 413: not this alone, but together with what is here already.
    pub(crate) fn quota_exceeded(what: &str, limit_bytes: u64) -> Self {
        let message = format!("{what} would be more than {limit_bytes} bytes");
        Self { limit: Some(limit_bytes), ..Self::new(StatusCode::PAYLOAD_TOO_LARGE, "quota_exceeded", message) }
    }

    /// 429: as many as one wallet may have.
    pub(crate) fn too_many(code: &'static str, message: &str, limit: u64) -> Self {
        let message = format!("{message}; the limit is {limit}");
        Self { limit: Some(limit), ..Self::new(StatusCode::TOO_MANY_REQUESTS, code, message) }
    }

    /// 429 with `Retry-After`: the next attempt has to wait.
    pub(crate) fn too_fast(wait: Duration) -> Self {
        let message = format!("there were too many attempts; the next one can be made in {} seconds", in_seconds(wait));
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", message).after(wait)
    }

    /// 429 with `Retry-After`: others are uploading.
    pub(crate) fn busy(limit_bytes: u64, wait: Duration) -> Self {
        let message = format!("uploads of more than {limit_bytes} bytes are under way; try again in a moment");
        Self { limit: Some(limit_bytes), ..Self::new(StatusCode::TOO_MANY_REQUESTS, "busy", message) }.after(wait)
    }

    /// 507: there is no room for more, from whomever.
    pub(crate) fn storage_full(limit_bytes: u64) -> Self {
        let message = format!("this site keeps no more than {limit_bytes} bytes; nothing was changed");
        Self { limit: Some(limit_bytes), ..Self::new(StatusCode::INSUFFICIENT_STORAGE, "storage_full", message) }
    }

    /// 401: the operator's secret is missing or wrong.
    pub(crate) fn operator_only() -> Self {
        let message = "this needs the operator's secret: `Authorization: Bearer <secret>`";
        Self { header: Some(Header::AskForSecret), ..Self::new(StatusCode::UNAUTHORIZED, "operator_only", message) }
    }

    /// 422: a file was there when it was looked for, and its time was over before it was claimed.
    pub(crate) fn file_gone() -> Self {
        Self::unacceptable("file_invalid", "a file is not here any more; upload it again")
    }

    fn after(self, wait: Duration) -> Self {
        Self { header: Some(Header::RetryAfter(wait)), ..self }
    }

    /// 422: understood, and not acceptable.
    pub(crate) fn unacceptable(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message)
    }

    /// 422 with what is wrong with each attribute.
    pub(crate) fn attributes(complaints: Vec<Complaint>) -> Self {
        let message = "some attributes are missing or do not fit";
        Self { complaints, ..Self::unacceptable("invalid_attributes", message) }
    }

    /// 500: logged here, not told outside.
    pub(crate) fn internal(error: impl Display) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "the site failed; nothing was changed")
    }
}

/// `Retry-After` (RFC 9110, section 10.2.3), in seconds and not too early.
pub(crate) fn retry_after(wait: Duration) -> (HeaderName, HeaderValue) {
    (RETRY_AFTER, HeaderValue::from(in_seconds(wait)))
}

/// Whole seconds, rounded up.
pub(crate) fn in_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

impl From<TokenError> for ApiError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Expired | TokenError::Forged | TokenError::WrongType => Self::token_invalid(error.to_string()),
            TokenError::Sign(_) | TokenError::Random(_) => Self::internal(error),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut body = json!({"code": self.code, "message": self.message});
        if !self.complaints.is_empty() {
            body["errors"] = self.complaints.iter().map(Complaint::to_json).collect();
        }
        if let Some(limit) = self.limit {
            body["limit"] = json!(limit);
        }
        let mut response = (self.status, Json(body)).into_response();
        response.headers_mut().extend(self.header.map(|header| match header {
            Header::RetryAfter(wait) => retry_after(wait),
            Header::AskForSecret => (WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"operator\"")),
        }));
        response
    }
}
