//! The order of things, without any I/O: which URLs to try, and what an answer must be to count.

use std::time::Duration;

use idw_http::{UrlError, check_url, without_fragment};
use jiff::Timestamp;
use url::Url;

use crate::Signer;
use crate::challenge_path::{ChallengePath, PathMemory};
use crate::description::{Dialect, SiteDescription};
use crate::endpoint::{Endpoint, Override, add_query, response_sibling, with_word};
use crate::error::{Call, LwsError, ProtocolFault};
use crate::nonce::Nonce;
use crate::subject::OwnKey;
use crate::token::Jwt;

/// A challenge that may be signed: its token, and the nonce in it.
pub(crate) struct Challenge {
    pub(crate) token: Jwt,
    pub(crate) nonce: Nonce,
}

/// Where a challenge may be had, most likely place first; the next is for a site that has no such route, or wants the key
/// in another spelling (lws.md §2). In the did dialect there is one place, which has no [`ChallengePath`].
pub(crate) fn challenge_places(
    site: &SiteDescription,
    dialect: Dialect,
    signer: &dyn Signer,
    memory: &PathMemory,
) -> Result<Vec<(Option<ChallengePath>, Url)>, LwsError> {
    let base = endpoint(site, Endpoint::Challenge, Call::Challenge)?;
    let word = |word: &str| with_word(&base, word).map_err(LwsError::Url);
    match dialect {
        Dialect::Classic => {
            let key = signer.public_key();
            let place = |path: ChallengePath| match path {
                ChallengePath::Plain => Ok((Some(path), base.clone())),
                _ => Ok((Some(path), word(path.spell(&key))?)),
            };
            memory.order().into_iter().map(place).collect()
        }
        Dialect::Did => Ok(vec![(None, word(&signer.did())?)]),
    }
}

/// Where the response may be taken, most likely place first. A site that names the place has only that one.
pub(crate) fn response_urls(
    site: &SiteDescription,
    dialect: Dialect,
    signer: &dyn Signer,
    memory: &PathMemory,
) -> Result<Vec<Url>, LwsError> {
    if let Override::At(url) = site.override_of(Endpoint::ChallengeResponse) {
        return Ok(vec![url.clone()]);
    }
    let base = endpoint(site, Endpoint::Challenge, Call::Response)?;
    let identity = match dialect {
        Dialect::Classic => memory.spell(&signer.public_key()).to_owned(),
        Dialect::Did => signer.did(),
    };
    let mut urls = vec![base.clone()];
    // "The same path" can also be read as the one with the identity in it.
    urls.push(with_word(&base, &identity).map_err(LwsError::Url)?);
    urls.extend(response_sibling(&base).filter(|_| *site.override_of(Endpoint::ChallengeResponse) != Override::None));
    Ok(urls)
}

/// Where the user token is: at the dialect's own endpoint, unless the description names only the other one.
pub(crate) fn user_token_url(site: &SiteDescription, dialect: Dialect) -> Result<Url, LwsError> {
    let own = Endpoint::user_token(dialect);
    let other = other_user_token(dialect);
    match (site.override_of(own), site.override_of(other)) {
        (Override::Default | Override::None, Override::At(url)) => Ok(url.clone()),
        _ => endpoint(site, own, Call::UserToken),
    }
}

/// Where the user token may be besides, at a site whose description names neither endpoint: SelfKey's own servers of 2019
/// have the other dialect's in the classic one.
pub(crate) fn second_user_token_url(site: &SiteDescription, dialect: Dialect) -> Option<Url> {
    let (own, other) = (Endpoint::user_token(dialect), other_user_token(dialect));
    let is_silent = [own, other].iter().all(|endpoint| *site.override_of(*endpoint) == Override::Default);
    site.endpoint(other).filter(|_| is_silent)
}

fn other_user_token(dialect: Dialect) -> Endpoint {
    match dialect {
        Dialect::Classic => Endpoint::UsersToken,
        Dialect::Did => Endpoint::AuthToken,
    }
}

