//! Requests: written, decided, read.

use idw_autheid::FileKind;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row, params};

use super::{Sqlite, devices, failed, rps};
use crate::database::error::DatabaseError;
use crate::database::people::RpParts;
use crate::database::rows::{
    AFTER_READING_NS, ByDevice, CreatedRow, DecidedRow, DecisionRow, Most, NewRow, RequestRow, email_key_of,
};
use crate::database::seal::{Seal, Tag};
use crate::database::types::Change;

const CREATING: &str = "keeping a request";
const DECIDING: &str = "keeping a decision";
const READING: &str = "reading a request";

/// How many open requests to one email are read at most.
const MOST_READ: i64 = 100;

impl Sqlite {
    pub(in crate::database) async fn create(&self, new: NewRow, now: i64) -> Result<CreatedRow, DatabaseError> {
        self.writer.write(move |db, changes| create(db, new, now, changes)).await
    }

    pub(in crate::database) async fn request(&self, id: String) -> Result<Option<RequestRow>, DatabaseError> {
        self.readers.read(move |db| one(db, "WHERE id = ?1", params![id]).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn decide(
        &self,
        row: DecisionRow,
        by: Option<ByDevice>,
    ) -> Result<Option<DecidedRow>, DatabaseError> {
        let seal = std::sync::Arc::clone(&self.seal);
        let decide = move |db: &Connection, changes: &mut Vec<Change>| match by {
            None => decide(db, &row, &seal, changes),
            Some(by) => decide_by_device(db, &row, &by, &seal, changes),
        };
        self.writer.write(decide).await
    }

    pub(in crate::database) async fn first_read(
        &self,
        id: String,
        read: i64,
        kept_until: i64,
    ) -> Result<(), DatabaseError> {
        let write = move |db: &Connection, _: &mut Vec<Change>| {
            let mut update = db.prepare_cached(
                "UPDATE requests SET first_read = ?2, kept_until = min(kept_until, ?3) WHERE id = ?1 AND first_read IS NULL",
            )?;
            update.execute(params![id, read, kept_until])
        };
        let write = move |db: &Connection, changes: &mut Vec<Change>| {
            write(db, changes).map(drop).map_err(failed("noting a read"))
        };
        self.writer.write(write).await
    }

    pub(in crate::database) async fn file(&self, id: String, kind: FileKind) -> Result<Option<Vec<u8>>, DatabaseError> {
        let read = move |db: &Connection| {
            let mut select = db.prepare_cached("SELECT content FROM files WHERE request = ?1 AND kind = ?2")?;
            select.query_row(params![id, kind.name()], |row| row.get(0)).optional()
        };
        self.readers.read(move |db| read(db).map_err(failed("reading a file"))).await
    }

    pub(in crate::database) async fn open_requests(
        &self,
        email: Tag,
        now: i64,
    ) -> Result<Vec<(RequestRow, RpParts)>, DatabaseError> {
        let read = move |db: &Connection| {
            let sql =
                "SELECT requests.id, rp, created, first_read, decided_at, asked, verdict, rps.id, name, form, matching,
                     most_open, most_kept, most_invisible, added
                 FROM requests JOIN rps ON rps.id = rp
                 WHERE email = ?1 AND decided_at IS NULL AND deadline > ?2 AND NOT hidden ORDER BY created LIMIT ?3";
            let mut select = db.prepare_cached(sql)?;
            let rows =
                select.query_map(params![email, now, MOST_READ], |row| Ok((request(row)?, rps::parts(row, 7)?)))?;
            rows.collect::<rusqlite::Result<_>>()
        };
        self.readers.read(move |db| read(db).map_err(failed(READING))).await
    }
}

fn create(db: &Connection, new: NewRow, now: i64, changes: &mut Vec<Change>) -> Result<CreatedRow, DatabaseError> {
    if let Some(key) = new.idempotent {
        let which = "WHERE rp = ?1 AND idempotent = ?2 AND kept_until > ?3";
        if let Some(before) = one(db, which, params![new.rp, key, now]).map_err(failed(CREATING))? {
            return Ok(CreatedRow::Before(before));
        }
    }
    if !has_room(db, &new, now)? {
        return Err(DatabaseError::TooMany);
    }
    insert(db, &new).map_err(failed(CREATING))?;
    changes.push(Change::Asked(new.email_key));
    Ok(CreatedRow::New)
}

/// As [`idw_autheid::check_room`], but without reading the requests: what is kept is counted beside the relying party, and what is open
/// is found by an index.
fn has_room(db: &Connection, new: &NewRow, now: i64) -> Result<bool, DatabaseError> {
    let Most { open, kept, invisible, for_email } = new.most;
    let look = || {
        let mut select = db.prepare_cached("SELECT kept, invisible FROM rps WHERE id = ?1")?;
        let Some(mut has) = select.query_row([&new.rp], counts).optional()? else { return Ok(None) };
        if has.0 >= kept || has.1.saturating_add(new.invisible) > invisible {
            // What is kept no longer and was not swept up yet does not count.
            let mut select = db
                .prepare_cached("SELECT count(*), total(invisible) FROM requests WHERE rp = ?1 AND kept_until <= ?2")?;
            let gone = select.query_row(params![new.rp, now], |row| Ok((row.get::<_, i64>(0)?, whole(row.get(1)?))))?;
            has = (has.0 - gone.0, has.1 - gone.1);
        }
        let count = |sql: &str, email: Option<&Tag>, most: i64| {
            let mut select = db.prepare_cached(sql)?;
            match email {
                None => select.query_row(params![new.rp, now, most], |row| row.get::<_, i64>(0)),
                Some(email) => select.query_row(params![new.rp, now, most, email], |row| row.get(0)),
            }
        };
        let has_open = count(
            "SELECT count(*) FROM (
                 SELECT 1 FROM requests WHERE rp = ?1 AND decided_at IS NULL AND deadline > ?2 LIMIT ?3)",
            None,
            open,
        )?;
        let has_for_email = count(
            "SELECT count(*) FROM (
                 SELECT 1 FROM requests INDEXED BY requests_to_email
                 WHERE email = ?4 AND rp = ?1 AND decided_at IS NULL AND deadline > ?2 LIMIT ?3)",
            Some(&new.email),
            for_email,
        )?;
        let has_room = has.0 < kept
            && has.1.saturating_add(new.invisible) <= invisible
            && has_open < open
            && has_for_email < for_email;
        Ok(Some(has_room))
    };
    look().map_err(failed(CREATING))?.ok_or(DatabaseError::NoRp)
}

