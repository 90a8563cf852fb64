//! Opening, unlocking, locking: the wallet as a whole.

use std::{fmt, path::Path, sync::Arc};

use idw_http::Observer;
use idw_keys::{Phrase, PhraseError, Seed};
use idw_vault::{Batch, Password, SealedVault, Vault};
use zeroize::Zeroizing;

use crate::{
    Problem, StoreError, Stored,
    caches::Caches,
    migration::migrate_if_due,
    outdated,
    records::{Event, ONLY, PhraseRecord},
    store::{Store, Watch},
    wiped_stack::on_wiped_stack,
};

/// An unlocked wallet.
///
/// Its methods block (they read and write files, and some derive keys from a password), except the async ones,
/// which talk to sites.
pub struct Wallet {
    pub(crate) store: Arc<Store>,
    pub(crate) caches: Arc<Caches>,
    /// Who hears of each exchange with a site.
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

impl fmt::Debug for Wallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wallet").field("dir", &self.store.vault().dir()).finish_non_exhaustive()
    }
}

/// The words (BIP-39) from which every key of the wallet can be made again.
///
/// # Security
/// Whoever reads them owns every account. Show them once, at creation, and on the user's explicit wish.
pub struct RecoveryPhrase(pub(crate) Zeroizing<String>);

impl RecoveryPhrase {
    /// Reads a phrase as people paste it: in any case and spacing, with commas and quotes, numbered or not.
    ///
    /// # Errors
    /// Where a word is not of the BIP-39 English list, the count is wrong, or the checksum does not match.
    pub fn parse(words: &str) -> Result<Self, PhraseError> {
        let phrase = Phrase::parse(words)?;
        Ok(Self(Zeroizing::new(phrase.expose_words().to_owned())))
    }

    /// The words, separated by single spaces.
    pub fn expose_words(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecoveryPhrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryPhrase([redacted])")
    }
}

/// Why a vault was not opened.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct OpenError(#[from] pub(crate) idw_vault::OpenError);

impl OpenError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match &self.0 {
            idw_vault::OpenError::NotFound { .. } => Problem::NotFound,
            idw_vault::OpenError::InUse { .. } => Problem::InUse,
            idw_vault::OpenError::Damaged { .. }
            | idw_vault::OpenError::OddEntry(_)
            | idw_vault::OpenError::UnsupportedVersion { .. } => Problem::Damaged,
            idw_vault::OpenError::Io(_) => Problem::Other,
        }
    }
}

/// Why a vault was not unlocked.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct UnlockError(#[from] pub(crate) idw_vault::UnlockError);

impl UnlockError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        unlock_problem(&self.0)
    }

    /// Whether it is the system keyring's fault alone: the password still unlocks the wallet.
    pub fn is_of_keyring(&self) -> bool {
        matches!(self.0, idw_vault::UnlockError::Keyring(_))
    }
}

pub(crate) fn unlock_problem(error: &idw_vault::UnlockError) -> Problem {
    match error {
        idw_vault::UnlockError::WrongPassword => Problem::WrongPassword,
        idw_vault::UnlockError::OutOfMemory { .. }
        | idw_vault::UnlockError::Full { .. }
        | idw_vault::UnlockError::Unreadable(_)
        | idw_vault::UnlockError::Io(_)
        | idw_vault::UnlockError::Keyring(_) => Problem::Other,
        _ => Problem::Damaged,
    }
}

