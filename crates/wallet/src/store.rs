//! The vault with types: records in and out, and the activity log's next entry in the same commit.

mod readable;

pub(crate) use readable::{Place, Readable, Unreadable};

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use idw_vault::{Batch, DocumentId, DocumentInfo, Plain, ReadError, RecordId, Tree, Vault, WriteError};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    Problem, Stored,
    clock::now,
    records::{
        ActivityHead, ActivityRecord, DocumentMeta, EidPartyRecord, EidServiceRecord, Event, ONLY, ProviderRecord,
        Record, SiteRecord,
    },
};

/// Why the store did not read or write.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The vault could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The vault could not be written; what it held before is intact.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A record is authentic but not of a shape that this version knows.
    #[error("another version wrote a record of the vault ({what})")]
    Shape {
        /// Which kind of record.
        what: Stored,
        /// What the decoder said, without the data.
        #[source]
        source: ShapeError,
    },
    /// The key that is made or read for an account is not the one that was recorded for it.
    #[error("the key of '{name}' is not the one that was recorded")]
    OtherKey {
        /// The account or site.
        name: String,
    },
    /// Something is not there without which nothing goes on.
    #[error("a record is missing from the vault ({what})")]
    Missing {
        /// Which kind of record.
        what: Stored,
    },
    /// The system gave no random numbers.
    #[error("the system gave no random numbers")]
    Randomness,
}

/// A record's shape is not the one expected. Carries the place, never the content.
#[derive(Debug, thiserror::Error)]
#[error("unexpected shape at column {column} ({category:?})")]
pub struct ShapeError {
    column: usize,
    category: serde_json::error::Category,
}

impl From<&serde_json::Error> for ShapeError {
    fn from(error: &serde_json::Error) -> Self {
        // serde's own text can quote the value, which may be an attribute.
        Self { column: error.column(), category: error.classify() }
    }
}

impl StoreError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Write(_) | Self::Read(ReadError::Io(_)) | Self::Randomness => Problem::Other,
            Self::Read(_) | Self::Shape { .. } | Self::Missing { .. } | Self::OtherKey { .. } => Problem::Damaged,
        }
    }
}

/// An unlocked vault that speaks records, as one profile sees it: what belongs to another is not there.
pub(crate) struct Store {
    shared: Arc<Shared>,
    profile: u32,
}

/// Hears what a store commits, before anything else can be committed. What is kept in memory of the vault's content is
/// kept right by this.
pub(crate) trait Watch: Send + Sync {
    /// Records or documents may be other than they were; `trees` are those that were written to. Also told when a commit
    /// failed: then nothing is different, and to read again does no harm.
    fn changed(&self, _trees: &[Tree]) {}

    /// The activity log has another entry. Called while the end of the log is held: [`Store::frozen`] would wait for ever.
    fn logged(&self, _entry: &ActivityRecord) {}
}

/// What all profiles share.
struct Shared {
    vault: Vault,
    /// Held from reading the end of the activity log to committing the next entry.
    log: Mutex<()>,
    /// Held by what reads, decides and writes, where two at once could both decide the same.
    changing: Mutex<()>,
    /// Counts the commits that changed records or documents.
    changes: AtomicU64,
    watch: Arc<dyn Watch>,
}

impl Store {
    /// The store of the first profile. `watch` hears of what any profile's store commits.
    pub(crate) fn new(vault: Vault, watch: Arc<dyn Watch>) -> Self {
        let shared =
            Shared { vault, log: Mutex::default(), changing: Mutex::default(), changes: AtomicU64::default(), watch };
        Self { shared: Arc::new(shared), profile: 0 }
    }

    /// The same vault as another profile sees it.
    pub(crate) fn for_profile(&self, profile: u32) -> Self {
        Self { shared: Arc::clone(&self.shared), profile }
    }

    /// The number of the profile that this is the store of.
    pub(crate) fn profile(&self) -> u32 {
        self.profile
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.shared.vault
    }

    /// The vault, unless another part of the program still uses it.
    pub(crate) fn into_vault(self) -> Result<Vault, Self> {
        let Self { shared, profile } = self;
        match Arc::try_unwrap(shared) {
            Ok(shared) => Ok(shared.vault),
            Err(shared) => Err(Self { shared, profile }),
        }
    }

    pub(crate) fn get<R: Record>(&self, id: RecordId) -> Result<Option<R>, StoreError> {
        let record = self.vault().get(R::TREE, id)?.map(|bytes| decode::<R>(&bytes)).transpose()?;
        Ok(record.filter(|record| self.sees(record.profile())))
    }

