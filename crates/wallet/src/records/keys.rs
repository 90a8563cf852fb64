//! The phrase, accounts and their keys.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Record;
use crate::Stored;

/// The recovery phrase. Read only to sign or to export.
#[derive(Serialize, Deserialize)]
pub(crate) struct PhraseRecord {
    pub(crate) version: u32,
    #[serde(with = "secret_text")]
    pub(crate) words: Zeroizing<String>,
}

impl Record for PhraseRecord {
    const TREE: Tree = Tree::named("phrase");
    const WHAT: Stored = Stored::RecoveryPhrase;
}

/// A named account: the public half, and where its key comes from.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct AccountRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) source: KeySource,
    pub(crate) public_key: String,
    pub(crate) created: Timestamp,
    /// When its key was last exported: an imported key that never was would be lost with its account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) exported: Option<Timestamp>,
    #[serde(default)]
    pub(crate) profile: u32,
}

impl Record for AccountRecord {
    const TREE: Tree = Tree::named("accounts");
    const WHAT: Stored = Stored::Account;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// Where an account's key comes from. Told apart by the name of the one member.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum KeySource {
    /// From the recovery phrase when needed.
    Derived {
        /// The last step of m/44'/60'/0'/0/index.
        index: u32,
    },
    /// From elsewhere: kept, as [`AccountKeyRecord`] under the account's own id.
    Imported { imported: Import },
}

/// As what a key was imported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub(crate) enum Import {
    /// 64 hex digits.
    RawKey,
    /// A Web3 Secret Storage file.
    Keystore,
    /// A phrase other than the wallet's, of which only the one key is kept.
    Phrase {
        /// The last step of m/44'/60'/0'/0/index.
        index: u32,
    },
}

/// The secret key of an imported account, under the account's id. Read only to sign or to export.
#[derive(Serialize, Deserialize)]
pub(crate) struct AccountKeyRecord {
    pub(crate) version: u32,
    /// 64 hex digits.
    #[serde(with = "secret_text")]
    pub(crate) secret: Zeroizing<String>,
    pub(crate) profile: u32,
}

impl Record for AccountKeyRecord {
    const TREE: Tree = Tree::named("account-keys");
    const WHAT: Stored = Stored::AccountKey;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// From which index on the next account is derived, in all profiles: the key of one that was removed is not given to a
/// new one.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct AccountCounter {
    pub(crate) version: u32,
    pub(crate) next: u32,
}

impl Record for AccountCounter {
    const TREE: Tree = Tree::named("account-counter");
    const WHAT: Stored = Stored::NextAccount;
}

/// The keys of the digests that tell what was sent. The first is the wallet's own; the others came with merged backups,
/// and are kept to compare what came with them.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct DigestKeysRecord {
    pub(crate) version: u32,
    pub(crate) keys: Vec<DigestKeyRecord>,
}

/// One of them: 64 hex digits.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct DigestKeyRecord(#[serde(with = "secret_text")] Zeroizing<String>);

impl DigestKeyRecord {
    /// A new one of 32 random bytes.
    ///
    /// # Panics
    /// When the operating system cannot give random bytes, as nothing here may go on without.
    pub(crate) fn make() -> Self {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *key).expect("the operating system gives random bytes");
        Self::of_hex(hex::encode(*key))
    }

    pub(crate) fn of_hex(digits: String) -> Self {
        Self(Zeroizing::new(digits))
    }

    /// For who computes with it, and for a backup.
    pub(crate) fn expose_hex(&self) -> &str {
        &self.0
    }
}

impl Record for DigestKeysRecord {
    const TREE: Tree = Tree::named("digest-keys");
    const WHAT: Stored = Stored::DigestKeys;
}

/// A secret as JSON text. It is zeroised on the way in and out; the record's bytes are, too.
pub(super) mod secret_text {
    use serde::{Deserialize as _, Deserializer, Serializer};
    use zeroize::Zeroizing;

    pub(in crate::records) fn serialize<S: Serializer>(text: &Zeroizing<String>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub(in crate::records) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Zeroizing<String>, D::Error> {
        String::deserialize(from).map(Zeroizing::new)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn accounts_of_every_version_are_read() {
        let check = |source: Value, expected: Option<KeySource>| {
            let mut record =
                json!({ "version": 1, "name": "a", "public_key": "0x", "created": "2026-01-02T03:04:05Z" });
            let record_members = record.as_object_mut().unwrap();
            record_members.extend(source.as_object().unwrap().clone());
            let read: Option<AccountRecord> = serde_json::from_value(record.clone()).ok();
            assert_eq!(read.as_ref().map(|account| account.source.clone()), expected, "{record}");
            if let Some(read) = read {
                let again: AccountRecord = serde_json::from_slice(&serde_json::to_vec(&read).unwrap()).unwrap();
                assert_eq!(again.source, read.source, "{record}");
                assert_eq!((again.profile, again.exported), (read.profile, read.exported), "{record}");
            }
        };
        // As the first version wrote them, without a profile.
        check(json!({ "index": 3 }), Some(KeySource::Derived { index: 3 }));
        let imported = |imported| Some(KeySource::Imported { imported });
        check(json!({ "imported": { "from": "raw_key" } }), imported(Import::RawKey));
        check(json!({ "imported": { "from": "keystore" }, "profile": 2 }), imported(Import::Keystore));
        check(json!({ "imported": { "from": "phrase", "index": 1 } }), imported(Import::Phrase { index: 1 }));
        check(json!({ "imported": { "from": "hardware" } }), None);
        check(json!({}), None);
    }
}
