//! Accounts whose keys come from elsewhere.

use std::fmt;

use idw_keys::{Keystore, Passphrase, Phrase, SecretKey};
use idw_vault::Batch;
use zeroize::Zeroizing;

use super::{AddAccountError, name};
use crate::{
    RecoveryPhrase, StoreError, Stored, Wallet,
    records::{Import, KeySource, ONLY, PhraseRecord},
    view::AccountView,
    wiped_stack::on_wiped_stack,
};

/// A key from elsewhere.
pub enum ImportedKey {
    /// 64 hex digits, with or without `0x`; white space around them is passed over.
    RawHex(Zeroizing<String>),
    /// A Web3 Secret Storage file, version 3, and what opens it.
    Keystore {
        /// The file.
        json: Vec<u8>,
        /// Its passphrase.
        passphrase: Passphrase,
    },
    /// One account of a BIP-39 phrase. The phrase is not kept, only the key.
    Phrase {
        /// The phrase.
        phrase: RecoveryPhrase,
        /// The last step of m/44'/60'/0'/0/index; 0 is the first account that other wallets show.
        index: u32,
    },
}

impl fmt::Debug for ImportedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RawHex(_) => "RawHex([redacted])",
            Self::Keystore { .. } => "Keystore([redacted])",
            Self::Phrase { .. } => "Phrase([redacted])",
        })
    }
}

impl Wallet {
    /// Adds an account with a key from elsewhere; without a name it is called `imported-1` and so on.
    ///
    /// The key is kept in a record of its own, which is read only to sign or to export. An account of the wallet's own
    /// phrase is derived again when needed, as [`Wallet::new_account`] makes it: that brings back a removed one.
    ///
    /// Opening a keystore file takes the time and memory that the file asks for, at most 1 GiB.
    ///
    /// # Errors
    /// Where the key is none or does not open, is in the wallet already, the name is taken, or the vault cannot be
    /// written. Nothing is added then.
    pub fn import_account(&self, name: Option<&str>, key: ImportedKey) -> Result<AccountView, AddAccountError> {
        // Before the key is read, which may take seconds, and again when nothing else can change any more.
        if let Some(name) = name {
            name::free(&self.store, name)?;
        }
        let (key, source) = on_wiped_stack(|| self.read_key(key))?;
        let _guard = self.store.changing();
        let name = match name {
            Some(name) => name::free(&self.store, name)?,
            None => name::make_free(&self.store, "imported", 1)?,
        };
        self.add(Batch::new(), name, &key, source)
    }

    fn read_key(&self, key: ImportedKey) -> Result<(SecretKey, KeySource), AddAccountError> {
        match key {
            ImportedKey::RawHex(text) => {
                let key = SecretKey::from_hex(text.trim()).map_err(AddAccountError::RawKey)?;
                Ok((key, KeySource::Imported { imported: Import::RawKey }))
            }
            ImportedKey::Keystore { json, passphrase } => {
                let opened = Keystore::parse(&json).and_then(|keystore| keystore.open(&passphrase));
                Ok((opened.map_err(AddAccountError::Keystore)?, KeySource::Imported { imported: Import::Keystore }))
            }
            ImportedKey::Phrase { phrase, index } => {
                let unreadable = || StoreError::Missing { what: Stored::RecoveryPhrase };
                let own = self.store.get::<PhraseRecord>(ONLY)?.ok_or_else(unreadable)?;
                // The words are needed to derive the key, and to see whether they are the wallet's own.
                let source = if phrase.expose_words() == own.words.as_str() {
                    KeySource::Derived { index }
                } else {
                    KeySource::Imported { imported: Import::Phrase { index } }
                };
                let seed = Phrase::parse(phrase.expose_words()).map_err(|_| unreadable())?.seed();
                Ok((seed.account(index).map_err(AddAccountError::Derive)?, source))
            }
        }
    }
}
