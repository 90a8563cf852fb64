//! Giving an account another name.

use idw_vault::Batch;

use super::{AccountNameError, ChangeAccountError, changeable, name, named_view};
use crate::{Wallet, names::same_name, records::Event, sites, store::put, view::AccountView};

impl Wallet {
    /// Calls an account `to`; sites it is used at follow. The main account keeps its name.
    ///
    /// # Errors
    /// Where there is no such account, the name is taken or cannot be one, or the vault cannot be written.
    pub fn rename_account(&self, name: &str, to: &str) -> Result<AccountView, ChangeAccountError> {
        let _guard = self.store.changing();
        let (id, mut account) = changeable(&self.store, name)?;
        let to = if same_name(&account.name, to) {
            // Only the case changes: the name is taken by this very account.
            name::well_formed(to)?
        } else {
            name::free(&self.store, to)?
        };
        if account.name == to {
            return Err(AccountNameError::Taken { name: to }.into());
        }
        let from = std::mem::replace(&mut account.name, to.clone());
        let mut batch = Batch::new();
        put(&mut batch, id, &account);
        for (site_id, mut site) in sites::by_name(&self.store)? {
            if site.account.as_deref() == Some(&from) {
                site.account = Some(to.clone());
                put(&mut batch, site_id, &site);
            }
        }
        self.store.commit(batch, Event::AccountRenamed { from, to })?;
        Ok(named_view(&account)?)
    }
}
