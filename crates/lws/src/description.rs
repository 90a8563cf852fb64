//! How a relying party describes itself (lws.md §6).

use idw_http::{UrlError, check_url, is_this_machine, shown_host, shown_text, without_fragment};
use serde_json::{Map, Value};
use url::Url;

use crate::endpoint::{self, Endpoint, Override};
use crate::limits::{REQUIREMENTS, SHOWN_TEXT_LEN};
use crate::numbers::NumericIds;
use crate::requirement::{RequestedAttribute, read_flag, read_requirements};

/// The two dialects of the protocol (lws.md §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The one of 2019: multipart sign-up, the signature alone.
    Classic,
    /// The one of 2020: DIDs in the path, JSON sign-up, files ahead of it.
    Did,
}

/// What a relying party says of itself, checked: every endpoint has a URL that may be called.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteDescription {
    raw: Value,
    name: String,
    website: Option<Url>,
    terms_url: Option<Url>,
    policy_url: Option<Url>,
    root: Url,
    overrides: [Override; Endpoint::ALL.len()],
    /// The path of each endpoint that is given as a path, counted from the host, where that is another place.
    from_host: [Option<String>; Endpoint::ALL.len()],
    requirements: Vec<RequestedAttribute>,
    dialect: Option<Dialect>,
    fetched_from: Option<Url>,
}

impl SiteDescription {
    /// Reads a description. `fetched_from` is its own URL, when it came from one; relative addresses that
    /// `website.url` does not settle count from there.
    ///
    /// # Errors
    /// [`DescriptionError`] for what cannot be used safely.
    pub fn parse(json: &[u8], fetched_from: Option<&Url>) -> Result<Self, DescriptionError> {
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
        let raw: Value = serde_json::from_slice(json).map_err(|_| DescriptionError::NotJson)?;
        let Value::Object(fields) = &raw else { return Err(DescriptionError::NotJson) };
        let web = fields.get("website").and_then(Value::as_object);
        let website = web.and_then(|web| web_url(web, "url", None));
        let root = read_root(fields, website.as_ref(), fetched_from)?;
        check_url(&root).map_err(DescriptionError::Url)?;
        // No address in what came from the network leads to this machine: its services trust whoever is on it.
        let from_here = fetched_from.is_none_or(is_this_machine);
        if !from_here && is_this_machine(&root) {
            return Err(DescriptionError::Url(UrlError::LoopbackFromAfar));
        }
        let may_be_here = from_here && is_this_machine(&root);
        let is_reachable = |url: &Url| may_be_here || !is_this_machine(url);
        let website = website.filter(is_reachable);
        let no_endpoints = Map::new();
        let endpoints = match fields.get("endpoints") {
            None | Some(Value::Null) => &no_endpoints,
            Some(Value::Object(endpoints)) => endpoints,
            Some(_) => return Err(DescriptionError::BadEndpoints),
        };
        let link = |name| web.and_then(|web| web_url(web, name, website.as_ref())).filter(is_reachable);
        Ok(Self {
            name: read_name(web, &root),
            terms_url: link("termsUrl"),
            policy_url: link("policyUrl"),
            overrides: read_overrides(endpoints, &root)?,
            from_host: read_from_host(endpoints, &root),
            requirements: read_requirements(fields.get("attributes"))?,
            dialect: fields.get("did").and_then(read_flag).map(|did| if did { Dialect::Did } else { Dialect::Classic }),
            fetched_from: fetched_from.cloned(),
            website,
            root,
            raw,
        })
    }

    /// The site's name for itself, made fit to be shown; its host where it has none. Anyone can call themselves
    /// anything: show the host beside it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The site's own page.
    pub fn website(&self) -> Option<&Url> {
        self.website.as_ref()
    }

    /// The site's terms.
    pub fn terms_url(&self) -> Option<&Url> {
        self.terms_url.as_ref()
    }

    /// The site's privacy policy.
    pub fn policy_url(&self) -> Option<&Url> {
        self.policy_url.as_ref()
    }

    /// The URL under which the endpoints are. Keys of one's own for each site are derived from it.
    pub fn root(&self) -> &Url {
        &self.root
    }

    /// The dialect, where the description says so.
    pub fn dialect(&self) -> Option<Dialect> {
        self.dialect
    }

