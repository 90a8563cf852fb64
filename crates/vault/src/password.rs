//! The password, kept out of logs and wiped when dropped.

use std::fmt;

use idw_typed_text::{Form, drop_mark, spellings};
use zeroize::Zeroizing;

/// In which other forms a password is tried: the same text is typed composed on one machine and taken apart on another.
const FORMS: &[Form] = &[Form::Nfc, Form::Nfd];

/// A password as the person typed it: its UTF-8 bytes, neither trimmed nor normalised. A byte order mark at its start is
/// an editor's and no part of it.
///
/// Wiped from memory when dropped, and printed as `[redacted]`.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password over.
    ///
    /// # Security
    /// Only this copy is wiped: the caller should not have made others.
    pub fn new(mut text: String) -> Self {
        drop_mark(&mut text);
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

    /// What else may have been meant, itself first. The last has a byte order mark: earlier versions of this program took
    /// it over from a password file.
    ///
    /// Each one that is tried costs a whole key derivation. A password in plain ASCII has two of them, so a wrong one
    /// takes twice as long to refuse as a right one to accept.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = Self> + '_ {
        // Not by `new`, which would drop the mark again.
        spellings(&self.0, FORMS).map(Self)
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

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_password() {
        assert_eq!(Password::from("\u{feff}correct horse").expose_text(), "correct horse");
        assert!(Password::from("\u{feff}").is_empty());
    }
}
