//! Relying parties.

use idw_wallet::view::{SiteAdded, SiteView, TemplateView};
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// All sites.
#[tauri::command]
pub(crate) async fn list_sites(state: State<'_, AppState>) -> Result<Vec<SiteView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.sites()).await
}

/// Asks the site at `url` for its description and remembers it.
#[tauri::command]
pub(crate) async fn add_site(
    state: State<'_, AppState>,
    url: String,
    name: Option<String>,
) -> Result<SiteAdded, Failure> {
    let wallet = state.wallet()?;
    let found = wallet.find_site(&url).await?;
    blocking(move || wallet.add_site(found, name.as_deref())).await
}

/// Gives a site the key that an earlier version had there. The page has shown everyone who gets what it signs.
#[tauri::command]
pub(crate) async fn use_earlier_key(state: State<'_, AppState>, site: String) -> Result<SiteView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.use_first_key_rule(&site)).await
}

/// Forgets a site.
#[tauri::command]
pub(crate) async fn remove_site(state: State<'_, AppState>, site: String) -> Result<SiteView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_site(&site)).await
}

/// Asks a site what KYC applications it takes.
#[tauri::command]
pub(crate) async fn list_templates(state: State<'_, AppState>, site: String) -> Result<Vec<TemplateView>, Failure> {
    let wallet = state.wallet()?;
    Ok(wallet.templates(&site).await?)
}
