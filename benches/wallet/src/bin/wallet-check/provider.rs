//! A provider of Web KYC that does as little as it can: it sends what was ready before, and notes how long that took.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;

use crate::picture;

/// Runs until the process ends.
pub(crate) struct Provider {
    url: String,
    spent: Arc<Mutex<Duration>>,
}

impl Provider {
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let spent = Arc::new(Mutex::new(Duration::ZERO));
        let (details, clock) = (Arc::new(details()?), Arc::clone(&spent));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (details, clock) = (Arc::clone(&details), Arc::clone(&clock));
                // A client that goes away ends its connection and nothing else.
                thread::spawn(move || serve(stream, &details, &clock));
            }
        });
        Ok(Self { url, spent })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The time between requests and the last bytes of their answers, since this was last asked.
    pub(crate) fn spent(&self) -> Duration {
        std::mem::take(&mut *self.spent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn details() -> Result<String> {
    let base64 = |seed| picture::noise(seed).map(|jpeg| BASE64_STANDARD.encode(jpeg));
    let details = json!({"croppedDocs": {"front": base64(1)?, "back": base64(2)?}, "details": {
        "documentType": "NID", "documentNumber": "L01X00T471", "issuingCountry": "DEU", "nationality": "DEU",
        "givenNames": "ADA", "surname": "EXAMPLE", "dateOfBirth": "1987-01-12", "dateOfIssue": "2021-01-30",
        "dateOfExpiry": "2091-01-29"}});
    Ok(details.to_string())
}

/// Answers one request after the other.
fn serve(mut stream: TcpStream, details: &str, spent: &Mutex<Duration>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    while let Some(head) = read_request(&mut stream)? {
        let began = Instant::now();
        let body = if head.contains("/token") { r#"{"token":"t"}"# } else { details };
        let length = body.len();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        *spent.lock().unwrap_or_else(PoisonError::into_inner) += began.elapsed();
    }
    Ok(())
}

/// The head of a request, once all of it has come; nothing where the client has ended the connection.
fn read_request(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let (mut all, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut piece)?;
        if read == 0 {
            return Ok(None);
        }
        all.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&all);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let is_whole = match length(head) {
                Some(length) => body.len() >= length,
                None => !is_chunked(head) || body.ends_with("0\r\n\r\n"),
            };
            if is_whole {
                return Ok(Some(head.to_owned()));
            }
        }
    }
}

fn length(head: &str) -> Option<usize> {
    head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") { value.trim().parse().ok() } else { None }
    })
}

fn is_chunked(head: &str) -> bool {
    head.to_ascii_lowercase().contains("transfer-encoding: chunked")
}
