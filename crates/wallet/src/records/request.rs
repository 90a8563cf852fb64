//! Requests that came from outside.

use idw_vault::Tree;
use idw_words::MessageData;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{PurposeRecord, Record};
use crate::Stored;

/// A request that came from outside, from the moment it was accepted until some time after its end. Which profile
/// answers it is the user's to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct RequestRecord {
    pub(crate) version: u32,
    /// The protocol that makes it anew when it is opened.
    pub(crate) protocol: String,
    /// What the protocol tells it apart by: the same again is the same request.
    pub(crate) key: String,
    /// Who asks, as far as that was known when it came.
    pub(crate) party: String,
    pub(crate) purpose: PurposeRecord,
    /// What it is about: the asker's words, or English.
    pub(crate) title: String,
    /// The same; earlier versions did not write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) titled: Option<MessageData>,
    /// What the protocol needs to make it anew.
    pub(crate) payload: Value,
    pub(crate) received: Timestamp,
    /// When it ends by itself.
    pub(crate) ends: Timestamp,
    pub(crate) state: RequestState,
}

/// What has become of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum RequestState {
    /// The user has not answered.
    Waiting,
    /// The user agreed to exactly this; it is sent by the next program that holds the vault and listens.
    Approved {
        /// The digest of what was agreed to.
        digest: String,
        /// The number of the profile that answers.
        profile: u32,
        /// The number that the user found on the asker's page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u8>,
    },
    /// The user said no.
    Declined,
    /// Whoever asked took it back.
    Withdrawn,
    /// Written before the answer leaves: whoever finds this later does not know whether it arrived.
    Answering {
        /// The number of the entry of the user's yes.
        approved: u64,
    },
    /// The answer has arrived.
    Answered,
    /// The answer did not get through.
    Failed {
        /// Why, in English: what earlier versions wrote.
        reason: String,
        /// Why; earlier versions did not write it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageData>,
    },
    /// Nobody knows whether the answer arrived.
    Unknown {
        /// Why, in English: what earlier versions wrote.
        reason: String,
        /// Why; earlier versions did not write it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageData>,
    },
}

impl RequestRecord {
    /// The version of the shape that is written.
    pub(crate) const VERSION: u32 = 1;
}

impl Record for RequestRecord {
    const TREE: Tree = Tree::named("requests");
    const WHAT: Stored = Stored::Request;
}
