//! The activity log, and logs that came with merged backups.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Id;

/// `activity.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::backup) struct ActivityFile {
    /// The wallet's own log.
    pub(in crate::backup) log: Log,
    /// Logs that came with merged backups.
    #[serde(default)]
    pub(in crate::backup) imported: Vec<ImportedLog>,
}

/// A log: SHA-256 of an entry's `stored` text is the `previous` of the next one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::backup) struct Log {
    pub(in crate::backup) entries: Vec<LogEntry>,
    /// The number of the last entry.
    pub(in crate::backup) number: u64,
    /// SHA-256 of the last entry's `stored` text, in hex.
    pub(in crate::backup) hash: String,
}

/// An entry: the members before `stored` are for people, and are taken from it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::backup) struct LogEntry {
    pub(in crate::backup) number: u64,
    pub(in crate::backup) at: String,
    pub(in crate::backup) text: String,
    /// The entry as the vault keeps it, to the byte.
    pub(in crate::backup) stored: String,
}

/// A log that came with a merged backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct ImportedLog {
    pub(in crate::backup) id: Id,
    /// When the backup was made.
    pub(in crate::backup) created: String,
    /// When it was merged.
    pub(in crate::backup) merged: Timestamp,
    /// The profiles here of the numbers there.
    pub(in crate::backup) profiles: Vec<(u32, u32)>,
    #[serde(flatten)]
    pub(in crate::backup) log: Log,
}
