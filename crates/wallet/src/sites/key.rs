//! From what a site's own key is derived.
//!
//! The key must be worthless to anyone who could relay a challenge or reuse the token that the signature earns. So its
//! URI names every place that takes part: normally one, the site's root. Where a description has endpoints outside the
//! root that see a signature or a token (a KYC provider behind an RP, another path on the same host), all of those places
//! are part of the URI: a hostile description that names a victim's root beside its own `/files` gets a key that the
//! victim has never seen.
//!
//! A key outlives the rule by which it was made. The first rule left out some endpoints and everything on the root's own
//! host; sites with a key of that rule keep it, after their owner has seen once who gets what it signs.

use std::collections::BTreeSet;

use idw_keys::SiteUri;
use idw_lws::{Endpoint, Sight, SiteDescription};

use crate::records::SiteRecord;

/// How the URI of a key follows from a site's description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRule {
    /// The root without its query, and the other hosts of seven endpoints. Only for keys that were made by it.
    First,
    /// The root, and every place outside it that sees a signature or a token.
    Second,
}

impl KeyRule {
    /// As records have it.
    pub(crate) fn number(self) -> u32 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// The rule of a record. A number that only a later version knows reads as the present rule.
    pub(crate) fn of(record: &SiteRecord) -> Self {
        if record.key_rule == 1 { Self::First } else { Self::Second }
    }
}

/// What a site's key is derived from, in the two parts that records keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyUri {
    pub(crate) base: String,
    /// The other places, separated by spaces, where there are any.
    pub(crate) shared: Option<String>,
}

impl KeyUri {
    /// Whether a record has this key.
    pub(crate) fn is_of(&self, record: &SiteRecord) -> bool {
        record.key_uri == self.base && record.key_shared_with == self.shared
    }

    /// What is hashed.
    pub(crate) fn as_site_uri(&self) -> Option<SiteUri> {
        let base = SiteUri::parse_by_first_rule(&self.base).ok()?;
        Some(match &self.shared {
            Some(others) => base.with_relying_party(others),
            None => base,
        })
    }
}

/// The endpoints that the first rule looked at. Frozen: with another list, the keys that it made would not be found.
const FIRST_RULE: [Endpoint; 7] = [
    Endpoint::Challenge,
    Endpoint::ChallengeResponse,
    Endpoint::Users,
    Endpoint::UsersFile,
    Endpoint::AuthToken,
    Endpoint::UsersToken,
    Endpoint::Login,
];

/// What the key of a site is derived from by a rule; none where the rule makes no key for such a root.
pub(crate) fn key_uri(description: &SiteDescription, rule: KeyRule) -> Option<KeyUri> {
    let root = description.root();
    let (base, others) = match rule {
        KeyRule::First => {
            let urls = FIRST_RULE.into_iter().filter_map(|endpoint| description.endpoint(endpoint));
            let others: BTreeSet<String> = urls
                .filter(|url| url.origin() != root.origin())
                .map(|url| url.origin().ascii_serialization())
                .collect();
            (SiteUri::parse_by_first_rule(root.as_str()).ok()?, others)
        }
        KeyRule::Second => {
            let acting = |sees: &BTreeSet<Sight>| sees.contains(&Sight::Signature) || sees.contains(&Sight::Token);
            let places = description.places().into_iter().filter(|(_, sees)| acting(sees));
            let others: BTreeSet<String> = places.map(|(place, _)| place.as_str().to_owned()).collect();
            (SiteUri::parse(root.as_str()).ok()?, others)
        }
    };
    let shared = (!others.is_empty()).then(|| others.into_iter().collect::<Vec<_>>().join(" "));
    Some(KeyUri { base: base.to_string(), shared })
}

/// The URI of a site that is in the wallet, as it was recorded: whatever the rules are by now.
pub(crate) fn key_uri_of(site: &SiteRecord) -> Option<SiteUri> {
    KeyUri { base: site.key_uri.clone(), shared: site.key_shared_with.clone() }.as_site_uri()
}

