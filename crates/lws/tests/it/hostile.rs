//! Servers that are broken, or worse. Each fault has its class, and none gets a signature.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use idw_http::BodyFault;
use idw_lws::{Dialect, ErrorClass, LwsError, NonceError, NotJson, Outage, ProtocolFault, TlsFault, TokenError};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;

use crate::server::{Server, challenge, fixed, jwt, ok, raw, token};
use crate::wallet::{Ada, ada, authenticate, client, identity, impatient, nobody, public_key, site};

/// The fault of a server that answers every request with these bytes; nothing may have been signed.
async fn fault_of(bytes: &[u8]) -> LwsError {
    let root = fixed(bytes.to_vec()).await;
    let signer = Arc::new(Ada::default());
    let outcome = authenticate(&impatient(), &site(&root, json!({})), Dialect::Classic, &(signer.clone() as _)).await;
    assert!(signer.signed.lock().expect("no test panics here").is_empty());
    outcome.expect_err("a fault")
}

fn answer(head: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()).into_bytes()
}

#[tokio::test]
async fn answers_outside_the_protocol() {
    let check = async |name: &str, bytes: Vec<u8>, expected: ProtocolFault| {
        let error = fault_of(&bytes).await;
        assert_eq!(error.class(), ErrorClass::Protocol, "{name}: {error}");
        let LwsError::Protocol { fault, .. } = error else { panic!("{name}: {error}") };
        assert_eq!(fault, expected, "{name}");
    };
    let json = "200 OK\r\nContent-Type: application/json";
    let limit_bytes = 1024 * 1024;
    check(
        "web page",
        answer("200 OK\r\nContent-Type: text/html", "<!doctype html>"),
        ProtocolFault::NotJson(NotJson::WebPage),
    )
    .await;
    check("web page as JSON", answer(json, "\n<html>"), ProtocolFault::NotJson(NotJson::WebPage)).await;
    check("text", answer("200 OK\r\nContent-Type: text/plain", "hello"), ProtocolFault::NotJson(NotJson::Other)).await;
    check("empty", answer("200 OK", ""), ProtocolFault::NotJson(NotJson::Empty)).await;
    check("no content", answer("204 No Content", ""), ProtocolFault::NotJson(NotJson::Empty)).await;
    check("cut JSON", answer(json, "{\"jwt\": \"a.b"), ProtocolFault::NotJson(NotJson::Damaged)).await;
    let not_utf8 = [
        &b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"jwt\":\""[..],
        b"\xff\xfe\"}",
    ];
    check("not UTF-8", not_utf8.concat(), ProtocolFault::NotJson(NotJson::Damaged)).await;
    check("deep JSON", answer(json, &"[".repeat(100_000)), ProtocolFault::NotJson(NotJson::Damaged)).await;
    check("huge number", answer(json, "{\"jwt\": 1e999}"), ProtocolFault::NotJson(NotJson::Damaged)).await;
    check("wrong kind", answer(json, "{\"jwt\": {\"a\": 1}}"), ProtocolFault::Missing("jwt")).await;
    check("nothing in it", answer(json, "[]"), ProtocolFault::Missing("jwt")).await;
    check("null", answer(json, "null"), ProtocolFault::Missing("jwt")).await;
    check(
        "redirect",
        answer("302 Found\r\nLocation: http://other.example/", ""),
        ProtocolFault::Redirect { status: 302 },
    )
    .await;
    check("kept redirect", answer("307 Moved\r\nLocation: /again", ""), ProtocolFault::Redirect { status: 307 }).await;
    check("odd status", answer("799 What", "{}"), ProtocolFault::Status(799)).await;
    check(
        "compressed",
        answer("200 OK\r\nContent-Encoding: gzip", "\u{1f}"),
        ProtocolFault::Body(BodyFault::Compressed),
    )
    .await;
    check(
        "too long, and says so",
        b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n{".to_vec(),
        ProtocolFault::Body(BodyFault::TooLong { limit_bytes }),
    )
    .await;
    check(
        "too long",
        [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec(), vec![b' '; limit_bytes + 1]].concat(),
        ProtocolFault::Body(BodyFault::TooLong { limit_bytes }),
    )
    .await;
    check(
        "header in a token",
        answer(json, "{\"jwt\": \"a.b\\r\\nX-Evil: 1.c\"}"),
        ProtocolFault::Token(TokenError::NotAToken),
    )
    .await;
}

#[tokio::test]
async fn servers_that_fail() {
    let check = async |name: &str, bytes: &[u8], expected: Outage| {
        let error = fault_of(bytes).await;
        assert_eq!(error.class(), ErrorClass::Unreachable, "{name}: {error}");
        let LwsError::Unreachable { outage, .. } = error else { panic!("{name}: {error}") };
        assert_eq!(outage, expected, "{name}");
    };
    check("500", &answer("500 Oops", "<html>"), Outage::ServerError(500)).await;
    check("500, too long", b"HTTP/1.1 503 Oops\r\nContent-Length: 99999999999\r\n\r\n", Outage::ServerError(503)).await;
    check("500, cut", b"HTTP/1.1 502 Oops\r\nContent-Length: 99\r\n\r\n<", Outage::ServerError(502)).await;
    check("408", &answer("408 Timeout", ""), Outage::Timeout).await;
    check("hangs up", b"", Outage::Interrupted).await;
    check("cut head", b"HTTP/1.1 200 OK\r\nContent-", Outage::Interrupted).await;
    check("cut body", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"jwt\"", Outage::Interrupted).await;
    check("not HTTP", b"SSH-2.0-OpenSSH_9.6\r\n", Outage::NotHttp).await;
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "A: b\r\n".repeat(1000));
    check("many headers", many.as_bytes(), Outage::TooManyHeaders).await;
    let long = format!("HTTP/1.1 200 OK\r\nA: {}\r\n\r\n", "b".repeat(2_000_000));
    check("long header", long.as_bytes(), Outage::TooManyHeaders).await;
}

