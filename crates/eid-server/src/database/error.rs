//! Why the database did not do it.

use std::path::PathBuf;

use idw_autheid::sign::SignError;

/// Why the database could not be opened, or did not do something. Nothing was done then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// The nonce was used before.
    #[error("the nonce was used before")]
    NonceSpent,
    /// The device is not bound, or not any longer.
    #[error("there is no such device, or not any longer")]
    NoDevice,
    /// No relying party has this name or id.
    #[error("no relying party has this name or id")]
    NoRp,
    /// No user has this email.
    #[error("no user has this email")]
    NoUser,
    /// Another relying party has this name, whatever the case.
    #[error("another relying party has this name")]
    NameTaken,
    /// A name or an email that cannot be. The sentence says why.
    #[error("{0}")]
    Invalid(&'static str),
    /// Too much of this relying party's, or to this email, is open or kept.
    #[error("too many requests are open or kept")]
    TooMany,
    /// The URL of the database cannot be used. The sentence says why.
    #[error("the URL of the database cannot be used: {0}")]
    Url(&'static str),
    /// A file or a folder could not be used.
    #[error("{what} {}: {source}", path.display())]
    File {
        /// What was to be done with it.
        what: &'static str,
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file with a secret that others can read.
    #[error("{} can be read by others; give it to its owner alone (chmod 600)", .0.display())]
    OthersCanRead(PathBuf),
    /// The database is there, and what it is sealed with is not.
    #[error(
        "the key that this database is sealed with is missing: {}. Copy the file from the data folder where the database was \
         made, or from its backup",
        .0.display()
    )]
    SealKeyMissing(PathBuf),
    /// The database is sealed with another key.
    #[error(
        "this database is sealed with another key than {}. Every instance needs the same file: copy it from the data folder \
         where the database was made",
        .0.display()
    )]
    SealKeyWrong(PathBuf),
    /// The key file is no key.
    #[error("{} holds no key: it has to be 44 characters of base64", .0.display())]
    SealKeyDamaged(PathBuf),
    /// A newer program has made the tables.
    #[error("the database has tables of version {found}, and this program knows no version after {known}")]
    Newer {
        /// The version that is there.
        found: i32,
        /// The last version that this program knows.
        known: i32,
    },
    /// Something that is kept cannot be read: it was changed, or sealed with another key.
    #[error("what is kept cannot be read: {0}")]
    Damaged(&'static str),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The keys of the service cannot be made or read.
    #[error("the keys of the service cannot be used: {0}")]
    Keys(#[from] SignError),
    /// SQLite did not do it.
    #[error("SQLite, when {doing}: {source}")]
    Sqlite {
        /// What was being done.
        doing: &'static str,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// PostgreSQL did not do it.
    #[error("PostgreSQL, when {doing}: {source}")]
    Postgres {
        /// What was being done.
        doing: &'static str,
        /// What PostgreSQL says.
        source: tokio_postgres::Error,
    },
    /// TLS to the database cannot be used.
    #[error("TLS to the database cannot be used: {0}")]
    Tls(String),
    /// The database does not answer at the moment.
    #[error("the database does not answer: {0}")]
    Away(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Several changes were to be written at once, and were not.
    #[error("the changes could not be written: {0}")]
    Commit(String),
    /// The database is being closed.
    #[error("the database is closed")]
    Closed,
}

impl DatabaseError {
    /// Whether the same call may succeed later without anybody changing anything.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_) | Self::Commit(_) | Self::Closed)
    }
}

impl From<getrandom::Error> for DatabaseError {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}

/// Why a device was not bound.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BindError {
    /// The code is wrong, used with another key, or too old. The nonce is spent.
    #[error("the code is wrong, used or too old")]
    Code,
    /// The key is that of somebody else's device. The nonce is spent.
    #[error("the key is that of another person's device")]
    KeyTaken,
    /// The database did not do it.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}
