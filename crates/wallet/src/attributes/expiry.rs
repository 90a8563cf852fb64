//! How near a last day of validity is.

use jiff::civil::Date;

use crate::view::ExpiryState;

/// The days before the last one at which the user is reminded, with what the state is called from then on.
const REMINDERS: [(i32, ExpiryState); 3] =
    [(7, ExpiryState::Soon7), (30, ExpiryState::Soon30), (90, ExpiryState::Soon90)];

/// A last day of validity, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Expiry {
    pub(super) day: Option<Date>,
    pub(super) state: ExpiryState,
    pub(super) days_left: Option<i32>,
}

impl Expiry {
    pub(super) fn of(day: Option<Date>, today: Date) -> Self {
        // A span of days between two civil dates always fits: the calendar ends at the year 9999.
        let days_left = day.and_then(|day| today.until(day).ok()).map(|span| span.get_days());
        let state = match days_left {
            None => ExpiryState::None,
            Some(days) if days < 0 => ExpiryState::Expired,
            Some(days) => REMINDERS.iter().find(|(at, _)| days <= *at).map_or(ExpiryState::Ok, |(_, state)| *state),
        };
        Self { day, state, days_left }
    }

    pub(super) fn is_past(&self) -> bool {
        self.state == ExpiryState::Expired
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan as _, civil::date};

    use super::*;

    #[test]
    fn the_user_is_reminded_at_ninety_thirty_and_seven_days() {
        let today = date(2026, 6, 1);
        let check = |days: i32, expected: ExpiryState| {
            let expiry = Expiry::of(Some(today.checked_add(days.days()).unwrap()), today);
            assert_eq!((expiry.state, expiry.days_left), (expected, Some(days)), "{days}");
        };
        check(4000, ExpiryState::Ok);
        check(91, ExpiryState::Ok);
        check(90, ExpiryState::Soon90);
        check(31, ExpiryState::Soon90);
        check(30, ExpiryState::Soon30);
        check(8, ExpiryState::Soon30);
        check(7, ExpiryState::Soon7);
        check(0, ExpiryState::Soon7);
        check(-1, ExpiryState::Expired);
        check(-9000, ExpiryState::Expired);
        assert_eq!(Expiry::of(None, today).state, ExpiryState::None);
    }
}
