//! Calls to a keyring that may never return.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use super::{Keyring, KeyringError, KeyringFault};
use crate::crypto::{KEY_LEN_BYTES, SecretKey};

/// How long a keyring is waited for. It answers in milliseconds, or asks its user something.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(2);

/// An entry of one vault in a keyring, each call to which ends in time.
pub(crate) struct TimedKeyring {
    keyring: Arc<dyn Keyring>,
    entry: String,
    limit: Duration,
}

impl TimedKeyring {
    /// The entry is named by the vault's random id: it tells nothing about whose vault it is, or where.
    pub(crate) fn new(keyring: Arc<dyn Keyring>, vault_id: &[u8; 16], limit: Duration) -> Self {
        Self::of_entry(keyring, hex::encode(vault_id), limit)
    }

    /// Another entry.
    pub(super) fn of_entry(keyring: Arc<dyn Keyring>, entry: String, limit: Duration) -> Self {
        Self { keyring, entry, limit }
    }

    pub(crate) fn backend(&self) -> &'static str {
        self.keyring.backend()
    }

    /// Keeps a secret, and makes sure that it can be read again.
    pub(crate) fn store(&self, secret: &SecretKey) -> Result<(), KeyringError> {
        let bytes = crate::Plain::new(secret.expose_bytes().to_vec()); // the call's thread may outlive this one
        self.call(move |keyring, entry| keyring.store(entry, &bytes))?;
        let kept = self.load()?;
        let same = subtle::ConstantTimeEq::ct_eq(kept.expose_bytes().as_slice(), secret.expose_bytes());
        if bool::from(same) { Ok(()) } else { Err(KeyringError::Changed { backend: self.backend() }) }
    }

    pub(crate) fn load(&self) -> Result<SecretKey, KeyringError> {
        let backend = self.backend();
        let found = self.call(Keyring::load)?.ok_or(KeyringError::NoEntry { backend })?;
        if found.len() != KEY_LEN_BYTES {
            return Err(KeyringError::Changed { backend });
        }
        Ok(SecretKey::filled(|bytes| bytes.copy_from_slice(&found)))
    }

    pub(crate) fn remove(&self) -> Result<(), KeyringError> {
        self.call(Keyring::remove)
    }

    /// Makes a call on a thread of its own. One that does not return in time is left behind: it holds nothing but its
    /// arguments, and the end of the process does not wait for it.
    pub(super) fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Keyring, &str) -> Result<T, KeyringFault> + Send + 'static,
    ) -> Result<T, KeyringError> {
        let backend = self.backend();
        let failed = |said: &str| KeyringError::Unavailable { backend, fault: KeyringFault::Failed(said.to_owned()) };
        let (keyring, entry) = (Arc::clone(&self.keyring), self.entry.clone());
        let (answer, answered) = mpsc::sync_channel(1);
        thread::Builder::new()
            .name("keyring".to_owned())
            .spawn(move || {
                let _ = answer.send(work(&*keyring, &entry)); // nobody is there any more when it came too late
            })
            .map_err(|_| failed("the system has no thread to ask it with"))?;
        match answered.recv_timeout(self.limit) {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(KeyringFault::Locked)) => Err(KeyringError::Locked { backend }),
            Ok(Err(fault)) => Err(KeyringError::Unavailable { backend, fault }),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(KeyringError::TimedOut { backend, limit: self.limit }),
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(failed("its client broke off")),
        }
    }
}
