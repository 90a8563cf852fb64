//! Exchanges as an HTTP Archive, the format in which browsers' developer tools save and open them.
//!
//! The format is HAR 1.2 (<https://w3c.github.io/web-performance/specs/HAR/Overview.html>). What it wants and an [`Exchange`]
//! does not have is given as the format says for what is not known: -1 for a size, and the whole time as the one that was
//! waited.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Serialize;
use url::Url;

use crate::observe::Exchange;

/// What ends an archive: its list of entries, its log and itself.
const END: &[u8] = b"]}}";
/// A size that is not known.
const UNKNOWN_SIZE: i64 = -1;
/// The version of HTTP is not observed.
const UNKNOWN_VERSION: &str = "unknown";

const REDACTED: &str = "What could be secret was taken out before this was written; [redacted] stands in its place.";
const HIDDEN_URL: &str = "Only the host of this address may be shown. Its scheme and its path are not the real ones.";
const HIDDEN_BODY: &str = "The body may not be shown, nor its length.";
const WHOLE_TIME: &str = "Only the whole time is known. It is given as the time that was waited.";

/// Exchanges as one document, HAR 1.2. It holds what an [`Observer`](crate::Observer) may see and nothing else, so that it may
/// be shown and stored like an [`Exchange`].
#[derive(Debug, Clone)]
pub struct HttpArchive {
    text: Vec<u8>,
    has_entries: bool,
}

impl HttpArchive {
    /// An archive without an entry, made by the program with this name and version.
    pub fn new(program: &str, version: &str) -> Self {
        let creator = Creator { name: program, version, comment: REDACTED };
        let text = json(&Archive { log: Log { version: "1.2", creator, entries: [] } });
        Self { text, has_entries: false }
    }

    /// Adds an exchange behind those that it has.
    pub fn add(&mut self, exchange: &Exchange) {
        self.text.truncate(self.text.len() - END.len());
        self.text.extend_from_slice(if self.has_entries { b",\n" } else { b"\n" });
        self.text.extend_from_slice(&json(&entry(exchange)));
        self.text.extend_from_slice(END);
        self.has_entries = true;
    }

    /// The whole document, JSON in UTF-8.
    pub fn text(&self) -> &[u8] {
        &self.text
    }
}

#[derive(Serialize)]
struct Archive<'a> {
    log: Log<'a>,
}

/// Its entries come last: they are what is added to.
#[derive(Serialize)]
struct Log<'a> {
    version: &'static str,
    creator: Creator<'a>,
    entries: [Entry<'a>; 0],
}

#[derive(Serialize)]
struct Creator<'a> {
    name: &'a str,
    version: &'a str,
    comment: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    started_date_time: Timestamp,
    /// In milliseconds, as all times.
    time: f64,
    request: Request<'a>,
    response: Response<'a>,
    cache: Nothing,
    timings: Timings,
    comment: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    method: &'a str,
    url: String,
    http_version: &'static str,
    cookies: [Nothing; 0],
    headers: Vec<Pair<'a>>,
    query_string: Vec<Pair<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post_data: Option<PostData<'a>>,
    headers_size: i64,
    body_size: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response<'a> {
    status: u16,
    status_text: &'static str,
    http_version: &'static str,
    cookies: [Nothing; 0],
    headers: Vec<Pair<'a>>,
    content: Content<'a>,
    #[serde(rename = "redirectURL")]
    redirect_url: &'static str,
    headers_size: i64,
    body_size: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'a str>,
}

/// A header, or a parameter of a query.
#[derive(Serialize)]
struct Pair<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostData<'a> {
    mime_type: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Content<'a> {
    size: i64,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'static str>,
}

#[derive(Serialize)]
struct Timings {
    send: f64,
    wait: f64,
    receive: f64,
    comment: &'static str,
}

/// `{}`, for what there is none of here: there are no cookies and no cache.
#[derive(Serialize)]
struct Nothing {}

