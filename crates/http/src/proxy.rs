//! The proxy that stands between this machine and a server: which one the environment names, and what it has to say where
//! no connection comes about.
//!
//! The HTTP library passes over an address of a proxy that it does not understand, and would connect without one. Whoever
//! set it may be hiding from the server, or from the line, so it is an error here.
//!
//! Where a proxy makes no connection, the library only tells that there is none. So the proxy is asked once more, for
//! nothing but a connection: that carries nothing of the user's and shows who is to blame.

use std::ffi::OsString;

use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::{Position, Url};

use crate::error::HttpError;
use crate::limits::{PROXY_HEAD_LEN_BYTES, PROXY_PATIENCE};
use crate::outage::{ProxyFault, ProxyName};

/// Which variables name the proxy of https addresses, each in the spellings that are common, in the order in which they
/// count: of each pair the first that is set, though it be empty; a pair that is empty leaves it to the next.
const VARIABLES: [[&str; 2]; 2] = [["HTTPS_PROXY", "https_proxy"], ["ALL_PROXY", "all_proxy"]];

/// Which variables name the hosts that are reached without a proxy; the first that is set counts.
const EXEMPTIONS: [&str; 2] = ["NO_PROXY", "no_proxy"];

/// How a proxy may be spoken to.
const SCHEMES: [&str; 6] = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];

/// Why a variable does not name a proxy. What it holds is no part of the text: there may be a password in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProxyAddressFault {
    /// Its bytes are no text.
    #[error("it does not hold text")]
    NotText,
    /// It is not an address.
    #[error("it does not hold an address such as http://proxy.example:3128")]
    Malformed,
    /// It is an address, but not of a kind of proxy that there is.
    #[error("its address does not begin with http, https, socks4, socks4a, socks5 or socks5h")]
    Scheme,
}

/// What the environment says of proxies for https addresses.
pub(crate) struct Environment {
    named: Option<Named>,
    /// Hosts that are reached without a proxy, as curl reads them.
    exempt: String,
}

/// A variable that names a proxy, and the address in it.
struct Named {
    variable: &'static str,
    address: Result<Url, ProxyAddressFault>,
}

impl Environment {
    /// Reads it. `variable` gives what a variable holds.
    pub(crate) fn read(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let held = |names: [&'static str; 2]| names.into_iter().find_map(|name| Some((name, variable(name)?)));
        let named = VARIABLES.into_iter().filter_map(held).find(|(_, value)| !value.is_empty());
        let exempt = held(EXEMPTIONS).map(|(_, value)| value.to_string_lossy().into_owned());
        Self {
            named: named.map(|(variable, value)| Named { variable, address: read_address(value) }),
            exempt: exempt.unwrap_or_default(),
        }
    }

    /// The proxy that a call to this https address goes through.
    pub(crate) fn proxy_of(&self, url: &Url) -> Result<Option<Proxy>, HttpError> {
        let Some(Named { variable, address }) = &self.named else { return Ok(None) };
        match address {
            Ok(address) => Ok(intercept(address, &self.exempt, url).map(|proxy| Proxy { proxy, variable })),
            Err(_) if intercept(&any_proxy(), &self.exempt, url).is_none() => Ok(None),
            Err(fault) => Err(HttpError::ProxyAddress { variable, fault: *fault }),
        }
    }

    /// The same for the HTTP library. Without an address that is good, only hosts that need no proxy get as far as that.
    pub(crate) fn for_client(&self) -> Result<Option<reqwest::Proxy>, HttpError> {
        let Some(address) = self.named.as_ref().and_then(|named| named.address.as_ref().ok()) else { return Ok(None) };
        let proxy = reqwest::Proxy::https(address.clone()).map_err(|error| HttpError::Setup(Box::new(error)))?;
        Ok(Some(proxy.no_proxy(reqwest::NoProxy::from_string(&self.exempt))))
    }
}

/// An address with its scheme, or without, which means http. What stands behind host and port counts for nothing; but an
/// `@` there is one of a password with a `/` before it, which is then taken for the host.
fn read_address(value: OsString) -> Result<Url, ProxyAddressFault> {
    let text = value.into_string().map_err(|_| ProxyAddressFault::NotText)?;
    let text = text.trim();
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let url = Url::parse(&with_scheme).map_err(|_| ProxyAddressFault::Malformed)?;
    if !SCHEMES.contains(&url.scheme()) {
        return Err(ProxyAddressFault::Scheme);
    }
    let has_host = url.host_str().is_some_and(|host| !host.is_empty());
    let is_cut = url[Position::AfterPort..].contains('@');
    // The library has the last word: what it does not understand, it would pass over.
    let is_understood = intercept(&url, "", &any_site()).is_some();
    if has_host && !is_cut && is_understood { Ok(url) } else { Err(ProxyAddressFault::Malformed) }
}

/// Where the library sends a call to `target`, if these were the proxy and the hosts without one.
fn intercept(proxy: &Url, exempt: &str, target: &Url) -> Option<Intercept> {
    let target: Uri = target.as_str().parse().ok()?;
    Matcher::builder().https(proxy.as_str()).no(exempt).build().intercept(&target)
}

fn any_proxy() -> Url {
    Url::parse("http://proxy.example:3128").expect("an address")
}

fn any_site() -> Url {
    Url::parse("https://site.example").expect("an address")
}

/// The proxy of a call.
pub(crate) struct Proxy {
    proxy: Intercept,
    variable: &'static str,
}

impl Proxy {
    /// Its host and port, and where that was found.
    pub(crate) fn name(&self) -> ProxyName {
        let address = self.proxy.uri().authority().map_or_else(String::new, ToString::to_string);
        ProxyName { address, variable: self.variable }
    }

