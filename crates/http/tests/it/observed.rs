//! What an observer sees: what the protocol lists, and nothing else.

use std::sync::{Arc, Mutex};

use idw_http::{
    Body, Credentials, Disclosure, Exchange, Form, HttpError, Method, Observer, Request, ShownBody, ShownHeaders,
    ShownPath, ShownQuery, Transport, TransportOptions,
};
use zeroize::Zeroizing;

use crate::server::{Server, answer, file, request};

#[derive(Default)]
struct Recorder(Mutex<Vec<Exchange>>);

impl Observer for Recorder {
    fn exchange(&self, exchange: &Exchange) {
        self.0.lock().expect("no test panics here").push(exchange.clone());
    }
}

/// Makes an exchange with a canary in every part of it, and gives what an observer saw.
async fn observe(server: &Server, body: Body, disclosure: Disclosure) -> (Result<u16, HttpError>, Exchange) {
    let recorder = Arc::new(Recorder::default());
    let transport =
        Transport::new(TransportOptions { observer: Some(recorder.clone()), ..TransportOptions::default() });
    let url = server.url("/path-canary?query=canary&v=1");
    let outgoing = Request {
        origin: Some("https://origin-canary.example"),
        credentials: Credentials::Bearer("token-canary"),
        disclosure,
        ..request(Method::POST, url, body)
    };
    let outcome = transport.send(outgoing).await.map(|answer| answer.status());
    let mut exchanges = std::mem::take(&mut *recorder.0.lock().expect("no test panics here"));
    assert_eq!(exchanges.len(), 1);
    (outcome, exchanges.remove(0))
}

fn json() -> Body {
    Body::json(Zeroizing::new(br#"{"id": 7, "value": "value-canary"}"#.to_vec()))
}

fn form() -> Body {
    let json = Zeroizing::new(br#"{"id": 7, "value": "value-canary"}"#.to_vec());
    Body::form(Form::default().with_json("json", json).with_file("file", file("canary.png", b'P', 4321, 4321), drop))
}

async fn server() -> Server {
    Server::start(answer("201 Canary\r\nX-Canary: canary\r\nServer: Small", r#"{"name": "canary", "id": 8}"#)).await
}

/// Everything in an exchange but its label, its times, and what is always shown.
fn besides(exchange: &Exchange) -> Vec<String> {
    let headers = exchange.request_headers.iter().chain(&exchange.response_headers);
    let texts = [&exchange.url, &exchange.request_body, &exchange.response_body, &exchange.failure];
    let lengths = [exchange.request_len_bytes, exchange.response_len_bytes];
    let texts = texts.into_iter().flatten().cloned();
    texts
        .chain(headers.map(|(name, value)| format!("{name}: {value}")))
        .chain(lengths.into_iter().flatten().map(|length| length.to_string()))
        .collect()
}

#[tokio::test]
async fn without_a_word_of_the_protocol_it_is_method_host_and_status() {
    for body in [Body::Nothing, json(), form()] {
        let server = server().await;
        let (outcome, exchange) = observe(&server, body, Disclosure::default()).await;
        assert_eq!(outcome.unwrap(), 201);
        let shown = (exchange.method.as_str(), exchange.host.as_str(), exchange.status);
        assert_eq!(shown, ("POST", server.host.as_str(), Some(201)));
        assert_eq!(besides(&exchange), Vec::<String>::new());
        let all = format!("{exchange:?}").to_ascii_lowercase();
        assert!(!all.contains("canary") && !all.contains("4321"), "{all}");
        assert!(server.requests()[0].contains("token-canary"), "so the test can fail");
    }
}

#[tokio::test]
async fn fields_of_a_form_are_not_shown() {
    let server = server().await;
    let body = Body::form(Form::default().with_text("name-canary", Zeroizing::new("text-canary".to_owned())));
    let disclosure = Disclosure { body: ShownBody::Whole, ..Disclosure::NOTHING };
    let (outcome, exchange) = observe(&server, body, disclosure).await;
    assert_eq!(outcome.unwrap(), 201);
    assert_eq!(exchange.request_body, None);
    assert!(server.requests()[0].contains("text-canary"), "so the test can fail");
}

#[tokio::test]
async fn a_failure_is_told_without_the_length_of_files() {
    // Nothing is read of the request, so that its file cannot go out whole.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            drop(stream);
        }
    });
    let recorder = Arc::new(Recorder::default());
    let transport =
        Transport::new(TransportOptions { observer: Some(recorder.clone()), ..TransportOptions::default() });
    let large = 64 * 1024 * 1024;
    let body = Body::form(Form::default().with_file("file", file("a.png", b'P', large, large), drop));
    let url = format!("http://{host}/").parse().unwrap();
    let error = transport.send(request(Method::POST, url, body)).await.err().expect("no answer");
    assert!(!error.may_have_arrived(), "{error}");
    let exchange = recorder.0.lock().unwrap().remove(0);
    assert_eq!(exchange.status, None);
    assert_eq!(exchange.failure.as_deref(), Some("broke the connection off"));
}

#[tokio::test]
async fn an_exchange_that_nobody_waits_for_any_longer_is_told_too() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let recorder = Arc::new(Recorder::default());
    let transport =
        Transport::new(TransportOptions { observer: Some(recorder.clone()), ..TransportOptions::default() });
    tokio::select! {
        _ = transport.send(request(Method::GET, url, Body::Nothing)) => panic!("nobody answers"),
        _ = listener.accept() => {}
    }
    let exchange = recorder.0.lock().unwrap().remove(0);
    assert_eq!((exchange.status, exchange.failure.as_deref()), (None, Some("was not waited for any longer")));
}

#[tokio::test]
async fn what_the_protocol_lists_is_shown_and_nothing_else() {
    let disclosure = Disclosure {
        path: ShownPath::Whole,
        query: ShownQuery::Named(&["v"]),
        headers: ShownHeaders::Named(&["user-agent", "server"]),
        body: ShownBody::Fields { plain: &["id"], closed: &["value"] },
    };
    let server = server().await;
    let (outcome, exchange) = observe(&server, form(), disclosure).await;
    assert_eq!(outcome.unwrap(), 201);
    let url = format!("http://{}/path-canary?query=[redacted]&v=1", server.host);
    assert_eq!(exchange.url, Some(url));
    let header = |headers: &[(String, String)], wanted: &str| {
        headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone()).unwrap()
    };
    assert_eq!(header(&exchange.request_headers, "user-agent"), "Agent/1");
    assert_eq!(header(&exchange.request_headers, "authorization"), "[redacted]");
    assert_eq!(header(&exchange.request_headers, "origin"), "[redacted]");
    assert_eq!(header(&exchange.response_headers, "server"), "Small");
    assert_eq!(header(&exchange.response_headers, "x-canary"), "[redacted]");
    let request_body = exchange.request_body.as_deref();
    assert_eq!(request_body, Some("{\"id\":7,\"value\":\"[redacted]\"}\n[image/png, 4321 bytes]"));
    assert_eq!(exchange.response_body.as_deref(), Some(r#"{"id":8,"name":"[redacted]"}"#));
    assert_eq!(exchange.response_len_bytes, Some(27));
    assert!(!format!("{exchange:?}").contains("token-canary"), "{exchange:?}");
}
