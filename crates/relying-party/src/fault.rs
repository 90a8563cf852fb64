//! Answers broken on purpose, to see what a client makes of them.
//!
//! A layer around the endpoints: the endpoints themselves know nothing of it. `GET /config` is left alone, so that
//! a wallet can be told of the site before anything goes wrong.

use std::fmt;
use std::io;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::{Json, Router};
use bytes::Bytes;
use futures_util::stream;
use serde_json::{Value, json};

use crate::token::{Claims, SigningKey, TokenType};

/// Longer than any client should be ready to wait for a small answer.
const SLOW: Duration = Duration::from_mins(2);
/// How long [`Fault::SlowKyc`] waits, before the step and again after it.
const PAUSE: Duration = Duration::from_millis(60);
/// Far above the 1 MiB that a JSON answer may have.
const OVERSIZED_CHUNKS: usize = 1024;
const CHUNK_BYTES: usize = 64 * 1024;
/// Largest answer that is taken apart to be broken; ours are a few kilobytes.
const MAX_ANSWER_BYTES: usize = 4 * 1024 * 1024;
/// The example of EIP-4361, shortened: what a hostile site would like to have signed.
const SIGN_IN_MESSAGE: &str = "bank.example wants you to sign in with your Ethereum account:\n\
                               0x0000000000000000000000000000000000000001\n\nURI: https://bank.example/login";

/// One way of breaking answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A web page instead of JSON.
    Html,
    /// Status 500.
    ServerError,
    /// An answer after two minutes.
    Slow,
    /// The text to sign is a sign-in message for another site.
    BadNonce,
    /// The wallet token names another key.
    WrongSubject,
    /// Both tokens expired long ago.
    ExpiredToken,
    /// JSON of 64 MiB, without saying so first.
    Oversized,
    /// The first half of the JSON.
    TruncatedJson,
    /// A redirect to another site.
    Redirect,
    /// The connection ends in the middle of the answer.
    Reset,
    /// No wallet has an account, whatever signed up.
    NoAccount,
    /// Files and applications take a little longer.
    SlowKyc,
    /// An application is taken, and the connection ends before the answer.
    ApplyLost,
}

impl Fault {
    /// All of them, with the name that the command line takes and what happens.
    pub const ALL: [(Self, &'static str, &'static str); 13] = [
        (Self::Html, "html", "a web page instead of JSON"),
        (Self::ServerError, "500", "status 500"),
        (Self::Slow, "slow", "an answer after two minutes"),
        (Self::BadNonce, "bad-nonce", "the text to sign is a sign-in message for another site"),
        (Self::WrongSubject, "wrong-subject", "the wallet token names another key"),
        (Self::ExpiredToken, "expired-token", "both tokens expired long ago"),
        (Self::Oversized, "oversized", "JSON of 64 MiB, without saying so first"),
        (Self::TruncatedJson, "truncated-json", "the first half of the JSON"),
        (Self::Redirect, "redirect", "a redirect to another site"),
        (Self::Reset, "reset", "the connection ends in the middle of the answer"),
        (Self::NoAccount, "no-account", "no wallet has an account, whatever signed up"),
        (Self::SlowKyc, "slow-kyc", "files and applications take a little longer"),
        (Self::ApplyLost, "apply-lost", "an application is taken, and the connection ends before the answer"),
    ];
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::ALL.iter().find(|(fault, ..)| fault == self).map_or("unknown", |(_, name, _)| name);
        f.write_str(name)
    }
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let found = Self::ALL.into_iter().find(|(_, name, _)| *name == text);
        found.map(|(fault, ..)| fault).ok_or_else(|| UnknownFault(text.to_owned()))
    }
}

/// The text names no fault.
#[derive(Debug, thiserror::Error)]
#[error("there is no fault {0:?}")]
pub struct UnknownFault(String);

/// The endpoints, with these faults in every answer they apply to.
pub(crate) fn inject(api: Router, faults: &[Fault], signing_key: &SigningKey) -> Router {
    faults.iter().fold(api, |api, fault| {
        let breaker = Arc::new(Breaker { fault: *fault, signing_key: signing_key.clone() });
        api.layer(from_fn_with_state(breaker, broken))
    })
}

struct Breaker {
    fault: Fault,
    signing_key: SigningKey,
}

