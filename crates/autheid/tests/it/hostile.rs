//! Relying parties, and others, that mean no good: they get an error, and everybody else is served as before.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{KEY, LOGIN, Server, start};

/// The server still answers.
async fn is_well(server: &Server) {
    let id = server.create(LOGIN).await;
    let reply = server.call(&format!("POST /v1/requests/{id}/cancel"), "").await;
    assert_eq!(reply.status, 200);
}

fn status(answer: &[u8]) -> Option<u16> {
    let text = String::from_utf8_lossy(answer);
    text.strip_prefix("HTTP/1.1 ").or(text.strip_prefix("HTTP/1.0 "))?.get(..3)?.parse().ok()
}

#[tokio::test]
async fn giant_fields_are_refused() {
    let server = start().await;
    let giant = "a".repeat(60_000);
    for body in [
        LOGIN.replace("Log in", &giant),
        LOGIN.replace("ada@", &giant),
        LOGIN.replace('}', &format!(r#", "idempotent_key": "{giant}"}}"#)),
        LOGIN.replace('}', &format!(r#", "type": "{giant}"}}"#)),
        format!("{{\"a\":{}", "[".repeat(60_000)),
        format!("{{\"a\":{}", "{\"a\":".repeat(12_000)),
    ] {
        let reply = server.call("POST /v1/requests", &body).await;
        assert_eq!((reply.status, reply.json()["error_code"].as_i64()), (400, Some(3)), "{body:.80}");
        assert!(reply.body.len() < 1_000, "an error does not repeat what was sent: {}", reply.body.len());
    }
    is_well(&server).await;
}

#[tokio::test]
async fn a_body_that_is_too_long_is_not_read() {
    let server = start().await;
    let head = |more: &str| {
        format!(
            "POST /v1/requests HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {KEY}\r\n{more}\r\n\r\n",
            server.address
        )
    };
    // Nothing of the body is ever sent: the answer comes from its announced length alone.
    let answer = server.first(head("Content-Length: 1000000000000").as_bytes()).await;
    assert_eq!(status(&answer), Some(413), "{}", String::from_utf8_lossy(&answer));
    let endless = [
        head("Transfer-Encoding: chunked").into_bytes(),
        b"10000\r\n".to_vec(),
        vec![b' '; 65_536],
        b"\r\n1\r\n \r\n".to_vec(),
    ];
    let answer = server.first(&endless.concat()).await;
    assert_eq!(status(&answer), Some(413), "{}", String::from_utf8_lossy(&answer));
    is_well(&server).await;
}

#[tokio::test]
async fn giant_heads_are_refused() {
    let server = start().await;
    let giant = "a".repeat(40_000);
    let many = "X: a\r\n".repeat(200);
    for head in [
        format!("GET /{giant} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address),
        format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {giant}\r\n\r\n", server.address),
        format!("GET / HTTP/1.1\r\nHost: {}\r\n{many}\r\n", server.address),
        giant.clone(),
    ] {
        let answer = server.raw(head.as_bytes()).await;
        assert!(status(&answer).is_none_or(|status| (400..500).contains(&status)), "{head:.60}");
    }
    is_well(&server).await;
}

#[tokio::test]
async fn tricks_with_headers_get_nothing() {
    let server = start().await;
    let (host, key) = (format!("Host: {}\r\n", server.address), format!("Authorization: Bearer {KEY}\r\n"));
    let close = "Connection: close\r\n";
    let length = format!("Content-Length: {}\r\n", LOGIN.len());
    let post = "POST /v1/requests HTTP/1.1\r\n";
    for (trick, bytes) in [
        ("no host", format!("{post}{key}{length}{close}\r\n{LOGIN}")),
        ("two hosts", format!("{post}{host}{host}{key}{length}{close}\r\n{LOGIN}")),
        ("a foreign host", format!("{post}Host: rebound.example\r\n{key}{length}{close}\r\n{LOGIN}")),
        (
            "a foreign address",
            format!("POST http://rebound.example/v1/requests HTTP/1.1\r\n{host}{key}{length}{close}\r\n{LOGIN}"),
        ),
        ("two keys", format!("{post}{host}{key}{key}{length}{close}\r\n{LOGIN}")),
        ("no key", format!("{post}{host}{length}{close}\r\n{LOGIN}")),
        ("a page", format!("{post}{host}{key}Origin: http://page.example\r\n{length}{close}\r\n{LOGIN}")),
        ("two lengths", format!("{post}{host}{key}{length}Content-Length: 1\r\n{close}\r\n{LOGIN}")),
        ("a negative length", format!("{post}{host}{key}Content-Length: -1\r\n{close}\r\n{LOGIN}")),
        ("an unknown coding", format!("{post}{host}{key}Transfer-Encoding: gzip\r\n{close}\r\n{LOGIN}")),
        ("a folded line", format!("{post}{host}Authorization: Bearer\r\n {KEY}\r\n{length}{close}\r\n{LOGIN}")),
        ("a space before the colon", format!("{post}{host}Authorization : Bearer {KEY}\r\n{length}{close}\r\n{LOGIN}")),
        ("a null byte", format!("{post}{host}Authorization: Bearer {KEY}\0\r\n{length}{close}\r\n{LOGIN}")),
        ("a version of its own", format!("POST /v1/requests HTTP/3.0\r\n{host}{key}{length}{close}\r\n{LOGIN}")),
        ("no version", format!("POST /v1/requests\r\n{host}{key}{length}{close}\r\n{LOGIN}")),
        ("CONNECT", format!("CONNECT {} HTTP/1.1\r\n{host}{key}{close}\r\n", server.address)),
        ("TRACE", format!("TRACE /v1/requests HTTP/1.1\r\n{host}{key}{close}\r\n")),
        ("TLS", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\r\n\r\n".to_owned()),
    ] {
        let answer = server.raw(bytes.as_bytes()).await;
        let status = status(&answer);
        assert!(status.is_none_or(|status| (400..500).contains(&status)), "{trick}: {status:?}");
    }
    assert!(server.service.store().is_empty(), "a request was created");
    is_well(&server).await;
}

#[tokio::test]
async fn a_second_request_hidden_in_a_body_is_not_carried_out() {
    let server = start().await;
    let hidden = format!(
        "POST /v1/requests HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {KEY}\r\nContent-Length: {}\r\n\r\n{LOGIN}",
        server.address,
        LOGIN.len()
    );
    let bytes = format!(
        "GET /v1/requests/x/status HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
        server.address,
        hidden.len()
    );
    server.raw(bytes.as_bytes()).await;
    assert!(server.service.store().is_empty(), "the hidden request was carried out");
    is_well(&server).await;
}

#[tokio::test]
async fn paths_with_tricks_are_not_found() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    for path in [
        format!("/v1/requests/{id}/files/../../../etc/passwd"),
        format!("/v1/requests/{id}/files/kyc.pdf%00"),
        format!("/v1/requests/{id}/files/KYC.PDF"),
        format!("/v1/requests//{id}/status"),
        format!("/v1/../v1/requests/{id}/status"),
        format!("/V1/requests/{id}/status"),
        format!("/v1/requests/{id}%2Fstatus"),
        format!("/v1/requests/{}/status", "a".repeat(8_000)),
        "*".to_owned(),
    ] {
        let reply = server
            .raw(
                format!(
                    "GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {KEY}\r\nConnection: close\r\n\r\n",
                    server.address
                )
                .as_bytes(),
            )
            .await;
        assert!(matches!(status(&reply), Some(404 | 400)), "{path:.80}: {:?}", status(&reply));
    }
    is_well(&server).await;
}

#[tokio::test]
async fn many_who_say_nothing_keep_nobody_out() {
    let server = start().await;
    let mut silent = Vec::new();
    for number in 0..100 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        // Half of them begin a request that never ends, in either version.
        let begun = [b"".as_slice(), b"POST /v1/req", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"PR"][number % 4];
        stream.write_all(begun).await.unwrap();
        silent.push(stream);
    }
    is_well(&server).await;
    drop(silent);
}

#[tokio::test]
async fn frames_of_http_2_at_random_end_the_connection() {
    let server = start().await;
    let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    for frame in [
        [0xff; 64].as_slice(),
        // A frame of headers on stream 0, one that is larger than announced, and data on a stream that is not open.
        &[0, 0, 1, 1, 4, 0, 0, 0, 0, 0x82],
        &[0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 1],
        &[0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 5, b'x'],
    ] {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(&[preface.as_slice(), frame].concat()).await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert_eq!(status(&answer), None);
    }
    is_well(&server).await;
}
