//! The client secret of a provider: in the system keyring, never in the vault, as it is the integrator's and not the user's.

use std::{
    fmt,
    io::{self, Read as _},
    path::Path,
};

use idw_vault::{KeptSecretError, RecordId};
use zeroize::Zeroizing;

use super::{ProviderError, find};
use crate::{Explain as _, Wallet, records::ProviderRecord, view::SecretState};

/// The most that is read of a file with a secret.
const MAX_FILE_BYTES: u16 = 8 * 1024;

/// What a provider knows its client by. Wiped when dropped, and redacted in debug output.
#[derive(Clone)]
pub struct ProviderSecret(Zeroizing<String>);

impl ProviderSecret {
    /// Takes a secret as it was typed or saved in a file.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, for what sends it.
    pub(crate) fn expose_text(&self) -> &str {
        &self.0
    }
}

/// What a file holds, less one newline at its end.
fn read(provider: String, path: &Path) -> Result<ProviderSecret, ProviderError> {
    let path = path.to_owned();
    match read_text(&path) {
        Ok(Some(secret)) => Ok(secret),
        Ok(None) => Err(ProviderError::SecretFileTooLarge { provider, path }),
        Err(source) => Err(ProviderError::SecretFile { provider, path, source }),
    }
}

/// None where it is too large for a secret.
fn read_text(path: &Path) -> io::Result<Option<ProviderSecret>> {
    let file = idw_files::open(path)?;
    let mut text = Zeroizing::new(String::with_capacity(usize::from(MAX_FILE_BYTES) + 1));
    file.take(u64::from(MAX_FILE_BYTES) + 1).read_to_string(&mut text)?;
    if text.len() > usize::from(MAX_FILE_BYTES) {
        return Ok(None);
    }
    let line = text.strip_suffix('\n').map_or(text.as_str(), |line| line.strip_suffix('\r').unwrap_or(line));
    Ok(Some(ProviderSecret::new(line.to_owned())))
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
            Err(error) => SecretState::Unavailable { reason: error.explain() },
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

    /// The secret where it is kept: in the system keyring, or in a file of the user's where there was no keyring.
    pub(crate) fn kept_provider_secret(
        &self,
        id: RecordId,
        record: &ProviderRecord,
    ) -> Result<ProviderSecret, ProviderError> {
        let provider = || record.name.clone();
        if let Some(path) = &record.secret_file {
            return read(provider(), Path::new(path));
        }
        let bytes = self.store.vault().kept_secret(&id.to_string()).map_err(|source| match source {
            KeptSecretError::NoEntry { .. } => ProviderError::NoSecret { provider: provider() },
            source => ProviderError::SecretUnread { provider: provider(), source },
        })?;
        let text = std::str::from_utf8(&bytes).map_err(|_| ProviderError::NoSecret { provider: provider() })?;
        Ok(ProviderSecret::new(text.to_owned()))
    }
}
