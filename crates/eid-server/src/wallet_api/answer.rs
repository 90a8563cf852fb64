//! A wallet's answer, held against what was asked, and what the RP reads of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_autheid::sign::{
    self, Claims, ClientPublicKey, Form, OcspTimes, Period, Secret, SignError, SignedText, unique_user_id, verifies_raw,
};
use idw_autheid::wire::{AnswerCall, AnswerDecision, AnsweredKyc, AnsweredSignature};
use idw_autheid::{
    Answer, Decision, Identification, Kind, Kyc, Payload, Serialization, Signature, SignatureForm, StoredRequest, Who,
};
use jiff::Timestamp;

use super::calls::device_name;
use super::error::Failure;
use crate::database::{NewCertificate, RpRow, ServiceKeys};

/// How long a token is good, in seconds.
const TOKEN_SECONDS: i64 = 10 * 60;
/// How long the proof that a certificate is good stays good, in seconds: longer than a result is kept.
const OCSP_SECONDS: i64 = 7 * 24 * 60 * 60;
/// How long before the request that proof begins, in seconds: RPs want it to be older than what they asked.
const OCSP_BEFORE_SECONDS: i64 = 60 * 60;
/// How long a certificate is good, in seconds.
const CERTIFICATE_SECONDS: i64 = 10 * 365 * 24 * 60 * 60;
/// A compressed point of secp256k1.
const DEVICE_ID_LEN_BYTES: usize = 33;
/// The longest PDF, in bytes.
const MOST_PDF_BYTES: usize = 4_200_000;
/// The longest value of a person, in bytes.
const MOST_VALUE_BYTES: usize = 1_000;

/// Whose word counts for whether somebody is verified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Nobody's: nobody is.
    #[default]
    Nobody,
    /// That of the wallets.
    Wallets,
}

/// What is settled before the answer came.
pub(crate) struct Settled<'a> {
    pub(crate) keys: &'a ServiceKeys,
    pub(crate) request: &'a StoredRequest,
    pub(crate) rp: &'a RpRow,
    /// What the person's ids at RPs come from.
    pub(crate) user: &'a Secret,
    /// The certificate that the device has for the RP.
    pub(crate) kept: Option<Vec<u8>>,
    pub(crate) trust: Trust,
    pub(crate) now: Timestamp,
}

/// The decision that an answer is.
pub(crate) struct Made {
    pub(crate) decision: Decision,
    pub(crate) at: Timestamp,
    /// A certificate that was issued for it.
    pub(crate) certificate: Option<NewCertificate>,
}

/// Makes it.
///
/// # Errors
/// [`Failure`] where the answer does not fit, with the member that does not.
pub(crate) fn made(call: &AnswerCall, settled: &Settled<'_>) -> Result<Made, Failure> {
    let Settled { request, .. } = settled;
    if call.decision == AnswerDecision::Declined {
        let at = settled.now.clamp(request.created, request.deadline());
        return Ok(Made { decision: Decision::Declined, at, certificate: None });
    }
    let at = Timestamp::from_second(call.at).map_err(|_| Failure::invalid("at is no time"))?;
    if call.at < request.created.as_second() || call.at > request.deadline().as_second() {
        return Err(Failure::invalid("at does not lie between the request and its end"));
    }
    let who = settled.who(call)?;
    let is_refused = request.asked.needs_verified() && settled.trust == Trust::Nobody;
    if call.decision == AnswerDecision::NotVerified || is_refused {
        if !request.asked.needs_verified() {
            return Err(Failure::invalid("the request takes somebody who is not verified too"));
        }
        return Ok(Made { decision: Decision::NotVerified(who), at, certificate: None });
    }
    let is_verified = call.is_verified && settled.trust == Trust::Wallets;
    let mut certificate = None;
    let payload = match &request.asked.kind {
        Kind::Authentication { .. } => Payload::Authentication { jwt: settled.token(call.at)?, is_verified },
        Kind::Signature { .. } => {
            let answered = call.signature.as_ref().ok_or_else(|| Failure::invalid("signature is missing"))?;
            let (signature, issued) = settled.signature(answered, &who, call.at)?;
            certificate = issued.map(|der| NewCertificate { rp: settled.rp.id.clone(), der });
            Payload::Signature(Box::new(Signature { is_verified, ..signature }))
        }
        Kind::Identification => Payload::Identification(Box::new(identification(call)?)),
        Kind::Kyc { .. } => Payload::Kyc(Box::new(kyc(call)?)),
    };
    if request.asked.needs_verified() && !call.is_verified {
        return Err(Failure::invalid("only somebody who is verified may approve this"));
    }
    Ok(Made { decision: Decision::Approved(Answer { who, payload }), at, certificate })
}

