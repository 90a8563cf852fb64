//! A code becomes a token, a token opens the details, and everything else is refused.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{ALLOW, AUTHORIZATION, CONTENT_TYPE};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_kyc_provider::{Choice, Dialects, Reading};
use serde_json::json;

use crate::site::{LOOPBACK, SECRET, Site, asked, authorize, exchange, form, multipart};

const TOKEN: &str = "/v2/web-kyc/token";
const DETAILS: &str = "/v2/web-kyc/details";

#[tokio::test]
async fn the_whole_way_brings_the_details() {
    let site = Site::auto("verified:anna-maria:NID");
    let answer = site.exchange(&site.code().await).await;
    assert_eq!(answer.json().as_object().unwrap().keys().collect::<Vec<_>>(), ["token"]);
    let details = site.details(answer.json()["token"].as_str().unwrap()).await.json();
    assert_eq!(
        details["details"],
        json!({
            "documentNumber": "L01X00T471", "issuingCountry": "DEU", "documentType": "NID",
            "givenNames": "ANNA MARIA LOUISE", "surname": "SCHMIDT-EXAMPLE", "dateOfBirth": "1985-12-10",
            "nationality": "DEU", "dateOfIssue": "2021-03-01", "dateOfExpiry": "2031-02-28", "sex": "F",
        })
    );
    for side in ["front", "back"] {
        let picture = STANDARD.decode(details["croppedDocs"][side].as_str().unwrap()).unwrap();
        assert!(picture.starts_with(b"\xff\xd8\xff"), "{side}");
    }
    let passport = Site::auto("verified:ada:PP");
    let token = passport.token(&passport.code().await).await;
    assert_eq!(passport.details(&token).await.json()["croppedDocs"].get("back"), None);
}

#[tokio::test]
async fn each_field_is_there_once_and_right() {
    let site = Site::auto("verified");
    let check = async |fields: &[(&str, &str)], status: u16, code: &str| {
        let answer = site.send(multipart(TOKEN, fields)).await;
        assert_eq!(answer.refusal(), (status, code.to_owned()), "{fields:?}");
        assert!(!answer.text().contains(SECRET));
    };
    let code = site.code().await;
    for index in 0..5 {
        let mut fields = exchange(&code);
        let gone = fields.remove(index);
        check(&fields, 400, "MISSING_REQUEST_PARAMETER").await;
        check(&[&fields[..], &[(gone.0, "")]].concat(), 400, "MISSING_REQUEST_PARAMETER").await;
        let twice = [&exchange(&code)[..], &[gone]].concat();
        check(&twice, 400, "INVALID_REQUEST_PARAMETER").await;
    }
    check(&[&exchange(&code)[..], &[("scope", "kyc")]].concat(), 400, "INVALID_REQUEST_PARAMETER").await;
    let changed = |index: usize, value: &'static str| {
        let mut fields = exchange(&code);
        fields[index].1 = value;
        fields
    };
    check(&changed(0, "authorizationCode"), 400, "INVALID_REQUEST_PARAMETER").await;
    check(&changed(1, "another"), 400, "INVALID_REQUEST_PARAMETER").await;
    check(&changed(3, "another"), 401, "API_KEYS_INVALID").await;
    check(&changed(4, "another"), 401, "API_KEYS_INVALID").await;
    assert_eq!(site.exchange(&code).await.status, 200, "nothing of that has spent the code");
    let code = site.code().await;
    let mut fields = exchange(&code);
    fields[2].1 = LOOPBACK;
    check(&fields, 400, "INVALID_REQUEST_PARAMETER").await;
    assert_eq!(site.exchange(&code).await.status, 400, "a code that was shown with another redirect URI is spent");
}