/// Where one KYC template is, most likely place first (lws.md §2, with the slip that the KYC guide prints).
pub(crate) fn template_urls(site: &SiteDescription, dialect: Dialect, id: &str) -> Result<Vec<Url>, LwsError> {
    let named = endpoint(site, Endpoint::Template, Call::Template)?;
    let plain = with_word(&named, id).map_err(LwsError::Url)?;
    if matches!(site.override_of(Endpoint::Template), Override::At(_)) {
        return Ok(vec![plain]);
    }
    let with_path = |path: &str| {
        let mut url = plain.clone();
        url.set_path(path);
        url
    };
    let schema = with_path(&format!("{}/schema.json", plain.path()));
    let slip = with_path(&format!("{}schema.json", plain.path()));
    let mut minimum = plain.clone();
    add_query(&mut minimum, "format=minimum");
    Ok(match dialect {
        Dialect::Classic => vec![schema, slip, plain],
        Dialect::Did => vec![plain, minimum, schema],
    })
}

/// The URL of an endpoint, or the error that the site has none.
pub(crate) fn endpoint(site: &SiteDescription, endpoint: Endpoint, call: Call) -> Result<Url, LwsError> {
    site.endpoint(endpoint).ok_or(LwsError::NotOffered { call })
}

/// Takes a C-JWT only if what it wants signed is a nonce, its times are right, and it is not meant for another key:
/// that would be somebody else's challenge, passed on.
pub(crate) fn accept_challenge(
    jwt: &str,
    own: &OwnKey,
    now: Timestamp,
    skew: Duration,
) -> Result<Challenge, ProtocolFault> {
    let token = Jwt::decode(jwt).map_err(ProtocolFault::Token)?;
    let nonce = token.nonce()?;
    token.check(own, now, skew).map_err(ProtocolFault::Token)?;
    Ok(Challenge { token, nonce })
}

/// Takes a W-JWT only if it is for the key that signed.
pub(crate) fn accept_wallet_token(
    jwt: &str,
    own: &OwnKey,
    now: Timestamp,
    skew: Duration,
) -> Result<Jwt, ProtocolFault> {
    let token = Jwt::decode(jwt).map_err(ProtocolFault::Token)?;
    token.check(own, now, skew).map_err(ProtocolFault::Token)?;
    Ok(token)
}

