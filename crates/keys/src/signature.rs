//! Recoverable signatures as Ethereum writes them.

use std::{fmt, str::FromStr};

use k256::ecdsa::{RecoveryId, Signature as RsPair, VerifyingKey};

use crate::{PublicKey, eip191::personal_message_hash};

/// r, s and v: 32, 32 and 1 bytes.
const SIGNATURE_LEN_BYTES: usize = 65;

/// What is added to the parity of R's y coordinate to make v, since Bitcoin's signed messages.
const V_OFFSET: u8 = 27;

/// A secp256k1 ECDSA signature from which the signer's public key can be recovered.
///
/// Written as `0x` and 130 hex digits: r, s, and v as 27 or 28. Read in either case, with v 0 or 1
/// (older tools) taken for 27 or 28; v 37 and above, which ties a signature to a chain (EIP-155),
/// belongs to transactions and is refused.
///
/// s is always in the lower half of the order. For every (r, s, v) there is a twin (r, n − s, v
/// flipped) that anyone can make from it and that recovers to the same key. EIP-191 forbids neither
/// and some signers make the upper one, so a twin with high s is read as its low one: what others
/// signed works, and two equal signatures compare equal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    rs: RsPair,
    is_y_odd: bool,
}

/// Why a text is not a signature, or a signature names no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// Not `0x` and 130 hex digits.
    #[error("a signature is 0x followed by 130 hexadecimal digits")]
    Shape,
    /// The last byte is none of 0, 1, 27 and 28.
    #[error("the signature's last byte is {v}, but must be 27 or 28")]
    RecoveryByte {
        /// The byte as it stood there.
        v: u8,
    },
    /// r or s is zero or not below the order of the curve.
    #[error("the signature's numbers are outside the range of secp256k1")]
    OutOfRange,
    /// Well-formed, but no public key can have made it over this text.
    #[error("the signature was not made by any key")]
    NoKey,
}

impl Signature {
    /// `0x` and 130 lower-case hex digits: r, s, v.
    pub fn to_hex(&self) -> String {
        format!("0x{}", hex::encode(self.to_bytes()))
    }

    /// r, s (32 bytes each, big-endian) and v (27 or 28).
    pub fn to_bytes(&self) -> [u8; SIGNATURE_LEN_BYTES] {
        let mut bytes = [0; SIGNATURE_LEN_BYTES];
        bytes[..64].copy_from_slice(&self.rs.to_bytes());
        bytes[64] = V_OFFSET + u8::from(self.is_y_odd);
        bytes
    }

    /// The public key that made this signature over `text` as an EIP-191 personal message.
    ///
    /// # Errors
    /// [`SignatureError::NoKey`] when r is not the x coordinate of a point, or the result is the
    /// point at infinity.
    ///
    /// # Security
    /// Nearly every signature recovers to *some* key for every text. The result proves something
    /// only once it is compared with the key, address or DID that was expected.
    pub fn recover_personal(&self, text: &str) -> Result<PublicKey, SignatureError> {
        let hash = personal_message_hash(text.as_bytes());
        let recovery_id = RecoveryId::new(self.is_y_odd, false);
        VerifyingKey::recover_from_prehash(&hash, &self.rs, recovery_id)
            .map(PublicKey::from_verifying_key)
            .map_err(|_| SignatureError::NoKey)
    }

    /// Puts s into the lower half and turns the parity with it.
    ///
    /// v has no room for "r was reduced by the order" (recovery ids 2 and 3): that takes an r below
    /// 2^128.4, which no one meets by signing, so Ethereum leaves it out and so do we.
    pub(crate) fn from_parts(rs: &RsPair, is_y_odd: bool) -> Self {
        let low = rs.normalize_s();
        Self { rs: low, is_y_odd: is_y_odd ^ (low != *rs) }
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A signature over a challenge logs a person in, so it stays out of logs.
        f.write_str("Signature([redacted])")
    }
}

impl FromStr for Signature {
    type Err = SignatureError;

    fn from_str(text: &str) -> Result<Self, SignatureError> {
        let digits = text.strip_prefix("0x").ok_or(SignatureError::Shape)?;
        let mut bytes = [0; SIGNATURE_LEN_BYTES];
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| SignatureError::Shape)?;
        let is_y_odd = match bytes[64] {
            0 | 27 => false,
            1 | 28 => true,
            v => return Err(SignatureError::RecoveryByte { v }),
        };
        let rs = RsPair::from_slice(&bytes[..64]).map_err(|_| SignatureError::OutOfRange)?;
        Ok(Self::from_parts(&rs, is_y_odd))
    }
}

#[cfg(test)]
mod tests {
    use k256::{NonZeroScalar, ecdsa::signature::hazmat::PrehashVerifier};
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::SecretKey;
    use crate::vectors;

    /// Half of the order, rounded down: the largest s that is low.
    const HALF_ORDER: [u8; 32] = [
        0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x5d, 0x57,
        0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
    ];

