//! Who is asked.

use crate::ids::RequestId;
use crate::request::StoredRequest;

/// Shows requests to a person. The decision comes by [`Service::decide`](crate::Service::decide), whenever it does; so
/// neither method may block.
pub trait Decider: Send + Sync + 'static {
    /// A request came in, and is kept. Requests of blocked RPs are never told.
    fn asked(&self, request: &StoredRequest);

    /// A request is over without the person: a prompt about it can go.
    fn over(&self, id: &RequestId, why: Over);

    /// Whether [`over`](Self::over) has to come as soon as the time of a request has passed. Otherwise it comes when anybody
    /// looks, or with the next [`Service::sweep`](crate::Service::sweep), and no timer runs for each request.
    fn waits_for_ends(&self) -> bool {
        true
    }
}

/// Why nobody needs to decide any longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Its time has passed.
    TimedOut,
    /// The RP took it back.
    CancelledByRp,
}