    /// Why there was no connection through it.
    pub(crate) async fn why(&self, site: &Url) -> ProxyFault {
        timeout(PROXY_PATIENCE, self.ask(site)).await.unwrap_or(ProxyFault::Timeout)
    }

    async fn ask(&self, site: &Url) -> ProxyFault {
        let uri = self.proxy.uri();
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
        let credentials = self.proxy.basic_auth();
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
    while !head.contains(&b'\n') && head.len() < PROXY_HEAD_LEN_BYTES {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &[(&str, &str)]) -> Environment {
        Environment::read(|wanted| {
            let (_, value) = variables.iter().find(|(name, _)| *name == wanted)?;
            Some(OsString::from(value))
        })
    }

    /// The variable and the proxy's host and port, or the fault.
    fn proxy_of(environment: &Environment, url: &str) -> Result<Option<String>, (String, ProxyAddressFault)> {
        match environment.proxy_of(&Url::parse(url).unwrap()) {
            Ok(proxy) => Ok(proxy.map(|proxy| proxy.name().to_string())),
            Err(HttpError::ProxyAddress { variable, fault }) => Err((variable.to_owned(), fault)),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn which_variable_counts() {
        let check = |variables: &[(&str, &str)], expected: Option<&str>| {
            let got = proxy_of(&environment(variables), "https://site.example/a?b=c");
            assert_eq!(got.unwrap().as_deref(), expected, "{variables:?}");
        };
        check(&[], None);
        check(&[("HTTPS_PROXY", "")], None);
        check(&[("HTTP_PROXY", "http://p.example")], None);
        check(&[("HTTPS_PROXY", "http://p.example:3128")], Some("p.example:3128 (from HTTPS_PROXY)"));
        check(&[("https_proxy", "p.example:3128")], Some("p.example:3128 (from https_proxy)"));
        check(&[("ALL_PROXY", "a"), ("https_proxy", "b")], Some("b (from https_proxy)"));
        check(&[("HTTPS_PROXY", ""), ("https_proxy", "b"), ("all_proxy", "c")], Some("c (from all_proxy)"));
        check(&[("ALL_PROXY", " socks5h://ada:secret@[::1]:9050/ ")], Some("[::1]:9050 (from ALL_PROXY)"));
        check(&[("HTTPS_PROXY", "http://ada:se%2Fcret@p.example")], Some("p.example (from HTTPS_PROXY)"));
        check(&[("HTTPS_PROXY", "http://p.example"), ("NO_PROXY", "other.example,site.example")], None);
        check(&[("HTTPS_PROXY", "http://p.example"), ("no_proxy", "*")], None);
        // One that is not used may be anything.
        check(&[("HTTPS_PROXY", "p.example"), ("ALL_PROXY", "::")], Some("p.example (from HTTPS_PROXY)"));
    }

    #[test]
    fn an_address_that_cannot_be_used_is_an_error_and_never_no_proxy() {
        use ProxyAddressFault::{Malformed, Scheme};
        let check = |value: &str, expected: ProxyAddressFault| {
            for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
                let environment = environment(&[(variable, value), ("NO_PROXY", "free.example")]);
                let got = proxy_of(&environment, "https://site.example");
                assert_eq!(got, Err((variable.to_owned(), expected)), "{variable}={value}");
                assert_eq!(proxy_of(&environment, "https://free.example"), Ok(None), "it needs no proxy");
                assert!(environment.for_client().unwrap().is_none());
            }
        };
        check("htp://x", Scheme);
        check("ftp://x", Scheme);
        check("socks6://x", Scheme);
        check("::", Malformed);
        check(" ", Malformed);
        check("http://", Malformed);
        check("socks5h://", Malformed);
        check("http://p.example:port", Malformed);
        check("http://p.example:99999", Malformed);
        check("socks5://p.example:99999", Malformed);
        check("http://p example", Malformed);
        check("http://[::1", Malformed);
        // A password with a character that has to be escaped: its first half is not a host.
        check("http://ada:12/34@p.example", Malformed);
        check("http://ada:12?34@p.example", Malformed);
        check("http://ada:12#34@p.example", Malformed);
        check("ada:secret/34@p.example", Malformed);
        // The next variable does not stand in for one that is wrong.
        let both = environment(&[("HTTPS_PROXY", "htp://x"), ("ALL_PROXY", "http://p.example")]);
        assert_eq!(proxy_of(&both, "https://site.example"), Err(("HTTPS_PROXY".to_owned(), Scheme)));
    }

    #[test]
    fn the_error_names_the_variable_and_no_password() {
        let environment = environment(&[("HTTPS_PROXY", "htp://ada:secret@p.example")]);
        let error = environment.proxy_of(&any_site()).err().unwrap();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("HTTPS_PROXY") && !shown.contains("secret") && !shown.contains("ada"), "{shown}");
        assert!(!error.may_have_arrived());
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_an_error_too() {
        use std::os::unix::ffi::OsStringExt as _;
        let environment =
            Environment::read(|name| (name == "ALL_PROXY").then(|| OsString::from_vec(b"http://p\xff".to_vec())));
        let got = proxy_of(&environment, "https://site.example");
        assert_eq!(got, Err(("ALL_PROXY".to_owned(), ProxyAddressFault::NotText)));
    }
}
