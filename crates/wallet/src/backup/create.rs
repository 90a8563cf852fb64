//! Making a backup.

use std::{collections::HashSet, fmt, io::Read, path::Path, sync::Arc};

use idw_backup::{Manifest, Target, Writer};
use idw_vault::{Batch, DocumentId, KdfCost};

use super::{
    BackupStep, OnBackupProgress, container_passphrase,
    error::BackupError,
    frozen::FrozenContent,
    progress::{Counted, Ticker},
    standing,
    view::BackupReport,
    work,
};
use crate::{
    Password, StoreError, UnlockError, Wallet, clock::now, records::Event, store::Store, wiped_stack::on_wiped_stack,
};

/// What a backup says made it.
const PROGRAM: &str = concat!("idw ", env!("CARGO_PKG_VERSION"));

/// How to make a backup.
#[derive(Clone, Debug)]
pub struct BackupOptions {
    /// Whether a file of that name is replaced.
    pub overwrite: bool,
    /// What an attacker pays for each guess of the passphrase: about a second of this machine, or the least.
    pub cost: KdfCost,
}

impl Default for BackupOptions {
    fn default() -> Self {
        Self { overwrite: false, cost: KdfCost::Tuned }
    }
}

/// A backup that is whole and on the disk, and not under its name yet: the file that it may replace is there still, and
/// the last backup is the one before. Dropped before it is placed, it leaves nothing.
#[must_use = "it is a backup only once it is placed"]
pub struct UnplacedBackup {
    complete: idw_backup::Complete,
    report: BackupReport,
    store: Arc<Store>,
}

impl UnplacedBackup {
    /// What is in it.
    pub fn report(&self) -> &BackupReport {
        &self.report
    }

    /// Gives it its name, and remembers when the wallet was backed up. To be called once the user has the passphrase.
    ///
    /// # Errors
    /// Where the file cannot be put in its place. What was there is there still, but for
    /// [`WriteError::Unconfirmed`](idw_backup::WriteError::Unconfirmed).
    pub fn place(self) -> Result<BackupReport, BackupError> {
        let Self { complete, report, store } = self;
        complete.place()?;
        standing::remember(&store);
        Ok(report)
    }
}

impl fmt::Debug for UnplacedBackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnplacedBackup").field("report", &self.report).finish_non_exhaustive()
    }
}

impl Wallet {
    /// Writes a backup as [`write_backup`](Self::write_backup) does and puts it in its place at once: for a passphrase that
    /// its owner has already.
    ///
    /// # Errors
    /// As [`write_backup`](Self::write_backup) and [`UnplacedBackup::place`]. No file is left then.
    pub fn backup_to(
        &self,
        path: &Path,
        password: &Password,
        passphrase: &Password,
        options: &BackupOptions,
        on: &OnBackupProgress<'_>,
    ) -> Result<BackupReport, BackupError> {
        self.write_backup(path, password, passphrase, options, on)?.place()
    }

    /// Writes everything in the vault, all profiles of it, to one file that opens with `passphrase`: with
    /// [`restore_backup`](Self::restore_backup), or with stock `age` and `tar`.
    ///
    /// The vault's password is checked first, as the file holds every key. The backup is of one moment; other parts of
    /// the program may go on reading and writing meanwhile. It takes memory for everything but the documents, and
    /// appears under its name only when it is whole, on the disk and [placed](UnplacedBackup::place). The activity log
    /// says that it was begun, and [`backup_standing`](Self::backup_standing) when it was done.
    ///
    /// # Errors
    /// [`BackupError::Password`], [`BackupError::EmptyPassphrase`], [`BackupError::Place`],
    /// [`BackupError::Cancelled`] when `on` said so, and others where the vault cannot be read or the file not be written. No file is left then. Documents that cannot be
    /// read are no error: the report names those that were left out.
    pub fn write_backup(
        &self,
        path: &Path,
        password: &Password,
        passphrase: &Password,
        options: &BackupOptions,
        on: &OnBackupProgress<'_>,
    ) -> Result<UnplacedBackup, BackupError> {
        on_wiped_stack(|| self.backup_here(path, password, passphrase, options, on))
    }

