//! The short messages of the wire.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::decision::Decision;

/// What the service gives for the next signed call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NonceGiven {
    /// Good once, for five minutes.
    pub nonce: String,
    /// What time it is for the service, in Unix seconds.
    pub time: i64,
}

/// A wallet binds a device to the email of its code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BindDevice {
    /// What the operator gave the user.
    pub code: String,
    /// The device's public key, which signs this call.
    pub key: String,
    /// What other devices of the email are shown.
    pub name: String,
}

/// The device is bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceBound {
    /// What the service calls the device.
    pub device: String,
    /// Whose it is.
    pub email: String,
    /// The id of the service, whatever its address: 44 characters.
    pub service: String,
    /// The root certificate that RPs pin, PEM.
    pub root: String,
}

/// A session has begun.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionBegun {
    /// Reads what is open, and nothing else.
    pub token: String,
    /// How long it is good, in seconds.
    pub expires_in: i64,
    /// For the next signed call.
    pub next_nonce: String,
}

/// The decision is durable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What the RP hears.
    pub status: WireStatus,
    /// For the next signed call.
    pub next_nonce: String,
}

/// What an RP hears of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are those of the protocol's statuses")]
pub enum WireStatus {
    Success,
    Timeout,
    RpCancelled,
    UserCancelled,
    AccountNotVerified,
}

impl From<&Decision> for WireStatus {
    fn from(decision: &Decision) -> Self {
        match decision {
            Decision::Approved(_) => Self::Success,
            Decision::Declined => Self::UserCancelled,
            Decision::NotVerified(_) => Self::AccountNotVerified,
            Decision::TimedOut => Self::Timeout,
            Decision::CancelledByRp => Self::RpCancelled,
        }
    }
}

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireError {
    /// For programs.
    pub error: WireCode,
    /// For people.
    pub message: String,
    /// What was decided before, with [`WireCode::Over`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<WireStatus>,
    /// What time it is for the service in Unix seconds, with [`WireCode::Clock`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
}

/// Why a call failed, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WireCode {
    /// The nonce is used, too old, or of another service.
    Nonce,
    /// The clocks are too far apart.
    Clock,
    /// The signature is missing, of another form, or does not verify.
    Signature,
    /// The session has ended.
    Token,
    /// The device is not known, or not any longer.
    Device,
    /// The code is wrong, used or too old.
    Code,
    /// There is no such request for this email.
    NotFound,
    /// Another decision came first.
    Over,
    /// The call breaks a rule.
    Invalid,
    /// There is too much at a time.
    TooMany,
    /// Nothing that the wallet did.
    Internal,
    /// The service is stopping, or its store is away.
    Unavailable,
    /// A later service says something that this one does not know.
    #[serde(other)]
    Unknown,
}

/// A code opens an email: nobody who prints this sees it.
impl fmt::Debug for BindDevice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BindDevice").field("key", &self.key).finish_non_exhaustive()
    }
}

impl fmt::Debug for SessionBegun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionBegun").field("expires_in", &self.expires_in).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_written_as_documented() {
        let error = WireError {
            error: WireCode::Over,
            message: "it is over".to_owned(),
            status: Some(WireStatus::RpCancelled),
            time: None,
        };
        let text = r#"{"error":"OVER","message":"it is over","status":"RP_CANCELLED"}"#;
        assert_eq!(serde_json::to_string(&error).unwrap(), text);
        assert_eq!(serde_json::from_str::<WireError>(text).unwrap(), error);
        let later: WireError = serde_json::from_str(r#"{"error":"BRAND_NEW","message":"","more":1}"#).unwrap();
        assert_eq!(later.error, WireCode::Unknown);
        let answered = Answered { status: WireStatus::Success, next_nonce: "n".to_owned() };
        assert_eq!(serde_json::to_string(&answered).unwrap(), r#"{"status":"SUCCESS","next_nonce":"n"}"#);
    }

    #[test]
    fn codes_and_tokens_stay_out_of_logs() {
        let bind = BindDevice { code: "canary".to_owned(), key: String::new(), name: String::new() };
        assert!(!format!("{bind:?}").contains("canary"));
        let begun = SessionBegun { token: "canary".to_owned(), expires_in: 1, next_nonce: String::new() };
        assert!(!format!("{begun:?}").contains("canary"));
    }
}
