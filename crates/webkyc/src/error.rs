//! What can go wrong.

use std::io;
use std::net::SocketAddr;

use idw_http::{BodyFault, HttpError, UrlError};

use crate::call::Call;

/// Why an identity check came to no end, or its result could not be fetched. Texts of the provider in it are cleaned and
/// bounded; codes, tokens and secrets are in none.
#[derive(Debug, thiserror::Error)]
pub enum WebKycError {
    /// The settings cannot work; nothing was done.
    #[error("{fault}; nothing was sent")]
    Setting {
        /// What is wrong.
        fault: SettingFault,
    },
    /// An address is not one that is called or opened. One of the provider's settings, or the address that the provider gave.
    #[error(transparent)]
    Url(UrlError),
    /// Another program listens where the browser is to come back to. The port is fixed: the provider knows it.
    #[error("another program on this computer uses {address}, where the browser is to come back to")]
    PortInUse {
        /// The address.
        address: SocketAddr,
    },
    /// Nobody can listen there.
    #[error("the wallet cannot listen at {address}, where the browser is to come back to")]
    NoPort {
        /// The address.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The system gives no random bytes.
    #[error("this computer gives no random numbers")]
    Randomness(#[source] getrandom::Error),
    /// The browser did not come back in good time.
    #[error("the browser did not come back from the identity check in time")]
    TimedOut,
    /// The browser came back without a code: the user gave up, or was not recognised.
    #[error("the identity check was given up, or did not succeed")]
    GaveUp,
    /// The browser came back with an error instead of a code.
    #[error("the provider refused the identity check{}{}", shown(error.as_deref()), shown(description.as_deref()))]
    Refused {
        /// The word for programs.
        error: Option<String>,
        /// The sentence for people.
        description: Option<String>,
    },
    /// There is no answer to a call.
    #[error("{source} ({call})")]
    Http {
        /// What was being done.
        call: Call,
        /// Why.
        source: HttpError,
    },
    /// The provider answered with a status that is no success; a redirect is none either.
    #[error("the provider answered with status {status} ({call}){}{}", shown(code.as_deref()), shown(message.as_deref()))]
    ProviderRefused {
        /// What was being done.
        call: Call,
        /// The status.
        status: u16,
        /// The provider's word for it.
        code: Option<String>,
        /// The provider's sentence for it.
        message: Option<String>,
    },
    /// The provider has the result no longer: it keeps one for 15 minutes.
    #[error("the provider does not keep the result any longer{}", shown(message.as_deref()))]
    TooOld {
        /// The provider's sentence for it.
        message: Option<String>,
    },
    /// The check ended without success.
    #[error("the identity check did not succeed: its status is {status}")]
    NotPassed {
        /// The provider's word for it.
        status: String,
    },
    /// The provider's answer, or what the browser brought back, is outside the protocol.
    #[error("what came from the provider cannot be understood: {what}")]
    NotUnderstood {
        /// What is wrong.
        what: Oddity,
    },
    /// The provider's answer was not read.
    #[error("the provider's answer was not read ({call}): {fault}")]
    NotRead {
        /// What was being done.
        call: Call,
        /// Why, as that it is too long.
        fault: BodyFault,
    },
}

/// Why the settings of a provider cannot work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingFault {
    /// The redirect URI has a parameter that the protocol adds.
    #[error("the redirect URI already has a parameter called `state`")]
    State,
    /// The client id cannot be one.
    #[error("the client id is empty, too long, or has control characters")]
    ClientId,
    /// The client id has a colon, which Basic credentials cannot have.
    #[error("the client id has a colon in it")]
    Colon,
}

/// What cannot be understood of what came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Oddity {
    /// The answer is not JSON.
    #[error("the answer is not JSON, or is nested too deeply")]
    NotJson,
    /// The answer is JSON, but not an object.
    #[error("the answer is not an object in JSON")]
    NotAnObject,
    /// The status of the check is not a text.
    #[error("the status of the check is no text")]
    Status,
    /// The answer has no status.
    #[error("the answer does not say whether the check succeeded")]
    NoStatus,
    /// The answer has no token.
    #[error("there is no token in the answer")]
    NoToken,
    /// The token does not fit a header.
    #[error("the token is empty, too long, or has odd characters")]
    Token,
    /// The answer has no address for the browser.
    #[error("there is no address to go to in the answer")]
    NoAddress,
    /// The browser brought a code that cannot be one.
    #[error("the code is longer than a code is, or has characters that no code has")]
    Code,
}

impl WebKycError {
    /// Whether the code may be spent, so that it is no use to ask again and the user has to go through the check once more.
    /// Where it is not, nothing of the code has gone to the provider.
    ///
    /// [`Client::fetch`](crate::Client::fetch) takes the code in any case; this tells what to say to the user.
    pub fn may_be_spent(&self) -> bool {
        match self {
            Self::Http { call: Call::Token | Call::VerificationResult, source } => source.may_have_arrived(),
            Self::Http { call, .. } | Self::ProviderRefused { call, .. } | Self::NotRead { call, .. } => {
                *call != Call::VerificationUrl
            }
            Self::TooOld { .. } | Self::NotPassed { .. } | Self::NotUnderstood { .. } => true,
            Self::Setting { .. }
            | Self::Url(_)
            | Self::PortInUse { .. }
            | Self::NoPort { .. }
            | Self::Randomness(_)
            | Self::TimedOut
            | Self::GaveUp
            | Self::Refused { .. } => false,
        }
    }
}

/// A text of the provider behind a sentence.
fn shown(text: Option<&str>) -> String {
    text.map(|text| format!(": {text}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use idw_http::Outage;

    use super::*;

    #[test]
    fn a_code_is_spent_once_it_may_have_arrived() {
        let http = |call, outage| WebKycError::Http {
            call,
            source: HttpError::Unreachable { host: "kyc.example".to_owned(), outage, cut: None },
        };
        let refused = |call| WebKycError::ProviderRefused { call, status: 400, code: None, message: None };
        for (error, expected) in [
            (http(Call::Token, Outage::NotConnected), false),
            (http(Call::Token, Outage::Timeout), true),
            (http(Call::VerificationResult, Outage::NotConnected), false),
            (http(Call::VerificationResult, Outage::Interrupted), true),
            (http(Call::Details, Outage::NotConnected), true),
            (http(Call::VerificationUrl, Outage::Timeout), false),
            (refused(Call::Token), true),
            (refused(Call::VerificationUrl), false),
            (WebKycError::GaveUp, false),
        ] {
            assert_eq!(error.may_be_spent(), expected, "{error}");
        }
    }

    #[test]
    fn the_provider_is_quoted_where_it_says_something() {
        let quoted = WebKycError::Refused { error: Some("access_denied".to_owned()), description: None };
        assert_eq!(quoted.to_string(), "the provider refused the identity check: access_denied");
        let silent = WebKycError::Refused { error: None, description: None };
        assert_eq!(silent.to_string(), "the provider refused the identity check");
    }
}
