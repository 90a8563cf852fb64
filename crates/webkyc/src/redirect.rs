//! Where the provider sends the browser, and where the wallet waits for it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use url::{Host, Url};

use crate::limits::ADDRESS_LEN_BYTES;

/// Names that the provider adds to the query; a registered address cannot have them already.
const RETURNED: [&str; 3] = ["code", "error", "error_description"];

/// The address to which the provider sends the browser, as it is registered there: an https page that sends the browser on to
/// this machine, or http to this machine. It is kept and sent character for character, since providers compare it so.
#[derive(Clone, PartialEq, Eq)]
pub struct RedirectUri {
    text: String,
    url: Url,
}

/// Where on this machine the browser's return is waited for: loopback addresses only, a fixed port, an exact path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListenAt {
    host: Here,
    port: u16,
    path: String,
}

/// This machine, by the name that browsers use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Here {
    /// `localhost`: browsers try `[::1]` and 127.0.0.1 in an order of their own.
    Name,
    /// An address.
    Address(IpAddr),
}

/// Why a text is no address to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is longer than an address is.
    #[error("the address is longer than {ADDRESS_LEN_BYTES} bytes")]
    TooLong,
    /// It is no address, or has characters that an address cannot have.
    #[error("this is not an address, or it has characters that an address cannot have")]
    NotAnAddress,
    /// It is neither https nor http to this machine.
    #[error("the address to come back to has to be https, or http to 127.0.0.1, [::1] or localhost")]
    Insecure,
    /// It is not an address of this machine.
    #[error("the wallet listens on this computer only: at 127.0.0.1, [::1] or localhost")]
    NotThisMachine,
    /// It has no port, or port 0. The provider knows the address, so the port cannot be chosen anew each time.
    #[error("the address needs a port from 1 to 65535, which stays the same")]
    NoPort,
    /// A user name or password.
    #[error("the address has a user name or password in it")]
    Credentials,
    /// A fragment, which no provider may register (RFC 6749 §3.1.2).
    #[error("the address has a part behind #")]
    Fragment,
    /// A query where none belongs, or a member in it that the provider adds itself.
    #[error("the address has a query, or a member in its query that the provider adds itself")]
    Query,
}

impl RedirectUri {
    /// Takes the address as it is registered.
    ///
    /// # Errors
    /// [`AddressError`] says why it cannot be one.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let url = parse(text)?;
        if !(url.scheme() == "https" || url.scheme() == "http" && idw_http::is_loopback(&url)) {
            return Err(AddressError::Insecure);
        }
        if url.port() == Some(0) {
            return Err(AddressError::NoPort);
        }
        let redirect = Self { text: text.to_owned(), url };
        if redirect.registered().iter().any(|(name, _)| RETURNED.contains(&name.as_str())) {
            return Err(AddressError::Query);
        }
        Ok(redirect)
    }

    /// The address, character for character.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The members of its query, decoded.
    pub(crate) fn registered(&self) -> Vec<(String, String)> {
        self.url.query_pairs().into_owned().collect()
    }
}

/// Its path or query may hold the value by which a return is known.
impl fmt::Debug for RedirectUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "RedirectUri({}://{}, [redacted])",
            self.url.scheme(),
            idw_http::shown_host(&self.url).unwrap_or_default()
        )
    }
}

impl ListenAt {
    /// Where a redirect URI that is http to this machine leads; `None` for an https page, which sends the browser on to
    /// wherever it was told.
    pub fn of(redirect: &RedirectUri) -> Option<Self> {
        if redirect.url.scheme() != "http" {
            return None;
        }
        Self::of_url(&redirect.url).ok()
    }

    /// Takes an address such as `127.0.0.1:8123/back`.
    ///
    /// # Errors
    /// [`AddressError`] says why nobody can listen there.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let authority = text.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) = authority.rsplit_once(':').ok_or(AddressError::NoPort)?;
        if host.is_empty() || port.is_empty() || !port.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(AddressError::NoPort);
        }
        let url = parse(&format!("http://{text}"))?;
        if url.query().is_some() {
            return Err(AddressError::Query);
        }
        Self::of_url(&url)
    }

    fn of_url(url: &Url) -> Result<Self, AddressError> {
        if !idw_http::is_loopback(url) {
            return Err(AddressError::NotThisMachine);
        }
        let host = match url.host() {
            Some(Host::Ipv4(address)) => Here::Address(address.into()),
            Some(Host::Ipv6(address)) => Here::Address(address.into()),
            Some(Host::Domain(_)) | None => Here::Name,
        };
        let port = url.port_or_known_default().filter(|port| *port != 0).ok_or(AddressError::NoPort)?;
        Ok(Self { host, port, path: url.path().to_owned() })
    }

    /// Where to listen. The first has to work; the others may not exist on this machine.
    pub(crate) fn addresses(&self) -> Vec<SocketAddr> {
        let addresses = match self.host {
            Here::Name => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
            Here::Address(address) => vec![address],
        };
        addresses.into_iter().map(|address| SocketAddr::new(address, self.port)).collect()
    }

    /// What a browser that was sent here says in `Host`.
    pub(crate) fn hosts(&self) -> Vec<String> {
        let names = match self.host {
            Here::Name => vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned()],
            Here::Address(IpAddr::V4(address)) => vec![address.to_string()],
            Here::Address(IpAddr::V6(address)) => vec![format!("[{address}]")],
        };
        let with_port = names.iter().map(|name| format!("{name}:{}", self.port));
        // Browsers leave the usual port out.
        let without = names.iter().filter(|_| self.port == 80).cloned();
        with_port.chain(without).collect()
    }

    /// The path to which the browser comes back.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }
}

