//! Each fault happens, seen by a client of bytes on a real connection, and leaves the description alone.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use axum::Router;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::read::GzDecoder;
use idw_relying_party::{Config, Fault, OperatorSecret, RelyingParty, SigningKey, SqliteStore, serve};
use serde_json::{Value, json};

use crate::did::applied;
use crate::wallet::{Call, OPERATOR_SECRET, Part, SECRET, Speaks, Wallet, forge, payload, state, text_to_sign};

/// For an answer that has to come, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// For an answer that does not come, and for an upload that is not read.
const BRIEF: Duration = Duration::from_secs(1);
/// What is read of an answer at most.
const LIMIT: usize = 80 * 1024 * 1024;

fn broken(fault: Fault) -> Router {
    let mut config = Config::sample("http://rp.example".parse().unwrap()).unwrap();
    config.signing_key = SigningKey::from_secret(SECRET).unwrap();
    config.operator = Some(OperatorSecret::new(OPERATOR_SECRET).unwrap());
    RelyingParty::new(config, SqliteStore::in_memory().unwrap()).unwrap().router(&[fault])
}

/// How a connection ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// As it should.
    Closed,
    /// By force.
    Reset,
    /// Not at all, for as long as anyone waits.
    Silent,
    /// Not before the limit.
    Endless,
}

#[derive(Debug)]
struct Seen {
    head: String,
    body: Vec<u8>,
    end: End,
    /// Calls to read that brought something.
    reads: usize,
}

impl Seen {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    fn token(&self) -> Value {
        payload(self.json()["jwt"].as_str().unwrap())
    }
}

/// A server that lives as long as this process, and its address.
fn served(router: Router) -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender.send(listener.local_addr().unwrap().to_string()).unwrap();
            serve(listener, router, std::future::pending()).await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

fn exchange(address: &str, call: &Call, limit: usize) -> Seen {
    exchange_until(address, call, PATIENCE, |bytes, _| bytes >= limit)
}

/// Where nothing is expected to come.
fn exchange_briefly(address: &str, call: &Call) -> Seen {
    exchange_until(address, call, BRIEF, |bytes, _| bytes >= LIMIT)
}

/// Reads until the connection ends, or `enough` says so of the bytes and the reads that brought them.
fn exchange_until(address: &str, call: &Call, patience: Duration, enough: impl Fn(usize, usize) -> bool) -> Seen {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(patience)).unwrap();
    stream.set_write_timeout(Some(BRIEF)).unwrap();
    let mut request = Vec::new();
    write!(request, "{} {} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n", call.method, call.path).unwrap();
    for (name, value) in &call.headers {
        write!(request, "{name}: {value}\r\n").unwrap();
    }
    write!(request, "content-length: {}\r\n\r\n", call.body.len()).unwrap();
    // A reset that is met while writing is not told again while reading.
    let written = stream.write_all(&request).and_then(|()| stream.write_all(&call.body));
    let was_reset =
        written.is_err_and(|error| matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe));

    let (mut bytes, mut reads, mut buffer) = (Vec::new(), 0, vec![0; 256 * 1024]);
    let end = loop {
        if enough(bytes.len(), reads) {
            break End::Endless;
        }
        match stream.read(&mut buffer) {
            Ok(0) if was_reset => break End::Reset,
            Ok(0) => break End::Closed,
            Ok(count) => {
                reads += 1;
                bytes.extend_from_slice(&buffer[..count]);
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => break End::Silent,
            Err(_) => break End::Reset,
        }
    };
    let split = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let (head, body) = split.map_or((&bytes[..], &[][..]), |at| (&bytes[..at], &bytes[at + 4..]));
    Seen { head: String::from_utf8_lossy(head).into_owned(), body: body.to_vec(), end, reads }
}

/// The challenge step on a server of its own, the description having been asked for first.
fn challenge(fault: Fault) -> Seen {
    challenge_up_to(fault, LIMIT)
}

fn challenge_up_to(fault: Fault, limit: usize) -> Seen {
    let address = served(broken(fault));
    let description = exchange(&address, &Call::page("/lws/config"), LIMIT);
    assert_eq!(description.json()["rootEndpoint"], "http://rp.example/lws", "{fault}");
    let wallet = Wallet::new(Speaks::Did, 1);
    exchange(&address, &Call::get(Speaks::Did, &wallet.challenge_path()), limit)
}

