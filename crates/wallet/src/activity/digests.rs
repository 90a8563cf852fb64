//! The keys of digests, kept in memory while the wallet is unlocked.

use std::sync::{Arc, Mutex};

use idw_vault::Tree;

use crate::{
    StoreError, Wallet,
    caches::{Cache, Rank},
    digests::Digests,
    records::{DigestKeysRecord, Record as _},
    store::{Watch, locked},
};

/// The keys, once somebody asked.
#[derive(Default)]
struct DigestsCache(Mutex<Option<Arc<Digests>>>);

impl Cache for DigestsCache {
    const RANK: Rank = Rank::OfContent;
}

impl Watch for DigestsCache {
    fn changed(&self, trees: &[Tree]) {
        if trees.contains(&DigestKeysRecord::TREE) {
            *locked(&self.0) = None;
        }
    }
}

impl Wallet {
    /// The keys of the digests that tell what was sent.
    pub(crate) fn digests(&self) -> Result<Arc<Digests>, StoreError> {
        let cache = self.caches.get::<DigestsCache>();
        let mut known = locked(&cache.0);
        if let Some(known) = &*known {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(Digests::read(&self.store)?);
        *known = Some(Arc::clone(&read));
        Ok(read)
    }
}
