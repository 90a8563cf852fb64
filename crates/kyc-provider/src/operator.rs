//! What was called, as a page and as JSON, and the switches of faults. Nothing here is secret, so there is no sign-in.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::fault::Fault;
use crate::form;
use crate::pages;
use crate::site::Site;

pub(crate) fn router() -> Router<Arc<Site>> {
    Router::new().route("/operator", get(page)).route("/operator/faults", post(switch)).route("/api/state", get(state))
}

/// `GET /operator`.
async fn page(State(site): State<Arc<Site>>) -> Html<String> {
    let faults = site.faults();
    let entries: Vec<_> = site.log().entries().cloned().collect();
    let page = pages::operator(&site.config, &faults, &entries, site.ledger().checks());
    Html(page)
}

/// `POST /operator/faults`: exactly the faults that the form names are on, each as a field `fault`.
async fn switch(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let fields = form::read(request).await?;
    if fields.has_others_than(&["fault"]) {
        return Err(ApiError::invalid("there is a field that nobody knows"));
    }
    let faults: Result<BTreeSet<Fault>, _> = fields.all("fault").map(str::parse).collect();
    site.set_faults(faults.map_err(|_| ApiError::invalid("there is no such fault"))?);
    Ok(Redirect::to("/operator").into_response())
}

/// `GET /api/state`: for tests. A check is known by the first half of its code's SHA-256.
async fn state(State(site): State<Arc<Site>>) -> Json<Value> {
    let calls = site.log().counts().clone();
    let faults: Vec<_> = site.faults().into_iter().map(Fault::name).collect();
    let ledger = site.ledger();
    let codes: Vec<Value> = ledger
        .checks()
        .map(|check| {
            json!({
                "number": check.number,
                "dialect": check.request.dialect.name(),
                "codeDigest": check.code_digest(),
                "presented": check.presented,
                "fetched": check.fetched,
                "revoked": check.is_revoked,
                "person": check.choice.person.key,
            })
        })
        .collect();
    Json(json!({"calls": calls, "codes": codes, "openPages": ledger.open_pages(), "faults": faults}))
}
