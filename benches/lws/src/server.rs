//! The relying party that all of them talk to: as quick as can be, so that it is the clients that are measured.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::header::CONTENT_TYPE;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpListener;

/// Serves until the process ends.
pub(crate) struct Server {
    root: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket can be made non-blocking");
        let root = format!("http://{}", listener.local_addr().expect("bound"));
        let connections = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&connections);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            runtime.expect("a runtime").block_on(serve(listener, &counter));
        });
        Self { root, connections }
    }

    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

async fn serve(listener: std::net::TcpListener, connections: &AtomicUsize) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    let answers = Arc::new(Answers::new());
    while let Ok((stream, _)) = listener.accept().await {
        connections.fetch_add(1, Ordering::SeqCst);
        let _ = stream.set_nodelay(true);
        let answers = Arc::clone(&answers);
        tokio::spawn(async move {
            let service = service_fn(|request| answer(request, &answers));
            // A client that goes away ends its connection and nothing else.
            let _ = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// Made once: the server's own work is to be next to nothing.
struct Answers {
    challenge: Bytes,
    token: Bytes,
}

impl Answers {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
        let nonce = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==";
        let jwt = |payload: &serde_json::Value| {
            let part = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
            let text = format!("{}.{}.{}", part(r#"{"alg":"HS256"}"#), part(&payload.to_string()), "s".repeat(43));
            Bytes::from(json!({ "jwt": text }).to_string())
        };
        Self {
            challenge: jwt(&json!({"sub": "127.0.0.1", "iat": now, "exp": now + 3600, "nonce": nonce})),
            token: jwt(&json!({"iat": now, "exp": now + 3600})),
        }
    }
}

async fn answer(request: Request<Incoming>, answers: &Answers) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, mut body) = request.into_parts();
    while let Some(Ok(_)) = body.frame().await {}
    let json = match (&parts.method, parts.uri.path()) {
        (&Method::POST, "/auth/challenge") => answers.token.clone(),
        (&Method::GET, "/users/token") => Bytes::from_static(br#"{"token":"0123456789abcdef"}"#),
        (&Method::POST, "/login") => Bytes::from_static(br#"{"redirectTo":"/in"}"#),
        (&Method::POST, _) => Bytes::from_static(br#"{"id":"f"}"#),
        _ => answers.challenge.clone(),
    };
    let mut response = Response::new(Full::new(json));
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("application/json"));
    Ok(response)
}
