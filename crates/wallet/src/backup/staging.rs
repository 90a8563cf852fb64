//! A folder beside the one for a new vault, in which that is filled: so that it is there as a whole, or not at all.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use idw_vault::Vault;

use super::error::RestoreError;
use crate::{CreateError, Wallet};

/// Removed when dropped, unless it was put in its place.
pub(super) struct Staging {
    path: PathBuf,
    target: PathBuf,
}

impl Staging {
    /// Makes sure that `target` is free, and removes what a killed attempt has left.
    pub(super) fn beside(target: &Path) -> Result<Self, RestoreError> {
        if Wallet::exists(target) {
            return Err(RestoreError::VaultExists { dir: target.to_owned() });
        }
        match fs::read_dir(target) {
            Ok(mut entries) => {
                if entries.next().is_some() {
                    return Err(RestoreError::NotEmpty { dir: target.to_owned() });
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(RestoreError::Place(error)),
        }
        let name = target.file_name().ok_or_else(|| RestoreError::Place(io::ErrorKind::InvalidInput.into()))?;
        let staging = Self {
            path: target.with_file_name(format!(".{}.restoring", name.to_string_lossy())),
            target: target.to_owned(),
        };
        staging.clear()?;
        Ok(staging)
    }

    /// Where to make the vault.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the finished vault its place. Nobody may have it open.
    pub(super) fn place(self) -> Result<(), RestoreError> {
        let placed = self.place_here();
        if placed.is_ok() {
            std::mem::forget(self); // there is nothing left to remove
        }
        placed.map_err(RestoreError::Place)
    }

    fn place_here(&self) -> io::Result<()> {
        match fs::remove_dir(&self.target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::rename(&self.path, &self.target)?;
        let parent = self.target.parent().filter(|parent| !parent.as_os_str().is_empty());
        // Elsewhere a folder cannot be opened as a file, and renames are journalled.
        if cfg!(unix) { File::open(parent.unwrap_or(Path::new(".")))?.sync_all() } else { Ok(()) }
    }

    /// What another process is still filling is left alone.
    fn clear(&self) -> Result<(), RestoreError> {
        let in_use = |error| match error {
            idw_vault::OpenError::InUse { pid, program } => {
                Err(CreateError::from(idw_vault::CreateError::InUse { pid, program }).into())
            }
            _ => Ok(None),
        };
        // Held while it is removed.
        let _held = Vault::open(&self.path).map_or_else(in_use, |sealed| Ok::<_, RestoreError>(Some(sealed)))?;
        match fs::remove_dir_all(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(RestoreError::Place(error)),
            _ => Ok(()),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // If not now, then at the next attempt.
        let _ = fs::remove_dir_all(&self.path);
    }
}
