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
#[non_exhaustive]
pub enum EidServiceError {
    /// The address is none of a service.
    #[error("'{url}' is not the address of a service: {why}; nothing was sent")]
    Address {
        /// What was given.
        url: String,
        /// What is wrong with it.
        why: String,
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
    /// The service was not reached, or gave no answer.
    #[error(transparent)]
    Http(HttpError),
    /// It refused.
    #[error("{host} refused: {message}")]
    Refused {
        /// The service.
        host: String,
        /// Why, for programs.
        code: WireCode,
        /// Why, in its words.
        message: String,
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
    #[error("{}", clock_text(host, *ahead_seconds))]
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
    #[error("{}", over_text(*status))]
    Over {
        /// What was decided.
        status: Option<WireStatus>,
    },
    /// What came is outside the protocol.
    #[error("what came from {host} cannot be understood: {what}")]
    NotUnderstood {
        /// The service.
        host: String,
        /// What is wrong.
        what: &'static str,
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

impl EidServiceError {
    pub(super) fn address(url: &str, why: &UrlError) -> Self {
        Self::Address { url: crate::plain::line(url), why: why.to_string() }
    }

    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Address { .. } | Self::Code | Self::Name { .. } => Problem::Usage,
            Self::Connected { .. } | Self::SameService { .. } => Problem::Exists,
            Self::NotConnected { .. } => Problem::NotFound,
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

fn clock_text(host: &str, ahead_seconds: Option<i64>) -> String {
    let Some(ahead) = ahead_seconds else {
        return format!(
            "this computer's clock and that of {host} are more than five minutes apart; set this computer's clock"
        );
    };
    let minutes = ahead.unsigned_abs().div_ceil(60);
    let side = if ahead > 0 { "behind" } else { "ahead of" };
    format!("this computer's clock is {minutes} minutes {side} that of {host}; set this computer's clock")
}

fn over_text(status: Option<WireStatus>) -> String {
    let first = match status {
        Some(WireStatus::Success) => "another of your devices has approved this request",
        Some(WireStatus::AccountNotVerified) => "another of your devices has answered this request",
        Some(WireStatus::UserCancelled) => "another of your devices has declined this request",
        Some(WireStatus::RpCancelled) => "whoever asked has taken this request back",
        Some(WireStatus::Timeout) => "the time for this request is over",
        None => "this request was decided before",
    };
    format!("{first}; that stands, and your answer counts for nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_far_the_clock_is_off() {
        let text = |ahead| EidServiceError::Clock { host: "eid.example".to_owned(), ahead_seconds: ahead }.to_string();
        let expected = "this computer's clock is 11 minutes behind that of eid.example; set this computer's clock";
        assert_eq!(text(Some(601)), expected);
        let expected = "this computer's clock is 10 minutes ahead of that of eid.example; set this computer's clock";
        assert_eq!(text(Some(-600)), expected);
        assert!(text(None).contains("more than five minutes apart"));
        assert!(text(Some(i64::MIN)).contains("ahead of"));
    }

    #[test]
    fn it_says_who_was_first() {
        let text = |status| EidServiceError::Over { status }.to_string();
        assert!(text(Some(WireStatus::UserCancelled)).starts_with("another of your devices has declined"));
        assert!(text(Some(WireStatus::RpCancelled)).starts_with("whoever asked has taken"));
        assert!(text(Some(WireStatus::Timeout)).starts_with("the time for this request is over"));
    }

    #[test]
    fn what_was_read_may_have_arrived() {
        let host = || "eid.example".to_owned();
        let refused = EidServiceError::Refused {
            host: host(),
            code: WireCode::Invalid,
            message: String::new(),
            retry_after: None,
        };
        assert!(refused.may_have_arrived() && refused.is_final());
        assert!(!EidServiceError::Device { host: host() }.may_have_arrived());
        let over = EidServiceError::Over { status: None };
        assert!(over.may_have_arrived() && over.is_final());
    }
}
