//! Listing profiles, and finding one by its name.

use idw_vault::RecordId;

use super::{ProfileError, ProfileRef};
use crate::{
    StoreError, Stored, Wallet,
    names::same_name,
    records::{AccountRecord, ProfileRecord, SiteRecord},
    store::Store,
    view::ProfileView,
};

impl Wallet {
    /// All profiles, in the order they were made.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn profiles(&self) -> Result<Vec<ProfileView>, ProfileError> {
        present(&self.store)?.iter().map(|(id, record)| self.profile_view(*id, record)).collect()
    }

    /// The profile that this handle on the wallet works in.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn profile(&self) -> Result<ProfileView, ProfileError> {
        let (id, record) = selected_with_id(&self.store)?;
        self.profile_view(id, &record)
    }

    pub(super) fn profile_view(&self, id: RecordId, record: &ProfileRecord) -> Result<ProfileView, ProfileError> {
        let store = self.store.for_profile(record.number);
        let mut documents = 0;
        for document in store.documents() {
            document?;
            documents += 1;
        }
        Ok(ProfileView {
            id: id.to_string(),
            name: record.name.clone(),
            kind: record.kind.into(),
            created: record.created.to_string(),
            selected: record.number == self.store.profile(),
            attributes: count(self.listing_of(&store)?.records().len()),
            documents,
            accounts: count(store.readable::<AccountRecord>(|_| true)?.records.len()),
            sites: count(store.readable::<SiteRecord>(|_| true)?.records.len()),
        })
    }
}

/// The record of the profile that `store` is of.
pub(crate) fn selected(store: &Store) -> Result<ProfileRecord, StoreError> {
    selected_with_id(store).map(|(_, record)| record)
}

fn selected_with_id(store: &Store) -> Result<(RecordId, ProfileRecord), StoreError> {
    let found = present(store)?.into_iter().find(|(_, record)| record.number == store.profile());
    found.ok_or(StoreError::Missing { what: Stored::Profile })
}

/// The profiles that were not removed, in the order they were made.
pub(super) fn present(store: &Store) -> Result<Vec<(RecordId, ProfileRecord)>, StoreError> {
    let mut profiles = store.readable::<ProfileRecord>(|_| true)?.records;
    profiles.retain(|(_, record)| record.removed.is_none());
    profiles.sort_by_key(|(_, record)| record.number);
    Ok(profiles)
}

/// The names of these profiles, by their numbers.
pub(crate) fn names(store: &Store, numbers: &[u32]) -> Result<Vec<String>, StoreError> {
    let present = present(store)?.into_iter().map(|(_, record)| record);
    Ok(present.filter(|record| numbers.contains(&record.number)).map(|record| record.name).collect())
}

/// The profile that is meant.
pub(super) fn find(store: &Store, profile: ProfileRef<'_>) -> Result<(RecordId, ProfileRecord), ProfileError> {
    match profile {
        ProfileRef::Name(name) => named(store, name),
        ProfileRef::Id(wanted) => {
            let found = present(store)?.into_iter().find(|(id, _)| id.to_string() == wanted);
            found.ok_or(ProfileError::Gone)
        }
    }
}

/// One profile by its name, in any case and encoding.
fn named(store: &Store, name: &str) -> Result<(RecordId, ProfileRecord), ProfileError> {
    let mut profiles = present(store)?;
    // Profiles of earlier versions can have names that count as the same now: the exact one comes first.
    let exact = profiles.iter().position(|(_, record)| record.name == name);
    let found = exact.or_else(|| profiles.iter().position(|(_, record)| same_name(&record.name, name)));
    found.map(|at| profiles.swap_remove(at)).ok_or_else(|| ProfileError::NotFound { name: name.to_owned() })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
