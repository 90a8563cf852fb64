//! Wallets that wait for something to change.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::error::Failure;

/// How many readers of one email can wait at a time.
const MOST_FOR_EMAIL: usize = 16;

/// Those who wait, by what tells their emails apart.
#[derive(Debug, Default)]
pub(crate) struct Wakers {
    waiting: Mutex<HashMap<String, (usize, Arc<Notify>)>>,
}

impl Wakers {
    /// One more, until what is returned is dropped.
    pub(crate) fn enter(self: &Arc<Self>, email_key: &str) -> Result<Waiting, Failure> {
        let mut waiting = self.lock();
        let (count, woken) = waiting.entry(email_key.to_owned()).or_default();
        if *count >= MOST_FOR_EMAIL {
            return Err(Failure::too_many("too many readers wait for this email"));
        }
        *count += 1;
        Ok(Waiting { wakers: Arc::clone(self), email_key: email_key.to_owned(), woken: Arc::clone(woken) })
    }

    /// Has those look again who wait for this email.
    pub(crate) fn wake(&self, email_key: &str) {
        let woken = self.lock().get(email_key).map(|(_, woken)| Arc::clone(woken));
        if let Some(woken) = woken {
            woken.notify_waiters();
        }
    }

    /// Has everybody look again.
    pub(crate) fn wake_all(&self) {
        let all: Vec<_> = self.lock().values().map(|(_, woken)| Arc::clone(woken)).collect();
        for woken in all {
            woken.notify_waiters();
        }
    }

    /// How many wait.
    pub(crate) fn count(&self) -> usize {
        self.lock().values().map(|(count, _)| count).sum()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, (usize, Arc<Notify>)>> {
        // Nothing is left half done while it is locked.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody waits.
#[derive(Debug)]
pub(crate) struct Waiting {
    wakers: Arc<Wakers>,
    email_key: String,
    woken: Arc<Notify>,
}

impl Waiting {
    /// Ends when there is something to look at, which may have come since this was called.
    pub(crate) fn woken(&self) -> impl Future<Output = ()> + '_ {
        self.woken.notified()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut waiting = self.wakers.lock();
        if let Some((count, _)) = waiting.get_mut(&self.email_key) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                waiting.remove(&self.email_key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn readers_are_woken_by_their_email() {
        let wakers = Arc::new(Wakers::default());
        let [ada, other] = ["ada@site.example", "other@site.example"].map(|email| wakers.enter(email).unwrap());
        assert_eq!(wakers.count(), 2);
        let [first, second] = [ada.woken(), other.woken()];
        wakers.wake("ada@site.example");
        first.await;
        wakers.wake_all();
        second.await;
        drop((ada, other));
        assert_eq!(wakers.count(), 0);
        assert!(wakers.lock().is_empty(), "nothing is kept of those who are gone");
    }

    #[test]
    fn so_many_can_wait_for_an_email() {
        let wakers = Arc::new(Wakers::default());
        let mut waiting: Vec<_> = (0..MOST_FOR_EMAIL).map(|_| wakers.enter("a").unwrap()).collect();
        assert!(wakers.enter("a").is_err());
        assert!(wakers.enter("b").is_ok(), "another one is not kept from it");
        waiting.pop();
        assert!(wakers.enter("a").is_ok());
    }
}
