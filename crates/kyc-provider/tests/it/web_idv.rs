//! The address, the visit, the result.

use axum::body::Body;
use axum::http::header::AUTHORIZATION;
use axum::http::{Method, Request};
use idw_kyc_provider::Choice;
use serde_json::Value;

use crate::site::{Answer, CLIENT, LOOPBACK, REDIRECT, SECRET, Site, basic, query};

fn address(path: &str, fields: &[(&str, &str)]) -> String {
    format!("/web-idv/{path}?{}", query(fields))
}

async fn call(site: &Site, path: &str, fields: &[(&str, &str)]) -> Answer {
    site.get_with(&address(path, fields), &basic(CLIENT, SECRET)).await
}

/// The path of the address where a person goes.
async fn visit(site: &Site, headers: &[(&str, &str)]) -> String {
    let mut request = Request::get(address("verification-url", &[("redirectUrl", REDIRECT)]));
    for (name, value) in headers.iter().chain(&[("authorization", basic(CLIENT, SECRET).as_str())]) {
        request = request.header(*name, *value);
    }
    let answer = site.send(request.body(Body::empty()).unwrap()).await.json();
    answer["verificationUrl"].as_str().unwrap().strip_prefix("http://kyc.example").unwrap().to_owned()
}

async fn result(site: &Site, code: &str) -> Answer {
    call(site, "verification-result", &[("redirectUrl", REDIRECT), ("code", code)]).await
}

#[tokio::test]
async fn the_whole_way_brings_the_result_once() {
    let site = Site::auto("verified:anna-maria:DL");
    let path = visit(&site, &[]).await;
    let back = site.get(&path).await;
    assert_eq!((back.status.as_u16(), back.returned("state")), (302, None));
    assert!(back.location().unwrap().starts_with("https://client.example/return?from=check&code="));
    assert_eq!(site.get(&path).await.status, 400, "the address works once");
    let code = back.returned("code").unwrap();
    let answer: Value = result(&site, &code).await.json();
    assert_eq!((&answer["status"], &answer["platform"]), (&"PASSED".into(), &"WEB".into()));
    assert_eq!(answer["startTime"], "2023-11-14T22:13:20Z");
    let document = &answer["documentData"];
    assert_eq!(document["documentType"], "DL");
    assert_eq!(document["surnameAndGivenNames"], "SCHMIDT-EXAMPLE ANNA MARIA LOUISE");
    assert_eq!(document["croppedBackImage"]["contentType"], "image/jpeg");
    assert!(answer["livenessFaceImage"]["content"].as_str().is_some_and(|text| text.starts_with("/9j/")));
    assert_eq!(answer.get("documentData2"), None);
    assert_eq!(result(&site, &code).await.refusal(), (400, "INVALID_REQUEST_PARAMETER".to_owned()));
}

#[tokio::test]
async fn the_page_offers_a_second_document_and_the_face() {
    let site = Site::new();
    let headers = [("aq-multi-document-flow", "On"), ("aq-flow-slug", "club-<1>")];
    let path = visit(&site, &headers).await;
    let page = site.get(&path).await;
    assert!(page.text().contains("flow club-&lt;1&gt;"));
    assert!(page.text().contains("name=\"second_document\" value=\"DL\" checked"));
    let ticket = site.ticket(&path).await;
    let fields = [("ticket", ticket.as_str()), ("second_document", "NID"), ("face", "hidden"), ("pictures", "none")];
    let code = site.submit("/authorize/decide", &fields).await.returned("code").unwrap();
    let answer = result(&site, &code).await.json();
    assert_eq!(answer["documentData2"]["documentType"], "NID");
    assert_eq!((answer.get("livenessFaceImage"), answer["documentData"].get("faceImage")), (None, None));
    assert_eq!(site.get(&path).await.status, 400, "the address is decided");
    let other = site.ticket(&visit(&site, &[]).await).await;
    let refused = site.submit("/authorize/decide", &[("ticket", &other), ("outcome", "gave-up")]).await;
    assert_eq!(refused.location(), Some(REDIRECT));
}

