//! The name of a site: what it is told apart by, and what its key is derived from.

use std::{fmt, str::FromStr};

use url::{Url, form_urlencoded::byte_serialize};

/// The longest URL that is read, as long as the longest that browsers and servers commonly take.
const MAX_LEN_BYTES: usize = 2048;

/// The URI of a site as SLIP-0013 hashes it: `scheme://[user@]host[:port][/path]`.
///
/// A key follows from the exact text, so URLs that mean the same site must become the same text, in
/// every later version of this program too. In this order:
///
/// 1. The text is read by the rules of the WHATWG URL standard, which takes spaces around it away,
///    puts scheme and host in lower case, writes an international host in Punycode and an IP
///    address in its one form, drops the scheme's own port (443, 80), resolves `.` and `..` in the
///    path, and percent-encodes what is not allowed there.
/// 2. Only `https` and `http` are taken, no password, and no query: a site that told its tenants
///    apart by the query would have one key for all of them.
/// 3. The fragment is dropped.
/// 4. All slashes at the end of the path are dropped, so a bare host has no path.
///
/// The scheme, the port and the case of the path stay significant: `http` and `https` are two
/// sites, and so are `/shop` and `/SHOP`.
///
/// Two of these are the same site exactly if they are equal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SiteUri(String);

/// Why a text does not name a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SiteUriError {
    /// Not an absolute URL with a host.
    #[error("the site's address is not a whole URL such as https://rp.example/login")]
    NotAUrl,
    /// Longer than 2048 bytes.
    #[error("the site's address is longer than 2048 bytes")]
    TooLong,
    /// Neither `https` nor `http`.
    #[error("the site's address must start with https:// or http://")]
    Scheme,
    /// A query stands in it.
    #[error("the site's address has a query")]
    Query,
    /// A password stands in it, which would become part of what is stored and shown.
    #[error("the site's address has a password in it")]
    Password,
}

impl SiteUri {
    /// Reads and normalises a URL, as [`SiteUri`] says.
    ///
    /// # Errors
    /// [`SiteUriError`] for what is not an `https` or `http` URL of at most 2048 bytes without a
    /// password or a query.
    pub fn parse(text: &str) -> Result<Self, SiteUriError> {
        let url = read(text)?;
        if url.query().is_some() { Err(SiteUriError::Query) } else { Ok(Self::of(url)) }
    }

    /// The same by the first rule, which passed over a query. For keys that were made by that rule
    /// and stay valid, and for nothing new.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), but for the query.
    pub fn parse_by_first_rule(text: &str) -> Result<Self, SiteUriError> {
        let mut url = read(text)?;
        url.set_query(None);
        Ok(Self::of(url))
    }

    fn of(mut url: Url) -> Self {
        url.set_fragment(None);
        Self(url.as_str().trim_end_matches('/').to_owned())
    }

    /// The same site on behalf of one of several relying parties that it serves.
    ///
    /// A KYC provider can stand at one URL for many relying parties; with one key for all of them
    /// they could tell that the user is the same. `relying_party` (its URL or another name that
    /// stays) is added as the URI's fragment, in place of an earlier one: spaces around it are taken
    /// away, the rest is written in the URL standard's `application/x-www-form-urlencoded` encoding,
    /// so that two names never become one.
    pub fn with_relying_party(&self, relying_party: &str) -> Self {
        let site = self.0.split('#').next().unwrap_or(&self.0);
        let party: String = byte_serialize(relying_party.trim().as_bytes()).collect();
        Self(format!("{site}#{party}"))
    }

    /// The normalised text, which is what is hashed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn read(text: &str) -> Result<Url, SiteUriError> {
    if text.len() > MAX_LEN_BYTES {
        return Err(SiteUriError::TooLong);
    }
    let url = Url::parse(text).map_err(|_| SiteUriError::NotAUrl)?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(SiteUriError::Scheme);
    }
    if url.password().is_some() { Err(SiteUriError::Password) } else { Ok(url) }
}

impl fmt::Display for SiteUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SiteUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SiteUri({self})")
    }
}

impl FromStr for SiteUri {
    type Err = SiteUriError;

