//! Relying parties.

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, Row, params};

use super::{Sqlite, failed};
use crate::database::error::DatabaseError;
use crate::database::people::{NewRpRow, RpParts, form_word};
use crate::database::rows::{ns, number};
use crate::database::types::Change;

const COLUMNS: &str = "SELECT id, name, form, matching, most_open, most_kept, most_invisible, added FROM rps";
/// By an id before a name, should somebody be called like an id.
const BY_NAME: &str = "WHERE id = ?1 OR name_key = ?2 ORDER BY id = ?1 DESC LIMIT 1";
const READING: &str = "reading a relying party";
const WRITING: &str = "keeping a relying party";

impl Sqlite {
    pub(in crate::database) async fn add_rp(&self, new: NewRpRow) -> Result<(), DatabaseError> {
        self.writer
            .write(move |db, _| match add(db, &new) {
                Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == ErrorCode::ConstraintViolation => {
                    Err(DatabaseError::NameTaken)
                }
                added => added.map_err(failed(WRITING)),
            })
            .await
    }

    pub(in crate::database) async fn rps(&self) -> Result<Vec<RpParts>, DatabaseError> {
        let read = |db: &Connection| {
            let mut select = db.prepare_cached(&format!("{COLUMNS} ORDER BY name_key"))?;
            select.query_map([], |row| parts(row, 0))?.collect::<rusqlite::Result<_>>()
        };
        self.readers.read(move |db| read(db).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn rp(&self, id: String) -> Result<Option<RpParts>, DatabaseError> {
        self.readers.read(move |db| one(db, "WHERE id = ?1", params![id]).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<RpParts>, DatabaseError> {
        self.readers.read(move |db| one(db, "WHERE key_hash = ?1", params![hash]).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn rotate_rp(
        &self,
        id: String,
        name_key: String,
        key_hash: [u8; 32],
    ) -> Result<RpParts, DatabaseError> {
        self.writer
            .write(move |db, changes| {
                let rp =
                    one(db, BY_NAME, params![id, name_key]).map_err(failed(READING))?.ok_or(DatabaseError::NoRp)?;
                let update = db.execute("UPDATE rps SET key_hash = ?2 WHERE id = ?1", params![rp.id, key_hash]);
                update.map_err(failed(WRITING))?;
                changes.push(Change::Everything);
                Ok(rp)
            })
            .await
    }

    /// With all that it asked.
    pub(in crate::database) async fn remove_rp(&self, id: String, name_key: String) -> Result<RpParts, DatabaseError> {
        self.writer
            .write(move |db, changes| {
                let rp =
                    one(db, BY_NAME, params![id, name_key]).map_err(failed(READING))?.ok_or(DatabaseError::NoRp)?;
                db.execute("DELETE FROM rps WHERE id = ?1", [&rp.id]).map_err(failed("removing a relying party"))?;
                changes.push(Change::Everything);
                Ok(rp)
            })
            .await
    }
}

fn add(db: &Connection, NewRpRow { rp, name_key, key_hash }: &NewRpRow) -> rusqlite::Result<()> {
    let values = params![
        rp.id,
        rp.name,
        name_key,
        form_word(rp.form),
        rp.matching,
        rp.room.open,
        rp.room.kept,
        number(rp.room.invisible_bytes),
        key_hash,
        ns(rp.added),
    ];
    let added = db.execute(
        "INSERT INTO rps (id, name, name_key, form, matching, most_open, most_kept, most_invisible, key_hash, added)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        values,
    );
    added.map(drop)
}

fn one(db: &Connection, which: &str, values: impl rusqlite::Params) -> rusqlite::Result<Option<RpParts>> {
    db.prepare_cached(&format!("{COLUMNS} {which}"))?.query_row(values, |row| parts(row, 0)).optional()
}

/// A relying party in the columns from `first` on.
pub(super) fn parts(row: &Row<'_>, first: usize) -> rusqlite::Result<RpParts> {
    Ok(RpParts {
        id: row.get(first)?,
        name: row.get(first + 1)?,
        form: row.get(first + 2)?,
        matching: row.get(first + 3)?,
        open: row.get(first + 4)?,
        kept: row.get(first + 5)?,
        invisible: row.get(first + 6)?,
        added: row.get(first + 7)?,
    })
}