    /// Every record of a kind that belongs to this profile, in no order. One that makes no sense is an error: lists ask
    /// for what is [`readable`](Self::readable).
    pub(crate) fn all<R: Record>(&self) -> Result<Vec<(RecordId, R)>, StoreError> {
        let mut records = self.all_profiles::<R>()?;
        records.retain(|(_, record)| self.sees(record.profile()));
        Ok(records)
    }

    /// Every record of a kind, whichever profile it belongs to: for what must be unique in the wallet.
    pub(crate) fn all_profiles<R: Record>(&self) -> Result<Vec<(RecordId, R)>, StoreError> {
        self.vault()
            .scan(R::TREE)
            .map(|entry| {
                let (id, bytes) = entry?;
                Ok((id, decode::<R>(&bytes)?))
            })
            .collect()
    }

    /// What [`readable`](Self::readable) gives, for the kinds that come by the thousand: one thread opens records while
    /// another reads them.
    pub(crate) fn read_many<R: Record + Send>(&self) -> Result<Readable<(RecordId, R)>, StoreError> {
        const AT_A_TIME: usize = 256;
        thread::scope(|scope| {
            let (pages, incoming) = mpsc::sync_channel::<Vec<(RecordId, Plain)>>(16);
            let reading = scope.spawn(move || {
                let mut readable = Readable { records: Vec::new(), unreadable: Vec::new() };
                for (id, bytes) in incoming.into_iter().flatten() {
                    match decode::<R>(&bytes) {
                        Ok(record) if self.sees(record.profile()) => readable.records.push((id, record)),
                        Ok(_) => {}
                        Err(_) => readable.unreadable.push(readable::unreadable::<R>(id, &bytes)),
                    }
                }
                readable.unreadable.retain(|one| self.sees(one.profile));
                readable
            });
            let mut page = Vec::with_capacity(AT_A_TIME);
            for entry in self.vault().scan(R::TREE) {
                page.push(entry?);
                // When nobody receives any more, the other thread has panicked and the join tells it.
                if page.len() == AT_A_TIME && pages.send(std::mem::take(&mut page)).is_err() {
                    break;
                }
            }
            let _ = pages.send(page);
            drop(pages);
            Ok(reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }

    /// How often records or documents were changed: the same number, the same wallet.
    pub(crate) fn change(&self) -> u64 {
        self.shared.changes.load(Ordering::SeqCst)
    }

    /// This profile's documents, in no order; without those that [`unreadable_documents`](Self::unreadable_documents)
    /// names.
    pub(crate) fn documents(&self) -> impl Iterator<Item = Result<(DocumentInfo, DocumentMeta), StoreError>> + '_ {
        self.all_documents().filter(|document| match document {
            Ok((_, meta)) => self.sees(Some(meta.profile)),
            Err(_) => true,
        })
    }

    /// The documents of all profiles, in no order; without those that nobody can tell anything of.
    pub(crate) fn all_documents(&self) -> impl Iterator<Item = Result<(DocumentInfo, DocumentMeta), StoreError>> + '_ {
        self.vault().documents().filter_map(readable::if_readable)
    }

    /// One of this profile's documents.
    pub(crate) fn document(&self, id: DocumentId) -> Result<Option<(DocumentInfo, DocumentMeta)>, StoreError> {
        let document = self.vault().document(id)?.map(with_meta).transpose()?;
        Ok(document.filter(|(_, meta)| self.sees(Some(meta.profile))))
    }

    /// Held from reading to writing where two changes at once could contradict each other.
    pub(crate) fn changing(&self) -> MutexGuard<'_, ()> {
        locked(&self.shared.changing)
    }

