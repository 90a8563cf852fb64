//! The database behind the vault: ordered keys and values, changed together.

mod sled_store;

pub(crate) use sled_store::{SledStore as Engine, is_old};

use crate::{Damage, IoFault};

/// A key with its new value, or none to remove it.
pub(crate) type Change = (Vec<u8>, Option<Vec<u8>>);

/// All that the vault asks of a database, so that another engine can take the place of this one.
pub(crate) trait RecordStore: Sized {
    /// A key or value as the engine hands it out.
    type Bytes: AsRef<[u8]>;

    /// The value of a key.
    fn get(&self, key: &[u8]) -> Result<Option<Self::Bytes>, StoreError>;

    /// Keys from `first` on and their values, in the order of the keys.
    fn entries_from(&self, first: &[u8]) -> impl Iterator<Item = Result<(Self::Bytes, Self::Bytes), StoreError>>;

    /// All keys, in the reverse order.
    fn keys_back(&self) -> impl Iterator<Item = Result<Self::Bytes, StoreError>>;

    /// Makes all changes, in one step also as seen after a crash. They are on the disk after [`sync`](Self::sync).
    fn apply(&self, changes: Vec<Change>) -> Result<(), StoreError>;

    /// Waits until everything applied so far is on the disk, at the cost of one sync.
    fn sync(&self) -> Result<(), StoreError>;
}

/// Why the database did not do it.
#[derive(Debug)]
pub(crate) enum StoreError {
    /// Its files are not there.
    Missing,
    /// Its files are not as the engine left them, or the engine broke; this is what it said.
    Corrupt {
        detail: String,
    },
    Io(IoFault),
}

impl StoreError {
    /// For errors that tell damage and input or output apart.
    pub(crate) fn sort<E>(self, damaged: impl FnOnce(Damage) -> E, io: impl FnOnce(IoFault) -> E) -> E {
        match self {
            Self::Missing => damaged(Damage::DatabaseMissing),
            Self::Corrupt { detail } => damaged(Damage::DatabaseUnreadable { detail }),
            Self::Io(fault) => io(fault),
        }
    }

    /// For errors that do not.
    pub(crate) fn into_io(self) -> IoFault {
        match self {
            Self::Missing => IoFault { doing: "find the database", source: std::io::ErrorKind::NotFound.into() },
            Self::Corrupt { detail } => IoFault { doing: "use the database", source: std::io::Error::other(detail) },
            Self::Io(fault) => fault,
        }
    }
}
