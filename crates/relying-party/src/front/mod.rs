//! The site's own pages: what it is, who is logged in, what it knows about them, and, for the operator, everything.
//!
//! They work without script: links, forms, redirects. A form is taken from this site's own pages only.

mod account;
mod cookies;
mod guard;
mod html;
mod operator;
mod pages;
mod passwords;
mod peer;
mod session;
mod state;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};

use self::peer::peer;
use crate::api::{ApiError, describe, in_seconds, retry_after, tidy};
use crate::site::Site;
use crate::store::FileId;

/// No script, nothing from elsewhere, not to be framed.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Where the endpoints cannot be mounted: the first segments, or whole paths, of the pages below.
pub(crate) const TAKEN: [&str; 19] = [
    "style.css",
    "icon.svg",
    "account",
    "session",
    "logout",
    "sign-in",
    "register",
    "link",
    "cancel-link",
    "link-wallet",
    "unlink",
    "delete-account",
    "received",
    "operator",
    "operator-sign-in",
    "operator-sign-out",
    "api/state",
    "api/applications",
    ".well-known",
];

/// The pages, to be merged at the root of the site.
pub(crate) fn router(site: Arc<Site>) -> Router {
    let operator = Router::new()
        .route("/operator", get(operator::page).post(operator::decide_in_form))
        .route("/api/state", get(operator::state))
        .route("/api/applications/{id}/status", post(operator::decide_in_json))
        .route_layer(from_fn_with_state(Arc::clone(&site), guard::operator_only));
    let pages = Router::new()
        .route("/", get(home))
        .route("/style.css", get(style))
        .route("/icon.svg", get(icon))
        .route("/session", get(session::arrive).head(looked_at).post(session::begin))
        .route("/logout", post(session::end))
        .route("/sign-in", get(passwords::page).post(passwords::sign_in))
        .route("/register", post(passwords::register))
        .route("/account", get(account::page))
        .route("/link", post(account::start_linking))
        .route("/cancel-link", post(account::stop_linking))
        .route("/link-wallet", post(account::link_wallet))
        .route("/unlink", post(account::unlink_wallet))
        .route("/delete-account", post(account::delete))
        .route("/received/{id}", get(received))
        // So that the site's plain address is enough for a wallet.
        .route("/.well-known/lws.json", get(describe))
        .route("/operator-sign-in", post(operator::sign_in))
        .route("/operator-sign-out", post(operator::sign_out))
        .merge(operator);
    // Without a mount, the endpoints answer for whatever is no page.
    let pages = if site.config.mount.trim_matches('/').is_empty() { pages } else { pages.fallback(elsewhere) };
    pages
        .layer(from_fn_with_state(Arc::clone(&site), guard::own_forms_only))
        .layer(from_fn_with_state(Arc::clone(&site), tidy))
        .layer(map_response(harden))
        .with_state(site)
}

/// Whether a path of the website is a page's.
pub(crate) fn is_page(path: &str) -> bool {
    path.is_empty() || TAKEN.iter().any(|taken| path == *taken || path.starts_with(&format!("{taken}/")))
}

/// One of the site's own schemas that is not below the mount. What the front page and an address that leads nowhere have
/// in common is the way back.
async fn elsewhere(State(site): State<Arc<Site>>, method: Method, uri: Uri) -> Response {
    if let Some(schema) = site.own_schemas.answer(&method, "", &uri) {
        return schema;
    }
    let page = pages::message("There is no such page", "The address leads nowhere on this site.");
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}

async fn home(State(site): State<Arc<Site>>, request: Request) -> Result<Html<String>, ApiError> {
    let may_operate = operator::signed_in(&site, request.headers(), peer(&site, &request)).await?.is_some();
    let visitor = session::visitor(&site, request.headers()).await?;
    Ok(Html(pages::home(&site.config, visitor.as_ref(), may_operate)))
}

/// What only looks at a link, such as a scanner of messages, does not use its ticket up.
async fn looked_at() -> StatusCode {
    StatusCode::NO_CONTENT
}

async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("style.css"))
}

async fn icon() -> impl IntoResponse {
    ([(CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg"))
}

/// A file as it came, for whoever sent it and for the operator. Its type was confirmed when it came, and its name is
/// not used.
async fn received(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, ApiError> {
    let may_operate = operator::signed_in(&site, request.headers(), peer(&site, &request)).await?.is_some();
    let visitor = session::visitor(&site, request.headers()).await?;
    let id = FileId::from_text(id);
    let found = site.store(move |store| Ok(store.file(&id)?.zip(store.file_content(&id)?))).await?;
    let visible = found.filter(|(file, _)| {
        may_operate || visitor.as_ref().is_some_and(|visitor| visitor.user.wallets.contains(&file.owner))
    });
    let (file, content) = visible.ok_or_else(|| ApiError::not_found("file_not_found", "this site has no such file"))?;
    let headers = [(CONTENT_TYPE, file.mime_type), (CONTENT_DISPOSITION, "inline".to_owned())];
    Ok((headers, content).into_response())
}

async fn harden(mut response: Response) -> Response {
    let fixed: [(HeaderName, &'static str); 6] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
        // Not `no-referrer`: with it, browsers hide from a form's own site that the form is its own.
        (HeaderName::from_static("referrer-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cache-control"), "no-store"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A page for someone who has to wait before the next attempt.
fn too_fast(wait: Duration, page: impl FnOnce(&str) -> String) -> Response {
    let seconds = in_seconds(wait);
    let text = format!("There were too many attempts. Try again in {seconds} seconds.");
    (StatusCode::TOO_MANY_REQUESTS, [retry_after(wait)], Html(page(&text))).into_response()
}

/// What a page's form says: its fields in order, names may repeat.
struct Form(Vec<(String, String)>);

impl Form {
    /// Far above what a person types.
    const MAX_BYTES: usize = 64 * 1024;

    async fn read(request: Request) -> Result<Self, ApiError> {
        let is_form = |headers: &HeaderMap| {
            let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
            value.split(';').next().is_some_and(|name| name.trim() == "application/x-www-form-urlencoded")
        };
        if !is_form(request.headers()) {
            return Err(ApiError::malformed("content_type_invalid", "this is not a form"));
        }
        let bytes = axum::body::to_bytes(request.into_body(), Self::MAX_BYTES).await;
        let bytes = bytes.map_err(|_| ApiError::too_large("the form", Self::MAX_BYTES))?;
        Ok(Self(url::form_urlencoded::parse(&bytes).into_owned().collect()))
    }

    /// The first field of this name, empty when there is none.
    fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// All fields of this name that are not empty.
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}
