//! How many callers can wait at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::ServiceError;

/// How many callers of one RP can wait.
pub const MOST_WAITING_FOR_RP: usize = 32;
/// How many callers can wait in all.
pub const MOST_WAITING: usize = 256;

/// Counts those who wait.
#[derive(Debug, Default)]
pub(crate) struct Waiters(Arc<Mutex<Counts>>);

#[derive(Debug, Default)]
struct Counts {
    all: usize,
    by_rp: HashMap<String, usize>,
}

impl Waiters {
    /// One more, until what is returned is dropped.
    ///
    /// # Errors
    /// [`ServiceError::TooMany`] when too many wait already.
    pub(crate) fn enter(&self, rp: &str) -> Result<Place, ServiceError> {
        let mut counts = lock(&self.0);
        let of_rp = counts.by_rp.get(rp).copied().unwrap_or_default();
        if of_rp >= MOST_WAITING_FOR_RP || counts.all >= MOST_WAITING {
            return Err(ServiceError::TooMany("too many callers wait for results"));
        }
        counts.all += 1;
        counts.by_rp.insert(rp.to_owned(), of_rp + 1);
        Ok(Place { counts: Arc::clone(&self.0), rp: rp.to_owned() })
    }

    /// How many wait.
    pub(crate) fn count(&self) -> usize {
        lock(&self.0).all
    }
}

/// Somebody waits.
#[derive(Debug)]
pub(crate) struct Place {
    counts: Arc<Mutex<Counts>>,
    rp: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = lock(&self.counts);
        counts.all = counts.all.saturating_sub(1);
        if let Some(of_rp) = counts.by_rp.get_mut(&self.rp) {
            *of_rp = of_rp.saturating_sub(1);
            if *of_rp == 0 {
                counts.by_rp.remove(&self.rp);
            }
        }
    }
}

/// Nothing is left half done while the counts are locked.
fn lock(counts: &Mutex<Counts>) -> MutexGuard<'_, Counts> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_can_wait_for_one_relying_party() {
        let waiters = Waiters::default();
        let mut places: Vec<_> = (0..MOST_WAITING_FOR_RP).map(|_| waiters.enter("1").unwrap()).collect();
        assert!(matches!(waiters.enter("1"), Err(ServiceError::TooMany(_))));
        assert!(waiters.enter("2").is_ok(), "another one is not kept from it");
        places.pop();
        assert!(waiters.enter("1").is_ok());
    }

    #[test]
    fn so_many_can_wait_in_all() {
        let waiters = Waiters::default();
        let places: Vec<_> =
            (0..MOST_WAITING).map(|number| waiters.enter(&(number / 16).to_string()).unwrap()).collect();
        assert!(matches!(waiters.enter("new"), Err(ServiceError::TooMany(_))));
        drop(places);
        assert!(waiters.enter("new").is_ok());
        assert!(lock(&waiters.0).by_rp.is_empty(), "nothing is kept of those who are gone");
    }
}
