//! A service to call, on a real socket.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use idw_autheid::generated::{CreateRequest, RequestType};
use idw_autheid::{
    Answer, Clock, Decider, Decision, MemoryStore, Mount, Over, Payload, RequestId, Rp, Service, StoredRequest, Who,
    router, serve,
};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

pub(crate) const KEY: &str = "Pj+GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkKD";
pub(crate) const OTHER_KEY: &str = "live_Pj-GIg2_l7ZKmicZi37-1giqKJ1WH3Vt8vSSxCuvPkKD";

/// Notes what it is told and decides nothing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Notes(Arc<Mutex<Vec<Note>>>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    Asked(RequestId),
    Over(RequestId, Over),
}

impl Notes {
    pub(crate) fn all(&self) -> Vec<Note> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn add(&self, note: Note) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(note);
    }
}

impl Decider for Notes {
    fn asked(&self, request: &StoredRequest) {
        self.add(Note::Asked(request.id.clone()));
    }

    fn over(&self, id: &RequestId, why: Over) {
        self.add(Note::Over(id.clone(), why));
    }
}

/// A service on a socket, which ends with it.
pub(crate) struct Server {
    pub(crate) service: Service<MemoryStore, Notes>,
    pub(crate) notes: Notes,
    pub(crate) address: SocketAddr,
    seconds: Arc<AtomicI64>,
}

/// Starts one that two RPs can call. Its clock stands still until the test moves it on.
pub(crate) async fn start() -> Server {
    let store = MemoryStore::default();
    store.register(KEY, Rp::new("1", "Example bank"));
    store.register(OTHER_KEY, Rp::new("2", "Example shop"));
    let notes = Notes::default();
    let seconds = Arc::new(AtomicI64::new(START));
    let clock = Arc::clone(&seconds);
    let clock = Clock::new(move || Timestamp::from_second(clock.load(Ordering::Relaxed)).unwrap());
    let service = Service::new(store, notes.clone(), clock);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, router(service.clone(), Mount::at(address)), std::future::pending()));
    Server { service, notes, address, seconds }
}

/// When every test begins.
pub(crate) const START: i64 = 1_800_000_000;

/// An answer from the network.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Server {
    /// Sends bytes and gives whatever comes back until the connection ends.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        exchange(TcpStream::connect(self.address).await.unwrap(), bytes).await
    }

    /// Sends bytes and gives what comes back first.
    pub(crate) async fn first(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let mut answer = vec![0; 4096];
        let len = stream.read(&mut answer).await.unwrap();
        answer.truncate(len);
        answer
    }

    /// Until so many callers wait for results.
    pub(crate) async fn until_waiting(&self, count: usize) {
        while self.service.waiting() != count {
            tokio::task::yield_now().await;
        }
    }

    /// One call, with whatever headers.
    pub(crate) async fn send(&self, line: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let mut head = format!("{line} HTTP/1.1\r\nConnection: close\r\n");
        let has = |name: &str| headers.iter().any(|(header, _)| header.eq_ignore_ascii_case(name));
        if !has("host") {
            write!(head, "Host: {}\r\n", self.address).unwrap();
        }
        if !has("content-length") && !has("transfer-encoding") && line.starts_with("POST") {
            write!(head, "Content-Length: {}\r\n", body.len()).unwrap();
        }
        for (name, value) in headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        let answer = self.raw(&[head.as_bytes(), b"\r\n", body].concat()).await;
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or_else(|| {
            panic!("{line}: no answer but {:?}", String::from_utf8_lossy(&answer));
        });
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
        Reply { status, body: answer[end + 4..].to_vec() }
    }

    /// One call of the first RP.
    pub(crate) async fn call(&self, line: &str, body: &str) -> Reply {
        self.send(line, &[("Authorization", &format!("Bearer {KEY}"))], body.as_bytes()).await
    }

    /// Creates a request, and gives its id.
    pub(crate) async fn create(&self, body: &str) -> RequestId {
        let reply = self.call("POST /v1/requests", body).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        RequestId::parse(reply.json()["request_id"].as_str().unwrap()).unwrap()
    }

    /// Moves the clock on, and has whoever waits look at it.
    pub(crate) fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
        self.service.wake();
    }
}

/// A request to log in that keeps the rules.
pub(crate) const LOGIN: &str = r#"{"type": "AUTHENTICATION", "email": "ada@company.example", "title": "Log in"}"#;

pub(crate) fn who() -> Who {
    Who {
        email: "ada@company.example".to_owned(),
        device_id: "Awiuhl1V7yqmZUDM5SMlO1YQwbV+VN8bBKzQ/5oDZtQh".to_owned(),
        device_name: "Identity wallet".to_owned(),
        unique_user_id: "oava51cj".to_owned(),
    }
}

pub(crate) fn approved(payload: Payload) -> Decision {
    Decision::Approved(Answer { who: who(), payload })
}

pub(crate) fn login() -> Decision {
    approved(Payload::Authentication { jwt: "a.b.c".to_owned(), is_verified: false })
}

/// The same as a message.
pub(crate) fn call() -> CreateRequest {
    CreateRequest {
        r#type: RequestType::Authentication.into(),
        email: "ada@company.example".to_owned(),
        title: "Log in".to_owned(),
        ..CreateRequest::default()
    }
}

/// Sends bytes and gives whatever comes back until the connection ends.
pub(crate) async fn exchange(mut stream: TcpStream, bytes: &[u8]) -> Vec<u8> {
    // A server that has heard enough may close before it has read all.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    answer
}
