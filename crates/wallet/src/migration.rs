//! Bringing the records that an earlier version wrote to their present shape: once, in one commit, when the wallet is
//! unlocked.
//!
//! Before that commit the vault's header says that an older program must not read it, as that one would take sites for
//! unreadable and digests for those of other values. Killed in between, nothing is migrated, and it is done the next
//! time. Whatever reads records therefore understands both shapes; so a vault on a full or read-only disk opens as it
//! is.

use idw_vault::Batch;

use crate::{
    StoreError,
    digests::Digests,
    records::{ApplicationRecord, DataVersionRecord, DigestKeyRecord, DigestKeysRecord, ONLY, SiteRecord},
    store::{Store, put},
};

/// Migrates what has to be; without it, everything can be read all the same.
pub(crate) fn migrate_if_due(store: &Store) {
    if store.vault().is_read_only() {
        return; // it is done when the vault is unlocked where it can be written
    }
    if let Err(error) = migrate(store) {
        tracing::warn!(%error, "the records of an earlier version were not migrated; it is tried again at the next unlocking");
    }
}

fn migrate(store: &Store) -> Result<(), StoreError> {
    let held = store.get::<DataVersionRecord>(ONLY)?;
    if held.is_some_and(|held| held.data_version >= DataVersionRecord::NEWEST) {
        return Ok(());
    }
    let _guard = store.changing();
    let mut batch = Batch::new();
    let keys = store.get::<DigestKeysRecord>(ONLY)?.unwrap_or_else(new_digest_keys);
    put(&mut batch, ONLY, &keys);
    for (id, site) in store.readable_in_all_profiles::<SiteRecord>(|_| true)?.records {
        put(&mut batch, id, &site);
    }
    let digests = Digests::of_record(&keys);
    for (id, mut application) in store.readable_in_all_profiles::<ApplicationRecord>(|_| true)?.records {
        if digests.renew(&mut application.sent) {
            put(&mut batch, id, &application);
        }
    }
    put(&mut batch, ONLY, &DataVersionRecord { version: 1, data_version: DataVersionRecord::NEWEST });
    store.commit_migrated(batch)
}

/// Those of a wallet that has none yet.
fn new_digest_keys() -> DigestKeysRecord {
    DigestKeysRecord { version: 1, keys: vec![DigestKeyRecord::make()] }
}