fn counts(row: &Row<'_>) -> rusqlite::Result<(i64, i64)> {
    Ok((row.get(0)?, row.get(1)?))
}

#[expect(clippy::cast_possible_truncation, reason = "a sum of bytes that fit on a disk is a whole number")]
fn whole(sum: f64) -> i64 {
    sum as i64
}

fn insert(db: &Connection, new: &NewRow) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO requests (id, rp, email, idempotent, invisible, created, deadline, kept_until, asked)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let NewRow { id, rp, email, idempotent, invisible, created, deadline, kept_until, asked, .. } = new;
    insert.execute(params![id, rp, email, idempotent, invisible, created, deadline, kept_until, asked])?;
    let mut count = db.prepare_cached("UPDATE rps SET kept = kept + 1, invisible = invisible + ?2 WHERE id = ?1")?;
    count.execute(params![rp, invisible]).map(drop)
}

fn decide_by_device(
    db: &Connection,
    row: &DecisionRow,
    by: &ByDevice,
    seal: &Seal,
    changes: &mut Vec<Change>,
) -> Result<Option<DecidedRow>, DatabaseError> {
    devices::spend(db, &by.nonce)?;
    devices::must_be_bound(db, &by.device)?;
    let look = || {
        let mut select = db.prepare_cached(
            "SELECT 1 FROM requests JOIN users ON users.email_tag = requests.email JOIN devices ON devices.user = users.id
             WHERE requests.id = ?1 AND devices.id = ?2 AND NOT hidden",
        )?;
        select.exists(params![row.id, by.device])
    };
    if !look().map_err(failed(DECIDING))? {
        return Ok(None);
    }
    let decided = decide(db, row, seal, changes)?;
    if let (Some(DecidedRow::Stands), Some(new)) = (&decided, &by.certificate) {
        let keep = || {
            let mut insert =
                db.prepare_cached("INSERT OR IGNORE INTO certificates (device, rp, der) VALUES (?1, ?2, ?3)")?;
            insert.execute(params![by.device, new.rp, new.der])
        };
        keep().map_err(failed(DECIDING))?;
    }
    Ok(decided)
}

/// Writes a decision, unless there is one.
pub(super) fn decide(
    db: &Connection,
    row: &DecisionRow,
    seal: &Seal,
    changes: &mut Vec<Change>,
) -> Result<Option<DecidedRow>, DatabaseError> {
    let write = || {
        let mut update: CachedStatement<'_> = db.prepare_cached(
            "UPDATE requests
             SET decided_at = ?2, verdict = ?3, kept_until = min(?4, coalesce(first_read + ?5, ?4))
             WHERE id = ?1 AND decided_at IS NULL RETURNING asked",
        )?;
        let values = params![row.id, row.at, row.verdict, row.kept_until, AFTER_READING_NS];
        // All rows are asked for, since a statement that returns some has written when it has ended.
        let mut rows = update.query_map(values, |found| found.get::<_, Vec<u8>>(0))?;
        let asked = rows.next().transpose()?;
        if rows.next().is_some() {
            return Err(rusqlite::Error::QueryReturnedMoreThanOneRow);
        }
        for (kind, content) in asked.iter().flat_map(|_| &row.files) {
            let mut insert = db.prepare_cached("INSERT INTO files (request, kind, content) VALUES (?1, ?2, ?3)")?;
            insert.execute(params![row.id, kind.name(), content])?;
        }
        Ok(asked)
    };
    if let Some(asked) = write().map_err(failed(DECIDING))? {
        changes.push(Change::Over(super::id_of(&row.id)?, email_key_of(&row.id, &asked, seal)?));
        changes.push(Change::Decided(super::id_of(&row.id)?));
        return Ok(Some(DecidedRow::Stands));
    }
    let look = || {
        let mut select = db.prepare_cached("SELECT decided_at, verdict FROM requests WHERE id = ?1")?;
        let read = |found: &Row<'_>| Ok(DecidedRow::Earlier { at: found.get(0)?, verdict: found.get(1)? });
        select.query_row([&row.id], read).optional()
    };
    look().map_err(failed(DECIDING))
}

fn one(db: &Connection, which: &str, values: impl rusqlite::Params) -> rusqlite::Result<Option<RequestRow>> {
    let columns = "SELECT id, rp, created, first_read, decided_at, asked, verdict FROM requests";
    db.prepare_cached(&format!("{columns} {which}"))?.query_row(values, request).optional()
}

fn request(row: &Row<'_>) -> rusqlite::Result<RequestRow> {
    Ok(RequestRow {
        id: row.get(0)?,
        rp: row.get(1)?,
        created: row.get(2)?,
        first_read: row.get(3)?,
        decided_at: row.get(4)?,
        asked: row.get(5)?,
        verdict: row.get(6)?,
    })
}
