//! A provider to call, with a clock that stands still until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, Request, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_kyc_provider::{Choice, ClientSecret, Clock, Config, Provider, RedirectUri};
use serde_json::Value;
use tower::ServiceExt as _;
use url::Url;
use url::form_urlencoded::Serializer;

pub(crate) const CLIENT: &str = "com.example.wallet";
pub(crate) const SECRET: &str = "a-secret-of-a-test";
/// With a query of its own, which has to be kept.
pub(crate) const REDIRECT: &str = "https://client.example/return?from=check";
/// The redirect URI is the client's second one.
pub(crate) const LOOPBACK: &str = "http://127.0.0.1:4001/return";

/// A provider and its clock.
pub(crate) struct Site {
    pub(crate) router: Router,
    seconds: Arc<AtomicI64>,
}

impl Site {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    /// Decides by itself.
    pub(crate) fn auto(choice: &str) -> Self {
        Self::with(|config| config.auto = Some(Choice::parse(choice).unwrap()))
    }

    pub(crate) fn with(change: impl FnOnce(&mut Config)) -> Self {
        let seconds = Arc::new(AtomicI64::new(1_700_000_000));
        let now = Arc::clone(&seconds);
        let base = "http://kyc.example".parse().unwrap();
        let redirect = RedirectUri::parse(REDIRECT).unwrap();
        let mut config = Config::new(base, CLIENT, ClientSecret::new(SECRET).unwrap(), redirect);
        config.redirects.push(RedirectUri::parse(LOOPBACK).unwrap());
        config.clock = Clock::new(move || jiff::Timestamp::from_second(now.load(Ordering::Relaxed)).unwrap());
        change(&mut config);
        Self { router: Provider::new(config).unwrap().router(), seconds }
    }

    pub(crate) fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: body.to_vec() }
    }

    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn get_with(&self, address: &str, authorization: &str) -> Answer {
        let request = Request::get(address).header(AUTHORIZATION, authorization);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A form of a page of the provider, sent by a script.
    pub(crate) async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(form(path, fields)).await
    }

    /// The ticket of a page, as a script asks for it.
    pub(crate) async fn ticket(&self, address: &str) -> String {
        let request = Request::get(address).header(ACCEPT, "application/json").body(Body::empty()).unwrap();
        let answer = self.send(request).await;
        answer.json()["ticket"].as_str().unwrap().to_owned()
    }

    /// A code of Web KYC, of a provider that decides by itself.
    pub(crate) async fn code(&self) -> String {
        let answer = self.get(&authorize(&asked())).await;
        answer.returned("code").unwrap()
    }

    pub(crate) async fn exchange(&self, code: &str) -> Answer {
        self.send(multipart("/v2/web-kyc/token", &exchange(code))).await
    }

    pub(crate) async fn token(&self, code: &str) -> String {
        self.exchange(code).await.json()["token"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn details(&self, token: &str) -> Answer {
        self.get_with("/v2/web-kyc/details", &format!("Bearer {token}")).await
    }

    pub(crate) async fn state(&self) -> Value {
        self.get("/api/state").await.json()
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION).map(|value| value.to_str().unwrap())
    }

    /// A field of the query that the browser is sent back with.
    pub(crate) fn returned(&self, name: &str) -> Option<String> {
        let place = Url::parse(self.location()?).unwrap();
        place.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// Status and `errorCode` of a refusal.
    pub(crate) fn refusal(&self) -> (u16, String) {
        let json = self.json();
        assert!(json["errorMessage"].as_str().is_some_and(|message| !message.is_empty()), "{json}");
        (self.status.as_u16(), json["errorCode"].as_str().unwrap().to_owned())
    }
}

/// What a client asks for that does nothing wrong.
pub(crate) fn asked() -> Vec<(&'static str, &'static str)> {
    vec![
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("scope", "kyc"),
        ("state", "a state"),
    ]
}

/// The same with one value changed, or added.
pub(crate) fn asked_with(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut fields = asked();
    fields.retain(|(key, _)| *key != name);
    fields.push((name, value));
    fields
}

pub(crate) fn authorize(fields: &[(&str, &str)]) -> String {
    format!("/authorize?{}", query(fields))
}

pub(crate) fn query(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

pub(crate) fn exchange(code: &str) -> Vec<(&str, &str)> {
    vec![
        ("grantType", "authorization_code"),
        ("code", code),
        ("redirectUri", REDIRECT),
        ("clientId", CLIENT),
        ("clientSecret", SECRET),
    ]
}

pub(crate) fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(query(fields))).unwrap()
}

pub(crate) fn multipart(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let part = |(name, value): &(&str, &str)| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body: String = fields.iter().map(part).chain(["--edge--\r\n".to_owned()]).collect();
    let request = Request::post(path).header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
    request.body(Body::from(body)).unwrap()
}

pub(crate) fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}
