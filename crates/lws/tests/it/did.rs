//! The did dialect, as SelfKey's server SDK has it and as servers vary it.

use std::sync::Arc;

use idw_lws::{Client, ClientOptions, Dialect, ErrorClass};
use serde_json::{Value, json};

use crate::classic::parts;
use crate::server::{Server, challenge, jwt, ok};
use crate::wallet::{DID, Recorder, ada, authenticate, client, identity, nobody, public_key, schema, signature, site};

const CHALLENGE: &str = "GET /auth/challenge/did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

#[tokio::test]
async fn logs_in_with_the_token_as_it_came() {
    // Spacing and order of a user token are its server's business.
    let token = "{ \"z\": 1,\n \"jwt\": \"t\", \"a\": 1.50 }";
    let server = Server::start(move |seen, _| match seen.line.as_str() {
        CHALLENGE => jwt(json!({"sub": DID, "nonce": "q83v+/RWeJCrze8SNFZ4k+/=", "tokenType": "CHALLENGE"})),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /users/token?meta=%7B%22a%22%3A%22b%20c%2Bd%22%7D" => (200, token.to_owned()),
        "POST /login" => ok(json!({"redirectTo": "/in"})),
        _ => (404, String::new()),
    })
    .await;
    let site = site(&server.root, json!({"did": true, "meta": {"a": "b c+d"}}));
    let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
    let user = session.user_token().await.unwrap();
    assert!(!user.has_redirect());
    let done = session.log_in(&user).await.unwrap();
    assert_eq!(done.redirect.unwrap().as_str(), format!("{}/in", server.root));

    let signed = json!({"signature": {"value": signature(), "keyId": format!("{DID}#keys-1")}});
    assert_eq!(server.only("POST /auth/challenge").json(), signed);
    let login = server.only("POST /login");
    assert_eq!((login.text().as_str(), login.header("authorization")), (token, None));
    assert_eq!(login.header("user-agent"), Some("SelfKeyIDW/1.2.3"));
}

#[tokio::test]
async fn a_redirect_with_the_token_needs_no_login() {
    let server = Server::table(vec![
        (CHALLENGE, challenge()),
        ("POST /auth/challenge-response", jwt(json!({ "sub": DID }))),
        ("GET /users/token", ok(json!({"redirectTo": "https://app.example/in?t=1"}))),
    ])
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let user = session.user_token().await.unwrap();
    let done = session.log_in(&user).await.unwrap();
    assert_eq!(done.redirect.as_ref().map(url::Url::as_str), Some("https://app.example/in?t=1"));
    assert!(!server.lines().contains(&"POST /login".to_owned()));
    assert!(!format!("{done:?} {user:?}").contains("t=1"), "a redirect can be a secret");
}

#[tokio::test]
async fn signs_up_with_files_ahead() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "POST /users/file" if seen.text().contains("PPPPP") => ok(json!({"id": "passport-id"})),
        "POST /users/file" => ok(json!({"fileId": 77})),
        "POST /users" => (201, String::new()),
        _ => (404, String::new()),
    })
    .await;
    let site = site(&server.root, json!({"meta": {"ref": 1}}));
    let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
    session.sign_up(&identity(), &nobody()).await.unwrap();
    for seen in server.seen().iter().filter(|seen| seen.line == "POST /users/file") {
        let parts = parts(seen);
        assert!(parts.len() == 1 && parts[0].0.contains("name=\"document\"; filename="), "{}", seen.text());
    }
    let picture = |id: &str, size: u64| json!({"mimeType": "image/png", "size": size, "content": id});
    let expected = json!({
        "attributes": [
            {"schemaId": schema("first-name"), "data": "Ada-canary"},
            {"id": "pass", "schemaId": schema("passport"), "data": {"image": picture("passport-id", 5),
                "selfie": {"image": picture("77", 3)}, "issued": "2020-01-02"}},
        ],
        "meta": {"ref": 1},
    });
    assert_eq!(server.only("POST /users").json(), expected);
}

