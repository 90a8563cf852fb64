//! Signed calls: who makes them is checked as far as the headers tell, before a body is read.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use idw_autheid::wire::{MOST_ANSWER_BYTES, MOST_CLOCK_SECONDS, SignedCall};

use super::Wallets;
use super::error::Failure;
use crate::database::{Device, SpentNonce};

/// The longest body of a call by somebody who is not known, in bytes.
const MOST_STRANGERS_BYTES: usize = 4 * 1024;
/// How long a short body takes at most, and how long an answer with PDFs.
const SHORT: Duration = Duration::from_secs(10);
const LONG: Duration = Duration::from_secs(5 * 60);

/// A call that its key has signed.
pub(crate) struct Proven {
    /// The name of the key.
    pub(crate) key: String,
    /// Has to be spent with whatever the call does.
    pub(crate) nonce: SpentNonce,
    /// The body.
    pub(crate) body: Bytes,
}

impl Wallets {
    /// A call by a key that nobody has to know.
    pub(crate) async fn proven(&self, request: Request) -> Result<Proven, Failure> {
        let (parts, body) = request.into_parts();
        let claim = self.claim(&parts.headers)?;
        let body = read(body, MOST_STRANGERS_BYTES, SHORT).await?;
        claim.prove(parts.method.as_str(), parts.uri.path(), &parts.headers, body)
    }

    /// A call by a device that is bound.
    pub(crate) async fn proven_device(&self, request: Request) -> Result<(Device, Proven), Failure> {
        let (parts, body) = request.into_parts();
        let claim = self.claim(&parts.headers)?;
        // Whoever is not known sends nothing long.
        let device = self.database().device_of_key(&claim.key).await?.ok_or_else(Failure::device)?;
        let body = read(body, MOST_ANSWER_BYTES, LONG).await?;
        let proven = claim.prove(parts.method.as_str(), parts.uri.path(), &parts.headers, body)?;
        Ok((device, proven))
    }

    fn claim(&self, headers: &HeaderMap) -> Result<Claim, Failure> {
        let call = signed_call(headers).ok_or_else(Failure::signature)?;
        let now = self.clock.now();
        let nonce = self.nonces.spend(call.nonce, now).ok_or_else(Failure::nonce)?;
        if call.created.abs_diff(now.as_second()) > MOST_CLOCK_SECONDS.unsigned_abs() {
            return Err(Failure::clock(now.as_second()));
        }
        Ok(Claim { key: call.key.to_owned(), nonce })
    }
}

/// What a call says of itself, and nobody has checked.
struct Claim {
    key: String,
    nonce: SpentNonce,
}

impl Claim {
    fn prove(self, method: &str, path: &str, headers: &HeaderMap, body: Bytes) -> Result<Proven, Failure> {
        let call = signed_call(headers).ok_or_else(Failure::signature)?;
        if !call.verifies(method, path, &body) {
            return Err(Failure::signature());
        }
        let Self { key, nonce } = self;
        Ok(Proven { key, nonce, body })
    }
}

fn signed_call(headers: &HeaderMap) -> Option<SignedCall<'_>> {
    SignedCall::read(only(headers, "content-digest")?, only(headers, "signature-input")?, only(headers, "signature")?)
}

/// The value of a header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    value.to_str().ok()
}

async fn read(body: Body, most_bytes: usize, patience: Duration) -> Result<Bytes, Failure> {
    match tokio::time::timeout(patience, to_bytes(body, most_bytes)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Failure::invalid("the body is too long, or did not come whole")),
        Err(_) => Err(Failure::invalid("the body took too long")),
    }
}
