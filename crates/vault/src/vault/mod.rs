//! The vault itself: locked or unlocked, a file for each thing one can do with it.

mod builder;
mod change_password;
mod check;
mod commit;
mod compact;
mod create;
mod credential;
mod database;
mod keyring;
mod keys;
mod link_key;
#[cfg(test)]
#[cfg(unix)]
mod links;
mod open;
mod pristine;
mod quarantine;
mod read;
mod read_only;
#[cfg(test)]
mod removed_data_tests;
mod repair;
mod scan;
mod slots;
mod spare_fault;
mod sweep;
mod unlock;
mod upgrade;
mod upkeep;
mod verify;

use std::fmt;
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};

use crate::anchor::Anchor;
use crate::document::{self, StagedDocument};
use crate::header::SignedHeader;
use crate::header_file::HeaderCopies;
use crate::layout::Layout;
use crate::manifest::Manifest;
use crate::snapshot::Moment;
use crate::{DocumentId, StageError};
use database::Database;
use keys::VaultKeys;
use read_only::Folder;

pub use crate::kdf::KdfCost;
pub use compact::Compacted;
pub use create::Unfinished;
pub use link_key::HeldVault;
pub use quarantine::Quarantined;
pub use repair::{Lost, RepairReport, SnapshotUsed};
pub use spare_fault::{SpareFault, SpareFaultCause};
pub use verify::{Usage, VerifyProgress, VerifyReport};

/// Room on the disk without which a database is neither opened nor written, in bytes: sled extends its log by 256 KiB
/// at a time, and harms it when it cannot.
pub(crate) const MIN_FREE_BYTES: u64 = 1024 * 1024;

/// Whether there is a vault in this folder, or what is left of one.
pub fn exists(dir: &Path) -> bool {
    Layout::new(dir).has_vault()
}

/// An unlocked vault.
///
/// It is shared between threads by reference: reads go on beside each other, commits one after the other. Dropping it
/// wipes the keys and lets other processes open the vault.
pub struct Vault {
    /// Held for writing while a batch is applied, so that a record of several parts is never read half old, half new.
    /// Of these three locks, whoever needs several takes the header's first and the database's last.
    database: RwLock<Database>,
    keys: VaultKeys,
    header: Mutex<SignedHeader>,
    /// What the next commit starts from.
    state: Mutex<CommitState>,
    missing_documents: Vec<DocumentId>,
    repair: Option<RepairReport>,
    spare_faults: Vec<SpareFault>,
    folder: Folder,
}

/// A locked vault: this process holds it, and has no keys.
pub struct SealedVault {
    headers: Box<HeaderCopies>,
    folder: Folder,
}

struct CommitState {
    manifest: Manifest,
    anchor: Anchor,
    /// Set when the database failed while it wrote: what it holds in memory may not be what is on the disk.
    broken: bool,
    /// The newest snapshot, by its name.
    snapshot: Option<Moment>,
}

impl Vault {
    /// Wipes the keys and keeps other processes out still. Before that the vault tidies up, as when it is dropped: it
    /// takes a snapshot when something changed, and [compacts](Self::compact) after removals.
    ///
    /// # Security
    /// Readers of documents that were opened before keep the key of their document until they are dropped.
    pub fn lock(self) -> SealedVault {
        self.tidy();
        let header = self.header.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let folder = self.folder.sealed();
        drop(self);
        SealedVault { headers: Box::new(HeaderCopies::both(header)), folder }
    }

    /// For reading; a thread takes it once at a time.
    fn database(&self) -> RwLockReadGuard<'_, Database> {
        self.database.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder of the vault.
    pub fn dir(&self) -> &Path {
        self.folder.home()
    }

    /// Documents that were listed but had no file when the vault was unlocked. Everything else is there.
    pub fn missing_documents(&self) -> &[DocumentId] {
        &self.missing_documents
    }

    /// Whether the vault was opened for reading only, because its folder cannot be written to. Whatever writes gives an
    /// error then; a repair was made in a copy, and is made again at the next unlocking.
    pub fn is_read_only(&self) -> bool {
        self.folder.is_read_only()
    }

    /// What was repaired when the vault was unlocked, if anything was: the user is to be told.
    pub fn repair_report(&self) -> Option<&RepairReport> {
        self.repair.as_ref()
    }

    /// Files that could not be used when the vault was unlocked, and that it can do without: the user is to be told.
    pub fn spare_faults(&self) -> &[SpareFault] {
        &self.spare_faults
    }

    /// Brings a document of at most `max_bytes` into the folder, in constant memory.
    ///
    /// It is part of the vault when a batch with it is committed.
    ///
    /// # Errors
    /// [`StageError::TooLarge`] as soon as the limit is passed, [`StageError::Source`] when `source` fails, and
    /// [`StageError::Full`], [`StageError::ReadOnly`] or [`StageError::Io`] when the vault's folder cannot take it. No file is left then.
    pub fn stage_document(&self, source: &mut dyn Read, max_bytes: u64) -> Result<StagedDocument, StageError> {
        self.stage_document_as(DocumentId::make(), source, max_bytes)
    }

    /// The same with a given id: for a document that comes back from a backup, where other records know it by that id.
    ///
    /// The key is new all the same, so an id that was used before is no risk. Committing it replaces a document that has
    /// the id; ask [`document`](Self::document) first where that is not wanted.
    ///
    /// # Errors
    /// As [`stage_document`](Self::stage_document). Two documents with one id cannot be staged at the same time.
    pub fn stage_document_as(
        &self,
        id: DocumentId,
        source: &mut dyn Read,
        max_bytes: u64,
    ) -> Result<StagedDocument, StageError> {
        document::stage(&self.folder.writable()?.documents(), *self.keys.vault_id(), id, source, max_bytes)
    }
}

impl SealedVault {
    /// The folder of the vault.
    pub fn dir(&self) -> &Path {
        self.folder.home()
    }

    /// As [`Vault::is_read_only`].
    pub fn is_read_only(&self) -> bool {
        self.folder.is_read_only()
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.tidy();
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({}, unlocked)", self.dir().display())
    }
}

impl fmt::Debug for SealedVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedVault({})", self.dir().display())
    }
}
