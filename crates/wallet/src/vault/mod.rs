//! The vault under the wallet: whether it is whole, what it takes, and what was repaired.

mod create;
mod notices;
mod quarantine;
mod unreadable;
mod verify;

pub use create::{CreateError, CreateOptions, NewWallet};
pub use quarantine::QuarantinedView;

use idw_vault::{CompactError, RemoveQuarantinedError};

use crate::{
    Problem, StoreError, Wallet,
    view::{VaultCompacted, VaultStatus},
};

/// Why the vault could not be looked after.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was not compacted; it is as it was.
    #[error(transparent)]
    Compact(#[from] CompactError),
    /// What a repair kept aside was not removed, or not all of it.
    #[error(transparent)]
    Quarantine(#[from] RemoveQuarantinedError),
    /// Nothing that cannot be read has this id.
    #[error("nothing unreadable in the vault has the id '{id}'")]
    NotUnreadable {
        /// What was given.
        id: String,
    },
}

impl VaultError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Store(error) => error.problem(),
            Self::Quarantine(RemoveQuarantinedError::NotFound { .. }) | Self::NotUnreadable { .. } => Problem::NotFound,
            Self::Compact(CompactError::Damaged { .. }) | Self::Quarantine(RemoveQuarantinedError::OddEntry(_)) => {
                Problem::Damaged
            }
            Self::Compact(_) | Self::Quarantine(_) => Problem::Other,
        }
    }
}

impl Wallet {
    /// What the vault holds, and the room it takes.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn vault_status(&self) -> Result<VaultStatus, VaultError> {
        let vault = self.store.vault();
        let usage = vault.usage().map_err(StoreError::from)?;
        let aside = vault.kept_aside().map_err(StoreError::from)?;
        Ok(VaultStatus {
            dir: vault.dir().display().to_string(),
            records: usage.records,
            record_bytes: usage.record_bytes,
            database_bytes: usage.database_bytes,
            snapshots: usage.snapshots,
            snapshot_bytes: usage.snapshot_bytes,
            document_bytes: usage.document_bytes,
            kept_aside: aside.iter().map(|dir| dir.display().to_string()).collect(),
            kept_aside_bytes: usage.quarantine_bytes,
        })
    }

    /// Rebuilds the vault's database, so that values which were removed or replaced leave the disk. It happens by itself
    /// after removals when the wallet is locked or closed.
    ///
    /// # Errors
    /// Where there is no room, or something in the vault is damaged; everything is kept then.
    pub fn compact_vault(&self) -> Result<VaultCompacted, VaultError> {
        let done = self.store.vault().compact()?;
        Ok(VaultCompacted { before: done.before, after: done.after })
    }
}
