//! A service of Auth eID to test against: it checks signatures and nonces as the protocol says, and for the rest does what a test
//! wants, whether that is right or not.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State as Shared},
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use idw_autheid::{
    Asked, Kind, NewRequest, RequestId, Room, StoredRequest,
    wire::{Listed, ListedForm, ListedRp, SignedCall},
};
use jiff::Timestamp;
use serde_json::{Value, json};

pub(crate) const CODE: &str = "0123456789ABCDEFGHJKMNPQRS";
pub(crate) const EMAIL: &str = "ada@site.example";
pub(crate) const SERVICE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const ROOT: &str = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
const MOST_BODY_BYTES: usize = 16 * 1024 * 1024;

/// A running service.
pub(crate) struct Fake {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

/// What it knows, and how it behaves.
pub(crate) struct State {
    nonces: HashSet<String>,
    given: u64,
    /// The device's key and name.
    pub(crate) device: Option<(String, String)>,
    pub(crate) listed: Vec<Value>,
    pub(crate) devices: Vec<Value>,
    pub(crate) trusts_wallets: bool,
    /// How far its clock is ahead, in seconds.
    pub(crate) ahead: i64,
    /// The answers that came, with the ids of their requests.
    pub(crate) answers: Vec<(String, Value)>,
    /// Every call: `POST /wallet/v1/nonces`.
    pub(crate) calls: Vec<String>,
    /// What the next calls that begin so are answered with, and whether they are done all the same.
    instead: Vec<(&'static str, Instead)>,
}

/// What a call is answered with in the place of what it should be.
#[derive(Clone)]
pub(crate) struct Instead {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// Whether what was called for is done before.
    pub(crate) after: bool,
}

impl Fake {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let this = json!({"id": "d1", "name": "Identity Wallet", "added": 1_796_040_000, "is_this": true});
        let state = Arc::new(Mutex::new(State {
            nonces: HashSet::new(),
            given: 0,
            device: None,
            listed: Vec::new(),
            devices: vec![this],
            trusts_wallets: true,
            ahead: 0,
            answers: Vec::new(),
            calls: Vec::new(),
            instead: Vec::new(),
        }));
        let router = Router::new().fallback(call).with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, state }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Answers the next call that begins so with this, and does not do it.
    pub(crate) fn refuse(&self, call: &'static str, status: u16, body: &Value) {
        self.state().instead.push((call, Instead { status, body: body.to_string(), after: false }));
    }

    /// Does what the next call that begins so asks for, and says nothing that makes sense.
    pub(crate) fn lose(&self, call: &'static str) {
        self.state().instead.push((call, Instead { status: 502, body: "no".to_owned(), after: true }));
    }

    /// How often a call came that begins so.
    pub(crate) fn count(&self, call: &str) -> usize {
        self.state().calls.iter().filter(|one| one.starts_with(call)).count()
    }

    /// Lists a request, and gives its id.
    pub(crate) fn ask(&self, kind: Kind) -> RequestId {
        let (id, listed) = listed(kind);
        self.state().listed.push(listed);
        id
    }
}

/// A request as a service lists it.
pub(crate) fn listed(kind: Kind) -> (RequestId, Value) {
    listed_by("rp-1", "Sample Shop", ListedForm::X509, kind)
}

pub(crate) fn listed_by(rp: &str, name: &str, form: ListedForm, kind: Kind) -> (RequestId, Value) {
    let is_signature = matches!(kind, Kind::Signature { .. });
    let asked = Asked {
        kind,
        email: EMAIL.to_owned(),
        title: "Do what Sample Shop wants".to_owned(),
        description: if is_signature { "3 lamps".to_owned() } else { String::new() },
        timeout: Duration::from_secs(600),
        timeout_sent: 600,
        idempotent_key: String::new(),
        no_biometrics: false,
    };
    let request: StoredRequest = NewRequest {
        id: RequestId::random().unwrap(),
        rp: rp.to_owned(),
        room: Room::default(),
        asked,
        created: Timestamp::from_second(Timestamp::now().as_second()).unwrap(),
        base: String::new(),
    }
    .into();
    let rp = ListedRp { id: rp.to_owned(), name: name.to_owned(), form, matching: false, added: 1_796_040_000 };
    (request.id.clone(), serde_json::to_value(Listed::of(&request, rp, true)).unwrap())
}

async fn call(Shared(state): Shared<Arc<Mutex<State>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MOST_BODY_BYTES).await.unwrap();
    let mut state = state.lock().unwrap();
    let call = format!("{} {}", parts.method, parts.uri);
    state.calls.push(call.clone());
    let instead = state.instead.iter().position(|(begins, _)| call.starts_with(begins));
    let instead = instead.map(|at| state.instead.remove(at).1);
    if let Some(instead) = instead.clone().filter(|instead| !instead.after) {
        return raw(instead);
    }
    let answer = state.answer(&parts, &body);
    instead.map_or(answer, raw)
}

