//! The file that a backup is read from, and what a document in it is.

use std::{
    fs::File,
    io::{Cursor, Read, Seek as _, SeekFrom},
    path::Path,
};

use idw_backup::ReadError;
use idw_documents::FileKind;

use super::error::RestoreError;
use crate::documents::{describe, media_type};

/// What is read of a document to see what it is, in bytes: as much as when one is added.
const HEAD_LEN_BYTES: u64 = 8192;

/// A backup that was opened to be read, as often as is wanted: what is merged is the file that was tried, whatever its
/// path leads to by then.
#[derive(Debug)]
pub struct BackupFile(File);

impl BackupFile {
    /// Opens the file at `path`. What is in it is looked at later.
    ///
    /// # Errors
    /// [`RestoreError::Read`] where it cannot be opened, or is no file.
    pub fn open(path: &Path) -> Result<Self, RestoreError> {
        Ok(Self(idw_backup::open_file(path)?))
    }

    /// Its bytes from the first on, and how many there are.
    pub(super) fn rewound(&self) -> Result<(&File, u64), ReadError> {
        let metadata = self.0.metadata().map_err(ReadError::Io)?;
        if !metadata.is_file() {
            return Err(ReadError::NotAFile);
        }
        (&self.0).seek(SeekFrom::Start(0)).map_err(ReadError::Io)?;
        Ok((&self.0, metadata.len()))
    }
}

impl From<File> for BackupFile {
    /// A file that is open already; it is read from its beginning.
    fn from(file: File) -> Self {
        Self(file)
    }
}

/// A document's bytes, all of them, and their type.
pub(super) struct Typed<'b> {
    /// The media type, or what to call something that attributes cannot hold.
    pub(super) mime_type: Result<&'static str, FileKind>,
    pub(super) bytes: std::io::Chain<Cursor<Vec<u8>>, &'b mut dyn Read>,
}

/// Looks at the beginning of a document: its bytes say what it is, the backup is not asked.
pub(super) fn typed(bytes: &mut dyn Read) -> Result<Typed<'_>, RestoreError> {
    let mut head = Vec::new();
    (&mut *bytes).take(HEAD_LEN_BYTES).read_to_end(&mut head).map_err(ReadError::Io)?;
    let mime_type = media_type(&head).ok_or_else(|| describe(&head));
    Ok(Typed { mime_type, bytes: Cursor::new(head).chain(bytes) })
}
