//! KYC applications: each a durable record from the user's yes on.
//!
//! The record is written before anything leaves, after each file that the site confirms, and before the request that
//! submits. So whatever breaks, the line or the process, what is known is on disk: a file that the site has is not
//! sent again, and an application that may have arrived is looked up there, or put to the user, never sent twice by
//! itself.

mod apply;
mod destination;
mod follow;
mod items;
mod list;
mod look_up;
mod resume;

use destination::destination;
pub use resume::ResumeChoice;

pub(super) use apply::Submission;

use idw_lws::ApplicationStatus;

use crate::{AccountError, DiscloseError, Problem, ProposeError, SiteError, StoreError, fault::PartyFault};

/// Why an application was not shown, resumed, renewed or cancelled.
#[derive(Debug, thiserror::Error)]
pub enum ApplicationError {
    /// There is none of that id.
    #[error("there is no application '{id}' in this wallet")]
    NotFound {
        /// What was asked for.
        id: String,
    },
    /// It has come to an end on this side.
    #[error("the application to {site} {}; apply there anew", if *.refused { "was refused" } else { "was cancelled" })]
    Ended {
        /// The site.
        site: String,
        /// Whether the site refused it; else it was cancelled.
        refused: bool,
    },
    /// The site has decided about it.
    #[error("{site} has decided about the application: status {}", status.code())]
    Decided {
        /// The site.
        site: String,
        /// What the site decided.
        status: ApplicationStatus,
    },
    /// It has not been submitted yet, or it is not known whether it arrived.
    #[error("the application to {site} is not known to have arrived; go on with it first")]
    NotSubmitted {
        /// The site.
        site: String,
    },
    /// The site gave it no id to ask for it by.
    #[error("{site} gave the application no id, so that it cannot be asked for; look there with a browser")]
    NoRemoteId {
        /// The site.
        site: String,
    },
    /// Its site or account is not what the user agreed to: nobody was contacted.
    #[error(
        "the application to {site} would not go where you agreed to, or not as you; nothing was sent, agree to what is \
         different first"
    )]
    Changed {
        /// The site.
        site: String,
    },
    /// It has changed since it was shown.
    #[error(
        "the site of the application to {site} has changed again since this was shown; nothing was agreed to, look once more"
    )]
    ChangedAgain {
        /// The site.
        site: String,
    },
    /// The site waits for nothing.
    #[error("{site} asks for nothing more; nothing was sent")]
    NothingWanted {
        /// The site.
        site: String,
    },
    /// The site refused, could not be reached, or broke the protocol.
    #[error(transparent)]
    Party(#[from] PartyFault),
    /// Sending did not end well.
    #[error(transparent)]
    Disclose(#[from] DiscloseError),
    /// What the site wants could not be put together.
    #[error(transparent)]
    Propose(#[from] ProposeError),
    /// The site is no longer in the wallet, or its description cannot be read.
    #[error(transparent)]
    OfSite(#[from] SiteError),
    /// The account could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ApplicationError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::Ended { .. } | Self::Decided { .. } | Self::NotSubmitted { .. } | Self::NothingWanted { .. } => {
                Problem::Usage
            }
            Self::Changed { .. } | Self::ChangedAgain { .. } => Problem::Declined,
            Self::NoRemoteId { .. } => Problem::Refused,
            Self::Party(fault) => fault.problem(),
            Self::Disclose(error) => error.problem(),
            Self::Propose(error) => error.problem(),
            Self::OfSite(error) => error.problem(),
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
