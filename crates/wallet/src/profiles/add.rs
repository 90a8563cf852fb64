//! Making a profile.

use std::collections::HashSet;

use idw_identity::shows_something;
use idw_vault::{Batch, RecordId};

use super::{MAX_NAME_CHARS, MAX_NUMBER, ProfileError, list::present};
use crate::{
    Wallet,
    accounts::MAIN,
    clock::now,
    names::same_name,
    plain::is_no_part_of_a_name,
    records::{AccountRecord, Event, KeySource, ProfileKindRecord, ProfileRecord},
    store::{Store, put},
    view::{ProfileKind, ProfileView},
};

/// The profile that every wallet begins with.
pub(crate) fn first() -> ProfileRecord {
    ProfileRecord {
        version: 1,
        number: 0,
        name: "personal".to_owned(),
        kind: ProfileKindRecord::Person,
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
        let number = next_number(ever.iter().map(|(_, profile)| profile.number));
        let (index, main) = self.next_derived().map_err(|error| ProfileError::Key(Box::new(error)))?;
        let profile = ProfileRecord { number, name: name.clone(), kind: kind.into(), main_index: index, ..first() };
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
        let id = RecordId::make();
        put(&mut batch, id, &profile);
        put(&mut batch, RecordId::make(), &account);
        self.store.commit(batch, Event::ProfileAdded { name })?;
        self.profile_view(id, &profile)
    }
}

/// The number of the next profile: one more than any ever had. Where a backup has brought the highest that there can be,
/// the first that none ever had.
pub(crate) fn next_number(ever: impl Iterator<Item = u32> + Clone) -> u32 {
    let next = ever.clone().max().map_or(0, |last| last.saturating_add(1));
    if next <= MAX_NUMBER {
        return next;
    }
    let taken: HashSet<u32> = ever.collect();
    (0..=MAX_NUMBER).find(|number| !taken.contains(number)).expect("there are fewer profiles than numbers")
}

/// What of a name from elsewhere can be a profile's.
pub(crate) fn corrected_name(name: &str) -> String {
    let shown: String = name.chars().filter(|c| !is_no_part_of_a_name(*c)).collect();
    let kept: String = shown.trim().chars().take(MAX_NAME_CHARS).collect();
    if shows_something(&kept) { kept.trim().to_owned() } else { "profile".to_owned() }
}

/// `name` without spaces around it, if a profile (other than the one with `number`) may be called that.
pub(super) fn free_name(store: &Store, name: &str, number: Option<u32>) -> Result<String, ProfileError> {
    let name = name.trim();
    if !shows_something(name) || name.chars().count() > MAX_NAME_CHARS || name.chars().any(is_no_part_of_a_name) {
        return Err(ProfileError::Name);
    }
    let taken = |profile: &ProfileRecord| same_name(&profile.name, name) && Some(profile.number) != number;
    if present(store)?.iter().any(|(_, profile)| taken(profile)) {
        return Err(ProfileError::NameTaken { name: name.to_owned() });
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on_and_never_run_out() {
        let check = |ever: &[u32], expected: u32| assert_eq!(next_number(ever.iter().copied()), expected, "{ever:?}");
        check(&[], 0);
        check(&[0, 1, 5], 6);
        check(&[0, MAX_NUMBER], 1);
        check(&[0, 1, MAX_NUMBER - 1], MAX_NUMBER);
        check(&[0, u32::MAX], 1);
    }

    #[test]
    fn a_name_from_elsewhere_is_put_right() {
        let check = |name: &str, expected: &str| assert_eq!(corrected_name(name), expected, "{name:?}");
        check("Example Ltd", "Example Ltd");
        check(" \u{202e}a\r\nb ", "ab");
        check("\u{200b}", "profile");
        check("\u{3164}", "profile");
        check(&"ä".repeat(500), &"ä".repeat(MAX_NAME_CHARS));
    }
}
