//! Logs that came with merged backups: kept as they were, entry by entry, each chain by itself.

use std::collections::HashMap;

use idw_vault::{Batch, RecordId, Tree};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::format::{Id, ImportedLog, Log, LogEntry};
use crate::{
    StoreError, Wallet,
    activity::{ActivityError, entry_view, sentence},
    records::{ActivityHead, ActivityRecord, ONLY, Record},
    store::{Store, decode, put},
    view::ActivityView,
};

/// A log from elsewhere.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct ImportedLogRecord {
    version: u32,
    /// When the backup that brought it was made.
    created: String,
    merged: Timestamp,
    /// The profiles here of the numbers there.
    profiles: Vec<(u32, u32)>,
    /// The number of its last entry.
    number: u64,
    /// SHA-256 of its last entry.
    pub(super) hash: String,
}

impl Record for ImportedLogRecord {
    const TREE: Tree = Tree::named("imported-logs");
    const WHAT: &'static str = "the end of an imported activity log";
}

/// An entry of one.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct ImportedEntryRecord {
    version: u32,
    /// The id of the log's record.
    log: String,
    number: u64,
    /// Whose it is here; none for what concerns the wallet as a whole, or a profile that was not merged.
    profile: Option<u32>,
    /// The entry as it was kept, to the byte.
    stored: String,
}

impl Record for ImportedEntryRecord {
    const TREE: Tree = Tree::named("imported-activity");
    const WHAT: &'static str = "an entry of an imported activity log";

    fn profile(&self) -> Option<u32> {
        self.profile
    }
}

impl Wallet {
    /// Entries of activity logs that came with merged backups, the oldest first: those that concern this profile or the
    /// wallet as a whole. Their numbers count within their own log.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn imported_activity(&self) -> Result<Vec<ActivityView>, ActivityError> {
        let mut entries = Vec::new();
        for (_, entry) in self.store.all::<ImportedEntryRecord>()? {
            entries.push(decode::<ActivityRecord>(entry.stored.as_bytes())?);
        }
        entries.sort_by_key(|entry| (entry.at, entry.number));
        Ok(entries.into_iter().map(entry_view).collect())
    }
}

/// The wallet's own log as a backup holds it.
pub(super) fn own_log(store: &Store) -> Result<Log, StoreError> {
    let mut entries = Vec::new();
    for (record, bytes) in store.all_bytes::<ActivityRecord>()? {
        entries.push(log_entry(&record, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let head = store.get::<ActivityHead>(ONLY)?.unwrap_or_default();
    Ok(sorted(Log { entries, number: head.number, hash: head.hash }))
}

/// The imported ones.
pub(super) fn imported_logs(store: &Store) -> Result<Vec<ImportedLog>, StoreError> {
    let mut entries: HashMap<String, Vec<LogEntry>> = HashMap::new();
    for (_, entry) in store.all_profiles::<ImportedEntryRecord>()? {
        let record: ActivityRecord = decode(entry.stored.as_bytes())?;
        entries.entry(entry.log).or_default().push(log_entry(&record, entry.stored));
    }
    let mut logs = Vec::new();
    for (id, record) in store.all_profiles::<ImportedLogRecord>()? {
        let ImportedLogRecord { version: _, created, merged, profiles, number, hash } = record;
        let log = sorted(Log { entries: entries.remove(&id.to_string()).unwrap_or_default(), number, hash });
        logs.push(ImportedLog { id: Id(id), created, merged, profiles, log });
    }
    logs.sort_by_key(|log| (log.merged, log.id.0));
    Ok(logs)
}

fn sorted(mut log: Log) -> Log {
    log.entries.sort_by_key(|entry| entry.number);
    log
}

fn log_entry(record: &ActivityRecord, stored: String) -> LogEntry {
    LogEntry { number: record.number, at: record.at.to_string(), text: sentence(&record.event), stored }
}

/// Puts a log from elsewhere into the vault.
pub(super) fn put_imported(batch: &mut Batch, log: &ImportedLog) -> Result<(), StoreError> {
    let here: HashMap<u32, u32> = log.profiles.iter().copied().collect();
    let record = ImportedLogRecord {
        version: 1,
        created: log.created.clone(),
        merged: log.merged,
        profiles: log.profiles.clone(),
        number: log.log.number,
        hash: log.log.hash.clone(),
    };
    put(batch, log.id.0, &record);
    for entry in &log.log.entries {
        let there = decode::<ActivityRecord>(entry.stored.as_bytes())?.profile;
        let record = ImportedEntryRecord {
            version: 1,
            log: log.id.0.to_string(),
            number: entry.number,
            profile: there.and_then(|number| here.get(&number).copied()),
            stored: entry.stored.clone(),
        };
        put(batch, RecordId::make(), &record);
    }
    Ok(())
}

/// What is wrong with imported logs, a sentence each.
pub(crate) fn imported_faults(store: &Store) -> Result<Vec<String>, StoreError> {
    let logs = imported_logs(store)?;
    let broken = logs.iter().filter(|log| !is_intact(&log.log));
    Ok(broken.map(|log| format!("the log that came with the backup of {} is not whole", log.created)).collect())
}

/// Whether each entry follows from the one before, from the first to the end.
pub(super) fn is_intact(log: &Log) -> bool {
    let mut expected = (1, String::new());
    for entry in &log.entries {
        let Ok(record) = decode::<ActivityRecord>(entry.stored.as_bytes()) else { return false };
        if (record.number, &record.previous) != (expected.0, &expected.1) || entry.number != record.number {
            return false;
        }
        expected = (record.number + 1, hash_of(entry));
    }
    (log.number + 1, &log.hash) == (expected.0, &expected.1)
}

/// What the next entry carries of this one.
pub(super) fn hash_of(entry: &LogEntry) -> String {
    hex::encode(Sha256::digest(entry.stored.as_bytes()))
}
