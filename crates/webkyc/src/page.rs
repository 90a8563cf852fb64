//! The pages that a browser is shown. They say nothing of the request, have no script, and load nothing.

use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use hyper::{Response, StatusCode};

/// The look of every page, for light and dark screens.
const STYLE: &str = ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:32rem;\
                     margin:20vh auto 0;padding:0 1.5rem}";

/// Nothing but that style, by its SHA-256.
const POLICY: &str = "default-src 'none'; style-src 'sha256-nyM+R3c3MsdDVjncApjriLHnkpOnz+KDSFRCIlcNyuY='; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// What a browser is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// The return that was waited for, however it came out: nothing was fetched yet, so there is nothing else to say.
    Returned,
    /// Not the return that is waited for.
    NotOurs,
    /// Another path.
    NotFound,
    /// Another method than `GET`.
    NotGet,
    /// Another host.
    OtherHost,
    /// A request that is not as browsers make them.
    BadRequest,
    /// A longer address than is read.
    TooLong,
    /// A browser that loads what the user has not opened.
    NotNow,
}

impl Page {
    fn status(self) -> StatusCode {
        match self {
            Self::Returned => StatusCode::OK,
            Self::NotOurs | Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotGet => StatusCode::METHOD_NOT_ALLOWED,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::NotNow => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Returned => "You can close this page and return to the wallet.",
            Self::NotOurs => {
                "This is not the return that the wallet waits for, so it was not used. The wallet goes on waiting."
            }
            Self::NotFound => "There is nothing here.",
            Self::NotGet | Self::BadRequest => "This request is not one that the wallet answers.",
            Self::OtherHost => "The wallet does not answer under this name.",
            Self::TooLong => "This address is too long.",
            Self::NotNow => "Open this page to return to the wallet.",
        }
    }

    /// The page as an answer.
    pub(crate) fn response(self) -> Response<String> {
        let sentence = self.sentence();
        let html = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>Identity wallet</title><style>{STYLE}</style></head><body><main><p>\
             {sentence}</p></main></body></html>"
        );
        let mut response = Response::new(html);
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        if self == Self::NotGet {
            headers.insert(ALLOW, HeaderValue::from_static("GET"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::{Digest as _, Sha256};

    use super::*;

    const PAGES: [Page; 8] = [
        Page::Returned,
        Page::NotOurs,
        Page::NotFound,
        Page::NotGet,
        Page::OtherHost,
        Page::BadRequest,
        Page::TooLong,
        Page::NotNow,
    ];

    #[test]
    fn the_policy_lets_the_style_through_and_nothing_else() {
        let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
        assert!(POLICY.contains(&format!("style-src 'sha256-{hash}'")), "{hash}");
        assert!(POLICY.starts_with("default-src 'none'"), "{POLICY}");
    }

    #[test]
    fn every_page_is_plain_and_is_not_kept() {
        for page in PAGES {
            let response = page.response();
            let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap());
            assert_eq!(header("cache-control"), Some("no-store"));
            assert_eq!(header("referrer-policy"), Some("no-referrer"));
            assert_eq!(header("x-content-type-options"), Some("nosniff"));
            assert_eq!(header("content-security-policy"), Some(POLICY));
            let html = response.body();
            assert!(html.contains("color-scheme:light dark"), "{html}");
            assert!(!html.contains("<script") && !html.contains("http"), "{html}");
        }
    }

    #[test]
    fn the_page_after_the_return_promises_nothing() {
        let html = Page::Returned.response().into_body();
        assert!(html.contains("You can close this page and return to the wallet."), "{html}");
        assert!(!html.to_lowercase().contains("verified") && !html.to_lowercase().contains("success"), "{html}");
    }
}
