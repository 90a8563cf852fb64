//! A site's address as people type it, and what they meant where it is none.

use idw_http::is_loopback;
use url::{ParseError, Url};

use super::SiteError;

/// Why a text is not the address of a site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASiteAddress {
    /// Not a web address at all.
    #[error("it is not a web address")]
    Other,
    /// Its port is not one.
    #[error("its port is not a number from 1 to 65535")]
    Port,
    /// There is a space in it.
    #[error("it has a space in it")]
    Space,
    /// The address of a mailbox.
    #[error("it is the address of a mailbox")]
    Mailbox,
    /// Another scheme than that of web pages.
    #[error("its scheme is {scheme}")]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// A slip of the fingers.
    #[error("{meant} may be meant")]
    Slip {
        /// The address that was probably meant.
        meant: String,
    },
}

/// A web address as people type it. Without a scheme it is https; on this computer it is http, because nothing on loopback has a
/// certificate.
pub(super) fn parse_url(text: &str) -> Result<Url, SiteError> {
    let text = text.trim();
    let refused = |why| SiteError::Url { url: text.to_owned(), why };
    if let Some(why) = slip(text) {
        return Err(refused(why));
    }
    match whole(text) {
        Ok(url) if url.has_host() && matches!(url.scheme(), "http" | "https") => Ok(url),
        Err(ParseError::InvalidPort) => Err(refused(NotASiteAddress::Port)),
        _ => Err(refused(NotASiteAddress::Other)),
    }
}

/// The address with its scheme.
fn whole(text: &str) -> Result<Url, ParseError> {
    if text.contains("://") {
        return Url::parse(text);
    }
    let secured = Url::parse(&format!("https://{text}"))?;
    if is_loopback(&secured) { Url::parse(&format!("http://{text}")) } else { Ok(secured) }
}

/// A slip of the fingers that would lead to another host, or to none: what it is, and what was meant.
fn slip(text: &str) -> Option<NotASiteAddress> {
    let meant = |scheme: &str, rest: &str| {
        let rest = rest.trim_start_matches([':', ';', '/', '\\']);
        let meant = format!("{scheme}://{rest}");
        Url::parse(&meant).ok().map(|_| NotASiteAddress::Slip { meant })
    };
    // A second address, or a slip behind a scheme that was put in front of it.
    if let Some((_, rest)) = text.split_once("://")
        && let Some((scheme, rest)) = scheme_of(rest)
    {
        return meant(scheme, rest);
    }
    if let Some((scheme, rest)) = scheme_of(text)
        && (!rest.starts_with("://") || rest.starts_with("://:"))
    {
        return meant(scheme, rest);
    }
    if text.contains(char::is_whitespace) {
        return Some(NotASiteAddress::Space);
    }
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    if !scheme.is_empty() && !is_scheme(scheme) {
        let known = meant_scheme(&scheme.to_ascii_lowercase());
        return match known {
            Some(known) => meant(known, rest),
            None => Some(NotASiteAddress::Scheme { scheme: scheme.to_owned() }),
        };
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if scheme.is_empty() && host.contains('@') {
        return Some(NotASiteAddress::Mailbox);
    }
    if host.contains(',') {
        let scheme = if scheme.is_empty() { "https" } else { scheme };
        return meant(scheme, &rest.replacen(host, &host.replace(',', "."), 1));
    }
    None
}

fn is_scheme(text: &str) -> bool {
    text.eq_ignore_ascii_case("http") || text.eq_ignore_ascii_case("https")
}

/// A text that begins with a scheme and something like the marks behind it: `http:/host`, `https//host`, `http;//host`.
/// Without any mark it is the name of a host.
fn scheme_of(text: &str) -> Option<(&'static str, &str)> {
    ["https", "http"].into_iter().find_map(|scheme| {
        let is_there = text.get(..scheme.len())?.eq_ignore_ascii_case(scheme);
        let rest = text.get(scheme.len()..).filter(|_| is_there)?;
        let bare = rest.trim_start_matches([':', ';', '/', '\\']);
        let marks = &rest[..rest.len() - bare.len()];
        // `http:8080` is a port of a host that is called http.
        let is_port = marks == ":" && bare.starts_with(|first: char| first.is_ascii_digit()) && !bare.contains('.');
        let is_path = marks == "/";
        (!marks.is_empty() && !bare.is_empty() && !is_port && !is_path).then_some((scheme, rest))
    })
}

/// Which scheme was meant by a word that differs from it by no more than two letters left out, added or changed.
fn meant_scheme(word: &str) -> Option<&'static str> {
    if matches!(word, "ftp" | "sftp" | "ftps" | "smtp" | "nntp" | "ssh" | "tcp" | "ws" | "wss") {
        return None;
    }
    let meant = if word.contains('s') { "https" } else { "http" };
    (distance(word, meant) <= 2).then_some(meant)
}

