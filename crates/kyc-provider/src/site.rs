//! A provider as a router.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use jiff::Timestamp;

use crate::config::{Config, ConfigError, Dialects};
use crate::error::ApiError;
use crate::fault::{Endpoint, Fault, FaultClass, broken};
use crate::ledger::Ledger;
use crate::log::{self, Log};
use crate::{authorize, operator, pages, web_idv, web_kyc};

/// Far above the five short fields of an exchange.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// A provider with one client, everything in memory.
#[derive(Debug, Clone)]
pub struct Provider(Arc<Site>);

impl Provider {
    /// # Errors
    /// [`ConfigError`] when the client has no redirect URI, or an id that it could not send.
    pub fn new(config: Config) -> Result<Self, ConfigError> {
        if config.redirects.is_empty() {
            return Err(ConfigError::NoRedirect);
        }
        let is_fine = |byte: u8| byte.is_ascii_graphic() && byte != b':';
        if config.client_id.is_empty() || !config.client_id.bytes().all(is_fine) {
            return Err(ConfigError::ClientId);
        }
        let faults = Mutex::new(config.faults.iter().copied().collect());
        Ok(Self(Arc::new(Site { config, ledger: Mutex::default(), faults, log: Mutex::default() })))
    }

    /// The endpoints of the dialects that are on, and the pages.
    pub fn router(&self) -> Router {
        let site = &self.0;
        let endpoint = |class| Endpoint { site: Arc::clone(site), class };
        let mut router = pages::router().merge(operator::router());
        router = router.route("/authorize/decide", post(authorize::decide));
        if site.config.dialects != Dialects::WebIdv {
            router = router
                .route("/authorize", get(authorize::page).head(looked_at))
                .route(
                    "/v2/web-kyc/token",
                    post(web_kyc::token).layer(from_fn_with_state(endpoint(FaultClass::Token), broken)),
                )
                .route(
                    "/v2/web-kyc/details",
                    get(web_kyc::details).layer(from_fn_with_state(endpoint(FaultClass::Details), broken)),
                );
        }
        if site.config.dialects != Dialects::WebKyc {
            let result =
                get(web_idv::result).head(looked_at).layer(from_fn_with_state(endpoint(FaultClass::Details), broken));
            router = router
                .route(
                    "/web-idv/verification-url",
                    get(web_idv::address).layer(from_fn_with_state(endpoint(FaultClass::Token), broken)),
                )
                .route("/web-idv/verify/{id}", get(authorize::verify).head(looked_at))
                .route("/web-idv/verification-result", result);
        }
        router
            .method_not_allowed_fallback(|| async { ApiError::wrong_method() })
            .fallback(|| async { ApiError::not_found() })
            .layer(from_fn_with_state(Arc::clone(site), log::write))
            .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
            .layer(map_response(harden))
            .with_state(Arc::clone(site))
    }
}

/// What only looks at an address, such as a scanner of messages, uses nothing up.
async fn looked_at() -> axum::http::StatusCode {
    axum::http::StatusCode::NO_CONTENT
}

/// What the handlers share.
pub(crate) struct Site {
    pub(crate) config: Config,
    ledger: Mutex<Ledger>,
    faults: Mutex<BTreeSet<Fault>>,
    log: Mutex<Log>,
}

impl Site {
    pub(crate) fn now(&self) -> Timestamp {
        self.config.clock.now()
    }

    pub(crate) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The faults that are on.
    pub(crate) fn faults(&self) -> BTreeSet<Fault> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_faults(&self, faults: BTreeSet<Fault>) {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner) = faults;
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("config", &self.config).finish_non_exhaustive()
    }
}

/// No script, nothing from elsewhere, not to be framed. A page that sends the browser on has a policy of its own.
async fn harden(mut response: Response) -> Response {
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                  frame-ancestors 'none'";
    let fixed: [(HeaderName, &'static str); 5] = [
        (CONTENT_SECURITY_POLICY, policy),
        (HeaderName::from_static("x-content-type-options"), "nosniff"),
        // Not `no-referrer`: with it, browsers hide from a form's own site that the form is its own.
        (HeaderName::from_static("referrer-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cache-control"), "no-store"),
    ];
    for (name, value) in fixed {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
