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
}

/// Why nobody needs to decide any longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Its time has passed.
    TimedOut,
    /// The RP took it back.
    CancelledByRp,
}
