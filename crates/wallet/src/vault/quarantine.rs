//! What repairs have kept aside.

use idw_vault::Quarantined;
use jiff::Timestamp;
use serde::Serialize;

use super::VaultError;
use crate::{StoreError, Wallet};

/// A folder in which a repair kept what was damaged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuarantinedView {
    /// Its name in the vault's folder.
    pub name: String,
    /// When the repair was (RFC 3339), by the clock of that time; none where the name does not say.
    pub since: Option<String>,
    /// Bytes of all files in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
}

impl Wallet {
    /// What repairs have kept aside, the oldest first.
    ///
    /// # Errors
    /// Where the vault's folder cannot be read.
    pub fn quarantined(&self) -> Result<Vec<QuarantinedView>, VaultError> {
        let quarantined = self.store.vault().quarantined().map_err(StoreError::from)?;
        Ok(quarantined.iter().map(view).collect())
    }

    /// Overwrites and removes what a repair kept aside, by its name, and tells what that was. It may hold what the repair
    /// could not read: ask the user first.
    ///
    /// # Errors
    /// Where there is none of that name, or it cannot be removed; some of it may be gone then, and the vault is as it was.
    pub fn remove_quarantined(&self, name: &str) -> Result<QuarantinedView, VaultError> {
        let found = self.quarantined()?.into_iter().find(|one| one.name == name);
        self.store.vault().remove_quarantined(name)?;
        Ok(found.unwrap_or_else(|| QuarantinedView { name: name.to_owned(), since: None, bytes: 0 }))
    }
}

fn view(found: &Quarantined) -> QuarantinedView {
    let since = found.since.and_then(|since| Timestamp::try_from(since).ok());
    QuarantinedView { name: found.name.clone(), since: since.map(|since| since.to_string()), bytes: found.bytes }
}
