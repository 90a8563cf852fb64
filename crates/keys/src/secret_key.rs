//! Secret keys and what they sign.

use std::fmt;

use k256::ecdsa::SigningKey;
use zeroize::Zeroizing;

use crate::{Address, Did, PublicKey, Signature, eip191::personal_message_hash};

/// The length of a secret key: a number from 1 to the order of the curve less 1, big-endian.
const SECRET_KEY_LEN_BYTES: usize = 32;

/// The secret key of one account on secp256k1. Wiped when dropped; prints as `[redacted]`.
///
/// It is on the heap, so that moving it leaves no copies. Its public key is computed once, when the secret key is made.
pub struct SecretKey(Box<SigningKey>);

/// Why bytes or a text are not a secret key. Never says what they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretKeyError {
    /// Not 64 hex digits.
    #[error("a private key is 64 hexadecimal digits, with or without 0x before them")]
    Shape,
    /// Zero, or not below the order of the curve.
    #[error("the number is not a private key of secp256k1: it is zero or too large")]
    OutOfRange,
}

impl SecretKey {
    /// The key with these 32 bytes, big-endian.
    ///
    /// # Errors
    /// [`SecretKeyError::OutOfRange`] for zero and for numbers from the order of the curve on (SEC
    /// 2, section 2.4.1).
    pub fn from_bytes(bytes: &[u8; SECRET_KEY_LEN_BYTES]) -> Result<Self, SecretKeyError> {
        SigningKey::from_slice(bytes).map(Box::new).map(Self).map_err(|_| SecretKeyError::OutOfRange)
    }

    /// The key written as 64 hex digits in either case, with or without `0x`, as it is pasted: in quotes or not, with
    /// white space around it, and with a byte order mark in front.
    ///
    /// # Errors
    /// [`SecretKeyError::Shape`] for anything else; [`SecretKeyError::OutOfRange`] as
    /// [`SecretKey::from_bytes`].
    pub fn from_hex(text: &str) -> Result<Self, SecretKeyError> {
        let around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '\u{feff}' | '\u{200b}');
        let digits = without_prefix(text.trim_matches(around));
        let mut bytes = Zeroizing::new([0; SECRET_KEY_LEN_BYTES]);
        hex::decode_to_slice(digits, bytes.as_mut_slice()).map_err(|_| SecretKeyError::Shape)?;
        Self::from_bytes(&bytes)
    }

    /// The public key.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::from_verifying_key(*self.0.verifying_key())
    }

    /// The Ethereum address.
    pub fn address(&self) -> Address {
        self.public_key().address()
    }

    /// The DID.
    pub fn did(&self) -> Did {
        Did::new(self.address())
    }

    /// Signs a text as an EIP-191 personal message (version `0x45`).
    ///
    /// The same key and text always give the same signature (RFC 6979 with SHA-256, as other
    /// Ethereum software does), and s is always in the lower half of the order.
    ///
    /// # Security
    /// Signs any text whatever: that the text is what the user meant to sign is the caller's to
    /// make sure.
    pub fn sign_personal(&self, text: &str) -> Signature {
        let hash = personal_message_hash(text.as_bytes());
        let (signature, recovery_id) = self.0.sign_prehash_recoverable(&hash);
        Signature::from_parts(&signature, recovery_id.is_y_odd())
    }

    /// The 32 bytes of the key, to seal them in a vault or to export them.
    ///
    /// # Security
    /// Whoever has these bytes is the account. They are wiped when the returned value is dropped.
    pub fn expose_bytes(&self) -> Zeroizing<[u8; SECRET_KEY_LEN_BYTES]> {
        let mut exposed = Zeroizing::new([0; SECRET_KEY_LEN_BYTES]);
        let mut bytes = self.0.to_bytes();
        exposed.copy_from_slice(&bytes);
        zeroize::Zeroize::zeroize(bytes.as_mut_slice());
        exposed
    }

    pub(crate) fn from_scalar(key: k256::SecretKey) -> Self {
        Self(Box::new(SigningKey::from(key)))
    }
}

/// Hex digits without the `0x` or `0X` that may stand before them.
pub(crate) fn without_prefix(digits: &str) -> &str {
    digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")).unwrap_or(digits)
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The order of the curve (SEC 2, section 2.4.1): the first number that is no key any more.
    const ORDER: &str = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    const ORDER_LESS_1: &str = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";

    #[test]
    fn takes_the_numbers_below_the_order() {
        fn check(text: &str, expected: Option<SecretKeyError>) {
            assert_eq!(SecretKey::from_hex(text).err(), expected, "{text:?}");
        }

        check(ORDER_LESS_1, None);
        check(&format!("0x{ORDER_LESS_1}"), None);
        check(&ORDER_LESS_1.to_uppercase(), None);
        check(&format!("0X{}", ORDER_LESS_1.to_uppercase()), None);
        check(&format!("\u{feff} \"0x{ORDER_LESS_1}\"\r\n"), None);
        check(&format!("0x0X{ORDER_LESS_1}"), Some(SecretKeyError::Shape));
        check(&format!("{:064x}", 1), None);
        check(ORDER, Some(SecretKeyError::OutOfRange));
        check(&"0".repeat(64), Some(SecretKeyError::OutOfRange));
        check(&"f".repeat(64), Some(SecretKeyError::OutOfRange));
        check("", Some(SecretKeyError::Shape));
        check("0x", Some(SecretKeyError::Shape));
        check(&ORDER[1..], Some(SecretKeyError::Shape));
        check(&format!("{ORDER}0"), Some(SecretKeyError::Shape));
        check(&"g".repeat(64), Some(SecretKeyError::Shape));
        check(&"é".repeat(32), Some(SecretKeyError::Shape));
    }

    #[test]
    fn exposes_its_bytes_and_nothing_else() {
        let key = SecretKey::from_hex(ORDER_LESS_1).unwrap();
        assert_eq!(hex::encode(key.expose_bytes()), ORDER_LESS_1);
        assert_eq!(format!("{key:?}"), "SecretKey([redacted])");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC*", bytes: [u8; 32]) {
            let _ = SecretKey::from_hex(&text);
            let _ = SecretKey::from_bytes(&bytes);
        }
    }
}
