//! What goes wrong at a site.

use idw_lws::LwsError;

use crate::{StoreError, fault::PartyFault, sites};

/// Why something stopped.
#[derive(Debug, thiserror::Error)]
pub(super) enum RunError {
    #[error(transparent)]
    Site(#[from] Box<LwsError>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<LwsError> for RunError {
    fn from(error: LwsError) -> Self {
        Self::Site(Box::new(error))
    }
}

/// A site's error, as every protocol tells it.
pub(super) fn fault(site: &str, error: LwsError) -> PartyFault {
    PartyFault::of(site, sites::problem_of(&error), error)
}
