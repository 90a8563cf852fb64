//! Endpoints and their URLs (lws.md §2, §6).

use idw_http::{UrlError, check_url, is_this_machine, without_fragment};
use serde_json::Value;
use url::Url;

use crate::description::Dialect;

/// Writes the enum, its list and the default paths from one table, so that no endpoint is missing from any of them.
macro_rules! endpoints {
    ($($(#[$documentation:meta])* $name:ident = $path:literal,)+) => {
        /// An endpoint of a relying party, in the protocol's own words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Endpoint {
            $($(#[$documentation])* $name,)+
        }

        impl Endpoint {
            /// Every endpoint.
            pub const ALL: [Self; [$($path),+].len()] = [$(Self::$name),+];

            /// The path under the root, where the site does not say otherwise.
            pub(crate) fn default_path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                }
            }
        }
    };
}

endpoints! {
    /// `/auth/challenge`: gives a challenge and, as a rule, takes the response.
    Challenge = "/auth/challenge",
    /// `/auth/challenge-response`: takes the response at some sites.
    ChallengeResponse = "/auth/challenge-response",
    /// `/users`: sign-up.
    Users = "/users",
    /// `/users/file`: one file of a sign-up, did dialect.
    UsersFile = "/users/file",
    /// `/users/token`: the user token, did dialect.
    UsersToken = "/users/token",
    /// `/auth/token`: the user token, classic dialect.
    AuthToken = "/auth/token",
    /// `/login`.
    Login = "/login",
    /// `/templates`: the KYC templates.
    Templates = "/templates",
    /// `/templates/{id}`: one of them.
    Template = "/templates/{id}",
    /// `/files`: one file of a KYC application.
    Files = "/files",
    /// `/applications`: KYC applications.
    Applications = "/applications",
    /// `/applications/{id}`: one of them, did dialect.
    Application = "/applications/{id}",
}

impl Endpoint {
    /// Where a dialect gets its user token.
    pub(crate) fn user_token(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Classic => Self::AuthToken,
            Dialect::Did => Self::UsersToken,
        }
    }

    /// Whether a key of the description's `endpoints` means this endpoint. Sites write them with and without slashes
    /// at the ends, and with their framework's placeholders (`:id`, `{id}`).
    fn is_named(self, key: &str) -> bool {
        let key = key.trim();
        let key = key.split('?').next().unwrap_or_default();
        let mut words: Vec<&str> = key.split('/').filter(|word| !word.is_empty()).collect();
        let had_placeholder = words.iter().any(|word| is_placeholder(word));
        words.retain(|word| !is_placeholder(word));
        match (self, words.as_slice()) {
            (Self::Template, ["templates"]) | (Self::Application, ["applications"]) => had_placeholder,
            (Self::Template, ["templates", "schema.json"]) => true,
            (Self::Templates | Self::Applications, words) => !had_placeholder && self.is_path(words),
            (_, words) => self.is_path(words),
        }
    }

    fn is_path(self, words: &[&str]) -> bool {
        self.default_path().split('/').skip(1).eq(words.iter().copied())
    }
}

/// What a description's `endpoints` says of one endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Override {
    /// Nothing: the default path.
    Default,
    /// `false`: the site has none.
    None,
    /// It is here.
    At(Url),
}

impl Override {
    /// What `endpoints` has for one endpoint.
    pub(crate) fn entry(endpoint: Endpoint, endpoints: &serde_json::Map<String, Value>) -> Option<&Value> {
        endpoints.iter().find(|(key, _)| endpoint.is_named(key)).map(|(_, value)| value)
    }

    /// Reads the entry for `endpoint` in a description's `endpoints`.
    pub(crate) fn read(
        endpoint: Endpoint,
        endpoints: &serde_json::Map<String, Value>,
        root: &Url,
    ) -> Result<Self, UrlError> {
        match Self::entry(endpoint, endpoints) {
            None | Some(Value::Null | Value::Bool(true)) => Ok(Self::Default),
            Some(Value::Bool(false)) => Ok(Self::None),
            Some(Value::String(place)) => resolve(root, place.trim()).map(Self::At),
            Some(_) => Err(UrlError::NotAUrl),
        }
    }
}

