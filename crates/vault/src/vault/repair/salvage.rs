//! What can be read in a damaged database, record by record.

use std::collections::{BTreeSet, HashMap};
use std::io;

use super::super::check;
use super::super::database::Database;
use super::super::keys::EpochKeys;
use super::super::pristine::copy_error;
use super::super::read::{Found, read_sealed};
use super::super::unlock::io as failed;
use crate::fs::Place;
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::record::RecordKey;
use crate::store::{Engine, RecordStore, StoreError};
use crate::{IoFault, Plain, UnlockError};

/// How often a database is looked into until two looks see the same.
const MAX_LOOKS: usize = 4;

/// A copy of a damaged database that could be opened.
pub(super) struct Salvage {
    database: Database,
    /// The number of the last commit that it knows of, if its manifest is authentic.
    pub(super) write: Option<u64>,
    /// Whether all of it is as it was at that commit.
    pub(super) is_whole: bool,
    /// The authentic records, and the commits that wrote them.
    pub(super) records: HashMap<RecordKey, u64>,
    /// Records of which something is there that is not authentic.
    pub(super) unreadable: BTreeSet<RecordKey>,
}

/// What a look into a database saw.
#[derive(PartialEq, Eq)]
struct Seen {
    write: Option<u64>,
    is_whole: bool,
    records: HashMap<RecordKey, u64>,
    unreadable: BTreeSet<RecordKey>,
}

impl Salvage {
    /// Looks into a database that may be damaged in any way, until two looks one after the other see the same: the engine
    /// takes what the disk does not give for damage, and only what is damaged looks the same each time.
    pub(super) fn read_twice(
        damaged: &Place,
        copy: &Place,
        keys: impl Fn() -> EpochKeys,
    ) -> Result<Option<Self>, UnlockError> {
        let mut before = None;
        for _ in 0..MAX_LOOKS {
            let salvage = Self::read(damaged, copy, keys())?;
            let seen = salvage.as_ref().map(Self::seen);
            if before.as_ref() == Some(&seen) {
                return Ok(salvage);
            }
            before = Some(seen);
            if let Some(salvage) = salvage {
                salvage.database.store.close().map_err(super::store_error)?;
            }
        }
        Err(UnlockError::Unreadable(IoFault::when("read the damaged database")(io::Error::other(
            "it gives something else each time",
        ))))
    }

    /// Only a copy at `copy` is ever written to.
    fn read(damaged: &Place, copy: &Place, keys: EpochKeys) -> Result<Option<Self>, UnlockError> {
        let Some(store) = open_copy(damaged, copy)? else {
            return Ok(None);
        };
        let database = Database { store, keys };
        let manifest = unless_corrupt(database.store.get(&MANIFEST_KEY))?.flatten();
        let manifest = manifest.and_then(|sealed| Manifest::open(sealed.as_ref(), database.keys.manifest()).ok());
        let mut records = HashMap::new();
        let mut unreadable = BTreeSet::new();
        for key in keys_of(&database.store)? {
            match unless_corrupt(read(&database, &key))?.flatten() {
                Some((write, _)) => drop(records.insert(key, write)),
                None => drop(unreadable.insert(key)),
            }
        }
        let is_whole = unreadable.is_empty() && check::check_records(&database).is_ok();
        Ok(Some(Self { database, write: manifest.map(|manifest| manifest.write), is_whole, records, unreadable }))
    }

    fn seen(&self) -> Seen {
        Seen {
            write: self.write,
            is_whole: self.is_whole,
            records: self.records.clone(),
            unreadable: self.unreadable.clone(),
        }
    }

    /// A record that was authentic before.
    pub(super) fn record(&self, key: &RecordKey) -> Result<Option<(u64, Plain)>, StoreError> {
        read(&self.database, key)
    }

    /// Whether there is anything to save in it.
    pub(super) fn is_useful(&self) -> bool {
        self.is_whole || !self.records.is_empty()
    }

    /// Whether there is anything of a record, be it readable or not.
    pub(super) fn has_seen(&self, key: &RecordKey) -> bool {
        self.records.contains_key(key) || self.unreadable.contains(key)
    }
}

/// What sled can do without: the half-written `snap.*` file, kept to open faster, can keep it from opening at all, and so
/// can a damaged `conf`. Without the first it reads its whole log, without the second its settings are tried.
fn open_copy(damaged: &Place, copy: &Place) -> Result<Option<Engine>, UnlockError> {
    let is_snap = |name: &str| name.starts_with("snap.");
    copy_without(damaged, copy, |_| false)?;
    if let Some(store) = unless_corrupt(Engine::open(copy))? {
        return Ok(Some(store));
    }
    copy_without(damaged, copy, is_snap)?;
    if let Some(store) = unless_corrupt(Engine::open(copy))? {
        return Ok(Some(store));
    }
    Engine::open_without_settings(copy, || copy_without(damaged, copy, |name| is_snap(name) || name == "conf"))
}

/// Copies a database's folder, over an earlier copy that an attempt may have written to.
fn copy_without(damaged: &Place, copy: &Place, is_left_out: impl Fn(&str) -> bool) -> Result<(), UnlockError> {
    copy.remove_tree().map_err(failed("clear the rescue folder"))?;
    damaged.copy_tree(copy).map_err(copy_error)?;
    for (place, _) in copy.entries().map_err(failed("look into the copy of the database"))? {
        if is_left_out(&place.name().to_string_lossy()) {
            place.remove_if_there().map_err(failed("change the copy of the database"))?;
        }
    }
    Ok(())
}

/// The keys of all records of which there is any part: from the start to the first place that cannot be read, and from
/// the end back to the last.
fn keys_of(store: &Engine) -> Result<BTreeSet<RecordKey>, UnlockError> {
    let mut found = BTreeSet::new();
    let mut last = None;
    for entry in store.entries_from(&RecordKey::FIRST) {
        let Some((key, _)) = unless_corrupt(entry)? else { break };
        if last.as_ref().is_some_and(|last| *last >= key) {
            break; // in a damaged database even the order is not certain
        }
        found.extend(RecordKey::parse_part(&key).map(|(record, _)| record));
        last = Some(key);
    }
    let mut last = None;
    for entry in store.keys_back() {
        let Some(key) = unless_corrupt(entry)? else { break };
        if last.as_ref().is_some_and(|last| *last <= key) {
            break;
        }
        found.extend(RecordKey::parse_part(&key).map(|(record, _)| record));
        last = Some(key);
    }
    Ok(found)
}

fn read(database: &Database, key: &RecordKey) -> Result<Option<(u64, Plain)>, StoreError> {
    Ok(match read_sealed(&database.store, key)? {
        Found::Record(sealed) => {
            let write = sealed.head.write;
            database.open(key, sealed).ok().map(|plain| (write, plain))
        }
        Found::Nothing | Found::Malformed => None,
    })
}

/// Nothing where the database is damaged; what the disk does not give is no damage.
fn unless_corrupt<T>(read: Result<T, StoreError>) -> Result<Option<T>, UnlockError> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Missing | StoreError::Corrupt { .. }) => Ok(None),
        Err(error @ StoreError::Io(_)) => Err(super::store_error(error)),
    }
}
