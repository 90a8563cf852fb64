//! Identity-check providers: who checks, and what the wallet knows them by. How one is spoken to is its protocol's affair.

mod list;
mod merge;
mod remove;
mod secret;

pub(crate) use list::{find, free_name, provider_view};
pub(crate) use merge::{has_same_settings, merged_provider};
pub use secret::ProviderSecret;

use std::{io, path::PathBuf};

use idw_vault::KeptSecretError;

use crate::{Problem, StoreError};

/// The longest name, in characters.
const MAX_NAME_CHARS: usize = 60;

/// Why a provider was not added, shown or removed, or its secret not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProviderError {
    /// There is none with that name or id.
    #[error("there is no identity-check provider '{name}' in this wallet")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// Another one has the name.
    #[error("another identity-check provider is called '{name}' already; nothing was changed")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The name is none.
    #[error(
        "the name is empty, longer than {MAX_NAME_CHARS} characters, or has control characters; nothing was changed"
    )]
    Name,
    /// A setting cannot work.
    #[error("{setting}: {why}; nothing was changed")]
    Setting {
        /// Which one: "the redirect URI".
        setting: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// The text is no client secret.
    #[error("{why}; nothing was changed")]
    Secret {
        /// What is wrong with it. It is not repeated.
        why: String,
    },
    /// The system keyring did not do it.
    #[error("the client secret of '{provider}' could not be kept; it can be given at each check instead")]
    NotKept {
        /// The provider.
        provider: String,
        /// Why.
        #[source]
        source: KeptSecretError,
    },
    /// The system keyring does not have the secret.
    #[error("the system keyring has no client secret for '{provider}'; give it again, or use a secret file")]
    NoSecret {
        /// The provider.
        provider: String,
    },
    /// The file that has the secret cannot be read.
    #[error("the client secret of '{provider}' could not be read from {}", path.display())]
    SecretFile {
        /// The provider.
        provider: String,
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The system keyring does not answer.
    #[error("the client secret of '{provider}' could not be read; it can be given again, or read from a file")]
    SecretUnread {
        /// The provider.
        provider: String,
        /// Why.
        #[source]
        source: KeptSecretError,
    },
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ProviderError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } | Self::NoSecret { .. } | Self::SecretFile { .. } => Problem::NotFound,
            Self::NameTaken { .. } => Problem::Exists,
            Self::Name | Self::Setting { .. } | Self::Secret { .. } => Problem::Usage,
            Self::NotKept { .. } | Self::SecretUnread { .. } => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}
