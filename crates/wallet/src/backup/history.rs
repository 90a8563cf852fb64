//! Activity logs in backups: the wallet's own, and those that came with merged backups, each chain by itself.

use std::collections::HashMap;

use idw_vault::{Batch, RecordId};
use sha2::{Digest as _, Sha256};

use super::format::{Id, ImportedLog, Log, LogEntry};
use crate::{
    StoreError,
    activity::{imported_entry, in_english, sentence},
    records::{ActivityHead, ActivityRecord, ImportedEntryRecord, ImportedLogRecord, ONLY, Record},
    store::{Store, decode, put},
};

/// The wallet's own log as a backup holds it: every entry that can be read.
pub(super) fn own_log(store: &Store) -> Result<Log, StoreError> {
    let mut entries = Vec::new();
    for (_, record, bytes) in store.all_bytes::<ActivityRecord>()? {
        entries.extend(record.map(|record| log_entry(&record, String::from_utf8_lossy(&bytes).into_owned())));
    }
    let head = store.get::<ActivityHead>(ONLY)?.unwrap_or_default();
    Ok(sorted(Log { entries, number: head.number, hash: head.hash }))
}

/// The imported ones, and those that a batch brings.
pub(super) fn imported_logs(store: &Store, batch: Option<&Batch>) -> Result<Vec<ImportedLog>, StoreError> {
    let mut entries: HashMap<String, Vec<LogEntry>> = HashMap::new();
    for (_, entry) in with_written::<ImportedEntryRecord>(store, batch)? {
        if let Some(record) = imported_entry(&entry) {
            entries.entry(entry.log).or_default().push(log_entry(&record, entry.stored));
        }
    }
    let mut logs = Vec::new();
    for (id, record) in with_written::<ImportedLogRecord>(store, batch)? {
        let ImportedLogRecord { version: _, created, merged, profiles, number, hash } = record;
        let log = sorted(Log { entries: entries.remove(&id.to_string()).unwrap_or_default(), number, hash });
        logs.push(ImportedLog { id: Id(id), created, merged, profiles, log });
    }
    logs.sort_by_key(|log| (log.merged, log.id.0));
    Ok(logs)
}

/// Logs are only ever added: no record of a batch takes another's place.
fn with_written<R: Record>(store: &Store, batch: Option<&Batch>) -> Result<Vec<(RecordId, R)>, StoreError> {
    let mut records = store.readable_in_all_profiles::<R>(|_| true)?.records;
    for (id, bytes) in batch.into_iter().flat_map(|batch| batch.written(R::TREE)) {
        records.push((id, decode(bytes)?));
    }
    Ok(records)
}

fn sorted(mut log: Log) -> Log {
    log.entries.sort_by_key(|entry| entry.number);
    log
}

fn log_entry(record: &ActivityRecord, stored: String) -> LogEntry {
    let text = in_english().tell(&sentence(&record.event));
    LogEntry { number: record.number, at: record.at.to_string(), text, stored }
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

/// The highest number of an entry: what counts on from there has numbers left, and every JSON reader can tell them apart.
pub(super) const MAX_ENTRY_NUMBER: u64 = 1 << 52;

/// Whether this version can read an entry and go on from it.
pub(super) fn entry_makes_sense(entry: &LogEntry) -> bool {
    let stored = decode::<ActivityRecord>(entry.stored.as_bytes());
    stored.is_ok_and(|record| record.number <= MAX_ENTRY_NUMBER) && entry.number <= MAX_ENTRY_NUMBER
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
    // What a file claims the last number to be may be the largest there is.
    (log.number.checked_add(1), &log.hash) == (Some(expected.0), &expected.1)
}

/// What the next entry carries of this one.
pub(super) fn hash_of(entry: &LogEntry) -> String {
    hex::encode(Sha256::digest(entry.stored.as_bytes()))
}
