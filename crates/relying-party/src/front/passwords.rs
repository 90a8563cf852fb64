//! The other way in: a name and a password, so that there are users who add a wallet later.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use scrypt::Params;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use super::{Form, pages, session};
use crate::api::ApiError;
use crate::site::Site;
use crate::token::make_random;

/// scrypt (RFC 7914) with N = 2^15, r = 8, p = 1: 32 MiB and a fraction of a second.
const LOG_N: u8 = 15;
const R: u32 = 8;
const P: u32 = 1;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;
const MIN_PASSWORD_CHARS: usize = 10;
/// Longer ones are refused before they are hashed.
const MAX_PASSWORD_BYTES: usize = 1024;
const MAX_NAME_CHARS: usize = 64;

/// Passwords that are hashed at a time: whoever sends many waits, and the memory is bounded.
static TURNS: Semaphore = Semaphore::const_new(2);

/// `GET /sign-in`.
pub(super) async fn page(State(site): State<Arc<Site>>) -> Response {
    form_with(&site, StatusCode::OK, None)
}

/// `POST /sign-in`.
pub(super) async fn sign_in(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let headers = request.headers().clone();
    let form = Form::read(request).await?;
    let (name, password) = (form.text("name").trim().to_lowercase(), form.text("password").to_owned());
    let turn = TURNS.acquire().await.map_err(ApiError::internal)?;
    let user = site.store(move |store| {
        let found = store.user_named(&name)?;
        // The work is the same when there is no such user, so that the time tells nobody which names exist.
        let verifier = found.as_ref().map_or(NOBODY, |(_, verifier)| verifier.as_str());
        let is_right = fits(&password, verifier);
        Ok(found.filter(|_| is_right).map(|(id, _)| id))
    });
    let user = user.await?;
    drop(turn);
    match user {
        Some(id) => session::start(&site, &headers, &id).await,
        None => Ok(form_with(&site, StatusCode::FORBIDDEN, Some("The name or the password is wrong."))),
    }
}

/// `POST /register`.
pub(super) async fn register(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let headers = request.headers().clone();
    let form = Form::read(request).await?;
    let (name, password) = (form.text("name").trim().to_lowercase(), form.text("password").to_owned());
    if !site.config.registration {
        return Ok(form_with(&site, StatusCode::FORBIDDEN, None));
    }
    if let Some(why_not) = objection(&name, &password) {
        return Ok(form_with(&site, StatusCode::UNPROCESSABLE_ENTITY, Some(why_not)));
    }
    let salt = make_random().map_err(ApiError::internal)?;
    let turn = TURNS.acquire().await.map_err(ApiError::internal)?;
    let id = site.store(move |store| match verifier(&password, &salt) {
        Some(verifier) => store.register(&name, &verifier),
        None => Ok(None),
    });
    let id = id.await?;
    drop(turn);
    match id {
        Some(id) => session::start(&site, &headers, &id).await,
        None => Ok(form_with(&site, StatusCode::CONFLICT, Some("This name is taken."))),
    }
}

fn form_with(site: &Site, status: StatusCode, complaint: Option<&str>) -> Response {
    (status, Html(pages::sign_in(&site.config, complaint))).into_response()
}

fn objection(name: &str, password: &str) -> Option<&'static str> {
    let allowed = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | '@');
    if name.is_empty() || name.chars().count() > MAX_NAME_CHARS || !name.chars().all(allowed) {
        return Some("A name has 1 to 64 letters, digits, dots, hyphens or underscores.");
    }
    if password.chars().count() < MIN_PASSWORD_CHARS || password.len() > MAX_PASSWORD_BYTES {
        return Some("A password has at least 10 characters.");
    }
    None
}

/// No password has this verifier: its hash is not one of scrypt.
const NOBODY: &str = "scrypt-15-8-1:00000000000000000000000000000000:";

/// `scrypt-15-8-1:<salt>:<hash>`, both in hex.
fn verifier(password: &str, salt: &[u8; SALT_BYTES]) -> Option<String> {
    let hash = hash(password, salt)?;
    Some(format!("scrypt-{LOG_N}-{R}-{P}:{}:{}", hex::encode(salt), hex::encode(hash)))
}

fn fits(password: &str, verifier: &str) -> bool {
    let mut parts = verifier.splitn(3, ':');
    let mut salt = [0; SALT_BYTES];
    let (Some(_), Some(salt_hex), Some(expected)) = (parts.next(), parts.next(), parts.next()) else { return false };
    if password.len() > MAX_PASSWORD_BYTES || hex::decode_to_slice(salt_hex, &mut salt).is_err() {
        return false;
    }
    hash(password, &salt).is_some_and(|hash| hex::encode(hash).as_bytes().ct_eq(expected.as_bytes()).into())
}

fn hash(password: &str, salt: &[u8; SALT_BYTES]) -> Option<[u8; HASH_BYTES]> {
    let mut hash = [0; HASH_BYTES];
    let params = Params::new(LOG_N, R, P).ok()?;
    scrypt::scrypt(password.as_bytes(), salt, &params, &mut hash).ok()?;
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verifier_fits_its_password_alone() {
        let made = verifier("correct horse battery", &[7; SALT_BYTES]).unwrap();
        assert!(made.starts_with("scrypt-15-8-1:07070707"), "{made}");
        assert!(fits("correct horse battery", &made));
        assert!(!fits("correct horse batterz", &made));
        for broken in ["", "x", "a:b:c", NOBODY] {
            assert!(!fits("correct horse battery", broken) && !fits("", broken), "{broken}");
        }
    }

    #[test]
    fn names_and_passwords_have_their_limits() {
        let check = |name: &str, password: &str, fine: bool| {
            assert_eq!(objection(name, password).is_none(), fine, "{name:?} {password:?}");
        };
        check("ada", "1234567890", true);
        check("ada@mail.example", "pässwörter", true);
        check("", "1234567890", false);
        check("a b", "1234567890", false);
        check("<b>", "1234567890", false);
        check("ada", "123456789", false);
        check(&"a".repeat(65), "1234567890", false);
        check("ada", &"x".repeat(1025), false);
    }
}
