//! What the client in another language cannot see: what happens on this side of the socket.

use idw_autheid::{Decided, Decision, MOST_WAITING_FOR_RP, Over, Payload, Rp, State};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::support::{KEY, LOGIN, Note, START, Server, approved, login, start, who};

const SIGN: &str = r#"{"type": "SIGNATURE", "email": "ada@company.example", "title": "Sign"}"#;

#[tokio::test]
async fn a_request_is_created_decided_and_read() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    let line = format!("GET /v1/requests/{id}");
    let waiting = server.call(&line, "");
    let (reply, decided) = tokio::join!(waiting, server.service.decide(&id, login()));
    assert_eq!(decided.unwrap(), Decided::Stands);
    assert_eq!(reply.status, 200);
    let expected = json!({
        "success": true,
        "request_id": id.as_str(),
        "status": "SUCCESS",
        "status_code": 10000,
        "email": "ada@company.example",
        "device_id": "Awiuhl1V7yqmZUDM5SMlO1YQwbV+VN8bBKzQ/5oDZtQh",
        "device_name": "Identity wallet",
        "unique_user_id": "oava51cj",
        "timestamp_created": START,
        "timestamp_finished": START,
        "authentication": {"jwt": "a.b.c", "is_verified": false},
    });
    assert_eq!(reply.json(), expected);
}

#[tokio::test]
async fn the_person_is_asked_once_for_an_idempotent_key() {
    let server = start().await;
    let body =
        r#"{"type": "AUTHENTICATION", "email": "ada@company.example", "title": "Log in", "idempotent_key": "k"}"#;
    let id = server.create(body).await;
    assert_eq!(server.create(body).await, id);
    assert_eq!(server.notes.all(), [Note::Asked(id)]);
}

#[tokio::test]
async fn nobody_is_asked_what_a_blocked_relying_party_wants() {
    let server = start().await;
    server.service.store().register(KEY, Rp { blocked: true, ..Rp::new("1", "Example bank") });
    let id = server.create(LOGIN).await;
    assert_eq!(server.notes.all(), []);
    server.pass(60);
    let reply = server.call(&format!("GET /v1/requests/{id}"), "").await;
    assert_eq!(reply.json()["status"], "TIMEOUT");
}

#[tokio::test]
async fn a_prompt_can_go_when_the_request_is_over() {
    let server = start().await;
    let (late, cancelled) = (server.create(LOGIN).await, server.create(LOGIN).await);
    server.call(&format!("POST /v1/requests/{cancelled}/cancel"), "").await;
    server.pass(60);
    for _ in 0..2 {
        server.call(&format!("GET /v1/requests/{late}/status"), "").await;
    }
    let notes = server.notes.all();
    let over = [Note::Over(cancelled, Over::CancelledByRp), Note::Over(late, Over::TimedOut)];
    assert_eq!(notes[2..], over);
}

#[tokio::test]
async fn a_late_decision_changes_nothing() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    server.pass(60);
    let Decided::Earlier(verdict) = server.service.decide(&id, login()).await.unwrap() else {
        panic!("the time was over");
    };
    assert_eq!(verdict.decision, Decision::TimedOut);
    assert_eq!(verdict.at.as_second(), START + 60);
    let reply = server.call(&format!("GET /v1/requests/{id}"), "").await;
    assert_eq!(reply.json()["status"], "TIMEOUT");
}

