//! Another password for the same key, or the same password better protected.

use std::sync::PoisonError;
use std::time::Duration;

use subtle::ConstantTimeEq;

use super::Vault;
use super::credential::{open_password_slot, password_slot};
use super::slots::put_slot;
use crate::header::{SignedHeader, Slot};
use crate::kdf::{KdfParams, OutOfMemory};
use crate::slot::{PASSWORD_KIND, PasswordSlot};
use crate::{ChangePasswordError, Damage, IoFault, KdfCost, Password, UnlockError};

/// A key derivation that took less than this when the vault was unlocked is worth tuning again: half of the least that
/// tuning aims at, so that a machine which is now a little faster or less busy changes nothing.
const WEAK: Duration = Duration::from_millis(250);

impl Vault {
    /// Replaces the password. Only its slot in the header is rewritten; no record is touched.
    ///
    /// # Errors
    /// [`ChangePasswordError::Current`] when the current password is wrong or cannot be checked,
    /// [`ChangePasswordError::EmptyPassword`], and [`ChangePasswordError::Full`] or [`ChangePasswordError::Io`] when the
    /// header cannot be written.
    pub fn change_password(&self, current: &Password, new: &Password) -> Result<(), ChangePasswordError> {
        if new.is_empty() {
            return Err(ChangePasswordError::EmptyPassword);
        }
        let mut signed = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = self.check(&signed, current).map_err(ChangePasswordError::Current)?;
        self.wrap_under(&mut signed, new, slot.params())
    }

    /// Tunes the key derivation for this machine when the one that the password went through at unlocking was quick: a
    /// vault from a slower machine, or one that was made with [`KdfCost::Floor`]. The password stays the same, and
    /// nothing but its slot is rewritten. Gives whether that was done.
    ///
    /// Cheap when there is nothing to do, which is so until the vault was unlocked with a password.
    ///
    /// # Errors
    /// As [`change_password`](Self::change_password); the vault and its password are as before then.
    pub fn strengthen(&self, password: &Password) -> Result<bool, ChangePasswordError> {
        if self.keys.stretched_for().is_none_or(|taken| taken >= WEAK) {
            return Ok(false);
        }
        let tuned = KdfParams::choose(KdfCost::Tuned).map_err(|error| current(out_of_memory(error)))?;
        self.strengthen_to(tuned, password)
    }

    fn strengthen_to(&self, tuned: KdfParams, password: &Password) -> Result<bool, ChangePasswordError> {
        let mut signed = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = self.check(&signed, password).map_err(current)?;
        if tuned.work() <= slot.params().work() {
            return Ok(false);
        }
        self.wrap_under(&mut signed, password, tuned)?;
        Ok(true)
    }

    /// Whether this is the vault's password: for actions that ask for it again.
    ///
    /// # Errors
    /// [`UnlockError::WrongPassword`] when it is not; others when it cannot be checked.
    pub fn check_password(&self, password: &Password) -> Result<(), UnlockError> {
        let signed = self.header.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.check(&signed, password).map(|_| ())
    }

    /// The slot that a password opens, if it leads to the data key.
    pub(super) fn check(&self, signed: &SignedHeader, password: &Password) -> Result<PasswordSlot, UnlockError> {
        let slot = password_slot(signed)?;
        let data_key = open_password_slot(&slot, self.keys.vault_id(), password)?.data_key;
        let is_ours = bool::from(data_key.expose_bytes().ct_eq(self.keys.data_key().expose_bytes()));
        if is_ours { Ok(slot) } else { Err(UnlockError::Damaged { damage: Damage::SlotForged }) }
    }

    fn wrap_under(
        &self,
        signed: &mut SignedHeader,
        password: &Password,
        params: KdfParams,
    ) -> Result<(), ChangePasswordError> {
        let slot = PasswordSlot::wrap(self.keys.vault_id(), password, params, self.keys.data_key())
            .map_err(|error| current(out_of_memory(error)))?;
        self.rewrite_slots(signed, |slots| put_slot(slots, Slot { kind: PASSWORD_KIND, body: slot.encode() }))
            .map_err(write_error)
    }
}

/// A full disk shows before the new header takes the place of the old one.
fn write_error(fault: IoFault) -> ChangePasswordError {
    if fault.is_full() { ChangePasswordError::Full } else { ChangePasswordError::Io { fault } }
}

fn current(error: UnlockError) -> ChangePasswordError {
    ChangePasswordError::Current(error)
}

fn out_of_memory(error: OutOfMemory) -> UnlockError {
    UnlockError::OutOfMemory { memory_kib: error.memory_kib }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Vault;

    #[test]
    fn a_weaker_slot_is_made_stronger_once_and_keeps_its_password() {
        let home = tempfile::tempdir().unwrap();
        let (dir, password) = (home.path().join("vault"), Password::from("correct horse"));
        let vault = Vault::create(&dir, &password, KdfCost::Floor).unwrap();
        assert!(!vault.strengthen(&password).unwrap(), "it was not unlocked with a password");
        let stronger = KdfParams::parse(64 * 1024, 4, 4).unwrap();
        let refused = vault.strengthen_to(stronger, &Password::from("wrong"));
        assert!(matches!(refused, Err(ChangePasswordError::Current(UnlockError::WrongPassword))), "{refused:?}");
        assert!(vault.strengthen_to(stronger, &password).unwrap());
        assert!(!vault.strengthen_to(stronger, &password).unwrap(), "nothing is left to do");
        assert!(!vault.strengthen_to(KdfParams::FLOOR, &password).unwrap(), "it never gets weaker");
        drop(vault);
        let vault = Vault::open(&dir).unwrap().unlock(&password).map_err(|(_, error)| error).unwrap();
        assert!(vault.keys.stretched_for().is_some(), "the key derivation was timed");
        let slot = password_slot(&vault.header.lock().unwrap()).unwrap();
        assert_eq!(slot.params(), stronger);
    }
}
