//! Attributes and documents in and out of files.

use serde::Serialize;

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
    /// Why it was not taken.
    pub reason: Option<String>,
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
    /// Why it was not taken.
    pub reason: Option<String>,
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
