//! The encrypted store.

use super::{Explain, verbatim};

verbatim!(
    idw_vault::KeyringError,
    idw_vault::OddEntry,
    idw_vault::IoFault,
    idw_vault::ReadOnlyVault,
    idw_vault::Damage,
    idw_vault::CreateError,
    idw_vault::OpenError,
    idw_vault::UnlockError,
    idw_vault::ChangePasswordError,
    idw_vault::ChangeKeyringError,
    idw_vault::ReadError,
    idw_vault::WriteError,
    idw_vault::RemoveQuarantinedError,
    idw_vault::CompactError,
    idw_vault::StageError,
);
