//! Small pictures of documents, and smaller copies of pictures. The bytes of pictures come back as they are, not as
//! JSON; they were made by a process that opens nothing else.

use idw_wallet::{
    Thumbnail,
    view::{DocumentShrunk, ShrinkView},
};
use serde::Serialize;
use tauri::{State, ipc::Response};

use super::blocking;
use crate::{
    failure::Failure,
    state::{AppState, Shrink},
};

/// What a picture would become, and what to call it in the next command.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ShrinkOfferView {
    token: String,
    offer: ShrinkView,
}

/// A PNG of a document; no bytes where there is nothing to show.
#[tauri::command]
pub(crate) async fn thumbnail(state: State<'_, AppState>, id: String) -> Result<Response, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.thumbnail(&id)).await.map(response)
}

/// Makes a copy of a picture with at most `max_bytes`. It is not kept yet.
#[tauri::command]
pub(crate) async fn offer_shrink(
    state: State<'_, AppState>,
    id: String,
    max_bytes: u64,
) -> Result<ShrinkOfferView, Failure> {
    let wallet = state.wallet()?;
    let shrink = blocking(move || {
        let offer = wallet.shrink_document(&id, max_bytes)?;
        let previews = wallet.shrink_previews(&offer)?;
        Ok::<_, idw_wallet::DocumentError>(Shrink { offer, previews })
    })
    .await?;
    let offer = shrink.offer.view().clone();
    Ok(ShrinkOfferView { token: state.keep_shrink(shrink)?, offer })
}

/// A PNG of the smaller copy, or of its original.
#[tauri::command]
pub(crate) async fn shrink_preview(
    state: State<'_, AppState>,
    token: String,
    after: bool,
) -> Result<Response, Failure> {
    state.shrink_preview(&token, after).map(response)
}

/// Keeps the smaller copy, and with the id of a value a second value with it.
#[tauri::command]
pub(crate) async fn keep_shrunk(
    state: State<'_, AppState>,
    token: String,
    value: Option<String>,
) -> Result<DocumentShrunk, Failure> {
    let wallet = state.wallet()?;
    let Shrink { offer, .. } = state.take_shrink(&token)?;
    blocking(move || wallet.keep_shrunk(offer, value.as_deref())).await
}

/// Lets go of a smaller copy.
#[tauri::command]
pub(crate) async fn discard_shrink(state: State<'_, AppState>, token: String) -> Result<(), Failure> {
    // Locked, or kept already: there is nothing to let go of any more.
    drop(state.take_shrink(&token));
    Ok(())
}

fn response(picture: Thumbnail) -> Response {
    match picture {
        Thumbnail::Picture(png) => Response::new(png),
        Thumbnail::None { .. } => Response::new(Vec::new()),
    }
}