    fn backup_here(
        &self,
        path: &Path,
        password: &Password,
        passphrase: &Password,
        options: &BackupOptions,
        on: &OnBackupProgress<'_>,
    ) -> Result<UnplacedBackup, BackupError> {
        if passphrase.is_empty() {
            return Err(BackupError::EmptyPassphrase);
        }
        crate::place::refuse_in_vault(path, self.dir())?;
        if !options.overwrite && path.symlink_metadata().is_ok() {
            return Err(idw_backup::WriteError::Exists { path: path.to_owned() }.into());
        }
        crate::place::remove_leftovers(idw_files::folder_of(path));
        let mut ticker = Ticker::new(on);
        ticker.step(BackupStep::Opening, 0)?;
        let checked = self.store.vault().check_password(password);
        checked.map_err(|error| BackupError::Password(UnlockError::from(error)))?;
        self.store.commit_export(Batch::new(), Event::BackupBegun)?;

        // What a document is worth shows when it is read: one that is damaged must not keep all else out of the backup.
        let mut damaged = HashSet::new();
        loop {
            match self.attempt(path, passphrase, options, &mut ticker, &damaged)? {
                Attempt::Done(unplaced) => return Ok(*unplaced),
                Attempt::Damaged(id) => damaged.insert(id),
            };
        }
    }

    fn attempt(
        &self,
        path: &Path,
        passphrase: &Password,
        options: &BackupOptions,
        ticker: &mut Ticker<'_>,
        damaged: &HashSet<DocumentId>,
    ) -> Result<Attempt, BackupError> {
        let FrozenContent { files, documents, mut report } = FrozenContent::take(&self.store, damaged)?;
        let json = files.iter().map(|(path, bytes)| idw_backup::FileEntry::of(*path, bytes));
        let entries = json.chain(documents.iter().map(|(_, file)| Ok(file.clone()))).collect::<Result<_, _>>()?;
        let manifest = Manifest::new(now().to_string(), PROGRAM, entries)?;
        let target = Target { path, overwrite: options.overwrite };
        let mut writer = Writer::create(target, &container_passphrase(passphrase), work(options.cost), &manifest)?;
        ticker.step(BackupStep::Writing, manifest.total_bytes())?;
        for (_, bytes) in &files {
            add(&mut writer, &mut bytes.as_slice(), ticker)?;
        }
        for (id, _) in &documents {
            let mut bytes = match self.document_bytes(*id) {
                // Cut short, or gone since the unlocking.
                Err(BackupError::Store(StoreError::Read(error))) if error.is_damage() => {
                    return Ok(Attempt::Damaged(*id));
                }
                bytes => bytes?,
            };
            match add(&mut writer, &mut *bytes, ticker) {
                Err(BackupError::Write(idw_backup::WriteError::Source { source, .. })) => {
                    match idw_vault::ReadError::of_reader(source) {
                        error if error.is_damage() => return Ok(Attempt::Damaged(*id)),
                        error => return Err(StoreError::from(error).into()),
                    }
                }
                added => added?,
            }
        }
        ticker.step(BackupStep::Saving, 0)?;
        let complete = writer.complete()?;
        report.bytes = complete.len();
        manifest.created().clone_into(&mut report.created);
        manifest.program().clone_into(&mut report.program);
        Ok(Attempt::Done(Box::new(UnplacedBackup { complete, report, store: Arc::clone(&self.store) })))
    }

    fn document_bytes(&self, id: DocumentId) -> Result<Box<dyn Read>, BackupError> {
        match self.store.vault().read_document(id) {
            Ok(reader) => Ok(Box::new(reader)),
            // Removed since the list was made.
            Err(idw_vault::ReadError::NoSuchDocument { .. }) => {
                Err(idw_backup::WriteError::Changed { path: id.to_string() }.into())
            }
            Err(error) => Err(StoreError::from(error).into()),
        }
    }
}

/// How writing a backup went.
enum Attempt {
    Done(Box<UnplacedBackup>),
    /// This document cannot be read.
    Damaged(DocumentId),
}

fn add(writer: &mut Writer, from: &mut dyn Read, ticker: &mut Ticker<'_>) -> Result<(), BackupError> {
    let added = writer.add(&mut Counted { from, ticker });
    if ticker.is_cancelled() { Err(BackupError::Cancelled) } else { Ok(added?) }
}