#[test]
fn connections_that_do_not_behave() {
    let wallet = Wallet::new(Speaks::Did, 1);
    let call = Call::get(Speaks::Did, &wallet.challenge_path());
    let slow = exchange_briefly(&served(broken(Fault::Slow)), &call);
    assert_eq!((slow.end, slow.head.as_str()), (End::Silent, ""));

    let headers = challenge_up_to(Fault::SlowHeaders, 4);
    assert!(headers.head.len() <= headers.reads + 2 && "HTTP/1.1".starts_with(&headers.head[..4]), "{headers:?}");
    let body = exchange_until(&served(broken(Fault::SlowBody)), &call, PATIENCE, |_, reads| reads == 3);
    assert!(body.head.starts_with("HTTP/1.1 200 OK"), "{body:?}");
    assert!(body.body.len() < 100, "a few bytes, not the whole of it: {body:?}");

    let nothing = challenge(Fault::HangUp);
    assert_eq!((nothing.end, nothing.head.as_str()), (End::Closed, ""));
    let half = challenge(Fault::Reset);
    assert!(half.body.starts_with(b"{\"jwt\":") && !half.body.ends_with(b"}"), "{half:?}");
    let announced: usize = half.header("content-length").unwrap().parse().unwrap();
    assert!(announced > half.body.len(), "the rest was announced");

    let headers = challenge(Fault::HugeHeaders);
    assert!(headers.head.len() > 512 * 1024 && headers.head.lines().count() > 512);
}

#[test]
fn uploads_that_break_off() {
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = forge(&json!({"sub": wallet.did(), "iat": 1, "exp": 9_999_999_999_u64, "tokenType": "ACCESS"}));
    let large = Part { content: vec![0; 4 * 1024 * 1024], ..Part::png("document") };
    let upload = |fault| {
        let address = served(broken(fault));
        let call = Call::form(Speaks::Did, "/files", std::slice::from_ref(&large)).bearer(&token);
        let challenge = exchange(&address, &Call::get(Speaks::Did, &wallet.challenge_path()), LIMIT);
        assert_eq!(challenge.status(), 200, "{fault}: what is no upload works");
        exchange_briefly(&address, &call)
    };
    let reset = upload(Fault::ResetUpload);
    assert_eq!((reset.end, reset.head.as_str()), (End::Reset, ""));
    let stalled = upload(Fault::StalledUpload);
    assert_eq!((stalled.end, stalled.head.as_str()), (End::Silent, ""));
    let too_large = upload(Fault::TooLarge);
    assert!(too_large.end == End::Reset || too_large.status() == 413, "{too_large:?}");
}

#[test]
fn bodies_that_are_no_answers() {
    let right = |seen: &Seen| {
        assert_eq!((seen.status(), seen.header("content-type")), (200, Some("application/json")), "{}", seen.head);
    };
    let endless = challenge(Fault::EndlessBody);
    assert_eq!(endless.end, End::Endless);
    right(&endless);
    let oversized = challenge(Fault::Oversized);
    assert!(oversized.end == End::Closed && oversized.body.len() > 64 * 1024 * 1024);
    let html = challenge(Fault::Html);
    assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"));
    let plain = challenge(Fault::WrongType);
    assert_eq!(plain.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(plain.json()["jwt"].is_string());

    let check = |fault: Fault, expected: &dyn Fn(&[u8]) -> bool| {
        let seen = challenge(fault);
        right(&seen);
        assert!(expected(&seen.body), "{fault}: {:?}", String::from_utf8_lossy(&seen.body));
    };
    check(Fault::EmptyBody, &<[u8]>::is_empty);
    check(Fault::NullBody, &|body| body == b"null");
    check(Fault::OtherShape, &|body| body.starts_with(b"{\"data\":[{\"jwt\":"));
    check(Fault::TruncatedJson, &|body| body.starts_with(b"{\"jwt\":") && !body.ends_with(b"}"));
    check(Fault::TrailingBytes, &|body| body.starts_with(b"{\"jwt\":") && body.ends_with(b"-->\n"));
    check(Fault::DeepJson, &|body| body.starts_with(b"{\"nested\":[[[[") && body.len() > 200_000);
    check(Fault::DuplicateKeys, &|body| body.ends_with(b",\"jwt\":\"another\"}"));
    check(Fault::NonUtf8, &|body| std::str::from_utf8(body).is_err());
    check(Fault::ByteOrderMark, &|body| body.starts_with(b"\xef\xbb\xbf{"));
}

#[test]
fn a_gzip_bomb() {
    let seen = challenge(Fault::GzipBomb);
    assert_eq!((seen.status(), seen.header("content-encoding")), (200, Some("gzip")));
    assert!(seen.body.len() < 4 * 1024 * 1024, "{} bytes are sent", seen.body.len());
    let mut unpacked = GzDecoder::new(&seen.body[..]);
    let (mut buffer, mut total) = (vec![0; 1024 * 1024], 0);
    while let Ok(count @ 1..) = unpacked.read(&mut buffer) {
        total += count;
    }
    assert!(total > 255 * 1024 * 1024, "they become {total} bytes");
}

#[test]
fn numbers_that_fit_nowhere() {
    let address = served(broken(Fault::HugeNumbers));
    let wallet = Wallet::new(Speaks::Did, 1);
    let challenge = exchange(&address, &Call::get(Speaks::Did, &wallet.challenge_path()), LIMIT);
    let token = challenge.json()["jwt"].as_str().unwrap().to_owned();
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
    let claims = String::from_utf8(claims).unwrap();
    assert!(claims.contains(&format!("\"exp\":{}", u128::MAX)), "{claims}");
    let list = exchange(&address, &Call::get(Speaks::Classic, "/templates"), LIMIT);
    assert!(list.text().contains(&format!("\"id\":{}", "9".repeat(400))), "{}", list.text());
}

#[test]
fn statuses() {
    let check = |fault: Fault, status: u16, header: Option<(&str, &str)>| {
        let seen = challenge(fault);
        assert_eq!(seen.status(), status, "{fault}");
        if let Some((name, value)) = header {
            assert_eq!(seen.header(name), Some(value), "{fault}");
        }
    };
    check(Fault::ServerError, 500, None);
    check(Fault::Unavailable, 503, Some(("retry-after", "120")));
    check(Fault::TooManyRequests, 429, Some(("retry-after", "3600")));
    check(Fault::Forbidden, 403, None);
    check(Fault::Redirect, 302, Some(("location", "https://elsewhere.example/")));
    check(Fault::RedirectLoop, 302, Some(("location", "")));
}

#[tokio::test]
async fn refusals_that_never_end() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let site = broken(Fault::UnauthorizedLoop);
        let wallet = Wallet::new(speaks, 1);
        for _ in 0..3 {
            let token = wallet.authenticate(&site).await;
            let answer = Call::get(speaks, wallet.token_path()).bearer(&token).send(&site).await;
            answer.expect_refusal("a fresh token", 401, "token_invalid");
        }
    }
}

