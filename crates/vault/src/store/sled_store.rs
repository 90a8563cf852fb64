//! sled 0.34, the only place that names it.

mod quiet;

use std::any::Any;
use std::fs::File;
use std::ops::Deref;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use fs4::FileExt;

use super::{Change, RecordStore, StoreError};
use crate::IoFault;
use crate::fs::{Expected, Place};

/// What sled may keep in memory, in bytes. It holds ciphertext only; sled's own default is 1 GiB.
const CACHE_BYTES: u64 = 32 * 1024 * 1024;

/// sled's log grows and is given back by segments of so many bytes. A node above a quarter of it would go into a file of
/// its own, which sled does not sync: a full node of 17 values takes 35 KiB.
const SEGMENT_BYTES: usize = 256 * 1024;
/// What it was in the first version of the format.
const OLD_SEGMENT_BYTES: usize = 512 * 1024;

const MAX_CONF_BYTES: u64 = 4096;

/// How often sled collects garbage while a database is shaped; else it never does, as it would sync each time.
const COLLECT_EVERY_MS: u64 = 2;
/// How long it goes on with that once all keys are there, at least; else as long as they took.
const MIN_COLLECT: Duration = Duration::from_millis(30);

/// How long to wait for a database that this process closed a moment ago: sled's threads let go of its file late.
const RELEASE_TIME: Duration = Duration::from_secs(5);

pub(crate) struct SledStore {
    db: Database,
    /// The log that holds everything. sled's own flush ends at `sync_file_range`, which does not wait for the disk's
    /// cache nor for the file's length, so the file is synced here too.
    log: File,
    segment_bytes: u64,
}

/// A database that is closed without a panic. sled syncs its log once more when it is dropped, and panics where the disk
/// refuses; everything that was acknowledged was synced before.
struct Database(Option<sled::Db>);

impl Deref for Database {
    type Target = sled::Db;

    fn deref(&self) -> &sled::Db {
        self.0.as_ref().expect("it is taken out only to be dropped")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Err(panic) = quiet::catch(|| drop(self.0.take())) {
            tracing::warn!(error = panic_text(&*panic), "the database was not closed as it should be");
        }
    }
}

impl SledStore {
    /// Makes a database in a folder that does not exist yet; the folder is for the owner only.
    pub(crate) fn create(dir: &Place) -> Result<Self, StoreError> {
        dir.make_dir().map_err(io("create the database's folder"))?;
        let store = Self::start(dir, SEGMENT_BYTES, None)?;
        for name in ["blobs", "db", "conf"] {
            dir.child(name).make_private().map_err(io("make the database private"))?;
        }
        let conf = dir.child("conf").open().and_then(|file| file.sync_all());
        conf.and_then(|()| dir.sync_dir()).map_err(io("save the database's folder"))?;
        Ok(store)
    }

    /// Makes a database that is to hold these keys, in their order, and takes little more room than they and their
    /// values. They have empty values until [`load`](Self::load) brings the real ones.
    ///
    /// sled writes the values of a growing node again and again, and what it wrote before is dead. So the nodes are made
    /// first, while there is next to nothing in them; of each value there is then one copy.
    pub(crate) fn create_shaped<K: AsRef<[u8]>>(
        dir: &Place,
        keys: impl Iterator<Item = Result<K, StoreError>>,
    ) -> Result<Self, StoreError> {
        drop(Self::create(dir)?);
        let shaping = Self::start(dir, SEGMENT_BYTES, Some(COLLECT_EVERY_MS))?;
        let start = Instant::now();
        for key in keys {
            let key = key?;
            guarded("write the database", || shaping.db.insert(key.as_ref(), &[]))?;
        }
        guarded("write the database", || shaping.db.flush())?;
        thread::sleep(start.elapsed().max(MIN_COLLECT));
        drop(shaping);
        Self::start(dir, SEGMENT_BYTES, None)
    }

    /// Opens a database; sled would make an empty one where there is none.
    pub(crate) fn open(dir: &Place) -> Result<Self, StoreError> {
        let is_file = |name: &str| Ok(dir.child(name).check(Expected::OwnFile)?.is_some());
        let is_there = is_file("db").and_then(|log| Ok(log && is_file("conf")?));
        if !is_there.map_err(io("look for the database"))? {
            return Err(StoreError::Missing);
        }
        let segment_bytes = segment_bytes(dir).map_err(io("read the database's settings"))?;
        Self::start(dir, segment_bytes.unwrap_or(SEGMENT_BYTES), None)
    }

