//! What a tester and a test can see, and the switches of faults.

use idw_kyc_provider::Fault;
use serde_json::json;

use crate::site::{SECRET, Site, asked, authorize, form};

#[tokio::test]
async fn calls_and_codes_are_counted_without_telling_secrets() {
    let site = Site::auto("verified:kosovo");
    let code = site.code().await;
    let token = site.token(&code).await;
    site.details(&token).await;
    site.exchange(&code).await;
    site.get(&authorize(&[])).await;
    site.get("/v3/web-kyc/token").await;

    let state = site.state().await;
    assert_eq!(state["calls"], json!({"GET /authorize": 2, "GET /v2/web-kyc/details": 1, "POST /v2/web-kyc/token": 2}));
    let check = &state["codes"][0];
    assert_eq!((&check["presented"], &check["fetched"], &check["revoked"]), (&json!(2), &json!(1), &json!(true)));
    assert_eq!((&check["dialect"], &check["person"]), (&json!("web-kyc"), &json!("kosovo")));

    let page = site.get("/operator").await;
    let page = page.text();
    assert!(
        page.contains("code was used before") && page.contains("GET /v3/web-kyc/token") && page.contains("revoked")
    );
    for secret in [&code, &token, SECRET] {
        assert!(!page.contains(secret) && !state.to_string().contains(secret));
    }
}

#[tokio::test]
async fn faults_are_switched_by_a_form_of_this_provider() {
    let site = Site::with(|config| config.faults = vec![Fault::NoState]);
    assert_eq!(site.state().await["faults"], json!(["no-state"]));
    assert!(site.get("/operator").await.text().contains("value=\"no-state\" checked"));
    let answer = site.submit("/operator/faults", &[("fault", "wrong-state"), ("fault", "details-500")]).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, Some("/operator")));
    assert_eq!(site.state().await["faults"], json!(["wrong-state", "details-500"]));
    let page = site.get(&authorize(&asked())).await;
    assert!(page.text().contains("broken on purpose: wrong-state, details-500"));

    assert_eq!(site.submit("/operator/faults", &[("fault", "none")]).await.status, 400);
    assert_eq!(site.submit("/operator/faults", &[("other", "1")]).await.status, 400);
    let mut request = form("/operator/faults", &[]);
    request.headers_mut().insert("origin", "https://elsewhere.example".parse().unwrap());
    assert_eq!(site.send(request).await.status, 403);
    assert_eq!(site.state().await["faults"], json!(["wrong-state", "details-500"]), "nothing of that has changed it");
    site.submit("/operator/faults", &[]).await;
    assert_eq!(site.state().await["faults"], json!([]));
}

#[tokio::test]
async fn the_front_page_says_where_everything_is() {
    let page = Site::new().get("/").await;
    for text in
        ["http://kyc.example/authorize", "http://kyc.example/v2/web-kyc", "http://kyc.example/web-idv", "Try a check"]
    {
        assert!(page.text().contains(text), "{text}");
    }
    assert!(page.headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
    assert_eq!(Site::new().get("/style.css").await.headers["content-type"], "text/css; charset=utf-8");
    assert_eq!(Site::new().get("/none").await.refusal(), (404, "NOT_FOUND".to_owned()));
}
