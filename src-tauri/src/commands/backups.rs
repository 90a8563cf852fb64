//! Backups: made, checked, merged into an open wallet, and restored where there is none.

use std::{
    ops::ControlFlow,
    sync::{Arc, atomic::Ordering},
};

use idw_wallet::{
    BackupOptions, BackupProgress, BackupReport, BackupStanding, BackupStep, Explain as _, MergeMode, MergeReport,
    OnBackupProgress, Password, Wallet,
};
use idw_words::message;
use serde::Serialize;
use tauri::{Runtime, State, WebviewWindow, ipc::Channel};

use super::blocking;
use crate::{
    backups::UnderWay,
    chosen_files::{ChosenFile, ChosenFileView, TargetView},
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::AppState,
};

/// How the names of backups end.
const ENDINGS: [&str; 2] = ["backup", "age"];

/// How far a backup has come.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupProgressView {
    step: BackupStepView,
    /// Bytes that passed.
    #[cfg_attr(test, ts(type = "number"))]
    done: u64,
    /// Bytes in all, 0 where that is not known yet.
    #[cfg_attr(test, ts(type = "number"))]
    total: u64,
}

/// What is being done.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum BackupStepView {
    /// The passphrase is turned into a key.
    Opening,
    Writing,
    Reading,
    /// It can no longer be cancelled.
    Saving,
}

/// When the wallet was last backed up, and whether it is time to do it again.
#[tauri::command]
pub(crate) async fn backup_standing(state: State<'_, AppState>) -> Result<BackupStanding, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.backup_standing()).await
}

/// Makes up a passphrase, to be shown once and written down.
#[tauri::command]
pub(crate) async fn make_passphrase() -> Result<String, Failure> {
    let made = Wallet::make_passphrase();
    let made = made.map_err(|error| Failure::new(FailureCode::Other, error.explain()))?;
    // The user has to see it: nobody else knows it.
    Ok(made.expose_text().to_owned())
}

/// Checks the vault's password, and keeps it for the backup that the user is about to make.
#[tauri::command]
pub(crate) async fn confirm_password(state: State<'_, AppState>, password: String) -> Result<(), Failure> {
    let password = Arc::new(Password::new(password));
    let wallet = state.wallet()?;
    let checked = Arc::clone(&password);
    blocking(move || wallet.check_password(&checked)).await?;
    state.confirm(password)
}

/// Lets the user say where a backup goes. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn choose_backup_target<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<TargetView>, Failure> {
    state.wallet()?;
    let kind = Kind::new(message::FilesKindBackups, &ENDINGS);
    let name = Wallet::backup_file_name();
    let target = dialogs::to_save(&window, message::BackupCreateTitle, Some(kind), &name).await?;
    target.map(|path| state.keep_target(path)).transpose()
}

/// Writes everything in the vault to the file that was chosen; the password was confirmed before.
#[tauri::command]
pub(crate) async fn create_backup(
    state: State<'_, AppState>,
    token: String,
    passphrase: String,
    on_progress: Channel<BackupProgressView>,
) -> Result<BackupReport, Failure> {
    let passphrase = Password::new(passphrase);
    let under_way = state.backups().begin()?;
    let wallet = state.wallet()?;
    let password = state.confirmed()?;
    let path = state.target(&token)?;
    // The native dialog has asked already whether a file is to be replaced.
    let options = BackupOptions { overwrite: true, cost: state.kdf() };
    run(&under_way, on_progress, move |on| wallet.backup_to(&path, &password, &passphrase, &options, on)).await
}

/// Lets the user choose a backup; for this there need not be a vault. Nothing when they change their mind.
#[tauri::command]
pub(crate) async fn choose_backup<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ChosenFileView>, Failure> {
    // A backup may be called anything.
    let [backup, age] = ENDINGS;
    let endings = [backup, age, "*"];
    let kind = Kind::new(message::FilesKindBackups, &endings);
    let chosen = dialogs::to_open(&window, message::FilesTitleBackup, kind).await?;
    let Some(path) = chosen else { return Ok(None) };
    Ok(Some(state.backups().choose(ChosenFile::open_in_background(path).await?)))
}

/// Lets go of the backup that was chosen and of what was typed for it.
#[tauri::command]
pub(crate) async fn forget_backup(state: State<'_, AppState>) -> Result<(), Failure> {
    state.backups().forget();
    state.forget_confirmed();
    Ok(())
}

