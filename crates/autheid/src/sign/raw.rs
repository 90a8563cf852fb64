//! Form A: secp256k1 signatures as clients of 2019 read them, and the device's id.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use k256::ecdsa::signature::Signer as _;
use k256::ecdsa::{Signature, SigningKey};

use super::error::SignError;
use super::secret::{Purpose, Secret};

/// r and s, 32 bytes each.
const SIGNATURE_LEN_BYTES: usize = 64;
/// A compressed point (SEC 1, section 2.3.3).
const PUBLIC_KEY_LEN_BYTES: usize = 33;

/// The key of one account for one RP on secp256k1. Wiped when dropped; prints as `[redacted]`.
///
/// It is on the heap, so that moving it leaves no copies.
pub struct RawKey(Box<SigningKey>);

/// A signature of form A, with the key to check it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawSignature {
    /// r and s, big-endian; s is in the lower half of the order.
    pub sign: [u8; SIGNATURE_LEN_BYTES],
    /// The public key, compressed.
    pub user_pub_key: [u8; PUBLIC_KEY_LEN_BYTES],
}

impl RawKey {
    /// The key that comes from the secret and the RP's id: the first block that is a number from 1 to the curve's order less 1.
    ///
    /// # Errors
    /// [`SignError::Library`] when none of the first 256 blocks is one. The chance of that is below 2^-32000.
    pub fn derive(secret: &Secret, rp_id: &str) -> Result<Self, SignError> {
        secret
            .blocks(Purpose::RawKey, rp_id)
            .take(256)
            .find_map(|block| SigningKey::from_slice(block.as_slice()).ok())
            .map(|key| Self(Box::new(key)))
            .ok_or(SignError::Library("derive a key of secp256k1"))
    }

    /// Signs with ECDSA over SHA-256 of the data. The same key and data always give the same signature (RFC 6979), and s is in
    /// the lower half of the order: some verifiers take nothing else.
    pub fn sign_raw(&self, data: &[u8]) -> RawSignature {
        // On this curve the library makes s low by itself.
        let signature: Signature = self.0.sign(data);
        RawSignature { sign: signature.to_bytes().into(), user_pub_key: self.public_key() }
    }

    /// The `device_id` that an RP gets, in both forms: the compressed public key in standard base64, 44 characters. Another RP
    /// gets another one.
    pub fn device_id(&self) -> String {
        STANDARD.encode(self.public_key())
    }

    fn public_key(&self) -> [u8; PUBLIC_KEY_LEN_BYTES] {
        let mut bytes = [0; PUBLIC_KEY_LEN_BYTES];
        bytes.copy_from_slice(self.0.verifying_key().to_sec1_point(true).as_bytes());
        bytes
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use k256::ecdsa::VerifyingKey;
    use k256::ecdsa::signature::Verifier as _;
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::sign::{Form, Serialization, SignedText, vectors};

    /// The example of the documents: the data as they print it, and a signature of the service that was.
    #[derive(Deserialize)]
    struct Example {
        email: String,
        rp_name: String,
        title: String,
        timestamp: i64,
        signature_data: String,
        sign: String,
        user_pub_key: String,
    }

    fn example() -> Example {
        let mut examples: Vec<Example> = vectors::read("signature-example.json");
        assert_eq!(examples.len(), 1);
        examples.remove(0)
    }

    #[test]
    fn the_documented_example_verifies_once_its_s_is_low() {
        let example = example();
        let data = STANDARD.decode(&example.signature_data).unwrap();
        let sign = Signature::from_slice(&STANDARD.decode(&example.sign).unwrap()).unwrap();
        let key = VerifyingKey::from_sec1_bytes(&STANDARD.decode(&example.user_pub_key).unwrap()).unwrap();
        let low = sign.normalize_s();
        assert_ne!(low, sign, "the example's s is in the upper half of the order");
        assert!(key.verify(&data, &low).is_ok());
        assert!(key.verify(&[&data[..], b" "].concat(), &low).is_err());
    }

    #[test]
    fn the_documented_example_has_exactly_the_bytes_of_form_a() {
        let example = example();
        let text = SignedText {
            email: example.email,
            rp_name: example.rp_name,
            title: example.title,
            description: String::new(),
            timestamp_created: example.timestamp - 10,
            timestamp_finished: example.timestamp,
            timeout_seconds: 0,
            invisible_data: Vec::new(),
        };
        assert_eq!(STANDARD.encode(text.bytes(Form::Raw, Serialization::Json)), example.signature_data);
    }

    #[test]
    fn raw_key_and_device_id_vectors() {
        let vectors: Vec<vectors::Account> = vectors::read("accounts.json");
        for vector in &vectors {
            let key = RawKey::derive(&vector.secret(), &vector.rp_id).unwrap();
            assert_eq!(hex::encode(key.public_key()), vector.raw_public_key, "{}", vector.rp_id);
            assert_eq!(key.device_id(), vector.device_id);
        }
        assert_eq!(vectors.len(), 6);
    }

    #[test]
    fn stays_out_of_logs() {
        let key = RawKey::derive(&Secret::from_bytes(&[7; 32]), "rp").unwrap();
        assert_eq!(format!("{key:?}"), "RawKey([redacted])");
    }

    proptest! {
        #[test]
        fn what_is_signed_verifies_with_a_low_s(secret: [u8; 32], data: Vec<u8>) {
            let key = RawKey::derive(&Secret::from_bytes(&secret), "rp").unwrap();
            let made = key.sign_raw(&data);
            let sign = Signature::from_slice(&made.sign).unwrap();
            prop_assert_eq!(sign.normalize_s(), sign);
            prop_assert!(VerifyingKey::from_sec1_bytes(&made.user_pub_key).unwrap().verify(&data, &sign).is_ok());
            prop_assert_eq!(key.sign_raw(&data), made);
        }
    }
}
