//! Everything in one SQLite database: one thread writes, and a few connections read beside it.

mod devices;
mod readers;
mod requests;
mod rps;
mod schema;
mod sweep;
mod users;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use idw_autheid::RequestId;
use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use tokio::sync::broadcast;

use super::error::DatabaseError;
use super::keys::ServiceRow;
use super::seal::Seal;
use super::types::{Change, Health};
use super::{seal_key, types::ServiceKeys};
use readers::Readers;
use writer::Writer;

/// Its name in the data folder.
pub(crate) const FILE_NAME: &str = "autheid.sqlite3";
/// How long one process waits for another that writes.
const BUSY: Duration = Duration::from_secs(5);
/// How long is waited between two attempts that SQLite does not wait for itself.
const LOOK_AGAIN: Duration = Duration::from_millis(10);
/// How many prepared statements each connection keeps.
const STATEMENTS: usize = 64;

/// The database. Dropping it closes it, after all that is queued.
#[derive(Debug)]
pub(super) struct Sqlite {
    path: PathBuf,
    // Before the writer, which is to be the last to close: that brings all that was written into one file.
    readers: Readers,
    writer: Writer,
    seal: Arc<Seal>,
}

impl Sqlite {
    /// Opens it, and makes it where there is none.
    pub(super) async fn open(
        data_dir: &Path,
        now: Timestamp,
        changes: broadcast::Sender<Change>,
    ) -> Result<(Self, Arc<Seal>, ServiceKeys), DatabaseError> {
        let data_dir = data_dir.to_owned();
        let open = tokio::task::spawn_blocking(move || {
            let path = data_dir.join(FILE_NAME);
            let mut db = connect(&path)?;
            let (seal, service) = prepare(&mut db, &data_dir, now)?;
            let seal = Arc::new(seal);
            let keys = service.read(&seal)?;
            let writer = Writer::start(db, changes).map_err(|source| DatabaseError::File {
                what: "no thread could be started for",
                path: path.clone(),
                source,
            })?;
            let readers = Readers::new(&path);
            Ok((Self { path, readers, writer, seal: Arc::clone(&seal) }, seal, keys))
        });
        open.await.map_err(|_| DatabaseError::Closed)?
    }

    /// Whether it reads, and the thread that writes still does.
    pub(super) async fn check(&self) -> Result<(), DatabaseError> {
        self.readers.read(|db| schema::version(db).map(drop)).await?;
        self.writer.write(|_, _| Ok(())).await
    }

    pub(super) async fn health(&self) -> Result<Health, DatabaseError> {
        let path = self.path.clone();
        let read = self.readers.read(move |db| {
            let says = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
            let says = says.map_err(failed("checking the database"))?;
            let schema_version = schema::version(db)?.unwrap_or_default();
            Ok(Health { schema_version, is_sound: says == "ok", says, free_bytes: super::free_bytes(&path) })
        });
        read.await
    }
}

/// The file is made for its owner alone, before SQLite makes it for whomever the umask lets.
fn connect(path: &Path) -> Result<Connection, DatabaseError> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let made = options.open(path);
    made.map_err(|source| DatabaseError::File {
        what: "the database could not be opened:",
        path: path.to_owned(),
        source,
    })?;
    let open = || {
        let db = Connection::open(path)?;
        db.busy_timeout(BUSY)?;
        use_wal(&db)?;
        // A commit is on the disk before anybody hears of it.
        db.pragma_update(None, "synchronous", "full")?;
        // What is deleted is written over, and not only forgotten.
        db.pragma_update(None, "secure_delete", true)?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.pragma_update(None, "temp_store", "memory")?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(db)
    };
    open().map_err(failed("opening the database"))
}

/// Writes to a log beside the database from now on. SQLite does not wait for others while it changes that: whoever comes at the
/// same moment is turned away at once.
fn use_wal(db: &Connection) -> rusqlite::Result<()> {
    let until = Instant::now() + BUSY;
    loop {
        match db.pragma_update(None, "journal_mode", "wal") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < until => {
                thread::sleep(LOOK_AGAIN);
            }
            changed => return changed,
        }
    }
}

/// Makes what is missing. Of several processes that open a new database, one does.
fn prepare(db: &mut Connection, data_dir: &Path, now: Timestamp) -> Result<(Seal, ServiceRow), DatabaseError> {
    let opening = "opening the database";
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed(opening))?;
    schema::migrate(&transaction)?;
    let (seal, service) = if let Some(service) = schema::service(&transaction)? {
        (seal_key::read(data_dir, &service.fingerprint)?, service)
    } else {
        let seal = seal_key::read_or_make(data_dir)?;
        let service = ServiceRow::make(&seal, now)?;
        schema::put_service(&transaction, &service)?;
        (seal, service)
    };
    transaction.commit().map_err(failed(opening))?;
    Ok((seal, service))
}

/// Says what was being done.
fn failed(doing: &'static str) -> impl FnOnce(rusqlite::Error) -> DatabaseError {
    move |source| DatabaseError::Sqlite { doing, source }
}

/// The id of a request as it is kept.
fn id_of(text: &str) -> Result<RequestId, DatabaseError> {
    RequestId::parse(text).ok_or(DatabaseError::Damaged("requests.id"))
}