    /// Closes the database, and returns when the engine has let go of its files.
    pub(crate) fn close(self) -> Result<(), StoreError> {
        let Self { db, log, .. } = self;
        drop(db);
        let deadline = Instant::now() + RELEASE_TIME;
        while log.try_lock().is_err() {
            if Instant::now() >= deadline {
                return Err(io("close the database")(std::io::ErrorKind::TimedOut.into()));
            }
            thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }

    /// Opens the copy of a database without the file of its settings, which are few: with the first ones that show an
    /// entry. `renew` makes the copy anew, as each attempt may write to it.
    pub(crate) fn open_without_settings<E>(
        dir: &Place,
        mut renew: impl FnMut() -> Result<(), E>,
    ) -> Result<Option<Self>, E> {
        for segment_bytes in [SEGMENT_BYTES, OLD_SEGMENT_BYTES] {
            renew()?;
            let opened = Self::start(dir, segment_bytes, None);
            if let Some(store) = opened.ok().filter(|store| store.keys_back().next().is_some_and(|key| key.is_ok())) {
                return Ok(Some(store));
            }
        }
        Ok(None)
    }

    /// Writes entries one by one, in their order: a crash may leave some of them. For databases that do not count yet.
    pub(crate) fn load(&self, entries: impl Iterator<Item = (Vec<u8>, Vec<u8>)>) -> Result<(), StoreError> {
        guarded("write the database", || {
            for (key, value) in entries {
                self.db.insert(key, value)?;
            }
            Ok(())
        })
    }

    fn start(dir: &Place, segment_bytes: usize, collect_every_ms: Option<u64>) -> Result<Self, StoreError> {
        if SystemTime::now() < SystemTime::UNIX_EPOCH {
            // The engine names a folder by the time, and panics.
            let error = std::io::Error::other("this computer's clock stands before 1970, set it right");
            return Err(io("open the database")(error));
        }
        let path = dir.for_engine().map_err(io("open the database"))?;
        let config = sled::Config::new()
            .path(path)
            .cache_capacity(CACHE_BYTES)
            .segment_size(segment_bytes)
            .flush_every_ms(collect_every_ms)
            .use_compression(false)
            .mode(sled::Mode::LowSpace);
        let db = open_when_released(&config)?;
        let log = dir.child("db").open_in_place().map_err(io("open the database's log"))?;
        Ok(Self { db: Database(Some(db)), log, segment_bytes: segment_bytes as u64 })
    }

    /// Takes the room of a segment when its first bytes are written: with that a sync writes the entries alone, and not
    /// each time the file's length and the place of a new block too. Without it everything works, a little slower.
    fn take_room(&self) {
        let len = self.log.metadata().map_or(0, |metadata| metadata.len());
        if !len.is_multiple_of(self.segment_bytes)
            && let Err(error) = self.log.allocate(len.next_multiple_of(self.segment_bytes))
        {
            tracing::debug!(%error, "no room was taken ahead");
        }
    }
}

/// Whether a database is as the first version of the format had it.
pub(crate) fn is_old(dir: &Place) -> bool {
    segment_bytes(dir).is_ok_and(|bytes| bytes == Some(OLD_SEGMENT_BYTES))
}

/// The size that a database was made with, of those that this program has made. sled keeps it in a file of text lines.
fn segment_bytes(dir: &Place) -> std::io::Result<Option<usize>> {
    let conf = dir.child("conf").read_limited(MAX_CONF_BYTES)?.unwrap_or_default();
    let is = |size: &usize| conf.starts_with(format!("segment_size: {size}\n").as_bytes());
    Ok([SEGMENT_BYTES, OLD_SEGMENT_BYTES].into_iter().find(is))
}

impl RecordStore for SledStore {
    type Bytes = sled::IVec;

    fn get(&self, key: &[u8]) -> Result<Option<sled::IVec>, StoreError> {
        guarded("read the database", || self.db.get(key))
    }

