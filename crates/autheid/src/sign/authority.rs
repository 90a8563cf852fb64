//! Form B: the root that an RP pins, the issuer under it, and the certificates that the issuer signs.

use std::fmt;
use std::str::FromStr as _;
use std::time::Duration;

use der::asn1::GeneralizedTime;
use der::pem::LineEnding;
use der::{DateTime, Decode as _, Encode as _, EncodePem as _};
use x509_cert::Certificate;
use x509_cert::name::Name;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::{Time, Validity};
use zeroize::Zeroizing;

use super::error::SignError;
use super::ocsp::{self, OcspTimes};
use super::p384::{P384Key, has_signed};
use super::profile::{Kind, Profile};
use super::request::ClientPublicKey;

/// How long the root and the issuer are valid from when they are made: an RP pins the root once.
const AUTHORITY_LIFETIME_SECONDS: i64 = 50 * 365 * 24 * 60 * 60;
/// How long before that they are valid already: an RP's clock may be behind.
const AUTHORITY_EARLIER_SECONDS: i64 = 24 * 60 * 60;
/// The upper bound of a common name (RFC 5280, appendix A.1).
const MAX_COMMON_NAME_LEN: usize = 64;

/// The wallet's own certification authority: a root and an issuer on P-384. Prints as `[redacted]`.
///
/// Whoever has the issuer's key can sign as any user of this wallet towards RPs that pinned the root. The root's private key is
/// wiped as soon as it has signed the issuer: nothing else is ever signed with it, so nobody can steal it.
pub struct Authority {
    issuer_key: P384Key,
    root: Certificate,
    issuer: Certificate,
}

/// From when until when a certificate is valid, in Unix seconds; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first second.
    pub from: i64,
    /// The last second.
    pub until: i64,
}

impl Authority {
    /// A new authority with random keys, valid from a day before `now` for 50 years.
    ///
    /// # Errors
    /// [`SignError::Random`] and [`SignError::Library`] when keys or serial numbers cannot be made; [`SignError::Time`] when a
    /// certificate cannot hold the times.
    pub fn make(now: i64) -> Result<Self, SignError> {
        let (root_key, issuer_key) = (P384Key::make()?, P384Key::make()?);
        let mut mark = [0; 4];
        getrandom::fill(&mut mark).map_err(SignError::Random)?;
        // RPs may pin the roots of several wallets, so that each has a name of its own.
        let mark = u32::from_be_bytes(mark);
        let root_name = common_name(&format!("Identity Wallet eID root {mark:08x}"))?;
        let issuer_name = common_name(&format!("Identity Wallet eID issuer {mark:08x}"))?;
        let validity = Period {
            from: now.saturating_sub(AUTHORITY_EARLIER_SECONDS),
            until: now.saturating_add(AUTHORITY_LIFETIME_SECONDS),
        }
        .validity()?;
        let root = Profile { kind: Kind::Root, issuer: root_name.clone(), subject: root_name.clone() }.sign(
            root_key.public()?,
            validity,
            &root_key,
        )?;
        let issuer = Profile { kind: Kind::Issuer, issuer: root_name, subject: issuer_name }.sign(
            issuer_key.public()?,
            validity,
            &root_key,
        )?;
        Ok(Self { issuer_key, root, issuer })
    }

    /// The authority that was kept: the issuer's private key from [`Authority::to_pkcs8`], and both certificates.
    ///
    /// # Errors
    /// [`SignError::Kept`] when one of the three cannot be read, or they do not belong together.
    pub fn from_pkcs8(issuer_key: &[u8], root_der: &[u8], issuer_der: &[u8]) -> Result<Self, SignError> {
        let issuer_key = P384Key::from_pkcs8(issuer_key)?;
        let root = Certificate::from_der(root_der).map_err(|_| SignError::Kept("the root is no certificate"))?;
        let issuer = Certificate::from_der(issuer_der).map_err(|_| SignError::Kept("the issuer is no certificate"))?;
        let root_key = root.tbs_certificate().subject_public_key_info();
        if !has_signed(root_key, &root)? || !has_signed(root_key, &issuer)? {
            return Err(SignError::Kept("the root did not sign the issuer"));
        }
        if *issuer.tbs_certificate().subject_public_key_info() != issuer_key.public()? {
            return Err(SignError::Kept("the key is not the issuer's"));
        }
        Ok(Self { issuer_key, root, issuer })
    }

    /// The issuer's private key as PKCS #8 (RFC 5208), to seal it in a vault.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library cannot write it.
    ///
    /// # Security
    /// Whoever has these bytes can sign as any user of this wallet. They are wiped when the returned value is dropped.
    pub fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SignError> {
        self.issuer_key.to_pkcs8()
    }

