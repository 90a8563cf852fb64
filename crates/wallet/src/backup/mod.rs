//! Backups: everything in the vault as one file that opens with a passphrase, and back again. `docs/backup-format.md`
//! describes the file; `idw-backup` is its container.

mod amend;
mod check;
mod content;
mod create;
mod error;
mod format;
mod frozen;
mod gather;
mod history;
mod merge;
mod merge_keys;
mod passphrase;
mod progress;
mod restore;
mod sift;
mod source;
mod standing;

pub use create::{BackupOptions, UnplacedBackup};
pub use error::{BackupError, RestoreError};
pub use merge::MergeMode;
pub use progress::{BackupProgress, BackupStep, OnBackupProgress};
pub use source::BackupFile;

use idw_vault::{KdfCost, Password};

use crate::view;

/// How the container is to protect a backup that is made where vaults are made at this cost.
fn work(cost: KdfCost) -> idw_backup::Work {
    match cost {
        KdfCost::Tuned => idw_backup::Work::Tuned,
        KdfCost::Floor => idw_backup::Work::Floor,
    }
}

/// What opens the container. A password type of the shells: they read both alike.
fn container_passphrase(passphrase: &Password) -> idw_backup::Passphrase {
    // The container's own copy, wiped when dropped.
    idw_backup::Passphrase::new(passphrase.expose_text().to_owned())
}
