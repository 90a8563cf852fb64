//! Profiles.

use std::sync::Arc;

use idw_wallet::{
    IfNeeded, ProfileRef, Wallet,
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
pub(crate) async fn rename_profile(state: State<'_, AppState>, id: String, to: String) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.rename_profile(ProfileRef::Id(&id), &to)).await
}

/// Works in another profile from now on. Proposals and chosen files of the one before are forgotten.
#[tauri::command]
pub(crate) async fn select_profile(state: State<'_, AppState>, id: String) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    let (other, view) = blocking(move || {
        let other = wallet.in_profile(ProfileRef::Id(&id))?;
        let view = other.profile()?;
        Ok::<_, idw_wallet::ProfileError>((other, view))
    })
    .await?;
    state.switch_to(other)?;
    let settings = Arc::clone(state.settings());
    let id = view.id.clone();
    // The profile is selected already. Only the next unlock would open another one.
    blocking(move || {
        if let Err(error) = settings.set_profile(&id) {
            tracing::warn!(%error, "the profile in use could not be remembered");
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(view)
}

/// The wallet in the profile that was used last, or in the first one where that is gone.
pub(crate) fn in_last_profile(wallet: Arc<Wallet>, last: Option<String>) -> Arc<Wallet> {
    match last.map(|id| wallet.in_profile(ProfileRef::Id(&id))) {
        Some(Ok(other)) => Arc::new(other),
        Some(Err(error)) => {
            tracing::info!(%error, "the wallet opens in its first profile");
            wallet
        }
        None => wallet,
    }
}

/// Removes a profile and, where the user said so, everything in it.
#[tauri::command]
pub(crate) async fn remove_profile(
    state: State<'_, AppState>,
    id: String,
    with_content: bool,
) -> Result<ProfileView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_profile(ProfileRef::Id(&id), IfNeeded::remove_if(with_content))).await
}
