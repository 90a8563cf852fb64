//! Giving dead space back.

use super::VaultError;
use crate::{Wallet, view::VaultCompacted};

impl Wallet {
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
