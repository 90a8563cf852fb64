//! Self-repair: a new database from the newest good snapshot and from what is authentic in the damaged one.

mod report;
mod salvage;

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use super::MIN_FREE_BYTES;
use super::builder::Builder;
use super::check::Checked;
use super::database::Database;
use super::keys::VaultKeys;
use super::unlock::io;
use crate::anchor::Attested;
use crate::fs::{self, OddEntry, Place};
use crate::header::{NEWEST_VERSION, SignedHeader};
use crate::layout::{Layout, QUARANTINE_PREFIX};
use crate::record::RecordKey;
use crate::snapshot::{self, SnapshotFault, SnapshotReader};
use crate::store::StoreError;
use crate::{Damage, IoFault, UnlockError, header_file, reserve};
use salvage::Salvage;

pub use report::{Lost, RepairReport, SnapshotUsed};

/// Most bytes of the marker of a repair: the name of a folder.
const MAX_MARKER_BYTES: u64 = 64;
const REPORT_NAME: &str = "REPORT.txt";

/// What is to be repaired.
pub(super) struct Repair<'a> {
    pub(super) layout: &'a Layout,
    pub(super) keys: &'a VaultKeys,
    pub(super) header: &'a SignedHeader,
    pub(super) attested: Attested,
    pub(super) damage: Damage,
}

/// A vault with a new database.
pub(super) struct Repaired {
    pub(super) database: Database,
    pub(super) checked: Checked,
    pub(super) header: SignedHeader,
    pub(super) report: RepairReport,
    /// Where everything is that was found damaged.
    pub(super) quarantine: Place,
}

/// Whether rebuilding the database helps.
pub(super) fn helps(damage: &Damage) -> bool {
    matches!(
        damage,
        Damage::DatabaseMissing
            | Damage::DatabaseUnreadable { .. }
            | Damage::ManifestMissing
            | Damage::ManifestForged
            | Damage::StrayEntry
            | Damage::RecordsChanged { .. }
            | Damage::RolledBack { .. }
    )
}

