//! Providers that refuse, fail, or answer something else.

use idw_webkyc::{Call, Checked, Dialect, WebKycError};

use crate::attempt::{client, secret};
use crate::exchanges::code;
use crate::provider::{Server, json};

const TOKEN: &str = r#"{"token": "token-canary"}"#;

async fn fetch(server: &Server, dialect: Dialect) -> Result<Checked, WebKycError> {
    let (code, provider) = code(server, dialect).await;
    let outcome = client().fetch(&provider, &secret(), code).await;
    if let Err(error) = &outcome {
        let source = std::error::Error::source(error).map(ToString::to_string);
        assert!(!format!("{error} {error:?} {source:?}").contains("canary"), "{error:?}");
    }
    outcome
}

/// Every way in which a call with a code can end badly, with a code in what the provider says of it.
fn bad_answers(elsewhere: &Server) -> Vec<Vec<u8>> {
    let long = format!("{{\"token\": \"{}\"}}", "a".repeat(70_000));
    vec![
        Vec::new(),
        b"garbage\r\n\r\n".to_vec(),
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec(),
        json(&format!("302 Found\r\nLocation: {}/token", elsewhere.url), ""),
        json(&format!("307 Temporary Redirect\r\nLocation: {}/token", elsewhere.url), ""),
        json("400 Bad Request", r#"{"errorCode": "INVALID_REQUEST_PARAMETER"}"#),
        json("401 Unauthorized", ""),
        json("408 Request Timeout\r\nRetry-After: 0", ""),
        json("429 Too Many Requests\r\nRetry-After: 0", ""),
        json("500 Internal Server Error", "<p>"),
        json("503 Service Unavailable\r\nRetry-After: 0", ""),
        json("200 OK", ""),
        json("200 OK", "[]"),
        json("200 OK", "{token: 1}"),
        json("200 OK\r\nContent-Encoding: gzip", "{}"),
        json("200 OK", &long[..long.len() - 1]),
    ]
}

#[tokio::test]
async fn a_code_goes_out_once_however_it_ends() {
    let elsewhere = Server::start(Vec::new()).await;
    for answer in bad_answers(&elsewhere) {
        let shown = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
        let server = Server::start(vec![("/api/token", answer.clone())]).await;
        let error = fetch(&server, Dialect::WebKyc).await.expect_err(&shown);
        assert!(error.may_be_spent(), "{shown}: {error}");
        assert_eq!(server.count("POST /api/token "), 1, "{shown}");
        assert_eq!(server.requests().len(), 1, "{shown}");

        let go = json("200 OK", r#"{"verificationUrl": "https://kyc.example/"}"#);
        let server = Server::start(vec![("/api/verification-url", go), ("/api/verification-result", answer)]).await;
        let error = fetch(&server, Dialect::WebIdv).await.expect_err(&shown);
        assert!(error.may_be_spent(), "{shown}: {error}");
        assert_eq!(server.count("GET /api/verification-result?"), 1, "{shown}");
    }
    assert_eq!(elsewhere.requests().len(), 0, "no redirect is followed");
}

#[tokio::test]
async fn a_provider_that_is_not_there_has_no_code() {
    let server = Server::start(Vec::new()).await;
    let (code, mut provider) = code(&server, Dialect::WebKyc).await;
    provider.api = format!("http://127.0.0.1:{}/", crate::attempt::free_port()).parse().unwrap();
    let error = client().fetch(&provider, &secret(), code).await.unwrap_err();
    assert!(matches!(error, WebKycError::Http { call: Call::Token, .. }) && !error.may_be_spent(), "{error:?}");
}

#[tokio::test]
async fn the_details_are_asked_for_once_more_after_a_broken_connection() {
    let server = Server::start(vec![("/api/token", json("200 OK", TOKEN)), ("/api/details", Vec::new())]).await;
    let error = fetch(&server, Dialect::WebKyc).await.unwrap_err();
    assert!(matches!(error, WebKycError::Http { call: Call::Details, .. }) && error.may_be_spent(), "{error:?}");
    assert_eq!((server.count("POST /api/token "), server.count("GET /api/details ")), (1, 2));
}

#[tokio::test]
async fn a_refusal_of_the_details_says_what_the_provider_says() {
    let check = async |answer: Vec<u8>, expected: &str| {
        let server = Server::start(vec![("/api/token", json("200 OK", TOKEN)), ("/api/details", answer)]).await;
        let error = fetch(&server, Dialect::WebKyc).await.unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert!(error.may_be_spent());
        assert_eq!(server.count("GET /api/details "), 1);
    };
    let body = r#"{"errorCode": "TOKEN_EXPIRED", "errorMessage": "The token has \u202eexpired\u0007"}"#;
    let too_old = "the provider does not keep the result any longer: The token has expired";
    check(json("401 Unauthorized", body), too_old).await;
    check(json("410 Gone", ""), "the provider does not keep the result any longer").await;
    let body = r#"{"errorCode": "BAD_API_KEYS", "errorMessage": "no"}"#;
    check(
        json("401 Unauthorized", body),
        "the provider answered with status 401 (fetching the details): BAD_API_KEYS: no",
    )
    .await;
    check(json("302 Found", "{}"), "the provider answered with status 302 (fetching the details)").await;
    check(json("500 Oops", "<p>expired"), "the provider answered with status 500 (fetching the details)").await;
}

#[tokio::test]
async fn an_answer_is_read_up_to_its_limit() {
    let long = |length: usize| format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{{").into_bytes();
    let check = async |token: Vec<u8>, details: Vec<u8>, expected: Call| {
        let server = Server::start(vec![("/api/token", token), ("/api/details", details)]).await;
        let error = fetch(&server, Dialect::WebKyc).await.unwrap_err();
        assert!(matches!(error, WebKycError::NotRead { call, .. } if call == expected), "{error:?}");
    };
    check(long(64 * 1024 + 1), Vec::new(), Call::Token).await;
    check(json("200 OK", TOKEN), long(33 * 1024 * 1024), Call::Details).await;
    let mut streamed = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
    streamed.resize(33 * 1024 * 1024, b' ');
    check(json("200 OK", TOKEN), streamed, Call::Details).await;
}

#[tokio::test]
async fn two_large_pictures_are_read() {
    let picture = "/9j/".repeat(1024 * 1024 + 1024 * 340);
    let body = format!("{{\"croppedDocs\": {{\"front\": \"{picture}\", \"back\": \"{picture}\"}}}}");
    let answers = vec![("/api/token", json("200 OK", TOKEN)), ("/api/details", json("200 OK", &body))];
    let checked = fetch(&Server::start(answers).await, Dialect::WebKyc).await.unwrap();
    let lengths = [&checked.documents[0].front, &checked.documents[0].back]
        .map(|picture| picture.as_ref().map(|picture| picture.bytes().len()));
    assert_eq!(lengths, [Some(picture.len() / 4 * 3); 2]);
}

#[tokio::test]
async fn a_check_that_did_not_pass_gives_nothing() {
    let go = json("200 OK", r#"{"verificationUrl": "https://kyc.example/"}"#);
    let result = json("200 OK", r#"{"status": "FAILED", "documentData": {"surname": "Example"}}"#);
    let server = Server::start(vec![("/api/verification-url", go), ("/api/verification-result", result)]).await;
    let error = fetch(&server, Dialect::WebIdv).await.unwrap_err();
    assert_eq!(error.to_string(), "the identity check did not succeed: its status is FAILED");
}
