//! The one place that asks what time it is.

use std::time::SystemTime;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Now, to the second: what records and views carry. A clock beyond what they can hold, the years -9999 to 9999, counts as
/// the nearest time that they can.
pub(crate) fn now() -> Timestamp {
    at(SystemTime::now())
}

fn at(clock: SystemTime) -> Timestamp {
    let beyond = if clock < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    let now = Timestamp::try_from(clock).unwrap_or(beyond);
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// Today in UTC, against which expiry dates are compared.
pub(crate) fn today() -> Date {
    now().to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn no_clock_is_too_wrong() {
        let check = |seconds: u64, expected: &str| {
            assert_eq!(at(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).to_string(), expected);
        };
        check(1_700_000_000, "2023-11-14T22:13:20Z");
        check(253_402_207_200, "9999-12-30T22:00:00Z");
        check(253_402_300_799, "9999-12-30T22:00:00Z");
        check(400_000_000_000, "9999-12-30T22:00:00Z");
    }
}
