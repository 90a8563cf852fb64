//! Cookies: their names, how they are read and set.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

use crate::api::ApiError;
use crate::site::Site;
use crate::token::make_random;

/// Who is logged in.
pub(super) const SESSION: &str = "idw_rp_session";
/// That this browser signed in with a password before.
pub(super) const KNOWN_BROWSER: &str = "idw_rp_known";
/// That this browser is the operator's.
pub(super) const OPERATOR: &str = "idw_rp_operator";

/// 256 random bits in hex.
pub(super) fn make_secret() -> Result<String, ApiError> {
    Ok(hex::encode(make_random::<32>().map_err(ApiError::internal)?))
}

/// The value of a cookie.
pub(super) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// One that comes along when a link on another site, or the wallet, leads here.
pub(super) fn lax(site: &Site, name: &str, value: &str, lifetime: Duration) -> String {
    cookie(site, name, value, lifetime, "Lax")
}

/// One that comes along from this site's own pages alone.
pub(super) fn strict(site: &Site, name: &str, value: &str, lifetime: Duration) -> String {
    cookie(site, name, value, lifetime, "Strict")
}

fn cookie(site: &Site, name: &str, value: &str, lifetime: Duration, same_site: &str) -> String {
    let path = site.config.page("");
    let secure = if site.config.website.scheme() == "https" { "; Secure" } else { "" };
    let (path, seconds) = (path.path(), lifetime.as_secs());
    format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite={same_site}{secure}")
}
