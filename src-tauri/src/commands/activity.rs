//! The activity log.

use idw_wallet::view::{ActivityCheck, ActivityView};
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// The whole log, newest last.
#[tauri::command]
pub(crate) async fn list_activity(state: State<'_, AppState>) -> Result<Vec<ActivityView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.activity()).await
}

/// Checks that the log is whole and that nobody changed it.
#[tauri::command]
pub(crate) async fn verify_activity(state: State<'_, AppState>) -> Result<ActivityCheck, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.verify_activity()).await
}