/// Whether the present rule would give a site another key than it has, and its owner has not yet said that it stays.
pub(crate) fn has_unconfirmed_key(site: &SiteRecord, description: &SiteDescription) -> bool {
    let is_present = key_uri(description, KeyRule::Second).is_some_and(|uri| uri.is_of(site));
    !is_present && !site.key_confirmed
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn uri(rule: KeyRule, root: &str, endpoints: &Value) -> String {
        let json = json!({ "rootEndpoint": root, "endpoints": endpoints }).to_string();
        let description = SiteDescription::parse(json.as_bytes(), None).expect("a valid description");
        let KeyUri { base, shared } = key_uri(&description, rule).expect("a usable root");
        let base = SiteUri::parse(&base).expect("a normalised root");
        shared.map_or_else(|| base.clone(), |others| base.with_relying_party(&others)).to_string()
    }

    #[test]
    fn a_site_that_is_its_root_alone_has_one_key_by_both_rules() {
        for rule in [KeyRule::First, KeyRule::Second] {
            assert_eq!(uri(rule, "https://rp.example/lws/", &json!({})), "https://rp.example/lws");
        }
        let one_host = json!({"/users": "https://kycc.example/users"});
        let root = "https://rp.example/lws";
        assert_eq!(uri(KeyRule::First, root, &one_host), uri(KeyRule::Second, root, &one_host));
    }

    /// Frozen: a row that changes here changes the keys of everyone who uses such a site.
    #[test]
    fn what_keys_are_derived_from() {
        let check = |endpoints: Value, first: &str, second: &str| {
            let root = "https://rp.example/lws";
            let with = |others: &str| match others {
                "" => root.to_owned(),
                others => SiteUri::parse(root).unwrap().with_relying_party(others).to_string(),
            };
            assert_eq!(uri(KeyRule::First, root, &endpoints), with(first), "{endpoints}");
            assert_eq!(uri(KeyRule::Second, root, &endpoints), with(second), "{endpoints}");
        };
        check(json!({"/login": "https://rp.example/login"}), "", "https://rp.example");
        check(json!({"/login": "/in"}), "", "https://rp.example/in");
        check(json!({"/files": "https://k.example/files"}), "", "https://k.example");
        check(json!({"/applications": "https://k.example/t1/applications"}), "", "https://k.example/t1");
        check(json!({"/templates": "https://k.example/forms"}), "", "");
        check(
            json!({"/users": "https://b.example/x/users", "/login": "https://a.example/login"}),
            "https://a.example https://b.example",
            "https://a.example https://b.example/x",
        );
    }

    #[test]
    fn a_description_that_borrows_an_endpoint_gets_another_key() {
        let root = "https://v.example/lws";
        let victim = uri(KeyRule::Second, root, &json!({}));
        for endpoint in Endpoint::ALL.into_iter().filter(|endpoint| !endpoint.sees().is_empty()) {
            let name = match endpoint {
                Endpoint::Challenge => "/auth/challenge",
                Endpoint::ChallengeResponse => "/auth/challenge-response",
                Endpoint::Users => "/users",
                Endpoint::UsersFile => "/users/file",
                Endpoint::UsersToken => "/users/token",
                Endpoint::AuthToken => "/auth/token",
                Endpoint::Login => "/login",
                Endpoint::Files => "/files",
                Endpoint::Applications => "/applications",
                Endpoint::Application => "/applications/:id",
                other => panic!("no name for {other:?} in this test"),
            };
            for thief in ["https://evil.example", "https://v.example/evil", "https://v.example/LWS"] {
                let borrowed = uri(KeyRule::Second, root, &json!({ name: format!("{thief}/x") }));
                assert_ne!(borrowed, victim, "{name} at {thief} would get a token of the victim's user");
            }
        }
        let relay = json!({"/auth/challenge": "https://v.example/lws/auth/challenge"});
        assert_ne!(uri(KeyRule::Second, "https://evil.example/lws", &relay), victim, "a relay gets another key");
    }

    #[test]
    fn a_root_with_a_query_gets_no_key_by_the_present_rule() {
        let json = r#"{"rootEndpoint": "https://rp.example/lws?tenant=1"}"#;
        let description = SiteDescription::parse(json.as_bytes(), None).expect("known ones are still read");
        assert_eq!(key_uri(&description, KeyRule::Second), None);
        assert_eq!(key_uri(&description, KeyRule::First).unwrap().base, "https://rp.example/lws");
    }
}