/// A place in a description: a whole URL, or a path under the root.
fn resolve(root: &Url, place: &str) -> Result<Url, UrlError> {
    match Url::parse(place) {
        Ok(url) => {
            check_url(&url)?;
            // A site on the network has no business on this machine: without this, its description could aim the
            // wallet at any service that listens on loopback.
            if is_this_machine(&url) && !is_this_machine(root) {
                return Err(UrlError::LoopbackFromAfar);
            }
            Ok(without_fragment(url))
        }
        Err(url::ParseError::RelativeUrlWithoutBase) if !place.starts_with("//") => Ok(under_root(root, place)),
        Err(_) => Err(UrlError::NotAUrl),
    }
}

/// A path below the root, or one that repeats the root's own path. Query strings of both are kept.
pub(crate) fn under_root(root: &Url, path: &str) -> Url {
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let base = root.path().trim_end_matches('/');
    let below = path.trim_start_matches('/');
    let whole = format!("/{below}");
    let repeats_root = !base.is_empty() && whole.strip_prefix(base).is_some_and(|rest| rest.starts_with('/'));
    let mut url = root.clone();
    url.set_fragment(None);
    url.set_path(&if repeats_root { whole } else { format!("{base}/{below}") });
    if let Some(query) = query {
        add_query(&mut url, query);
    }
    url
}

/// Adds to the query, leaving what is there as it is.
pub(crate) fn add_query(url: &mut Url, query: &str) {
    let joined = match url.query() {
        Some(present) if !present.is_empty() => format!("{present}&{query}"),
        _ => query.to_owned(),
    };
    url.set_query(Some(&joined));
}

/// Puts `word` into the path: in place of a placeholder such as `{did}` or `:id`, else at the end.
pub(crate) fn with_word(url: &Url, word: &str) -> Result<Url, UrlError> {
    // `url` drops these two from a path, and the call would go elsewhere. It passes over tabs and line breaks, too, which
    // would make dots of what looks like something else here.
    if matches!(word, "" | "." | "..") || word.chars().any(char::is_control) {
        return Err(UrlError::NotAUrl);
    }
    let words: Vec<String> = url.path().split('/').skip(1).map(str::to_owned).collect();
    let place = words.iter().position(|word| is_placeholder(word));
    let mut url = url.clone();
    let mut segments = url.path_segments_mut().map_err(|()| UrlError::NotAUrl)?;
    if let Some(place) = place {
        segments.clear();
        for (position, present) in words.iter().enumerate() {
            // What is there is escaped already, and pushing escapes again.
            if position == place {
                segments.push(word)
            } else {
                segments.push(&decoded(present))
            };
        }
    } else {
        segments.pop_if_empty().push(word);
    }
    drop(segments);
    Ok(url)
}

/// The same for a call that brings a token. Some servers resolve dots only after they have decoded a path, and would take it
/// to another place than the one that was shown.
pub(crate) fn with_plain_word(url: &Url, word: &str) -> Result<Url, UrlError> {
    if word.split(['/', '\\']).any(|part| matches!(part.trim(), "." | "..")) {
        return Err(UrlError::NotAUrl);
    }
    with_word(url, word)
}

/// Undoes the escapes of a path segment, so that it can be pushed again.
fn decoded(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escape = (first == b'%').then(|| tail.get(..2)).flatten();
        let value =
            escape.and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(value) = value {
            bytes.push(value);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| segment.to_owned())
}

/// `:name`, `{name}`, or the latter as `url` escapes it in a path.
fn is_placeholder(word: &str) -> bool {
    let braced = word.starts_with('{') && word.ends_with('}');
    let escaped = word.starts_with("%7B") && word.ends_with("%7D");
    let colon = word.len() > 1 && word.starts_with(':') && word[1..].bytes().all(|byte| byte.is_ascii_alphanumeric());
    braced || escaped || colon
}

