//! What a vault does for itself when it is unlocked, locked and dropped: snapshots, compaction, the reserve.

use std::sync::{MutexGuard, PoisonError};

use super::{CommitState, MIN_FREE_BYTES, Vault};
use crate::fs::{self, Place};
use crate::header::{COMPACT_VERSION, Header, SignedHeader};
use crate::manifest::Manifest;
use crate::snapshot::{self, Moment, SnapshotFault, SnapshotReader, SnapshotWriter};
use crate::{ReadError, reserve, store};

/// How many snapshots are kept of one header.
const MAX_SNAPSHOTS: usize = 3;
/// Beyond so many bytes only the newest is kept.
const MAX_SNAPSHOT_BYTES: u64 = 16 * 1024 * 1024;

/// Records of so many bytes are copied to a snapshot whenever they changed; larger ones after some more commits.
const SMALL_BYTES: u64 = 1024 * 1024;
const COMMITS_BETWEEN_LARGE: u64 = 16;

/// What a record takes beside its plaintext: its key, what stands before it, and the engine's own.
const RECORD_OVERHEAD_BYTES: u64 = 27 + 45 + 16;
/// Dead bytes that are not worth a compaction: the engine's log grows by a quarter of a mebibyte at a time.
const MAX_DEAD_BYTES: u64 = 1024 * 1024;

impl Vault {
    /// Does what is due. Nothing of it must succeed for the vault to be whole, so failures are only noted.
    pub(super) fn tidy(&self) {
        if self.folder.is_read_only() {
            return; // what would be tidied is a copy
        }
        if self.folder.layout().creating().is_file() {
            return; // it is still being made, and must not have a header or a snapshot yet
        }
        let mut header = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.broken {
            return; // what is in memory may not be what is on the disk
        }
        if self.compaction_is_due(header.header(), &state.manifest)
            && let Err(error) = self.compact_locked(&mut header, &mut state)
        {
            tracing::warn!(%error, "the database was not compacted");
        }
        if snapshot_is_due(header.header().generation, &state) {
            self.snapshot_locked(&header, &mut state);
        }
        let database = self.folder.layout().database(state.manifest.epoch).files_bytes();
        reserve::keep(self.dir(), &self.folder.layout().reserve(), reserve::wanted(database));
    }

    fn compaction_is_due(&self, header: &Header, manifest: &Manifest) -> bool {
        let dir = self.folder.layout().database(manifest.epoch);
        // What a compaction could not make smaller a moment ago it cannot now.
        let has_changed = manifest.write.saturating_sub(header.floor) >= COMMITS_BETWEEN_LARGE;
        let is_dead = has_changed && dir.files_bytes() > 2 * live_bytes(manifest) + MAX_DEAD_BYTES;
        manifest.removals > 0 || is_dead || header.version < COMPACT_VERSION || store::is_old(&dir)
    }

    /// Takes a snapshot, unless there is no room; says whether there is one of this moment now.
    pub(super) fn snapshot_locked(&self, header: &SignedHeader, state: &mut MutexGuard<'_, CommitState>) -> bool {
        let moment = Moment { write: state.manifest.write, generation: header.header().generation };
        match self.take_snapshot(header, &state.manifest, moment) {
            Ok(()) => {
                state.snapshot = Some(moment);
                true
            }
            Err(error) => {
                tracing::warn!(?error, "no snapshot was taken");
                false
            }
        }
    }

    /// Older ones go only after this one was read back.
    fn take_snapshot(&self, header: &SignedHeader, manifest: &Manifest, moment: Moment) -> Result<(), SnapshotFault> {
        let dir = self.folder.layout().snapshots();
        if fs::available_bytes(self.dir())? < live_bytes(manifest) + 2 * MIN_FREE_BYTES {
            return Err(SnapshotFault::Io(std::io::ErrorKind::StorageFull.into()));
        }
        if !dir.is_folder() {
            dir.make_dir()?;
            fs::sync_root(self.dir())?;
        }
        let place = dir.child(moment.file_name());
        let temporary = place.temporary();
        let written = self.write_snapshot(&temporary, header, manifest);
        if let Err(error) = written {
            let _ = temporary.remove_if_there();
            return Err(error);
        }
        temporary.move_to(&place)?;
        let Pruning { superfluous, keeps_another } = Pruning::plan(&dir, moment)?;
        // Where another of this header stays, a power cut that undoes the new name costs no more than this snapshot: the
        // folder need not be waited for.
        if !keeps_another {
            dir.sync_dir()?;
        }
        superfluous.iter().try_for_each(discard)?;
        Ok(())
    }

    fn write_snapshot(&self, place: &Place, header: &SignedHeader, manifest: &Manifest) -> Result<(), SnapshotFault> {
        let keys = self.keys.source();
        let mut writer = SnapshotWriter::create(place, header, keys, manifest.write, manifest.set.count)?;
        let put = |error| SnapshotFault::Io(error);
        self.database().for_each(|key, write, plain| writer.record(key, write, &plain).map_err(put), read_fault)?;
        writer.finish()?;
        let count = SnapshotReader::open(place, keys)?.verify()?;
        if count == manifest.set.count { Ok(()) } else { Err(SnapshotFault::Forged) }
    }
}

/// Whether the newest snapshot is too far behind.
fn snapshot_is_due(generation: u64, state: &CommitState) -> bool {
    let Some(last) = state.snapshot.filter(|last| last.generation == generation) else {
        return true; // the slots changed, or the database was rebuilt
    };
    let commits = state.manifest.write.saturating_sub(last.write);
    commits > 0 && (live_bytes(&state.manifest) <= SMALL_BYTES || commits >= COMMITS_BETWEEN_LARGE)
}

/// What a new snapshot makes superfluous: those with another header, as they hold removed records and old passwords'
/// slots, and of the others all but a few.
struct Pruning {
    superfluous: Vec<Place>,
    /// Whether another one with the same header stays.
    keeps_another: bool,
}

impl Pruning {
    fn plan(folder: &Place, newest: Moment) -> std::io::Result<Self> {
        let (mut count, mut bytes) = (0, 0);
        let mut plan = Self { superfluous: Vec::new(), keeps_another: false };
        for (moment, place) in snapshot::list(folder)? {
            count += 1;
            bytes += place.look()?.map_or(0, |found| found.len);
            if moment == newest {
                continue;
            }
            let is_recent = count <= MAX_SNAPSHOTS && bytes <= MAX_SNAPSHOT_BYTES;
            if moment.generation == newest.generation && moment.write < newest.write && is_recent {
                plan.keeps_another = true;
            } else {
                plan.superfluous.push(place);
            }
        }
        Ok(plan)
    }
}

/// Overwrites and removes a snapshot.
fn discard(place: &Place) -> std::io::Result<()> {
    let unfinished = place.temporary(); // killed half-way, it counts as absent and not as damaged
    place.move_to(&unfinished)?;
    unfinished.overwrite().and(unfinished.remove_if_there()) // removed in any case
}

/// What the records take, in bytes, if nothing in the database is dead.
pub(super) fn live_bytes(manifest: &Manifest) -> u64 {
    manifest.set.bytes + manifest.set.count * RECORD_OVERHEAD_BYTES
}

fn read_fault(error: ReadError) -> SnapshotFault {
    match error {
        ReadError::Io(fault) => SnapshotFault::Io(fault.source),
        ReadError::Damaged { .. } | ReadError::NoSuchDocument { .. } => SnapshotFault::Forged,
    }
}
