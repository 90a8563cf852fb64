//! What opens a slot, and the slots it opens.

use std::time::{Duration, Instant};

use super::keys::VaultKeys;
use crate::crypto::SecretKey;
use crate::header::SignedHeader;
use crate::keyring::KeyringSlot;
use crate::slot::{KEYRING_KIND, PASSWORD_KIND, PasswordSlot, SlotFault, UnwrapError};
use crate::slot_wrap::WrongKey;
use crate::{Damage, HeaderFault, KeyringError, Password, UnlockError};

/// One way to unlock.
#[derive(Clone, Copy)]
pub(super) enum Credential<'a> {
    Password(&'a Password),
    Keyring { backend: &'static str, secret: &'a SecretKey },
}

impl Credential<'_> {
    /// The keys that a header leads to, once it has proved to be ours.
    pub(super) fn keys_from(self, signed: &SignedHeader) -> Result<VaultKeys, UnlockError> {
        let vault_id = signed.header().vault_id;
        let keys = match self {
            Self::Password(password) => {
                let slot = password_slot(signed)?;
                let OpenedSlot { data_key, stretched_for } = open_password_slot(&slot, &vault_id, password)?;
                VaultKeys::derive(vault_id, data_key).after_stretching_for(stretched_for)
            }
            Self::Keyring { backend, secret } => {
                let slot = keyring_slot(signed)?.ok_or(KeyringError::NotEnabled)?;
                VaultKeys::derive(vault_id, open_keyring_slot(&slot, &vault_id, secret, backend)?)
            }
        };
        signed.verify(keys.source()).map_err(|_| damaged(Damage::HeaderForged))?;
        Ok(keys)
    }
}

/// The slot a password opens.
pub(super) fn password_slot(signed: &SignedHeader) -> Result<PasswordSlot, UnlockError> {
    let slot = signed.header().slots.iter().find(|slot| slot.kind == PASSWORD_KIND);
    PasswordSlot::decode(&slot.ok_or(UnlockError::NoPasswordSlot)?.body).map_err(|fault| match fault {
        SlotFault::Malformed => damaged(Damage::HeaderUnreadable(HeaderFault::Malformed)),
        SlotFault::Kdf(asked) => {
            UnlockError::ForgedKdf { memory_kib: asked.memory_kib, passes: asked.passes, lanes: asked.lanes }
        }
    })
}

/// The slot that the keyring's secret opens, if there is one.
pub(super) fn keyring_slot(signed: &SignedHeader) -> Result<Option<KeyringSlot>, UnlockError> {
    let slot = signed.header().slots.iter().find(|slot| slot.kind == KEYRING_KIND);
    let decode = |body: &Vec<u8>| {
        KeyringSlot::decode(body).ok_or_else(|| damaged(Damage::HeaderUnreadable(HeaderFault::Malformed)))
    };
    slot.map(|slot| decode(&slot.body)).transpose()
}

/// What a password gave.
pub(super) struct OpenedSlot {
    pub(super) data_key: SecretKey,
    /// How long one key derivation took.
    pub(super) stretched_for: Duration,
}

/// Opens the slot with the password, in whichever of its spellings the slot was made with. Everything that asks for the
/// vault's password goes through here.
pub(super) fn open_password_slot(
    slot: &PasswordSlot,
    vault_id: &[u8; 16],
    password: &Password,
) -> Result<OpenedSlot, UnlockError> {
    for spelling in password.spellings() {
        let start = Instant::now();
        match slot.unwrap(vault_id, &spelling) {
            Ok(data_key) => return Ok(OpenedSlot { data_key, stretched_for: start.elapsed() }),
            Err(UnwrapError::WrongPassword) => {}
            Err(UnwrapError::Forged) => return Err(damaged(Damage::SlotForged)),
            Err(UnwrapError::OutOfMemory(needed)) => {
                return Err(UnlockError::OutOfMemory { memory_kib: needed.memory_kib });
            }
        }
    }
    Err(UnlockError::WrongPassword)
}

pub(super) fn open_keyring_slot(
    slot: &KeyringSlot,
    vault_id: &[u8; 16],
    secret: &SecretKey,
    backend: &'static str,
) -> Result<SecretKey, UnlockError> {
    slot.unwrap(vault_id, secret).map_err(|error| match error {
        WrongKey::Other => KeyringError::Changed { backend }.into(),
        WrongKey::Forged => damaged(Damage::SlotForged),
    })
}

fn damaged(damage: Damage) -> UnlockError {
    UnlockError::Damaged { damage }
}
