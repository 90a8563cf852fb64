//! What is known of a value's past.

use serde::Serialize;

use super::{Arrival, Purpose, SourceView};

/// Something that happened to a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeEventView {
    /// When.
    pub at: String,
    /// What.
    pub what: AttributeEvent,
}

/// What happened to a value; the shell puts it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum AttributeEvent {
    /// The user entered it.
    Entered,
    /// It was read from a file.
    Imported {
        /// The file's name; of a backup, when it was made, as it says.
        from: String,
        /// What it was read from.
        source: SourceView,
    },
    /// A provider that checked a document gave it, as this wallet knows itself.
    Verified {
        /// What the provider was called then.
        by: String,
    },
    /// A record says that somebody verified it, and nothing proves that to this wallet.
    Unconfirmed {
        /// By whom.
        by: String,
    },
    /// It was last changed. The wallet does not keep what it was before.
    Changed,
    /// The user agreed that it goes to a site, and it began to leave.
    Sent {
        /// The site's present name, or its last one.
        site: String,
        /// What for.
        purpose: Purpose,
        /// Whether it is known to have arrived.
        arrival: Arrival,
        /// Whether what was sent is what the wallet holds now.
        current: bool,
        /// What the site called it, where that says something else than the attribute's title.
        asked_as: Option<String>,
        /// The number of the entry of the activity log that tells of it.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        entry: u64,
    },
}
