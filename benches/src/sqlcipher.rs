//! The same records in SQLCipher, set up as its users would who want durable writes: WAL, `synchronous=FULL`, a raw key
//! (no key derivation), all else as it comes.

use std::path::Path;

use anyhow::{Result, ensure};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::sample;

/// A table that is its own index: one page to read or write for a record, where a table with row ids needs two.
const SCHEMA: &str = "CREATE TABLE record (id BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID";

pub(crate) struct SqlCipher {
    connection: Connection,
}

impl SqlCipher {
    /// Makes a database with this many records and opens it again.
    pub(crate) fn filled(path: &Path, records: usize) -> Result<Self> {
        let mut made = Self { connection: connect(path)? };
        made.connection.execute_batch(SCHEMA)?;
        made.put(0..records, 0)?;
        made.close()?;
        let connection = connect(path)?;
        let sealed = std::fs::read(path)?;
        ensure!(!sealed.starts_with(b"SQLite format 3"), "this SQLite does not encrypt");
        Ok(Self { connection })
    }

    /// Writes records, over older ones if there are any, in one durable transaction.
    pub(crate) fn put(&mut self, numbers: impl IntoIterator<Item = usize>, version: usize) -> Result<()> {
        let transaction = self.connection.transaction()?;
        let mut statement = transaction.prepare_cached("INSERT OR REPLACE INTO record (id, value) VALUES (?1, ?2)")?;
        for number in numbers {
            statement.execute(params![sample::id(number), sample::attribute(number, version)])?;
        }
        drop(statement);
        Ok(transaction.commit()?)
    }

    /// Writes values that were made before, in one durable transaction.
    pub(crate) fn put_values(&mut self, values: &[([u8; 16], Vec<u8>)]) -> Result<()> {
        let transaction = self.connection.transaction()?;
        let mut statement = transaction.prepare_cached("INSERT OR REPLACE INTO record (id, value) VALUES (?1, ?2)")?;
        for (id, value) in values {
            statement.execute(params![id, value])?;
        }
        drop(statement);
        Ok(transaction.commit()?)
    }

    /// Writes one value, durably and by itself.
    pub(crate) fn put_value(&self, id: &[u8; 16], value: &[u8]) -> Result<()> {
        let mut statement =
            self.connection.prepare_cached("INSERT OR REPLACE INTO record (id, value) VALUES (?1, ?2)")?;
        statement.execute(params![id, value])?;
        Ok(())
    }

    pub(crate) fn get(&self, id: &[u8; 16]) -> Result<Option<Vec<u8>>> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM record WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Reads all records, and gives how many bytes they have.
    pub(crate) fn scan(&self) -> Result<usize> {
        let mut statement = self.connection.prepare_cached("SELECT id, value FROM record")?;
        let mut rows = statement.query([])?;
        let mut bytes = 0;
        while let Some(row) = rows.next()? {
            let (id, value): ([u8; 16], Vec<u8>) = (row.get(0)?, row.get(1)?);
            bytes += std::hint::black_box((id, value)).1.len();
        }
        Ok(bytes)
    }

    /// Writes the log into the database and closes it.
    pub(crate) fn close(self) -> Result<()> {
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    let key = hex::encode([0x42; 32]);
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\""))?;
    let version: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0))?;
    ensure!(!version.is_empty(), "this SQLite is not SQLCipher");
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    ensure!(mode == "wal", "SQLCipher did not take the WAL");
    connection.execute_batch("PRAGMA synchronous = FULL")?;
    Ok(connection)
}
