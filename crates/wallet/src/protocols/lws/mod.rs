//! "Login with SelfKey": sites that the user logs in to, signs up at, and applies at for KYC.

mod applications;
mod deliver;
mod link;
mod payload;
mod progress;
mod propose;
mod signer;
mod target;
mod tokens;
mod upload;
mod visit;

pub use applications::{ApplicationError, ResumeChoice};

use deliver::{SiteDelivery, Task};
use payload::{Prepared, payload, prepare};
use progress::watched;
use upload::{ids, upload};
use visit::Visit;

use idw_lws::LwsError;
use idw_words::MessageData;

use crate::{Explain, StoreError, fault::PartyFault, sites};

/// The protocol.
pub(crate) struct Lws;

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

impl Explain for RunError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Site(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

/// A site's error, as every protocol tells it.
pub(super) fn fault(site: &str, error: LwsError) -> PartyFault {
    PartyFault::of(site, sites::problem_of(&error), error)
}
