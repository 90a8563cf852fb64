//! Renaming a profile.

use idw_vault::Batch;

use super::{ProfileError, add::free_name, list::named};
use crate::{Wallet, records::Event, store::put, view::ProfileView};

impl Wallet {
    /// Gives the profile `name` another name. Nothing else about it changes.
    ///
    /// # Errors
    /// Where there is none, the new name is taken, empty or too long, or the vault cannot be written.
    pub fn rename_profile(&self, name: &str, to: &str) -> Result<ProfileView, ProfileError> {
        let _guard = self.store.changing();
        let (id, mut profile) = named(&self.store, name)?;
        let to = free_name(&self.store, to, Some(profile.number))?;
        let from = std::mem::replace(&mut profile.name, to.clone());
        let mut batch = Batch::new();
        put(&mut batch, id, &profile);
        self.store.commit(batch, Event::ProfileRenamed { from, to })?;
        self.profile_view(&profile)
    }
}