    fn entries_from(&self, first: &[u8]) -> impl Iterator<Item = Result<(sled::IVec, sled::IVec), StoreError>> {
        let mut entries = self.db.range(first..);
        std::iter::from_fn(move || guarded("read the database", || entries.next().transpose()).transpose())
    }

    fn keys_back(&self) -> impl Iterator<Item = Result<sled::IVec, StoreError>> {
        let mut keys = self.db.iter().keys();
        std::iter::from_fn(move || guarded("read the database", || keys.next_back().transpose()).transpose())
    }

    fn apply(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        let mut batch = sled::Batch::default();
        for (key, value) in changes {
            match value {
                Some(value) => batch.insert(key, value),
                None => batch.remove(key),
            }
        }
        guarded("write the database", || self.db.apply_batch(batch))
    }

    fn sync(&self) -> Result<(), StoreError> {
        guarded("write the database", || self.db.flush())?;
        self.take_room();
        self.log.sync_data().map_err(io("wait for the disk"))
    }
}

fn open_when_released(config: &sled::Config) -> Result<sled::Db, StoreError> {
    let deadline = Instant::now() + RELEASE_TIME;
    loop {
        match guarded("open the database", || config.open()) {
            Err(StoreError::Io(fault)) if is_file_held(&fault) && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(5));
            }
            result => return result,
        }
    }
}

/// sled tells a held file only by the words of its error.
fn is_file_held(fault: &IoFault) -> bool {
    fault.source.to_string().contains("could not acquire lock")
}

/// Runs a call into sled. On damaged files sled panics in places, which here becomes an error as any other.
fn guarded<T>(doing: &'static str, call: impl FnOnce() -> sled::Result<T>) -> Result<T, StoreError> {
    match quiet::catch(call) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(sled::Error::Io(source))) => Err(StoreError::Io(IoFault { doing, source })),
        Ok(Err(error)) => Err(StoreError::Corrupt { detail: error.to_string() }),
        Err(panic) => Err(StoreError::Corrupt { detail: panic_text(&*panic) }),
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("the database engine stopped").to_owned()
}

fn io(doing: &'static str) -> impl FnOnce(std::io::Error) -> StoreError {
    move |source| StoreError::Io(IoFault { doing, source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::MAX_VALUE_BYTES;

    #[test]
    fn changes_are_there_after_a_restart() {
        let dir = tempfile::tempdir().unwrap();
        let path = Place::in_folder(dir.path(), "db");
        let put = |key: &[u8], value: &[u8]| (key.to_vec(), Some(value.to_vec()));
        let store = SledStore::create(&path).unwrap();
        store.apply(vec![put(b"a", b"1"), put(b"b", b"2"), put(b"c", b"3")]).unwrap();
        store.apply(vec![(b"a".to_vec(), None), put(b"b", b"4")]).unwrap();
        store.sync().unwrap();
        drop(store);
        let store = SledStore::open(&path).unwrap();
        let entries: Vec<_> = store
            .entries_from(b"a")
            .map(|entry| entry.map(|(key, value)| (key.to_vec(), value.to_vec())).unwrap())
            .collect();
        assert_eq!(entries, [(b"b".to_vec(), b"4".to_vec()), (b"c".to_vec(), b"3".to_vec())]);
    }

    /// sled puts large nodes into files of their own, and nobody would sync those.
    #[test]
    fn nodes_of_full_values_stay_in_the_log() {
        let dir = tempfile::tempdir().unwrap();
        let path = Place::in_folder(dir.path(), "db");
        let store = SledStore::create(&path).unwrap();
        for _ in 0..4 {
            let entry = |n: u32| (n.wrapping_mul(2_654_435_761).to_be_bytes().to_vec(), Some(vec![7; MAX_VALUE_BYTES]));
            store.apply((0..1_000).map(entry).collect()).unwrap();
            store.sync().unwrap();
        }
        assert_eq!(std::fs::read_dir(dir.path().join("db/blobs")).unwrap().count(), 0);
    }

    #[test]
    fn a_database_that_is_not_there_is_not_made_up() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(SledStore::open(&Place::in_folder(dir.path(), "db")), Err(StoreError::Missing)));
        assert!(!dir.path().join("db").exists());
    }
}
