//! What opens a backup.

use std::fmt;

use age::{
    DecryptError, Identity, scrypt,
    secrecy::{ExposeSecret as _, SecretString},
};
use age_core::format::{FileKey, Stanza};
use idw_typed_text::{Form, drop_mark, spellings};

use crate::MAX_LOG_N;

/// In which other forms a passphrase is tried: the same text is typed composed on one machine and taken apart on another.
const FORMS: &[Form] = &[Form::Nfc, Form::Nfd];

/// A passphrase as the person typed it: its UTF-8 bytes, neither trimmed nor normalised, as age takes them. A byte order
/// mark at its start is an editor's and no part of it.
///
/// Wiped from memory when dropped, and printed as `[redacted]`.
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Takes a passphrase over.
    ///
    /// # Security
    /// Only this copy is wiped: the caller should not have made others.
    pub fn new(mut text: String) -> Self {
        drop_mark(&mut text);
        Self(SecretString::from(text))
    }

    /// What opens a file that was made with it.
    pub(crate) fn identity(&self) -> AnySpelling<'_> {
        AnySpelling(self)
    }

    /// A copy for the age crate, which wipes it as well.
    pub(crate) fn to_age(&self) -> SecretString {
        self.0.clone()
    }
}

/// Opens a file with the passphrase, in whichever of its spellings the file was made with. Each that is tried costs what
/// the file asks for; a passphrase in plain ASCII has two, the second with a byte order mark, as earlier versions of this
/// program took it over from a file.
pub(crate) struct AnySpelling<'a>(&'a Passphrase);

impl Identity for AnySpelling<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let mut last = None;
        for spelling in spellings(self.0.0.expose_secret(), FORMS) {
            let mut identity = scrypt::Identity::new(SecretString::from(spelling.as_str()));
            identity.set_max_work_factor(MAX_LOG_N);
            last = identity.unwrap_stanza(stanza);
            if !matches!(last, Some(Err(DecryptError::DecryptionFailed))) {
                break;
            }
        }
        last
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}
