//! Making a wallet.

use std::{fmt, path::Path};

use idw_keys::{DeriveError, MakePhraseError, Phrase, PhraseError, WordCount};
use idw_vault::{Batch, KdfCost, Password, RecordId, Unfinished, Vault};
use zeroize::Zeroizing;

use crate::{
    AccountError, Problem, RecoveryPhrase, StoreError, Wallet,
    accounts::{MAIN, named_view},
    clock::now,
    profiles,
    records::{AccountRecord, Event, KeySource, ONLY, PhraseRecord},
    store::put,
    view::AccountView,
    wiped_stack::on_wiped_stack,
};

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
pub enum CreateError {
    /// The vault was not made.
    #[error(transparent)]
    Vault(#[from] idw_vault::CreateError),
    /// The system gave no randomness.
    #[error("no recovery phrase could be made")]
    Randomness(#[from] MakePhraseError),
    /// The phrase to restore from is not valid.
    #[error("the recovery phrase is not valid")]
    Phrase(#[source] PhraseError),
    /// No key can be derived from the phrase.
    #[error("no key can be derived from the recovery phrase")]
    Derive(#[source] DeriveError),
    /// The account that was made could not be shown.
    #[error(transparent)]
    Account(#[from] AccountError),
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
            | Self::Derive(_)
            | Self::Vault(
                idw_vault::CreateError::NotEmpty { .. }
                | idw_vault::CreateError::OddEntry(_)
                | idw_vault::CreateError::EmptyPassword,
            ) => Problem::Usage,
            Self::Vault(_) | Self::Randomness(_) => Problem::Other,
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
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
        on_wiped_stack(|| Self::prepare_here(dir, password, options))
    }

    fn prepare_here(dir: &Path, password: &Password, options: CreateOptions) -> Result<NewWallet, CreateError> {
        let phrase = match options.phrase {
            Some(given) => Phrase::parse(given.expose_words()).map_err(CreateError::Phrase)?,
            None => Phrase::make(options.words)?,
        };
        let main = phrase.seed().account(0).map_err(CreateError::Derive)?;
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
        let main = named_view(&account)?;
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
}
