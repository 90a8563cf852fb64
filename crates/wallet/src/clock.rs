//! The one place that asks what time it is.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Now, to the second: what records and views carry.
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// Today in UTC, against which expiry dates are compared.
pub(crate) fn today() -> Date {
    now().to_zoned(TimeZone::UTC).date()
}
