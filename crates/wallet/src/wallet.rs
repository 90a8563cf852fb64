//! Making, opening, locking: the wallet as a whole.

use std::{
    fmt,
    path::Path,
    sync::{Arc, OnceLock},
};

use idw_keys::{MakePhraseError, Phrase, PhraseError, Seed, WordCount};
use idw_lws::{Client, ClientOptions};
use idw_vault::{Batch, KdfCost, Password, RecordId, SealedVault, Unfinished, Vault};
use zeroize::Zeroizing;

use crate::{
    Problem, StoreError,
    accounts::named_view,
    caches::Caches,
    clock::now,
    migration::migrate_if_due,
    own_stack::on_own_stack,
    profiles,
    records::{AccountRecord, Event, KeySource, ONLY, PhraseRecord},
    store::{Store, Watch, put},
    view::AccountView,
};

/// The name of the account that every wallet begins with.
pub(crate) const MAIN: &str = "main";

/// An unlocked wallet.
///
/// Its methods block (they read and write files, and some derive keys from a password), except the async ones,
/// which talk to sites.
pub struct Wallet {
    pub(crate) store: Arc<Store>,
    pub(crate) caches: Arc<Caches>,
    pub(crate) client: OnceLock<Client>,
}

impl fmt::Debug for Wallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wallet").field("dir", &self.store.vault().dir()).finish_non_exhaustive()
    }
}

/// What a new wallet is made with.
#[derive(Debug)]
pub struct CreateOptions {
    /// The length of the recovery phrase.
    pub words: WordCount,
    /// What an attacker pays for each guess of the password.
    pub cost: KdfCost,
    /// The phrase to restore from; a new one is made where there is none.
    pub phrase: Option<RecoveryPhrase>,
}

impl Default for CreateOptions {
    fn default() -> Self {
        Self { words: WordCount::TwentyFour, cost: KdfCost::Tuned, phrase: None }
    }
}

/// The words (BIP-39) from which every key of the wallet can be made again.
///
/// # Security
/// Whoever reads them owns every account. Show them once, at creation, and on the user's explicit wish.
pub struct RecoveryPhrase(Zeroizing<String>);

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

/// A wallet that is made but for the last step. Dropped before it is kept, it leaves no vault.
#[must_use = "it is a wallet only once it is kept"]
pub struct NewWallet {
    wallet: Wallet,
    /// Below the wallet, which lets go of the vault's files before this clears them away.
    unfinished: Unfinished,
    phrase: RecoveryPhrase,
    main: AccountView,
}

impl NewWallet {
    /// What the user has to write down.
    pub fn phrase(&self) -> &RecoveryPhrase {
        &self.phrase
    }

    /// Its one account.
    pub fn main_account(&self) -> &AccountView {
        &self.main
    }

    /// Makes it a wallet, for good.
    ///
    /// # Errors
    /// Where the vault's folder cannot be written.
    pub fn keep(self) -> Result<(Wallet, RecoveryPhrase), CreateError> {
        let Self { wallet, unfinished, phrase, .. } = self;
        Ok((wallet.finished(unfinished)?, phrase))
    }
}

impl fmt::Debug for NewWallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewWallet({})", self.wallet.dir().display())
    }
}

/// Why no wallet was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CreateError {
    /// The vault was not made.
    #[error(transparent)]
    Vault(#[from] idw_vault::CreateError),
    /// The system gave no randomness.
    #[error("no recovery phrase could be made; no vault was made, try again")]
    Randomness(#[from] MakePhraseError),
    /// The phrase to restore from is none, or no key can be derived from it.
    #[error("the recovery phrase cannot be used; no vault was made, check the words")]
    Phrase(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Its first records were not written; no vault was made.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CreateError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Vault(idw_vault::CreateError::AlreadyExists { .. }) => Problem::Exists,
            Self::Vault(idw_vault::CreateError::InUse { .. }) => Problem::InUse,
            Self::Phrase(_)
            | Self::Vault(
                idw_vault::CreateError::NotEmpty { .. }
                | idw_vault::CreateError::OddEntry(_)
                | idw_vault::CreateError::EmptyPassword,
            ) => Problem::Usage,
            Self::Vault(_) | Self::Randomness(_) => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}

/// Why a vault was not opened.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct OpenError(#[from] idw_vault::OpenError);

impl OpenError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match &self.0 {
            idw_vault::OpenError::NotFound { .. } => Problem::NotFound,
            idw_vault::OpenError::InUse { .. } => Problem::InUse,
            idw_vault::OpenError::Damaged { .. }
            | idw_vault::OpenError::OddEntry(_)
            | idw_vault::OpenError::UnsupportedVersion { .. } => Problem::Damaged,
            _ => Problem::Other,
        }
    }
}

