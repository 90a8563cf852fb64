//! Writing a backup: beside its place first, and there only when it is whole and on the disk.

use std::{
    collections::VecDeque,
    io::{self, BufWriter, Read},
    path::{Path, PathBuf},
};

use age::{Encryptor, scrypt, stream::StreamWriter};
use idw_files::{begin_part, folder_of, place_new, sync_folder};
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use crate::{FileEntry, Manifest, Passphrase, Work, WriteError, layout::CHUNK_LEN_BYTES, manifest::MANIFEST_PATH};

/// Where a backup goes.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether a file of that name is replaced.
    pub overwrite: bool,
}

/// A backup under way. Dropped before it is finished, it leaves nothing.
///
/// Until then it is in a file beside its place, named after it (see [`begin_part`]), which only its owner can read. A killed process leaves that one; the next backup to the same place removes it.
pub struct Writer {
    archive: tar::Builder<StreamWriter<BufWriter<NamedTempFile>>>,
    expected: VecDeque<FileEntry>,
    path: PathBuf,
    overwrite: bool,
}

impl Writer {
    /// Begins a backup and writes its manifest.
    ///
    /// Tuned [`Work`] takes about a second, and its memory.
    ///
    /// # Errors
    /// [`WriteError::Exists`] where there is a file that may not be replaced, [`WriteError::Full`], [`WriteError::Target`].
    pub fn create(
        target: Target<'_>,
        passphrase: &Passphrase,
        work: Work,
        manifest: &Manifest,
    ) -> Result<Self, WriteError> {
        let Target { path, overwrite } = target;
        match path.symlink_metadata() {
            Ok(_) if !overwrite => return Err(WriteError::Exists { path: path.to_owned() }),
            Err(error) if error.kind() == io::ErrorKind::InvalidFilename => return Err(WriteError::NameTooLong(error)),
            _ => {} // not there, or the attempt to write it says why not
        }
        let mut recipient = scrypt::Recipient::new(passphrase.to_age());
        recipient.set_work_factor(work.log_n());
        let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as _));
        let encryptor = encryptor.map_err(|error| unwritten(io::Error::other(error)))?;
        let file = BufWriter::with_capacity(buffer_len(), begin_part(path).map_err(unwritten)?);
        let payload = encryptor.wrap_output(file).map_err(unwritten)?;
        let mut writer = Self {
            archive: tar::Builder::new(payload),
            expected: manifest.files().iter().cloned().collect(),
            path: path.to_owned(),
            overwrite,
        };
        let json = manifest.encode();
        let entry = FileEntry::of(MANIFEST_PATH, &json);
        let entry = entry.map_err(|error| unwritten(io::Error::other(error)))?;
        writer.append(&entry, &mut json.as_slice())?;
        Ok(writer)
    }

    /// Adds the next file of the manifest.
    ///
    /// # Errors
    /// [`WriteError::Source`] where `bytes` fails, [`WriteError::Changed`] where they are not what the manifest says or
    /// there is no next file, [`WriteError::Target`]. The backup cannot be finished then.
    pub fn add(&mut self, bytes: &mut dyn Read) -> Result<(), WriteError> {
        let Some(entry) = self.expected.pop_front() else {
            return Err(WriteError::Changed { path: MANIFEST_PATH.to_owned() });
        };
        let added = self.append(&entry, bytes);
        if added.is_err() {
            self.expected.push_front(entry); // what is not whole is never finished
        }
        added
    }

    /// Ends the backup and waits until it is on the disk. It has no name yet.
    ///
    /// # Errors
    /// [`WriteError::Changed`] where files of the manifest are missing, [`WriteError::Full`], [`WriteError::Target`].
    pub fn complete(self) -> Result<Complete, WriteError> {
        if let Some(missing) = self.expected.front() {
            return Err(WriteError::Changed { path: missing.path().to_owned() });
        }
        let Self { archive, path, overwrite, .. } = self;
        let file = archive
            .into_inner()
            .and_then(StreamWriter::finish)
            .and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error))
            .map_err(unwritten)?;
        file.as_file().sync_all().map_err(unwritten)?;
        let len = file.as_file().metadata().map_err(unwritten)?.len();
        Ok(Complete { file, len, path, overwrite })
    }

    /// Ends the backup, waits until it is on the disk, and gives it its name. Returns its length in bytes.
    ///
    /// # Errors
    /// As [`complete`](Self::complete) and [`Complete::place`].
    pub fn finish(self) -> Result<u64, WriteError> {
        let complete = self.complete()?;
        let len = complete.len();
        complete.place().map(|()| len)
    }

    fn append(&mut self, entry: &FileEntry, bytes: &mut dyn Read) -> Result<(), WriteError> {
        let header = header(entry).map_err(unwritten)?;
        let mut bytes = Checking { left: entry.size(), from: bytes, digest: Sha256::new(), failed: None };
        let written = self.archive.append(&header, &mut bytes);
        let path = || entry.path().to_owned();
        if let Some(source) = bytes.failed {
            return Err(WriteError::Source { path: path(), source });
        }
        written.map_err(unwritten)?;
        if bytes.left > 0 || *bytes.digest.finalize() != entry.sha256() {
            return Err(WriteError::Changed { path: path() });
        }
        Ok(())
    }
}