/// As [`ListenAt::parse`] takes it.
impl fmt::Display for ListenAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port, path } = self;
        match host {
            Here::Name => write!(f, "localhost:{port}{path}"),
            Here::Address(address) => write!(f, "{}{path}", SocketAddr::new(*address, *port)),
        }
    }
}

/// An address without a fragment, a user name, or characters that are sent in another form than they are written in.
fn parse(text: &str) -> Result<Url, AddressError> {
    if text.len() > ADDRESS_LEN_BYTES {
        return Err(AddressError::TooLong);
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        return Err(AddressError::NotAnAddress);
    }
    let url = Url::parse(text).map_err(|_| AddressError::NotAnAddress)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    if url.fragment().is_some() {
        return Err(AddressError::Fragment);
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_addresses_can_be_registered() {
        let check = |text: &str, expected: Result<(), AddressError>| {
            assert_eq!(RedirectUri::parse(text).map(|_| ()), expected, "{text}");
        };
        check("https://ada.example/back?flow=1", Ok(()));
        check("http://localhost:3000/back", Ok(()));
        check("http://[::1]:3000", Ok(()));
        check("http://127.0.0.1/", Ok(()));
        check("http://ada.example/", Err(AddressError::Insecure));
        check("http://localhost.ada.example/", Err(AddressError::Insecure));
        check("ftp://localhost/", Err(AddressError::Insecure));
        check("http://127.0.0.1:0/", Err(AddressError::NoPort));
        check("https://ada@ada.example/", Err(AddressError::Credentials));
        check("https://ada.example/#x", Err(AddressError::Fragment));
        check("https://ada.example/?code=1", Err(AddressError::Query));
        check("https://ada.example/?%65rror=1", Err(AddressError::Query));
        check("https://ada.example/ ", Err(AddressError::NotAnAddress));
        check("https://ada.example/\u{e4}", Err(AddressError::NotAnAddress));
        check("back", Err(AddressError::NotAnAddress));
        check(&format!("https://ada.example/{}", "a".repeat(2048)), Err(AddressError::TooLong));
    }

    #[test]
    fn an_address_is_kept_as_it_was_given() {
        for text in ["HTTPS://Ada.Example", "http://LOCALHOST:03000/a/../b?x=%2f&y=+", "https://ada.example:443/"] {
            assert_eq!(RedirectUri::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn where_to_listen() {
        type Parts<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a str);
        let check = |text: &str, expected: Result<Parts<'_>, AddressError>| {
            let got = ListenAt::parse(text);
            let parts = got.as_ref().map(|at| {
                let addresses = at.addresses().iter().map(ToString::to_string).collect::<Vec<_>>();
                (at.to_string(), addresses, at.hosts(), at.path().to_owned())
            });
            let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
            let expected = expected.map(|(shown, addresses, hosts, path)| {
                (shown.to_owned(), owned(addresses), owned(hosts), path.to_owned())
            });
            assert_eq!(parts.map_err(|error| *error), expected, "{text}");
        };
        check("127.0.0.1:3000/a/b", Ok(("127.0.0.1:3000/a/b", &["127.0.0.1:3000"], &["127.0.0.1:3000"], "/a/b")));
        check("[::1]:3000", Ok(("[::1]:3000/", &["[::1]:3000"], &["[::1]:3000"], "/")));
        check(
            "LocalHost:3000/",
            Ok((
                "localhost:3000/",
                &["127.0.0.1:3000", "[::1]:3000"],
                &["localhost:3000", "127.0.0.1:3000", "[::1]:3000"],
                "/",
            )),
        );
        check("127.0.0.1:80/", Ok(("127.0.0.1:80/", &["127.0.0.1:80"], &["127.0.0.1:80", "127.0.0.1"], "/")));
        check("127.0.0.1/", Err(AddressError::NoPort));
        check("127.0.0.1:0/", Err(AddressError::NoPort));
        check("127.0.0.1:/", Err(AddressError::NoPort));
        check("[::1]/", Err(AddressError::NoPort));
        check("/a", Err(AddressError::NoPort));
        check("", Err(AddressError::NoPort));
        check("127.0.0.1:99999/", Err(AddressError::NotAnAddress));
        check("0.0.0.0:3000/", Err(AddressError::NotThisMachine));
        check("192.0.2.1:3000/", Err(AddressError::NotThisMachine));
        check("ada.example:3000/", Err(AddressError::NotThisMachine));
        check("127.0.0.1:3000/?a=b", Err(AddressError::Query));
        check("127.0.0.1:3000/#a", Err(AddressError::Fragment));
        check("ada@127.0.0.1:3000/", Err(AddressError::Credentials));
    }

    #[test]
    fn a_redirect_to_this_machine_says_where_to_listen() {
        let check = |redirect: &str, expected: Option<&str>| {
            let listen = ListenAt::of(&RedirectUri::parse(redirect).unwrap());
            assert_eq!(listen.map(|listen| listen.to_string()).as_deref(), expected, "{redirect}");
        };
        check("http://localhost:3000/a?flow=1", Some("localhost:3000/a"));
        check("http://127.0.0.1:3000", Some("127.0.0.1:3000/"));
        check("http://[::1]/a", Some("[::1]:80/a"));
        check("https://ada.example/a", None);
        check("https://localhost:3000/a", None);
    }

    #[test]
    fn the_value_in_an_address_is_not_shown() {
        let redirect = RedirectUri::parse("https://ada.example/canary?flow=canary").unwrap();
        assert_eq!(format!("{redirect:?}"), "RedirectUri(https://ada.example, [redacted])");
    }
}
