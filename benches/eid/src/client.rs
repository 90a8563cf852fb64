//! A connection that is kept, and a wallet that answers on one.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use idw_autheid::RequestId;
use idw_autheid::sign::{Form, RawKey, Secret, Serialization, SignedText};
use idw_autheid::wire::{
    AnswerCall, AnswerDecision, AnsweredSignature, DEVICES_PATH, DeviceKey, NONCES_PATH, answer_path,
};
use jiff::Timestamp;
use rustls::pki_types::ServerName;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::server::{RP, Server};

/// One connection.
pub(crate) struct Connection {
    send: SendRequest<Full<Bytes>>,
    host: String,
    key: String,
}

impl Connection {
    pub(crate) async fn open(server: &Server, key: &str) -> Self {
        let stream = TcpStream::connect(server.address).await.expect("it listens");
        stream.set_nodelay(true).expect("a socket");
        let send = match &server.tls {
            None => spawn(TokioIo::new(stream)).await,
            Some(config) => {
                let name = ServerName::try_from("localhost").expect("a name");
                let connector = TlsConnector::from(config.clone());
                spawn(TokioIo::new(connector.connect(name, stream).await.expect("TLS"))).await
            }
        };
        let port = server.address.port();
        let host = if server.tls.is_some() { format!("localhost:{port}") } else { server.address.to_string() };
        Self { send, host, key: key.to_owned() }
    }

    pub(crate) async fn call(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Value {
        let mut request = Request::builder().method(method).uri(path).header("host", &self.host);
        if !self.key.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.key));
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(Bytes::from(body))).expect("a request");
        self.send.ready().await.expect("a connection");
        let answer = self.send.send_request(request).await.expect("an answer");
        let status = answer.status();
        let body = answer.into_body().collect().await.expect("a body").to_bytes();
        assert!(status.is_success(), "{status}: {}", String::from_utf8_lossy(&body));
        serde_json::from_slice(&body).unwrap_or_default()
    }
}

async fn spawn<T>(io: TokioIo<T>) -> SendRequest<Full<Bytes>>
where
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let (send, connection) = handshake(io).await.expect("HTTP");
    // A server that goes away ends its connection and nothing else.
    tokio::spawn(async move { drop(connection.await) });
    send
}

/// What an RP asks.
pub(crate) fn asked(email: &str, timeout_seconds: u32) -> Vec<u8> {
    let body = json!({
        "type": "SIGNATURE", "email": email, "title": "Sign the order", "description": "3 lamps",
        "timeout_seconds": timeout_seconds,
    });
    body.to_string().into_bytes()
}

/// A request's id and when it was created.
pub(crate) fn created(answer: &Value) -> (String, i64) {
    let id = answer["request_id"].as_str().expect("an id").to_owned();
    (id, answer["timestamp_created"].as_i64().expect("a time"))
}

/// A device that answers.
pub(crate) struct Wallet {
    key: DeviceKey,
    raw: RawKey,
    connection: Connection,
    nonce: String,
    email: String,
}

impl Wallet {
    pub(crate) async fn bind(server: &Server, email: &str) -> Self {
        let key = DeviceKey::make().expect("a key");
        let database = server.database.as_ref().expect("it is ours");
        let code = database.invite(email, Timestamp::now()).await.expect("an email");
        let mut seed = [0; 32];
        seed.copy_from_slice(&key.name().as_bytes()[..32]);
        let raw = RawKey::derive(&Secret::from_bytes(&seed), &server.rp).expect("a key");
        let connection = Connection::open(server, "").await;
        let mut wallet = Self { key, raw, connection, nonce: String::new(), email: email.to_owned() };
        wallet.renew().await;
        let body = json!({"code": code.expose_text(), "key": wallet.key.name(), "name": "bench"}).to_string();
        wallet.signed(DEVICES_PATH, body.into_bytes()).await;
        wallet.renew().await;
        wallet
    }

    async fn renew(&mut self) {
        let given = self.connection.call("POST", NONCES_PATH, &[], Vec::new()).await;
        given["nonce"].as_str().expect("a nonce").clone_into(&mut self.nonce);
    }

    async fn signed(&mut self, path: &str, body: Vec<u8>) -> Value {
        let now = Timestamp::now().as_second();
        let signature = self.key.sign("POST", path, &body, &self.nonce, now).expect("a signature");
        let headers = [
            ("content-digest", signature.content_digest.as_str()),
            ("signature-input", &signature.signature_input),
            ("signature", &signature.signature),
        ];
        self.connection.call("POST", path, &headers, body).await
    }

    /// Says yes.
    pub(crate) async fn approve(&mut self, id: &str, created: i64, timeout_seconds: u32) {
        let at = Timestamp::now().as_second().max(created);
        let body = answer(&self.raw, &self.email, created, at, timeout_seconds);
        let id = RequestId::parse(id).expect("an id");
        let answered = self.signed(&answer_path(&id), body).await;
        answered["next_nonce"].as_str().expect("a nonce").clone_into(&mut self.nonce);
    }
}

/// A yes in form raw.
pub(crate) fn answer(raw: &RawKey, email: &str, created: i64, at: i64, timeout_seconds: u32) -> Vec<u8> {
    let text = SignedText {
        email: email.to_owned(),
        rp_name: RP.to_owned(),
        title: "Sign the order".to_owned(),
        description: "3 lamps".to_owned(),
        timestamp_created: created,
        timestamp_finished: at,
        timeout_seconds,
        invisible_data: Vec::new(),
    };
    let data = text.bytes(Form::Raw, Serialization::Json);
    let signed = raw.sign_raw(&data);
    let signature = AnsweredSignature {
        data,
        sign: signed.sign.to_vec(),
        user_pub_key: signed.user_pub_key.to_vec(),
        certificate_request: None,
    };
    let call = AnswerCall {
        decision: AnswerDecision::Approved,
        at,
        device_id: raw.device_id(),
        device_name: "Identity Wallet".to_owned(),
        signature: Some(signature),
        ..AnswerCall::declined()
    };
    serde_json::to_vec(&call).expect("JSON")
}
