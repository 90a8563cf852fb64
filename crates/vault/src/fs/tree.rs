//! Whole folders: copied, measured, overwritten, removed. None of it leaves the folder.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;

use super::os::{self, Folder};
use super::{Expected, Kind, OddKind, Opening, Place};

/// So many bytes of a file are read at a time.
const BUFFER_BYTES: usize = 256 * 1024;

impl Place {
    /// Removes a folder with all in it; one that is not there is fine. A link in it is removed, not what it leads to.
    pub(crate) fn remove_tree(&self) -> io::Result<()> {
        if self.check(Expected::Folder)?.is_none() {
            return Ok(());
        }
        empty(&self.enter()?)?;
        self.folder()?.remove_empty_dir(self.name())
    }

    /// Writes zeros over a file, so that its blocks hold them on file systems and disks that write in place.
    pub(crate) fn overwrite(&self) -> io::Result<()> {
        self.check(Expected::File)?;
        overwrite(&self.folder()?, self.name())
    }

    /// [`overwrite`](Self::overwrite)s the files in a folder and in those in it; one that is not there is fine.
    pub(crate) fn overwrite_tree(&self) -> io::Result<()> {
        match self.enter() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            folder => overwrite_all(&folder?),
        }
    }

    /// Copies a folder and all in it to one that is not there yet. Every byte is read, in the call that the database engine
    /// reads with: the kernel's own copying leaves out what two files can share, and so does not find what cannot be read.
    pub(crate) fn copy_tree(&self, to: &Self) -> io::Result<()> {
        to.make_dir()?;
        for (entry, kind) in self.entries()? {
            let target = to.child(entry.name());
            if kind == Kind::Folder {
                entry.copy_tree(&target)?;
            } else {
                entry.copy_file(&target)?;
            }
        }
        Ok(())
    }

    /// Copies a file, every byte of it, to one that is not there yet.
    pub(crate) fn copy_file(&self, to: &Self) -> io::Result<()> {
        let mut copy = to.create()?;
        self.read_as_engine(|bytes| copy.write_all(bytes))
    }

    /// The files in a folder and in those in it, with their bytes.
    pub(crate) fn read_tree(&self) -> io::Result<Vec<(Self, Vec<u8>)>> {
        let mut files = Vec::new();
        for (entry, kind) in self.entries()? {
            if kind == Kind::Folder {
                files.extend(entry.read_tree()?);
                continue;
            }
            let mut all = Vec::new();
            entry.read_as_engine(|bytes| {
                all.extend_from_slice(bytes);
                Ok(())
            })?;
            files.push((entry, all));
        }
        Ok(files)
    }

    fn read_as_engine(&self, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        self.check(Expected::OwnFile)?;
        let file = self.open()?;
        let mut buffer = vec![0; BUFFER_BYTES];
        let mut at = 0;
        loop {
            match os::read_at(&file, &mut buffer, at) {
                Ok(0) => return Ok(()),
                Ok(count) => {
                    take(&buffer[..count])?;
                    at += count as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Bytes of all files in a folder and in those in it; what cannot be seen counts as nothing.
    pub(crate) fn tree_bytes(&self) -> u64 {
        self.enter().map_or(0, |folder| bytes(&folder, true))
    }

    /// Bytes of the files directly in a folder; what cannot be seen counts as nothing.
    pub(crate) fn files_bytes(&self) -> u64 {
        self.enter().map_or(0, |folder| bytes(&folder, false))
    }

    /// The path of a folder for the database engine, which opens what is in it by its path: all of it is looked at
    /// before, and must be files without another name, and folders.
    ///
    /// A link that takes the place of a file after that is not noticed.
    pub(crate) fn for_engine(&self) -> io::Result<PathBuf> {
        self.check(Expected::Folder)?.ok_or(io::ErrorKind::NotFound)?;
        self.check_files()?;
        Ok(self.shown())
    }

    fn check_files(&self) -> io::Result<()> {
        for (entry, kind) in self.entries()? {
            match kind {
                Kind::Folder => entry.check_files()?,
                Kind::Link => return Err(entry.odd(OddKind::SymbolicLink)),
                Kind::File | Kind::Other => drop(entry.check(Expected::OwnFile)?),
            }
        }
        Ok(())
    }
}

fn empty(folder: &Folder) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        if kind == Kind::Folder {
            empty(&folder.enter(&name)?)?;
            folder.remove_empty_dir(&name)?;
        } else {
            folder.remove_file(&name)?;
        }
    }
    Ok(())
}

fn overwrite_all(folder: &Folder) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        match kind {
            Kind::Folder => overwrite_all(&folder.enter(&name)?)?,
            Kind::File => overwrite(folder, &name)?,
            Kind::Link | Kind::Other => {}
        }
    }
    Ok(())
}

/// A file that has another name too is left as it is: the bytes are that one's.
fn overwrite(folder: &Folder, name: &OsStr) -> io::Result<()> {
    let (mut file, found) = folder.open_file(name, Opening::InPlace)?;
    if Expected::OwnFile.check(found).is_err() {
        return Ok(());
    }
    io::copy(&mut io::Read::take(io::repeat(0), found.len), &mut file)?;
    file.sync_data()
}

fn bytes(folder: &Folder, deep: bool) -> u64 {
    let sizes = folder.entries().unwrap_or_default().into_iter().map(|(name, kind)| match kind {
        Kind::File => folder.look(&name).ok().flatten().map_or(0, |found| found.len),
        Kind::Folder if deep => folder.enter(&name).map_or(0, |folder| bytes(&folder, true)),
        _ => 0,
    });
    sizes.sum()
}
