//! AES-128-CTR under the first half of the derived key, and the MAC with the second.

use aes::Aes128;
use ctr::{
    Ctr128BE,
    cipher::{KeyIvInit as _, StreamCipher as _},
};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::kdf::DerivedKey;
use crate::hash::keccak256;

/// The cipher's name in a file.
pub(super) const NAME: &str = "aes-128-ctr";

/// The length of the first counter block.
pub(super) const IV_LEN_BYTES: usize = 16;

/// The length of a Keccak-256 hash.
pub(super) const MAC_LEN_BYTES: usize = 32;

/// The plain text: one secret key.
pub(super) const SECRET_LEN_BYTES: usize = 32;

/// What is read at most: programs that take the key for a number with a sign put a zero byte in front of it.
pub(super) const MAX_SEALED_LEN_BYTES: usize = SECRET_LEN_BYTES + 1;

/// Encrypts a key.
pub(super) fn seal(derived: &DerivedKey, iv: &[u8; IV_LEN_BYTES], secret: &[u8; SECRET_LEN_BYTES]) -> Vec<u8> {
    let mut bytes = secret.to_vec();
    apply(derived, iv, &mut bytes);
    bytes
}

/// Decrypts a key; a shorter one gets its leading zeros back. `None` for a longer one that does not begin with zeros, or
/// is longer than [`MAX_SEALED_LEN_BYTES`].
pub(super) fn open(
    derived: &DerivedKey,
    iv: &[u8; IV_LEN_BYTES],
    ciphertext: &[u8],
) -> Option<Zeroizing<[u8; SECRET_LEN_BYTES]>> {
    let mut opened = Zeroizing::new([0; MAX_SEALED_LEN_BYTES]);
    let start = MAX_SEALED_LEN_BYTES.checked_sub(ciphertext.len())?;
    opened[start..].copy_from_slice(ciphertext);
    apply(derived, iv, &mut opened[start..]);
    let (zero, key) = opened.split_at(MAX_SEALED_LEN_BYTES - SECRET_LEN_BYTES);
    let mut secret = Zeroizing::new([0; SECRET_LEN_BYTES]);
    secret.copy_from_slice(key);
    zero.iter().all(|byte| *byte == 0).then_some(secret)
}

/// Keccak-256 of the second half of the derived key and the ciphertext.
///
/// # Security
/// It proves the passphrase and the ciphertext, but covers neither the IV nor the address: the
/// caller must compare the address.
pub(super) fn mac(derived: &DerivedKey, ciphertext: &[u8]) -> [u8; MAC_LEN_BYTES] {
    keccak256(&[&derived[16..], ciphertext])
}

/// Whether the passphrase was right.
pub(super) fn mac_matches(derived: &DerivedKey, ciphertext: &[u8], expected: &[u8; MAC_LEN_BYTES]) -> bool {
    mac(derived, ciphertext).ct_eq(expected).into()
}

/// CTR encrypts and decrypts alike.
pub(super) fn apply(derived: &DerivedKey, iv: &[u8; IV_LEN_BYTES], bytes: &mut [u8]) {
    Ctr128BE::<Aes128>::new_from_slices(&derived[..16], iv)
        .expect("both are 16 bytes, as AES-128 needs them")
        .apply_keystream(bytes);
}
