//! Users, files and applications: the types, and the trait that a service implements over its own database.

pub(crate) mod sqlite;

use std::fmt;

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;
use serde_json::Value;

use crate::config::Requirement;

/// Where a relying party keeps what wallets send.
///
/// Calls may block: they are made on threads for blocking work. Each call is one transaction. A wallet is known by
/// the address of its key; several wallets may belong to one user.
pub trait Store: Send + Sync + 'static {
    /// Notes that a nonce was used; `false` when it had been used before. It may be forgotten after `expires`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails; the same holds for every call below.
    fn spend_nonce(&self, nonce: &str, expires: Timestamp) -> Result<bool, StoreError>;

    /// Keeps a pass that was handed out.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn keep_pass(&self, pass: &Pass) -> Result<(), StoreError>;

    /// The wallet of a pass that has not expired, leaving the pass in place.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn find_pass(&self, kind: PassKind, digest: &str) -> Result<Option<Address>, StoreError>;

    /// The wallet of a pass that has not expired, and the pass is gone: of two callers one gets it.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn take_pass(&self, kind: PassKind, digest: &str) -> Result<Option<Address>, StoreError>;

    /// Keeps an uploaded file.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn add_file(&self, file: &NewFile) -> Result<(), StoreError>;

    /// What is known of a file.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn file(&self, id: &FileId) -> Result<Option<StoredFile>, StoreError>;

    /// A file's bytes.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn file_content(&self, id: &FileId) -> Result<Option<Bytes>, StoreError>;

    /// All files, oldest first.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn files(&self) -> Result<Vec<StoredFile>, StoreError>;

    /// Makes a user, or updates the one that the wallet belongs to; with its files, all or nothing.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn sign_up(&self, sign_up: &SignUp) -> Result<(), StoreError>;

    /// The user that a wallet belongs to.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn user(&self, wallet: Address) -> Result<Option<User>, StoreError>;

    /// All users, oldest first.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn users(&self) -> Result<Vec<User>, StoreError>;

    /// Counts a login of the user that a wallet belongs to.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn record_login(&self, wallet: Address) -> Result<(), StoreError>;

    /// Keeps a KYC application.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn add_application(&self, application: &Application) -> Result<(), StoreError>;

    /// Replaces what is kept of an application; the wallet, the template and the time stay.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn update_application(&self, application: &Application) -> Result<(), StoreError>;

    /// All applications, oldest first.
    ///
    /// # Errors
    /// As [`Store::spend_nonce`].
    fn applications(&self) -> Result<Vec<Application>, StoreError>;
}

/// The database failed; the request that needed it was not carried out.
#[derive(Debug, thiserror::Error)]
#[error("the store failed while {doing}: {source}")]
pub struct StoreError {
    /// What was being done, as in "adding a file".
    pub doing: &'static str,
    /// What the database says.
    #[source]
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

/// A random name for an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileId(String);

impl FileId {
    /// A new one (UUID version 4).
    pub fn make() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    /// The id with this text, whether or not a file has it.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file on its way into the store.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// The name it will have.
    pub id: FileId,
    /// The wallet that sent it; no other may refer to it.
    pub owner: Address,
    /// The name that came with it; not to be trusted.
    pub name: String,
    /// Its type, confirmed by its first bytes.
    pub mime_type: String,
    /// Its bytes.
    pub content: Bytes,
}

/// What is known of a file in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its name.
    pub id: FileId,
    /// The wallet that sent it.
    pub owner: Address,
    /// The name that came with it; not to be trusted.
    pub name: String,
    /// Its type, confirmed by its first bytes.
    pub mime_type: String,
    /// Its length in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// When it came.
    pub received_at: Timestamp,
}

/// One attribute as it was accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// The site's own name for it.
    pub id: Option<String>,
    /// Its schema's URL, as the wallet spelt it.
    pub schema: String,
    /// Its value; files in it are objects whose `content` is a [`FileId`].
    pub value: Value,
    /// Whether the site had asked for it. What it had not asked for is not validated.
    pub requested: bool,
}

/// What a sign-up brings.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// The wallet that signs up.
    pub wallet: Address,
    /// What it says about its holder; replaces what was known.
    pub attributes: Vec<Attribute>,
    /// The site's own object, given back by the wallet.
    pub meta: Option<Value>,
    /// Files that came with it.
    pub files: Vec<NewFile>,
}

/// A user of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// The store's own name for it.
    pub id: String,
    /// The wallets that log it in, first one first.
    pub wallets: Vec<Address>,
    /// What the last sign-up said.
    pub attributes: Vec<Attribute>,
    /// The site's own object, given back by the wallet.
    pub meta: Option<Value>,
    /// When it first signed up.
    pub created_at: Timestamp,
    /// When it last signed up.
    pub updated_at: Timestamp,
    /// How often it signed up.
    pub sign_ups: u64,
    /// How often it logged in.
    pub logins: u64,
}

/// A KYC application.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Its name (UUID version 4).
    pub id: String,
    /// The wallet that applied.
    pub wallet: Address,
    /// The template it answers.
    pub template: String,
    /// How far it is.
    pub status: ApplicationStatus,
    /// What came with it.
    pub attributes: Vec<Attribute>,
    /// What the site asked for afterwards: what it found invalid, and what it wants besides.
    pub asked_again: Vec<Requirement>,
    /// When it came.
    pub created_at: Timestamp,
}

/// How far a KYC application is; the number goes over the wire, names are not unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApplicationStatus(u8);

impl ApplicationStatus {
    /// What a new application gets.
    pub const IN_PROGRESS: Self = Self(1);
    /// The wallet withdrew it.
    pub const CANCELLED: Self = Self(8);
    /// The site waits for the wallet.
    pub const MORE_WANTED: Self = Self(9);

    const NAMES: [&str; 17] = [
        "Missing",
        "In progress",
        "Approved",
        "Rejected",
        "Uploaded",
        "Invited",
        "User processing",
        "User declined",
        "Cancelled",
        "Additional information requested",
        "Corporate details",
        "User processing requirement",
        "Partially approved",
        "Send tokens",
        "Manager assigned",
        "Data check",
        "Reopened",
    ];

    /// The status of this number, 0 to 16.
    pub fn from_code(code: u8) -> Option<Self> {
        (usize::from(code) < Self::NAMES.len()).then_some(Self(code))
    }

    /// Whether nothing more will happen: approved, rejected, declined or cancelled.
    pub fn is_final(self) -> bool {
        matches!(self.0, 2 | 3 | 7 | 8)
    }

    /// Its number.
    pub fn code(self) -> u8 {
        self.0
    }

    /// Its name in English.
    pub fn name(self) -> &'static str {
        Self::NAMES[usize::from(self.0)]
    }
}

/// Something that stands for a wallet for a while. Only its digest is kept, so that a copy of the store logs no one in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// What it is good for.
    pub kind: PassKind,
    /// SHA-256 of its secret, in lower-case hex.
    pub digest: String,
    /// The wallet it stands for.
    pub wallet: Address,
    /// It is worthless from then on.
    pub expires: Timestamp,
}

/// What a [`Pass`] is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassKind {
    /// The user token: from the wallet to `POST /login`, once.
    UserToken,
    /// In the redirect URL: from the browser to the site, once.
    Ticket,
    /// In a cookie: the browser is logged in.
    Session,
}

impl PassKind {
    /// A short name for columns and keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UserToken => "user-token",
            Self::Ticket => "ticket",
            Self::Session => "session",
        }
    }
}
