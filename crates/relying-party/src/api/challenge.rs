//! Challenge and response: from nothing to a W-JWT.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{Extensions, HeaderMap};
use idw_keys::{Did, PublicKey};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ApiError;
use super::headers::{Dialect, bearer, check, check_for};
use crate::signature::recover;
use crate::site::Site;
use crate::token::Claims;

/// `0x` and the 64 bytes of an uncompressed key without its leading 04.
const PUBLIC_KEY_TEXT_LEN: usize = 2 + 128;

/// `GET /auth/challenge`: classic, the caller unknown.
pub(crate) async fn classic_challenge(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    extensions: Extensions,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Classic)?;
    let address = extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip().to_string());
    let claims = Claims::classic_challenge(address.unwrap_or_else(|| "unknown".to_owned()))?;
    Ok(Json(json!({"jwt": site.config.signing_key.sign(&claims)?})))
}

/// `GET /auth/challenge/{did}`, or `…/{0xPublicKey}` in the classic dialect.
pub(crate) async fn challenge_for(
    State(site): State<Arc<Site>>,
    Path(subject): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    let claims = if subject.starts_with("0x") && site.serves_classic() {
        check_for(&site, &headers, Dialect::Classic)?;
        Claims::classic_challenge(read_public_key(&subject)?.uncompressed_hex())?
    } else {
        check_for(&site, &headers, Dialect::Did)?;
        Claims::did_challenge(&read_did(&subject)?)?
    };
    Ok(Json(json!({"jwt": site.config.signing_key.sign(&claims)?})))
}

/// `POST /auth/challenge`: the signed nonce for a W-JWT.
pub(crate) async fn respond(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    let dialect = check(&site, request.headers())?;
    let token = bearer(request.headers())?;
    let challenge = site.config.signing_key.check(token, dialect.challenge_type())?;
    let body = read_json(request).await?;
    let access = match dialect {
        Dialect::Classic => classic_response(&challenge, &body)?,
        Dialect::Did => did_response(&challenge, &body)?,
    };
    spend(&site, &challenge).await?;
    Ok(Json(json!({"jwt": site.config.signing_key.sign(&access)?})))
}

fn classic_response(challenge: &Claims, body: &Value) -> Result<Claims, ApiError> {
    let signature = match body.get("signature") {
        None | Some(Value::Null) => return Err(signature_missing()),
        Some(Value::String(signature)) => signature,
        Some(_) => return Err(invalid("`signature` must be a string")),
    };
    let signer = recover_from(challenge, signature)?;
    if challenge.sub.starts_with("0x") && challenge.sub != signer.uncompressed_hex() {
        return Err(invalid("the signature was made by another key than the challenge was for"));
    }
    Ok(Claims::classic_access(&signer))
}

fn did_response(challenge: &Claims, body: &Value) -> Result<Claims, ApiError> {
    let (signature, key_id) = match body.get("signature") {
        None | Some(Value::Null) => return Err(signature_missing()),
        Some(Value::Object(object)) => (object.get("value"), object.get("keyId")),
        Some(_) => {
            return Err(invalid("`signature` must be an object with `value` and `keyId`"));
        }
    };
    let signature = signature.and_then(Value::as_str).ok_or_else(signature_missing)?;
    let key_id = key_id.and_then(Value::as_str).ok_or_else(|| invalid_did("`signature.keyId` is missing"))?;
    let did = read_did(&challenge.sub)?;
    if key_id != did.key_id() {
        return Err(invalid_did("`signature.keyId` does not name the key of the challenge's DID"));
    }
    let signer = recover_from(challenge, signature)?;
    if signer.address() != did.address() {
        return Err(invalid("the signature was made by another key than the DID's"));
    }
    Ok(Claims::did_access(&did))
}

fn recover_from(challenge: &Claims, signature: &str) -> Result<PublicKey, ApiError> {
    recover(challenge.text_to_sign()?, signature).map_err(|fault| invalid(fault.to_string()))
}

/// A challenge is answered once: whoever reads an answer on its way cannot use it again.
async fn spend(site: &Site, challenge: &Claims) -> Result<(), ApiError> {
    let nonce = challenge.text_to_sign()?.to_owned();
    let expires = Timestamp::from_second(challenge.exp).map_err(ApiError::internal)?;
    if site.store(move |store| store.spend_nonce(&nonce, expires)).await? {
        return Ok(());
    }
    Err(ApiError::token_invalid("this challenge has been answered already"))
}

/// The DID exactly as the protocol writes it: lower case, so that later comparisons are of characters.
fn read_did(text: &str) -> Result<Did, ApiError> {
    let did = text.parse::<Did>().ok().filter(|did| did.to_string() == text);
    did.ok_or_else(|| invalid_did("the DID must be `did:eth:0x` and 40 lower-case hex digits"))
}

fn read_public_key(text: &str) -> Result<PublicKey, ApiError> {
    let key = (text.len() == PUBLIC_KEY_TEXT_LEN).then(|| text.parse::<PublicKey>().ok()).flatten();
    key.ok_or_else(|| ApiError::unacceptable("invalid_public_key", "a public key is `0x` and 128 hex digits"))
}

fn signature_missing() -> ApiError {
    ApiError::unacceptable("signature_missing", "the body has no signature")
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::unacceptable("signature_invalid", message)
}

fn invalid_did(message: &str) -> ApiError {
    ApiError::unacceptable("invalid_did", message)
}
