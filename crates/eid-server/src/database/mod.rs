//! All that the service keeps: relying parties (RPs), users with their devices, requests and answers.

mod error;
mod types;

use std::path::Path;

use idw_autheid::{Created, Decided, Decision, FileKind, NewRequest, RequestId, Rp, Store, StoreError, StoredRequest};
use jiff::Timestamp;

pub use error::{BindError, DatabaseError};
pub use types::{
    Bound, Change, Device, DeviceDecision, DeviceRow, Health, NewCertificate, NewRp, NewSession, RpRow, ServiceKeys,
    Shown, SpentNonce, StoreAt, User, UserRow,
};

/// All that the service keeps. A clone is the same database.
#[derive(Debug, Clone)]
pub struct Database {}

/// What was committed, by whomever. It misses nothing: what cannot be told one by one is told as [`Change::Everything`].
#[derive(Debug)]
pub struct Changes {}

impl Changes {
    /// The next change; `None` once the database is closed.
    pub async fn next(&mut self) -> Option<Change> {
        todo!()
    }
}

impl Database {
    /// Opens it, and makes it where there is none yet: the data folder, the key that it is sealed with, the tables, and the keys
    /// of the service.
    ///
    /// # Errors
    /// [`DatabaseError`] when something of that cannot be used.
    pub async fn open(at: &StoreAt, data_dir: &Path, now: Timestamp) -> Result<Self, DatabaseError> {
        todo!("{at:?} {data_dir:?} {now}")
    }

    /// What the service signs with.
    pub fn service(&self) -> &ServiceKeys {
        todo!()
    }

    /// What is committed from now on, here, by another process or by another instance.
    pub fn changes(&self) -> Changes {
        todo!()
    }

    /// Registers a relying party, and gives the key that it calls with.
    ///
    /// # Errors
    /// [`DatabaseError::Invalid`] for the name, [`DatabaseError::NameTaken`].
    pub async fn add_rp(&self, new: NewRp, now: Timestamp) -> Result<(RpRow, Shown), DatabaseError> {
        todo!("{new:?} {now}")
    }

    /// The relying parties, by their names.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn rps(&self) -> Result<Vec<RpRow>, DatabaseError> {
        todo!()
    }

    /// The relying party with this id.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn rp(&self, id: &str) -> Result<Option<RpRow>, DatabaseError> {
        todo!("{id}")
    }

    /// Gives a relying party another key; the one that it has stops.
    ///
    /// # Errors
    /// [`DatabaseError::NoRp`].
    pub async fn rotate_rp(&self, name_or_id: &str) -> Result<(RpRow, Shown), DatabaseError> {
        todo!("{name_or_id}")
    }

    /// Removes a relying party with all that it asked.
    ///
    /// # Errors
    /// [`DatabaseError::NoRp`].
    pub async fn remove_rp(&self, name_or_id: &str) -> Result<RpRow, DatabaseError> {
        todo!("{name_or_id}")
    }

    /// Makes a code for a wallet of the person with this email, who becomes a user if they are none: good for one device and for 24
    /// hours.
    ///
    /// # Errors
    /// [`DatabaseError::Invalid`] for the email.
    pub async fn invite(&self, email: &str, now: Timestamp) -> Result<Shown, DatabaseError> {
        todo!("{email} {now}")
    }

    /// The users, by their emails.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn users(&self, now: Timestamp) -> Result<Vec<UserRow>, DatabaseError> {
        todo!("{now}")
    }

    /// Removes a user with their devices, sessions, certificates and codes. What is open for the email is shown to nobody any more.
    ///
    /// # Errors
    /// [`DatabaseError::NoUser`].
    pub async fn remove_user(&self, email: &str, now: Timestamp) -> Result<(), DatabaseError> {
        todo!("{email} {now}")
    }

    /// Binds a device to the person whom a code is for. The same code with the same key again has the same answer.
    ///
    /// # Errors
    /// [`BindError`], with [`DatabaseError::NonceSpent`] among the database's.
    pub async fn bind_device(
        &self,
        code: &str,
        key: &str,
        name: &str,
        nonce: SpentNonce,
        now: Timestamp,
    ) -> Result<Bound, BindError> {
        todo!("{code} {key} {name} {nonce:?} {now}")
    }

    /// The device with this key.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn device_of_key(&self, key: &str) -> Result<Option<Device>, DatabaseError> {
        todo!("{key}")
    }

    /// The device whose session this is, unless the session has ended.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn device_of_token(&self, token_hash: [u8; 32], now: Timestamp) -> Result<Option<Device>, DatabaseError> {
        todo!("{token_hash:?} {now}")
    }

    /// Begins a session.
    ///
    /// # Errors
    /// [`DatabaseError::NonceSpent`], [`DatabaseError::NoDevice`].
    pub async fn open_session(&self, session: NewSession, nonce: SpentNonce) -> Result<(), DatabaseError> {
        todo!("{session:?} {nonce:?}")
    }

    /// Removes a device with its sessions and certificates.
    ///
    /// # Errors
    /// [`DatabaseError::NonceSpent`], [`DatabaseError::NoDevice`].
    pub async fn remove_device(&self, id: &str, nonce: SpentNonce) -> Result<(), DatabaseError> {
        todo!("{id} {nonce:?}")
    }

    /// The devices of the user with this id, the oldest first.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn devices_of(&self, user: &str) -> Result<Vec<DeviceRow>, DatabaseError> {
        todo!("{user}")
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
        todo!("{email_key} {now}")
    }

    /// The certificate that a device has for a relying party, in DER.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn certificate(&self, device: &str, rp: &str) -> Result<Option<Vec<u8>>, DatabaseError> {
        todo!("{device} {rp}")
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
        todo!("{decision:?} {nonce:?}")
    }

    /// Whether the database answers at the moment.
    ///
    /// # Errors
    /// [`DatabaseError`] when it does not.
    pub async fn check(&self) -> Result<(), DatabaseError> {
        todo!()
    }

    /// What is known about the database. It may take a while.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be asked.
    pub async fn health(&self) -> Result<Health, DatabaseError> {
        todo!()
    }
}

impl Store for Database {
    async fn rp_of_key(&self, _hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        todo!()
    }

    async fn create(&self, _request: NewRequest) -> Result<Created, StoreError> {
        todo!()
    }

    async fn request(&self, _id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        todo!()
    }

    async fn decide(
        &self,
        _id: &RequestId,
        _decision: Decision,
        _at: Timestamp,
    ) -> Result<Option<Decided>, StoreError> {
        todo!()
    }

    async fn first_read(&self, _id: &RequestId, _at: Timestamp) -> Result<(), StoreError> {
        todo!()
    }

    async fn file(&self, _id: &RequestId, _kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        todo!()
    }

    async fn key_set(&self) -> Result<Option<String>, StoreError> {
        todo!()
    }

    async fn sweep(&self, _now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        todo!()
    }
}
