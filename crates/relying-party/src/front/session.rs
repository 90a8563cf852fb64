//! A browser that is logged in: the one-time ticket of a redirect becomes a cookie.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use idw_keys::Address;

use super::cookies::{self, SESSION};
use super::guard::is_from_elsewhere;
use super::{Form, pages};
use crate::api::ApiError;
use crate::site::Site;
use crate::store::{PassKind, User, UserId};

const LIFETIME: Duration = Duration::from_hours(12);

/// Who a browser is logged in as.
pub(super) struct Visitor {
    pub(super) user: User,
    /// The session's secret, as the cookie brought it.
    pub(super) secret: String,
}

/// `GET /session?ticket=…`: where a login sends the browser.
///
/// The ticket leaves the address bar with the redirect, and is used up, so that history and logs hold nothing of use.
///
/// Anyone can have a link like this, with a ticket of their own, and send it to somebody. So the link alone changes
/// nothing for a browser that is logged in, nor for one that a page of another site led here: the person is asked. A
/// browser whose user has just asked to add a wallet is asked what it is to be: added, or logged in with.
pub(super) async fn arrive(
    State(site): State<Arc<Site>>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let ticket = query.get("ticket").map(String::as_str).unwrap_or_default();
    let holder = site.find_pass(PassKind::Ticket, ticket).await?;
    let Some(wallet) = holder.and_then(|holder| holder.parse::<Address>().ok()) else { return Ok(used_up()) };
    let Some(user) = site.user_with(wallet).await? else { return Ok(used_up()) };
    let confirm = |current: Option<&User>| {
        let page = pages::confirm_login(&site.config, current, &user, ticket);
        Ok(Html(page).into_response())
    };
    match visitor(&site, &headers).await? {
        Some(visitor) if visitor.user.id == user.id => {
            site.take_pass(PassKind::Ticket, ticket).await?;
            Ok(to_account(&site).into_response())
        }
        Some(visitor) if is_linking(&site, &visitor).await? => {
            Ok(Html(pages::confirm_link(&site.config, &visitor.user, wallet, ticket)).into_response())
        }
        Some(visitor) => confirm(Some(&visitor.user)),
        None if is_from_elsewhere(&headers) => confirm(None),
        None => log_in(&site, &headers, ticket).await,
    }
}

/// `POST /session`: a person has seen who the ticket logs in, and wants that.
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
    match user {
        Some(user) => start(site, headers, &user.id).await,
        None => Ok(used_up()),
    }
}

fn used_up() -> Response {
    let page = pages::message("This link has been used", "Log in with your wallet again to get a new one.");
    (StatusCode::FORBIDDEN, Html(page)).into_response()
}

/// A new session in place of the one that the browser has, if any; leads to the account.
pub(super) async fn start(site: &Arc<Site>, headers: &HeaderMap, user: &UserId) -> Result<Response, ApiError> {
    if let Some(secret) = cookies::read(headers, SESSION) {
        end_session(site, secret).await?;
    }
    let secret = cookies::make_secret()?;
    site.keep_pass(PassKind::Session, &secret, user.as_str().to_owned(), LIFETIME).await?;
    let cookie = cookies::lax(site, SESSION, &secret, LIFETIME);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), to_account(site)).into_response())
}

/// `POST /logout`: the session ends here too, not only in the browser.
pub(super) async fn end(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    if let Some(secret) = cookies::read(&headers, SESSION) {
        end_session(&site, secret).await?;
    }
    Ok((forget_cookie(&site), Redirect::to(site.config.page("").path())).into_response())
}

/// Whose session the browser brings.
pub(super) async fn visitor(site: &Arc<Site>, headers: &HeaderMap) -> Result<Option<Visitor>, ApiError> {
    let Some(secret) = cookies::read(headers, SESSION).map(str::to_owned) else { return Ok(None) };
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
    AppendHeaders([(SET_COOKIE, cookies::lax(site, SESSION, "", Duration::ZERO))])
}

async fn end_session(site: &Site, secret: &str) -> Result<(), ApiError> {
    site.take_pass(PassKind::Linking, secret).await?;
    site.take_pass(PassKind::Session, secret).await?;
    Ok(())
}
