//! Servers that break one rule each: the real one, with what goes in or comes out changed, or on a store that lies.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_ORIGIN, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, ORIGIN,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, request, response};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use idw_autheid::{
    Created, Decided, Decision, FileKind, MemoryStore, NewRequest, RequestId, Rp, Store, StoreError, StoredRequest,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::by_email::KEYS;

/// A rule, broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutant {
    AnyHost,
    PagesAreLetIn,
    PagesAreInvited,
    ResultWithoutKey,
    FileWithoutKey,
    KeyIsDecoded,
    StatusNeedsKey,
    OthersResult,
    OthersRequestIsNotFound,
    NoSingular,
    ShortTimeout,
    LongTitleIsCut,
    DescriptionIsDropped,
    EmailInLowerCase,
    NullIsRefused,
    UnknownIsRefused,
    FirstOfTwoMembers,
    NoIsVerified,
    NoSerialization,
    CodeIsText,
    AcceptIsNotRead,
    ContentTypeDecides,
    ErrorsAreAlwaysJson,
    ResultDoesNotWait,
    LinksAreRelative,
    NothingIsEmbedded,
    StatusIsNumber,
    LastDecisionStands,
    IdempotentKeyIsNotRead,
    NoOpenLimit,
    ForgottenOnceRead,
    NeverForgotten,
    BlockedIsRefused,
    NotVerifiedIsDeclined,
}

impl Mutant {
    pub(crate) const ALL: [Self; 34] = [
        Self::AnyHost,
        Self::PagesAreLetIn,
        Self::PagesAreInvited,
        Self::ResultWithoutKey,
        Self::FileWithoutKey,
        Self::KeyIsDecoded,
        Self::StatusNeedsKey,
        Self::OthersResult,
        Self::OthersRequestIsNotFound,
        Self::NoSingular,
        Self::ShortTimeout,
        Self::LongTitleIsCut,
        Self::DescriptionIsDropped,
        Self::EmailInLowerCase,
        Self::NullIsRefused,
        Self::UnknownIsRefused,
        Self::FirstOfTwoMembers,
        Self::NoIsVerified,
        Self::NoSerialization,
        Self::CodeIsText,
        Self::AcceptIsNotRead,
        Self::ContentTypeDecides,
        Self::ErrorsAreAlwaysJson,
        Self::ResultDoesNotWait,
        Self::LinksAreRelative,
        Self::NothingIsEmbedded,
        Self::StatusIsNumber,
        Self::LastDecisionStands,
        Self::IdempotentKeyIsNotRead,
        Self::NoOpenLimit,
        Self::ForgottenOnceRead,
        Self::NeverForgotten,
        Self::BlockedIsRefused,
        Self::NotVerifiedIsDeclined,
    ];

    /// The server with this mutant in it. The server is at `address`.
    pub(crate) fn change(self, router: Router, address: String) -> Router {
        let around = Arc::new(Around { mutant: self, address, cancelled: Mutex::default() });
        router.layer(from_fn(move |request: Request, next: Next| {
            let around = Arc::clone(&around);
            async move { around.pass(request, next).await }
        }))
    }
}

/// Stands around the router.
struct Around {
    mutant: Mutant,
    address: String,
    /// Paths of requests that were cancelled.
    cancelled: Mutex<HashSet<String>>,
}

impl Around {
    async fn pass(&self, request: Request, next: Next) -> Response {
        const MOST: usize = 1 << 20;
        let (mut parts, body) = request.into_parts();
        let Ok(bytes) = to_bytes(body, MOST).await else { return Response::default() };
        let mut value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let as_sent = value.clone();
        if let Some(response) = self.before(&mut parts, &mut value) {
            return response;
        }
        let bytes = if value == as_sent { bytes } else { value.to_string().into() };
        let asked = parts.clone();
        let response = next.run(Request::from_parts(without_length(parts), Body::from(bytes))).await;
        let (mut parts, body) = response.into_parts();
        let bytes = to_bytes(body, MOST).await.unwrap_or_default();
        let mut value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let as_made = value.clone();
        self.after(&asked, &mut parts, &mut value);
        let bytes = if value == as_made { bytes } else { value.to_string().into() };
        parts.headers.remove(CONTENT_LENGTH);
        Response::from_parts(parts, Body::from(bytes))
    }

