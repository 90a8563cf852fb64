//! Whoever means no good.

use idw_autheid::sign::Form;
use idw_autheid::wire::{DEVICES_PATH, NONCES_PATH, REQUESTS_PATH, SESSIONS_PATH, answer_path};
use serde_json::json;

use super::server::{Caller, Server};
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

#[tokio::test]
async fn calls_for_other_hosts_and_from_web_pages_are_refused() {
    let server = Server::start(&[]).await;
    let caller = Caller::stranger(server.address);
    for path in [NONCES_PATH, SESSIONS_PATH, DEVICES_PATH] {
        let reply = caller.call("POST", path, &[("Origin", "https://a.example")], b"").await;
        assert_eq!(reply.status, 403, "{path}: {reply:?}");
        assert!(!reply.head.to_lowercase().contains("access-control"), "{reply:?}");
    }
    let stream = tokio::net::TcpStream::connect(server.address).await.unwrap();
    let reply = super::server::exchange(stream, "rebound.example", None, "POST", NONCES_PATH, &[], b"").await;
    assert_eq!(reply.status, 421);
}

#[tokio::test]
async fn what_is_no_message_is_named() {
    let server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let id = shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in"})).await;
    let path = answer_path(&wallet.listed(&id).await.id);
    for body in [&b""[..], b"{", b"[]", b"{\"decision\": \"MAYBE\"}", b"\xff", b"{\"decision\": \"APPROVED\"}"] {
        let reply = wallet.signed("POST", &path, body).await;
        assert_eq!(reply.error(), (400, "INVALID".to_owned()), "{body:?}");
    }
    assert_eq!(
        wallet.signed("POST", "/wallet/v1/requests/x/answer", b"{\"decision\": \"DECLINED\"}").await.status,
        404
    );
    assert_eq!(wallet.caller.call("GET", NONCES_PATH, &[], b"").await.status, 400);
    assert_eq!(wallet.caller.call("GET", "/wallet/v2/requests", &[], b"").await.status, 404);
    assert_eq!(wallet.caller.call("GET", REQUESTS_PATH, &[], b"").await.error(), (401, "TOKEN".to_owned()));
}

#[tokio::test]
async fn strangers_send_nothing_long() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::new(server.address);
    let long = vec![b' '; 100_000];
    let reply = wallet.signed("POST", DEVICES_PATH, &long).await;
    assert_eq!(reply.error(), (400, "INVALID".to_owned()));
    let body = json!({"code": "x", "key": wallet.key.name(), "name": "\u{202e}"}).to_string();
    assert_eq!(wallet.signed("POST", DEVICES_PATH, body.as_bytes()).await.error(), (400, "INVALID".to_owned()));
    let body = json!({"code": "x".repeat(3_000), "key": wallet.key.name(), "name": "x"}).to_string();
    assert_eq!(wallet.signed("POST", DEVICES_PATH, body.as_bytes()).await.error(), (403, "CODE".to_owned()));
}