#[tokio::test]
async fn only_a_get_is_repeated_when_the_connection_breaks() {
    // A description is read with `GET`, an answer to a challenge goes with `POST`.
    let connections = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&connections);
    let root = raw(move |mut stream| {
        let first = counter.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            let (_, body) = challenge();
            let answer =
                format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
            if !first && stream.write_all(answer.as_bytes()).await.is_ok() {
                let _ = stream.shutdown().await;
            }
        }
    })
    .await;
    let site = site(&root, json!({}));
    let session = client().session(&site, Dialect::Did).challenge(&ada()).await.unwrap();
    assert_eq!(connections.load(Ordering::SeqCst), 2, "the first was closed without an answer");
    connections.store(0, Ordering::SeqCst);
    let error = session.respond().await.unwrap_err();
    assert!(matches!(error, LwsError::Unreachable { outage: Outage::Interrupted, .. }), "{error:?}");
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn servers_that_stall() {
    let silent = raw(|stream| async move {
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    let slow_head = raw(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n").await;
        std::future::pending::<()>().await;
    })
    .await;
    let slow_body = raw(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await;
        std::future::pending::<()>().await;
    })
    .await;
    for root in [silent, slow_head, slow_body] {
        let error = authenticate(&impatient(), &site(&root, json!({})), Dialect::Did, &ada()).await.unwrap_err();
        assert!(matches!(error, LwsError::Unreachable { outage: Outage::Timeout, .. }), "{error:?}");
    }
}

#[tokio::test]
async fn endless_bodies_end() {
    for status in ["200 OK", "500 Oops", "404 No"] {
        let root = raw(move |mut stream| async move {
            let _ = stream.write_all(format!("HTTP/1.1 {status}\r\n\r\n").as_bytes()).await;
            while stream.write_all(&[b'['; 8 * 1024]).await.is_ok() {}
        })
        .await;
        let error = authenticate(&client(), &site(&root, json!({})), Dialect::Did, &ada()).await.unwrap_err();
        let expected = match status {
            "200 OK" => ErrorClass::Protocol,
            "404 No" => ErrorClass::Refused,
            _ => ErrorClass::Unreachable,
        };
        assert_eq!(error.class(), expected, "{status}: {error}");
    }
}

#[tokio::test]
async fn nobody_there() {
    // A port that was free a moment ago.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = authenticate(&client(), &site(&root, json!({})), Dialect::Did, &ada()).await.unwrap_err();
    assert!(matches!(error, LwsError::Unreachable { outage: Outage::NotConnected, .. }), "{error:?}");
}

#[tokio::test]
async fn plain_servers_do_not_speak_tls() {
    let root = fixed(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()).await.replace("http:", "https:");
    let error = authenticate(&impatient(), &site(&root, json!({})), Dialect::Did, &ada()).await.unwrap_err();
    assert!(matches!(error, LwsError::Unreachable { outage: Outage::Tls(TlsFault::NotTls), .. }), "{error:?}");
}