/// The URLs at which a site may describe itself: `URL/config`, then `URL/.well-known/lws.json`; first the URL
/// itself, where it looks like that of a description.
pub(crate) fn description_urls(url: &Url) -> Result<Vec<Url>, UrlError> {
    check_url(url)?;
    let path = url.path().trim_end_matches('/');
    let mut urls = Vec::new();
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_json = last.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"));
    if is_json || last == "config" {
        urls.push(url.clone());
    }
    for name in ["config", ".well-known/lws.json"] {
        let mut candidate = url.clone();
        candidate.set_path(&format!("{path}/{name}"));
        urls.push(candidate);
    }
    Ok(urls.into_iter().map(without_fragment).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::signer::tests::Ada;

    fn site(endpoints: Value) -> SiteDescription {
        let raw = json!({"rootEndpoint": "https://rp.example/lws", "endpoints": endpoints});
        SiteDescription::parse(raw.to_string().as_bytes(), None).unwrap()
    }

    fn paths(urls: Result<Vec<Url>, LwsError>) -> Vec<String> {
        let strip = |url: Url| url.as_str().replace("https://rp.example/lws", "");
        let name = |text: String| text.replace(&Ada.did(), "DID").replace(&Ada.public_key()[2..], "KEY");
        urls.unwrap().into_iter().map(|url| name(strip(url))).collect()
    }

    #[test]
    fn where_challenges_are() {
        let memory = PathMemory::default();
        let places = |site: &SiteDescription, dialect, memory: &PathMemory| {
            let places = challenge_places(site, dialect, &Ada, memory);
            paths(places.map(|places| places.into_iter().map(|(_, url)| url).collect()))
        };
        let check = |endpoints: Value, dialect, challenge: &[&str], response: &[&str]| {
            let site = site(endpoints);
            assert_eq!(places(&site, dialect, &memory), challenge);
            assert_eq!(paths(response_urls(&site, dialect, &Ada, &memory)), response);
        };
        let (classic, did) = (Dialect::Classic, Dialect::Did);
        let c = "/auth/challenge";
        let plain = ["/auth/challenge", "/auth/challenge/0xKEY", "/auth/challenge/KEY"];
        check(json!({}), classic, &plain, &[c, "/auth/challenge/0xKEY", "/auth/challenge-response"]);
        check(json!({}), did, &["/auth/challenge/DID"], &[c, "/auth/challenge/DID", "/auth/challenge-response"]);
        check(json!({"/auth/challenge-response": "/answer?a=1"}), did, &["/auth/challenge/DID"], &["/answer?a=1"]);
        check(json!({"/auth/challenge-response": false}), classic, &plain, &plain[..2]);
        let far = "https://kycc.example/c/challenge";
        check(
            json!({ "/auth/challenge": far }),
            did,
            &["https://kycc.example/c/challenge/DID"],
            &[far, "https://kycc.example/c/challenge/DID", "https://kycc.example/c/challenge-response"],
        );
        let none = site(json!({"/auth/challenge": false}));
        assert!(matches!(challenge_places(&none, did, &Ada, &memory), Err(LwsError::NotOffered { .. })));

        memory.recall(ChallengePath::BareKey);
        let site = site(json!({}));
        assert_eq!(
            places(&site, classic, &memory),
            ["/auth/challenge/KEY", "/auth/challenge", "/auth/challenge/0xKEY"]
        );
        assert_eq!(paths(response_urls(&site, classic, &Ada, &memory))[1], "/auth/challenge/KEY");
    }

    #[test]
    fn where_user_tokens_are() {
        let check = |endpoints: Value, dialect, expected: &str| {
            assert_eq!(paths(user_token_url(&site(endpoints), dialect).map(|url| vec![url])), [expected]);
        };
        check(json!({}), Dialect::Classic, "/auth/token");
        check(json!({}), Dialect::Did, "/users/token");
        check(json!({"/auth/token": "/t"}), Dialect::Did, "/t");
        check(json!({"/auth/token": "/t", "/users/token": "/u"}), Dialect::Did, "/u");
    }

    #[test]
    fn where_templates_are() {
        let check = |endpoints: Value, dialect, id: &str, expected: &[&str]| {
            assert_eq!(paths(template_urls(&site(endpoints), dialect, id)), expected);
        };
        let classic = ["/templates/1/schema.json", "/templates/1schema.json", "/templates/1"];
        check(json!({}), Dialect::Classic, "1", &classic);
        let did = ["/templates/a%2Fb", "/templates/a%2Fb?format=minimum", "/templates/a%2Fb/schema.json"];
        check(json!({}), Dialect::Did, "a/b", &did);
        check(json!({"/templates/:id": "/form/{id}?full=1"}), Dialect::Classic, "1", &["/form/1?full=1"]);
        check(
            json!({"/templates": "/forms?x=1"}),
            Dialect::Did,
            "1",
            &["/forms/1?x=1", "/forms/1?x=1&format=minimum", "/forms/1/schema.json?x=1"],
        );
    }

    #[test]
    fn where_descriptions_are() {
        let check = |url: &str, expected: &[&str]| {
            let urls = description_urls(&Url::parse(url).unwrap()).unwrap_or_default();
            assert_eq!(urls.iter().map(Url::as_str).collect::<Vec<_>>(), expected);
        };
        let here = ["https://rp.example/lws/config", "https://rp.example/lws/.well-known/lws.json"];
        check("https://rp.example/lws", &here);
        check("https://rp.example/lws/#top", &here);
        check("https://rp.example", &["https://rp.example/config", "https://rp.example/.well-known/lws.json"]);
        check(
            "https://rp.example/a.json?v=1",
            &[
                "https://rp.example/a.json?v=1",
                "https://rp.example/a.json/config?v=1",
                "https://rp.example/a.json/.well-known/lws.json?v=1",
            ],
        );
        check("http://rp.example/lws", &[]);
    }
}
