//! What opens a keystore file.

use std::fmt;

use idw_typed_text::{Form, drop_mark, in_form, spellings};
use zeroize::Zeroizing;

/// In which other forms a passphrase is tried. Ethers and wallets made with it derive keys from NFKC, geth and web3 from
/// what was typed: composed on most machines, taken apart on some.
const FORMS: &[Form] = &[Form::Nfkc, Form::Nfc, Form::Nfd];

/// What opens a keystore file: the UTF-8 bytes of a text, neither trimmed nor normalised. A byte order mark at its start
/// is an editor's and no part of it.
///
/// A file that does not open with it is tried with the same text in NFKC, NFC and NFD, where these differ, and last with
/// a byte order mark in front, as earlier versions of this program took it from a file.
///
/// Wiped when dropped; prints as `[redacted]`.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase over.
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

    /// Whether it opens a file made with it in every wallet: ethers derives the key from the NFKC form of what is typed,
    /// so that no text opens a file that was made from another form.
    pub fn opens_everywhere(&self) -> bool {
        *in_form(&self.0, Form::Nfkc) == *self.0
    }

    /// The same text in the form that ethers derives from (NFKC). Other wallets open the file with it when they are given
    /// exactly this form.
    #[must_use]
    pub fn in_the_form_of_ethers(&self) -> Self {
        Self(in_form(&self.0, Form::Nfkc))
    }

    pub(super) fn expose_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// What else may have been meant, itself first.
    pub(super) fn spellings(&self) -> impl Iterator<Item = Zeroizing<String>> + '_ {
        spellings(&self.0, FORMS)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}