impl Repair<'_> {
    /// Builds the new database and makes it the one that counts. Nothing that is there is changed before that, and
    /// nothing is removed: the damaged database is kept aside.
    ///
    /// # Errors
    /// The damage itself when nothing at all can be saved.
    pub(super) fn run(self) -> Result<Repaired, UnlockError> {
        tracing::warn!(damage = %self.damage, "the vault is damaged and is being repaired");
        self.check_room()?;
        let rescue = self.layout.rescue();
        rescue.remove_tree().map_err(io("clear the rescue folder"))?;
        rescue.make_dir().map_err(io("make the rescue folder"))?;
        let built = self.build(&rescue);
        if let Err(error) = rescue.remove_tree() {
            tracing::debug!(%error, "the rescue folder is removed at the next unlocking");
        }
        let (database, checked, mut report) = built?;
        let quarantine = self.make_quarantine()?;
        report.kept_aside = Some(quarantine.shown());
        let header = self.switch(&database, &checked)?;
        finish(self.layout, database.keys.epoch()).map_err(io("keep the damaged database aside"))?;
        let text = format!("{report}\n");
        if let Err(error) = quarantine.child(REPORT_NAME).replace(text.as_bytes()) {
            tracing::warn!(%error, "the report of the repair was not written");
        }
        Ok(Repaired { database, checked, header, report, quarantine })
    }

    /// Room for copies of the databases and for a new one of the records in them and in the snapshot.
    fn check_room(&self) -> Result<(), UnlockError> {
        let look = || io("look for databases");
        let databases = self.layout.databases().map_err(look())?;
        let databases: u64 = databases.iter().map(|(_, place)| place.tree_bytes()).sum();
        let snapshots = snapshot::list(&self.layout.snapshots()).map_err(look())?;
        let largest = snapshots.iter().filter_map(|(_, place)| Some(place.look().ok()??.len)).max();
        let packed = largest.unwrap_or_default(); // records are often four times as long
        let needed = 2 * databases + 8 * packed + 2 * MIN_FREE_BYTES;
        let available = || fs::available_bytes(self.layout.dir()).map_err(io("measure the free space"));
        if available()? < needed {
            reserve::release(&self.layout.reserve());
        }
        let available = available()?;
        if available < needed { Err(UnlockError::Full { needed, available }) } else { Ok(()) }
    }

    fn build(&self, rescue: &Place) -> Result<(Database, Checked, RepairReport), UnlockError> {
        let databases = self.layout.databases().map_err(io("look for databases"))?;
        let last_epoch = databases.iter().map(|(epoch, _)| *epoch).max().unwrap_or_default();
        let epoch = last_epoch.max(self.header.header().epoch) + 1;
        let mut salvaged = Vec::new();
        // The copy is of the database that the header names: nothing is switched before such a copy is removed.
        let earlier = self.layout.earlier_pristine();
        let earlier = earlier.is_folder().then_some((self.header.header().epoch, earlier));
        for (number, (epoch, place)) in databases.into_iter().chain(earlier).enumerate() {
            let copy = rescue.child(number.to_string());
            salvaged.extend(Salvage::read_twice(&place, &copy, || self.keys.epoch(epoch))?);
        }
        salvaged.retain(Salvage::is_useful);
        let sources = Sources { snapshot: self.newest_snapshot()?, salvaged };
        let plan = sources.plan(self.attested.write.max(self.header.header().floor));
        let mut plan = plan.ok_or_else(|| UnlockError::Damaged { damage: self.damage.clone() })?;
        // Without an anchor (an authentic one names a header), nothing says that the snapshot was the last there was.
        if self.attested.header == 0 && plan.snapshot.is_some() {
            plan.expected = plan.expected.max(plan.complete + 1);
        }

        let mut builder = Builder::create(self.layout, self.keys.epoch(epoch)).map_err(store_error)?;
        let (from_snapshot, lost) = sources.fill(&plan, &mut builder, self.keys)?;
        let restored = builder.count();
        let (database, checked) = builder.finish(plan.expected + 1)?;
        let from_snapshot = plan.snapshot.map(|write| SnapshotUsed { write, records: from_snapshot });
        let report = RepairReport { damage: self.damage.clone(), restored, from_snapshot, lost, kept_aside: None };
        Ok((database, checked, report))
    }

    /// The newest snapshot by what is inside, of those that are whole. One that the disk does not give is not taken for a
    /// damaged one: an older one would then bring back old values.
    fn newest_snapshot(&self) -> Result<Option<(u64, Place)>, UnlockError> {
        let source = self.keys.source();
        let mut found = Vec::new();
        for (_, place) in snapshot::list(&self.layout.snapshots()).map_err(io("look for snapshots"))? {
            let write = unless_forged(SnapshotReader::open(&place, source).map(|reader| reader.write()))?;
            found.extend(write.map(|write| (write, place)));
        }
        found.sort_by_key(|(write, _)| std::cmp::Reverse(*write));
        for (write, place) in found {
            let count = SnapshotReader::open(&place, source).and_then(SnapshotReader::verify);
            if unless_forged(count)?.is_some() {
                return Ok(Some((write, place)));
            }
        }
        Ok(None)
    }

    /// A new folder for the damaged database, and the mark that it belongs there.
    fn make_quarantine(&self) -> Result<Place, UnlockError> {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let names = (0..1000).map(|n| if n == 0 { seconds.to_string() } else { format!("{seconds}-{n}") });
        for stamp in names {
            let quarantine = self.layout.quarantine(&stamp);
            if quarantine.is_there() {
                continue;
            }
            match quarantine.make_dir() {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => {
                    let name = format!("{QUARANTINE_PREFIX}{stamp}");
                    made.and_then(|()| self.layout.repairing().replace(name.as_bytes()))
                        .map_err(io("make a folder for the damaged database"))?;
                    return Ok(quarantine);
                }
            }
        }
        Err(io("find a name for a folder")(io::ErrorKind::AlreadyExists.into()))
    }

    /// From here on the new database counts.
    fn switch(&self, database: &Database, checked: &Checked) -> Result<SignedHeader, UnlockError> {
        let mut header = self.header.header().clone();
        header.version = NEWEST_VERSION;
        header.generation = header.generation.max(self.attested.header) + 1;
        header.epoch = database.keys.epoch();
        header.floor = checked.manifest.write;
        let header = SignedHeader::sign(header, self.keys.source());
        header_file::write(self.layout, &header).map_err(io("write the header"))?;
        Ok(header)
    }
}

