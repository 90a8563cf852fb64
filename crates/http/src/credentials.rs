//! What a request proves itself with: `Authorization`, or the headers of a signature.

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::error::HttpError;

/// What a request proves itself with. Its headers are marked as sensitive, and no observer is shown their values unless its
/// protocol lists them.
#[derive(Clone, Copy, Default)]
pub enum Credentials<'a> {
    /// Nothing.
    #[default]
    None,
    /// A token, as it came (RFC 6750 §2.1).
    Bearer(&'a str),
    /// A user name and a password, both in UTF-8 (RFC 7617).
    Basic {
        /// The user name. It cannot have a colon: that is where the password begins.
        user: &'a str,
        /// The password.
        password: &'a str,
    },
    /// A signature of the request (RFC 9421). The protocol made it: it says what is covered, and by which key.
    Signed {
        /// `Content-Digest` (RFC 9530).
        digest: &'a str,
        /// `Signature-Input`.
        input: &'a str,
        /// `Signature`.
        signature: &'a str,
    },
}

const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");
const SIGNATURE_INPUT: HeaderName = HeaderName::from_static("signature-input");
const SIGNATURE: HeaderName = HeaderName::from_static("signature");

/// A user name with a colon in it.
#[derive(Debug, thiserror::Error)]
#[error("a user name cannot be told from its password where it has a colon in it (RFC 7617)")]
struct ColonInUserName;

impl Credentials<'_> {
    /// The headers.
    pub(crate) fn headers(self) -> Result<Vec<(HeaderName, HeaderValue)>, HttpError> {
        let text = match self {
            Self::None => return Ok(Vec::new()),
            Self::Signed { digest, input, signature } => {
                let headers = [(CONTENT_DIGEST, digest), (SIGNATURE_INPUT, input), (SIGNATURE, signature)];
                return headers.into_iter().map(|(name, text)| Ok((name, sensitive(text)?))).collect();
            }
            Self::Bearer(token) => Zeroizing::new(format!("Bearer {token}")),
            Self::Basic { user, .. } if user.contains(':') => {
                return Err(HttpError::Request(Box::new(ColonInUserName)));
            }
            Self::Basic { user, password } => {
                let pair = Zeroizing::new(format!("{user}:{password}"));
                let encoded = Zeroizing::new(BASE64_STANDARD.encode(pair.as_bytes()));
                Zeroizing::new(format!("Basic {}", *encoded))
            }
        };
        Ok(vec![(AUTHORIZATION, sensitive(&text)?)])
    }
}

fn sensitive(text: &str) -> Result<HeaderValue, HttpError> {
    let mut value = HeaderValue::from_str(text).map_err(|error| HttpError::Request(Box::new(error)))?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Bearer(_) => "Bearer([redacted])",
            Self::Basic { .. } => "Basic([redacted])",
            Self::Signed { .. } => "Signed([redacted])",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_headers() {
        let check = |credentials: Credentials<'_>, expected: &[(&str, &str)]| {
            let headers = credentials.headers().unwrap();
            let texts: Vec<_> = headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect();
            assert_eq!(texts, expected);
            assert!(headers.iter().all(|(_, value)| value.is_sensitive()));
        };
        check(Credentials::None, &[]);
        check(Credentials::Bearer("t.o.k"), &[("authorization", "Bearer t.o.k")]);
        // The examples of RFC 7617, §2 and §2.1.
        let aladdin = Credentials::Basic { user: "Aladdin", password: "open sesame" };
        check(aladdin, &[("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]);
        let test = Credentials::Basic { user: "test", password: "123\u{a3}" };
        check(test, &[("authorization", "Basic dGVzdDoxMjPCow==")]);
        let colons = Credentials::Basic { user: "a", password: "b:c" };
        check(colons, &[("authorization", "Basic YTpiOmM=")]);
        let signed = Credentials::Signed { digest: "sha-256=:AA==:", input: "a=()", signature: "a=:AA==:" };
        let headers = [("content-digest", "sha-256=:AA==:"), ("signature-input", "a=()"), ("signature", "a=:AA==:")];
        check(signed, &headers);
    }

    #[test]
    fn what_no_header_can_say_is_refused_and_not_shown() {
        let canaries = [
            Credentials::Basic { user: "canary:a", password: "canary" },
            Credentials::Bearer("canary\r\nX: y"),
            Credentials::Signed { digest: "canary", input: "canary", signature: "canary\n" },
        ];
        for credentials in canaries {
            let error = credentials.headers().unwrap_err();
            assert!(matches!(error, HttpError::Request(_)), "{error:?}");
            assert!(!format!("{error:?} {credentials:?}").contains("canary"), "{error:?}");
        }
    }
}
