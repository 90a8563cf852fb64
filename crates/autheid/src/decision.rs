//! What becomes of a request.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Who};

/// What was decided, by whoever was first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// The person agreed.
    Approved(Answer),
    /// The person said no.
    Declined,
    /// The person agreed, but is not verified as the request needs it.
    NotVerified(Who),
    /// Nobody decided in time.
    TimedOut,
    /// The RP took the request back.
    CancelledByRp,
}

/// A decision that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What was decided.
    pub decision: Decision,
    /// When.
    pub at: Timestamp,
}

/// What came of an attempt to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// This decision stands.
    Stands,
    /// Another one came first and stands.
    Earlier(Verdict),
}
