//! From what a site's own key is derived.
//!
//! The key must be worthless to anyone who could relay a challenge or reuse the token that the signature earns. So
//! its URI names every origin that takes part: normally one, the site's own. Where a description spreads the
//! endpoints over several hosts (a KYC provider behind an RP), all of them are part of the URI: a hostile
//! description that names a victim's challenge endpoint beside its own `/users` gets a key that the victim has
//! never seen.

use std::collections::BTreeSet;

use idw_keys::SiteUri;
use idw_lws::{Endpoint, SiteDescription};

use crate::records::SiteRecord;

/// The endpoints that see the signature, or the token that it earns.
const TRUSTED: [Endpoint; 7] = [
    Endpoint::Challenge,
    Endpoint::ChallengeResponse,
    Endpoint::Users,
    Endpoint::UsersFile,
    Endpoint::AuthToken,
    Endpoint::UsersToken,
    Endpoint::Login,
];

/// The base of the URI, and the other origins that are part of it, if there are any.
pub(crate) fn key_uri(description: &SiteDescription) -> Option<(SiteUri, Option<String>)> {
    let root = description.root();
    let own = root.origin();
    let others: BTreeSet<String> = TRUSTED
        .into_iter()
        .filter_map(|endpoint| description.endpoint(endpoint))
        .filter(|url| url.origin() != own)
        .map(|url| url.origin().ascii_serialization())
        .collect();
    let shared = (!others.is_empty()).then(|| others.into_iter().collect::<Vec<_>>().join(" "));
    Some((SiteUri::parse(root.as_str()).ok()?, shared))
}

/// The URI of a site that is in the wallet.
pub(crate) fn key_uri_of(site: &SiteRecord) -> Option<SiteUri> {
    let base = SiteUri::parse(&site.key_uri).ok()?;
    Some(match &site.key_shared_with {
        Some(others) => base.with_relying_party(others),
        None => base,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(json: &str) -> String {
        let description = SiteDescription::parse(json.as_bytes(), None).expect("a valid description");
        let (base, shared) = key_uri(&description).expect("a usable root");
        shared.map_or_else(|| base.clone(), |others| base.with_relying_party(&others)).to_string()
    }

    #[test]
    fn one_host_one_plain_uri() {
        let plain = r#"{"website":{"name":"A","url":"https://rp.example"},"rootEndpoint":"https://rp.example/lws/"}"#;
        assert_eq!(uri(plain), "https://rp.example/lws");
    }

    #[test]
    fn a_description_that_borrows_an_endpoint_gets_another_key() {
        let victim = r#"{"website":{"name":"V","url":"https://v.example"},"rootEndpoint":"https://v.example/lws"}"#;
        let thief = r#"{"website":{"name":"V","url":"https://v.example"},"rootEndpoint":"https://v.example/lws",
            "endpoints":{"/users":"https://evil.example/users"}}"#;
        assert_ne!(uri(victim), uri(thief), "the thief would get a token of the victim's user");
        let relay = r#"{"website":{"name":"E","url":"https://evil.example"},"rootEndpoint":"https://evil.example/lws",
            "endpoints":{"/auth/challenge":"https://v.example/lws/auth/challenge"}}"#;
        assert_ne!(uri(victim), uri(relay), "the relay would get a token of the victim's user");
    }
}
