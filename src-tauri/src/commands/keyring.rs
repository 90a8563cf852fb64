//! The system keyring beside the password.

use std::sync::Arc;

use idw_wallet::{LockedWallet, Password, view::KeyringView};
use tauri::State;

use super::{blocking, profiles::in_last_profile};
use crate::{failure::Failure, state::AppState};

/// How the wallet and the system keyring stand to each other. Asks the keyring, which can take two seconds.
#[tauri::command]
pub(crate) async fn keyring_status(state: State<'_, AppState>) -> Result<KeyringView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || Ok::<_, Failure>(wallet.keyring_status())).await
}

/// Lets the keyring open this wallet too.
#[tauri::command]
pub(crate) async fn enable_keyring(state: State<'_, AppState>, password: String) -> Result<KeyringView, Failure> {
    let password = Password::new(password);
    let wallet = state.wallet()?;
    blocking(move || wallet.keyring_enable(&password)).await
}

/// Takes that back.
#[tauri::command]
pub(crate) async fn disable_keyring(state: State<'_, AppState>) -> Result<KeyringView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.keyring_disable()).await
}

/// Opens the vault with the secret in the keyring.
#[tauri::command]
pub(crate) async fn unlock_with_keyring(state: State<'_, AppState>) -> Result<(), Failure> {
    if state.is_open() {
        return Err(Failure::already_open());
    }
    let opening = state.opening();
    let holding = Arc::clone(state.holding());
    let last = state.settings().profile();
    let unlock = move || Ok::<_, Failure>(in_last_profile(holding.unlock(LockedWallet::unlock_with_keyring)?, last));
    let wallet = blocking(unlock).await?;
    state.opened(opening, wallet)
}
