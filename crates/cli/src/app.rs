//! What every command starts from: the options, the output, and the way into the vault.

use std::{
    env,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy as _;
use idw_wallet::{Explain as _, FilePlace, IfExists, KdfCost, LockedWallet, Password, Problem, Wallet};
use idw_words::message;

use crate::{
    args::GlobalOptions,
    fault::Failure,
    notices,
    output::Output,
    password::{self, Source},
    words::{say, tell},
};

/// How often a person may mistype the password before having to start again.
const TRIES: u32 = 3;

/// One run of the program.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) options: GlobalOptions,
    pub(crate) out: Output,
}

impl App {
    /// The vault's folder: `--vault`, `IDW_VAULT`, or the usual place for a program's data.
    pub(crate) fn vault_dir(&self) -> Result<PathBuf, Failure> {
        let named = self.options.vault.clone().or_else(|| env::var_os("IDW_VAULT").map(PathBuf::from));
        if let Some(dir) = named.filter(|dir| !dir.as_os_str().is_empty()) {
            return Ok(dir);
        }
        let strategy = etcetera::choose_base_strategy().map_err(|_| Failure::usage(say(message::CliNoHome)))?;
        Ok(strategy.data_dir().join("idw").join("vault"))
    }

    /// Where a file goes that a command writes. Refused before anything is opened or asked: the vault's own folder, and what
    /// is there, unless it is a file that may be replaced.
    pub(crate) fn file_place(&self, path: &Path, may_replace: bool) -> Result<FilePlace, Failure> {
        Ok(FilePlace::new(path, &self.vault_dir()?, IfExists::replace_if(may_replace))?)
    }

    /// Opens and unlocks the vault: with the password that was given, or with the system keyring where that is enabled,
    /// or with the password that is asked for.
    pub(crate) fn unlock(&self) -> Result<Wallet, Failure> {
        let wallet = self.unlock_in_any_way()?;
        self.tell_notices(&wallet);
        self.in_profile(wallet)
    }

    /// What is done is done in the profile that `--profile` names; without it in the first.
    fn in_profile(&self, wallet: Wallet) -> Result<Wallet, Failure> {
        match &self.options.profile {
            Some(name) => Ok(wallet.in_profile(name)?),
            None => Ok(wallet),
        }
    }

    fn unlock_in_any_way(&self) -> Result<Wallet, Failure> {
        let source = password::source(&self.options)?;
        let locked = self.open()?;
        let locked = match source {
            Some(source) => return Ok(unlock_with(locked, &source)?.0),
            None if self.asks_keyring() && locked.has_keyring() => match locked.unlock_with_keyring() {
                Ok(wallet) => return Ok(wallet),
                Err((locked, error)) if error.is_of_keyring() => {
                    self.out.warn(&tell(&error.explain()));
                    locked
                }
                Err((_, error)) => return Err(error.into()),
            },
            None => locked,
        };
        Ok(unlock_by_prompt(locked)?.0)
    }

    /// The same with the password, for a command that needs it again.
    pub(crate) fn unlock_with_password(&self) -> Result<(Wallet, Password), Failure> {
        let source = password::source(&self.options)?;
        let locked = self.open()?;
        let (wallet, password) = match source {
            Some(source) => unlock_with(locked, &source)?,
            None => unlock_by_prompt(locked)?,
        };
        self.tell_notices(&wallet);
        Ok((self.in_profile(wallet)?, password))
    }

    /// What was repaired is said once, at the unlocking that repaired it.
    fn tell_notices(&self, wallet: &Wallet) {
        for notice in wallet.notices() {
            self.out.warn(&notices::in_words(&notice));
        }
    }

    /// Takes the vault, still locked.
    pub(crate) fn open(&self) -> Result<LockedWallet, Failure> {
        Wallet::open(&self.vault_dir()?).map_err(|error| {
            let missing = error.problem() == Problem::NotFound;
            let failure = Failure::from(error);
            if missing { failure.hint(say(message::CliHintInit)) } else { failure }
        })
    }

    pub(crate) fn asks_keyring(&self) -> bool {
        !self.options.no_keyring && env::var_os("IDW_NO_KEYRING").is_none_or(|value| value.is_empty())
    }
}

fn unlock_with(locked: LockedWallet, source: &Source) -> Result<(Wallet, Password), Failure> {
    let password = source.read()?;
    match locked.unlock(&password) {
        Ok(wallet) => Ok((strengthened(wallet, &password), password)),
        Err((_, error)) => Err(error.into()),
    }
}

fn unlock_by_prompt(mut locked: LockedWallet) -> Result<(Wallet, Password), Failure> {
    for _ in 1..TRIES {
        let password = Source::Prompt.read()?;
        match locked.unlock(&password) {
            Ok(wallet) => return Ok((strengthened(wallet, &password), password)),
            Err((again, error)) if error.problem() == Problem::WrongPassword => {
                password::say(&say(message::CliPasswordWrong));
                locked = again;
            }
            Err((_, error)) => return Err(error.into()),
        }
    }
    unlock_with(locked, &Source::Prompt)
}

/// Protects a vault of which the password is protected less than this machine could, unless that is wanted.
fn strengthened(wallet: Wallet, password: &Password) -> Wallet {
    if matches!(kdf_cost(), Ok(KdfCost::Tuned))
        && let Err(error) = wallet.strengthen(password)
    {
        tracing::warn!(%error, "the key derivation was not made stronger");
    }
    wallet
}

/// What `IDW_KDF` asks for.
pub(crate) fn kdf_cost() -> Result<KdfCost, Failure> {
    match env::var_os("IDW_KDF") {
        None => Ok(KdfCost::Tuned),
        Some(value) if value.is_empty() || value == "tuned" => Ok(KdfCost::Tuned),
        Some(value) if value == "floor" => Ok(KdfCost::Floor),
        Some(_) => Err(Failure::usage(say(message::CliKdfUnknown))),
    }
}
