//! Relying parties.

use tokio_postgres::Row;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;

use super::{Postgres, get};
use crate::database::error::DatabaseError;
use crate::database::people::{NewRpRow, RpParts, form_word};
use crate::database::rows::{ns, number};

pub(super) const COLUMNS: &str =
    "rps.id, rps.name, rps.form, rps.matching, rps.most_open, rps.most_kept, rps.most_invisible, rps.added";
/// By an id before a name, should somebody be called like an id.
const BY_NAME: &str = "SELECT id FROM rps WHERE id = $1 OR name_key = $2 ORDER BY id = $1 DESC LIMIT 1";
/// What all who wait are told: that anything may have changed.
const EVERYTHING: &str = "pg_notify('idw_autheid', 'everything')";
const READING: &str = "reading a relying party";

impl Postgres {
    pub(in crate::database) async fn add_rp(&self, new: NewRpRow) -> Result<(), DatabaseError> {
        let NewRpRow { rp, name_key, key_hash } = new;
        let sql = "INSERT INTO rps
                (id, name, name_key, form, matching, most_open, most_kept, most_invisible, key_hash, added)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let (open, kept, invisible) =
            (i64::from(rp.room.open), i64::from(rp.room.kept), number(rp.room.invisible_bytes));
        let (form, key_hash, added) = (form_word(rp.form), key_hash.as_slice(), ns(rp.added));
        let values: [&(dyn ToSql + Sync); 10] =
            [&rp.id, &rp.name, &name_key, &form, &rp.matching, &open, &kept, &invisible, &key_hash, &added];
        match self.all("keeping a relying party", sql, &values).await {
            Err(DatabaseError::Postgres { source, .. }) if source.code() == Some(&SqlState::UNIQUE_VIOLATION) => {
                Err(DatabaseError::NameTaken)
            }
            added => added.map(drop),
        }
    }

    pub(in crate::database) async fn rps(&self) -> Result<Vec<RpParts>, DatabaseError> {
        // By the bytes of the names, whatever the database sorts by.
        let sql = format!("SELECT {COLUMNS} FROM rps ORDER BY name_key COLLATE \"C\"");
        self.all(READING, &sql, &[]).await?.iter().map(|row| parts(row, 0)).collect()
    }

    pub(in crate::database) async fn rp(&self, id: String) -> Result<Option<RpParts>, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM rps WHERE id = $1");
        self.first(READING, &sql, &[&id]).await?.map(|row| parts(&row, 0)).transpose()
    }

    pub(in crate::database) async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<RpParts>, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM rps WHERE key_hash = $1");
        self.first(READING, &sql, &[&hash.as_slice()]).await?.map(|row| parts(&row, 0)).transpose()
    }

    pub(in crate::database) async fn rotate_rp(
        &self,
        id: String,
        name_key: String,
        key_hash: [u8; 32],
    ) -> Result<RpParts, DatabaseError> {
        let sql =
            format!("UPDATE rps SET key_hash = $3 WHERE id = ({BY_NAME}) RETURNING {COLUMNS}, {EVERYTHING}::text");
        let row = self.first("keeping a relying party", &sql, &[&id, &name_key, &key_hash.as_slice()]).await?;
        parts(&row.ok_or(DatabaseError::NoRp)?, 0)
    }

    /// With all that it asked.
    pub(in crate::database) async fn remove_rp(&self, id: String, name_key: String) -> Result<RpParts, DatabaseError> {
        let sql = format!("DELETE FROM rps WHERE id = ({BY_NAME}) RETURNING {COLUMNS}, {EVERYTHING}::text");
        let row = self.first("removing a relying party", &sql, &[&id, &name_key]).await?;
        parts(&row.ok_or(DatabaseError::NoRp)?, 0)
    }
}

/// A relying party in the columns from `first` on.
pub(super) fn parts(row: &Row, first: usize) -> Result<RpParts, DatabaseError> {
    Ok(RpParts {
        id: get(row, first)?,
        name: get(row, first + 1)?,
        form: get(row, first + 2)?,
        matching: get(row, first + 3)?,
        open: get(row, first + 4)?,
        kept: get(row, first + 5)?,
        invisible: get(row, first + 6)?,
        added: get(row, first + 7)?,
    })
}
