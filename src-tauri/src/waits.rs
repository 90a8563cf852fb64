//! Requests to the network that the user can cancel at any moment.
//!
//! The page makes an id for each and can cancel by it at once. Commands begin on several threads, so a cancellation can come
//! here before the command that it is for; it is kept, and that command ends as soon as it begins.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use idw_words::message;
use tokio::sync::oneshot;

use crate::failure::{Failure, FailureCode};

/// How many cancellations are kept whose command has not begun. One whose command has ended already stays until it is pushed out,
/// which does no harm: no id is used twice.
const MOST_EARLY: usize = 64;

/// What waits, by the page's ids.
#[derive(Debug, Default)]
pub(crate) struct Waits(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    running: HashMap<String, oneshot::Sender<()>>,
    /// Cancelled before they began, the oldest first.
    early: VecDeque<String>,
}

/// One that has begun. Dropped, it is over.
#[derive(Debug)]
pub(crate) struct Wait<'a> {
    waits: &'a Waits,
    id: String,
    cancelled: oneshot::Receiver<()>,
}

impl Waits {
    /// Begins one, unless it was cancelled already.
    pub(crate) fn begin(&self, id: String) -> Result<Wait<'_>, Failure> {
        let mut inner = self.inner();
        if let Some(at) = inner.early.iter().position(|early| *early == id) {
            inner.early.remove(at);
            return Err(Failure::cancelled());
        }
        if inner.running.contains_key(&id) {
            return Err(Failure::new(FailureCode::Usage, message::WindowUnderWay));
        }
        let (cancel, cancelled) = oneshot::channel();
        inner.running.insert(id.clone(), cancel);
        Ok(Wait { waits: self, id, cancelled })
    }

    /// Cancels the one with this id; if it has not begun, as soon as it does.
    pub(crate) fn cancel(&self, id: String) {
        let mut inner = self.inner();
        if let Some(cancel) = inner.running.remove(&id) {
            // It may be ending at this moment.
            let _ = cancel.send(());
            return;
        }
        if !inner.early.contains(&id) {
            inner.early.push_back(id);
        }
        if inner.early.len() > MOST_EARLY {
            inner.early.pop_front();
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Nothing here is left half changed by a panic: each step is one insertion or removal.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wait<'_> {
    /// Ends when the user cancels; without that, never.
    pub(crate) async fn cancelled(&mut self) {
        if (&mut self.cancelled).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        self.waits.inner().running.remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use tauri::async_runtime::block_on;

    use super::*;

    fn id(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn what_has_begun_is_cancelled() {
        let waits = Waits::default();
        let mut wait = waits.begin(id("a")).unwrap();
        let mut other = waits.begin(id("b")).unwrap();
        waits.cancel(id("a"));
        block_on(wait.cancelled());
        assert!(other.cancelled.try_recv().is_err(), "only the one with that id is cancelled");
        drop((wait, other));
        assert!(waits.inner().running.is_empty());
    }

    #[test]
    fn a_cancellation_that_comes_first_is_kept_for_its_command_alone() {
        let waits = Waits::default();
        waits.cancel(id("a"));
        assert!(waits.begin(id("b")).is_ok());
        assert_eq!(waits.begin(id("a")).unwrap_err().code, FailureCode::Stopped);
        assert!(waits.begin(id("a")).is_ok(), "it is kept once");
    }

    #[test]
    fn cancellations_without_a_command_are_limited() {
        let waits = Waits::default();
        for number in 0..MOST_EARLY + 10 {
            waits.cancel(number.to_string());
        }
        assert_eq!(waits.inner().early.len(), MOST_EARLY);
        assert!(waits.begin(id("0")).is_ok(), "the oldest was pushed out");
        assert!(waits.begin((MOST_EARLY + 9).to_string()).is_err());
    }

    #[test]
    fn an_id_that_is_in_use_is_refused_and_the_first_stays_cancellable() {
        let waits = Waits::default();
        let mut wait = waits.begin(id("a")).unwrap();
        assert_eq!(waits.begin(id("a")).unwrap_err().code, FailureCode::Usage);
        waits.cancel(id("a"));
        block_on(wait.cancelled());
    }
}
