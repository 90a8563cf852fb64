//! Why a request from outside was not accepted or not answered.

use crate::{Problem, ProposeError, StoreError, view::RequestStatus};

/// Why a request from outside was not accepted, opened or answered. Nothing of the user's has left the wallet.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// There is no such request.
    #[error("there is no request with the id '{id}'")]
    NotFound {
        /// What was given.
        id: String,
    },
    /// Its time is over.
    #[error("the time for this request is over; nothing was sent")]
    Ended,
    /// It was answered before; the first answer stands.
    #[error("this request was answered before, and the first answer stands; nothing was sent")]
    Answered {
        /// What has become of it.
        status: RequestStatus,
    },
    /// Several profiles can answer.
    #[error("several profiles have what was asked for: {}; name one, nothing was sent", profiles.join(", "))]
    ChooseProfile {
        /// Their names.
        profiles: Vec<String>,
    },
    /// The user has to find the number that the asker's page shows.
    #[error("choose the number that the site's page shows; nothing was sent, and the request still waits")]
    NumberNeeded,
    /// The user chose another number than the one that the asker's page shows.
    #[error("that is not the number that the site's page shows, so the request was declined; nothing was sent")]
    WrongNumber,
    /// Nobody can be blocked who came by a link.
    #[error("nobody knows who made this request, so there is nobody to block; nothing was changed")]
    NobodyToBlock,
    /// Too many are waiting.
    #[error("too many requests are waiting; the request was not accepted, and can be made again later")]
    TooMany,
    /// What was handed in is no request that this wallet knows.
    #[error("this is no link that the wallet knows; nothing was done")]
    NotALink,
    /// This program does not know the protocol, as a later version accepted the request.
    #[error("this version does not know how to answer this request; nothing was sent")]
    UnknownProtocol,
    /// Nothing could be proposed.
    #[error(transparent)]
    Propose(#[from] ProposeError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl InboxError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } => Problem::NotFound,
            Self::Ended | Self::Answered { .. } | Self::NumberNeeded | Self::WrongNumber => Problem::Declined,
            Self::NotALink | Self::ChooseProfile { .. } | Self::NobodyToBlock => Problem::Usage,
            Self::TooMany | Self::UnknownProtocol => Problem::Other,
            Self::Propose(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
