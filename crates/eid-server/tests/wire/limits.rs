//! How much is served at a time, and how the service ends.

use std::process::Command;
use std::time::Duration;

use idw_autheid::sign::Form;
use serde_json::json;
use tokio::task::JoinSet;

use super::server::{Caller, PATIENCE, Server};
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

#[tokio::test]
async fn it_says_how_it_is_and_counts_what_it_does() {
    let server = Server::start(&["--admin", "127.0.0.1:0"]).await;
    let caller = Caller::stranger(server.address);
    for path in ["/healthz", "/readyz"] {
        assert_eq!(caller.call("GET", path, &[], b"").await.status, 200, "{path}");
    }
    assert_eq!(caller.call("GET", "/metrics", &[], b"").await.status, 404, "not where everybody calls");
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let id = shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in"})).await;
    wallet.approve(&id).await;
    let admin = server.ready["admin"].as_str().unwrap().strip_prefix("http://").unwrap().parse().unwrap();
    let metrics = Caller::stranger(admin).call("GET", "/metrics", &[], b"").await;
    let text = String::from_utf8(metrics.body).unwrap();
    for line in [
        r#"autheid_calls_total{call="create",status="200"} 1"#,
        r#"autheid_calls_total{call="wallet_answer",status="200"} 1"#,
        r#"autheid_call_seconds_count{call="create"} 1"#,
        "autheid_waiting_readers 0",
    ] {
        assert!(text.contains(line), "{line} is missing in {text}");
    }
    assert!(!text.contains("site.example") && !text.contains(&id), "nothing of anybody: {text}");
}

#[tokio::test]
async fn a_signal_ends_it_and_readers_are_let_go() {
    let mut server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let id = shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in"})).await;
    server.signal("TERM");
    let ended = tokio::time::timeout(PATIENCE, async {
        loop {
            if let Some(status) = server.child().try_wait().unwrap() {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(ended.await.unwrap().success());
    let server = server.restart(&[]).await;
    let caller = Caller::stranger(server.address);
    let status = caller.call("GET", &format!("/v1/requests/{id}/status"), &[], b"").await;
    assert_eq!(status.json()["status"], "NOT_READY", "nothing was lost");
}

#[test]
fn without_tls_it_listens_on_this_computer_alone() {
    let data = tempfile::tempdir().unwrap();
    for options in [
        &["--listen", "0.0.0.0:0"][..],
        &["--listen", "127.0.0.1:0", "--admin", "0.0.0.0:0"],
        &["--listen", "127.0.0.1:0", "--url", "http://eid.example"],
        &["--listen", "127.0.0.1:0", "--test-accounts", "--tls-cert", "x", "--tls-key", "y"],
        &["--listen", "127.0.0.1:0", "--tls-cert", "/nowhere", "--tls-key", "/nowhere"],
        &["--listen", "127.0.0.1:0", "--tls-cert", "/nowhere"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_idw-autheid"));
        let ended = command.args(["serve", "--data"]).arg(data.path()).args(options).output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{options:?}: {ended:?}");
        assert!(!ended.stderr.is_empty());
    }
}

#[tokio::test]
async fn who_comes_when_there_is_no_room_hears_so() {
    let data = tempfile::tempdir().unwrap();
    // So few descriptors that a dozen connections are too many.
    let program = env!("CARGO_BIN_EXE_idw-autheid");
    let line =
        format!("ulimit -n 212; exec {program} --json serve --listen 127.0.0.1:0 --data {}", data.path().display());
    let mut child = Command::new("sh").args(["-c", &line]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut ready = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut ready).unwrap();
    let ready: serde_json::Value = serde_json::from_str(&ready).unwrap();
    let address = ready["address"].as_str().unwrap().parse().unwrap();
    let mut calls = JoinSet::new();
    let open: Vec<_> = {
        let mut open = Vec::new();
        for _ in 0..20 {
            open.push(tokio::net::TcpStream::connect(address).await.unwrap());
        }
        open
    };
    for _ in 0..4 {
        calls.spawn(async move { Caller::stranger(address).call("GET", "/v1/requests/x/status", &[], b"").await });
    }
    while let Some(reply) = calls.join_next().await {
        let reply = reply.unwrap();
        assert_eq!((reply.status, reply.json()["error"].clone()), (429, json!("RESOURCE_EXHAUSTED")), "{reply:?}");
    }
    drop(open);
    child.kill().unwrap();
    child.wait().unwrap();
}
