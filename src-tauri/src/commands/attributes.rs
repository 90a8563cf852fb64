//! Attributes.

use std::io::{Seek as _, SeekFrom};

use idw_wallet::{
    FileInput, Metadata, SetAttribute, Wallet,
    view::{AttributeTypeView, AttributeView},
};
use serde::Deserialize;
use serde_json::Value;
use tauri::State;

use super::blocking;
use crate::{
    failure::{Failure, FailureCode},
    state::AppState,
};

/// What a form gives.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttributeInput {
    /// The attribute's short name or schema URL.
    name: String,
    /// The whole value as text.
    text: Option<String>,
    /// The whole value, or what single fields are put into.
    #[cfg_attr(test, ts(type = "unknown"))]
    json: Option<Value>,
    fields: Vec<FieldInput>,
    files: Vec<FileChoice>,
    label: Option<String>,
    /// The id of the value to change.
    id: Option<String>,
}

/// One field, as text.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FieldInput {
    path: String,
    value: String,
}

/// A file for a field.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FileChoice {
    path: String,
    source: FileSource,
}

/// Where the file is.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum FileSource {
    /// Chosen with `pick_file`.
    Staged { token: String },
    /// A document of the wallet.
    Document { id: String },
}

/// Every attribute that the wallet knows the shape of.
#[tauri::command]
pub(crate) async fn list_attribute_types() -> Result<Vec<AttributeTypeView>, Failure> {
    blocking(|| Ok::<_, Failure>(Wallet::attribute_types())).await
}

/// All values.
#[tauri::command]
pub(crate) async fn list_attributes(state: State<'_, AppState>) -> Result<Vec<AttributeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.attributes()).await
}

/// Enters a value, or changes one. The chosen files are let go once it is saved.
#[tauri::command]
pub(crate) async fn set_attribute(state: State<'_, AppState>, input: AttributeInput) -> Result<AttributeView, Failure> {
    let wallet = state.wallet()?;
    let tokens = staged_tokens(&input.files);
    let set = to_set(&state, input)?;
    let view = blocking(move || wallet.set_attribute(set)).await?;
    for token in tokens {
        state.discard_file(&token);
    }
    Ok(view)
}

/// Removes a value by its id, or the values of an attribute by its name.
#[tauri::command]
pub(crate) async fn remove_attribute(
    state: State<'_, AppState>,
    name: String,
    label: Option<String>,
) -> Result<Vec<AttributeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.remove_attribute(&name, label.as_deref())).await
}

fn to_set(state: &AppState, input: AttributeInput) -> Result<SetAttribute, Failure> {
    let files = input
        .files
        .into_iter()
        .map(|choice| Ok((choice.path, to_file(state, choice.source)?)))
        .collect::<Result<_, Failure>>()?;
    Ok(SetAttribute {
        name: input.name,
        text: input.text,
        json: input.json,
        fields: input.fields.into_iter().map(|field| (field.path, field.value)).collect(),
        files,
        metadata: Metadata::Remove,
        label: input.label,
        id: input.id,
    })
}

fn to_file(state: &AppState, source: FileSource) -> Result<FileInput, Failure> {
    match source {
        FileSource::Document { id } => Ok(FileInput::Existing { document: id }),
        FileSource::Staged { token } => {
            let mut staged = state.staged_file(&token)?;
            // An attempt that was refused may have read the file already.
            staged.file.seek(SeekFrom::Start(0)).map_err(|error| {
                Failure::new(FailureCode::Other, format!("{} cannot be read: {error}.", staged.name))
            })?;
            Ok(FileInput::New { name: staged.name, source: Box::new(staged.file) })
        }
    }
}

fn staged_tokens(files: &[FileChoice]) -> Vec<String> {
    files
        .iter()
        .filter_map(|choice| match &choice.source {
            FileSource::Staged { token } => Some(token.clone()),
            FileSource::Document { .. } => None,
        })
        .collect()
}
