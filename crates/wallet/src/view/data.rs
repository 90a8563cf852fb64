//! Attributes and documents in and out of files.

use idw_words::MessageData;
use serde::Serialize;

use super::ProfileKind;

/// What an export wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DataExported {
    /// How many values.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attributes: u64,
    /// How many documents.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
}

/// What an import did, or in a dry run would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// Whether nothing was changed.
    pub dry_run: bool,
    /// Every value of the file.
    pub attributes: Vec<ImportedAttribute>,
    /// Every document of the file.
    pub documents: Vec<ImportedDocument>,
}

/// A value of an imported file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportedAttribute {
    /// The attribute's short name, or its schema URL if it has none.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// The URL of its JSON Schema.
    pub schema: String,
    /// The label it has in the wallet, or would have.
    pub label: Option<String>,
    /// One line for lists; empty where the value was refused.
    pub summary: String,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// Why it was not taken: whole sentences.
    pub reason: Option<MessageData>,
}

/// A document of an imported file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportedDocument {
    /// The file name it came with.
    pub name: String,
    /// The media type found in its bytes; empty where the wallet does not take it.
    pub mime_type: String,
    /// Size in bytes, as it is stored.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// What was taken out of a picture, in words.
    pub removed: Option<String>,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// Why it was not taken: whole sentences.
    pub reason: Option<MessageData>,
}

/// What became of something in an imported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ImportOutcome {
    /// It was new.
    Added,
    /// The wallet had it.
    AlreadyThere,
    /// The wallet had another one, which was left.
    Skipped,
    /// The wallet had another one, which it replaced.
    Replaced,
    /// The wallet had another one, which stays beside it.
    AddedBeside,
    /// It cannot be taken.
    Refused,
}

/// What the database of a SelfKey wallet holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SelfkeyContents {
    /// Whom it describes.
    pub identities: Vec<SelfkeyIdentity>,
    /// The id of the one that is imported where none is named; nothing where it is not clear which.
    pub chosen: Option<String>,
    /// The files of its keys that are there, from the database's folder on. They are not read.
    pub key_files: Vec<String>,
}

/// A person or company that a SelfKey wallet describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SelfkeyIdentity {
    /// By what an import names it.
    pub id: String,
    /// What it is called; may be empty.
    pub name: String,
    /// What it is.
    pub kind: ProfileKind,
    /// Whether it is a member of a company that the wallet describes.
    pub is_member: bool,
    /// How many values it has.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attributes: u64,
    /// How many documents its values have.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
    /// Whether it is what the selected profile describes.
    pub fits: bool,
}
