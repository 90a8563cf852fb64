//! What a store keeps.

use std::fmt;

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;
use serde_json::Value;

use crate::config::Requirement;

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

/// A store's own name for a user.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserId(String);

impl UserId {
    /// A new one (UUID version 4).
    pub fn make() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    /// The id with this text, whether or not a user has it.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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

/// How much a wallet has in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// Files that no sign-up or application refers to.
    pub unclaimed_files: u64,
    /// Their bytes.
    pub unclaimed_bytes: u64,
    /// Bytes of all its files.
    pub bytes: u64,
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
    pub id: UserId,
    /// What it logs in with besides wallets, where it registered with a name and a password.
    pub name: Option<String>,
    /// The wallets that log it in, first one first. Empty while a user with a name has added none.
    pub wallets: Vec<Address>,
    /// What the last sign-up said, and what earlier ones of its other wallets said besides.
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

impl User {
    /// Whether it can still log in when `wallet` is gone.
    pub fn has_another_way_in(&self, wallet: Address) -> bool {
        self.name.is_some() || self.wallets.iter().any(|other| *other != wallet)
    }
}

/// What came of adding a wallet to a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddWallet {
    /// It logs this user in from now on.
    Added,
    /// It did so before.
    Already,
    /// It belongs to a user with other ways to log in, so nothing was changed.
    Taken,
    /// There is no such user.
    NoSuchUser,
}

/// What came of taking a wallet from a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemoveWallet {
    /// It logs nobody in any more.
    Removed,
    /// It is not this user's.
    NotTheirs,
    /// The user could not log in any more without it, so nothing was changed.
    OnlyWayIn,
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
    /// What the applicant and the site wrote about it, oldest first; kept by
    /// [`Applications::add_message`](super::Applications::add_message) alone.
    pub messages: Vec<Message>,
    /// When it came.
    pub created_at: Timestamp,
}

/// One line of the talk about an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Who wrote it.
    pub from: Side,
    /// What, in plain text.
    pub text: String,
    /// When it came.
    pub at: Timestamp,
}

/// The two sides of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who applied.
    Applicant,
    /// Who decides.
    Site,
}

impl Side {
    /// A short name for columns and answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Site => "site",
        }
    }
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

    /// All of them, by number.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map_while(Self::from_code)
    }

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

/// Something that stands for a wallet, a user or the operator for a while. Only its digest is kept, so that a copy of the store logs no one in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// What it is good for.
    pub kind: PassKind,
    /// SHA-256 of its secret, in lower-case hex.
    pub digest: String,
    /// Whom it stands for: a wallet's address in lower case, the text of a [`UserId`], or `operator`.
    pub holder: String,
    /// It is worthless from then on.
    pub expires: Timestamp,
}

/// What a [`Pass`] is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassKind {
    /// The user token: from the wallet to `POST /login`, once. Its holder is a wallet.
    UserToken,
    /// In the redirect URL: from the browser to the site, once. Its holder is a wallet.
    Ticket,
    /// In a cookie: the browser is logged in. Its holder is a user.
    Session,
    /// The next wallet that logs in within this session may be added to its user, who is the holder.
    Linking,
    /// In a cookie: this browser has signed in with the password of its holder, a user, and logs nobody in by itself.
    KnownBrowser,
    /// In a cookie: the browser has shown the operator's secret.
    Operator,
}

impl PassKind {
    /// A short name for columns and keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UserToken => "user-token",
            Self::Ticket => "ticket",
            Self::Session => "session",
            Self::Linking => "linking",
            Self::KnownBrowser => "known-browser",
            Self::Operator => "operator",
        }
    }
}
