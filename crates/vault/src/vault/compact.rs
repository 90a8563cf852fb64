//! Rebuilding the database: what was removed or replaced leaves the disk, and the records get new keys.

use std::sync::{MutexGuard, PoisonError};

use super::builder::Builder;
use super::{CommitState, MIN_FREE_BYTES, Vault, upkeep};
use crate::fs::Place;
use crate::header::{Header, NEWEST_VERSION, SignedHeader};
use crate::manifest::Manifest;
use crate::store::StoreError;
use crate::{CompactError, IoFault, ReadError, UnlockError, fs, header_file};

/// With fewer records the room that a database takes is not worth the time to make it small.
const MIN_SHAPED_RECORDS: u64 = 500;

/// What compaction did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compacted {
    /// Bytes that the database took before.
    pub before: u64,
    /// Bytes that it takes now.
    pub after: u64,
}

impl Vault {
    /// Rebuilds the database, so that removed and replaced values leave the folder and it takes no more room than it
    /// must. Reads go on meanwhile; commits wait. Killed at any moment, either the old database or the new one
    /// counts.
    ///
    /// It runs by itself when the vault is locked, dropped or unlocked, after removals and when half of the database is
    /// dead. What an earlier repair kept aside is not touched.
    ///
    /// # Errors
    /// [`CompactError::Full`], [`CompactError::Damaged`] when a record does not open, [`CompactError::Broken`] after a
    /// failed write, and [`CompactError::Io`]. The vault is as it was then.
    ///
    /// # Security
    /// The old files are overwritten and then removed. File systems that copy on write and disks that level their wear
    /// may keep old blocks for a while; whoever reads those needs the password too.
    pub fn compact(&self) -> Result<Compacted, CompactError> {
        let mut header = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.broken {
            return Err(CompactError::Broken);
        }
        self.compact_locked(&mut header, &mut state)
    }

    pub(super) fn compact_locked(
        &self,
        header: &mut SignedHeader,
        state: &mut MutexGuard<'_, CommitState>,
    ) -> Result<Compacted, CompactError> {
        let layout = self.folder.writable().map_err(IoFault::from)?;
        let old = self.database().keys.epoch();
        let (new, old_dir) = (old + 1, layout.database(old));
        let before = old_dir.files_bytes();
        self.check_room_to_rebuild(&state.manifest)?;
        let new_dir = layout.database(new);
        let rebuilt = new_dir
            .remove_tree()
            .map_err(io("clear the new database's folder"))
            .and_then(|()| self.rebuild(new, &state.manifest));
        let (database, manifest) = rebuilt.inspect_err(|_| {
            let _ = new_dir.remove_tree(); // if not now, then at the next unlocking
        })?;
        let next = self.next_header(header.header(), new, &manifest);
        // From here on the new database counts. When it is not certain whether it does, neither takes another commit.
        state.broken = true;
        header_file::write(layout, &next).map_err(io("write the header"))?;
        state.broken = false;
        *header = next;
        *self.database.write().unwrap_or_else(PoisonError::into_inner) = database;
        state.manifest = manifest;
        if let Err(error) = state.anchor.advance_header(header.header().generation) {
            tracing::warn!(%error, "the rollback anchor was not advanced");
        }
        // The old snapshots hold what was removed: they go as soon as there is a new one.
        self.snapshot_locked(header, state);
        destroy(&old_dir);
        Ok(Compacted { before, after: new_dir.files_bytes() })
    }

    fn check_room_to_rebuild(&self, manifest: &Manifest) -> Result<(), CompactError> {
        let needed = 2 * MIN_FREE_BYTES + 4 * upkeep::live_bytes(manifest);
        let available = fs::available_bytes(self.dir()).map_err(io("measure the free space"))?;
        if available < needed { Err(CompactError::Full { needed, available }) } else { Ok(()) }
    }

    /// The same records in a new database, each in the version that it has.
    fn rebuild(&self, epoch: u32, manifest: &Manifest) -> Result<(super::database::Database, Manifest), CompactError> {
        let (layout, keys) = (self.folder.layout(), self.keys.epoch(epoch));
        let database = self.database();
        let builder = if manifest.set.count < MIN_SHAPED_RECORDS {
            Builder::create(layout, keys)
        } else {
            Builder::create_like(layout, keys, &database)
        };
        let mut builder = builder.map_err(store_error)?;
        database.for_each(|key, write, plain| builder.put(key, write, &plain).map_err(store_error), read_error)?;
        drop(database);
        let (database, rebuilt) = builder.finish(manifest.write).map_err(not_as_written)?;
        let rebuilt = rebuilt.manifest;
        let same = (rebuilt.set.count, rebuilt.set.bytes) == (manifest.set.count, manifest.set.bytes);
        let damage = crate::Damage::RecordsChanged { expected: manifest.set.count, found: rebuilt.set.count };
        if same { Ok((database, rebuilt)) } else { Err(CompactError::Damaged { damage }) }
    }

    fn next_header(&self, header: &Header, epoch: u32, manifest: &Manifest) -> SignedHeader {
        let mut header = header.clone();
        header.version = NEWEST_VERSION; // with the new database and its snapshot, nothing older is left
        header.generation += 1;
        header.epoch = epoch;
        header.floor = manifest.write;
        SignedHeader::sign(header, self.keys.source())
    }
}

/// Overwrites the files of a database and removes it. What fails is tried again at the next unlocking.
pub(super) fn destroy(dir: &Place) {
    if let Err(error) = dir.overwrite_tree().and(dir.remove_tree()) {
        tracing::debug!(%error, "an old database was not removed yet");
    }
}

fn io(doing: &'static str) -> impl FnOnce(std::io::Error) -> CompactError {
    move |error| failed(IoFault::when(doing)(error))
}

fn failed(fault: IoFault) -> CompactError {
    if fault.is_full() { CompactError::Full { needed: 2 * MIN_FREE_BYTES, available: 0 } } else { fault.into() }
}

fn store_error(error: StoreError) -> CompactError {
    error.sort(|damage| CompactError::Damaged { damage }, failed)
}

fn read_error(error: ReadError) -> CompactError {
    match error {
        ReadError::Damaged { damage } => CompactError::Damaged { damage },
        ReadError::Io(fault) => failed(fault),
        ReadError::NoSuchDocument { id } => CompactError::Damaged { damage: crate::Damage::DocumentMissing(id) },
    }
}

/// A database that was written a moment ago and is not as it was written: the disk is to blame, not the vault.
fn not_as_written(error: UnlockError) -> CompactError {
    match error {
        UnlockError::OddEntry(entry) => CompactError::Damaged { damage: crate::Damage::OddEntry(entry) },
        UnlockError::Io(fault) => failed(fault),
        other => CompactError::Io(IoFault { doing: "check the new database", source: std::io::Error::other(other) }),
    }
}
