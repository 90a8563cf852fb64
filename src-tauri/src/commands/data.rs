//! Attributes and documents out of the wallet and into it, as one file.

use idw_wallet::{
    ExportSelection, ImportOptions, OnConflict, is_sqlite,
    view::{DataExported, ImportReport, SelfkeyContents},
};
use idw_words::message;
use serde::Deserialize;
use tauri::{Runtime, State, WebviewWindow};

use super::{blocking, documents::write_export};
use crate::{
    chosen_files::{ChosenFileView, WaitingFile, open_and_keep},
    dialogs::{self, Kind},
    failure::Failure,
    state::AppState,
};

/// What to do with a value where the wallet holds another one with the same label.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum ConflictInput {
    Skip,
    Replace,
    KeepBoth,
}

impl From<ConflictInput> for OnConflict {
    fn from(choice: ConflictInput) -> Self {
        match choice {
            ConflictInput::Skip => Self::Skip,
            ConflictInput::Replace => Self::Replace,
            ConflictInput::KeepBoth => Self::KeepBoth,
        }
    }
}

/// Writes all attributes and documents of the profile to a file that the user names. Nothing when they change their
/// mind.
#[tauri::command]
pub(crate) async fn export_data<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<DataExported>, Failure> {
    let wallet = state.wallet()?;
    let kind = Kind::of_format("JSON", &["json"]);
    let target = dialogs::to_save(&window, message::FilesTitleExport, Some(kind), "identity-wallet.json").await?;
    let Some(target) = target else { return Ok(None) };
    let written = move || {
        write_export(&wallet, &target, |file| {
            wallet.export_data(file, &ExportSelection::default()).map_err(Failure::from)
        })
    };
    blocking(written).await.map(Some)
}

/// Lets the user choose a file to import. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn pick_import<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ChosenFileView>, Failure> {
    state.wallet()?;
    // What this wallet exports, and the database of the SelfKey wallet.
    let kind = Kind::new(message::FilesKindImport, &["json", "sqlite"]);
    let chosen = dialogs::to_open(&window, message::FilesTitleImport, kind).await?;
    let Some(path) = chosen else { return Ok(None) };
    open_and_keep(&state, path).await.map(Some)
}

/// Whom a chosen file describes, where it is the database of a SelfKey wallet; nothing where it is another file.
#[tauri::command]
pub(crate) async fn selfkey_contents(
    state: State<'_, AppState>,
    token: String,
) -> Result<Option<SelfkeyContents>, Failure> {
    let wallet = state.wallet()?;
    let (chosen, other) = (state.waiting_file(&token)?, state.waiting_file(&token)?);
    blocking(move || {
        if !is_database(other)? {
            return Ok(None);
        }
        chosen.path()?.map(|path| wallet.selfkey_contents(path).map_err(Failure::from)).transpose()
    })
    .await
}

/// Takes in a chosen file, or only tells what that would do. `identity` says whose values, where a SelfKey wallet describes several.
#[tauri::command]
pub(crate) async fn import_data(
    state: State<'_, AppState>,
    token: String,
    dry_run: bool,
    on_conflict: ConflictInput,
    identity: Option<String>,
) -> Result<ImportReport, Failure> {
    let wallet = state.wallet()?;
    let (chosen, other) = (state.waiting_file(&token)?, state.waiting_file(&token)?);
    blocking(move || {
        let options = ImportOptions {
            dry_run,
            on_conflict: on_conflict.into(),
            from: chosen.name().to_owned(),
            metadata: idw_wallet::Metadata::Remove,
        };
        if is_database(other)?
            && let Some(path) = chosen.path()?
        {
            return wallet.import_selfkey(path, identity.as_deref(), &options).map_err(Failure::from);
        }
        wallet.import_data(&mut chosen.into_reader()?, &options).map_err(Failure::from)
    })
    .await
}

/// Told by its bytes: its name can be anything.
fn is_database(file: WaitingFile) -> Result<bool, Failure> {
    Ok(is_sqlite(&mut *file.into_reader()?).unwrap_or(false))
}
