//! Relying parties, users and devices as rows: what people say of themselves is sealed.

use std::collections::HashMap;

use idw_autheid::sign::{Form, Secret};
use idw_autheid::{Room, email_key};
use jiff::Timestamp;

use super::error::DatabaseError;
use super::rows::at;
use super::seal::{Column, Seal, Tag};
use super::types::{Device, DeviceRow, RpRow, SpentNonce, User, UserRow};

/// The word in a column for how signatures are made.
pub(super) fn form_word(form: Form) -> &'static str {
    match form {
        Form::Raw => "raw",
        Form::X509 => "x509",
    }
}

/// A relying party as it was read.
#[derive(Debug)]
pub(super) struct RpParts {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) form: String,
    pub(super) matching: bool,
    pub(super) open: i64,
    pub(super) kept: i64,
    pub(super) invisible: i64,
    pub(super) added: i64,
}

impl RpParts {
    pub(super) fn read(self) -> Result<RpRow, DatabaseError> {
        let damaged = |_| DatabaseError::Damaged("rps");
        Ok(RpRow {
            form: match self.form.as_str() {
                "raw" => Form::Raw,
                "x509" => Form::X509,
                _ => return Err(DatabaseError::Damaged("rps.form")),
            },
            room: Room {
                open: self.open.try_into().map_err(damaged)?,
                kept: self.kept.try_into().map_err(damaged)?,
                invisible_bytes: self.invisible.try_into().map_err(damaged)?,
            },
            added: at(self.added)?,
            id: self.id,
            name: self.name,
            matching: self.matching,
        })
    }
}

/// A relying party to be written.
#[derive(Debug)]
pub(super) struct NewRpRow {
    pub(super) rp: RpRow,
    pub(super) name_key: String,
    pub(super) key_hash: [u8; 32],
}

/// A device as it was read, with its user.
#[derive(Debug)]
pub(super) struct DeviceParts {
    pub(super) id: String,
    pub(super) key: String,
    pub(super) name: Vec<u8>,
    pub(super) added: i64,
    pub(super) user: String,
    pub(super) email: Vec<u8>,
    pub(super) secret: Vec<u8>,
}

impl DeviceParts {
    pub(super) fn read(self, seal: &Seal) -> Result<Device, DatabaseError> {
        let email = seal.open_text(Column::Email, &self.user, &self.email)?;
        let secret = Secret::from_bytes(&*seal.open_32(Column::UserSecret, &self.user, &self.secret)?);
        Ok(Device {
            name: seal.open_text(Column::DeviceName, &self.id, &self.name)?,
            added: at(self.added)?,
            user: User { id: self.user, email_key: email_key(&email), email, secret },
            id: self.id,
            key: self.key,
        })
    }
}

/// A device as it is listed, as it was read.
#[derive(Debug)]
pub(super) struct ListedDevice {
    pub(super) id: String,
    pub(super) user: String,
    pub(super) name: Vec<u8>,
    pub(super) added: i64,
}

impl ListedDevice {
    pub(super) fn read(self, seal: &Seal) -> Result<DeviceRow, DatabaseError> {
        let name = seal.open_text(Column::DeviceName, &self.id, &self.name)?;
        Ok(DeviceRow { id: self.id, name, added: at(self.added)? })
    }
}

/// All users as they were read.
#[derive(Debug, Default)]
pub(super) struct UserParts {
    /// Ids, sealed emails, and when they were added.
    pub(super) users: Vec<(String, Vec<u8>, i64)>,
    /// The oldest first.
    pub(super) devices: Vec<ListedDevice>,
    /// Ids of users, and when their unused codes end.
    pub(super) invites: Vec<(String, i64)>,
}

impl UserParts {
    pub(super) fn read(self, seal: &Seal) -> Result<Vec<UserRow>, DatabaseError> {
        let mut devices: HashMap<String, Vec<DeviceRow>> = HashMap::new();
        for device in self.devices {
            devices.entry(device.user.clone()).or_default().push(device.read(seal)?);
        }
        let mut invites: HashMap<String, Vec<Timestamp>> = HashMap::new();
        for (user, ends) in self.invites {
            invites.entry(user).or_default().push(at(ends)?);
        }
        let read = |(id, email, added): (String, Vec<u8>, i64)| {
            Ok(UserRow {
                email: seal.open_text(Column::Email, &id, &email)?,
                added: at(added)?,
                devices: devices.remove(&id).unwrap_or_default(),
                invites: invites.remove(&id).unwrap_or_default(),
                id,
            })
        };
        let mut users = self.users.into_iter().map(read).collect::<Result<Vec<_>, DatabaseError>>()?;
        users.sort_by(|one, other| one.email.cmp(&other.email));
        Ok(users)
    }
}

/// A code to be written, with the user that it makes where there is none.
#[derive(Debug)]
pub(super) struct InviteRow {
    pub(super) hash: [u8; 32],
    pub(super) ends: i64,
    pub(super) user: String,
    pub(super) email_tag: Tag,
    pub(super) email: Vec<u8>,
    pub(super) secret: Vec<u8>,
    pub(super) added: i64,
}

/// A device to be written.
#[derive(Debug)]
pub(super) struct BindRow {
    pub(super) code_hash: [u8; 32],
    pub(super) device: String,
    pub(super) key: String,
    pub(super) name: Vec<u8>,
    pub(super) now: i64,
    pub(super) nonce: SpentNonce,
}

/// What came of binding a device. The nonce is spent, whatever it is.
#[derive(Debug)]
pub(super) enum BoundRow {
    /// The id of the device, its user, and the user's sealed email.
    Bound {
        device: String,
        user: String,
        email: Vec<u8>,
    },
    NoCode,
    KeyTaken,
}