    fn from_str(text: &str) -> Result<Self, SiteUriError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Frozen: a row that changes here changes the keys of everyone who uses such a site.
    #[test]
    fn normalises() {
        fn check(text: &str, expected: &str) {
            let first = SiteUri::parse_by_first_rule(text).unwrap();
            assert_eq!(first.as_str(), expected, "{text:?}");
            match SiteUri::parse(text) {
                Ok(uri) => assert_eq!(uri, first, "both rules agree: {text:?}"),
                Err(error) => assert!(error == SiteUriError::Query && text.contains('?'), "{text:?}: {error}"),
            }
        }

        check("https://rp.example", "https://rp.example");
        check("https://rp.example/", "https://rp.example");
        check("https://rp.example//", "https://rp.example");
        check("https://rp.example/api/v1/selfkey", "https://rp.example/api/v1/selfkey");
        check("https://rp.example/api/v1/selfkey/", "https://rp.example/api/v1/selfkey");
        check("  https://rp.example/lws \n", "https://rp.example/lws");
        check("HTTPS://RP.Example/Lws", "https://rp.example/Lws");
        check("https://rp.example:443/lws", "https://rp.example/lws");
        check("http://127.0.0.1:80/lws", "http://127.0.0.1/lws");
        check("http://127.0.0.1:8080/lws", "http://127.0.0.1:8080/lws");
        check("http://127.1:8080/lws", "http://127.0.0.1:8080/lws");
        check("http://[0:0::1]:8080/lws", "http://[::1]:8080/lws");
        check("https://rp.example/a/./b/../c", "https://rp.example/a/c");
        check("https://rp.example/lws?lang=en", "https://rp.example/lws");
        check("https://rp.example/lws/?lang=en#top", "https://rp.example/lws");
        check("https://rp.example/#/lws", "https://rp.example");
        check("https://bücher.example/läden", "https://xn--bcher-kva.example/l%C3%A4den");
        check("https://ada@rp.example/login", "https://ada@rp.example/login");
    }

    #[test]
    fn refuses_what_names_no_site() {
        fn check(text: &str, expected: SiteUriError) {
            assert_eq!(SiteUri::parse(text), Err(expected), "{text:?}");
        }

        check("", SiteUriError::NotAUrl);
        check("rp.example", SiteUriError::NotAUrl);
        check("/lws", SiteUriError::NotAUrl);
        check("https://", SiteUriError::NotAUrl);
        check("https:// rp.example", SiteUriError::NotAUrl);
        check("ftp://rp.example/pub", SiteUriError::Scheme);
        check("file:///etc/passwd", SiteUriError::Scheme);
        check("javascript:alert(1)", SiteUriError::Scheme);
        check("https://ada:secret@rp.example", SiteUriError::Password);
        check("https://rp.example/lws?tenant=1", SiteUriError::Query);
        check("https://rp.example/lws?", SiteUriError::Query);
        check(&format!("https://rp.example/{}", "a".repeat(2048)), SiteUriError::TooLong);
    }

    #[test]
    fn a_relying_party_behind_a_site_is_a_site_of_its_own() {
        let site = SiteUri::parse("https://kyc.example/api").unwrap();
        let shop = site.with_relying_party(" https://shop.example ");
        assert_eq!(shop.as_str(), "https://kyc.example/api#https%3A%2F%2Fshop.example");
        assert_eq!(site.with_relying_party("a b#c").as_str(), "https://kyc.example/api#a+b%23c");
        assert_eq!(shop.with_relying_party("other").as_str(), "https://kyc.example/api#other");
        assert_eq!(SiteUri::parse(shop.as_str()), Ok(site));
        let bare = SiteUri::parse("https://kyc.example").unwrap();
        assert_eq!(bare.with_relying_party("x").as_str(), "https://kyc.example#x");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC*", tail in "\\PC*") {
            let _ = SiteUri::parse(&text);
            let _ = SiteUri::parse(&format!("https://rp.example/{tail}"));
        }

        #[test]
        fn normalising_twice_changes_nothing(tail in "[\\PC]{0,40}", party in "\\PC{0,40}") {
            if let Ok(site) = SiteUri::parse(&format!("https://rp.example/{tail}")) {
                prop_assert_eq!(SiteUri::parse(site.as_str()), Ok(site.clone()));
                let _ = site.with_relying_party(&party);
            }
        }
    }
}
