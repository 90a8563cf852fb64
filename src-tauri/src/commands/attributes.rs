//! Attributes.

use idw_wallet::{
    AttributeFilter, AttributeQuery, FileInput, IfVerified, Metadata, Order, Part, SetAttribute,
    view::{AttributeEventView, AttributeListView, AttributeTypeView, AttributeView, OverviewView, ReminderView},
};
use serde::Deserialize;
use serde_json::Value;
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

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
    /// Leaves location and camera data in new pictures.
    keep_metadata: bool,
    label: Option<String>,
    /// The id of the value to change.
    id: Option<String>,
    /// Whether a verified value may become one that the user entered: the user was asked.
    change_verified: bool,
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
    /// Chosen, dropped or pasted.
    Staged { token: String },
    /// A document of the wallet.
    Document { id: String },
}

/// In which order to list.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum OrderInput {
    Catalogue,
    Name,
    Changed,
    Expiry,
    Size,
}

impl From<OrderInput> for Order {
    fn from(order: OrderInput) -> Self {
        match order {
            OrderInput::Catalogue => Self::Catalogue,
            OrderInput::Name => Self::Name,
            OrderInput::Changed => Self::Changed,
            OrderInput::Expiry => Self::Expiry,
            OrderInput::Size => Self::Size,
        }
    }
}

/// Which values to list, whatever is looked for.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum AttributeFilterInput {
    All,
    /// All but those that the user is about to remove.
    Without {
        ids: Vec<String>,
    },
    /// The values of one attribute.
    Named {
        name: String,
    },
    /// Those that have expired or will within 90 days.
    Expiring,
    /// Those that an identity check gave.
    Verified,
}

impl From<AttributeFilterInput> for AttributeFilter {
    fn from(filter: AttributeFilterInput) -> Self {
        match filter {
            AttributeFilterInput::All => Self::All,
            AttributeFilterInput::Without { ids } => Self::Without(ids),
            AttributeFilterInput::Named { name } => Self::Named(name),
            AttributeFilterInput::Expiring => Self::Expiring,
            AttributeFilterInput::Verified => Self::Verified,
        }
    }
}

/// Which part of a list to read.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartInput {
    offset: usize,
    limit: usize,
}

impl PartInput {
    /// The most rows in one answer: a page that asks for more gets these.
    const MOST_ROWS: usize = 1_000;
}

impl From<PartInput> for Part {
    fn from(PartInput { offset, limit }: PartInput) -> Self {
        Self { offset, limit: limit.min(PartInput::MOST_ROWS) }
    }
}

/// Every attribute that the wallet knows the shape of, those learnt from sites included.
#[tauri::command]
pub(crate) async fn list_attribute_types(state: State<'_, AppState>) -> Result<Vec<AttributeTypeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.known_types()).await
}

/// All values.
#[tauri::command]
pub(crate) async fn list_attributes(state: State<'_, AppState>) -> Result<Vec<AttributeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.attributes()).await
}

/// A part of the list of values that a query finds, in order; an empty query finds all.
#[tauri::command]
pub(crate) async fn query_attributes(
    state: State<'_, AppState>,
    query: String,
    order: OrderInput,
    filter: AttributeFilterInput,
    part: PartInput,
) -> Result<AttributeListView, Failure> {
    let wallet = state.wallet()?;
    let query = AttributeQuery { text: query, order: order.into(), filter: filter.into(), part: part.into() };
    blocking(move || wallet.query_attributes(&query)).await
}

/// One value, with all there is to know of it.
#[tauri::command]
pub(crate) async fn get_attribute(state: State<'_, AppState>, id: String) -> Result<AttributeView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.attribute_by_id(&id)).await
}

/// How much the wallet holds, and whose it is.
#[tauri::command]
pub(crate) async fn overview(state: State<'_, AppState>) -> Result<OverviewView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.overview()).await
}

/// What is about to expire or has, and what was renewed while sites hold the one before.
#[tauri::command]
pub(crate) async fn list_reminders(state: State<'_, AppState>) -> Result<Vec<ReminderView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.reminders()).await
}

/// What is known of a value's past, the newest first.
#[tauri::command]
pub(crate) async fn attribute_history(
    state: State<'_, AppState>,
    id: String,
) -> Result<Vec<AttributeEventView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.attribute_history(&id)).await
}

/// Enters a value, or changes one. The chosen files are let go once it is saved.
#[tauri::command]
pub(crate) async fn set_attribute(state: State<'_, AppState>, input: AttributeInput) -> Result<AttributeView, Failure> {
    let wallet = state.wallet()?;
    let tokens = chosen_tokens(&input.files);
    let set = to_set(&state, input)?;
    let view = blocking(move || wallet.set_attribute(set)).await?;
    for token in tokens {
        state.discard_file(&token);
    }
    Ok(view)
}

/// Makes a value the one that is sent when nothing else is chosen.
#[tauri::command]
pub(crate) async fn set_default_attribute(state: State<'_, AppState>, id: String) -> Result<AttributeView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.set_default(&id)).await
}

/// Gives a value another label, or none.
#[tauri::command]
pub(crate) async fn relabel_attribute(
    state: State<'_, AppState>,
    id: String,
    label: Option<String>,
) -> Result<AttributeView, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.relabel(&id, label.as_deref())).await
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
        metadata: if input.keep_metadata { Metadata::Keep } else { Metadata::Remove },
        label: input.label,
        id: input.id,
        verified: if input.change_verified { IfVerified::Change } else { IfVerified::Refuse },
    })
}

/// A file that the page named.
pub(super) fn to_file(state: &AppState, source: FileSource) -> Result<FileInput, Failure> {
    match source {
        FileSource::Document { id } => Ok(FileInput::Existing { document: id }),
        FileSource::Staged { token } => {
            let chosen = state.waiting_file(&token)?;
            let name = chosen.name().to_owned();
            Ok(FileInput::New { name, source: chosen.into_reader()? })
        }
    }
}

fn chosen_tokens(files: &[FileChoice]) -> Vec<String> {
    files
        .iter()
        .filter_map(|choice| match &choice.source {
            FileSource::Staged { token } => Some(token.clone()),
            FileSource::Document { .. } => None,
        })
        .collect()
}
