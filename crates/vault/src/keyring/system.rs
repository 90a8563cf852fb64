//! The keyring of the operating system.

use keyring::{Entry, Error};

use super::{Keyring, KeyringFault};
use crate::Plain;

/// What groups our entries in the keyring.
const SERVICE: &str = "idw-vault";

/// The Secret Service (GNOME Keyring, KWallet, KeePassXC) on Linux and the BSDs, Keychain on macOS, Credential Manager
/// on Windows.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeyring;

impl Keyring for SystemKeyring {
    fn backend(&self) -> &'static str {
        if cfg!(target_os = "macos") {
            "Keychain"
        } else if cfg!(windows) {
            "Credential Manager"
        } else {
            "Secret Service"
        }
    }

    fn store(&self, entry: &str, secret: &[u8]) -> Result<(), KeyringFault> {
        open(entry)?.set_secret(secret).map_err(fault)
    }

    fn load(&self, entry: &str) -> Result<Option<Plain>, KeyringFault> {
        match open(entry)?.get_secret() {
            Ok(secret) => Ok(Some(Plain::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    fn remove(&self, entry: &str) -> Result<(), KeyringFault> {
        match open(entry)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }
}

fn open(entry: &str) -> Result<Entry, KeyringFault> {
    // The reason is kept there; `Entry::new` says only that there is one.
    Entry::store_status().as_ref().map_err(reason)?;
    Entry::new(SERVICE, entry).map_err(fault)
}

fn fault(error: Error) -> KeyringFault {
    reason(&error)
}

/// Only texts of the platform: other variants carry what was stored.
fn reason(error: &Error) -> KeyringFault {
    match error {
        Error::NoStorageAccess(_) => KeyringFault::Locked,
        Error::PlatformFailure(source) => KeyringFault::Failed(source.to_string()),
        Error::NoDefaultStore => KeyringFault::Failed("there is no keyring service".to_owned()),
        Error::Ambiguous(_) => KeyringFault::Failed("there is more than one entry of that name in it".to_owned()),
        _ => KeyringFault::Failed("its entry is not what was stored".to_owned()),
    }
}