#[tokio::test]
async fn deeds_whose_success_is_hidden() {
    let wallet = Wallet::new(Speaks::Did, 1);
    let site = broken(Fault::ErrorAfterSuccess);
    let token = wallet.authenticate(&site).await;
    assert_eq!(wallet.sign_up(&token).send(&site).await.status.as_u16(), 500);
    assert_eq!(state(&site).await["counts"]["users"], 1, "it was done");
    assert_eq!(
        Call::form(Speaks::Did, "/files", &[Part::png("document")]).bearer(&token).send(&site).await.status,
        500
    );
    assert_eq!(state(&site).await["counts"]["files"], 1);

    let site = broken(Fault::FileLost);
    let token = wallet.authenticate(&site).await;
    let lost = Call::form(Speaks::Did, "/files", &[Part::png("document")]).bearer(&token).send(&site).await;
    assert!(lost.body.is_err(), "the connection ended");
    assert_eq!(state(&site).await["counts"]["files"], 1, "it was taken");

    let site = broken(Fault::SlowKyc);
    let token = wallet.authenticate(&site).await;
    applied(&site, &wallet, &token).await;
    assert_eq!(state(&site).await["counts"]["applications"], 1, "slow, and right");
}

#[test]
fn applications_that_get_lost() {
    let address = served(broken(Fault::ApplyLost));
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = forge(&json!({"sub": wallet.did(), "iat": 1, "exp": 9_999_999_999_u64, "tokenType": "ACCESS"}));
    let body = json!({"templateId": "1", "attributes": []});
    let seen = exchange(&address, &Call::json(Speaks::Did, "/applications", &body).bearer(&token), LIMIT);
    let announced: usize = seen.header("content-length").unwrap().parse().unwrap();
    assert!(announced > seen.body.len(), "{seen:?}");
}

