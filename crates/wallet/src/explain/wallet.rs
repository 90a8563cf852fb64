//! The wallet as a whole: its vault, backups, files and profiles.

use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;
use crate::{
    ActivityError, BackupError, ChangePasswordError, CreateError, KeepUnsavedError, KeyringError, NotAFile, OpenError,
    PlaceError, ProfileContents, ProfileError, RestoreError, StoreError, Stored, UnlockError, VaultError,
    profiles::MAX_NAME_CHARS, unsaved,
};

impl Explain for StoreError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Read(error) => error.explain(),
            Self::Write(error) => error.explain(),
            Self::Shape { what, .. } => message::ErrorStoreShape { what: what.name() }.into(),
            Self::OtherKey { name } => message::ErrorStoreOtherKey { name }.into(),
            Self::Missing { what } => message::ErrorStoreMissing { what: what.name() }.into(),
            Self::Randomness => message::ErrorStoreNoRandomness.into(),
        }
    }
}

impl Stored {
    /// What people call it: a label, not a part of a sentence.
    pub fn name(self) -> MessageData {
        match self {
            Self::Profile => message::StoredProfile.data(),
            Self::Account => message::StoredAccount.data(),
            Self::AccountKey => message::StoredAccountKey.data(),
            Self::NextAccount => message::StoredNextAccount.data(),
            Self::RecoveryPhrase => message::StoredRecoveryPhrase.data(),
            Self::Attribute => message::StoredAttribute.data(),
            Self::Schema => message::StoredSchema.data(),
            Self::Document => message::StoredDocument.data(),
            Self::Site => message::StoredSite.data(),
            Self::Application => message::StoredApplication.data(),
            Self::Request => message::StoredRequest.data(),
            Self::Provider => message::StoredProvider.data(),
            Self::EidParty => message::StoredEidParty.data(),
            Self::EidRequest => message::StoredEidRequest.data(),
            Self::EidFiles => message::StoredEidFiles.data(),
            Self::EidKeys => message::StoredEidKeys.data(),
            Self::EidService => message::StoredEidService.data(),
            Self::ActivityEntry => message::StoredActivityEntry.data(),
            Self::ActivityEnd => message::StoredActivityEnd.data(),
            Self::ImportedActivityEntry => message::StoredImportedActivityEntry.data(),
            Self::ImportedActivityEnd => message::StoredImportedActivityEnd.data(),
            Self::DigestKeys => message::StoredDigestKeys.data(),
            Self::Unsaved => message::StoredUnsaved.data(),
            Self::LastBackup => message::StoredLastBackup.data(),
            Self::DataVersion => message::StoredDataVersion.data(),
        }
    }
}

impl Explain for OpenError {
    fn explain(&self) -> MessageData {
        self.0.explain()
    }
}

impl Explain for UnlockError {
    fn explain(&self) -> MessageData {
        self.0.explain()
    }
}

impl Explain for CreateError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Vault(error) => error.explain(),
            Self::Randomness(error) => message::ErrorCreateNoPhrase { reason: error.explain() }.into(),
            Self::Phrase(error) => message::ErrorCreatePhrase { reason: error.explain() }.into(),
            Self::Derive(error) => message::ErrorCreatePhrase { reason: error.explain() }.into(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ChangePasswordError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Vault(error) => error.explain(),
            Self::Log(error) => message::ErrorPasswordUnlogged { reason: error.explain() }.into(),
        }
    }
}

impl Explain for KeyringError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Vault(error) => error.explain(),
            Self::Log(error) => message::ErrorKeyringUnlogged { reason: error.explain() }.into(),
        }
    }
}

impl Explain for VaultError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Store(error) => error.explain(),
            Self::Compact(error) => error.explain(),
            Self::Quarantine(error) => error.explain(),
            Self::NotUnreadable { id } => message::ErrorVaultNotUnreadable { id }.into(),
        }
    }
}

impl Explain for KeepUnsavedError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Store(error) => error.explain(),
            Self::TooLong => message::ErrorUnsavedTooLong { limit: size(unsaved::MAX_BYTES) }.into(),
        }
    }
}

