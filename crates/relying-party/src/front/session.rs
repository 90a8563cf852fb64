//! A browser that is logged in: the one-time ticket of a redirect becomes a cookie.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use idw_keys::Address;

use super::pages;
use crate::api::ApiError;
use crate::site::Site;
use crate::store::PassKind;

const COOKIE_NAME: &str = "idw_rp_session";
const SESSION_LIFETIME: Duration = Duration::from_hours(12);

/// `GET /session?ticket=…`: where a login sends the browser.
///
/// The ticket leaves the address bar with the redirect, and is used up, so that history and logs hold nothing of use.
pub(super) async fn begin(
    State(site): State<Arc<Site>>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, ApiError> {
    let ticket = query.get("ticket").map(String::as_str).unwrap_or_default();
    let Some(wallet) = site.take_pass(PassKind::Ticket, ticket).await? else {
        let page = pages::message("This link has been used", "Log in with your wallet again to get a new one.");
        return Ok((StatusCode::FORBIDDEN, Html(page)).into_response());
    };
    let secret = site.make_pass(PassKind::Session, wallet, SESSION_LIFETIME).await?;
    let cookie = cookie(&site, &secret, SESSION_LIFETIME.as_secs());
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(site.config.page("account").path())).into_response())
}

/// `GET /account`: who is logged in.
pub(super) async fn account(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    let Some(wallet) = visitor(&site, &headers).await? else {
        let page = pages::message("You are not logged in", "Use your wallet to log in to this site.");
        return Ok((StatusCode::UNAUTHORIZED, Html(page)).into_response());
    };
    let user = site.store(move |store| store.user(wallet)).await?;
    Ok(Html(pages::account(&site.config, wallet, user.as_ref())).into_response())
}

/// `POST /logout`: the session ends here too, not only in the browser. `SameSite` keeps other sites from asking.
pub(super) async fn end(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    if let Some(secret) = secret_in(&headers) {
        site.take_pass(PassKind::Session, secret).await?;
    }
    let cookie = cookie(&site, "", 0);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(site.config.page("").path())).into_response())
}

/// The wallet whose session the browser brings.
pub(super) async fn visitor(site: &Site, headers: &HeaderMap) -> Result<Option<Address>, ApiError> {
    match secret_in(headers) {
        Some(secret) => site.find_pass(PassKind::Session, secret).await,
        None => Ok(None),
    }
}

/// `Lax`, not `Strict`: the browser comes from the wallet, not from a page of this site.
fn cookie(site: &Site, secret: &str, max_age_seconds: u64) -> String {
    let path = site.config.page("");
    let secure = if site.config.website.scheme() == "https" { "; Secure" } else { "" };
    format!("{COOKIE_NAME}={secret}; Path={}; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}", path.path())
}

fn secret_in(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE_NAME).map(|(_, secret)| secret)
}
