//! What repairs have kept aside: seen, and removed when its owner says so.

use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::Vault;
use crate::fs::{self, Expected, Place};
use crate::layout::QUARANTINE_PREFIX;
use crate::{IoFault, ReadError, RemoveQuarantinedError};

/// A folder that a repair kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Its name in the vault's folder, which says when it was made.
    pub name: String,
    /// The folder itself.
    pub dir: PathBuf,
    /// When the repair was, by the clock of that time; none when the name does not say.
    pub since: Option<SystemTime>,
    /// Bytes of all files in it.
    pub bytes: u64,
}

impl Vault {
    /// What repairs have kept aside, the oldest first.
    ///
    /// # Errors
    /// [`ReadError::Io`] when the folder cannot be read.
    pub fn quarantined(&self) -> Result<Vec<Quarantined>, ReadError> {
        let describe = |dir: Place| {
            let name = dir.name().to_str()?.to_owned();
            Some(Quarantined { since: since(&name), bytes: dir.tree_bytes(), name, dir: dir.shown() })
        };
        Ok(self.places_kept_aside()?.into_iter().filter_map(describe).collect())
    }

    /// Removes what a repair kept aside, by its name. Ask the user first: it may hold what the repair could not read.
    ///
    /// # Errors
    /// [`RemoveQuarantinedError::NotFound`] for a name that none has, [`RemoveQuarantinedError::OddEntry`], and [`RemoveQuarantinedError::Io`], after which some of it may
    /// be gone.
    ///
    /// # Security
    /// It holds records and keys of documents that were removed from the vault since, sealed under keys that the password
    /// leads to. So its files are overwritten before they are removed, as compaction does it, and with the same limit:
    /// file systems that copy on write and disks that level their wear may keep old blocks for a while.
    pub fn remove_quarantined(&self, name: &str) -> Result<(), RemoveQuarantinedError> {
        let entries = self.folder.writable().map_err(IoFault::from)?.entries().map_err(io("look into the folder"))?;
        let mut named = entries.into_iter().map(|(place, _)| place);
        let dir = named.find(|place| place.name() == name && name.starts_with(QUARANTINE_PREFIX));
        let dir = dir.ok_or_else(|| RemoveQuarantinedError::NotFound { name: name.to_owned() })?;
        dir.check(Expected::Folder).map_err(io("look at what was kept aside"))?;
        dir.overwrite_tree().map_err(io("overwrite what was kept aside"))?;
        dir.remove_tree().map_err(io("remove what was kept aside"))?;
        fs::sync_root(self.dir()).map_err(io("save the folder"))
    }
}

/// The time in the name of a folder: seconds since 1970, and a number where there were several.
fn since(name: &str) -> Option<SystemTime> {
    let stamp = name.strip_prefix(QUARANTINE_PREFIX)?;
    let seconds = stamp.split_once('-').map_or(stamp, |(seconds, _)| seconds).parse().ok()?;
    UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

fn io(doing: &'static str) -> impl FnOnce(std::io::Error) -> RemoveQuarantinedError {
    move |error| IoFault::when(doing)(error).into()
}
