//! Why nothing was read from the database of a SelfKey wallet.

use std::io;

use crate::Problem;

/// Why nothing was imported from a SelfKey wallet.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SelfkeyError {
    /// The file cannot be opened.
    #[error("the file could not be opened: {0}; nothing was imported")]
    Open(#[source] io::Error),
    /// It is something else.
    #[error("the file is not the database of a SelfKey wallet; nothing was imported")]
    Other,
    /// An early version of that program wrote it, in another form.
    #[error(
        "the database is in the form of 2018, which is not read; start the last version of the SelfKey wallet once, which \
         renews it; nothing was imported"
    )]
    Old,
    /// That program has it open, or crashed.
    #[error(
        "the SelfKey wallet is running, or was not closed properly; close it, or start it and close it again, and then \
         import; nothing was imported"
    )]
    InUse,
    /// It is damaged, or was made to harm.
    #[error("the database of the SelfKey wallet is damaged; nothing was imported")]
    Damaged,
    /// Nobody in it is of the profile's kind.
    #[error("the SelfKey wallet does not describe {kind}, as this profile does; nothing was imported")]
    NoneFits {
        /// "a person" or "a company".
        kind: &'static str,
    },
    /// It is not clear whose values to take.
    #[error("the SelfKey wallet describes several who fit this profile; choose one of them; nothing was imported")]
    SeveralFit,
    /// Nobody in it has the id.
    #[error("nobody in the SelfKey wallet has the id {id}; nothing was imported")]
    IdentityNotFound {
        /// What was asked for.
        id: String,
    },
    /// Who was chosen is of the other kind.
    #[error("who was chosen is {is}, and this profile describes {profile}; nothing was imported")]
    OtherKind {
        /// "a person" or "a company".
        is: &'static str,
        /// The other one.
        profile: &'static str,
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
