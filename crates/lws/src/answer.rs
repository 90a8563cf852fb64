//! What a server answered, and what it stands for (lws.md §7).

use idw_http::{Body, Outage, shown_text};
use jiff::SignedDuration;
use serde_json::Value;

use crate::error::{Call, LwsError, NotJson, ProtocolFault, Refusal};
use crate::limits::SHOWN_TEXT_LEN;
use crate::wire;
use crate::words::Words;

/// What a server answered to a call: any status, and a body within the limit.
pub(crate) struct Answer {
    pub(crate) status: u16,
    call: Call,
    host: String,
    sent: SentFiles,
    http: idw_http::Answer,
}

/// The files that a request held, for errors.
#[derive(Default)]
pub(crate) struct SentFiles {
    /// The one file, where there was one alone.
    only: Option<String>,
    /// The bytes of the largest, where there was any.
    largest: Option<u64>,
}

impl SentFiles {
    pub(crate) fn of(body: &Body) -> Self {
        let mut files = body.files();
        let first = files.next();
        let only = first.filter(|_| files.next().is_none()).map(|file| file.name.clone());
        Self { only, largest: body.files().map(|file| file.size).max() }
    }
}

impl Answer {
    pub(crate) fn new(http: idw_http::Answer, call: Call, host: String, sent: SentFiles) -> Self {
        Self { status: http.status(), call, host, sent, http }
    }

    /// Whether its status is a success.
    pub(crate) fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// This answer if its status is a success, else the error that it stands for (lws.md §7).
    pub(crate) fn accepted(self) -> Result<Self, LwsError> {
        let Self { call, status, .. } = self;
        match status {
            200..=299 => Ok(self),
            300..=399 => Err(self.fault(ProtocolFault::Redirect { status })),
            408 => Err(self.outage(Outage::Timeout)),
            404 if call == Call::UserToken => Err(LwsError::NoSuchUser),
            413 => Err(self.too_large()),
            400..=499 => Err(self.refusal()),
            500..=599 => Err(self.outage(Outage::ServerError(status))),
            _ => Err(self.fault(ProtocolFault::Status(status))),
        }
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Result<Value, LwsError> {
        let bytes = self.bytes()?;
        if bytes.is_empty() {
            return Err(self.fault(ProtocolFault::NotJson(NotJson::Empty)));
        }
        serde_json::from_slice(bytes).map_err(|_| self.fault(ProtocolFault::NotJson(self.describe_body(bytes))))
    }

    /// The body as JSON, where a success may also come with an empty body or a bare word such as `Created`.
    pub(crate) fn json_if_any(&self) -> Result<Option<Value>, LwsError> {
        let bytes = self.bytes()?;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        match self.json() {
            Err(_) if self.is_plain_text() && !is_markup(bytes) => Ok(None),
            outcome => outcome.map(Some),
        }
    }

    /// The body, without a byte order mark.
    pub(crate) fn bytes(&self) -> Result<&[u8], LwsError> {
        self.http.bytes().map_err(|fault| self.fault(ProtocolFault::Body(fault)))
    }

    /// How far the server's clock is ahead of this computer's, as far as the answer says.
    pub(crate) fn clock_ahead(&self) -> Option<SignedDuration> {
        self.http.clock_ahead()
    }

    /// The error for an answer that leaves the protocol.
    pub(crate) fn fault(&self, fault: ProtocolFault) -> LwsError {
        LwsError::Protocol { call: self.call, host: self.host.clone(), fault }
    }

    /// A limit that every file keeps to is one of something else, such as the whole request: nothing follows from it.
    fn too_large(self) -> LwsError {
        let told = self.json().ok().and_then(|body| wire::size_limit(&body));
        let limit_bytes = told.filter(|limit| self.sent.largest.is_some_and(|largest| *limit < largest));
        let with_files = self.sent.largest.is_some();
        LwsError::TooLarge { call: self.call, file: self.sent.only, with_files, limit_bytes }
    }

    fn refusal(self) -> LwsError {
        let body = self.json().unwrap_or(Value::Null);
        let Words { code, message, fields } = self.words(&body);
        if self.call == Call::UserToken && code.as_deref() == Some("user_does_not_exist") {
            return LwsError::NoSuchUser;
        }
        LwsError::Refused(Box::new(Refusal {
            call: self.call,
            status: self.status,
            code,
            message,
            fields,
            retry_after: self.http.retry_after(),
            file: self.sent.only,
        }))
    }

    fn outage(self, outage: Outage) -> LwsError {
        let retry_after = self.http.retry_after();
        let said = self.words(&self.json().unwrap_or(Value::Null)).message;
        LwsError::Unreachable { call: self.call, host: self.host, outage, retry_after, said }
    }

    /// What the server says of a failure, as JSON in any of its forms or as plain text.
    fn words(&self, body: &Value) -> Words {
        let mut words = Words::of(body);
        if words.message.is_none() && body.is_null() && (self.is_plain_text() || self.http.content_type().is_empty()) {
            let text = self.bytes().ok().filter(|bytes| !is_markup(bytes)).and_then(|bytes| str::from_utf8(bytes).ok());
            words.message = text.and_then(|text| shown_text(text, SHOWN_TEXT_LEN));
        }
        words
    }

    fn is_plain_text(&self) -> bool {
        self.http.content_type().starts_with("text/plain")
    }

    fn describe_body(&self, bytes: &[u8]) -> NotJson {
        if is_markup(bytes) || self.http.content_type().starts_with("text/html") {
            NotJson::WebPage
        } else if self.http.content_type().contains("json") {
            NotJson::Damaged
        } else {
            NotJson::Other
        }
    }
}

/// Whether a body starts like HTML or XML, whatever its type says.
fn is_markup(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}
