//! What can be read in a damaged database, record by record.

use std::collections::{BTreeSet, HashMap};
use std::io;

use super::super::check;
use super::super::database::Database;
use super::super::keys::EpochKeys;
use super::super::read::{Found, read_sealed};
use crate::Plain;
use crate::fs::Place;
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::record::RecordKey;
use crate::store::{Engine, RecordStore};

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

impl Salvage {
    /// Looks into a database that may be damaged in any way; only a copy at `copy` is ever written to.
    pub(super) fn read(damaged: &Place, copy: &Place, keys: EpochKeys) -> io::Result<Option<Self>> {
        let Some(store) = open_copy(damaged, copy)? else {
            return Ok(None);
        };
        let database = Database { store, keys };
        let manifest = database.store.get(&MANIFEST_KEY).ok().flatten();
        let manifest = manifest.and_then(|sealed| Manifest::open(sealed.as_ref(), database.keys.manifest()).ok());
        let mut records = HashMap::new();
        let mut unreadable = BTreeSet::new();
        for key in keys_of(&database.store) {
            match read(&database, &key) {
                Some((write, _)) => drop(records.insert(key, write)),
                None => drop(unreadable.insert(key)),
            }
        }
        let is_whole = unreadable.is_empty() && check::check_records(&database).is_ok();
        Ok(Some(Self { database, write: manifest.map(|manifest| manifest.write), is_whole, records, unreadable }))
    }

    /// A record that was authentic before.
    pub(super) fn record(&self, key: &RecordKey) -> Option<(u64, Plain)> {
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
fn open_copy(damaged: &Place, copy: &Place) -> io::Result<Option<Engine>> {
    copy_without(damaged, copy, |_| false)?;
    if let Ok(store) = Engine::open(copy) {
        return Ok(Some(store));
    }
    let is_snap = |name: &str| name.starts_with("snap.");
    copy_without(damaged, copy, is_snap)?;
    if let Ok(store) = Engine::open(copy) {
        return Ok(Some(store));
    }
    Engine::open_without_settings(copy, || copy_without(damaged, copy, |name| is_snap(name) || name == "conf"))
}

/// Copies a database's folder, over an earlier copy that an attempt may have written to.
fn copy_without(damaged: &Place, copy: &Place, is_left_out: impl Fn(&str) -> bool) -> io::Result<()> {
    copy.remove_tree()?;
    damaged.copy_tree(copy)?;
    for (place, _) in copy.entries()? {
        if is_left_out(&place.name().to_string_lossy()) {
            place.remove_if_there()?;
        }
    }
    Ok(())
}

/// The keys of all records of which there is any part: from the start to the first place that cannot be read, and from
/// the end back to the last.
fn keys_of(store: &Engine) -> BTreeSet<RecordKey> {
    let mut found = BTreeSet::new();
    let mut last = None;
    for (key, _) in store.entries_from(&RecordKey::FIRST).map_while(Result::ok) {
        if last.as_ref().is_some_and(|last| *last >= key) {
            break; // in a damaged database even the order is not certain
        }
        found.extend(RecordKey::parse_part(&key).map(|(record, _)| record));
        last = Some(key);
    }
    let mut last = None;
    for key in store.keys_back().map_while(Result::ok) {
        if last.as_ref().is_some_and(|last| *last <= key) {
            break;
        }
        found.extend(RecordKey::parse_part(&key).map(|(record, _)| record));
        last = Some(key);
    }
    found
}

fn read(database: &Database, key: &RecordKey) -> Option<(u64, Plain)> {
    match read_sealed(&database.store, key).ok()? {
        Found::Record(sealed) => {
            let write = sealed.head.write;
            Some((write, database.open(key, sealed).ok()?))
        }
        Found::Nothing | Found::Malformed => None,
    }
}
