//! Watching the exchanges with a relying party.

use std::time::Duration;

use jiff::Timestamp;

use crate::error::Call;

/// Hears of each exchange when it is over. Called from the task that made it: return quickly.
pub trait Observer: Send + Sync {
    /// An exchange came to its end, well or not.
    fn exchange(&self, exchange: &Exchange);
}

/// One request and what came of it. Tokens, signatures, attribute values and files are taken out before this is
/// made: what is here may be shown and stored.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// What it was for.
    pub call: Call,
    /// The HTTP method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The request's headers; values that could be secret are replaced.
    pub request_headers: Vec<(String, String)>,
    /// The request's body, redacted and cut; for files only their types and lengths.
    pub request_body: Option<String>,
    /// Length of the request's body, in bytes; of a multipart body, without the lines between the parts.
    pub request_len_bytes: u64,
    /// The answer's status, if one came.
    pub status: Option<u16>,
    /// The answer's headers; values that could be secret are replaced.
    pub response_headers: Vec<(String, String)>,
    /// The answer's body, redacted and cut.
    pub response_body: Option<String>,
    /// Length of the answer's body as far as it was read, in bytes.
    pub response_len_bytes: u64,
    /// When the request was sent.
    pub started: Timestamp,
    /// From then to the last byte of the answer, or to the failure.
    pub duration: Duration,
    /// Why there is no answer.
    pub failure: Option<String>,
}
