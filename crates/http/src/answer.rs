//! What a server answered.

use std::time::Duration;

use http::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, RETRY_AFTER};
use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use crate::clock::now;
use crate::error::BodyFault;

/// An answer of any status, with a body within the limit.
pub struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Result<Zeroizing<Vec<u8>>, BodyFault>,
    received: Timestamp,
}

impl Answer {
    pub(crate) fn new(status: u16, headers: HeaderMap, body: Result<Zeroizing<Vec<u8>>, BodyFault>) -> Self {
        Self { status, headers, body, received: now() }
    }

    /// Its status, 100 to 999.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Its body, without a byte order mark.
    ///
    /// # Errors
    /// [`BodyFault`] where it was not read.
    pub fn bytes(&self) -> Result<&[u8], BodyFault> {
        self.bytes_as_they_came().map(|body| body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body))
    }

    pub(crate) fn bytes_as_they_came(&self) -> Result<&[u8], BodyFault> {
        self.body.as_deref().map(Vec::as_slice).map_err(|fault| *fault)
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The type that it says its body has, in lower case, with parameters; empty where it says nothing.
    pub fn content_type(&self) -> String {
        let value = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// How far the server's clock is ahead of this computer's, as far as the answer says (`Date`, RFC 9110 §6.6.1).
    pub fn clock_ahead(&self) -> Option<SignedDuration> {
        let ahead = read_date(self.header(DATE)?)?.duration_since(self.received);
        // The header tells whole seconds.
        Some(SignedDuration::from_secs(ahead.as_secs()))
    }

    /// How long the server asks to wait before the next try (`Retry-After`).
    pub fn retry_after(&self) -> Option<Duration> {
        read_retry_after(self.header(RETRY_AFTER)?, now())
    }

    fn header(&self, name: HeaderName) -> Option<&str> {
        Some(self.headers.get(name)?.to_str().ok()?.trim())
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
