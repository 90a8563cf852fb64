//! Whether anything still happens on a connection.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::Instant;

/// Whoever connects asks within this.
const FIRST: Duration = Duration::from_secs(10);
/// A connection on which nothing is under way ends after this.
const IDLE: Duration = Duration::from_secs(60);
/// Whoever does not take its answer meanwhile loses it.
const STUCK: Duration = Duration::from_secs(30);

/// What is under way on one connection.
#[derive(Debug, Clone)]
pub(crate) struct Activity(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// Calls for which no answer was written out yet.
    calls: usize,
    /// Of those, answers that are being written out.
    answers: usize,
    /// When anything began, moved on or ended.
    moved: Instant,
    /// How long nothing may be under way.
    patience: Duration,
}

impl Activity {
    pub(crate) fn new(now: Instant) -> Self {
        Self(Arc::new(Mutex::new(State { calls: 0, answers: 0, moved: now, patience: FIRST })))
    }

    /// A call came, and is under way until what is returned is dropped.
    pub(crate) fn begin(&self) -> UnderWay {
        let mut state = self.state();
        state.calls += 1;
        state.patience = IDLE;
        state.moved = Instant::now();
        UnderWay { activity: self.clone(), is_answered: false }
    }

    /// Whether the connection can be closed.
    pub(crate) fn is_over(&self, now: Instant) -> bool {
        let state = self.state();
        let still = now.saturating_duration_since(state.moved);
        if state.answers > 0 { still >= STUCK } else { state.calls == 0 && still >= state.patience }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A call that is under way.
#[derive(Debug)]
pub(crate) struct UnderWay {
    activity: Activity,
    is_answered: bool,
}

impl UnderWay {
    fn answer(&mut self) {
        let mut state = self.activity.state();
        state.answers += 1;
        state.moved = Instant::now();
        self.is_answered = true;
    }

    fn moved(&self) {
        self.activity.state().moved = Instant::now();
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.activity.state();
        state.calls = state.calls.saturating_sub(1);
        if self.is_answered {
            state.answers = state.answers.saturating_sub(1);
        }
        state.moved = Instant::now();
    }
}

/// The body of an answer that is being written out.
pub(crate) struct Counted {
    body: Body,
    call: UnderWay,
}

impl Counted {
    pub(crate) fn new(body: Body, mut call: UnderWay) -> Self {
        call.answer();
        Self { body, call }
    }
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        self.call.moved();
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_nothing_is_sent_away() {
        let activity = Activity::new(Instant::now());
        assert!(!activity.is_over(Instant::now() + FIRST - Duration::from_millis(1)));
        assert!(activity.is_over(Instant::now() + FIRST));
        drop(activity.begin());
        assert!(!activity.is_over(Instant::now() + FIRST), "who asked once may ask again");
        assert!(activity.is_over(Instant::now() + IDLE));
    }

    #[test]
    fn who_waits_for_an_answer_is_not_sent_away() {
        let activity = Activity::new(Instant::now());
        let waiting = activity.begin();
        assert!(!activity.is_over(Instant::now() + Duration::from_secs(600)));
        let body = Counted::new(Body::from("answer"), waiting);
        assert!(!activity.is_over(Instant::now()));
        assert!(activity.is_over(Instant::now() + STUCK), "but who does not take it is");
        drop(body);
        assert!(!activity.is_over(Instant::now() + STUCK));
    }
}
