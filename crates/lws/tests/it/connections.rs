//! Connections that break at the worst moment: as a request goes out over one that was kept, and while files are being sent.

use std::sync::{Arc, Mutex};

use idw_lws::{Dialect, ErrorClass, LwsError, Outage, Payload, TemplateId};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::server::{Reply, challenge, jwt, ok};
use crate::wallet::{Ada, DID, ada, attribute, authenticate, client, file, identity, nobody, site};

const CHALLENGE: &str = "GET /auth/challenge/did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// What a server does with a request that it has read.
enum Act {
    Answer(Reply),
    HangUp,
}

/// A server that keeps its connections, and does with each request what `act` says. `act` is told the request's line, how
/// often that line has come before, and how many requests had come over the same connection.
struct Keeping {
    root: String,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Keeping {
    async fn start(act: impl Fn(&str, usize, usize) -> Act + Send + Sync + 'static) -> Self {
        Self::start_with(None, act).await
    }

    /// The same, but the first time that `unread` comes over a kept connection, that is closed with its body unread.
    async fn start_with(
        unread: Option<&'static str>,
        act: impl Fn(&str, usize, usize) -> Act + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let root = format!("http://{}", listener.local_addr().expect("bound"));
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let (record, act) = (Arc::clone(&lines), Arc::new(act));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (record, act) = (Arc::clone(&record), Arc::clone(&act));
                tokio::spawn(async move {
                    let mut on_this_connection = 0;
                    while let Some(line) = read_line(&mut stream).await {
                        let before = {
                            let mut lines = record.lock().expect("no test panics here");
                            lines.push(line.clone());
                            lines.iter().filter(|known| **known == line).count() - 1
                        };
                        if unread == Some(&*line) && before == 0 && on_this_connection > 0 {
                            return;
                        }
                        if read_request(&mut stream).await.is_none() {
                            return;
                        }
                        let Act::Answer((status, body)) = act(&line, before, on_this_connection) else { return };
                        on_this_connection += 1;
                        let answer = format!("HTTP/1.1 {status} S\r\nContent-Length: {}\r\n\r\n{body}", body.len());
                        if stream.write_all(answer.as_bytes()).await.is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Self { root, lines }
    }

    fn count(&self, line: &str) -> usize {
        self.lines.lock().expect("no test panics here").iter().filter(|known| *known == line).count()
    }
}

/// The line of the request that comes next, which is left to be read: `POST /login`.
async fn read_line(stream: &mut TcpStream) -> Option<String> {
    let mut start = vec![0; 512];
    loop {
        let count = stream.peek(&mut start).await.ok().filter(|count| *count > 0)?;
        if let Some(line) = String::from_utf8_lossy(&start[..count]).split_once(" HTTP/1.1\r\n") {
            return Some(line.0.to_owned());
        }
    }
}

/// Reads one request to its end.
async fn read_request(stream: &mut TcpStream) -> Option<()> {
    let (head, mut body) = read_head(stream).await?;
    let length = content_length(&head);
    let mut piece = vec![0; 64 * 1024];
    while body < length {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => body += count,
        }
    }
    Some(())
}

/// The head of a request, and how much of its body came along.
async fn read_head(stream: &mut TcpStream) -> Option<(String, usize)> {
    let mut read = Vec::new();
    let mut piece = [0; 4096];
    loop {
        if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&read[..end]).into_owned();
            return Some((head, read.len() - end - 4));
        }
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => read.extend_from_slice(&piece[..count]),
        }
    }
}

