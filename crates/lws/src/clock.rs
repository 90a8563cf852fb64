//! The site's clock beside this computer's: tokens carry the times of the one and are looked at by the other.

use std::sync::{Mutex, PoisonError};

use idw_http::now as here;
use jiff::{SignedDuration, Timestamp};

use crate::error::ProtocolFault;
use crate::token::TokenError;

/// How far apart the two may be for the site's to be believed at all. A wrong time zone makes 14 h at most.
const BELIEVED: SignedDuration = SignedDuration::from_hours(24);

/// What a site's answers say of its clock (`Date`, RFC 9110 §6.6.1).
#[derive(Debug, Default)]
pub(crate) struct SiteClock(Mutex<Option<SignedDuration>>);

impl SiteClock {
    /// Takes note of an answer's `Date`.
    pub(crate) fn learn(&self, ahead: Option<SignedDuration>) {
        if ahead.is_some() {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = ahead;
        }
    }

    /// How far the site's clock is ahead of this computer's, to the second; negative where it is behind.
    pub(crate) fn ahead(&self) -> Option<SignedDuration> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time by the site's clock as far as it is known and can be believed, else by this computer's.
    pub(crate) fn now(&self) -> Timestamp {
        there(here(), self.ahead()).unwrap_or_else(here)
    }

    /// Looks at a token by this computer's clock and, where its times do not fit, by the site's: which of the two is
    /// wrong makes no difference to whether the site will take its own token back.
    pub(crate) fn judge<T>(&self, look: impl Fn(Timestamp) -> Result<T, ProtocolFault>) -> Result<T, ProtocolFault> {
        let here = here();
        match look(here) {
            Err(ProtocolFault::Token(TokenError::Expired | TokenError::NotYetValid)) => {
                look(there(here, self.ahead()).unwrap_or(here))
            }
            outcome => outcome,
        }
    }
}

/// This computer's time, told by a clock that is so far ahead.
pub(crate) fn there(here: Timestamp, ahead: Option<SignedDuration>) -> Option<Timestamp> {
    ahead.filter(|ahead| ahead.unsigned_abs() <= BELIEVED.unsigned_abs()).and_then(|ahead| here.checked_add(ahead).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_days_off_is_not_believed() {
        let here = Timestamp::from_second(1_000_000).unwrap();
        let check = |ahead: Option<i64>, expected: Option<i64>| {
            let time = there(here, ahead.map(SignedDuration::from_secs));
            assert_eq!(time.map(Timestamp::as_second), expected, "{ahead:?}");
        };
        check(None, None);
        check(Some(3_600), Some(1_003_600));
        check(Some(-3_600), Some(996_400));
        check(Some(86_400), Some(1_086_400));
        check(Some(86_401), None);
        check(Some(i64::MIN), None);
    }
}
