//! What keeps the wallet: the vault, its password, the system keyring.

use idw_words::MessageData;
use serde::Serialize;

/// How the wallet and the system keyring stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KeyringView {
    /// Whether the keyring may unlock this wallet.
    pub enabled: bool,
    /// What people know the keyring as: "Secret Service".
    pub backend: String,
    /// Whether the keyring answered.
    pub available: bool,
    /// What is in the way and what to do about it.
    pub problem: Option<MessageData>,
}

/// How well a password resists guessing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Strength {
    /// 0 (guessed at once) to 4 (strong).
    pub score: u8,
    /// Whether it can be taken without asking again.
    pub enough: bool,
    /// The estimated number of guesses, as a power of ten.
    pub guesses_log10: f64,
    /// What makes it weak, if it is.
    pub warning: Option<MessageData>,
    /// What would make it stronger.
    pub suggestions: Vec<MessageData>,
}

/// What reading the whole vault found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultCheck {
    /// How many records were read, those of documents among them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub records: u64,
    /// How many documents were read to the end.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub document_bytes: u64,
    /// How many snapshots were read to the end.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshots: u64,
    /// Whether all of it is as it was written, and this version can read it.
    pub intact: bool,
    /// What is wrong, each in whole sentences.
    pub faults: Vec<MessageData>,
    /// What is as it was written, and this version cannot read.
    pub unreadable: Vec<UnreadableView>,
}

/// A record that this version cannot read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnreadableView {
    /// By what it can be removed; 32 hex digits.
    pub id: String,
    /// In which list it would stand.
    pub kind: RecordKind,
    /// What it is, a label such as "Attribute".
    pub what: MessageData,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RecordKind {
    /// A profile.
    Profile,
    /// A named account.
    Account,
    /// A value of an attribute.
    Attribute,
    /// A document.
    Document,
    /// A schema that a site brought.
    Schema,
    /// A site.
    Site,
    /// A KYC application.
    Application,
    /// An entry of the activity log.
    Activity,
    /// What stands in no list.
    Other,
}

/// What compacting the vault gave back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultCompacted {
    /// Bytes that the database took.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub before: u64,
    /// Bytes that it takes now.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub after: u64,
}

/// What the vault holds, and the room it takes on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultStatus {
    /// Its folder.
    pub dir: String,
    /// How many records there are, those of documents among them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub records: u64,
    /// Their bytes, without what protects them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub record_bytes: u64,
    /// Bytes of the database, with all that is dead in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub database_bytes: u64,
    /// How many snapshots there are to repair the vault from.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshots: u64,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshot_bytes: u64,
    /// Bytes of the documents' files.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub document_bytes: u64,
    /// Folders in which repairs have kept what was damaged.
    pub kept_aside: Vec<String>,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub kept_aside_bytes: u64,
}
