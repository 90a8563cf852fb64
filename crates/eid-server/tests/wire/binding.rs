//! Codes, devices, sessions, and what becomes of them.

use idw_autheid::wire::{DEVICES_PATH, SESSIONS_PATH, THIS_DEVICE_PATH};
use jiff::Timestamp;
use serde_json::json;

use super::server::Server;
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

#[tokio::test]
async fn a_code_binds_one_device_to_its_email() {
    let server = Server::start(&[]).await;
    let code = server.code(EMAIL).await;
    let wallet = Wallet::new(server.address);
    let bound = wallet.bind(&code).await;
    assert_eq!(bound.status, 201, "{bound:?}");
    assert_eq!(bound.json()["email"], EMAIL);
    assert_eq!(bound.json()["service"], server.database.service().id);
    assert_eq!(bound.json()["root"], server.database.service().authority.root_pem().unwrap());
    let again = wallet.bind(&code).await;
    assert_eq!((again.status, again.json()), (201, bound.json()), "the first answer may have been lost");
    assert_eq!(Wallet::new(server.address).bind(&code).await.error(), (403, "CODE".to_owned()));
    let wrong = format!("{}0", &code[..25]);
    assert_eq!(Wallet::new(server.address).bind(&wrong).await.error(), (403, "CODE".to_owned()));
}

#[tokio::test]
async fn a_call_is_good_once_and_only_as_it_was_signed() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let nonce = wallet.nonce().await;
    let signature = wallet.sign("POST", SESSIONS_PATH, b"{}", &nonce);
    let changed = wallet.send("POST", SESSIONS_PATH, &signature, b"{ }").await;
    assert_eq!(changed.error(), (401, "SIGNATURE".to_owned()));
    let elsewhere = wallet.send("DELETE", THIS_DEVICE_PATH, &signature, b"{}").await;
    assert_eq!(elsewhere.error(), (401, "SIGNATURE".to_owned()));
    assert_eq!(wallet.send("POST", SESSIONS_PATH, &signature, b"{}").await.status, 201);
    assert_eq!(wallet.send("POST", SESSIONS_PATH, &signature, b"{}").await.error(), (401, "NONCE".to_owned()));
    let same_nonce = wallet.sign("POST", SESSIONS_PATH, b"{}", &nonce);
    assert_eq!(wallet.send("POST", SESSIONS_PATH, &same_nonce, b"{}").await.error(), (401, "NONCE".to_owned()));
    let server = server.restart(&[]).await;
    let wallet = Wallet { caller: Wallet::new(server.address).caller, ..wallet };
    let replayed = wallet.send("POST", SESSIONS_PATH, &signature, b"{}").await;
    assert_eq!(replayed.error(), (401, "NONCE".to_owned()), "also after a restart");
    let made_up = wallet.sign("POST", SESSIONS_PATH, b"{}", "bm9uY2U");
    assert_eq!(wallet.send("POST", SESSIONS_PATH, &made_up, b"{}").await.error(), (401, "NONCE".to_owned()));
}

#[tokio::test]
async fn a_clock_that_is_far_off_is_told_the_time() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let now = Timestamp::now().as_second();
    for (off, status) in [(-400, 401), (400, 401), (-200, 201), (200, 201)] {
        let nonce = wallet.nonce().await;
        let signature = wallet.key.sign("POST", SESSIONS_PATH, b"{}", &nonce, now + off).unwrap();
        let reply = wallet.send("POST", SESSIONS_PATH, &signature, b"{}").await;
        assert_eq!(reply.status, status, "{off}: {reply:?}");
        if status == 401 {
            assert_eq!(reply.json()["error"], "CLOCK");
            assert!(reply.json()["time"].as_i64().unwrap().abs_diff(now) < 100);
        }
    }
}

#[tokio::test]
async fn a_device_speaks_for_itself_alone() {
    let server = Server::start(&[]).await;
    let [ada, stranger] = [Wallet::bound(&server, EMAIL).await, Wallet::new(server.address)];
    assert_eq!(stranger.signed("POST", SESSIONS_PATH, b"{}").await.error(), (403, "DEVICE".to_owned()));
    // Somebody who hands in another's key has to sign with it.
    let body = json!({"code": server.code(EMAIL).await, "key": ada.key.name(), "name": "x"}).to_string();
    let reply = stranger.signed("POST", DEVICES_PATH, body.as_bytes()).await;
    assert_eq!(reply.error(), (400, "INVALID".to_owned()));
    let (other_code, signed) = (server.code("other@site.example").await, ada.bind(&server.code(EMAIL).await).await);
    assert_eq!(signed.status, 201, "a device can be bound to its own email again");
    assert_eq!(ada.bind(&other_code).await.error(), (400, "INVALID".to_owned()));
    let unsigned = ada.caller.call("POST", SESSIONS_PATH, &[], b"{}").await;
    assert_eq!(unsigned.error(), (401, "SIGNATURE".to_owned()));
}

#[tokio::test]
async fn a_device_that_leaves_is_gone_with_its_sessions() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    assert_eq!(wallet.read("").await.status, 200);
    assert_eq!(wallet.signed("DELETE", THIS_DEVICE_PATH, b"").await.status, 204);
    assert_eq!(wallet.read("").await.error(), (401, "TOKEN".to_owned()));
    assert_eq!(wallet.signed("POST", SESSIONS_PATH, b"{}").await.error(), (403, "DEVICE".to_owned()));
}

#[tokio::test]
async fn a_user_who_is_removed_reads_nothing_more_at_once() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let cursor = wallet.listing().await.cursor;
    let wait = async { wallet.read(&format!("?wait=50&after={cursor}")).await };
    let remove = async {
        // Removed by another process: this one has the database open beside the server.
        server.database.remove_user(EMAIL).await.unwrap();
    };
    let (reply, ()) = tokio::join!(wait, remove);
    assert_eq!(reply.error(), (401, "TOKEN".to_owned()));
    assert_eq!(wallet.signed("POST", SESSIONS_PATH, b"{}").await.error(), (403, "DEVICE".to_owned()));
}
