//! What goes wrong with Auth eID.

use idw_autheid::sign::SignError;

use crate::{AttributeError, DocumentError, Problem, StoreError};

/// Why a party was not registered or changed, or an answer not made.
#[derive(Debug, thiserror::Error)]
pub enum EidError {
    /// There is no such party.
    #[error("no party called '{name}' may ask this wallet")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// Several fit.
    #[error("'{name}' can mean {}; name one by its id", fitting.join(", "))]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Those that fit, with their ids.
        fitting: Vec<String>,
    },
    /// It is registered at a service, which alone can change that.
    #[error("{name} is registered at {host} and has no key here; nothing was changed")]
    OfService {
        /// What it is called there.
        name: String,
        /// The service.
        host: String,
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
    /// The picture is too large to be read.
    #[error("the picture has more than {} kB; nothing was changed", most / 1000)]
    LogoTooLarge {
        /// The most, in bytes.
        most: usize,
    },
    /// The picture could not be read.
    #[error("the picture could not be read; nothing was changed")]
    Logo(#[source] idw_documents::WorkerError),
    /// A PDF could not be made.
    #[error("the PDF for the answer could not be made; nothing was sent")]
    Pdf(#[source] idw_documents::WorkerError),
    /// A document of the wallet could not be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// What would be said of the user is not what they have seen.
    #[error("what the site would hear is not what you have seen; nothing was sent, look at the request again")]
    Changed,
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
            Self::Ambiguous { .. }
            | Self::OfService { .. }
            | Self::Name { .. }
            | Self::OpenLimit { .. }
            | Self::LogoTooLarge { .. }
            | Self::Logo(_) => Problem::Usage,
            Self::Changed => Problem::Declined,
            Self::Attribute(error) => error.problem(),
            Self::Pdf(_) | Self::NoRandomness | Self::Sign(_) => Problem::Other,
            Self::Document(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
