//! A login of the did dialect: four requests and a signature.

use std::sync::Arc;
use std::time::Instant;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN, USER_AGENT};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use idw_keys::SecretKey;
use idw_lws::{Client, ClientOptions, Dialect, Nonce, Signer, SignerError, SiteDescription};
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::LOGINS;

const KEY: &str = "4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d";

/// Signs as the wallet does.
pub(crate) struct Key(SecretKey);

impl Key {
    pub(crate) fn new() -> Self {
        Self(SecretKey::from_hex(KEY).expect("a key"))
    }
}

impl Signer for Key {
    fn did(&self) -> String {
        self.0.did().to_string()
    }

    fn address(&self) -> String {
        self.0.address().lower_hex()
    }

    fn public_key(&self) -> String {
        self.0.public_key().uncompressed_hex()
    }

    fn key_id(&self) -> String {
        self.0.did().key_id()
    }

    fn sign(&self, nonce: &Nonce) -> Result<String, SignerError> {
        Ok(self.0.sign_personal(nonce.as_str()).to_hex())
    }
}

pub(crate) fn site(root: &str) -> SiteDescription {
    let raw = json!({"rootEndpoint": root, "did": true}).to_string();
    SiteDescription::parse(raw.as_bytes(), None).expect("a description")
}

/// Microseconds for a login with this client.
pub(crate) fn ours(root: &str) -> String {
    let (client, site, signer) = (Client::new(ClientOptions::default()), site(root), Key::new());
    let signer: Arc<dyn Signer> = Arc::new(signer);
    let log_in = async || {
        let session = client.session(&site, Dialect::Did).challenge(&signer).await?.respond().await?;
        let token = session.user_token().await?;
        session.log_in(&token).await
    };
    runtime().block_on(async {
        for _ in 0..LOGINS {
            log_in().await.expect("a login");
        }
        let started = Instant::now();
        for _ in 0..LOGINS {
            assert!(log_in().await.expect("a login").redirect.is_some());
        }
        micros(started)
    })
}

/// Microseconds for the least that can be called a login: the same requests, and no question asked.
pub(crate) fn raw(root: &str) -> String {
    let host = root.trim_start_matches("http://").to_owned();
    let key = SecretKey::from_hex(KEY).expect("a key");
    runtime().block_on(async {
        let stream = TcpStream::connect(&host).await.expect("the server listens");
        stream.set_nodelay(true).expect("a socket option");
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await.expect("a connection");
        tokio::spawn(connection);
        for _ in 0..LOGINS {
            log_in_raw(&mut sender, &host, &key).await;
        }
        let started = Instant::now();
        for _ in 0..LOGINS {
            log_in_raw(&mut sender, &host, &key).await;
        }
        micros(started)
    })
}

async fn log_in_raw(sender: &mut SendRequest<Full<Bytes>>, host: &str, key: &SecretKey) {
    let did = key.did().to_string();
    let challenge = call(sender, host, Method::GET, &format!("/auth/challenge/{did}"), None, None).await;
    let jwt = challenge["jwt"].as_str().expect("a token");
    let payload = BASE64_URL_SAFE_NO_PAD.decode(jwt.split('.').nth(1).expect("a payload")).expect("base64url");
    let claims: Value = serde_json::from_slice(&payload).expect("claims");
    let signature = key.sign_personal(claims["nonce"].as_str().expect("a nonce")).to_hex();
    let body = json!({"signature": {"value": signature, "keyId": format!("{did}#keys-1")}});
    let answer = call(sender, host, Method::POST, "/auth/challenge", Some(jwt), Some(&body)).await;
    let token = answer["jwt"].as_str().expect("a token");
    let user = call(sender, host, Method::GET, "/users/token", Some(token), None).await;
    let done = call(sender, host, Method::POST, "/login", None, Some(&user)).await;
    assert!(done["redirectTo"].is_string());
}

async fn call(
    sender: &mut SendRequest<Full<Bytes>>,
    host: &str,
    method: Method,
    path: &str,
    token: Option<&str>,
    body: Option<&Value>,
) -> Value {
    let mut request = Request::builder().method(method).uri(path).header(HOST, host);
    request = request.header(USER_AGENT, "SelfKeyIDW/0.1.0").header(ORIGIN, "IDW").header(ACCEPT, "application/json");
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, format!("Bearer {token}"));
    }
    let bytes = body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string()));
    if body.is_some() {
        request = request.header(CONTENT_TYPE, "application/json");
    }
    let request = request.body(Full::new(bytes)).expect("a request");
    let answer = sender.send_request(request).await.expect("an answer");
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    serde_json::from_slice(&bytes).expect("JSON")
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    // As the command line's own.
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn micros(started: Instant) -> String {
    let count = u32::try_from(LOGINS).expect("few enough");
    format!("{:.1}", (started.elapsed() / count).as_secs_f64() * 1e6)
}
