//! A wallet in a few lines, written for these tests from the protocol: it can do everything right, and then one
//! thing wrong.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use idw_keys::SecretKey;
use idw_relying_party::{Config, Dialects, OperatorSecret, SigningKey, SqliteStore, router};
use serde_json::{Value, json};
use tower::ServiceExt as _;

pub(crate) const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
pub(crate) const OPERATOR_SECRET: &str = "an-operator-secret-of-a-test";
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";
pub(crate) const PDF: &[u8] = b"%PDF-1.7 and so on";

const BOUNDARY: &str = "a-boundary";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaks {
    Classic,
    Did,
}

/// The name of a platform attribute.
pub(crate) fn schema(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

/// A router like the one that is served, with a known secret.
pub(crate) fn site(dialects: Dialects) -> Router {
    site_with(|config| config.dialects = dialects)
}

pub(crate) fn site_with(change: impl FnOnce(&mut Config)) -> Router {
    let mut config = Config::sample("http://rp.example".parse().unwrap()).unwrap();
    config.signing_key = SigningKey::from_secret(SECRET).unwrap();
    config.operator = Some(OperatorSecret::new(OPERATOR_SECRET).unwrap());
    change(&mut config);
    router(config, SqliteStore::in_memory().unwrap()).unwrap()
}

/// A request that is right unless it is changed.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) peer: SocketAddr,
}

impl Call {
    pub(crate) fn get(speaks: Speaks, path: &str) -> Self {
        let agent = match speaks {
            Speaks::Classic => "SelfkeyIDW/1.0.0",
            Speaks::Did => "SelfKeyIDW/1.0.0",
        };
        let headers = vec![
            ("user-agent", agent.to_owned()),
            ("origin", "IDW".to_owned()),
            ("accept", "application/json".to_owned()),
        ];
        Self { headers, ..Self::page(&format!("/lws{path}")) }
    }

    pub(crate) fn json(speaks: Speaks, path: &str, body: &Value) -> Self {
        let call = Self { method: "POST", body: body.to_string().into_bytes(), ..Self::get(speaks, path) };
        call.with("content-type", "application/json")
    }

