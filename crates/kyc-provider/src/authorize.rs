//! Where a browser begins: what a client may ask for, the page where a tester picks, and the way back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::{ACCEPT, CONTENT_SECURITY_POLICY, HeaderValue, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use serde_json::json;

use crate::choice::{Choice, Document, Outcome, Person, Pick};
use crate::config::{Config, Reading, RedirectUri, is_safe_link};
use crate::error::{ApiError, Reason};
use crate::fault::{Fault, Return, make_code, returning, with_query};
use crate::fields::Fields;
use crate::form;
use crate::ledger::{self, Dialect};
use crate::pages;
use crate::site::Site;

const KNOWN: [&str; 6] = ["response_type", "client_id", "redirect_uri", "scope", "state", "back_url"];
const MAX_STATE_CHARS: usize = 1_024;

/// Why a request is not let in.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    /// A page says so: nobody knows whether the redirect URI is the client's.
    Page(&'static str),
    /// The browser goes back with an error (RFC 6749, section 4.1.2.1).
    Back { redirect_uri: String, error: &'static str, description: &'static str, state: Option<String> },
}

/// `GET /authorize?response_type=code&client_id=…&redirect_uri=…`.
pub(crate) async fn page(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let query = request.uri().query().unwrap_or_default();
    let asked = match read(&site.config, query) {
        Ok(asked) => asked,
        Err(Refusal::Page(reason)) => return Ok(error_page(reason)),
        Err(Refusal::Back { redirect_uri, error, description, state }) => {
            let mut fields = vec![("error", error), ("error_description", description)];
            fields.extend(state.as_deref().map(|state| ("state", state)));
            let mut response = sent_to(StatusCode::FOUND, &with_query(&redirect_uri, &fields));
            response.extensions_mut().insert(Reason(description.to_owned()));
            return Ok(response);
        }
    };
    if let Some(choice) = &site.config.auto {
        return end(&site, asked, choice.clone(), site.now(), StatusCode::FOUND);
    }
    let ticket = site.ledger().open(asked.clone(), site.now()).map_err(ApiError::internal)?;
    Ok(choose(&site, &asked, &ticket, request.headers()))
}

/// `GET /web-idv/verify/{id}`: the address that `verification-url` gave.
pub(crate) async fn verify(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, ApiError> {
    let visited = site.ledger().visit(&id, site.now()).map_err(ApiError::internal)?;
    let Some((ticket, asked)) = visited else {
        return Ok(error_page("This address was used, is too old, or was never given out."));
    };
    if let Some(choice) = &site.config.auto {
        let taken = site.ledger().take(&ticket, site.now());
        let (asked, started) = taken.ok_or_else(|| ApiError::invalid("the address was used at the same time"))?;
        return end(&site, asked, choice.clone(), started, StatusCode::FOUND);
    }
    Ok(choose(&site, &asked, &ticket, request.headers()))
}

/// `POST /authorize/decide`: the form of the page, or the same from a script.
pub(crate) async fn decide(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let fields = form::read(request).await?;
    let choice = match read_choice(&fields) {
        Ok(choice) => choice,
        Err(reason) => return Ok(error_page(reason)),
    };
    let ticket = fields.once("ticket").ok().flatten().unwrap_or_default();
    let taken = site.ledger().take(ticket, site.now());
    let Some((asked, started)) = taken else {
        return Ok(error_page("This page was decided before, is older than an hour, or is not from here."));
    };
    end(&site, asked, choice, started, StatusCode::SEE_OTHER)
}

/// What a client asks for, if it may.
fn read(config: &Config, query: &str) -> Result<ledger::Request, Refusal> {
    let fields = Fields::read(query).map_err(|_| Refusal::Page("The query is not encoded as it should be."))?;
    let once = |name, twice| fields.once(name).map_err(|_| Refusal::Page(twice));
    let client_id = once("client_id", "client_id is there more than once.")?;
    if client_id != Some(config.client_id.as_str()) {
        return Err(Refusal::Page("client_id is missing, or not the id of a client."));
    }
    let redirect_uri = once("redirect_uri", "redirect_uri is there more than once.")?;
    let redirect_uri = redirect_uri.filter(|uri| config.is_registered(uri));
    let redirect_uri = redirect_uri
        .ok_or(Refusal::Page("redirect_uri is missing, or not a registered one, character for character."))?
        .to_owned();

    let state = fields.once("state").ok().flatten().filter(|state| is_state(state)).map(str::to_owned);
    let back = |error, description| Refusal::Back {
        redirect_uri: redirect_uri.clone(),
        error,
        description,
        state: state.clone(),
    };
    if KNOWN.iter().any(|name| fields.once(name).is_err()) {
        return Err(back("invalid_request", "a parameter is there more than once"));
    }
    if config.reading == Reading::Strict && fields.has_others_than(&KNOWN) {
        return Err(back("invalid_request", "there is a parameter that nobody knows"));
    }
    let value = |name| fields.once(name).ok().flatten();
    match value("response_type") {
        Some("code") => {}
        None => return Err(back("invalid_request", "response_type is missing")),
        Some(_) => return Err(back("unsupported_response_type", "response_type has to be code")),
    }
    if value("scope").is_some_and(|scope| scope != "kyc") {
        return Err(back("invalid_scope", "scope has to be kyc"));
    }
    if value("state").is_some() && state.is_none() {
        return Err(back("invalid_request", "state has at most 1,024 characters, visible ones of ASCII and spaces"));
    }
    let back_url = value("back_url").map(str::to_owned);
    if back_url.as_ref().is_some_and(|url| !is_safe_link(url)) {
        return Err(back("invalid_request", "back_url has to be https, or http of this machine"));
    }
    Ok(ledger::Request { dialect: Dialect::WebKyc, redirect_uri, state, back_url, documents: 1, flow: None })
}

/// `VSCHAR` of RFC 6749, appendix A.5.
fn is_state(text: &str) -> bool {
    text.len() <= MAX_STATE_CHARS && text.bytes().all(|byte| (0x20..=0x7e).contains(&byte))
}

fn read_choice(fields: &Fields) -> Result<Choice, &'static str> {
    const KNOWN: [&str; 7] = ["ticket", "person", "document", "outcome", "pictures", "second_document", "face"];
    if fields.has_others_than(&KNOWN) || KNOWN.iter().any(|name| fields.once(name).is_err()) {
        return Err("The form has a field that nobody knows, or one more than once.");
    }
    let usual = Choice::default();
    let value = |name| fields.once(name).ok().flatten();
    let person = value("person").map_or(Some(usual.person), Person::find);
    let second = value("second_document").filter(|key| *key != "none");
    Ok(Choice {
        person: person.ok_or("There is no such person.")?,
        document: picked(value("document"), usual.document).ok_or("There is no such document.")?,
        outcome: picked(value("outcome"), usual.outcome).ok_or("The provider does not know this outcome.")?,
        pictures: picked(value("pictures"), usual.pictures).ok_or("There are no such pictures.")?,
        second_document: match second {
            None => None,
            Some(key) => Some(Document::find(key).ok_or("There is no such document.")?),
        },
        face: picked(value("face"), usual.face).ok_or("The face is shown or hidden.")?,
    })
}

