//! The program itself, and the world outside its window.

use std::{io, sync::Arc};

use idw_wallet::Explain as _;
use idw_words::message;
use serde::Serialize;
use tauri::{State, Url, ipc::Channel};
use zeroize::Zeroizing;

use super::blocking;
use crate::{
    clipboard::KEPT,
    failure::{Failure, FailureCode},
    page_event::PageEvent,
    settings::{AUTO_LOCK_MINUTES, AutoLock, NotAChoice, Settings},
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

/// How soon the wallet locks by itself.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AutoLockView {
    /// Minutes without a touch; none for never.
    minutes: Option<u32>,
    /// Which minutes can be chosen.
    choices: Vec<u32>,
}

/// How soon the wallet locks by itself.
#[tauri::command]
pub(crate) async fn auto_lock(state: State<'_, AppState>) -> Result<AutoLockView, Failure> {
    Ok(AutoLockView { minutes: state.settings().auto_lock().minutes(), choices: AUTO_LOCK_MINUTES.to_vec() })
}

/// Changes how soon the wallet locks by itself: to one of the choices, or to never.
#[tauri::command]
pub(crate) async fn set_auto_lock(state: State<'_, AppState>, minutes: Option<u32>) -> Result<AutoLockView, Failure> {
    let unknown = |NotAChoice(minutes)| Failure::new(FailureCode::Usage, message::WindowLockChoice { minutes });
    let chosen = AutoLock::try_from(minutes).map_err(unknown)?;
    remember(&state, move |settings| settings.set_auto_lock(chosen)).await?;
    auto_lock(state).await
}

/// The page shows another language from now on (its tag), in which file dialogs and notifications are to be too.
#[tauri::command]
pub(crate) async fn speak(state: State<'_, AppState>, language: String) -> Result<(), Failure> {
    state.speech().change_to(&language);
    Ok(())
}

/// Somebody uses the window: the time without a touch begins anew.
#[tauri::command]
pub(crate) async fn in_use(state: State<'_, AppState>) -> Result<(), Failure> {
    state.touched().now();
    Ok(())
}

/// Remembers the colour that the page is drawn on, so that the next start begins with it.
#[tauri::command]
pub(crate) async fn remember_canvas(state: State<'_, AppState>, red: u8, green: u8, blue: u8) -> Result<(), Failure> {
    remember(&state, move |settings| settings.set_canvas([red, green, blue])).await
}

/// What is in the page's forms now and not saved, as the page's own text; none where there is nothing. It is sealed when the
/// wallet locks. No password, phrase or key may be in it.
#[tauri::command]
pub(crate) async fn keep_unsaved(state: State<'_, AppState>, content: Option<String>) -> Result<(), Failure> {
    state.keep_unsaved(content.map(Zeroizing::new))
}

/// What was in the page's forms when the wallet was locked in this profile, if that was less than a day ago.
#[tauri::command]
pub(crate) async fn unsaved(state: State<'_, AppState>) -> Result<Option<String>, Failure> {
    let wallet = state.wallet()?;
    let kept = blocking(move || wallet.unsaved()).await?;
    // It goes to the page that it came from.
    Ok(kept.map(|content| content.as_str().to_owned()))
}

/// The path that the user typed for a question of [`PageEvent::TypePath`]; none where they change their mind. Where a file
/// with that name is there, it is replaced only if `replace` says so.
#[tauri::command]
pub(crate) async fn answer_path(
    state: State<'_, AppState>,
    id: String,
    path: Option<String>,
    replace: bool,
) -> Result<(), Failure> {
    let paths = Arc::clone(state.typed_paths());
    blocking(move || paths.answer(&id, path.as_deref(), replace)).await
}

async fn remember(
    state: &AppState,
    change: impl FnOnce(&Settings) -> io::Result<()> + Send + 'static,
) -> Result<(), Failure> {
    let settings = Arc::clone(state.settings());
    blocking(move || {
        change(&settings).map_err(|error| {
            Failure::new(FailureCode::Other, message::WindowSettingUnsaved { reason: error.explain() })
        })
    })
    .await
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
        open::that_detached(url.as_str())
            .map_err(|error| Failure::new(FailureCode::Other, message::WindowNoBrowser { reason: error.explain() }))
    })
    .await
}

/// A site chooses this text: what is not http(s) could start any program that registered for its scheme.
fn web_address(text: &str) -> Result<Url, Failure> {
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .ok_or_else(|| Failure::new(FailureCode::Refused, message::WindowAddressRefused))
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
