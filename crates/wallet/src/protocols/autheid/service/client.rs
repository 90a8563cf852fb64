//! The client of a service: signed calls, each with a nonce of its own, and the long wait for requests.

use std::{
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use idw_autheid::{
    RequestId,
    wire::{
        self, AnswerCall, Answered, BindDevice, DeviceBound, DeviceKey, NonceGiven, SessionBegun, WireCode, WireError,
    },
};
use idw_http::{
    Answer, Body, Credentials, Limits, Method, Observer, Repeat, Request, Transport, TransportOptions, shown_host,
    shown_text,
};
use serde::de::DeserializeOwned;
use url::Url;
use zeroize::Zeroizing;

use super::{
    EidServiceError, RefusalWords, ServiceFault,
    call::Call,
    session::{EidListing, EidSession},
};
use crate::{clock::now, store::locked};

const AGENT: &str = concat!("idw/", env!("CARGO_PKG_VERSION"));
/// The longest time for one call. An answer to KYC has PDFs in it.
const CALL_PATIENCE: Duration = Duration::from_secs(60);
/// How much longer than it was asked to a service may take until it answers whoever waits.
const WAIT_GRACE: Duration = Duration::from_secs(15);
/// The longest nonce, in characters.
const MOST_NONCE_CHARS: usize = 200;
/// The longest sentence of a service that is repeated, in characters.
const MOST_MESSAGE_CHARS: usize = 200;

/// Calls one service. It keeps its connections open, and no secret but the next nonce.
pub(crate) struct ServiceClient {
    base: Url,
    host: String,
    calls: Transport,
    /// Whoever waits for requests takes longer than any other call.
    waits: Transport,
    nonce: Mutex<Option<String>>,
}

impl ServiceClient {
    /// Nobody is contacted.
    pub(super) fn new(base: Url, observer: Option<Arc<dyn Observer>>) -> Self {
        let transport = |exchange| {
            let mut limits = Limits::default();
            limits.exchange = exchange;
            Transport::new(TransportOptions { observer: observer.clone(), limits })
        };
        Self {
            host: shown_host(&base).unwrap_or_default(),
            base,
            calls: transport(CALL_PATIENCE),
            waits: transport(Duration::from_secs(wire::MOST_WAIT_SECONDS) + WAIT_GRACE),
            nonce: Mutex::default(),
        }
    }

    /// The service's host, for people.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// Makes sure that a service answers, before anything of the user's goes there. What it gives is for the next signed call.
    pub(super) async fn greet(&self) -> Result<(), EidServiceError> {
        let nonce = self.fetch_nonce().await?;
        self.keep_nonce(nonce);
        Ok(())
    }

    /// Binds a key to the email of a code.
    pub(super) async fn bind(
        &self,
        key: &DeviceKey,
        code: &str,
        device_name: &str,
    ) -> Result<DeviceBound, EidServiceError> {
        let bind = BindDevice { code: code.to_owned(), key: key.name().to_owned(), name: device_name.to_owned() };
        let body = json(&bind);
        self.understood(&self.signed(Call::Bind, Method::POST, Call::Bind.path(), key, &body).await?)
    }

    /// Has the service forget the device.
    pub(super) async fn leave(&self, key: &DeviceKey) -> Result<(), EidServiceError> {
        self.signed(Call::Leave, Method::DELETE, Call::Leave.path(), key, &[]).await.map(drop)
    }

    /// Begins a session.
    pub(super) async fn begin_session(&self, key: &DeviceKey) -> Result<EidSession, EidServiceError> {
        let answer = self.signed(Call::Session, Method::POST, Call::Session.path(), key, b"{}").await?;
        let SessionBegun { token, expires_in, next_nonce } = self.understood(&answer)?;
        self.keep_nonce(next_nonce);
        EidSession::new(token, expires_in).ok_or_else(|| self.not_understood(ServiceFault::Token))
    }

    /// Waits for what is open. Without `after` the answer comes at once.
    pub(super) async fn requests(
        &self,
        session: &EidSession,
        after: Option<&str>,
    ) -> Result<EidListing, EidServiceError> {
        let mut url = self.url(Call::Requests.path());
        url.query_pairs_mut().append_pair("wait", &wire::MOST_WAIT_SECONDS.to_string());
        if let Some(after) = after {
            url.query_pairs_mut().append_pair("after", after);
        }
        let credentials = Credentials::Bearer(session.token());
        let request = request(Call::Requests, Method::GET, url, credentials, Body::Nothing);
        let answer = self.waits.send(request).await.map_err(EidServiceError::Http)?;
        let answer = self.accepted(answer)?;
        EidListing::read(self.bytes(&answer)?, now()).map_err(|what| self.not_understood(what))
    }

    /// Sends a decision.
    pub(super) async fn answer(
        &self,
        key: &DeviceKey,
        request: &RequestId,
        body: &[u8],
    ) -> Result<wire::WireStatus, EidServiceError> {
        let answer = self.signed(Call::Answer, Method::POST, &wire::answer_path(request), key, body).await?;
        let Answered { status, next_nonce } = self.understood(&answer)?;
        self.keep_nonce(next_nonce);
        Ok(status)
    }

    /// A signed call. A nonce that the service does not take any more is replaced once.
    async fn signed(
        &self,
        call: Call,
        method: Method,
        path: &str,
        key: &DeviceKey,
        body: &[u8],
    ) -> Result<Answer, EidServiceError> {
        let kept = locked(&self.nonce).take();
        let is_fresh = kept.is_none();
        let nonce = match kept {
            Some(nonce) => nonce,
            None => self.fetch_nonce().await?,
        };
        let outcome = self.signed_with(&nonce, call, &method, path, key, body).await;
        match outcome {
            Err(EidServiceError::Refused { code: WireCode::Nonce, .. }) if !is_fresh => {
                let nonce = self.fetch_nonce().await?;
                self.signed_with(&nonce, call, &method, path, key, body).await
            }
            outcome => outcome,
        }
    }

    async fn signed_with(
        &self,
        nonce: &str,
        call: Call,
        method: &Method,
        path: &str,
        key: &DeviceKey,
        body: &[u8],
    ) -> Result<Answer, EidServiceError> {
        let signature = key.sign(method.as_str(), path, body, nonce, now().as_second())?;
        let credentials = Credentials::Signed {
            digest: &signature.content_digest,
            input: &signature.signature_input,
            signature: &signature.signature,
        };
        let carried = if body.is_empty() { Body::Nothing } else { Body::json(Zeroizing::new(body.to_vec())) };
        let request = request(call, method.clone(), self.url(path), credentials, carried);
        self.accepted(self.calls.send(request).await.map_err(EidServiceError::Http)?)
    }

    async fn fetch_nonce(&self) -> Result<String, EidServiceError> {
        let url = self.url(Call::Nonce.path());
        let request = request(Call::Nonce, Method::POST, url, Credentials::None, Body::Nothing);
        let answer = self.accepted(self.calls.send(request).await.map_err(EidServiceError::Http)?)?;
        let NonceGiven { nonce, time: _ } = self.understood(&answer)?;
        if is_nonce(&nonce) { Ok(nonce) } else { Err(self.not_understood(ServiceFault::Nonce)) }
    }

    fn keep_nonce(&self, nonce: String) {
        *locked(&self.nonce) = Some(nonce).filter(|nonce| is_nonce(nonce));
    }

    fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        url.set_path(path);
        url
    }

    /// Only a success is an answer.
    fn accepted(&self, answer: Answer) -> Result<Answer, EidServiceError> {
        match answer.status() {
            200..=299 => Ok(answer),
            300..=399 => Err(self.not_understood(ServiceFault::Redirect)),
            _ => Err(self.refused(&answer)),
        }
    }

    fn refused(&self, answer: &Answer) -> EidServiceError {
        let host = self.host.clone();
        let said = answer.bytes().ok().and_then(|body| serde_json::from_slice::<WireError>(body).ok());
        let Some(WireError { error, message, status, time }) = said else {
            if answer.status() < 500 {
                return self.not_understood(ServiceFault::RefusalWithoutReason);
            }
            let (code, said) = (WireCode::Unavailable, RefusalWords::Status(answer.status()));
            return EidServiceError::Refused { host, code, said, retry_after: answer.retry_after() };
        };
        match error {
            WireCode::Clock => {
                let ahead_seconds = time.map(|time| time.saturating_sub(now().as_second()));
                EidServiceError::Clock { host, ahead_seconds }
            }
            WireCode::Token => EidServiceError::Token { host },
            WireCode::Device => EidServiceError::Device { host },
            WireCode::Code => EidServiceError::CodeRefused { host },
            WireCode::Over => EidServiceError::Over { status },
            code => {
                let said = shown_text(&message, MOST_MESSAGE_CHARS).map_or(RefusalWords::Nothing, RefusalWords::Said);
                EidServiceError::Refused { host, code, said, retry_after: answer.retry_after() }
            }
        }
    }

    fn bytes<'a>(&self, answer: &'a Answer) -> Result<&'a [u8], EidServiceError> {
        answer.bytes().map_err(|fault| EidServiceError::NotRead { host: self.host.clone(), fault })
    }

    fn understood<T: DeserializeOwned>(&self, answer: &Answer) -> Result<T, EidServiceError> {
        let body = self.bytes(answer)?;
        serde_json::from_slice(body).map_err(|_| self.not_understood(ServiceFault::Form))
    }

    pub(super) fn not_understood(&self, what: ServiceFault) -> EidServiceError {
        EidServiceError::NotUnderstood { host: self.host.clone(), what }
    }
}

impl fmt::Debug for ServiceClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceClient").field("host", &self.host).finish_non_exhaustive()
    }
}

fn request(call: Call, method: Method, url: Url, credentials: Credentials<'_>, body: Body) -> Request<'_> {
    Request {
        label: call.label(),
        method,
        url,
        user_agent: AGENT,
        origin: None,
        credentials,
        // A signed call is good once.
        repeat: if call == Call::Requests { Repeat::IfIdempotent } else { Repeat::Never },
        body,
        answer_len_bytes: Some(call.answer_len_bytes()),
        disclosure: call.disclosure(),
    }
}

/// Text that can stand in the parameters of a signature.
fn is_nonce(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=.".contains(&byte);
    (1..=MOST_NONCE_CHARS).contains(&text.len()) && text.bytes().all(is_plain)
}

/// A message, wiped when it is dropped.
pub(super) fn json(message: &impl serde::Serialize) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(serde_json::to_vec(message).expect("messages have string keys and no failing Serialize"))
}

/// The user's no, as it is sent.
pub(super) fn declined() -> Zeroizing<Vec<u8>> {
    json(&AnswerCall::declined())
}
