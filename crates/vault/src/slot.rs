//! Key slots: the data key, wrapped by one way to unlock.

use crate::codec::{Reader, Writer};
use crate::crypto::{self, SecretKey};
use crate::kdf::{KdfParams, OutOfBounds, OutOfMemory, SALT_LEN_BYTES};
use crate::slot_wrap::{WrappedKey, WrongKey};
use crate::{FORMAT_VERSION, Password};

/// The kind of a slot that a password opens. Numbers are never used again.
pub(crate) const PASSWORD_KIND: u16 = 1;
/// The kind of a slot that a secret in the system keyring opens.
pub(crate) const KEYRING_KIND: u16 = 2;

/// Argon2id version 0x13, the only key derivation so far.
const ARGON2ID: u8 = 1;

/// The data key wrapped under a password.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PasswordSlot {
    params: KdfParams,
    salt: [u8; SALT_LEN_BYTES],
    wrapped: WrappedKey,
}

/// Why the bytes of a slot are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SlotFault {
    /// The fields do not fit together.
    Malformed,
    /// The key derivation is outside the bounds.
    Kdf(OutOfBounds),
}

/// Why a slot gave no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnwrapError {
    WrongPassword,
    /// The password is right, and still the wrapped key does not open.
    Forged,
    OutOfMemory(OutOfMemory),
}

impl PasswordSlot {
    /// Wraps the data key under a password, with a new salt.
    pub(crate) fn wrap(
        vault_id: &[u8; 16],
        password: &Password,
        params: KdfParams,
        data_key: &SecretKey,
    ) -> Result<Self, OutOfMemory> {
        let salt = crypto::make_random();
        let stretched = params.derive(password, &salt)?;
        let wrapped = WrappedKey::wrap(&stretched, &salt, &associated_data(vault_id, params, &salt), data_key);
        Ok(Self { params, salt, wrapped })
    }

    /// The data key, if the password is right.
    pub(crate) fn unwrap(&self, vault_id: &[u8; 16], password: &Password) -> Result<SecretKey, UnwrapError> {
        let stretched = self.params.derive(password, &self.salt).map_err(UnwrapError::OutOfMemory)?;
        let aad = associated_data(vault_id, self.params, &self.salt);
        self.wrapped.unwrap(&stretched, &self.salt, &aad).map_err(|error| match error {
            WrongKey::Other => UnwrapError::WrongPassword,
            WrongKey::Forged => UnwrapError::Forged,
        })
    }

    /// What a new slot for the same vault should cost.
    pub(crate) fn params(&self) -> KdfParams {
        self.params
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Writer::default();
        encode_kdf(&mut out, self.params, &self.salt);
        self.wrapped.encode(&mut out);
        out.finish()
    }

    pub(crate) fn decode(body: &[u8]) -> Result<Self, SlotFault> {
        let mut input = Reader::new(body);
        let slot = read_fields(&mut input).ok_or(SlotFault::Malformed)?;
        let params = KdfParams::parse(slot.memory_kib, slot.passes, slot.lanes).map_err(SlotFault::Kdf)?;
        Ok(Self { params, salt: slot.salt, wrapped: slot.wrapped })
    }
}

struct Fields {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; SALT_LEN_BYTES],
    wrapped: WrappedKey,
}

fn read_fields(input: &mut Reader<'_>) -> Option<Fields> {
    (input.u8()? == ARGON2ID).then_some(())?;
    let fields = Fields {
        memory_kib: input.u32()?,
        passes: input.u32()?,
        lanes: input.u32()?,
        salt: input.array()?,
        wrapped: WrappedKey::decode(input)?,
    };
    input.is_empty().then_some(fields)
}

fn encode_kdf(out: &mut Writer, params: KdfParams, salt: &[u8; SALT_LEN_BYTES]) {
    out.u8(ARGON2ID).u32(params.memory_kib()).u32(params.passes()).u32(params.lanes()).bytes(salt);
}

/// Binds the wrapped key to the format, the vault and the parameters, which an attacker would like to weaken.
fn associated_data(vault_id: &[u8; 16], params: KdfParams, salt: &[u8; SALT_LEN_BYTES]) -> Vec<u8> {
    let mut out = Writer::default();
    out.bytes(b"IDWS").u16(FORMAT_VERSION).bytes(vault_id).u16(PASSWORD_KIND);
    encode_kdf(&mut out, params, salt);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_gives_the_key() {
        let (vault_id, data_key) = ([7; 16], SecretKey::make());
        let password = Password::from("correct horse");
        let slot = PasswordSlot::wrap(&vault_id, &password, KdfParams::FLOOR, &data_key).unwrap();
        assert!(PasswordSlot::decode(&slot.encode()).unwrap() == slot, "a slot survives its bytes");

        let unwrapped = slot.unwrap(&vault_id, &password).unwrap();
        assert_eq!(unwrapped.expose_bytes(), data_key.expose_bytes());
        let refused = |slot: &PasswordSlot, vault_id, password: &str| {
            slot.unwrap(vault_id, &Password::from(password)).map(|_| ()).unwrap_err()
        };
        assert_eq!(refused(&slot, &vault_id, "wrong horse"), UnwrapError::WrongPassword);
        assert_eq!(refused(&slot, &[8; 16], "correct horse"), UnwrapError::WrongPassword);

        let mut forged = slot.clone();
        forged.wrapped.flip_a_bit();
        assert_eq!(refused(&forged, &vault_id, "correct horse"), UnwrapError::Forged);
        let mut weakened = slot;
        weakened.params = KdfParams::parse(64 * 1024, 4, 4).unwrap();
        assert_eq!(refused(&weakened, &vault_id, "correct horse"), UnwrapError::WrongPassword);
    }

    #[test]
    fn forged_parameters_are_refused_before_they_cost_anything() {
        let slot = PasswordSlot {
            params: KdfParams::FLOOR,
            salt: [0; SALT_LEN_BYTES],
            wrapped: WrappedKey::decode(&mut Reader::new(&[0; 92])).unwrap(),
        };
        let mut body = slot.encode();
        body[1..5].copy_from_slice(&u32::MAX.to_be_bytes());
        let expected = OutOfBounds { memory_kib: u32::MAX, passes: 3, lanes: 4 };
        assert!(PasswordSlot::decode(&body).err() == Some(SlotFault::Kdf(expected)));
        assert!(PasswordSlot::decode(&body[1..]).err() == Some(SlotFault::Malformed));
    }
}
