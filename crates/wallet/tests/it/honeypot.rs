//! A host that several sites share: every path answers as a site of the did dialect would, says of itself what it is told
//! to, and remembers what it got.

use std::sync::{Arc, Mutex};

use axum::{
    Json, Router,
    body::to_bytes,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine as _};
use serde_json::{Value, json};

/// One request that came in.
#[derive(Clone, Debug)]
pub(crate) struct Got {
    pub(crate) line: String,
    pub(crate) has_token: bool,
    pub(crate) body: String,
}

/// What it says and what it got.
#[derive(Clone, Default)]
struct Script {
    /// What is at a path, for a method.
    said: Arc<Mutex<Vec<(String, Value)>>>,
    got: Arc<Mutex<Vec<Got>>>,
}

/// A host. It stops with the test.
pub(crate) struct Honeypot {
    pub(crate) origin: String,
    script: Script,
}

impl Honeypot {
    pub(crate) async fn start() -> Self {
        Self::start_at("127.0.0.1:0").await
    }

    /// Starts at the given address, for sites that a vault already knows.
    pub(crate) async fn start_at(address: &str) -> Self {
        let listener = tokio::net::TcpListener::bind(address).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let script = Script::default();
        let router = Router::new().fallback(answer).with_state(script.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { origin, script }
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// What it answers to a request line, such as `GET /a/config`, from now on.
    pub(crate) fn says(&self, line: &str, answer: Value) {
        let mut said = self.script.said.lock().unwrap();
        said.retain(|(known, _)| known != line);
        said.push((line.to_owned(), answer));
    }

    /// What came in so far; and nothing of it the next time.
    pub(crate) fn take(&self) -> Vec<Got> {
        std::mem::take(&mut *self.script.got.lock().unwrap())
    }

    /// The paths of what came in, below `folder`, that brought a signature, a token, values or files.
    pub(crate) fn brought(&self, folder: &str) -> Vec<String> {
        let got = self.script.got.lock().unwrap();
        let brings = |one: &&Got| one.has_token || !one.body.is_empty();
        let below = |one: &&Got| one.line.split(' ').nth(1).is_some_and(|path| path.starts_with(folder));
        got.iter().filter(brings).filter(below).map(|one| one.line.clone()).collect()
    }
}

async fn answer(State(script): State<Script>, request: Request) -> Response {
    let line = format!("{} {}", request.method(), request.uri().path());
    let has_token = request.headers().contains_key("authorization");
    let body = to_bytes(request.into_body(), 10 << 20).await.unwrap_or_default();
    let body = String::from_utf8_lossy(&body).into_owned();
    script.got.lock().unwrap().push(Got { line: line.clone(), has_token, body: body.clone() });
    let said = script.said.lock().unwrap().iter().find(|(known, _)| *known == line).map(|(_, answer)| answer.clone());
    match said {
        Some(answer) => Json(answer).into_response(),
        None => usual(&line, &body),
    }
}

fn usual(line: &str, body: &str) -> Response {
    let token = |sub: &str, nonce: bool| {
        let mut payload = json!({"sub": sub, "iat": 1_700_000_000, "exp": 4_000_000_000_u64});
        if nonce {
            payload["nonce"] = json!(BASE64_STANDARD.encode([7; 64]));
        }
        let encode = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
        json!({"jwt": format!("{}.{}.{}", encode("{\"alg\":\"HS256\"}"), encode(&payload.to_string()), encode("signature"))})
    };
    let (method, path) = line.split_once(' ').unwrap();
    let last = path.rsplit('/').next().unwrap_or_default();
    match (method, last) {
        ("GET", did) if did.starts_with("did:") => Json(token(did, true)).into_response(),
        ("POST", "challenge") => {
            let said: Value = serde_json::from_str(body).unwrap_or_default();
            let key_id = said["signature"]["keyId"].as_str().unwrap_or_default();
            Json(token(key_id.split('#').next().unwrap_or_default(), false)).into_response()
        }
        ("POST", "users") => (StatusCode::CREATED, Json(json!({}))).into_response(),
        ("GET", "token") => Json(json!({"token": "user"})).into_response(),
        ("POST", "login") => Json(json!({"redirectTo": "/in"})).into_response(),
        ("POST", "files" | "file") => Json(json!({"id": "f1"})).into_response(),
        ("POST", "applications") => (StatusCode::CREATED, Json(json!({"id": "app-1"}))).into_response(),
        ("PATCH", _) => Json(json!({})).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
