//! Ends what is over, and forgets what is kept no longer: a little at a time, so that others write between.

use idw_autheid::{Decision, RequestId};
use tokio_postgres::types::ToSql;

use super::{Postgres, get};
use crate::database::error::DatabaseError;
use crate::database::rows::{AFTER_READING_NS, DecisionRow, at};

/// How many rows one transaction ends or forgets.
const BATCH: i64 = 200;
const SWEEPING: &str = "sweeping up";

/// What ends by itself: the tables, and the columns with the end.
const ENDED: [(&str, &str); 3] = [("nonces", "until"), ("sessions", "ends"), ("invites", "ends")];

impl Postgres {
    /// The requests whose time it ended.
    pub(in crate::database) async fn sweep(&self, now: i64) -> Result<Vec<RequestId>, DatabaseError> {
        let mut ended = Vec::new();
        for rp in self.rps().await? {
            while self.end(&rp.id, now, &mut ended).await? == BATCH {}
            while self.forget(&rp.id, now).await? == BATCH {}
        }
        for (table, column) in ENDED {
            let sql = format!(
                "WITH gone AS (DELETE FROM {table} WHERE hash IN (
                     SELECT hash FROM {table} WHERE {column} <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1)
                 SELECT count(*) FROM gone"
            );
            while get::<i64>(&self.one(SWEEPING, &sql, &[&now, &BATCH]).await?, 0)? == BATCH {}
        }
        Ok(ended)
    }

    /// How many it found, which another instance may have ended meanwhile.
    async fn end(&self, rp: &str, now: i64, ended: &mut Vec<RequestId>) -> Result<i64, DatabaseError> {
        let look = "SELECT id, deadline FROM requests
            WHERE rp = $1 AND decided_at IS NULL AND deadline <= $2 ORDER BY deadline LIMIT $3";
        let found = self.all(SWEEPING, look, &[&rp, &now, &BATCH]).await?;
        let (mut ids, mut ends, mut verdicts, mut kept) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in &found {
            let row = DecisionRow::of(&id_of(get(row, 0)?)?, Decision::TimedOut, at(get(row, 1)?)?, &self.seal)?;
            ids.push(row.id);
            ends.push(row.at);
            verdicts.push(row.verdict);
            kept.push(row.kept_until);
        }
        if ids.is_empty() {
            return Ok(0);
        }
        let values: [&(dyn ToSql + Sync); 5] = [&ids, &ends, &verdicts, &kept, &AFTER_READING_NS];
        let rows = self.all(SWEEPING, "SELECT end_requests($1, $2, $3, $4, $5)", &values).await?;
        for row in &rows {
            ended.push(id_of(get(row, 0)?)?);
        }
        Ok(i64::try_from(found.len()).unwrap_or(BATCH))
    }

    async fn forget(&self, rp: &str, now: i64) -> Result<i64, DatabaseError> {
        get(&self.one(SWEEPING, "SELECT forget_requests($1, $2, $3)", &[&rp, &now, &BATCH]).await?, 0)
    }
}

fn id_of(text: &str) -> Result<RequestId, DatabaseError> {
    RequestId::parse(text).ok_or(DatabaseError::Damaged("requests.id"))
}
