//! Activity logs that came with merged backups.

use std::collections::HashMap;

use idw_words::{Argument, Message as _, MessageData, message};
use sha2::{Digest as _, Sha256};

use super::{
    ActivityError,
    list::entry_views,
    verify::{Link, faults},
};
use crate::{
    StoreError, Wallet,
    records::{ActivityHead, ActivityRecord, ImportedEntryRecord, ImportedLogRecord},
    store::{Store, Unreadable, decode},
    view::ActivityView,
};

impl Wallet {
    /// Entries of activity logs that came with merged backups, the oldest first: those that concern this profile or the
    /// wallet as a whole. Their numbers count within their own log.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn imported_activity(&self) -> Result<Vec<ActivityView>, ActivityError> {
        let readable = self.store.readable::<ImportedEntryRecord>(|_| true)?.records.into_iter();
        let mut entries: Vec<_> = readable.filter_map(|(_, entry)| imported_entry(&entry)).collect();
        entries.sort_by_key(|entry| (entry.at, entry.number));
        Ok(entry_views(entries, &*self.types()?, &*self.digests()?))
    }
}

/// What it is an entry of, where this version can read it.
pub(crate) fn imported_entry(entry: &ImportedEntryRecord) -> Option<ActivityRecord> {
    decode(entry.stored.as_bytes()).ok()
}

/// What of the imported logs this version cannot read.
pub(crate) fn unreadable_of_imported_logs(store: &Store) -> Result<Vec<Unreadable>, StoreError> {
    let mut found = store.readable_in_all_profiles::<ImportedLogRecord>(|_| true)?.unreadable;
    let entries = store.readable_in_all_profiles::<ImportedEntryRecord>(|entry| imported_entry(entry).is_some())?;
    found.extend(entries.unreadable);
    Ok(found)
}

/// What is wrong with imported logs.
pub(super) fn imported_faults(store: &Store) -> Result<Vec<MessageData>, StoreError> {
    let mut links: HashMap<String, Vec<Link>> = HashMap::new();
    for (_, entry) in store.readable_in_all_profiles::<ImportedEntryRecord>(|_| true)?.records {
        let Some(record) = imported_entry(&entry) else { continue };
        let hash = hex::encode(Sha256::digest(entry.stored.as_bytes()));
        let link = Link { number: record.number, previous: record.previous, hash };
        links.entry(entry.log).or_default().push(link);
    }
    let mut logs = store.readable_in_all_profiles::<ImportedLogRecord>(|_| true)?.records;
    logs.sort_by_key(|(id, log)| (log.merged, *id));
    let mut is_broken = |(id, log): &(idw_vault::RecordId, ImportedLogRecord)| {
        let mut links = links.remove(&id.to_string()).unwrap_or_default();
        links.sort_by_key(|link| link.number);
        let head = ActivityHead { version: 1, number: log.number, hash: log.hash.clone() };
        !faults(&links, &head).is_empty()
    };
    logs.retain(|log| is_broken(log));
    let told = |(_, log): (_, ImportedLogRecord)| {
        message::ActivityFaultImported { created: Argument::Moment(log.created) }.data()
    };
    Ok(logs.into_iter().map(told).collect())
}