#[tokio::test]
async fn the_body_is_multipart_and_the_address_is_bare() {
    let site = Site::auto("verified");
    let code = site.code().await;
    let fields = exchange(&code);
    assert_eq!(site.send(form(TOKEN, &fields)).await.refusal(), (415, "UNSUPPORTED_MEDIA_TYPE".to_owned()));
    let send = async |content_type: &str, body: &str| {
        let request = Request::post(TOKEN).header(CONTENT_TYPE, content_type);
        site.send(request.body(Body::from(body.to_owned())).unwrap()).await.refusal().0
    };
    assert_eq!(send("application/json", "{}").await, 415);
    assert_eq!(send("multipart/form-data", "").await, 400);
    assert_eq!(send("multipart/form-data; boundary=edge", "--edge\r\nnonsense").await, 400);
    assert_eq!(send("multipart/form-data; boundary=edge", &"x".repeat(100_000)).await, 413);
    let file = "--edge\r\nContent-Disposition: form-data; name=\"code\"; filename=\"a\"\r\n\r\nx\r\n--edge--\r\n";
    assert_eq!(send("multipart/form-data; boundary=edge", file).await, 400);
    let in_query = format!("{TOKEN}?clientSecret={SECRET}");
    assert_eq!(site.send(multipart(&in_query, &fields)).await.refusal().0, 400);
    assert_eq!(site.exchange(&code).await.status, 200, "nothing of that has spent the code");

    let answer = site.get(TOKEN).await;
    assert_eq!(answer.refusal(), (405, "METHOD_NOT_ALLOWED".to_owned()));
    assert_eq!(answer.headers[ALLOW], "POST");
}

#[tokio::test]
async fn a_lenient_provider_takes_forms_and_the_other_spelling() {
    let site = Site::with(|config| {
        config.reading = Reading::Lenient;
        config.auto = Some(Choice::parse("verified").unwrap());
    });
    let code = site.code().await;
    let mut fields = exchange(&code);
    fields[0].1 = "authorizationCode";
    fields.push(("scope", "kyc"));
    assert_eq!(site.send(form(TOKEN, &fields)).await.status, 200);
}

#[tokio::test]
async fn a_second_try_is_refused_and_revokes_the_token() {
    let site = Site::auto("verified");
    let code = site.code().await;
    let token = site.token(&code).await;
    assert_eq!(site.details(&token).await.status, 200);
    assert_eq!(site.details(&token).await.status, 200, "details may be read again");
    assert_eq!(site.exchange(&code).await.refusal(), (400, "INVALID_REQUEST_PARAMETER".to_owned()));
    assert_eq!(site.details(&token).await.refusal(), (401, "API_KEYS_INVALID".to_owned()));
}

#[tokio::test]
async fn codes_and_data_have_their_time() {
    let site = Site::auto("verified");
    let (early, late) = (site.code().await, site.code().await);
    site.wait(599);
    let token = site.token(&early).await;
    site.wait(1);
    assert_eq!(site.exchange(&late).await.status, 400);
    site.wait(898);
    assert_eq!(site.details(&token).await.status, 200);
    site.wait(1);
    assert_eq!(site.details(&token).await.refusal(), (401, "API_KEYS_INVALID".to_owned()));
}

#[tokio::test]
async fn details_need_one_bearer_token_and_nothing_else() {
    let site = Site::auto("verified");
    let token = site.token(&site.code().await).await;
    let check = async |authorization: &str, code: &str| {
        let answer = site.get_with(DETAILS, authorization).await;
        assert_eq!(answer.refusal(), (401, code.to_owned()), "{authorization}");
        assert!(answer.headers.contains_key("www-authenticate"));
    };
    check("Bearer another", "API_KEYS_INVALID").await;
    check("Bearer ", "API_KEYS_INVALID").await;
    check(&token, "BAD_API_KEYS").await;
    check(&format!("Basic {token}"), "BAD_API_KEYS").await;
    assert_eq!(site.get(DETAILS).await.refusal(), (401, "API_KEYS_MISSING".to_owned()));
    let header = format!("Bearer {token}");
    let twice = Request::get(DETAILS).header(AUTHORIZATION, &header).header(AUTHORIZATION, &header);
    assert_eq!(site.send(twice.body(Body::empty()).unwrap()).await.refusal().0, 401);
    let in_query = format!("{DETAILS}?token={token}");
    assert_eq!(site.get_with(&in_query, &header).await.refusal().0, 400);
    assert_eq!(site.get_with(DETAILS, &format!("bearer {token}")).await.status, 200, "schemes have no case");
}

#[tokio::test]
async fn a_dialect_that_is_off_is_not_there() {
    let site = Site::with(|config| config.dialects = Dialects::WebIdv);
    assert_eq!(site.get(&authorize(&asked())).await.status, 404);
    assert_eq!(site.exchange("code").await.refusal().0, 404);
    let site = Site::with(|config| config.dialects = Dialects::WebKyc);
    assert_eq!(site.get("/web-idv/verification-url").await.refusal().0, 404);
}
