//! The activity log: what was done, and what was sent to whom. Each entry carries the hash of the one before.

mod digests;
mod disclosures;
mod export;
mod imported;
mod knowledge;
mod list;
mod query;
mod sentence;
mod verify;

pub(crate) use disclosures::{Disclosures, SiteKey};
pub use export::ActivityFormat;
pub(crate) use imported::{imported_entry, unreadable_of_imported_logs};
pub use query::{ActivityKind, ActivityQuery, SiteInLog};
pub(crate) use sentence::{in_english, sentence};

use crate::{Problem, StoreError, records::PurposeRecord, view::Purpose};

impl From<Purpose> for PurposeRecord {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::LogIn => Self::LogIn,
            Purpose::SignUp => Self::SignUp,
            Purpose::Apply => Self::Apply,
            Purpose::Sign => Self::Sign,
            Purpose::Identify => Self::Identify,
        }
    }
}

impl From<PurposeRecord> for Purpose {
    fn from(purpose: PurposeRecord) -> Self {
        match purpose {
            PurposeRecord::LogIn => Self::LogIn,
            PurposeRecord::SignUp => Self::SignUp,
            PurposeRecord::Apply => Self::Apply,
            PurposeRecord::Sign => Self::Sign,
            PurposeRecord::Identify => Self::Identify,
        }
    }
}

/// Why the log was not read or written out.
#[derive(Debug, thiserror::Error)]
pub enum ActivityError {
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The export could not be written.
    #[error("the export of the activity log could not be written")]
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
