//! Who gets to see what: each endpoint's share of it, and the places outside a site's root that get one.
//!
//! A site is its root: scheme, host, port and path. What is below the root is the site; everything else is elsewhere,
//! also on the same host, where other people's sites may be. The one table of what an endpoint sees is
//! [`Endpoint::sees`]: the site's own key, what is told when a site changes, and the recipients that a consent shows are
//! all made from it.

use std::collections::{BTreeMap, BTreeSet};

use idw_http::shown_host;
use url::Url;

use crate::description::SiteDescription;
use crate::endpoint::{Endpoint, Override, response_sibling};

/// Something of the user's that an endpoint gets to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// The signature of a challenge: whoever gets it can pass it on and be given the token.
    Signature,
    /// A token that acts as the user: the wallet token, or what logs a browser in.
    Token,
    /// Values of attributes.
    Values,
    /// Files.
    Files,
}

/// What a person does at a site, and so which endpoints are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// Log in.
    LogIn,
    /// Sign up, and log in after it.
    SignUp,
    /// Apply for KYC, follow the application, add to it, cancel it.
    Apply,
}

impl Endpoint {
    /// What this endpoint gets to see.
    pub fn sees(self) -> &'static [Sight] {
        use Sight::{Files, Signature, Token, Values};
        match self {
            Self::Challenge | Self::ChallengeResponse => &[Signature],
            Self::Users => &[Token, Values, Files],
            Self::UsersFile | Self::Files => &[Token, Files],
            Self::UsersToken | Self::AuthToken | Self::Login => &[Token],
            Self::Templates | Self::Template => &[],
            Self::Applications | Self::Application => &[Token, Values],
        }
    }

    /// The endpoints whose entries in a description say where this one is.
    fn said_by(self) -> &'static [Self] {
        match self {
            Self::ChallengeResponse => &[Self::ChallengeResponse, Self::Challenge],
            Self::Template => &[Self::Template, Self::Templates],
            Self::Application => &[Self::Application, Self::Applications],
            Self::Challenge => &[Self::Challenge],
            Self::Users => &[Self::Users],
            Self::UsersFile => &[Self::UsersFile],
            Self::UsersToken => &[Self::UsersToken],
            Self::AuthToken => &[Self::AuthToken],
            Self::Login => &[Self::Login],
            Self::Templates => &[Self::Templates],
            Self::Files => &[Self::Files],
            Self::Applications => &[Self::Applications],
        }
    }

    /// What it is called for.
    pub fn used_for(self) -> &'static [Flow] {
        match self {
            Self::Challenge | Self::ChallengeResponse => &[Flow::LogIn, Flow::SignUp, Flow::Apply],
            Self::Users | Self::UsersFile => &[Flow::SignUp],
            Self::UsersToken | Self::AuthToken | Self::Login => &[Flow::LogIn, Flow::SignUp],
            Self::Templates | Self::Template | Self::Files | Self::Applications | Self::Application => &[Flow::Apply],
        }
    }
}

/// A place outside a site's root: an origin and, where endpoints are deeper, their common path. Two endpoints that keep
/// their default paths below one address are at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    url: String,
    shown: String,
}

impl Place {
    fn of(endpoint: Endpoint, url: &Url) -> Self {
        let path = url.path();
        // A placeholder is escaped in a URL.
        let default = |endpoint: &Endpoint| endpoint.default_path().replace('{', "%7B").replace('}', "%7D");
        let mut shorter = endpoint.said_by().iter().filter_map(|said| path.strip_suffix(&default(said)));
        let above = match url.query() {
            None => shorter.next().unwrap_or(path).trim_end_matches('/').to_owned(),
            // Some servers tell their tenants apart by the query alone.
            Some(query) => format!("{path}?{query}"),
        };
        Self {
            url: format!("{}{above}", url.origin().ascii_serialization()),
            shown: format!("{}{above}", shown_host(url).unwrap_or_default()),
        }
    }

    /// The address: scheme, host, port and path, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The same for people: without the scheme.
    pub fn shown(&self) -> &str {
        &self.shown
    }
}

/// What each place gets to see; nothing, where it only answers questions about KYC templates.
pub type Places = BTreeMap<Place, BTreeSet<Sight>>;

impl SiteDescription {
    /// The places outside the root that may be called, for whatever is done at the site.
    pub fn places(&self) -> Places {
        self.places_of(|_| true)
    }

    /// The places outside the root that may be called for this.
    pub fn places_for(&self, flow: Flow) -> Places {
        self.places_of(|endpoint| endpoint.used_for().contains(&flow))
    }

    fn places_of(&self, is_meant: impl Fn(Endpoint) -> bool) -> Places {
        let mut places = Places::new();
        for endpoint in Endpoint::ALL.into_iter().filter(|endpoint| is_meant(*endpoint)) {
            for url in self.urls_of(endpoint).iter().filter(|url| !self.has_inside(url)) {
                places.entry(Place::of(endpoint, url)).or_default().extend(endpoint.sees());
            }
        }
        places
    }

