//! Identity checks: what a provider read off the user's documents, looked at before anything of it is kept.
//!
//! It is the road of a request turned round. A protocol brings what came (`Brought`); it is matched with what the wallet
//! holds and shown ([`CheckReview`]); the user says what becomes of each value ([`CheckSelection`]); and what is kept is
//! sealed as verified, all of it in one commit. Nothing here names a protocol.

mod brought;
mod clean;
mod drafts;
mod keep;
mod list;
mod pictures;
mod review;

pub(crate) use brought::{Brought, Paper};
pub use keep::{CheckChoice, CheckSelection};
pub(crate) use list::{CountingCheck, CountingDocument};
pub use review::{CheckOptions, CheckReview};

use crate::{DocumentError, Problem, StoreError};

/// Why nothing of a check was kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepCheckError {
    /// The wallet was changed since it was looked at.
    #[error("the wallet was changed meanwhile; nothing was kept yet: look again at what would change")]
    Changed,
    /// A choice names something that is not among what came.
    #[error("nothing that came is called '{name}'; nothing was kept")]
    NoSuchItem {
        /// What was named.
        name: String,
    },
    /// The selfie cannot be used.
    #[error("the selfie cannot be used: {0}")]
    Selfie(#[source] DocumentError),
    /// A picture could not be stored.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl KeepCheckError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Changed => Problem::Declined,
            Self::NoSuchItem { .. } => Problem::Usage,
            Self::Selfie(error) | Self::Document(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