    /// The root's certificate in DER.
    ///
    /// # Errors
    /// [`SignError::Asn1`] when it cannot be written.
    pub fn root_der(&self) -> Result<Vec<u8>, SignError> {
        Ok(self.root.to_der()?)
    }

    /// The root's certificate in PEM (RFC 7468), as an RP pins it.
    ///
    /// # Errors
    /// [`SignError::Asn1`] when it cannot be written.
    pub fn root_pem(&self) -> Result<String, SignError> {
        Ok(self.root.to_pem(LineEnding::LF)?)
    }

    /// The issuer's certificate in DER, sent as `certificate_issuer`.
    ///
    /// # Errors
    /// [`SignError::Asn1`] when it cannot be written.
    pub fn issuer_der(&self) -> Result<Vec<u8>, SignError> {
        Ok(self.issuer.to_der()?)
    }

    /// A certificate in DER for a person's key, sent as `certificate_client`. Its only name is the common name, the
    /// `unique_user_id`; its serial number is random.
    ///
    /// # Errors
    /// [`SignError::Name`] when the id is not 1 to 64 of `[a-z0-9]`; [`SignError::Time`] when the period is none; otherwise what
    /// [`Authority::make`] can meet.
    pub fn issue(&self, unique_user_id: &str, key: &ClientPublicKey, valid: Period) -> Result<Vec<u8>, SignError> {
        let is_plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if !(1..=MAX_COMMON_NAME_LEN).contains(&unique_user_id.len()) || !unique_user_id.bytes().all(is_plain) {
            return Err(SignError::Name);
        }
        let profile = Profile {
            kind: Kind::Client,
            issuer: self.issuer.tbs_certificate().subject().clone(),
            subject: common_name(unique_user_id)?,
        };
        let public = SubjectPublicKeyInfoOwned::from_der(key.as_der())?;
        Ok(profile.sign(public, valid.validity()?, &self.issuer_key)?.to_der()?)
    }

    /// An OCSP response (RFC 6960) in DER that says "good" of one certificate, signed by the issuer itself; sent as
    /// `ocsp_response`.
    ///
    /// An RP wants a `this_update` not after the request was made, and a `next_update` not before it reads the answer.
    ///
    /// # Errors
    /// [`SignError::NotIssuedHere`] for a certificate that this issuer did not sign; [`SignError::Time`] when a time cannot be
    /// written or `next_update` lies before `this_update`; [`SignError::Library`] when nothing can be signed.
    pub fn ocsp_good(&self, client_der: &[u8], times: OcspTimes) -> Result<Vec<u8>, SignError> {
        let client = Certificate::from_der(client_der).map_err(|_| SignError::NotIssuedHere)?;
        let issuer = self.issuer.tbs_certificate();
        if client.tbs_certificate().issuer() != issuer.subject()
            || !has_signed(issuer.subject_public_key_info(), &client)?
        {
            return Err(SignError::NotIssuedHere);
        }
        ocsp::good(&client, &self.issuer, times, &self.issuer_key)
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authority([redacted])")
    }
}

impl Period {
    fn validity(self) -> Result<Validity, SignError> {
        if self.until < self.from {
            return Err(SignError::Time);
        }
        // The builder writes times before 2050 as UTCTime, as RFC 5280 wants them (section 4.1.2.5).
        Ok(Validity::new(Time::GeneralTime(time(self.from)?), Time::GeneralTime(time(self.until)?)))
    }
}

/// Unix seconds as a time of ASN.1.
pub(super) fn time(unix_seconds: i64) -> Result<GeneralizedTime, SignError> {
    let seconds = u64::try_from(unix_seconds).map_err(|_| SignError::Time)?;
    let date = DateTime::from_unix_duration(Duration::from_secs(seconds)).map_err(|_| SignError::Time)?;
    Ok(GeneralizedTime::from_date_time(date))
}

