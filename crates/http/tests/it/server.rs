//! A server that answers every request with the same bytes, and the files and requests that go to it.

use std::io::{self, Read};
use std::sync::{Arc, Mutex};

use idw_http::{Body, Credentials, Disclosure, FileBody, Method, OutgoingFile, Repeat, Request};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// A running server.
pub(crate) struct Server {
    /// Where it listens: `127.0.0.1:PORT`.
    pub(crate) host: String,
    requests: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Server {
    /// Answers each request with these bytes, once it has the whole of it, and hangs up.
    pub(crate) async fn start(answer: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let host = listener.local_addr().expect("bound").to_string();
        let requests: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
        let record = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (record, answer) = (Arc::clone(&record), answer.clone());
                tokio::spawn(async move {
                    let request = read_request(&mut stream).await;
                    record.lock().expect("no test panics here").push(request);
                    // A client that has gone has what it wanted.
                    drop(stream.write_all(&answer).await);
                    drop(stream.shutdown().await);
                });
            }
        });
        Self { host, requests }
    }

    pub(crate) fn url(&self, path: &str) -> Url {
        Url::parse(&format!("http://{}{path}", self.host)).expect("a URL")
    }

    /// The requests as they came, head and body.
    pub(crate) fn requests(&self) -> Vec<String> {
        let requests = self.requests.lock().expect("no test panics here");
        requests.iter().map(|request| String::from_utf8_lossy(request).into_owned()).collect()
    }
}

/// Reads until the body is as long as its head says, or the client goes.
async fn read_request(stream: &mut TcpStream) -> Vec<u8> {
    let mut request = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    while whole_len(&request).is_none_or(|length| request.len() < length) {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => break,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
    request
}

fn whole_len(request: &[u8]) -> Option<usize> {
    let head_len = request.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&request[..head_len]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    Some(head_len + length.map_or(0, |length| length.trim().parse().expect("a length")))
}

pub(crate) fn answer(head: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()).into_bytes()
}

/// A request that shows an observer nothing.
pub(crate) fn request(method: Method, url: Url, body: Body) -> Request<'static> {
    Request {
        label: "test",
        method,
        url,
        user_agent: "Agent/1",
        origin: Some("Origin"),
        credentials: Credentials::None,
        repeat: Repeat::IfIdempotent,
        body,
        answer_len_bytes: None,
        disclosure: Disclosure::NOTHING,
    }
}

/// A file of one repeated byte, which may be of another length than it says.
struct Repeated {
    byte: u8,
    len: u64,
}

impl FileBody for Repeated {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::repeat(self.byte).take(self.len)))
    }
}

pub(crate) fn file(name: &str, byte: u8, len: u64, announced: u64) -> OutgoingFile {
    OutgoingFile {
        name: name.to_owned(),
        mime_type: "image/png".to_owned(),
        size: announced,
        body: Arc::new(Repeated { byte, len }),
    }
}
