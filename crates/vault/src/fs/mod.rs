//! Files as a store needs them: for the owner only, replaced as a whole, and on the disk when we say so.
//!
//! This is the only module that opens, makes, renames or removes anything in a vault's folder, and it follows no link
//! there: whoever can change the folder could else have the wallet write to, or remove, any file of its user. A name in
//! the folder is a [`Place`], which gives nobody a path to open by other means. The folder itself may be a link: that its
//! user chose.

mod odd;
#[cfg(not(unix))]
#[path = "other.rs"]
mod os;
#[cfg(unix)]
#[path = "unix.rs"]
mod os;
mod place;
mod tree;

use std::io;
use std::path::Path;

pub(crate) use odd::WHAT_TO_DO;
pub use odd::{OddEntry, OddKind};
pub(crate) use place::Place;

/// What stands at a name, as it is itself and not as what it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// What stands at a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    /// Bytes of a file.
    pub(crate) len: u64,
    /// Whether a file has another name too.
    has_other_names: bool,
}

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Read,
    /// To write over what is there.
    InPlace,
    /// To read, and to write over what is there; an empty one is made where there is none.
    InPlaceOrNew,
    /// To write to what must not be there yet.
    New,
}

/// What must be true of an entry that is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A file that is read, or replaced and removed as a whole: other names that it may have keep its old bytes.
    File,
    /// A file whose bytes are written over, so that it must have no other name.
    OwnFile,
    Folder,
}

impl Expected {
    fn check(self, found: Found) -> Result<(), OddKind> {
        match (self, found.kind) {
            (_, Kind::Link) => Err(OddKind::SymbolicLink),
            (Self::OwnFile, Kind::File) if found.has_other_names => Err(OddKind::HardLink),
            (Self::File | Self::OwnFile, Kind::File) | (Self::Folder, Kind::Folder) => Ok(()),
            (Self::File | Self::OwnFile, _) => Err(OddKind::NotAFile),
            (Self::Folder, _) => Err(OddKind::NotAFolder),
        }
    }
}

/// Makes the vault's own folder, for the owner only; its parents must be there.
pub(crate) fn make_private_root(dir: &Path) -> io::Result<()> {
    os::make_private_root(dir)
}

/// Makes the folders above the vault's own that are missing, for the owner only, as the XDG base directory specification
/// has it.
pub(crate) fn make_parents(dir: &Path) -> io::Result<()> {
    let Some(parent) = dir.parent().filter(|parent| !parent.as_os_str().is_empty()) else { return Ok(()) };
    match std::fs::metadata(parent) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
        Ok(_) => return Ok(()),
    }
    make_parents(parent)?;
    match os::make_private_root(parent) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()), // by another process
        made => made.and_then(|()| sync_above_root(parent)),
    }
}

/// Waits until the entry of a folder that was just made is on the disk. It is in the folder above.
pub(crate) fn sync_above_root(dir: &Path) -> io::Result<()> {
    os::Folder::open(&dir.join(".."))?.sync()
}

/// Removes the vault's own folder, which must be empty.
pub(crate) fn remove_empty_root(dir: &Path) -> io::Result<()> {
    std::fs::remove_dir(dir)
}

/// Takes the vault's own folder away from everybody but its owner.
pub(crate) fn make_root_private(dir: &Path) -> io::Result<()> {
    os::Folder::open(dir)?.make_private()
}

/// Waits until the entries of the vault's own folder are on the disk.
pub(crate) fn sync_root(dir: &Path) -> io::Result<()> {
    os::Folder::open(dir)?.sync()
}

/// What is in the vault's own folder.
pub(crate) fn entries_of_root(dir: &Path) -> io::Result<Vec<(Place, Kind)>> {
    let entries = os::Folder::open(dir)?.entries()?;
    Ok(entries.into_iter().map(|(name, kind)| (Place::in_folder(dir, name), kind)).collect())
}

/// Bytes that this user can still write to the file system of the vault's own folder.
pub(crate) fn available_bytes(dir: &Path) -> io::Result<u64> {
    fs4::available_space(dir)
}
