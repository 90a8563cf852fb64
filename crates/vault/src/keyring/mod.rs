//! The system keyring: a convenience beside the password, never in its place.
//!
//! A random secret in the keyring wraps the data key. Whatever the keyring does (it is not there, is locked, has lost
//! or changed the secret, or never answers), the password opens the vault alone.

mod call;
mod kept;
mod slot;
mod system;

use std::time::Duration;

use crate::Plain;

pub(crate) use call::{TIME_LIMIT, TimedKeyring};
pub(crate) use kept::KeptSecret;
pub use kept::KeptSecretError;
pub(crate) use slot::KeyringSlot;
pub use system::SystemKeyring;

/// A place outside the vault that keeps a secret for the user who is signed in to the desktop.
///
/// [`SystemKeyring`] is the one there is; tests bring others. A call may block for as long as it likes: each is made
/// on a thread of its own and given up after two seconds.
pub trait Keyring: Send + Sync + 'static {
    /// What people know it as: "Secret Service".
    fn backend(&self) -> &'static str;

    /// Keeps a secret under a name, in the place of what was there.
    ///
    /// # Errors
    /// Where the keyring cannot be reached, or is locked.
    fn store(&self, entry: &str, secret: &[u8]) -> Result<(), KeyringFault>;

    /// The secret under a name; `None` where there is none.
    ///
    /// # Errors
    /// Where the keyring cannot be reached, or is locked.
    fn load(&self, entry: &str) -> Result<Option<Plain>, KeyringFault>;

    /// Forgets the secret under a name; it is none of its business whether there was one.
    ///
    /// # Errors
    /// Where the keyring cannot be reached, or is locked.
    fn remove(&self, entry: &str) -> Result<(), KeyringFault>;
}

/// Why a keyring did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum KeyringFault {
    /// It is locked, and nobody unlocked it.
    #[error("it is locked")]
    Locked,
    /// There is none, or it failed; what it said about that. Never has a secret in it.
    #[error("{0}")]
    Failed(String),
}

/// Why the keyring did not open the vault, or was not set up to.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The vault has no slot for it.
    #[error("the system keyring is not set up for this vault; unlock it with the password")]
    NotEnabled,
    /// There is no keyring to talk to, or it failed.
    #[error(
        "the system keyring ({backend}) cannot be used here, and nothing was changed; the password works: \
         start the desktop's keyring service to have the keyring again"
    )]
    Unavailable {
        /// What people know the keyring as.
        backend: &'static str,
        /// What it said.
        #[source]
        fault: KeyringFault,
    },
    /// It is locked.
    #[error(
        "the system keyring ({backend}) is locked, and nothing was changed; unlock it in the desktop's settings or \
         use the password"
    )]
    Locked {
        /// What people know the keyring as.
        backend: &'static str,
    },
    /// It gave no answer in time.
    #[error(
        "the system keyring ({backend}) gave no answer within {} s, and nothing was changed; if it asks for its own \
         password, answer it and try again, or use the vault's password", limit.as_secs()
    )]
    TimedOut {
        /// What people know the keyring as.
        backend: &'static str,
        /// How long it was waited for.
        limit: Duration,
    },
    /// It has no secret for this vault.
    #[error(
        "the system keyring ({backend}) has no entry for this vault any more; unlock it with the password, and enable \
         the keyring again"
    )]
    NoEntry {
        /// What people know the keyring as.
        backend: &'static str,
    },
    /// It has another secret than was stored.
    #[error(
        "the entry for this vault in the system keyring ({backend}) was changed and opens nothing; unlock the vault \
         with the password, and enable the keyring again"
    )]
    Changed {
        /// What people know the keyring as.
        backend: &'static str,
    },
}

/// How a vault and the keyring stand to each other.
#[derive(Debug)]
pub struct KeyringStatus {
    /// Whether the vault has a slot for the keyring.
    pub enabled: bool,
    /// What people know the keyring as.
    pub backend: &'static str,
    /// Whether the keyring answered.
    pub available: bool,
    /// Why it does not open the vault, or could not if it were enabled.
    pub problem: Option<KeyringError>,
}

/// What came of disabling the keyring: it no longer opens the vault.
#[derive(Debug)]
pub struct KeyringDisabled {
    /// Why the secret is still in the keyring, if it is. It opens nothing but an older copy of this vault's folder.
    pub left_behind: Option<KeyringError>,
}
