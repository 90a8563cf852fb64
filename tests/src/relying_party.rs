//! A real `idw-rp` process.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::built;

/// Stopped when dropped.
pub struct RelyingParty {
    process: Child,
    url: String,
    operator_secret: String,
}

impl RelyingParty {
    /// Starts one on a free loopback port, with these further arguments, and waits until it listens.
    pub fn start(arguments: &[&str]) -> Self {
        let mut process = Command::new(built("idw-rp"))
            .args(["--listen", "127.0.0.1:0", "--operator", "--json"])
            .env_remove("IDW_RP_OPERATOR_SECRET")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("idw-rp starts");
        let stdout = process.stdout.take().expect("its output is a pipe");
        // From here on the process is stopped even when the test ends with a panic.
        let mut relying_party = Self { process, url: String::new(), operator_secret: String::new() };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("idw-rp prints a line when it is ready");
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("idw-rp {arguments:?} said {line:?}"));
        let text = |key: &str| ready[key].as_str().unwrap_or_else(|| panic!("no {key} in {line:?}")).to_owned();
        (relying_party.url, relying_party.operator_secret) = (text("url"), text("operatorSecret"));
        relying_party
    }

    /// Its front page.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The URL that a wallet is given.
    pub fn site(&self) -> String {
        format!("{}/lws", self.url)
    }

    /// What opens the operator's pages.
    pub fn operator_secret(&self) -> &str {
        &self.operator_secret
    }

    /// Everything it has received: users with their attributes, files, applications.
    pub fn state(&self) -> Value {
        let authorization = format!("Authorization: Bearer {}\r\n", self.operator_secret);
        let (status, body) = get_with(&format!("{}/api/state", self.url), &authorization);
        assert_eq!(status, 200, "GET /api/state: {body}");
        serde_json::from_str(&body).expect("its state is JSON")
    }

    /// Stops it, as when a server goes down.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // It may have ended by itself; the test that needed it has said so then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for RelyingParty {
    fn drop(&mut self) {
        self.end();
    }
}

/// `GET` of a plain http URL on this machine: the status and the body.
///
/// In HTTP/1.0, whose bodies simply end with the connection; no client library is worth its weight here.
pub fn get(url: &str) -> (u16, String) {
    get_with(url, "")
}

/// The same with further headers, each with its line break.
fn get_with(url: &str, headers: &str) -> (u16, String) {
    let rest = url.strip_prefix("http://").expect("a plain http URL");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut stream = TcpStream::connect(host).expect("the server listens");
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\nAccept: */*\r\n{headers}\r\n").expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers with text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("an HTTP answer");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    (status.expect("an HTTP status"), body.to_owned())
}