/// The URL whose last word has `-response` added: where a challenge at an unusual place may take its response.
pub(crate) fn response_sibling(challenge: &Url) -> Option<Url> {
    let path = challenge.path().strip_suffix('/').unwrap_or(challenge.path());
    let mut url = challenge.clone();
    url.set_path(&format!("{}-response", path.strip_suffix("/challenge").map(|_| path)?));
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn places_under_a_root() {
        let check = |root: &str, place: &str, expected: Option<&str>| {
            let got = resolve(&url(root), place).ok();
            assert_eq!(got.as_ref().map(Url::as_str), expected, "{root} {place}");
        };
        let root = "https://rp.example/api/v1/selfkey";
        check(root, "/auth/challenge", Some("https://rp.example/api/v1/selfkey/auth/challenge"));
        check(root, "auth/challenge?v=2#top", Some("https://rp.example/api/v1/selfkey/auth/challenge?v=2"));
        check(root, "/api/v1/selfkey/users", Some("https://rp.example/api/v1/selfkey/users"));
        check("https://rp.example/api/?t=1", "/users", Some("https://rp.example/api/users?t=1"));
        check("https://rp.example/api/?t=1", "/users?a=b", Some("https://rp.example/api/users?t=1&a=b"));
        check("https://rp.example", "/users", Some("https://rp.example/users"));
        check(root, "https://kycc.example/users?x=%20", Some("https://kycc.example/users?x=%20"));
        check(root, "http://kycc.example/users", None);
        check(root, "http://127.0.0.1:9200/users", None);
        check(root, "//kycc.example/users", None);
        check(root, "javascript:alert(1)", None);
        check("http://127.0.0.1:1", "http://localhost:2/users", Some("http://localhost:2/users"));
    }

    #[test]
    fn words_in_paths() {
        let check = |base: &str, word: &str, expected: Option<&str>| {
            let got = with_word(&url(base), word).ok();
            assert_eq!(got.as_ref().map(Url::as_str), expected, "{base} {word}");
        };
        check("https://rp.example/c", "did:eth:0xab", Some("https://rp.example/c/did:eth:0xab"));
        check("https://rp.example/c/?q=1", "x", Some("https://rp.example/c/x?q=1"));
        check("https://rp.example/c/{did}/go", "x", Some("https://rp.example/c/x/go"));
        check("https://rp.example/a%20b/:id", "x", Some("https://rp.example/a%20b/x"));
        check("https://rp.example/t", "a/b", Some("https://rp.example/t/a%2Fb"));
        check("https://rp.example/t", "../../admin", Some("https://rp.example/t/..%2F..%2Fadmin"));
        check("https://rp.example/t", ".\t.", None);
        check("https://rp.example/t", "a?b#c%", Some("https://rp.example/t/a%3Fb%23c%25"));
        check("https://rp.example/t", "..", None);
        check("https://rp.example/t", ".", None);
        check("https://rp.example/t", "", None);
    }

    #[test]
    fn words_that_go_with_a_token_lead_nowhere_else() {
        for word in ["../../admin", "a\\..\\admin", "..", ".\t.", "x/ .. /y"] {
            assert_eq!(with_plain_word(&url("https://rp.example/t"), word), Err(UrlError::NotAUrl), "{word:?}");
        }
        assert!(with_plain_word(&url("https://rp.example/t"), "a/b").is_ok());
    }

    #[test]
    fn keys_of_endpoints() {
        let check = |key: &str, expected: Option<Endpoint>| {
            let found = Endpoint::ALL.into_iter().find(|endpoint| endpoint.is_named(key));
            assert_eq!(found, expected, "{key}");
        };
        for endpoint in Endpoint::ALL {
            check(endpoint.default_path(), Some(endpoint));
        }
        check("auth/challenge/", Some(Endpoint::Challenge));
        check("/auth/challenge/:did", Some(Endpoint::Challenge));
        check("/templates/:templateId", Some(Endpoint::Template));
        check("/templates/{id}/schema.json", Some(Endpoint::Template));
        check("/applications/:id", Some(Endpoint::Application));
        check("/applications/:id/chat", None);
        check("/kyc-users/me", None);
        check("/", None);
    }

    #[test]
    fn responses_beside_the_challenge() {
        let sibling = response_sibling(&url("https://rp.example/a/challenge?x=1")).unwrap();
        assert_eq!(sibling.as_str(), "https://rp.example/a/challenge-response?x=1");
        assert_eq!(response_sibling(&url("https://rp.example/a/other")), None);
    }
}
