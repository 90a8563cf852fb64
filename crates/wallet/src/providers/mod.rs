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
use idw_webkyc::{AddressError, SecretError, WebKycError};

use crate::{Problem, StoreError};

/// The longest name, in characters.
pub(crate) const MAX_NAME_CHARS: usize = 60;

/// Why a provider was not added, shown or removed, or its secret not kept.
#[derive(Debug, thiserror::Error)]
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
    #[error("{setting:?} of the provider: {why}")]
    Setting {
        /// Which one.
        setting: ProviderSetting,
        /// What is wrong with it.
        why: SettingFault,
    },
    /// The text is no client secret.
    #[error(transparent)]
    Secret(SecretError),
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
    /// The file that has the secret is too large for one.
    #[error("the client secret of '{provider}' in {} is too large", path.display())]
    SecretFileTooLarge {
        /// The provider.
        provider: String,
        /// The file.
        path: PathBuf,
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

/// A setting of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderSetting {
    /// Where the user goes.
    Authorize,
    /// Where the wallet asks.
    Api,
    /// Where the browser comes back to.
    Redirect,
    /// Where the wallet waits.
    Listen,
    /// All of them together.
    All,
}

/// What is wrong with a setting of a provider.
#[derive(Debug, thiserror::Error)]
pub enum SettingFault {
    /// It is not a web address.
    #[error("it is not a web address")]
    NotAUrl,
    /// In Web IDV the provider makes it anew for each check.
    #[error("the provider makes it for each check")]
    MadeByProvider,
    /// It is an https page, and nobody said where that sends the browser on to.
    #[error("it is an https page, and the address to listen at is missing")]
    NeedsListen,
    /// It is not an address to come back to, or to listen at.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The settings do not work together.
    #[error(transparent)]
    Check(#[from] Box<WebKycError>),
}

impl ProviderError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } | Self::NoSecret { .. } | Self::SecretFile { .. } => Problem::NotFound,
            Self::NameTaken { .. } => Problem::Exists,
            Self::Name | Self::Setting { .. } | Self::Secret(_) | Self::SecretFileTooLarge { .. } => Problem::Usage,
            Self::NotKept { .. } | Self::SecretUnread { .. } => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}
