//! Sites: the relying parties that the wallet knows.

mod add;
mod differences;
mod find;
mod key;
mod list;
mod remove;

pub(crate) use add::dialect_text;
pub(crate) use differences::{Difference, of_identity, of_requirements};
pub use find::FoundSite;
pub(crate) use key::{key_uri, key_uri_of};
pub(crate) use list::{
    by_name, connection, description_of, is_address, named, requirement, requirement_view, same_url, shown_url, view_of,
};

use idw_lws::{DescriptionError, LwsError};

use crate::{AccountError, Problem, StoreError, disclose::lws_problem};

/// Why a site was not found, added, shown or removed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// No site of that name or URL.
    #[error("there is no site '{site}' in this wallet; add it first")]
    NotFound {
        /// What was asked for.
        site: String,
    },
    /// Not a URL.
    #[error("'{url}' is not a web address such as https://rp.example/lws")]
    Url {
        /// What was given.
        url: String,
    },
    /// The site's description makes no sense.
    #[error("the site's description cannot be used; nothing was added")]
    Description(#[source] DescriptionError),
    /// The description could not be fetched.
    #[error(transparent)]
    Fetch(Box<LwsError>),
    /// A name that would be taken for an address.
    #[error("'{name}' is written like an address, and a site is found by that; give it another name")]
    NameIsAddress {
        /// The name.
        name: String,
    },
    /// A description from elsewhere claims to be that of a site which the wallet knows.
    #[error(
        "{from} describes {root}, which this wallet knows already and not from there; nothing was changed: add the site \
         by its own address, or remove the one that is known first"
    )]
    NotItsOwn {
        /// The root that is claimed.
        root: String,
        /// Where the description came from.
        from: String,
    },
    /// No key can be made for it.
    #[error("no key can be made for {root}; nothing was added")]
    Key {
        /// The site's root URL.
        root: String,
    },
    /// The name is taken by another site, or by an account.
    #[error("another site or an account is called '{name}' already; give this one another name")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The account used there could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SiteError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::Url { .. }
            | Self::Description(_)
            | Self::Key { .. }
            | Self::NotItsOwn { .. }
            | Self::NameIsAddress { .. } => Problem::Usage,
            Self::NameTaken { .. } => Problem::Exists,
            // The address itself is one that is never called, such as plain http to another machine.
            Self::Fetch(error) if matches!(**error, LwsError::Url(_)) => Problem::Usage,
            Self::Fetch(error) => lws_problem(error),
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
