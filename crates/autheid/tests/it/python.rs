//! A client in another language, which shares no code with the service: a row for each rule of the protocol. Then the same
//! client against servers that break one rule each, all of which it has to notice.

use std::process::Stdio;

use axum::Router;
use idw_autheid::{Mount, router, serve};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::task::JoinSet;

use crate::by_email;
use crate::mutants::{Flawed, Mutant};

/// What the client said, and whether all was well.
struct Heard {
    is_fine: bool,
    text: String,
}

async fn call(address: &str, options: &[&str]) -> Heard {
    let client = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clients/rest.py");
    let mut python = Command::new("python3");
    python.arg(client).arg(format!("http://{address}")).args(options).stdin(Stdio::null()).kill_on_drop(true);
    let output = python.output().await.expect("python3 was there a moment ago");
    let text = [output.stdout, output.stderr].concat();
    Heard { is_fine: output.status.success(), text: String::from_utf8_lossy(&text).into_owned() }
}

#[expect(clippy::print_stdout, reason = "whoever reads the output should know that something was left out")]
async fn has_python() -> bool {
    let version = Command::new("python3").arg("--version").output().await;
    let is_there = version.is_ok_and(|version| version.status.success());
    if !is_there {
        println!("There is no python3 here; its client is left out.");
    }
    is_there
}

/// Serves what `make` gives for an address.
async fn start(make: impl FnOnce(Mount, String) -> Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, make(Mount::at(address), address.to_string()), std::future::pending()));
    address.to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_in_python_finds_every_rule_kept() {
    if has_python().await {
        let address = start(|mount, _| router(by_email::service(), mount)).await;
        let heard = call(&address, &[]).await;
        assert!(heard.is_fine, "{}", heard.text);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_client_in_python_notices_every_mutant() {
    const BESIDE: usize = 2;
    if !has_python().await {
        return;
    }
    let mut calls = JoinSet::new();
    let mut unnoticed = Vec::new();
    let mut note = |mutant: Mutant, heard: Heard| {
        // A row that fails is a line; a client that breaks down has noticed nothing.
        if heard.is_fine || !heard.text.contains("1 failed") {
            unnoticed.push(format!("{mutant:?}: {}", heard.text));
        }
    };
    for mutant in Mutant::ALL {
        if calls.len() == BESIDE
            && let Some(done) = calls.join_next().await
        {
            let (mutant, heard) = done.unwrap();
            note(mutant, heard);
        }
        calls.spawn(async move {
            let address = start(|mount, address| {
                let service = by_email::service_on(by_email::registered(), |store| Flawed { store, mutant });
                mutant.change(router(service, mount), address)
            });
            let address = address.await;
            (mutant, call(&address, &["--first"]).await)
        });
    }
    while let Some(done) = calls.join_next().await {
        let (mutant, heard) = done.unwrap();
        note(mutant, heard);
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
}
