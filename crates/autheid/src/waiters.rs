//! Who waits for a result, and how many can.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::error::ServiceError;
use crate::ids::RequestId;

/// How many callers of one RP can wait, unless the service says otherwise.
pub const MOST_WAITING_FOR_RP: usize = 32;
/// How many callers can wait in all, unless the service says otherwise.
pub const MOST_WAITING: usize = 256;

/// How many callers can wait at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitLimits {
    /// In all.
    pub all: usize,
    /// For the results of one RP.
    pub of_rp: usize,
}

impl Default for WaitLimits {
    /// What a wallet serves.
    fn default() -> Self {
        Self { all: MOST_WAITING, of_rp: MOST_WAITING_FOR_RP }
    }
}

/// Those who wait.
#[derive(Debug, Default)]
pub(crate) struct Waiters {
    waiting: Arc<Mutex<Waiting>>,
    limits: WaitLimits,
}

#[derive(Debug, Default)]
struct Waiting {
    all: usize,
    by_rp: HashMap<String, usize>,
    /// Whom a decision wakes, with how many they are.
    by_request: HashMap<RequestId, (usize, Arc<Notify>)>,
}

impl Waiters {
    pub(crate) fn new(limits: WaitLimits) -> Self {
        Self { waiting: Arc::default(), limits }
    }

    /// One more, until what is returned is dropped.
    ///
    /// # Errors
    /// [`ServiceError::TooMany`] when too many wait already.
    pub(crate) fn enter(&self, rp: &str, request: &RequestId) -> Result<Place, ServiceError> {
        let mut waiting = lock(&self.waiting);
        let of_rp = waiting.by_rp.get(rp).copied().unwrap_or_default();
        if of_rp >= self.limits.of_rp || waiting.all >= self.limits.all {
            return Err(ServiceError::TooMany("too many callers wait for results"));
        }
        waiting.all += 1;
        waiting.by_rp.insert(rp.to_owned(), of_rp + 1);
        let (count, woken) = waiting.by_request.entry(request.clone()).or_default();
        *count += 1;
        let woken = Arc::clone(woken);
        Ok(Place { waiting: Arc::clone(&self.waiting), rp: rp.to_owned(), request: request.clone(), woken })
    }

    /// Has those look again who wait for this one.
    pub(crate) fn wake(&self, request: &RequestId) {
        let woken = lock(&self.waiting).by_request.get(request).map(|(_, woken)| Arc::clone(woken));
        if let Some(woken) = woken {
            woken.notify_waiters();
        }
    }

    /// Has everybody look again.
    pub(crate) fn wake_all(&self) {
        let all: Vec<_> = lock(&self.waiting).by_request.values().map(|(_, woken)| Arc::clone(woken)).collect();
        for woken in all {
            woken.notify_waiters();
        }
    }

    /// How many wait.
    pub(crate) fn count(&self) -> usize {
        lock(&self.waiting).all
    }
}

/// Somebody waits.
#[derive(Debug)]
pub(crate) struct Place {
    waiting: Arc<Mutex<Waiting>>,
    rp: String,
    request: RequestId,
    woken: Arc<Notify>,
}

impl Place {
    /// Ends when there is something to look at, which may have come since this was called.
    pub(crate) fn woken(&self) -> impl Future<Output = ()> + '_ {
        self.woken.notified()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = lock(&self.waiting);
        waiting.all = waiting.all.saturating_sub(1);
        if let Some(of_rp) = waiting.by_rp.get_mut(&self.rp) {
            *of_rp = of_rp.saturating_sub(1);
            if *of_rp == 0 {
                waiting.by_rp.remove(&self.rp);
            }
        }
        if let Some((count, _)) = waiting.by_request.get_mut(&self.request) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                waiting.by_request.remove(&self.request);
            }
        }
    }
}

fn lock(waiting: &Mutex<Waiting>) -> MutexGuard<'_, Waiting> {
    // Nothing is left half done while it is locked.
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    fn request() -> RequestId {
        RequestId::random().unwrap()
    }

    #[test]
    fn so_many_can_wait_for_one_relying_party() {
        let (waiters, request) = (Waiters::default(), request());
        let mut places: Vec<_> = (0..MOST_WAITING_FOR_RP).map(|_| waiters.enter("1", &request).unwrap()).collect();
        assert!(matches!(waiters.enter("1", &request), Err(ServiceError::TooMany(_))));
        assert!(waiters.enter("2", &request).is_ok(), "another one is not kept from it");
        places.pop();
        assert!(waiters.enter("1", &request).is_ok());
    }

    #[test]
    fn so_many_can_wait_in_all() {
        let waiters = Waiters::new(WaitLimits { all: 40, of_rp: 4 });
        let places: Vec<_> =
            (0..40).map(|number| waiters.enter(&(number / 4).to_string(), &request()).unwrap()).collect();
        assert!(matches!(waiters.enter("new", &request()), Err(ServiceError::TooMany(_))));
        assert_eq!(waiters.count(), 40);
        drop(places);
        assert!(waiters.enter("new", &request()).is_ok());
        let waiting = lock(&waiters.waiting);
        assert!(waiting.by_rp.is_empty() && waiting.by_request.is_empty(), "nothing is kept of those who are gone");
    }

    #[tokio::test]
    async fn a_decision_wakes_those_who_wait_for_it_alone() {
        let (waiters, one, other) = (Waiters::default(), request(), request());
        let places = [&one, &one, &other].map(|request| waiters.enter("1", request).unwrap());
        let [first, second, third] = places.each_ref().map(Place::woken);
        let mut third = Box::pin(third);
        waiters.wake(&one);
        first.await;
        second.await;
        assert!((&mut third).now_or_never().is_none());
        waiters.wake_all();
        third.await;
    }
}
