//! What a client may ask for, the page, the decision, and the way back.

use axum::body::Body;
use axum::http::{Method, Request};
use idw_kyc_provider::{ConfigError, Provider, Reading};

use crate::site::{CLIENT, LOOPBACK, REDIRECT, Site, asked, asked_with, authorize, exchange, form, multipart};

#[tokio::test]
async fn the_page_offers_people_documents_and_outcomes() {
    let site = Site::with(|config| config.client_name = "Club <One>".to_owned());
    let answer = site.get(&authorize(&asked_with("back_url", "https://client.example/\"home\""))).await;
    let page = answer.text();
    assert_eq!(answer.status, 200);
    for text in [
        "Test provider: no real check happens here",
        "Club &lt;One&gt;",
        "value=\"ada\" checked",
        "value=\"stateless\"",
        "value=\"old-print\"",
        "value=\"gave-up\"",
        "value=\"with-location\"",
        "https://client.example/&quot;home&quot;",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("<script") && !page.contains("second_document"), "no script, nothing of Web IDV");
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("form-action 'self' https://client.example http://127.0.0.1:4001;"), "{policy}");
}

#[tokio::test]
async fn what_may_be_a_trap_gets_a_page_and_no_redirect() {
    let site = Site::auto("verified");
    let mut twice = asked();
    twice.push(("redirect_uri", REDIRECT));
    let mut two_clients = asked();
    two_clients.push(("client_id", CLIENT));
    let without = |name: &str| asked().into_iter().filter(|(key, _)| *key != name).collect::<Vec<_>>();
    let rows = [
        asked_with("redirect_uri", "https://client.example/return?from=check&"),
        asked_with("redirect_uri", "https://client.example/return"),
        asked_with("redirect_uri", "https://CLIENT.example/return?from=check"),
        asked_with("redirect_uri", "https://elsewhere.example/"),
        asked_with("redirect_uri", ""),
        without("redirect_uri"),
        twice,
        asked_with("client_id", "another"),
        asked_with("client_id", ""),
        without("client_id"),
        two_clients,
    ];
    for row in rows {
        let answer = site.get(&authorize(&row)).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (400, None), "{row:?}");
        assert!(answer.text().contains("This request cannot be used"), "{row:?}");
    }
}

#[tokio::test]
async fn other_mistakes_are_told_to_the_client() {
    let site = Site::auto("verified");
    let check = async |fields: Vec<(&str, &str)>, error: &str| {
        let answer = site.get(&authorize(&fields)).await;
        assert_eq!(answer.status, 302, "{fields:?}");
        assert_eq!(answer.returned("error").as_deref(), Some(error), "{fields:?}");
        assert_eq!((answer.returned("from").as_deref(), answer.returned("code")), (Some("check"), None));
        answer.returned("state")
    };
    let state = Some("a state".to_owned());
    assert_eq!(check(asked_with("response_type", "token"), "unsupported_response_type").await, state);
    assert_eq!(check(asked_with("response_type", ""), "invalid_request").await, state);
    assert_eq!(check(asked_with("scope", "kyc email"), "invalid_scope").await, state);
    assert_eq!(check(asked_with("back", "https://client.example/"), "invalid_request").await, state);
    assert_eq!(check(asked_with("back_url", "http://client.example/"), "invalid_request").await, state);
    assert_eq!(check(asked_with("back_url", "javascript:alert(1)"), "invalid_request").await, state);
    assert_eq!(check(asked_with("nonce", "1"), "invalid_request").await, state);
    assert_eq!(check(asked_with("state", "é"), "invalid_request").await, None);
    let long = "s".repeat(1_025);
    let mut fields: Vec<(&str, &str)> = asked().into_iter().filter(|(name, _)| *name != "state").collect();
    fields.push(("state", &long));
    assert_eq!(check(fields, "invalid_request").await, None);
    for name in ["state", "scope", "response_type"] {
        let mut fields = asked();
        fields.push((name, "again"));
        check(fields, "invalid_request").await;
    }
}

#[tokio::test]
async fn scope_and_state_may_be_left_out_and_a_state_comes_back_as_it_was() {
    let site = Site::auto("verified");
    let bare: Vec<_> = asked().into_iter().filter(|(name, _)| !matches!(*name, "scope" | "state")).collect();
    let answer = site.get(&authorize(&bare)).await;
    assert!(answer.returned("code").is_some() && answer.returned("state").is_none());
    let odd = "a+b/c=&%41 ~\"<";
    let answer = site.get(&authorize(&asked_with("state", odd))).await;
    assert_eq!(answer.returned("state").as_deref(), Some(odd));
    let long: &'static str = Box::leak("s".repeat(1_024).into_boxed_str());
    let answer = site.get(&authorize(&asked_with("state", long))).await;
    assert_eq!(answer.returned("state").as_deref(), Some(long));
}

#[tokio::test]
async fn a_lenient_provider_passes_over_what_it_does_not_know() {
    let site = Site::with(|config| {
        config.reading = Reading::Lenient;
        config.auto = Some(idw_kyc_provider::Choice::parse("verified").unwrap());
    });
    let answer = site.get(&authorize(&asked_with("back", "https://client.example/"))).await;
    assert!(answer.returned("code").is_some());
}

