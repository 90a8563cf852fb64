//! The password, kept out of logs and wiped when dropped.

use std::fmt;

use zeroize::Zeroizing;

/// A password as the person typed it: its UTF-8 bytes, neither trimmed nor normalised.
///
/// Wiped from memory when dropped, and printed as `[redacted]`.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password over.
    ///
    /// # Security
    /// Only this copy is wiped: the caller should not have made others.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether no character was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, to measure how strong it is.
    ///
    /// # Security
    /// Copy it into nothing that is not wiped.
    pub fn expose_text(&self) -> &str {
        &self.0
    }

    /// The bytes that go into the key derivation, and nowhere else.
    pub(crate) fn expose_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_does_not_print() {
        let shown = format!("{:?}", Password::from("correct horse"));
        assert_eq!(shown, "Password([redacted])");
    }
}