fn json(part: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(part).expect("it is made of texts, numbers, lists and objects, and JSON has all of them")
}

fn entry(exchange: &Exchange) -> Entry<'_> {
    let address = exchange.url.as_deref().and_then(|url| Url::parse(url).ok());
    let time = exchange.duration.as_secs_f64() * 1000.0;
    Entry {
        started_date_time: exchange.started,
        time,
        request: request(exchange, address),
        response: response(exchange),
        cache: Nothing {},
        timings: Timings { send: 0.0, wait: time, receive: 0.0, comment: WHOLE_TIME },
        comment: exchange.label,
    }
}

fn request(exchange: &Exchange, address: Option<Url>) -> Request<'_> {
    let pair = |(name, value): (Cow<'_, str>, Cow<'_, str>)| Pair {
        name: name.into_owned().into(),
        value: value.into_owned().into(),
    };
    let query_string = address.iter().flat_map(Url::query_pairs).map(pair).collect();
    let (url, comment) = match address {
        Some(url) => (with_brackets_encoded(url).to_string(), None),
        None => (format!("https://{}/", exchange.host), Some(HIDDEN_URL)),
    };
    let mime_type = media_type(&exchange.request_headers);
    Request {
        method: &exchange.method,
        url,
        http_version: UNKNOWN_VERSION,
        cookies: [],
        headers: headers(&exchange.request_headers),
        query_string,
        post_data: exchange.request_body.as_deref().map(|text| PostData { mime_type, text }),
        headers_size: UNKNOWN_SIZE,
        body_size: size(exchange.request_len_bytes).unwrap_or(UNKNOWN_SIZE),
        comment,
    }
}

/// Status 0 where there is no answer, as browsers have it. Redirects are not followed, and where they lead is not shown.
fn response(exchange: &Exchange) -> Response<'_> {
    let len = size(exchange.response_len_bytes);
    let is_hidden = exchange.status.is_some() && len.is_none() && exchange.failure.is_none();
    Response {
        status: exchange.status.unwrap_or(0),
        status_text: "",
        http_version: UNKNOWN_VERSION,
        cookies: [],
        headers: headers(&exchange.response_headers),
        content: Content {
            size: len.unwrap_or(0),
            mime_type: media_type(&exchange.response_headers),
            text: exchange.response_body.as_deref(),
            comment: is_hidden.then_some(HIDDEN_BODY),
        },
        redirect_url: "",
        headers_size: UNKNOWN_SIZE,
        body_size: len.unwrap_or(UNKNOWN_SIZE),
        comment: exchange.failure.as_deref(),
    }
}

/// Brackets, as they stand around what was taken out, have no place in a query (RFC 3986 §3.4).
fn with_brackets_encoded(mut url: Url) -> Url {
    let query = url.query().map(|query| query.replace('[', "%5B").replace(']', "%5D"));
    url.set_query(query.as_deref());
    url
}

fn headers(shown: &[(String, String)]) -> Vec<Pair<'_>> {
    shown.iter().map(|(name, value)| Pair { name: name.into(), value: value.into() }).collect()
}

/// What the header `content-type` says; nothing where it is not shown.
fn media_type(headers: &[(String, String)]) -> &str {
    headers.iter().find(|(name, _)| name == "content-type").map_or("", |(_, value)| value)
}

