//! The activity log: what was done, and what was sent to whom. Each entry carries the hash of the one before.

mod disclosures;
mod export;
mod knowledge;
mod list;
mod verify;

use crate::{Problem, StoreError};
pub(crate) use disclosures::{Disclosures, SiteKey, digest};
pub use export::ActivityFormat;
pub(crate) use list::{entry_views, sent_view, sentence};

/// Why the log was not read or written out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ActivityError {
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The export could not be written.
    #[error("the activity log could not be written out; the one in the vault is intact")]
    Target(#[source] std::io::Error),
}

impl ActivityError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Store(error) => error.problem(),
            Self::Target(_) => Problem::Other,
        }
    }
}
