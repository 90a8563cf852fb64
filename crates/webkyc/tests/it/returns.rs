//! The browser comes back.

use std::time::Duration;

use idw_webkyc::{Dialect, Waiting, WebKycError};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};

use crate::attempt::{LONG, Running, begin, client, free_port, kyc, provider, secret, state};
use crate::browser::{self, open, send, status};

#[tokio::test]
async fn the_right_return_gives_a_code_and_a_page() {
    let running = Running::start().await;
    let page = open(running.at, &running.right("code=code-canary")).await;
    assert_eq!(status(&page), 200);
    assert!(page.contains("You can close this page and return to the wallet."), "{page}");
    let lower = page.to_ascii_lowercase();
    for header in ["cache-control: no-store", "referrer-policy: no-referrer", "connection: close"] {
        assert!(lower.contains(header), "{header}: {page}");
    }
    assert!(!page.contains("canary") && !page.contains(&running.state), "{page}");
    let code = running.outcome().await.unwrap();
    assert_eq!(format!("{code:?}"), "Code([redacted])");
}

#[tokio::test]
async fn a_return_of_another_state_is_dropped_and_the_right_one_is_waited_for() {
    let running = Running::start().await;
    let other = state(&kyc("http://127.0.0.1:PORT/back").await);
    let right = &running.state;
    let wrong = [
        "/back".to_owned(),
        "/back?code=abc".to_owned(),
        "/back?code=abc&state=".to_owned(),
        format!("/back?code=abc&state={other}"),
        format!("/back?code=abc&state={right}x"),
        format!("/back?code=abc&state={right}&state={right}"),
        format!("/back?code=abc&state={right}&state={other}"),
        format!("/back?code=abc&code=def&state={right}"),
        "/back?error=access_denied".to_owned(),
    ];
    for target in &wrong {
        let page = open(running.at, target).await;
        assert_eq!(status(&page), 400, "{target}");
        assert!(page.contains("The wallet goes on waiting."), "{page}");
    }
    running.still_waits().await;
}

#[tokio::test]
async fn what_comes_instead_of_a_code() {
    let running = Running::start().await;
    assert_eq!(status(&open(running.at, &running.right("")).await), 200);
    assert!(matches!(running.outcome().await, Err(WebKycError::GaveUp)));

    let running = Running::start().await;
    open(running.at, &running.right("error=access_denied&error_description=%E2%80%AEnot%0Atoday")).await;
    let Err(WebKycError::Refused { error, description }) = running.outcome().await else { panic!("it is refused") };
    assert_eq!((error.as_deref(), description.as_deref()), (Some("access_denied"), Some("not today")));
}

