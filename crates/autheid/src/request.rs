//! A request and what becomes of it.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::asked::Asked;
use crate::decision::{Decided, Decision, Verdict};
use crate::ids::RequestId;
use crate::store::{KEPT_AFTER_READING, KEPT_AT_MOST, Room};

/// What is to be kept.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// Its name.
    pub id: RequestId,
    /// Whose it is: the `id` of an [`Rp`](crate::Rp).
    pub rp: String,
    /// How much of what that RP asks is kept.
    pub room: Room,
    /// What is asked.
    pub asked: Asked,
    /// When the call came.
    pub created: Timestamp,
    /// Where the call came in, as `http://127.0.0.1:8466`: links to files begin with it.
    pub base: String,
}

/// A request that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRequest {
    /// Its name.
    pub id: RequestId,
    /// Whose it is: the `id` of an [`Rp`](crate::Rp).
    pub rp: String,
    /// What is asked.
    pub asked: Asked,
    /// When it was created.
    pub created: Timestamp,
    /// Where the call came in; links to files begin with it.
    pub base: String,
    /// What was decided, once it is.
    pub verdict: Option<Verdict>,
    /// When its RP had the whole result for the first time.
    pub first_read: Option<Timestamp>,
}

impl From<NewRequest> for StoredRequest {
    fn from(new: NewRequest) -> Self {
        let NewRequest { id, rp, room: _, asked, created, base } = new;
        Self { id, rp, asked, created, base, verdict: None, first_read: None }
    }
}

impl StoredRequest {
    /// When its time is over.
    pub fn deadline(&self) -> Timestamp {
        later(self.created, self.asked.timeout)
    }

    /// How long there is to decide; nothing once its time is over.
    pub fn left(&self, now: Timestamp) -> Duration {
        Duration::try_from(self.deadline().duration_since(now)).unwrap_or_default()
    }

    /// Whether somebody can still decide.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.verdict.is_none() && !self.left(now).is_zero()
    }

    /// Until when its RP can read it.
    pub fn kept_until(&self) -> Timestamp {
        let over = self.verdict.as_ref().map_or_else(|| self.deadline(), |verdict| verdict.at);
        let at_most = later(over, KEPT_AT_MOST);
        self.first_read.map_or(at_most, |read| later(read, KEPT_AFTER_READING).min(at_most))
    }

    /// Decides it, unless that was done: the first decision stands.
    pub fn decide(&mut self, decision: Decision, at: Timestamp) -> Decided {
        if let Some(verdict) = &self.verdict {
            return Decided::Earlier(verdict.clone());
        }
        self.verdict = Some(Verdict { decision, at });
        Decided::Stands
    }
}

fn later(from: Timestamp, by: Duration) -> Timestamp {
    let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
    from.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::tests::asked;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn request() -> StoredRequest {
        let id = RequestId::random().unwrap();
        let base = "http://127.0.0.1:8466".to_owned();
        NewRequest { id, rp: "1".to_owned(), room: Room::default(), asked: asked(), created: at(0), base }.into()
    }

    #[test]
    fn a_request_is_open_until_its_time_is_over() {
        let mut request = request();
        assert_eq!(request.deadline(), at(60));
        assert!(request.is_open(at(59)));
        assert_eq!(request.left(at(59)), Duration::from_secs(1));
        assert!(!request.is_open(at(60)));
        assert_eq!(request.left(at(61)), Duration::ZERO);
        request.decide(Decision::Declined, at(5));
        assert!(!request.is_open(at(6)));
    }

    #[test]
    fn the_first_decision_stands() {
        let mut request = request();
        assert_eq!(request.decide(Decision::Declined, at(5)), Decided::Stands);
        let first = Verdict { decision: Decision::Declined, at: at(5) };
        for later in [Decision::TimedOut, Decision::CancelledByRp, Decision::Declined] {
            assert_eq!(request.decide(later, at(6)), Decided::Earlier(first.clone()));
        }
        assert_eq!(request.verdict, Some(first));
    }

    #[test]
    fn a_result_is_kept_for_a_day_or_ten_minutes_after_it_was_read() {
        const DAY: i64 = 24 * 60 * 60;
        let mut request = request();
        assert_eq!(request.kept_until(), at(60 + DAY), "nobody decided");
        request.decide(Decision::Declined, at(5));
        assert_eq!(request.kept_until(), at(5 + DAY));
        request.first_read = Some(at(100));
        assert_eq!(request.kept_until(), at(700));
        request.first_read = Some(at(DAY));
        assert_eq!(request.kept_until(), at(5 + DAY), "reading does not prolong the day");
    }
}
