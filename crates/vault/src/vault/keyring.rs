//! Unlocking with the system keyring, and setting that up.

use std::sync::{Arc, PoisonError};

use super::credential::{Credential, keyring_slot, open_keyring_slot};
use super::slots::put_slot;
use super::{SealedVault, Vault};
use crate::crypto::SecretKey;
use crate::header::SignedHeader;
use crate::header_file::HeaderCopies;
use crate::keyring::{KeptSecret, KeyringSlot, TIME_LIMIT, TimedKeyring};
use crate::slot::KEYRING_KIND;
use crate::{
    ChangeKeyringError, IoFault, KeptSecretError, Keyring, KeyringDisabled, KeyringError, KeyringStatus, Password,
    Plain, SystemKeyring, UnlockError,
};

impl Vault {
    /// Lets the system keyring unlock this vault too: a new random secret is kept there, and wraps the data key in a
    /// slot beside the password's. When it is enabled already, the old secret is replaced.
    ///
    /// Each call to the keyring is given up after two seconds.
    ///
    /// # Errors
    /// [`ChangeKeyringError::Password`] when the password is wrong, [`ChangeKeyringError::Keyring`] when the keyring
    /// does not take and give back a secret, and [`ChangeKeyringError::Full`] or [`ChangeKeyringError::Io`] when the
    /// header cannot be written.
    ///
    /// # Security
    /// Who can use the desktop session of this user, and has the folder, then has what is in it.
    pub fn enable_keyring(&self, current: &Password) -> Result<(), ChangeKeyringError> {
        self.enable_keyring_of(Arc::new(SystemKeyring), current)
    }

    /// [`enable_keyring`](Self::enable_keyring) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn enable_keyring_of(&self, keyring: Arc<dyn Keyring>, current: &Password) -> Result<(), ChangeKeyringError> {
        let mut signed = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        self.check(&signed, current).map_err(ChangeKeyringError::Password)?;
        let entry = timed(keyring, &signed);
        let secret = SecretKey::make();
        entry.store(&secret)?;
        let slot = KeyringSlot::wrap(self.keys.vault_id(), &secret, self.keys.data_key());
        self.rewrite_slots(&mut signed, |slots| put_slot(slots, slot.to_slot())).map_err(|fault| {
            let _ = entry.remove(); // it opens nothing
            write_error(fault)
        })
    }

    /// Takes the slot out of the vault, and the secret out of the keyring. The slot goes whatever the keyring says.
    ///
    /// # Errors
    /// [`ChangeKeyringError::Keyring`] with [`KeyringError::NotEnabled`], and [`ChangeKeyringError::Full`] or
    /// [`ChangeKeyringError::Io`] when the header cannot be written.
    pub fn disable_keyring(&self) -> Result<KeyringDisabled, ChangeKeyringError> {
        self.disable_keyring_of(Arc::new(SystemKeyring))
    }

    /// [`disable_keyring`](Self::disable_keyring) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn disable_keyring_of(&self, keyring: Arc<dyn Keyring>) -> Result<KeyringDisabled, ChangeKeyringError> {
        let mut signed = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        if !has_slot(&signed) {
            return Err(KeyringError::NotEnabled.into());
        }
        self.rewrite_slots(&mut signed, |slots| slots.retain(|slot| slot.kind != KEYRING_KIND)).map_err(write_error)?;
        let left_behind = timed(keyring, &signed).remove().err();
        Ok(KeyringDisabled { left_behind })
    }

    /// Keeps a secret in the system keyring for the owner of this vault, in the place of one with that name. It is in no
    /// file and no backup of the vault. `name` is not secret, and should tell nothing.
    ///
    /// Each call to the keyring is given up after two seconds.
    ///
    /// # Errors
    /// [`KeptSecretError`] says why the keyring did not keep it.
    pub fn keep_secret(&self, name: &str, secret: &[u8]) -> Result<(), KeptSecretError> {
        self.keep_secret_in(Arc::new(SystemKeyring), name, secret)
    }

    /// [`keep_secret`](Self::keep_secret) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn keep_secret_in(&self, keyring: Arc<dyn Keyring>, name: &str, secret: &[u8]) -> Result<(), KeptSecretError> {
        KeptSecret::new(keyring, self.keys.vault_id(), name).store(secret)
    }

    /// A secret that [`keep_secret`](Self::keep_secret) put into the system keyring.
    ///
    /// # Errors
    /// [`KeptSecretError`] says why the keyring does not give it.
    pub fn kept_secret(&self, name: &str) -> Result<Plain, KeptSecretError> {
        self.kept_secret_of(Arc::new(SystemKeyring), name)
    }

    /// [`kept_secret`](Self::kept_secret) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn kept_secret_of(&self, keyring: Arc<dyn Keyring>, name: &str) -> Result<Plain, KeptSecretError> {
        KeptSecret::new(keyring, self.keys.vault_id(), name).load()
    }

    /// Takes a secret out of the system keyring; it is none of its business whether there was one.
    ///
    /// # Errors
    /// [`KeptSecretError`] says why it may be there still.
    pub fn forget_secret(&self, name: &str) -> Result<(), KeptSecretError> {
        self.forget_secret_of(Arc::new(SystemKeyring), name)
    }

    /// [`forget_secret`](Self::forget_secret) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn forget_secret_of(&self, keyring: Arc<dyn Keyring>, name: &str) -> Result<(), KeptSecretError> {
        KeptSecret::new(keyring, self.keys.vault_id(), name).remove()
    }

    /// How the vault and the system keyring stand to each other. Asks the keyring, for two seconds at most.
    pub fn keyring_status(&self) -> KeyringStatus {
        self.keyring_status_of(Arc::new(SystemKeyring))
    }

    /// [`keyring_status`](Self::keyring_status) with another keyring.
    pub fn keyring_status_of(&self, keyring: Arc<dyn Keyring>) -> KeyringStatus {
        let signed = self.header.lock().unwrap_or_else(PoisonError::into_inner).clone();
        status(&signed, keyring)
    }
}

