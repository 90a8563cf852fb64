//! The wallet as a whole: its vault, backups, files and profiles.

use super::{Explain, verbatim};

verbatim!(
    crate::ActivityError,
    crate::BackupError,
    crate::ChangePasswordError,
    crate::CreateError,
    crate::KeepUnsavedError,
    crate::KeyringError,
    crate::OpenError,
    crate::RestoreError,
    crate::StoreError,
    crate::UnlockError,
    crate::VaultError,
    crate::PlaceError,
    crate::ProfileError,
);
