//! Ends what is over, and forgets what is kept no longer: a little at a time, so that others write between.

use std::sync::Arc;

use idw_autheid::{Decision, RequestId};
use rusqlite::{Connection, params};

use super::{Sqlite, failed, id_of, requests};
use crate::database::error::DatabaseError;
use crate::database::rows::{DecisionRow, at, number};
use crate::database::seal::Seal;
use crate::database::types::Change;

/// How many rows one transaction ends or forgets.
const BATCH: usize = 200;
const SWEEPING: &str = "sweeping up";

/// What ends by itself, with how it is told that it has.
const ENDED: [&str; 3] = [
    "DELETE FROM nonces WHERE hash IN (SELECT hash FROM nonces WHERE until <= ?1 LIMIT ?2)",
    "DELETE FROM sessions WHERE hash IN (SELECT hash FROM sessions WHERE ends <= ?1 LIMIT ?2)",
    "DELETE FROM invites WHERE hash IN (SELECT hash FROM invites WHERE ends <= ?1 LIMIT ?2)",
];

impl Sqlite {
    /// The requests whose time it ended.
    pub(in crate::database) async fn sweep(&self, now: i64) -> Result<Vec<RequestId>, DatabaseError> {
        let (mut ended, mut forgotten) = (Vec::new(), 0);
        for rp in self.rps().await? {
            loop {
                let (seal, rp) = (Arc::clone(&self.seal), rp.id.clone());
                let batch = self.writer.write(move |db, changes| end(db, &rp, now, &seal, changes)).await?;
                let is_last = batch.len() < BATCH;
                ended.extend(batch);
                if is_last {
                    break;
                }
            }
            loop {
                let rp = rp.id.clone();
                let batch = self.writer.write(move |db, _| forget(db, &rp, now).map_err(failed(SWEEPING))).await?;
                forgotten += batch;
                if batch < BATCH {
                    break;
                }
            }
        }
        for sql in ENDED {
            loop {
                let delete = move |db: &Connection| db.prepare_cached(sql)?.execute(params![now, number(BATCH)]);
                let batch = self.writer.write(move |db, _| delete(db).map_err(failed(SWEEPING))).await?;
                forgotten += batch;
                if batch < BATCH {
                    break;
                }
            }
        }
        if forgotten > 0 {
            self.writer.empty_log().await?;
        }
        Ok(ended)
    }
}

fn end(
    db: &Connection,
    rp: &str,
    now: i64,
    seal: &Seal,
    changes: &mut Vec<Change>,
) -> Result<Vec<RequestId>, DatabaseError> {
    let look = || {
        let sql = "SELECT id, deadline FROM requests WHERE rp = ?1 AND decided_at IS NULL AND deadline <= ?2 LIMIT ?3";
        let mut select = db.prepare_cached(sql)?;
        let rows = select.query_map(params![rp, now, number(BATCH)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<Vec<(String, i64)>>>()
    };
    let mut ended = Vec::new();
    for (id, deadline) in look().map_err(failed(SWEEPING))? {
        let id = id_of(&id)?;
        let row = DecisionRow::of(&id, Decision::TimedOut, at(deadline)?, seal)?;
        requests::decide(db, &row, seal, changes)?;
        ended.push(id);
    }
    Ok(ended)
}

fn forget(db: &Connection, rp: &str, now: i64) -> rusqlite::Result<usize> {
    let mut delete = db.prepare_cached(
        "DELETE FROM requests WHERE id IN (
             SELECT id FROM requests WHERE rp = ?1 AND kept_until <= ?2 AND decided_at IS NOT NULL LIMIT ?3)
         RETURNING invisible",
    )?;
    let rows = delete.query_map(params![rp, now, number(BATCH)], |row| row.get(0))?;
    let deleted = rows.collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut count = db.prepare_cached("UPDATE rps SET kept = kept - ?2, invisible = invisible - ?3 WHERE id = ?1")?;
    count.execute(params![rp, number(deleted.len()), deleted.iter().sum::<i64>()])?;
    Ok(deleted.len())
}
