//! Looking after the vault: whether it is whole, what it takes, and what was repaired.

use idw_wallet::{
    QuarantinedView,
    view::{NoticeView, VaultCheck, VaultCompacted, VaultStatus},
};
use tauri::{State, ipc::Channel};

use super::{blocking, disclosure::ProgressView};
use crate::{failure::Failure, state::AppState};

/// What happened to the vault that its owner must know.
#[tauri::command]
pub(crate) async fn list_notices(state: State<'_, AppState>) -> Result<Vec<NoticeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || Ok::<_, Failure>(wallet.notices())).await
}

/// What the vault holds, and the room it takes.
#[tauri::command]
pub(crate) async fn vault_usage(state: State<'_, AppState>) -> Result<VaultStatus, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.vault_status()).await
}

/// Reads every record and document, and says what is wrong.
#[tauri::command]
pub(crate) async fn verify_vault(
    state: State<'_, AppState>,
    on_progress: Channel<ProgressView>,
) -> Result<VaultCheck, Failure> {
    let wallet = state.wallet()?;
    blocking(move || {
        wallet.verify_vault(&|progress| {
            // A page that does not listen any more does not stop the check.
            let _ = on_progress.send(progress.into());
        })
    })
    .await
}

/// Gives dead space back, and with it what was removed.
#[tauri::command]
pub(crate) async fn compact_vault(state: State<'_, AppState>) -> Result<VaultCompacted, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.compact_vault()).await
}

/// What repairs have kept aside, the oldest first.
#[tauri::command]
pub(crate) async fn list_quarantined(state: State<'_, AppState>) -> Result<Vec<QuarantinedView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.quarantined()).await
}

/// Removes what a repair kept aside, for good.
#[tauri::command]
pub(crate) async fn remove_quarantined(state: State<'_, AppState>, name: String) -> Result<QuarantinedView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_quarantined(&name)).await
}
