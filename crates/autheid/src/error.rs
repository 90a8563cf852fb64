//! What can go wrong with a call.

use std::borrow::Cow;

use crate::generated::ErrorCode;
use crate::store::StoreError;

/// Why a call failed, in words for the RP. Both encodings say the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceError {
    /// The call breaks a rule; it makes no sense to repeat it as it is.
    #[error("{0}")]
    InvalidArgument(Cow<'static, str>),
    /// There is no such request or file, or not any longer.
    #[error("{0}")]
    NotFound(&'static str),
    /// The RP is known, and the request is another one's.
    #[error("this request belongs to another relying party")]
    NotYours,
    /// The RP is not known.
    #[error("{0}")]
    Unauthenticated(&'static str),
    /// There are too many open requests or waiting callers.
    #[error("{0}")]
    TooMany(&'static str),
    /// The wallet has to be unlocked first.
    #[error("{0}")]
    Unavailable(&'static str),
    /// Nothing that the RP did.
    #[error("the service cannot do this at the moment")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ServiceError {
    pub(crate) fn invalid(message: impl Into<Cow<'static, str>>) -> Self {
        Self::InvalidArgument(message.into())
    }

    /// The code that stands for it in both encodings.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::InvalidArgument(_) => ErrorCode::InvalidArgument,
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::NotYours => ErrorCode::PermissionDenied,
            Self::Unauthenticated(_) => ErrorCode::Unauthenticated,
            Self::TooMany(_) => ErrorCode::ResourceExhausted,
            Self::Unavailable(_) => ErrorCode::Unavailable,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NeverUnlocked => Self::Unavailable("the wallet was not unlocked since it started"),
            StoreError::Locked => Self::Unavailable("the wallet is locked"),
            StoreError::TooMany => Self::TooMany("too many requests are open or kept"),
            StoreError::Other(source) => Self::Internal(source),
        }
    }
}

impl From<getrandom::Error> for ServiceError {
    fn from(error: getrandom::Error) -> Self {
        Self::Internal(Box::new(error))
    }
}
