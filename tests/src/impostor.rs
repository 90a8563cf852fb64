//! A server that describes itself as a relying party and then answers as it is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// What the impostor says to everything but the question for its description.
#[derive(Clone)]
pub enum Answer {
    /// A status, a content type and a body.
    Body(u16, &'static str, String),
    /// Nothing: the connection stays open.
    Silence,
    /// The connection is closed at once.
    Close,
}

/// Listens on a free loopback port until the test ends.
pub struct Impostor {
    url: String,
    asked: Receiver<String>,
}

impl Impostor {
    /// Answers every request but `GET /config` with `answer`; speaks the classic dialect, it says.
    pub fn answering(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the listener has an address");
        let url = format!("http://{address}");
        let description = json!({
            "website": {"name": "Impostor", "url": url},
            "rootEndpoint": url,
            "attributes": [],
            "did": false,
        });
        let (tell, asked) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, description, tell) = (answer.clone(), description.clone(), tell.clone());
                thread::spawn(move || {
                    // A client that goes away is what some tests are about.
                    let _ = serve(stream, &answer, &description, |line| {
                        let _ = tell.send(line);
                    });
                });
            }
        });
        Self { url, asked }
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Waits until it is asked for something other than its description, and gives the request line.
    pub fn wait_until_asked(&self) -> String {
        self.asked.recv().expect("the impostor runs as long as the test")
    }

    /// The request lines it has had so far, its description's left out.
    pub fn requests_so_far(&self) -> Vec<String> {
        self.asked.try_iter().collect()
    }
}

fn serve(mut stream: TcpStream, answer: &Answer, description: &Value, tell: impl Fn(String)) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? <= 2 {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.take(length).read_to_end(&mut Vec::new())?;
    if request.starts_with("GET /config ") {
        let body = description.to_string();
        return write_answer(&mut stream, 200, "application/json", &body);
    }
    tell(request);
    match answer {
        Answer::Body(status, kind, body) => write_answer(&mut stream, *status, kind, body),
        Answer::Close => Ok(()),
        // Until the client goes away.
        Answer::Silence => stream.read_to_end(&mut Vec::new()).map(|_| ()),
    }
}

fn write_answer(stream: &mut TcpStream, status: u16, kind: &str, body: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status} Told\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// A JWT with this payload, whose signature nobody can check.
pub fn unsigned_token(payload: &Value) -> String {
    let encode = |text: String| BASE64_URL_SAFE_NO_PAD.encode(text);
    let header = json!({"alg": "HS256", "typ": "JWT"});
    format!("{}.{}.{}", encode(header.to_string()), encode(payload.to_string()), BASE64_URL_SAFE_NO_PAD.encode([7; 32]))
}
