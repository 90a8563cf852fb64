//! What stands at a name of the vault's folder and is not what the vault keeps there.

use std::io;
use std::path::PathBuf;

/// What to do about an odd entry, to end a sentence.
pub(crate) const WHAT_TO_DO: &str =
    "it was left as it is and nothing was changed where it leads: remove it, or put the vault's own back";

/// A name of the vault's folder at which there is something that the vault never puts there: a link, which leads to what
/// is none of its business, or no file or folder at all. Whoever can change the folder can have put it there.
///
/// It is never followed, written to, renamed or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{} {kind}", path.display())]
pub struct OddEntry {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: OddKind,
}

/// What an odd entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum OddKind {
    /// A symbolic link; also one that leads nowhere, or to itself.
    #[error("is a symbolic link")]
    SymbolicLink,
    /// A file that is written in place, and has another name too: what is written would be written there.
    #[error("is a hard link: the file has another name too")]
    HardLink,
    /// A folder, a pipe, a socket or a device where a file should be.
    #[error("is not a file")]
    NotAFile,
    /// Something else where a folder should be.
    #[error("is not a folder")]
    NotAFolder,
}

impl OddEntry {
    /// The odd entry that an operation ran into, if that is why it failed.
    pub(crate) fn behind(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl From<OddEntry> for io::Error {
    fn from(entry: OddEntry) -> Self {
        Self::other(entry)
    }
}
