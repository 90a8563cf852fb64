//! Pairs of descriptions made from one another by one change: whatever the change is, one site's key, token or values
//! never reach a place that the user did not see for that site.
//!
//! The judge below knows nothing of the tables and comparisons that it judges. It has a list of its own of what gets
//! something, and takes addresses apart by itself.

use std::collections::HashSet;

use idw_lws::{Endpoint, SiteDescription};
use idw_vault::RecordId;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use url::Url;

use super::{add, description_of, key_uri_of, of_identity};
use crate::{records::SiteRecord, view::ChangeView};

/// As many pairs as CI has time for.
const PAIRS: u32 = 5_000;

/// What is asked of a site without a token, and without anything of the user's.
const GETS_NOTHING: [Endpoint; 2] = [Endpoint::Templates, Endpoint::Template];

const NAMES: [&str; 12] = [
    "/auth/challenge",
    "/auth/challenge-response",
    "/users",
    "/users/file",
    "/users/token",
    "/auth/token",
    "/login",
    "/templates",
    "/templates/:id",
    "/files",
    "/applications",
    "/applications/:id",
];

/// A description on its way: what stands in it, where it was fetched, what the user typed.
#[derive(Clone, Debug)]
struct Told {
    root: String,
    website: Option<String>,
    endpoints: Vec<(&'static str, String)>,
    fetched_from: Option<String>,
}

impl Told {
    fn parse(&self) -> Option<(SiteDescription, Option<Url>)> {
        let endpoints: Map<String, Value> =
            self.endpoints.iter().map(|(name, place)| ((*name).to_owned(), json!(place))).collect();
        let mut raw = json!({ "rootEndpoint": self.root, "endpoints": endpoints });
        if let Some(website) = &self.website {
            raw["website"] = json!({ "url": website });
        }
        let from = self.fetched_from.as_deref().map(|from| Url::parse(from).unwrap());
        let description = SiteDescription::parse(raw.to_string().as_bytes(), from.as_ref()).ok()?;
        let given = from.as_ref().map(|from| {
            let mut given = from.clone();
            given.set_path(from.path().trim_end_matches("/config"));
            given
        });
        Some((description, given))
    }

