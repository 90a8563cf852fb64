//! What a client and the holder say to each other: JSON, one message and one answer or more.
//!
//! Both are of one version, as the hello of the private socket sees to that.

use std::collections::BTreeMap;

use idw_wallet::view::{ConsentView, Outcome, RequestView};
use serde::{Deserialize, Serialize};

use crate::Fault;

/// What a client asks that has proved that it belongs to the vault's owner.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Ask {
    /// The requests in the inbox; one answer.
    List,
    /// The same, and again whenever they are others; answers without an end.
    Watch,
    /// A request, and what the wallet would send.
    Show {
        /// The request's id.
        id: String,
        /// The name of the profile that answers; the first where none is named.
        profile: Option<String>,
    },
    /// The user's yes.
    Approve {
        /// The request's id.
        id: String,
        /// The name of the profile that answers.
        profile: Option<String>,
        /// The digest of the answer that was proposed, as the user has seen it; where it is another by now, nothing is sent.
        digest: String,
        /// What the user chose, by the want's id; what the view proposes by itself where this is not given.
        choices: Option<BTreeMap<String, ChoiceMessage>>,
        /// The number that the user found on the asker's page.
        number: Option<u8>,
    },
    /// The user's no.
    Decline {
        /// The request's id.
        id: String,
        /// Whether nothing more of whoever asks is to be shown.
        block: bool,
    },
    /// The files that are made for the asker, as they would go.
    Files {
        /// The request's id.
        id: String,
        /// The name of the profile that answers.
        profile: Option<String>,
    },
    /// The holder is to end and to let go of the vault.
    Stop,
}

/// What any program of the user can hand in. It learns whether that was taken, and nothing else.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum HandIn {
    /// A link that somebody opened.
    Open {
        /// The link.
        link: String,
    },
    /// The window is to show itself.
    ComeForward,
}

/// What the user chose for one thing that is asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceMessage {
    /// Whether it is sent.
    pub included: bool,
    /// Which of the values, by its id.
    pub value: Option<String>,
    /// Whether it is sent also where the asker has this very value and finds it no good.
    pub again: bool,
}

/// What the holder answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// What is in the inbox.
    Requests {
        /// The newest first.
        requests: Vec<RequestView>,
    },
    /// A request, opened.
    Shown(Box<Shown>),
    /// The answer to a request has arrived.
    Delivered {
        /// How it ended.
        outcome: Box<Outcome>,
    },
    /// The files that are made for the asker.
    Files {
        /// Each with its name.
        files: Vec<FileMessage>,
    },
    /// The request was declined.
    Declined {
        /// As it is now.
        request: RequestView,
    },
    /// What was handed in was taken.
    Taken,
    /// The holder ends.
    Stopping,
    /// It was not done.
    Failed(Fault),
}

/// A file that is made for whoever asks.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileMessage {
    /// What it is called.
    pub name: String,
    /// Its bytes in base64.
    pub data: String,
}

/// A request, and what the wallet would send.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// The request.
    pub request: RequestView,
    /// What would leave the wallet.
    pub consent: ConsentView,
    /// The digest of the answer that is proposed; none where something is missing for it.
    pub digest: Option<String>,
    /// Whether a value would go to somebody who has never had it.
    pub sends_anything_new: bool,
}
