//! Devices, their sessions and certificates, and the nonces of their calls.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Sqlite, failed};
use crate::database::error::DatabaseError;
use crate::database::people::{BindRow, BoundRow, DeviceParts, ListedDevice};
use crate::database::rows::ns;
use crate::database::types::{Change, NewSession, SpentNonce};

const BINDING: &str = "binding a device";
const READING: &str = "reading a device";

const COLUMNS: &str = "SELECT devices.id, key, name, devices.added, users.id, email, secret
     FROM devices JOIN users ON users.id = devices.user";

impl Sqlite {
    pub(in crate::database) async fn bind_device(&self, row: BindRow) -> Result<BoundRow, DatabaseError> {
        let bind = move |db: &Connection, changes: &mut Vec<Change>| {
            spend(db, &row.nonce)?;
            bind(db, &row, changes).map_err(failed(BINDING))
        };
        self.writer.write(bind).await
    }

    pub(in crate::database) async fn device_of_key(&self, key: String) -> Result<Option<DeviceParts>, DatabaseError> {
        let read = move |db: &Connection| {
            db.prepare_cached(&format!("{COLUMNS} WHERE key = ?1"))?.query_row([key], device).optional()
        };
        self.readers.read(move |db| read(db).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn device_of_token(
        &self,
        token_hash: [u8; 32],
        now: i64,
    ) -> Result<Option<DeviceParts>, DatabaseError> {
        let read = move |db: &Connection| {
            let sql = format!("{COLUMNS} JOIN sessions ON sessions.device = devices.id WHERE hash = ?1 AND ends > ?2");
            db.prepare_cached(&sql)?.query_row(params![token_hash, now], device).optional()
        };
        self.readers.read(move |db| read(db).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn open_session(
        &self,
        session: NewSession,
        nonce: SpentNonce,
    ) -> Result<(), DatabaseError> {
        let write = move |db: &Connection, _: &mut Vec<Change>| {
            spend(db, &nonce)?;
            must_be_bound(db, &session.device)?;
            let NewSession { device, token_hash, ends } = session;
            let insert = || {
                let mut insert = db.prepare_cached("INSERT INTO sessions (hash, device, ends) VALUES (?1, ?2, ?3)")?;
                insert.execute(params![token_hash, device, ns(ends)])
            };
            insert().map(drop).map_err(failed("beginning a session"))
        };
        self.writer.write(write).await
    }

    pub(in crate::database) async fn remove_device(&self, id: String, nonce: SpentNonce) -> Result<(), DatabaseError> {
        let remove = move |db: &Connection, changes: &mut Vec<Change>| {
            spend(db, &nonce)?;
            let delete = "DELETE FROM devices WHERE id = ?1 RETURNING user";
            let removed = db.query_row(delete, [id], |row| row.get(0)).optional();
            let user = removed.map_err(failed("removing a device"))?.ok_or(DatabaseError::NoDevice)?;
            changes.push(Change::User(user));
            Ok(())
        };
        self.writer.write(remove).await
    }

    pub(in crate::database) async fn devices_of(&self, user: String) -> Result<Vec<ListedDevice>, DatabaseError> {
        let read = move |db: &Connection| {
            let sql = "SELECT id, user, name, added FROM devices WHERE user = ?1 ORDER BY added, id";
            let mut select = db.prepare_cached(sql)?;
            let listed = |row: &Row<'_>| {
                Ok(ListedDevice { id: row.get(0)?, user: row.get(1)?, name: row.get(2)?, added: row.get(3)? })
            };
            select.query_map([user], listed)?.collect::<rusqlite::Result<_>>()
        };
        self.readers.read(move |db| read(db).map_err(failed(READING))).await
    }

    pub(in crate::database) async fn certificate(
        &self,
        device: String,
        rp: String,
    ) -> Result<Option<Vec<u8>>, DatabaseError> {
        let read = move |db: &Connection| {
            let mut select = db.prepare_cached("SELECT der FROM certificates WHERE device = ?1 AND rp = ?2")?;
            select.query_row([device, rp], |row| row.get(0)).optional()
        };
        self.readers.read(move |db| read(db).map_err(failed("reading a certificate"))).await
    }
}

/// Remembers a nonce, in the transaction of what its call does.
pub(super) fn spend(db: &Connection, nonce: &SpentNonce) -> Result<(), DatabaseError> {
    let insert = || {
        let mut insert = db.prepare_cached("INSERT OR IGNORE INTO nonces (hash, until) VALUES (?1, ?2)")?;
        insert.execute(params![nonce.hash, ns(nonce.until)])
    };
    let added = insert().map_err(failed("noting a nonce"))?;
    if added == 1 { Ok(()) } else { Err(DatabaseError::NonceSpent) }
}

/// Somebody may have removed the device, or its user, since the call was let in.
pub(super) fn must_be_bound(db: &Connection, device: &str) -> Result<(), DatabaseError> {
    let look = || db.prepare_cached("SELECT 1 FROM devices WHERE id = ?1")?.exists([device]);
    if look().map_err(failed(READING))? { Ok(()) } else { Err(DatabaseError::NoDevice) }
}

fn bind(db: &Connection, row: &BindRow, changes: &mut Vec<Change>) -> rusqlite::Result<BoundRow> {
    let invite = db
        .query_row(
            "SELECT users.id, email, key FROM invites JOIN users ON users.id = invites.user
                 LEFT JOIN devices ON devices.id = invites.device
             WHERE hash = ?1 AND ends > ?2",
            params![row.code_hash, row.now],
            |found| Ok((found.get::<_, String>(0)?, found.get(1)?, found.get::<_, Option<String>>(2)?)),
        )
        .optional()?;
    let Some((user, email, used_by)) = invite else { return Ok(BoundRow::NoCode) };
    if used_by.is_some_and(|key| key != row.key) {
        return Ok(BoundRow::NoCode);
    }
    let same = db
        .query_row("SELECT id, user FROM devices WHERE key = ?1", [&row.key], |found| {
            Ok((found.get::<_, String>(0)?, found.get::<_, String>(1)?))
        })
        .optional()?;
    let device = match same {
        Some((_, other)) if other != user => return Ok(BoundRow::KeyTaken),
        // The answer was lost, or the wallet has connected again with another code.
        Some((device, _)) => device,
        None => {
            db.execute(
                "INSERT INTO devices (id, user, key, name, added) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![row.device, user, row.key, row.name, row.now],
            )?;
            changes.push(Change::User(user.clone()));
            row.device.clone()
        }
    };
    db.execute("UPDATE invites SET device = ?2 WHERE hash = ?1", params![row.code_hash, device])?;
    Ok(BoundRow::Bound { device, user, email })
}

fn device(row: &Row<'_>) -> rusqlite::Result<DeviceParts> {
    Ok(DeviceParts {
        id: row.get(0)?,
        key: row.get(1)?,
        name: row.get(2)?,
        added: row.get(3)?,
        user: row.get(4)?,
        email: row.get(5)?,
        secret: row.get(6)?,
    })
}
