//! A service to test against. It believes whoever calls: signatures are looked at where the client is tested.

use std::{sync::Arc, time::Duration};

use idw_autheid::{
    Asked, Kind, NewRequest, RequestId, Room, StoredRequest,
    wire::{Listed, ListedForm, ListedRp},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
};

const SERVICE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const EMAIL: &str = "ada@site.example";
pub(super) const CODE: &str = "0123456789ABCDEFGHJKMNPQRS";

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// As it should.
    Good,
    /// It never answers.
    Mute,
    /// It fails.
    Failing,
    /// It does not know the device.
    Forgetful,
}

pub(super) struct Service {
    pub(super) url: String,
    shared: Arc<Shared>,
}

struct Shared {
    mood: watch::Sender<Mood>,
    /// What is open, and how often that has changed.
    open: watch::Sender<(u64, Vec<Value>)>,
    answers: watch::Sender<Vec<String>>,
    sessions: watch::Sender<u64>,
}

impl Service {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            mood: watch::Sender::new(Mood::Good),
            open: watch::Sender::default(),
            answers: watch::Sender::default(),
            sessions: watch::Sender::default(),
        });
        let serving = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&serving)));
            }
        });
        Self { url, shared }
    }

    pub(super) fn set_mood(&self, mood: Mood) {
        self.shared.mood.send_replace(mood);
    }

    /// Lists one more request.
    pub(super) fn ask(&self) {
        let asked = Asked {
            kind: Kind::Authentication { verified_only: false },
            email: EMAIL.to_owned(),
            title: "Log in".to_owned(),
            description: String::new(),
            timeout: Duration::from_secs(600),
            timeout_sent: 600,
            idempotent_key: String::new(),
            no_biometrics: false,
        };
        let id = RequestId::random().unwrap();
        let created = Timestamp::from_second(Timestamp::now().as_second()).unwrap();
        let (rp, base) = ("rp-1".to_owned(), String::new());
        let request: StoredRequest = NewRequest { id, rp, room: Room::default(), asked, created, base }.into();
        let (id, name) = ("rp-1".to_owned(), "Sample Shop".to_owned());
        let rp = ListedRp { id, name, form: ListedForm::X509, matching: false, added: 1_796_040_000 };
        let listed = serde_json::to_value(Listed::of(&request, rp, false)).unwrap();
        self.change(|open| open.push(listed));
    }

    /// Nothing is open any more.
    pub(super) fn take_back(&self) {
        self.change(Vec::clear);
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Value>)) {
        self.shared.open.send_modify(|(count, open)| {
            *count += 1;
            change(open);
        });
    }

    /// Waits for a decision.
    pub(super) async fn decision(&self) -> String {
        let mut answers = self.shared.answers.subscribe();
        let decided = answers.wait_for(|answers| !answers.is_empty()).await.unwrap();
        decided[0].clone()
    }

    /// Waits until somebody asks for a session.
    pub(super) async fn is_asked_for_a_session(&self) {
        self.shared.sessions.subscribe().wait_for(|count| *count > 0).await.unwrap();
    }
}

async fn converse(mut stream: TcpStream, shared: Arc<Shared>) {
    while let Some((head, body)) = read(&mut stream).await {
        let line = head.lines().next().unwrap_or_default().to_owned();
        let (status, answer) = answer(&line, &body, &shared).await;
        let text = if status == 204 { String::new() } else { answer.to_string() };
        let reply = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n\r\n{text}", text.len());
        // A client that has gone hears nothing.
        if stream.write_all(reply.as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn answer(line: &str, body: &str, shared: &Shared) -> (u16, Value) {
    if line.starts_with("POST /wallet/v1/sessions") {
        shared.sessions.send_modify(|count| *count += 1);
    }
    let mood = *shared.mood.borrow();
    match mood {
        Mood::Good => {}
        Mood::Mute => std::future::pending::<()>().await,
        Mood::Failing => return (503, json!({"error": "UNAVAILABLE", "message": "not now"})),
        Mood::Forgetful => return (403, json!({"error": "DEVICE", "message": "who are you?"})),
    }
    match line.split('?').next().unwrap_or_default().trim_end_matches(" HTTP/1.1") {
        "POST /wallet/v1/nonces" => (200, json!({"nonce": "n", "time": 1})),
        "POST /wallet/v1/devices" => {
            (201, json!({"device": "d", "email": EMAIL, "service": SERVICE, "root": "-----BEGIN CERTIFICATE-----"}))
        }
        "POST /wallet/v1/sessions" => (201, json!({"token": "t", "expires_in": 3600, "next_nonce": "n"})),
        "GET /wallet/v1/requests" => list(line, shared).await,
        "DELETE /wallet/v1/devices/self" => (204, Value::Null),
        _ => {
            let decision: Value = serde_json::from_str(body).unwrap();
            shared.answers.send_modify(|answers| answers.push(decision["decision"].as_str().unwrap().to_owned()));
            (200, json!({"status": "USER_CANCELLED", "next_nonce": "n"}))
        }
    }
}

/// Waits until what is open is not what the caller knows, or the mood changes.
async fn list(line: &str, shared: &Shared) -> (u16, Value) {
    let known = line.split("after=").nth(1).and_then(|rest| rest.split([' ', '&']).next()).map(str::to_owned);
    let mut open = shared.open.subscribe();
    let mut mood = shared.mood.subscribe();
    tokio::select! {
        changed = open.wait_for(|(count, _)| known.as_deref() != Some(&count.to_string())) => {
            let (count, requests) = changed.unwrap().clone();
            let time = Timestamp::now().as_second();
            (200, json!({"cursor": count.to_string(), "time": time, "trusts_wallets": false, "devices": [], "requests": requests}))
        }
        _ = mood.wait_for(|mood| *mood != Mood::Good) => (503, json!({"error": "UNAVAILABLE", "message": "not now"})),
    }
}

/// A request, head and body; none when the client has gone.
async fn read(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.to_ascii_lowercase().lines().find_map(|line| {
                line.strip_prefix("content-length:").map(|length| length.trim().parse::<usize>().unwrap())
            });
            if body.len() >= length.unwrap_or_default() {
                return Some((head.to_owned(), body.to_owned()));
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}
