//! The machine-readable zone of a passport or an identity card.

use idw_wallet::view::{AttributeView, MrzView};
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// Reads a zone, checks its digits, and says which values it suggests. Nothing is entered.
#[tauri::command]
pub(crate) async fn read_mrz(state: State<'_, AppState>, text: String) -> Result<MrzView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.read_mrz(&text)).await
}

/// Enters those of the values that a zone suggests which the user chose: by their attributes' names, or by name and day
/// (`date-of-birth=2015-02-03`) where the zone leaves two days possible.
#[tauri::command]
pub(crate) async fn apply_mrz(
    state: State<'_, AppState>,
    text: String,
    names: Vec<String>,
) -> Result<Vec<AttributeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || {
        let mut zone = wallet.read_mrz(&text)?;
        for key in &names {
            // What is not to be taken any more was entered in the meantime, and stays as it is.
            let _ = zone.take(key);
        }
        zone.proposals.retain(|proposal| names.contains(&proposal.key()));
        wallet.apply_mrz(&zone).map_err(Failure::from)
    })
    .await
}
