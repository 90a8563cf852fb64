//! What repairs have kept aside.

use idw_vault::Aside;
use jiff::Timestamp;
use serde::Serialize;

use super::VaultError;
use crate::{StoreError, Wallet};

/// A folder in which a repair kept what was damaged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AsideView {
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
    pub fn asides(&self) -> Result<Vec<AsideView>, VaultError> {
        let asides = self.store.vault().asides().map_err(StoreError::from)?;
        Ok(asides.iter().map(view).collect())
    }

    /// Overwrites and removes what a repair kept aside, by its name, and tells what that was. It may hold what the repair
    /// could not read: ask the user first.
    ///
    /// # Errors
    /// Where there is none of that name, or it cannot be removed; some of it may be gone then, and the vault is as it was.
    pub fn remove_aside(&self, name: &str) -> Result<AsideView, VaultError> {
        let found = self.asides()?.into_iter().find(|aside| aside.name == name);
        self.store.vault().remove_aside(name)?;
        Ok(found.unwrap_or_else(|| AsideView { name: name.to_owned(), since: None, bytes: 0 }))
    }
}

fn view(aside: &Aside) -> AsideView {
    let since = aside.since.and_then(|since| Timestamp::try_from(since).ok());
    AsideView { name: aside.name.clone(), since: since.map(|since| since.to_string()), bytes: aside.bytes }
}
