//! The calls to a service, and what of them may be shown.

use idw_autheid::wire;
use idw_http::{Disclosure, ShownBody, ShownHeaders, ShownPath, ShownQuery};

/// What a service is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Nonce,
    Bind,
    Leave,
    Session,
    Requests,
    Answer,
}

impl Call {
    /// Its name, for logs and observers.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Nonce => "eid-nonce",
            Self::Bind => "eid-bind",
            Self::Leave => "eid-leave",
            Self::Session => "eid-session",
            Self::Requests => "eid-requests",
            Self::Answer => "eid-answer",
        }
    }

    /// What an observer may see of it: the path, without the id of a request. Codes, tokens, and all that is about a person
    /// stand elsewhere.
    pub(super) fn disclosure(self) -> Disclosure {
        let path = match self {
            Self::Answer => ShownPath::As("/wallet/v1/requests/ID/answer"),
            Self::Nonce | Self::Bind | Self::Leave | Self::Session | Self::Requests => ShownPath::Whole,
        };
        Disclosure { path, query: ShownQuery::Hidden, headers: ShownHeaders::Hidden, body: ShownBody::Hidden }
    }

    /// The longest answer that is read, in bytes.
    pub(super) fn answer_len_bytes(self) -> usize {
        match self {
            // What the requests carry that is signed unseen is in it.
            Self::Requests => 4 * 1024 * 1024,
            Self::Nonce | Self::Bind | Self::Leave | Self::Session | Self::Answer => 64 * 1024,
        }
    }

    /// The path of one that is the same each time.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Nonce => wire::NONCES_PATH,
            Self::Bind => wire::DEVICES_PATH,
            Self::Leave => wire::THIS_DEVICE_PATH,
            Self::Session => wire::SESSIONS_PATH,
            // Below it are the answers.
            Self::Requests | Self::Answer => wire::REQUESTS_PATH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observer_sees_the_path_and_no_id() {
        let shown = |call: Call, url: &str| call.disclosure().url(&url.parse().unwrap()).unwrap();
        let answer = shown(Call::Answer, "https://eid.example/wallet/v1/requests/canary/answer");
        assert_eq!(answer, "https://eid.example/wallet/v1/requests/ID/answer");
        let waits = shown(Call::Requests, "https://eid.example/wallet/v1/requests?wait=50&after=canary");
        assert_eq!(waits, "https://eid.example/wallet/v1/requests?[redacted]");
        assert_eq!(Call::Bind.disclosure().body(br#"{"code": "canary"}"#), None);
    }
}
