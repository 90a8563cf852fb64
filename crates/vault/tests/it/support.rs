//! A vault in a folder of its own, and what it holds.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use idw_vault::{Batch, DocumentId, KdfCost, Password, RecordId, Tree, UnlockError, Vault};

pub(crate) const NOTES: Tree = Tree::named("notes-of-canary-tree");
pub(crate) const TASKS: Tree = Tree::named("tasks");
pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// A temporary folder; the vault is in a folder in it that the vault makes.
pub(crate) struct Home {
    root: tempfile::TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn dir(&self) -> PathBuf {
        self.root.path().join("vault")
    }

    pub(crate) fn create(&self) -> Vault {
        Vault::create(&self.dir(), &password(), KdfCost::Floor).unwrap()
    }

    pub(crate) fn unlock(&self) -> Vault {
        unlock(&self.dir(), PASSWORD).unwrap()
    }
}

pub(crate) fn password() -> Password {
    Password::from(PASSWORD)
}

pub(crate) fn unlock(dir: &Path, password: &str) -> Result<Vault, UnlockError> {
    let sealed = Vault::open(dir).unwrap();
    sealed.unlock(&Password::from(password)).map_err(|(_, error)| error)
}

pub(crate) fn put(vault: &Vault, tree: Tree, id: RecordId, bytes: &[u8]) {
    let mut batch = Batch::new();
    batch.put(tree, id, bytes);
    vault.commit(batch).unwrap();
}

pub(crate) fn add_document(vault: &Vault, bytes: &[u8], meta: &[u8]) -> DocumentId {
    let staged = vault.stage_document(&mut &*bytes, u64::MAX).unwrap();
    let mut batch = Batch::new();
    let id = batch.put_document(staged, meta);
    vault.commit(batch).unwrap();
    id
}

/// Everything a vault holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) records: BTreeMap<(Tree, RecordId), Vec<u8>>,
    pub(crate) documents: BTreeMap<DocumentId, (Vec<u8>, Vec<u8>)>,
}

/// Reads everything, or says what went wrong on the way.
pub(crate) fn contents(vault: &Vault) -> Result<Contents, String> {
    let mut found = Contents { records: BTreeMap::new(), documents: BTreeMap::new() };
    for tree in [NOTES, TASKS] {
        for item in vault.scan(tree) {
            let (id, plain) = item.map_err(|error| error.to_string())?;
            found.records.insert((tree, id), plain.to_vec());
        }
    }
    for item in vault.documents() {
        let info = item.map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        let mut reader = vault.read_document(info.id).map_err(|error| error.to_string())?;
        reader.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        assert_eq!(bytes.len() as u64, info.len);
        found.documents.insert(info.id, (info.meta.to_vec(), bytes));
    }
    Ok(found)
}

pub(crate) fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// The database that counts: that of the highest epoch.
pub(crate) fn database_dir(dir: &Path) -> PathBuf {
    let epochs = fs::read_dir(dir).unwrap().filter_map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        name.strip_prefix("db.")?.parse::<u32>().ok()
    });
    epochs.max().map_or_else(|| dir.join("db"), |epoch| dir.join(format!("db.{epoch}")))
}

/// All files below a folder.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The database of a vault that nobody has open, as someone with sled sees it.
pub(crate) fn open_database(dir: &Path) -> sled::Db {
    let config = sled::Config::new().path(database_dir(dir)).segment_size(256 * 1024).flush_every_ms(None);
    config.open().unwrap()
}
