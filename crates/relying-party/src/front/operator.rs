//! The operator's side: everything that has arrived, and decisions about applications. Only where
//! [`Config::operator`](crate::Config::operator) has a secret, and for who shows it.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::{AUTHORIZATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use serde_json::Value;

use super::cookies::{self, OPERATOR};
use super::peer::peer;
use super::state::{self, Arrived};
use super::{Form, pages, too_fast};
use crate::api::{ApiError, Decision, decide, kyc, read_json};
use crate::config::Requirement;
use crate::site::Site;
use crate::store::{ApplicationStatus, PassKind};
use crate::throttle::Key;

const LIFETIME: Duration = Duration::from_hours(12);
/// The holder of a pass is nobody in the store.
const HOLDER: &str = "operator";

/// How the operator showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignedIn {
    /// By a cookie, which a browser sends along whoever asks.
    Browser,
    /// By the secret itself.
    Secret,
}

/// Whether a request is the operator's: `Authorization: Bearer <secret>`, or the cookie of a browser that signed in.
///
/// # Errors
/// 429 when a secret comes along, and too many wrong ones did before.
pub(super) async fn signed_in(
    site: &Site,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
) -> Result<Option<SignedIn>, ApiError> {
    if site.config.operator.is_none() {
        return Ok(None);
    }
    let header = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if let Some(secret) = header.and_then(|value| value.strip_prefix("Bearer ")) {
        let is_right = try_secret(site, peer, secret).map_err(ApiError::too_fast)?;
        return Ok(is_right.then_some(SignedIn::Secret));
    }
    let Some(pass) = pass_in(site, headers) else { return Ok(None) };
    let found = site.find_pass(PassKind::Operator, &pass).await?;
    Ok(found.map(|_| SignedIn::Browser))
}

/// Whether this is the secret; how long to wait where too many were wrong.
///
/// There is nothing to wait for between asking and counting, so attempts need not be counted beforehand, and the many at
/// once of a program that knows the secret are none too many.
fn try_secret(site: &Site, peer: Option<IpAddr>, secret: &str) -> Result<bool, Duration> {
    let now = site.config.clock.now();
    let known = peer.map(Key::known_operator).filter(|key| site.throttle.knows(*key, now));
    let keys = match known {
        Some(known) => vec![known],
        None => [Some(Key::operator()), peer.map(Key::peer)].into_iter().flatten().collect(),
    };
    if let Some(wait) = site.throttle.wait(&keys, now) {
        return Err(wait);
    }
    let is_right = site.config.operator.as_ref().is_some_and(|expected| expected.is(secret));
    if !is_right {
        tracing::warn!("a wrong operator's secret was shown");
        site.throttle.note(&keys, now);
    } else if let Some(peer) = peer {
        site.throttle.succeeded(&[Key::known_operator(peer)], now);
    }
    Ok(is_right)
}

/// What the store knows a browser's cookie by. The site's secret is part of it, so that with another one the cookies are
/// worthless, though the store was kept.
fn pass_in(site: &Site, headers: &HeaderMap) -> Option<String> {
    Some(pass(site, cookies::read(headers, OPERATOR)?))
}

fn pass(site: &Site, cookie: &str) -> String {
    let secret = site.config.operator.as_ref().map_or("", |secret| secret.expose());
    format!("{cookie} {secret}")
}

/// `POST /operator-sign-in`: the secret for a cookie.
pub(super) async fn sign_in(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    if site.config.operator.is_none() {
        return Err(ApiError::not_found("not_found", "this site has no such page"));
    }
    let peer = peer(&site, &request);
    let form = Form::read(request).await?;
    match try_secret(&site, peer, form.text("secret").trim()) {
        Err(wait) => Ok(too_fast(wait, |complaint| pages::operator_sign_in(&site.config, Some(complaint)))),
        Ok(false) => {
            let page = pages::operator_sign_in(&site.config, Some("This is not the secret."));
            Ok((StatusCode::FORBIDDEN, Html(page)).into_response())
        }
        Ok(true) => {
            let cookie = cookies::make_secret()?;
            site.keep_pass(PassKind::Operator, &pass(&site, &cookie), HOLDER.to_owned(), LIFETIME).await?;
            let cookie = cookies::strict(&site, OPERATOR, &cookie, LIFETIME);
            let operator = Redirect::to(site.config.page("operator").path());
            Ok((AppendHeaders([(SET_COOKIE, cookie)]), operator).into_response())
        }
    }
}

/// `POST /operator-sign-out`.
pub(super) async fn sign_out(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    if let Some(pass) = pass_in(&site, &headers) {
        site.take_pass(PassKind::Operator, &pass).await?;
    }
    let cookie = cookies::strict(&site, OPERATOR, "", Duration::ZERO);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(site.config.page("").path())).into_response())
}

/// What `/operator` is to everyone else.
pub(super) fn sign_in_page(site: &Site) -> Response {
    (StatusCode::UNAUTHORIZED, Html(pages::operator_sign_in(&site.config, None))).into_response()
}

/// `GET /operator`.
pub(super) async fn page(State(site): State<Arc<Site>>) -> Result<Html<String>, ApiError> {
    let arrived = Arrived::read(&site).await?;
    let asked = |application: &_| kyc::requirements_of(&site, application);
    Ok(Html(pages::operator(&site.config, &arrived, asked, site.schemas.urls())))
}

/// `GET /api/state`.
pub(super) async fn state(State(site): State<Arc<Site>>) -> Result<Json<Value>, ApiError> {
    let arrived = Arrived::read(&site).await?;
    Ok(Json(state::view(&site, &arrived)))
}

/// `POST /api/applications/{id}/status`: [`Decision::read`] says what it takes.
pub(super) async fn decide_in_json(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, ApiError> {
    let decision = Decision::read(&read_json(request).await?)?;
    decide(&site, &id, decision).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /operator`: the same, from the form on the page.
pub(super) async fn decide_in_form(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let form = Form::read(request).await?;
    let additional = |url: &str| Requirement { id: None, schema: url.to_owned(), label: None, required: true };
    let decision = Decision {
        status: form.text("status").parse().ok().and_then(ApplicationStatus::from_code),
        invalid: form.all("invalid").map(str::to_owned).collect(),
        additional: form.all("additional").map(additional).collect(),
        message: form.all("message").next().map(str::to_owned),
    };
    let id = form.text("id");
    decide(&site, id, decision).await?;
    let page = format!("{}#application-{id}", site.config.page("operator").path());
    Ok(Redirect::to(&page).into_response())
}
