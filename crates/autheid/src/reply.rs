//! What an RP gets to hear about a request.

use crate::answer::{FileKind, Identification, Kyc, Payload, Screening, Signature, SignatureForm, Who};
use crate::asked::Serialization;
use crate::clock::seconds;
use crate::decision::{Decision, Verdict};
use crate::generated::get_result_response::Extra;
use crate::generated::{
    self, AuthenticationResult, File, GetResultResponse, IdentificationResult, KycResult, RequestStatus,
    ScreeningResult, SignatureResult, file,
};
use crate::request::StoredRequest;

/// The status that stands for a decision.
pub(crate) fn status_of(decision: &Decision) -> RequestStatus {
    match decision {
        Decision::Approved(_) => RequestStatus::Success,
        Decision::Declined => RequestStatus::UserCancelled,
        Decision::NotVerified(_) => RequestStatus::AccountNotVerified,
        Decision::TimedOut => RequestStatus::Timeout,
        Decision::CancelledByRp => RequestStatus::RpCancelled,
    }
}

/// The PDFs of a result: their bytes, or `None` for addresses.
pub(crate) type Embedded = Option<Vec<(FileKind, Vec<u8>)>>;

/// The result of a request that is decided.
pub(crate) fn result_of(request: &StoredRequest, verdict: &Verdict, embedded: Embedded) -> GetResultResponse {
    let status = status_of(&verdict.decision);
    let mut result = GetResultResponse {
        success: true,
        request_id: request.id.to_string(),
        email: request.asked.email.clone(),
        status: status.into(),
        status_code: status.into(),
        idempotent_key: request.asked.idempotent_key.clone(),
        timestamp_created: seconds(request.created),
        timestamp_finished: seconds(verdict.at),
        ..GetResultResponse::default()
    };
    let (who, payload) = match &verdict.decision {
        Decision::Approved(answer) => (&answer.who, Some(&answer.payload)),
        Decision::NotVerified(who) => (who, None),
        Decision::Declined | Decision::TimedOut | Decision::CancelledByRp => return result,
    };
    let Who { email, device_id, device_name, unique_user_id } = who.clone();
    (result.email, result.device_id, result.device_name, result.unique_user_id) =
        (email, device_id, device_name, unique_user_id);
    result.extra = payload.map(|payload| extra_of(payload, request, embedded));
    result
}

fn extra_of(payload: &Payload, request: &StoredRequest, embedded: Embedded) -> Extra {
    match payload.clone() {
        Payload::Authentication { jwt, is_verified } => {
            Extra::Authentication(AuthenticationResult { jwt, is_verified })
        }
        Payload::Signature(signature) => Extra::Signature(signature_of(*signature)),
        Payload::Identification(identification) => Extra::Identification(identification_of(*identification)),
        Payload::Kyc(kyc) => Extra::Kyc(kyc_of(*kyc, request, embedded)),
    }
}

fn signature_of(signature: Signature) -> SignatureResult {
    let Signature { serialization, data, sign, form, is_verified } = signature;
    let serialization = match serialization {
        Serialization::Json => generated::Serialization::Json,
        Serialization::Protobuf => generated::Serialization::Protobuf,
    };
    let result = SignatureResult {
        serialization: serialization.into(),
        signature_data: data,
        sign,
        is_verified,
        ..SignatureResult::default()
    };
    match form {
        SignatureForm::A { user_pub_key } => SignatureResult { user_pub_key, ..result },
        SignatureForm::B { certificate_client, certificate_issuer, ocsp_response } => {
            SignatureResult { certificate_client, certificate_issuer, ocsp_response, ..result }
        }
    }
}

fn identification_of(identification: Identification) -> IdentificationResult {
    IdentificationResult {
        first_name: identification.first_name,
        last_name: identification.last_name,
        gender: identification.gender,
        date_of_birth: identification.date_of_birth,
        nationality: identification.nationality,
        personal_number: identification.personal_number,
        residency_country: identification.residency_country,
        residency_city: identification.residency_city,
        residency_postcode: identification.residency_postcode,
        residency_address: identification.residency_address,
        residency_address2: identification.residency_address2,
        phone_number: identification.phone_number,
        residency_area: identification.residency_area,
    }
}

fn kyc_of(kyc: Kyc, request: &StoredRequest, embedded: Embedded) -> KycResult {
    let has_residency = kyc.residency_pdf.is_some();
    let file = |kind: FileKind| match &embedded {
        Some(files) => {
            let bytes = files.iter().find(|(of, _)| *of == kind).map(|(_, bytes)| bytes.clone())?;
            Some(File { file: Some(file::File::Embedded(bytes)) })
        }
        None => Some(File { file: Some(file::File::DownloadLink(link(request, kind))) }),
    };
    let (screening_eu, screening_eu_info) = screening_of(kyc.screening_eu);
    let (screening_un, screening_un_info) = screening_of(kyc.screening_un);
    let (screening_pep, screening_pep_info) = screening_of(kyc.screening_pep);
    KycResult {
        passport_issuing_state: kyc.passport_issuing_state,
        passport_number: kyc.passport_number,
        passport_expiration: kyc.passport_expiration,
        screening_eu,
        screening_un,
        screening_pep,
        screening_eu_info,
        screening_un_info,
        screening_pep_info,
        phone_number: kyc.phone_number,
        identification: Some(identification_of(kyc.identification)),
        kyc_pdf: file(FileKind::Kyc),
        residency_proof_pdf: if has_residency { file(FileKind::Residency) } else { None },
    }
}

fn screening_of(screening: Screening) -> (i32, String) {
    match screening {
        Screening::Unknown => (ScreeningResult::Unknown.into(), String::new()),
        Screening::Match(info) => (ScreeningResult::MatchFound.into(), info),
        Screening::NoMatch => (ScreeningResult::NoMatchFound.into(), String::new()),
    }
}

fn link(request: &StoredRequest, kind: FileKind) -> String {
    format!("{}/v1/requests/{}/files/{}", request.base, request.id, kind.name())
}
