//! Requests: written, decided, read.

use idw_autheid::FileKind;
use tokio_postgres::Row;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;

use super::{Postgres, get, rps};
use crate::database::error::DatabaseError;
use crate::database::people::RpParts;
use crate::database::rows::{AFTER_READING_NS, ByDevice, CreatedRow, DecidedRow, DecisionRow, NewRow, RequestRow, ns};
use crate::database::seal::{Column, Tag};

const DECIDING: &str = "keeping a decision";
const READING: &str = "reading a request";
const COLUMNS: &str = "requests.id, rp, created, first_read, decided_at, asked, verdict";

impl Postgres {
    pub(in crate::database) async fn create(&self, new: NewRow, now: i64) -> Result<CreatedRow, DatabaseError> {
        let addressee = self.seal.seal(Column::Addressee, &new.id, new.email_key.as_bytes())?;
        let sql = format!(
            "SELECT {COLUMNS} FROM create_request($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                 AS requests"
        );
        let (email, idempotent) = (new.email.as_slice(), new.idempotent.as_ref().map(Tag::as_slice));
        let values: [&(dyn ToSql + Sync); 15] = [
            &new.id,
            &new.rp,
            &email,
            &idempotent,
            &new.invisible,
            &new.created,
            &new.deadline,
            &new.kept_until,
            &new.asked,
            &addressee,
            &now,
            &new.most.open,
            &new.most.kept,
            &new.most.invisible,
            &new.most.for_email,
        ];
        let before = self.first("keeping a request", &sql, &values).await.map_err(|error| match error {
            DatabaseError::Postgres { source, .. } if source.code() == Some(&SqlState::FOREIGN_KEY_VIOLATION) => {
                DatabaseError::NoRp
            }
            other => other,
        })?;
        Ok(before.map(|row| request(&row)).transpose()?.map_or(CreatedRow::New, CreatedRow::Before))
    }

    pub(in crate::database) async fn request(&self, id: String) -> Result<Option<RequestRow>, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM requests WHERE id = $1");
        self.first(READING, &sql, &[&id]).await?.map(|row| request(&row)).transpose()
    }

    pub(in crate::database) async fn decide(
        &self,
        row: DecisionRow,
        by: Option<ByDevice>,
    ) -> Result<Option<DecidedRow>, DatabaseError> {
        let (kinds, contents): (Vec<&str>, Vec<&[u8]>) =
            row.files.iter().map(|(kind, content)| (kind.name(), content.as_slice())).unzip();
        let decision: [&(dyn ToSql + Sync); 7] =
            [&row.id, &row.at, &row.verdict, &row.kept_until, &AFTER_READING_NS, &kinds, &contents];
        let decided = match by {
            None => {
                let sql = "SELECT decided, earlier FROM decide_request($1, $2, $3, $4, $5, $6, $7)";
                self.first(DECIDING, sql, &decision).await?
            }
            Some(ByDevice { device, nonce, certificate }) => {
                let (hash, until) = (nonce.hash.as_slice(), ns(nonce.until));
                let (rp, der) = certificate.map(|new| (new.rp, new.der)).unzip();
                let by: [&(dyn ToSql + Sync); 5] = [&hash, &until, &device, &rp, &der];
                let sql = "SELECT decided, earlier
                    FROM decide_request_by_device($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
                self.first(DECIDING, sql, &[by.as_slice(), &decision].concat()).await?
            }
        };
        let Some(found) = decided else { return Ok(None) };
        let (at, verdict): (Option<i64>, Option<Vec<u8>>) = (get(&found, 0)?, get(&found, 1)?);
        Ok(Some(match (at, verdict) {
            (Some(at), Some(verdict)) => DecidedRow::Earlier { at, verdict },
            _ => DecidedRow::Stands,
        }))
    }

    pub(in crate::database) async fn first_read(
        &self,
        id: String,
        read: i64,
        kept_until: i64,
    ) -> Result<(), DatabaseError> {
        let sql = "UPDATE requests SET first_read = $2, kept_until = least(kept_until, $3)
            WHERE id = $1 AND first_read IS NULL";
        self.all("noting a read", sql, &[&id, &read, &kept_until]).await.map(drop)
    }

    pub(in crate::database) async fn file(&self, id: String, kind: FileKind) -> Result<Option<Vec<u8>>, DatabaseError> {
        let sql = "SELECT content FROM files WHERE request = $1 AND kind = $2";
        let row = self.first("reading a file", sql, &[&id, &kind.name()]).await?;
        row.map(|row| get(&row, 0)).transpose()
    }

    pub(in crate::database) async fn open_requests(
        &self,
        email: Tag,
        now: i64,
    ) -> Result<Vec<(RequestRow, RpParts)>, DatabaseError> {
        let sql = format!(
            "SELECT {COLUMNS}, {} FROM requests JOIN rps ON rps.id = rp
             WHERE email = $1 AND decided_at IS NULL AND deadline > $2 AND NOT hidden ORDER BY created LIMIT 100",
            rps::COLUMNS
        );
        let rows = self.all(READING, &sql, &[&email.as_slice(), &now]).await?;
        rows.iter().map(|row| Ok((request(row)?, rps::parts(row, 7)?))).collect()
    }
}

fn request(row: &Row) -> Result<RequestRow, DatabaseError> {
    Ok(RequestRow {
        id: get(row, 0)?,
        rp: get(row, 1)?,
        created: get(row, 2)?,
        first_read: get(row, 3)?,
        decided_at: get(row, 4)?,
        asked: get(row, 5)?,
        verdict: get(row, 6)?,
    })
}
