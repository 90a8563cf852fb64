//! The secret that opens the operator's pages.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::config::ConfigError;
use crate::token::make_random;

/// A secret that is made has 256 bits.
const MADE_BYTES: usize = 32;
/// A secret of one's own is made by a program too, not thought up: 20 characters of the usual alphabets hold about 100
/// bits.
const MIN_CHARS: usize = 20;

/// What the operator of a site shows to see everything that has arrived and to decide about applications.
#[derive(Clone)]
pub struct OperatorSecret(Zeroizing<String>);

impl OperatorSecret {
    /// A random one: 64 hex digits.
    ///
    /// # Errors
    /// [`ConfigError::Random`] when the system gives no random numbers.
    pub fn make() -> Result<Self, ConfigError> {
        let bytes = Zeroizing::new(make_random::<MADE_BYTES>().map_err(ConfigError::Random)?);
        Ok(Self(Zeroizing::new(hex::encode(*bytes))))
    }

    /// One of the caller's choosing. Let a program make it up: whoever guesses it sees everything.
    ///
    /// # Errors
    /// [`ConfigError::OperatorSecret`] below 20 characters, or when it has others than visible ones of ASCII, which an
    /// `Authorization` header could not carry.
    pub fn new(text: impl Into<String>) -> Result<Self, ConfigError> {
        let text = Zeroizing::new(text.into());
        if text.len() < MIN_CHARS || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ConfigError::OperatorSecret { min: MIN_CHARS });
        }
        Ok(Self(text))
    }

    /// Its text, to be told to the operator and to nobody else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether this is the secret. The time tells neither its length nor its beginning: hashes are compared.
    pub(crate) fn is(&self, text: &str) -> bool {
        Sha256::digest(self.0.as_bytes()).ct_eq(&Sha256::digest(text)).into()
    }
}

impl fmt::Debug for OperatorSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OperatorSecret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_and_itself_alone() {
        let made = OperatorSecret::make().unwrap();
        assert_eq!(made.expose().len(), 64);
        assert_ne!(made.expose(), OperatorSecret::make().unwrap().expose());
        assert!(made.is(made.expose()) && !made.is("") && !made.is(&made.expose()[1..]));
        assert_eq!(format!("{made:?}"), "OperatorSecret([redacted])");

        let check = |text: &str, fine: bool| assert_eq!(OperatorSecret::new(text).is_ok(), fine, "{text:?}");
        check("0123456789-abcdefghi", true);
        check("0123456789-abcdefgh", false);
        check("", false);
        check("0123456789 abcdefghijk", false);
        check("0123456789-äöü-abcdefg", false);
    }
}