#[tokio::test]
async fn localhost_is_listened_for_at_every_address_that_it_has() {
    let has_ipv6 = std::net::TcpListener::bind("[::1]:0").is_ok();
    let waiting = kyc("http://localhost:PORT/back").await;
    assert_eq!(waiting.listens_on().len(), if has_ipv6 { 2 } else { 1 });
    for index in 0..waiting.listens_on().len() {
        let waiting = kyc("http://localhost:PORT/back").await;
        let (at, state) = (waiting.listens_on()[index], state(&waiting));
        let task = tokio::spawn(waiting.returned(LONG));
        let target = format!("/back?code=abc&state={state}");
        let request = format!("GET {target} HTTP/1.1\r\nHost: LocalHost:{}\r\n\r\n", at.port());
        assert_eq!(status(&send(at, &request).await), 200, "{at}");
        task.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn another_host_or_a_proxys_request_is_not_answered() {
    let running = Running::start().await;
    let (target, port) = (running.right("code=abc"), running.at.port());
    let wrong = [
        format!("Host: rebound.example:{port}\r\n"),
        format!("Host: localhost:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        "Host: 127.0.0.1:1\r\n".to_owned(),
        String::new(),
        format!("Host: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n"),
    ];
    for host in &wrong {
        let page = send(running.at, &format!("GET {target} HTTP/1.1\r\n{host}\r\n")).await;
        assert_eq!(status(&page), 421, "{host}");
    }
    let absolute = format!("GET http://127.0.0.1:{port}{target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    assert_eq!(status(&send(running.at, &absolute).await), 400);
    running.still_waits().await;
}

#[tokio::test]
async fn only_a_get_that_the_user_made_is_a_return() {
    let running = Running::start().await;
    let (target, at) = (running.right("code=abc"), running.at);
    for method in ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "BREW"] {
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {at}\r\nContent-Length: 0\r\n\r\n");
        let page = send(at, &request).await;
        assert_eq!(status(&page), 405, "{method}");
        assert!(page.to_ascii_lowercase().contains("\r\nallow: get\r\n"), "{page}");
    }
    for header in ["Sec-Purpose: prefetch;prerender", "Sec-Purpose: prefetch", "Purpose: prefetch"] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: {at}\r\n{header}\r\n\r\n");
        assert_eq!(status(&send(at, &request).await), 503, "{header}");
    }
    for path in ["/favicon.ico", "/", "/back/", "/Back", "//back", "/back%20"] {
        let target = target.replace("/back", path);
        assert_eq!(status(&open(at, &target).await), 404, "{path}");
    }
    running.still_waits().await;
}

#[tokio::test]
async fn a_page_that_is_loaded_twice_changes_nothing() {
    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let mut pages = loaded_twice(&waiting).await;
    let outcome = waiting.returned(LONG).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    for page in &mut pages {
        assert_eq!(status(&browser::rest(page).await), 200);
    }
}

#[tokio::test]
async fn a_code_is_used_while_a_page_is_loaded_again() {
    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let at = waiting.listens_on()[0];
    let [mut first, mut second] = loaded_twice(&waiting).await;
    let outcome = waiting.returned_and(LONG, async |code| {
        let pages = [browser::rest(&mut first).await, browser::rest(&mut second).await];
        assert_eq!(pages.map(|page| status(&page)), [200, 200]);
        Ok(format!("{code:?}"))
    });
    assert_eq!(outcome.await.unwrap(), "Code([redacted])");
    drop(TcpListener::bind(at).await.expect("the port is free again"));

    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let _pages = loaded_twice(&waiting).await;
    let outcome = waiting.returned_and(LONG, async |_| Err::<(), _>(WebKycError::GaveUp)).await;
    assert!(matches!(outcome, Err(WebKycError::GaveUp)), "{outcome:?}");
    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let outcome = waiting.returned_and(Duration::ZERO, async |_| Ok(())).await;
    assert!(matches!(outcome, Err(WebKycError::TimedOut)), "{outcome:?}");
}

/// Two returns, the second of which says something else. Both are there before the wallet looks for the first time.
async fn loaded_twice(waiting: &Waiting) -> [TcpStream; 2] {
    let (at, state) = (waiting.listens_on()[0], state(waiting));
    let load = async |rest: &str| {
        let mut stream = TcpStream::connect(at).await.expect("the wallet listens");
        let request = browser::get(at, &format!("/back?state={state}&{rest}"));
        stream.write_all(request.as_bytes()).await.expect("the wallet reads");
        stream
    };
    [load("code=abc").await, load("error=access_denied").await]
}

#[tokio::test]
async fn a_browser_that_hangs_up_has_returned_all_the_same() {
    let running = Running::start().await;
    let mut stream = tokio::net::TcpStream::connect(running.at).await.unwrap();
    let request = browser::get(running.at, &running.right("code=abc"));
    stream.write_all(request.as_bytes()).await.unwrap();
    drop(stream);
    assert!(running.outcome().await.is_ok());
}

#[tokio::test]
async fn nobody_comes_back() {
    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let at = waiting.listens_on()[0];
    assert!(matches!(waiting.returned(Duration::ZERO).await, Err(WebKycError::TimedOut)));
    TcpListener::bind(at).await.expect("the port is free again");
}

#[tokio::test]
async fn who_stops_waiting_frees_the_port() {
    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let at = waiting.listens_on()[0];
    assert!(TcpListener::bind(at).await.is_err(), "so the test can fail");
    drop(waiting);
    drop(TcpListener::bind(at).await.expect("the port is free again"));

    let waiting = kyc("http://127.0.0.1:PORT/back").await;
    let at = waiting.listens_on()[0];
    tokio::select! {
        biased;
        outcome = waiting.returned(LONG) => panic!("nobody came back: {outcome:?}"),
        () = std::future::ready(()) => {}
    }
    TcpListener::bind(at).await.expect("the port is free again");
}

#[tokio::test]
async fn a_port_in_use_is_an_error_and_not_a_reason_to_take_another() {
    let api = "http://127.0.0.1:9/".parse().unwrap();
    for (redirect, host) in [("http://127.0.0.1:PORT/back", "127.0.0.1"), ("http://localhost:PORT/back", "127.0.0.1")] {
        let other = TcpListener::bind((host, 0)).await.unwrap();
        let port = other.local_addr().unwrap().port();
        let provider = provider(Dialect::WebKyc, &api, &redirect.replace("PORT", &port.to_string()));
        let Err(WebKycError::PortInUse { address }) = client().begin(&provider, &secret()).await else {
            panic!("the port is in use");
        };
        assert_eq!(address, other.local_addr().unwrap());
    }
}

#[tokio::test]
async fn an_https_page_that_sends_the_browser_on_is_listened_for_where_the_setting_says() {
    let api = "http://127.0.0.1:9/".parse().unwrap();
    let (waiting, provider) = begin(Dialect::WebKyc, &api, "http://127.0.0.1:PORT/back").await;
    drop(waiting);
    let redirect = idw_webkyc::RedirectUri::parse("https://ada.example/kyc?x=1").unwrap();
    let listen = idw_webkyc::ListenAt::parse(&format!("127.0.0.1:{}/on", free_port())).unwrap();
    let forwarded = idw_webkyc::Provider { redirect, listen, ..provider };
    let waiting = client().begin(&forwarded, &secret()).await.unwrap();
    let sent = waiting.address().query_pairs().find(|(name, _)| name == "redirect_uri").unwrap().1.into_owned();
    assert_eq!(sent, "https://ada.example/kyc?x=1");
    let (at, state) = (waiting.listens_on()[0], state(&waiting));
    let task = tokio::spawn(waiting.returned(LONG));
    assert_eq!(status(&open(at, &format!("/kyc?x=1&code=abc&state={state}")).await), 404);
    assert_eq!(status(&open(at, &format!("/on?x=1&code=abc&state={state}")).await), 200);
    task.await.unwrap().unwrap();
}
