//! The site's pages, its description, and a browser that ends up logged in.

use idw_relying_party::{Dialects, RelyingParty, SqliteStore};
use serde_json::{Value, json};

use crate::wallet::{Answer, Call, Speaks, Wallet, schema, site, site_with};

#[tokio::test]
async fn the_site_describes_itself() {
    let check = async |dialects: Dialects, did: Value| {
        let site = site(dialects);
        let description = Call::page("/lws/config").send(&site).await.expect(200);
        assert_eq!(description["rootEndpoint"], "http://rp.example/lws");
        assert_eq!(description["website"]["url"], "http://rp.example/");
        assert_eq!(description.get("did").cloned().unwrap_or(Value::Null), did);
        let attributes = description["attributes"].as_array().unwrap();
        assert_eq!(attributes.len(), 6);
        assert_eq!(attributes[0]["id"], "first");
        assert_eq!(attributes[1], schema("last-name"), "a bare string");
        assert_eq!(attributes[5]["required"], false);
        let well_known = Call::page("/.well-known/lws.json").send(&site).await.expect(200);
        assert_eq!(well_known, description);
    };
    check(Dialects::Classic, json!(false)).await;
    check(Dialects::Did, json!(true)).await;
    check(Dialects::Both, Value::Null).await;
}

#[tokio::test]
async fn a_browser_ends_up_logged_in() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    wallet.sign_up(&token).send(&site).await.expect(201);
    let redirect = wallet.log_in(&site, &token).await;
    let link = redirect.strip_prefix("http://rp.example").unwrap();

    assert_eq!(Call::page(link).method("HEAD").send(&site).await.status.as_u16(), 204, "looking at it uses nothing up");
    let answer = Call::page(link).send(&site).await;
    assert_eq!((answer.status.as_u16(), &answer.headers["location"]), (303, &"/account".parse().unwrap()));
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), "{cookie}");
    let session = cookie.split(';').next().unwrap();

    let account = Call::page("/account").with("cookie", &format!("other=1; {session}")).send(&site).await;
    assert!(account.text().contains("You are logged in as Ada Example"), "{}", account.text());
    assert_eq!(Call::page(link).send(&site).await.status.as_u16(), 403, "a link works once");
    assert_eq!(Call::page("/account").send(&site).await.status.as_u16(), 401);

    let out = Call::page("/logout").method("POST").with("cookie", session).send(&site).await;
    assert_eq!(out.status.as_u16(), 303);
    let after = Call::page("/account").with("cookie", session).send(&site).await;
    assert_eq!(after.status.as_u16(), 401, "the session ended at the site too");
}

#[tokio::test]
async fn pages_show_what_arrived_as_text() {
    let site = site_with(|config| config.name = "A <b>bold</b> name".to_owned());
    let empty = Call::page("/operator").operator().send(&site).await;
    assert!(empty.text().contains("Nobody has signed up yet."));

    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let mut attributes = wallet.attributes();
    attributes[0]["data"] = json!("<script>alert(1)</script>");
    let body = json!({"attributes": attributes});
    Call::json(Speaks::Did, "/users", &body).bearer(&token).send(&site).await.expect(201);

    let page = Call::page("/operator").operator().send(&site).await;
    let html = page.text();
    assert!(html.contains(&wallet.did()), "{html}");
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    assert!(!html.contains("<b>bold"), "{html}");
    assert_eq!(Call::page("/style.css").send(&site).await.headers["content-type"], "text/css; charset=utf-8");
    assert_eq!(Call::page("/icon.svg").send(&site).await.headers["content-type"], "image/svg+xml");
    assert_eq!(Call::page("/nowhere").send(&site).await.status.as_u16(), 404);
}

/// Strict by its headers, and in need of nothing they forbid.
#[tokio::test]
async fn pages_work_without_script() {
    let site = site(Dialects::Both);
    for path in ["/", "/sign-in", "/account", "/operator", "/session?ticket=x", "/nowhere"] {
        pages_checked(path, Call::page(path).send(&site).await);
    }
    pages_checked("the operator's, signed in", Call::page("/operator").operator().send(&site).await);
    let home = Call::page("/").send(&site).await;
    assert!(home.text().contains("idw site add http://rp.example/lws"), "{}", home.text());
    assert!(home.text().contains("value=\"http://rp.example/lws\""), "{}", home.text());
}

fn pages_checked(path: &str, page: Answer) {
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
    assert_eq!(page.headers["cache-control"], "no-store", "{path}");
    let html = page.text();
    assert!(html.starts_with("<!doctype html>"), "{path}: {html}");
    for forbidden in ["<script", " style=", " onclick", " onload", "javascript:"] {
        assert!(!html.contains(forbidden), "{path} has {forbidden}");
    }
}

#[tokio::test]
async fn a_service_redeems_the_ticket_itself() {
    let mut config = idw_relying_party::Config::sample("https://rp.example".parse().unwrap()).unwrap();
    config.redirect = Some("https://rp.example/welcome?from=wallet".parse().unwrap());
    let party = RelyingParty::new(config, SqliteStore::in_memory().unwrap()).unwrap();
    let site = axum::Router::new().nest("/lws", party.api());
    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    wallet.sign_up(&token).send(&site).await.expect(201);
    let redirect = wallet.log_in(&site, &token).await;
    let ticket = redirect.strip_prefix("https://rp.example/welcome?from=wallet&ticket=").unwrap();
    let login = party.redeem_ticket(ticket).await.unwrap().unwrap();
    assert_eq!((login.wallet, login.user.wallets.as_slice()), (wallet.key.address(), &[wallet.key.address()][..]));
    assert_eq!(party.redeem_ticket(ticket).await.unwrap(), None);
}