#[tokio::test]
async fn a_decision_has_the_time_that_was_signed() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    server.pass(20);
    let signed = jiff::Timestamp::from_second(START + 18).unwrap();
    server.service.decide_at(&id, login(), signed).await.unwrap();
    let reply = server.call(&format!("GET /v1/requests/{id}"), "").await;
    assert_eq!(reply.json()["timestamp_finished"], START + 18);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_decides_nothing() {
    let server = start().await;
    let sign = server.create(SIGN).await;
    server.service.decide(&sign, login()).await.expect_err("it is no signature");
    let verified_only = LOGIN.replace('}', r#", "authenticate": {"verified_only": true}}"#);
    let id = server.create(&verified_only).await;
    server.service.decide(&id, login()).await.expect_err("it is not verified");
    for id in [sign, id.clone()] {
        let reply = server.call(&format!("GET /v1/requests/{id}/status"), "").await;
        assert_eq!(reply.json()["status"], "NOT_READY");
    }
    let verified = approved(Payload::Authentication { jwt: "a.b.c".to_owned(), is_verified: true });
    assert_eq!(server.service.decide(&id, verified).await.unwrap(), Decided::Stands);
}

#[tokio::test]
async fn before_the_first_unlock_nothing_is_known() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    server.service.store().set_state(State::NeverUnlocked);
    for line in
        ["POST /v1/requests".to_owned(), format!("GET /v1/requests/{id}"), format!("GET /v1/requests/{id}/status")]
    {
        let reply = server.call(&line, LOGIN).await;
        assert_eq!((reply.status, reply.json()["error_code"].as_i64()), (503, Some(14)), "{line}: {reply:?}");
    }
}

#[tokio::test]
async fn a_result_that_is_sealed_is_there_again_after_the_unlock() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    server.service.decide(&id, login()).await.unwrap();
    server.service.store().set_state(State::Locked);
    let line = format!("GET /v1/requests/{id}");
    let reply = server.call(&line, "").await;
    assert_eq!((reply.status, reply.json()["error"].as_str()), (503, Some("UNAVAILABLE")));
    assert_eq!(server.call("POST /v1/requests", LOGIN).await.status, 200, "new requests still come in");
    server.service.store().set_state(State::Unlocked);
    assert_eq!(server.call(&line, "").await.json()["status"], "SUCCESS");
}

#[tokio::test]
async fn who_waits_goes_on_waiting_while_the_wallet_is_locked() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    let line = format!("GET /v1/requests/{id}");
    let decide = async {
        server.until_waiting(1).await;
        // The decision is there before anybody who waits can read it.
        server.service.store().set_state(State::Locked);
        server.service.decide(&id, Decision::NotVerified(who())).await.unwrap();
        tokio::task::yield_now().await;
        server.service.store().set_state(State::Unlocked);
        server.service.wake();
    };
    let (reply, ()) = tokio::join!(server.call(&line, ""), decide);
    assert_eq!(reply.json()["status"], "ACCOUNT_NOT_VERIFIED");
    assert_eq!(reply.json()["unique_user_id"], "oava51cj", "somebody agreed");
}

#[tokio::test]
async fn a_caller_that_hangs_up_makes_room() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    let mut waiting = Vec::new();
    for _ in 0..MOST_WAITING_FOR_RP {
        waiting.push(waiting_for(&server, id.as_str()).await);
    }
    server.until_waiting(MOST_WAITING_FOR_RP).await;
    let line = format!("GET /v1/requests/{id}");
    let reply = server.call(&line, "").await;
    assert_eq!((reply.status, reply.json()["error_code"].as_i64()), (429, Some(8)), "{reply:?}");
    waiting.clear();
    server.until_waiting(0).await;
    let (reply, _) = tokio::join!(server.call(&line, ""), server.service.decide(&id, login()));
    assert_eq!(reply.json()["status"], "SUCCESS");
}

async fn waiting_for(server: &Server, id: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head =
        format!("GET /v1/requests/{id} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {KEY}\r\n\r\n", server.address);
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn sweeping_ends_what_is_over_and_forgets_what_is_old() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    server.service.sweep().await.unwrap();
    assert_eq!(server.notes.all().len(), 1, "its time is not over");
    server.pass(60);
    server.service.sweep().await.unwrap();
    assert_eq!(server.notes.all().last(), Some(&Note::Over(id, Over::TimedOut)));
    server.pass(24 * 60 * 60);
    server.service.sweep().await.unwrap();
    assert!(server.service.store().is_empty());
}

#[tokio::test]
async fn anybody_can_have_the_key_set() {
    let server = start().await;
    let ask = async || server.send("GET /.well-known/jwks.json", &[], b"").await;
    assert_eq!(ask().await.status, 404);
    server.service.store().set_key_set(r#"{"keys": []}"#);
    let reply = ask().await;
    assert_eq!((reply.status, reply.json()), (200, json!({"keys": []})));
}