    #[test]
    fn eip191_vectors() {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Vector {
            private_key: Option<String>,
            message: String,
            hash: String,
            address: String,
            signature: String,
        }

        let vectors: Vec<Vector> = vectors::read("eip191/personal-sign.json");
        for vector in &vectors {
            let hash = personal_message_hash(vector.message.as_bytes());
            assert_eq!(format!("0x{}", hex::encode(hash)), vector.hash);
            let signature: Signature = vector.signature.parse().unwrap();
            let signer = signature.recover_personal(&vector.message).unwrap();
            assert_eq!(signer.address().to_string(), vector.address);
            if let Some(key) = &vector.private_key {
                let key = SecretKey::from_hex(key).unwrap();
                assert_eq!(key.public_key(), signer);
                assert_eq!(key.sign_personal(&vector.message).to_hex(), vector.signature);
            }
        }
        assert_eq!(vectors.len(), 8);
    }

    #[test]
    fn refuses_what_is_no_signature() {
        fn check(text: &str, expected: SignatureError) {
            assert_eq!(text.parse::<Signature>(), Err(expected), "{text:?}");
        }

        let one = format!("{:064x}", 1);
        let zero = "0".repeat(64);
        let order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
        check("", SignatureError::Shape);
        check("0x", SignatureError::Shape);
        check(&format!("{one}{one}1b"), SignatureError::Shape);
        check(&format!("0x{one}{one}"), SignatureError::Shape);
        check(&format!("0x{one}{one}1b00"), SignatureError::Shape);
        check(&format!("0x{one}{one}1g"), SignatureError::Shape);
        for v in [2, 26, 29, 35, 36, 37, 38, 255] {
            check(&format!("0x{one}{one}{v:02x}"), SignatureError::RecoveryByte { v });
        }
        check(&format!("0x{zero}{one}1b"), SignatureError::OutOfRange);
        check(&format!("0x{one}{zero}1b"), SignatureError::OutOfRange);
        check(&format!("0x{order}{one}1b"), SignatureError::OutOfRange);
        check(&format!("0x{one}{order}1b"), SignatureError::OutOfRange);
    }

    #[test]
    fn an_r_that_is_no_x_coordinate_recovers_no_key() {
        // 5 is the smallest positive x for which x³ + 7 is no square modulo the field's prime.
        let signature = format!("0x{:064x}{:064x}1b", 5, 1).parse::<Signature>().unwrap();
        assert_eq!(signature.recover_personal("text"), Err(SignatureError::NoKey));
    }

    #[test]
    fn another_text_recovers_another_key() {
        let key = SecretKey::from_bytes(&[7; 32]).unwrap();
        let signature = key.sign_personal("this text");
        assert_ne!(signature.recover_personal("that text").unwrap(), key.public_key());
    }

    #[test]
    fn stays_out_of_logs() {
        let signature = SecretKey::from_bytes(&[7; 32]).unwrap().sign_personal("text");
        assert_eq!(format!("{signature:?}"), "Signature([redacted])");
    }

    proptest! {
        #[test]
        fn reading_and_recovering_never_panic(
            text in "\\PC*",
            signature in "0x[0-9a-f]{128}(00|01|1b|1c)",
        ) {
            let _ = text.parse::<Signature>();
            if let Ok(signature) = signature.parse::<Signature>() {
                let _ = signature.recover_personal(&text);
            }
        }

        #[test]
        fn what_is_signed_recovers_to_its_signer(
            key in prop::array::uniform32(1_u8..255),
            text in "\\PC*",
        ) {
            let key = SecretKey::from_bytes(&key).unwrap();
            let signature = key.sign_personal(&text);
            prop_assert!(signature.to_bytes()[32..64] <= HALF_ORDER[..], "s is low");
            prop_assert_eq!(signature.recover_personal(&text).unwrap(), key.public_key());
            prop_assert_eq!(signature.to_hex().parse(), Ok(signature));
            let hash = personal_message_hash(text.as_bytes());
            prop_assert!(key.verifies(&hash, &signature.rs), "plain ECDSA agrees");
        }

        #[test]
        fn the_twin_with_high_s_is_the_same_signature(
            key in prop::array::uniform32(1_u8..255),
            text in "\\PC*",
            old_v: bool,
        ) {
            let low = SecretKey::from_bytes(&key).unwrap().sign_personal(&text);
            let mut twin = low.to_bytes();
            let high_s: NonZeroScalar = -low.rs.s();
            twin[32..64].copy_from_slice(&high_s.to_bytes());
            twin[64] = if low.is_y_odd { 27 } else { 28 } - if old_v { 27 } else { 0 };
            prop_assert!(twin[32..64] > HALF_ORDER[..]);
            prop_assert_eq!(format!("0x{}", hex::encode(twin)).parse(), Ok(low));
        }
    }

    impl SecretKey {
        fn verifies(&self, hash: &[u8], rs: &RsPair) -> bool {
            self.public_key().verifying_key().verify_prehash(hash, rs).is_ok()
        }
    }
}
