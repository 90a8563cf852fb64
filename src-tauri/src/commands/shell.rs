//! The program itself, and the world outside its window.

use idw_wallet::without_error_numbers;
use serde::Serialize;
use tauri::{State, Url, ipc::Channel};
use zeroize::Zeroizing;

use super::blocking;
use crate::{
    clipboard::KEPT,
    failure::{Failure, FailureCode},
    page_event::PageEvent,
    state::AppState,
};

/// What the settings screen tells about the program.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AboutView {
    version: String,
    /// The vault's folder.
    folder: String,
}

#[tauri::command]
pub(crate) async fn about(state: State<'_, AppState>) -> Result<AboutView, Failure> {
    Ok(AboutView { version: env!("CARGO_PKG_VERSION").to_owned(), folder: state.vault_dir().display().to_string() })
}

/// Tells the page from now on what happens without its asking.
#[tauri::command]
pub(crate) async fn watch(state: State<'_, AppState>, on_event: Channel<PageEvent>) -> Result<(), Failure> {
    state.listen(on_event);
    Ok(())
}

/// Cancels the request to the network that the page began with this id, also where it has not begun yet. Nothing where it has ended.
#[tauri::command]
pub(crate) async fn cancel_wait(state: State<'_, AppState>, id: String) -> Result<(), Failure> {
    state.waits().cancel(id);
    Ok(())
}

/// Puts a secret into the clipboard. It is gone from there after a while, and when the wallet is locked. Answers after how
/// many seconds.
#[tauri::command]
pub(crate) async fn copy_secret(state: State<'_, AppState>, text: String) -> Result<u32, Failure> {
    let (clipboard, secret) = (state.clipboard().clone(), Zeroizing::new(text));
    blocking(move || clipboard.put_for_a_while(secret)).await?;
    Ok(u32::try_from(KEPT.as_secs()).unwrap_or(u32::MAX))
}

/// Opens a web address in the user's browser; any other kind of address is refused.
#[tauri::command]
pub(crate) async fn open_in_browser(url: String) -> Result<(), Failure> {
    open_address(&url).await
}

/// The same for an address that this side has.
pub(super) async fn open_address(url: &str) -> Result<(), Failure> {
    let url = web_address(url)?;
    blocking(move || {
        open::that_detached(url.as_str()).map_err(|error| {
            let why = without_error_numbers(&error.to_string());
            Failure::new(FailureCode::Other, format!("No browser could be started: {why}. Copy the address instead."))
        })
    })
    .await
}

/// A site chooses this text: what is not http(s) could start any program that registered for its scheme.
fn web_address(text: &str) -> Result<Url, Failure> {
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| Failure::new(FailureCode::Refused, "Only web addresses are opened (http and https)."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        for (text, expected) in [
            ("https://site.example/login?token=x", true),
            ("http://127.0.0.1:8080/", true),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("mailto:ada@mail.example", false),
            ("-help", false),
            ("", false),
        ] {
            assert_eq!(web_address(text).is_ok(), expected, "{text}");
        }
    }
}
