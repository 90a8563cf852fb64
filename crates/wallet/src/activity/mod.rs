//! The activity log: what was done, and what was sent to whom. Each entry carries the hash of the one before.

mod digests;
mod disclosures;
mod export;
mod knowledge;
mod list;
mod verify;
mod views;

pub(crate) use digests::{Digests, DigestsCache, is_digest_key, with_keys_of};
pub(crate) use disclosures::{Disclosures, DisclosuresCache, SiteKey};
pub use export::ActivityFormat;
pub(crate) use list::{entry_views, sent_view, sentence};
pub use views::{
    Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary, Standing,
};

use crate::{Problem, StoreError, records::PurposeRecord, view::Purpose};

impl From<Purpose> for PurposeRecord {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::LogIn => Self::LogIn,
            Purpose::SignUp => Self::SignUp,
            Purpose::Apply => Self::Apply,
        }
    }
}

impl From<PurposeRecord> for Purpose {
    fn from(purpose: PurposeRecord) -> Self {
        match purpose {
            PurposeRecord::LogIn => Self::LogIn,
            PurposeRecord::SignUp => Self::SignUp,
            PurposeRecord::Apply => Self::Apply,
        }
    }
}

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
