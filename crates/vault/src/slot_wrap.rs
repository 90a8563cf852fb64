//! What every kind of slot has in common: the data key wrapped under another key, with a commitment to that key.

use subtle::ConstantTimeEq;

use crate::codec::{Reader, Writer};
use crate::crypto::{KEY_LEN_BYTES, KeySource, Seal, SealingKey, SecretKey};

/// The data key, wrapped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct WrappedKey {
    /// Says whether a key is right, and binds this slot to one wrapping key: GCM alone would let a slot be made that
    /// opens under two ("Partitioning Oracle Attacks", Len, Grubbs, Ristenpart, USENIX Security 2021).
    commitment: [u8; KEY_LEN_BYTES],
    seal: Seal,
    sealed: [u8; KEY_LEN_BYTES],
}

/// Why a key did not open the slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrongKey {
    /// It is not the one that the slot was made with.
    Other,
    /// It is, and still the wrapped key does not open.
    Forged,
}

impl WrappedKey {
    /// Wraps the data key under keys made from `secret`; `aad` binds it to the slot it is in.
    pub(crate) fn wrap(secret: &SecretKey, salt: &[u8], aad: &[u8], data_key: &SecretKey) -> Self {
        let keys = SlotKeys::derive(secret, salt, aad);
        let mut sealed = *data_key.expose_bytes(); // sealed in place on the next line
        let seal = keys.wrapping.seal(aad, &mut sealed);
        Self { commitment: keys.commitment, seal, sealed }
    }

    /// The data key, if `secret`, `salt` and `aad` are those it was wrapped with.
    pub(crate) fn unwrap(&self, secret: &SecretKey, salt: &[u8], aad: &[u8]) -> Result<SecretKey, WrongKey> {
        let keys = SlotKeys::derive(secret, salt, aad);
        if !bool::from(keys.commitment.ct_eq(&self.commitment)) {
            return Err(WrongKey::Other);
        }
        let mut opened = Ok(());
        let data_key = SecretKey::filled(|bytes| {
            bytes.copy_from_slice(&self.sealed);
            opened = keys.wrapping.open(&self.seal, aad, bytes);
        });
        opened.map(|()| data_key).map_err(|_| WrongKey::Forged)
    }

    pub(crate) fn encode(&self, out: &mut Writer) {
        out.bytes(&self.commitment).seal(&self.seal).bytes(&self.sealed);
    }

    pub(crate) fn decode(input: &mut Reader<'_>) -> Option<Self> {
        Some(Self { commitment: input.array()?, seal: input.seal()?, sealed: input.array()? })
    }

    #[cfg(test)]
    pub(crate) fn flip_a_bit(&mut self) {
        self.sealed[0] ^= 1;
    }
}

/// What the secret is used for: never itself, but two keys made from it.
struct SlotKeys {
    wrapping: SealingKey,
    commitment: [u8; KEY_LEN_BYTES],
}

impl SlotKeys {
    fn derive(secret: &SecretKey, salt: &[u8], aad: &[u8]) -> Self {
        let source = KeySource::extract(salt, secret);
        Self {
            wrapping: source.derive_sealing(&[b"idw-vault/1/slot-wrap", aad]),
            commitment: *source.derive(&[b"idw-vault/1/slot-commitment", aad]).expose_bytes(), // made to be public
        }
    }
}
