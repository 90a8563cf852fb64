//! Accounts.

use idw_wallet::view::AccountView;
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// All accounts, the main one first.
#[tauri::command]
pub(crate) async fn list_accounts(state: State<'_, AppState>) -> Result<Vec<AccountView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.accounts()).await
}