fn size(len_bytes: Option<u64>) -> Option<i64> {
    len_bytes.map(|len| i64::try_from(len).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::{Value, json};

    use super::*;

    fn hidden() -> Exchange {
        Exchange {
            label: "challenge",
            method: "GET".to_owned(),
            host: "rp.example:8443".to_owned(),
            url: None,
            request_headers: Vec::new(),
            request_body: None,
            request_len_bytes: None,
            status: Some(200),
            response_headers: Vec::new(),
            response_body: None,
            response_len_bytes: None,
            started: "2024-05-04T10:11:12.5Z".parse().unwrap(),
            duration: Duration::from_micros(1_500),
            failure: None,
        }
    }

    fn shown() -> Exchange {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Exchange {
            method: "POST".to_owned(),
            url: Some("https://rp.example:8443/a?state=[redacted]&v=a b".to_owned()),
            request_headers: vec![header("content-type", "application/json"), header("authorization", "[redacted]")],
            request_body: Some(r#"{"id":7}"#.to_owned()),
            request_len_bytes: Some(8),
            response_headers: vec![header("content-type", "text/html")],
            response_body: Some("[not JSON]".to_owned()),
            response_len_bytes: Some(99),
            ..hidden()
        }
    }

    /// The archive of these exchanges, as any reader of JSON sees it.
    fn archive(exchanges: &[Exchange]) -> Value {
        let mut archive = HttpArchive::new("idw", "1.2.3");
        for exchange in exchanges {
            archive.add(exchange);
        }
        serde_json::from_slice(archive.text()).unwrap()
    }

    #[test]
    fn an_archive_is_whole_with_any_number_of_entries() {
        for count in 0..4 {
            let archive = archive(&vec![hidden(); count]);
            assert_eq!(archive["log"]["entries"].as_array().unwrap().len(), count);
            assert_eq!(archive["log"]["version"], "1.2");
            assert_eq!(archive["log"]["creator"]["name"], "idw");
            assert_eq!(archive["log"]["creator"]["version"], "1.2.3");
        }
    }

    #[test]
    fn what_is_shown_is_where_the_format_has_it() {
        let entry = archive(&[shown()])["log"]["entries"][0].clone();
        assert_eq!(entry["startedDateTime"], "2024-05-04T10:11:12.5Z");
        assert_eq!((&entry["time"], &entry["comment"]), (&json!(1.5), &json!("challenge")));
        assert_eq!(
            (&entry["timings"]["send"], &entry["timings"]["wait"], &entry["timings"]["receive"]),
            (&json!(0.0), &json!(1.5), &json!(0.0))
        );
        let request = &entry["request"];
        assert_eq!(request["url"], "https://rp.example:8443/a?state=%5Bredacted%5D&v=a%20b");
        assert_eq!(
            request["queryString"],
            json!([{"name": "state", "value": "[redacted]"}, {"name": "v", "value": "a b"}])
        );
        assert_eq!(request["headers"][1], json!({"name": "authorization", "value": "[redacted]"}));
        assert_eq!(request["postData"], json!({"mimeType": "application/json", "text": r#"{"id":7}"#}));
        assert_eq!((&request["bodySize"], &request["comment"]), (&json!(8), &Value::Null));
        let response = &entry["response"];
        assert_eq!((&response["status"], &response["bodySize"]), (&json!(200), &json!(99)));
        assert_eq!(response["content"], json!({"size": 99, "mimeType": "text/html", "text": "[not JSON]"}));
        assert_eq!((&entry["cache"], &response["redirectURL"]), (&json!({}), &json!("")));
    }

    #[test]
    fn what_is_hidden_is_said_to_be() {
        let entry = archive(&[hidden()])["log"]["entries"][0].clone();
        assert_eq!(entry["request"]["url"], "https://rp.example:8443/");
        assert_eq!(entry["request"]["comment"], HIDDEN_URL);
        assert_eq!((&entry["request"]["postData"], &entry["request"]["bodySize"]), (&Value::Null, &json!(-1)));
        assert_eq!(entry["response"]["content"]["comment"], HIDDEN_BODY);
    }

    #[test]
    fn a_failure_has_status_zero_and_says_why() {
        let why = "took too long to answer";
        let failed = Exchange { status: None, failure: Some(why.to_owned()), ..hidden() };
        let entry = archive(&[failed])["log"]["entries"][0].clone();
        assert_eq!((&entry["response"]["status"], &entry["response"]["comment"]), (&json!(0), &json!(why)));
    }
}
