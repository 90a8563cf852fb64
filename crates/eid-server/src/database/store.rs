//! The database as the store of the service that relying parties call.

use idw_autheid::{Created, Decided, Decision, FileKind, NewRequest, RequestId, Rp, Store, StoreError, StoredRequest};
use jiff::Timestamp;

use super::error::DatabaseError;
use super::rows::{CreatedRow, DecisionRow, NewRow, kept_after_reading, ns};
use super::seal::Column;
use super::{Database, ask};

impl From<DatabaseError> for StoreError {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::TooMany => Self::TooMany,
            other => Self::Other(Box::new(other)),
        }
    }
}

impl Store for Database {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        let Some(parts) = ask!(self, rp_of_key(hash))? else { return Ok(None) };
        let rp = parts.read()?;
        Ok(Some(Rp { id: rp.id, name: rp.name, blocked: false, room: rp.room }))
    }

    async fn create(&self, new: NewRequest) -> Result<Created, StoreError> {
        let now = ns(new.created);
        let request = StoredRequest::from(new.clone());
        let row = NewRow::of(&new, &request, self.seal())?;
        Ok(match ask!(self, create(row, now))? {
            CreatedRow::New => Created::New(request),
            CreatedRow::Before(before) => Created::Before(before.read(self.seal())?),
        })
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        let row = ask!(self, request(id.as_str().to_owned()))?;
        Ok(row.map(|row| row.read(self.seal())).transpose()?)
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        let row = DecisionRow::of(id, decision, at, self.seal())?;
        let decided = ask!(self, decide(row, None))?;
        Ok(decided.map(|decided| decided.read(id, self.seal())).transpose()?)
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        Ok(ask!(self, first_read(id.as_str().to_owned(), ns(at), kept_after_reading(at)))?)
    }

    async fn file(&self, id: &RequestId, kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(sealed) = ask!(self, file(id.as_str().to_owned(), kind))? else { return Ok(None) };
        Ok(Some(std::mem::take(&mut *self.seal().open(Column::File(kind), id.as_str(), &sealed)?)))
    }

    async fn key_set(&self) -> Result<Option<String>, StoreError> {
        Ok(Some(self.service().token.jwks().to_owned()))
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        Ok(ask!(self, sweep(ns(now)))?)
    }
}
