//! When the wallet was last backed up, and whether its owner should do it again.

use idw_vault::{Batch, Tree};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::view::BackupStanding;
use crate::{
    StoreError, Stored, Wallet,
    clock::{now, today},
    records::{AttributeRecord, ONLY, Record, SiteRecord},
    store::{Store, put},
};

/// After so many days its owner is reminded.
const DUE_AFTER_DAYS: i64 = 90;

/// By so much a clock that is right most of the time is put back when it is compared with another.
const CORRECTION: SignedDuration = SignedDuration::from_mins(10);

/// The last backup. It is told of this vault and has no place in a backup: who restores one has that backup.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct LastBackupRecord {
    version: u32,
    at: Timestamp,
}

impl Record for LastBackupRecord {
    const TREE: Tree = Tree::named("last-backup");
    const WHAT: Stored = Stored::LastBackup;
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
        let at = self.store.get::<LastBackupRecord>(ONLY)?.map(|record| record.at);
        let (last, ahead) = if at.is_some_and(is_ahead) { (None, at) } else { (at, None) };
        let due = last.is_none_or(is_old) && holds_something(&self.store)?;
        let text = |at: Option<Timestamp>| at.map(|at| at.to_string());
        Ok(BackupStanding { last: text(last), ahead: text(ahead), due })
    }

    /// What to call a backup that is made today: `identity-wallet-2026-01-31.backup`.
    pub fn backup_file_name() -> String {
        format!("identity-wallet-{}.backup", today())
    }
}

fn is_old(at: Timestamp) -> bool {
    now().duration_since(at) > SignedDuration::from_hours(DUE_AFTER_DAYS * 24)
}

/// Whether a time is still to come: the clock was wrong when the backup was made, or is now, and how old the backup is
/// cannot be said.
fn is_ahead(at: Timestamp) -> bool {
    at.duration_since(now()) > CORRECTION
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
        check(0, false);
        check(89, false);
        check(90, true);
        check(400, true);
    }

    #[test]
    fn a_last_backup_in_the_future_is_told_and_counts_as_none() {
        let dir = tempfile::tempdir().unwrap();
        let options = crate::CreateOptions { cost: idw_vault::KdfCost::Floor, ..crate::CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.path().join("vault"), &crate::Password::from("p"), options).unwrap();
        let standing_at = |at: Timestamp| {
            let mut batch = Batch::new();
            put_last_backup(&mut batch, at);
            wallet.store.commit_quietly(batch).unwrap();
            wallet.backup_standing().unwrap()
        };
        let ahead: Timestamp = "2091-01-01T00:00:00Z".parse().unwrap();
        let told = BackupStanding { last: None, ahead: Some(ahead.to_string()), due: false };
        assert_eq!(standing_at(ahead), told, "there is nothing to lose yet");
        let set = crate::SetAttribute { name: "first-name".into(), text: Some("Ada".into()), ..Default::default() };
        wallet.set_attribute(set).unwrap();
        assert_eq!(standing_at(ahead), BackupStanding { due: true, ..told });
        let at = now();
        assert_eq!(standing_at(at), BackupStanding { last: Some(at.to_string()), ahead: None, due: false });
    }

    #[test]
    fn a_backup_of_the_future_is_of_an_unknown_time() {
        let check = |minutes: i64, expected: bool| {
            assert_eq!(is_ahead(now() + SignedDuration::from_mins(minutes)), expected, "in {minutes} minutes");
        };
        check(-60, false);
        check(0, false);
        check(9, false);
        check(12, true);
        check(60 * 24 * 365 * 50, true);
    }
}
