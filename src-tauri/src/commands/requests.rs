//! Requests that came from outside: listed, opened and declined.

use idw_wallet::{Declining, view::RequestView};
use tauri::State;

use super::{blocking, disclosure::ProposalView};
use crate::{failure::Failure, state::AppState};

/// The requests that came from outside, the newest first; those that are over for some days too.
#[tauri::command]
pub(crate) async fn list_requests(state: State<'_, AppState>) -> Result<Vec<RequestView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.requests()).await
}

/// Works out what would be sent in answer to a request, as the active profile. Nothing leaves.
#[tauri::command]
pub(crate) async fn open_request(state: State<'_, AppState>, id: String) -> Result<ProposalView, Failure> {
    let wallet = state.wallet()?;
    let proposal = wallet.open_request(&id).await?;
    ProposalView::keep(&state, proposal)
}

/// The user said no to a request: it is not shown as open any more.
#[tauri::command]
pub(crate) async fn decline_request(state: State<'_, AppState>, id: String) -> Result<RequestView, Failure> {
    let wallet = state.wallet()?;
    let request = blocking(move || wallet.decline_request(&id, Declining::Once)).await?;
    state.holding().holder().inbox_changed();
    Ok(request)
}
