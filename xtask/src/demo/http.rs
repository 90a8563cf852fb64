//! Plain HTTP with the demo's own programs, which are all on this machine: also the part of the user's browser.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// An answer.
pub(super) struct Answer {
    status: u16,
    location: Option<String>,
    body: String,
}

impl Answer {
    /// The body of a success.
    pub(super) fn json(&self) -> Result<Value> {
        if self.status != 200 {
            bail!("the answer was {}", self.status);
        }
        serde_json::from_str(&self.body).context("the answer is not JSON")
    }
}

/// Asks for an address, with these further headers.
pub(super) fn get(url: &str, headers: &[(&str, &str)]) -> Result<Answer> {
    let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    exchange("GET", url, &lines.concat(), "")
}

/// Sends a form. Its values need no escaping.
fn post(url: &str, fields: &[(&str, &str)]) -> Result<Answer> {
    let form = fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
    let headers = format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", form.len());
    exchange("POST", url, &headers, &form)
}

/// Does what a person does in the browser: goes to the provider, picks who is checked, and is sent back to the wallet.
pub(super) fn be_checked(address: &str) -> Result<()> {
    let asked = get(address, &[("Accept", "application/json")])?.json().context("the provider shows no page")?;
    let text = |name: &str| asked[name].as_str().with_context(|| format!("the provider gave no {name}"));
    let picked = [("ticket", text("ticket")?), ("person", "ada"), ("document", "PP"), ("outcome", "verified")];
    let decided = post(text("decideUrl")?, &picked)?;
    let back = decided.location.context("the provider does not send the browser back")?;
    let page = get(&back, &[])?;
    if page.status == 200 { Ok(()) } else { bail!("the wallet answered the browser with {}", page.status) }
}

/// In HTTP/1.0, whose answers end with the connection.
fn exchange(method: &str, url: &str, headers: &str, body: &str) -> Result<Answer> {
    let rest = url.strip_prefix("http://").with_context(|| format!("{url} is no address of this machine"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut stream = TcpStream::connect(host).with_context(|| format!("nobody listens at {host}"))?;
    write!(stream, "{method} /{path} HTTP/1.0\r\nHost: {host}\r\n{headers}\r\n{body}")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).with_context(|| format!("{host} broke off"))?;
    read(&answer).with_context(|| format!("{host} did not answer as it should"))
}

fn read(answer: &str) -> Option<Answer> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let location = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location").then(|| value.trim().to_owned())
    });
    Some(Answer { status, location, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_have_a_status_a_place_to_go_on_to_and_a_body() {
        let answer = read("HTTP/1.1 303 See Other\r\nLOCATION: http://127.0.0.1:1/a\r\n\r\nb\r\n\r\nc").unwrap();
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some("http://127.0.0.1:1/a")));
        assert_eq!(answer.body, "b\r\n\r\nc");
        assert!(answer.json().is_err(), "it is no success");
        assert!(read("HTTP/1.1 200 OK\r\n").is_none());
        assert_eq!(read("HTTP/1.0 200 OK\r\n\r\n{\"a\": 1}").unwrap().json().unwrap()["a"], 1);
    }
}
