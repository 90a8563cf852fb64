//! What the user has to know before sending something.

use std::fmt;

use jiff::civil::Date;

/// Something to know about a value, or about what is asked for. Its `Display` is the sentence that shells show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The document has expired.
    Expired { on: Date },
    /// The document expires soon.
    ExpiresSoon { on: Date, days: i32 },
    /// The document says that it is issued on a day that has not come.
    IssuedInFuture { on: Date },
    /// The party asked before, but not for this.
    NotAskedBefore,
    /// The party was sent another value before.
    HasAnother {
        /// The day, `YYYY-MM-DD`.
        sent: String,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expired { on } => write!(f, "It expired on {on}."),
            Self::ExpiresSoon { on, days } => write!(f, "It expires on {on}, in {days} days."),
            Self::IssuedInFuture { on } => write!(f, "Its date of issue, {on}, is in the future."),
            Self::NotAskedBefore => f.write_str("The site did not ask for this last time."),
            Self::HasAnother { sent } => write!(f, "The site has another one, sent on {sent}."),
        }
    }
}
