//! Sites: the relying parties that the wallet knows.

mod add;
mod address;
mod client;
mod differences;
mod find;
mod identity;
mod key;
mod learn;
mod list;
#[cfg(test)]
mod pairs;

pub use add::AddSite;
pub(crate) use add::{dialect_text, honest_name};
pub use address::NotASiteAddress;
pub(crate) use differences::{of_first_use, of_identity, of_requirements, place_view};
pub use find::FoundSite;
pub(crate) use find::shown_host;
pub(crate) use identity::SiteId;
pub use key::KeyRule;
pub(crate) use key::{KeyUri, has_unconfirmed_key, key_uri, key_uri_of};
pub(crate) use learn::Schemas;
pub(crate) use list::{
    asked_records, by_name, connection, description_of, elsewhere, is_address, named, recipient, recipients,
    shown_root, shown_url, site_makes_sense,
};

use idw_lws::{DescriptionError, ErrorClass, LwsError};
use idw_vault::Batch;

use crate::{
    AccountError, Problem, StoreError, Wallet,
    fault::PartyFault,
    records::{Event, Record, SiteRecord},
    view::SiteView,
};

/// Why a site was not found, added, shown or removed.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// No site of that name or URL.
    #[error("there is no site '{site}' in this wallet; add it first")]
    NotFound {
        /// What was asked for.
        site: String,
    },
    /// Several sites fit what was asked for.
    #[error("'{site}' can mean {} sites: {}; name one of them", fitting.len(), list_of(fitting))]
    Ambiguous {
        /// What was asked for.
        site: String,
        /// The sites that fit.
        fitting: Vec<FittingSite>,
    },
    /// Not a URL.
    #[error("'{url}' is not a web address: {why}")]
    Url {
        /// What was given.
        url: String,
        /// What is wrong with it, or what was meant.
        why: NotASiteAddress,
    },
    /// The site's description makes no sense.
    #[error("the site's description cannot be used; nothing was added")]
    Description(#[source] DescriptionError),
    /// The description could not be fetched, or something else is at the address.
    #[error(transparent)]
    Party(#[from] PartyFault),
    /// A name that would be taken for an address.
    #[error("'{name}' is written like an address, and a site is found by that; give it another name")]
    NameIsAddress {
        /// The name.
        name: String,
    },
    /// A description from elsewhere claims to be that of a site which the wallet knows.
    #[error(
        "{from} describes {root}, which this wallet knows already and not from there; nothing was changed. Only {root} \
         itself can change what is known of it: if it asked you to use this address, check that with it first"
    )]
    NotItsOwn {
        /// The root that is claimed.
        root: String,
        /// Where the description came from.
        from: String,
    },
    /// A root with a query: several sites at one root would have one key.
    #[error("the site's address {root} has a query (?…) in it, which does not tell sites apart; nothing was added")]
    RootHasQuery {
        /// The site's root URL.
        root: String,
    },
    /// The key that was asked for belongs to another site already.
    #[error("{root} would have the key of '{name}', which is another site; nothing was added")]
    KeyTaken {
        /// The site's root URL.
        root: String,
        /// The site that has the key.
        name: String,
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
    pub(crate) fn ambiguous(site: &str, fitting: Vec<FittingSite>) -> Self {
        Self::Ambiguous { site: site.to_owned(), fitting }
    }

    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::Ambiguous { .. }
            | Self::Url { .. }
            | Self::Description(_)
            | Self::RootHasQuery { .. }
            | Self::KeyTaken { .. }
            | Self::Key { .. }
            | Self::NotItsOwn { .. }
            | Self::NameIsAddress { .. } => Problem::Usage,
            Self::NameTaken { .. } => Problem::Exists,
            Self::Party(fault) => fault.problem(),
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// A site that fits what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FittingSite {
    /// What the wallet calls it.
    pub name: String,
    /// Its root, which tells it apart from every other.
    pub root: String,
}

fn list_of(fitting: &[FittingSite]) -> String {
    fitting.iter().map(|site| format!("{} ({})", site.name, site.root)).collect::<Vec<_>>().join(", ")
}

/// Whose move it is after a site's error.
pub(crate) fn problem_of(error: &LwsError) -> Problem {
    match error.class() {
        ErrorClass::Refused => Problem::Refused,
        ErrorClass::NoSuchUser => Problem::NoAccount,
        ErrorClass::Unreachable => Problem::Unreachable,
        ErrorClass::Protocol => Problem::Protocol,
        ErrorClass::Local => Problem::Other,
    }
}

impl Wallet {
    /// Removes what the wallet knows of a site. Its key can be made again from the phrase, so adding the site later
    /// finds the same account; what the site was sent stays in the activity log.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be written.
    pub fn remove_site(&self, site: &str) -> Result<SiteView, SiteError> {
        let (id, record) = named(&self.store, site)?;
        let view = self.site_view(id, &record)?;
        let mut batch = Batch::new();
        batch.remove(SiteRecord::TREE, id);
        self.store.commit(batch, Event::SiteRemoved { site: record.name.clone() })?;
        Ok(view)
    }
}
