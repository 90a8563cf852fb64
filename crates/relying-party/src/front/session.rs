//! A browser that is logged in: the one-time ticket of a redirect becomes a cookie.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, Request, State};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use idw_keys::Address;

use super::{Form, pages};
use crate::api::ApiError;
use crate::site::Site;
use crate::store::{PassKind, User, UserId};

const COOKIE_NAME: &str = "idw_rp_session";
const SESSION_LIFETIME: Duration = Duration::from_hours(12);

/// Who a browser is logged in as.
pub(super) struct Visitor {
    pub(super) user: User,
    /// The session's secret, as the cookie brought it.
    pub(super) secret: String,
}

/// `GET /session?ticket=…`: where a login sends the browser.
///
/// The ticket leaves the address bar with the redirect, and is used up, so that history and logs hold nothing of use.
/// A browser whose user has just asked to add a wallet is asked what it is to be: added, or logged in with.
pub(super) async fn arrive(
    State(site): State<Arc<Site>>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let ticket = query.get("ticket").map(String::as_str).unwrap_or_default();
    let holder = site.find_pass(PassKind::Ticket, ticket).await?;
    let wallet = holder.and_then(|holder| holder.parse::<Address>().ok());
    if let (Some(wallet), Some(visitor)) = (wallet, visitor(&site, &headers).await?)
        && !visitor.user.wallets.contains(&wallet)
        && is_linking(&site, &visitor).await?
    {
        return Ok(Html(pages::confirm_link(&site.config, &visitor.user, wallet, ticket)).into_response());
    }
    log_in(&site, &headers, ticket).await
}

/// `POST /session`: the same, for a browser that chose to log in with a wallet rather than add it.
pub(super) async fn begin(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let headers = request.headers().clone();
    let form = Form::read(request).await?;
    log_in(&site, &headers, form.text("ticket")).await
}

async fn log_in(site: &Arc<Site>, headers: &HeaderMap, ticket: &str) -> Result<Response, ApiError> {
    let holder = site.take_pass(PassKind::Ticket, ticket).await?;
    let user = match holder.and_then(|holder| holder.parse::<Address>().ok()) {
        Some(wallet) => site.user_with(wallet).await?,
        None => None,
    };
    let Some(user) = user else {
        let page = pages::message("This link has been used", "Log in with your wallet again to get a new one.");
        return Ok((StatusCode::FORBIDDEN, Html(page)).into_response());
    };
    start(site, headers, &user.id).await
}

/// A new session in place of the one that the browser has, if any; leads to the account.
pub(super) async fn start(site: &Arc<Site>, headers: &HeaderMap, user: &UserId) -> Result<Response, ApiError> {
    if let Some(secret) = secret_in(headers) {
        end_session(site, secret).await?;
    }
    let secret = site.make_pass(PassKind::Session, user.as_str().to_owned(), SESSION_LIFETIME).await?;
    let cookie = cookie(site, &secret, SESSION_LIFETIME.as_secs());
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), to_account(site)).into_response())
}

/// `POST /logout`: the session ends here too, not only in the browser.
pub(super) async fn end(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    if let Some(secret) = secret_in(&headers) {
        end_session(&site, secret).await?;
    }
    Ok((forget_cookie(&site), Redirect::to(site.config.page("").path())).into_response())
}

/// Whose session the browser brings.
pub(super) async fn visitor(site: &Arc<Site>, headers: &HeaderMap) -> Result<Option<Visitor>, ApiError> {
    let Some(secret) = secret_in(headers).map(str::to_owned) else { return Ok(None) };
    let Some(holder) = site.find_pass(PassKind::Session, &secret).await? else { return Ok(None) };
    let user = site.store(move |store| store.user(&UserId::from_text(holder))).await?;
    Ok(user.map(|user| Visitor { user, secret }))
}

/// What a page that needs a visitor says to everyone else.
pub(super) fn not_logged_in() -> Response {
    let page = pages::message("You are not logged in", "Use your wallet to log in to this site.");
    (StatusCode::UNAUTHORIZED, Html(page)).into_response()
}

/// Whether this session waits for a wallet to be added.
pub(super) async fn is_linking(site: &Site, visitor: &Visitor) -> Result<bool, ApiError> {
    Ok(site.find_pass(PassKind::Linking, &visitor.secret).await?.is_some())
}

pub(super) fn to_account(site: &Site) -> Redirect {
    Redirect::to(site.config.page("account").path())
}

pub(super) fn forget_cookie(site: &Site) -> AppendHeaders<[(axum::http::HeaderName, String); 1]> {
    AppendHeaders([(SET_COOKIE, cookie(site, "", 0))])
}

async fn end_session(site: &Site, secret: &str) -> Result<(), ApiError> {
    site.take_pass(PassKind::Linking, secret).await?;
    site.take_pass(PassKind::Session, secret).await?;
    Ok(())
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
