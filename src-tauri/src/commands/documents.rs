//! Documents, and the files that the user chooses. The native dialogs open here: the page learns a file's name and
//! size, never its path.

use std::{fs::File, path::Path};

use idw_wallet::{
    FilePlace, IfExists, Metadata, Unplaced, Wallet,
    view::{DocumentAdded, DocumentCleaned, DocumentListView, DocumentView},
};
use idw_words::message;
use tauri::{
    Runtime, State, WebviewWindow,
    ipc::{InvokeBody, Request},
};

use super::{
    attributes::{OrderInput, PartInput},
    blocking,
};
use crate::{
    chosen_files::{ChosenFileView, WaitingFile, open_and_keep},
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::AppState,
};

/// All documents.
#[tauri::command]
pub(crate) async fn list_documents(state: State<'_, AppState>) -> Result<Vec<DocumentView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.documents()).await
}

/// A part of the list of documents that a query finds, in order; an empty query finds all.
#[tauri::command]
pub(crate) async fn query_documents(
    state: State<'_, AppState>,
    query: String,
    order: OrderInput,
    without: Vec<String>,
    part: PartInput,
) -> Result<DocumentListView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.query_documents(&query, order.into(), &without, part.into())).await
}

/// One document by its id.
#[tauri::command]
pub(crate) async fn get_document(state: State<'_, AppState>, id: String) -> Result<DocumentView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.document(&id)).await
}

/// Lets the user choose a file of one of `types` (media types; none for any that the wallet takes). Nothing when
/// the user changes their mind.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
    types: Vec<String>,
) -> Result<Option<ChosenFileView>, Failure> {
    state.wallet()?;
    let endings = extensions(&types);
    let kind = Kind::new(message::FilesKindDocuments, &endings);
    let chosen = dialogs::to_open(&window, message::FilesTitleOpen, kind).await?;
    let Some(path) = chosen else { return Ok(None) };
    open_and_keep(&state, path).await.map(Some)
}

/// Takes the bytes of a pasted picture. They stay in memory until a command takes them.
#[tauri::command]
pub(crate) async fn paste_file(state: State<'_, AppState>, request: Request<'_>) -> Result<ChosenFileView, Failure> {
    state.wallet()?;
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::new(FailureCode::Usage, message::WindowPasteNoPicture));
    };
    WaitingFile::pasted(bytes.clone(), state.speech()).keep_in(&state)
}

/// Lets go of a file that was chosen.
#[tauri::command]
pub(crate) async fn discard_file(state: State<'_, AppState>, token: String) -> Result<(), Failure> {
    state.discard_file(&token);
    Ok(())
}

/// Takes a chosen file into the wallet. It stays at hand until it is let go of, so that the user can still decide to
/// keep what was taken out of a picture.
#[tauri::command]
pub(crate) async fn add_document(
    state: State<'_, AppState>,
    token: String,
    keep_metadata: bool,
) -> Result<DocumentAdded, Failure> {
    let wallet = state.wallet()?;
    let chosen = state.waiting_file(&token)?;
    let metadata = if keep_metadata { Metadata::Keep } else { Metadata::Remove };
    blocking(move || {
        let name = chosen.name().to_owned();
        wallet.add_document(&name, &mut chosen.into_reader()?, metadata).map_err(Failure::from)
    })
    .await
}

/// Keeps a copy of a document without what it tells besides what is seen, and with the id of a value a second value with
/// it.
#[tauri::command]
pub(crate) async fn clean_document(
    state: State<'_, AppState>,
    id: String,
    value: Option<String>,
) -> Result<DocumentCleaned, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.clean_document(&id, value.as_deref())).await
}

/// Saves a copy of a document where the user says. False when the user changes their mind.
#[tauri::command]
pub(crate) async fn export_document<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
    id: String,
) -> Result<bool, Failure> {
    let wallet = state.wallet()?;
    let of = std::sync::Arc::clone(&wallet);
    let wanted = id.clone();
    let document = blocking(move || of.document(&wanted)).await?;
    let target = dialogs::to_save(&window, message::FilesTitleCopy, None, &document.name).await?;
    let Some(target) = target else { return Ok(false) };
    blocking(move || export_to(&wallet, &id, &target)).await?;
    Ok(true)
}

/// Removes a document that no attribute uses.
#[tauri::command]
pub(crate) async fn remove_document(state: State<'_, AppState>, id: String) -> Result<DocumentView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_document(&id)).await
}

/// Writes a document to a file that only the user can read.
pub(crate) fn export_to(wallet: &Wallet, id: &str, target: &Path) -> Result<DocumentView, Failure> {
    write_export(wallet, target, |file| wallet.export_document(id, file).map_err(Failure::from))
}

/// Writes a file that only the user can read; what is in it counts as exported from when the file is in its place. A file
/// that was there before, about which the native dialog has asked, is replaced only by a whole one.
pub(crate) fn write_export<T>(
    wallet: &Wallet,
    target: &Path,
    write: impl FnOnce(&mut File) -> Result<Unplaced<T>, Failure>,
) -> Result<T, Failure> {
    FilePlace::new(target, wallet.dir(), IfExists::Replace)?.export(write)
}

/// The file name endings to offer for media types. The bytes decide what a file is; this only helps to find it.
fn extensions(types: &[String]) -> Vec<&'static str> {
    const KNOWN: &[(&str, &[&str])] = &[
        ("image/jpeg", &["jpg", "jpeg"]),
        ("image/png", &["png"]),
        ("application/pdf", &["pdf"]),
        ("audio/mpeg", &["mp3"]),
        ("audio/mp3", &["mp3"]),
        ("audio/mp4", &["m4a", "mp4"]),
        ("audio/ogg", &["ogg", "oga"]),
        ("audio/x-wav", &["wav"]),
    ];
    let wanted = KNOWN.iter().filter(|(media_type, _)| types.is_empty() || types.iter().any(|t| t == media_type));
    let mut found: Vec<_> = wanted.flat_map(|(_, endings)| endings.iter().copied()).collect();
    found.dedup();
    // A type that is not known here must still be choosable.
    if found.is_empty() { vec!["*"] } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dialog_offers_what_the_field_takes() {
        let types = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(extensions(&types(&["image/png", "application/pdf"])), ["png", "pdf"]);
        assert_eq!(extensions(&types(&["audio/mpeg", "audio/mp3"])), ["mp3"]);
        assert_eq!(extensions(&types(&["application/x-unknown"])), ["*"]);
        assert!(extensions(&[]).contains(&"jpg"));
    }
}
