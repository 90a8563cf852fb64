//! KYC applications after the consent: how far they are, what a site asks for in addition, and their end.

use std::sync::Arc;

use idw_wallet::{
    ResumeChoice, Wallet,
    view::{ApplicationChangeView, ApplicationView, Outcome},
};
use idw_words::message;
use serde::Deserialize;
use tauri::{State, ipc::Channel};

use super::{
    blocking,
    disclosure::{ProgressView, ProposalView, send},
};
use crate::{
    failure::{Failure, FailureCode},
    state::{AppState, Proposed},
};

/// What to do about an application that may have arrived, where the site cannot tell.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum ResumeInput {
    SendAgain,
    AssumeSent,
}

impl From<ResumeInput> for ResumeChoice {
    fn from(choice: ResumeInput) -> Self {
        match choice {
            ResumeInput::SendAgain => Self::SendAgain,
            ResumeInput::AssumeSent => Self::AssumeSent,
        }
    }
}

/// All applications of the profile, the newest last. Nobody is asked.
#[tauri::command]
pub(crate) async fn list_applications(state: State<'_, AppState>) -> Result<Vec<ApplicationView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.applications()).await
}

/// Asks the site how far it is with one, until [`cancel_wait`](super::shell::cancel_wait) with `wait`.
#[tauri::command]
pub(crate) async fn refresh_application(
    state: State<'_, AppState>,
    wait: String,
    id: String,
) -> Result<ApplicationView, Failure> {
    state.cancellable(wait, |wallet| async move { wallet.refresh_application(&id).await }).await
}

/// What is different about an application's site or account since the user agreed to it. Nobody is asked.
#[tauri::command]
pub(crate) async fn application_changes(
    state: State<'_, AppState>,
    id: String,
) -> Result<Vec<ApplicationChangeView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.application_changes(&id)).await
}

/// The user has seen what is different, and goes on all the same.
#[tauri::command]
pub(crate) async fn agree_to_application(
    state: State<'_, AppState>,
    id: String,
    seen: Vec<ApplicationChangeView>,
) -> Result<(), Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.agree_to_application(&id, &seen)).await
}

/// Goes on with one that was interrupted: what the user had agreed to is sent, each file once. [`stop_sending`] with
/// the application's id stops it.
///
/// [`stop_sending`]: super::disclosure::stop_sending
#[tauri::command]
pub(crate) async fn resume_application(
    state: State<'_, AppState>,
    id: String,
    choice: Option<ResumeInput>,
    on_progress: Channel<ProgressView>,
) -> Result<Outcome, Failure> {
    let wallet = state.wallet()?;
    let application = id.clone();
    send(&state, id, on_progress, move |report| {
        Box::pin(async move { wallet.resume_application(&application, choice.map(Into::into), report).await })
    })
    .await
}

/// Works out what a site would be sent that asks for more for an application, until
/// [`cancel_wait`](super::shell::cancel_wait) with `wait`. Nothing leaves.
#[tauri::command]
pub(crate) async fn propose_update(
    state: State<'_, AppState>,
    wait: String,
    id: String,
) -> Result<ProposalView, Failure> {
    let propose = |wallet: Arc<Wallet>| async move {
        let proposal = wallet.propose_update(&id).await?;
        Ok::<_, Failure>((wallet, proposal))
    };
    let (wallet, proposal) = state.cancellable(wait, propose).await?;
    ProposalView::keep(&state, Proposed { wallet, proposal, request: None })
}

/// Withdraws one, at the site too where it has it, until [`cancel_wait`](super::shell::cancel_wait) with `wait`.
#[tauri::command]
pub(crate) async fn cancel_application(
    state: State<'_, AppState>,
    wait: String,
    id: String,
) -> Result<ApplicationView, Failure> {
    let withdrawn = state.cancellable(wait, |wallet| async move { wallet.cancel_application(&id).await }).await;
    withdrawn.map_err(|failure| match failure.code {
        FailureCode::Stopped => Failure::new(FailureCode::Stopped, message::WindowWithdrawCancelled),
        _ => failure,
    })
}
