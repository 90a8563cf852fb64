//! The example program, as a process of its own.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

/// Where cargo puts examples: beside the folder that this test is in.
fn program() -> std::path::PathBuf {
    let test = std::env::current_exe().unwrap();
    let target = test.parent().and_then(|deps| deps.parent()).unwrap();
    target.join("examples").join(format!("eid_server{}", std::env::consts::EXE_SUFFIX))
}

#[tokio::test]
async fn the_example_says_where_it_is_and_answers() {
    let mut process = Command::new(program()).stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready: serde_json::Value = serde_json::from_str(&lines.next_line().await.unwrap().unwrap()).unwrap();
    let address = ready["eid"].as_str().and_then(|eid| eid.strip_prefix("http://")).unwrap();

    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let reply = crate::support::exchange(
        stream,
        format!("GET /v1/requests/x/status HTTP/1.0\r\nHost: {address}\r\n\r\n").as_bytes(),
    )
    .await;
    assert!(reply.starts_with(b"HTTP/1.0 404"), "{}", String::from_utf8_lossy(&reply));
    process.kill().await.unwrap();
}