/// Proves a backup: reads all of it, and says what is in it.
#[tauri::command]
pub(crate) async fn test_backup(
    state: State<'_, AppState>,
    token: String,
    passphrase: String,
    on_progress: Channel<BackupProgressView>,
) -> Result<BackupReport, Failure> {
    let passphrase = Password::new(passphrase);
    let under_way = state.backups().begin()?;
    let file = state.backups().file(&token)?;
    run(&under_way, on_progress, move |on| Wallet::check_backup(&file, &passphrase, on)).await
}

/// Tells what merging a backup would do. Its passphrase is kept until it is merged or let go of.
#[tauri::command]
pub(crate) async fn try_merge(
    state: State<'_, AppState>,
    token: String,
    passphrase: String,
    on_progress: Channel<BackupProgressView>,
) -> Result<MergeReport, Failure> {
    let passphrase = Arc::new(Password::new(passphrase));
    let report = merge(&state, &token, Arc::clone(&passphrase), MergeMode::Try, on_progress).await?;
    state.backups().opens(&token, passphrase)?;
    Ok(report)
}

/// Merges a backup that was tried.
#[tauri::command]
pub(crate) async fn merge_backup(
    state: State<'_, AppState>,
    token: String,
    on_progress: Channel<BackupProgressView>,
) -> Result<MergeReport, Failure> {
    let passphrase = state.backups().passphrase(&token)?;
    merge(&state, &token, passphrase, MergeMode::Merge, on_progress).await
}

/// Makes a new vault from a backup, and opens it.
#[tauri::command]
pub(crate) async fn restore_backup(
    state: State<'_, AppState>,
    token: String,
    passphrase: String,
    password: String,
    on_progress: Channel<BackupProgressView>,
) -> Result<BackupReport, Failure> {
    let (passphrase, password) = (Password::new(passphrase), Password::new(password));
    let under_way = state.backups().begin()?;
    if state.is_open() {
        return Err(Failure::already_open());
    }
    let opening = state.opening();
    let file = state.backups().file(&token)?;
    let (dir, cost) = (state.vault_dir().to_owned(), state.kdf());
    let restoring =
        move |on: &OnBackupProgress<'_>| Wallet::restore_backup(&dir, &file, &passphrase, &password, cost, on);
    let (wallet, report) = run(&under_way, on_progress, restoring).await?;
    let holding = Arc::clone(state.holding());
    let wallet = blocking(move || Ok::<_, Failure>(holding.made(wallet))).await?;
    state.opened(opening, wallet)?;
    Ok(report)
}

/// Cancels what is under way. What is being saved already is not.
#[tauri::command]
pub(crate) async fn cancel_backup(state: State<'_, AppState>) -> Result<(), Failure> {
    state.backups().cancel();
    Ok(())
}

async fn merge(
    state: &AppState,
    token: &str,
    passphrase: Arc<Password>,
    mode: MergeMode,
    on_progress: Channel<BackupProgressView>,
) -> Result<MergeReport, Failure> {
    let under_way = state.backups().begin()?;
    let wallet = state.wallet()?;
    let file = state.backups().file(token)?;
    run(&under_way, on_progress, move |on| wallet.merge_backup(&file, &passphrase, mode, on)).await
}

/// Runs what takes long, telling the page how far it is, until it has ended or was cancelled. It was begun before the
/// wallet was asked for: locking takes the wallet away or cancels it.
async fn run<T, E, F>(begun: &UnderWay<'_>, on_progress: Channel<BackupProgressView>, work: F) -> Result<T, Failure>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
    F: FnOnce(&OnBackupProgress<'_>) -> Result<T, E> + Send + 'static,
{
    let cancelled = Arc::clone(&begun.cancelled);
    blocking(move || {
        work(&|progress| {
            // A page that does not listen any more does not stop it.
            let _ = on_progress.send(progress.into());
            if cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    })
    .await
}

impl From<BackupProgress> for BackupProgressView {
    fn from(BackupProgress { step, done, total }: BackupProgress) -> Self {
        let step = match step {
            BackupStep::Opening => BackupStepView::Opening,
            BackupStep::Writing => BackupStepView::Writing,
            BackupStep::Reading => BackupStepView::Reading,
            BackupStep::Saving => BackupStepView::Saving,
        };
        Self { step, done, total }
    }
}
