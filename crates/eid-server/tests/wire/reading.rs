//! What a session reads, and when.

use idw_autheid::sign::Form;
use idw_autheid::wire::{REQUESTS_PATH, answer_path};
use serde_json::json;

use super::server::{Caller, Server};
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

#[tokio::test]
async fn a_reader_is_woken_by_what_is_asked_and_by_what_is_over() {
    let server = Server::start(&[]).await;
    let (rp, shop) = server.rp("Sample Shop", Form::Raw).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let empty = wallet.listing().await;
    assert!(empty.requests.is_empty());
    let body =
        json!({"type": "AUTHENTICATION", "email": "ada@SITE.example", "title": "Log in", "timeout_seconds": 600});
    let after_empty = format!("?wait=50&after={}", empty.cursor);
    let (reply, id) = tokio::join!(wallet.read(&after_empty), shop.create(&body));
    let listing: idw_autheid::wire::Listing = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(listing.requests.len(), 1);
    let listed = &listing.requests[0];
    assert_eq!((listed.id.as_str(), &listed.rp.name, &listed.rp.id), (id.as_str(), &rp.name, &rp.id));
    assert_eq!(reply.json()["requests"][0]["email"], "ada@SITE.example", "as the RP spelt it");
    let path = format!("/v1/requests/{id}/cancel");
    let after_listed = format!("?wait=50&after={}", listing.cursor);
    let (reply, cancelled) = tokio::join!(wallet.read(&after_listed), shop.call("POST", &path, &[], b""));
    assert_eq!(cancelled.status, 200);
    assert_eq!(reply.json()["requests"], json!([]));
    assert_eq!(reply.json()["cursor"], empty.cursor.as_str(), "the same things have the same cursor");
}

#[tokio::test]
async fn a_reader_that_waits_for_nothing_is_answered_at_once() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let listing = wallet.listing().await;
    for query in [format!("?wait=0&after={}", listing.cursor), "?wait=50".to_owned(), "?wait=50&after=else".to_owned()]
    {
        let reply = wallet.read(&query).await;
        assert_eq!((reply.status, &reply.json()["cursor"]), (200, &json!(listing.cursor)), "{query}");
    }
    assert_eq!(wallet.read("?wait=soon").await.status, 400);
}

#[tokio::test]
async fn a_token_reads_what_is_open_for_its_email_and_does_nothing_else() {
    let server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let [ada, other] = [Wallet::bound(&server, EMAIL).await, Wallet::bound(&server, "other@site.example").await];
    let id = shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in"})).await;
    assert!(other.listing().await.requests.is_empty());
    let listed = ada.listed(&id).await;
    assert_eq!(other.answer(&listed.id, &other.yes(&listed)).await.error(), (404, "NOT_FOUND".to_owned()));
    let with_token = Caller { key: Some(ada.token.clone()), ..shop.clone() };
    let body = serde_json::to_vec(&ada.yes(&listed)).unwrap();
    let reply = with_token.call("POST", &answer_path(&listed.id), &[], &body).await;
    assert_eq!(reply.error(), (401, "SIGNATURE".to_owned()));
    assert_eq!(with_token.call("POST", "/v1/requests", &[], b"{}").await.status, 401, "it is no RP's key");
    let with_key = Caller { key: shop.key.clone(), ..with_token };
    assert_eq!(with_key.call("GET", REQUESTS_PATH, &[], b"").await.error(), (401, "TOKEN".to_owned()));
}

#[tokio::test]
async fn each_device_of_an_email_sees_the_others() {
    let server = Server::start(&[]).await;
    let first = Wallet::bound(&server, EMAIL).await;
    let before = first.listing().await;
    assert_eq!(before.devices.len(), 1);
    let wait = format!("?wait=50&after={}", before.cursor);
    let (reply, second) = tokio::join!(first.read(&wait), Wallet::bound(&server, EMAIL));
    let devices = reply.json()["devices"].clone();
    assert_eq!(devices.as_array().map(Vec::len), Some(2), "{devices}");
    assert_eq!((&devices[0]["is_this"], &devices[1]["is_this"]), (&json!(true), &json!(false)));
    assert_eq!(devices[1]["name"], "Ada's laptop");
    assert!(second.listing().await.devices[1].is_this);
}
