//! Accounts, and their keys out of the wallet and into it.

use std::io::{Read as _, Write as _};

use idw_wallet::{
    AccountRemoval, Explain as _, ExportAs, IfNeeded, ImportedKey, Passphrase, Password, PlaceError, RecoveryPhrase,
    view::AccountView,
};
use idw_words::message;
use serde::{Deserialize, Serialize};
use tauri::{Runtime, State, WebviewWindow};
use zeroize::Zeroizing;

use super::{blocking, documents::write_export};
use crate::{
    chosen_files::{ChosenFileView, TargetView, open_and_keep, unreadable},
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::AppState,
};

/// The longest key file that is read, in bytes; the wallet refuses any that is longer.
const MAX_KEY_FILE_BYTES: u64 = 64 * 1024;

/// A key from elsewhere.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum KeyInput {
    /// A file that was chosen (Web3 Secret Storage), and its password.
    KeyFile { token: String, password: String },
    /// 64 hexadecimal digits.
    PrivateKey { text: String },
    /// One account of a recovery phrase.
    Phrase { words: String, index: u32 },
}

/// A secret that is shown as it is.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum SecretInput {
    PrivateKey,
    Phrase,
}

/// A secret, to be shown for a moment.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RevealedView {
    text: String,
    /// What to call it when it is on the screen: it counts as exported from then on.
    token: String,
}

/// All accounts, the main one first.
#[tauri::command]
pub(crate) async fn list_accounts(state: State<'_, AppState>) -> Result<Vec<AccountView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.accounts()).await
}

/// Makes the next account of the recovery phrase.
#[tauri::command]
pub(crate) async fn new_account(state: State<'_, AppState>, name: Option<String>) -> Result<AccountView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.new_account(name.as_deref())).await
}

/// Gives an account another name.
#[tauri::command]
pub(crate) async fn rename_account(
    state: State<'_, AppState>,
    name: String,
    to: String,
) -> Result<AccountView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.rename_account(&name, &to)).await
}

/// What removing an account would mean.
#[tauri::command]
pub(crate) async fn account_removal(state: State<'_, AppState>, name: String) -> Result<AccountRemoval, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.account_removal(&name)).await
}

/// Removes an account. The page has told what that means.
#[tauri::command]
pub(crate) async fn remove_account(state: State<'_, AppState>, name: String) -> Result<AccountView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_account(&name, IfNeeded::Remove)).await
}

/// Lets the user choose a key file to import. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn pick_key_file<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ChosenFileView>, Failure> {
    state.wallet()?;
    // Wallets call them anything: `UTC--…` without an ending, or `name.json`.
    let kind = Kind::new(message::FilesKindKeys, &["json", "*"]);
    let chosen = dialogs::to_open(&window, message::FilesTitleKey, kind).await?;
    let Some(path) = chosen else { return Ok(None) };
    open_and_keep(&state, path).await.map(Some)
}

/// Adds an account with a key from elsewhere.
#[tauri::command]
pub(crate) async fn import_account(
    state: State<'_, AppState>,
    name: Option<String>,
    key: KeyInput,
) -> Result<AccountView, Failure> {
    let wallet = state.wallet()?;
    let key = key_of(&state, key)?;
    blocking(move || wallet.import_account(name.as_deref(), key)).await
}

/// Lets the user say where an account's key file goes. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn choose_key_file_target<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
    name: String,
) -> Result<Option<TargetView>, Failure> {
    state.wallet()?;
    let file = format!("{}.json", file_stem(&name));
    let kind = Kind::new(message::FilesKindKeys, &["json"]);
    let target = dialogs::to_save(&window, message::FilesTitleKeySave, Some(kind), &file).await?;
    target.map(|path| state.keep_target(path)).transpose()
}

/// Writes an account's key to the file that was chosen, under a password of its own: as it was typed, or in the form from
/// which ethers derives the key (NFKC).
#[tauri::command]
pub(crate) async fn export_key_file(
    state: State<'_, AppState>,
    token: String,
    name: String,
    password: String,
    file_password: String,
    nfkc: bool,
) -> Result<(), Failure> {
    let (password, passphrase) = (Password::new(password), Passphrase::new(file_password));
    let passphrase = if nfkc { passphrase.in_the_form_of_ethers() } else { passphrase };
    let wallet = state.wallet()?;
    let target = state.target(&token)?;
    blocking(move || {
        write_export(&wallet, &target, |file| {
            let exported = wallet.export_account(&name, &password, ExportAs::Keystore { passphrase })?;
            let written = file.write_all(exported.expose_text().as_bytes()).and_then(|()| file.write_all(b"\n"));
            written.map_err(|error| PlaceError::unwritten(&target, error))?;
            Ok(exported)
        })
        .map(drop)
    })
    .await
}

/// Hands a secret out to be shown, after the password was given again. The page says when it is on the screen, and hides
/// it after a while.
#[tauri::command]
pub(crate) async fn reveal_secret(
    state: State<'_, AppState>,
    name: String,
    password: String,
    secret: SecretInput,
) -> Result<RevealedView, Failure> {
    let password = Password::new(password);
    let wallet = state.wallet()?;
    let form = match secret {
        SecretInput::PrivateKey => ExportAs::RawKey,
        SecretInput::Phrase => ExportAs::Phrase,
    };
    let exported = blocking(move || wallet.export_account(&name, &password, form)).await?;
    // The user asked to see it, and typed the password for that.
    let text = exported.expose_text().to_owned();
    let token = state.keep_revealed(exported.without_content())?;
    Ok(RevealedView { text, token })
}

/// A secret is on the screen, so that the user has it: it counts as exported.
#[tauri::command]
pub(crate) async fn secret_shown(state: State<'_, AppState>, token: String) -> Result<(), Failure> {
    let revealed = state.take_revealed(&token)?;
    blocking(move || revealed.placed()).await
}

fn key_of(state: &AppState, input: KeyInput) -> Result<ImportedKey, Failure> {
    match input {
        KeyInput::KeyFile { token, password } => {
            let passphrase = Passphrase::new(password);
            let mut json = Vec::new();
            let file = state.waiting_file(&token)?;
            let name = file.name().to_owned();
            let read = file.into_reader()?.take(MAX_KEY_FILE_BYTES + 1).read_to_end(&mut json);
            read.map_err(|error| unreadable(&name, &error))?;
            Ok(ImportedKey::Keystore { json, passphrase })
        }
        KeyInput::PrivateKey { text } => Ok(ImportedKey::RawHex(Zeroizing::new(text))),
        KeyInput::Phrase { words, index } => {
            let words = Zeroizing::new(words);
            let phrase = RecoveryPhrase::parse(&words);
            let phrase = phrase.map_err(|error| Failure::new(FailureCode::Usage, error.explain()))?;
            Ok(ImportedKey::Phrase { phrase, index })
        }
    }
}

/// A name that any file system takes.
fn file_stem(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    let stem: String = name.chars().map(plain).collect();
    let stem = stem.trim_matches('-');
    if stem.is_empty() { "account".to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_accounts_make_names_of_files() {
        let check = |name: &str, expected: &str| assert_eq!(file_stem(name), expected, "{name}");
        check("main", "main");
        check("my savings", "my-savings");
        check("../../etc/passwd", "etc-passwd");
        check("Bücher", "Bücher");
        check("…", "account");
    }
}