fn content_length(head: &str) -> usize {
    let field =
        |line: &str| line.to_ascii_lowercase().strip_prefix("content-length:").map(|text| text.trim().to_owned());
    head.lines().find_map(field).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// A site of the did dialect that does as it should.
fn good(line: &str) -> Act {
    Act::Answer(match line {
        CHALLENGE | "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => jwt(json!({ "sub": DID })),
        "GET /users/token" | "GET /auth/token" => ok(json!({"token": "t"})),
        "POST /login" => ok(json!({"redirectTo": "/in"})),
        "POST /files" | "POST /users/file" => ok(json!({"id": "f"})),
        "POST /users" | "POST /applications" => (201, String::new()),
        _ => (404, String::new()),
    })
}

/// The same, but for hanging up the first time that `line` comes over a connection that has carried an answer.
async fn tires_at(line: &'static str) -> Keeping {
    Keeping::start(
        move |seen, before, on_this_connection| {
            if seen == line && before == 0 && on_this_connection > 0 { Act::HangUp } else { good(seen) }
        },
    )
    .await
}

#[tokio::test]
async fn a_challenge_whose_connection_was_closed_is_begun_again_once() {
    let server = tires_at("POST /auth/challenge").await;
    let signer = Arc::new(Ada::default());
    let site_ = site(&server.root, json!({}));
    assert!(authenticate(&client(), &site_, Dialect::Did, &(signer.clone() as _)).await.is_ok());
    assert_eq!((server.count(CHALLENGE), server.count("POST /auth/challenge")), (2, 2));
    assert_eq!(signer.signed.lock().unwrap().len(), 2, "a challenge is answered once, so there were two");

    let hopeless = Keeping::start(|line, _, _| if line.starts_with("POST") { Act::HangUp } else { good(line) }).await;
    let error = authenticate(&client(), &site(&hopeless.root, json!({})), Dialect::Did, &ada()).await.err().unwrap();
    assert_eq!(error.class(), ErrorClass::Unreachable, "{error}");
    assert_eq!(hopeless.count("POST /auth/challenge"), 2, "once more, and no more than that");
}

#[tokio::test]
async fn a_login_whose_connection_was_closed_is_made_again_with_a_fresh_token() {
    for (dialect, token) in [(Dialect::Did, "GET /users/token"), (Dialect::Classic, "GET /auth/token")] {
        let server = tires_at("POST /login").await;
        let session = authenticate(&client(), &site(&server.root, json!({})), dialect, &ada()).await.unwrap();
        let done = session.log_in(&session.user_token().await.unwrap()).await.unwrap();
        assert!(done.redirect.is_some());
        assert_eq!((server.count(token), server.count("POST /login")), (2, 2), "{dialect:?}");
        assert_eq!(server.count("POST /auth/challenge"), 1, "{dialect:?}: nothing is signed for it");
    }
}

#[tokio::test]
async fn an_upload_of_a_sign_up_whose_kept_connection_was_closed_is_made_again_once() {
    let server = tires_at("POST /users/file").await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let mut payload = identity();
    payload.attributes[1].file_pointers.pop();
    session.sign_up(&payload, &nobody()).await.unwrap();
    assert_eq!((server.count("POST /users/file"), server.count("POST /users")), (2, 1));
}

#[tokio::test]
async fn an_upload_that_a_kept_connection_was_reset_under_is_made_again_once() {
    // The server closes without reading: what it has not read resets the connection, and it cannot have acted on it.
    let server = Keeping::start_with(Some("POST /files"), |line, _, _| good(line)).await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    session.upload_application_file(&identity(), 1, &nobody()).await.unwrap();
    assert_eq!(server.count("POST /files"), 2);
}

#[tokio::test]
async fn an_upload_of_an_application_that_may_have_arrived_is_left_to_the_user() {
    let server = tires_at("POST /files").await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let error = session.upload_application_file(&identity(), 0, &nobody()).await.unwrap_err();
    assert!(error.may_have_arrived(), "{error}");
    assert_eq!(server.count("POST /files"), 1, "a second copy would lie there for nothing");
}

#[tokio::test]
async fn an_upload_that_a_fresh_connection_lost_is_not_made_again() {
    // No connection is kept here, so one that breaks says nothing of what the server has done.
    let server = Keeping::start(|line, _, on_this_connection| match line {
        "POST /files" => Act::HangUp,
        _ if on_this_connection > 0 => unreachable!("every connection is closed after its first answer"),
        line => good(line),
    });
    let server = closing(server.await).await;
    let session = authenticate(&client(), &site(&server.1, json!({})), Dialect::Did, &ada()).await.unwrap();
    let error = session.upload_application_file(&identity(), 0, &nobody()).await.unwrap_err();
    assert!(matches!(error, LwsError::Unreachable { outage: Outage::Interrupted, .. }), "{error:?}");
    assert_eq!(server.0.count("POST /files"), 1);
}

/// A server before the other that opens a connection to it for each of its own, and closes both after one answer.
async fn closing(server: Keeping) -> (Keeping, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let root = format!("http://{}", listener.local_addr().expect("bound"));
    let behind = server.root.strip_prefix("http://").expect("plain http").to_owned();
    tokio::spawn(async move {
        while let Ok((mut front, _)) = listener.accept().await {
            let behind = behind.clone();
            tokio::spawn(async move {
                let mut back = TcpStream::connect(behind).await.expect("the server is there");
                let (mut requests, mut client_side) = front.split();
                let (mut answers, mut server_side) = back.split();
                let mut answer = vec![0; 64 * 1024];
                tokio::select! {
                    _ = tokio::io::copy(&mut requests, &mut server_side) => {}
                    // These answers are short enough to come in one piece.
                    Ok(count) = answers.read(&mut answer) => drop(client_side.write_all(&answer[..count]).await),
                }
            });
        }
    });
    (server, root)
}

#[tokio::test]
async fn a_sign_up_and_an_application_are_not_repeated() {
    for line in ["POST /users", "POST /applications"] {
        let server = tires_at(line).await;
        let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &ada()).await.unwrap();
        let payload = Payload { attributes: vec![attribute(None, "first-name", json!("Ada"), &[])], files: Vec::new() };
        let error = match line {
            "POST /users" => session.sign_up(&payload, &nobody()).await.err(),
            _ => session.apply(&TemplateId::from_text("1"), &payload, &nobody()).await.err(),
        };
        let error = error.expect("the connection was closed");
        assert!(error.to_string().contains("may or may not have"), "{error}");
        assert_eq!(server.count(line), 1);
    }
}

