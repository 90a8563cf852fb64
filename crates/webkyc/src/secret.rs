//! What the provider knows its client by.

use std::fmt;

use zeroize::Zeroizing;

use crate::limits::CLIENT_LEN_BYTES;

/// The secret of a client. Wiped from memory when dropped, and printed as `[redacted]`.
///
/// It goes into the body of the exchange or into `Authorization`: never into an address, a log or an error.
pub struct ClientSecret(Zeroizing<String>);

/// Why a text is no client secret. The text is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// Nothing is in it.
    #[error("the client secret is empty")]
    Empty,
    /// It is longer than a secret is.
    #[error("the client secret is longer than {CLIENT_LEN_BYTES} bytes")]
    TooLong,
    /// It has more than one line, or other control characters.
    #[error("the client secret has a line break or another control character in it")]
    Control,
}

impl ClientSecret {
    /// Takes a secret as it was typed or saved. A byte order mark at its start and line ends behind it are an editor's.
    ///
    /// # Errors
    /// [`SecretError`] says why the text cannot be one.
    ///
    /// # Security
    /// Only the copy made here is wiped.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_end_matches(['\r', '\n']);
        if text.is_empty() {
            return Err(SecretError::Empty);
        }
        if text.len() > CLIENT_LEN_BYTES {
            return Err(SecretError::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(SecretError::Control);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }

    /// The text, to keep it or to send it.
    ///
    /// # Security
    /// Copy it into nothing that is not wiped.
    pub fn expose_text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientSecret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_adds_is_dropped() {
        let check = |text: &str, expected: Result<&str, SecretError>| {
            let secret = ClientSecret::parse(text);
            assert_eq!(secret.as_ref().map(ClientSecret::expose_text).map_err(|error| *error), expected, "{text:?}");
        };
        check("s3cret", Ok("s3cret"));
        check("\u{feff}s3cret\r\n", Ok("s3cret"));
        check("s3cret\n\n", Ok("s3cret"));
        check(" s 3 ", Ok(" s 3 "));
        check("", Err(SecretError::Empty));
        check("\u{feff}\n", Err(SecretError::Empty));
        check("a\nb", Err(SecretError::Control));
        check("a\u{0}", Err(SecretError::Control));
        check(&"a".repeat(1024), Ok(&"a".repeat(1024)));
        check(&"a".repeat(1025), Err(SecretError::TooLong));
    }

    #[test]
    fn it_is_not_shown() {
        assert_eq!(format!("{:?}", ClientSecret::parse("canary").unwrap()), "ClientSecret([redacted])");
    }
}