    /// What a sign-up asks for.
    pub fn requirements(&self) -> &[RequestedAttribute] {
        &self.requirements
    }

    /// The URL it came from, if it came from one: to be stored beside [`raw`](Self::raw), and given to
    /// [`parse`](Self::parse) again.
    pub fn fetched_from(&self) -> Option<&Url> {
        self.fetched_from.as_ref()
    }

    /// What the site wants sent along with a sign-up, unread.
    pub fn meta(&self) -> Option<&Value> {
        self.raw.get("meta").filter(|meta| !meta.is_null())
    }

    /// The description as it came, to be stored.
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    /// Where an endpoint is; `None` when the site says it has none. An endpoint with a word of its own in the path
    /// has it as `{id}` here.
    pub fn endpoint(&self, endpoint: Endpoint) -> Option<Url> {
        match self.override_of(endpoint) {
            Override::None => None,
            Override::At(url) => Some(url.clone()),
            Override::Default if endpoint == Endpoint::Template => self.endpoint(Endpoint::Templates).and_then(below),
            Override::Default if endpoint == Endpoint::Application => {
                self.endpoint(Endpoint::Applications).and_then(below)
            }
            Override::Default => Some(endpoint::under_root(&self.root, endpoint.default_path())),
        }
    }

    /// Whether a page is not the site's own: on another host or port than the website and the root, or without
    /// encryption where the site has it. Say so before a browser is sent there.
    pub fn is_left_by(&self, page: &Url) -> bool {
        let is_own = |own: &Url| own.origin() == page.origin();
        // A site may send its visitors to the encrypted page of the same name.
        let is_own_secured = |own: &Url| {
            page.scheme() == "https" && own.host() == page.host() && own.port().is_none() && page.port().is_none()
        };
        let mut own = std::iter::once(&self.root).chain(&self.website);
        !own.any(|own| is_own(own) || is_own_secured(own))
    }

    /// The same call with the path that `endpoints` has for one of its own endpoints (`of`) counted from the host. Most sites count them from the root, as
    /// [`endpoint`](Self::endpoint) does; where the server has no such route, this is the other way to read it (lws.md
    /// §6). That place can be outside the root, and is then one of the [`places`](Self::places).
    pub(crate) fn other_reading(&self, of: &[Endpoint], url: &Url) -> Option<Url> {
        of.iter().find_map(|endpoint| {
            let Override::At(own) = self.override_of(*endpoint) else { return None };
            let from_host = self.from_host[*endpoint as usize].as_deref()?;
            let fixed = |path: &str| path.split("%7B").next().unwrap_or_default().trim_end_matches('/').to_owned();
            let rest = url.path().strip_prefix(&fixed(own.path())).filter(|_| url.origin() == own.origin())?;
            if !rest.is_empty() && !rest.starts_with('/') {
                return None;
            }
            let mut other = url.clone();
            other.set_path(&format!("{}{rest}", fixed(from_host)));
            Some(other)
        })
    }

    /// The ids of its requirements that are numbers.
    pub(crate) fn numeric_ids(&self) -> NumericIds {
        NumericIds::of(self.raw.get("attributes"))
    }

    /// Every host that a session may contact, with its port where that is not the usual one; the root's first.
    pub fn hosts(&self) -> Vec<String> {
        let root = std::iter::once(self.root.clone());
        let urls = root.chain(Endpoint::ALL.into_iter().filter_map(|endpoint| self.endpoint(endpoint)));
        let mut hosts = Vec::new();
        for host in urls.filter_map(|url| shown_host(&url)) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }

    /// What the description itself says of an endpoint.
    pub(crate) fn override_of(&self, endpoint: Endpoint) -> &Override {
        &self.overrides[endpoint as usize]
    }
}

/// A list at an unusual place has its entries below it.
fn below(mut list: Url) -> Option<Url> {
    list.path_segments_mut().ok()?.pop_if_empty().push("{id}");
    Some(list)
}