#[test]
fn tokens_that_a_wallet_should_refuse() {
    let odd = challenge(Fault::NotAToken);
    assert_eq!(odd.json()["jwt"], "not.a token");
    let unsigned = challenge(Fault::UnsignedToken);
    let token = unsigned.json()["jwt"].as_str().unwrap().to_owned();
    let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    assert!(token.ends_with('.') && String::from_utf8(header).unwrap().contains("\"none\""), "{token}");
    assert_eq!(challenge(Fault::ExpiredToken).token()["exp"], 1_000_000_001);
    let future = challenge(Fault::FutureToken).token();
    assert!(future["nbf"].as_i64() > Some(2_000_000_000) && future["exp"].as_i64() > future["nbf"].as_i64());
    assert!(challenge(Fault::NoExpiry).token().get("exp").is_none());
    let token = challenge(Fault::DuplicateClaims).json()["jwt"].as_str().unwrap().to_owned();
    let claims = String::from_utf8(URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap();
    assert_eq!(claims.matches("\"sub\":").count(), 2, "{claims}");
}

#[tokio::test]
async fn tokens_for_somebody_else() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let own = if speaks == Speaks::Did { wallet.did() } else { wallet.key.public_key().uncompressed_hex() };
        let check = async |fault: Fault, expected: &dyn Fn(Option<&str>) -> bool| {
            let site = broken(fault);
            let challenge = payload(&wallet.challenge(&site).await);
            let token = wallet.authenticate(&site).await;
            let claims = payload(&token);
            assert!(expected(claims["sub"].as_str()), "{fault}: {claims}");
            assert_ne!(challenge["sub"], claims["sub"], "{fault}: the challenge is left alone");
        };
        let another = |subject: Option<&str>| subject.is_some_and(|sub| sub != own && sub.len() == own.len());
        check(Fault::WrongSubject, &another).await;
        check(Fault::ForeignSubject, &|subject| subject == Some("did:web:elsewhere.example")).await;
        check(Fault::NoSubject, &|subject| subject.is_none()).await;
    }
}

#[tokio::test]
async fn texts_that_a_wallet_should_not_sign() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let text = async |fault| text_to_sign(&wallet.challenge(&broken(fault)).await);
        assert!(text(Fault::BadNonce).await.contains("wants you to sign in"));
        assert_eq!(text(Fault::HugeNonce).await.len(), 4 * 1024 * 1024);
        assert_eq!(text(Fault::ShortNonce).await, "abc");
        let claims = async |fault| payload(&wallet.challenge(&broken(fault)).await);
        let key = if speaks == Speaks::Classic { "challenge" } else { "nonce" };
        assert!(claims(Fault::NoNonce).await.get(key).is_none());
        assert!(claims(Fault::NumberNonce).await[key].is_u64());
    }
}

#[tokio::test]
async fn answers_that_mean_harm() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let rows = [
            (Fault::RedirectToScript, "javascript:alert(document.cookie)"),
            (Fault::RedirectToFile, "file:///etc/passwd"),
            (Fault::RedirectElsewhere, "https://elsewhere.example/welcome"),
        ];
        for (fault, place) in rows {
            let site = broken(fault);
            let token = wallet.authenticate(&site).await;
            wallet.sign_up(&token).send(&site).await.expect(201);
            assert_eq!(wallet.log_in(&site, &token).await, place, "{fault}");
        }
        let site = broken(Fault::NoAccount);
        let token = wallet.authenticate(&site).await;
        wallet.sign_up(&token).send(&site).await.expect(201);
        let answer = Call::get(speaks, wallet.token_path()).bearer(&token).send(&site).await;
        answer.expect_refusal("after a sign-up", 404, "user_does_not_exist");
    }
}

#[tokio::test]
async fn templates_that_mean_harm() {
    let rows = [(Speaks::Classic, "/templates/1/schema.json"), (Speaks::Did, "/templates/1")];
    for (speaks, path) in rows {
        let read = async |fault| {
            let answer = Call::get(speaks, path).send(&broken(fault)).await.expect(200);
            if speaks == Speaks::Classic { answer["template"].clone() } else { answer }
        };
        let injected = read(Fault::InjectedNames).await;
        for text in [&injected["name"], &injected["attributes"][0]["id"], &injected["attributes"][0]["label"]] {
            assert!(text.as_str().unwrap().contains("\"\r\nX-Injected: 1\r\n"), "{text}");
        }
        let controlled = read(Fault::ControlNames).await;
        assert!(controlled["name"].as_str().unwrap().contains("\u{1b}[2J"), "{controlled}");
        assert_eq!(controlled["attributes"][0]["id"], "first", "ids stay usable");
        let greedy = read(Fault::GreedyTemplate).await;
        assert_eq!(greedy["attributes"].as_array().unwrap().len(), 5_000);

        let gone = broken(Fault::TemplateGone);
        Call::get(speaks, "/templates").send(&gone).await.expect(200);
        Call::get(speaks, path).send(&gone).await.expect_refusal("listed", 404, "template_not_found");
    }
}

/// What is listed above is all there is: a new fault needs a test, and a line in the documents.
#[test]
fn every_fault_is_tested_and_documented() {
    let source = include_str!("faults.rs");
    let document = include_str!("../../../../docs/relying-party.md");
    let mut names = BTreeSet::new();
    for fault in Fault::all() {
        assert!(source.contains(&format!("Fault::{fault:?}")), "no test names {fault}");
        let line = format!("| `{}` | {} |", fault.name(), fault.description());
        assert!(document.contains(&line), "docs/relying-party.md lacks the line {line}");
        assert!(names.insert(fault.name()), "{fault} is there twice");
    }
}
