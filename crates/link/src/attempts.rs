//! Wrong proofs are counted: after five within a minute, no proof is looked at for a minute.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::Refused;

/// How many wrong proofs within [`WITHIN`] are too many.
const MOST_WRONG: usize = 5;
const WITHIN: Duration = Duration::from_secs(60);
/// How long no proof is looked at then.
const PAUSE: Duration = Duration::from_secs(60);

/// The wrong proofs of late, and whether there is a pause.
#[derive(Default)]
pub(crate) struct Attempts {
    wrong: VecDeque<Instant>,
    paused_until: Option<Instant>,
}

impl Attempts {
    /// Looks at a proof with `is_right`, unless there is a pause.
    pub(crate) fn judge(&mut self, now: Instant, is_right: impl FnOnce() -> bool) -> Result<(), Refused> {
        if let Some(left) = self.paused_until.map(|until| until.saturating_duration_since(now))
            && !left.is_zero()
        {
            return Err(Refused::Paused { seconds: whole_seconds(left) });
        }
        self.paused_until = None;
        if is_right() {
            return Ok(());
        }
        self.wrong.retain(|at| now.saturating_duration_since(*at) < WITHIN);
        self.wrong.push_back(now);
        if self.wrong.len() >= MOST_WRONG {
            self.wrong.clear();
            self.paused_until = Some(now + PAUSE);
        }
        Err(Refused::WrongProof)
    }
}

/// Rounded up, so that a client that waits so long is not too early.
fn whole_seconds(time: Duration) -> u32 {
    let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Case {
        attempts: Attempts,
        start: Instant,
    }

    impl Case {
        fn new() -> Self {
            Self { attempts: Attempts::default(), start: Instant::now() }
        }

        fn wrong(&mut self, millis: u64) -> Refused {
            self.attempts.judge(self.start + Duration::from_millis(millis), || false).unwrap_err()
        }

        fn right(&mut self, millis: u64) -> Result<(), Refused> {
            self.attempts.judge(self.start + Duration::from_millis(millis), || true)
        }
    }

    #[test]
    fn five_wrong_proofs_within_a_minute_pause_all_proofs_for_a_minute() {
        let mut case = Case::new();
        for number in 0..4 {
            assert_eq!(case.wrong(number * 10_000), Refused::WrongProof);
            assert_eq!(case.right(number * 10_000), Ok(()), "{number} wrong ones are not too many");
        }
        assert_eq!(case.wrong(59_000), Refused::WrongProof);
        assert_eq!(case.right(59_000), Err(Refused::Paused { seconds: 60 }));
        assert_eq!(case.right(59_001), Err(Refused::Paused { seconds: 60 }));
        assert_eq!(case.wrong(100_000), Refused::Paused { seconds: 19 });
        assert_eq!(case.right(118_999), Err(Refused::Paused { seconds: 1 }));
        assert_eq!(case.right(119_000), Ok(()));
        // It begins anew, and a wrong proof in the pause did not count.
        for _ in 0..4 {
            assert_eq!(case.wrong(119_000), Refused::WrongProof);
        }
        assert_eq!(case.right(119_000), Ok(()));
    }

    #[test]
    fn wrong_proofs_that_are_far_apart_pause_nothing() {
        let mut case = Case::new();
        for number in 0..20 {
            assert_eq!(case.wrong(number * 15_000), Refused::WrongProof);
            assert_eq!(case.right(number * 15_000), Ok(()));
        }
    }
}
