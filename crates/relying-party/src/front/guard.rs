//! Who may do what: forms are this site's own, and the operator has shown the secret.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use url::Url;

use super::operator::{self, SignedIn};
use super::peer::peer;
use crate::api::ApiError;
use crate::site::Site;

/// Refuses what a page of another site asks for with the cookies of this one. `SameSite` alone does not: another port
/// of the same host counts as the same site. A client that says nothing is no browser, and has no cookies to abuse.
pub(super) async fn own_forms_only(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if request.method() == Method::POST && !is_own(request.headers(), &site.config.website) {
        return ApiError::forbidden("this was not asked for by a page of this site").into_response();
    }
    next.run(request).await
}

fn is_own(headers: &HeaderMap, website: &Url) -> bool {
    let host = text(headers, HOST.as_str()).unwrap_or_default();
    // A proxy may ask for the site by another name than the browser did.
    let is_website = |origin: &str| website.origin().is_tuple() && origin == website.origin().ascii_serialization();
    let same_origin =
        |origin: &str| is_website(origin) || origin.split_once("://").is_some_and(|(_, authority)| authority == host);
    !is_from_elsewhere(headers) && text(headers, ORIGIN.as_str()).is_none_or(same_origin)
}

/// Whether a browser says that a page of another site led here. One that was opened by a program says `none`.
pub(super) fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    text(headers, "sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"))
}

/// Lets only those who have shown the secret see the operator's pages. Where the site has no secret, there are none.
///
/// A browser that shows its cookie has to say, too, that its own page asks for a change: unlike the visitors' forms,
/// these are never sent by what says nothing.
pub(super) async fn operator_only(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if site.config.operator.is_none() {
        return ApiError::not_found("not_found", "this site has no such page").into_response();
    }
    let is_page = request.uri().path().ends_with("/operator") && !request.headers().contains_key(AUTHORIZATION);
    match operator::signed_in(&site, request.headers(), peer(&site, &request)).await {
        Ok(Some(SignedIn::Browser)) if is_change(&request) && !says_own(request.headers()) => {
            ApiError::forbidden("this was not asked for by a page of this site").into_response()
        }
        Ok(Some(_)) => next.run(request).await,
        Ok(None) if is_page && !is_change(&request) => operator::sign_in_page(&site),
        Ok(None) => ApiError::operator_only().into_response(),
        Err(error) => error.into_response(),
    }
}

fn is_change(request: &Request) -> bool {
    request.method() != Method::GET && request.method() != Method::HEAD
}

/// Whether a request says that a page of this site asks; [`own_forms_only`] has seen that what it says is so.
fn says_own(headers: &HeaderMap) -> bool {
    headers.contains_key(ORIGIN) || text(headers, "sec-fetch-site") == Some("same-origin")
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn forms_are_told_apart_by_where_they_come_from() {
        let website = "https://rp.example/club".parse().unwrap();
        let check = |fetch_site: Option<&'static str>, origin: Option<&'static str>, expected: bool| {
            let mut headers = HeaderMap::from_iter([(HOST, HeaderValue::from_static("127.0.0.1:8080"))]);
            for (name, value) in [("sec-fetch-site", fetch_site), ("origin", origin)] {
                if let Some(value) = value {
                    headers.insert(name, HeaderValue::from_static(value));
                }
            }
            assert_eq!(is_own(&headers, &website), expected, "{fetch_site:?} {origin:?}");
        };
        check(None, None, true);
        check(Some("same-origin"), Some("http://127.0.0.1:8080"), true);
        check(Some("same-origin"), Some("https://rp.example"), true);
        check(Some("none"), None, true);
        check(None, Some("http://127.0.0.1:9090"), false);
        check(None, Some("http://rp.example"), false);
        check(None, Some("https://elsewhere.example"), false);
        check(None, Some("null"), false);
        check(Some("same-site"), None, false);
        check(Some("cross-site"), Some("http://127.0.0.1:8080"), false);
    }
}