#[tokio::test]
async fn signs_up_with_files_inside() {
    // One site says that it has no file endpoint; the other only shows it.
    for (endpoints, uploads) in [(json!({"/users/file": false}), 0), (json!({}), 2)] {
        let server = Server::table(vec![
            (CHALLENGE, challenge()),
            ("POST /auth/challenge", jwt(json!({ "sub": DID }))),
            ("POST /users", (201, String::new())),
        ])
        .await;
        let site = site(&server.root, json!({ "endpoints": endpoints }));
        let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
        session.sign_up(&identity(), &nobody()).await.unwrap();
        let tried = server.lines().iter().filter(|line| *line == "POST /users/file").count();
        assert!(tried <= uploads, "{endpoints}");
        let parts = parts(&server.only("POST /users"));
        assert_eq!(parts.len(), 3);
        let passport = &serde_json::from_str::<serde_json::Value>(&parts[0].1).unwrap()[1];
        assert_eq!(passport["schemaId"], schema("passport"));
        assert_eq!(passport["data"]["image"], "$document-1");
    }
}

#[tokio::test]
async fn endpoints_on_two_hosts() {
    let kycc = Server::table(vec![
        ("GET /c/challenge/did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a?rp=5", challenge()),
        ("POST /c/challenge?rp=5", jwt(json!({ "sub": DID }))),
    ])
    .await;
    let ums =
        Server::table(vec![("POST /users?t=1", (201, String::new())), ("GET /me/token", ok(json!({"token": "t"})))])
            .await;
    let endpoints = json!({
        "/auth/challenge": format!("{}/c/challenge?rp=5", kycc.root),
        "/users": "users?t=1", "/users/token": "/me/token", "/users/file": false, "/login": false,
    });
    let site = site(&ums.root, json!({ "endpoints": endpoints }));
    let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
    session.sign_up(&identity(), &nobody()).await.unwrap();
    let done = session.log_in(&session.user_token().await.unwrap()).await.unwrap();
    assert_eq!(done.redirect, None, "the site has no login endpoint");
    assert_eq!(site.hosts().len(), 2);
    assert_eq!((kycc.seen().len(), ums.lines().join(" ")), (2, "POST /users?t=1 GET /me/token".to_owned()));
}

#[tokio::test]
async fn applies_for_kyc() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        "GET /templates" => ok(json!([{"templateId": "t-1", "name": "Basic", "description": "For all"}])),
        "GET /templates/t-1?format=minimum" => {
            ok(json!({"id": "t-1", "name": "Basic", "atributes": [{"id": "pass", "schemaId": schema("passport")}]}))
        }
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "POST /files" => ok(json!({"id": "f"})),
        "POST /applications" => (201, json!({"id": 12, "applicationUrl": "/applications/12"}).to_string()),
        _ => (404, String::new()),
    })
    .await;
    let (client, site) = (client(), site(&server.root, json!({})));
    let list = client.templates(&site, Dialect::Did).await.unwrap();
    let template = client.template(&site, Dialect::Did, &list[0].id).await.unwrap();
    assert_eq!(template.attributes[0].id.as_deref(), Some("pass"));
    let session = authenticate(&client, &site, Dialect::Did, &ada()).await.unwrap();
    let applied = session.apply(&template.id, &identity(), &nobody()).await.unwrap();
    assert_eq!(applied.id.as_deref(), Some("12"));
    assert_eq!(applied.url.unwrap().as_str(), format!("{}/applications/12", server.root));
    let sent = server.only("POST /applications").json();
    assert_eq!((&sent["templateId"], sent.get("files")), (&json!("t-1"), None));
    assert_eq!(sent["attributes"][1]["data"]["image"]["content"], "f");
}

