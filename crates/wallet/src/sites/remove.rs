//! Removing a site.

use idw_vault::Batch;

use super::{SiteError, named};
use crate::{
    Wallet,
    records::{Event, Record, SiteRecord},
    view::SiteView,
};

impl Wallet {
    /// Removes what the wallet knows of a site. Its key can be made again from the phrase, so adding the site later
    /// finds the same account; what the site was sent stays in the activity log.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be written.
    pub fn remove_site(&self, site: &str) -> Result<SiteView, SiteError> {
        let (id, record) = named(&self.store, site)?;
        let view = self.site_view(&record)?;
        let mut batch = Batch::new();
        batch.remove(SiteRecord::TREE, id);
        self.store.commit(batch, Event::SiteRemoved { site: record.name.clone() })?;
        self.caches.tokens.forget(id);
        Ok(view)
    }
}