/// A name with nothing but a common name, of letters, digits and spaces.
fn common_name(text: &str) -> Result<Name, SignError> {
    Ok(Name::from_str(&format!("CN={text}"))?)
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{
        ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA384_ASN1, UnparsedPublicKey, VerificationAlgorithm,
    };
    use der::asn1::ObjectIdentifier;
    use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

    use super::*;
    use crate::sign::ocsp::tests::read;
    use crate::sign::{ClientKey, Secret};

    const NOW: i64 = 1_795_953_600;
    const VALID: Period = Period { from: NOW - 60, until: NOW + 3600 };
    const TIMES: OcspTimes = OcspTimes { produced: NOW, this_update: NOW - 60, next_update: NOW + 600 };

    fn key() -> ClientKey {
        ClientKey::derive(&Secret::from_bytes(&[7; 32]), "rp").unwrap()
    }

    fn certificate(der: &[u8]) -> Certificate {
        Certificate::from_der(der).unwrap()
    }

    /// Checks a signature with the key that a certificate is for, whatever algorithm anything names.
    fn verifies(signer: &Certificate, algorithm: &'static dyn VerificationAlgorithm, data: &[u8], sign: &[u8]) -> bool {
        let key = signer.tbs_certificate().subject_public_key_info().to_der().unwrap();
        UnparsedPublicKey::new(algorithm, key).verify(data, sign).is_ok()
    }

    fn signed_by(signer: &Certificate, signed: &Certificate) -> bool {
        let data = signed.tbs_certificate().to_der().unwrap();
        verifies(signer, &ECDSA_P384_SHA384_ASN1, &data, signed.signature().raw_bytes())
    }

    fn names(certificate: &Certificate) -> Vec<(ObjectIdentifier, String)> {
        let names = certificate.tbs_certificate().subject().iter();
        names.map(|name| (name.oid, String::from_utf8(name.value.value().to_vec()).unwrap())).collect()
    }

    /// What the public clients of form B check, in their order: the chain from the pinned root by SHA-384, the OCSP response by
    /// the issuer's key, its one certificate, status and times, the common name, and the signature.
    #[test]
    fn an_rp_that_pinned_the_root_accepts_what_is_signed() {
        let authority = Authority::make(NOW).unwrap();
        let data = b"what the person read";
        let client_der = authority.issue("oava51cj", &key().public().unwrap(), VALID).unwrap();
        let ocsp = read(&authority.ocsp_good(&client_der, TIMES).unwrap());
        let sign = key().sign_der(data).unwrap();

        let root = certificate(&authority.root_der().unwrap());
        let issuer = certificate(&authority.issuer_der().unwrap());
        let client = certificate(&client_der);
        assert!(signed_by(&root, &root) && signed_by(&root, &issuer) && signed_by(&issuer, &client));
        assert!(!signed_by(&root, &client));
        assert!(verifies(&issuer, &ECDSA_P384_SHA384_ASN1, &ocsp.signed, &ocsp.signature));
        assert_eq!(ocsp.serial_numbers, [client.tbs_certificate().serial_number().clone()]);
        assert_eq!((ocsp.produced, ocsp.this_update, ocsp.next_update), (NOW, NOW - 60, NOW + 600));
        assert_eq!(names(&client), [(ObjectIdentifier::new_unwrap("2.5.4.3"), "oava51cj".to_owned())]);
        assert!(verifies(&client, &ECDSA_P256_SHA256_ASN1, data, &sign));
    }

    #[test]
    fn certificates_say_what_they_may_sign() {
        fn check(certificate: &Certificate, path: Option<u8>, usage: &str) {
            let read = certificate.tbs_certificate();
            let (critical, constraints) = read.get_extension::<BasicConstraints>().unwrap().unwrap();
            assert!(critical);
            assert_eq!((constraints.ca, constraints.path_len_constraint), (path.is_some(), path));
            let (critical, flags) = read.get_extension::<KeyUsage>().unwrap().unwrap();
            assert!(critical);
            let flags = [(flags.key_cert_sign(), "certificates"), (flags.digital_signature(), "data")];
            let flags: Vec<&str> = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, name)| name).collect();
            assert_eq!(flags.join(" "), usage);
        }

        let authority = Authority::make(NOW).unwrap();
        check(&authority.root, Some(1), "certificates");
        check(&authority.issuer, Some(0), "certificates data");
        check(&certificate(&authority.issue("a", &key().public().unwrap(), VALID).unwrap()), None, "data");
    }

    #[test]
    fn serial_numbers_are_random_and_times_are_the_given_ones() {
        let authority = Authority::make(NOW).unwrap();
        let clients = [(); 2].map(|()| certificate(&authority.issue("a", &key().public().unwrap(), VALID).unwrap()));
        let mut serials: Vec<_> = clients.iter().chain([&authority.root, &authority.issuer]).collect();
        serials.sort_by_key(|certificate| certificate.tbs_certificate().serial_number().clone());
        serials.dedup_by_key(|certificate| certificate.tbs_certificate().serial_number().clone());
        assert_eq!(serials.len(), 4);
        for certificate in serials {
            assert_eq!(certificate.tbs_certificate().serial_number().as_bytes().len(), 16);
        }

        let seconds = |time: Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap();
        let period = |certificate: &Certificate| {
            let validity = *certificate.tbs_certificate().validity();
            Period { from: seconds(validity.not_before), until: seconds(validity.not_after) }
        };
        assert_eq!(period(&clients[0]), VALID);
        let long = Period { from: NOW - 86_400, until: NOW + 50 * 31_536_000 };
        assert_eq!((period(&authority.root), period(&authority.issuer)), (long, long));
    }

    #[test]
    fn what_is_kept_gives_the_same_authority_again() {
        let made = Authority::make(NOW).unwrap();
        let (root, issuer) = (made.root_der().unwrap(), made.issuer_der().unwrap());
        let read = Authority::from_pkcs8(&made.to_pkcs8().unwrap(), &root, &issuer).unwrap();
        assert_eq!((read.root_der().unwrap(), read.issuer_der().unwrap()), (root, issuer));
        let client = read.issue("a", &key().public().unwrap(), VALID).unwrap();
        assert!(made.ocsp_good(&client, TIMES).is_ok(), "both have the same key");
        assert_eq!(format!("{read:?}"), "Authority([redacted])");
    }

    #[test]
    fn parts_that_do_not_belong_together_are_refused() {
        let [one, other] = [(); 2].map(|()| Authority::make(NOW).unwrap());
        let check = |key: &[u8], root: &[u8], issuer: &[u8], why: &str| {
            let error = Authority::from_pkcs8(key, root, issuer).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        };
        let key = one.to_pkcs8().unwrap();
        let (root, issuer) = (one.root_der().unwrap(), one.issuer_der().unwrap());
        check(b"no key", &root, &issuer, "no key of P-384");
        check(&other.to_pkcs8().unwrap(), &root, &issuer, "not the issuer's");
        check(&key, &other.root_der().unwrap(), &issuer, "did not sign the issuer");
        check(&key, &issuer, &issuer, "did not sign the issuer");
        check(&key, &root, &other.issuer_der().unwrap(), "did not sign the issuer");
        check(&key, b"", &issuer, "the root is no certificate");
        check(&key, &root, &issuer[1..], "the issuer is no certificate");
    }

    #[test]
    fn only_ids_become_common_names() {
        let authority = Authority::make(NOW).unwrap();
        let check =
            |name: &str| authority.issue(name, &key().public().unwrap(), VALID).map(|der| names(&certificate(&der)));
        let longest = "z".repeat(64);
        assert_eq!(check(&longest).unwrap()[0].1, longest);
        for bad in ["", "A", "a b", "a,O=b", "a+CN=b", "ä", "a\0", &"z".repeat(65)] {
            assert!(matches!(check(bad), Err(SignError::Name)), "{bad:?}");
        }
    }

    #[test]
    fn times_that_cannot_be_written_are_refused() {
        let authority = Authority::make(NOW).unwrap();
        let client = authority.issue("a", &key().public().unwrap(), Period { from: 0, until: 0 }).unwrap();
        for (from, until) in [(-1, 0), (1, 0), (0, i64::MAX), (i64::MIN, 0)] {
            let made = authority.issue("a", &key().public().unwrap(), Period { from, until });
            assert!(matches!(made, Err(SignError::Time)), "{from} to {until}");
            let made = authority.ocsp_good(&client, OcspTimes { produced: 0, this_update: from, next_update: until });
            assert!(matches!(made, Err(SignError::Time)), "{from} to {until}");
        }
        assert!(matches!(Authority::make(i64::MAX), Err(SignError::Time)));
        assert!(matches!(Authority::make(i64::MIN), Err(SignError::Time)));
    }

    /// RFC 5280, section 4.1.2.5: UTCTime until 2049, GeneralizedTime from 2050 on.
    #[test]
    fn times_before_2050_are_written_with_two_digits_for_the_year() {
        let authority = Authority::make(NOW).unwrap();
        let end_of_2049 = 2_524_607_999;
        let is_short = |until: i64| {
            let client =
                certificate(&authority.issue("a", &key().public().unwrap(), Period { from: 0, until }).unwrap());
            let validity = *client.tbs_certificate().validity();
            [validity.not_before, validity.not_after].map(|time| matches!(time, Time::UtcTime(_)))
        };
        assert_eq!(is_short(end_of_2049), [true, true]);
        assert_eq!(is_short(end_of_2049 + 1), [true, false]);
    }

    #[test]
    fn only_own_certificates_are_called_good() {
        let [one, other] = [(); 2].map(|()| Authority::make(NOW).unwrap());
        let mut client = one.issue("a", &key().public().unwrap(), VALID).unwrap();
        assert!(one.ocsp_good(&client, TIMES).is_ok());
        let refused = |authority: &Authority, der: &[u8]| {
            assert!(matches!(authority.ocsp_good(der, TIMES), Err(SignError::NotIssuedHere)));
        };
        refused(&other, &client);
        refused(&one, &one.issuer_der().unwrap());
        refused(&one, b"no certificate");
        let last = client.len() - 1;
        client[last] ^= 1;
        refused(&one, &client);
    }
}
