//! Whole checks, in both dialects.

use std::sync::{Arc, Mutex};

use idw_http::{Exchange, TransportOptions};
use idw_webkyc::{Checked, Client, Code, Dialect, Observer, Provider, UrlError, WebKycError};

use crate::attempt::{LONG, begin, client, free_port, provider, secret, state};
use crate::browser::{open, status};
use crate::provider::{Server, json};

const DETAILS: &str = r#"{"croppedDocs": {"front": "/9j/4A=="}, "details": {"surname": "surname-canary", "sex": "F"}}"#;
const RESULT: &str = r#"{"id": "7", "status": "PASSED", "nfcVerified": true, "livenessFaceImage": {"content": "/9j/4A=="},
    "documentData": {"surname": "surname-canary", "croppedBackImage": {"content": "/9j/4A=="}}}"#;

/// A code that a browser brought back, and the provider that it is for.
pub(crate) async fn code(server: &Server, dialect: Dialect) -> (Code, Provider) {
    let (waiting, provider) = begin(dialect, &server.url, "http://127.0.0.1:PORT/back?flow=flow-canary").await;
    let at = waiting.listens_on()[0];
    let state = if dialect == Dialect::WebKyc { format!("&state={}", state(&waiting)) } else { String::new() };
    let task = tokio::spawn(waiting.returned(LONG));
    assert_eq!(status(&open(at, &format!("/back?flow=flow-canary&code=code-canary%2F1{state}")).await), 200);
    (task.await.expect("it does not panic").expect("a code"), provider)
}

