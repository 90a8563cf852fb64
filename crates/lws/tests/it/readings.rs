//! What a server means and what it says: clocks that differ, ids that are numbers, paths in two readings.

use idw_lws::{Dialect, FileId, Payload, TemplateId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::server::{Server, challenge, jwt, ok, token};
use crate::wallet::{DID, ada, attribute, authenticate, client, nobody, site};

const CHALLENGE: &str = "GET /auth/challenge/did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// A server whose clock is ahead by so many seconds, in its `Date` where it sends one and in its tokens.
async fn server_ahead(seconds: i64, with_date: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let root = format!("http://{}", listener.local_addr().expect("bound"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut request = vec![0; 8 * 1024];
                while stream.read(&mut request).await.is_ok_and(|count| count > 0) {
                    let time = Timestamp::now() + SignedDuration::from_secs(seconds);
                    let (now, date) = (time.as_second(), time.strftime("%a, %d %b %Y %H:%M:%S GMT"));
                    let claims = json!({"sub": DID, "iat": now, "exp": now + 60, "nonce": "0123456789abcdef"});
                    let body = json!({ "jwt": token(claims) }).to_string();
                    let date = if with_date { format!("Date: {date}\r\n") } else { String::new() };
                    let answer = format!("HTTP/1.1 200 OK\r\n{date}Content-Length: {}\r\n\r\n{body}", body.len());
                    if stream.write_all(answer.as_bytes()).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    root
}

#[tokio::test]
async fn clocks_may_differ_by_less_than_a_day() {
    let check = async |seconds: i64, with_date: bool, expected: bool| {
        let root = server_ahead(seconds, with_date).await;
        let session = authenticate(&client(), &site(&root, json!({})), Dialect::Did, &ada()).await;
        assert_eq!(session.is_ok(), expected, "{seconds} {with_date}");
        session.ok()
    };
    for seconds in [-7_200, 7_200] {
        let session = check(seconds, true, true).await.unwrap();
        let ahead = session.clock_ahead().unwrap().as_secs();
        assert!((ahead - seconds).abs() <= 2 && session.is_clock_off(), "{ahead} {seconds}");
        assert!(session.wallet_token().is_fresh(), "its times are the site's");
        check(seconds, false, false).await;
    }
    let session = check(60, true, true).await.unwrap();
    assert!(!session.is_clock_off(), "a minute is nothing to talk about");
    assert_eq!(check(60, false, true).await.unwrap().clock_ahead(), None);
    check(-200_000, true, false).await;
    check(200_000, true, false).await;
}

#[tokio::test]
async fn ids_that_are_numbers_go_back_as_numbers() {
    let requirements =
        json!([{"id": 7, "schemaId": "http://rp.example/a.json"}, {"id": "8", "schemaId": "http://rp.example/b.json"}]);
    let template = json!({"id": 1, "attributes": requirements});
    let server = Server::start(move |seen, _| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /templates/1" => ok(template.clone()),
        "POST /users" | "POST /applications" => (201, json!({"id": 5}).to_string()),
        _ => (404, String::new()),
    })
    .await;
    let site = site(&server.root, json!({ "attributes": requirements }));
    let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
    let ids = |line: &str| -> Vec<Value> {
        let sent = server.only(line).json();
        sent["attributes"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
    };
    let payload = |ids: [&str; 2]| Payload {
        attributes: ids.iter().map(|id| attribute(Some(id), "first-name", json!("Ada"), &[])).collect(),
        files: Vec::new(),
    };
    session.sign_up(&payload(["7", "8"]), &nobody()).await.unwrap();
    assert_eq!(ids("POST /users"), [json!(7), json!("8")]);
    let template = TemplateId::from_value(&json!(1)).unwrap();
    let none: [Option<FileId>; 0] = [];
    session.submit_application(&template, &payload(["7", "8"]), &none, &nobody()).await.unwrap();
    assert_eq!(ids("POST /applications"), [json!(7), json!("8")]);
    assert_eq!(server.only("POST /applications").json()["templateId"], json!(1));
    let asked = server.lines().len();
    session.submit_application(&template, &payload(["first", "last"]), &none, &nobody()).await.unwrap();
    assert_eq!(server.lines().len(), asked + 1, "the template is read again only where an id could be a number");
}

#[tokio::test]
async fn a_path_may_count_from_the_root_or_from_the_host() {
    let check = async |prefix: &'static str, expected: &[&str]| {
        let server = Server::start(move |seen, _| {
            let (method, path) = seen.line.split_once(' ').unwrap();
            match (method, path.strip_prefix(prefix)) {
                ("GET", Some("/v2/token")) => ok(json!({"token": "t"})),
                ("POST", Some("/v2/in")) => ok(json!({"redirectTo": "/welcome"})),
                ("GET", _) if path.starts_with("/api/lws/auth/challenge/did:") => challenge(),
                ("POST", _) if path == "/api/lws/auth/challenge" => jwt(json!({ "sub": DID })),
                _ => (404, String::new()),
            }
        })
        .await;
        let endpoints = json!({"endpoints": {"/users/token": "/v2/token", "/login": "/v2/in"}});
        let site = site(&format!("{}/api/lws", server.root), endpoints);
        let session = authenticate(&client(), &site, Dialect::Did, &ada()).await.unwrap();
        let done = session.log_in(&session.user_token().await.unwrap()).await.unwrap();
        assert!(done.redirect.is_some() && !done.leaves_site);
        assert_eq!(server.lines()[2..], *expected);
    };
    check("/api/lws", &["GET /api/lws/v2/token", "POST /api/lws/v2/in"]).await;
    // Once the first is found, the others are known.
    check("", &["GET /api/lws/v2/token", "GET /v2/token", "POST /v2/in"]).await;
}
