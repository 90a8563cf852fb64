//! What the operator does: relying parties and users.

use std::time::Duration;

use idw_autheid::{Room, email_key, key_hash};
use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::error::DatabaseError;
use super::keys::{random_id, random_text};
use super::names::{checked_email, checked_name, code_hash, name_key, new_code};
use super::people::{InviteRow, NewRpRow, RpParts};
use super::rows::ns;
use super::seal::{Column, Tagged};
use super::types::{NewRp, RpRow, Shown, UserRow};
use super::{Database, ask};

/// How much of what a relying party asks is kept, unless its registration says otherwise.
pub const SERVER_ROOM: Room = Room { open: 1_000, kept: 100_000, invisible_bytes: 64 * 1024 * 1024 };
/// How long a code is good for.
pub const CODE_LIFETIME: Duration = Duration::from_hours(24);

impl Database {
    /// Registers a relying party, and gives the key that it calls with.
    ///
    /// # Errors
    /// [`DatabaseError::Invalid`] for the name, [`DatabaseError::NameTaken`].
    pub async fn add_rp(&self, new: NewRp, now: Timestamp) -> Result<(RpRow, Shown), DatabaseError> {
        let NewRp { name, form, matching, room } = new;
        let rp = RpRow { id: random_id()?, name: checked_name(&name)?, form, matching, room, added: now };
        let key = random_text()?;
        let row = NewRpRow { name_key: name_key(&rp.name), key_hash: key_hash(&key), rp: rp.clone() };
        ask!(self, add_rp(row))?;
        Ok((rp, Shown(key)))
    }

    /// The relying parties, by their names.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn rps(&self) -> Result<Vec<RpRow>, DatabaseError> {
        ask!(self, rps())?.into_iter().map(RpParts::read).collect()
    }

    /// The relying party with this id.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be read.
    pub async fn rp(&self, id: &str) -> Result<Option<RpRow>, DatabaseError> {
        ask!(self, rp(id.to_owned()))?.map(RpParts::read).transpose()
    }

    /// Gives a relying party another key; the one that it has stops.
    ///
    /// # Errors
    /// [`DatabaseError::NoRp`].
    pub async fn rotate_rp(&self, name_or_id: &str) -> Result<(RpRow, Shown), DatabaseError> {
        let key = random_text()?;
        let parts = ask!(self, rotate_rp(name_or_id.to_owned(), name_key(name_or_id), key_hash(&key)))?;
        Ok((parts.read()?, Shown(key)))
    }

    /// Removes a relying party with all that it asked.
    ///
    /// # Errors
    /// [`DatabaseError::NoRp`].
    pub async fn remove_rp(&self, name_or_id: &str) -> Result<RpRow, DatabaseError> {
        ask!(self, remove_rp(name_or_id.to_owned(), name_key(name_or_id)))?.read()
    }

    /// Makes a code for a wallet of the person with this email, who becomes a user if they are none. It is good for one device and for 24
    /// hours.
    ///
    /// # Errors
    /// [`DatabaseError::Invalid`] for the email.
    pub async fn invite(&self, email: &str, now: Timestamp) -> Result<Shown, DatabaseError> {
        let email = checked_email(email)?;
        let (code, user) = (new_code()?, random_id()?);
        let mut secret = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *secret)?;
        let lifetime = SignedDuration::try_from(CODE_LIFETIME).unwrap_or(SignedDuration::MAX);
        let row = InviteRow {
            hash: code_hash(&code),
            ends: ns(now.checked_add(lifetime).unwrap_or(Timestamp::MAX)),
            email_tag: self.seal().tag(Tagged::EmailKey(&email_key(email))),
            email: self.seal().seal(Column::Email, &user, email.as_bytes())?,
            secret: self.seal().seal(Column::UserSecret, &user, &*secret)?,
            added: ns(now),
            user,
        };
        ask!(self, invite(row))?;
        Ok(Shown(code))
    }

    /// The users, by their emails.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub async fn users(&self, now: Timestamp) -> Result<Vec<UserRow>, DatabaseError> {
        ask!(self, users(ns(now)))?.read(self.seal())
    }

    /// Removes a user with their devices, sessions, certificates and codes. What is open for the email is shown to nobody any more.
    ///
    /// # Errors
    /// [`DatabaseError::NoUser`].
    pub async fn remove_user(&self, email: &str) -> Result<(), DatabaseError> {
        let tag = self.seal().tag(Tagged::EmailKey(&email_key(email.trim())));
        ask!(self, remove_user(tag))
    }
}
