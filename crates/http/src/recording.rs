//! Writing exchanges down for an observer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::HeaderMap;

use crate::answer::Answer;
use crate::body::{Body, Content};
use crate::clock::now;
use crate::disclosure::Disclosure;
use crate::observe::{Exchange, Observer};
use crate::outage::Outage;
use crate::transport::Request;

/// Writes down an exchange for the observer, if there is one, and a line for the log.
pub(crate) struct Recording<'a> {
    observed: Option<(&'a Arc<dyn Observer>, Exchange)>,
    disclosure: Disclosure,
    label: &'static str,
    started: Instant,
}

impl<'a> Recording<'a> {
    pub(crate) fn new(observer: Option<&'a Arc<dyn Observer>>, host: &str, request: &Request<'_>) -> Self {
        let disclosure = request.disclosure;
        let exchange = || Exchange {
            label: request.label,
            method: request.method.to_string(),
            host: host.to_owned(),
            url: disclosure.url(&request.url),
            request_headers: Vec::new(),
            request_body: shown_body(&disclosure, &request.body),
            request_len_bytes: disclosure.shows_bodies().then(|| request.body.len_bytes()),
            status: None,
            response_headers: Vec::new(),
            response_body: None,
            response_len_bytes: None,
            started: now(),
            duration: Duration::ZERO,
            failure: None,
        };
        let observed = observer.map(|observer| (observer, exchange()));
        Self { observed, disclosure, label: request.label, started: Instant::now() }
    }

    /// Takes note of the headers that are sent.
    pub(crate) fn sends(&mut self, headers: &HeaderMap) {
        if let Some((_, exchange)) = &mut self.observed {
            exchange.request_headers = self.disclosure.headers(headers);
        }
    }

    pub(crate) fn finish(self, outcome: Result<&Answer, Outage>) {
        let duration = self.started.elapsed();
        let status = outcome.ok().map(Answer::status);
        tracing::debug!(call = self.label, status, millis = duration.as_millis(), "exchange");
        let Self { observed, disclosure, .. } = self;
        let Some((observer, mut exchange)) = observed else { return };
        exchange.duration = duration;
        exchange.status = status;
        match outcome {
            Ok(answer) => {
                exchange.response_headers = disclosure.headers(answer.headers());
                match answer.bytes_as_they_came() {
                    Ok(bytes) => {
                        exchange.response_len_bytes = disclosure.shows_bodies().then_some(bytes.len() as u64);
                        exchange.response_body = disclosure.body(bytes);
                    }
                    Err(fault) => exchange.failure = Some(fault.to_string()),
                }
            }
            Err(outage) => exchange.failure = Some(shown_outage(disclosure, outage).to_string()),
        }
        observer.exchange(&exchange);
    }
}

/// How far files had come tells how long they are.
fn shown_outage(disclosure: Disclosure, outage: Outage) -> Outage {
    match outage {
        Outage::CutShort { .. } if !disclosure.shows_bodies() => Outage::Interrupted,
        outage => outage,
    }
}

/// Of a form, the first part with JSON, and what kind of files there are.
fn shown_body(disclosure: &Disclosure, body: &Body) -> Option<String> {
    match body {
        Body::Nothing => None,
        Body::Json(json) => disclosure.body(json),
        Body::Form(_) if !disclosure.shows_bodies() => None,
        Body::Form(form) => {
            let json = form.parts.iter().find_map(|part| match &part.content {
                Content::Json(json) => disclosure.body(json),
                Content::File { .. } => None,
            });
            let files = body.files().map(|file| format!("[{}, {} bytes]", file.mime_type, file.size));
            Some(json.into_iter().chain(files).collect::<Vec<_>>().join("\n"))
        }
    }
}
