//! Bringing what the records say to the newest version, so that no older program misreads it.

use std::sync::PoisonError;

use super::{MIN_FREE_BYTES, Vault};
use crate::header::NEWEST_VERSION;
use crate::{Batch, IoFault, WriteError, fs};

impl Vault {
    /// The version of the format that the header names: the oldest one that knows everything in the folder.
    pub fn format_version(&self) -> u16 {
        self.header.lock().unwrap_or_else(PoisonError::into_inner).header().version
    }

    /// Commits a batch of records that an older program would misread: before that, a header is written with which an
    /// older program refuses the vault as a whole. Killed in between, the vault has the records of before, and is one of
    /// the newest version all the same.
    ///
    /// # Errors
    /// As [`commit`](Self::commit). [`WriteError::Full`] comes before anything is written, the header included.
    pub fn commit_as_newest(&self, batch: Batch) -> Result<(), WriteError> {
        let mut header = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        if header.header().version < NEWEST_VERSION {
            // Once for the header and the snapshot that goes with it, once for the commit.
            let needed = 2 * MIN_FREE_BYTES + 4 * batch.bytes();
            let available = fs::available_bytes(self.dir()).map_err(IoFault::when("measure the free space"))?;
            if available < needed {
                return Err(WriteError::Full);
            }
            self.rewrite_header(&mut header, |header| header.version = NEWEST_VERSION)
                .map_err(|fault| if fault.is_full() { WriteError::Full } else { fault.into() })?;
        }
        drop(header);
        self.commit(batch)
    }
}
