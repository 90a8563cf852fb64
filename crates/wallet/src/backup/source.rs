//! The file that a backup is read from.

use std::{
    fs::File,
    io::{Seek as _, SeekFrom},
    path::Path,
};

use idw_backup::ReadError;

use super::error::RestoreError;

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
