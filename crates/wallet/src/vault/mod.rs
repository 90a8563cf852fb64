//! The vault under the wallet: whether it is whole, what it takes, and what was repaired.

mod asides;
mod compact;
mod notices;
mod status;
pub(crate) mod unreadable;
mod verify;

pub use asides::AsideView;

use idw_vault::{CompactError, RemoveAsideError};

use crate::{Problem, StoreError};

/// Why the vault could not be looked after.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was not compacted; it is as it was.
    #[error(transparent)]
    Compact(#[from] CompactError),
    /// What a repair kept aside was not removed, or not all of it.
    #[error(transparent)]
    Aside(#[from] RemoveAsideError),
    /// Nothing that cannot be read has this id.
    #[error("there is nothing unreadable with the id '{id}' in the vault; nothing was removed")]
    NotUnreadable {
        /// What was given.
        id: String,
    },
}

impl VaultError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Store(error) => error.problem(),
            Self::Aside(RemoveAsideError::NotFound { .. }) | Self::NotUnreadable { .. } => Problem::NotFound,
            Self::Compact(CompactError::Damaged { .. }) | Self::Aside(RemoveAsideError::OddEntry(_)) => {
                Problem::Damaged
            }
            Self::Compact(_) | Self::Aside(_) => Problem::Other,
        }
    }
}
