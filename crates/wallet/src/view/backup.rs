//! What shells show of a backup.

use idw_words::MessageData;
use serde::Serialize;

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupReport {
    /// When it was made (RFC 3339), by the clock of the computer that made it.
    pub created: String,
    /// The program that made it, e.g. "idw 0.1.0".
    pub program: String,
    /// The length of its file in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// The names of the profiles.
    pub profiles: Vec<String>,
    /// Named accounts.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub accounts: u64,
    /// Values of attributes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attributes: u64,
    /// Documents.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
    /// The bytes of all documents.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub document_bytes: u64,
    /// Sites.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub sites: u64,
    /// KYC applications, drafts included.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub applications: u64,
    /// Entries of the activity log.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub activity: u64,
    /// Whether each entry of that log follows from the one before.
    pub activity_intact: bool,
    /// Names of documents that the vault had lost when the backup was made: they are in none. Only a backup that was
    /// just made tells.
    pub left_out: Vec<String>,
    /// What else was not as it should be, and what became of it: told when a backup was just made or restored.
    pub remarks: Vec<BackupRemark>,
}

/// Something that was not as it should be when a backup was made or restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupRemark {
    /// What it is.
    pub kind: MergedKind,
    /// What it is called.
    pub name: MessageData,
    /// What became of it.
    pub outcome: RemarkOutcome,
    /// What was wrong with it: whole sentences.
    pub reason: MessageData,
}

/// What became of something that was not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RemarkOutcome {
    /// It was left out.
    LeftOut,
    /// It was put right.
    Corrected,
    /// It was kept as it is.
    Kept,
}

/// When the wallet was last backed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupStanding {
    /// When the last backup was made (RFC 3339); none where there never was one, or where that is not known.
    pub last: Option<String>,
    /// What the clock said when the last backup was made (RFC 3339), where that is still to come: it was wrong then or is
    /// wrong now, and when the backup was made is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub ahead: Option<String>,
    /// Whether it is time for one: the wallet holds something, and the last backup is over 90 days old, never was, or is of
    /// an unknown time.
    pub due: bool,
}

/// What merging a backup did, or in a dry run would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MergeReport {
    /// Whether nothing was changed.
    pub dry_run: bool,
    /// What the backup holds.
    pub backup: BackupReport,
    /// Everything in it, and what became of it.
    pub items: Vec<MergedItem>,
}

/// Something in a merged backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MergedItem {
    /// What it is.
    pub kind: MergedKind,
    /// What it is called here, or would be.
    pub name: MessageData,
    /// The name of the profile that it belongs to; none for what belongs to the wallet as a whole.
    pub profile: Option<String>,
    /// What became of it.
    pub outcome: MergeOutcome,
    /// Why, in whole sentences, where that needs any.
    pub reason: Option<MessageData>,
}

/// What something in a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MergedKind {
    /// The recovery phrase.
    RecoveryPhrase,
    /// A profile.
    Profile,
    /// A named account.
    Account,
    /// A document.
    Document,
    /// A value of an attribute.
    Attribute,
    /// A schema that a site brought.
    Schema,
    /// A site.
    Site,
    /// A KYC application.
    Application,
    /// An identity-check provider.
    Provider,
    /// A party that may ask by Auth eID.
    EidParty,
    /// The activity log.
    ActivityLog,
}

/// What became of something in a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MergeOutcome {
    /// It was new.
    Added,
    /// The wallet had it.
    AlreadyThere,
    /// The wallet had another one in its place: it was added beside that, under another name or label.
    AddedBeside,
    /// The wallet had another one in its place, which was kept; the backup's was not taken.
    Kept,
    /// It does not fit what a wallet takes in, and was not taken.
    LeftOut,
}
