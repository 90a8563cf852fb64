//! How long to wait before a service is called again.

use std::{
    hash::{BuildHasher as _, Hasher as _, RandomState},
    time::Duration,
};

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);
/// The longest that a service can ask for.
const LONGEST_ASKED_FOR: Duration = Duration::from_secs(10 * 60);
/// A service whose list changes again and again is asked less often: this much longer each time, and this long at most.
const QUICK_STEP: Duration = Duration::from_millis(100);
const QUICK_LONGEST: Duration = Duration::from_secs(5);
/// So many changes in a row are nothing unusual.
const QUICK_FREE: u32 = 5;

/// After so many failures in a row; `asked_for` is what the service asks for itself.
pub(crate) fn before_next_try(failures: u32, asked_for: Option<Duration>) -> Duration {
    let spread = RandomState::new().build_hasher().finish();
    spread_pause(failures, asked_for, spread)
}

/// Each time twice as long, and spread over half of it, so that not all wallets come back at the same moment.
fn spread_pause(failures: u32, asked_for: Option<Duration>, spread: u64) -> Duration {
    let whole = FIRST.saturating_mul(1 << failures.saturating_sub(1).min(6)).min(LONGEST);
    let half_millis = u64::try_from(whole.as_millis() / 2).unwrap_or(u64::MAX);
    let pause = Duration::from_millis(half_millis + spread % (half_millis + 1));
    asked_for.map_or(pause, |asked_for| pause.max(asked_for.min(LONGEST_ASKED_FOR)))
}

/// After so many answers in a row that came at once.
pub(crate) fn after_quick_answers(quick: u32) -> Duration {
    QUICK_STEP.saturating_mul(quick.saturating_sub(QUICK_FREE)).min(QUICK_LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_minute_and_are_spread() {
        for (failures, whole_millis) in
            [(0, 1_000), (1, 1_000), (2, 2_000), (5, 16_000), (7, 60_000), (u32::MAX, 60_000)]
        {
            let shortest = spread_pause(failures, None, 0).as_millis();
            let longest = spread_pause(failures, None, whole_millis / 2).as_millis();
            assert_eq!((shortest, longest), (u128::from(whole_millis / 2), u128::from(whole_millis)), "{failures}");
        }
    }

    #[test]
    fn a_service_is_heard_within_limits() {
        let seconds = |asked_for: u64| spread_pause(1, Some(Duration::from_secs(asked_for)), 0).as_secs_f64();
        assert_eq!((seconds(0), seconds(30), seconds(86_400)), (0.5, 30.0, 600.0));
    }

    #[test]
    fn a_list_that_never_rests_is_asked_for_less_often() {
        assert_eq!(after_quick_answers(5), Duration::ZERO);
        assert_eq!(after_quick_answers(6), Duration::from_millis(100));
        assert_eq!(after_quick_answers(u32::MAX), QUICK_LONGEST);
    }
}