    /// As a site of the wallet: added, shown and agreed to.
    fn known(&self) -> Option<(RecordId, SiteRecord)> {
        let (description, given) = self.parse()?;
        let record = add::fresh(&description, given.as_ref(), "Known".to_owned(), 0);
        let (record, _) = add::keyed(record, None, &description, None)?;
        let agreed = Some(description.raw().clone());
        // Only whether it is there matters here.
        let record = record.with_lws(|lws| lws.agreed = agreed);
        Some((RecordId::make(), SiteRecord { key_public: "made".to_owned(), ..record }))
    }
}

/// One change of a root or of an endpoint.
#[derive(Clone, Debug)]
enum Change {
    HostCase,
    Port,
    TrailingDot,
    OtherHost,
    HostBelow,
    International,
    ThisMachine(&'static str),
    PathCase,
    DotSegments(&'static str),
    Percent(&'static str),
    TrailingSlash,
    Query,
    Prefix(&'static str),
}

fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::HostCase),
        Just(Change::Port),
        Just(Change::TrailingDot),
        Just(Change::OtherHost),
        Just(Change::HostBelow),
        Just(Change::International),
        prop::sample::select(vec![
            "http://127.0.0.1:9",
            "https://localhost",
            "https://[::ffff:127.0.0.1]",
            "https://0.0.0.0"
        ])
        .prop_map(Change::ThisMachine),
        Just(Change::PathCase),
        prop::sample::select(vec!["/../b", "/%2e%2e/b", "/..;/b", "/./", "/x/.."]).prop_map(Change::DotSegments),
        prop::sample::select(vec!["/..%2fb", "/..%5cb", "/%252e%252e/b", "%2F..%2Fb"]).prop_map(Change::Percent),
        Just(Change::TrailingSlash),
        Just(Change::Query),
        prop::sample::select(vec!["/b", "", "/ab", "/a/b", "/b/a"]).prop_map(Change::Prefix),
    ]
}

/// The address after a change. `path` is what follows the tenant's folder.
fn changed(host: &str, folder: &str, path: &str, change: &Change) -> String {
    match change {
        Change::HostCase => format!("https://{}{folder}{path}", host.to_uppercase()),
        Change::Port => format!("https://{host}:8443{folder}{path}"),
        Change::TrailingDot => format!("https://{host}.{folder}{path}"),
        Change::OtherHost => format!("https://evil.example{folder}{path}"),
        Change::HostBelow => format!("https://evil.{host}{folder}{path}"),
        Change::International => format!("https://rp\u{435}.example{folder}{path}"),
        Change::ThisMachine(origin) => format!("{origin}{folder}{path}"),
        Change::PathCase => format!("https://{host}{}{}", folder.to_uppercase(), path.to_uppercase()),
        Change::DotSegments(dots) | Change::Percent(dots) => format!("https://{host}{folder}{dots}{path}"),
        Change::TrailingSlash => format!("https://{host}{folder}{path}/"),
        Change::Query => format!("https://{host}{folder}{path}?tenant=b"),
        Change::Prefix(other) => format!("https://{host}{other}{path}"),
    }
}

/// A site, and a description made from it by one change of its root or of one endpoint, from one of several addresses.
fn pairs() -> impl Strategy<Value = (Told, Told)> {
    let folder = prop::sample::select(vec!["/a", "", "/a/lws"]);
    let spread = prop::option::of((prop::sample::select(NAMES.to_vec()), prop::sample::select(vec!["/t1", ""])));
    let where_changed = prop_oneof![Just(None), prop::sample::select(NAMES.to_vec()).prop_map(Some)];
    let from = prop::sample::select(vec![
        None,
        Some("ROOT/config"),
        Some("https://rp.example/config"),
        Some("https://rp.example/b/config"),
        Some("https://evil.example/config"),
        Some("https://k.example/t1/config"),
    ]);
    (folder, spread, where_changed, changes(), from, any::<bool>()).prop_map(
        |(folder, spread, at, change, from, with_website)| {
            let root = format!("https://rp.example{folder}");
            let endpoints: Vec<_> =
                spread.iter().map(|(name, t)| (*name, format!("https://k.example{t}{name}"))).collect();
            let website = with_website.then(|| "https://rp.example/".to_owned());
            let known = Told { fetched_from: Some(format!("{root}/config")), root: root.clone(), website, endpoints };
            let mut other = known.clone();
            match at {
                None => other.root = changed("rp.example", folder, "", &change),
                Some(name) => {
                    other.endpoints.retain(|(known, _)| *known != name);
                    other.endpoints.push((name, changed("rp.example", folder, &name.replace(":id", "{id}"), &change)));
                }
            }
            other.fetched_from = from.map(|from| from.replace("ROOT", &root));
            (known, other)
        },
    )
}

/// Where an address is, taken apart by hand: scheme, host and port, the path's segments, the query.
fn taken_apart(url: &Url) -> (String, Vec<String>, Option<String>) {
    let text = url.as_str();
    let (scheme, rest) = text.split_once("://").unwrap();
    let rest = rest.split('#').next().unwrap();
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query.to_owned())));
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let segments = path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
    (format!("{scheme}://{authority}"), segments, query)
}

/// Whether an address is in a site's own folder, whatever a server makes of odd segments.
fn is_own(root: &Url, url: &Url) -> bool {
    let (own_origin, own_path, own_query) = taken_apart(root);
    let (origin, path, query) = taken_apart(url);
    let odd = |segment: &String| {
        let lower = segment.to_lowercase();
        segment.contains(';') || ["%2f", "%5c", "%25", "%2e"].iter().any(|code| lower.contains(code))
    };
    let below = path.len() >= own_path.len() && path[..own_path.len()] == own_path[..];
    origin == own_origin && query == own_query && below && !path[own_path.len()..].iter().any(odd)
}

/// Every address that gets something of the user's.
fn gets_something(description: &SiteDescription) -> Vec<(Endpoint, Url)> {
    let endpoints = Endpoint::ALL.into_iter().filter(|endpoint| !GETS_NOTHING.contains(endpoint));
    endpoints.filter_map(|endpoint| Some((endpoint, description.endpoint(endpoint)?))).collect()
}

