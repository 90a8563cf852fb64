//! What an answer says: made when the user has agreed, from exactly what they agreed to.

use idw_autheid::{
    Answer, Decision, Identification, Kind, Payload, Serialization, Signature, SignatureForm, Who,
    sign::{self, Claims, ClientKey, OcspTimes, Period, RawKey, SignedText, unique_user_id},
};
use idw_identity::country;
use jiff::Timestamp;
use serde_json::Value;

use super::{
    EidError,
    ask::{CHECKED, Found, verified},
};
use crate::{
    StoreError, Stored, Wallet, checks::CountingCheck, records::EidFormRecord, requests::Chosen, view::VerifiedView,
};

/// How long a token is good, in seconds.
const TOKEN_SECONDS: i64 = 10 * 60;
/// How long the proof that a certificate is good stays good, in seconds: longer than a result is kept.
const OCSP_SECONDS: i64 = 7 * 24 * 60 * 60;
/// How long before the request that proof begins, in seconds: parties want it to be older than what they asked.
const OCSP_BEFORE_SECONDS: i64 = 60 * 60;
/// How long a certificate is good, in seconds.
const CERTIFICATE_SECONDS: i64 = 10 * 365 * 24 * 60 * 60;

impl Wallet {
    /// The decision that the user's yes is.
    pub(super) fn eid_answer(
        &self,
        found: &Found,
        shown: VerifiedView,
        chosen: &[Chosen],
        at: Timestamp,
    ) -> Result<Decision, EidError> {
        let asked = &found.request.asked;
        let check = self.eid_check_of(found, shown, chosen)?;
        let is_verified = check.is_some();
        let secret = self.eid_secret()?;
        let rp = found.party_id.to_string();
        let who = Who {
            email: asked.email.clone(),
            device_id: RawKey::derive(&secret, &rp)?.device_id(),
            device_name: self.eid_kept_keys()?.device_name(),
            unique_user_id: unique_user_id(&secret, &rp),
        };
        if shown == VerifiedView::Refused {
            return Ok(Decision::NotVerified(who));
        }
        let payload = match &asked.kind {
            Kind::Authentication { .. } => {
                let claims = Claims {
                    iss: &found.request.base,
                    sub: &asked.email,
                    iat: at.as_second(),
                    aud: &rp,
                    exp: at.as_second() + TOKEN_SECONDS,
                    jti: found.request.id.as_str(),
                };
                Payload::Authentication { jwt: self.eid_kept_keys()?.token.sign(&claims)?, is_verified }
            }
            Kind::Signature { serialization, invisible_data, .. } => {
                let text = SignedText {
                    email: asked.email.clone(),
                    rp_name: found.party.name.clone(),
                    title: asked.title.clone(),
                    description: asked.description.clone(),
                    timestamp_created: found.request.created.as_second(),
                    timestamp_finished: at.as_second(),
                    timeout_seconds: asked.timeout_sent,
                    invisible_data: invisible_data.clone(),
                };
                let signed = self.eid_signed(found, &text, *serialization, &secret, &who)?;
                Payload::Signature(Box::new(Signature { is_verified, ..signed }))
            }
            Kind::Identification => Payload::Identification(Box::new(identification(chosen))),
            Kind::Kyc { .. } => {
                let document = check.map(|check| check.document).unwrap_or_default();
                Payload::Kyc(Box::new(self.eid_kyc(found, document, chosen, at)?))
            }
        };
        Ok(Decision::Approved(Answer { who, payload }))
    }

    /// The check that the party will hear of; none where the user is not verified, or whoever stands in between lets no word
    /// of it through.
    ///
    /// Between what the user was shown and their yes a value may have been changed: what would be said then is not what they
    /// agreed to.
    pub(super) fn eid_check_of(
        &self,
        found: &Found,
        shown: VerifiedView,
        chosen: &[Chosen],
    ) -> Result<Option<CountingCheck>, EidError> {
        let check = self.counting_check()?.filter(|_| found.trusts_wallets());
        let is_checked = |one: &&Chosen| check.as_ref().is_some_and(|check| check.values.contains(&one.id));
        let mut names = chosen.iter().filter(|one| CHECKED.contains(&one.requirement.name.as_str()));
        if verified(&found.request.asked, check.as_ref()) != shown
            || (shown == VerifiedView::Told && !names.all(|one| is_checked(&one)))
        {
            return Err(EidError::Changed);
        }
        Ok(check)
    }

