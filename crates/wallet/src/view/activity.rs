//! The activity log.

use idw_words::MessageData;
use serde::Serialize;

use super::{Purpose, SentView};

/// One entry of the activity log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityView {
    /// Its place in the log, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub number: u64,
    /// When.
    pub at: String,
    /// What happened.
    pub text: MessageData,
    /// The kind of entry, e.g. `sent`, `loggedIn`, `siteAdded`.
    pub kind: String,
    /// The site, where one was involved, by the name that it had then.
    pub site: Option<String>,
    /// The root URL of its endpoints, where the log tells it: by this it is the same site, whatever it is called.
    pub root: Option<String>,
    /// The account, where one was used.
    pub account: Option<String>,
    /// What was sent, if anything was.
    pub sent: Vec<SentView>,
    /// Whether the entry tells of something that failed.
    pub failed: bool,
    /// What it was for, where it is about a disclosure.
    pub purpose: Option<Purpose>,
}

/// What an export of the activity log wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityExported {
    /// How many entries.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
}

/// What checking the activity log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityCheck {
    /// How many entries there are.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Whether each follows from the one before and none is missing.
    pub intact: bool,
    /// What is wrong, each a whole sentence.
    pub faults: Vec<MessageData>,
}
