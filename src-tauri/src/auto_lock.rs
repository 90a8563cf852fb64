//! Locks the wallet when nobody has touched the window for some minutes.
//!
//! The page tells of each touch ([`Touched::now`]); whether it does or hangs, the time runs here.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use tauri::{AppHandle, Manager as _, Runtime};

use crate::{page_event::LockReason, state::AppState};

/// How often it is looked whether the time is over.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// The longest that a lock by itself is waited for before the page is told.
const SETTLE_WITHIN: Duration = Duration::from_secs(2);

/// When the window was touched last.
#[derive(Debug)]
pub(crate) struct Touched(Mutex<Moment>);

/// By both clocks of a computer: one of them stands still while it sleeps, the other one can be set.
#[derive(Clone, Copy, Debug)]
struct Moment {
    running: Instant,
    wall: SystemTime,
}

impl Moment {
    fn now() -> Self {
        Self { running: Instant::now(), wall: SystemTime::now() }
    }

    /// How long ago that was, by the clock that says more. A clock that is set forward locks a wallet too early, which costs a
    /// password.
    fn until(self, now: Self) -> Duration {
        let running = now.running.saturating_duration_since(self.running);
        running.max(now.wall.duration_since(self.wall).unwrap_or_default())
    }
}

impl Touched {
    /// Touched at this moment.
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Moment::now()))
    }

    /// Somebody touches it, or waits for something that is under way.
    pub(crate) fn now(&self) {
        *self.moment() = Moment::now();
    }

    fn is_longer_ago_than(&self, minutes: u32, now: Moment) -> bool {
        self.moment().until(now) >= Duration::from_secs(u64::from(minutes) * 60)
    }

    fn moment(&self) -> MutexGuard<'_, Moment> {
        // It is replaced as a whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Watches from a thread of its own, for as long as the program runs.
pub(crate) fn watch<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            let state = app.state::<AppState>();
            if let Some(reason) = is_due(&state) {
                lock(&state, reason, SETTLE_WITHIN);
            }
        }
    });
}

/// Why the wallet is to lock now, if it is.
fn is_due(state: &AppState) -> Option<LockReason> {
    let minutes = state.settings().auto_lock().minutes()?;
    let due = state.is_open() && state.touched().is_longer_ago_than(minutes, Moment::now());
    due.then_some(LockReason::Unused { minutes })
}

/// Locks the wallet without the user's asking, and tells the page why. Waits until the keys are gone, but no longer than
/// this. Blocks.
pub(crate) fn lock(state: &AppState, reason: LockReason, settle_within: Duration) {
    let was_open = state.is_open();
    drop(state.close()); // also one that is just being opened
    state.holding().settles_within(settle_within);
    if was_open {
        state.tell(crate::page_event::PageEvent::Locked { reason });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_that_says_more_counts() {
        let minute = Duration::from_secs(60);
        let start = Moment::now();
        let later = |running: u32, wall: i32| {
            let apart = minute * wall.unsigned_abs();
            let wall = if wall < 0 { start.wall - apart } else { start.wall + apart };
            Moment { running: start.running + minute * running, wall }
        };
        let touched = Touched(Mutex::new(start));
        let check = |now: Moment, expected: bool| assert_eq!(touched.is_longer_ago_than(10, now), expected, "{now:?}");
        check(later(0, 0), false);
        check(later(9, 9), false);
        check(later(10, 10), true);
        check(later(0, 480), true); // after a night's sleep
        check(later(10, -60), true); // the clock was set back
        check(later(9, -60), false);
    }
}