async fn broken(State(breaker): State<Arc<Breaker>>, request: Request, next: Next) -> Response {
    if request.uri().path().ends_with("/config") {
        return next.run(request).await;
    }
    match breaker.fault {
        Fault::Html => Html("<!doctype html><title>Welcome</title><p>It works!").into_response(),
        Fault::ServerError => {
            (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({"code": "internal", "message": "on purpose"})))
                .into_response()
        }
        Fault::Slow => {
            tokio::time::sleep(SLOW).await;
            next.run(request).await
        }
        Fault::Oversized => oversized(),
        Fault::Redirect => (StatusCode::FOUND, [(LOCATION, "https://elsewhere.example/")]).into_response(),
        Fault::TruncatedJson => truncated(next.run(request).await).await,
        Fault::Reset => reset(next.run(request).await).await,
        Fault::NoAccount if is_token_step(&request) => {
            let body = json!({"code": "user_does_not_exist", "message": "no user of this site has this wallet"});
            (StatusCode::NOT_FOUND, Json(body)).into_response()
        }
        Fault::BadNonce | Fault::WrongSubject | Fault::ExpiredToken => breaker.reissue(next.run(request).await).await,
        Fault::SlowKyc if is_kyc_step(&request) => {
            tokio::time::sleep(PAUSE).await;
            let response = next.run(request).await;
            tokio::time::sleep(PAUSE).await;
            response
        }
        Fault::ApplyLost if is_application(&request) => {
            next.run(request).await;
            reset(Json(json!({"code": "lost"})).into_response()).await
        }
        Fault::NoAccount | Fault::SlowKyc | Fault::ApplyLost => next.run(request).await,
    }
}

impl Breaker {
    /// An answer with a token of ours, its claims changed and signed anew; any other answer as it is.
    async fn reissue(&self, response: Response) -> Response {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, MAX_ANSWER_BYTES).await.unwrap_or_default();
        match self.reissued(&bytes) {
            Some(body) => (parts.status, Json(body)).into_response(),
            None => Response::from_parts(parts, Body::from(bytes)),
        }
    }

    fn reissued(&self, answer: &[u8]) -> Option<Value> {
        let answer: Value = serde_json::from_slice(answer).ok()?;
        let token = answer.get("jwt")?.as_str()?;
        let types =
            [TokenType::ClassicChallenge, TokenType::DidChallenge, TokenType::ClassicAccess, TokenType::DidAccess];
        let claims = types.into_iter().find_map(|expected| self.signing_key.check(token, expected).ok())?;
        let token = self.signing_key.sign(&self.changed(claims)).ok()?;
        Some(json!({"jwt": token}))
    }

    fn changed(&self, mut claims: Claims) -> Claims {
        match (self.fault, claims.token_type) {
            (Fault::ExpiredToken, _) => {
                claims.iat = 1_000_000_000;
                claims.exp = claims.iat + 1;
            }
            (Fault::BadNonce, TokenType::ClassicChallenge) => claims.challenge = Some(SIGN_IN_MESSAGE.to_owned()),
            (Fault::BadNonce, TokenType::DidChallenge) => claims.nonce = Some(SIGN_IN_MESSAGE.to_owned()),
            (Fault::WrongSubject, TokenType::ClassicAccess | TokenType::DidAccess) => {
                claims.sub = another_key(&claims.sub);
            }
            _ => {}
        }
        claims
    }
}

/// A name of the same form for a key that is not the wallet's: the last digit differs.
fn another_key(name: &str) -> String {
    let (rest, last) = name.split_at(name.len().saturating_sub(1));
    format!("{rest}{}", if last == "1" { "2" } else { "1" })
}

fn is_token_step(request: &Request) -> bool {
    request.method() == Method::GET && request.uri().path().ends_with("/token")
}

fn is_kyc_step(request: &Request) -> bool {
    request.method() == Method::POST && (request.uri().path().ends_with("/files") || is_application(request))
}

fn is_application(request: &Request) -> bool {
    request.method() == Method::POST && request.uri().path().ends_with("/applications")
}

/// A JSON string that does not end for a long time.
fn oversized() -> Response {
    let first = std::iter::once(Bytes::from_static(b"{\"jwt\": \""));
    let filling = std::iter::repeat_n(Bytes::from(vec![b'a'; CHUNK_BYTES]), OVERSIZED_CHUNKS);
    let last = std::iter::once(Bytes::from_static(b"\"}"));
    let chunks = first.chain(filling).chain(last).map(Ok::<_, io::Error>);
    ([(CONTENT_TYPE, "application/json")], Body::from_stream(stream::iter(chunks))).into_response()
}

async fn truncated(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, MAX_ANSWER_BYTES).await.unwrap_or_default();
    let half = bytes.slice(..bytes.len() / 2);
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(half.len()));
    Response::from_parts(parts, Body::from(half))
}

/// Half the body, then an error: the server closes the connection where the rest was announced.
async fn reset(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, MAX_ANSWER_BYTES).await.unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len() + 1));
    let half = bytes.slice(..bytes.len() / 2);
    let chunks = [Ok(half), Err(io::Error::from(io::ErrorKind::ConnectionReset))];
    Response::from_parts(parts, Body::from_stream(stream::iter(chunks)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for (fault, name, _) in Fault::ALL {
            assert_eq!(name.parse::<Fault>().unwrap(), fault);
            assert_eq!(fault.to_string(), name);
        }
        assert!("none".parse::<Fault>().is_err());
    }
}