#[tokio::test]
async fn challenges_that_are_not_signed() {
    let check = async |claims: Value, expected: ProtocolFault| {
        let shown = claims.to_string();
        let server = Server::start(move |_, _| jwt(claims.clone())).await;
        let signer = Arc::new(Ada::default());
        let error = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &(signer.clone() as _))
            .await
            .unwrap_err();
        let LwsError::Protocol { fault, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*fault, expected, "{shown:.100}");
        assert!(signer.signed.lock().unwrap().is_empty(), "{shown:.100}");
        assert_eq!(server.lines().len(), 1, "{shown:.100}");
    };
    let nonce = "0123456789abcdef";
    let message = "other.example wants you to sign in with your Ethereum account:\n0x0a\n\nNonce: 1";
    check(json!({ "nonce": message }), ProtocolFault::Nonce(NonceError::Alphabet)).await;
    check(json!({"nonce": nonce, "challenge": message}), ProtocolFault::Nonce(NonceError::Alphabet)).await;
    check(json!({"nonce": "a".repeat(8000)}), ProtocolFault::Nonce(NonceError::Length)).await;
    check(json!({"nonce": "a".repeat(200_000)}), ProtocolFault::Token(TokenError::TooLong)).await;
    check(json!({"nonce": ""}), ProtocolFault::Nonce(NonceError::Length)).await;
    check(json!({"nonce": [nonce]}), ProtocolFault::Token(TokenError::NoNonce)).await;
    check(json!({}), ProtocolFault::Token(TokenError::NoNonce)).await;
    check(json!({"nonce": nonce, "exp": 1_516_439_022}), ProtocolFault::Token(TokenError::Expired)).await;
    check(json!({"nonce": nonce, "iat": 33_000_000_000_u64}), ProtocolFault::Token(TokenError::NotYetValid)).await;
    check(json!({"nonce": nonce, "exp": "never"}), ProtocolFault::Token(TokenError::BadTime)).await;
    let other = "did:eth:0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";
    check(json!({"nonce": nonce, "sub": other}), ProtocolFault::Token(TokenError::ForeignSubject)).await;
}

#[tokio::test]
async fn a_challenge_that_ran_out_is_replaced() {
    let past = jiff::Timestamp::now().as_second() - 60;
    let server = Server::start(move |seen, before| match seen.line.as_str() {
        "POST /auth/challenge" => jwt(json!({})),
        _ if before == 0 => jwt(json!({"nonce": "0123456789abcdef", "iat": past, "exp": past + 1})),
        _ => challenge(),
    })
    .await;
    // Within the tolerated skew, so it is taken; but it is not worth a signature.
    let signer = Arc::new(Ada::default());
    let outcome =
        authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &(signer.clone() as _)).await;
    assert!(outcome.is_ok());
    assert_eq!(*signer.signed.lock().unwrap(), ["q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ"]);
    assert_eq!(server.lines().len(), 3);
}

#[tokio::test]
async fn wallet_tokens_that_are_refused() {
    let check = async |subject: Value, expected: bool| {
        let shown = subject.to_string();
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            _ => jwt(json!({ "sub": subject })),
        })
        .await;
        let outcome = authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &ada()).await;
        let foreign =
            matches!(&outcome, Err(LwsError::Protocol { fault: ProtocolFault::Token(TokenError::ForeignSubject), .. }));
        assert_eq!((outcome.is_ok(), foreign), (expected, !expected), "{shown}");
    };
    check(json!(public_key()), true).await;
    check(json!("142.21.31.51"), true).await;
    check(json!(null), true).await;
    check(json!(public_key().replace("ab", "ba")), false).await;
    check(json!("0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), false).await;
    check(json!("did:eth:0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), false).await;
}

#[tokio::test]
async fn logins_that_lead_astray() {
    for place in ["javascript:alert(1)", "file:///etc/passwd", "https://rp.example@other.example/", "http://[bad"] {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            "POST /auth/challenge" => jwt(json!({})),
            "GET /auth/token" => ok(json!({"token": "t"})),
            _ => ok(json!({ "redirectUrl": place })),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &ada()).await.unwrap();
        let error = session.log_in(&session.user_token().await.unwrap()).await.unwrap_err();
        assert!(matches!(error, LwsError::Protocol { fault: ProtocolFault::BadRedirect, .. }), "{place}: {error:?}");
    }
}

#[tokio::test]
async fn a_web_page_is_no_success() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => (200, json!({ "jwt": token(json!({})) }).to_string()),
        _ => (200, "<html>welcome</html>".to_owned()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &ada()).await.unwrap();
    // axum says text/plain of it: the body decides where the type is no help.
    let error = session.sign_up(&identity(), &nobody()).await.unwrap_err();
    assert_eq!(error.class(), ErrorClass::Protocol, "{error}");
    let error = session.user_token().await.unwrap_err();
    assert_eq!(error.class(), ErrorClass::Protocol, "{error}");
}

#[tokio::test]
async fn a_refusal_says_when_to_come_back() {
    let error = fault_of(&answer("429 Slow down\r\nRetry-After: 30", "{\"message\": \"slow\"}")).await;
    let LwsError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!((refusal.status, refusal.retry_after.map(|wait| wait.as_secs())), (429, Some(30)));
}