    /// Changes what comes in, or answers at once.
    fn before(&self, parts: &mut request::Parts, body: &mut Value) -> Option<Response> {
        let (path, is_get) = (parts.uri.path().to_owned(), parts.method == Method::GET);
        let is_result = is_get && path.matches('/').count() == 3;
        let headers = &mut parts.headers;
        let bearer = |key| HeaderValue::try_from(format!("Bearer {key}")).unwrap();
        match self.mutant {
            Mutant::AnyHost => drop(headers.insert(HOST, HeaderValue::try_from(&self.address).unwrap())),
            Mutant::PagesAreLetIn => drop(headers.remove(ORIGIN)),
            Mutant::ResultWithoutKey if is_result => drop(headers.insert(AUTHORIZATION, bearer(KEYS[0]))),
            Mutant::FileWithoutKey if path.contains("/files/") && !headers.contains_key(AUTHORIZATION) => {
                headers.insert(AUTHORIZATION, bearer(KEYS[0]));
            }
            Mutant::KeyIsDecoded => {
                let key = text(headers, AUTHORIZATION.as_str()).replace("%2B", "+").replace(' ', "+");
                headers.insert(AUTHORIZATION, HeaderValue::try_from(key.replacen('+', " ", 1)).unwrap());
            }
            Mutant::OthersResult if is_result && text(headers, "authorization").ends_with(KEYS[1]) => {
                headers.insert(AUTHORIZATION, bearer(KEYS[0]));
            }
            Mutant::NoSingular if path.starts_with("/v1/request/") || path == "/v1/request" => {
                return Some(status(StatusCode::NOT_FOUND));
            }
            Mutant::AcceptIsNotRead => drop(headers.remove(ACCEPT)),
            Mutant::ContentTypeDecides if headers.contains_key(CONTENT_TYPE) => {
                headers.insert(ACCEPT, headers[CONTENT_TYPE].clone());
            }
            Mutant::ResultDoesNotWait if is_result => parts.uri = Uri::try_from(format!("{path}/status")).unwrap(),
            Mutant::BlockedIsRefused if text(headers, "authorization").ends_with(KEYS[2]) => {
                return Some(status(StatusCode::FORBIDDEN));
            }
            Mutant::LastDecisionStands => {
                self.cancelled.lock().unwrap().extend(path.strip_suffix("/cancel").map(str::to_owned));
            }
            _ => return self.before_create(body),
        }
        None
    }

    fn before_create(&self, body: &mut Value) -> Option<Response> {
        let members = body.as_object_mut()?;
        let shortened =
            |text: &Value, most| Value::from(text.as_str().unwrap_or("x").chars().take(most).collect::<String>());
        match self.mutant {
            Mutant::ShortTimeout if members.get("timeout_seconds") == Some(&json!(9)) => {
                members.insert("timeout_seconds".to_owned(), json!(10));
            }
            Mutant::LongTitleIsCut => {
                let title = shortened(members.get("title")?, 100);
                members.insert("title".to_owned(), title);
            }
            Mutant::DescriptionIsDropped if members.get("type") != Some(&json!("SIGNATURE")) => {
                members.remove("description");
            }
            Mutant::EmailInLowerCase => {
                let email = members.get("email")?.as_str()?.to_lowercase();
                members.insert("email".to_owned(), email.into());
            }
            Mutant::NullIsRefused if members.values().filter(|value| value.is_null()).count() > 1 => {
                return Some(status(StatusCode::BAD_REQUEST));
            }
            Mutant::UnknownIsRefused if members.contains_key("colour") => return Some(status(StatusCode::BAD_REQUEST)),
            Mutant::FirstOfTwoMembers if members.contains_key("signature") => drop(members.remove("kyc")),
            Mutant::NothingIsEmbedded => drop(members.remove("kyc")),
            Mutant::IdempotentKeyIsNotRead => drop(members.remove("idempotent_key")),
            _ => {}
        }
        None
    }

