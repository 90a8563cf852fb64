//! Secrets of others that the system keyring keeps for the owner of a vault: those that must not be in the vault's copies.

use std::sync::Arc;
use std::time::Duration;

use subtle::ConstantTimeEq as _;

use super::{Keyring, KeyringError, KeyringFault, TIME_LIMIT, TimedKeyring};
use crate::Plain;

/// Why the keyring did not keep a secret, or did not give it.
#[derive(Debug, thiserror::Error)]
pub enum KeptSecretError {
    /// There is no keyring to talk to, or it failed.
    #[error("the system keyring ({backend}) cannot be used here; start the desktop's keyring service and try again")]
    Unavailable {
        /// What people know the keyring as.
        backend: &'static str,
        /// What it said.
        #[source]
        fault: KeyringFault,
    },
    /// It is locked.
    #[error("the system keyring ({backend}) is locked; unlock it in the desktop's settings and try again")]
    Locked {
        /// What people know the keyring as.
        backend: &'static str,
    },
    /// It gave no answer in time.
    #[error(
        "the system keyring ({backend}) gave no answer within {} s; if it asks for its own password, answer it and try \
         again", limit.as_secs()
    )]
    TimedOut {
        /// What people know the keyring as.
        backend: &'static str,
        /// How long it was waited for.
        limit: Duration,
    },
    /// It has no such secret.
    #[error("the system keyring ({backend}) does not have it")]
    NoEntry {
        /// What people know the keyring as.
        backend: &'static str,
    },
    /// It gives another secret than it was given.
    #[error("the system keyring ({backend}) did not keep what it was given")]
    Changed {
        /// What people know the keyring as.
        backend: &'static str,
    },
}

impl From<KeyringError> for KeptSecretError {
    fn from(error: KeyringError) -> Self {
        match error {
            KeyringError::Unavailable { backend, fault } => Self::Unavailable { backend, fault },
            KeyringError::Locked { backend } => Self::Locked { backend },
            KeyringError::TimedOut { backend, limit } => Self::TimedOut { backend, limit },
            KeyringError::Changed { backend } => Self::Changed { backend },
            KeyringError::NoEntry { backend } => Self::NoEntry { backend },
            // Nothing that is asked for here depends on the vault's own slot.
            KeyringError::NotEnabled => Self::NoEntry { backend: "" },
        }
    }
}

/// One secret in a keyring, by its name.
pub(crate) struct KeptSecret(TimedKeyring);

impl KeptSecret {
    /// The entry is named by the vault's random id and the name, which must tell nothing either.
    pub(crate) fn new(keyring: Arc<dyn Keyring>, vault_id: &[u8; 16], name: &str) -> Self {
        let entry = format!("{}.{name}", hex::encode(vault_id));
        Self(TimedKeyring::of_entry(keyring, entry, TIME_LIMIT))
    }

    /// Keeps it, and makes sure that it can be read again.
    pub(crate) fn store(&self, secret: &[u8]) -> Result<(), KeptSecretError> {
        let bytes = Plain::new(secret.to_vec()); // the call's thread may outlive this one
        self.0.call(move |keyring, entry| keyring.store(entry, &bytes))?;
        let same = self.load()?.as_slice().ct_eq(secret);
        if bool::from(same) { Ok(()) } else { Err(KeptSecretError::Changed { backend: self.0.backend() }) }
    }

    pub(crate) fn load(&self) -> Result<Plain, KeptSecretError> {
        self.0.call(Keyring::load)?.ok_or(KeptSecretError::NoEntry { backend: self.0.backend() })
    }

    pub(crate) fn remove(&self) -> Result<(), KeptSecretError> {
        Ok(self.0.call(Keyring::remove)?)
    }
}