fn picked<T: Pick>(key: Option<&str>, usual: T) -> Option<T> {
    key.map_or(Some(usual), T::find)
}

/// The page, or its ticket for a script that asks for JSON.
fn choose(site: &Site, asked: &ledger::Request, ticket: &str, headers: &HeaderMap) -> Response {
    if form::text(headers, ACCEPT.as_str()) == Some("application/json") {
        let decide = site.config.url("/authorize/decide");
        return Json(json!({"ticket": ticket, "decideUrl": decide})).into_response();
    }
    let page = pages::choose(&site.config, asked, ticket, &site.faults());
    with_policy(Html(page).into_response(), &onward_policy(site, "img-src 'self'"))
}

/// Browsers hold a form to its policy in what it is answered with, too: the redirect to the client.
fn onward_policy(site: &Site, images: &str) -> String {
    let mut origins: Vec<String> = site.config.redirects.iter().filter_map(RedirectUri::origin).collect();
    if site.faults().contains(&Fault::ForeignRedirect) {
        origins.push("https://elsewhere.example".to_owned());
    }
    format!(
        "default-src 'none'; style-src 'self'; {images}; form-action 'self' {}; base-uri 'none'; frame-ancestors 'none'",
        origins.join(" ")
    )
}

fn with_policy(mut response: Response, policy: &str) -> Response {
    if let Ok(policy) = HeaderValue::from_str(policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// A check is over.
fn end(
    site: &Site,
    asked: ledger::Request,
    choice: Choice,
    started: Timestamp,
    redirect: StatusCode,
) -> Result<Response, ApiError> {
    let faults = site.faults();
    let outcome = choice.outcome;
    let mut code = None;
    if outcome == Outcome::Verified {
        let made = make_code(&faults).map_err(ApiError::internal)?;
        site.ledger().finish(asked.clone(), choice, started, site.now(), &made);
        code = Some(made);
    }
    Ok(match returning(&asked, outcome, code.as_deref(), &faults) {
        Return::To(place) => sent_to(redirect, &place),
        Return::Twice(place) => {
            let policy = onward_policy(site, "img-src *");
            with_policy(Html(pages::twice(&place)).into_response(), &policy)
        }
        Return::Nowhere => {
            let text = "Nothing was sent back: this is what happens when somebody closes the page of a check.";
            Html(pages::message("The check was closed", text, None)).into_response()
        }
    })
}

fn sent_to(status: StatusCode, place: &str) -> Response {
    match HeaderValue::from_str(place) {
        Ok(place) => (status, [(LOCATION, place)]).into_response(),
        Err(error) => ApiError::internal(error).into_response(),
    }
}

fn error_page(reason: &str) -> Response {
    let text = "The browser is not sent back, since that could be a trap.";
    let page = pages::message("This request cannot be used", reason, Some(text));
    let mut response = (StatusCode::BAD_REQUEST, Html(page)).into_response();
    response.extensions_mut().insert(Reason(reason.to_owned()));
    response
}