    fn eid_signed(
        &self,
        found: &Found,
        text: &SignedText,
        serialization: Serialization,
        secret: &sign::Secret,
        who: &Who,
    ) -> Result<Signature, EidError> {
        let rp = found.party_id.to_string();
        let written = match serialization {
            Serialization::Json => sign::Serialization::Json,
            Serialization::Protobuf => sign::Serialization::Protobuf,
        };
        let (data, sign, form) = match found.party.form {
            EidFormRecord::Raw => {
                let data = text.bytes(sign::Form::Raw, written);
                let signed = RawKey::derive(secret, &rp)?.sign_raw(&data);
                (data, signed.sign.to_vec(), SignatureForm::A { user_pub_key: signed.user_pub_key.to_vec() })
            }
            EidFormRecord::X509 => {
                let data = text.bytes(sign::Form::X509, written);
                let key = ClientKey::derive(secret, &rp)?;
                let keys = self.eid_kept_keys()?;
                let valid = Period {
                    from: found.party.created.as_second().min(text.timestamp_created) - OCSP_BEFORE_SECONDS,
                    until: text.timestamp_finished + CERTIFICATE_SECONDS,
                };
                let certificate = keys.authority.issue(&who.unique_user_id, &key.public()?, valid)?;
                let times = OcspTimes {
                    produced: text.timestamp_finished,
                    this_update: text.timestamp_created - OCSP_BEFORE_SECONDS,
                    next_update: text.timestamp_finished + OCSP_SECONDS,
                };
                let form = SignatureForm::B {
                    ocsp_response: keys.authority.ocsp_good(&certificate, times)?,
                    certificate_client: certificate,
                    certificate_issuer: keys.authority.issuer_der()?,
                };
                let signature = key.sign_der(&data)?;
                (data, signature, form)
            }
        };
        Ok(Signature { serialization, data, sign, form, is_verified: false })
    }
}

/// The values that the user chose, in the protocol's words. What is missing is empty.
pub(super) fn identification(chosen: &[Chosen]) -> Identification {
    let value = |name: &str| chosen.iter().find(|one| one.requirement.name == name).map(|one| &one.record.value);
    let text = |name: &str| value(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let member = |name: &str, member: &str| {
        value(name).and_then(|value| value.get(member)).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let (first, middle) = (text("first-name"), text("middle-name"));
    Identification {
        first_name: if middle.is_empty() { first } else { format!("{first} {middle}") },
        last_name: text("last-name"),
        gender: String::new(),
        date_of_birth: text("date-of-birth"),
        nationality: three_letters(&member("nationality", "country")),
        personal_number: member("national-id-number", "id_number"),
        residency_country: three_letters(&member("country-of-residency", "country")),
        residency_city: member("physical-address", "city"),
        residency_postcode: member("physical-address", "postalcode"),
        residency_address: member("physical-address", "address_line_1"),
        residency_address2: member("physical-address", "address_line_2"),
        residency_area: String::new(),
        phone_number: text("phone-number"),
    }
}

/// A country as the protocol has it: ISO 3166-1 alpha-3.
pub(super) fn three_letters(code: &str) -> String {
    country(code).map(|country| country.alpha3.clone()).unwrap_or_default()
}

impl From<EidError> for crate::DiscloseError {
    fn from(error: EidError) -> Self {
        match error {
            EidError::Store(error) => error.into(),
            error => crate::fault::PartyFault::new(error.problem(), error).into(),
        }
    }
}

impl From<EidError> for StoreError {
    fn from(error: EidError) -> Self {
        match error {
            EidError::Store(error) => error,
            _ => Self::Missing { what: Stored::EidKeys },
        }
    }
}
