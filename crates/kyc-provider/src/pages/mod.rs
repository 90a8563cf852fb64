//! The pages. They work without script.

mod choose;
mod html;
mod operator;

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use url::form_urlencoded::Serializer;

pub(crate) use self::choose::choose;
use self::html::Escaped;
pub(crate) use self::operator::operator;
use crate::config::{Config, Dialects};
use crate::site::Site;

/// Shown on every page: nobody may take this for a real provider.
const NO_CHECK: &str = "Test provider: no real check happens here";

pub(crate) fn router() -> Router<Arc<Site>> {
    let style = || async { ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("style.css")).into_response() };
    let icon = || async { ([(CONTENT_TYPE, "image/svg+xml")], include_str!("icon.svg")).into_response() };
    Router::new().route("/", get(front)).route("/style.css", get(style)).route("/icon.svg", get(icon))
}

/// `GET /`: where everything is, and a check to try.
async fn front(State(site): State<Arc<Site>>) -> Html<String> {
    Html(home(&site.config))
}

fn home(config: &Config) -> String {
    let mut rows = String::new();
    let mut row = |name: &str, value: &str| {
        let _ = write!(rows, "<tr><th>{name}</th><td class=\"mono\">{}</td></tr>", Escaped(value));
    };
    row("Client", &config.client_id);
    config.redirects.iter().for_each(|uri| row("Redirect URI", uri.as_str()));
    if config.dialects != Dialects::WebIdv {
        row("Web KYC, in the browser", &config.url("/authorize"));
        row("Web KYC, interface", &config.url("/v2/web-kyc"));
    }
    if config.dialects != Dialects::WebKyc {
        row("Web IDV, interface", &config.url("/web-idv"));
    }
    let try_it = match config.redirects.first() {
        Some(uri) if config.dialects != Dialects::WebIdv => {
            let fields = [("response_type", "code"), ("client_id", &config.client_id), ("redirect_uri", uri.as_str())];
            let query = Serializer::new(String::new()).extend_pairs(fields).finish();
            format!("<a class=\"button\" href=\"/authorize?{}\">Try a check</a>", Escaped(&query))
        }
        _ => String::new(),
    };
    let body = format!(
        "<header class=\"hero\"><h1>A provider to test against</h1>\
         <p class=\"lead\">Clients of Web KYC and Web IDV are sent here. A tester picks who is checked and what comes of \
         it.</p></header><div class=\"card\"><table><tbody>{rows}</tbody></table></div>\
         <p class=\"actions\">{try_it}<a class=\"button second\" href=\"/operator\">Requests and faults</a></p>"
    );
    page("Test identity check", &body)
}

/// A page that says one thing, and perhaps why.
pub(crate) fn message(title: &str, text: &str, reason: Option<&str>) -> String {
    let reason = reason.map_or_else(String::new, |reason| format!("<p class=\"quiet\">{}</p>", Escaped(reason)));
    let body = format!(
        "<header class=\"hero\"><h1>{}</h1><p class=\"lead\">{}</p>{reason}</header>",
        Escaped(title),
        Escaped(text)
    );
    page(title, &body)
}

/// A page that opens the address as a picture, and goes there itself a second later.
pub(crate) fn twice(place: &str) -> String {
    let place = Escaped(place);
    let head = format!("<meta http-equiv=\"refresh\" content=\"1;url={place}\">");
    let body = format!(
        "<header class=\"hero\"><h1>On the way back, twice</h1>\
         <p class=\"lead\">The fault return-twice is on. This page has opened the address once, and goes there now.</p>\
         <img class=\"unseen\" src=\"{place}\" alt=\"\"><p class=\"actions\">\
         <a class=\"button\" href=\"{place}\">Go there now</a></p></header>"
    );
    framed("On the way back", &head, &body)
}

fn page(title: &str, body: &str) -> String {
    framed(title, "", body)
}

/// The frame of all pages.
fn framed(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">{head}\
         <title>{title}</title><link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/style.css\"></head>\
         <body><p class=\"banner\">{NO_CHECK}</p><nav><a class=\"brand\" href=\"/\">\
         <img src=\"/icon.svg\" alt=\"\" width=\"24\" height=\"24\">Test identity check</a>\
         <a class=\"links\" href=\"/operator\">Requests and faults</a></nav><main>{body}</main></body></html>\n",
        title = Escaped(title),
    )
}
