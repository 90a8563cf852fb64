//! Taking a vault for this process, still locked.

use std::path::Path;

use super::read_only::Folder;
use super::{SealedVault, Vault};
use crate::header_file::HeaderCopies;
use crate::layout::{Layout, Need};
use crate::{IoFault, OpenError, fs};

impl Vault {
    /// Takes the vault in this folder and reads its header, without any key. Where the folder cannot be written to, the
    /// vault is opened for reading only.
    ///
    /// # Errors
    /// [`OpenError::NotFound`], [`OpenError::InUse`] with the process that has it, [`OpenError::Damaged`] when neither
    /// copy of the header can be read, [`OpenError::OddEntry`], [`OpenError::UnsupportedVersion`] and [`OpenError::Io`].
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
        let folder = Folder::take(layout)?;
        let headers = Box::new(HeaderCopies::read(folder.layout())?);
        if let Err(error) = fs::make_root_private(dir) {
            tracing::warn!(%error, "other users of this machine can look into the vault's folder");
        }
        Ok(SealedVault { headers, folder })
    }
}
