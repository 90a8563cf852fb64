//! The vault: making, unlocking and locking it.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use idw_link::HolderKind;
use idw_wallet::{
    CreateError, CreateOptions, HeldWallet, KdfCost, OpenError, Password, Problem, Wallet, view::Strength,
};
use serde::Serialize;
use tauri::State;

use super::{blocking, profiles::in_last_profile};
use crate::{
    failure::Failure,
    holding::{Holding, Keyring, is_in_use},
    other_holder,
    state::{AppState, Opening},
};

/// How long the user waits for a lock that has to wait for something.
const LOCK_WAITS: Duration = Duration::from_secs(2);
/// How long a program may take to let go of the vault after it said that it ends.
const FREE_WITHIN: Duration = Duration::from_secs(15);
/// How long is waited between two looks whether it has.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Which screen the window begins with.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "camelCase")]
pub(crate) enum VaultState {
    /// There is no vault in the folder yet.
    None { folder: String },
    /// There is one, and it waits for its password, or for the system keyring where that may open it.
    Locked { folder: String, keyring: bool },
    /// It is unlocked.
    Open { folder: String },
    /// A wallet without a window, `idw serve`, holds it.
    Served { folder: String },
    /// There is one that cannot be used: another program has it open, or it is damaged.
    Unusable { folder: String, failure: Failure },
}

/// A recovery phrase, to be shown once.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecoveryView {
    words: Vec<String>,
}

/// Where the vault stands.
#[tauri::command]
pub(crate) async fn vault_status(state: State<'_, AppState>) -> Result<VaultState, Failure> {
    let folder = state.vault_dir().display().to_string();
    if state.is_open() {
        return Ok(VaultState::Open { folder });
    }
    let holding = Arc::clone(state.holding());
    let taken = blocking(move || Ok::<_, Failure>(holding.take())).await?;
    Ok(match taken {
        Ok(keyring) => VaultState::Locked { folder, keyring: keyring == Keyring::May },
        Err(error) if error.problem() == Problem::NotFound => VaultState::None { folder },
        Err(error) if is_in_use(&error) && is_served(&state).await => VaultState::Served { folder },
        Err(error) => VaultState::Unusable { folder, failure: error.into() },
    })
}

/// Makes a vault and opens it. The phrase is handed out this once.
#[tauri::command]
pub(crate) async fn create_vault(state: State<'_, AppState>, password: String) -> Result<RecoveryView, Failure> {
    let password = Password::new(password);
    let dir = state.vault_dir().to_owned();
    let options = CreateOptions { cost: state.kdf(), ..CreateOptions::default() };
    let holding = Arc::clone(state.holding());
    let made = blocking(move || {
        let (wallet, phrase) = Wallet::create(&dir, &password, options)?;
        Ok::<_, CreateError>((holding.made(wallet), phrase))
    });
    let (wallet, phrase) = made.await?;
    state.opened(state.opening(), wallet)?; // whatever happened meanwhile: its phrase is to be seen
    // The user has to see the words: this is the one time they leave.
    Ok(RecoveryView { words: phrase.expose_words().split_whitespace().map(str::to_owned).collect() })
}

/// How well a password resists guessing.
#[tauri::command]
pub(crate) async fn rate_password(password: String) -> Result<Strength, Failure> {
    let password = Password::new(password);
    blocking(move || Ok::<_, Failure>(Wallet::password_strength(&password, &["identity", "wallet"]))).await
}

/// Opens the vault. Where guessing its password costs less than this machine can make it cost, that is mended after.
#[tauri::command]
pub(crate) async fn unlock_vault(state: State<'_, AppState>, password: String) -> Result<(), Failure> {
    let password = Password::new(password);
    if state.is_open() {
        return Err(Failure::already_open());
    }
    unlock(&state, state.opening(), password).await
}

/// The user takes the vault from `idw serve`: that ends, and the vault is opened here.
#[tauri::command]
pub(crate) async fn take_over_vault(state: State<'_, AppState>, password: String) -> Result<(), Failure> {
    let opening = state.opening();
    let dir = state.vault_dir().to_owned();
    let (key, password) = blocking(move || {
        let password = Password::new(password);
        let key = HeldWallet::read(&dir)?.link_key(&password)?;
        Ok::<_, Failure>((key, password))
    })
    .await?;
    other_holder::stop(state.vault_dir(), &key).await?;
    let holding = Arc::clone(state.holding());
    blocking(move || take_when_free(&holding)).await?;
    unlock(&state, opening, password).await
}

async fn unlock(state: &AppState, opening: Opening, password: Password) -> Result<(), Failure> {
    let holding = Arc::clone(state.holding());
    let last = state.settings().profile();
    let (wallet, password) = blocking(move || {
        let wallet = holding.unlock(|locked| locked.unlock(&password))?;
        Ok::<_, Failure>((in_last_profile(wallet, last), password))
    })
    .await?;
    state.opened(opening, wallet)?;
    if matches!(state.kdf(), KdfCost::Tuned) {
        strengthen(state, password)?;
    }
    Ok(())
}

/// Nobody waits for it: it takes seconds, and nothing is worse without it.
fn strengthen(state: &AppState, password: Password) -> Result<(), Failure> {
    let wallet = state.wallet()?;
    tauri::async_runtime::spawn_blocking(move || {
        if let Err(error) = wallet.strengthen(&password) {
            tracing::warn!(%error, "the key derivation was not made stronger");
        }
    });
    Ok(())
}

/// Forgets every key, every proposal and every chosen file.
#[tauri::command]
pub(crate) async fn lock_vault(state: State<'_, AppState>) -> Result<(), Failure> {
    let (session, holding) = (state.close(), Arc::clone(state.holding()));
    blocking(move || {
        drop(session);
        // A command that is under way may need longer: the keys go when it has ended.
        holding.settles_within(LOCK_WAITS);
        Ok::<_, Failure>(())
    })
    .await
}

/// Changes the password.
#[tauri::command]
pub(crate) async fn change_password(
    state: State<'_, AppState>,
    current: String,
    replacement: String,
) -> Result<(), Failure> {
    let (current, replacement) = (Password::new(current), Password::new(replacement));
    let wallet = state.wallet()?;
    blocking(move || wallet.change_password(&current, &replacement)).await
}

/// Whether it is `idw serve` that has the vault.
async fn is_served(state: &AppState) -> bool {
    other_holder::kind(state.vault_dir()).await == Some(HolderKind::Serve)
}

/// Takes the vault once the program that was asked to end has let go of it.
fn take_when_free(holding: &Holding) -> Result<(), OpenError> {
    let until = Instant::now() + FREE_WITHIN;
    loop {
        match holding.take() {
            Err(error) if is_in_use(&error) && Instant::now() < until => std::thread::sleep(LOOK_AGAIN),
            taken => return taken.map(drop),
        }
    }
}
