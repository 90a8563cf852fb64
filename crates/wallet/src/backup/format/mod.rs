//! The JSON in a backup: types of its own, so that a change to what the vault keeps cannot change the backup unseen. Each
//! takes its record apart by name, so that a member which is new there does not compile here until it has its place.
//!
//! A member that is added later has a default; a member is never given a new meaning. `docs/backup-format.md` is the
//! same in words.

mod activity;
mod application;
mod eid;
mod identity;
mod provider;
mod site;

use std::fmt;

use idw_vault::RecordId;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use zeroize::Zeroizing;

pub(super) use self::{
    activity::{ActivityFile, ImportedLog, Log, LogEntry},
    application::ApplicationEntry,
    eid::{EidKeysEntry, EidPartyEntry},
    identity::{AccountEntry, AttributeEntry, DocumentEntry, ProfileEntry},
    provider::ProviderEntry,
    site::{SchemaEntry, SiteEntry},
};
use crate::records::{DigestKeyRecord, DigestKeysRecord, Record};

/// The files of a backup, in this order; documents come after them.
pub(super) const WALLET: &str = "wallet.json";
pub(super) const DOCUMENTS: &str = "documents.json";
pub(super) const ACTIVITY: &str = "activity.json";
/// How the paths of documents begin.
pub(super) const DOCUMENT_FOLDER: &str = "documents/";

/// An element of one of the lists.
pub(super) trait Entry: Serialize + DeserializeOwned {
    /// What the vault keeps.
    type Record: Record;
    /// The file that holds the list.
    const PATH: &'static str;

    fn of(id: RecordId, record: Self::Record) -> Self;
    fn into_record(self) -> (RecordId, Self::Record);
}

impl WalletFile {
    /// The keys as a wallet keeps them; none where the backup has none.
    pub(super) fn digest_keys(&self) -> Option<DigestKeysRecord> {
        let keys: Vec<_> = self.digest_keys.iter().map(|key| DigestKeyRecord::of_hex(key.0.to_string())).collect();
        (!keys.is_empty()).then_some(DigestKeysRecord { version: 1, keys })
    }
}

/// A record's id, 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Id(pub(super) RecordId);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map(Self).map_err(|_| serde::de::Error::custom("no id"))
    }
}

/// Text that is a secret.
#[derive(Clone)]
pub(super) struct Secret(pub(super) Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(Zeroizing::new(text)))
    }
}

/// `wallet.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WalletFile {
    /// The words; none where the vault had lost them.
    pub(super) recovery_phrase: Option<Secret>,
    /// From which index on the next account is derived.
    pub(super) next_account: u32,
    /// The keys of the digests of what was sent, 64 hexadecimal digits each, the wallet's own first. Backups of before
    /// version 3 have none.
    #[serde(default)]
    pub(super) digest_keys: Vec<Secret>,
    /// What parties of Auth eID check answers with; none where nobody asked for it yet. Backups of before version 5 have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) eid_keys: Option<EidKeysEntry>,
}
