//! Requests that came from outside.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

use super::Purpose;

/// A request that somebody made, for the user to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequestView {
    /// What it is told apart by.
    pub id: String,
    /// How it came, e.g. `link`.
    pub protocol: String,
    /// Who asks, as far as that is known.
    pub party: String,
    /// What for.
    #[serde(rename = "type")]
    pub purpose: Purpose,
    /// What it is about, one line: the asker's own words, or the wallet's.
    pub title: MessageData,
    /// When it came (RFC 3339).
    pub received: String,
    /// When it ends by itself (RFC 3339).
    pub ends: String,
    /// What has become of it.
    pub status: RequestStatus,
    /// Why, where the answer did not arrive or may not have.
    pub reason: Option<MessageData>,
}

/// What has become of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RequestStatus {
    /// It waits for the user.
    Waiting,
    /// The user agreed, and the answer is sent as soon as a program holds the vault and listens.
    Approved,
    /// The user said no.
    Declined,
    /// Whoever asked took it back.
    Withdrawn,
    /// The answer is on its way.
    Answering,
    /// The answer has arrived.
    Answered,
    /// The answer did not get through.
    Failed,
    /// Nobody knows whether the answer arrived.
    Unknown,
    /// Its time was over before it was answered.
    Ended,
}

impl RequestStatus {
    /// Whether the user can still answer it.
    pub fn is_open(self) -> bool {
        self == Self::Waiting
    }
}
