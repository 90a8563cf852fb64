//! The calls that a device signs.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use idw_autheid::wire::{
    AnswerCall, Answered, BindDevice, DeviceBound, MOST_DEVICE_NAME_CHARS, NonceGiven, SESSION_SECONDS, SessionBegun,
    WireStatus,
};
use idw_autheid::{Decided, Decision, RequestId, Store as _, StoredRequest, Verdict, key_hash};
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::Wallets;
use super::answer::{self, Made, Settled};
use super::error::Failure;
use super::signed::Proven;
use crate::database::{Device, DeviceDecision, NewSession, RpRow};

/// 33 random bytes are 44 characters of base64 without padding.
const TOKEN_LEN_BYTES: usize = 33;

/// Answers `POST /wallet/v1/nonces`.
pub(crate) async fn nonce(State(wallets): State<Arc<Wallets>>) -> Result<Json<NonceGiven>, Failure> {
    let time = wallets.clock.now().as_second();
    Ok(Json(NonceGiven { nonce: wallets.next_nonce()?, time }))
}

/// Answers `POST /wallet/v1/devices`.
pub(crate) async fn bind(
    State(wallets): State<Arc<Wallets>>,
    request: Request,
) -> Result<(StatusCode, Json<DeviceBound>), Failure> {
    let Proven { key, nonce, body } = wallets.proven(request).await?;
    let call: BindDevice = read(&body)?;
    if call.key != key {
        return Err(Failure::invalid("another key has signed the call"));
    }
    let name = device_name(&call.name)?;
    let bound = wallets.database().bind_device(&call.code, &key, name, nonce, wallets.clock.now()).await?;
    let keys = wallets.database().service();
    let root = keys.authority.root_pem().map_err(|error| Failure::of_signing(&error))?;
    let bound = DeviceBound { device: bound.device, email: bound.email, service: keys.id.clone(), root };
    Ok((StatusCode::CREATED, Json(bound)))
}

/// Answers `DELETE /wallet/v1/devices/self`.
pub(crate) async fn leave(State(wallets): State<Arc<Wallets>>, request: Request) -> Result<StatusCode, Failure> {
    let (device, Proven { nonce, .. }) = wallets.proven_device(request).await?;
    wallets.database().remove_device(&device.id, nonce).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Answers `POST /wallet/v1/sessions`.
pub(crate) async fn begin_session(
    State(wallets): State<Arc<Wallets>>,
    request: Request,
) -> Result<(StatusCode, Json<SessionBegun>), Failure> {
    let (device, Proven { nonce, .. }) = wallets.proven_device(request).await?;
    let mut bytes = Zeroizing::new([0; TOKEN_LEN_BYTES]);
    getrandom::fill(&mut *bytes).map_err(|error| Failure::of_signing(&error))?;
    let token = URL_SAFE.encode(*bytes);
    let ends = later(wallets.clock.now(), SESSION_SECONDS);
    let session = NewSession { device: device.id, token_hash: key_hash(&token), ends };
    wallets.database().open_session(session, nonce).await?;
    let begun = SessionBegun { token, expires_in: SESSION_SECONDS, next_nonce: wallets.next_nonce()? };
    Ok((StatusCode::CREATED, Json(begun)))
}

/// Answers `POST /wallet/v1/requests/{id}/answer`.
pub(crate) async fn answer(
    State(wallets): State<Arc<Wallets>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Json<Answered>, Failure> {
    let (device, Proven { nonce, body, .. }) = wallets.proven_device(request).await?;
    let call: AnswerCall = read(&body)?;
    drop(body);
    let id = RequestId::parse(&id).ok_or_else(Failure::not_found)?;
    let (asked, rp) = wallets.asked(&id, &device).await?;
    if let Some(verdict) = &asked.verdict {
        return wallets.again(&call, verdict);
    }
    let Made { decision, at, certificate } = wallets.made(&call, asked, rp, &device).await?;
    let status = WireStatus::from(&decision);
    let device_id = device.id.clone();
    let decided = wallets.service.decide_by(&id, decision, at, async move |service, request, decision, at| {
        let decision = DeviceDecision { request, device: device_id, decision, at, certificate };
        Ok::<_, Failure>(service.store().decide_by_device(decision, nonce).await?)
    });
    match decided.await? {
        Decided::Stands => Ok(Json(Answered { status, next_nonce: wallets.next_nonce()? })),
        Decided::Earlier(verdict) => wallets.again(&call, &verdict),
    }
}

impl Wallets {
    fn next_nonce(&self) -> Result<String, Failure> {
        self.nonces.make(self.clock.now()).map_err(|error| Failure::of_signing(&error))
    }

    /// A request to the email of a device, open or not.
    async fn asked(&self, id: &RequestId, device: &Device) -> Result<(StoredRequest, RpRow), Failure> {
        let request =
            self.database().request(id).await.map_err(|error| Failure::from(idw_autheid::ServiceError::from(error)))?;
        let request = request.filter(|request| request.asked.email_key() == device.user.email_key);
        let request = request.ok_or_else(Failure::not_found)?;
        let rp = self.database().rp(&request.rp).await?.ok_or_else(Failure::not_found)?;
        Ok((request, rp))
    }

    /// The decision that an answer is.
    async fn made(&self, call: &AnswerCall, asked: StoredRequest, rp: RpRow, device: &Device) -> Result<Made, Failure> {
        let kept = self.database().certificate(&device.id, &rp.id).await?;
        let keys = self.database().service();
        let (user, trust, now) = (&device.user.secret, self.trust, self.clock.now());
        answer::made(call, &Settled { keys, request: &asked, rp: &rp, user, kept, trust, now })
    }

    /// What a wallet hears that answers what is decided: if that is its own answer, that it is.
    fn again(&self, call: &AnswerCall, verdict: &Verdict) -> Result<Json<Answered>, Failure> {
        let status = WireStatus::from(&verdict.decision);
        let is_same = match &verdict.decision {
            Decision::Approved(answer) => answer.who.device_id == call.device_id && verdict.at.as_second() == call.at,
            Decision::NotVerified(who) => who.device_id == call.device_id && verdict.at.as_second() == call.at,
            Decision::Declined => call.decision == idw_autheid::wire::AnswerDecision::Declined,
            Decision::TimedOut | Decision::CancelledByRp => false,
        };
        if is_same { Ok(Json(Answered { status, next_nonce: self.next_nonce()? })) } else { Err(Failure::over(status)) }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(body)
        .map_err(|error| Failure::invalid(&format!("the body is not what it has to be: {error}")))
}

/// A name that can stand in somebody else's list.
pub(crate) fn device_name(name: &str) -> Result<&str, Failure> {
    let name = name.trim();
    let is_plain = !name.is_empty() && !name.chars().any(|character| character.is_control() || is_format(character));
    if is_plain && name.chars().count() <= MOST_DEVICE_NAME_CHARS {
        return Ok(name);
    }
    Err(Failure::invalid("the name of a device has 1 to 60 characters that can be seen"))
}

/// What changes how other characters are shown, and shows nothing itself.
fn is_format(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn later(from: Timestamp, seconds: i64) -> Timestamp {
    from.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}