#[tokio::test]
async fn hostile_queries_are_answered() {
    let site = Site::auto("verified");
    for query in
        ["", "%", "%ff", "client_id=%00", "&&&&", "=", "client_id", "a=b=c", "client_id=%F0%9F", "+", "?", "%25"]
    {
        let answer = site.get(&format!("/authorize?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (400, None), "{query}");
    }
    let many = "a=b&".repeat(10_000);
    assert_eq!(site.get(&format!("/authorize?{many}")).await.status, 400);
}

#[tokio::test]
async fn a_decision_needs_the_ticket_of_its_page_and_takes_it() {
    let site = Site::new();
    let ticket = site.ticket(&authorize(&asked())).await;
    let decide = async |ticket: &str| site.submit("/authorize/decide", &[("ticket", ticket)]).await;
    for wrong in ["", "another", &ticket[1..]] {
        assert_eq!(decide(wrong).await.status, 400, "{wrong}");
    }
    let answer = decide(&ticket).await;
    assert_eq!((answer.status.as_u16(), answer.returned("state").as_deref()), (303, Some("a state")));
    assert!(answer.location().unwrap().starts_with("https://client.example/return?from=check&code="));
    assert_eq!(decide(&ticket).await.status, 400, "a ticket works once");

    let ticket = site.ticket(&authorize(&asked())).await;
    site.wait(3_600);
    assert_eq!(decide(&ticket).await.status, 400, "a page is open for an hour");
    assert_eq!(site.submit("/authorize/decide", &[]).await.status, 400);
}

#[tokio::test]
async fn a_decision_is_taken_from_pages_of_this_provider_alone() {
    let site = Site::new();
    let ticket = site.ticket(&authorize(&asked())).await;
    let send = async |name: &'static str, value: &'static str| {
        let mut request = form("/authorize/decide", &[("ticket", &ticket)]);
        request.headers_mut().insert("host", "kyc.example".parse().unwrap());
        request.headers_mut().insert(name, value.parse().unwrap());
        site.send(request).await.status.as_u16()
    };
    assert_eq!(send("origin", "https://elsewhere.example").await, 403);
    assert_eq!(send("origin", "null").await, 403);
    assert_eq!(send("sec-fetch-site", "cross-site").await, 403);
    let json = Request::post("/authorize/decide").header("content-type", "text/plain");
    assert_eq!(site.send(json.body(Body::from("ticket=x")).unwrap()).await.status, 400);
    assert_eq!(send("origin", "http://kyc.example").await, 303);
}

#[tokio::test]
async fn what_was_picked_is_what_comes_of_it() {
    let site = Site::new();
    let decide = async |fields: &[(&str, &str)]| {
        let ticket = site.ticket(&authorize(&asked_with("redirect_uri", LOOPBACK))).await;
        site.submit("/authorize/decide", &[&[("ticket", ticket.as_str())], fields].concat()).await
    };
    let gave_up = decide(&[("outcome", "gave-up")]).await;
    assert_eq!(gave_up.location(), Some("http://127.0.0.1:4001/return?state=a+state"));
    let refused = decide(&[("outcome", "refused")]).await;
    assert_eq!(refused.returned("error").as_deref(), Some("access_denied"));
    let closed = decide(&[("outcome", "closed")]).await;
    assert_eq!((closed.status.as_u16(), closed.location()), (200, None));
    for wrong in [("outcome", "passed"), ("person", "nobody"), ("document", "ID"), ("pictures", "big"), ("extra", "1")]
    {
        assert_eq!(decide(&[wrong]).await.status, 400, "{wrong:?}");
    }
    assert_eq!(decide(&[("outcome", "verified"), ("outcome", "refused")]).await.status, 400);

    let fields = [("person", "kosovo"), ("document", "DL"), ("pictures", "none")];
    let code = decide(&fields).await.returned("code").unwrap();
    let mut exchange = exchange(&code);
    exchange[2].1 = LOOPBACK;
    let token = site.send(multipart("/v2/web-kyc/token", &exchange)).await.json();
    let details = site.details(token["token"].as_str().unwrap()).await.json();
    assert_eq!(details["details"]["issuingCountry"], "RKS");
    assert_eq!(details["details"]["documentType"], "DL");
    assert_eq!(details["croppedDocs"], serde_json::json!({}));
}

#[tokio::test]
async fn looking_at_an_address_uses_nothing_up() {
    let site = Site::auto("verified");
    let request = Request::builder().method(Method::HEAD).uri(authorize(&asked())).body(Body::empty()).unwrap();
    let answer = site.send(request).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (204, None));
    assert_eq!(site.state().await["codes"], serde_json::json!([]));
}

#[test]
fn a_provider_needs_a_client_that_can_call_it() {
    let with = |change: fn(&mut idw_kyc_provider::Config)| {
        let base = "http://kyc.example".parse().unwrap();
        let secret = idw_kyc_provider::ClientSecret::new("s").unwrap();
        let redirect = idw_kyc_provider::RedirectUri::parse(REDIRECT).unwrap();
        let mut config = idw_kyc_provider::Config::new(base, CLIENT, secret, redirect);
        change(&mut config);
        Provider::new(config)
    };
    assert!(with(|_| {}).is_ok());
    assert!(matches!(with(|config| config.redirects.clear()), Err(ConfigError::NoRedirect)));
    assert!(matches!(with(|config| config.client_id = "a:b".to_owned()), Err(ConfigError::ClientId)));
}
