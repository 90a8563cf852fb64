//! Profiles.

use idw_wallet::{
    IfNeeded,
    view::{ProfileKind, ProfileView},
};
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// All profiles; the one that the window works in is marked.
#[tauri::command]
pub(crate) async fn list_profiles(state: State<'_, AppState>) -> Result<Vec<ProfileView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.profiles()).await
}

/// Makes a profile, with an account of its own.
#[tauri::command]
pub(crate) async fn add_profile(
    state: State<'_, AppState>,
    name: String,
    kind: ProfileKind,
) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.add_profile(&name, kind)).await
}

/// Gives a profile another name.
#[tauri::command]
pub(crate) async fn rename_profile(
    state: State<'_, AppState>,
    name: String,
    to: String,
) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.rename_profile(&name, &to)).await
}

/// Works in another profile from now on. Proposals and chosen files of the one before are forgotten.
#[tauri::command]
pub(crate) async fn select_profile(state: State<'_, AppState>, name: String) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    let (other, view) = blocking(move || {
        let other = wallet.in_profile(&name)?;
        let view = other.profile()?;
        Ok::<_, idw_wallet::ProfileError>((other, view))
    })
    .await?;
    state.switch_to(other)?;
    Ok(view)
}

/// Removes a profile and, where the user said so, everything in it.
#[tauri::command]
pub(crate) async fn remove_profile(
    state: State<'_, AppState>,
    name: String,
    with_content: bool,
) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_profile(&name, IfNeeded::remove_if(with_content))).await
}
