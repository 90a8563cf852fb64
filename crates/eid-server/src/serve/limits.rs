//! How many connections the system lets the service have.

use std::time::Duration;

use rustix::process::{Resource, getrlimit, setrlimit};

/// Descriptors that are kept for the database, logs and the like.
const KEPT_BACK: u64 = 192;
/// More connections than this are never wanted.
const MOST: u64 = 100_000;

/// How much is served at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Connections.
    pub(crate) connections: usize,
    /// Callers that wait for a result.
    pub(crate) waiting: usize,
}

impl Limits {
    /// Raises the process's limit of descriptors as far as the system lets it, and stays below that: who comes when there is no
    /// room hears so, before the system refuses connections.
    pub(crate) fn raise() -> Self {
        let mut limit = getrlimit(Resource::Nofile);
        let highest = limit.maximum.unwrap_or(MOST + KEPT_BACK).min(MOST + KEPT_BACK);
        if limit.current.is_some_and(|current| current < highest) {
            let raised = rustix::process::Rlimit { current: Some(highest), ..limit };
            match setrlimit(Resource::Nofile, raised) {
                Ok(()) => limit.current = Some(highest),
                Err(error) => tracing::warn!(%error, "the limit of descriptors could not be raised"),
            }
        }
        Self::within(limit.current.unwrap_or(MOST + KEPT_BACK))
    }

    /// What fits into so many descriptors.
    fn within(descriptors: u64) -> Self {
        let connections = descriptors.saturating_sub(KEPT_BACK).clamp(1, MOST);
        // A tenth of them is for those who do not wait: else nobody could decide what the others wait for.
        let waiting = (connections - connections / 10).max(1);
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Self { connections: count(connections), waiting: count(waiting) }
    }
}

/// Reads `10s`, `500ms` or `2m`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "a time is a number with ms, s or m behind it, such as 10s".to_owned();
    let unit_at = text.find(|character: char| !character.is_ascii_digit()).ok_or_else(wrong)?;
    let (number, unit) = text.split_at(unit_at);
    let number: u32 = number.parse().map_err(|_| wrong())?;
    match unit {
        "ms" => Ok(Duration::from_millis(number.into())),
        "s" => Ok(Duration::from_secs(number.into())),
        "m" => Ok(Duration::from_secs(60 * u64::from(number))),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_descriptors_and_some_places_are_kept_back() {
        assert_eq!(Limits::within(1_024), Limits { connections: 832, waiting: 749 });
        assert_eq!(Limits::within(1), Limits { connections: 1, waiting: 1 });
        assert_eq!(Limits::within(u64::MAX).connections, 100_000);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(duration("10s"), Ok(Duration::from_secs(10)));
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        for wrong in ["", "10", "s", "-1s", "1.5s", "1h", "99999999999s"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }
}
