//! A relying party of Auth eID that calls over plain HTTP.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// How long an answer may take: longer than any request that a test makes is open.
const PATIENCE: Duration = Duration::from_secs(120);

/// Somebody who calls the service with a key.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Where the service is, as `127.0.0.1:8466`.
    pub address: String,
    /// What it calls with.
    pub key: String,
}

/// An answer that came whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The name of what the request came to.
    pub fn outcome(&self) -> String {
        assert_eq!(self.status, 200, "{self:?}");
        self.json()["status"].as_str().unwrap_or_else(|| panic!("no status: {self:?}")).to_owned()
    }
}

impl Caller {
    /// One call. It fails where no whole answer comes.
    ///
    /// # Errors
    /// Where nobody listens, or the connection ends before the answer does.
    pub fn try_call(&self, method: &str, path: &str, body: &str) -> io::Result<Reply> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        if !self.key.is_empty() {
            let _ = write!(head, "Authorization: Bearer {}\r\n", self.key);
        }
        if method == "POST" {
            let _ = write!(head, "Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        }
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        whole(&answer).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    /// One call that is answered.
    pub fn call(&self, method: &str, path: &str, body: &str) -> Reply {
        self.try_call(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Creates a request, whatever comes of it.
    pub fn create(&self, body: &Value) -> Reply {
        self.call("POST", "/v1/requests", &body.to_string())
    }

    /// Creates a request, and gives its name.
    pub fn created(&self, body: &Value) -> String {
        let reply = self.create(body);
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()["request_id"].as_str().expect("a name").to_owned()
    }

    /// What came of a request: waits until something has.
    pub fn result(&self, id: &str) -> Reply {
        self.call("GET", &format!("/v1/requests/{id}"), "")
    }

    /// How a request stands, which takes no key.
    pub fn status(&self, id: &str) -> Reply {
        Self { key: String::new(), ..self.clone() }.call("GET", &format!("/v1/requests/{id}/status"), "")
    }

    /// Takes a request back.
    pub fn cancel(&self, id: &str) -> Reply {
        self.call("POST", &format!("/v1/requests/{id}/cancel"), "")
    }
}

/// The answer, if all of it is here.
fn whole(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|part| part == b"\r\n\r\n")?;
    let (head, body) = (String::from_utf8_lossy(&answer[..end]), &answer[end + 4..]);
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    (length? == body.len()).then(|| Reply { status, body: body.to_owned() })
}