/// A backup that is whole and on the disk, beside its place. Dropped before it is placed, it leaves nothing.
#[must_use = "it gets its name only when it is placed"]
pub struct Complete {
    file: NamedTempFile,
    len: u64,
    path: PathBuf,
    overwrite: bool,
}

impl Complete {
    /// Its length in bytes.
    #[expect(clippy::len_without_is_empty, reason = "a backup is no collection, and never empty")]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Gives it its name, for good.
    ///
    /// # Errors
    /// [`WriteError::Exists`] where a file of the name has come into being, [`WriteError::Unconfirmed`] where it is in its
    /// place and the folder may not be on the disk, [`WriteError::Target`].
    pub fn place(self) -> Result<(), WriteError> {
        let Self { file, len: _, path, overwrite } = self;
        let file = file.into_temp_path();
        let placed =
            if overwrite { file.persist(&path).map_err(|failed| failed.error) } else { place_new(file, &path) };
        placed.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.clone() },
            _ => unwritten(error),
        })?;
        sync_folder(folder_of(&path)).map_err(WriteError::Unconfirmed)
    }
}

fn header(entry: &FileEntry) -> io::Result<tar::Header> {
    let mut header = tar::Header::new_ustar();
    header.set_path(entry.path())?;
    header.set_size(entry.size());
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_cksum();
    Ok(header)
}

/// A chunk of the age file with its tag goes out in one piece.
fn buffer_len() -> usize {
    usize::try_from(4 * (CHUNK_LEN_BYTES + 16)).expect("256 KiB fit")
}

/// The file could not be written, for want of room or for another reason.
fn unwritten(error: io::Error) -> WriteError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            WriteError::Full(error)
        }
        io::ErrorKind::InvalidFilename => WriteError::NameTooLong(error),
        _ => WriteError::Target(error),
    }
}

/// Passes on no more than was announced, and sees whether it is that.
struct Checking<'a> {
    from: &'a mut dyn Read,
    left: u64,
    digest: Sha256,
    failed: Option<io::Error>,
}

impl Read for Checking<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(to.len());
        match self.from.read(&mut to[..room]) {
            Ok(len) => {
                self.digest.update(&to[..len]);
                self.left -= len as u64;
                Ok(len)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                self.failed = Some(error);
                Err(io::ErrorKind::Other.into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn want_of_room_is_told_apart() {
        let check = |kind: io::ErrorKind, is_full: bool| {
            assert_eq!(matches!(unwritten(kind.into()), WriteError::Full(_)), is_full, "{kind:?}");
        };
        check(io::ErrorKind::StorageFull, true);
        check(io::ErrorKind::QuotaExceeded, true);
        check(io::ErrorKind::FileTooLarge, true);
        check(io::ErrorKind::PermissionDenied, false);
        check(io::ErrorKind::NotFound, false);
    }
}
