//! Keccak-256 as Ethereum uses it.

use sha3::{Digest, Keccak256};

/// Keccak-256 of the parts, one after the other: the original Keccak padding, not FIPS 202's
/// SHA3-256.
pub(crate) fn keccak256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Keccak256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}
