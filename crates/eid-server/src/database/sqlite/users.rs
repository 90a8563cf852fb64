//! Users and their codes, as the operator sees them.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Sqlite, failed};
use crate::database::error::DatabaseError;
use crate::database::people::{InviteRow, ListedDevice, UserParts};
use crate::database::seal::Tag;
use crate::database::types::Change;

impl Sqlite {
    pub(in crate::database) async fn invite(&self, invite: InviteRow) -> Result<(), DatabaseError> {
        let write = move |db: &Connection, changes: &mut Vec<Change>| {
            let InviteRow { hash, ends, user, email_tag, email, secret, added } = invite;
            // Who is a user already stays as they are.
            db.execute(
                "INSERT INTO users (id, email_tag, email, secret, added) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (email_tag) DO NOTHING",
                params![user, email_tag, email, secret, added],
            )?;
            let user: String =
                db.query_row("SELECT id FROM users WHERE email_tag = ?1", [email_tag], |row| row.get(0))?;
            db.execute("INSERT INTO invites (hash, user, ends) VALUES (?1, ?2, ?3)", params![hash, user, ends])?;
            changes.push(Change::User(user));
            Ok(())
        };
        self.writer.write(move |db, changes| write(db, changes).map_err(failed("keeping a code"))).await
    }

    pub(in crate::database) async fn users(&self, now: i64) -> Result<UserParts, DatabaseError> {
        let read = move |db: &Connection| {
            // One transaction, so that the parts fit together.
            let db = db.unchecked_transaction()?;
            let users = db
                .prepare_cached("SELECT id, email, added FROM users")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<rusqlite::Result<_>>()?;
            let devices = db
                .prepare_cached("SELECT id, user, name, added FROM devices ORDER BY added, id")?
                .query_map([], |row| {
                    Ok(ListedDevice { id: row.get(0)?, user: row.get(1)?, name: row.get(2)?, added: row.get(3)? })
                })?
                .collect::<rusqlite::Result<_>>()?;
            let invites = db
                .prepare_cached("SELECT user, ends FROM invites WHERE device IS NULL AND ends > ?1 ORDER BY ends")?
                .query_map([now], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(UserParts { users, devices, invites })
        };
        self.readers.read(move |db| read(db).map_err(failed("reading the users"))).await
    }

    /// With everything of theirs. What is open for the email is shown to nobody who may have it later.
    pub(in crate::database) async fn remove_user(&self, email: Tag) -> Result<(), DatabaseError> {
        let remove = move |db: &Connection, changes: &mut Vec<Change>| {
            let delete = "DELETE FROM users WHERE email_tag = ?1 RETURNING id";
            let removed = db.query_row(delete, [email], |row| row.get::<_, String>(0)).optional()?;
            let Some(user) = removed else { return Ok(None) };
            db.execute("UPDATE requests SET hidden = 1 WHERE email = ?1 AND decided_at IS NULL", [email])?;
            changes.push(Change::User(user));
            Ok(Some(()))
        };
        let remove = move |db: &Connection, changes: &mut Vec<Change>| {
            remove(db, changes).map_err(failed("removing a user"))?.ok_or(DatabaseError::NoUser)
        };
        self.writer.write(remove).await
    }
}
