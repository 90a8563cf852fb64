//! The database, opened so that nothing in it can do harm and nothing of it is changed.

use std::{
    ffi::OsString,
    fs::{self, File, Metadata},
    io::{self, Read},
    path::{Path, PathBuf},
    time::SystemTime,
};

use rusqlite::{Connection, MAIN_DB, OpenFlags, config::DbConfig, limits::Limit};
use url::Url;

use super::{
    SelfkeyError,
    layout::{Layout, layout},
};

/// What every SQLite database begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What the SelfKey wallet calls its database.
pub const SELFKEY_DATABASE: &str = "IdentityWalletStorage.sqlite";

/// The files beside a database that hold what is not in it yet, or no longer.
const SIDE_FILES: [&str; 2] = ["-wal", "-journal"];

/// The longest text or number of a row that is read. What is longer, such as a document, is read in pieces.
pub(super) const MOST_BYTES: i32 = 2 << 20;

/// How many steps of its program SQLite takes between two looks at how many there were.
const STEPS: i32 = 10_000;

/// After how many such looks it is stopped: the largest wallet needs a small part of it.
const MOST_LOOKS: u32 = 20_000;

/// A database of a SelfKey wallet.
pub(super) struct Database {
    pub(super) connection: Connection,
    pub(super) layout: Layout,
    path: PathBuf,
    /// What it was like when it was opened.
    opened: State,
}

/// By what a file that changed is known.
#[derive(PartialEq, Eq)]
struct State {
    len: u64,
    modified: Option<SystemTime>,
}

impl From<Metadata> for State {
    fn from(metadata: Metadata) -> Self {
        Self { len: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Whether a file begins like an SQLite database, as the SelfKey wallet has one.
///
/// # Errors
/// Where it cannot be read.
pub fn is_sqlite(from: &mut dyn Read) -> io::Result<bool> {
    let mut start = Vec::new();
    from.take(MAGIC.len() as u64).read_to_end(&mut start)?;
    Ok(start == MAGIC)
}

impl Database {
    pub(super) fn open(path: &Path) -> Result<Self, SelfkeyError> {
        let mut path = fs::canonicalize(path).map_err(SelfkeyError::Open)?;
        if path.is_dir() {
            path.push(SELFKEY_DATABASE);
        }
        let metadata = fs::metadata(&path).map_err(SelfkeyError::Open)?;
        if !metadata.is_file() {
            return Err(SelfkeyError::Other);
        }
        let mut file = File::open(&path).map_err(SelfkeyError::Open)?;
        if !is_sqlite(&mut file).map_err(SelfkeyError::Open)? {
            return Err(SelfkeyError::Other);
        }
        check_closed(&path)?;
        if !is_whole(&mut file, metadata.len()).map_err(SelfkeyError::Open)? {
            return Err(SelfkeyError::Damaged);
        }
        let connection = connect(&path)?;
        let layout = layout(&connection)?;
        Ok(Self { connection, layout, path, opened: metadata.into() })
    }

    /// Says so where the file changed since it was opened: SQLite was told that it does not, and may have read a mixture.
    pub(super) fn check_unchanged(&self) -> Result<(), SelfkeyError> {
        check_closed(&self.path)?;
        let now = State::from(fs::metadata(&self.path).map_err(SelfkeyError::Open)?);
        if now == self.opened { Ok(()) } else { Err(SelfkeyError::InUse) }
    }

    /// The bytes of a document.
    pub(super) fn content(&self, id: i64) -> Result<Box<dyn Read + '_>, SelfkeyError> {
        Ok(Box::new(self.connection.blob_open(MAIN_DB, c"documents", c"buffer", id, true)?))
    }

    /// The folder that the database is in.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.path.parent()
    }
}

/// Whether a database, of which the first bytes were read, ends with a page. SQLite takes what is missing of the last one as zeros.
fn is_whole(rest: &mut dyn Read, len: u64) -> io::Result<bool> {
    let mut size = [0; 2];
    match rest.read_exact(&mut size) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        read => read?,
    }
    // A page of 65,536 bytes is written as 1.
    let size = match u16::from_be_bytes(size) {
        1 => 65_536,
        size => u64::from(size),
    };
    Ok(len.checked_rem(size) == Some(0))
}

/// Refuses a database of which a part is in a file beside it: that is so while the SelfKey wallet writes, and after it crashed.
fn check_closed(path: &Path) -> Result<(), SelfkeyError> {
    for ending in SIDE_FILES {
        let mut beside = OsString::from(path);
        beside.push(ending);
        if fs::metadata(&beside).is_ok_and(|metadata| metadata.len() > 0) {
            return Err(SelfkeyError::InUse);
        }
    }
    Ok(())
}

fn connect(path: &Path) -> Result<Connection, SelfkeyError> {
    // `immutable`: no locks, and no files beside it.
    let mut address = Url::from_file_path(path).map_err(|()| SelfkeyError::Other)?;
    address.set_query(Some("mode=ro&immutable=1"));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(address.as_str(), flags)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, MOST_BYTES),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    let mut looks = 0;
    let is_too_long = move || {
        looks += 1;
        looks > MOST_LOOKS
    };
    connection.progress_handler(STEPS, Some(is_too_long))?;
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON;",
    )?;
    Ok(connection)
}
