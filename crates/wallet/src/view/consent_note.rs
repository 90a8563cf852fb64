//! What the user has to know before sending something.

use serde::{Deserialize, Serialize};

/// Something to know about the value that would be sent, or about what is asked for; the shell puts it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ConsentNoteView {
    /// The document has expired.
    Expired {
        /// Its last day of validity, `YYYY-MM-DD`.
        on: String,
    },
    /// The document expires soon.
    ExpiresSoon {
        /// Its last day of validity, `YYYY-MM-DD`.
        on: String,
        /// Days from today to it; 0 where it is today.
        days: u32,
    },
    /// The document says that it is issued on a day that has not come.
    IssuedInFuture {
        /// That day, `YYYY-MM-DD`.
        on: String,
    },
    /// The site asked before, but not for this.
    NotAskedBefore,
    /// The site was sent another value before.
    HasAnother {
        /// The day of that, `YYYY-MM-DD` in UTC.
        sent: String,
    },
}
