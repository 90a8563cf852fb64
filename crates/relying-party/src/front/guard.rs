//! Who may do what: forms are this site's own, and the operator sits at this machine.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::ApiError;
use crate::site::Site;

/// What proxies add; behind one, every peer is on this machine.
const FORWARDED: [&str; 3] = ["forwarded", "x-forwarded-for", "x-real-ip"];

/// Refuses what a page of another site asks for with the cookies of this one. `SameSite` alone does not: another port
/// of the same host counts as the same site. A client that says nothing is no browser, and has no cookies to abuse.
pub(super) async fn own_forms_only(request: Request, next: Next) -> Response {
    if request.method() == Method::POST && !is_own(request.headers()) {
        return ApiError::forbidden("this was not asked for by a page of this site").into_response();
    }
    next.run(request).await
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let host = text(HOST.as_str()).unwrap_or_default();
    let same_origin = |origin: &str| origin.split_once("://").is_some_and(|(_, authority)| authority == host);
    text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"))
        && text(ORIGIN.as_str()).is_none_or(same_origin)
}

/// The operator's pages are not there for anyone else.
pub(super) async fn operator_only(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if is_operator(&site, &request) {
        return next.run(request).await;
    }
    ApiError::not_found("not_found", "this site has no such page").into_response()
}

/// Whether this comes from this very machine, not through a proxy, to a name that a page from elsewhere cannot have
/// (DNS rebinding).
pub(super) fn is_operator(site: &Site, request: &Request) -> bool {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip());
    site.config.operator
        && peer.is_some_and(|address| address.is_loopback())
        && FORWARDED.iter().all(|name| !request.headers().contains_key(*name))
        && is_local_name(request, site.config.website.host_str())
}

fn is_local_name(request: &Request, website: Option<&str>) -> bool {
    let header = request.headers().get(HOST).and_then(|value| value.to_str().ok());
    // A request without a host comes from no browser.
    let Some(authority) = header.or(request.uri().authority().map(Authority::as_str)) else { return true };
    let without_port = authority.rsplit_once(':').filter(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()));
    let host = without_port.map_or(authority, |(host, _)| host);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]") || website == Some(host)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn forms_are_told_apart_by_where_they_come_from() {
        let check = |fetch_site: Option<&'static str>, origin: Option<&'static str>, expected: bool| {
            let mut headers = HeaderMap::from_iter([(HOST, HeaderValue::from_static("127.0.0.1:8080"))]);
            for (name, value) in [("sec-fetch-site", fetch_site), ("origin", origin)] {
                if let Some(value) = value {
                    headers.insert(name, HeaderValue::from_static(value));
                }
            }
            assert_eq!(is_own(&headers), expected, "{fetch_site:?} {origin:?}");
        };
        check(None, None, true);
        check(Some("same-origin"), Some("http://127.0.0.1:8080"), true);
        check(Some("none"), None, true);
        check(None, Some("http://127.0.0.1:9090"), false);
        check(None, Some("https://elsewhere.example"), false);
        check(None, Some("null"), false);
        check(Some("same-site"), None, false);
        check(Some("cross-site"), Some("http://127.0.0.1:8080"), false);
    }
}
