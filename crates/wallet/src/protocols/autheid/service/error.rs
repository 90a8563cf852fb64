//! What goes wrong between the wallet and a service.

use std::time::Duration;

use idw_autheid::{
    sign::SignError,
    wire::{WireCode, WireStatus},
};
use idw_http::{BodyFault, HttpError, UrlError};

use super::super::EidError;
use crate::{Problem, StoreError};

/// Why a service did not do what it was asked for, or was not asked.
#[derive(Debug, thiserror::Error)]
pub enum EidServiceError {
    /// The address is none of a service.
    #[error("'{url}' is not the address of a service: {why}")]
    Address {
        /// What was given.
        url: String,
        /// What is wrong with it.
        why: ServiceAddressFault,
    },
    /// The code has a letter too few, or another mistake.
    #[error("a code has 26 letters and digits, without I, L, O and U; nothing was sent")]
    Code,
    /// The name cannot be one.
    #[error("the device's name is empty, longer than {most} characters, or has control characters; nothing was sent")]
    Name {
        /// The longest, in characters.
        most: usize,
    },
    /// This profile has a connection with it.
    #[error("this profile is connected to {host} already; nothing was sent")]
    Connected {
        /// The service.
        host: String,
    },
    /// The same service answers at another address, for the same email.
    #[error("{host} is the service that this wallet is connected to at {url}, for the same email; nothing was changed")]
    SameService {
        /// The address that was given.
        host: String,
        /// The address that the wallet knows.
        url: String,
    },
    /// There is no such connection.
    #[error("this profile is not connected to {url}")]
    NotConnected {
        /// What was asked for.
        url: String,
    },
    /// The connection was there, and is not any more.
    #[error("the connection with the service has ended")]
    Disconnected,
    /// The service was not reached, or gave no answer.
    #[error(transparent)]
    Http(HttpError),
    /// It refused.
    #[error("{host} refused: {code:?}, {said:?}")]
    Refused {
        /// The service.
        host: String,
        /// Why, for programs.
        code: WireCode,
        /// Why, in its words.
        said: RefusalWords,
        /// How long it asks to wait before the next try.
        retry_after: Option<Duration>,
    },
    /// The code was refused.
    #[error("{host} did not take the code: it is wrong, used or too old; ask whoever runs the service for another one")]
    CodeRefused {
        /// The service.
        host: String,
    },
    /// The clocks are too far apart.
    #[error("the clock of {host} is {ahead_seconds:?} seconds ahead")]
    Clock {
        /// The service.
        host: String,
        /// How far its clock is ahead of this computer's, where it says so.
        ahead_seconds: Option<i64>,
    },
    /// The session has ended.
    #[error("the session with {host} has ended")]
    Token {
        /// The service.
        host: String,
    },
    /// The service does not know this device, or not any longer.
    #[error("{host} does not know this device, or not any longer; connect again with a new code")]
    Device {
        /// The service.
        host: String,
    },
    /// Another decision came first.
    #[error("another decision came first: {status:?}")]
    Over {
        /// What was decided.
        status: Option<WireStatus>,
    },
    /// What came is outside the protocol.
    #[error("what came from {host} cannot be understood: {what:?}")]
    NotUnderstood {
        /// The service.
        host: String,
        /// What is wrong.
        what: ServiceFault,
    },
    /// The answer was not read.
    #[error("the answer of {host} was not read: {fault}")]
    NotRead {
        /// The service.
        host: String,
        /// Why.
        fault: BodyFault,
    },
    /// The device's key could not be made or used.
    #[error("the key for the service could not be made or used")]
    Sign(#[from] SignError),
    /// A request or its party could not be kept.
    #[error(transparent)]
    Eid(#[from] EidError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a text is not the address of a service.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ServiceAddressFault {
    /// It is not a web address.
    #[error("it is not a web address")]
    NotAUrl,
    /// There is something behind the host.
    #[error("there is something behind its host")]
    Path,
    /// It is not one that is called.
    #[error(transparent)]
    Url(#[from] UrlError),
}

/// What a service says of its refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalWords {
    /// This: one line, cut.
    Said(String),
    /// Nothing.
    Nothing,
    /// Nothing but a status of HTTP.
    Status(u16),
}

/// What is wrong with what a service said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceFault {
    /// It sends the wallet to another address.
    Redirect,
    /// It refuses without a reason.
    RefusalWithoutReason,
    /// Its answer has another form.
    Form,
    /// The token of its session.
    Token,
    /// Its nonce.
    Nonce,
    /// Its list of requests.
    List,
    /// The mark by which its list is gone on with.
    Cursor,
    /// Its clock is more than an hour off.
    Clock,
    /// What it says of an answer.
    Verdict,
    /// Its own id.
    ServiceId,
    /// The email.
    Email,
    /// The id of this device.
    DeviceId,
    /// Its root certificate.
    Root,
}

impl EidServiceError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Address { .. } | Self::Code | Self::Name { .. } => Problem::Usage,
            Self::Connected { .. } | Self::SameService { .. } => Problem::Exists,
            Self::NotConnected { .. } | Self::Disconnected => Problem::NotFound,
            Self::Http(HttpError::Unreachable { .. } | HttpError::Proxy { .. }) => Problem::Unreachable,
            Self::Http(_) | Self::Sign(_) | Self::Clock { .. } => Problem::Other,
            Self::Refused { code, .. } => match code {
                WireCode::TooMany | WireCode::Internal | WireCode::Unavailable => Problem::Unreachable,
                _ => Problem::Refused,
            },
            Self::CodeRefused { .. } | Self::Device { .. } | Self::Token { .. } => Problem::Refused,
            Self::Over { .. } => Problem::Declined,
            Self::NotUnderstood { .. } | Self::NotRead { .. } => Problem::Protocol,
            Self::Eid(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    /// Whether another session is needed.
    pub fn needs_session(&self) -> bool {
        matches!(self, Self::Token { .. })
    }

    /// Whether the connection is over: only another code helps.
    pub fn ends_connection(&self) -> bool {
        matches!(self, Self::Device { .. })
    }

    /// How long the service asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Whether a call that carried something may have arrived.
    pub(super) fn may_have_arrived(&self) -> bool {
        match self {
            Self::Http(error) => error.may_have_arrived(),
            // Whoever answers has read what came.
            Self::Refused { .. }
            | Self::CodeRefused { .. }
            | Self::Over { .. }
            | Self::NotUnderstood { .. }
            | Self::NotRead { .. } => true,
            // The signature is looked at before the body; and of all else nothing was sent.
            Self::Clock { .. }
            | Self::Token { .. }
            | Self::Device { .. }
            | Self::Address { .. }
            | Self::Code
            | Self::Name { .. }
            | Self::Connected { .. }
            | Self::SameService { .. }
            | Self::NotConnected { .. }
            | Self::Disconnected
            | Self::Sign(_)
            | Self::Eid(_)
            | Self::Store(_) => false,
        }
    }

    /// Whether the service has said for certain that it has done nothing.
    pub(super) fn is_refusal(&self) -> bool {
        match self {
            Self::CodeRefused { .. } | Self::Clock { .. } | Self::Token { .. } | Self::Device { .. } => true,
            Self::Refused { code, .. } => {
                !matches!(code, WireCode::Internal | WireCode::Unavailable | WireCode::Unknown)
            }
            _ => false,
        }
    }

    /// Whether the service has said for certain that this counts for nothing, and will say so each time.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::Over { .. } => true,
            Self::Refused { code, .. } => matches!(code, WireCode::NotFound | WireCode::Invalid),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_may_have_arrived() {
        let host = || "eid.example".to_owned();
        let refused = EidServiceError::Refused {
            host: host(),
            code: WireCode::Invalid,
            said: RefusalWords::Nothing,
            retry_after: None,
        };
        assert!(refused.may_have_arrived() && refused.is_final());
        assert!(!EidServiceError::Device { host: host() }.may_have_arrived());
        let over = EidServiceError::Over { status: None };
        assert!(over.may_have_arrived() && over.is_final());
    }
}
