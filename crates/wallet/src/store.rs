//! The vault with types: records in and out, and the activity log's next entry in the same commit.

mod readable;

pub(crate) use readable::{Place, Readable, Unreadable};

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use idw_lws::WalletToken;
use idw_vault::{Batch, DocumentId, DocumentInfo, Plain, ReadError, RecordId, Vault, WriteError};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    Problem,
    activity::Disclosures,
    attributes::Listing,
    clock::now,
    records::{ActivityHead, ActivityRecord, DocumentMeta, Event, ONLY, Record},
    schemas::Types,
};

/// Why the store did not read or write.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The vault could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The vault could not be written; what it held before is intact.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A record is authentic but not of a shape that this version knows.
    #[error(
        "{what} in the vault was written by another version of this program; nothing was changed, update and try again"
    )]
    Shape {
        /// Which record.
        what: &'static str,
        /// What the decoder said, without the data.
        #[source]
        source: ShapeError,
    },
    /// The key that is made or read for an account is not the one that was recorded for it.
    #[error(
        "the key of '{name}' is not the one that this wallet recorded for it; nothing was signed or sent, restore the \
         wallet from a backup"
    )]
    OtherKey {
        /// The account or site.
        name: String,
    },
    /// A record that every vault has is not there.
    #[error("{what} is missing from the vault; nothing was changed, restore it from a backup")]
    Missing {
        /// Which record.
        what: &'static str,
    },
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
            Self::Write(_) | Self::Read(ReadError::Io(_)) => Problem::Other,
            Self::Read(_) | Self::Shape { .. } | Self::Missing { .. } | Self::OtherKey { .. } => Problem::Damaged,
        }
    }
}

/// An unlocked vault that speaks records, as one profile sees it: what belongs to another is not there.
pub(crate) struct Store {
    shared: Arc<Shared>,
    profile: u32,
}

/// What all profiles share.
struct Shared {
    vault: Vault,
    /// Held from reading the end of the activity log to committing the next entry. What the log says was sent is
    /// kept here once somebody asked.
    log: Mutex<Option<Arc<Disclosures>>>,
    /// Held by what reads, decides and writes, where two at once could both decide the same.
    changing: Mutex<()>,
    /// The attribute types, read at first use.
    types: Mutex<Option<Arc<Types>>>,
    /// The tokens that sites gave. In memory alone, and gone with the keys when the wallet is locked.
    tokens: Mutex<HashMap<TokenKey, WalletToken>>,
    /// What lists show, read at first use and again after every change.
    listings: Mutex<Listings>,
}

/// The listings of the profiles that were asked for, gone with the vault's keys.
#[derive(Default)]
struct Listings {
    /// Counts the changes: what was read before one is not kept after it.
    change: u64,
    of_profile: HashMap<u32, Arc<Listing>>,
}

/// Whose token it is: the profile, the site, the account's address.
type TokenKey = (u32, RecordId, String);