/// `rootEndpoint`, counted from the website, else from where the description was found; that place itself where the
/// description has none.
fn read_root(
    fields: &Map<String, Value>,
    website: Option<&Url>,
    fetched_from: Option<&Url>,
) -> Result<Url, DescriptionError> {
    let base = website.or(fetched_from);
    let root = match fields.get("rootEndpoint").and_then(Value::as_str).map(str::trim) {
        Some(root) if !root.is_empty() => match (Url::parse(root), base) {
            (Ok(root), _) => root,
            (Err(_), Some(base)) => base.join(root).map_err(|_| DescriptionError::NoRoot)?,
            (Err(_), None) => return Err(DescriptionError::NoRoot),
        },
        _ => folder_of(fetched_from.ok_or(DescriptionError::NoRoot)?),
    };
    Ok(without_fragment(root))
}

/// The URL that a description was asked for at, without the part that names the description.
fn folder_of(fetched_from: &Url) -> Url {
    let mut url = fetched_from.clone();
    url.set_query(None);
    let path = url.path();
    let folder = path.strip_suffix("/config").or_else(|| path.strip_suffix("/.well-known/lws.json")).unwrap_or(path);
    let folder = folder.to_owned();
    url.set_path(&folder);
    url
}

fn read_name(web: Option<&Map<String, Value>>, root: &Url) -> String {
    web.and_then(|web| web.get("name"))
        .and_then(Value::as_str)
        .and_then(|name| shown_text(name, SHOWN_TEXT_LEN))
        .or_else(|| shown_host(root))
        .unwrap_or_default()
}

/// An address for people: http or https, else it is left out.
fn web_url(web: &Map<String, Value>, name: &str, base: Option<&Url>) -> Option<Url> {
    let text = web.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())?;
    let url = Url::parse(text).ok().or_else(|| base?.join(text).ok())?;
    (matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()).then_some(url)
}

fn read_overrides(
    endpoints: &Map<String, Value>,
    root: &Url,
) -> Result<[Override; Endpoint::ALL.len()], DescriptionError> {
    let mut overrides = [const { Override::Default }; Endpoint::ALL.len()];
    for endpoint in Endpoint::ALL {
        overrides[endpoint as usize] = Override::read(endpoint, endpoints, root).map_err(DescriptionError::Url)?;
    }
    Ok(overrides)
}

/// The endpoints' paths as they stand, counted from the host. One without a slash in front counts from the root alone.
fn read_from_host(endpoints: &Map<String, Value>, root: &Url) -> [Option<String>; Endpoint::ALL.len()] {
    Endpoint::ALL.map(|endpoint| {
        let place = Override::entry(endpoint, endpoints)?.as_str()?.trim();
        let path = place.split(['?', '#']).next().unwrap_or_default();
        if path.trim_end_matches('/').is_empty() || !path.starts_with('/') || path.starts_with("//") {
            return None;
        }
        let mut url = root.clone();
        url.set_path(path);
        let below_root = endpoint::under_root(root, path);
        (url.path() != below_root.path()).then(|| url.path().to_owned())
    })
}

