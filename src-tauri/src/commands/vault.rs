//! The vault: making, unlocking and locking it.

use std::path::Path;

use idw_wallet::{CreateOptions, KdfCost, OpenError, Password, Problem, Wallet, view::Strength};
use serde::Serialize;
use tauri::State;

use super::blocking;
use crate::{
    failure::{Failure, FailureCode},
    state::AppState,
};

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
    let dir = state.vault_dir().to_owned();
    blocking(move || Ok::<_, Failure>(status_of(&dir, folder))).await
}

/// Makes a vault and opens it. The phrase is handed out this once.
#[tauri::command]
pub(crate) async fn create_vault(state: State<'_, AppState>, password: String) -> Result<RecoveryView, Failure> {
    let password = Password::new(password);
    let dir = state.vault_dir().to_owned();
    let options = CreateOptions { cost: state.kdf(), ..CreateOptions::default() };
    let (wallet, phrase) = blocking(move || Wallet::create(&dir, &password, options)).await?;
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
        return Err(Failure::new(FailureCode::Exists, "The wallet is open already."));
    }
    let opening = state.opening();
    let dir = state.vault_dir().to_owned();
    let (wallet, password) = blocking(move || {
        let wallet = Wallet::open(&dir)?.unlock(&password).map_err(|(_locked, error)| Failure::from(error))?;
        Ok::<_, Failure>((wallet, password))
    })
    .await?;
    state.opened(opening, wallet)?;
    if matches!(state.kdf(), KdfCost::Tuned) {
        strengthen(&state, password)?;
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
    let session = state.close();
    blocking(move || {
        drop(session);
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

/// Opens the vault as far as that goes without a password, and lets go of it at once.
fn status_of(dir: &Path, folder: String) -> VaultState {
    if !Wallet::exists(dir) {
        return VaultState::None { folder };
    }
    match Wallet::open(dir) {
        Ok(locked) => VaultState::Locked { folder, keyring: locked.has_keyring() },
        Err(error) => unusable(error, folder),
    }
}

fn unusable(error: OpenError, folder: String) -> VaultState {
    if error.problem() == Problem::NotFound {
        return VaultState::None { folder };
    }
    VaultState::Unusable { folder, failure: error.into() }
}
