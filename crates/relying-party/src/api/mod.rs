//! The LWS endpoints of both dialects.
//!
//! A request's dialect is told by its `User-Agent`, which the two spell differently; endpoint and token have to be
//! of the same one.

mod body;
mod challenge;
mod classic_application;
mod decide;
mod describe;
mod error;
mod files;
mod headers;
pub(crate) mod kyc;
mod login;
mod users;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Method, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

pub(crate) use self::body::read_json;
pub(crate) use self::decide::{Decision, decide};
pub(crate) use self::describe::describe;
pub(crate) use self::error::{ApiError, in_seconds, retry_after};
use crate::site::Site;

/// All endpoints, to be nested anywhere.
pub(crate) fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/config", get(describe))
        .route("/auth/challenge", get(challenge::classic_challenge).post(challenge::respond))
        .route("/auth/challenge/{subject}", get(challenge::challenge_for))
        .route("/auth/challenge-response", post(challenge::respond))
        .route("/users", post(users::sign_up))
        .route("/users/file", post(files::upload_for_sign_up))
        .route("/auth/token", get(login::classic_token))
        .route("/users/token", get(login::did_token))
        .route("/login", post(login::log_in))
        .route("/templates", get(kyc::list_templates))
        .route("/templates/{id}", get(kyc::did_template))
        .route("/templates/{id}/schema.json", get(kyc::classic_template))
        .route("/files", post(files::upload_for_application))
        .route("/applications", get(kyc::list_applications).post(kyc::apply))
        .route("/applications/{id}", get(kyc::application).patch(kyc::update))
        .route("/applications/{id}/chat", post(kyc::chat))
        .route("/applications/{id}/change_status", post(kyc::change_status))
        .route("/kyc-users", post(kyc::add_kyc_user))
        .route("/kyc-users/me", get(kyc::kyc_user))
        .fallback(elsewhere)
        .method_not_allowed_fallback(wrong_method)
        // The bodies are read by `body`, each with a limit of its own.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&site), tidy))
        .layer(from_fn(observe))
        .with_state(site)
}

/// Before anything is looked up, so that what has expired is gone for whoever asks.
pub(crate) async fn tidy(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    match site.tidy().await {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

/// Whether a path below the mount is one of the above, or could be.
pub(crate) fn is_endpoint(path: &str) -> bool {
    const FIRST: [&str; 8] = ["config", "auth", "users", "login", "templates", "files", "applications", "kyc-users"];
    path.is_empty() || FIRST.contains(&path.split('/').next().unwrap_or_default())
}

/// One of the site's own schemas, or nothing.
async fn elsewhere(State(site): State<Arc<Site>>, method: Method, uri: Uri) -> Response {
    let mount = site.config.mount.trim_matches('/');
    let below = if mount.is_empty() { String::new() } else { format!("/{mount}") };
    let unknown = || ApiError::not_found("not_found", "this site has no such endpoint").into_response();
    site.own_schemas.answer(&method, &below, &uri).unwrap_or_else(unknown)
}

async fn wrong_method() -> ApiError {
    ApiError::method_not_allowed()
}

/// One line per request, with the route rather than the path: a path may name a person.
async fn observe(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    tracing::info!(%method, route = route.as_deref().unwrap_or("(none)"), status = response.status().as_u16());
    response
}
