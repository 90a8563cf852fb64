//! The time: the system's, or in tests one that stands still until it is told to go on.

use std::pin::pin;
use std::time::{Duration, Instant};

use crate::LinkError;

/// Tells the time and waits for it.
#[derive(Clone)]
pub(crate) enum Clock {
    /// The system's monotonic clock.
    System,
    /// One that only a test moves.
    #[cfg(test)]
    Test(TestClock),
}

impl Clock {
    pub(crate) fn now(&self) -> Instant {
        match self {
            Self::System => Instant::now(),
            #[cfg(test)]
            Self::Test(clock) => clock.now(),
        }
    }

    async fn sleep_until(&self, deadline: Instant) {
        match self {
            Self::System => tokio::time::sleep_until(deadline.into()).await,
            #[cfg(test)]
            Self::Test(clock) => clock.sleep_until(deadline).await,
        }
    }

    pub(crate) async fn sleep(&self, time: Duration) {
        self.sleep_until(self.now() + time).await;
    }

    /// Does `work`, or drops it after `most`. `doing` follows "took too long to".
    pub(crate) async fn limit<T>(
        &self,
        most: Duration,
        doing: &'static str,
        work: impl Future<Output = Result<T, LinkError>>,
    ) -> Result<T, LinkError> {
        let deadline = self.now() + most;
        let work = pin!(work);
        tokio::select! {
            biased; // what is done counts, however late it was looked at
            done = work => done,
            () = self.sleep_until(deadline) => Err(LinkError::Timeout { doing }),
        }
    }
}

/// A clock that stands still until a test moves it.
#[cfg(test)]
#[derive(Clone)]
pub(crate) struct TestClock {
    start: Instant,
    passed: std::sync::Arc<tokio::sync::watch::Sender<Duration>>,
}

#[cfg(test)]
impl TestClock {
    pub(crate) fn new() -> Self {
        let (passed, _) = tokio::sync::watch::channel(Duration::ZERO);
        Self { start: Instant::now(), passed: passed.into() }
    }

    pub(crate) fn advance(&self, time: Duration) {
        self.passed.send_modify(|passed| *passed += time);
    }

    fn now(&self) -> Instant {
        self.start + *self.passed.borrow()
    }

    async fn sleep_until(&self, deadline: Instant) {
        let mut passed = self.passed.subscribe();
        let _ = passed.wait_for(|passed| self.start + *passed >= deadline).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_is_dropped_when_its_time_is_over_and_not_before() {
        let time = TestClock::new();
        let clock = Clock::Test(time.clone());
        let done = clock.limit(Duration::from_secs(5), "end", async { Ok(7) }).await;
        assert_eq!(done.unwrap(), 7);
        let mut waits = pin!(clock.limit(Duration::from_secs(5), "end", std::future::pending::<Result<(), _>>()));
        let mut poll = || tokio_test_poll(waits.as_mut());
        assert!(poll().is_pending());
        time.advance(Duration::from_millis(4999));
        assert!(poll().is_pending());
        time.advance(Duration::from_millis(1));
        assert!(matches!(poll(), std::task::Poll::Ready(Err(LinkError::Timeout { doing: "end" }))));
    }

    fn tokio_test_poll<T>(future: std::pin::Pin<&mut impl Future<Output = T>>) -> std::task::Poll<T> {
        future.poll(&mut std::task::Context::from_waker(std::task::Waker::noop()))
    }
}
