//! The operator's pages: off, or behind a secret.

use axum::Router;
use idw_relying_party::{Config, OperatorSecret};
use serde_json::json;

use crate::accounts::{logged_in, with_session};
use crate::did::applied;
use crate::wallet::{Answer, Call, OPERATOR_SECRET, Speaks, Wallet, site_with, state};

fn site() -> Router {
    site_with(|_| {})
}

async fn signed_in(site: &Router) -> Answer {
    Call::submit("/operator-sign-in", &[("secret", OPERATOR_SECRET)]).on_own_page().send(site).await
}

#[tokio::test]
async fn there_are_none_unless_they_are_asked_for() {
    assert!(Config::sample("http://rp.example".parse().unwrap()).unwrap().operator.is_none());
    let site = site_with(|config| config.operator = None);
    let calls = [
        Call::page("/operator"),
        Call::page("/operator").operator(),
        Call::page("/api/state").operator(),
        Call::page("/api/state").bearer(""),
        Call::submit("/operator", &[("id", "none")]).operator(),
        Call::submit("/operator-sign-in", &[("secret", "")]),
        Call::json(Speaks::Did, "", &json!({})).without("origin").operator(),
    ];
    for call in calls {
        let call =
            if call.path == "/lws" { Call { path: "/api/applications/x/status".to_owned(), ..call } } else { call };
        let row = format!("{} {}", call.method, call.path);
        call.send(&site).await.expect_refusal(&row, 404, "not_found");
    }
    assert!(!Call::page("/").operator().send(&site).await.text().contains("href=\"operator\""));
}

#[tokio::test]
async fn nobody_sees_them_without_the_secret_wherever_they_are() {
    let site = site();
    let wallet = Wallet::new(Speaks::Did, 1);
    let session = logged_in(&site, &wallet).await;
    let rows = [
        ("this machine", Call::page("/api/state")),
        ("by its name", Call::page("/api/state").with("host", "localhost:8080")),
        ("another machine", Call::page("/api/state").elsewhere()),
        ("through a proxy", Call::page("/api/state").with("x-forwarded-for", "127.0.0.1")),
        ("a user of the site", Call::page("/api/state").with("cookie", &session)),
        ("a made-up cookie", Call::page("/api/state").with("cookie", "idw_rp_operator=operator")),
        ("a wrong secret", Call::page("/api/state").bearer("an-operator-secret-of-a-tesu")),
        ("half the secret", Call::page("/api/state").bearer("an-operator-se")),
        ("a decision", Call::submit("/operator", &[("id", "none")])),
        ("a decision as JSON", Call { path: "/api/applications/x/status".to_owned(), ..Call::submit("", &[]) }),
    ];
    for (row, call) in rows {
        let answer = call.send(&site).await;
        assert_eq!(answer.headers["www-authenticate"], "Bearer realm=\"operator\"", "{row}");
        answer.expect_refusal(row, 401, "operator_only");
    }
    let page = Call::page("/operator").send(&site).await;
    assert_eq!(page.status.as_u16(), 401);
    assert!(page.text().contains("action=\"operator-sign-in\"") && !page.text().contains(&wallet.did()));
    let from_anywhere = Call::page("/api/state").operator().elsewhere().with("x-forwarded-for", "192.0.2.7");
    assert_eq!(from_anywhere.send(&site).await.expect(200)["counts"]["users"], 1, "the secret is all it needs");
}

#[tokio::test]
async fn a_browser_signs_in_with_the_secret_and_out_again() {
    let site = site();
    let wrong = Call::submit("/operator-sign-in", &[("secret", "a-wrong-secret-of-a-test")]).send(&site).await;
    assert_eq!(wrong.status.as_u16(), 403);
    assert!(wrong.text().contains("This is not the secret.") && !wrong.headers.contains_key("set-cookie"));

    let answer = signed_in(&site).await;
    assert_eq!((answer.status.as_u16(), &answer.headers["location"]), (303, &"/operator".parse().unwrap()));
    let set = answer.headers["set-cookie"].to_str().unwrap();
    assert!(set.contains("; HttpOnly; SameSite=Strict") && !set.contains(OPERATOR_SECRET), "{set}");
    let cookie = answer.cookie();
    for path in ["/operator", "/api/state"] {
        assert_eq!(with_session(Call::page(path), &cookie, &site).await.status.as_u16(), 200, "{path}");
    }
    assert!(with_session(Call::page("/"), &cookie, &site).await.text().contains("href=\"operator\""));
    assert!(!Call::page("/").send(&site).await.text().contains("href=\"operator\""), "others need not know");

    with_session(Call::submit("/operator-sign-out", &[]).on_own_page(), &cookie, &site).await;
    assert_eq!(with_session(Call::page("/operator"), &cookie, &site).await.status.as_u16(), 401, "it ended here too");
}

#[tokio::test]
async fn another_site_decides_nothing_through_the_operators_browser() {
    let site = site();
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    let cookie = signed_in(&site).await.cookie();
    let approve = || Call::submit("/operator", &[("id", &id), ("status", "2")]);
    let as_json = || {
        let call = Call::json(Speaks::Did, "", &json!({"status": 2})).without("origin");
        Call { path: format!("/api/applications/{id}/status"), ..call }
    };
    for call in [approve(), as_json()] {
        let foreign = |name: &'static str, value: &str| call.clone().with("host", "rp.example").with(name, value);
        let rows = [
            ("another site", foreign("origin", "https://evil.example")),
            ("another port", foreign("origin", "http://rp.example:9090")),
            ("a sandboxed frame", foreign("origin", "null")),
            ("a browser that says so", foreign("sec-fetch-site", "cross-site")),
            ("a neighbour", foreign("sec-fetch-site", "same-site")),
            ("nothing said", call.clone()),
        ];
        for (row, call) in rows {
            with_session(call, &cookie, &site).await.expect_refusal(row, 403, "forbidden");
        }
    }
    assert_eq!(state(&site).await["applications"][0]["status"], 1, "nothing was decided");
    assert_eq!(with_session(approve().on_own_page(), &cookie, &site).await.status.as_u16(), 303);
    assert_eq!(state(&site).await["applications"][0]["status"], 2);
}

#[tokio::test]
async fn with_another_secret_the_old_cookies_are_worthless() {
    let folder = tempfile::tempdir().unwrap();
    let start = |secret: &str| {
        let mut config = Config::sample("http://rp.example".parse().unwrap()).unwrap();
        config.operator = Some(OperatorSecret::new(secret).unwrap());
        idw_relying_party::router(config, idw_relying_party::SqliteStore::open(folder.path()).unwrap()).unwrap()
    };
    let cookie = signed_in(&start(OPERATOR_SECRET)).await.cookie();
    let status = async |site: Router| with_session(Call::page("/operator"), &cookie, &site).await.status.as_u16();
    assert_eq!(status(start(OPERATOR_SECRET)).await, 200, "the same secret, the same store");
    assert_eq!(status(start("another-secret-of-the-operator")).await, 401);
}
