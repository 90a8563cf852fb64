//! Users and their codes, as the operator sees them.

use tokio_postgres::types::ToSql;

use super::{Postgres, devices, get};
use crate::database::error::DatabaseError;
use crate::database::people::{InviteRow, UserParts};
use crate::database::seal::Tag;

impl Postgres {
    pub(in crate::database) async fn invite(&self, invite: InviteRow) -> Result<(), DatabaseError> {
        let InviteRow { hash, ends, user, email_tag, email, secret, added } = invite;
        let (hash, tag) = (hash.as_slice(), email_tag.as_slice());
        let values: [&(dyn ToSql + Sync); 7] = [&hash, &ends, &user, &tag, &email, &secret, &added];
        self.all("keeping a code", "SELECT invite_user($1, $2, $3, $4, $5, $6, $7)", &values).await.map(drop)
    }

    pub(in crate::database) async fn users(&self, now: i64) -> Result<UserParts, DatabaseError> {
        let doing = "reading the users";
        // The users come last: of one that was removed meanwhile nothing is listed.
        let invites = "SELECT owner, ends FROM invites WHERE device IS NULL AND ends > $1 ORDER BY ends";
        let invites = self.all(doing, invites, &[&now]).await?;
        let devices = self.all(doing, "SELECT id, owner, name, added FROM devices ORDER BY added, id", &[]).await?;
        let users = self.all(doing, "SELECT id, email, added FROM users", &[]).await?;
        let mut parts = UserParts::default();
        for row in &users {
            parts.users.push((get(row, 0)?, get(row, 1)?, get(row, 2)?));
        }
        for row in &devices {
            parts.devices.push(devices::listed(row)?);
        }
        for row in &invites {
            parts.invites.push((get(row, 0)?, get(row, 1)?));
        }
        Ok(parts)
    }

    /// With everything of theirs.
    pub(in crate::database) async fn remove_user(&self, email: Tag) -> Result<(), DatabaseError> {
        let row = self.one("removing a user", "SELECT remove_user($1)", &[&email.as_slice()]).await?;
        if get(&row, 0)? { Ok(()) } else { Err(DatabaseError::NoUser) }
    }
}
