//! Backup files.

use idw_backup::{ManifestError, ReadError, WriteError};
use idw_words::{Argument, MessageData, message};

use super::Explain;

impl Explain for WriteError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Exists { path } => message::ErrorPlaceExists { path }.into(),
            Self::Full(error) => message::ErrorBackupFull { reason: error.explain() }.into(),
            Self::NameTooLong(_) => message::ErrorBackupNameTooLong.into(),
            Self::Target(error) => message::ErrorBackupTarget { reason: error.explain() }.into(),
            Self::Unconfirmed(error) => message::ErrorBackupUnconfirmed { reason: error.explain() }.into(),
            Self::Source { path, source } => message::ErrorBackupSource { name: path, reason: source.explain() }.into(),
            Self::Changed { path } => message::ErrorBackupChanged { name: path }.into(),
        }
    }
}

impl Explain for ReadError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Io(error) => message::ErrorBackupUnread { reason: error.explain() }.into(),
            Self::NotAFile => message::ErrorBackupNotAFile.into(),
            Self::TakenForText { line_ends_added: _ } => message::ErrorBackupText.into(),
            Self::NotABackup => message::ErrorBackupNone.into(),
            Self::NotForPassphrase => message::ErrorBackupForKeys.into(),
            Self::WrongPassphrase => message::ErrorBackupPassphrase.into(),
            Self::ExcessiveWork { log_n: _ } => message::ErrorBackupWork.into(),
            Self::NewerVersion { found } => {
                message::ErrorBackupNewer { found, supported: Argument::Amount(idw_backup::VERSION) }.into()
            }
            Self::Truncated { expected: Some(expected), found } => {
                let (found, expected) = (Argument::Amount(*found), Argument::Amount(*expected));
                message::ErrorBackupCutShort { found, expected }.into()
            }
            Self::Truncated { expected: None, found } => {
                message::ErrorBackupCutShortUnknown { found: Argument::Amount(*found) }.into()
            }
            // Where the damage was seen is for the log.
            Self::Damaged { what: _ } => message::ErrorBackupDamaged.into(),
            Self::Unsafe { path } => message::ErrorBackupUnsafe { name: path }.into(),
        }
    }
}

impl Explain for ManifestError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Path { path } => message::ErrorBackupPath { name: path }.into(),
            Self::Size { path } => message::ErrorBackupSize { name: path }.into(),
            Self::Twice { path } => message::ErrorBackupTwice { name: path }.into(),
            Self::TooMany => {
                message::ErrorBackupTooMany { most: Argument::Amount(idw_backup::MAX_FILES as u64) }.into()
            }
        }
    }
}
