//! Why a disclosure stopped, and whose move it is.

use idw_lws::{ErrorClass, LwsError};

use crate::{AccountError, Problem, StoreError, view::Purpose};

/// Why a disclosure did not end well. The activity log says what was agreed to and how it ended.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiscloseError {
    /// The site does not know this account.
    #[error("{site} has no account for you yet; sign up there first")]
    NoAccount {
        /// The site.
        site: String,
    },
    /// An application was not submitted yet; what was prepared and uploaded is kept.
    #[error("{site}: {source}; what was prepared is kept, the application can go on where this stopped")]
    Kept {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// An application was sent, and no answer says whether it arrived. It is not sent again by itself.
    #[error("{site}: {source}; it is not known whether the application arrived, going on with it asks the site")]
    Unknown {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// The site cannot say, or does not know, whether it has the application: the user has to decide.
    #[error(
        "{site} {}; it is yours to say whether it is sent again or taken as arrived",
        if *.asked { "does not list the application that was sent" }
        else { "has no way to tell whether the application arrived; look there first" }
    )]
    Undecided {
        /// The site.
        site: String,
        /// Whether the site was asked, and does not list it.
        asked: bool,
    },
    /// An earlier application for the same may have arrived; nothing was sent.
    #[error(
        "an application to {site} for the same may have arrived already; nothing was sent, \
         going on with that one finds out"
    )]
    Unsettled {
        /// The site.
        site: String,
    },
    /// The site refused, could not be reached, or broke the protocol.
    #[error("{site}: {source}")]
    Site {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// The account could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DiscloseError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NoAccount { .. } => Problem::NoAccount,
            Self::Site { source, .. } | Self::Kept { source, .. } | Self::Unknown { source, .. } => lws_problem(source),
            Self::Undecided { .. } => Problem::Usage,
            Self::Unsettled { .. } => Problem::Exists,
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Whose move it is after a site's error.
pub(crate) fn lws_problem(error: &LwsError) -> Problem {
    match error.class() {
        ErrorClass::Refused => Problem::Refused,
        ErrorClass::NoSuchUser => Problem::NoAccount,
        ErrorClass::Unreachable => Problem::Unreachable,
        ErrorClass::Protocol => Problem::Protocol,
        ErrorClass::Local => Problem::Other,
    }
}

/// Why a disclosure stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
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

/// What the user is told of it.
pub(super) fn failure(site: String, purpose: Purpose, error: RunError) -> DiscloseError {
    match error {
        RunError::Site(error) if error.class() == ErrorClass::NoSuchUser && purpose == Purpose::LogIn => {
            DiscloseError::NoAccount { site }
        }
        RunError::Site(source) => DiscloseError::Site { site, source },
        RunError::Store(error) => DiscloseError::Store(error),
    }
}
