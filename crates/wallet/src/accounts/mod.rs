//! Accounts: named ones (BIP-44 or imported) and each site's own key (SLIP-0013).

mod acting;
mod add;
mod export;
mod import;
mod list;
mod name;
mod remove;
mod rename;

pub(crate) use acting::Acting;
pub use add::AddAccountError;
pub use export::{ExportAccountError, ExportAs, ExportedSecret};
pub use import::ImportedKey;
use list::by_age;
pub(crate) use list::site_view;
pub(crate) use list::{account_makes_sense, named_view};
pub use name::AccountNameError;
pub(crate) use name::{MAX_NAME_CHARS, account_names, fitting_name};
pub use remove::{AccountRemoval, IfNeeded};

use idw_vault::RecordId;

use crate::{Problem, StoreError, names::same_name, records::AccountRecord, sites, store::Store, view::AccountView};

/// The name of the account that every wallet begins with.
pub(crate) const MAIN: &str = "main";

/// Why an account was not shown or used.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// There is none of that name.
    #[error("no account is named '{name}'")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// The public key in the vault is not one.
    #[error("this version cannot read the account '{name}'")]
    Shape {
        /// Which account.
        name: String,
    },
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AccountError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::Shape { .. } => Problem::Damaged,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Why an account was not renamed or removed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeAccountError {
    /// There is none of that name, or it could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The main account stays, under its name.
    #[error("the account '{MAIN}' cannot be renamed or removed")]
    Main,
    /// It is a site's own key, which comes and goes with the site.
    #[error("'{name}' is the account of a site")]
    SiteKey {
        /// The site.
        name: String,
    },
    /// The new name cannot be used.
    #[error(transparent)]
    Name(#[from] AccountNameError),
    /// The key was imported, is not in the recovery phrase, and was never exported.
    #[error("the key of '{name}' was imported and never exported")]
    NotExported {
        /// The account.
        name: String,
    },
    /// Sites know the user by it.
    #[error("'{name}' is the account used at {}", sites.join(", "))]
    InUse {
        /// The account.
        name: String,
        /// The sites' names.
        sites: Vec<String>,
    },
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ChangeAccountError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Account(error) => error.problem(),
            Self::Main | Self::SiteKey { .. } | Self::NotExported { .. } | Self::InUse { .. } => Problem::Usage,
            Self::Name(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Whether `wanted` means this account: its name in any case, its address or its DID.
fn is_meant(view: &AccountView, wanted: &str) -> bool {
    same_name(&view.name, wanted) || view.address.eq_ignore_ascii_case(wanted) || view.did.eq_ignore_ascii_case(wanted)
}

/// A named account by its name, address or DID.
fn named(store: &Store, wanted: &str) -> Result<Option<(RecordId, AccountRecord)>, AccountError> {
    let mut accounts = by_age(store)?;
    let mut by_name = None;
    for (at, (_, account)) in accounts.iter().enumerate() {
        let view = named_view(account)?;
        // An address or a DID is exactly one account's. A name that reads like one must not take its place.
        if view.address.eq_ignore_ascii_case(wanted) || view.did.eq_ignore_ascii_case(wanted) {
            return Ok(Some(accounts.swap_remove(at)));
        }
        // Accounts of earlier versions can have names that count as the same now: the exact one comes first.
        let is_exact = view.name == wanted;
        if is_exact || (by_name.is_none() && same_name(&view.name, wanted)) {
            by_name = Some(at);
        }
    }
    Ok(by_name.map(|at| accounts.swap_remove(at)))
}

/// A named account that may be renamed or removed.
fn changeable(store: &Store, wanted: &str) -> Result<(RecordId, AccountRecord), ChangeAccountError> {
    if let Some((id, account)) = named(store, wanted)? {
        return if account.name == MAIN { Err(ChangeAccountError::Main) } else { Ok((id, account)) };
    }
    for (_, site) in sites::by_name(store)? {
        if is_meant(&site_view(&site)?, wanted) {
            return Err(ChangeAccountError::SiteKey { name: site.name });
        }
    }
    Err(AccountError::NotFound { name: wanted.to_owned() }.into())
}
