//! The calls to a provider, and what of them may be shown.

use std::fmt;

use idw_http::{Disclosure, ShownBody, ShownHeaders, ShownPath, ShownQuery};

/// What a provider is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// Web IDV: the address where the user is to go.
    VerificationUrl,
    /// Web KYC: a token for the code.
    Token,
    /// Web KYC: what was found, for the token.
    Details,
    /// Web IDV: what was found, for the code.
    VerificationResult,
}

impl Call {
    /// Its name, for logs and observers.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::VerificationUrl => "verification-url",
            Self::Token => "token",
            Self::Details => "details",
            Self::VerificationResult => "verification-result",
        }
    }

    /// Its word behind the path of the provider's API.
    pub(crate) fn path(self) -> &'static str {
        self.label()
    }

    /// What an observer may see of it: the path, which has nothing of the user, and which members an answer has. Codes stand
    /// in queries, secrets in headers and forms, and every value of an answer is the user's or a secret.
    pub(crate) fn disclosure() -> Disclosure {
        Disclosure {
            path: ShownPath::Whole,
            query: ShownQuery::Hidden,
            headers: ShownHeaders::Hidden,
            body: ShownBody::Fields { plain: &[], closed: &[] },
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::VerificationUrl => "asking where to go",
            Self::Token => "exchanging the code",
            Self::Details => "fetching the details",
            Self::VerificationResult => "fetching the result",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observer_sees_names_and_no_values() {
        let disclosure = Call::disclosure();
        let url = "https://kyc.example/verification-result?redirectUrl=canary&code=canary".parse().unwrap();
        assert_eq!(disclosure.url(&url).as_deref(), Some("https://kyc.example/verification-result?[redacted]"));
        let body = br#"{"token": "canary", "details": {"surname": "canary", "nfcVerified": true, "n": 7}}"#;
        let gone = "[redacted]";
        let expected = serde_json::json!({"token": gone, "details": {"surname": gone, "nfcVerified": gone, "n": gone}});
        let shown = disclosure.body(body).unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), expected);
    }
}
