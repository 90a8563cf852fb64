//! Certificate requests: a wallet asks a service elsewhere for the certificate of its key for one RP (PKCS #10, RFC 2986).

use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use der::asn1::{BitString, ObjectIdentifier};
use der::{Decode as _, Encode as _};
use k256::ecdsa::signature::Verifier as _;
use k256::ecdsa::{Signature, VerifyingKey};
use x509_cert::Certificate;
use x509_cert::attr::Attributes;
use x509_cert::name::Name;
use x509_cert::request::{CertReq, CertReqInfo, Version};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::client::ClientKey;
use super::error::SignError;

/// ecdsa-with-SHA256 (RFC 5758, section 3.2).
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// The public key of a person for one RP, in form x509.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientPublicKey(Vec<u8>);

impl ClientKey {
    /// A request for a certificate, in DER. It names nobody: the name is the service's to give.
    ///
    /// # Errors
    /// [`SignError::Library`] and [`SignError::Asn1`] when it cannot be signed or written.
    pub fn certificate_request(&self) -> Result<Vec<u8>, SignError> {
        let info = CertReqInfo {
            version: Version::V1,
            subject: Name::default(),
            public_key: SubjectPublicKeyInfoOwned::from_der(&self.public_key_der()?)?,
            attributes: Attributes::default(),
        };
        let signature = BitString::from_bytes(&self.sign_der(&info.to_der()?)?)?;
        let algorithm = AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None };
        Ok(CertReq { info, algorithm, signature }.to_der()?)
    }

    /// The public key.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library cannot write it.
    pub fn public(&self) -> Result<ClientPublicKey, SignError> {
        Ok(ClientPublicKey(self.public_key_der()?))
    }
}

impl ClientPublicKey {
    /// The key that asks for a certificate, if it has signed the request itself.
    ///
    /// # Errors
    /// [`SignError::Refused`] when the request cannot be read, names somebody, or is not signed by its own key of P-256.
    pub fn of_request(der: &[u8]) -> Result<Self, SignError> {
        const REFUSED: SignError = SignError::Refused("the certificate request is not one of P-256 without a name");
        let request = CertReq::from_der(der).map_err(|_| REFUSED)?;
        let algorithm = AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None };
        if request.algorithm != algorithm || !request.info.subject.is_empty() {
            return Err(REFUSED);
        }
        let key = Self(request.info.public_key.to_der()?);
        let sign = request.signature.as_bytes().unwrap_or_default();
        if !key.verifies(&request.info.to_der()?, sign) {
            return Err(REFUSED);
        }
        Ok(key)
    }

    /// The key that a certificate is for.
    ///
    /// # Errors
    /// [`SignError::Kept`] when it is no certificate.
    pub fn of_certificate(der: &[u8]) -> Result<Self, SignError> {
        let certificate = Certificate::from_der(der).map_err(|_| SignError::Kept("what was kept is no certificate"))?;
        Ok(Self(certificate.tbs_certificate().subject_public_key_info().to_der()?))
    }

    /// Whether this key signed the data: ECDSA over SHA-256, in DER.
    pub fn verifies(&self, data: &[u8], sign: &[u8]) -> bool {
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &self.0).verify(data, sign).is_ok()
    }

    /// A `SubjectPublicKeyInfo` in DER (RFC 5480).
    pub fn as_der(&self) -> &[u8] {
        &self.0
    }
}

/// Whether a signature of form raw is one: r and s with a low s, by a compressed key of secp256k1, over SHA-256 of the data.
pub fn verifies_raw(user_pub_key: &[u8], data: &[u8], sign: &[u8]) -> bool {
    const COMPRESSED_LEN_BYTES: usize = 33;
    let key = Some(user_pub_key).filter(|key| key.len() == COMPRESSED_LEN_BYTES);
    let key = key.and_then(|key| VerifyingKey::from_sec1_bytes(key).ok());
    let sign = Signature::from_slice(sign).ok().filter(|sign| sign.normalize_s() == *sign);
    matches!((key, sign), (Some(key), Some(sign)) if key.verify(data, &sign).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::{RawKey, Secret};

    fn key(byte: u8) -> ClientKey {
        ClientKey::derive(&Secret::from_bytes(&[byte; 32]), "rp").unwrap()
    }

    #[test]
    fn a_request_asks_for_the_key_that_signed_it() {
        let request = key(7).certificate_request().unwrap();
        let asking = ClientPublicKey::of_request(&request).unwrap();
        assert_eq!(asking, key(7).public().unwrap());
        assert!(asking.verifies(b"text", &key(7).sign_der(b"text").unwrap()));
        assert!(!asking.verifies(b"text", &key(8).sign_der(b"text").unwrap()));
    }

    #[test]
    fn a_request_that_somebody_changed_is_refused() {
        let request = key(7).certificate_request().unwrap();
        for at in 0..request.len() {
            let mut changed = request.clone();
            changed[at] ^= 1;
            assert!(ClientPublicKey::of_request(&changed).is_err(), "byte {at}");
        }
        assert!(ClientPublicKey::of_request(&[]).is_err());
        assert!(ClientPublicKey::of_request(&[&request[..], b"x"].concat()).is_err());
    }

    #[test]
    fn a_request_with_a_name_or_the_key_of_another_is_refused() {
        use std::str::FromStr as _;

        let made = |subject: Name, signer: &ClientKey| {
            let mut request = CertReq::from_der(&key(7).certificate_request().unwrap()).unwrap();
            request.info.subject = subject;
            let sign = signer.sign_der(&request.info.to_der().unwrap()).unwrap();
            request.signature = BitString::from_bytes(&sign).unwrap();
            request.to_der().unwrap()
        };
        assert!(ClientPublicKey::of_request(&made(Name::default(), &key(7))).is_ok());
        assert!(ClientPublicKey::of_request(&made(Name::from_str("CN=admin").unwrap(), &key(7))).is_err());
        assert!(ClientPublicKey::of_request(&made(Name::default(), &key(8))).is_err());
    }

    #[test]
    fn a_raw_signature_has_a_low_s_and_the_right_key() {
        let [mine, other] = [7, 8].map(|byte| RawKey::derive(&Secret::from_bytes(&[byte; 32]), "rp").unwrap());
        let signed = mine.sign_raw(b"text");
        assert!(verifies_raw(&signed.user_pub_key, b"text", &signed.sign));
        assert!(!verifies_raw(&signed.user_pub_key, b"other", &signed.sign));
        assert!(!verifies_raw(&other.sign_raw(b"text").user_pub_key, b"text", &signed.sign));
        assert!(!verifies_raw(&signed.user_pub_key, b"text", &signed.sign[1..]));
        assert!(!verifies_raw(&[], b"text", &signed.sign));
        let sign = Signature::from_slice(&signed.sign).unwrap();
        let (r, s) = sign.split_scalars();
        let high = Signature::from_scalars(r.to_bytes(), (-s).to_bytes()).unwrap();
        assert!(!verifies_raw(&signed.user_pub_key, b"text", &high.to_bytes()));
    }
}
