//! Readers that wait: how soon they wake, and what they weigh.

use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::client::{Connection, Wallet, asked, created};
use crate::server::Server;

/// Readers whose weight is taken.
pub(crate) const READERS: usize = 1_000;
/// Pairs of a reader and a wallet, each of which decides again and again.
const PAIRS: usize = 64;
/// How long is measured, after a quarter of that to warm up.
const SECONDS: u64 = 10;
const TIMEOUT_SECONDS: u32 = 600;

/// The median and the 99th percentile, in milliseconds: from the wallet's answer, and from its request, to the reader's result.
pub(crate) async fn wakes(server: &Server, rate: f64) -> [(f64, f64); 2] {
    let mut pairs = Vec::new();
    for number in 0..PAIRS {
        let email = format!("ada{number}@site.example");
        let connections = [Connection::open(server, &server.key).await, Connection::open(server, &server.key).await];
        pairs.push((Wallet::bind(server, &email).await, connections, email));
    }
    let began = Instant::now();
    let each = Duration::from_secs_f64(PAIRS as f64 / rate);
    let (report, mut reports) = mpsc::unbounded_channel();
    let mut workers = JoinSet::new();
    for (number, (mut wallet, [mut rp, mut reader], email)) in pairs.into_iter().enumerate() {
        let report = report.clone();
        workers.spawn(async move {
            let mut next = began + each.mul_f64(number as f64 / PAIRS as f64);
            while began.elapsed() < Duration::from_secs(SECONDS + SECONDS / 4) {
                let (id, at) = created(&rp.call("POST", "/v1/requests", &[], asked(&email, TIMEOUT_SECONDS)).await);
                let path = format!("/v1/requests/{id}");
                let read = async {
                    let result = reader.call("GET", &path, &[], Vec::new()).await;
                    assert_eq!(result["status"], "SUCCESS");
                    Instant::now()
                };
                let decide = async {
                    // The reader waits by then; and decisions come at a steady rate.
                    next = (next + each).max(Instant::now() + Duration::from_millis(5));
                    tokio::time::sleep_until(next.into()).await;
                    let sent = Instant::now();
                    wallet.approve(&id, at, TIMEOUT_SECONDS).await;
                    (sent, Instant::now())
                };
                let (result, (sent, answered)) = tokio::join!(read, decide);
                let ms = |from: Instant| result.saturating_duration_since(from).as_secs_f64() * 1_000.0;
                if began.elapsed() > Duration::from_secs(SECONDS / 4) {
                    // Fails only when nobody measures any more.
                    let _ = report.send([ms(answered), ms(sent)]);
                }
            }
        });
    }
    drop(report);
    let mut figures = [Vec::new(), Vec::new()];
    while let Some([wake, whole]) = reports.recv().await {
        figures[0].push(wake);
        figures[1].push(whole);
    }
    while let Some(done) = workers.join_next().await {
        done.expect("nobody panics");
    }
    println!("\n{} decisions in {SECONDS} s", figures[0].len());
    figures.map(|mut figures| {
        figures.sort_by(f64::total_cmp);
        (figures[figures.len() / 2], figures[figures.len() * 99 / 100])
    })
}

/// The resident memory before, and with all readers, in MiB.
pub(crate) async fn memory(server: &Server) -> [f64; 2] {
    let mut rp = Connection::open(server, &server.key).await;
    let before = server.resident_mib();
    let mut readers = JoinSet::new();
    for number in 0..READERS {
        let body = asked(&format!("nobody{number}@site.example"), TIMEOUT_SECONDS);
        let (id, _) = created(&rp.call("POST", "/v1/requests", &[], body).await);
        let mut reader = Connection::open(server, &server.key).await;
        readers.spawn(async move { reader.call("GET", &format!("/v1/requests/{id}"), &[], Vec::new()).await });
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(readers.try_join_next().is_none(), "a reader does not wait");
    let with_them = server.resident_mib();
    readers.abort_all();
    [before, with_them]
}
