//! Devices, their sessions and certificates, and the nonces of their calls.

use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::{Postgres, get};
use crate::database::error::DatabaseError;
use crate::database::people::{BindRow, BoundRow, DeviceParts, ListedDevice};
use crate::database::rows::ns;
use crate::database::types::{NewSession, SpentNonce};

const READING: &str = "reading a device";
const COLUMNS: &str = "SELECT devices.id, key, name, devices.added, users.id, email, secret
    FROM devices JOIN users ON users.id = devices.owner";

impl Postgres {
    pub(in crate::database) async fn bind_device(&self, row: BindRow) -> Result<BoundRow, DatabaseError> {
        let BindRow { code_hash, device, key, name, now, nonce } = row;
        let sql = "SELECT outcome, device, person, address FROM bind_device($1, $2, $3, $4, $5, $6, $7)";
        let (hash, until, code) = (nonce.hash.as_slice(), ns(nonce.until), code_hash.as_slice());
        let values: [&(dyn ToSql + Sync); 7] = [&hash, &until, &code, &device, &key, &name, &now];
        let row = self.one("binding a device", sql, &values).await?;
        match get(&row, 0)? {
            "bound" => Ok(BoundRow::Bound { device: get(&row, 1)?, user: get(&row, 2)?, email: get(&row, 3)? }),
            "taken" => Ok(BoundRow::KeyTaken),
            _ => Ok(BoundRow::NoCode),
        }
    }

    pub(in crate::database) async fn device_of_key(&self, key: String) -> Result<Option<DeviceParts>, DatabaseError> {
        let row = self.first(READING, &format!("{COLUMNS} WHERE key = $1"), &[&key]).await?;
        row.map(|row| device(&row)).transpose()
    }

    pub(in crate::database) async fn device_of_token(
        &self,
        token_hash: [u8; 32],
        now: i64,
    ) -> Result<Option<DeviceParts>, DatabaseError> {
        let sql = format!("{COLUMNS} JOIN sessions ON sessions.device = devices.id WHERE hash = $1 AND ends > $2");
        let row = self.first(READING, &sql, &[&token_hash.as_slice(), &now]).await?;
        row.map(|row| device(&row)).transpose()
    }

    pub(in crate::database) async fn open_session(
        &self,
        session: NewSession,
        nonce: SpentNonce,
    ) -> Result<(), DatabaseError> {
        let NewSession { device, token_hash, ends } = session;
        let (hash, until) = (nonce.hash.as_slice(), ns(nonce.until));
        let values: [&(dyn ToSql + Sync); 5] = [&hash, &until, &device, &token_hash.as_slice(), &ns(ends)];
        self.all("beginning a session", "SELECT open_session($1, $2, $3, $4, $5)", &values).await.map(drop)
    }

    pub(in crate::database) async fn remove_device(&self, id: String, nonce: SpentNonce) -> Result<(), DatabaseError> {
        let (hash, until) = (nonce.hash.as_slice(), ns(nonce.until));
        let removed = self.all("removing a device", "SELECT remove_device($1, $2, $3)", &[&hash, &until, &id]).await;
        removed.map(drop)
    }

    pub(in crate::database) async fn devices_of(&self, user: String) -> Result<Vec<ListedDevice>, DatabaseError> {
        let sql = "SELECT id, owner, name, added FROM devices WHERE owner = $1 ORDER BY added, id";
        self.all(READING, sql, &[&user]).await?.iter().map(listed).collect()
    }

    pub(in crate::database) async fn certificate(
        &self,
        device: String,
        rp: String,
    ) -> Result<Option<Vec<u8>>, DatabaseError> {
        let sql = "SELECT der FROM certificates WHERE device = $1 AND rp = $2";
        let row = self.first("reading a certificate", sql, &[&device, &rp]).await?;
        row.map(|row| get(&row, 0)).transpose()
    }
}

pub(super) fn listed(row: &Row) -> Result<ListedDevice, DatabaseError> {
    Ok(ListedDevice { id: get(row, 0)?, user: get(row, 1)?, name: get(row, 2)?, added: get(row, 3)? })
}

fn device(row: &Row) -> Result<DeviceParts, DatabaseError> {
    Ok(DeviceParts {
        id: get(row, 0)?,
        key: get(row, 1)?,
        name: get(row, 2)?,
        added: get(row, 3)?,
        user: get(row, 4)?,
        email: get(row, 5)?,
        secret: get(row, 6)?,
    })
}
