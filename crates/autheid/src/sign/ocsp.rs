//! OCSP responses (RFC 6960), as far as one certificate that is good needs them.
//!
//! The issuer signs the response itself, so the response carries no certificate: an RP has the issuer's already.

use der::asn1::{BitString, GeneralizedTime, Null, ObjectIdentifier, OctetString};
use der::{Choice, Encode as _, Enumerated, Sequence};
use x509_cert::Certificate;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SignatureBitStringEncoding as _};

use super::authority::time;
use super::error::SignError;
use super::p384::{P384Key, ecdsa_with_sha384, sha1};

/// id-pkix-ocsp-basic (RFC 6960, section 4.2.1).
const OCSP_BASIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.1");
/// id-sha1 (RFC 3279, section 2.1).
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");

/// The times of a response, in Unix seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OcspTimes {
    /// When it was signed.
    pub produced: i64,
    /// From when on it is known to be right. RPs want this to lie before the request.
    pub this_update: i64,
    /// Until when it is good.
    pub next_update: i64,
}

/// A response that says "good" of `client`, whose issuer the caller has checked.
pub(super) fn good(
    client: &Certificate,
    issuer: &Certificate,
    times: OcspTimes,
    issuer_key: &P384Key,
) -> Result<Vec<u8>, SignError> {
    if times.next_update < times.this_update {
        return Err(SignError::Time);
    }
    let issuer = issuer.tbs_certificate();
    let key_hash = OctetString::new(sha1(issuer.subject_public_key_info().subject_public_key.raw_bytes()))?;
    let data = ResponseData {
        responder_id: ResponderId::ByKey(key_hash.clone()),
        produced_at: time(times.produced)?,
        responses: vec![SingleResponse {
            cert_id: CertId {
                hash_algorithm: AlgorithmIdentifierOwned { oid: SHA_1, parameters: Some(Null.into()) },
                issuer_name_hash: OctetString::new(sha1(&issuer.subject().to_der()?))?,
                issuer_key_hash: key_hash,
                serial_number: client.tbs_certificate().serial_number().clone(),
            },
            cert_status: CertStatus::Good(Null),
            this_update: time(times.this_update)?,
            next_update: Some(time(times.next_update)?),
        }],
    };
    let signature = issuer_key.sign(&data.to_der()?)?.to_bitstring()?;
    let basic = BasicOcspResponse { tbs_response_data: data, signature_algorithm: ecdsa_with_sha384(), signature };
    let response_bytes = ResponseBytes { response_type: OCSP_BASIC, response: OctetString::new(basic.to_der()?)? };
    Ok(OcspResponse { response_status: ResponseStatus::Successful, response_bytes: Some(response_bytes) }.to_der()?)
}

/// `OCSPResponse` (RFC 6960, section 4.2.1), as are those below; what is never written is left out.
#[derive(Sequence)]
struct OcspResponse {
    response_status: ResponseStatus,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    response_bytes: Option<ResponseBytes>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Enumerated)]
#[repr(u32)]
enum ResponseStatus {
    Successful = 0,
}

#[derive(Sequence)]
struct ResponseBytes {
    response_type: ObjectIdentifier,
    response: OctetString,
}

#[derive(Sequence)]
struct BasicOcspResponse {
    tbs_response_data: ResponseData,
    signature_algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

/// Version 1, which is the default and not written.
#[derive(Sequence)]
struct ResponseData {
    responder_id: ResponderId,
    produced_at: GeneralizedTime,
    responses: Vec<SingleResponse>,
}

#[derive(Choice)]
enum ResponderId {
    /// SHA-1 of the responder's public key.
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT", constructed = "true")]
    ByKey(OctetString),
}

#[derive(Sequence)]
struct SingleResponse {
    cert_id: CertId,
    cert_status: CertStatus,
    this_update: GeneralizedTime,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    next_update: Option<GeneralizedTime>,
}

/// RFC 6960, section 4.1.1. The hash is SHA-1, since clients know no other.
#[derive(Sequence)]
struct CertId {
    hash_algorithm: AlgorithmIdentifierOwned,
    issuer_name_hash: OctetString,
    issuer_key_hash: OctetString,
    serial_number: SerialNumber,
}

#[derive(Choice)]
enum CertStatus {
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    Good(Null),
}

#[cfg(test)]
pub(super) mod tests {
    use der::Decode as _;

    use super::*;

    /// What an RP reads in a response.
    pub(crate) struct Read {
        pub(crate) signed: Vec<u8>,
        pub(crate) signature: Vec<u8>,
        pub(crate) serial_numbers: Vec<SerialNumber>,
        pub(crate) produced: i64,
        pub(crate) this_update: i64,
        pub(crate) next_update: i64,
    }

    /// Reads a response that says "good"; one that says anything else does not fit the types.
    pub(crate) fn read(der: &[u8]) -> Read {
        let seconds = |time: GeneralizedTime| i64::try_from(time.to_unix_duration().as_secs()).unwrap();
        let bytes = OcspResponse::from_der(der).unwrap().response_bytes.unwrap();
        assert_eq!(bytes.response_type, OCSP_BASIC);
        let basic = BasicOcspResponse::from_der(bytes.response.as_bytes()).unwrap();
        assert_eq!(basic.signature_algorithm, ecdsa_with_sha384());
        let data = &basic.tbs_response_data;
        Read {
            signed: data.to_der().unwrap(),
            signature: basic.signature.raw_bytes().to_vec(),
            serial_numbers: data.responses.iter().map(|single| single.cert_id.serial_number.clone()).collect(),
            produced: seconds(data.produced_at),
            this_update: seconds(data.responses[0].this_update),
            next_update: seconds(data.responses[0].next_update.unwrap()),
        }
    }
}