/// Why a description cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DescriptionError {
    /// Not a JSON object.
    #[error("the site's description is not a JSON object")]
    NotJson,
    /// No `rootEndpoint` that leads anywhere.
    #[error("the site's description does not say where its endpoints are (rootEndpoint)")]
    NoRoot,
    /// An address that may not be called.
    #[error("the site's description cannot be used: {0}")]
    Url(#[source] UrlError),
    /// `endpoints` is not an object.
    #[error("“endpoints” in the site's description is not an object")]
    BadEndpoints,
    /// `attributes` is not a list.
    #[error("“attributes” in the site's description is not a list")]
    BadAttributes,
    /// An attribute without a schema URL.
    #[error("attribute {position} in the site's description names no schema")]
    BadAttribute {
        /// Its place in the list, counted from 1.
        position: usize,
    },
    /// More attributes than anyone could fill in.
    #[error("the site's description asks for more than {REQUIREMENTS} attributes")]
    TooManyAttributes,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn parse(raw: &Value, fetched_from: Option<&str>) -> Result<SiteDescription, DescriptionError> {
        let fetched_from = fetched_from.map(|url| Url::parse(url).unwrap());
        SiteDescription::parse(raw.to_string().as_bytes(), fetched_from.as_ref())
    }

    #[test]
    fn roots() {
        let check = |raw: Value, fetched_from: Option<&str>, expected: Option<&str>| {
            let root = parse(&raw, fetched_from).ok().map(|site| site.root().to_string());
            assert_eq!(root.as_deref(), expected, "{raw} {fetched_from:?}");
        };
        let website = json!({"url": "https://rp.example/shop"});
        check(json!({"rootEndpoint": "https://rp.example/api"}), None, Some("https://rp.example/api"));
        check(json!({"rootEndpoint": "/api", "website": website}), None, Some("https://rp.example/api"));
        check(json!({"rootEndpoint": "/api"}), Some("https://a.example/config"), Some("https://a.example/api"));
        check(json!({}), Some("http://127.0.0.1:9/lws/config"), Some("http://127.0.0.1:9/lws"));
        check(json!({}), Some("https://a.example/x/.well-known/lws.json"), Some("https://a.example/x"));
        check(json!({"rootEndpoint": "/api"}), None, None);
        check(json!({}), None, None);
        check(json!({"rootEndpoint": "http://rp.example/api"}), None, None);
        check(json!({"rootEndpoint": "file:///etc"}), None, None);
        check(json!([]), None, None);
    }

    #[test]
    fn nothing_that_came_from_the_network_leads_to_this_machine() {
        let here = "http://127.0.0.1:9200";
        let refused = |raw: Value, from: Option<&str>| {
            let error = parse(&raw, from).err();
            assert_eq!(error, Some(DescriptionError::Url(UrlError::LoopbackFromAfar)), "{raw} {from:?}");
        };
        let from = Some("https://rp.example/config");
        refused(json!({ "rootEndpoint": here }), from);
        refused(json!({"rootEndpoint": "https://[::ffff:127.0.0.1]/lws"}), from);
        refused(json!({"rootEndpoint": "/lws", "website": {"url": here}}), from);
        refused(json!({"rootEndpoint": "/lws", "endpoints": {"/login": here}}), from);
        refused(json!({"rootEndpoint": "https://rp.example", "endpoints": {"/login": "https://db.localhost/x"}}), None);
        let linked = json!({"rootEndpoint": "https://rp.example",
            "website": {"url": here, "termsUrl": here, "policyUrl": "https://0.0.0.0/"}});
        for from in [from, None] {
            let site = parse(&linked, from).unwrap();
            assert_eq!((site.website(), site.terms_url(), site.policy_url()), (None, None, None), "{from:?}");
        }
        let own = json!({"rootEndpoint": here, "website": {"url": here, "termsUrl": "/terms"}});
        for from in [Some("http://localhost:9200/config"), None] {
            let site = parse(&own, from).unwrap();
            assert!(site.website().is_some() && site.terms_url().is_some(), "a site on this machine may: {from:?}");
        }
    }

    #[test]
    fn endpoints_and_hosts() {
        let site = parse(
            &json!({
                "rootEndpoint": "https://rp.example/lws?t=1",
                "endpoints": {
                    "/auth/challenge": "https://kycc.example:8443/c?x=1",
                    "/users/file": false,
                    "login": "/signin",
                    "/templates": "https://kycc.example:8443/forms",
                    "/unknown": "https://never.example/",
                    "/users": null
                }
            }),
            None,
        )
        .unwrap();
        let check = |endpoint: Endpoint, expected: Option<&str>| {
            assert_eq!(site.endpoint(endpoint).as_ref().map(Url::as_str), expected, "{endpoint:?}");
        };
        check(Endpoint::Challenge, Some("https://kycc.example:8443/c?x=1"));
        check(Endpoint::UsersFile, None);
        check(Endpoint::Users, Some("https://rp.example/lws/users?t=1"));
        check(Endpoint::Login, Some("https://rp.example/lws/signin?t=1"));
        check(Endpoint::Template, Some("https://kycc.example:8443/forms/%7Bid%7D"));
        assert_eq!(site.hosts(), ["rp.example", "kycc.example:8443"]);
    }

    #[test]
    fn the_rest_of_a_description() {
        let site = parse(
            &json!({
                "website": {"name": "A \u{202e}Shop\n", "url": "https://rp.example", "termsUrl": "/terms",
                    "policyUrl": "javascript:alert(1)"},
                "rootEndpoint": "/lws", "did": true, "meta": {"ref": 1}
            }),
            None,
        )
        .unwrap();
        assert_eq!(site.name(), "A Shop");
        assert_eq!(site.terms_url().map(Url::as_str), Some("https://rp.example/terms"));
        assert_eq!(site.policy_url(), None);
        let blank = json!({"website": {"url": "https://rp.example", "termsUrl": " "}, "rootEndpoint": "/lws"});
        assert_eq!(parse(&blank, None).unwrap().terms_url(), None);
        assert_eq!(site.dialect(), Some(Dialect::Did));
        let told =
            |did: Value| parse(&json!({"rootEndpoint": "https://rp.example", "did": did}), None).unwrap().dialect();
        assert_eq!(told(json!("true")), Some(Dialect::Did));
        assert_eq!(told(json!("False")), Some(Dialect::Classic));
        assert_eq!((told(json!("maybe")), told(json!(null))), (None, None));
        assert_eq!(site.meta(), Some(&json!({"ref": 1})));
        let bare = parse(&json!({"rootEndpoint": "http://localhost:81/"}), None).unwrap();
        assert_eq!((bare.name(), bare.dialect(), bare.meta()), ("localhost:81", None, None));
    }

    #[test]
    fn paths_in_two_readings() {
        let site = parse(
            &json!({
                "rootEndpoint": "https://rp.example/api/lws?t=1",
                "endpoints": {"/login": "/v2/signin", "/users": "members", "/auth/token": "https://rp.example/api/lws/x",
                    "/applications/:id": "/v2/apps/{id}"}
            }),
            None,
        )
        .unwrap();
        let check = |url: &str, expected: Option<&str>| {
            let other = site.other_reading(&Endpoint::ALL, &Url::parse(url).unwrap());
            assert_eq!(other.as_ref().map(Url::as_str), expected, "{url}");
        };
        let login = site.endpoint(Endpoint::Login).unwrap();
        assert_eq!(login.as_str(), "https://rp.example/api/lws/v2/signin?t=1");
        check(login.as_str(), Some("https://rp.example/v2/signin?t=1"));
        check("https://rp.example/api/lws/v2/apps/7", Some("https://rp.example/v2/apps/7"));
        check("https://rp.example/api/lws/members", None);
        check("https://rp.example/api/lws/x", None);
        check("https://rp.example/api/lws/templates", None);
        check("https://rp.example/api/lws/v2/signing", None);
        check("https://other.example/api/lws/v2/signin", None);
    }

    #[test]
    fn pages_of_its_own_and_others() {
        let check = |website: Option<&str>, root: &str, page: &str, expected: bool| {
            let site = parse(&json!({"rootEndpoint": root, "website": {"url": website}}), None).unwrap();
            assert_eq!(site.is_left_by(&Url::parse(page).unwrap()), expected, "{website:?} {root} {page}");
        };
        check(None, "https://rp.example/lws", "https://rp.example/in", false);
        check(None, "https://rp.example/lws", "https://app.rp.example/in", true);
        check(None, "https://rp.example/lws", "http://rp.example/in", true);
        check(None, "https://rp.example/lws", "https://rp.example:8443/in", true);
        check(Some("https://www.rp.example"), "https://api.rp.example", "https://www.rp.example/in", false);
        check(Some("http://rp.example"), "https://api.rp.example", "https://rp.example/in", false);
        check(None, "http://127.0.0.1:3000/lws", "http://127.0.0.1:3000/in", false);
        check(None, "http://127.0.0.1:3000/lws", "http://127.0.0.1:4000/in", true);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in any::<Vec<u8>>(), text in any::<String>(), other in any::<String>()) {
            let _ = SiteDescription::parse(&bytes, None);
            let raw = json!({"rootEndpoint": "https://rp.example/a", "website": {"name": text, "url": other},
                "endpoints": {text.clone(): other.clone(), "/users": text.clone()},
                "attributes": [{"id": text.clone(), "schemaId": other.clone()}]});
            let _ = parse(&raw, Some("https://rp.example/config"));
            let raw = json!({"rootEndpoint": text, "website": {"url": "https://rp.example"}});
            if let Ok(site) = parse(&raw, None) {
                prop_assert!(check_url(site.root()).is_ok());
            }
        }
    }
}
