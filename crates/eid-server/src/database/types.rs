//! What goes into the database and comes out of it.

use std::fmt;

use idw_autheid::sign::{Authority, Form, Secret, TokenKey};
use idw_autheid::{Decision, RequestId, Room};
use jiff::Timestamp;
use zeroize::Zeroizing;

/// Where everything is kept.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreAt {
    /// In a file of the data folder, `autheid.sqlite3`.
    Sqlite,
    /// In the PostgreSQL database at this URL, which several instances can share.
    Postgres(String),
}

/// What the service signs with, made when the database was.
pub struct ServiceKeys {
    /// The name of the service, the same on all instances: 44 characters of URL-safe base64.
    pub id: String,
    /// Who issues the certificates of people's keys.
    pub authority: Authority,
    /// What tokens of logins are signed with.
    pub token: TokenKey,
    /// What the nonces of wallets are made with.
    pub nonce_secret: Zeroizing<[u8; 32]>,
}

/// A relying party to register.
#[derive(Debug, Clone)]
pub struct NewRp {
    /// What people are shown: 1 to 60 characters, and unlike that of any other, whatever the case.
    pub name: String,
    /// How its signatures are made.
    pub form: Form,
    /// Whether people have to find the number that its page shows.
    pub matching: bool,
    /// How much of what it asks is kept.
    pub room: Room,
}

/// A relying party that is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RpRow {
    /// 16 random bytes in hex.
    pub id: String,
    /// What people are shown.
    pub name: String,
    /// How its signatures are made.
    pub form: Form,
    /// Whether people have to find the number that its page shows.
    pub matching: bool,
    /// How much of what it asks is kept.
    pub room: Room,
    /// When it was registered.
    pub added: Timestamp,
}

/// What a relying party calls with, or what a wallet connects with: shown once, and kept as a hash. Wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown(pub(super) Zeroizing<String>);

impl Shown {
    /// The text, for the one time that it is shown.
    pub fn expose_text(&self) -> &str {
        &self.0
    }
}

/// A person, told apart by their email.
pub struct User {
    /// 16 random bytes in hex.
    pub id: String,
    /// As the operator spelt it.
    pub email: String,
    /// What tells it apart: [`idw_autheid::email_key`].
    pub email_key: String,
    /// What the person's ids at relying parties come from.
    pub secret: Secret,
}

/// A device that is bound to a person.
#[derive(Debug)]
pub struct Device {
    /// 16 random bytes in hex.
    pub id: String,
    /// The compressed point of its P-256 key, in URL-safe base64.
    pub key: String,
    /// What the person's other devices are shown.
    pub name: String,
    /// When it was bound.
    pub added: Timestamp,
    /// Whose it is.
    pub user: User,
}

/// A device as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRow {
    /// 16 random bytes in hex.
    pub id: String,
    /// What the person's other devices are shown.
    pub name: String,
    /// When it was bound.
    pub added: Timestamp,
}

/// A person as the operator sees them.
#[derive(Clone, PartialEq, Eq)]
pub struct UserRow {
    /// 16 random bytes in hex.
    pub id: String,
    /// As the operator spelt it.
    pub email: String,
    /// When the person was first invited.
    pub added: Timestamp,
    /// The devices, the oldest first.
    pub devices: Vec<DeviceRow>,
    /// When the codes end that nobody has used yet.
    pub invites: Vec<Timestamp>,
}

/// A device that was bound by a code.
#[derive(Clone, PartialEq, Eq)]
pub struct Bound {
    /// Its id.
    pub device: String,
    /// Whose it is now.
    pub email: String,
}

/// The nonce of a signed call. It is spent in the same commit as what the call does, so that the call cannot come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpentNonce {
    /// SHA-256 of the nonce.
    pub hash: [u8; 32],
    /// Until when the nonce would be good, and so has to be remembered.
    pub until: Timestamp,
}

/// A session that a device begins.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The id of the device.
    pub device: String,
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// When the token ends.
    pub ends: Timestamp,
}

/// A decision that a device sends.
#[derive(Debug, Clone)]
pub struct DeviceDecision {
    /// What is decided.
    pub request: RequestId,
    /// The id of the device. It has to be bound still when the decision is written.
    pub device: String,
    /// The decision.
    pub decision: Decision,
    /// When.
    pub at: Timestamp,
    /// A certificate that was issued for it, to be kept if the decision stands.
    pub certificate: Option<NewCertificate>,
}

/// A certificate for a device at a relying party.
#[derive(Debug, Clone)]
pub struct NewCertificate {
    /// The id of the relying party.
    pub rp: String,
    /// The certificate in DER.
    pub der: Vec<u8>,
}

/// Something that was committed, here or by another process.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// A request was decided, by whomever.
    Decided(RequestId),
    /// Somebody with this [`email_key`](idw_autheid::email_key) is asked something.
    Asked(String),
    /// A request to somebody with this [`email_key`](idw_autheid::email_key) is open no longer.
    Over(RequestId, String),
    /// A user with this id was changed or is gone, or a device of theirs.
    User(String),
    /// Anything may have changed: whoever waits for something has to look again.
    Everything,
}

/// What is known about the database, for whoever looks after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// The version of the tables.
    pub schema_version: i32,
    /// What the database says of itself: SQLite's `quick_check`, or the version of the PostgreSQL server.
    pub says: String,
    /// Whether that is what a sound database says.
    pub is_sound: bool,
    /// How many bytes are free where the data folder is.
    pub free_bytes: Option<u64>,
}

impl fmt::Debug for StoreAt {
    /// A URL may name hosts and users that are no business of a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "Sqlite",
            Self::Postgres(_) => "Postgres(…)",
        })
    }
}

impl fmt::Debug for ServiceKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKeys([redacted])")
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown([redacted])")
    }
}

impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for UserRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserRow").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound").field("device", &self.device).finish_non_exhaustive()
    }
}

impl fmt::Debug for Change {
    /// Shows no email.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decided(id) => write!(f, "Decided({id:?})"),
            Self::Asked(_) => f.write_str("Asked(…)"),
            Self::Over(id, _) => write!(f, "Over({id:?}, …)"),
            Self::User(id) => write!(f, "User({id})"),
            Self::Everything => f.write_str("Everything"),
        }
    }
}
