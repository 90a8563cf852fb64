//! The slot that the keyring's secret opens.

use crate::FORMAT_VERSION;
use crate::codec::{Reader, Writer};
use crate::crypto::{self, SecretKey};
use crate::header::Slot;
use crate::kdf::SALT_LEN_BYTES;
use crate::slot::KEYRING_KIND;
use crate::slot_wrap::{WrappedKey, WrongKey};

/// HKDF-SHA-256 of 32 random bytes: such a secret cannot be guessed, so nothing has to be made slow.
const HKDF_SHA256: u8 = 1;

/// The data key wrapped under a secret that is in the system keyring.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct KeyringSlot {
    salt: [u8; SALT_LEN_BYTES],
    wrapped: WrappedKey,
}

impl KeyringSlot {
    /// Wraps the data key under a secret, with a new salt.
    pub(crate) fn wrap(vault_id: &[u8; 16], secret: &SecretKey, data_key: &SecretKey) -> Self {
        let salt = crypto::make_random();
        let wrapped = WrappedKey::wrap(secret, &salt, &associated_data(vault_id, &salt), data_key);
        Self { salt, wrapped }
    }

    /// The data key, if the secret is the one that the slot was made with.
    pub(crate) fn unwrap(&self, vault_id: &[u8; 16], secret: &SecretKey) -> Result<SecretKey, WrongKey> {
        self.wrapped.unwrap(secret, &self.salt, &associated_data(vault_id, &self.salt))
    }

    /// The slot as it is in the header.
    pub(crate) fn to_slot(&self) -> Slot {
        let mut out = Writer::default();
        encode_derivation(&mut out, &self.salt);
        self.wrapped.encode(&mut out);
        Slot { kind: KEYRING_KIND, body: out.finish() }
    }

    pub(crate) fn decode(body: &[u8]) -> Option<Self> {
        let mut input = Reader::new(body);
        (input.u8()? == HKDF_SHA256).then_some(())?;
        let slot = Self { salt: input.array()?, wrapped: WrappedKey::decode(&mut input)? };
        input.is_empty().then_some(slot)
    }
}

fn encode_derivation(out: &mut Writer, salt: &[u8; SALT_LEN_BYTES]) {
    out.u8(HKDF_SHA256).bytes(salt);
}

/// Binds the wrapped key to the format, the vault and the kind of slot.
fn associated_data(vault_id: &[u8; 16], salt: &[u8; SALT_LEN_BYTES]) -> Vec<u8> {
    let mut out = Writer::default();
    out.bytes(b"IDWS").u16(FORMAT_VERSION).bytes(vault_id).u16(KEYRING_KIND);
    encode_derivation(&mut out, salt);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_gives_the_key() {
        let (vault_id, secret, data_key) = ([7; 16], SecretKey::make(), SecretKey::make());
        let slot = KeyringSlot::wrap(&vault_id, &secret, &data_key);
        let body = slot.to_slot().body;
        assert_eq!(body.len(), 109, "the length that docs/vault-format.md gives");
        assert!(KeyringSlot::decode(&body).unwrap() == slot, "a slot survives its bytes");
        assert!(
            KeyringSlot::decode(&body[1..]).is_none() && KeyringSlot::decode(&[&body[..], &[0]].concat()).is_none()
        );

        assert_eq!(slot.unwrap(&vault_id, &secret).unwrap().expose_bytes(), data_key.expose_bytes());
        let refused =
            |slot: &KeyringSlot, vault_id, secret: &SecretKey| slot.unwrap(vault_id, secret).map(|_| ()).err();
        assert_eq!(refused(&slot, &vault_id, &SecretKey::make()), Some(WrongKey::Other));
        assert_eq!(refused(&slot, &[8; 16], &secret), Some(WrongKey::Other));
        let mut forged = slot;
        forged.wrapped.flip_a_bit();
        assert_eq!(refused(&forged, &vault_id, &secret), Some(WrongKey::Forged));
    }
}
