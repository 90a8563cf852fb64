//! The database as it was before the engine opened it.
//!
//! The engine takes a place that it cannot read for the torn end of its log, and writes zeros over it. So what it opens
//! is copied before, every byte of it, and what it did is taken back when the outcome is not certain.

use std::io::{self, Write};
use std::path::PathBuf;

use super::unlock::io;
use crate::fs::{self, Expected, Kind, Place};
use crate::layout::Layout;
use crate::{IoFault, UnlockError, reserve};

/// Room that must be left beside the copy, in bytes.
const SPARE_BYTES: u64 = 16 * 1024 * 1024;
/// Without room for a copy, databases of up to so many bytes are copied to memory.
const MAX_BYTES_IN_MEMORY: u64 = 256 * 1024 * 1024;

/// A copy of a database, from which it can be put back.
pub(super) struct Pristine {
    copy: Copy,
    database: Place,
    /// The vault's folder.
    root: PathBuf,
}

enum Copy {
    /// Beside the database: it is still there when this process is killed.
    Folder(Place),
    /// Where the disk has no room for it.
    Memory(Vec<(Place, Vec<u8>)>),
    /// It was put back, or is not needed any more.
    Gone,
}

impl Pristine {
    /// Reads the whole database and keeps a copy; none where there is no database.
    ///
    /// # Errors
    /// [`UnlockError::Unreadable`] when any of it cannot be read, and [`UnlockError::Full`] when there is no room for a copy.
    pub(super) fn keep(layout: &Layout, epoch: u32) -> Result<Option<Self>, UnlockError> {
        let database = layout.database(epoch);
        if database.check(Expected::Folder).map_err(io("look for the database"))?.is_none() {
            return Ok(None);
        }
        let copy = match folder_for_copy(layout, &database)? {
            Some(folder) => {
                database.copy_tree(&folder).map_err(copy_error)?;
                Copy::Folder(folder)
            }
            None => Copy::Memory(database.read_tree().map_err(copy_error)?),
        };
        Ok(Some(Self { copy, database, root: layout.dir().to_owned() }))
    }

    /// Takes back what the engine did; it must have closed the database.
    pub(super) fn put_back(mut self) -> io::Result<()> {
        match std::mem::replace(&mut self.copy, Copy::Gone) {
            Copy::Gone => {}
            Copy::Folder(folder) => {
                self.database.remove_tree()?;
                folder.move_to(&self.database)?;
            }
            Copy::Memory(files) => rewrite(&self.database, &files)?,
        }
        fs::sync_root(&self.root)
    }
}

impl Drop for Pristine {
    fn drop(&mut self) {
        // Written a moment ago and never waited for: its blocks have hardly reached the disk.
        if let Copy::Folder(folder) = &self.copy
            && let Err(error) = folder.remove_tree()
        {
            tracing::debug!(%error, "the copy of the database is removed at the next unlocking");
        }
    }
}

/// Keeps the copy that a killed process left: the engine may have harmed the database since. The older one counts when
/// there are two, and only a repair ever looks into it.
pub(super) fn keep_earlier(layout: &Layout) {
    let (pristine, earlier) = (layout.pristine(), layout.earlier_pristine());
    let moved = match (pristine.is_folder(), earlier.is_folder()) {
        (false, _) => return,
        (true, true) => pristine.remove_tree(),
        (true, false) => pristine.move_to(&earlier),
    };
    if let Err(error) = moved {
        tracing::warn!(%error, "the copy that an earlier unlocking left stays where it is");
    }
}

/// Where the copy goes; none when it goes to memory: the disk has no room for it, or something stands in its place.
fn folder_for_copy(layout: &Layout, database: &Place) -> Result<Option<Place>, UnlockError> {
    let bytes = database.tree_bytes();
    let needed = bytes + SPARE_BYTES;
    let available = || fs::available_bytes(layout.dir()).map_err(io("measure the free space"));
    let is_small = bytes <= MAX_BYTES_IN_MEMORY;
    if is_small && (layout.pristine().is_there() || available()? < needed) {
        return Ok(None);
    }
    if available()? < needed {
        reserve::release(&layout.reserve());
        let available = available()?;
        if available < needed {
            return Err(UnlockError::Full { needed, available });
        }
    }
    Ok(Some(layout.pristine()))
}

/// Why a database could not be copied: there is no room, or the disk does not give what is on it.
pub(super) fn copy_error(source: io::Error) -> UnlockError {
    let fault = IoFault { doing: "copy the database", source };
    if fault.is_of_the_disk() { UnlockError::Unreadable(fault) } else { fault.into() }
}

/// Gives the files in a folder these bytes, without asking the disk for more room than they had, and removes the others.
fn rewrite(database: &Place, files: &[(Place, Vec<u8>)]) -> io::Result<()> {
    for (entry, kind) in database.entries()? {
        if kind == Kind::File && !files.iter().any(|(place, _)| *place == entry) {
            entry.remove_if_there()?;
        }
    }
    for (place, bytes) in files {
        let mut file = if place.is_there() { place.open_in_place()? } else { place.create()? };
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()?;
    }
    Ok(())
}
