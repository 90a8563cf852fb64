//! What an attempt is known by, and what it ends with.

use std::fmt;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::error::WebKycError;
use crate::limits::{CODE_LEN_BYTES, STATE_LEN_BYTES};

/// What the provider gives for a check that came to its end, to be exchanged for what was found, once. Only the return of an
/// attempt makes one; it cannot be copied, so it cannot be sent twice.
pub struct Code(Zeroizing<String>);

impl Code {
    /// `None` for a text that is none: empty, too long, with control characters, or not decoded from UTF-8. Nothing more is
    /// promised of its form, so all else is taken (RFC 6749 §A.11 has visible ASCII characters only).
    pub(crate) fn new(text: Zeroizing<String>) -> Option<Self> {
        let is_odd = text.chars().any(|c| c.is_control() || c == char::REPLACEMENT_CHARACTER);
        (!is_odd && !text.is_empty() && text.len() <= CODE_LEN_BYTES).then_some(Self(text))
    }

    /// The text, to be sent to the provider.
    pub(crate) fn into_text(self) -> Zeroizing<String> {
        self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code([redacted])")
    }
}

/// The random text by which an attempt knows its own return.
pub(crate) struct State(Zeroizing<String>);

impl State {
    /// A fresh one.
    pub(crate) fn random() -> Result<Self, WebKycError> {
        let mut bytes = Zeroizing::new([0; STATE_LEN_BYTES]);
        getrandom::fill(&mut *bytes).map_err(WebKycError::Randomness)?;
        Ok(Self(Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(*bytes))))
    }

    /// The text, for the address to go to.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this text is it, in a time that does not depend on where they differ.
    pub(crate) fn is(&self, other: &str) -> bool {
        self.0.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_visible_and_bounded() {
        let check = |text: &str, expected: bool| {
            assert_eq!(Code::new(Zeroizing::new(text.to_owned())).is_some(), expected, "{text:.20}");
        };
        check("abc-._~ +/=123", true);
        check("caf\u{e9} #?\"<", true);
        check("", false);
        check("a\nb", false);
        check("a\u{fffd}", false);
        check(&"a".repeat(CODE_LEN_BYTES), true);
        check(&"a".repeat(CODE_LEN_BYTES + 1), false);
    }

    #[test]
    fn a_code_is_not_shown() {
        let code = Code::new(Zeroizing::new("canary".to_owned())).unwrap();
        assert_eq!(format!("{code:?}"), "Code([redacted])");
    }

    #[test]
    fn every_attempt_has_a_state_of_its_own() {
        let (one, other) = (State::random().unwrap(), State::random().unwrap());
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.as_str().len(), 43, "32 bytes in base64url");
        assert!(one.is(one.as_str()));
        assert!(!one.is(other.as_str()));
        assert!(!one.is(&one.as_str()[..42]));
        assert!(!one.is(""));
    }
}
