//! What goes wrong with Auth eID.

use idw_autheid::sign::SignError;

use crate::{AttributeError, Problem, StoreError};

/// Why a party was not registered or changed, or an answer not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EidError {
    /// There is no such party.
    #[error("no party called '{name}' may ask this wallet")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// Another one has the name.
    #[error("another party is called '{name}' already; nothing was changed")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The name cannot be one.
    #[error("the name is empty, longer than {most} characters, or has control characters; nothing was changed")]
    Name {
        /// The longest, in characters.
        most: usize,
    },
    /// The limit of open requests cannot be that.
    #[error("the number of open requests is between 1 and {most}; nothing was changed")]
    OpenLimit {
        /// The most.
        most: u32,
    },
    /// KYC answers are not made yet.
    #[error("this version does not answer KYC requests by Auth eID; nothing was sent")]
    NoKyc,
    /// The attributes could not be read.
    #[error(transparent)]
    Attribute(#[from] AttributeError),
    /// The computer gave no random numbers.
    #[error("this computer gave no random numbers; nothing was changed, try again")]
    NoRandomness,
    /// A key or certificate could not be made or read.
    #[error("a key or certificate for Auth eID could not be made or read")]
    Sign(#[from] SignError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl EidError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::NameTaken { .. } => Problem::Exists,
            Self::Name { .. } | Self::OpenLimit { .. } => Problem::Usage,
            Self::Attribute(error) => error.problem(),
            Self::NoKyc | Self::NoRandomness | Self::Sign(_) => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}
