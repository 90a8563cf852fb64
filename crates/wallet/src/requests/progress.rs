//! Telling how far a disclosure has come.

use idw_words::{Message, MessageData};

/// How far a disclosure has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A step was begun.
    Step {
        /// What, such as "Signing the challenge".
        text: MessageData,
    },
    /// A file is on its way.
    Upload {
        /// Its place among the files of this disclosure: several can have one name.
        file: usize,
        /// Its name.
        name: String,
        /// Bytes sent.
        sent: u64,
        /// Bytes in all.
        total: u64,
    },
}

/// Hears how far a disclosure has come.
pub(crate) type OnProgress<'a> = &'a (dyn Fn(Progress) + Send + Sync);

/// A step, by what is said of it.
pub(crate) fn step(text: impl Message) -> Progress {
    Progress::Step { text: text.data() }
}
