//! A server of fixed answers, byte for byte.

use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

/// What a path answers, from the status line on.
type Table = Vec<(&'static str, String)>;

/// Listens on a free loopback port until the test ends. What it has no answer for is answered with 404.
pub struct Pages {
    url: String,
}

impl Pages {
    /// Serves these answers by path. `URL` in an answer's body stands for the server's own address.
    pub fn serve(table: Table) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("the listener has an address"));
        let (table, own) = (Arc::new(table), url.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (table, own) = (Arc::clone(&table), own.clone());
                // A client that goes away has had enough.
                thread::spawn(move || Self::answer(stream, &table, &own));
            }
        });
        Self { url }
    }

    /// Answers one request on a connection of any kind.
    ///
    /// # Errors
    /// When the client goes away, or is not one.
    pub fn answer(mut stream: impl Read + Write, table: &[(&'static str, String)], own: &str) -> io::Result<()> {
        let mut reader = BufReader::new(&mut stream);
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
        let path = request.split(' ').nth(1).unwrap_or_default();
        let found = table.iter().find(|(known, _)| *known == path).map(|(_, answer)| answer.clone());
        let answer = found.unwrap_or_else(|| page(404, "text/html", "<h1>Not found"));
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let body = body.replace("URL", own);
        write!(stream, "{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())?;
        stream.flush()
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// An answer with a status, a content type and a body.
pub fn page(status: u16, kind: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} Told\r\nContent-Type: {kind}\r\n\r\n{body}")
}
