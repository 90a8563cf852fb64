//! Symmetric keys from a seed ([SLIP-0021]): for what is authenticated or encrypted, never for signing.
//!
//! [SLIP-0021]: https://github.com/satoshilabs/slips/blob/master/slip-0021.md

use std::fmt;

use zeroize::Zeroizing;

use crate::{Seed, bip32::hmac_sha512_halves};

/// The HMAC key that turns a seed into the master node (SLIP-0021, "Master node derivation").
const MASTER_HMAC_KEY: &[u8] = b"Symmetric key seed";

/// A key of 256 bits that a phrase makes for one use. Wiped when dropped; prints as `[redacted]`.
pub struct SymmetricKey(Zeroizing<[u8; 32]>);

impl SymmetricKey {
    /// The bytes, for who computes with them.
    pub fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SymmetricKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SymmetricKey([redacted])")
    }
}

impl Seed {
    /// The key at a path of labels (SLIP-0021, `m/"label"/"label"…`). Labels are any text; other labels give keys that
    /// nobody can link to this one.
    pub fn symmetric_key(&self, path: &[&str]) -> SymmetricKey {
        let master = hmac_sha512_halves(MASTER_HMAC_KEY, &[self.expose_bytes()]);
        let (_, key) = path.iter().fold(master, |(chain_code, _), label| {
            hmac_sha512_halves(chain_code.as_slice(), &[&[0], label.as_bytes()])
        });
        SymmetricKey(key)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::vectors;

    #[test]
    fn slip21_vectors() {
        #[derive(Deserialize)]
        struct Vector {
            seed: String,
            path: Vec<String>,
            key: String,
        }

        let vectors: Vec<Vector> = vectors::read("slip21/keys.json");
        for vector in &vectors {
            let mut bytes = Zeroizing::new([0; 64]);
            hex::decode_to_slice(&vector.seed, bytes.as_mut_slice()).unwrap();
            let path: Vec<&str> = vector.path.iter().map(String::as_str).collect();
            let key = Seed::from_bytes(bytes).symmetric_key(&path);
            assert_eq!(hex::encode(key.expose_bytes()), vector.key, "{path:?}");
        }
        assert_eq!(vectors.len(), 4);
    }
}
