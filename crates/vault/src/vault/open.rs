//! Taking a vault for this process, still locked.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use super::{Folder, SealedVault, Vault};
use crate::header_file::HeaderCopies;
use crate::layout::{Layout, Need};
use crate::process_lock::{LockError, ProcessLock};
use crate::{IoFault, OpenError, fs};

impl Vault {
    /// Takes the vault in this folder and reads its header, without any key.
    ///
    /// # Errors
    /// [`OpenError::NotFound`], [`OpenError::InUse`] with the process that has it, [`OpenError::Damaged`] when neither
    /// copy of the header can be read, [`OpenError::OddEntry`], [`OpenError::UnsupportedVersion`], [`OpenError::ReadOnly`] and [`OpenError::Io`].
    pub fn open(dir: &Path) -> Result<SealedVault, OpenError> {
        let layout = Layout::new(dir);
        if !layout.has_vault() {
            return Err(OpenError::NotFound { dir: dir.to_owned() });
        }
        let io = |doing| move |error| OpenError::from(IoFault::when(doing)(error));
        let odd = layout.odd_entries().map_err(io("look into the vault's folder"))?;
        if let Some((_, entry)) = odd.into_iter().find(|(name, _)| name.need() == Need::Needed) {
            return Err(OpenError::OddEntry(entry));
        }
        let lock = ProcessLock::take(&layout.lock()).map_err(|error| match error {
            LockError::Held { pid, program } => OpenError::InUse { pid, program },
            LockError::Io(error) => {
                let is_read_only = matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied);
                let fault = IoFault::when("lock the vault")(error);
                if is_read_only { OpenError::ReadOnly(fault) } else { fault.into() }
            }
        })?;
        let headers = Box::new(HeaderCopies::read(&layout)?);
        if let Err(error) = fs::make_root_private(dir) {
            tracing::warn!(%error, "other users of this machine can look into the vault's folder");
        }
        Ok(SealedVault { headers, folder: Folder { layout, _lock: Arc::new(lock) } })
    }
}
