//! Folders to measure in.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use idw_vault::{Batch, KdfCost, Password, RecordId, Tree, Vault};
use tempfile::TempDir;

use crate::sample;

/// The kind of record that is measured.
pub(crate) const TREE: Tree = Tree::named("attributes");

/// Records in one commit while a vault is filled.
const FILL_BATCH: usize = 500;

/// A folder on the disk where this program is; `/tmp` may be in memory, where syncing costs nothing.
pub(crate) fn folder() -> Result<TempDir> {
    let program = std::env::current_exe()?;
    let beside = program.parent().context("a program is in a folder")?;
    tempfile::Builder::new().prefix("figures-").tempdir_in(beside).context("making a folder to measure in")
}

/// The password of every vault that is made here.
pub(crate) fn password() -> Password {
    Password::from("correct horse battery staple")
}

/// A vault with this many records, closed and opened again.
pub(crate) fn filled_vault(dir: &Path, records: usize) -> Result<Vault> {
    let vault = Vault::create(dir, &password(), KdfCost::Floor)?;
    let numbers: Vec<usize> = (0..records).collect();
    for some in numbers.chunks(FILL_BATCH) {
        let mut batch = Batch::new();
        for &number in some {
            batch.put(TREE, RecordId::from_bytes(sample::id(number)), &sample::attribute(number, 0));
        }
        vault.commit(batch)?;
    }
    drop(vault);
    open_vault(dir)
}

/// Opens a vault that was made here.
pub(crate) fn open_vault(dir: &Path) -> Result<Vault> {
    Vault::open(dir)?.unlock(&password()).map_err(|(_, error)| anyhow!(error))
}
