//! When the wallet was last backed up, and whether its owner should do it again.

use idw_vault::{Batch, Tree};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::view::BackupStanding;
use crate::{
    StoreError, Wallet,
    clock::{now, today},
    records::{AttributeRecord, ONLY, Record, SiteRecord},
    store::{Store, put},
};

/// After so many days its owner is reminded.
const DUE_AFTER_DAYS: i64 = 90;

/// The last backup. It is told of this vault and has no place in a backup: who restores one has that backup.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct LastBackupRecord {
    version: u32,
    at: Timestamp,
}

impl Record for LastBackupRecord {
    const TREE: Tree = Tree::named("last-backup");
    const WHAT: &'static str = "when the last backup was made";
}

/// Adds to a batch that a backup was made at a time.
pub(super) fn put_last_backup(batch: &mut Batch, at: Timestamp) {
    put(batch, ONLY, &LastBackupRecord { version: 1, at });
}

/// Remembers that a backup was made now. It was made whether or not that can be remembered.
pub(super) fn remember(store: &Store) {
    let mut batch = Batch::new();
    put_last_backup(&mut batch, now());
    if let Err(error) = store.commit_aside(batch) {
        tracing::warn!(%error, "that a backup was made could not be written down");
    }
}

impl Wallet {
    /// When this wallet was last backed up, by whichever program, and whether it is time to do it again: where there is
    /// something to lose, and no backup of the last 90 days.
    ///
    /// A wallet that was restored counts as backed up when that backup was made.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn backup_standing(&self) -> Result<BackupStanding, StoreError> {
        let last = self.store.get::<LastBackupRecord>(ONLY)?.map(|record| record.at);
        let is_old = last.is_none_or(is_old);
        let due = is_old && holds_something(&self.store)?;
        Ok(BackupStanding { last: last.map(|at| at.to_string()), due })
    }

    /// What to call a backup that is made today: `identity-wallet-2026-01-31.backup`.
    pub fn backup_file_name() -> String {
        format!("identity-wallet-{}.backup", today())
    }
}

/// A clock that was set back makes no backup old.
fn is_old(at: Timestamp) -> bool {
    now().duration_since(at) > SignedDuration::from_hours(DUE_AFTER_DAYS * 24)
}

/// Whether there is a value, a document or a site, in whichever profile.
fn holds_something(store: &Store) -> Result<bool, StoreError> {
    let vault = store.vault();
    let document = vault.documents().next().transpose()?.is_some();
    let value = vault.scan(AttributeRecord::TREE).next().transpose()?.is_some();
    let site = vault.scan(SiteRecord::TREE).next().transpose()?.is_some();
    Ok(document || value || site)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_gets_old_after_ninety_days() {
        let check = |days: i64, expected: bool| {
            let at = now() - SignedDuration::from_hours(24 * days) - SignedDuration::from_mins(1);
            assert_eq!(is_old(at), expected, "{days} days");
        };
        check(-1, false);
        check(0, false);
        check(89, false);
        check(90, true);
        check(400, true);
    }
}