/// Why the password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The vault did not do it; the old password still works.
    #[error(transparent)]
    Vault(#[from] idw_vault::ChangePasswordError),
    /// It was changed, but not written to the activity log.
    #[error("the password was changed, but the activity log was not written")]
    Log(#[source] StoreError),
}

impl ChangePasswordError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Vault(idw_vault::ChangePasswordError::Current(error)) => unlock_problem(error),
            Self::Vault(idw_vault::ChangePasswordError::EmptyPassword) => Problem::Usage,
            Self::Vault(_) => Problem::Other,
            Self::Log(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// Whether there is a vault in `dir`.
    pub fn exists(dir: &Path) -> bool {
        idw_vault::exists(dir)
    }

    /// Takes the vault in `dir` for this process. It is still locked.
    ///
    /// # Errors
    /// Where there is none, another process has it, or it is damaged.
    pub fn open(dir: &Path) -> Result<LockedWallet, OpenError> {
        Ok(LockedWallet(Vault::open(dir)?))
    }

    /// Locks the wallet: every key leaves memory.
    ///
    /// # Errors
    /// The wallet is given back while one of its documents is being read for an upload, or while there is another
    /// handle on it from [`in_profile`](Self::in_profile).
    pub fn lock(self) -> Result<LockedWallet, Self> {
        Ok(LockedWallet(self.into_vault()?.lock()))
    }

    /// The vault alone, unless something else uses it still.
    pub(crate) fn into_vault(self) -> Result<Vault, Self> {
        let Self { store, caches, observer } = self;
        match Arc::try_unwrap(store).map(Store::into_vault) {
            Ok(Ok(vault)) => Ok(vault),
            Ok(Err(store)) => Err(Self { store: Arc::new(store), caches, observer }),
            Err(store) => Err(Self { store, caches, observer }),
        }
    }

    /// Replaces the password. Nothing but the key slot is rewritten.
    ///
    /// # Errors
    /// Where `current` is wrong, or the header cannot be written; the old password works then.
    pub fn change_password(&self, current: &Password, new: &Password) -> Result<(), ChangePasswordError> {
        on_wiped_stack(|| self.store.vault().change_password(current, new))?;
        self.store.commit(Batch::new(), Event::PasswordChanged).map_err(ChangePasswordError::Log)?;
        Ok(())
    }

    /// Whether this is the vault's password, for what it must not be enough to sit at the screen for. It costs the whole
    /// key derivation, as unlocking does.
    ///
    /// # Errors
    /// Where it is wrong, or could not be checked.
    pub fn check_password(&self, password: &Password) -> Result<(), UnlockError> {
        Ok(on_wiped_stack(|| self.store.vault().check_password(password))?)
    }

    /// Makes every guess of the password cost more, where the one that unlocked this wallet cost little: a wallet from
    /// a slower machine, or made with [`KdfCost::Floor`](idw_vault::KdfCost::Floor). Gives whether that was done. Call it
    /// after unlocking with the password; it returns at once when there is nothing to do, and takes about two seconds
    /// otherwise.
    ///
    /// # Errors
    /// As [`change_password`](Self::change_password). Nothing is changed then, and nothing is worse than before.
    pub fn strengthen(&self, password: &Password) -> Result<bool, ChangePasswordError> {
        Ok(self.store.vault().strengthen(password)?)
    }

    /// The folder that the vault is in.
    pub fn dir(&self) -> &Path {
        self.store.vault().dir()
    }

    /// Whether the vault is open for reading only, because its folder cannot be written to. Others may read beside this.
    pub fn is_read_only(&self) -> bool {
        self.store.vault().is_read_only()
    }

    /// The key by which processes of one owner know each other. It opens nothing, so a holder keeps it while locked.
    pub fn link_key(&self) -> LinkKeyBytes {
        self.store.vault().link_key()
    }

    pub(crate) fn unlocked(vault: Vault) -> Self {
        let caches = Arc::<Caches>::default();
        let watch: Arc<dyn Watch> = caches.clone();
        let store = Arc::new(Store::new(vault, watch));
        migrate_if_due(&store);
        outdated::remove_old(&store);
        Self { store, caches, observer: None }
    }

    /// The wallet as the first profile sees it: the person or company that it was made for.
    #[must_use]
    pub fn in_first_profile(&self) -> Self {
        self.as_profile(0)
    }

    /// The wallet as the profile with this number sees it.
    pub(crate) fn as_profile(&self, number: u32) -> Self {
        let (store, caches) = (Arc::new(self.store.for_profile(number)), Arc::clone(&self.caches));
        Self { store, caches, observer: self.observer.clone() }
    }

    /// Lets somebody hear of each exchange with a site from now on, until the wallet is locked. Tokens, signatures, values
    /// of attributes and files are taken out before that.
    #[must_use]
    pub fn with_observer(self, observer: Arc<dyn Observer>) -> Self {
        Self { observer: Some(observer), ..self }
    }

    /// The seed of every key. Callers keep it no longer than a derivation takes, and on a stack of its own.
    pub(crate) fn seed(&self) -> Result<Seed, StoreError> {
        let missing = || StoreError::Missing { what: Stored::RecoveryPhrase };
        let record = self.store.get::<PhraseRecord>(ONLY)?.ok_or_else(missing)?;
        let phrase = Phrase::parse(&record.words).map_err(|_| missing())?;
        Ok(phrase.seed())
    }
}

/// A vault that another process holds: as much of it as can be read without taking it.
#[derive(Debug)]
pub struct HeldWallet(idw_vault::HeldVault);

/// The key by which processes of one owner know each other; it opens nothing in the vault. Wiped when dropped.
pub type LinkKeyBytes = Zeroizing<[u8; 32]>;

impl HeldWallet {
    /// Reads what tells whether a password is right.
    ///
    /// # Errors
    /// Where there is no vault, or it is damaged.
    pub fn read(dir: &Path) -> Result<Self, OpenError> {
        Ok(Self(idw_vault::HeldVault::read(dir)?))
    }

    /// The key by which the holder knows the vault's owner. It costs the full key derivation, as unlocking does.
    ///
    /// # Errors
    /// Where the password is wrong or the vault is damaged.
    pub fn link_key(&self, password: &Password) -> Result<LinkKeyBytes, UnlockError> {
        Ok(on_wiped_stack(|| self.0.link_key(password))?)
    }

    /// The same by the system keyring.
    ///
    /// # Errors
    /// Where the keyring does not open the vault; the password still does.
    pub fn link_key_with_keyring(&self) -> Result<LinkKeyBytes, UnlockError> {
        Ok(on_wiped_stack(|| self.0.link_key_with_keyring())?)
    }

    /// Whether the vault can be unlocked by the system keyring. Does not ask it.
    pub fn has_keyring(&self) -> bool {
        self.0.has_keyring()
    }
}

/// A vault that this process has taken but not unlocked.
#[derive(Debug)]
pub struct LockedWallet(pub(crate) SealedVault);

impl LockedWallet {
    /// Unlocks the wallet.
    ///
    /// # Errors
    /// Where the password is wrong (it costs the full key derivation) or the vault is damaged; the locked wallet is
    /// given back for another try.
    pub fn unlock(self, password: &Password) -> Result<Wallet, (Self, UnlockError)> {
        match on_wiped_stack(|| self.0.unlock(password)) {
            Ok(vault) => Ok(Wallet::unlocked(vault)),
            Err((sealed, error)) => Err((Self(sealed), UnlockError(error))),
        }
    }

    /// Whether the vault's folder cannot be written to. Others can read it at the same time then.
    pub fn is_read_only(&self) -> bool {
        self.0.is_read_only()
    }

    /// The folder that the vault is in.
    pub fn dir(&self) -> &Path {
        self.0.dir()
    }
}
