//! The operator's side: everything that has arrived, and decisions about applications. From this machine only, and only
//! where [`Config::operator`](crate::Config::operator) says so.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde_json::Value;

use super::state::{self, Arrived};
use super::{Form, pages};
use crate::api::{ApiError, Decision, decide, kyc, read_json};
use crate::config::Requirement;
use crate::site::Site;
use crate::store::ApplicationStatus;

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