    pub(crate) fn form(speaks: Speaks, path: &str, parts: &[Part]) -> Self {
        let mut body = Vec::new();
        for part in parts {
            body.extend_from_slice(format!("--{BOUNDARY}\r\n").as_bytes());
            let file_name = part.file_name.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
            body.extend_from_slice(
                format!("Content-Disposition: form-data; name=\"{}\"{file_name}\r\n", part.name).as_bytes(),
            );
            body.extend_from_slice(format!("Content-Type: {}\r\n\r\n", part.mime_type).as_bytes());
            body.extend_from_slice(&part.content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let call = Self { method: "POST", body, ..Self::get(speaks, path) };
        call.with("content-type", &format!("multipart/form-data; boundary={BOUNDARY}"))
    }

    /// Below the site's root, not below the endpoints.
    pub(crate) fn page(path: &str) -> Self {
        let peer = ([127, 0, 0, 1], 40_000).into();
        Self { method: "GET", path: path.to_owned(), headers: Vec::new(), body: Vec::new(), peer }
    }

    /// A form of one of the site's pages.
    pub(crate) fn submit(path: &str, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let call = Self { method: "POST", body: body.into_bytes(), ..Self::page(path) };
        call.with("content-type", "application/x-www-form-urlencoded")
    }

    /// From another machine.
    pub(crate) fn elsewhere(self) -> Self {
        Self { peer: ([192, 0, 2, 7], 40_000).into(), ..self }
    }

    pub(crate) fn method(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn bearer(self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    /// As the operator, by the secret.
    pub(crate) fn operator(self) -> Self {
        self.bearer(OPERATOR_SECRET)
    }

    /// From a form of the site's own pages, as browsers say it.
    pub(crate) fn on_own_page(self) -> Self {
        self.with("host", "rp.example").with("origin", "http://rp.example")
    }

    pub(crate) fn with(self, name: &'static str, value: &str) -> Self {
        let mut call = self.without(name);
        call.headers.push((name, value.to_owned()));
        call
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    pub(crate) async fn send(self, site: &Router) -> Answer {
        let mut request = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.extension(ConnectInfo(self.peer));
        let response = site.clone().oneshot(request.body(Body::from(self.body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.map(|bytes| bytes.to_vec());
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) file_name: Option<&'static str>,
    pub(crate) mime_type: &'static str,
    pub(crate) content: Vec<u8>,
}

impl Part {
    pub(crate) fn json(name: &'static str, value: &Value) -> Self {
        Self { name, file_name: None, mime_type: "application/json", content: value.to_string().into_bytes() }
    }

    pub(crate) fn png(name: &'static str) -> Self {
        Self { name, file_name: Some("a.png"), mime_type: "image/png", content: PNG.to_vec() }
    }

    pub(crate) fn pdf(name: &'static str) -> Self {
        Self { name, file_name: Some("a.pdf"), mime_type: "application/pdf", content: PDF.to_vec() }
    }
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Result<Vec<u8>, axum::Error>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(self.body.as_ref().unwrap()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.text()).unwrap_or(Value::Null)
    }

    /// The session that a `Set-Cookie` began, as a browser sends it back.
    #[track_caller]
    pub(crate) fn cookie(&self) -> String {
        let cookie = self.headers.get("set-cookie").unwrap_or_else(|| panic!("{}: {}", self.status, self.text()));
        cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self.json()
    }

    /// A refusal says what is wrong: status, code and a message.
    #[track_caller]
    pub(crate) fn expect_refusal(self, row: &str, status: u16, code: &str) -> Value {
        let body = self.json();
        assert_eq!((self.status.as_u16(), body["code"].as_str()), (status, Some(code)), "{row}: {body}");
        assert!(body["message"].as_str().is_some_and(|message| !message.is_empty()), "{row}: {body}");
        body
    }
}

pub(crate) struct Wallet {
    pub(crate) key: SecretKey,
    pub(crate) speaks: Speaks,
}

impl Wallet {
    pub(crate) fn new(speaks: Speaks, seed: u8) -> Self {
        Self { key: SecretKey::from_bytes(&[seed; 32]).unwrap(), speaks }
    }

    pub(crate) fn did(&self) -> String {
        self.key.did().to_string()
    }

    pub(crate) fn challenge_path(&self) -> String {
        match self.speaks {
            Speaks::Classic => "/auth/challenge".to_owned(),
            Speaks::Did => format!("/auth/challenge/{}", self.did()),
        }
    }

    /// A C-JWT.
    pub(crate) async fn challenge(&self, site: &Router) -> String {
        let answer = Call::get(self.speaks, &self.challenge_path()).send(site).await.expect(200);
        answer["jwt"].as_str().unwrap().to_owned()
    }

    pub(crate) fn response_body(&self, challenge: &str) -> Value {
        let signature = self.key.sign_personal(&text_to_sign(challenge)).to_hex();
        match self.speaks {
            Speaks::Classic => json!({"signature": signature}),
            Speaks::Did => json!({"signature": {"value": signature, "keyId": format!("{}#keys-1", self.did())}}),
        }
    }

    /// The answer to a challenge, right in every way.
    pub(crate) fn response(&self, challenge: &str) -> Call {
        Call::json(self.speaks, "/auth/challenge", &self.response_body(challenge)).bearer(challenge)
    }

    /// A W-JWT.
    pub(crate) async fn authenticate(&self, site: &Router) -> String {
        let challenge = self.challenge(site).await;
        let answer = self.response(&challenge).send(site).await.expect(200);
        answer["jwt"].as_str().unwrap().to_owned()
    }

    /// The sign-up that the sample site asks for, right in every way.
    pub(crate) fn sign_up(&self, token: &str) -> Call {
        self.sign_up_with(token, &self.attributes())
    }

    pub(crate) fn sign_up_with(&self, token: &str, attributes: &Value) -> Call {
        let call = match self.speaks {
            Speaks::Classic => Call::form(self.speaks, "/users", &[Part::json("attributes", attributes)]),
            Speaks::Did => Call::json(self.speaks, "/users", &json!({"attributes": attributes})),
        };
        call.bearer(token)
    }

    pub(crate) fn attributes(&self) -> Value {
        json!([
            self.attribute(Some("first"), "first-name", json!("Ada")),
            self.attribute(None, "last-name", json!("Example")),
            self.attribute(Some("contact-email"), "email", json!("ada@mail.example")),
            self.attribute(None, "date-of-birth", json!("1985-04-12")),
            self.attribute(None, "nationality", json!({"country": "CH"})),
        ])
    }

    pub(crate) fn attribute(&self, id: Option<&str>, name: &str, value: Value) -> Value {
        let mut attribute = match (self.speaks, id) {
            (Speaks::Classic, None) => json!({"id": schema(name), "data": {"value": value}}),
            (Speaks::Classic, Some(_)) => json!({"schemaId": schema(name), "data": {"value": value}}),
            (Speaks::Did, _) => json!({"schemaId": schema(name), "data": value}),
        };
        if let Some(id) = id {
            attribute["id"] = json!(id);
        }
        attribute
    }

    pub(crate) fn token_path(&self) -> &'static str {
        match self.speaks {
            Speaks::Classic => "/auth/token",
            Speaks::Did => "/users/token",
        }
    }

    /// From the W-JWT to the URL for the browser.
    pub(crate) async fn log_in(&self, site: &Router, token: &str) -> String {
        let user_token = Call::get(self.speaks, self.token_path()).bearer(token).send(site).await.expect(200);
        let answer = Call::json(self.speaks, "/login", &user_token).bearer(token).send(site).await.expect(200);
        let key = match self.speaks {
            Speaks::Classic => "redirectUrl",
            Speaks::Did => "redirectTo",
        };
        answer[key].as_str().unwrap().to_owned()
    }
}

/// The payload of a token, unverified.
pub(crate) fn payload(token: &str) -> Value {
    let payload = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
}

pub(crate) fn text_to_sign(challenge: &str) -> String {
    let payload = payload(challenge);
    payload.get("challenge").or(payload.get("nonce")).and_then(Value::as_str).unwrap().to_owned()
}

/// A token with claims of our own, signed by the site's secret.
pub(crate) fn forge(claims: &Value) -> String {
    let key = jsonwebtoken::EncodingKey::from_secret(SECRET);
    jsonwebtoken::encode(&jsonwebtoken::Header::default(), claims, &key).unwrap()
}

/// What has arrived, as the site tells it.
pub(crate) async fn state(site: &Router) -> Value {
    Call::page("/api/state").operator().send(site).await.expect(200)
}
