//! Proving a backup without restoring it.

use std::io::Read;

use super::{
    OnBackupProgress,
    content::{self, Content, Receiver},
    error::RestoreError,
    format::DocumentEntry,
    progress::Ticker,
    source::BackupFile,
    view::BackupReport,
};
use crate::{Password, Wallet, wiped_stack::on_wiped_stack};

impl Wallet {
    /// Opens a backup, checks every byte of it and that what is in it fits together, and says what that is. It needs no
    /// vault, and nothing is written anywhere.
    ///
    /// # Errors
    /// [`RestoreError::Read`] says whether the passphrase is wrong, the file is damaged or cut short, or no backup at
    /// all; [`RestoreError::Content`], [`RestoreError::Cancelled`].
    pub fn check_backup(
        file: &BackupFile,
        passphrase: &Password,
        on: &OnBackupProgress<'_>,
    ) -> Result<BackupReport, RestoreError> {
        on_wiped_stack(|| Ok(content::read(file, passphrase, &mut Ticker::new(on), &mut Nobody)?.1))
    }
}

/// Wants nothing of it.
struct Nobody;

impl Receiver for Nobody {
    fn content(&mut self, _: &Content) -> Result<(), RestoreError> {
        Ok(())
    }

    fn document(&mut self, _: &DocumentEntry, _: &mut dyn Read) -> Result<(), RestoreError> {
        Ok(())
    }
}
