//! A real `idw-kyc-provider` process, and the browser that goes there and back.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::{built, get};

/// What the provider knows its client by.
pub const CLIENT_SECRET: &str = "s3cret-of-the-integrator-7f21";

/// Stopped when dropped.
pub struct KycProvider {
    process: Child,
    url: String,
    redirect: String,
}

impl KycProvider {
    /// Starts one on a free loopback port, with these further arguments, and waits until it listens. It decides each check by
    /// itself: `verified:ada:PP` and the like. Its client comes back to a port that was free a moment ago.
    pub fn start(decision: &str, arguments: &[&str]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let redirect = format!("http://{}/back?mine=b52f4e", free.expect("there is a free port"));
        let mut process = Command::new(built("idw-kyc-provider"))
            .args(["--client-id", "wallet", "--client-secret", CLIENT_SECRET, "--redirect", &redirect, "--json"])
            .args(["--auto", decision])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("idw-kyc-provider starts");
        let stdout = process.stdout.take().expect("its output is a pipe");
        // From here on the process is stopped even when the test ends with a panic.
        let mut provider = Self { process, url: String::new(), redirect };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("it prints a line when it is ready");
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{arguments:?} said {line:?}"));
        ready["url"].as_str().expect("its address").clone_into(&mut provider.url);
        provider
    }

    /// The options of `idw provider add` for it.
    pub fn settings(&self, dialect: &str) -> Vec<String> {
        let api = if dialect == "web-kyc" { "v2/web-kyc" } else { "web-idv" };
        let mut settings =
            vec!["--dialect".to_owned(), dialect.to_owned(), "--client-id".to_owned(), "wallet".to_owned()];
        settings.extend(["--api".to_owned(), format!("{}/{api}", self.url)]);
        settings.extend(["--redirect".to_owned(), self.redirect.clone()]);
        if dialect == "web-kyc" {
            settings.extend(["--authorize".to_owned(), format!("{}/authorize", self.url)]);
        }
        settings
    }

    /// What was called, and how often each code was presented.
    pub fn state(&self) -> Value {
        let (status, body) = get(&format!("{}/api/state", self.url));
        assert_eq!(status, 200, "GET /api/state: {body}");
        serde_json::from_str(&body).expect("its state is JSON")
    }
}

impl Drop for KycProvider {
    fn drop(&mut self) {
        // It may have ended by itself; the test that needed it has said so then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Opens an address as a browser does: follows redirects on this machine, and the links of a page that leads on by itself.
/// Gives the last page. What nobody answers is no fault: the wallet may have what it needs.
pub fn browse(address: &str) -> String {
    let mut next = vec![address.to_owned()];
    let mut last = String::new();
    for _ in 0..8 {
        let Some(url) = next.pop() else { break };
        let Some(rest) = url.strip_prefix("http://127.0.0.1:").and(url.strip_prefix("http://")) else { continue };
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.split('#').next().unwrap_or_default();
        let Ok(mut stream) = TcpStream::connect(host) else { continue };
        let asked = write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut answer = Vec::new();
        if asked.is_err() || stream.read_to_end(&mut answer).is_err() {
            continue;
        }
        last = String::from_utf8_lossy(&answer).into_owned();
        let head = last.split("\r\n\r\n").next().unwrap_or_default();
        let location = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("location").then(|| value.trim().to_owned())
        });
        match location {
            Some(location) if location.starts_with('/') => next.push(format!("http://{host}{location}")),
            Some(location) => next.push(location),
            // A page that leads on twice does so in frames.
            None => next.extend(framed(&last)),
        }
    }
    last
}

fn framed(page: &str) -> Vec<String> {
    page.split("src=\"http")
        .skip(1)
        .filter_map(|rest| Some(format!("http{}", rest.split('"').next()?.replace("&amp;", "&"))))
        .collect()
}
