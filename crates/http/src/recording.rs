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

/// Why there is no answer to an exchange that whoever wanted it has stopped waiting for.
const GIVEN_UP: &str = "was not waited for any longer";

/// Writes down an exchange for the observer, if there is one, and a line for the log. One that is dropped on the way, as when
/// the user interrupts it, is told too: it may be the one that somebody looks for.
pub(crate) struct Recording<'a> {
    observed: Option<(&'a Arc<dyn Observer>, Exchange)>,
    disclosure: Disclosure,
    label: &'static str,
    started: Instant,
    is_sent: bool,
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
        Self { observed, disclosure, label: request.label, started: Instant::now(), is_sent: false }
    }

    /// Takes note of the headers that are sent, now.
    pub(crate) fn sends(&mut self, headers: &HeaderMap) {
        self.is_sent = true;
        if let Some((_, exchange)) = &mut self.observed {
            exchange.request_headers = self.disclosure.headers(headers);
        }
    }

    pub(crate) fn finish(mut self, outcome: Result<&Answer, Outage>) {
        let duration = self.started.elapsed();
        let status = outcome.ok().map(Answer::status);
        tracing::debug!(call = self.label, status, millis = duration.as_millis(), "exchange");
        let disclosure = self.disclosure;
        let Some((observer, mut exchange)) = self.observed.take() else { return };
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

impl Drop for Recording<'_> {
    fn drop(&mut self) {
        if let Some((observer, mut exchange)) = self.observed.take().filter(|_| self.is_sent) {
            exchange.duration = self.started.elapsed();
            exchange.failure = Some(GIVEN_UP.to_owned());
            observer.exchange(&exchange);
        }
    }
}

/// How far files had come tells how long they are.
fn shown_outage(disclosure: Disclosure, outage: Outage) -> Outage {
    match outage {
        Outage::CutShort { .. } if !disclosure.shows_bodies() => Outage::Interrupted,
        outage => outage,
    }
}

/// Of a form, the first part with JSON, and what kind of files there are. Parts with plain text are not shown.
fn shown_body(disclosure: &Disclosure, body: &Body) -> Option<String> {
    match body {
        Body::Nothing => None,
        Body::Json(json) => disclosure.body(json),
        Body::Form(_) if !disclosure.shows_bodies() => None,
        Body::Form(form) => {
            let json = form.parts.iter().find_map(|part| match &part.content {
                Content::Json(json) => disclosure.body(json),
                Content::Text(_) | Content::File { .. } => None,
            });
            let files = body.files().map(|file| format!("[{}, {} bytes]", file.mime_type, file.size));
            let shown = json.into_iter().chain(files).collect::<Vec<_>>();
            (!shown.is_empty()).then(|| shown.join("\n"))
        }
    }
}
