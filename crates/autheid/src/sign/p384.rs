//! P-384 keys of the authority, as the builder of certificates wants them: ECDSA with SHA-384 by the cryptographic library.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_ASN1, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, UnparsedPublicKey,
};
use der::asn1::{BitString, ObjectIdentifier};
use der::{Decode as _, Document};
use k256::ecdsa::signature::{Error as SigningError, Keypair, Signer};
use x509_cert::Certificate;
use x509_cert::spki::{
    AlgorithmIdentifierOwned, DynSignatureAlgorithmIdentifier, EncodePublicKey, Error as SpkiError,
    SignatureBitStringEncoding, SubjectPublicKeyInfoOwned,
};
use zeroize::Zeroizing;

use super::error::SignError;

/// ecdsa-with-SHA384 (RFC 5758, section 3.2).
const ECDSA_WITH_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");

/// A private key on P-384. The library wipes it when it is dropped.
pub(super) struct P384Key {
    pair: EcdsaKeyPair,
    public_der: Vec<u8>,
}

impl P384Key {
    /// A random key.
    pub(super) fn make() -> Result<Self, SignError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P384_SHA384_ASN1_SIGNING)
            .map_err(|_| SignError::Library("make a key of P-384"))?;
        Self::new(pair)
    }

    /// The key in PKCS #8.
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, SignError> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_ASN1_SIGNING, der)
            .map_err(|_| SignError::Kept("the issuer's key is no key of P-384"))?;
        Self::new(pair)
    }

    /// The key as PKCS #8 (RFC 5208), which is wiped when dropped.
    pub(super) fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SignError> {
        let document = self.pair.to_pkcs8v1().map_err(|_| SignError::Library("write a key of P-384"))?;
        Ok(Zeroizing::new(document.as_ref().to_vec()))
    }

    /// The public key.
    pub(super) fn public(&self) -> Result<SubjectPublicKeyInfoOwned, SignError> {
        Ok(SubjectPublicKeyInfoOwned::from_der(&self.public_der)?)
    }

    /// A signature in DER, as the content of a bit string.
    pub(super) fn sign(&self, data: &[u8]) -> Result<EcdsaDer, SignError> {
        let signature = self.pair.sign(&SystemRandom::new(), data);
        Ok(EcdsaDer(signature.map_err(|_| SignError::Library("sign with a key of P-384"))?.as_ref().to_vec()))
    }

    fn new(pair: EcdsaKeyPair) -> Result<Self, SignError> {
        let der: PublicKeyX509Der<'_> =
            pair.public_key().as_der().map_err(|_| SignError::Library("write a public key"))?;
        let public_der = der.as_ref().to_vec();
        Ok(Self { pair, public_der })
    }
}

/// The only algorithm that anything is signed with here.
pub(super) fn ecdsa_with_sha384() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_384, parameters: None }
}

/// SHA-1, which the names of keys and issuers are made with (RFC 5280, section 4.2.1.2; RFC 6960, section 4.1.1: clients know no
/// other). It protects nothing: what it names is signed with SHA-384.
pub(super) fn sha1(data: &[u8]) -> Vec<u8> {
    digest(&SHA1_FOR_LEGACY_USE_ONLY, data).as_ref().to_vec()
}

/// Whether the key of `signer` signed `certificate` with ECDSA and SHA-384.
pub(super) fn has_signed(signer: &SubjectPublicKeyInfoOwned, certificate: &Certificate) -> Result<bool, SignError> {
    use der::Encode as _;

    let signed = certificate.tbs_certificate().to_der()?;
    let public = UnparsedPublicKey::new(&ECDSA_P384_SHA384_ASN1, signer.to_der()?);
    Ok(*certificate.signature_algorithm() == ecdsa_with_sha384()
        && public.verify(&signed, certificate.signature().raw_bytes()).is_ok())
}

/// An ECDSA signature in DER.
pub(super) struct EcdsaDer(Vec<u8>);

impl SignatureBitStringEncoding for EcdsaDer {
    fn to_bitstring(&self) -> der::Result<BitString> {
        BitString::from_bytes(&self.0)
    }
}

/// A public key in DER.
#[derive(Clone)]
pub(super) struct PublicDer(Vec<u8>);

impl EncodePublicKey for PublicDer {
    fn to_public_key_der(&self) -> Result<Document, SpkiError> {
        Ok(Document::try_from(self.0.as_slice())?)
    }
}

impl Keypair for P384Key {
    type VerifyingKey = PublicDer;

    fn verifying_key(&self) -> PublicDer {
        PublicDer(self.public_der.clone())
    }
}

impl DynSignatureAlgorithmIdentifier for P384Key {
    fn signature_algorithm_identifier(&self) -> Result<AlgorithmIdentifierOwned, SpkiError> {
        Ok(ecdsa_with_sha384())
    }
}

impl Signer<EcdsaDer> for P384Key {
    fn try_sign(&self, data: &[u8]) -> Result<EcdsaDer, SigningError> {
        self.sign(data).map_err(SigningError::from_source)
    }
}
