//! Health, readiness and metrics.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch;
use tokio::time::timeout;

use super::metrics::Metrics;
use crate::database::Database;

/// A database that answers later than this is not ready.
const PATIENCE: Duration = Duration::from_secs(2);
const PROMETHEUS: HeaderValue = HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

/// What those who look after the service ask.
#[derive(Debug, Clone)]
pub(crate) struct Admin(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    database: Database,
    metrics: Arc<Metrics>,
    stopped: watch::Receiver<bool>,
}

impl Admin {
    pub(crate) fn new(database: Database, metrics: Arc<Metrics>, stopped: watch::Receiver<bool>) -> Self {
        Self(Arc::new(Inner { database, metrics, stopped }))
    }

    /// What a load balancer asks. Nothing of it says anything about anybody.
    pub(crate) fn probes(&self) -> Router {
        Router::new().route("/healthz", get(healthy)).route("/readyz", get(ready)).with_state(self.clone())
    }

    /// The same, with metrics.
    pub(crate) fn router(&self) -> Router {
        self.probes().merge(Router::new().route("/metrics", get(metrics)).with_state(self.clone()))
    }
}

async fn healthy() -> &'static str {
    "ok\n"
}

async fn ready(State(Admin(inner)): State<Admin>) -> (StatusCode, &'static str) {
    if *inner.stopped.borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match timeout(PATIENCE, inner.database.check()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer in time\n"),
    }
}

async fn metrics(State(Admin(inner)): State<Admin>) -> Response {
    match inner.metrics.text() {
        Ok(text) => ([(CONTENT_TYPE, PROMETHEUS)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
