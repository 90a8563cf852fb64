//! A folder by its path. Here a name is looked at before each use, as nothing opens it relative to a folder: a link that
//! takes its place just between the two is opened itself and then noticed.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{Found, Kind, Opening};

/// Opens the link itself and not what it leads to (`FILE_FLAG_OPEN_REPARSE_POINT`).
#[cfg(windows)]
const OPEN_REPARSE_POINT: u32 = 0x0020_0000;

pub(super) struct Folder(PathBuf);

impl Folder {
    /// The vault's own folder. Its user may have a link to it.
    pub(super) fn open(dir: &Path) -> io::Result<Self> {
        if fs::metadata(dir)?.is_dir() { Ok(Self(dir.to_owned())) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// A folder in this one.
    pub(super) fn enter(&self, name: &OsStr) -> io::Result<Self> {
        match self.look(name)?.map(|found| found.kind) {
            Some(Kind::Folder) => Ok(Self(self.0.join(name))),
            Some(_) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// What a name stands for itself; none where there is nothing.
    pub(super) fn look(&self, name: &OsStr) -> io::Result<Option<Found>> {
        match fs::symlink_metadata(self.0.join(name)) {
            Ok(metadata) => Ok(Some(found(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens a file, and says what was opened.
    pub(super) fn open_file(&self, name: &OsStr, opening: Opening) -> io::Result<(File, Found)> {
        let mut options = OpenOptions::new();
        match opening {
            Opening::Read => options.read(true),
            Opening::InPlace => options.write(true),
            Opening::InPlaceOrNew => options.read(true).write(true).create(true).truncate(false),
            Opening::New => options.write(true).create_new(true),
        };
        #[cfg(windows)]
        std::os::windows::fs::OpenOptionsExt::custom_flags(&mut options, OPEN_REPARSE_POINT);
        let file = options.open(self.0.join(name))?;
        let found = found(&file.metadata()?);
        Ok((file, found))
    }

    /// Whether a name leads to a file that is open. Here a file that is open keeps its name.
    pub(super) fn has(&self, name: &OsStr, _file: &File) -> io::Result<bool> {
        Ok(self.look(name)?.is_some())
    }

    pub(super) fn make_dir(&self, name: &OsStr) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub(super) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    pub(super) fn remove_empty_dir(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_dir(self.0.join(name))
    }

    pub(super) fn rename(&self, name: &OsStr, to: &Self, new_name: &OsStr) -> io::Result<()> {
        fs::rename(self.0.join(name), to.0.join(new_name))
    }

    /// All names in the folder, with what stands there.
    pub(super) fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let entries = fs::read_dir(&self.0)?;
        entries.map(|entry| entry.and_then(|entry| Ok((entry.file_name(), kind_of(entry.file_type()?))))).collect()
    }

    /// A folder in the user's profile is the user's already.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same shape as where it is not")]
    pub(super) fn make_private(&self) -> io::Result<()> {
        Ok(())
    }

    /// A folder cannot be opened as a file here, and renames are journalled.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same shape as where it can")]
    pub(super) fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}

/// A file in a folder of the user's profile is the user's already.
#[expect(clippy::unnecessary_wraps, reason = "the same shape as where it is not")]
pub(super) fn make_private(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(windows)]
pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}

#[cfg(not(windows))]
pub(super) fn read_at(mut file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    use std::io::{Read, Seek, SeekFrom};

    file.seek(SeekFrom::Start(at))?;
    file.read(buffer)
}

/// Makes the vault's own folder; its parents must be there.
pub(super) fn make_private_root(dir: &Path) -> io::Result<()> {
    fs::create_dir(dir)
}

fn found(metadata: &Metadata) -> Found {
    // How many names a file has is not to be learned here.
    Found { kind: kind_of(metadata.file_type()), len: metadata.len(), has_other_names: false }
}

fn kind_of(file_type: FileType) -> Kind {
    match file_type {
        kind if kind.is_symlink() => Kind::Link,
        kind if kind.is_file() => Kind::File,
        kind if kind.is_dir() => Kind::Folder,
        _ => Kind::Other,
    }
}
