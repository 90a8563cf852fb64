//! Web KYC: a code becomes a token, a token opens the details.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequest as _, Multipart, Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::choice::{Document, Person};
use crate::config::Reading;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::form;
use crate::ledger::Check;
use crate::pictures;
use crate::secret::make_random;
use crate::site::Site;

/// The fields of an exchange, each of them once.
const FIELDS: [&str; 5] = ["grantType", "code", "redirectUri", "clientId", "clientSecret"];
/// The number that the primary document prints under `documentType`.
const PRINTED_TYPE: &str = "FG617451";

/// `POST /v2/web-kyc/token`: the five fields as `multipart/form-data`.
pub(crate) async fn token(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    no_query(&request)?;
    let fields = read_fields(&site, request).await?;
    let is_strict = site.config.reading == Reading::Strict;
    if is_strict && fields.has_others_than(&FIELDS) {
        return Err(ApiError::invalid("there is a field that nobody knows"));
    }
    let [grant_type, code, redirect_uri, client_id, client_secret] = FIELDS.map(|name| required(&fields, name));
    let (grant_type, code, redirect_uri) = (grant_type?, code?, redirect_uri?);
    // The id is in every address that a browser opens, so it may be compared first.
    let (client_id, client_secret) = (client_id?, client_secret?);
    if client_id != site.config.client_id || !site.config.client_secret.is(client_secret) {
        return Err(ApiError::keys_invalid("clientId or clientSecret is wrong"));
    }
    // The document prints the other spelling in one place.
    let is_code_grant = grant_type == "authorization_code" || (!is_strict && grant_type == "authorizationCode");
    if !is_code_grant {
        return Err(ApiError::invalid("grantType has to be authorization_code"));
    }
    let token = make_random().map_err(ApiError::internal)?;
    let exchanged = site.ledger().exchange(code, redirect_uri, &token, site.now());
    exchanged.map_err(|refusal| ApiError::invalid(refusal.to_string()))?;
    Ok(Json(json!({"token": token})))
}

async fn read_fields(site: &Arc<Site>, request: Request) -> Result<Fields, ApiError> {
    let is_lenient = site.config.reading == Reading::Lenient;
    if is_lenient && form::has_type(request.headers(), "application/x-www-form-urlencoded") {
        return form::read_urlencoded(request).await;
    }
    if !form::has_type(request.headers(), "multipart/form-data") {
        return Err(ApiError::wrong_type());
    }
    let malformed = || ApiError::invalid("the body is not the multipart/form-data that it says it is");
    let mut multipart = Multipart::from_request(request, site).await.map_err(|_| malformed())?;
    let mut pairs = Vec::new();
    loop {
        let refusal = |error: axum::extract::multipart::MultipartError| {
            if error.status() == StatusCode::PAYLOAD_TOO_LARGE { ApiError::too_large() } else { malformed() }
        };
        let Some(field) = multipart.next_field().await.map_err(refusal)? else { break };
        if field.file_name().is_some() {
            return Err(ApiError::invalid("a field is sent as a file"));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let value = field.bytes().await.map_err(refusal)?;
        let value = std::str::from_utf8(&value).map_err(|_| ApiError::invalid("a field is not UTF-8"))?;
        pairs.push((name, Zeroizing::new(value.to_owned())));
    }
    Ok(Fields::from_pairs(pairs))
}

pub(crate) fn required<'a>(fields: &'a Fields, name: &str) -> Result<&'a str, ApiError> {
    let value = fields.once(name).map_err(|_| ApiError::invalid(format!("{name} is there more than once")))?;
    value.ok_or_else(|| ApiError::missing(name))
}

/// Nothing of these calls goes into the address, which ends up in logs; the secret least of all.
fn no_query(request: &Request) -> Result<(), ApiError> {
    if request.uri().query().is_some() {
        return Err(ApiError::invalid("this call takes nothing in its address"));
    }
    Ok(())
}

/// `GET /v2/web-kyc/details` with `Authorization: Bearer <token>`.
pub(crate) async fn details(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    no_query(&request)?;
    let mut headers = request.headers().get_all(AUTHORIZATION).iter();
    let header = match (headers.next(), headers.next()) {
        (None, _) => return Err(ApiError::keys_missing("Authorization is missing")),
        (Some(header), None) => header.to_str().unwrap_or_default(),
        (Some(_), Some(_)) => return Err(ApiError::bad_keys("Authorization is there more than once")),
    };
    let token = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let (_, token) = token.ok_or_else(|| ApiError::bad_keys("Authorization has to be Bearer and a token"))?;
    let now = site.now();
    let mut ledger = site.ledger();
    let check = ledger.details(token, now).map_err(|refusal| ApiError::keys_invalid(&refusal.to_string()))?;
    Ok(Json(answer(check)))
}

fn answer(check: &Check) -> Value {
    let choice = &check.choice;
    let mut pictures = Map::new();
    if let Some(front) = pictures::front(choice.pictures) {
        pictures.insert("front".to_owned(), json!(front.base64()));
    }
    // A passport has one page that counts.
    let has_back = choice.document != Document::Passport || choice.pictures == crate::choice::Pictures::Large;
    if let Some(back) = pictures::back(choice.pictures).filter(|_| has_back) {
        pictures.insert("back".to_owned(), json!(back.base64()));
    }
    json!({"croppedDocs": pictures, "details": fields(choice.person, choice.document)})
}

/// What both dialects say of a document. What a person or a kind of document does not have is left out.
pub(crate) fn fields(person: &Person, document: Document) -> Map<String, Value> {
    let (kind, number) = match document {
        Document::Passport => ("PP", "C01X00T47"),
        Document::License => ("DL", "B072RRE2I55"),
        Document::IdCard => ("NID", "L01X00T471"),
        Document::OldPrint => (PRINTED_TYPE, "8136431812"),
    };
    let nationality = person.nationality.filter(|_| document != Document::License);
    let all = [
        ("documentNumber", Some(number)),
        ("issuingCountry", Some(person.issuing_country)),
        ("documentType", Some(kind)),
        ("givenNames", person.given_names),
        ("surname", person.surname),
        ("dateOfBirth", person.date_of_birth),
        ("nationality", nationality),
        ("dateOfIssue", person.date_of_issue),
        ("dateOfExpiry", person.date_of_expiry),
        ("sex", person.sex),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(value?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_those_of_the_document() {
        let ada = Person::find("ada").unwrap();
        let passport = fields(ada, Document::Passport);
        assert_eq!(passport.len(), 10);
        assert_eq!((&passport["documentType"], &passport["nationality"]), (&json!("PP"), &json!("DEU")));
        assert_eq!(fields(ada, Document::License).get("nationality"), None);
        assert_eq!(fields(ada, Document::OldPrint)["documentType"], "FG617451");
        let sparse = fields(Person::find("sparse").unwrap(), Document::IdCard);
        assert_eq!(sparse.keys().collect::<Vec<_>>(), ["documentNumber", "documentType", "issuingCountry"]);
    }
}
