//! Relying parties.

use std::{io::Read as _, sync::Arc};

use idw_wallet::{
    FoundSite, Wallet, text,
    view::{SiteAdded, SiteView, TemplateView},
};
use idw_words::message;
use tauri::{Runtime, State, WebviewWindow};

use super::blocking;
use crate::{
    chosen_files::{ChosenFileView, WaitingFile, open_and_keep, unreadable},
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::AppState,
};

/// The longest description that is taken from a file or from pasted text, in bytes; the same as from the network.
const MOST_DESCRIPTION_BYTES: u64 = 1024 * 1024;

/// All sites.
#[tauri::command]
pub(crate) async fn list_sites(state: State<'_, AppState>) -> Result<Vec<SiteView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.sites()).await
}

/// Asks the site at `url` for its description and remembers it, until [`cancel_wait`](super::shell::cancel_wait) with `wait`.
#[tauri::command]
pub(crate) async fn add_site(
    state: State<'_, AppState>,
    wait: String,
    url: String,
    name: Option<String>,
) -> Result<SiteAdded, Failure> {
    let find = |wallet: Arc<Wallet>| async move {
        let found = wallet.find_site(&url).await?;
        Ok::<_, Failure>((wallet, found))
    };
    // Only asking takes long. What was found is added at once.
    let (wallet, found) = state.cancellable(wait, find).await?;
    blocking(move || wallet.add_site(found, name.as_deref())).await
}

/// Lets the user choose the file of a site's description. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn pick_site_file<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ChosenFileView>, Failure> {
    state.wallet()?;
    let chosen = dialogs::to_open(&window, message::FilesTitleSite, Kind::of_format("JSON", &["json"])).await?;
    let Some(path) = chosen else { return Ok(None) };
    open_and_keep(&state, path).await.map(Some)
}

/// Adds the site that a chosen file describes. Nobody is asked.
#[tauri::command]
pub(crate) async fn add_site_from_file(
    state: State<'_, AppState>,
    token: String,
    name: Option<String>,
) -> Result<SiteAdded, Failure> {
    let wallet = state.wallet()?;
    let chosen = state.waiting_file(&token)?;
    blocking(move || {
        let found = described(&read_description(chosen)?)?;
        wallet.add_site(found, name.as_deref()).map_err(Failure::from)
    })
    .await
}

/// Adds the site that a pasted text describes. Nobody is asked.
#[tauri::command]
pub(crate) async fn add_site_from_text(
    state: State<'_, AppState>,
    text: String,
    name: Option<String>,
) -> Result<SiteAdded, Failure> {
    let wallet = state.wallet()?;
    blocking(move || {
        let found = described(text.as_bytes())?;
        wallet.add_site(found, name.as_deref()).map_err(Failure::from)
    })
    .await
}

/// The ids of the requests that wait for the user's answer and name this site.
#[tauri::command]
pub(crate) async fn site_requests(state: State<'_, AppState>, site: String) -> Result<Vec<String>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.site_requests(&site)).await
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

/// Asks a site what KYC applications it takes, until [`cancel_wait`](super::shell::cancel_wait) with `wait`.
#[tauri::command]
pub(crate) async fn list_templates(
    state: State<'_, AppState>,
    wait: String,
    site: String,
) -> Result<Vec<TemplateView>, Failure> {
    state.cancellable(wait, |wallet| async move { wallet.templates(&site).await }).await
}

/// The bytes of a description; more than it can have are not read.
fn read_description(file: WaitingFile) -> Result<Vec<u8>, Failure> {
    let name = file.name().to_owned();
    let mut bytes = Vec::new();
    let read = file.into_reader()?.take(MOST_DESCRIPTION_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&name, &error))?;
    if text::is_utf16(&bytes) {
        return Err(Failure::new(FailureCode::Usage, message::WindowFileUtfSixteen { file: name }));
    }
    Ok(bytes)
}

fn described(json: &[u8]) -> Result<FoundSite, Failure> {
    if json.len() as u64 > MOST_DESCRIPTION_BYTES {
        return Err(Failure::new(FailureCode::Usage, message::WindowDescriptionTooLong));
    }
    Ok(FoundSite::from_config(json)?)
}
