//! The primitives: AES-256-GCM (NIST SP 800-38D) and HKDF-SHA-256 (RFC 5869) from one provider, and random bytes.
//!
//! Those come from the operating system itself: the provider's own generator takes some 20 ms to start, as it first
//! measures the jitter of the processor, which a command line pays each time that it seals anything.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{self, HKDF_SHA256};
use aws_lc_rs::hmac;
use zeroize::Zeroizing;

/// Length of every symmetric key in bytes.
pub(crate) const KEY_LEN_BYTES: usize = 32;
/// Length of a GCM nonce in bytes (SP 800-38D, 8.2: 96 bits are the recommended length).
pub(crate) const NONCE_LEN_BYTES: usize = 12;
/// Length of a GCM tag in bytes.
pub(crate) const TAG_LEN_BYTES: usize = 16;

/// A nonce and the tag made with it: together they name one sealing of one plaintext.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seal {
    pub(crate) nonce: [u8; NONCE_LEN_BYTES],
    pub(crate) tag: [u8; TAG_LEN_BYTES],
}

/// Random bytes from the operating system.
///
/// # Panics
/// When there are none to be had: no key, nonce or id may be made without.
pub(crate) fn make_random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill_random(&mut bytes);
    bytes
}

fn fill_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes, or nothing may go on");
}

/// 32 secret bytes: wiped when dropped, on the heap so that moving them leaves no copies, and never printed.
pub(crate) struct SecretKey(Box<Zeroizing<[u8; KEY_LEN_BYTES]>>);

impl SecretKey {
    pub(crate) fn make() -> Self {
        Self::filled(fill_random)
    }

    /// A key that `fill` writes in its final place.
    pub(crate) fn filled(fill: impl FnOnce(&mut [u8])) -> Self {
        let mut key = Box::new(Zeroizing::new([0; KEY_LEN_BYTES]));
        fill(&mut key[..]);
        Self(key)
    }

    /// The bytes, for a key schedule or for sealing them under another key.
    pub(crate) fn expose_bytes(&self) -> &[u8; KEY_LEN_BYTES] {
        &self.0
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey([redacted])")
    }
}

/// The extracted key of RFC 5869, section 2.2, from which keys for each purpose are expanded.
pub(crate) struct KeySource(hkdf::Prk);

impl KeySource {
    pub(crate) fn extract(salt: &[u8], secret: &SecretKey) -> Self {
        Self(hkdf::Salt::new(HKDF_SHA256, salt).extract(secret.expose_bytes()))
    }

    /// The key for one purpose; `info` is the purpose's label and what it is for, in parts.
    pub(crate) fn derive(&self, info: &[&[u8]]) -> SecretKey {
        SecretKey::filled(|bytes| {
            self.0
                .expand(info, HKDF_SHA256)
                .and_then(|okm| okm.fill(bytes))
                .expect("HKDF-SHA-256 gives 32 bytes for any info");
        })
    }

    pub(crate) fn derive_sealing(&self, info: &[&[u8]]) -> SealingKey {
        SealingKey::new(&self.derive(info))
    }

    pub(crate) fn derive_mac(&self, info: &[&[u8]]) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, self.derive(info).expose_bytes())
    }
}

/// An AES-256-GCM key ready to use. The provider wipes it when dropped.
pub(crate) struct SealingKey(LessSafeKey);

/// The ciphertext does not fit its tag under this key, nonce and associated data.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Forged;

impl SealingKey {
    pub(crate) fn new(key: &SecretKey) -> Self {
        let key = UnboundKey::new(&AES_256_GCM, key.expose_bytes()).expect("AES-256 takes a key of 32 bytes");
        Self(LessSafeKey::new(key))
    }

    /// Seals in place under a random nonce.
    pub(crate) fn seal(&self, aad: &[u8], bytes: &mut [u8]) -> Seal {
        let nonce = make_random();
        Seal { nonce, tag: self.seal_with(nonce, aad, bytes) }
    }

    /// Seals in place under a nonce that this key has never had.
    pub(crate) fn seal_with(&self, nonce: [u8; NONCE_LEN_BYTES], aad: &[u8], bytes: &mut [u8]) -> [u8; TAG_LEN_BYTES] {
        self.0
            .seal_in_place_separate_tag(Nonce::assume_unique_for_key(nonce), Aad::from(aad), bytes)
            .ok()
            .and_then(|tag| tag.as_ref().try_into().ok())
            .expect("AES-256-GCM seals any buffer below 64 GiB to a tag of 16 bytes")
    }

    /// Opens in place; what is in `bytes` after a failure is not to be used.
    pub(crate) fn open(&self, seal: &Seal, aad: &[u8], bytes: &mut [u8]) -> Result<(), Forged> {
        self.0
            .open_in_place_separate_tag(Nonce::assume_unique_for_key(seal.nonce), Aad::from(aad), &seal.tag, bytes)
            .map(|_| ())
            .map_err(|_| Forged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_buffer_opens_only_as_it_was_sealed() {
        let key = SealingKey::new(&SecretKey::make());
        let mut bytes = *b"attack at dawn";
        let seal = key.seal(b"place", &mut bytes);
        let sealed = bytes;
        assert_ne!(&sealed, b"attack at dawn");
        assert_eq!(key.open(&seal, b"elsewhere", &mut bytes), Err(Forged));
        bytes = sealed;
        assert_eq!(key.open(&seal, b"place", &mut bytes), Ok(()));
        assert_eq!(&bytes, b"attack at dawn");
    }

    #[test]
    fn keys_for_two_purposes_differ() {
        let source = KeySource::extract(b"salt", &SecretKey::make());
        assert_ne!(source.derive(&[b"a"]).expose_bytes(), source.derive(&[b"b"]).expose_bytes());
        assert_eq!(source.derive(&[b"a", b"b"]).expose_bytes(), source.derive(&[b"ab"]).expose_bytes());
    }
}
