//! Refusals of the interface.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why a call is refused. Web KYC's documents show no errors, so both dialects answer as Web IDV does:
/// `{"errorCode", "errorMessage"}`. The message never quotes what the client sent.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl ApiError {
    pub(crate) fn missing(name: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "MISSING_REQUEST_PARAMETER", format!("{name} is missing"))
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "INVALID_REQUEST_PARAMETER", message)
    }

    pub(crate) fn keys_missing(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "API_KEYS_MISSING", message)
    }

    pub(crate) fn keys_invalid(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "API_KEYS_INVALID", message)
    }

    pub(crate) fn bad_keys(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "BAD_API_KEYS", message)
    }

    pub(crate) fn deactivated() -> Self {
        Self::new(StatusCode::FORBIDDEN, "ACCOUNT_DEACTIVATED", "the client's account is deactivated")
    }

    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", "there is nothing at this address")
    }

    pub(crate) fn wrong_method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "this address takes another method")
    }

    pub(crate) fn wrong_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "the body has to be multipart/form-data",
        )
    }

    pub(crate) fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", "the body is too large")
    }

    pub(crate) fn foreign_form() -> Self {
        Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", "this was not asked for by a page of this provider")
    }

    pub(crate) fn internal(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a call could not be answered");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "the provider could not do it")
    }

    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into() }
    }
}

/// Why something was refused, for the log of requests.
#[derive(Debug, Clone)]
pub(crate) struct Reason(pub(crate) String);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = Json(json!({"errorCode": self.code, "errorMessage": self.message}));
        let mut response = (self.status, body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            // RFC 9110, section 11.6.1: a 401 says what it would take.
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic, Bearer"));
        }
        response.extensions_mut().insert(Reason(self.message));
        response
    }
}
