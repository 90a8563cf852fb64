//! What goes out and what comes back.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use idw_http::{
    Body, BodyFault, Credentials, Form, HttpError, Limits, Method, Outage, Repeat, Request, Transport,
    TransportOptions, UrlError,
};
use url::Url;
use zeroize::Zeroizing;

use crate::server::{Server, answer, file, request};

fn transport() -> Transport {
    Transport::new(TransportOptions::default())
}

#[tokio::test]
async fn a_request_says_what_its_protocol_has_it_say() {
    let server = Server::start(answer("200 OK\r\nContent-Type: Application/JSON; a=B\r\nRetry-After: 5", "{}")).await;
    let body = Body::json(Zeroizing::new(b"{\"a\":1}".to_vec()));
    let outgoing =
        Request { credentials: Credentials::Bearer("t.o.k"), ..request(Method::PATCH, server.url("/a?b=c"), body) };
    let got = transport().send(outgoing).await.unwrap();
    assert_eq!(
        (got.status(), got.bytes().unwrap(), got.content_type()),
        (200, &b"{}"[..], "application/json; a=b".into())
    );
    assert_eq!(got.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(got.clock_ahead(), None, "it says nothing of its clock");
    let requests = server.requests();
    let lower = requests[0].to_ascii_lowercase();
    assert!(
        requests[0].starts_with("PATCH /a?b=c HTTP/1.1\r\n") && requests[0].ends_with("\r\n\r\n{\"a\":1}"),
        "{lower}"
    );
    for header in [
        "user-agent: agent/1",
        "origin: origin",
        "authorization: bearer t.o.k",
        "accept: application/json",
        "accept-encoding: identity",
        "content-type: application/json",
    ] {
        assert!(lower.contains(&format!("\r\n{header}\r\n")), "{header} is missing: {lower}");
    }
    assert!(!lower.contains("cookie") && !lower.contains("referer"), "{lower}");
}

#[tokio::test]
async fn a_request_without_origin_or_token_sends_neither() {
    let server = Server::start(answer("200 OK", "{}")).await;
    let plain = || request(Method::GET, server.url("/"), Body::Nothing);
    transport().send(Request { origin: None, ..plain() }).await.unwrap();
    let credentials = Credentials::Basic { user: "Aladdin", password: "open sesame" };
    transport().send(Request { credentials, ..plain() }).await.unwrap();
    let requests = server.requests();
    let lower = requests[0].to_ascii_lowercase();
    assert!(!lower.contains("\r\norigin:") && !lower.contains("\r\nauthorization:"), "{lower}");
    assert!(requests[1].contains(": Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"), "{}", requests[1]);
}

#[tokio::test]
async fn a_signed_delete_has_the_headers_of_its_signature_and_no_body() {
    let server = Server::start(answer("204 No Content", "")).await;
    let credentials = Credentials::Signed { digest: "sha-256=:d:", input: "idw=(\"@path\")", signature: "idw=:s:" };
    let outgoing = request(Method::DELETE, server.url("/devices/self"), Body::Nothing);
    assert_eq!(transport().send(Request { credentials, ..outgoing }).await.unwrap().status(), 204);
    let requests = server.requests();
    assert!(requests[0].starts_with("DELETE /devices/self HTTP/1.1\r\n"), "{}", requests[0]);
    assert!(requests[0].ends_with("\r\n\r\n"), "{}", requests[0]);
    for header in ["content-digest: sha-256=:d:", "signature-input: idw=(\"@path\")", "signature: idw=:s:"] {
        assert!(requests[0].contains(&format!("\r\n{header}\r\n")), "{header} is missing: {}", requests[0]);
    }
}

#[tokio::test]
async fn a_get_whose_connection_breaks_is_sent_once_more_unless_it_must_not() {
    let check = async |method: Method, repeat: Repeat, expected: usize| {
        let server = Server::start(Vec::new()).await;
        let outgoing = Request { repeat, ..request(method.clone(), server.url("/"), Body::Nothing) };
        let error = transport().send(outgoing).await.err().expect("no answer");
        assert!(error.may_have_arrived(), "{error:?}");
        assert_eq!(server.requests().len(), expected, "{method} {repeat:?}");
    };
    check(Method::GET, Repeat::IfIdempotent, 2).await;
    check(Method::GET, Repeat::Never, 1).await;
    check(Method::POST, Repeat::IfIdempotent, 1).await;
    check(Method::POST, Repeat::Never, 1).await;
}

#[tokio::test]
async fn a_request_may_have_a_limit_of_its_own() {
    let server = Server::start(answer("200 OK", "0123456789")).await;
    let mut options = TransportOptions::default();
    options.limits.answer_len_bytes = 9;
    let transport = Transport::new(options);
    let check = async |answer_len_bytes: Option<usize>, expected: Result<&[u8], BodyFault>| {
        let outgoing = Request { answer_len_bytes, ..request(Method::GET, server.url("/"), Body::Nothing) };
        assert_eq!(transport.send(outgoing).await.unwrap().bytes(), expected, "{answer_len_bytes:?}");
    };
    check(None, Err(BodyFault::TooLong { limit_bytes: 9 })).await;
    check(Some(10), Ok(b"0123456789")).await;
    check(Some(8), Err(BodyFault::TooLong { limit_bytes: 8 })).await;
}

#[tokio::test]
async fn a_part_with_plain_text_is_a_field_as_web_pages_send_it() {
    let server = Server::start(answer("200 OK", "{}")).await;
    let text = |text: &str| Zeroizing::new(text.to_owned());
    let form = Form::default().with_text("a", text("1 \u{e4}&=\r\n")).with_text("empty", text(""));
    transport().send(request(Method::POST, server.url("/"), Body::form(form))).await.unwrap();
    let request = &server.requests()[0];
    assert!(request.contains("Content-Disposition: form-data; name=\"a\"\r\n\r\n1 \u{e4}&=\r\n\r\n--"), "{request}");
    assert!(request.contains("Content-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--"), "{request}");
    assert!(request.to_ascii_lowercase().contains("content-length:"), "{request}");
}

#[tokio::test]
async fn a_redirect_is_an_answer_like_any_other() {
    let elsewhere = Server::start(answer("200 OK", "{}")).await;
    let head = format!("302 Found\r\nSet-Cookie: a=b\r\nLocation: {}", elsewhere.url("/"));
    let server = Server::start(answer(&head, "")).await;
    let transport = transport();
    for _ in 0..2 {
        let got = transport.send(request(Method::GET, server.url("/"), Body::Nothing)).await.unwrap();
        assert_eq!(got.status(), 302);
    }
    assert_eq!(elsewhere.requests().len(), 0);
    assert!(server.requests().iter().all(|request| !request.to_ascii_lowercase().contains("cookie")));
}

#[tokio::test]
async fn nothing_is_sent_to_an_address_that_is_not_allowed() {
    let check = async |url: &str, expected: &dyn Fn(&UrlError) -> bool| {
        let outgoing = request(Method::GET, Url::parse(url).unwrap(), Body::Nothing);
        match transport().send(outgoing).await {
            Err(HttpError::Url(error)) => assert!(expected(&error), "{url}: {error}"),
            Err(error) => panic!("{url}: {error}"),
            Ok(answer) => panic!("{url}: {}", answer.status()),
        }
    };
    check("http://rp.example/", &|error| matches!(error, UrlError::Insecure { .. })).await;
    check("https://ada:secret@rp.example/", &|error| matches!(error, UrlError::Credentials { .. })).await;
    check("file:///etc/passwd", &|error| matches!(error, UrlError::NotAUrl)).await;
}

#[tokio::test]
async fn a_header_cannot_be_broken_out_of() {
    let server = Server::start(answer("200 OK", "{}")).await;
    let plain = || request(Method::GET, server.url("/"), Body::Nothing);
    for outgoing in [
        Request { credentials: Credentials::Bearer("a\r\nX-Evil: canary"), ..plain() },
        Request { origin: Some("a\r\nX-Evil: canary"), ..plain() },
        Request { user_agent: "a\nX-Evil: canary", ..plain() },
    ] {
        let error = transport().send(outgoing).await.err().expect("no answer");
        assert!(matches!(error, HttpError::Request(_)) && !error.may_have_arrived(), "{error:?}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn bodies_are_read_up_to_the_limit() {
    let check = async |bytes: Vec<u8>, expected: Result<&[u8], BodyFault>| {
        let mut options = TransportOptions::default();
        options.limits.answer_len_bytes = 10;
        let server = Server::start(bytes).await;
        let got = Transport::new(options).send(request(Method::GET, server.url("/"), Body::Nothing)).await.unwrap();
        assert_eq!(got.bytes(), expected);
    };
    let too_long = Err(BodyFault::TooLong { limit_bytes: 10 });
    check(answer("200 OK", "0123456789"), Ok(b"0123456789")).await;
    check(answer("200 OK", "\u{feff}2345"), Ok(b"2345")).await;
    check(answer("200 OK", "0123456789a"), too_long).await;
    check(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n0123456789a".to_vec(), too_long).await;
    check(answer("200 OK\r\nContent-Encoding: gzip", "0"), Err(BodyFault::Compressed)).await;
    check(answer("200 OK\r\nContent-Encoding: Identity", "0"), Ok(b"0")).await;
    // What a refusal has to say may be longer; one that cannot be read is still a refusal.
    check(answer("400 Bad", "0123456789a"), Ok(b"0123456789a")).await;
    check(b"HTTP/1.1 400 Bad\r\nContent-Length: 99\r\n\r\n0".to_vec(), Ok(b"")).await;
}

#[tokio::test]
async fn an_exchange_ends_in_time() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let mut limits = Limits::default();
    limits.exchange = Duration::from_millis(50);
    let transport = Transport::new(TransportOptions { limits, observer: None });
    let error = transport.send(request(Method::GET, url, Body::Nothing)).await.err().expect("no answer");
    let HttpError::Unreachable { outage, cut, .. } = &error else { panic!("{error:?}") };
    assert_eq!((*outage, *cut, error.may_have_arrived()), (Outage::Timeout, None, true));
}

#[tokio::test]
async fn a_form_is_sent_whole_and_can_be_sent_again() {
    let server = Server::start(answer("200 OK", "{}")).await;
    let steps: Arc<Mutex<Vec<u64>>> = Arc::default();
    let hear = Arc::clone(&steps);
    let json = Zeroizing::new(b"[1]".to_vec());
    let form = Form::default().with_json("data", json).with_file(
        "file",
        file("../a\"b.png", b'P', 300_000, 300_000),
        move |sent| hear.lock().unwrap().push(sent),
    );
    let body = Body::form(form);
    assert_eq!(format!("{body:?}"), "Body([300003 bytes])");
    let transport = transport();
    for _ in 0..2 {
        transport.send(request(Method::POST, server.url("/"), body.clone())).await.unwrap();
    }
    for request in server.requests() {
        assert!(request.contains("name=\"data\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n"), "{request:.600}");
        assert!(request.contains("filename=\"a_b.png\"\r\nContent-Type: image/png\r\n\r\nPPPP"), "{request:.600}");
        assert_eq!(request.matches('P').count(), 300_002, "two are of POST and of HTTP");
    }
    assert_eq!(*steps.lock().unwrap(), [262_144, 300_000, 262_144, 300_000]);
}

#[tokio::test]
async fn a_file_that_is_not_as_long_as_it_says_does_not_arrive() {
    for len in [99_999, 100_001] {
        let server = Server::start(answer("200 OK", "{}")).await;
        let body = Body::form(Form::default().with_file("file", file("a.png", b'P', len, 100_000), drop));
        let error = transport().send(request(Method::POST, server.url("/"), body)).await.err().expect("no answer");
        assert!(matches!(&error, HttpError::File { name, .. } if name == "a.png"), "{error:?}");
        assert!(!error.may_have_arrived() && std::error::Error::source(&error).is_some(), "{error:?}");
    }
}

#[tokio::test]
async fn a_media_type_that_is_none_is_not_sent() {
    let server = Server::start(answer("200 OK", "{}")).await;
    let mut odd = file("a.png", b'P', 3, 3);
    odd.mime_type = "image/png\r\nX: y".to_owned();
    let body = Body::form(Form::default().with_file("file", odd, drop));
    let error = transport().send(request(Method::POST, server.url("/"), body)).await.err().expect("no answer");
    assert!(matches!(&error, HttpError::MediaType { name } if name == "a.png"), "{error:?}");
    assert_eq!(server.requests().len(), 0);
}
