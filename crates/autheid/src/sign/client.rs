//! Form B: the person's P-256 key, which a certificate is issued for.

use std::fmt;

use aws_lc_rs::agreement::{self, ECDH_P256};
use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};

use super::error::SignError;
use super::secret::{Purpose, Secret};

/// The key of one account for one RP on P-256. The library wipes it when it is dropped; prints as `[redacted]`.
pub struct ClientKey(EcdsaKeyPair);

impl ClientKey {
    /// The key that comes from the secret and the RP's id: the first block that is a number from 1 to the curve's order less 1.
    ///
    /// # Errors
    /// [`SignError::Library`] when none of the first 256 blocks is one. The chance of that is below 2^-8000.
    pub fn derive(secret: &Secret, rp_id: &str) -> Result<Self, SignError> {
        secret
            .blocks(Purpose::ClientKey, rp_id)
            .take(256)
            .find_map(|block| pair(block.as_slice()))
            .map(Self)
            .ok_or(SignError::Library("derive a key of P-256"))
    }

    /// Signs with ECDSA over SHA-256 of the data, in DER. Each signature has a random nonce.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library does not sign.
    pub fn sign_der(&self, data: &[u8]) -> Result<Vec<u8>, SignError> {
        let signature = self.0.sign(&SystemRandom::new(), data);
        Ok(signature.map_err(|_| SignError::Library("sign with a key of P-256"))?.as_ref().to_vec())
    }

    /// The public key as a `SubjectPublicKeyInfo` in DER (RFC 5480).
    ///
    /// # Errors
    /// [`SignError::Library`] when the library cannot write it.
    pub fn public_key_der(&self) -> Result<Vec<u8>, SignError> {
        let der: PublicKeyX509Der<'_> =
            self.0.public_key().as_der().map_err(|_| SignError::Library("write a public key"))?;
        Ok(der.as_ref().to_vec())
    }
}

/// The pair with this private key; `None` if the number is no key. The library computes a public key for key agreement alone, so
/// it is asked there.
fn pair(private: &[u8]) -> Option<EcdsaKeyPair> {
    let public = agreement::PrivateKey::from_private_key(&ECDH_P256, private).ok()?.compute_public_key().ok()?;
    EcdsaKeyPair::from_private_key_and_public_key(&ECDSA_P256_SHA256_ASN1_SIGNING, private, public.as_ref()).ok()
}

impl fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::encoding::{AsBigEndian as _, EcPublicKeyCompressedBin};
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};

    use super::*;
    use crate::sign::vectors;

    /// The order of P-256 (SEC 2, section 2.4.2): the first number that is no key any more.
    const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    #[test]
    fn client_key_vectors() {
        let vectors: Vec<vectors::Account> = vectors::read("accounts.json");
        for vector in &vectors {
            let key = ClientKey::derive(&vector.secret(), &vector.rp_id).unwrap();
            let public: EcPublicKeyCompressedBin<'_> = key.0.public_key().as_be_bytes().unwrap();
            assert_eq!(hex::encode(public.as_ref()), vector.client_public_key, "{}", vector.rp_id);
        }
        assert_eq!(vectors.len(), 6);
    }

    #[test]
    fn only_numbers_below_the_order_are_keys() {
        let mut order = hex::decode(ORDER).unwrap();
        assert!(pair(&order).is_none());
        assert!(pair(&[0; 32]).is_none());
        assert!(pair(&[0xff; 32]).is_none());
        order[31] -= 1;
        assert!(pair(&order).is_some());
    }

    #[test]
    fn what_is_signed_verifies_and_nothing_else_does() {
        let key = ClientKey::derive(&Secret::from_bytes(&[7; 32]), "rp").unwrap();
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, key.public_key_der().unwrap());
        let sign = key.sign_der(b"this text").unwrap();
        assert!(public.verify(b"this text", &sign).is_ok());
        assert!(public.verify(b"that text", &sign).is_err());
        assert_eq!(format!("{key:?}"), "ClientKey([redacted])");
    }
}