impl Explain for ActivityError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Store(error) => error.explain(),
            Self::Target(error) => message::ErrorActivityUnwritten { reason: error.explain() }.into(),
        }
    }
}

impl Explain for BackupError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Password(error) => error.explain(),
            Self::EmptyPassphrase => message::ErrorBackupNoPassphrase.into(),
            Self::Cancelled => message::ErrorBackupCancelled.into(),
            Self::Write(error) => error.explain(),
            Self::Manifest(error) => message::ErrorBackupTooMuch { reason: error.explain() }.into(),
            Self::Incoherent { what } => message::ErrorBackupIncoherent { what }.into(),
            Self::Place(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for RestoreError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Read(error) => error.explain(),
            Self::Content { what } => message::ErrorRestoreContent { what }.into(),
            Self::TooMuch { what } => message::ErrorRestoreTooMuch { what }.into(),
            Self::Unopened(error) => message::ErrorRestoreUnopened { reason: error.explain() }.into(),
            Self::Cancelled => message::ErrorRestoreCancelled.into(),
            Self::VaultExists { dir } => message::ErrorRestoreVaultExists { folder: dir }.into(),
            Self::NotEmpty { dir } => message::ErrorRestoreNotEmpty { folder: dir }.into(),
            Self::Create(error) => error.explain(),
            Self::Stage(error) => message::ErrorRestoreDocument { reason: error.explain() }.into(),
            Self::Fill(error) => message::ErrorRestoreUnwritten { reason: error.explain() }.into(),
            Self::Unlock(error) => message::ErrorRestoreLocked { reason: error.explain() }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for PlaceError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Exists { path } => message::ErrorPlaceExists { path }.into(),
            Self::NoFile { path, what: NotAFile::Folder } => message::ErrorPlaceFolder { path }.into(),
            Self::NoFile { path, what: NotAFile::Link } => message::ErrorPlaceLink { path }.into(),
            Self::NoFile { path, what: NotAFile::Other } => message::ErrorPlaceOdd { path }.into(),
            Self::InVault { path } => message::ErrorPlaceInVault { path }.into(),
            Self::Unwritten { path, source } => message::ErrorPlaceUnwritten { path, reason: source.explain() }.into(),
            Self::Unconfirmed { path, source } => {
                message::ErrorPlaceUnconfirmed { path, reason: source.explain() }.into()
            }
            Self::Unrecorded { path, source } => {
                message::ErrorPlaceUnrecorded { path, reason: source.explain() }.into()
            }
        }
    }
}

impl Explain for ProfileError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { name } => message::ErrorProfileNotFound { name }.into(),
            Self::Gone => message::ErrorProfileGone.into(),
            Self::NameTaken { name } => message::ErrorProfileNameTaken { name }.into(),
            Self::Name => message::ErrorProfileName { max: MAX_NAME_CHARS }.into(),
            Self::NotEmpty { name, content } => {
                message::ErrorProfileNotEmpty { name, content: listed(*content) }.into()
            }
            Self::First { name } => message::ErrorProfileFirst { name }.into(),
            Self::Selected { name } => message::ErrorProfileSelected { name }.into(),
            Self::Key(error) => message::ErrorProfileNoAccount { reason: error.explain() }.into(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

/// What is in a profile, each kind with its number.
fn listed(content: ProfileContents) -> Argument {
    let ProfileContents { attributes, documents, sites, accounts } = content;
    let number = |count: u32| Argument::Amount(count.into());
    let counted = [
        (attributes, message::ProfileValueCount { count: attributes, number: number(attributes) }.data()),
        (documents, message::ProfileDocumentCount { count: documents, number: number(documents) }.data()),
        (sites, message::ProfileSiteCount { count: sites, number: number(sites) }.data()),
        (accounts, message::ErrorProfileAccounts { count: accounts, number: number(accounts) }.data()),
    ];
    Argument::list(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, message)| message))
}

/// A number of bytes as a size.
pub(super) fn size(bytes: usize) -> Argument {
    Argument::Size(u64::try_from(bytes).unwrap_or(u64::MAX))
}
