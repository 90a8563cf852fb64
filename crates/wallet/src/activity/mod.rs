//! The activity log: what was done, and what was sent to whom. Each entry carries the hash of the one before.

mod disclosures;
mod knowledge;
mod list;
mod verify;
mod views;

pub(crate) use disclosures::{Disclosures, SiteKey, digest};
pub(crate) use list::sent_view;
pub use views::{
    Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary, Standing,
};

use crate::{Problem, StoreError};

/// Why the log was not read.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ActivityError(#[from] StoreError);

impl ActivityError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        self.0.problem()
    }
}
