//! The headers that every request of a wallet carries.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, AUTHORIZATION, HeaderName, ORIGIN, USER_AGENT};
use idw_keys::Address;

use super::error::ApiError;
use crate::site::Site;
use crate::token::{Claims, TokenType};

/// `Origin` of a wallet that starts a flow by itself.
const WALLET_ORIGIN: &str = "IDW";

/// How a request is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Classic,
    Did,
}

impl Dialect {
    fn agent(self) -> &'static str {
        match self {
            Self::Classic => "SelfkeyIDW/",
            Self::Did => "SelfKeyIDW/",
        }
    }

    pub(crate) fn challenge_type(self) -> TokenType {
        match self {
            Self::Classic => TokenType::ClassicChallenge,
            Self::Did => TokenType::DidChallenge,
        }
    }

    fn access_type(self) -> TokenType {
        match self {
            Self::Classic => TokenType::ClassicAccess,
            Self::Did => TokenType::DidAccess,
        }
    }

    fn is_served_by(self, site: &Site) -> bool {
        match self {
            Self::Classic => site.serves_classic(),
            Self::Did => site.serves_did(),
        }
    }
}

/// For an endpoint that both dialects have: checks the headers and says which one is spoken.
pub(crate) fn check(site: &Site, headers: &HeaderMap) -> Result<Dialect, ApiError> {
    check_origin(site, headers)?;
    check_accept(headers)?;
    let dialects = [Dialect::Classic, Dialect::Did];
    let agent = single(headers, &USER_AGENT).unwrap_or_default();
    dialects.into_iter().find(|dialect| dialect.is_served_by(site) && is_agent(agent, *dialect)).ok_or_else(|| {
        let served = dialects.into_iter().filter(|dialect| dialect.is_served_by(site)).map(Dialect::agent);
        let expected = served.collect::<Vec<_>>().join("<version>` or `");
        ApiError::malformed("user_agent_invalid", format!("`User-Agent` must be `{expected}<version>`"))
    })
}

/// For an endpoint of one dialect. Where the site does not speak it there is no such endpoint, whatever the headers.
pub(crate) fn check_for(site: &Site, headers: &HeaderMap, dialect: Dialect) -> Result<(), ApiError> {
    if !dialect.is_served_by(site) {
        return Err(ApiError::not_found("not_found", "this site has no such endpoint"));
    }
    if check(site, headers)? == dialect {
        return Ok(());
    }
    let message = format!("this endpoint belongs to wallets whose `User-Agent` is `{}<version>`", dialect.agent());
    Err(ApiError::malformed("user_agent_invalid", message))
}

/// The bearer token, byte for byte.
pub(crate) fn bearer(headers: &HeaderMap) -> Result<&str, ApiError> {
    let missing = || ApiError::token_missing("`Authorization: Bearer <token>` is missing");
    let value = single(headers, &AUTHORIZATION).ok_or_else(missing)?;
    value.strip_prefix("Bearer ").filter(|token| !token.is_empty()).ok_or_else(missing)
}

/// Whose wallet speaks, by its W-JWT.
pub(crate) fn holder(site: &Site, headers: &HeaderMap, dialect: Dialect) -> Result<Address, ApiError> {
    let claims: Claims = site.config.signing_key.check(bearer(headers)?, dialect.access_type())?;
    Ok(claims.holder()?)
}

fn check_origin(site: &Site, headers: &HeaderMap) -> Result<(), ApiError> {
    let origin = single(headers, &ORIGIN).unwrap_or_default();
    let website = &site.config.website;
    let is_page = |page: &str| !page.is_empty() && page.trim_end_matches('/') == origin.trim_end_matches('/');
    let known = origin == WALLET_ORIGIN
        || is_page(website.as_str())
        || is_page(&website.origin().ascii_serialization())
        || site.config.origins.iter().any(|page| is_page(page));
    if known {
        return Ok(());
    }
    Err(ApiError::malformed("origin_invalid", "`Origin` must be `IDW` or a page of this site"))
}

fn check_accept(headers: &HeaderMap) -> Result<(), ApiError> {
    let mut ranges = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok()).flat_map(|v| v.split(','));
    let is_json = |range: &str| range.split(';').next().is_some_and(|name| name.trim() == "application/json");
    if ranges.any(is_json) {
        return Ok(());
    }
    Err(ApiError::malformed("accept_invalid", "`Accept` must name `application/json`"))
}

/// The prefix of the dialect and a version; more products may follow after a space.
fn is_agent(agent: &str, dialect: Dialect) -> bool {
    let version = agent.strip_prefix(dialect.agent()).and_then(|rest| rest.split(' ').next());
    let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '+' | '_');
    version.is_some_and(|version| !version.is_empty() && version.chars().all(allowed))
}

/// The value of a header that is there exactly once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agents_are_spelt_by_dialect() {
        let check = |agent: &str, dialect: Dialect, expected: bool| {
            assert_eq!(is_agent(agent, dialect), expected, "{agent:?}");
        };
        check("SelfkeyIDW/1.2.3", Dialect::Classic, true);
        check("SelfkeyIDW/1.2.3-rc.1+7 (Linux)", Dialect::Classic, true);
        check("SelfKeyIDW/1.2.3", Dialect::Classic, false);
        check("SelfKeyIDW/1.2.3", Dialect::Did, true);
        check("SelfkeyIDW/1.2.3", Dialect::Did, false);
        check("SelfKeyIDW/", Dialect::Did, false);
        check("SelfKeyIDW/ 1", Dialect::Did, false);
        check("SelfKeyIDW", Dialect::Did, false);
        check("", Dialect::Did, false);
    }
}