    /// Changes what comes out.
    fn after(&self, asked: &request::Parts, parts: &mut response::Parts, body: &mut Value) {
        match self.mutant {
            Mutant::PagesAreInvited => {
                parts.headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            }
            Mutant::StatusNeedsKey if !asked.headers.contains_key(AUTHORIZATION) && parts.status == StatusCode::OK => {
                parts.status = StatusCode::UNAUTHORIZED;
            }
            Mutant::OthersRequestIsNotFound if body["error_code"] == 7 && !asked.headers.contains_key(ORIGIN) => {
                parts.status = StatusCode::NOT_FOUND;
            }
            Mutant::ErrorsAreAlwaysJson if parts.status.is_client_error() => {
                parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
                *body = json!({"error": "NOT_FOUND", "error_code": 5, "message": "no"});
            }
            Mutant::NoIsVerified => {
                for member in ["authentication", "signature"] {
                    let Some(result) = body.get_mut(member).and_then(Value::as_object_mut) else { continue };
                    if result["is_verified"] == json!(false) {
                        result.remove("is_verified");
                    }
                }
            }
            Mutant::NoSerialization => {
                if let Some(result) = body.get_mut("signature").and_then(Value::as_object_mut) {
                    result.remove("serialization");
                }
            }
            Mutant::LastDecisionStands if self.cancelled.lock().unwrap().contains(asked.uri.path()) => {
                (body["status"], body["status_code"]) = ("RP_CANCELLED".into(), 20_003.into());
            }
            Mutant::CodeIsText if body["error_code"].is_number() => {
                body["error_code"] = body["error_code"].to_string().into();
            }
            Mutant::LinksAreRelative => {
                if let Some(link) = body.pointer_mut("/kyc/kyc_pdf/download_link") {
                    *link = link.as_str().and_then(|link| link.find("/v1").map(|at| link[at..].to_owned())).into();
                }
            }
            Mutant::StatusIsNumber if body["status"].is_string() => body["status"] = body["status_code"].clone(),
            Mutant::NotVerifiedIsDeclined if body["status_code"] == 20_005 => {
                (body["status"], body["status_code"]) = ("USER_CANCELLED".into(), 20_004.into());
            }
            _ => {}
        }
    }
}

fn without_length(mut parts: request::Parts) -> request::Parts {
    parts.headers.remove(CONTENT_LENGTH);
    parts
}

fn text(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from("{}"));
    *response.status_mut() = status;
    response
}

/// A store that lies, if the mutant is one of its own.
pub(crate) struct Flawed {
    pub(crate) store: MemoryStore,
    pub(crate) mutant: Mutant,
}

impl Store for Flawed {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        self.store.rp_of_key(hash).await
    }

    async fn create(&self, mut request: NewRequest) -> Result<Created, StoreError> {
        if self.mutant == Mutant::NoOpenLimit {
            request.room.open = u32::MAX;
            let name = request.asked.email.split('@').next().unwrap_or_default().to_owned();
            request.asked.email = format!("{name}@{}.example", request.id);
        }
        self.store.create(request).await
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        let request = self.store.request(id).await?;
        let is_forgetful = self.mutant == Mutant::ForgottenOnceRead;
        Ok(request.filter(|request| !is_forgetful || request.first_read.is_none()))
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        self.store.decide(id, decision, at).await
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        if self.mutant == Mutant::NeverForgotten { Ok(()) } else { self.store.first_read(id, at).await }
    }

    async fn file(&self, id: &RequestId, kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.file(id, kind).await
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        self.store.sweep(now).await
    }
}