/// How much of an upload the refusing server reads, of how much.
const READ_LEN: usize = 2 * 1024 * 1024;
const FILE_LEN: u64 = 20 * 1024 * 1024;

/// A site that reads a part of an upload, says `answer`, and closes the connection with the rest unread, which resets it.
async fn impatient_site(answer: Option<(u16, Value)>) -> Keeping {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let root = format!("http://{}", listener.local_addr().expect("bound"));
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let record = Arc::clone(&lines);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (record, answer) = (Arc::clone(&record), answer.clone());
            tokio::spawn(async move {
                while let Some((head, mut body)) = read_head(&mut stream).await {
                    let line = head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
                    record.lock().expect("no test panics here").push(line.clone());
                    let is_large = content_length(&head) > READ_LEN;
                    let until = if is_large { READ_LEN } else { content_length(&head) };
                    let mut piece = vec![0; 64 * 1024];
                    while body < until {
                        match stream.read(&mut piece).await {
                            Ok(0) | Err(_) => return,
                            Ok(count) => body += count,
                        }
                    }
                    let reply = match (is_large, good(&line)) {
                        (false, Act::Answer((status, body))) => Some((status, body)),
                        _ => answer.clone().map(|(status, body)| (status, body.to_string())),
                    };
                    if let Some((status, body)) = reply {
                        let answer = format!("HTTP/1.1 {status} S\r\nContent-Length: {}\r\n\r\n{body}", body.len());
                        drop(stream.write_all(answer.as_bytes()).await);
                    }
                    if is_large {
                        return;
                    }
                }
            });
        }
    });
    Keeping { root, lines }
}

fn large() -> Payload {
    let passport = json!({"image": {}});
    Payload {
        attributes: vec![attribute(None, "passport", passport, &[("/image", 0)])],
        files: vec![file("passport.png", b'P', FILE_LEN)],
    }
}

#[tokio::test]
async fn a_refusal_that_comes_while_a_document_is_being_sent_is_heard() {
    let server = impatient_site(Some((413, json!({"limit": 1_000_000})))).await;
    for _ in 0..5 {
        let client = client();
        for dialect in [Dialect::Classic, Dialect::Did] {
            let session = authenticate(&client, &site(&server.root, json!({})), dialect, &ada()).await.unwrap();
            let error = match dialect {
                // Inside of the sign-up, which is not repeated: it is heard the first time.
                Dialect::Classic => session.sign_up(&large(), &nobody()).await.unwrap_err(),
                Dialect::Did => session.upload_application_file(&large(), 0, &nobody()).await.unwrap_err(),
            };
            let LwsError::TooLarge { file, limit_bytes, .. } = &error else { panic!("{dialect:?}: {error:?}") };
            assert_eq!((file.as_deref(), *limit_bytes), (Some("passport.png"), Some(1_000_000)));
        }
    }
    let refused = json!({"code": "file_invalid", "message": "no scans of scans"});
    let server = impatient_site(Some((422, refused))).await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let error = session.upload_application_file(&large(), 0, &nobody()).await.unwrap_err();
    assert!(error.to_string().contains("no scans of scans"), "any refusal is: {error}");
}

#[tokio::test]
async fn a_connection_that_breaks_within_a_document_says_how_far_it_was() {
    let server = impatient_site(None).await;
    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Did, &ada()).await.unwrap();
    let error = session.upload_application_file(&large(), 0, &nobody()).await.unwrap_err();
    let LwsError::Unreachable { outage: Outage::CutShort { sent, total }, .. } = &error else { panic!("{error:?}") };
    assert!(*sent >= READ_LEN as u64 && sent < total && *total == FILE_LEN, "{error}");
    assert!(!error.may_have_arrived(), "the site cannot have it whole");
    assert!(error.to_string().contains("may take none as large"), "{error}");
    assert_eq!(server.count("POST /files"), 2, "what cannot have arrived is sent once more");

    let session = authenticate(&client(), &site(&server.root, json!({})), Dialect::Classic, &ada()).await.unwrap();
    let error = session.sign_up(&large(), &nobody()).await.unwrap_err();
    assert!(matches!(error, LwsError::Unreachable { outage: Outage::CutShort { .. }, .. }), "{error:?}");
    assert_eq!(server.count("POST /users"), 1);
}
