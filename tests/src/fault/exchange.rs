//! One request and the many ways to answer it.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::Step;
use super::server::{PATIENCE, Request, Shared};
use crate::unsigned_token;

/// The nonce of a good challenge.
const NONCE: &str = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==";

/// A request that waits for its answer.
pub struct Exchange<'a> {
    stream: &'a TcpStream,
    shared: &'a Shared,
    request: &'a Request,
    step: Option<Step>,
    keeps: bool,
    /// Bytes of the body that are taken in already, where it is answered early.
    pub(super) taken: u64,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(stream: &'a TcpStream, shared: &'a Shared, request: &'a Request, step: Option<Step>) -> Self {
        Self { stream, shared, request, step, keeps: true, taken: 0 }
    }

    /// Whether the connection is still good for another request.
    pub(super) fn keeps(&self) -> bool {
        self.keeps
    }

    /// Where this server listens.
    pub fn url(&self) -> &str {
        &self.shared.url
    }

    /// A host that is none of this site's.
    pub fn stranger(&self) -> &str {
        &self.shared.stranger_url
    }

    /// The path that was asked for, with its query.
    pub fn path(&self) -> &str {
        &self.request.path
    }

    /// Answers as the protocol has it.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn good(&mut self) -> io::Result<()> {
        let (status, body) = self.good_answer();
        self.answer(status, "application/json", body.as_bytes())
    }

    /// Does as asked, and gives what a good server would say.
    pub fn good_answer(&self) -> (u16, String) {
        self.shared.site.answer(self.step, self.request)
    }

    /// Answers with JSON.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn json(&mut self, status: u16, body: &Value) -> io::Result<()> {
        self.answer(status, "application/json", body.to_string().as_bytes())
    }

    /// Answers with 200 and this description: the usual one with these members put in.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn describe(&mut self, more: &Value) -> io::Result<()> {
        let mut description = self.shared.site.description();
        for (name, value) in more.as_object().into_iter().flatten() {
            description[name] = value.clone();
        }
        self.json(200, &description)
    }

    /// Answers with 200 and a token that has these claims.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn token(&mut self, claims: &Value) -> io::Result<()> {
        self.json(200, &json!({ "jwt": unsigned_token(claims) }))
    }

    /// Answers with a challenge token, the usual one with these claims put in; null takes one out.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn challenge(&mut self, more: &Value) -> io::Result<()> {
        self.token(&challenge_claims(more))
    }

    /// Answers with a wallet token, the usual one with these claims put in.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn wallet_token(&mut self, more: &Value) -> io::Result<()> {
        let mut claims = self.shared.site.wallet_claims();
        merge(&mut claims, more);
        self.token(&claims)
    }

    /// Answers in good HTTP.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn answer(&mut self, status: u16, kind: &str, body: &[u8]) -> io::Result<()> {
        self.headed(&format!("{status} Told\r\nContent-Type: {kind}"), body)
    }

    /// Answers with this status line and these headers, and a body of the length that is announced.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn headed(&mut self, head: &str, body: &[u8]) -> io::Result<()> {
        write!(self.stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\n\r\n", body.len())?;
        self.stream.write_all(body)
    }

    /// Answers with 200, JSON that is meant to be good, and these headers.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn good_with(&mut self, headers: &str) -> io::Result<()> {
        let (status, body) = self.good_answer();
        self.headed(&format!("{status} Told\r\nContent-Type: application/json\r\n{headers}"), body.as_bytes())
    }

    /// Redirects to the stranger.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn redirect(&mut self, status: u16) -> io::Result<()> {
        let location = format!("{status} Elsewhere\r\nLocation: {}{}", self.stranger(), self.path());
        self.headed(&location, b"")
    }

    /// Writes these bytes, whatever they are, and hangs up.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.keeps = false;
        self.stream.write_all(bytes)
    }

    /// Hangs up.
    ///
    /// # Errors
    /// None; as the others for the sake of form.
    pub fn hang_up(&mut self) -> io::Result<()> {
        self.keeps = false;
        Ok(())
    }

    /// Writes these bytes, then says nothing until the client goes away.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn stall(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.keeps = false;
        self.stream.write_all(bytes)?;
        self.stream.read(&mut [0]).map(|_| ())
    }

    /// Takes in this much of the request's body, then hangs up: the client gets a reset.
    ///
    /// # Errors
    /// The client has gone away.
    pub fn take_and_reset(&mut self, count: u64) -> io::Result<()> {
        self.keeps = false;
        io::copy(&mut self.stream.take(count.saturating_sub(self.taken)), &mut io::sink()).map(|_| ())
    }

    /// Takes in nothing and says nothing, for longer than any client waits.
    ///
    /// # Errors
    /// None; as the others for the sake of form.
    pub fn ignore(&mut self) -> io::Result<()> {
        self.keeps = false;
        // Reading would end the wait with the body's first byte.
        thread::sleep(PATIENCE);
        Ok(())
    }

    /// Writes a beginning, then a filler until the client goes away.
    ///
    /// # Errors
    /// The client has gone away: the one way for this to end.
    pub fn endless(&mut self, beginning: &str, filler: &str) -> io::Result<()> {
        self.keeps = false;
        self.stream.write_all(beginning.as_bytes())?;
        let filler = filler.repeat(64 * 1024 / filler.len());
        loop {
            self.stream.write_all(filler.as_bytes())?;
        }
    }

    /// Writes a beginning, then a filler, a little at a time, until the client goes away.
    ///
    /// # Errors
    /// The client has gone away: the one way for this to end.
    pub fn drip(&mut self, beginning: &str, filler: &str) -> io::Result<()> {
        self.keeps = false;
        self.stream.write_all(beginning.as_bytes())?;
        loop {
            self.stream.write_all(filler.as_bytes())?;
            thread::sleep(Duration::from_millis(300));
        }
    }
}

/// The claims of a good challenge with these put in; null takes one out.
pub fn challenge_claims(more: &Value) -> Value {
    let mut claims = json!({
        "sub": "127.0.0.1", "iat": seconds_from_now(0), "exp": seconds_from_now(1800), "nonce": NONCE,
    });
    merge(&mut claims, more);
    claims
}

fn merge(claims: &mut Value, more: &Value) {
    for (name, value) in more.as_object().into_iter().flatten() {
        claims[name] = value.clone();
    }
}

/// A time as tokens have it.
pub fn seconds_from_now(offset: i64) -> i64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("it is after 1970");
    i64::try_from(now.as_secs()).expect("it is before the end of time") + offset
}
