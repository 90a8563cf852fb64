//! Why a call of a wallet failed.

use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use idw_autheid::ServiceError;
use idw_autheid::wire::{WireCode, WireError, WireStatus};

use crate::database::{BindError, DatabaseError};

/// Why a call failed, as it goes to the wallet.
#[derive(Debug)]
pub(crate) struct Failure(WireError);

impl Failure {
    pub(crate) fn new(error: WireCode, message: &str) -> Self {
        Self(WireError { error, message: message.to_owned(), status: None, time: None })
    }

    pub(crate) fn invalid(message: &str) -> Self {
        Self::new(WireCode::Invalid, message)
    }

    pub(crate) fn nonce() -> Self {
        Self::new(WireCode::Nonce, "the nonce is used, too old, or of another service")
    }

    pub(crate) fn signature() -> Self {
        Self::new(WireCode::Signature, "the signature is missing, of another form, or does not verify")
    }

    pub(crate) fn device() -> Self {
        Self::new(WireCode::Device, "this device is not known, or not any longer")
    }

    pub(crate) fn token() -> Self {
        Self::new(WireCode::Token, "the session has ended")
    }

    pub(crate) fn not_found() -> Self {
        Self::new(WireCode::NotFound, "there is no such request for this email")
    }

    pub(crate) fn too_many(message: &str) -> Self {
        Self::new(WireCode::TooMany, message)
    }

    pub(crate) fn clock(time: i64) -> Self {
        let mut failure = Self::new(WireCode::Clock, "the clocks are more than five minutes apart");
        failure.0.time = Some(time);
        failure
    }

    pub(crate) fn over(status: WireStatus) -> Self {
        let mut failure = Self::new(WireCode::Over, "another decision came first");
        failure.0.status = Some(status);
        failure
    }

    /// Keys or random bytes that cannot be had.
    pub(crate) fn of_signing(error: &dyn std::error::Error) -> Self {
        Self::internal(error)
    }

    fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!(%error, "a wallet's call failed");
        Self::new(WireCode::Internal, "the service cannot do this at the moment")
    }

    fn status(&self) -> StatusCode {
        match self.0.error {
            WireCode::Nonce | WireCode::Clock | WireCode::Signature | WireCode::Token => StatusCode::UNAUTHORIZED,
            WireCode::Device | WireCode::Code => StatusCode::FORBIDDEN,
            WireCode::NotFound => StatusCode::NOT_FOUND,
            WireCode::Over => StatusCode::CONFLICT,
            WireCode::Invalid => StatusCode::BAD_REQUEST,
            WireCode::TooMany => StatusCode::TOO_MANY_REQUESTS,
            WireCode::Internal | WireCode::Unknown => StatusCode::INTERNAL_SERVER_ERROR,
            WireCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = (self.status(), Json(&self.0)).into_response();
        if self.0.error == WireCode::TooMany {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }
}

impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::NonceSpent => Self::nonce(),
            DatabaseError::NoDevice => Self::device(),
            DatabaseError::TooMany => Self::too_many("there is too much at a time"),
            DatabaseError::Invalid(why) => Self::invalid(why),
            DatabaseError::Closed => Self::new(WireCode::Unavailable, "the service is stopping"),
            error => Self::internal(&error),
        }
    }
}

impl From<BindError> for Failure {
    fn from(error: BindError) -> Self {
        match error {
            BindError::Code => Self::new(WireCode::Code, "the code is wrong, used or too old"),
            BindError::KeyTaken => Self::invalid("another device has this key"),
            BindError::Database(error) => error.into(),
        }
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        match &error {
            ServiceError::NotFound(_) | ServiceError::NotYours => Self::not_found(),
            ServiceError::InvalidArgument(why) => Self::invalid(why),
            ServiceError::TooMany(why) => Self::too_many(why),
            ServiceError::Unavailable(why) => Self::new(WireCode::Unavailable, why),
            _ => Self::internal(&error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_status() {
        let status = |failure: Failure| failure.into_response().status().as_u16();
        for (failure, expected) in [
            (Failure::nonce(), 401),
            (Failure::signature(), 401),
            (Failure::clock(1), 401),
            (Failure::token(), 401),
            (Failure::device(), 403),
            (BindError::Code.into(), 403),
            (Failure::not_found(), 404),
            (Failure::over(WireStatus::Timeout), 409),
            (Failure::invalid("a rule"), 400),
            (DatabaseError::TooMany.into(), 429),
            (DatabaseError::Damaged("a row").into(), 500),
            (DatabaseError::Closed.into(), 503),
        ] {
            assert_eq!(status(failure), expected);
        }
    }
}
