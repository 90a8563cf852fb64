//! What was called and how it was answered, without anything that a client sent.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use jiff::Timestamp;

use crate::error::Reason;
use crate::site::Site;

const MAX_ENTRIES: usize = 200;
/// Addresses that lead nowhere are shown, so that a tester sees a wrong path; this much of them.
const MAX_PATH_CHARS: usize = 80;

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) time: Timestamp,
    /// Method and path, without the query and with `{id}` for what is secret in it.
    pub(crate) call: String,
    pub(crate) status: u16,
    /// Why it was refused.
    pub(crate) reason: Option<String>,
}

/// The last requests, and how many there were of each kind.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
    counts: BTreeMap<String, u64>,
}

impl Log {
    fn add(&mut self, entry: Entry, is_known: bool) {
        if is_known {
            *self.counts.entry(entry.call.clone()).or_default() += 1;
        }
        if self.entries.len() == MAX_ENTRIES {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    /// The latest first.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().rev()
    }

    /// Calls by method and path.
    pub(crate) fn counts(&self) -> &BTreeMap<String, u64> {
        &self.counts
    }
}

/// The layer that writes the log. Pages of the operator and what belongs to them are left out.
pub(crate) async fn write(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let is_known = matched.is_some();
    let path = matched.unwrap_or_else(|| request.uri().path().chars().take(MAX_PATH_CHARS).collect());
    let call = format!("{} {path}", request.method());
    let response = next.run(request).await;
    if !matches!(path.as_str(), "/" | "/style.css" | "/icon.svg" | "/operator" | "/operator/faults" | "/api/state") {
        let reason = response.extensions().get::<Reason>().map(|reason| reason.0.clone());
        let status = response.status().as_u16();
        tracing::info!(call, status, reason, "answered");
        site.log().add(Entry { time: site.now(), call, status, reason }, is_known);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_are_kept_and_all_are_counted() {
        let mut log = Log::default();
        let entry =
            |call: &str| Entry { time: Timestamp::UNIX_EPOCH, call: call.to_owned(), status: 200, reason: None };
        for _ in 0..=MAX_ENTRIES {
            log.add(entry("GET /authorize"), true);
        }
        log.add(entry("GET /none"), false);
        assert_eq!(log.entries().count(), MAX_ENTRIES);
        assert_eq!(log.entries().next().unwrap().call, "GET /none");
        assert_eq!(log.counts(), &BTreeMap::from([("GET /authorize".to_owned(), MAX_ENTRIES as u64 + 1)]));
    }
}
