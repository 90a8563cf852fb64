//! Working in another profile.

use std::sync::{Arc, OnceLock};

use super::{ProfileError, list::named};
use crate::Wallet;

impl Wallet {
    /// A handle on this wallet that works in the profile `name`: everything listed, entered, matched and sent
    /// through it is that profile's. A wallet that was just unlocked works in its first profile.
    ///
    /// The handle cannot change profiles, so what was begun in one cannot end in another. It keeps the wallet
    /// unlocked: drop one handle before locking the other.
    ///
    /// # Errors
    /// Where there is no such profile, or the vault cannot be read.
    pub fn in_profile(&self, name: &str) -> Result<Self, ProfileError> {
        let (_, profile) = named(&self.store, name)?;
        let client = self.client.get().cloned().map_or_else(OnceLock::new, OnceLock::from);
        let (store, caches) = (Arc::new(self.store.for_profile(profile.number)), Arc::clone(&self.caches));
        Ok(Self { store, caches, client })
    }
}
