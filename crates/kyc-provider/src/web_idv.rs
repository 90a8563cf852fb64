//! Web IDV: the client asks for an address, the browser goes there, and the client asks for the result.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::choice::{Choice, Document, Face};
use crate::config::Reading;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::form::text;
use crate::ledger::{self, Check, Dialect};
use crate::pictures::{self, Picture};
use crate::site::Site;
use crate::web_kyc::{fields as document_fields, required};

const TWO_DOCUMENTS: &str = "aq-multi-document-flow";
const FLOW: &str = "aq-flow-slug";
const MAX_FLOW_CHARS: usize = 100;

/// `GET /web-idv/verification-url?redirectUrl=…`, Basic.
pub(crate) async fn address(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    authenticate(&site, request.headers())?;
    let fields = read_query(&site, &request, &["redirectUrl"])?;
    let redirect_uri = registered(&site, &fields)?;
    let documents = match text(request.headers(), TWO_DOCUMENTS) {
        None | Some("Off") => 1,
        Some("On") => 2,
        Some(_) => return Err(ApiError::invalid("AQ-Multi-Document-Flow is On or Off")),
    };
    let flow = text(request.headers(), FLOW).map(str::to_owned);
    if flow.as_ref().is_some_and(|flow| flow.is_empty() || flow.chars().count() > MAX_FLOW_CHARS) {
        return Err(ApiError::invalid("AQ-Flow-Slug has one to 100 characters"));
    }
    let request =
        ledger::Request { dialect: Dialect::WebIdv, redirect_uri, state: None, back_url: None, documents, flow };
    let id = site.ledger().make_verification(request, site.now()).map_err(ApiError::internal)?;
    Ok(Json(json!({"verificationUrl": site.config.url(&format!("/web-idv/verify/{id}"))})))
}

/// `GET /web-idv/verification-result?redirectUrl=…&code=…`, Basic; once for each code.
pub(crate) async fn result(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    authenticate(&site, request.headers())?;
    let fields = read_query(&site, &request, &["redirectUrl", "code"])?;
    let redirect_uri = registered(&site, &fields)?;
    let code = required(&fields, "code")?;
    let now = site.now();
    let mut ledger = site.ledger();
    let check = ledger.result(code, &redirect_uri, now).map_err(|refusal| ApiError::invalid(refusal.to_string()))?;
    Ok(Json(answer(check)))
}

fn read_query(site: &Site, request: &Request, known: &[&str]) -> Result<Fields, ApiError> {
    let query = request.uri().query().unwrap_or_default();
    let fields = Fields::read(query).map_err(|_| ApiError::invalid("the query is not encoded as it should be"))?;
    if site.config.reading == Reading::Strict && fields.has_others_than(known) {
        return Err(ApiError::invalid("there is a parameter that nobody knows"));
    }
    Ok(fields)
}

fn registered(site: &Site, fields: &Fields) -> Result<String, ApiError> {
    let uri = required(fields, "redirectUrl")?;
    if !site.config.is_registered(uri) {
        return Err(ApiError::invalid("redirectUrl is not registered, character for character"));
    }
    Ok(uri.to_owned())
}

/// The client's id and secret (RFC 7617).
fn authenticate(site: &Site, headers: &HeaderMap) -> Result<(), ApiError> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let header = match (values.next(), values.next()) {
        (None, _) => return Err(ApiError::keys_missing("Authorization is missing")),
        (Some(header), None) => header.to_str().unwrap_or_default(),
        (Some(_), Some(_)) => return Err(ApiError::bad_keys("Authorization is there more than once")),
    };
    let malformed = || ApiError::bad_keys("Authorization has to be Basic with id and secret");
    let encoded = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"));
    let bytes = Zeroizing::new(STANDARD.decode(encoded.ok_or_else(malformed)?.1).map_err(|_| malformed())?);
    let text = std::str::from_utf8(&bytes).map_err(|_| malformed())?;
    let (id, secret) = text.split_once(':').ok_or_else(malformed)?;
    // The id is in every address of Web KYC, so it may be compared first.
    if id != site.config.client_id || !site.config.client_secret.is(secret) {
        return Err(ApiError::keys_invalid("the client's id or secret is wrong"));
    }
    Ok(())
}

fn answer(check: &Check) -> Value {
    let choice = &check.choice;
    let mut answer = json!({
        "id": check.code_digest(),
        "status": "PASSED",
        "platform": "WEB",
        "startTime": check.started.to_string(),
        "endTime": check.decided.to_string(),
        "documentData": document(choice, choice.document),
        "nfcVerified": false,
    });
    if choice.face == Face::Shown {
        answer["livenessFaceImage"] = image(&pictures::face());
    }
    if let Some(second) = choice.second_document {
        answer["documentData2"] = Value::Object(document(choice, second));
    }
    answer
}

fn document(choice: &Choice, document: Document) -> Map<String, Value> {
    let mut fields = document_fields(choice.person, document);
    fields.insert("surnameAndGivenNames".to_owned(), json!(choice.person.surname_and_given_names()));
    if document == Document::License {
        fields.insert("jurisdiction".to_owned(), json!("BERLIN"));
        fields.insert("licenseClass".to_owned(), json!("AM B L"));
    }
    if document == Document::IdCard {
        fields.insert("address".to_owned(), json!("EXAMPLE STREET 1, 10115 BERLIN"));
    }
    let face = (choice.face == Face::Shown).then(pictures::face);
    let has_back = document != Document::Passport || choice.pictures == crate::choice::Pictures::Large;
    let images = [
        ("croppedFrontImage", pictures::front(choice.pictures)),
        ("croppedBackImage", pictures::back(choice.pictures).filter(|_| has_back)),
        ("faceImage", face),
    ];
    for (name, picture) in images {
        if let Some(picture) = picture {
            fields.insert(name.to_owned(), image(&picture));
        }
    }
    fields
}

fn image(picture: &Picture) -> Value {
    json!({"contentType": picture.content_type, "content": picture.base64()})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_what_it_always_says() {
        let choice = Choice::parse("verified:sparse:DL:none").unwrap();
        let fields = document(&choice, choice.document);
        for name in ["documentType", "documentNumber", "issuingCountry", "surnameAndGivenNames", "jurisdiction"] {
            assert!(fields.contains_key(name), "{name}");
        }
        assert!(!fields.contains_key("croppedFrontImage") && fields.contains_key("faceImage"));
        let choice = Choice::parse("verified:one-name:NID").unwrap();
        let fields = document(&choice, choice.document);
        assert_eq!(fields["surnameAndGivenNames"], "SUKARTI");
        assert_eq!(fields["croppedBackImage"]["contentType"], "image/jpeg");
    }
}
