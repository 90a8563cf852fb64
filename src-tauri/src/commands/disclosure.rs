//! What leaves the wallet: proposed, approved or declined.

use std::{pin::Pin, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_wallet::{
    Choice, DiscloseError, Intent, MadeFile, Progress, Selection, Wallet, WantId,
    view::{ConsentView, Outcome, Purpose},
};
use idw_words::{MessageData, message};
use serde::{Deserialize, Serialize};
use tauri::{State, ipc::Channel};

use super::blocking;
use crate::{
    failure::{Failure, FailureCode},
    state::{AppState, Proposed, Stop},
};

/// What the user wants to do at a site.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct IntentInput {
    purpose: Purpose,
    site: String,
    /// The account to use; nothing for the site's own.
    account: Option<String>,
    /// The KYC template to apply with.
    template: Option<String>,
}

/// What would be sent, with the id to answer by. The proposal itself stays here, so that what is approved is what
/// was shown.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProposalView {
    id: String,
    consent: ConsentView,
}

impl ProposalView {
    /// Keeps a proposal until the user answers.
    pub(super) fn keep(state: &AppState, proposed: Proposed) -> Result<Self, Failure> {
        let consent = proposed.proposal.view().clone();
        Ok(Self { id: state.keep_proposal(proposed)?, consent })
    }
}

/// The user's choice for one thing that is asked for.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChoiceInput {
    /// The id of what is asked for, as the consent has it.
    want: String,
    included: bool,
    /// The id of the value to send; nothing for the first.
    value: Option<String>,
    /// Whether it is sent also where the site has this very value and finds it no good.
    again: bool,
}

/// How far a disclosure has come.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum ProgressView {
    /// A step was begun.
    Step { text: MessageData },
    /// A file is on its way.
    Upload {
        /// Its place among the files: several can have one name.
        #[cfg_attr(test, ts(type = "number"))]
        file: usize,
        name: String,
        #[cfg_attr(test, ts(type = "number"))]
        sent: u64,
        #[cfg_attr(test, ts(type = "number"))]
        total: u64,
    },
}

/// Works out what would be sent, until [`cancel_wait`](super::shell::cancel_wait) with `wait`. Nothing leaves.
#[tauri::command]
pub(crate) async fn propose(
    state: State<'_, AppState>,
    wait: String,
    intent: IntentInput,
) -> Result<ProposalView, Failure> {
    let IntentInput { purpose, site, account, template } = intent;
    let intent = Intent { purpose, site, account, template, include: Vec::new() };
    let propose = |wallet: Arc<Wallet>| async move {
        let proposal = wallet.propose(intent).await?;
        Ok::<_, Failure>((wallet, proposal))
    };
    let (wallet, proposal) = state.cancellable(wait, propose).await?;
    ProposalView::keep(&state, Proposed { wallet, proposal, request: None })
}

/// The user said yes to a proposal, with these choices: sends it. `number` is the one that the asker's page shows, where the
/// user has to find it; a wrong one is a no.
#[tauri::command]
pub(crate) async fn approve(
    state: State<'_, AppState>,
    id: String,
    choices: Vec<ChoiceInput>,
    number: Option<u32>,
    on_progress: Channel<ProgressView>,
) -> Result<Outcome, Failure> {
    let number = number.and_then(|number| u8::try_from(number).ok());
    let selection = selection(choices).with_number(number);
    let Proposed { wallet, proposal, request } = match_number(&state, &id, number).await?;
    let approved = match proposal.approve(&selection) {
        Ok(approved) => approved,
        Err((proposal, error)) => {
            state.return_proposal(id, Proposed { wallet, proposal: *proposal, request })?;
            return Err(error.into());
        }
    };
    let ended =
        send(&state, id, on_progress, move |report| Box::pin(async move { wallet.disclose(approved, report).await }))
            .await;
    // It may have been the answer to a request from outside.
    state.holding().holder().inbox_changed();
    ended
}

/// A file that is made for whoever asks.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct MadeFileView {
    name: String,
    /// Its first page, PNG in base64; nothing where that cannot be shown.
    picture: Option<String>,
}

