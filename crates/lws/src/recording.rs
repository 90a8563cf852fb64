//! Writing exchanges down for an observer.

use std::time::{Duration, Instant};

use reqwest::Request;

use crate::answer::{Body, Received};
use crate::client::ClientOptions;
use crate::error::{Call, Outage};
use crate::observe::Exchange;
use crate::redact;
use crate::transport::{Outbound, Outgoing};

/// Writes down an exchange for the observer, if there is one, and a line for the log.
pub(crate) struct Recording<'a> {
    options: &'a ClientOptions,
    exchange: Option<Exchange>,
    call: Call,
    started: Instant,
}

impl<'a> Recording<'a> {
    pub(crate) fn new(options: &'a ClientOptions, outgoing: &Outgoing<'_>) -> Self {
        let exchange = options.observer.is_some().then(|| Exchange {
            call: outgoing.call,
            method: outgoing.method.to_string(),
            url: outgoing.url.to_string(),
            request_headers: Vec::new(),
            request_body: shown_body(outgoing.call, &outgoing.body),
            request_len_bytes: body_len(&outgoing.body),
            status: None,
            response_headers: Vec::new(),
            response_body: None,
            response_len_bytes: 0,
            started: crate::clock::here(),
            duration: Duration::ZERO,
            failure: None,
        });
        Self { options, exchange, call: outgoing.call, started: Instant::now() }
    }

    pub(crate) fn request(&mut self, request: &Request) {
        if let Some(exchange) = &mut self.exchange {
            exchange.request_headers = redact::headers(request.headers());
        }
    }

    pub(crate) fn finish<T>(self, outcome: &Result<Received, (Outage, T)>) {
        let duration = self.started.elapsed();
        let status = outcome.as_ref().ok().map(|received| received.status);
        tracing::debug!(call = %self.call, status, millis = duration.as_millis(), "exchange");
        let (Some(mut exchange), Some(observer)) = (self.exchange, &self.options.observer) else { return };
        exchange.duration = duration;
        exchange.status = status;
        match outcome {
            Ok(Received { headers, body, .. }) => {
                exchange.response_headers = redact::headers(headers);
                match body {
                    Body::Read(bytes) => {
                        exchange.response_len_bytes = bytes.len() as u64;
                        exchange.response_body = redact::body(exchange.call, bytes);
                    }
                    Body::Faulty(fault) => exchange.failure = Some(fault.to_string()),
                }
            }
            Err((outage, _)) => exchange.failure = Some(outage.to_string()),
        }
        observer.exchange(&exchange);
    }
}

fn body_len(body: &Outbound) -> u64 {
    match body {
        Outbound::Nothing => 0,
        Outbound::Json(json) => json.len() as u64,
        Outbound::Form(upload) => upload.len_bytes,
    }
}

fn shown_body(call: Call, body: &Outbound) -> Option<String> {
    match body {
        Outbound::Nothing => None,
        Outbound::Json(json) => redact::body(call, json),
        Outbound::Form(upload) => {
            let files = upload.files.iter().map(|(mime_type, size)| format!("[{mime_type}, {size} bytes]"));
            let parts: Vec<String> = redact::body(call, &upload.json).into_iter().chain(files).collect();
            Some(parts.join("\n"))
        }
    }
}
