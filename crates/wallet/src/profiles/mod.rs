//! Profiles: the people and companies that the user acts for. Attributes, documents, accounts, sites and activity
//! belong to one profile each, and nothing of one is seen, matched or sent in another.

mod add;
mod list;
mod remove;

pub(crate) use add::{corrected_name, first, next_number};
pub(crate) use list::{names, selected};

use add::free_name;
use idw_vault::Batch;
use list::find;

use crate::{
    AccountError, AddAccountError, Problem, StoreError, Wallet,
    records::{Event, ProfileKindRecord},
    store::put,
    view::{ProfileKind, ProfileView},
};

/// The longest name of a profile, in characters.
pub(crate) const MAX_NAME_CHARS: usize = 60;

/// The highest number of a profile. Nobody makes so many: a backup could otherwise bring one from which no wallet counts on.
pub(crate) const MAX_NUMBER: u32 = 0x7FFF_FFFF;

impl From<ProfileKind> for ProfileKindRecord {
    fn from(kind: ProfileKind) -> Self {
        match kind {
            ProfileKind::Person => Self::Person,
            ProfileKind::Company => Self::Company,
        }
    }
}

impl From<ProfileKindRecord> for ProfileKind {
    fn from(kind: ProfileKindRecord) -> Self {
        match kind {
            ProfileKindRecord::Person => Self::Person,
            ProfileKindRecord::Company => Self::Company,
        }
    }
}

/// Which profile is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileRef<'a> {
    /// By name, in any case and encoding, as people type it.
    Name(&'a str),
    /// By id, which does not change when the profile is renamed.
    Id(&'a str),
}

impl<'a> From<&'a str> for ProfileRef<'a> {
    fn from(name: &'a str) -> Self {
        Self::Name(name)
    }
}

impl<'a> From<&'a String> for ProfileRef<'a> {
    fn from(name: &'a String) -> Self {
        Self::Name(name)
    }
}

/// How much is in a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileContents {
    /// Values of attributes.
    pub attributes: u32,
    /// Documents.
    pub documents: u32,
    /// Sites.
    pub sites: u32,
    /// Accounts besides the main one, which every profile has.
    pub accounts: u32,
}

/// Why a profile was not made, shown, selected, renamed or removed.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is none of that name.
    #[error("there is no profile '{name}' in this wallet")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// No profile has that id.
    #[error("the profile is not in this wallet any more")]
    Gone,
    /// Another profile has the name.
    #[error("another profile has the name '{name}'")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The name is empty or too long.
    #[error("a profile's name has 1 to {MAX_NAME_CHARS} characters")]
    Name,
    /// There is something in it.
    #[error("the profile '{name}' is not empty")]
    NotEmpty {
        /// Which profile.
        name: String,
        /// What is in it.
        content: ProfileContents,
    },
    /// The profile that every wallet begins with stays.
    #[error("the first profile, '{name}', cannot be removed")]
    First {
        /// Its name.
        name: String,
    },
    /// The profile is the one that is being worked in.
    #[error("the profile '{name}' is in use")]
    Selected {
        /// Its name.
        name: String,
    },
    /// Its account cannot be made.
    #[error("no account could be made for the profile")]
    Key(#[source] Box<AddAccountError>),
    /// An account could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ProfileError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } | Self::Gone => Problem::NotFound,
            Self::NameTaken { .. } => Problem::Exists,
            Self::Name | Self::NotEmpty { .. } | Self::First { .. } | Self::Selected { .. } => Problem::Usage,
            Self::Key(_) => Problem::Other,
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// A handle on this wallet that works in another profile: everything listed, entered, matched and sent
    /// through it is that profile's. A wallet that was just unlocked works in its first profile.
    ///
    /// The handle cannot change profiles, so what was begun in one cannot end in another. It keeps the wallet
    /// unlocked: drop one handle before locking the other.
    ///
    /// # Errors
    /// Where there is no such profile, or the vault cannot be read.
    pub fn in_profile<'a>(&self, profile: impl Into<ProfileRef<'a>>) -> Result<Self, ProfileError> {
        let (_, profile) = find(&self.store, profile.into())?;
        Ok(self.as_profile(profile.number))
    }

    /// Gives a profile another name. Nothing else about it changes.
    ///
    /// # Errors
    /// Where there is none, the new name is taken, empty or too long, or the vault cannot be written.
    pub fn rename_profile<'a>(
        &self,
        profile: impl Into<ProfileRef<'a>>,
        to: &str,
    ) -> Result<ProfileView, ProfileError> {
        let _guard = self.store.changing();
        let (id, mut profile) = find(&self.store, profile.into())?;
        let to = free_name(&self.store, to, Some(profile.number))?;
        let from = std::mem::replace(&mut profile.name, to.clone());
        let mut batch = Batch::new();
        put(&mut batch, id, &profile);
        self.store.commit(batch, Event::ProfileRenamed { from, to })?;
        self.profile_view(id, &profile)
    }
}
