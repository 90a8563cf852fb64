//! This computer's clock.

use std::time::SystemTime;

use jiff::Timestamp;

/// This computer's time. A clock beyond the years -9999 to 9999 counts as the nearest time within them.
pub fn now() -> Timestamp {
    let clock = SystemTime::now();
    let beyond = if clock < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::try_from(clock).unwrap_or(beyond)
}