impl Store {
    /// The store of the first profile.
    pub(crate) fn new(vault: Vault) -> Self {
        Self {
            shared: Arc::new(Shared {
                vault,
                log: Mutex::default(),
                changing: Mutex::default(),
                types: Mutex::default(),
                tokens: Mutex::default(),
                listings: Mutex::default(),
            }),
            profile: 0,
        }
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

    /// Every record of a kind that belongs to this profile, in no order. One that makes no sense is an error, unless the
    /// kind is part of the listing: lists ask for what is [`readable`](Self::readable).
    pub(crate) fn all<R: Record>(&self) -> Result<Vec<(RecordId, R)>, StoreError> {
        if R::IS_LISTED {
            return Ok(R::listed(&*self.listing()?));
        }
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

    /// What lists show of this profile's values and documents.
    pub(crate) fn listing(&self) -> Result<Arc<Listing>, StoreError> {
        let change = {
            let listings = locked(&self.shared.listings);
            if let Some(listing) = listings.of_profile.get(&self.profile) {
                return Ok(Arc::clone(listing));
            }
            listings.change
        };
        let read = Arc::new(Listing::read(self)?);
        let mut listings = locked(&self.shared.listings);
        if listings.change == change {
            listings.of_profile.insert(self.profile, Arc::clone(&read));
        }
        Ok(read)
    }

    /// How often records or documents were changed: the same number, the same wallet.
    pub(crate) fn change(&self) -> u64 {
        locked(&self.shared.listings).change
    }

    fn forget_listings(&self) {
        let mut listings = locked(&self.shared.listings);
        listings.change += 1;
        listings.of_profile.clear();
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

    /// Nothing is committed while this is held: for reading several things as they were at one moment. Whoever has it
    /// reads records, and nothing that asks for the log.
    pub(crate) fn frozen(&self) -> MutexGuard<'_, Option<Arc<Disclosures>>> {
        locked(&self.shared.log)
    }

    /// The attribute types that this wallet knows.
    pub(crate) fn types(&self) -> Result<Arc<Types>, StoreError> {
        let mut types = locked(&self.shared.types);
        if let Some(types) = &*types {
            return Ok(Arc::clone(types));
        }
        let read = Arc::new(Types::read(self)?);
        *types = Some(Arc::clone(&read));
        Ok(read)
    }

    /// Has the types read again: one was added.
    pub(crate) fn forget_types(&self) {
        *locked(&self.shared.types) = None;
        self.forget_listings();
    }

    /// What the activity log says was sent, to whom and when; in all profiles.
    pub(crate) fn disclosures(&self) -> Result<Arc<Disclosures>, StoreError> {
        let mut known = locked(&self.shared.log);
        if let Some(known) = &*known {
            return Ok(Arc::clone(known));
        }
        let entries = self.readable_in_all_profiles::<ActivityRecord>(|_| true)?.records.into_iter();
        let entries = entries.map(|(_, entry)| entry);
        let read = Arc::new(Disclosures::read(entries.collect()));
        *known = Some(Arc::clone(&read));
        Ok(read)
    }

    /// The token that a site gave for an account, if there is one that is good for a while. Whoever takes it gives it
    /// back with [`keep_token`](Self::keep_token).
    pub(crate) fn take_token(&self, site: RecordId, address: &str) -> Option<WalletToken> {
        let token = locked(&self.shared.tokens).remove(&(self.profile, site, address.to_owned()));
        token.filter(WalletToken::is_fresh)
    }

    /// Keeps a token until the wallet is locked or the token is about to end.
    pub(crate) fn keep_token(&self, site: RecordId, address: &str, token: WalletToken) {
        let mut tokens = locked(&self.shared.tokens);
        tokens.retain(|_, token| token.is_fresh());
        tokens.insert((self.profile, site, address.to_owned()), token);
    }

    /// Forgets the tokens of a site.
    pub(crate) fn forget_tokens(&self, site: RecordId) {
        locked(&self.shared.tokens).retain(|(_, of, _), _| *of != site);
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

    /// The same, where what is written holds the number of the entry.
    pub(crate) fn commit_numbered(&self, event: Event, batch: impl FnOnce(u64) -> Batch) -> Result<u64, StoreError> {
        let mut known = locked(&self.shared.log);
        let head = self.get::<ActivityHead>(ONLY)?.unwrap_or_default();
        let profile = (!event.is_of_the_wallet()).then_some(self.profile);
        let entry =
            ActivityRecord { version: 1, number: head.number + 1, previous: head.hash, at: now(), profile, event };
        let bytes = encode(&entry);
        let mut batch = batch(entry.number);
        let changes = !batch.is_empty();
        let head = ActivityHead { version: 1, number: entry.number, hash: hex::encode(Sha256::digest(&*bytes)) };
        batch.put(ActivityRecord::TREE, RecordId::make(), &bytes);
        put(&mut batch, ONLY, &head);
        let committed = self.vault().commit(batch);
        if changes {
            self.forget_listings();
        }
        committed?;
        if let Some(known) = &mut *known {
            Arc::make_mut(known).hear(&entry);
        }
        Ok(entry.number)
    }

    /// Commits `batch` alone: for what is not worth an entry in the log.
    pub(crate) fn commit_quietly(&self, batch: Batch) -> Result<(), StoreError> {
        let _log = locked(&self.shared.log);
        let committed = self.vault().commit(batch);
        self.forget_listings();
        Ok(committed?)
    }

    /// Commits what stands beside records and documents, and that no list shows.
    pub(crate) fn commit_aside(&self, batch: Batch) -> Result<(), StoreError> {
        let _log = locked(&self.shared.log);
        Ok(self.vault().commit(batch)?)
    }
}

/// A panic elsewhere while a lock was held leaves nothing half done: the vault's commit is all or nothing.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn with_meta(info: DocumentInfo) -> Result<(DocumentInfo, DocumentMeta), StoreError> {
    let meta = decode_as(&info.meta, "a document")?;
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
pub(crate) fn decode_as<T: DeserializeOwned>(bytes: &[u8], what: &'static str) -> Result<T, StoreError> {
    serde_json::from_slice(bytes).map_err(|error| StoreError::Shape { what, source: ShapeError::from(&error) })
}
