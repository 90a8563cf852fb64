//! A new database, filled record by record: for compaction and repair.

use std::path::PathBuf;

use super::check::{self, Checked};
use super::database::Database;
use super::keys::EpochKeys;
use crate::layout::Layout;
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::record::RecordKey;
use crate::store::{self, Engine, RecordStore, StoreError};
use crate::{Damage, UnlockError, fs};

/// Records are applied in batches of about so many bytes.
const BATCH_BYTES: usize = 256 * 1024;

/// A database that does not count yet: it has no manifest, and the header does not name its epoch.
pub(super) struct Builder {
    dir: PathBuf,
    database: Database,
    manifest: Manifest,
    batch: Vec<store::Change>,
    batch_bytes: usize,
}

impl Builder {
    pub(super) fn create(layout: &Layout, keys: EpochKeys) -> Result<Self, StoreError> {
        let dir = layout.database(keys.epoch());
        let manifest = Manifest::first(keys.epoch());
        let database = Database { store: Engine::create(&dir)?, keys };
        Ok(Self { dir, database, manifest, batch: Vec::new(), batch_bytes: 0 })
    }

    /// Adds a record in the version that a commit wrote. No record may come twice.
    pub(super) fn put(&mut self, key: &RecordKey, write: u64, plain: &[u8]) -> Result<(), StoreError> {
        let sealed = self.database.keys.of(key).seal(key.id(), write, plain);
        self.manifest.sealings += 1;
        self.manifest.set.add(self.database.keys.manifest(), key, &sealed.head);
        self.batch.extend(sealed.entries(key).map(|(key, value)| (key, Some(value))));
        self.batch_bytes += plain.len() + 128;
        if self.batch_bytes >= BATCH_BYTES { self.apply() } else { Ok(()) }
    }

    pub(super) fn count(&self) -> u64 {
        self.manifest.set.count
    }

    /// Writes the manifest, waits for the disk, and reads everything back.
    pub(super) fn finish(mut self, write: u64) -> Result<(Database, Checked), UnlockError> {
        self.manifest.write = write;
        let sealed = self.manifest.seal(self.database.keys.manifest());
        self.batch.push((MANIFEST_KEY.to_vec(), Some(sealed)));
        let synced = self.apply().and_then(|()| self.database.store.sync());
        synced.map_err(|error| UnlockError::Io(error.into_io()))?;
        let parent = self.dir.parent().unwrap_or(&self.dir);
        fs::sync_dir(parent).map_err(super::unlock::io("save the folder"))?;
        let checked = check::check_records(&self.database)?;
        if checked.manifest != self.manifest {
            return Err(UnlockError::Damaged { damage: Damage::ManifestForged });
        }
        Ok((self.database, checked))
    }

    fn apply(&mut self) -> Result<(), StoreError> {
        self.batch_bytes = 0;
        self.database.store.apply(std::mem::take(&mut self.batch))
    }
}
