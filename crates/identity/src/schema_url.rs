//! The name of an attribute: the URL of its JSON Schema.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use url::Url;

/// Host of the schemas whose names every relying party knows (attributes.md).
pub const PLATFORM_HOST: &str = "platform.selfkey.org";

/// Longest accepted URL in bytes; what common browsers and servers still take.
const MAX_LEN_BYTES: usize = 2048;

/// The URL of a JSON Schema, which is the name of an attribute.
///
/// Two are equal when they differ only in `http`/`https`, in spaces around them, or in what URLs do not
/// distinguish (capitals in the host, an empty fragment): all of these occur in the wild (LWS, attribute values).
/// Old and new names of one attribute are different URLs; [`Catalogue::by_url`](crate::Catalogue::by_url) joins them.
#[derive(Clone)]
pub struct SchemaUrl {
    given: String,
    address: String,
    key: String,
    platform: bool,
}

/// Why a text does not name an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SchemaUrlError {
    /// Not a URL at all, or one without a host.
    #[error("this is not the web address of a schema; it should look like http://host.example/name.json")]
    NotAUrl,
    /// A scheme other than http or https.
    #[error("the address of a schema has to start with http:// or https://")]
    Scheme,
    /// A user name or password in the URL.
    #[error("the address of a schema must not hold a user name or password")]
    Credentials,
    /// Longer than 2048 bytes.
    #[error("the address of the schema is longer than {MAX_LEN_BYTES} characters")]
    TooLong,
}

impl SchemaUrl {
    /// Reads a URL as a relying party or a user wrote it.
    ///
    /// # Errors
    ///
    /// [`SchemaUrlError`] when it is no URL, not http(s), has credentials in it, or is longer than 2048 bytes.
    pub fn parse(text: &str) -> Result<Self, SchemaUrlError> {
        if text.len() > MAX_LEN_BYTES {
            return Err(SchemaUrlError::TooLong);
        }
        let url = Url::parse(text.trim()).map_err(|_| SchemaUrlError::NotAUrl)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(SchemaUrlError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(SchemaUrlError::Credentials);
        }
        let host = url.host_str().ok_or(SchemaUrlError::NotAUrl)?;
        Ok(Self {
            given: text.to_owned(),
            address: address(&url),
            key: comparison_key(&url, host),
            platform: host == PLATFORM_HOST && url.port().is_none(),
        })
    }

    /// The URL without the spaces around it, otherwise as it was given.
    pub fn as_str(&self) -> &str {
        self.given.trim()
    }

    /// The spelling that goes to a relying party: the platform's own schemas with `http:` (servers refuse
    /// `https:`), any other exactly as the relying party wrote it (LWS, attribute values).
    pub fn to_wire(&self) -> String {
        if self.platform { format!("http://{}", self.key) } else { self.given.clone() }
    }

    /// Whether this is a schema of the platform, whose names the catalogue knows.
    pub fn is_platform(&self) -> bool {
        self.platform
    }

    /// Where the document is: without the spaces and the fragment, in the spelling that resolving gives.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What equality looks at: everything behind `scheme://`.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

fn address(url: &Url) -> String {
    let mut bare = url.clone();
    bare.set_fragment(None);
    bare.into()
}

fn comparison_key(url: &Url, host: &str) -> String {
    let mut key = host.to_owned();
    if let Some(port) = url.port() {
        key.push(':');
        key.push_str(&port.to_string());
    }
    key.push_str(url.path());
    for (mark, part) in [('?', url.query()), ('#', url.fragment())] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            key.push(mark);
            key.push_str(part);
        }
    }
    key
}

impl PartialEq for SchemaUrl {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for SchemaUrl {}

impl Hash for SchemaUrl {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for SchemaUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for SchemaUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SchemaUrl({:?})", self.given)
    }
}

impl FromStr for SchemaUrl {
    type Err = SchemaUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EMAIL: &str = "http://platform.selfkey.org/schema/attribute/email.json";

    #[test]
    fn equality_ignores_scheme_and_spaces_only() {
        let check = |other: &str, equal: bool| {
            let (left, right) = (SchemaUrl::parse(EMAIL).unwrap(), SchemaUrl::parse(other).unwrap());
            assert_eq!(left == right, equal, "{other:?}");
        };
        check("https://platform.selfkey.org/schema/attribute/email.json", true);
        check("http://platform.selfkey.org/schema/attribute/email.json  ", true);
        check(" \thttps://PLATFORM.selfkey.org:443/schema/attribute/email.json#\n", true);
        check("http://platform.selfkey.org/schema/attribute/Email.json", false);
        check("http://platform.selfkey.org/schema/attribute/email.json/", false);
        check("http://platform.selfkey.org/schema/attribute/email.json?v=2", false);
        check("http://platform.selfkey.org:8080/schema/attribute/email.json", false);
        check("http://platform.selfkey.org.rp.example/schema/attribute/email.json", false);
    }

    #[test]
    fn wire_spelling() {
        let check = |given: &str, wire: &str| assert_eq!(SchemaUrl::parse(given).unwrap().to_wire(), wire);
        check(EMAIL, EMAIL);
        check("https://platform.selfkey.org/schema/attribute/email.json ", EMAIL);
        check("https://RP.example/Member.json ", "https://RP.example/Member.json ");
        check("http://rp.example/member.json", "http://rp.example/member.json");
    }

    #[test]
    fn refuses_what_names_no_schema() {
        let check =
            |given: &str, why: SchemaUrlError| assert_eq!(SchemaUrl::parse(given).unwrap_err(), why, "{given:?}");
        check("", SchemaUrlError::NotAUrl);
        check("first-name", SchemaUrlError::NotAUrl);
        check("/schema/email.json", SchemaUrlError::NotAUrl);
        check("http://", SchemaUrlError::NotAUrl);
        check("file:///etc/passwd", SchemaUrlError::Scheme);
        check("javascript:alert(1)", SchemaUrlError::Scheme);
        check("https://ada:pw@rp.example/x.json", SchemaUrlError::Credentials);
        check(&format!("https://rp.example/{}", "x".repeat(2048)), SchemaUrlError::TooLong);
    }

    proptest! {
        #[test]
        fn never_panics(text in ".{0,80}") {
            let _ = SchemaUrl::parse(&text);
        }

        #[test]
        fn wire_spelling_names_the_same_schema(path in "[a-zA-Z0-9/_.-]{0,30}", host in "(platform\\.selfkey\\.org|rp\\.example)", s in "s?", pad in " {0,3}") {
            let url = SchemaUrl::parse(&format!("{pad}http{s}://{host}/{path}{pad}")).unwrap();
            prop_assert_eq!(SchemaUrl::parse(&url.to_wire()).unwrap(), url);
        }
    }
}
