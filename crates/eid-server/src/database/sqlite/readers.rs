//! The connections that read, beside the one that writes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

use super::{BUSY, STATEMENTS, failed};
use crate::database::error::DatabaseError;

/// How many read at a time.
const MOST: usize = 4;
/// How much of the database each of them keeps in memory, in KiB.
const CACHE_KIB: i64 = 256;

/// A few connections that can only read, opened when they are needed.
#[derive(Debug)]
pub(super) struct Readers {
    path: PathBuf,
    places: Semaphore,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Readers {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), places: Semaphore::new(MOST), idle: Arc::default() }
    }

    /// Does `work` where it may wait for the disk.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, DatabaseError> {
        let _place = self.places.acquire().await.map_err(|_| DatabaseError::Closed)?;
        let (idle, path) = (Arc::clone(&self.idle), self.path.clone());
        let read = tokio::task::spawn_blocking(move || {
            let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let db = kept.map_or_else(|| open(&path), Ok)?;
            let result = work(&db);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(db);
            result
        });
        read.await.map_err(|_| DatabaseError::Closed)?
    }
}

fn open(path: &Path) -> Result<Connection, DatabaseError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(BUSY)?;
        // In KiB: most reads are of rows that were written a moment ago, and the system keeps those pages too.
        db.pragma_update(None, "cache_size", -CACHE_KIB)?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(db)
    };
    open().map_err(failed("opening the database"))
}
