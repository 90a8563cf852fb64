//! What wallets do: devices, sessions, open requests, answers.

use idw_autheid::{Decided, StoredRequest};
use jiff::Timestamp;

use super::error::{BindError, DatabaseError};
use super::keys::random_id;
use super::names::{checked_name, code_hash};
use super::people::{BindRow, BoundRow};
use super::rows::{ByDevice, DecisionRow, ns};
use super::seal::{Column, Tagged};
use super::types::{Bound, Device, DeviceDecision, DeviceRow, NewSession, RpRow, SpentNonce};
use super::{Database, ask};

impl Database {
    /// Binds a device to the person whom a code is for. The same code with the same key again has the same answer.
    ///
    /// # Errors
    /// [`BindError`], with [`DatabaseError::NonceSpent`], and [`DatabaseError::Invalid`] for the name, among the database's.
    pub async fn bind_device(
        &self,
        code: &str,
        key: &str,
        name: &str,
        nonce: SpentNonce,
        now: Timestamp,
    ) -> Result<Bound, BindError> {
        let (name, device) = (checked_name(name)?, random_id()?);
        let row = BindRow {
            code_hash: code_hash(code),
            key: key.to_owned(),
            name: self.seal().seal(Column::DeviceName, &device, name.as_bytes())?,
            now: ns(now),
            nonce,
            device,
        };
        match ask!(self, bind_device(row))? {
            BoundRow::Bound { device, user, email } => {
                Ok(Bound { device, email: self.seal().open_text(Column::Email, &user, &email)? })
            }
            BoundRow::NoCode => Err(BindError::Code),
            BoundRow::KeyTaken => Err(BindError::KeyTaken),
        }
    }

    /// The device with this key.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn device_of_key(&self, key: &str) -> Result<Option<Device>, DatabaseError> {
        ask!(self, device_of_key(key.to_owned()))?.map(|parts| parts.read(self.seal())).transpose()
    }

    /// The device whose session this is, unless the session has ended.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn device_of_token(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Device>, DatabaseError> {
        ask!(self, device_of_token(token_hash, ns(now)))?.map(|parts| parts.read(self.seal())).transpose()
    }

    /// Begins a session.
    ///
    /// # Errors
    /// [`DatabaseError::NonceSpent`], [`DatabaseError::NoDevice`].
    pub async fn open_session(&self, session: NewSession, nonce: SpentNonce) -> Result<(), DatabaseError> {
        ask!(self, open_session(session, nonce))
    }

    /// Removes a device with its sessions and certificates.
    ///
    /// # Errors
    /// [`DatabaseError::NonceSpent`], [`DatabaseError::NoDevice`].
    pub async fn remove_device(&self, id: &str, nonce: SpentNonce) -> Result<(), DatabaseError> {
        ask!(self, remove_device(id.to_owned(), nonce))
    }

    /// The devices of the user with this id, the oldest first.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn devices_of(&self, user: &str) -> Result<Vec<DeviceRow>, DatabaseError> {
        ask!(self, devices_of(user.to_owned()))?.into_iter().map(|listed| listed.read(self.seal())).collect()
    }

    /// What is open for this email, the oldest first, at most 100.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn open_requests(
        &self,
        email_key: &str,
        now: Timestamp,
    ) -> Result<Vec<(StoredRequest, RpRow)>, DatabaseError> {
        let tag = self.seal().tag(Tagged::EmailKey(email_key));
        let rows = ask!(self, open_requests(tag, ns(now)))?;
        rows.into_iter().map(|(request, rp)| Ok((request.read(self.seal())?, rp.read()?))).collect()
    }

    /// The certificate that a device has for a relying party, in DER.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn certificate(&self, device: &str, rp: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        ask!(self, certificate(device.to_owned(), rp.to_owned()))
    }

    /// Writes what a device decided, unless there is a decision: the first stands. `None` if there is no such request, or none
    /// that the device may be shown.
    ///
    /// # Errors
    /// [`DatabaseError::NonceSpent`], [`DatabaseError::NoDevice`].
    pub async fn decide_by_device(
        &self,
        decision: DeviceDecision,
        nonce: SpentNonce,
    ) -> Result<Option<Decided>, DatabaseError> {
        let DeviceDecision { request, device, decision, at, certificate } = decision;
        let row = DecisionRow::of(&request, decision, at, self.seal())?;
        let decided = ask!(self, decide(row, Some(ByDevice { device, nonce, certificate })))?;
        decided.map(|decided| decided.read(&request, self.seal())).transpose()
    }
}
