//! Public keys of secp256k1 and how they are written.

use std::{fmt, str::FromStr};

use k256::ecdsa::VerifyingKey;

use crate::{Address, Did, hash::keccak256};

/// The length of x and y together, the point without its leading `04` (SEC 1, section 2.3.3).
const RAW_LEN_BYTES: usize = 64;

/// A public key on secp256k1 (SEC 2, section 2.4.1); never the point at infinity.
///
/// `Display` is [`PublicKey::uncompressed_hex`]. Reading takes, with or without `0x`: 128 digits (x
/// and y), 130 digits starting with `04`, and 66 digits starting with `02` or `03` (compressed).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Why a text is not a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublicKeyError {
    /// Not hex, or not one of the three lengths.
    #[error("a public key is 128, 130 or 66 hexadecimal digits, with or without 0x before them")]
    Shape,
    /// The right length, but the point is not on the curve or its first byte is wrong.
    #[error("the public key is not a point on the curve secp256k1")]
    NotOnCurve,
}

impl PublicKey {
    /// `0x` and 128 lower-case hex digits: x and y, without the leading `04`.
    pub fn uncompressed_hex(&self) -> String {
        format!("0x{}", hex::encode(self.raw()))
    }

    /// The compressed point: `02` or `03`, then x (SEC 1, section 2.3.3).
    pub fn compressed_bytes(&self) -> [u8; 33] {
        let point = self.0.to_sec1_point(true);
        let mut bytes = [0; 33];
        bytes.copy_from_slice(point.as_bytes());
        bytes
    }

    /// The Ethereum address: the last 20 bytes of the Keccak-256 hash of x and y.
    pub fn address(&self) -> Address {
        let hash = keccak256(&[&self.raw()]);
        let mut bytes = [0; 20];
        bytes.copy_from_slice(&hash[12..]);
        Address::from_bytes(bytes)
    }

    /// The DID of this key.
    pub fn did(&self) -> Did {
        Did::new(self.address())
    }

    pub(crate) const fn from_verifying_key(key: VerifyingKey) -> Self {
        Self(key)
    }

    #[cfg(test)]
    pub(crate) const fn verifying_key(&self) -> &VerifyingKey {
        &self.0
    }

    fn raw(&self) -> [u8; RAW_LEN_BYTES] {
        let point = self.0.to_sec1_point(false);
        let mut bytes = [0; RAW_LEN_BYTES];
        bytes.copy_from_slice(&point.as_bytes()[1..]);
        bytes
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.uncompressed_hex())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl FromStr for PublicKey {
    type Err = PublicKeyError;

    fn from_str(text: &str) -> Result<Self, PublicKeyError> {
        let digits = text.strip_prefix("0x").unwrap_or(text);
        let mut point = [0x04; 1 + RAW_LEN_BYTES];
        let (start, end) = match digits.len() {
            66 => (0, 33),
            128 => (1, 65),
            130 => (0, 65),
            _ => return Err(PublicKeyError::Shape),
        };
        hex::decode_to_slice(digits, &mut point[start..end]).map_err(|_| PublicKeyError::Shape)?;
        VerifyingKey::from_sec1_bytes(&point[..end]).map(Self).map_err(|_| PublicKeyError::NotOnCurve)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::SecretKey;

    /// The generator itself: the public key of the secret key 1 (SEC 2, section 2.4.1).
    const X: &str = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    const Y: &str = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

    #[test]
    fn reads_every_spelling() {
        let mut one = [0; 32];
        one[31] = 1;
        let generator = SecretKey::from_bytes(&one).unwrap().public_key();
        for text in [
            format!("{X}{Y}"),
            format!("0x{X}{Y}"),
            format!("04{X}{Y}"),
            format!("0x04{}{Y}", X.to_uppercase()),
            format!("02{X}"),
            format!("0x02{X}"),
        ] {
            assert_eq!(text.parse(), Ok(generator), "{text}");
        }
        assert_eq!(generator.to_string(), format!("0x{X}{Y}"));
        assert_eq!(hex::encode(generator.compressed_bytes()), format!("02{X}"));
        // Known to everyone who ever derived the address of the secret key 1.
        let address = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";
        assert_eq!(generator.address().to_string(), address);
        assert_eq!(generator.did().address(), generator.address());
    }

    #[test]
    fn refuses_what_is_no_key() {
        fn check(text: &str, expected: PublicKeyError) {
            assert_eq!(text.parse::<PublicKey>(), Err(expected), "{text:?}");
        }

        check("", PublicKeyError::Shape);
        check("0x", PublicKeyError::Shape);
        check(X, PublicKeyError::Shape);
        check(&format!("0x0x{X}{Y}"), PublicKeyError::Shape);
        check(&"g".repeat(128), PublicKeyError::Shape);
        check(&"é".repeat(64), PublicKeyError::Shape);
        check(&format!("{Y}{X}"), PublicKeyError::NotOnCurve);
        check(&"0".repeat(128), PublicKeyError::NotOnCurve);
        check(&"f".repeat(128), PublicKeyError::NotOnCurve);
        check(&format!("04{Y}{X}"), PublicKeyError::NotOnCurve);
        check(&format!("05{X}{Y}"), PublicKeyError::NotOnCurve);
        check(&format!("04{X}"), PublicKeyError::NotOnCurve);
        check(&format!("00{X}"), PublicKeyError::NotOnCurve);
        // SEC 1's hybrid form, which nobody uses.
        check(&format!("06{X}{Y}"), PublicKeyError::NotOnCurve);
    }

    proptest! {
        #[test]
        fn reading_never_panics(
            text in "\\PC*",
            key in "(0x)?(0[0-9])?[0-9a-f]{64}([0-9a-f]{64})?",
        ) {
            let _ = text.parse::<PublicKey>();
            let _ = key.parse::<PublicKey>();
        }

        #[test]
        fn writing_and_reading_round_trip(bytes in prop::array::uniform32(1_u8..255)) {
            let key = SecretKey::from_bytes(&bytes).unwrap().public_key();
            prop_assert_eq!(key.to_string().parse(), Ok(key));
            prop_assert_eq!(hex::encode(key.compressed_bytes()).parse(), Ok(key));
        }
    }
}
