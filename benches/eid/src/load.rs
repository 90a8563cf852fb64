//! As many signatures as the server takes: each is created, answered and read, one after the other, by so many at a time.

use std::time::{Duration, Instant};

use idw_autheid::sign::{RawKey, Secret};
use jiff::Timestamp;
use tokio::task::JoinSet;

use crate::client::{Connection, Wallet, answer, asked, created};
use crate::server::Server;

/// At a time.
const WORKERS: usize = 64;
/// How long is counted, after as long as that to warm up.
pub(crate) const SECONDS: u64 = 8;

/// How many a second `idw-autheid` does.
pub(crate) async fn signatures(server: &Server) -> f64 {
    let mut ready = Vec::new();
    for number in 0..WORKERS {
        let email = format!("ada{number}@site.example");
        ready.push((Wallet::bind(server, &email).await, Connection::open(server, &server.key).await, email));
    }
    let clock = Count::begin();
    let mut workers = JoinSet::new();
    for (mut wallet, mut rp, email) in ready {
        workers.spawn(async move {
            let mut count = 0;
            while let Some(counts) = clock.goes_on() {
                let (id, at) = created(&rp.call("POST", "/v1/requests", &[], asked(&email, 60)).await);
                wallet.approve(&id, at, 60).await;
                let result = rp.call("GET", &format!("/v1/requests/{id}"), &[], Vec::new()).await;
                assert_eq!(result["status"], "SUCCESS");
                count += usize::from(counts);
            }
            count
        });
    }
    total(workers).await
}

/// How many a second the bare server does.
pub(crate) async fn bare(server: &Server) -> f64 {
    let mut ready = Vec::new();
    for number in 0..WORKERS {
        let [rp, wallet] = [Connection::open(server, "").await, Connection::open(server, "").await];
        ready.push((rp, wallet, format!("ada{number}@site.example")));
    }
    // What is sent is as long as ours, and made once: the bare server checks nothing.
    let raw = RawKey::derive(&Secret::from_bytes(&[7; 32]), "rp").expect("a key");
    let now = Timestamp::now().as_second();
    let clock = Count::begin();
    let mut workers = JoinSet::new();
    for (mut rp, mut wallet, email) in ready {
        let sent = answer(&raw, &email, now, now, 60);
        workers.spawn(async move {
            let mut count = 0;
            while let Some(counts) = clock.goes_on() {
                let (id, _) = created(&rp.call("POST", "/v1/requests", &[], asked(&email, 60)).await);
                wallet.call("POST", &format!("/wallet/v1/requests/{id}/answer"), &[], sent.clone()).await;
                let result = rp.call("GET", &format!("/v1/requests/{id}"), &[], Vec::new()).await;
                assert_eq!(result["status"], "SUCCESS");
                count += usize::from(counts);
            }
            count
        });
    }
    total(workers).await
}

async fn total(mut workers: JoinSet<usize>) -> f64 {
    let mut count = 0;
    while let Some(done) = workers.join_next().await {
        count += done.expect("nobody panics");
    }
    count as f64 / SECONDS as f64
}

/// Warming up, counting, over.
#[derive(Clone, Copy)]
struct Count {
    began: Instant,
}

impl Count {
    fn begin() -> Self {
        Self { began: Instant::now() }
    }

    /// Whether what begins now counts; nothing when it is over.
    fn goes_on(self) -> Option<bool> {
        let whole = Duration::from_secs(SECONDS);
        match self.began.elapsed() {
            gone if gone < whole / 2 => Some(false),
            gone if gone < whole + whole / 2 => Some(true),
            _ => None,
        }
    }
}