#[tokio::test]
async fn the_dialect_is_found_out() {
    let key_path = format!("GET /auth/challenge/{}", public_key());
    let key_path: &'static str = Box::leak(key_path.into_boxed_str());
    let check = async |table, expected: Result<Dialect, ErrorClass>| {
        let server = Server::table(table).await;
        let found = client().dialect(&site(&server.root, json!({})), &*ada()).await;
        assert_eq!(found.map_err(|error| error.class()), expected, "{:?}", server.lines());
    };
    check(vec![(CHALLENGE, challenge())], Ok(Dialect::Did)).await;
    // A DID for a subject settles it; a classic route may take whatever follows `/auth/challenge`.
    let nonce = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ";
    let did = jwt(json!({"sub": DID, "nonce": nonce}));
    check(vec![(CHALLENGE, did), ("GET /auth/challenge", challenge())], Ok(Dialect::Did)).await;
    check(vec![(CHALLENGE, challenge()), ("GET /auth/challenge", challenge())], Ok(Dialect::Classic)).await;
    let echoed = jwt(json!({"sub": DID, "challenge": nonce}));
    check(vec![(CHALLENGE, echoed), (key_path, challenge())], Ok(Dialect::Classic)).await;
    check(vec![("GET /auth/challenge", challenge())], Ok(Dialect::Classic)).await;
    check(vec![(CHALLENGE, (405, String::new())), ("GET /auth/challenge", challenge())], Ok(Dialect::Classic)).await;
    check(vec![(CHALLENGE, (200, "<html>".to_owned())), ("GET /auth/challenge", challenge())], Ok(Dialect::Classic))
        .await;
    check(vec![(CHALLENGE, (422, "{}".to_owned())), (key_path, challenge())], Ok(Dialect::Classic)).await;
    check(vec![(CHALLENGE, (500, String::new())), ("GET /auth/challenge", challenge())], Ok(Dialect::Classic)).await;
    check(vec![(CHALLENGE, (503, String::new()))], Err(ErrorClass::Unreachable)).await;
    check(vec![], Err(ErrorClass::Refused)).await;
    let said = site("http://127.0.0.1:9", json!({"did": false}));
    assert_eq!(client().dialect(&said, &*ada()).await.unwrap(), Dialect::Classic, "nobody is asked");
}

#[tokio::test]
async fn an_observer_sees_no_secrets() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        CHALLENGE => jwt(json!({"sub": DID, "nonce": "nonceCANARY0123456789"})),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "POST /users/file" => ok(json!({"id": "f"})),
        "POST /users" => (201, json!({"message": "welcome Ada-canary"}).to_string()),
        "GET /users/token" => ok(json!({"token": "token-canary", "id": "id-canary"})),
        "POST /login" => ok(json!({"redirectTo": "/in?token=token-canary"})),
        _ => (404, String::new()),
    })
    .await;
    let recorder = Arc::new(Recorder::default());
    let client = Client::new(ClientOptions { observer: Some(recorder.clone()), ..ClientOptions::default() });
    let session = authenticate(&client, &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    session.sign_up(&identity(), &nobody()).await.unwrap();
    session.log_in(&session.user_token().await.unwrap()).await.unwrap();

    let exchanges = recorder.0.lock().unwrap().clone();
    assert_eq!(exchanges.len(), server.lines().len());
    let shown = format!("{exchanges:?}");
    let bearer = server.only("POST /users").header("authorization").unwrap()["Bearer ".len()..].to_owned();
    for secret in ["canary", "nonceCANARY", &signature(), &bearer, "PPPPP", "passport.png"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains(&schema("passport")) && shown.contains("SelfKeyIDW/"), "the rest is there: {shown}");
    assert!(server.seen().iter().any(|seen| seen.text().contains("Ada-canary")), "so the test can fail");
}

