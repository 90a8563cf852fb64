//! How a site's description is found.

use idw_lws::{ErrorClass, LwsError};
use serde_json::json;
use url::Url;

use crate::server::{Server, ok};
use crate::wallet::client;

#[tokio::test]
async fn at_either_place() {
    let description = || ok(json!({"website": {"name": "Shop"}, "rootEndpoint": "/lws"}));
    for place in ["GET /config", "GET /.well-known/lws.json"] {
        let server = Server::table(vec![(place, description())]).await;
        let site = client().fetch_description(&Url::parse(&server.root).unwrap()).await.unwrap();
        assert_eq!((site.name(), site.root().as_str()), ("Shop", format!("{}/lws", server.root).as_str()));
    }
    // `localhost` is this machine, with the port of the URL.
    let server = Server::table(vec![("GET /lws/config", description())]).await;
    let local = Url::parse(&server.root.replace("127.0.0.1", "localhost")).unwrap().join("/lws").unwrap();
    let site = client().fetch_description(&local).await.unwrap();
    assert_eq!(site.root().host_str(), Some("localhost"));
    assert_eq!(site.fetched_from().unwrap().path(), "/lws/config");
    // A single-page application answers every path with its page.
    let server = Server::start(move |seen, _| match seen.line.as_str() {
        "GET /.well-known/lws.json" => description(),
        _ => (200, "<html></html>".to_owned()),
    })
    .await;
    assert!(client().fetch_description(&Url::parse(&server.root).unwrap()).await.is_ok());
}

#[tokio::test]
async fn nowhere() {
    let check = async |table: Vec<(&'static str, (u16, String))>, expected: ErrorClass| {
        let server = Server::table(table).await;
        let error = client().fetch_description(&Url::parse(&server.root).unwrap()).await.unwrap_err();
        assert_eq!(error.class(), expected, "{error}");
    };
    check(vec![], ErrorClass::Refused).await;
    check(vec![("GET /config", (200, "<html>".to_owned()))], ErrorClass::Protocol).await;
    check(vec![("GET /config", (500, String::new()))], ErrorClass::Unreachable).await;
    let stranger = ok(json!({"rootEndpoint": "http://rp.example/lws"}));
    check(vec![("GET /config", stranger)], ErrorClass::Protocol).await;
    let elsewhere = Url::parse("http://rp.example/lws").unwrap();
    assert!(matches!(client().fetch_description(&elsewhere).await, Err(LwsError::Url(_))));
}
