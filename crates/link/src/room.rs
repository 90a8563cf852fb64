//! How many connections there are at a time. Who proves nothing takes no room from who proves something.
//!
//! Before its hello nobody knows which of the two a connection is. So those that are in their hello have a room of their
//! own: when it is full, the one that has been there the longest has to go. A client of ours is through in a
//! moment; one that waits in there to keep others out is pushed out by them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// The most connections at a time of each of the two kinds.
pub(crate) const MOST_CONNECTIONS: usize = 16;
/// The most connections at a time that are in their hello.
pub(crate) const MOST_HELLOS: usize = 32;

/// A connection's place among those of its kind; free when it is dropped.
pub(crate) type Seat = OwnedSemaphorePermit;

/// All connections of a listener.
pub(crate) struct Room {
    unproven: Arc<Semaphore>,
    proven: Arc<Semaphore>,
    hellos: Arc<Mutex<Hellos>>,
}

impl Room {
    pub(crate) fn new() -> Self {
        let kind = || Arc::new(Semaphore::new(MOST_CONNECTIONS));
        Self { unproven: kind(), proven: kind(), hellos: Arc::default() }
    }

    /// Lets a connection into its hello, and the oldest one out if there are too many.
    pub(crate) fn begin_hello(&self) -> Hello {
        let (keep, gone) = oneshot::channel();
        let mut hellos = self.hellos.lock().unwrap_or_else(PoisonError::into_inner);
        let number = hellos.next;
        hellos.next += 1;
        if hellos.waiting.len() >= MOST_HELLOS {
            hellos.waiting.pop_front();
        }
        hellos.waiting.push_back((number, keep));
        drop(hellos);
        Hello { number, gone, hellos: self.hellos.clone() }
    }

    /// None when all are taken.
    pub(crate) fn take_unproven(&self) -> Option<Seat> {
        self.unproven.clone().try_acquire_owned().ok()
    }

    /// None when all are taken.
    pub(crate) fn take_proven(&self) -> Option<Seat> {
        self.proven.clone().try_acquire_owned().ok()
    }
}

#[derive(Default)]
struct Hellos {
    next: u64,
    /// The oldest first. Each learns from the end of its channel that it has to go.
    waiting: VecDeque<(u64, oneshot::Sender<()>)>,
}

/// A connection in its hello.
pub(crate) struct Hello {
    number: u64,
    gone: oneshot::Receiver<()>,
    hellos: Arc<Mutex<Hellos>>,
}

impl Hello {
    /// Waits until this one has to go.
    pub(crate) async fn pushed_out(&mut self) {
        let _ = (&mut self.gone).await;
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        let mut hellos = self.hellos.lock().unwrap_or_else(PoisonError::into_inner);
        hellos.waiting.retain(|(number, _)| *number != self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_hello_has_to_go_when_there_are_too_many() {
        let room = Room::new();
        let mut first: Vec<_> = (0..MOST_HELLOS).map(|_| room.begin_hello()).collect();
        assert!(first.iter_mut().all(|hello| !is_pushed_out(hello)));
        drop(first.remove(5)); // it was done
        let mut later = room.begin_hello();
        assert!(!is_pushed_out(&mut first[0]), "there was room again");
        let mut last = room.begin_hello();
        assert!(is_pushed_out(&mut first[0]));
        assert!(first[1..].iter_mut().chain([&mut later, &mut last]).all(|hello| !is_pushed_out(hello)));
    }

    #[test]
    fn seats_of_one_kind_are_none_of_the_other_and_come_back() {
        let room = Room::new();
        let mut unproven: Vec<_> = (0..MOST_CONNECTIONS).map(|_| room.take_unproven().unwrap()).collect();
        assert!(room.take_unproven().is_none());
        assert!(room.take_proven().is_some());
        unproven.pop();
        assert!(room.take_unproven().is_some());
    }

    fn is_pushed_out(hello: &mut Hello) -> bool {
        !matches!(hello.gone.try_recv(), Err(oneshot::error::TryRecvError::Empty))
    }
}
