//! What a server answered, and what it stands for (lws.md §7).

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, RETRY_AFTER};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::error::{Call, LwsError, Outage, ProtocolFault, Refusal};
use crate::limits::SHOWN_TEXT_LEN;
use crate::shown::shown_text;
use crate::wire;
use crate::words::Words;

/// What a server answered to a call: any status, and a body within the limit.
pub(crate) struct Answer {
    pub(crate) status: u16,
    call: Call,
    host: String,
    sent: SentFiles,
    headers: HeaderMap,
    body: Body,
    received: Timestamp,
}

/// The files that a request held, for errors.
#[derive(Default)]
pub(crate) struct SentFiles {
    /// The one file, where there was one alone.
    pub(crate) only: Option<String>,
    /// The bytes of the largest, where there was any.
    pub(crate) largest: Option<u64>,
}

/// What came over the line.
pub(crate) struct Received {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

/// The body of an answer, or why there is none.
pub(crate) enum Body {
    Read(Zeroizing<Vec<u8>>),
    Faulty(ProtocolFault),
}

impl Answer {
    pub(crate) fn new(received: Received, call: Call, host: String, sent: SentFiles) -> Self {
        let Received { status, headers, body } = received;
        Self { status, call, host, sent, headers, body, received: crate::clock::here() }
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
            return Err(self.fault(ProtocolFault::NotJson("empty")));
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
        match &self.body {
            Body::Read(body) => Ok(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)),
            Body::Faulty(fault) => Err(self.fault(fault.clone())),
        }
    }

    /// How far the server's clock is ahead of this computer's, as far as the answer says.
    pub(crate) fn clock_ahead(&self) -> Option<SignedDuration> {
        let ahead = read_date(self.header(DATE)?)?.duration_since(self.received);
        // The header tells whole seconds.
        Some(SignedDuration::from_secs(ahead.as_secs()))
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
            retry_after: self.retry_after(),
            file: self.sent.only,
        }))
    }

    fn outage(self, outage: Outage) -> LwsError {
        let retry_after = self.retry_after();
        let said = self.words(&self.json().unwrap_or(Value::Null)).message;
        LwsError::Unreachable { call: self.call, host: self.host, outage, retry_after, said }
    }

    /// What the server says of a failure, as JSON in any of its forms or as plain text.
    fn words(&self, body: &Value) -> Words {
        let mut words = Words::of(body);
        if words.message.is_none() && body.is_null() && (self.is_plain_text() || self.content_type().is_empty()) {
            let text = self.bytes().ok().filter(|bytes| !is_markup(bytes)).and_then(|bytes| str::from_utf8(bytes).ok());
            words.message = text.and_then(|text| shown_text(text, SHOWN_TEXT_LEN));
        }
        words
    }

    fn retry_after(&self) -> Option<Duration> {
        read_retry_after(self.header(RETRY_AFTER)?, crate::clock::here())
    }

    fn header(&self, name: HeaderName) -> Option<&str> {
        Some(self.headers.get(name)?.to_str().ok()?.trim())
    }

    fn is_plain_text(&self) -> bool {
        self.content_type().starts_with("text/plain")
    }

    fn content_type(&self) -> String {
        let value = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().trim().to_ascii_lowercase()
    }

    fn describe_body(&self, bytes: &[u8]) -> &'static str {
        if is_markup(bytes) || self.content_type().starts_with("text/html") {
            "a web page"
        } else if self.content_type().contains("json") {
            "damaged"
        } else {
            "something else"
        }
    }
}

/// `Retry-After`: seconds, or a date (RFC 9110 §10.2.3). A date that has passed asks for nothing.
fn read_retry_after(text: &str, now: Timestamp) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    // Some servers write the seconds with a fraction.
    if let Some((seconds, fraction)) = text.split_once('.') {
        let is_fraction = !fraction.is_empty() && fraction.bytes().all(|digit| digit.is_ascii_digit());
        let more = u64::from(fraction.bytes().any(|digit| digit != b'0'));
        return seconds.parse::<u64>().ok().filter(|_| is_fraction).map(|whole| Duration::from_secs(whole + more));
    }
    u64::try_from(read_date(text)?.as_second() - now.as_second()).ok().map(Duration::from_secs)
}

/// A date in any of the three forms that HTTP has (RFC 9110 §5.6.7); also one with an offset, as in mail, which some
/// servers write.
fn read_date(text: &str) -> Option<Timestamp> {
    let date = httpdate::parse_http_date(text).ok().and_then(|date| Timestamp::try_from(date).ok());
    date.or_else(|| Some(jiff::fmt::rfc2822::parse(text).ok()?.timestamp()))
}

/// Whether a body starts like HTML or XML, whatever its type says.
fn is_markup(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_in_every_spelling() {
        let now: Timestamp = "2015-10-21T07:28:00Z".parse().unwrap();
        let check = |text: &str, expected: Option<u64>| {
            assert_eq!(read_retry_after(text, now).map(|wait| wait.as_secs()), expected, "{text}");
        };
        check("120", Some(120));
        check(" 0 ", Some(0));
        check("Wed, 21 Oct 2015 07:29:00 GMT", Some(60));
        check("Wed, 21 Oct 2015 07:27:00 GMT", None);
        check("Wednesday, 21-Oct-15 07:29:00 GMT", Some(60));
        check("Wed Oct 21 07:29:00 2015", Some(60));
        check("Wed, 21 Oct 2015 09:29:00 +0200", Some(60));
        check("2.0", Some(2));
        check("1.5", Some(2));
        check("soon", None);
        check("1.", None);
        check("-5", None);
        check("99999999999999999999999", None);
    }
}
