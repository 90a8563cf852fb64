//! All that the service keeps: relying parties (RPs), users with their devices, requests and answers.
//!
//! [`Database`] is one of two: SQLite in the data folder, or a PostgreSQL database that several instances share. What people say is
//! sealed before either gets it, by `seal`; `rows` and `people` are what both write and read.

mod changes;
mod error;
mod keys;
mod names;
mod operator;
mod people;
mod postgres;
mod rows;
mod seal;
mod seal_key;
mod sqlite;
mod store;
mod types;
mod wallets;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::broadcast;

pub use changes::Changes;
pub use error::{BindError, DatabaseError};
pub use operator::{CODE_LIFETIME, SERVER_ROOM};
use postgres::Postgres;
use seal::Seal;
pub(crate) use seal_key::FILE_NAME as SEAL_KEY_FILE;
pub(crate) use sqlite::FILE_NAME as SQLITE_FILE;
use sqlite::Sqlite;
pub use types::{
    Bound, Change, Device, DeviceDecision, DeviceRow, Health, NewCertificate, NewRp, NewSession, RpRow, ServiceKeys,
    Shown, SpentNonce, StoreAt, User, UserRow,
};

/// All that the service keeps. A clone is the same database.
#[derive(Debug, Clone)]
pub struct Database(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    backend: Backend,
    seal: Arc<Seal>,
    service: ServiceKeys,
    changes: broadcast::Sender<Change>,
    data_dir: PathBuf,
}

#[derive(Debug)]
enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// The same call of whichever database it is.
macro_rules! ask {
    ($database:expr, $call:ident($($value:expr),* $(,)?)) => {
        match &$database.0.backend {
            $crate::database::Backend::Sqlite(database) => database.$call($($value),*).await,
            $crate::database::Backend::Postgres(database) => database.$call($($value),*).await,
        }
    };
}
use ask;

impl Database {
    /// Opens it, and makes it where there is none yet: the data folder, the key that it is sealed with, the tables, and the keys
    /// of the service.
    ///
    /// # Errors
    /// [`DatabaseError`] when something of that cannot be used.
    pub async fn open(at: &StoreAt, data_dir: &Path, now: Timestamp) -> Result<Self, DatabaseError> {
        seal_key::make_folder(data_dir)?;
        let changes = Changes::channel();
        let (backend, seal, service) = match at {
            StoreAt::Sqlite => {
                let (sqlite, seal, service) = Sqlite::open(data_dir, now, changes.clone()).await?;
                (Backend::Sqlite(sqlite), seal, service)
            }
            StoreAt::Postgres(url) => {
                let (postgres, seal, service) = Postgres::open(url, data_dir, now, changes.clone()).await?;
                (Backend::Postgres(postgres), seal, service)
            }
        };
        Ok(Self(Arc::new(Inner { backend, seal, service, changes, data_dir: data_dir.to_owned() })))
    }

    /// What the service signs with.
    pub fn service(&self) -> &ServiceKeys {
        &self.0.service
    }

    /// What is committed from now on, here, by another process or by another instance.
    pub fn changes(&self) -> Changes {
        Changes::of(&self.0.changes)
    }

    /// Whether the database answers at the moment.
    ///
    /// # Errors
    /// [`DatabaseError`] when it does not.
    pub async fn check(&self) -> Result<(), DatabaseError> {
        ask!(self, check())
    }

    /// What is known about the database. It may take a while.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be asked.
    pub async fn health(&self) -> Result<Health, DatabaseError> {
        let free_bytes = free_bytes(&self.0.data_dir);
        Ok(Health { free_bytes, ..ask!(self, health())? })
    }

    fn seal(&self) -> &Seal {
        &self.0.seal
    }
}

/// How much room is left where a folder is.
#[cfg(unix)]
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
pub(crate) fn free_bytes(_: &Path) -> Option<u64> {
    None
}
