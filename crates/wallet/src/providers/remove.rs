//! Removing a provider.

use idw_vault::Batch;
use idw_words::MessageData;

use super::{ProviderError, find, provider_view};
use crate::{
    Explain as _, Wallet,
    records::{Event, ProviderRecord, Record as _},
    view::ProviderView,
};

impl Wallet {
    /// Removes a provider, and its client secret from the system keyring. What its checks gave stays, and stays verified;
    /// but it counts for nobody else any more. Also gives why the secret may still be in the keyring, if it may.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be written.
    pub fn remove_provider(&self, name: &str) -> Result<(ProviderView, Option<MessageData>), ProviderError> {
        let _guard = self.store.changing();
        let (id, record) = find(&self.store, name)?;
        let mut batch = Batch::new();
        batch.remove(ProviderRecord::TREE, id);
        self.store.commit(batch, Event::ProviderRemoved { name: record.name.clone() })?;
        let left_behind = self.store.vault().forget_secret(&id.to_string()).err().map(|error| error.explain());
        Ok((provider_view(id, &record), left_behind))
    }
}