fn judge(known: &Told, other: &Told) -> Result<(), TestCaseError> {
    let (Some(site), Some((told, given))) = (known.known(), other.parse()) else { return Ok(()) };
    let seen = description_of(&site.1).unwrap();
    // Nothing that came from the network leads to this machine.
    if other.fetched_from.is_some() {
        let website = told.website().into_iter().cloned();
        for url in Endpoint::ALL.into_iter().filter_map(|endpoint| told.endpoint(endpoint)).chain(website) {
            let host = url.host_str().unwrap_or_default().to_owned();
            let is_here = ["127.", "localhost", "[::ffff:7f00:1]", "0.0.0.0"].iter().any(|here| host.starts_with(here));
            prop_assert!(!is_here, "{url} is on this machine");
        }
    }
    // Where the wallet knows the site, and where the user has its key from the phrase and meets the other one first.
    for sites in [vec![site.clone()], Vec::new()] {
        let Ok(renews) = add::admitted(&sites, &told, given.as_ref()) else { continue };
        let (record, before) = match renews {
            Some((_, before)) => (add::renewed(before, &told, given.as_ref(), before.name.clone()), Some(&seen)),
            None => (add::fresh(&told, given.as_ref(), "Other".to_owned(), 0), None),
        };
        let Some((record, _)) = add::keyed(record, before, &told, None) else { continue };
        if key_uri_of(&record) != key_uri_of(&site.1) {
            continue; // another key: what it earns is worthless at the site that is known
        }
        let asked: Vec<ChangeView> = match renews {
            Some(_) => of_identity(&seen, &told).into_iter().filter(|one| one.asks).map(|one| one.change).collect(),
            None => Vec::new(),
        };
        judge_places(&seen, &told, &asked)?;
    }
    Ok(())
}

/// Every address that gets something of the user's is one that was seen for the site that is known, or is asked about.
fn judge_places(seen: &SiteDescription, told: &SiteDescription, asked: &[ChangeView]) -> Result<(), TestCaseError> {
    let seen_places: HashSet<(Endpoint, Url)> = gets_something(seen).into_iter().collect();
    for (endpoint, url) in gets_something(told) {
        let authority = url.as_str().split("://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let was_seen = is_own(seen.root(), &url)
            || seen_places.contains(&(endpoint, url.clone()))
            || asked.iter().any(|change| format!("{change:?}").contains(&authority));
        prop_assert!(was_seen, "{endpoint:?} at {url} has the key of {} and was not seen for it", seen.root());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: PAIRS, ..ProptestConfig::default() })]

    #[test]
    fn what_is_one_sites_reaches_no_place_that_was_not_seen_for_it((known, other) in pairs()) {
        judge(&known, &other)?;
    }
}

/// The judge is not asleep: pairs that must come to each of its ends.
#[test]
fn pairs_come_to_every_end() {
    let root = "https://rp.example/a";
    let known = Told {
        root: root.to_owned(),
        website: None,
        endpoints: Vec::new(),
        fetched_from: Some(format!("{root}/config")),
    };
    let end = |other: &Told| {
        let sites = vec![known.known().unwrap()];
        let (told, given) = other.parse().unwrap();
        match add::admitted(&sites, &told, given.as_ref()) {
            Err(_) => "refused",
            Ok(Some((_, before))) => {
                let seen = description_of(before).unwrap();
                let renewed = add::renewed(before, &told, given.as_ref(), String::new());
                let (record, is_new) = add::keyed(renewed, Some(&seen), &told, None).unwrap();
                let same = key_uri_of(&record) == key_uri_of(before);
                if is_new && !same { "another key" } else { "the same site" }
            }
            Ok(None) => "another site",
        }
    };
    let login = |place: &str| vec![("/login", place.to_owned())];
    assert_eq!(end(&known), "the same site");
    assert_eq!(end(&Told { root: format!("{root}/"), ..known.clone() }), "the same site");
    assert_eq!(end(&Told { root: "https://rp.example/A".to_owned(), ..known.clone() }), "another site");
    assert_eq!(end(&Told { root: format!("{root}?tenant=b"), ..known.clone() }), "refused");
    let from_b = Some("https://rp.example/b/config".to_owned());
    assert_eq!(
        end(&Told { endpoints: login("https://rp.example/b/login"), fetched_from: from_b, ..known.clone() }),
        "refused"
    );
    let own = Told { endpoints: login("https://rp.example/b/login"), ..known.clone() };
    assert_eq!(end(&own), "the same site", "its own word, which is asked about");
    assert_eq!(end(&Told { fetched_from: None, ..own }), "another key", "a file's word");
}
