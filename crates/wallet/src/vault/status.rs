//! What the vault takes.

use super::VaultError;
use crate::{StoreError, Wallet, view::VaultStatus};

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
            kept_aside_bytes: usage.aside_bytes,
        })
    }
}