/// A server that answers as it should.
async fn good() -> Server {
    Server::start(vec![
        ("/api/token", json("200 OK", r#"{"token": "token-canary"}"#)),
        ("/api/details", json("200 OK", DETAILS)),
        ("/api/verification-url", json("200 OK", r#"{"verificationUrl": "https://kyc.example/go?id=7"}"#)),
        ("/api/verification-result", json("200 OK", RESULT)),
    ])
    .await
}

fn surname(checked: &Checked) -> Option<&str> {
    checked.documents[0].surname.as_deref()
}

#[tokio::test]
async fn a_check_of_web_kyc() {
    let server = good().await;
    let (code, provider) = code(&server, Dialect::WebKyc).await;
    assert_eq!(server.requests().len(), 0, "nobody is asked before the browser is back");
    let checked = client().fetch(&provider, &secret(), code).await.unwrap();
    assert_eq!(surname(&checked), Some("surname-canary"));
    assert_eq!(checked.documents[0].front.as_ref().unwrap().bytes(), b"\xff\xd8\xff\xe0");
    assert!(!format!("{checked:?}").contains("canary"));

    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    let fields = [
        ("grantType", "authorization_code"),
        ("code", "code-canary/1"),
        ("redirectUri", provider.redirect.as_str()),
        ("clientId", "org.example.wallet"),
        ("clientSecret", "secret-canary"),
    ];
    assert!(requests[0].starts_with("POST /api/token HTTP/1.1\r\n"), "{}", requests[0]);
    assert!(requests[0].to_ascii_lowercase().contains("content-type: multipart/form-data; boundary="));
    for (name, value) in fields {
        let part = format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        assert_eq!(requests[0].matches(&part).count(), 1, "{name}: {}", requests[0]);
    }
    assert!(requests[1].starts_with("GET /api/details HTTP/1.1\r\n"), "{}", requests[1]);
    assert!(requests[1].contains(": Bearer token-canary\r\n"), "{}", requests[1]);
    for request in &requests {
        assert!(!request.to_ascii_lowercase().contains("\r\norigin:"), "{request}");
    }
    assert!(!requests[1].contains("secret-canary"));
}

#[tokio::test]
async fn a_check_of_web_idv() {
    let server = good().await;
    let (code, provider) = code(&server, Dialect::WebIdv).await;
    let checked = client().fetch(&provider, &secret(), code).await.unwrap();
    assert_eq!((surname(&checked), checked.nfc_verified), (Some("surname-canary"), Some(true)));
    assert!(checked.face.is_some() && checked.documents[0].back.is_some());
    let requests = server.requests();
    let redirect: String = url::form_urlencoded::byte_serialize(provider.redirect.as_str().as_bytes()).collect();
    let expected = [
        format!("GET /api/verification-url?redirectUrl={redirect} HTTP/1.1\r\n"),
        format!("GET /api/verification-result?redirectUrl={redirect}&code=code-canary%2F1 HTTP/1.1\r\n"),
    ];
    assert_eq!(requests.len(), 2);
    for (request, expected) in requests.iter().zip(expected) {
        assert!(request.starts_with(&expected), "{request}");
        // org.example.wallet:secret-canary
        assert!(request.contains(": Basic b3JnLmV4YW1wbGUud2FsbGV0OnNlY3JldC1jYW5hcnk=\r\n"), "{request}");
        assert!(!request.contains("secret-canary"), "{request}");
    }
}

#[tokio::test]
async fn in_web_idv_a_return_is_known_by_what_is_registered() {
    let server = good().await;
    let (waiting, _) = begin(Dialect::WebIdv, &server.url, "http://127.0.0.1:PORT/back?flow=right").await;
    assert_eq!(waiting.address().as_str(), "https://kyc.example/go?id=7");
    let at = waiting.listens_on()[0];
    let task = tokio::spawn(waiting.returned(LONG));
    for target in
        ["/back?code=a", "/back?flow=wrong&code=a", "/back?flow=right&flow=right&code=a", "/back?flow=right&x=1"]
    {
        assert_eq!(status(&open(at, target).await), 400, "{target}");
    }
    assert_eq!(status(&open(at, "/other?flow=right&code=a").await), 404);
    assert_eq!(status(&open(at, "/back?flow=right").await), 200);
    assert!(matches!(task.await.unwrap(), Err(WebKycError::GaveUp)));
}

#[tokio::test]
async fn the_wallet_listens_before_it_asks_for_an_address() {
    let server = good().await;
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let redirect = format!("http://{}/back", taken.local_addr().unwrap());
    let outcome = client().begin(&provider(Dialect::WebIdv, &server.url, &redirect), &secret()).await;
    assert!(matches!(outcome, Err(WebKycError::PortInUse { .. })), "{outcome:?}");
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn an_address_that_no_browser_should_open_is_refused_and_the_port_is_free() {
    for url in ["http://kyc.example/", "file:///etc/passwd", "javascript:alert(1)", "https://a@kyc.example/", "x", ""] {
        let body = format!("{{\"verificationUrl\": \"{url}\"}}");
        let server = Server::start(vec![("/api/verification-url", json("200 OK", &body))]).await;
        let redirect = format!("http://127.0.0.1:{}/back", free_port());
        let provider = provider(Dialect::WebIdv, &server.url, &redirect);
        let outcome = client().begin(&provider, &secret()).await;
        let Err(WebKycError::Url(error)) = outcome else { panic!("{url}: {outcome:?}") };
        assert_ne!(error, UrlError::LoopbackFromAfar);
        let address = redirect.trim_start_matches("http://").trim_end_matches("/back");
        std::net::TcpListener::bind(address).expect("the port is free again");
    }
}

#[derive(Default)]
struct Recorder(Mutex<Vec<Exchange>>);

impl Observer for Recorder {
    fn exchange(&self, exchange: &Exchange) {
        self.0.lock().expect("no test panics here").push(exchange.clone());
    }
}

#[tokio::test]
async fn an_observer_sees_which_members_came_and_no_value() {
    for dialect in [Dialect::WebKyc, Dialect::WebIdv] {
        let server = good().await;
        let recorder = Arc::new(Recorder::default());
        let observer: Arc<dyn Observer> = recorder.clone();
        let client = Client::new(TransportOptions { observer: Some(observer), ..TransportOptions::default() });
        let (code, provider) = code(&server, dialect).await;
        client.fetch(&provider, &secret(), code).await.unwrap();
        let shown = format!("{:?}", recorder.0.lock().unwrap());
        assert!(!shown.contains("canary") && !shown.contains("b3JnLm"), "{shown}");
        assert!(shown.contains("surname") && shown.contains("/api/"), "{shown}");
    }
}

#[test]
fn what_is_waited_for_can_move_between_threads() {
    fn is_send<T: Send>(_: &T) {}
    let (client, secret) = (client(), secret());
    let provider = provider(Dialect::WebKyc, &"http://127.0.0.1:9/".parse().unwrap(), "http://127.0.0.1:1/");
    is_send(&client.begin(&provider, &secret));
    is_send(&async {
        let waiting = client.begin(&provider, &secret).await?;
        let code = waiting.returned(LONG).await?;
        client.fetch(&provider, &secret, code).await
    });
}
