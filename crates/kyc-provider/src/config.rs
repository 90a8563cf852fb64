//! What a provider is told at the start.

use std::net::IpAddr;

use url::{Host, Url};

use crate::choice::Choice;
use crate::clock::Clock;
use crate::fault::Fault;
use crate::secret::ClientSecret;

/// A provider with one client.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the provider is, for the addresses that it hands out.
    pub base: Url,
    /// The client's id.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: ClientSecret,
    /// What the pages call the client.
    pub client_name: String,
    /// Where the client may have browsers sent. One or more.
    pub redirects: Vec<RedirectUri>,
    /// Which dialects are answered.
    pub dialects: Dialects,
    /// How requests are read.
    pub reading: Reading,
    /// Decides every check without a page.
    pub auto: Option<Choice>,
    /// Faults that are on at the start.
    pub faults: Vec<Fault>,
    /// What time it is.
    pub clock: Clock,
}

impl Config {
    /// The defaults: both dialects, read strictly, decided by hand, without faults.
    pub fn new(base: Url, client_id: impl Into<String>, client_secret: ClientSecret, redirect: RedirectUri) -> Self {
        Self {
            base,
            client_id: client_id.into(),
            client_secret,
            client_name: "Example client".to_owned(),
            redirects: vec![redirect],
            dialects: Dialects::Both,
            reading: Reading::Strict,
            auto: None,
            faults: Vec::new(),
            clock: Clock::system(),
        }
    }

    /// The address of one of the provider's own paths.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base.as_str().trim_end_matches('/'))
    }

    /// Whether this is one of the client's redirect URIs, character for character.
    pub(crate) fn is_registered(&self, redirect_uri: &str) -> bool {
        self.redirects.iter().any(|registered| registered.as_str() == redirect_uri)
    }
}

/// Which dialects a provider answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialects {
    /// Web KYC and Web IDV.
    Both,
    /// Web KYC alone: `/authorize` and `/v2/web-kyc`.
    WebKyc,
    /// Web IDV alone: `/web-idv`.
    WebIdv,
}

/// How a provider reads what a client sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Everything that the documents do not show is refused.
    Strict,
    /// Fields that nobody knows are passed over, and the exchange takes a plain form and `authorizationCode` too.
    Lenient,
}

/// Where a browser is sent after a check. Kept as it was written: it is compared character for character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectUri(String);

impl RedirectUri {
    /// # Errors
    /// [`ConfigError::Redirect`] unless it is an absolute `https:` URL, or an `http:` one of this machine, in visible
    /// ASCII and without a fragment (RFC 6749, section 3.1.2).
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let is_fine = text.bytes().all(|byte| byte.is_ascii_graphic()) && !text.contains('#') && is_safe_link(text);
        is_fine.then(|| Self(text.to_owned())).ok_or_else(|| ConfigError::Redirect { uri: text.to_owned() })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its scheme, host and port.
    pub(crate) fn origin(&self) -> Option<String> {
        Url::parse(&self.0).ok().map(|url| url.origin().ascii_serialization())
    }
}

/// Whether a page may link there: `https:`, or `http:` of this machine.
pub(crate) fn is_safe_link(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    match url.scheme() {
        "https" => url.has_host(),
        "http" => match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => IpAddr::from(address).is_loopback(),
            Some(Host::Ipv6(address)) => IpAddr::from(address).is_loopback(),
            None => false,
        },
        _ => false,
    }
}

/// Why a provider cannot be started like this.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// It is empty, or a header could not carry it.
    #[error("a client's secret is one or more visible characters of ASCII")]
    ClientSecret,
    /// It is empty, or Basic authentication could not carry it.
    #[error("a client's id is one or more visible characters of ASCII without a colon")]
    ClientId,
    /// Nobody could be sent back.
    #[error("a client has one redirect URI or more")]
    NoRedirect,
    /// It is no place to send a browser to.
    #[error("{uri:?} is no redirect URI: https, or http of this machine, and without a fragment")]
    Redirect {
        /// As it was given.
        uri: String,
    },
    /// No outcome, person, document or pictures are called so.
    #[error("{text:?} is no outcome; the form is OUTCOME[:PERSON[:DOCUMENT[:PICTURES]]], and {part:?} is not known")]
    Auto {
        /// The whole text.
        text: String,
        /// What of it is not known.
        part: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirect_uris_are_safe_and_kept_as_they_are() {
        let check = |text: &str, expected: bool| assert_eq!(RedirectUri::parse(text).is_ok(), expected, "{text}");
        check("https://client.example/return?a=b", true);
        check("http://127.0.0.1:4000/return", true);
        check("http://[::1]:4000/return", true);
        check("http://localhost:3000/", true);
        check("http://client.example/return", false);
        check("http://localhost.client.example/return", false);
        check("https://client.example/#part", false);
        check("https://client.example/a b", false);
        check("https://client.example/\r\nX-Injected: 1", false);
        check("javascript:alert(1)", false);
        check("/return", false);
        check("", false);
        assert_eq!(RedirectUri::parse("HTTPS://Client.example").unwrap().as_str(), "HTTPS://Client.example");
    }
}
