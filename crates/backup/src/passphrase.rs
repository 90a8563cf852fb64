//! What opens a backup.

use std::fmt;

use age::secrecy::SecretString;

/// A passphrase as the person typed it: its UTF-8 bytes, neither trimmed nor normalised, as age takes them.
///
/// Wiped from memory when dropped, and printed as `[redacted]`.
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Takes a passphrase over.
    ///
    /// # Security
    /// Only this copy is wiped: the caller should not have made others.
    pub fn new(text: String) -> Self {
        Self(SecretString::from(text))
    }

    /// A copy for the age crate, which wipes it as well.
    pub(crate) fn to_age(&self) -> SecretString {
        self.0.clone()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}
