//! The site's own pages: what has arrived, for people and (`GET /api/state`) for tests, and where a login ends.
//!
//! The front page shows everything that wallets have sent to whoever can reach it. That is its purpose on a
//! developer's machine; a service with real users mounts [`RelyingParty::api`](crate::RelyingParty::api) alone.

mod html;
mod pages;
mod session;
mod state;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};

use crate::api::{ApiError, describe, kyc, read_json};
use crate::site::Site;
use crate::store::FileId;

/// No script, nothing from elsewhere, not to be framed.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Where the endpoints cannot be mounted: the first segments, or whole paths, of the pages below.
pub(crate) const TAKEN: [&str; 8] =
    ["style.css", "account", "session", "logout", "received", "api/state", "api/applications", ".well-known"];

/// The pages, to be merged at the root of the site.
pub(crate) fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/style.css", get(style))
        .route("/account", get(session::account))
        .route("/session", get(session::begin))
        .route("/logout", post(session::end))
        .route("/received/{id}", get(received))
        .route("/api/state", get(state::state))
        .route("/api/applications/{id}/status", post(decide))
        // So that the site's plain address is enough for a wallet.
        .route("/.well-known/lws.json", get(describe))
        .layer(map_response(harden))
        .with_state(site)
}

async fn home(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Html<String>, ApiError> {
    let arrived = state::Arrived::read(&site).await?;
    let visitor = session::visitor(&site, &headers).await?;
    Ok(Html(pages::home(&site.config, &arrived, visitor)))
}

/// `POST /api/applications/{id}/status`: plays the site's operator, for tests. From this machine only.
async fn decide(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, ApiError> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip());
    if !peer.is_some_and(|address| address.is_loopback()) {
        return Err(ApiError::not_found("not_found", "this site has no such page"));
    }
    kyc::decide(&site, &id, &read_json(request).await?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("style.css"))
}

/// A file as it came. Its type was confirmed when it came, and its name is not used.
async fn received(State(site): State<Arc<Site>>, Path(id): Path<String>) -> Result<Response, ApiError> {
    let id = FileId::from_text(id);
    let found = site.store(move |store| Ok(store.file(&id)?.zip(store.file_content(&id)?))).await?;
    let (file, content) = found.ok_or_else(|| ApiError::not_found("file_not_found", "this site has no such file"))?;
    let headers = [(CONTENT_TYPE, file.mime_type), (CONTENT_DISPOSITION, "inline".to_owned())];
    Ok((headers, content).into_response())
}

async fn harden(mut response: Response) -> Response {
    let fixed: [(HeaderName, &'static str); 4] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
        (HeaderName::from_static("referrer-policy"), "no-referrer"),
        (HeaderName::from_static("cache-control"), "no-store"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
