//! A session with a service, and what it listed.

use std::{
    fmt,
    time::{Duration, Instant},
};

use idw_autheid::{
    RequestId,
    wire::{Listed, ListedDevice},
};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::{super::ask::shifted, ServiceFault};

/// The most requests of a listing that are looked at: a person answers a few.
pub(super) const MOST_LISTED: usize = 30;
/// The longest token and the longest cursor, in characters.
const MOST_TOKEN_CHARS: usize = 200;
const MOST_CURSOR_CHARS: usize = 1_000;
/// How far a service's clock may be off, in seconds. A session begins only where it is within five minutes.
const MOST_CLOCK_SECONDS: u64 = 60 * 60;
/// The longest that a session lasts, in seconds, whatever the service says.
const MOST_SECONDS: u64 = 60 * 60;
/// How long before its end a session is given up, in seconds: whoever waits with it has the answer before that.
const ENDS_EARLY_SECONDS: u64 = 60;

/// Reads what is open at a service until it ends, and can do nothing else. It is in memory alone, and wiped when dropped.
pub struct EidSession {
    token: Zeroizing<String>,
    begun: Instant,
    lasts: Duration,
}

impl EidSession {
    pub(super) fn new(token: String, expires_in_seconds: i64) -> Option<Self> {
        let token = Zeroizing::new(token);
        let is_token =
            (1..=MOST_TOKEN_CHARS).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic());
        let seconds = u64::try_from(expires_in_seconds).ok()?.min(MOST_SECONDS);
        let lasts = Duration::from_secs(seconds.saturating_sub(ENDS_EARLY_SECONDS));
        is_token.then(|| Self { token, begun: Instant::now(), lasts })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Whether another one is needed.
    pub fn is_over(&self) -> bool {
        self.begun.elapsed() >= self.lasts
    }
}

impl fmt::Debug for EidSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EidSession([redacted])")
    }
}

/// What is open at a service, as it said so. Nothing of it is looked at but its form.
pub struct EidListing {
    cursor: String,
    pub(super) clock_ahead_seconds: i64,
    pub(super) trusts_wallets: bool,
    pub(super) devices: Vec<ListedDevice>,
    /// The first of the requests, each as far as it can be read.
    pub(super) requests: Vec<Result<Listed, Unreadable>>,
    /// How many there are in all.
    pub(super) count: usize,
}

/// A request that is none.
pub(super) struct Unreadable;

/// A listing in which a request that makes no sense does not hide the others.
#[derive(Deserialize)]
struct Envelope {
    cursor: String,
    time: i64,
    trusts_wallets: bool,
    #[serde(default)]
    devices: Vec<ListedDevice>,
    requests: Vec<Value>,
}

impl EidListing {
    /// Reads what came at the time `received`.
    pub(super) fn read(body: &[u8], received: Timestamp) -> Result<Self, ServiceFault> {
        let envelope: Envelope = serde_json::from_slice(body).map_err(|_| ServiceFault::List)?;
        let Envelope { cursor, time, trusts_wallets, devices, requests } = envelope;
        if cursor.len() > MOST_CURSOR_CHARS {
            return Err(ServiceFault::Cursor);
        }
        // All times of its requests are moved by this.
        let clock_ahead_seconds = time.saturating_sub(received.as_second());
        if clock_ahead_seconds.unsigned_abs() > MOST_CLOCK_SECONDS {
            return Err(ServiceFault::Clock);
        }
        let count = requests.len();
        let read = |value| serde_json::from_value::<Listed>(value).map_err(|_| Unreadable);
        Ok(Self {
            cursor,
            clock_ahead_seconds,
            trusts_wallets,
            devices,
            requests: requests.into_iter().take(MOST_LISTED).map(read).collect(),
            count,
        })
    }

    /// What to wait behind for the next one.
    pub fn cursor(&self) -> &str {
        &self.cursor
    }

    /// What is open, and until when by this computer's clock: for who counts what waits for the unlock.
    pub fn open(&self) -> impl Iterator<Item = (&RequestId, Timestamp)> {
        let behind = SignedDuration::from_secs(-self.clock_ahead_seconds);
        let open = self.requests.iter().filter_map(|one| one.as_ref().ok());
        open.filter_map(move |listed| {
            let request = listed.request(String::new(), String::new()).ok()?;
            Some((&listed.id, shifted(request.deadline(), behind)))
        })
    }
}

impl fmt::Debug for EidListing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EidListing({} requests)", self.count)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn listing(requests: &[Value]) -> Result<EidListing, ServiceFault> {
        let body = json!({"cursor": "c", "time": 1000, "trusts_wallets": true, "requests": requests});
        EidListing::read(body.to_string().as_bytes(), Timestamp::from_second(990).unwrap())
    }

    #[test]
    fn a_request_that_makes_no_sense_hides_no_other() {
        let listed = listing(&[json!(7), json!({"id": "x"})]).unwrap();
        assert_eq!((listed.requests.len(), listed.count, listed.clock_ahead_seconds), (2, 2, 10));
        assert!(listed.requests.iter().all(Result::is_err));
        assert_eq!(listed.open().count(), 0);
    }

    #[test]
    fn only_the_first_of_many_are_looked_at() {
        let listed = listing(&vec![json!({}); 10_000]).unwrap();
        assert_eq!((listed.requests.len(), listed.count), (MOST_LISTED, 10_000));
        assert_eq!(format!("{listed:?}"), "EidListing(10000 requests)");
    }

    #[test]
    fn what_is_no_listing_is_refused() {
        let received = Timestamp::UNIX_EPOCH;
        for body in ["", "[]", "{}", r#"{"cursor": 1, "time": 1, "trusts_wallets": true, "requests": []}"#] {
            assert!(EidListing::read(body.as_bytes(), received).is_err(), "{body}");
        }
        let with = |cursor: &str, time: i64| {
            let body = json!({"cursor": cursor, "time": time, "trusts_wallets": true, "requests": []}).to_string();
            EidListing::read(body.as_bytes(), received).map(drop)
        };
        assert_eq!(with("c", 3600), Ok(()));
        assert_eq!(with(&"c".repeat(1001), 1), Err(ServiceFault::Cursor));
        for time in [3601, -3601, i64::MAX, i64::MIN] {
            assert_eq!(with("c", time), Err(ServiceFault::Clock), "{time}");
        }
    }

    #[test]
    fn a_session_lasts_no_longer_than_an_hour_and_shows_no_token() {
        let session = EidSession::new("canary".to_owned(), i64::MAX).unwrap();
        assert_eq!(session.lasts, Duration::from_secs(59 * 60));
        assert!(!format!("{session:?}").contains("canary"));
        assert!(EidSession::new("t".to_owned(), 30).unwrap().is_over());
        for (token, seconds) in [("", 3600), ("two\nlines", 3600), ("t", -1)] {
            assert!(EidSession::new(token.to_owned(), seconds).is_none(), "{token:?} {seconds}");
        }
    }
}
