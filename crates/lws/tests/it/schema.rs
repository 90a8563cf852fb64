//! Schemas of a site's own.

use std::time::Duration;

use idw_lws::{LwsError, Outage, SiteDescription, UrlError};
use serde_json::json;
use url::Url;

use crate::server::{Server, ok, raw};
use crate::wallet::{client, impatient};

fn site(root: &str) -> SiteDescription {
    let json = json!({"website": {"name": "Club"}, "rootEndpoint": format!("{root}/lws")});
    SiteDescription::parse(json.to_string().as_bytes(), None).expect("a good description")
}

/// The hosts that the user was shown: the site's own.
fn shown(root: &str) -> Vec<String> {
    site(root).hosts()
}

#[tokio::test]
async fn it_is_fetched_from_the_sites_own_host() {
    let schema = json!({"title": "Member number", "type": "string"});
    let server = Server::table(vec![("GET /schemas/member.json", ok(schema.clone()))]).await;
    let url = Url::parse(&format!("{}/schemas/member.json#top", server.root)).unwrap();
    assert_eq!(client().fetch_schema(&url, &site(&server.root), &shown(&server.root)).await.unwrap(), schema);
}

#[tokio::test]
async fn it_is_not_fetched_from_anywhere_else() {
    let own = Server::table(vec![]).await;
    let other = Server::table(vec![("GET /member.json", ok(json!({})))]).await;
    for url in [format!("{}/member.json", other.root), "https://elsewhere.example/member.json".to_owned()] {
        let url = Url::parse(&url).unwrap();
        let error = client().fetch_schema(&url, &site(&own.root), &shown(&own.root)).await.unwrap_err();
        assert!(matches!(error, LwsError::Url(UrlError::Elsewhere { .. })), "{url}: {error}");
    }
    let file = Url::parse("file:///etc/passwd").unwrap();
    let error = client().fetch_schema(&file, &site(&own.root), &shown(&own.root)).await.unwrap_err();
    assert!(matches!(error, LwsError::Url(_)), "{error}");
}

#[tokio::test]
async fn a_site_on_the_network_leads_to_no_schema_on_this_machine() {
    let here = Server::table(vec![("GET /member.json", ok(json!({})))]).await;
    let url = Url::parse(&format!("{}/member.json", here.root)).unwrap();
    let far = site("https://rp.example");
    let error = client().fetch_schema(&url, &far, &shown(&here.root)).await.unwrap_err();
    assert!(matches!(error, LwsError::Url(UrlError::LoopbackFromAfar)), "{error}");
}

#[tokio::test]
async fn many_that_stall_take_no_longer_than_one() {
    let root = raw(|stream| async move {
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    let urls: Vec<_> = (0..12).map(|number| Url::parse(&format!("{root}/{number}.json")).unwrap()).collect();
    // Each may take 300 ms, and four go at a time: one after the other they would take three times as long.
    let all = tokio::time::timeout(Duration::from_millis(800), async {
        impatient().fetch_schemas(&urls, &site(&root), &shown(&root)).await
    });
    let outcomes = all.await.expect("they share one time limit");
    assert_eq!(outcomes.len(), urls.len());
    for outcome in outcomes {
        assert!(matches!(outcome, Err(LwsError::Unreachable { outage: Outage::Timeout, .. })), "{outcome:?}");
    }
}

#[tokio::test]
async fn what_is_no_schema_is_refused() {
    let check = async |reply: (u16, String), says: &str| {
        let server = Server::table(vec![("GET /s.json", reply)]).await;
        let url = Url::parse(&format!("{}/s.json", server.root)).unwrap();
        let error = client().fetch_schema(&url, &site(&server.root), &shown(&server.root)).await.unwrap_err();
        assert!(error.to_string().contains(says), "{error} should say {says}");
    };
    check((200, "<html>".to_owned()), "web page").await;
    check((404, String::new()), "refused").await;
    check((302, String::new()), "redirects").await;
    check((200, format!("\"{}\"", "x".repeat(300 * 1024))), "longer than").await;
}
