//! The proxy that stands between this machine and a site, and what it has to say where no connection comes about.
//!
//! The HTTP client only tells that there is none. So the proxy is asked once more, for nothing but a connection: that
//! carries nothing of the user's and shows who is to blame.

use std::env;
use std::time::Duration;

use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use crate::endpoint;
use crate::error::ProxyFault;

/// How long the proxy may take to say why.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much of its answer is read: the first line is enough.
const HEAD_LEN_BYTES: usize = 4 * 1024;

/// Where the HTTP client looks for the proxy of https addresses, in its order.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// A proxy, as the environment names it.
pub(crate) struct Proxy {
    intercept: Intercept,
    variable: Option<&'static str>,
}

impl Proxy {
    /// The proxy that a call to this address goes through; none for this machine.
    pub(crate) fn of(url: &Url) -> Option<Self> {
        if endpoint::is_loopback(url) {
            return None;
        }
        let target: Uri = url.as_str().parse().ok()?;
        let intercept = Matcher::from_system().intercept(&target)?;
        let is_set = |name: &&str| env::var(name).is_ok_and(|value| !value.is_empty());
        Some(Self { intercept, variable: VARIABLES.into_iter().find(is_set) })
    }

    /// Its host and port, and where that was found.
    pub(crate) fn name(&self) -> String {
        let host = self.intercept.uri().authority().map_or_else(String::new, ToString::to_string);
        match self.variable {
            Some(variable) => format!("{host} (from {variable})"),
            None => host,
        }
    }

    /// Why there was no connection through it.
    pub(crate) async fn why(&self, site: &Url) -> ProxyFault {
        timeout(PATIENCE, self.ask(site)).await.unwrap_or(ProxyFault::Timeout)
    }

    async fn ask(&self, site: &Url) -> ProxyFault {
        let uri = self.intercept.uri();
        let scheme = uri.scheme_str().unwrap_or("http");
        let usual_port = match scheme {
            "https" => 443,
            "http" => 80,
            _ => 1080,
        };
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let Ok(mut stream) = TcpStream::connect((host, uri.port_u16().unwrap_or(usual_port))).await else {
            return ProxyFault::NotConnected;
        };
        if scheme != "http" {
            return ProxyFault::Refused { status: None };
        }
        let target = format!("{}:{}", site.host_str().unwrap_or_default(), site.port_or_known_default().unwrap_or(443));
        let credentials = self.intercept.basic_auth();
        let mut request = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n").into_bytes();
        if let Some(credentials) = credentials {
            request.extend([b"Proxy-Authorization: ", credentials.as_bytes(), b"\r\n"].concat());
        }
        request.extend(b"\r\n");
        if stream.write_all(&request).await.is_err() {
            return ProxyFault::Interrupted;
        }
        match read_status(&mut stream).await {
            Some(407) => ProxyFault::Credentials { given: credentials.is_some() },
            // It connects now; a moment ago it did not.
            Some(200..=299) => ProxyFault::Interrupted,
            status => status.map_or(ProxyFault::Interrupted, |status| ProxyFault::Refused { status: Some(status) }),
        }
    }
}

/// The status in the first line of an answer in HTTP/1 (RFC 9112 §4).
async fn read_status(stream: &mut TcpStream) -> Option<u16> {
    let mut head = Vec::new();
    while !head.contains(&b'\n') && head.len() < HEAD_LEN_BYTES {
        let mut piece = [0; 512];
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => break,
            Ok(length) => head.extend_from_slice(&piece[..length]),
        }
    }
    let line = head.split(|byte| *byte == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split_ascii_whitespace();
    words.next().filter(|version| version.starts_with("HTTP/"))?;
    words.next()?.parse().ok().filter(|status| (100..600).contains(status))
}