impl Settled<'_> {
    fn who(&self, call: &AnswerCall) -> Result<Who, Failure> {
        let device_id = STANDARD.decode(&call.device_id).ok().filter(|bytes| bytes.len() == DEVICE_ID_LEN_BYTES);
        device_id.ok_or_else(|| Failure::invalid("device_id is not 44 characters of base64"))?;
        Ok(Who {
            email: self.request.asked.email.clone(),
            device_id: call.device_id.clone(),
            device_name: device_name(&call.device_name)?.to_owned(),
            unique_user_id: unique_user_id(self.user, &self.rp.id),
        })
    }

    fn token(&self, at: i64) -> Result<String, Failure> {
        let claims = Claims {
            iss: &self.request.base,
            sub: &self.request.asked.email,
            iat: at,
            aud: &self.rp.id,
            exp: at.saturating_add(TOKEN_SECONDS),
            jti: self.request.id.as_str(),
        };
        self.keys.token.sign(&claims).map_err(|error| Failure::of_signing(&error))
    }

    /// The signature, and a certificate that was issued for it.
    fn signature(
        &self,
        answered: &AnsweredSignature,
        who: &Who,
        at: i64,
    ) -> Result<(Signature, Option<Vec<u8>>), Failure> {
        let asked = &self.request.asked;
        let Kind::Signature { serialization, invisible_data, .. } = &asked.kind else {
            return Err(Failure::invalid("the answer is of another kind than the request"));
        };
        let text = SignedText {
            email: asked.email.clone(),
            rp_name: self.rp.name.clone(),
            title: asked.title.clone(),
            description: asked.description.clone(),
            timestamp_created: self.request.created.as_second(),
            timestamp_finished: at,
            timeout_seconds: asked.timeout_sent,
            invisible_data: invisible_data.clone(),
        };
        let written = match serialization {
            Serialization::Json => sign::Serialization::Json,
            Serialization::Protobuf => sign::Serialization::Protobuf,
        };
        if text.bytes(self.rp.form, written) != answered.data {
            return Err(Failure::invalid("signature.data is not what was asked"));
        }
        let (form, issued) = match self.rp.form {
            Form::Raw => (raw(answered, who)?, None),
            Form::X509 => self.x509(answered, who, &text)?,
        };
        let AnsweredSignature { data, sign, .. } = answered;
        let (data, sign) = (data.clone(), sign.clone());
        Ok((Signature { serialization: *serialization, data, sign, form, is_verified: false }, issued))
    }

    fn x509(
        &self,
        answered: &AnsweredSignature,
        who: &Who,
        text: &SignedText,
    ) -> Result<(SignatureForm, Option<Vec<u8>>), Failure> {
        let internal = |error: SignError| match error {
            SignError::Refused(why) => Failure::invalid(why),
            error => Failure::of_signing(&error),
        };
        let key = match (&self.kept, &answered.certificate_request) {
            (Some(certificate), _) => ClientPublicKey::of_certificate(certificate).map_err(internal)?,
            (None, Some(request)) => ClientPublicKey::of_request(request).map_err(internal)?,
            (None, None) => return Err(Failure::invalid("signature.certificate_request is missing")),
        };
        if !key.verifies(&answered.data, &answered.sign) {
            return Err(Failure::invalid("signature.sign is not of signature.data"));
        }
        let authority = &self.keys.authority;
        let (certificate, issued) = if let Some(kept) = &self.kept {
            (kept.clone(), None)
        } else {
            let valid = Period {
                from: self.rp.added.as_second().min(text.timestamp_created) - OCSP_BEFORE_SECONDS,
                until: text.timestamp_finished.saturating_add(CERTIFICATE_SECONDS),
            };
            let issued = authority.issue(&who.unique_user_id, &key, valid).map_err(internal)?;
            (issued.clone(), Some(issued))
        };
        let times = OcspTimes {
            produced: text.timestamp_finished,
            this_update: text.timestamp_created - OCSP_BEFORE_SECONDS,
            next_update: text.timestamp_finished.saturating_add(OCSP_SECONDS),
        };
        let form = SignatureForm::B {
            ocsp_response: authority.ocsp_good(&certificate, times).map_err(internal)?,
            certificate_issuer: authority.issuer_der().map_err(internal)?,
            certificate_client: certificate,
        };
        Ok((form, issued))
    }
}