/// Why a vault was not unlocked.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct UnlockError(#[from] idw_vault::UnlockError);

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
#[non_exhaustive]
pub enum ChangePasswordError {
    /// The vault did not do it; the old password still works.
    #[error(transparent)]
    Vault(#[from] idw_vault::ChangePasswordError),
    /// It was changed, but not written to the activity log.
    #[error("the password was changed, but the activity log could not be written")]
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

    /// Makes a vault in `dir`, with one account, and gives the recovery phrase to show.
    ///
    /// # Errors
    /// Where a vault is there already, the folder is not empty, or it cannot be written.
    pub fn create(
        dir: &Path,
        password: &Password,
        options: CreateOptions,
    ) -> Result<(Self, RecoveryPhrase), CreateError> {
        Self::prepare(dir, password, options)?.keep()
    }

    /// The same up to where it can still be undone: for whoever shows the recovery phrase first, and keeps the wallet only
    /// if that was seen.
    ///
    /// # Errors
    /// As [`create`](Self::create).
    pub fn prepare(dir: &Path, password: &Password, options: CreateOptions) -> Result<NewWallet, CreateError> {
        on_own_stack(|| Self::prepare_here(dir, password, options))
    }

    fn prepare_here(dir: &Path, password: &Password, options: CreateOptions) -> Result<NewWallet, CreateError> {
        let phrase = match options.phrase {
            Some(given) => Phrase::parse(given.expose_words()).map_err(|error| CreateError::Phrase(error.into()))?,
            None => Phrase::make(options.words)?,
        };
        let main = phrase.seed().account(0).map_err(|error| CreateError::Phrase(error.into()))?;
        let (vault, unfinished) = Vault::begin(dir, password, options.cost)?;
        let wallet = Self::unlocked(vault);
        let mut batch = Batch::new();
        // The words go into the vault, sealed, and to the caller who shows them once.
        let words = Zeroizing::new(phrase.expose_words().to_owned());
        put(&mut batch, ONLY, &PhraseRecord { version: 1, words: words.clone() });
        let account = AccountRecord {
            version: 1,
            name: MAIN.to_owned(),
            source: KeySource::Derived { index: 0 },
            public_key: main.public_key().uncompressed_hex(),
            created: now(),
            exported: None,
            profile: 0,
        };
        put(&mut batch, RecordId::make(), &account);
        put(&mut batch, RecordId::make(), &profiles::first());
        wallet.store.commit(batch, Event::VaultCreated)?;
        let main = named_view(&account).map_err(|error| CreateError::Phrase(error.into()))?;
        Ok(NewWallet { wallet, unfinished, phrase: RecoveryPhrase(words), main })
    }

    /// Makes the vault of a wallet that was filled count.
    pub(crate) fn finished(self, unfinished: Unfinished) -> Result<Self, CreateError> {
        let vault = self.into_vault().map_err(drop).expect("nobody else has a wallet that is being made");
        Ok(Self::unlocked(unfinished.finish(vault)?))
    }

    /// Whether a vault could be made in `dir`, as far as a look at it tells: nothing is changed by that. What asks for a
    /// new password looks first.
    ///
    /// # Errors
    /// Where a vault is there already, or the folder is not empty.
    pub fn check_place(dir: &Path) -> Result<(), CreateError> {
        Ok(Vault::check_place(dir)?)
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
        let Self { store, caches, client } = self;
        match Arc::try_unwrap(store).map(Store::into_vault) {
            Ok(Ok(vault)) => Ok(vault),
            Ok(Err(store)) => Err(Self { store: Arc::new(store), caches, client }),
            Err(store) => Err(Self { store, caches, client }),
        }
    }

    /// Replaces the password. Nothing but the key slot is rewritten.
    ///
    /// # Errors
    /// Where `current` is wrong, or the header cannot be written; the old password works then.
    pub fn change_password(&self, current: &Password, new: &Password) -> Result<(), ChangePasswordError> {
        on_own_stack(|| self.store.vault().change_password(current, new))?;
        self.store.commit(Batch::new(), Event::PasswordChanged).map_err(ChangePasswordError::Log)?;
        Ok(())
    }

    /// Whether this is the vault's password, for what it must not be enough to sit at the screen for. It costs the whole
    /// key derivation, as unlocking does.
    ///
    /// # Errors
    /// Where it is wrong, or could not be checked.
    pub fn check_password(&self, password: &Password) -> Result<(), UnlockError> {
        Ok(on_own_stack(|| self.store.vault().check_password(password))?)
    }

    /// Makes every guess of the password cost more, where the one that unlocked this wallet cost little: a wallet from
    /// a slower machine, or made with [`KdfCost::Floor`]. Gives whether that was done. Call it after unlocking with the
    /// password; it returns at once when there is nothing to do, and takes about two seconds otherwise.
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

    pub(crate) fn unlocked(vault: Vault) -> Self {
        let caches = Arc::<Caches>::default();
        let watch: Arc<dyn Watch> = caches.clone();
        let store = Arc::new(Store::new(vault, watch));
        migrate_if_due(&store);
        Self { store, caches, client: OnceLock::new() }
    }

    /// The HTTP client, made at first use: most commands never talk to a site.
    pub(crate) fn client(&self) -> &Client {
        self.client.get_or_init(|| Client::new(ClientOptions::default()))
    }

    /// The seed of every key. Callers keep it no longer than a derivation takes, and on a stack of its own.
    pub(crate) fn seed(&self) -> Result<Seed, StoreError> {
        const WHAT: &str = "the recovery phrase";
        let missing = || StoreError::Missing { what: WHAT };
        let record = self.store.get::<PhraseRecord>(ONLY)?.ok_or_else(missing)?;
        let phrase = Phrase::parse(&record.words).map_err(|_| missing())?;
        Ok(phrase.seed())
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
        match on_own_stack(|| self.0.unlock(password)) {
            Ok(vault) => Ok(Wallet::unlocked(vault)),
            Err((sealed, error)) => Err((Self(sealed), UnlockError(error))),
        }
    }

    /// The folder that the vault is in.
    pub fn dir(&self) -> &Path {
        self.0.dir()
    }
}