/// How many letters have to be left out, added or changed to make one word of another (Levenshtein's distance).
fn distance(word: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in word.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (column, wanted) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *wanted);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_type_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(parse_url(text).ok().map(|url| url.to_string()).as_deref(), expected, "{text}");
        };
        check("https://rp.example/lws", Some("https://rp.example/lws"));
        check(" rp.example ", Some("https://rp.example/"));
        check("HTTPS://rp.example", Some("https://rp.example/"));
        check("http://127.0.0.1:8080", Some("http://127.0.0.1:8080/"));
        check("rp.example:8443/lws", Some("https://rp.example:8443/lws"));
        check("httpbin.example/lws", Some("https://httpbin.example/lws"));
        check("https.example", Some("https://https.example/"));
        check("http:8080", Some("https://http:8080/"));
        check("http/lws", Some("https://http/lws"));
        check("https://rp.example/?next=https://other.example", Some("https://rp.example/?next=https://other.example"));
        check("https://ada@rp.example", Some("https://ada@rp.example/"));
        // Nothing on this computer has a certificate.
        check("127.0.0.1:8741", Some("http://127.0.0.1:8741/"));
        check("127.0.0.1:8741/lws", Some("http://127.0.0.1:8741/lws"));
        check("127.0.0.1", Some("http://127.0.0.1/"));
        check("localhost:8741", Some("http://localhost:8741/"));
        check(" LOCALHOST:8741/lws ", Some("http://localhost:8741/lws"));
        check("[::1]:8741", Some("http://[::1]:8741/"));
        check("localhost:443", Some("http://localhost:443/"));
        check("https://127.0.0.1:8741", Some("https://127.0.0.1:8741/"));
        // These only look like this computer.
        check("localhost.example", Some("https://localhost.example/"));
        check("127.0.0.1.example:8741", Some("https://127.0.0.1.example:8741/"));
        check("rp.example/127.0.0.1:8741", Some("https://rp.example/127.0.0.1:8741"));
        check("192.168.1.5:8741", Some("https://192.168.1.5:8741/"));
        check("shop.example", Some("https://shop.example/"));
        check("ftp://rp.example", None);
        check("file:///etc/passwd", None);
        check("not a url", None);
        check("", None);
        check("https://", None);
    }

    #[test]
    fn a_mistyped_address_is_told_what_was_meant() {
        let check = |text: &str, expected: NotASiteAddress| {
            let Err(SiteError::Url { why, .. }) = parse_url(text) else { panic!("{text} was taken") };
            assert_eq!(why, expected, "{text}");
        };
        let slip = |meant: &str| NotASiteAddress::Slip { meant: meant.to_owned() };
        for text in [
            "http:/rp.example/lws",
            "http:rp.example/lws",
            "http//rp.example/lws",
            "http;//rp.example/lws",
            "http:\\\\rp.example/lws",
            "http::/rp.example/lws",
            "HTTP:/rp.example/lws",
            "https://http:/rp.example/lws",
            "http://http://rp.example/lws",
            "htp://rp.example/lws",
            "hhttp://rp.example/lws",
            "http://rp,example/lws",
        ] {
            check(text, slip("http://rp.example/lws"));
        }
        for text in ["https:/rp.example", "htps://rp.example", "httsp://rp.example", "ttps://rp.example", "rp,example"]
        {
            check(text, slip("https://rp.example"));
        }
        check("ftp://rp.example", NotASiteAddress::Scheme { scheme: "ftp".to_owned() });
        check("https://rp.example:99999", NotASiteAddress::Port);
        check("rp .example", NotASiteAddress::Space);
        check("ada@rp.example", NotASiteAddress::Mailbox);
        check("localhost:99999", NotASiteAddress::Port);
        check("http:/127.0.0.1:8741", slip("http://127.0.0.1:8741"));
        check("", NotASiteAddress::Other);
    }
}
