//! A relying party in a closure: it records every request and answers from a table.

use std::future::IntoFuture as _;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A request as the server saw it.
#[derive(Clone)]
pub(crate) struct Seen {
    /// Method, path and query: `GET /auth/token?x=1`.
    pub(crate) line: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("text"))
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// An answer: status and body.
pub(crate) type Reply = (u16, String);

/// A running server.
pub(crate) struct Server {
    pub(crate) root: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Serves on a free port of loopback; `answer` also gets how many requests came before.
    pub(crate) async fn start(answer: impl Fn(&Seen, usize) -> Reply + Send + Sync + 'static) -> Self {
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let record = Arc::clone(&seen);
        let answer = Arc::new(answer);
        let router = Router::new().fallback(move |request: Request| {
            let (record, answer) = (Arc::clone(&record), Arc::clone(&answer));
            async move { serve(request, &record, &*answer).await }
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let root = format!("http://{}", listener.local_addr().expect("bound"));
        tokio::spawn(axum::serve(listener, router).into_future());
        Self { root, seen }
    }

    /// A server that answers by request line, and 404 to any other.
    pub(crate) async fn table(table: Vec<(&'static str, Reply)>) -> Self {
        Self::start(move |seen, _| {
            let found = table.iter().find(|(line, _)| *line == seen.line);
            found.map_or((404, "{}".to_owned()), |(_, reply)| reply.clone())
        })
        .await
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.line).collect()
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no test panics here").clone()
    }

    pub(crate) fn only(&self, line: &str) -> Seen {
        let mut found = self.seen().into_iter().filter(|seen| seen.line == line);
        let first = found.next().unwrap_or_else(|| panic!("{line} was not asked, only {:?}", self.lines()));
        assert!(found.next().is_none(), "{line} was asked twice");
        first
    }
}

async fn serve(
    request: Request,
    record: &Mutex<Vec<Seen>>,
    answer: &(impl Fn(&Seen, usize) -> Reply + Send + Sync),
) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(Body::new(body), usize::MAX).await.unwrap_or_default().to_vec();
    let line = format!("{} {}", parts.method, parts.uri.path_and_query().expect("a path"));
    let seen = Seen { line, headers: parts.headers, body };
    let before = {
        let mut list = record.lock().expect("no test panics here");
        list.push(seen.clone());
        list.len() - 1
    };
    let (status, text) = answer(&seen, before);
    (StatusCode::from_u16(status).expect("a status"), text).into_response()
}

/// A server that speaks bytes: each connection's request is read, then `reply` writes what it likes.
pub(crate) async fn raw<F, R>(reply: F) -> String
where
    F: Fn(TcpStream) -> R + Send + Sync + 'static,
    R: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let root = format!("http://{}", listener.local_addr().expect("bound"));
    let reply = Arc::new(reply);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let reply = Arc::clone(&reply);
            tokio::spawn(async move {
                let mut head = [0; 16 * 1024];
                let _ = stream.read(&mut head).await;
                reply(stream).await;
            });
        }
    });
    root
}

/// A server that answers every request with these bytes and hangs up.
pub(crate) async fn fixed(bytes: Vec<u8>) -> String {
    raw(move |mut stream| {
        let bytes = bytes.clone();
        async move {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
    })
    .await
}

/// A token with these claims, valid for a while unless they say otherwise.
pub(crate) fn token(claims: Value) -> String {
    let now = Timestamp::now().as_second();
    let mut payload = json!({"iat": now, "exp": now + 600});
    for (name, value) in claims.as_object().expect("claims") {
        payload[name] = value.clone();
    }
    let part = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.{}", part(r#"{"alg":"HS256"}"#), part(&payload.to_string()), part("signature-canary"))
}

/// An answer with a token.
pub(crate) fn jwt(claims: Value) -> Reply {
    (200, json!({ "jwt": token(claims) }).to_string())
}

/// A challenge token's answer.
pub(crate) fn challenge() -> Reply {
    jwt(json!({"sub": "127.0.0.1", "nonce": "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ"}))
}

pub(crate) fn ok(body: Value) -> Reply {
    (200, body.to_string())
}
