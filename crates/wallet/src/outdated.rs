//! What is removed when the wallet is unlocked because its time is over.

use idw_vault::Batch;
use jiff::{SignedDuration, Timestamp};

use crate::{
    StoreError,
    clock::now,
    records::{Record as _, UnsavedRecord},
    store::Store,
};

/// How long it is kept what the user was typing when the wallet locked.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Removes what is older than a day, of all profiles. What cannot be removed now goes at the next unlocking.
pub(crate) fn remove_old(store: &Store) {
    if store.vault().is_read_only() {
        return;
    }
    if let Err(error) = remove_older_than_a_day(store, now()) {
        tracing::warn!(%error, "what was typed more than a day ago was not removed; it is tried again at the next unlocking");
    }
}

pub(crate) fn remove_older_than_a_day(store: &Store, now: Timestamp) -> Result<(), StoreError> {
    let mut batch = Batch::new();
    for (id, record) in store.readable_in_all_profiles::<UnsavedRecord>(|_| true)?.records {
        if is_old(&record, now) {
            batch.remove(UnsavedRecord::TREE, id);
        }
    }
    if batch.is_empty() { Ok(()) } else { store.commit_aside(batch) }
}

/// One from the future is old too: the clock was set back, and nobody knows how old it is.
pub(crate) fn is_old(record: &UnsavedRecord, now: Timestamp) -> bool {
    let age = now.duration_since(record.kept);
    age.is_negative() || age > KEPT_FOR
}
