//! Making a profile.

use idw_vault::{Batch, RecordId};

use super::{
    MAX_NAME_CHARS, ProfileError,
    list::{present, same_name},
};
use crate::{
    Wallet,
    clock::now,
    records::{AccountRecord, Event, KeySource, ProfileRecord},
    store::{Store, put},
    view::{ProfileKind, ProfileView},
    wallet::MAIN,
};

/// The profile that every wallet begins with.
pub(crate) fn first() -> ProfileRecord {
    ProfileRecord {
        version: 1,
        number: 0,
        name: "personal".to_owned(),
        kind: ProfileKind::Person,
        created: now(),
        main_index: 0,
        removed: None,
    }
}

impl Wallet {
    /// Makes a profile with a main account of its own: the next index of the recovery phrase that no account, not
    /// even one of a removed profile, ever had. So made in the same order, profiles come back from the phrase.
    ///
    /// # Errors
    /// Where the name is taken, empty or too long, or the vault cannot be written.
    pub fn add_profile(&self, name: &str, kind: ProfileKind) -> Result<ProfileView, ProfileError> {
        let _guard = self.store.changing();
        let name = free_name(&self.store, name, None)?;
        let ever = self.store.all::<ProfileRecord>()?;
        let number = ever.iter().map(|(_, profile)| profile.number).max().map_or(0, |last| last + 1);
        let (index, main) = self.next_derived().map_err(|error| ProfileError::Key(error.into()))?;
        let profile = ProfileRecord { number, name: name.clone(), kind, main_index: index, ..first() };
        let account = AccountRecord {
            version: 1,
            name: MAIN.to_owned(),
            source: KeySource::Derived { index },
            public_key: main.public_key().uncompressed_hex(),
            created: now(),
            exported: None,
            profile: number,
        };
        let mut batch = Batch::new();
        put(&mut batch, RecordId::make(), &profile);
        put(&mut batch, RecordId::make(), &account);
        self.store.commit(batch, Event::ProfileAdded { name })?;
        self.profile_view(&profile)
    }
}

/// `name` without spaces around it, if a profile (other than the one with `number`) may be called that.
pub(super) fn free_name(store: &Store, name: &str, number: Option<u32>) -> Result<String, ProfileError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME_CHARS || name.chars().any(char::is_control) {
        return Err(ProfileError::Name);
    }
    let taken = |profile: &ProfileRecord| same_name(&profile.name, name) && Some(profile.number) != number;
    if present(store)?.iter().any(|(_, profile)| taken(profile)) {
        return Err(ProfileError::NameTaken { name: name.to_owned() });
    }
    Ok(name.to_owned())
}
