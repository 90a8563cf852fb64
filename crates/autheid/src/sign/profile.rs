//! The three kinds of certificates, and what each says about itself (RFC 5280).

use der::asn1::OctetString;
use x509_cert::TbsCertificate;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder as _, CertificateBuilder, Error};
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension as _};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::Validity;
use x509_cert::{Certificate, der};

use super::error::SignError;
use super::p384::{EcdsaDer, P384Key, sha1};

/// Length of a serial number, 126 bits of it random. RFC 5280 allows 20 bytes (section 4.1.2.2).
const SERIAL_LEN_BYTES: usize = 16;

/// What a certificate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What RPs pin. It signs issuers.
    Root,
    /// Signs clients, and says by OCSP that they are good.
    Issuer,
    /// A person's key for one RP.
    Client,
}

/// What a certificate says.
pub(super) struct Profile {
    pub(super) kind: Kind,
    pub(super) issuer: Name,
    pub(super) subject: Name,
}

impl Profile {
    /// A certificate for `public`, signed by `signer`, with a random serial number.
    pub(super) fn sign(
        self,
        public: SubjectPublicKeyInfoOwned,
        validity: Validity,
        signer: &P384Key,
    ) -> Result<Certificate, SignError> {
        let mut serial = [0; SERIAL_LEN_BYTES];
        getrandom::fill(&mut serial).map_err(SignError::Random)?;
        // The first byte is from 64 to 127: the number is positive, and always 16 bytes long.
        serial[0] = serial[0] & 0x3f | 0x40;
        let builder = CertificateBuilder::new(self, SerialNumber::new(&serial)?, validity, public)?;
        Ok(builder.build::<_, EcdsaDer>(signer)?)
    }
}

impl BuilderProfile for Profile {
    fn get_issuer(&self, _subject: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        own: SubjectPublicKeyInfoRef<'_>,
        signer: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> Result<Vec<Extension>, Error> {
        let key_id = |key: SubjectPublicKeyInfoRef<'_>| OctetString::new(sha1(key.subject_public_key.raw_bytes()));
        let (constraints, usage) = match self.kind {
            Kind::Root => (path(Some(1)), KeyUsages::KeyCertSign.into()),
            Kind::Issuer => (path(Some(0)), KeyUsages::KeyCertSign | KeyUsages::DigitalSignature),
            Kind::Client => {
                (BasicConstraints { ca: false, path_len_constraint: None }, KeyUsages::DigitalSignature.into())
            }
        };
        let mut extensions = Vec::new();
        extensions.push(constraints.to_extension(tbs.subject(), &extensions)?);
        extensions.push(KeyUsage(usage).to_extension(tbs.subject(), &extensions)?);
        extensions.push(SubjectKeyIdentifier(key_id(own)?).to_extension(tbs.subject(), &extensions)?);
        let authority = AuthorityKeyIdentifier { key_identifier: Some(key_id(signer)?), ..Default::default() };
        extensions.push(authority.to_extension(tbs.subject(), &extensions)?);
        Ok(extensions)
    }
}

/// A certificate that signs others, with at most so many between them and the last one.
fn path(path_len_constraint: Option<u8>) -> BasicConstraints {
    BasicConstraints { ca: true, path_len_constraint }
}
