//! What time it is.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

/// Tells the service the time. Tests give it one of their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self::new(Timestamp::now)
    }

    /// A clock that asks `now`.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Seconds since 1970 as the messages have them: 32 bits, which end in 2038. What is beyond stays at the end.
pub(crate) fn seconds(at: Timestamp) -> i32 {
    i32::try_from(at.as_second()).unwrap_or(if at.as_second() < 0 { i32::MIN } else { i32::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_stay_within_their_bits() {
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(seconds(at(1_552_650_262)), 1_552_650_262);
        assert_eq!(seconds(at(4_000_000_000)), i32::MAX);
        assert_eq!(seconds(at(-4_000_000_000)), i32::MIN);
    }
}
