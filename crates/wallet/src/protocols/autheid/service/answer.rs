//! What an answer says that goes to a service: made when the user has agreed, from exactly what they agreed to.

use idw_autheid::{
    Asked, Kind, Kyc, Serialization,
    sign::{self, ClientKey, RawKey, SignedText},
    wire::{AnswerCall, AnswerDecision, AnsweredKyc, AnsweredSignature},
};
use jiff::Timestamp;

use super::super::{EidError, answer::identification, ask::Found};
use crate::{
    Wallet,
    records::{EidFormRecord, EidListedRecord},
    requests::Chosen,
    view::VerifiedView,
};

impl Wallet {
    /// The answer that the user's yes is.
    pub(super) fn eid_wire_answer(
        &self,
        found: &Found,
        listed: &EidListedRecord,
        shown: VerifiedView,
        chosen: &[Chosen],
    ) -> Result<AnswerCall, EidError> {
        let asked = &found.request.asked;
        let check = self.eid_check_of(found, shown, chosen)?;
        let secret = self.eid_secret()?;
        let party = found.party_id.to_string();
        let at = found.now().clamp(found.request.created, found.request.deadline());
        let mut answer = AnswerCall {
            decision: AnswerDecision::Approved,
            at: at.as_second(),
            device_id: RawKey::derive(&secret, &party)?.device_id(),
            device_name: self.eid_heard_device_name()?,
            is_verified: check.is_some(),
            ..AnswerCall::declined()
        };
        if shown == VerifiedView::Refused {
            answer.decision = AnswerDecision::NotVerified;
            return Ok(answer);
        }
        match &asked.kind {
            // The service makes the token.
            Kind::Authentication { .. } => {}
            Kind::Signature { serialization, invisible_data, .. } => {
                let text = signed_text(found, asked, listed, invisible_data, at);
                answer.signature = Some(signature(found, listed, &text, *serialization, &secret)?);
            }
            Kind::Identification => answer.identification = Some(identification(chosen)),
            Kind::Kyc { .. } => {
                let document = check.map(|check| check.document).unwrap_or_default();
                let Kyc {
                    identification,
                    passport_issuing_state,
                    passport_number,
                    passport_expiration,
                    phone_number,
                    kyc_pdf,
                    residency_pdf,
                    ..
                } = self.eid_kyc(found, document, chosen, at)?;
                answer.identification = Some(identification);
                answer.kyc = Some(AnsweredKyc {
                    passport_issuing_state,
                    passport_number,
                    passport_expiration,
                    phone_number,
                    kyc_pdf,
                    residency_proof_pdf: residency_pdf,
                });
            }
        }
        Ok(answer)
    }
}

/// What the user signs has the name under which the service lists the party.
fn signed_text(
    found: &Found,
    asked: &Asked,
    listed: &EidListedRecord,
    invisible_data: &[u8],
    at: Timestamp,
) -> SignedText {
    SignedText {
        email: asked.email.clone(),
        rp_name: listed.rp_name.clone(),
        title: asked.title.clone(),
        description: asked.description.clone(),
        timestamp_created: found.request.created.as_second(),
        timestamp_finished: at.as_second(),
        timeout_seconds: asked.timeout_sent,
        invisible_data: invisible_data.to_vec(),
    }
}

fn signature(
    found: &Found,
    listed: &EidListedRecord,
    text: &SignedText,
    serialization: Serialization,
    secret: &sign::Secret,
) -> Result<AnsweredSignature, EidError> {
    let party = found.party_id.to_string();
    let written = match serialization {
        Serialization::Json => sign::Serialization::Json,
        Serialization::Protobuf => sign::Serialization::Protobuf,
    };
    Ok(match found.party.form {
        EidFormRecord::Raw => {
            let data = text.bytes(sign::Form::Raw, written);
            let signed = RawKey::derive(secret, &party)?.sign_raw(&data);
            let (sign, user_pub_key) = (signed.sign.to_vec(), signed.user_pub_key.to_vec());
            AnsweredSignature { data, sign, user_pub_key, certificate_request: None }
        }
        EidFormRecord::X509 => {
            let data = text.bytes(sign::Form::X509, written);
            let key = ClientKey::derive(secret, &party)?;
            let certificate_request = listed.certificate_needed.then(|| key.certificate_request()).transpose()?;
            AnsweredSignature { sign: key.sign_der(&data)?, data, user_pub_key: Vec::new(), certificate_request }
        }
    })
}