impl SealedVault {
    /// Unlocks the vault with the secret in the system keyring, and checks everything as
    /// [`unlock`](Self::unlock) does.
    ///
    /// # Errors
    /// The vault comes back with the reason, for another way to unlock: [`UnlockError::Keyring`] when the keyring gives
    /// no key, within two seconds; others as there.
    pub fn unlock_with_keyring(self) -> Result<Vault, (Self, UnlockError)> {
        self.unlock_with_keyring_of(Arc::new(SystemKeyring))
    }

    /// [`unlock_with_keyring`](Self::unlock_with_keyring) with another keyring.
    ///
    /// # Errors
    /// As there.
    pub fn unlock_with_keyring_of(self, keyring: Arc<dyn Keyring>) -> Result<Vault, (Self, UnlockError)> {
        let backend = keyring.backend();
        match secret_from(&self.headers, keyring) {
            Ok(secret) => self.unlock_by(Credential::Keyring { backend, secret: &secret }),
            Err(error) => Err((self, error.into())),
        }
    }

    /// Whether the vault has a slot for the keyring. Does not ask the keyring.
    pub fn has_keyring(&self) -> bool {
        has_keyring(&self.headers)
    }

    /// As [`Vault::keyring_status`]; what a locked vault says of itself is not proved to be authentic.
    pub fn keyring_status(&self) -> KeyringStatus {
        self.keyring_status_of(Arc::new(SystemKeyring))
    }

    /// [`keyring_status`](Self::keyring_status) with another keyring.
    pub fn keyring_status_of(&self, keyring: Arc<dyn Keyring>) -> KeyringStatus {
        match newest(&self.headers) {
            Some(signed) => status(signed, keyring),
            None => KeyringStatus { enabled: false, backend: keyring.backend(), available: false, problem: None },
        }
    }
}

pub(super) fn secret_from(headers: &HeaderCopies, keyring: Arc<dyn Keyring>) -> Result<SecretKey, KeyringError> {
    let signed = newest(headers).filter(|signed| has_slot(signed)).ok_or(KeyringError::NotEnabled)?;
    timed(keyring, signed).load()
}

pub(super) fn has_keyring(headers: &HeaderCopies) -> bool {
    newest(headers).is_some_and(has_slot)
}

fn newest(headers: &HeaderCopies) -> Option<&SignedHeader> {
    headers.candidates().first().map(|candidate| &candidate.header)
}

fn has_slot(signed: &SignedHeader) -> bool {
    signed.header().slots.iter().any(|slot| slot.kind == KEYRING_KIND)
}

fn timed(keyring: Arc<dyn Keyring>, signed: &SignedHeader) -> TimedKeyring {
    TimedKeyring::new(keyring, &signed.header().vault_id, TIME_LIMIT)
}

fn status(signed: &SignedHeader, keyring: Arc<dyn Keyring>) -> KeyringStatus {
    let (enabled, entry) = (has_slot(signed), timed(keyring, signed));
    let backend = entry.backend();
    let problem = match entry.load() {
        Ok(secret) if enabled => opens(signed, &secret, backend).err(),
        Err(KeyringError::NoEntry { .. }) if !enabled => None,
        Ok(_) => None, // left by a disabling that could not remove it
        Err(error) => Some(error),
    };
    let available = match &problem {
        None | Some(KeyringError::NoEntry { .. } | KeyringError::Changed { .. }) => true,
        Some(_) => false,
    };
    KeyringStatus { enabled, backend, available, problem }
}

/// Whether the secret in the keyring is the slot's. A slot that is no slot is found by unlocking, not here.
fn opens(signed: &SignedHeader, secret: &SecretKey, backend: &'static str) -> Result<(), KeyringError> {
    let opened = keyring_slot(signed)
        .ok()
        .flatten()
        .is_some_and(|slot| open_keyring_slot(&slot, &signed.header().vault_id, secret, backend).is_ok());
    if opened { Ok(()) } else { Err(KeyringError::Changed { backend }) }
}

fn write_error(fault: IoFault) -> ChangeKeyringError {
    if fault.is_full() { ChangeKeyringError::Full } else { ChangeKeyringError::Io { fault } }
}