#[tokio::test]
async fn both_calls_need_the_clients_keys() {
    let site = Site::new();
    for path in ["verification-url", "verification-result"] {
        let place = address(path, &[("redirectUrl", REDIRECT), ("code", "c")]);
        let check = async |authorization: &str, code: &str| {
            let answer = site.get_with(&place, authorization).await;
            assert_eq!(answer.refusal(), (401, code.to_owned()), "{path} {authorization}");
        };
        check(&basic(CLIENT, "another"), "API_KEYS_INVALID").await;
        check(&basic("another", SECRET), "API_KEYS_INVALID").await;
        check(&basic(CLIENT, ""), "API_KEYS_INVALID").await;
        check(&format!("Bearer {SECRET}"), "BAD_API_KEYS").await;
        check("Basic", "BAD_API_KEYS").await;
        check("Basic !", "BAD_API_KEYS").await;
        check("Basic YQ==", "BAD_API_KEYS").await;
        assert_eq!(site.get(&place).await.refusal(), (401, "API_KEYS_MISSING".to_owned()));
        let keys = basic(CLIENT, SECRET);
        let twice = Request::get(&place).header(AUTHORIZATION, &keys).header(AUTHORIZATION, &keys);
        assert_eq!(site.send(twice.body(Body::empty()).unwrap()).await.refusal().0, 401);
    }
}

#[tokio::test]
async fn parameters_are_there_once_and_right() {
    let site = Site::new();
    let check = async |path: &str, fields: &[(&str, &str)], code: &str| {
        assert_eq!(call(&site, path, fields).await.refusal(), (400, code.to_owned()), "{path} {fields:?}");
    };
    let redirect = ("redirectUrl", REDIRECT);
    let (missing, invalid) = ("MISSING_REQUEST_PARAMETER", "INVALID_REQUEST_PARAMETER");
    check("verification-url", &[], missing).await;
    check("verification-url", &[("redirectUrl", "https://client.example/return")], invalid).await;
    check("verification-url", &[redirect, redirect], invalid).await;
    check("verification-url", &[redirect, ("state", "s")], invalid).await;
    check("verification-result", &[redirect], missing).await;
    check("verification-result", &[("code", "c")], missing).await;
    check("verification-result", &[redirect, ("code", "c"), ("code", "c")], invalid).await;
    check("verification-result", &[redirect, ("code", "another")], invalid).await;
    let bad = "/web-idv/verification-result?redirectUrl=%ff";
    assert_eq!(site.get_with(bad, &basic(CLIENT, SECRET)).await.refusal(), (400, invalid.to_owned()));
    let request = Request::get(address("verification-url", &[redirect]))
        .header(AUTHORIZATION, basic(CLIENT, SECRET))
        .header("AQ-Multi-Document-Flow", "yes");
    assert_eq!(site.send(request.body(Body::empty()).unwrap()).await.refusal(), (400, invalid.to_owned()));
    assert_eq!(site.get("/web-idv/verify/another").await.status, 400);
}

#[tokio::test]
async fn a_code_is_bound_to_its_redirect_url_and_lives_ten_minutes() {
    let site = Site::with(|config| config.auto = Some(Choice::parse("verified").unwrap()));
    let code = async || site.get(&visit(&site, &[]).await).await.returned("code").unwrap();
    let elsewhere = code().await;
    let answer = call(&site, "verification-result", &[("redirectUrl", LOOPBACK), ("code", &elsewhere)]).await;
    assert_eq!(answer.status, 400);
    let old = code().await;
    site.wait(600);
    assert_eq!(result(&site, &old).await.status, 400);
    let looked_at = code().await;
    let place = address("verification-result", &[("redirectUrl", REDIRECT), ("code", &looked_at)]);
    let head = Request::builder().method(Method::HEAD).uri(place).header(AUTHORIZATION, basic(CLIENT, SECRET));
    assert_eq!(site.send(head.body(Body::empty()).unwrap()).await.status, 204);
    assert_eq!(result(&site, &looked_at).await.status, 200, "looking at the address has not spent the code");
}
