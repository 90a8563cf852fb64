//! Forms of this provider's own pages.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};

use crate::error::ApiError;
use crate::fields::Fields;

const MAX_FORM_BYTES: usize = 64 * 1024;

/// Reads a form, and refuses what a page of another site sends. A client that says nothing is no browser, and has to have
/// a ticket or be on this machine.
pub(crate) async fn read(request: Request) -> Result<Fields, ApiError> {
    if !is_own(request.headers()) {
        return Err(ApiError::foreign_form());
    }
    if !has_type(request.headers(), "application/x-www-form-urlencoded") {
        return Err(ApiError::invalid("this is not a form"));
    }
    read_urlencoded(request).await
}

pub(crate) async fn read_urlencoded(request: Request) -> Result<Fields, ApiError> {
    let bytes = axum::body::to_bytes(request.into_body(), MAX_FORM_BYTES).await;
    let bytes = bytes.map_err(|_| ApiError::too_large())?;
    let badly_encoded = || ApiError::invalid("the form is not encoded as it should be");
    let text = std::str::from_utf8(&bytes).map_err(|_| badly_encoded())?;
    Fields::read(text).map_err(|_| badly_encoded())
}

/// Whether the body says that it is of this type, whatever parameters come with it.
pub(crate) fn has_type(headers: &HeaderMap, name: &str) -> bool {
    let value = text(headers, CONTENT_TYPE.as_str()).unwrap_or_default();
    value.split(';').next().is_some_and(|start| start.trim().eq_ignore_ascii_case(name))
}

fn is_own(headers: &HeaderMap) -> bool {
    let host = text(headers, HOST.as_str()).unwrap_or_default();
    let is_same = |origin: &str| origin.split_once("://").is_some_and(|(_, authority)| authority == host);
    let is_elsewhere = text(headers, "sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"));
    !is_elsewhere && text(headers, ORIGIN.as_str()).is_none_or(is_same)
}

pub(crate) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"))
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
        check(None, Some("http://127.0.0.1:9090"), false);
        check(None, Some("https://elsewhere.example"), false);
        check(None, Some("null"), false);
        check(Some("same-site"), None, false);
        check(Some("cross-site"), Some("http://127.0.0.1:8080"), false);
    }
}
