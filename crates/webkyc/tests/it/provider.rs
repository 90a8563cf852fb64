//! A provider that answers each path with the same bytes.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// A running provider.
pub(crate) struct Server {
    pub(crate) url: Url,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers a request whose path ends so with these bytes, and hangs up; any other with 404. No bytes are no answer.
    pub(crate) async fn start(answers: Vec<(&'static str, Vec<u8>)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/api", listener.local_addr().expect("bound"));
        let requests: Arc<Mutex<Vec<String>>> = Arc::default();
        let record = Arc::clone(&requests);
        let answers = Arc::new(answers);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (record, answers) = (Arc::clone(&record), Arc::clone(&answers));
                tokio::spawn(async move {
                    let request = read_request(&mut stream).await;
                    let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
                    record.lock().expect("no test panics here").push(request);
                    let path = target.split('?').next().unwrap_or_default();
                    let found = answers.iter().find(|(end, _)| path.ends_with(end));
                    let missing = json("404 Not Found", "{}");
                    // A client that has gone has what it wanted.
                    drop(stream.write_all(found.map_or(&missing, |(_, answer)| answer)).await);
                    drop(stream.shutdown().await);
                });
            }
        });
        Self { url: url.parse().expect("a URL"), requests }
    }

    /// The requests as they came, head and body.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no test panics here").clone()
    }

    /// How many requests there were whose first line begins so.
    pub(crate) fn count(&self, begin: &str) -> usize {
        self.requests().iter().filter(|request| request.starts_with(begin)).count()
    }
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    while whole_len(&request).is_none_or(|length| request.len() < length) {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => break,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
    String::from_utf8_lossy(&request).into_owned()
}

fn whole_len(request: &[u8]) -> Option<usize> {
    let head_len = request.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&request[..head_len]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    Some(head_len + length.map_or(0, |length| length.trim().parse().expect("a length")))
}

/// An answer with this status, and further headers behind it if there are any.
pub(crate) fn json(head: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").into_bytes()
}