    /// Every URL at which a session may call an endpoint: a word of its own may follow in the path, or stand in place of
    /// a placeholder.
    pub(crate) fn urls_of(&self, endpoint: Endpoint) -> Vec<Url> {
        let mut urls = match (endpoint, self.override_of(endpoint)) {
            (Endpoint::ChallengeResponse, Override::Default | Override::None) => {
                let challenge = self.endpoint(Endpoint::Challenge);
                let sibling = challenge.as_ref().and_then(response_sibling);
                let is_offered = *self.override_of(endpoint) != Override::None;
                challenge.into_iter().chain(sibling.filter(|_| is_offered)).collect()
            }
            _ => self.endpoint(endpoint).into_iter().collect::<Vec<_>>(),
        };
        let others: Vec<Url> = urls.iter().filter_map(|url| self.other_reading(endpoint.said_by(), url)).collect();
        urls.extend(others);
        urls
    }

    /// Whether a URL is below the root.
    fn has_inside(&self, url: &Url) -> bool {
        let root = self.root();
        url.origin() == root.origin() && url.query() == root.query() && is_below(root.path(), url.path())
    }

    /// Whether the description came from an address that speaks for the root: the root's own, or one above it. On a host
    /// that several share, a site in another folder can claim anything.
    pub fn speaks_for_root(&self) -> bool {
        self.fetched_from().is_some_and(|from| {
            let root = self.root();
            let folder = folder_that_speaks(from);
            from.origin() == root.origin()
                && from.query() == root.query()
                && folder.is_some_and(|folder| is_below(folder, root.path()))
        })
    }

    /// Whether a page is below the root, whatever its query is.
    pub fn has_page_inside(&self, page: &Url) -> bool {
        let root = self.root();
        page.origin() == root.origin() && is_below(root.path(), page.path())
    }

    /// Whether the website that the description names is the site's by what can be seen: the user has the description
    /// in a file, or the address that it came from speaks for the root, and the website is above the root or in the
    /// same folder.
    pub fn owns_website(&self) -> bool {
        let Some(website) = self.website() else { return false };
        let root = self.root();
        if website.origin() != root.origin() {
            return false;
        }
        let Some(from) = self.fetched_from() else { return true };
        let is_in_folder = folder_that_speaks(from).is_some_and(|folder| is_below(folder, website.path()));
        self.speaks_for_root() && (is_below(website.path(), root.path()) || is_in_folder)
    }
}

/// The folder that the address of a description speaks for: the one that `config` or `.well-known/lws.json` is in. A file
/// of another name may be one that somebody could put on a host.
fn folder_that_speaks(fetched_from: &Url) -> Option<&str> {
    let path = fetched_from.path();
    path.strip_suffix("/.well-known/lws.json").or_else(|| path.strip_suffix("/config"))
}

/// Whether a path is a folder, or in it, however a server reads what follows the folder. Where servers differ (encoded
/// slashes and dots, path parameters) it is not.
fn is_below(folder: &str, path: &str) -> bool {
    let folder = folder.trim_end_matches('/');
    let Some(rest) = path.strip_prefix(folder) else { return false };
    (rest.is_empty() || rest.starts_with('/')) && rest.split('/').all(is_plain)
}