    /// Nothing is committed while this is held: for reading several things as they were at one moment.
    pub(crate) fn frozen(&self) -> MutexGuard<'_, ()> {
        locked(&self.shared.log)
    }

    fn sees(&self, owner: Option<u32>) -> bool {
        owner.is_none_or(|owner| owner == self.profile)
    }

    /// Commits `batch`, and `event` as the next entry of the activity log, in one durable write.
    ///
    /// Returns the entry's number.
    pub(crate) fn commit(&self, batch: Batch, event: Event) -> Result<u64, StoreError> {
        self.commit_numbered(event, |_| batch)
    }

    /// Writes down that something leaves the vault for its owner's own disk, with what changes by that. A vault that is
    /// open for reading only has no log to write in, and its owner must get everything out of it all the same.
    pub(crate) fn commit_export(&self, batch: Batch, event: Event) -> Result<(), StoreError> {
        if self.vault().is_read_only() {
            return Ok(());
        }
        self.commit(batch, event)?;
        Ok(())
    }

    /// The same, where what is written holds the number of the entry.
    pub(crate) fn commit_numbered(&self, event: Event, batch: impl FnOnce(u64) -> Batch) -> Result<u64, StoreError> {
        let _log = locked(&self.shared.log);
        let head = self.get::<ActivityHead>(ONLY)?.unwrap_or_default();
        let profile = (!event.is_of_the_wallet()).then_some(self.profile);
        let entry =
            ActivityRecord { version: 1, number: head.number + 1, previous: head.hash, at: now(), profile, event };
        let bytes = encode(&entry);
        let mut batch = batch(entry.number);
        let changed = trees(&batch);
        let changes = !batch.is_empty();
        let head = ActivityHead { version: 1, number: entry.number, hash: hex::encode(Sha256::digest(&*bytes)) };
        batch.put(ActivityRecord::TREE, RecordId::make(), &bytes);
        put(&mut batch, ONLY, &head);
        let committed = self.write(batch);
        if changes {
            self.tell_changed(&changed);
        }
        committed?;
        self.shared.watch.logged(&entry);
        Ok(entry.number)
    }

    /// Commits `batch` alone: for what is not worth an entry in the log.
    pub(crate) fn commit_quietly(&self, batch: Batch) -> Result<(), StoreError> {
        let _log = locked(&self.shared.log);
        let changed = trees(&batch);
        let committed = self.write(batch);
        self.tell_changed(&changed);
        Ok(committed?)
    }

    /// Commits what stands beside records and documents, and that no list shows.
    pub(crate) fn commit_aside(&self, batch: Batch) -> Result<(), StoreError> {
        let _log = locked(&self.shared.log);
        Ok(self.vault().commit(batch)?)
    }

    /// Commits what brings records of an earlier version to their present shape.
    pub(crate) fn commit_migrated(&self, batch: Batch) -> Result<(), StoreError> {
        let _log = locked(&self.shared.log);
        let changed = trees(&batch);
        let committed = self.vault().commit_as_newest(batch);
        self.tell_changed(&changed);
        Ok(committed?)
    }

    /// Sites, providers, and parties and services of Auth eID are written as no earlier program reads them, also to a vault that
    /// could not be migrated yet; and nothing is checked without a provider, or asked by Auth eID without a party. All else is
    /// what it would be there, and must go in on a disk that is all but full.
    fn write(&self, batch: Batch) -> Result<(), WriteError> {
        if [SiteRecord::TREE, ProviderRecord::TREE, EidPartyRecord::TREE, EidServiceRecord::TREE]
            .into_iter()
            .any(|tree| batch.written(tree).next().is_some())
        {
            return self.vault().commit_as_newest(batch);
        }
        self.vault().commit(batch)
    }

    /// Counts before it tells: what was read under the number of before is never taken for what is there now.
    fn tell_changed(&self, trees: &[Tree]) {
        self.shared.changes.fetch_add(1, Ordering::SeqCst);
        self.shared.watch.changed(trees);
    }
}

/// The trees that a batch writes to or removes from.
fn trees(batch: &Batch) -> Vec<Tree> {
    let mut trees = Vec::new();
    for tree in batch.trees() {
        if !trees.contains(&tree) {
            trees.push(tree);
        }
    }
    trees
}

/// A panic elsewhere while a lock was held leaves nothing half done: the vault's commit is all or nothing, and what is kept
/// in memory is read whole before it is put in its place.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn with_meta(info: DocumentInfo) -> Result<(DocumentInfo, DocumentMeta), StoreError> {
    let meta = decode_as(&info.meta, Stored::Document)?;
    Ok((info, meta))
}

/// Adds a record to a batch.
pub(crate) fn put<R: Record>(batch: &mut Batch, id: RecordId, record: &R) {
    batch.put(R::TREE, id, &encode(record));
}

/// A record's bytes.
pub(crate) fn encode<T: serde::Serialize>(record: &T) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(serde_json::to_vec(record).expect("records have string keys and no failing Serialize"))
}

/// A record from its bytes.
pub(crate) fn decode<R: Record>(bytes: &[u8]) -> Result<R, StoreError> {
    decode_as(bytes, R::WHAT)
}

/// Anything kept as JSON from its bytes.
pub(crate) fn decode_as<T: DeserializeOwned>(bytes: &[u8], what: Stored) -> Result<T, StoreError> {
    serde_json::from_slice(bytes).map_err(|error| StoreError::Shape { what, source: ShapeError::from(&error) })
}
