//! Removing an account.

use idw_vault::Batch;

use super::{ChangeAccountError, changeable, named_view};
use crate::{
    Wallet,
    records::{AccountKeyRecord, AccountRecord, Event, KeySource, Record},
    sites,
    store::put,
    view::AccountView,
};

impl Wallet {
    /// Removes an account; never the main one. What sites were sent under it stays in the activity log.
    ///
    /// The key of an imported account goes with it, for good. That of an account of the recovery phrase can be had
    /// again by importing the phrase with the account's index.
    ///
    /// `force` removes it even where its imported key was never exported, and where sites know the user by it; the
    /// wallet then acts with each site's own key there.
    ///
    /// # Errors
    /// Where there is no such account, `force` would be needed, or the vault cannot be written.
    pub fn remove_account(&self, name: &str, force: bool) -> Result<AccountView, ChangeAccountError> {
        let _guard = self.store.changing();
        let (id, account) = changeable(&self.store, name)?;
        let view = named_view(&account)?;
        let mut used_at = sites::by_name(&self.store)?;
        used_at.retain(|(_, site)| site.account.as_deref() == Some(&account.name));
        if !force {
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
