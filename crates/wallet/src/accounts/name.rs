//! What an account can be called.

use std::{collections::BTreeSet, str::FromStr as _};

use idw_identity::shows_something;
use idw_keys::{Address, Phrase, SecretKey};

use crate::{
    Problem, StoreError,
    names::{name_key, same_name},
    plain::is_no_part_of_a_name,
    records::AccountRecord,
    sites,
    store::Store,
};

/// The longest name of an account, in characters: one line of a list.
pub(crate) const MAX_NAME_CHARS: usize = 64;

/// Why an account cannot be called that.
#[derive(Debug, thiserror::Error)]
pub enum AccountNameError {
    /// Empty, too long, or with characters that do not show.
    #[error("the name is empty, too long, or has control characters")]
    Shape,
    /// Accounts are found by their addresses and DIDs too.
    #[error("'{name}' reads like an address or a DID")]
    Address {
        /// What was asked for.
        name: String,
    },
    /// Reads like what should be imported, given in the wrong place. Not quoted: names are shown and logged.
    #[error("the name reads like a private key or a recovery phrase")]
    Secret,
    /// An account or a site is called that, in one case or another.
    #[error("another account or site is named '{name}'")]
    Taken {
        /// What was asked for.
        name: String,
    },
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AccountNameError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Shape | Self::Secret | Self::Address { .. } => Problem::Usage,
            Self::Taken { .. } => Problem::Exists,
            Self::Store(error) => error.problem(),
        }
    }
}

/// The names of the named accounts, as [`name_key`] has them.
pub(crate) fn account_names(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    Ok(store.all::<AccountRecord>()?.iter().map(|(_, account)| name_key(&account.name)).collect())
}

/// A name as given, if a new account can have it.
pub(super) fn free(store: &Store, given: &str) -> Result<String, AccountNameError> {
    let name = well_formed(given)?;
    if is_taken(store, &name)? { Err(AccountNameError::Taken { name }) } else { Ok(name) }
}

/// A name that is free: `stem-2`, `stem-3` and so on.
pub(super) fn make_free(store: &Store, stem: &str, first: u32) -> Result<String, StoreError> {
    let mut number = first;
    loop {
        let name = format!("{stem}-{number}");
        if !is_taken(store, &name)? {
            return Ok(name);
        }
        number = number.wrapping_add(1);
    }
}

/// The name from elsewhere, if an account can have it.
pub(crate) fn fitting_name(given: &str) -> Option<String> {
    well_formed(given).ok()
}

/// Trims a name and checks its shape.
pub(super) fn well_formed(given: &str) -> Result<String, AccountNameError> {
    let name = given.trim();
    if SecretKey::from_hex(name).is_ok() || Phrase::parse(name).is_ok() {
        return Err(AccountNameError::Secret);
    }
    if !shows_something(name) || name.chars().count() > MAX_NAME_CHARS || name.chars().any(is_no_part_of_a_name) {
        return Err(AccountNameError::Shape);
    }
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("did:") || Address::from_str(&lower).is_ok() {
        return Err(AccountNameError::Address { name: name.to_owned() });
    }
    Ok(name.to_owned())
}

fn is_taken(store: &Store, name: &str) -> Result<bool, StoreError> {
    Ok(account_names(store)?.contains(&name_key(name))
        || sites::by_name(store)?.iter().any(|(_, site)| same_name(&site.name, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line_that_nothing_else_is_mistaken_for() {
        let check = |given: &str, expected: Option<&str>| {
            assert_eq!(well_formed(given).ok().as_deref(), expected, "{given:?}");
        };
        check("work", Some("work"));
        check("  work and play ", Some("work and play"));
        check("Ünïcode", Some("Ünïcode"));
        check(&"x".repeat(64), Some(&"x".repeat(64)));
        check(&"x".repeat(65), None);
        check("", None);
        check(" \t ", None);
        check("two\nlines", None);
        check("bell\u{7}", None);
        check("\u{3164}", None);
        check("\u{200b}", None);
        check("a\u{202e}b", None);
        check("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", None);
        check("0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266", None);
        check("did:eth:0x1", None);
        check("0xshort", Some("0xshort"));
        check(&"42".repeat(32), None);
        check(&format!("0x{}", "42".repeat(32)), None);
        check("test test test test test test test test test test test junk", None);
    }
}
