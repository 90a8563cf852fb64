//! The other way in: a name and a password, so that there are users who add a wallet later.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use scrypt::Params;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use super::cookies::{self, KNOWN_BROWSER};
use super::pages::Notice;
use super::peer::peer;
use super::{Form, pages, session, too_fast};
use crate::api::ApiError;
use crate::site::Site;
use crate::store::{PassKind, UserId};
use crate::throttle::Key;
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
/// How long a browser is remembered to have signed in to an account.
const KNOWN_LIFETIME: Duration = Duration::from_hours(90 * 24);

/// Passwords that are hashed at a time: whoever sends many waits, and the memory is bounded.
static TURNS: Semaphore = Semaphore::const_new(2);

/// `GET /sign-in`.
pub(super) async fn page(State(site): State<Arc<Site>>) -> Response {
    form_with(&site, StatusCode::OK, None, "")
}

/// `POST /sign-in`.
///
/// Attempts are counted by account, whether or not there is one of this name, and by peer; those of a browser that has
/// signed in to this account before, by that browser alone.
pub(super) async fn sign_in(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let (headers, peer) = (request.headers().clone(), peer(&site, &request));
    let form = Form::read(request).await?;
    let (name, password) = (name_in(&form), form.text("password").to_owned());
    let (account, wanted) = (Key::account(&name), name.clone());
    let found = site.store(move |store| store.user_named(&wanted)).await?;
    let known = known_browser(&site, &headers, found.as_ref().map(|(id, _)| id)).await?;
    let keys = match known {
        Some(secret) => vec![Key::known_browser(secret)],
        None => [Some(account), peer.map(Key::peer)].into_iter().flatten().collect(),
    };
    if let Err(wait) = site.throttle.admit(&keys, site.config.clock.now()) {
        let page = |complaint: &str| pages::sign_in(&site.config, Some(Notice::Complaint(complaint)), &name);
        return Ok(too_fast(wait, page));
    }
    let turn = TURNS.acquire().await.map_err(ApiError::internal)?;
    let user = site.store(move |_| {
        // The work is the same when there is no such user, so that the time tells nobody which names exist.
        let verifier = found.as_ref().map_or(NOBODY, |(_, verifier)| verifier.as_str());
        let is_right = fits(&password, verifier);
        Ok(found.filter(|_| is_right).map(|(id, _)| id))
    });
    let user = user.await?;
    drop(turn);
    let Some(id) = user else {
        let complaint = Notice::Complaint("The name or the password is wrong.");
        return Ok(form_with(&site, StatusCode::FORBIDDEN, Some(complaint), &name));
    };
    site.throttle.succeeded(&keys, site.config.clock.now());
    let mut response = session::start(&site, &headers, &id).await?;
    if known.is_none() {
        response.headers_mut().append(SET_COOKIE, make_known(&site, &id).await?);
    }
    Ok(response)
}

/// The secret of a browser that has signed in as this user before.
async fn known_browser<'a>(
    site: &Site,
    headers: &'a HeaderMap,
    user: Option<&UserId>,
) -> Result<Option<&'a str>, ApiError> {
    let Some(secret) = cookies::read(headers, KNOWN_BROWSER) else { return Ok(None) };
    let holder = site.find_pass(PassKind::KnownBrowser, secret).await?;
    Ok(holder.filter(|holder| user.is_some_and(|user| user.as_str() == holder)).map(|_| secret))
}

async fn make_known(site: &Site, user: &UserId) -> Result<HeaderValue, ApiError> {
    let secret = cookies::make_secret()?;
    site.keep_pass(PassKind::KnownBrowser, &secret, user.as_str().to_owned(), KNOWN_LIFETIME).await?;
    let cookie = cookies::strict(site, KNOWN_BROWSER, &secret, KNOWN_LIFETIME);
    HeaderValue::try_from(cookie).map_err(ApiError::internal)
}

/// `POST /register`.
///
/// The answer is the same whether or not the name was free, and nobody is logged in by it: otherwise anyone could find
/// out who has an account here. Whoever got the name can log in; anyone else is told there that the password is wrong.
pub(super) async fn register(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let peer = peer(&site, &request);
    let form = Form::read(request).await?;
    let (name, password) = (name_in(&form), form.text("password").to_owned());
    if !site.config.registration {
        return Ok(form_with(&site, StatusCode::FORBIDDEN, None, ""));
    }
    if let Some(why_not) = objection(&name, &password) {
        return Ok(form_with(&site, StatusCode::UNPROCESSABLE_ENTITY, Some(Notice::Complaint(why_not)), ""));
    }
    let keys: Vec<Key> = peer.map(Key::registrations).into_iter().collect();
    if let Err(wait) = site.throttle.admit(&keys, site.config.clock.now()) {
        return Ok(too_fast(wait, |complaint| pages::sign_in(&site.config, Some(Notice::Complaint(complaint)), "")));
    }
    let salt = make_random().map_err(ApiError::internal)?;
    let turn = TURNS.acquire().await.map_err(ApiError::internal)?;
    let verifier = site.store(move |_| Ok(verifier(&password, &salt))).await?;
    drop(turn);
    let verifier = verifier.ok_or_else(|| ApiError::internal("the password could not be hashed"))?;
    let wanted = name.clone();
    site.keep(name.len() + verifier.len(), move |store| store.register(&wanted, &verifier).map(Ok)).await?;
    Ok(form_with(&site, StatusCode::OK, Some(Notice::News(REGISTERED)), &name))
}

/// Said whether or not the name was free.
const REGISTERED: &str = "Now log in with this name and password. If that does not work, the name was taken: make an \
                          account with another one.";

fn name_in(form: &Form) -> String {
    form.text("name").trim().to_lowercase()
}

fn form_with(site: &Site, status: StatusCode, notice: Option<Notice<'_>>, name: &str) -> Response {
    (status, Html(pages::sign_in(&site.config, notice, name))).into_response()
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
