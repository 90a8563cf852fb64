//! The vault's folder as a process holds it, and what is different where it cannot be written to.
//!
//! The database engine writes whenever it opens a database. So there the vault is worked on in a private copy of all but
//! its documents, which is removed when the vault is locked. A process that is killed leaves it: it is as sealed as the
//! vault itself.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;

use super::MIN_FREE_BYTES;
use crate::fs::{self, Kind, Place};
use crate::layout::{Layout, Name, named};
use crate::process_lock::{LockError, ProcessLock};
use crate::{IoFault, OpenError, ReadOnlyVault, UnlockError};

/// The start of the name of a copy's folder.
const COPY_PREFIX: &str = "idw-reading-";

/// The folder, held against other processes as long as there is a copy of this.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    home: Layout,
    access: Access,
    _lock: Option<Arc<ProcessLock>>,
}

/// What can be done in the folder.
#[derive(Clone, Debug)]
enum Access {
    Write,
    /// It can only be read; there is a copy while the vault is unlocked.
    Read(Option<Arc<WorkingCopy>>),
}

/// A copy of a vault's folder without its documents.
#[derive(Debug)]
struct WorkingCopy {
    layout: Layout,
    /// Removes the copy when it is dropped.
    _dir: TempDir,
}

impl Folder {
    /// One that this process holds for writing.
    pub(super) fn writable_at(layout: Layout, lock: ProcessLock) -> Self {
        Self { home: layout, access: Access::Write, _lock: Some(Arc::new(lock)) }
    }

    /// Takes the folder for this process: for writing if that is possible, else for reading.
    pub(super) fn take(layout: Layout) -> Result<Self, OpenError> {
        match ProcessLock::take(&layout.lock()) {
            Ok(lock) => Ok(Self::writable_at(layout, lock)),
            Err(LockError::Io(error))
                if matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied) =>
            {
                let lock = ProcessLock::take_for_reading(&layout.lock()).map_err(refused)?;
                Ok(Self { home: layout, access: Access::Read(None), _lock: lock.map(Arc::new) })
            }
            Err(error) => Err(refused(error)),
        }
    }

    /// The same to unlock the vault in: with a copy where nothing can be written.
    pub(super) fn to_work_on(&self) -> Result<Self, UnlockError> {
        let access = match &self.access {
            Access::Write => Access::Write,
            Access::Read(_) => Access::Read(Some(Arc::new(WorkingCopy::make(&self.home)?))),
        };
        Ok(Self { access, ..self.clone() })
    }

    /// The same once the vault is locked.
    pub(super) fn sealed(&self) -> Self {
        let access = match &self.access {
            Access::Write => Access::Write,
            Access::Read(_) => Access::Read(None),
        };
        Self { access, ..self.clone() }
    }

    /// The folder that the user knows.
    pub(super) fn home(&self) -> &Path {
        self.home.dir()
    }

    /// What the vault reads from, and an unlocking works in.
    pub(super) fn layout(&self) -> &Layout {
        match &self.access {
            Access::Read(Some(copy)) => &copy.layout,
            Access::Write | Access::Read(None) => &self.home,
        }
    }

    /// What the vault writes to.
    ///
    /// # Errors
    /// Where it was opened for reading.
    pub(super) fn writable(&self) -> Result<&Layout, ReadOnlyVault> {
        match self.access {
            Access::Write => Ok(&self.home),
            Access::Read(_) => Err(ReadOnlyVault),
        }
    }

    pub(super) fn is_read_only(&self) -> bool {
        self.writable().is_err()
    }
}

impl WorkingCopy {
    fn make(home: &Layout) -> Result<Self, UnlockError> {
        let io = |error| UnlockError::from(IoFault::when("copy the vault to a folder that can be written to")(error));
        // For the owner only: `tempfile` makes folders with mode 0700.
        let dir = tempfile::Builder::new().prefix(COPY_PREFIX).tempdir().map_err(io)?;
        let entries = home.entries().map_err(io)?.into_iter();
        let entries: Vec<_> = entries.filter(|(place, kind)| is_copied(place, *kind)).collect();
        // Opening the database copies it once more.
        let needed = MIN_FREE_BYTES + 2 * entries.iter().map(|(place, _)| place.tree_bytes()).sum::<u64>();
        let available = fs::available_bytes(dir.path()).map_err(io)?;
        if available < needed {
            return Err(UnlockError::Full { needed, available });
        }
        for (place, kind) in entries {
            copy(&place, kind, dir.path()).map_err(io)?;
        }
        Ok(Self { layout: Layout::of_copy(dir.path(), home), _dir: dir })
    }
}

/// All that unlocking looks into. The documents are read where they are, and what is kept aside is nobody's business here.
fn is_copied(place: &Place, kind: Kind) -> bool {
    let is_known = matches!(
        named(place, None),
        Some(
            Name::Header
                | Name::SecondHeader
                | Name::Database
                | Name::Snapshots
                | Name::Pristine
                | Name::EarlierPristine
                | Name::Anchor
        )
    );
    is_known && matches!(kind, Kind::File | Kind::Folder)
}

fn copy(place: &Place, kind: Kind, to: &Path) -> io::Result<()> {
    let target = Place::in_folder(to, place.name());
    if kind == Kind::Folder { place.copy_tree(&target) } else { place.copy_file(&target) }
}

fn refused(error: LockError) -> OpenError {
    match error {
        LockError::Held { pid, program } => OpenError::InUse { pid, program },
        LockError::Io(error) => IoFault::when("lock the vault")(error).into(),
    }
}
