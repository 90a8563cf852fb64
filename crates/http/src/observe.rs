//! Watching exchanges.

use std::time::Duration;

use jiff::Timestamp;

/// Hears of each exchange when it is over. Called from the task that made it: return quickly.
pub trait Observer: Send + Sync {
    /// An exchange came to its end, well or not.
    fn exchange(&self, exchange: &Exchange);
}

/// One request and what came of it, as far as its protocol's [`Disclosure`](crate::Disclosure) lets it be shown. What is here
/// may be shown and stored; what is secret was taken out before this was made.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// What it was for, in the protocol's words.
    pub label: &'static str,
    /// The HTTP method.
    pub method: String,
    /// The host, with its port where that is not the usual one.
    pub host: String,
    /// The URL, where its path is shown.
    pub url: Option<String>,
    /// The request's headers, where they are shown; values that could be secret are replaced.
    pub request_headers: Vec<(String, String)>,
    /// The request's body, where it is shown, redacted and cut; for files only their types and lengths.
    pub request_body: Option<String>,
    /// Length of the request's body in bytes, where bodies are shown; of a multipart body, without the lines between the
    /// parts.
    pub request_len_bytes: Option<u64>,
    /// The answer's status, if one came.
    pub status: Option<u16>,
    /// The answer's headers, where they are shown; values that could be secret are replaced.
    pub response_headers: Vec<(String, String)>,
    /// The answer's body, where it is shown, redacted and cut.
    pub response_body: Option<String>,
    /// Length of the answer's body as far as it was read in bytes, where bodies are shown.
    pub response_len_bytes: Option<u64>,
    /// When the request was sent.
    pub started: Timestamp,
    /// From then to the last byte of the answer, or to the failure.
    pub duration: Duration,
    /// Why there is no answer, or no body of it.
    pub failure: Option<String>,
}
