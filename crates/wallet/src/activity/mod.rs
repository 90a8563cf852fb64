//! The activity log: what was done, and what was sent to whom. Each entry carries the hash of the one before.

mod disclosures;
mod list;
mod verify;

pub(crate) use disclosures::{Disclosures, digest};
pub(crate) use list::{entry_view, sent_view, sentence};

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