/// Moves what an interrupted or finished repair replaced to its folder; says which one, if there was a repair.
pub(super) fn finish(layout: &Layout, epoch: u32) -> io::Result<Option<Place>> {
    let marker = layout.repairing();
    let Some(name) = marker.read_limited(MAX_MARKER_BYTES)? else {
        return Ok(None);
    };
    let name = String::from_utf8(name).ok();
    let stamp = name.as_deref().and_then(|name| name.strip_prefix(QUARANTINE_PREFIX));
    let stamp = stamp.filter(|stamp| stamp.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    let quarantine = layout.quarantine(stamp.unwrap_or("0"));
    quarantine.make_dir_if_missing()?;
    for (_, place) in layout.databases()?.into_iter().filter(|(found, _)| *found != epoch) {
        place.move_into(&quarantine)?;
    }
    if layout.snapshots().is_folder() {
        layout.snapshots().move_into(&quarantine)?;
    }
    quarantine.sync_dir()?;
    marker.remove_if_there()?;
    fs::sync_root(layout.dir())?;
    Ok(Some(quarantine))
}

/// All that records can come from.
struct Sources {
    /// The number of its last write, and where it is.
    snapshot: Option<(u64, Place)>,
    salvaged: Vec<Salvage>,
}

/// Which records to take from where.
struct Plan {
    /// The number of the last write that is known to have been saved.
    expected: u64,
    /// The number up to which everything is known to be there.
    complete: u64,
    /// Whether a database says which write was the last, and not the anchor alone.
    is_confirmed: bool,
    /// The snapshot to start from, by the number of its last write.
    snapshot: Option<u64>,
    /// Records to take from a database, which one, and the number of the write.
    newer: HashMap<RecordKey, (usize, u64)>,
}

impl Sources {
    /// None when there is nothing to save.
    fn plan(&self, attested: u64) -> Option<Plan> {
        let snapshot = self.snapshot.as_ref().map(|(write, _)| *write);
        let writes = self.salvaged.iter().flat_map(|one| one.write.into_iter().chain(one.records.values().copied()));
        let expected = writes.chain(snapshot).max()?.max(attested);
        let whole = self.salvaged.iter().enumerate().filter(|(_, one)| one.is_whole);
        let whole = whole.filter_map(|(n, one)| Some((one.write?, n))).max();
        if let Some((write, n)) = whole.filter(|(write, _)| Some(*write) >= snapshot) {
            let newer = self.salvaged[n].records.iter().map(|(key, write)| (*key, (n, *write))).collect();
            return Some(Plan { expected, complete: write, is_confirmed: true, snapshot: None, newer });
        }
        let mut newer: HashMap<RecordKey, (usize, u64)> = HashMap::new();
        for (n, one) in self.salvaged.iter().enumerate() {
            for (key, write) in &one.records {
                // What a snapshot of a later moment does not have had been removed, and what it has is newer.
                let is_newest = newer.get(key).is_none_or(|(_, other)| other < write);
                if is_newest && snapshot.is_none_or(|snapshot| *write > snapshot) {
                    newer.insert(*key, (n, *write));
                }
            }
        }
        let is_confirmed = self.salvaged.iter().any(|one| one.write.is_some() && one.write >= snapshot);
        Some(Plan { expected, complete: snapshot.unwrap_or_default(), is_confirmed, snapshot, newer })
    }

    /// Puts the records into the new database; says how many came from the snapshot, and what is lost.
    fn fill(&self, plan: &Plan, builder: &mut Builder, keys: &VaultKeys) -> Result<(u64, Lost), UnlockError> {
        let mut from_snapshot = 0;
        let mut lost = Lost::default();
        let unreadable = self.salvaged.iter().flat_map(|one| one.unreadable.iter().copied());
        let mut unreadable: BTreeSet<_> = unreadable.filter(|key| !plan.newer.contains_key(key)).collect();
        if let (Some(_), Some((_, place))) = (plan.snapshot, &self.snapshot) {
            let mut reader = SnapshotReader::open(place, keys.source()).map_err(snapshot_error)?;
            while let Some(record) = reader.next().map_err(snapshot_error)? {
                if plan.newer.contains_key(&record.key) {
                    continue;
                }
                builder.put(&record.key, record.write, &record.plain).map_err(store_error)?;
                from_snapshot += 1;
                lost.outdated += u64::from(unreadable.remove(&record.key));
                lost.maybe_removed += u64::from(!self.salvaged.iter().any(|one| one.has_seen(&record.key)));
            }
        }
        for (key, (n, _)) in &plan.newer {
            let (write, plain) = self.salvaged[*n].record(key).map_err(store_error)?.ok_or_else(changed_meanwhile)?;
            builder.put(key, write, &plain).map_err(store_error)?;
        }
        lost.records = unreadable.len() as u64;
        if plan.complete >= plan.expected {
            return Ok((from_snapshot, Lost { unconfirmed: !plan.is_confirmed, ..Lost::default() }));
        }
        lost.writes = Some(plan.complete + 1..=plan.expected);
        Ok((from_snapshot, lost))
    }
}

fn store_error(error: StoreError) -> UnlockError {
    error.sort(|damage| UnlockError::Damaged { damage }, UnlockError::from)
}

/// Nothing for a snapshot that is damaged, or is none.
fn unless_forged<T>(read: Result<T, SnapshotFault>) -> Result<Option<T>, UnlockError> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(SnapshotFault::Forged) => Ok(None),
        Err(SnapshotFault::Io(error)) if OddEntry::behind(&error).is_some() => Ok(None),
        Err(fault @ SnapshotFault::Io(_)) => Err(snapshot_error(fault)),
    }
}

fn snapshot_error(fault: SnapshotFault) -> UnlockError {
    match fault {
        SnapshotFault::Forged => changed_meanwhile(),
        SnapshotFault::Io(source) => UnlockError::Unreadable(IoFault { doing: "read the snapshot", source }),
    }
}

/// A source that was good a moment ago.
fn changed_meanwhile() -> UnlockError {
    UnlockError::Damaged { damage: Damage::RecordForged }
}
