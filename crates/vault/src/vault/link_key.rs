//! The key by which processes of one owner know each other: the one that holds the vault, and those that want something
//! of it.
//!
//! It is a subkey of the data key that serves for nothing else, so that a holder can keep it while the vault is locked:
//! it opens no record.

use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::Vault;
use super::credential::Credential;
use super::keyring::{has_keyring, secret_from};
use super::keys::VaultKeys;
use super::unlock::unlock_header;
use crate::crypto::KEY_LEN_BYTES;
use crate::header_file::HeaderCopies;
use crate::layout::Layout;
use crate::{Keyring, OpenError, Password, SystemKeyring, UnlockError};

/// The purpose of the key (`info` of RFC 5869).
const INFO: &[u8] = b"idw vault link key";

/// A vault that another process holds: its header alone, which is read without taking the vault.
#[derive(Debug)]
pub struct HeldVault {
    headers: Box<HeaderCopies>,
}

impl Vault {
    /// The key by which this owner's processes know each other: HKDF-SHA-256 (RFC 5869) of the data key. It opens nothing in
    /// the vault, and a new password does not change it.
    pub fn link_key(&self) -> Zeroizing<[u8; KEY_LEN_BYTES]> {
        derive(&self.keys)
    }
}

impl HeldVault {
    /// Reads the header of the vault in this folder.
    ///
    /// # Errors
    /// As [`Vault::open`], but for a vault that is in use.
    pub fn read(dir: &Path) -> Result<Self, OpenError> {
        let layout = Layout::new(dir);
        if !layout.has_vault() {
            return Err(OpenError::NotFound { dir: dir.to_owned() });
        }
        Ok(Self { headers: Box::new(HeaderCopies::read(&layout)?) })
    }

    /// The vault's [link key](Vault::link_key). It costs the whole key derivation, as unlocking does.
    ///
    /// # Errors
    /// As [`SealedVault::unlock`](crate::SealedVault::unlock), as far as they concern the header.
    pub fn link_key(&self, password: &Password) -> Result<Zeroizing<[u8; KEY_LEN_BYTES]>, UnlockError> {
        self.derive(Credential::Password(password))
    }

    /// The same by the secret in the system keyring, which is asked for two seconds at most.
    ///
    /// # Errors
    /// As [`SealedVault::unlock_with_keyring`](crate::SealedVault::unlock_with_keyring).
    pub fn link_key_with_keyring(&self) -> Result<Zeroizing<[u8; KEY_LEN_BYTES]>, UnlockError> {
        let keyring: Arc<dyn Keyring> = Arc::new(SystemKeyring);
        let backend = keyring.backend();
        let secret = secret_from(&self.headers, keyring)?;
        self.derive(Credential::Keyring { backend, secret: &secret })
    }

    /// Whether the vault has a slot for the keyring. Does not ask the keyring.
    pub fn has_keyring(&self) -> bool {
        has_keyring(&self.headers)
    }

    fn derive(&self, credential: Credential<'_>) -> Result<Zeroizing<[u8; KEY_LEN_BYTES]>, UnlockError> {
        let (_, keys, _) = unlock_header(&self.headers, credential)?;
        Ok(derive(&keys))
    }
}

fn derive(keys: &VaultKeys) -> Zeroizing<[u8; KEY_LEN_BYTES]> {
    Zeroizing::new(*keys.source().derive(&[INFO]).expose_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KdfCost;

    #[test]
    fn whoever_has_the_password_comes_to_the_holders_key_without_taking_the_vault() {
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("vault");
        let (password, new) = (Password::from("a password"), Password::from("another password"));
        let vault = Vault::create(&dir, &password, KdfCost::Floor).unwrap();
        let key = vault.link_key();
        assert_eq!(HeldVault::read(&dir).unwrap().link_key(&password).unwrap(), key);
        vault.change_password(&password, &new).unwrap();
        let held = HeldVault::read(&dir).unwrap();
        assert_eq!(held.link_key(&new).unwrap(), key, "the key outlives the password");
        assert!(matches!(held.link_key(&password), Err(UnlockError::WrongPassword)));
        assert!(matches!(held.link_key_with_keyring(), Err(UnlockError::Keyring(_))));

        let other = root.path().join("other");
        let other = Vault::create(&other, &password, KdfCost::Floor).unwrap();
        assert_ne!(other.link_key(), key);
        assert!(matches!(HeldVault::read(root.path()), Err(OpenError::NotFound { .. })));
    }
}
