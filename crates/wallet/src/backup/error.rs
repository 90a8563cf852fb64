//! Why a backup was not made, tested or restored.

use std::{io, path::PathBuf};

use idw_backup::{ManifestError, ReadError, WriteError};
use idw_words::MessageData;

use super::progress::Cancelled;
use crate::{CreateError, PlaceError, Problem, StoreError, UnlockError};

/// Why no backup was made. No file is left then, and the vault is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The password asked for again is wrong, or could not be checked.
    #[error(transparent)]
    Password(UnlockError),
    /// A backup that opens with nothing protects nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// The user cancelled it.
    #[error("cancelled")]
    Cancelled,
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// There is more in the vault than a backup holds.
    #[error("the vault holds more than a backup can")]
    Manifest(#[from] ManifestError),
    /// A backup of what is in the vault would not be read, and what is wrong with it cannot be left out.
    #[error("a backup of this vault could not be read again ({})", what.id())]
    Incoherent {
        /// What is wrong: whole sentences about the backup.
        what: MessageData,
    },
    /// It would be in the vault's own folder.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Password(error) => error.problem(),
            Self::EmptyPassphrase | Self::Write(WriteError::NameTooLong(_)) => Problem::Usage,
            Self::Cancelled => Problem::Declined,
            Self::Write(WriteError::Exists { .. }) => Problem::Exists,
            Self::Write(WriteError::Source { .. }) | Self::Incoherent { .. } => Problem::Damaged,
            Self::Write(_) | Self::Manifest(_) => Problem::Other,
            Self::Place(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    /// Whether the user cancelled it.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Cancelled)
    }
}

impl From<Cancelled> for BackupError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Why a backup was not tested, restored or merged. No vault was changed then, and none was made.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The file does not open, or is damaged.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It opens, and what is in it does not fit together.
    #[error("what is in the backup does not fit together ({})", what.id())]
    Content {
        /// What is wrong: whole sentences about the backup.
        what: MessageData,
    },
    /// With what is in it the wallet could not be backed up again.
    #[error("with this backup merged the wallet could not be backed up any more ({})", what.id())]
    TooMuch {
        /// What would be wrong with that backup: whole sentences about it.
        what: MessageData,
    },
    /// A document of the backup was not opened: that is done in a process of its own, which did not start or answer.
    #[error("a document of the backup was not opened")]
    Unopened(#[source] idw_documents::WorkerError),
    /// The user cancelled it.
    #[error("cancelled")]
    Cancelled,
    /// There is a vault in the folder.
    #[error("there is a vault in {}", dir.display())]
    VaultExists {
        /// The folder.
        dir: PathBuf,
    },
    /// There is something else in the folder.
    #[error("the folder {} is not empty", dir.display())]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The new vault could not be made.
    #[error(transparent)]
    Create(#[from] CreateError),
    /// A document of the backup could not be stored.
    #[error("a document of the backup could not be stored")]
    Stage(#[source] idw_vault::StageError),
    /// The new vault could not be filled.
    #[error("the new vault could not be written")]
    Fill(#[source] StoreError),
    /// It was restored, but does not unlock.
    #[error("the vault was restored, but could not be unlocked")]
    Unlock(#[source] UnlockError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl RestoreError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Read(ReadError::WrongPassphrase) => Problem::WrongPassword,
            Self::Read(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Problem::NotFound,
            Self::Read(
                ReadError::NotABackup | ReadError::NotAFile | ReadError::NotForPassphrase | ReadError::Io(_),
            )
            | Self::NotEmpty { .. } => Problem::Usage,
            Self::Read(_) | Self::Content { .. } => Problem::Damaged,
            Self::Cancelled => Problem::Declined,
            Self::VaultExists { .. } => Problem::Exists,
            Self::Create(error) => error.problem(),
            Self::Stage(_) | Self::TooMuch { .. } | Self::Unopened(_) => Problem::Other,
            Self::Unlock(error) => error.problem(),
            Self::Store(error) | Self::Fill(error) => error.problem(),
        }
    }

    /// Whether the user cancelled it.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Cancelled)
    }

    /// Whether every line end of the backup became one of two bytes on its way, which can be undone.
    pub fn can_be_undone(&self) -> bool {
        matches!(self, Self::Read(ReadError::TakenForText { line_ends_added: true }))
    }

    pub(super) fn content(what: impl Into<MessageData>) -> Self {
        Self::Content { what: what.into() }
    }
}

impl From<Cancelled> for RestoreError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}