#[tokio::test]
async fn follows_an_application_up() {
    let server = Server::start(|seen, before| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /applications" if before < 4 => (404, "{}".to_owned()),
        "GET /applications" => ok(json!([{"id": "a/b", "templateId": "t", "status": 9, "statusName": "Open"}])),
        "GET /applications/a%2Fb" if before > 8 => ok(json!({"id": "a/b", "status": 8})),
        "GET /applications/a%2Fb" => {
            ok(json!({"id": "a/b", "status": 9, "attributes": {"pass": {"valid": false, "value": {"image": 1}}}}))
        }
        "PATCH /applications/a%2Fb" => (204, String::new()),
        _ => (404, String::new()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    assert_eq!(session.applications().await.unwrap(), [], "404 means none yet");
    session.applications().await.unwrap();
    let list = session.applications().await.unwrap();
    assert_eq!(list[0].status.unwrap().code(), 9, "more information is wanted");
    let detail = session.application(&list[0].id).await.unwrap();
    assert!(detail.attributes[0].is_wanted());
    let payload = identity();
    session.update_application("a/b", &payload, &[]).await.unwrap();
    let sent = server.only("PATCH /applications/a%2Fb").json();
    assert_eq!(sent["attributes"].as_array().map(Vec::len), Some(2));
    session.cancel_application("a/b").await.unwrap();
    assert_eq!(server.only("POST /applications/a%2Fb/change_status").json(), json!({"code": 8}));
    assert_eq!(server.seen()[8].json(), json!({"status": 8}), "where the site does not know the first way");
    assert!(!server.lines().iter().any(|line| line.starts_with("DELETE")), "{:?}", server.lines());
}

#[tokio::test]
async fn an_application_is_withdrawn_as_selfkeys_wallet_did() {
    let check = async |answer: (u16, Value), state: (u16, Value), asked: usize| {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            CHALLENGE => challenge(),
            "POST /auth/challenge" => jwt(json!({ "sub": DID })),
            "POST /applications/7/change_status" => (answer.0, answer.1.to_string()),
            "GET /applications/7" => (state.0, state.1.to_string()),
            _ => panic!("{} is not needed", seen.line),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
        session.cancel_application("7").await.unwrap();
        let sent = server.only("POST /applications/7/change_status");
        assert_eq!(sent.json(), json!({"code": 8}));
        assert_eq!(sent.header("content-type"), Some("application/json"));
        assert_eq!(server.lines().iter().filter(|line| *line == "GET /applications/7").count(), asked);
    };
    let cancelled = || json!({"id": 7, "currentStatus": 8});
    check((200, cancelled()), (500, json!({})), 0).await;
    check((201, json!({"application": cancelled()})), (500, json!({})), 0).await;
    check((200, json!({})), (200, cancelled()), 1).await;
    check((200, json!({"id": 7, "currentStatus": 4})), (200, cancelled()), 1).await;
    // The site says that it did, and has no way to be asked.
    check((200, json!({})), (405, json!({})), 1).await;
}

#[tokio::test]
async fn an_application_that_is_cancelled_already_is_cancelled() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /applications/7" => ok(json!({"id": 7, "status": 8})),
        _ => (422, json!({"code": "application_closed"}).to_string()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    session.cancel_application("7").await.unwrap();
}

#[tokio::test]
async fn a_site_that_ignores_the_wish_to_cancel_is_found_out() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /applications/7" => ok(json!({"id": 7, "status": 1})),
        "PATCH /applications/7" => (200, String::new()),
        _ => (405, String::new()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let error = session.cancel_application("7").await.unwrap_err();
    assert!(error.to_string().contains("does not offer cancelling"), "{error}");
}

#[tokio::test]
async fn a_challenge_that_is_refused_is_asked_for_once_more() {
    for (refused, expected) in [(1, true), (2, false)] {
        let server = Server::start(move |seen, before| match seen.line.as_str() {
            CHALLENGE => challenge(),
            "POST /auth/challenge" if before >= 2 * refused => jwt(json!({ "sub": DID })),
            _ => (401, json!({"code": "token_invalid"}).to_string()),
        })
        .await;
        let site = site(&server.root, json!({}));
        let session = authenticate(&client(), &site, Dialect::Did, &ada()).await;
        assert_eq!(session.is_ok(), expected, "{:?}", server.lines());
        if let Ok(session) = session {
            // The one start from anew is used up.
            assert_eq!(session.user_token().await.unwrap_err().class(), ErrorClass::Refused);
        }
        assert_eq!(server.lines().iter().filter(|line| *line == "POST /auth/challenge").count(), 2);
    }
}

#[tokio::test]
async fn a_refused_user_token_is_fetched_again_once() {
    for (good_from, expected) in [(2, true), (9, false)] {
        let server = Server::start(move |seen, before| match seen.line.as_str() {
            CHALLENGE => challenge(),
            "POST /auth/challenge" => jwt(json!({"sub": DID, "jti": before})),
            "GET /users/token" => ok(json!({ "token": before })),
            "POST /login" if seen.json()["token"].as_u64() > Some(good_from) => ok(json!({"redirectTo": "/in"})),
            _ => (401, json!({"code": "token_invalid"}).to_string()),
        })
        .await;
        let site = site(&server.root, json!({}));
        let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
        let token = session.user_token().await.unwrap();
        assert_eq!(session.log_in(&token).await.is_ok(), expected, "{:?}", server.lines());
        let count = |wanted: &str| server.lines().iter().filter(|line| *line == wanted).count();
        assert_eq!((count("POST /login"), count("GET /users/token"), count(CHALLENGE)), (2, 2, 2));
    }
}