fn is_plain(segment: &str) -> bool {
    // Also overlong UTF-8, IIS's own escapes, and what is trimmed.
    const READ_DIFFERENTLY: [&str; 13] =
        ["%2e", "%2f", "%5c", "%25", "%3b", "%00", "%c0", "%c1", "%u", "%20", "%09", "%0a", "%0d"];
    let lower = segment.to_ascii_lowercase();
    let name = segment.split(';').next().unwrap_or_default();
    !matches!(name, "." | "..") && !segment.contains('\\') && !READ_DIFFERENTLY.iter().any(|code| lower.contains(code))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::error::Call;

    fn site(endpoints: &Value) -> SiteDescription {
        let raw = json!({"rootEndpoint": "https://rp.example/a", "endpoints": endpoints});
        SiteDescription::parse(raw.to_string().as_bytes(), None).unwrap()
    }

    fn shown(places: &Places) -> Vec<(&str, Vec<Sight>)> {
        places.iter().map(|(place, sees)| (place.shown(), sees.iter().copied().collect())).collect()
    }

    #[test]
    fn what_each_place_outside_the_root_sees() {
        use Sight::{Files, Signature, Token, Values};
        let check = |endpoints: Value, expected: &[(&str, &[Sight])]| {
            let places = site(&endpoints).places();
            let expected: Vec<_> = expected.iter().map(|(place, sees)| (*place, sees.to_vec())).collect();
            assert_eq!(shown(&places), expected, "{endpoints}");
        };
        check(json!({}), &[]);
        check(json!({"/users": "members", "/login": "https://rp.example/a/in"}), &[]);
        // Where the server has no such route below the root, this is tried, too.
        check(json!({"/users": "/members"}), &[("rp.example/members", &[Token, Values, Files])]);
        check(json!({"/users": "https://kycc.example/users"}), &[("kycc.example", &[Token, Values, Files])]);
        check(
            json!({"/files": "https://kycc.example/t1/files", "/applications": "https://kycc.example/t1/applications"}),
            &[("kycc.example/t1", &[Token, Values, Files])],
        );
        check(
            json!({"/templates": "https://kycc.example/forms"}),
            &[("kycc.example/forms", &[]), ("kycc.example/forms/%7Bid%7D", &[])],
        );
        check(
            json!({"/auth/challenge": "https://kycc.example:8443/c/challenge"}),
            &[
                ("kycc.example:8443/c/challenge", &[Signature]),
                ("kycc.example:8443/c/challenge-response", &[Signature]),
            ],
        );
        check(
            json!({"/auth/challenge": "https://k.example/challenge", "/auth/challenge-response": false}),
            &[("k.example/challenge", &[Signature])],
        );
        check(json!({"/auth/challenge": "https://k.example/t1/auth/challenge"}), &[("k.example/t1", &[Signature])]);
        check(json!({"/login": "https://rp.example/b/login"}), &[("rp.example/b", &[Token])]);
        check(json!({"/login": "https://rp.example:8443/a/login"}), &[("rp.example:8443/a", &[Token])]);
        check(json!({"/login": "https://rp.example./a/login"}), &[("rp.example./a", &[Token])]);
    }

    #[test]
    fn the_same_host_is_elsewhere_where_the_path_or_the_query_is_not_the_sites() {
        let check = |login: &str, expected: bool| {
            let inside = site(&json!({ "/login": login })).places().is_empty();
            assert_eq!(inside, expected, "{login}");
        };
        check("https://rp.example/a/login", true);
        check("https://rp.example/a", true);
        check("https://RP.example:443/a/./x/../login", true);
        check("https://rp.example/A/login", false);
        check("https://rp.example/ab/login", false);
        check("https://rp.example/login", false);
        check("https://rp.example/a/../b/login", false);
        check("https://rp.example/a/%2e%2e/b/login", false);
        check("https://rp.example/a/..%2fb/login", false);
        check("https://rp.example/a/x%5c..%5cb/login", false);
        check("https://rp.example/a/..;/b/login", false);
        check("https://rp.example/a/%252e%252e/b/login", false);
        check("https://rp.example/a/login?tenant=b", false);
        // Counted from the host, should the server have no such route below the root.
        check("/b/login", false);
    }

    #[test]
    fn a_path_is_read_from_the_host_for_the_endpoint_alone_that_it_is_of() {
        let other = site(&json!({"/unknown": "/users"})).places();
        assert!(other.is_empty(), "a key that names no endpoint moves none: {other:?}");
        let templates = site(&json!({"/templates": "/applications/17"}));
        let application = Url::parse("https://rp.example/a/applications/17").unwrap();
        for call in [Call::Application, Call::Update, Call::Cancel, Call::Apply] {
            assert_eq!(templates.other_reading(call.endpoints(), &application), None, "{call:?} is not the templates'");
        }
        let login = site(&json!({"/login": "/b/in"})).places();
        assert_eq!(shown(&login), [("rp.example/b/in", vec![Sight::Token])]);
    }

    #[test]
    fn who_speaks_for_a_root() {
        let check = |from: &str, expected: bool| {
            let raw = json!({"rootEndpoint": "https://rp.example/a/lws"}).to_string();
            let site = SiteDescription::parse(raw.as_bytes(), Some(&Url::parse(from).unwrap())).unwrap();
            assert_eq!(site.speaks_for_root(), expected, "{from}");
        };
        check("https://rp.example/a/lws/config", true);
        check("https://rp.example/a/lws/.well-known/lws.json", true);
        check("https://rp.example/a/config", true);
        check("https://rp.example/.well-known/lws.json", true);
        check("https://rp.example/a/site.json", false);
        check("https://rp.example/evil.json", false);
        check("https://rp.example/a/config?tenant=b", false);
        check("https://rp.example/b/config", false);
        check("https://rp.example/A/config", false);
        check("https://rp.example/a/lws/x/config", false);
        check("https://rp.example/b/.well-known/lws.json", false);
        check("https://rp.example:8443/config", false);
        check("https://other.example/config", false);
    }

    #[test]
    fn every_endpoint_that_gets_something_is_shown_for_some_flow() {
        for endpoint in Endpoint::ALL {
            assert!(!endpoint.used_for().is_empty(), "{endpoint:?}");
            let sees_token = endpoint.sees().contains(&Sight::Token);
            let sees_more = endpoint.sees().iter().any(|sight| matches!(sight, Sight::Values | Sight::Files));
            assert!(sees_token || !sees_more, "{endpoint:?}: values and files never go without the token");
        }
    }
}
