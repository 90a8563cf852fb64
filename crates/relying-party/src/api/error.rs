//! Refusals: a status and `{"code", "message", "errors"?, "limit"?}`.

use std::fmt::Display;

use axum::Json;
use axum::http::StatusCode;
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
    /// The most bytes that are taken, where there were more.
    limit: Option<usize>,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), complaints: Vec::new(), limit: None }
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
        Self { limit: Some(limit_bytes), ..Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message) }
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
        (self.status, Json(body)).into_response()
    }
}
