//! A new database, filled record by record: for compaction and repair.

use super::check::{self, Checked};
use super::database::Database;
use super::keys::EpochKeys;
use crate::layout::Layout;
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::record::RecordKey;
use crate::store::{Engine, RecordStore, StoreError};
use crate::{Damage, UnlockError, fs};

/// Records are written in batches of about so many bytes.
const BATCH_BYTES: usize = 256 * 1024;

/// A database that does not count yet: it has no manifest, and the header does not name its epoch.
pub(super) struct Builder {
    /// The vault's folder.
    root: std::path::PathBuf,
    database: Database,
    manifest: Manifest,
    batch: Vec<(Vec<u8>, Vec<u8>)>,
    batch_bytes: usize,
}

impl Builder {
    pub(super) fn create(layout: &Layout, keys: EpochKeys) -> Result<Self, StoreError> {
        let store = Engine::create(&layout.database(keys.epoch()))?;
        Ok(Self::fill(layout, keys, store))
    }

    /// As [`create`](Self::create), for the records of another database: the new one takes no more room than it must.
    pub(super) fn create_like(layout: &Layout, keys: EpochKeys, other: &Database) -> Result<Self, StoreError> {
        let entries = other.store.entries_from(&[]).map(|entry| entry.map(|(key, _)| key));
        let store = Engine::create_shaped(&layout.database(keys.epoch()), entries)?;
        Ok(Self::fill(layout, keys, store))
    }

    fn fill(layout: &Layout, keys: EpochKeys, store: Engine) -> Self {
        let root = layout.dir().to_owned();
        let manifest = Manifest::first(keys.epoch());
        Self { root, database: Database { store, keys }, manifest, batch: Vec::new(), batch_bytes: 0 }
    }

    /// Adds a record in the version that a commit wrote. No record may come twice.
    pub(super) fn put(&mut self, key: &RecordKey, write: u64, plain: &[u8]) -> Result<(), StoreError> {
        let sealed = self.database.keys.of(key).seal(key.id(), write, plain);
        self.manifest.sealings += 1;
        self.manifest.set.add(self.database.keys.manifest(), key, &sealed.head);
        self.batch.extend(sealed.entries(key));
        self.batch_bytes += plain.len() + 128;
        if self.batch_bytes >= BATCH_BYTES { self.write() } else { Ok(()) }
    }

    pub(super) fn count(&self) -> u64 {
        self.manifest.set.count
    }

    /// Writes the manifest, waits for the disk, and reads everything back.
    pub(super) fn finish(mut self, write: u64) -> Result<(Database, Checked), UnlockError> {
        self.manifest.write = write;
        let sealed = self.manifest.seal(self.database.keys.manifest());
        self.batch.push((MANIFEST_KEY.to_vec(), sealed));
        let synced = self.write().and_then(|()| self.database.store.sync());
        synced.map_err(|error| UnlockError::from(error.into_io()))?;
        fs::sync_root(&self.root).map_err(super::unlock::io("save the folder"))?;
        let checked = check::check_records(&self.database)?;
        if checked.manifest != self.manifest {
            return Err(UnlockError::Damaged { damage: Damage::ManifestForged });
        }
        Ok((self.database, checked))
    }

    fn write(&mut self) -> Result<(), StoreError> {
        self.batch_bytes = 0;
        self.database.store.load(self.batch.drain(..))
    }
}
