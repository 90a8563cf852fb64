//! Removing an account.

use idw_vault::{Batch, RecordId};
use serde::Serialize;

use super::{ChangeAccountError, changeable, named_view};
use crate::{
    StoreError, Wallet,
    records::{AccountKeyRecord, AccountRecord, Event, KeySource, Record, SiteRecord},
    sites,
    store::{Store, put},
    view::AccountView,
};

/// What removing an account would mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountRemoval {
    /// Whether the key goes with it: it was imported, and the recovery phrase does not bring it back.
    pub key_is_lost: bool,
    /// Whether its key was ever exported.
    pub exported: bool,
    /// The sites that know the user by it. Each is then acted at with its own key, as which it does not know the user.
    pub sites: Vec<String>,
}

/// What becomes of something that is to be removed, and with which something else would be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfNeeded {
    /// It stays as it is.
    Refuse,
    /// It is removed with all that is lost then. The user was told.
    Remove,
}

impl IfNeeded {
    /// [`Remove`](Self::Remove) only if the user said so.
    pub fn remove_if(said_so: bool) -> Self {
        if said_so { Self::Remove } else { Self::Refuse }
    }
}

impl Wallet {
    /// What removing an account would mean; nothing is removed.
    ///
    /// # Errors
    /// Where there is no such account or it cannot be removed, or the vault cannot be read.
    pub fn account_removal(&self, name: &str) -> Result<AccountRemoval, ChangeAccountError> {
        let (_, account) = changeable(&self.store, name)?;
        Ok(AccountRemoval {
            key_is_lost: matches!(account.source, KeySource::Imported { .. }),
            exported: account.exported.is_some(),
            sites: used_at(&self.store, &account)?.into_iter().map(|(_, site)| site.name).collect(),
        })
    }

    /// Removes an account; never the main one. What sites were sent under it stays in the activity log.
    ///
    /// The key of an imported account goes with it, for good. That of an account of the recovery phrase can be had
    /// again by importing the phrase with the account's index.
    ///
    /// It is needed where its imported key was never exported, and where sites know the user by it. Removed all the same,
    /// the wallet acts with each site's own key there.
    ///
    /// # Errors
    /// Where there is no such account, it is needed and was to stay then, or the vault cannot be written.
    pub fn remove_account(&self, name: &str, if_needed: IfNeeded) -> Result<AccountView, ChangeAccountError> {
        let _guard = self.store.changing();
        let (id, account) = changeable(&self.store, name)?;
        let view = named_view(&account)?;
        let used_at = used_at(&self.store, &account)?;
        if if_needed == IfNeeded::Refuse {
            if matches!(account.source, KeySource::Imported { .. }) && account.exported.is_none() {
                return Err(ChangeAccountError::NotExported { name: account.name });
            }
            if !used_at.is_empty() {
                let sites = used_at.into_iter().map(|(_, site)| site.name).collect();
                return Err(ChangeAccountError::InUse { name: account.name, sites });
            }
        }
        let mut batch = Batch::new();
        batch.remove(AccountRecord::TREE, id);
        batch.remove(AccountKeyRecord::TREE, id);
        for (site_id, mut site) in used_at {
            site.account = None;
            put(&mut batch, site_id, &site);
        }
        self.store.commit(batch, Event::AccountRemoved { name: account.name, did: view.did.clone() })?;
        Ok(view)
    }
}

/// The sites that know the user by an account.
fn used_at(store: &Store, account: &AccountRecord) -> Result<Vec<(RecordId, SiteRecord)>, StoreError> {
    let mut sites = sites::by_name(store)?;
    sites.retain(|(_, site)| site.account.as_deref() == Some(&account.name));
    Ok(sites)
}
