//! Files, with their bytes in the database: they are small, and go with one copy of one file.

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use sha2::{Digest as _, Sha256};

use super::SqliteStore;
use super::rows::{address, timestamp};
use crate::store::{FileId, Files, NewFile, StoreError, StoredFile, Usage};

const SELECT_FILES: &str = "SELECT id, owner, name, mime_type, size, sha256, received_at FROM files";

impl Files for SqliteStore {
    fn add_file(&self, file: &NewFile) -> Result<(), StoreError> {
        self.write("adding a file", |db| {
            insert_file(db, file)?;
            db.execute(
                "INSERT INTO unclaimed_files (id, since) VALUES (?1, ?2)",
                params![file.id.as_str(), Timestamp::now().as_second()],
            )
            .map(drop)
        })
    }

    fn claim_files(&self, ids: &[FileId]) -> Result<bool, StoreError> {
        self.write("claiming files", |db| {
            for id in ids {
                let found = db.query_row("SELECT 1 FROM files WHERE id = ?1", [id.as_str()], |_| Ok(())).optional()?;
                if found.is_none() {
                    return Ok(false);
                }
            }
            for id in ids {
                db.execute("DELETE FROM unclaimed_files WHERE id = ?1", [id.as_str()])?;
            }
            Ok(true)
        })
    }

    fn forget_unclaimed(&self, before: Timestamp) -> Result<(), StoreError> {
        self.write("forgetting unclaimed files", |db| {
            let old = "(SELECT id FROM unclaimed_files WHERE since < ?1)";
            db.execute(&format!("DELETE FROM files WHERE id IN {old}"), [before.as_second()]).map(drop)
        })
    }

    fn usage(&self, owner: Address) -> Result<Usage, StoreError> {
        self.read("counting a wallet's files", |db| {
            let sums = "SELECT COUNT(unclaimed_files.id), SUM(iif(unclaimed_files.id IS NULL, 0, size)), SUM(size)
                        FROM files LEFT JOIN unclaimed_files USING (id) WHERE owner = ?1";
            db.query_row(sums, [owner.lower_hex()], |row| {
                Ok(Usage { unclaimed_files: number(row, 0)?, unclaimed_bytes: number(row, 1)?, bytes: number(row, 2)? })
            })
        })
    }

    fn total_bytes(&self) -> Result<u64, StoreError> {
        self.read("measuring the database", |db| {
            let pages = pragma(db, "page_count")?.saturating_sub(pragma(db, "freelist_count")?);
            Ok(pages.saturating_mul(pragma(db, "page_size")?))
        })
    }

    fn file(&self, id: &FileId) -> Result<Option<StoredFile>, StoreError> {
        self.read("looking up a file", |db| {
            db.query_row(&format!("{SELECT_FILES} WHERE id = ?1"), [id.as_str()], read_file).optional()
        })
    }

    fn file_content(&self, id: &FileId) -> Result<Option<Bytes>, StoreError> {
        self.read("reading a file", |db| {
            let content = |row: &Row<'_>| row.get::<_, Vec<u8>>(0).map(Bytes::from);
            db.query_row("SELECT content FROM files WHERE id = ?1", [id.as_str()], content).optional()
        })
    }

    fn files(&self) -> Result<Vec<StoredFile>, StoreError> {
        self.read("listing files", |db| {
            db.prepare(&format!("{SELECT_FILES} ORDER BY rowid"))?.query_map([], read_file)?.collect()
        })
    }

    fn remove_file(&self, id: &FileId) -> Result<(), StoreError> {
        self.write("removing a file", |db| db.execute("DELETE FROM files WHERE id = ?1", [id.as_str()]).map(drop))
    }

    fn hand_over_files(&self, from: Address, to: Address) -> Result<(), StoreError> {
        self.write("handing files over", |db| {
            db.execute("UPDATE files SET owner = ?2 WHERE owner = ?1", [from.lower_hex(), to.lower_hex()]).map(drop)
        })
    }

    fn forget_files(&self, owner: Address) -> Result<(), StoreError> {
        self.write("forgetting files", |db| {
            db.execute("DELETE FROM files WHERE owner = ?1", [owner.lower_hex()]).map(drop)
        })
    }
}

pub(super) fn insert_file(db: &Transaction<'_>, file: &NewFile) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO files (id, owner, name, mime_type, size, sha256, received_at, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            file.id.as_str(),
            file.owner.lower_hex(),
            file.name,
            file.mime_type,
            i64::try_from(file.content.len()).unwrap_or(i64::MAX),
            hex::encode(Sha256::digest(&file.content)),
            Timestamp::now().to_string(),
            &file.content[..]
        ],
    )?;
    Ok(())
}

/// A number that is not negative; a sum of nothing is NULL.
fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(row.get::<_, Option<i64>>(column)?.unwrap_or_default().unsigned_abs())
}

fn pragma(db: &Connection, name: &str) -> rusqlite::Result<u64> {
    db.pragma_query_value(None, name, |row| number(row, 0))
}

fn read_file(row: &Row<'_>) -> rusqlite::Result<StoredFile> {
    Ok(StoredFile {
        id: FileId::from_text(row.get::<_, String>(0)?),
        owner: address(row, 1)?,
        name: row.get(2)?,
        mime_type: row.get(3)?,
        size: row.get::<_, i64>(4)?.unsigned_abs(),
        sha256: row.get(5)?,
        received_at: timestamp(row, 6)?,
    })
}
