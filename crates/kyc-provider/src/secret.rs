//! The client's secret, and random texts: codes, tokens, tickets.

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::config::ConfigError;

/// Codes, tokens and tickets have 256 bits.
const RANDOM_BYTES: usize = 32;

/// What the client shows to exchange a code.
#[derive(Clone)]
pub struct ClientSecret(Zeroizing<String>);

impl ClientSecret {
    /// The client's secret, of whatever length: nothing that is worth guessing lies behind it.
    ///
    /// # Errors
    /// [`ConfigError::ClientSecret`] when it is empty or has other characters than visible ones of ASCII.
    pub fn new(text: impl Into<String>) -> Result<Self, ConfigError> {
        let text = Zeroizing::new(text.into());
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ConfigError::ClientSecret);
        }
        Ok(Self(text))
    }

    /// Whether this is the secret. The time tells neither its length nor its beginning: hashes are compared.
    pub(crate) fn is(&self, text: &str) -> bool {
        digest(&self.0).ct_eq(&digest(text)).into()
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientSecret([redacted])")
    }
}

/// A random text of 64 hex digits.
pub(crate) fn make_random() -> Result<String, getrandom::Error> {
    let mut bytes = [0; RANDOM_BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}

/// What is kept of a code or a token: enough to know it again, nothing to use it with.
pub(crate) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_itself_alone_and_shown_to_nobody() {
        let secret = ClientSecret::new("a-secret").unwrap();
        assert!(secret.is("a-secret") && !secret.is("a-secre") && !secret.is("a-secret2") && !secret.is(""));
        assert_eq!(format!("{secret:?}"), "ClientSecret([redacted])");
        assert!(ClientSecret::new("").is_err() && ClientSecret::new("a secret").is_err());
    }

    #[test]
    fn random_texts_differ() {
        let (one, other) = (make_random().unwrap(), make_random().unwrap());
        assert_eq!((one.len(), one == other), (64, false));
    }
}
