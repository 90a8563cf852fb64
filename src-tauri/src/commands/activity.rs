//! The activity log, and what it says of what sites know.

use std::io::Write as _;

use idw_wallet::{
    ActivityFormat, ActivityKind, ActivityQuery, FilePlace, IfExists, PlaceError, SiteInLog,
    view::{ActivityCheck, ActivityExported, ActivityListView, LoggedSite, SiteKnowledge, SiteKnowledgeSummary},
};
use idw_words::{Language, message};
use jiff::Timestamp;
use serde::Deserialize;
use tauri::{Runtime, State, WebviewWindow};

use super::{attributes::PartInput, blocking, documents::write_export};
use crate::{
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::AppState,
};

/// The longest letter that is saved, in bytes. One about thousands of values is shorter.
const MOST_LETTER_BYTES: usize = 1_000_000;

/// In which form the log is written out.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum LogFormat {
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Which entries of the log to list.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityFilterInput {
    /// Words that all have to be in an entry, and the language that the user reads it in (its tag).
    text: String,
    language: String,
    kind: ActivityKindInput,
    site: Option<SiteInLogInput>,
    /// The first moment, and the first after it: the window knows where the user's days begin.
    #[cfg_attr(test, ts(type = "string | null"))]
    from: Option<Timestamp>,
    #[cfg_attr(test, ts(type = "string | null"))]
    before: Option<Timestamp>,
}

/// Which kinds of entries to list.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum ActivityKindInput {
    All,
    Sent,
    LogIns,
    SignUps,
    Applications,
    Failed,
    Sites,
    Wallet,
}

/// A site of the log: by its root or, for entries that have none, by the name that it had.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct SiteInLogInput {
    root: Option<String>,
    name: Option<String>,
}

impl From<ActivityFilterInput> for ActivityQuery {
    fn from(input: ActivityFilterInput) -> Self {
        Self {
            text: input.text,
            language: Language::of_tag(&input.language),
            kind: match input.kind {
                ActivityKindInput::All => ActivityKind::All,
                ActivityKindInput::Sent => ActivityKind::Sent,
                ActivityKindInput::LogIns => ActivityKind::LogIns,
                ActivityKindInput::SignUps => ActivityKind::SignUps,
                ActivityKindInput::Applications => ActivityKind::Applications,
                ActivityKindInput::Failed => ActivityKind::Failed,
                ActivityKindInput::Sites => ActivityKind::Sites,
                ActivityKindInput::Wallet => ActivityKind::Wallet,
            },
            site: input.site.map(|SiteInLogInput { root, name }| SiteInLog { root, name }),
            from: input.from,
            before: input.before,
        }
    }
}

/// A part of the log, the newest first: the entries that a filter lets through.
#[tauri::command]
pub(crate) async fn query_activity(
    state: State<'_, AppState>,
    filter: ActivityFilterInput,
    part: PartInput,
) -> Result<ActivityListView, Failure> {
    let wallet = state.wallet()?;
    let query = ActivityQuery::from(filter);
    blocking(move || wallet.query_activity(&query, part.into())).await
}

/// The sites of the log, by name.
#[tauri::command]
pub(crate) async fn logged_sites(state: State<'_, AppState>) -> Result<Vec<LoggedSite>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.logged_sites()).await
}

/// Checks that the log is whole and that nobody changed it.
#[tauri::command]
pub(crate) async fn verify_activity(state: State<'_, AppState>) -> Result<ActivityCheck, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.verify_activity()).await
}

/// Writes the log to a file that the user names, with sentences in a language (its tag). Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn export_activity<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
    format: LogFormat,
    language: String,
) -> Result<Option<ActivityExported>, Failure> {
    let wallet = state.wallet()?;
    let (format, called, extension) = match format {
        LogFormat::Json => (ActivityFormat::Json, "JSON", "json"),
        LogFormat::Csv => (ActivityFormat::Csv, "CSV", "csv"),
    };
    let name = format!("activity.{extension}");
    let kinds = [extension];
    let kind = Kind::of_format(called, &kinds);
    let target = dialogs::to_save(&window, message::FilesTitleLog, Some(kind), &name).await?;
    let Some(target) = target else { return Ok(None) };
    let language = Language::of_tag(&language).unwrap_or_default();
    let written = move || {
        write_export(&wallet, &target, |file| wallet.export_activity(file, format, language).map_err(Failure::from))
    };
    blocking(written).await.map(Some)
}

/// What a site was sent, and how that compares with the wallet now. Sites that were removed are known too.
#[tauri::command]
pub(crate) async fn site_knowledge(state: State<'_, AppState>, site: String) -> Result<SiteKnowledge, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.site_knowledge(&site)).await
}

/// Every site that was sent anything, in figures.
#[tauri::command]
pub(crate) async fn sites_that_know(state: State<'_, AppState>) -> Result<Vec<SiteKnowledgeSummary>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.sites_that_know()).await
}

/// Saves a letter that the user has read, and may have changed, where they say. Nothing is sent. Gives the file's name; nothing when
/// they change their mind.
#[tauri::command]
pub(crate) async fn save_letter<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
    text: String,
) -> Result<Option<String>, Failure> {
    let wallet = state.wallet()?;
    if text.len() > MOST_LETTER_BYTES {
        return Err(Failure::new(FailureCode::Usage, message::WindowLetterTooLong));
    }
    let kind = Kind::new(message::FilesKindText, &["txt"]);
    let target = dialogs::to_save(&window, message::FilesTitleLetter, Some(kind), "delete-my-data.txt").await?;
    let Some(target) = target else { return Ok(None) };
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
    blocking(move || {
        let place = FilePlace::new(&target, wallet.dir(), IfExists::Replace)?;
        place.write(|file| file.write_all(text.as_bytes()).map_err(|error| PlaceError::unwritten(&target, error)))?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(name)
}