fn raw(Instead { status, body, .. }: Instead) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response.headers_mut().insert("location", "/elsewhere".parse().unwrap());
    response
}

pub(crate) fn error_body(code: &str) -> Value {
    json!({"error": code, "message": format!("because of {code}")})
}

fn refused(status: u16, code: &str) -> Response {
    raw(Instead { status, body: error_body(code).to_string(), after: false })
}

fn said(status: u16, body: &Value) -> Response {
    (StatusCode::from_u16(status).unwrap(), body.to_string()).into_response()
}

impl State {
    fn answer(&mut self, parts: &Parts, body: &[u8]) -> Response {
        let path = parts.uri.path();
        let header = |name: &str| parts.headers.get(name).map_or("", |value| value.to_str().unwrap());
        if path == "/wallet/v1/nonces" {
            let nonce = self.nonce();
            return said(200, &json!({"nonce": nonce, "time": self.now()}));
        }
        if path == "/wallet/v1/requests" {
            if header("authorization") != format!("Bearer {}", "t".repeat(44)) {
                return refused(401, "TOKEN");
            }
            if self.device.is_none() {
                return refused(403, "DEVICE");
            }
            return said(
                200,
                &json!({
                    "cursor": format!("c{}", self.calls.len()), "time": self.now(), "trusts_wallets": self.trusts_wallets,
                    "devices": self.devices, "requests": self.listed,
                }),
            );
        }
        let signed = SignedCall::read(header("content-digest"), header("signature-input"), header("signature"));
        let Some(signed) = signed.filter(|signed| signed.verifies(parts.method.as_str(), path, body)) else {
            return refused(401, "SIGNATURE");
        };
        if !self.nonces.remove(signed.nonce) {
            return refused(401, "NONCE");
        }
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        if path == "/wallet/v1/devices" {
            return self.bind(signed.key, &body);
        }
        if self.device.as_ref().is_none_or(|(key, _)| key != signed.key) {
            return refused(403, "DEVICE");
        }
        match path {
            "/wallet/v1/sessions" => {
                let nonce = self.nonce();
                said(201, &json!({"token": "t".repeat(44), "expires_in": 3600, "next_nonce": nonce}))
            }
            "/wallet/v1/devices/self" => {
                self.device = None;
                said(204, &Value::Null)
            }
            _ => {
                let id = path.trim_start_matches("/wallet/v1/requests/").trim_end_matches("/answer").to_owned();
                self.decided(id, body)
            }
        }
    }

    fn bind(&mut self, key: &str, body: &Value) -> Response {
        assert_eq!(body["key"], key);
        let is_again = self.device.as_ref().is_some_and(|(held, _)| held == key);
        if body["code"] != CODE || (self.device.is_some() && !is_again) {
            return refused(403, "CODE");
        }
        self.device = Some((key.to_owned(), body["name"].as_str().unwrap().to_owned()));
        said(201, &json!({"device": "d1", "email": EMAIL, "service": SERVICE, "root": ROOT}))
    }

    fn decided(&mut self, id: String, body: Value) -> Response {
        let nonce = self.nonce();
        let status = match body["decision"].as_str() {
            Some("APPROVED") => "SUCCESS",
            Some("NOT_VERIFIED") => "ACCOUNT_NOT_VERIFIED",
            _ => "USER_CANCELLED",
        };
        self.listed.retain(|one| one["id"] != id.as_str());
        self.answers.push((id, body));
        said(200, &json!({"status": status, "next_nonce": nonce}))
    }

    fn nonce(&mut self) -> String {
        self.given += 1;
        let nonce = format!("nonce-{}", self.given);
        self.nonces.insert(nonce.clone());
        nonce
    }

    /// Every nonce that was given out is too old now.
    pub(crate) fn forget_nonces(&mut self) {
        self.nonces.clear();
    }

    fn now(&self) -> i64 {
        Timestamp::now().as_second() + self.ahead
    }
}
