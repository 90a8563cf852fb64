//! Why nothing was read from the database of a SelfKey wallet.

use std::io;

use crate::{Problem, view::ProfileKind};

/// Why nothing was imported from a SelfKey wallet.
#[derive(Debug, thiserror::Error)]
pub enum SelfkeyError {
    /// The file cannot be opened.
    #[error("the file could not be opened: {0}")]
    Open(#[source] io::Error),
    /// It is something else.
    #[error("the file is not the database of a SelfKey wallet")]
    Other,
    /// An early version of that program wrote it, in another form.
    #[error("the database is in the form of 2018")]
    Old,
    /// That program has it open, or crashed.
    #[error("the SelfKey wallet is running, or was not closed properly")]
    InUse,
    /// It is damaged, or was made to harm.
    #[error("the database of the SelfKey wallet is damaged")]
    Damaged,
    /// Nobody in it is of the profile's kind.
    #[error("the SelfKey wallet does not describe {}", kind.noun())]
    NoneFits {
        /// What the profile describes.
        kind: ProfileKind,
    },
    /// It is not clear whose values to take.
    #[error("several identities in the SelfKey wallet fit this profile")]
    SeveralFit,
    /// Nobody in it has the id.
    #[error("no identity in the SelfKey wallet has the id {id}")]
    IdentityNotFound {
        /// What was asked for.
        id: String,
    },
    /// Who was chosen is of the other kind.
    #[error("the chosen identity is {}, and the profile {}", is.noun(), profile.noun())]
    OtherKind {
        /// What was chosen.
        is: ProfileKind,
        /// What the profile describes.
        profile: ProfileKind,
    },
}

impl SelfkeyError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        Problem::Usage
    }
}

/// What an error of SQLite means. Its own text can quote the file.
impl From<rusqlite::Error> for SelfkeyError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;

        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Other,
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied) => {
                Self::Open(io::Error::other("it could not be read"))
            }
            _ => Self::Damaged,
        }
    }
}
