//! Which addresses may be called, and which are this machine's.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Whether a URL may be called: https, or http to this machine.
///
/// # Errors
/// [`UrlError`] says why not.
pub fn check_url(url: &Url) -> Result<(), UrlError> {
    let host = shown_host(url).ok_or(UrlError::NotAUrl)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(UrlError::Credentials { host });
    }
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        "http" => Err(UrlError::Insecure { host }),
        _ => Err(UrlError::NotAUrl),
    }
}

/// 127.0.0.0/8, `[::1]` and `localhost`.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => Ipv4Addr::is_loopback(&address),
        Some(Host::Ipv6(address)) => Ipv6Addr::is_loopback(&address),
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        None => false,
    }
}

/// Every address by which a connection ends up at this machine: the loopback ones, those that mean "any address" or wrap
/// an IPv4 address (RFC 4291 §2.5.5.2), and the names below `localhost` (RFC 6761 §6.3). Wider than [`is_loopback`], which
/// says where plain http may go: this one says where a site on the network may not lead.
pub fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
        Some(Host::Ipv6(address)) => {
            let wrapped = address.to_ipv4().is_some_and(|inner| inner.is_loopback() || inner.is_unspecified());
            address.is_loopback() || address.is_unspecified() || wrapped
        }
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

/// The host, with its port where that is not the scheme's usual one.
pub fn shown_host(url: &Url) -> Option<String> {
    let host = url.host_str().filter(|host| !host.is_empty())?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

/// The address without what only a browser looks at.
pub fn without_fragment(mut url: Url) -> Url {
    url.set_fragment(None);
    url
}

/// Why a URL is not called.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Plain http to another machine: everything sent could be read on the way.
    #[error("{host} would be reached without encryption; only https is used, or http on this computer")]
    Insecure {
        /// The host.
        host: String,
    },
    /// A user name or password in the URL, which serves to disguise hosts.
    #[error("the address of {host} has a user name or password in it")]
    Credentials {
        /// The host.
        host: String,
    },
    /// What came from the network gives an address on this machine: it could aim the wallet at any service that listens there.
    #[error("a site on the network gives an address on this computer as its own")]
    LoopbackFromAfar,
    /// An address that is not on one of the hosts that the peer may name.
    #[error("{host} is none of the site's own hosts")]
    Elsewhere {
        /// The host.
        host: String,
    },
    /// Neither a path nor an http or https URL.
    #[error("an address is neither a path nor an http or https address")]
    NotAUrl,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn which_urls_are_allowed() {
        let check = |text: &str, expected: bool| assert_eq!(check_url(&url(text)).is_ok(), expected, "{text}");
        check("https://rp.example/lws", true);
        check("http://127.0.0.1:3000/", true);
        check("http://127.8.9.1/", true);
        check("http://[::1]:80/", true);
        check("http://LOCALHOST/", true);
        check("http://2130706433/", true); // 127.0.0.1, written as one number
        check("http://rp.example/", false);
        check("http://localhost.rp.example/", false);
        check("http://127.0.0.1.rp.example/", false);
        check("http://[::ffff:127.0.0.1]/", false);
        check("http://0.0.0.0/", false);
        check("https://rp.example@other.example/", false);
        check("https://user:pass@rp.example/", false);
        check("ftp://rp.example/", false);
        check("javascript:alert(1)", false);
        check("data:text/html,x", false);
        check("file:///etc/passwd", false);
    }

    #[test]
    fn every_spelling_of_this_machine() {
        let check = |text: &str, expected: bool| assert_eq!(is_this_machine(&url(text)), expected, "{text}");
        for here in ["127.0.0.1", "127.9.9.9", "[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "0.0.0.0", "[::]"] {
            check(&format!("https://{here}/"), true);
        }
        for here in ["localhost", "LOCALHOST", "localhost.", "db.localhost", "2130706433", "0x7f.1"] {
            check(&format!("https://{here}:8443/"), true);
        }
        for elsewhere in ["rp.example", "localhost.rp.example", "notlocalhost", "10.0.0.1", "[2001:db8::1]"] {
            check(&format!("https://{elsewhere}/"), false);
        }
    }
}