/// The longest side of the picture of a page, in pixels: as wide as the dialog on a dense screen.
const PAGE_PIXELS: u32 = 1200;

/// What is made of these choices for whoever asks, to look at. Nothing leaves, and the proposal stays.
#[tauri::command]
pub(crate) async fn look_at_files(
    state: State<'_, AppState>,
    id: String,
    choices: Vec<ChoiceInput>,
) -> Result<Vec<MadeFileView>, Failure> {
    let selection = selection(choices);
    let proposed = state.take_proposal(&id)?;
    let (proposed, made) = blocking(move || {
        let made = proposed.proposal.made_files(&proposed.wallet, &selection);
        let view = |file: MadeFile| MadeFileView {
            picture: file.first_page(PAGE_PIXELS).ok().map(|png| STANDARD.encode(png)),
            name: file.name.to_owned(),
        };
        let made = made.map(|files| files.into_iter().map(view).collect());
        Ok::<_, DiscloseError>((proposed, made))
    })
    .await?;
    state.return_proposal(id, proposed)?;
    Ok(made?)
}

fn selection(choices: Vec<ChoiceInput>) -> Selection {
    let chosen = |ChoiceInput { want, included, value, again }| (WantId::from(want), Choice { included, value, again });
    choices.into_iter().map(chosen).collect()
}

/// Takes a proposal, if the number is the one that the asker's page shows.
async fn match_number(state: &AppState, id: &str, number: Option<u8>) -> Result<Proposed, Failure> {
    let proposed = state.take_proposal(id)?;
    let Some(request) = proposed.request.clone() else { return Ok(proposed) };
    let wallet = Arc::clone(&proposed.wallet);
    let matched = blocking(move || wallet.match_number(&request, number)).await;
    if let Err(failure) = matched {
        state.return_proposal(id.to_owned(), proposed)?;
        state.holding().holder().inbox_changed();
        return Err(failure);
    }
    Ok(proposed)
}

/// The user stops what is being sent.
#[tauri::command]
pub(crate) async fn stop_sending(state: State<'_, AppState>, id: String) -> Result<(), Failure> {
    state.stop_sending(&id);
    Ok(())
}

/// The user said no.
#[tauri::command]
pub(crate) async fn decline(state: State<'_, AppState>, id: String) -> Result<(), Failure> {
    // Locked, or answered already: there is nothing to decline any more.
    let _ = state.take_proposal(&id);
    Ok(())
}

/// Sends something under `id`, which [`stop_sending`] knows it by, and tells the page how far it is.
pub(super) async fn send<E, F>(
    state: &AppState,
    id: String,
    on_progress: Channel<ProgressView>,
    sending: F,
) -> Result<Outcome, Failure>
where
    E: Into<Failure> + Send + 'static,
    F: for<'a> FnOnce(&'a (dyn Fn(Progress) + Send + Sync)) -> BoxFuture<'a, Result<Outcome, E>> + Send + 'static,
{
    let report = move |progress: Progress| {
        // A page that does not listen any more does not stop the disclosure.
        let _ = on_progress.send(progress.into());
    };
    let task = tauri::async_runtime::spawn(async move { sending(&report).await });
    let stop = task.inner().abort_handle();
    state.sending(&id, Stop::new(move || stop.abort()));
    let ended = task.await;
    state.sent(&id);
    match ended {
        Ok(outcome) => outcome.map_err(Into::into),
        // What is stopped is dropped where it waits for the site, never in the middle of a write to the vault: those do
        // not wait. For an application it is as after a crash, from which it resumes.
        Err(tauri::Error::JoinError(error)) if error.is_cancelled() => {
            Err(Failure::new(FailureCode::Stopped, message::WindowSendingCancelled))
        }
        Err(_) => Err(Failure::new(FailureCode::Other, message::WindowSendingMistake)),
    }
}

/// What [`send`] runs.
type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

impl From<Progress> for ProgressView {
    fn from(progress: Progress) -> Self {
        match progress {
            Progress::Step { text } => Self::Step { text },
            Progress::Upload { file, name, sent, total } => Self::Upload { file, name, sent, total },
        }
    }
}
