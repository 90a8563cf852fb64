//! Other programs on this machine, and odd clients.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::attempt::Running;
use crate::browser::{open, send, status};

/// As many connections as there are places.
const PLACES: usize = 16;

#[tokio::test]
async fn a_slow_client_blocks_nobody() {
    let running = Running::start().await;
    let mut slow = Vec::new();
    for begin in ["", "G", "GET /back?co", "GET /back HTTP/1.1\r\nHost: a\r\nX: "] {
        let mut stream = TcpStream::connect(running.at).await.unwrap();
        stream.write_all(begin.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    running.still_waits().await;
    drop(slow);
}

#[tokio::test]
async fn of_a_hundred_connections_the_newest_are_closed() {
    let running = Running::start().await;
    let mut crowd = Vec::new();
    for _ in 0..100 {
        crowd.push(TcpStream::connect(running.at).await.unwrap());
    }
    let mut buffer = [0; 1];
    for late in &mut crowd[PLACES..] {
        // Closed, or reset: nothing comes.
        assert!(!matches!(late.read(&mut buffer).await, Ok(1)));
    }
    assert_eq!(open(running.at, &running.right("code=abc")).await, "", "there is no place left");
    // Those that came first are still served.
    let first = &mut crowd[0];
    first.write_all(format!("GET /favicon.ico HTTP/1.1\r\nHost: {}\r\n\r\n", running.at).as_bytes()).await.unwrap();
    assert_eq!(status(&crate::browser::rest(first).await), 404);
    drop(crowd);
    running.still_waits().await;
}

#[tokio::test]
async fn a_request_that_is_too_large_is_refused() {
    let running = Running::start().await;
    let at = running.at;
    let get = |target: &str, headers: &str| format!("GET {target} HTTP/1.1\r\nHost: {at}\r\n{headers}\r\n");
    let target = running.right("code=abc");
    let huge = get(&target, &format!("Cookie: {}\r\n", "a".repeat(40 * 1024)));
    assert!(matches!(status(&send(at, &huge).await), 431 | 0));
    let many = get(&target, &"X: y\r\n".repeat(150));
    assert!(matches!(status(&send(at, &many).await), 431 | 0));
    let long = get(&format!("{target}&x={}", "a".repeat(29 * 1024)), "");
    assert_eq!(status(&send(at, &long).await), 414);
    let cookies = get("/favicon.ico", &format!("Cookie: {}\r\n", "a".repeat(16 * 1024)));
    assert_eq!(status(&send(at, &cookies).await), 404, "a browser sends the cookies of all programs at localhost");
    running.still_waits().await;
}

#[tokio::test]
async fn what_is_not_http_is_no_return() {
    let running = Running::start().await;
    let target = running.right("code=abc");
    for request in [
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n".to_owned(),
        "\r\n\r\n\r\n\r\n".to_owned(),
        format!("GET {target}\r\n\r\n"),
        format!("GET {target} HTTP/9.9\r\nHost: {}\r\n\r\n", running.at),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ] {
        let mut stream = TcpStream::connect(running.at).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        assert_ne!(status(&crate::browser::rest(&mut stream).await), 200, "{request:?}");
    }
    running.still_waits().await;
}

#[tokio::test]
async fn a_second_request_on_the_same_connection_is_not_read() {
    let running = Running::start().await;
    let right = crate::browser::get(running.at, &running.right("code=abc"));
    let both = format!("GET /favicon.ico HTTP/1.1\r\nHost: {}\r\n\r\n{right}", running.at);
    let answer = send(running.at, &both).await;
    assert!(!answer.contains(" 200 "), "{answer}");
    running.still_waits().await;
}
