//! The secret that an account's keys and ids come from.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Length of a secret, and of what is derived from it.
pub(super) const SECRET_LEN_BYTES: usize = 32;

/// 32 bytes that only the wallet knows, as SLIP-0021 makes them. Wiped when dropped; prints as `[redacted]`.
pub struct Secret(Zeroizing<[u8; SECRET_LEN_BYTES]>);

/// What a derived value is for. Another purpose gives values that nobody can link to these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    UniqueUserId,
    RawKey,
    ClientKey,
}

impl Secret {
    /// The secret with these bytes.
    pub fn from_bytes(bytes: &[u8; SECRET_LEN_BYTES]) -> Self {
        Self(Zeroizing::new(*bytes))
    }

    /// An endless row of 32-byte blocks for one purpose and RP: block i is HMAC-SHA-256 (RFC 2104) with the secret over the
    /// purpose's label, a zero byte, i (big-endian, 4 bytes) and the RP's id. No label holds a zero byte, so no two inputs are the
    /// same.
    pub(super) fn blocks(
        &self,
        purpose: Purpose,
        rp_id: &str,
    ) -> impl Iterator<Item = Zeroizing<[u8; SECRET_LEN_BYTES]>> {
        let keyed = Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("HMAC takes keys of any length");
        (0_u32..).map(move |index| {
            let mut mac = keyed.clone();
            mac.update(purpose.label());
            mac.update(&[0]);
            mac.update(&index.to_be_bytes());
            mac.update(rp_id.as_bytes());
            let mut block = Zeroizing::new([0; SECRET_LEN_BYTES]);
            block.copy_from_slice(&mac.finalize().into_bytes());
            block
        })
    }
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::UniqueUserId => b"idw autheid unique user id v1",
            Self::RawKey => b"idw autheid form A key v1",
            Self::ClientKey => b"idw autheid form B key v1",
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn purposes_rps_and_secrets_give_other_blocks() {
        let mut seen = BTreeSet::new();
        for secret in [[1; 32], [2; 32]].map(|bytes| Secret::from_bytes(&bytes)) {
            for purpose in [Purpose::UniqueUserId, Purpose::RawKey, Purpose::ClientKey] {
                for rp_id in ["", "a", "b"] {
                    seen.extend(secret.blocks(purpose, rp_id).take(2).map(|block| *block));
                }
            }
        }
        assert_eq!(seen.len(), 2 * 3 * 3 * 2);
    }

    #[test]
    fn stays_out_of_logs() {
        assert_eq!(format!("{:?}", Secret::from_bytes(&[7; 32])), "Secret([redacted])");
    }
}
