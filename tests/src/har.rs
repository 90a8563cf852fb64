//! Reading HTTP Archives (HAR 1.2), strictly: <https://w3c.github.io/web-performance/specs/HAR/Overview.html>.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// What a member's value must be.
enum Kind {
    Text,
    /// One certain text.
    Exactly(&'static str),
    /// A moment of ISO 8601 with its offset.
    Moment,
    /// An absolute URL of http or https in the characters of RFC 3986.
    Url,
    /// A whole number; -1 where it is not known.
    Whole,
    /// Milliseconds.
    Millis,
    Object(&'static [Member]),
    List(&'static [Member]),
}

/// A member of an object: its name, its value, and whether it must be there.
struct Member(&'static str, Kind, Need);

#[derive(PartialEq)]
enum Need {
    Must,
    May,
}

use Kind::{Exactly, List, Millis, Moment, Object, Text, Whole};
use Need::{May, Must};

const ARCHIVE: &[Member] = &[Member("log", Object(LOG), Must)];
const LOG: &[Member] = &[
    Member("version", Exactly("1.2"), Must),
    Member("creator", Object(CREATOR), Must),
    Member("entries", List(ENTRY), Must),
    Member("comment", Text, May),
];
const CREATOR: &[Member] = &[Member("name", Text, Must), Member("version", Text, Must), Member("comment", Text, May)];
const ENTRY: &[Member] = &[
    Member("startedDateTime", Moment, Must),
    Member("time", Millis, Must),
    Member("request", Object(REQUEST), Must),
    Member("response", Object(RESPONSE), Must),
    Member("cache", Object(&[]), Must),
    Member("timings", Object(TIMINGS), Must),
    Member("comment", Text, May),
];
const REQUEST: &[Member] = &[
    Member("method", Text, Must),
    Member("url", Kind::Url, Must),
    Member("httpVersion", Text, Must),
    Member("cookies", List(&[]), Must),
    Member("headers", List(PAIR), Must),
    Member("queryString", List(PAIR), Must),
    Member("postData", Object(POST_DATA), May),
    Member("headersSize", Whole, Must),
    Member("bodySize", Whole, Must),
    Member("comment", Text, May),
];
const RESPONSE: &[Member] = &[
    Member("status", Whole, Must),
    Member("statusText", Text, Must),
    Member("httpVersion", Text, Must),
    Member("cookies", List(&[]), Must),
    Member("headers", List(PAIR), Must),
    Member("content", Object(CONTENT), Must),
    Member("redirectURL", Text, Must),
    Member("headersSize", Whole, Must),
    Member("bodySize", Whole, Must),
    Member("comment", Text, May),
];
const PAIR: &[Member] = &[Member("name", Text, Must), Member("value", Text, Must), Member("comment", Text, May)];
const POST_DATA: &[Member] =
    &[Member("mimeType", Text, Must), Member("text", Text, Must), Member("comment", Text, May)];
const CONTENT: &[Member] = &[
    Member("size", Whole, Must),
    Member("mimeType", Text, Must),
    Member("text", Text, May),
    Member("comment", Text, May),
];
const TIMINGS: &[Member] = &[
    Member("send", Millis, Must),
    Member("wait", Millis, Must),
    Member("receive", Millis, Must),
    Member("comment", Text, May),
];

/// The entries of the archive in this file, which must be one by the book.
pub fn har_entries(path: &Path) -> Vec<Value> {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    let archive = serde_json::from_slice(&bytes)
        .unwrap_or_else(|error| panic!("{} is no JSON: {error}\n{}", path.display(), String::from_utf8_lossy(&bytes)));
    let faults = faults(&archive);
    assert!(faults.is_empty(), "{} is no HTTP Archive: {faults:#?}", path.display());
    archive["log"]["entries"].as_array().cloned().unwrap_or_default()
}

/// Everything in which this is no HTTP Archive.
fn faults(archive: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    look(archive, &Object(ARCHIVE), "", &mut faults);
    for (at, entry) in archive["log"]["entries"].as_array().into_iter().flatten().enumerate() {
        let phases = ["send", "wait", "receive"].map(|phase| entry["timings"][phase].as_f64().unwrap_or_default());
        if entry["time"].as_f64().is_some_and(|time| (time - phases.iter().sum::<f64>()).abs() > 0.001) {
            faults.push(format!("/log/entries/{at}: its time is not the sum of its timings"));
        }
    }
    faults
}

fn look(value: &Value, kind: &Kind, at: &str, faults: &mut Vec<String>) {
    let fits = match kind {
        Text => value.is_string(),
        Exactly(text) => value == text,
        Moment => value.as_str().is_some_and(is_moment),
        Kind::Url => value.as_str().is_some_and(is_url),
        Whole => value.as_i64().is_some_and(|number| number >= -1),
        Millis => value.as_f64().is_some_and(|number| number >= 0.0),
        Object(members) => match value.as_object() {
            Some(object) => {
                for Member(name, kind, need) in *members {
                    match object.get(*name) {
                        Some(value) => look(value, kind, &format!("{at}/{name}"), faults),
                        None if *need == Must => faults.push(format!("{at} has no {name}")),
                        None => {}
                    }
                }
                // What the format does not know begins with an underscore.
                let known = |name: &str| name.starts_with('_') || members.iter().any(|member| member.0 == name);
                faults.extend(object.keys().filter(|name| !known(name)).map(|name| format!("{at} has a {name}")));
                true
            }
            None => false,
        },
        List(members) => match value.as_array() {
            Some(list) => {
                for (place, value) in list.iter().enumerate() {
                    look(value, &Object(members), &format!("{at}/{place}"), faults);
                }
                true
            }
            None => false,
        },
    };
    if !fits {
        faults.push(format!("{at} must not be {value}"));
    }
}

/// `2024-05-04T10:11:12.5Z`, with or without the fraction, and with an offset instead of the `Z`.
fn is_moment(text: &str) -> bool {
    let shape: String =
        text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    let Some(rest) = shape.strip_prefix("0000-00-00T00:00:00") else { return false };
    let offset = match rest.strip_prefix('.') {
        Some(fraction) if fraction.starts_with('0') => fraction.trim_start_matches('0'),
        Some(_) => return false,
        None => rest,
    };
    matches!(offset, "Z" | "+00:00" | "-00:00")
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    let (_, path_and_query) =
        text.split_at(text.len() - rest.map_or(0, |rest| rest.len() - rest.find('/').unwrap_or(0)));
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=%".contains(character);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && path_and_query.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn archive() -> Value {
        let pair = json!([{"name": "accept", "value": "application/json"}]);
        let entry = json!({
            "startedDateTime": "2024-05-04T10:11:12.5Z",
            "time": 3.5,
            "request": {
                "method": "GET", "url": "https://rp.example/a?b=%5Bc%5D", "httpVersion": "unknown", "cookies": [],
                "headers": pair, "queryString": pair, "headersSize": -1, "bodySize": 0,
            },
            "response": {
                "status": 0, "statusText": "", "httpVersion": "unknown", "cookies": [], "headers": [],
                "content": {"size": 0, "mimeType": ""}, "redirectURL": "", "headersSize": -1, "bodySize": -1,
            },
            "cache": {},
            "timings": {"send": 0, "wait": 3.5, "receive": 0},
        });
        json!({"log": {"version": "1.2", "creator": {"name": "idw", "version": "1"}, "entries": [entry]}})
    }

    #[test]
    fn a_good_archive_has_no_fault() {
        assert_eq!(faults(&archive()), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_found() {
        let check = |pointer: &str, value: Value| {
            let mut archive = archive();
            *archive.pointer_mut(pointer).expect("a member of the good archive") = value;
            assert_eq!(faults(&archive).len(), 1, "{pointer}: {:?}", faults(&archive));
        };
        check("/log/version", json!("1.1"));
        check("/log/creator", json!({"name": "idw"}));
        check("/log/entries", json!({}));
        check("/log/entries/0/startedDateTime", json!("2024-05-04"));
        check("/log/entries/0/time", json!(4));
        check("/log/entries/0/cache", json!(null));
        check("/log/entries/0/request/method", json!(null));
        check("/log/entries/0/request/url", json!("/a"));
        check("/log/entries/0/request/url", json!("https:///a"));
        check("/log/entries/0/request/url", json!("https://rp.example/a?b=[c]"));
        check("/log/entries/0/request/bodySize", json!(-2));
        check("/log/entries/0/request/headers", json!([{"name": "accept"}]));
        check("/log/entries/0/response/status", json!("200"));
        check("/log/entries/0/response/content", json!({"size": 0, "mimeType": "", "body": ""}));
    }
}