fn raw(answered: &AnsweredSignature, who: &Who) -> Result<SignatureForm, Failure> {
    let AnsweredSignature { data, sign, user_pub_key, .. } = answered;
    if STANDARD.encode(user_pub_key) != who.device_id {
        return Err(Failure::invalid("signature.user_pub_key is not the key of device_id"));
    }
    if !verifies_raw(user_pub_key, data, sign) {
        return Err(Failure::invalid("signature.sign is not of signature.data"));
    }
    Ok(SignatureForm::A { user_pub_key: user_pub_key.clone() })
}

fn identification(call: &AnswerCall) -> Result<Identification, Failure> {
    let person = call.identification.clone().ok_or_else(|| Failure::invalid("identification is missing"))?;
    let values = [
        &person.first_name,
        &person.last_name,
        &person.gender,
        &person.date_of_birth,
        &person.nationality,
        &person.personal_number,
        &person.residency_country,
        &person.residency_city,
        &person.residency_postcode,
        &person.residency_address,
        &person.residency_address2,
        &person.residency_area,
        &person.phone_number,
    ];
    if values.into_iter().any(|value| value.len() > MOST_VALUE_BYTES) {
        return Err(Failure::invalid("a member of identification is longer than 1000 bytes"));
    }
    Ok(person)
}

fn kyc(call: &AnswerCall) -> Result<Kyc, Failure> {
    let identification = identification(call)?;
    let kyc = call.kyc.clone().ok_or_else(|| Failure::invalid("kyc is missing"))?;
    let AnsweredKyc {
        passport_issuing_state,
        passport_number,
        passport_expiration,
        phone_number,
        kyc_pdf,
        residency_proof_pdf,
    } = kyc;
    let values = [&passport_issuing_state, &passport_number, &passport_expiration, &phone_number];
    if values.into_iter().any(|value| value.len() > MOST_VALUE_BYTES) {
        return Err(Failure::invalid("a member of kyc is longer than 1000 bytes"));
    }
    let is_pdf = |bytes: &[u8]| bytes.starts_with(b"%PDF-") && bytes.len() <= MOST_PDF_BYTES;
    if !is_pdf(&kyc_pdf) || residency_proof_pdf.as_deref().is_some_and(|bytes| !is_pdf(bytes)) {
        return Err(Failure::invalid("a file of kyc is not a PDF of at most 4200000 bytes"));
    }
    Ok(Kyc {
        identification,
        passport_issuing_state,
        passport_number,
        passport_expiration,
        phone_number,
        kyc_pdf,
        residency_pdf: residency_proof_pdf,
        // A wallet has compared nobody with a list.
        ..Kyc::default()
    })
}
