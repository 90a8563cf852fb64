//! Activity logs that came with merged backups: kept as they were, entry by entry, each chain by itself.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::Stored;

/// A log from elsewhere.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ImportedLogRecord {
    pub(crate) version: u32,
    /// When the backup that brought it was made.
    pub(crate) created: String,
    pub(crate) merged: Timestamp,
    /// The profiles here of the numbers there.
    pub(crate) profiles: Vec<(u32, u32)>,
    /// The number of its last entry.
    pub(crate) number: u64,
    /// SHA-256 of its last entry.
    pub(crate) hash: String,
}

impl Record for ImportedLogRecord {
    const TREE: Tree = Tree::named("imported-logs");
    const WHAT: Stored = Stored::ImportedActivityEnd;
}

/// An entry of one.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ImportedEntryRecord {
    pub(crate) version: u32,
    /// The id of the log's record.
    pub(crate) log: String,
    pub(crate) number: u64,
    /// Whose it is here; none for what concerns the wallet as a whole, or a profile that was not merged.
    pub(crate) profile: Option<u32>,
    /// The entry as it was kept, to the byte.
    pub(crate) stored: String,
}

impl Record for ImportedEntryRecord {
    const TREE: Tree = Tree::named("imported-activity");
    const WHAT: Stored = Stored::ImportedActivityEntry;

    fn profile(&self) -> Option<u32> {
        self.profile
    }
}
