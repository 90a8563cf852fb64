//! What `Authorization` says.

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use http::header::HeaderValue;
use zeroize::Zeroizing;

use crate::error::HttpError;

/// What a request proves itself with. The header is marked as sensitive, and no observer is shown its value unless its
/// protocol lists it.
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
}

/// A user name with a colon in it.
#[derive(Debug, thiserror::Error)]
#[error("a user name cannot be told from its password where it has a colon in it (RFC 7617)")]
struct ColonInUserName;

impl Credentials<'_> {
    /// The header's value.
    pub(crate) fn header(self) -> Result<Option<HeaderValue>, HttpError> {
        let text = match self {
            Self::None => return Ok(None),
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
        let mut value = HeaderValue::from_str(&text).map_err(|error| HttpError::Request(Box::new(error)))?;
        value.set_sensitive(true);
        Ok(Some(value))
    }
}

impl fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Bearer(_) => "Bearer([redacted])",
            Self::Basic { .. } => "Basic([redacted])",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_header() {
        let check = |credentials: Credentials<'_>, expected: Option<&str>| {
            let value = credentials.header().unwrap();
            assert_eq!(value.as_ref().map(|value| value.to_str().unwrap()), expected);
            assert!(value.is_none_or(|value| value.is_sensitive()));
        };
        check(Credentials::None, None);
        check(Credentials::Bearer("t.o.k"), Some("Bearer t.o.k"));
        // The examples of RFC 7617, §2 and §2.1.
        let aladdin = Credentials::Basic { user: "Aladdin", password: "open sesame" };
        check(aladdin, Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        let test = Credentials::Basic { user: "test", password: "123\u{a3}" };
        check(test, Some("Basic dGVzdDoxMjPCow=="));
        let colons = Credentials::Basic { user: "a", password: "b:c" };
        check(colons, Some("Basic YTpiOmM="));
    }

    #[test]
    fn what_no_header_can_say_is_refused_and_not_shown() {
        let canaries =
            [Credentials::Basic { user: "canary:a", password: "canary" }, Credentials::Bearer("canary\r\nX: y")];
        for credentials in canaries {
            let error = credentials.header().unwrap_err();
            assert!(matches!(error, HttpError::Request(_)), "{error:?}");
            assert!(!format!("{error:?} {credentials:?}").contains("canary"), "{error:?}");
        }
    }
}
