//! The system keyring beside the password.

use idw_vault::{Batch, ChangeKeyringError, KeyringError as Refusal, KeyringStatus};

use crate::{
    Explain, Password, Problem, StoreError, Wallet,
    records::Event,
    view::KeyringView,
    wallet::{LockedWallet, UnlockError, unlock_problem},
    wiped_stack::on_wiped_stack,
};

/// Why the keyring was not enabled or disabled. The password unlocks the wallet as before.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The vault or the keyring did not do it.
    #[error(transparent)]
    Vault(#[from] ChangeKeyringError),
    /// It was done, but not written to the activity log.
    #[error("the keyring was changed, but the activity log was not written")]
    Log(#[source] StoreError),
}

impl KeyringError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Vault(ChangeKeyringError::Password(error)) => unlock_problem(error),
            Self::Vault(ChangeKeyringError::Keyring(Refusal::NotEnabled)) => Problem::NotFound,
            Self::Vault(_) => Problem::Other,
            Self::Log(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// Lets the system keyring (Secret Service, Keychain, Credential Manager) unlock this wallet too. The password
    /// always works as well.
    ///
    /// # Errors
    /// Where `current` is wrong, the keyring does not keep a secret within some seconds, or the vault cannot be written.
    pub fn keyring_enable(&self, current: &Password) -> Result<KeyringView, KeyringError> {
        self.store.vault().enable_keyring(current)?;
        self.store.commit(Batch::new(), Event::KeyringEnabled).map_err(KeyringError::Log)?;
        Ok(self.keyring_status())
    }

    /// Takes that back: the slot goes from the vault, and the secret from the keyring. Where the keyring does not give
    /// the secret up, the slot goes all the same, and `problem` says so.
    ///
    /// # Errors
    /// Where it is not enabled, or the vault cannot be written.
    pub fn keyring_disable(&self) -> Result<KeyringView, KeyringError> {
        let disabled = self.store.vault().disable_keyring()?;
        self.store.commit(Batch::new(), Event::KeyringDisabled).map_err(KeyringError::Log)?;
        Ok(match disabled.left_behind {
            None => self.keyring_status(),
            Some(error) => {
                let status = KeyringStatus { problem: Some(error), ..self.store.vault().keyring_status() };
                KeyringView { available: false, ..view(&status) }
            }
        })
    }

    /// How this wallet and the system keyring stand to each other. Asks the keyring: it can take two seconds.
    pub fn keyring_status(&self) -> KeyringView {
        view(&self.store.vault().keyring_status())
    }
}

impl LockedWallet {
    /// Unlocks the wallet with the secret in the system keyring, where that is enabled.
    ///
    /// # Errors
    /// The locked wallet comes back with the reason. Where [`UnlockError::is_of_keyring`], the password is to be asked
    /// for; other reasons are those of [`unlock`](Self::unlock).
    pub fn unlock_with_keyring(self) -> Result<Wallet, (Self, UnlockError)> {
        match on_wiped_stack(|| self.0.unlock_with_keyring()) {
            Ok(vault) => Ok(Wallet::unlocked(vault)),
            Err((sealed, error)) => Err((Self(sealed), UnlockError::from(error))),
        }
    }

    /// Whether the keyring is enabled. Does not ask the keyring.
    pub fn has_keyring(&self) -> bool {
        self.0.has_keyring()
    }

    /// As [`Wallet::keyring_status`].
    pub fn keyring_status(&self) -> KeyringView {
        view(&self.0.keyring_status())
    }
}

fn view(status: &KeyringStatus) -> KeyringView {
    KeyringView {
        enabled: status.enabled,
        backend: status.backend.to_owned(),
        available: status.available,
        problem: status.problem.as_ref().map(Explain::explain),
    }
}
