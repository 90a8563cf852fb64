//! The identity check that the user makes just now: there is one at a time. It ends with the session, whatever it does.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use idw_wallet::CheckReview;

use crate::state::Stop;

/// A check, from the browser's leaving until what came is kept or dropped.
pub(crate) struct Checking {
    /// Tells it from a later one.
    pub(crate) id: String,
    stage: Stage,
}

enum Stage {
    /// It waits for the browser or the provider. Dropped, it is given up.
    UnderWay { _given_up: StopOnDrop },
    /// What came waits for the user's choice.
    Arrived(Arc<Arrived>),
}

/// What came, for one command at a time.
pub(crate) struct Arrived(Mutex<CheckReview>);

struct StopOnDrop(Option<Stop>);

impl Checking {
    pub(crate) fn under_way(id: String, stop: Stop) -> Self {
        Self { id, stage: Stage::UnderWay { _given_up: StopOnDrop(Some(stop)) } }
    }

    /// Something came.
    pub(crate) fn arrived(&mut self, review: CheckReview) {
        self.stage = Stage::Arrived(Arc::new(Arrived(Mutex::new(review))));
    }

    /// What came, if anything did.
    pub(crate) fn review(&self) -> Option<Arc<Arrived>> {
        match &self.stage {
            Stage::UnderWay { .. } => None,
            Stage::Arrived(review) => Some(Arc::clone(review)),
        }
    }
}

impl Arrived {
    pub(crate) fn lock(&self) -> MutexGuard<'_, CheckReview> {
        // The wallet works a review out before it changes it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        if let Some(stop) = self.0.take() {
            stop.now();
        }
    }
}
