//! Files that there are two of, or that the vault can do without: what was wrong with one when the vault was unlocked.

use std::fmt;
use std::io;

use crate::HeaderFault;
use crate::fs::Place;

/// A file of the vault that could not be used, and that it could do without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpareFault {
    /// Its name in the vault's folder.
    pub file: String,
    /// Why it could not be used.
    pub why: SpareFaultCause,
    /// Whether it was written anew; otherwise the vault goes on without it.
    pub is_mended: bool,
}

/// Why such a file could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpareFaultCause {
    /// It was not there.
    #[error("it was missing")]
    Missing,
    /// Its bytes are not those that were written.
    #[error("{0}")]
    Damaged(HeaderFault),
    /// It could not be read; this is what the operating system answered.
    #[error("{0}")]
    Unreadable(String),
}

impl SpareFault {
    /// Writes a file anew that could not be used. A link is left alone, and so is a folder that is not empty.
    pub(crate) fn mend(place: &Place, why: SpareFaultCause, write: impl FnOnce() -> io::Result<()>) -> Self {
        let written = place.remove_empty_folder().and_then(|()| write());
        let fault = Self { file: place.name().to_string_lossy().into_owned(), why, is_mended: written.is_ok() };
        match written {
            Ok(()) => tracing::warn!("{fault}"),
            Err(error) => tracing::warn!(%error, "{fault}"),
        }
        fault
    }
}

impl fmt::Display for SpareFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, why, is_mended } = self;
        let outcome = if *is_mended {
            "it was written anew"
        } else {
            "it could not be written anew, and the vault goes on without it"
        };
        write!(f, "the file {file} in the vault's folder could not be used ({why}); {outcome}, and nothing is lost")
    }
}
