//! The client secret of a provider: in the system keyring, never in the vault, as it is the integrator's and not the user's.

use std::fmt;

use idw_vault::{KeptSecretError, RecordId};
use zeroize::Zeroizing;

use super::{ProviderError, find};
use crate::{Wallet, view::SecretState};

/// What a provider knows its client by. Wiped when dropped, and redacted in debug output.
#[derive(Clone)]
pub struct ProviderSecret(Zeroizing<String>);

impl ProviderSecret {
    /// Takes a secret as it was typed or saved in a file.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text, for what sends it.
    pub(crate) fn expose_text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ProviderSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProviderSecret([redacted])")
    }
}

impl Wallet {
    /// Whether the system keyring has the client secret of a provider. Asks it: that can take two seconds.
    ///
    /// # Errors
    /// Where there is no such provider, or the vault cannot be read.
    pub fn provider_secret_state(&self, name: &str) -> Result<SecretState, ProviderError> {
        let (id, _) = find(&self.store, name)?;
        Ok(match self.store.vault().kept_secret(&id.to_string()) {
            Ok(_) => SecretState::Kept,
            Err(KeptSecretError::NoEntry { .. }) => SecretState::Missing,
            Err(error) => SecretState::Unavailable { reason: error.to_string() },
        })
    }

    /// Puts a secret into the system keyring, in the place of one that is there.
    pub(crate) fn keep_provider_secret(
        &self,
        id: RecordId,
        provider: &str,
        secret: &ProviderSecret,
    ) -> Result<(), ProviderError> {
        let kept = self.store.vault().keep_secret(&id.to_string(), secret.expose_text().as_bytes());
        kept.map_err(|source| ProviderError::NotKept { provider: provider.to_owned(), source })
    }

    /// The secret in the system keyring.
    pub(crate) fn kept_provider_secret(&self, id: RecordId, provider: &str) -> Result<ProviderSecret, ProviderError> {
        let provider = || provider.to_owned();
        let bytes = self.store.vault().kept_secret(&id.to_string()).map_err(|source| match source {
            KeptSecretError::NoEntry { .. } => ProviderError::NoSecret { provider: provider() },
            source => ProviderError::SecretUnread { provider: provider(), source },
        })?;
        let text = std::str::from_utf8(&bytes).map_err(|_| ProviderError::NoSecret { provider: provider() })?;
        Ok(ProviderSecret::new(text.to_owned()))
    }
}
