//! An identity check: the browser, what came, and what is kept of it. What came stays here; the page gets a preview.

use std::{sync::Arc, time::Duration};

use idw_wallet::{
    CheckChoice, CheckOptions, CheckReview, CheckSelection, CheckStep, ProviderSecret, Wallet,
    view::{CheckDocumentKind, CheckKept, CheckPreview},
};
use idw_words::{MessageData, message};
use serde::{Deserialize, Serialize};
use tauri::{State, ipc::Channel};

use super::{
    attributes::{FileSource, to_file},
    blocking, shell,
};
use crate::{
    failure::{Failure, FailureCode},
    state::{AppState, Stop},
};

/// How long the wallet waits for the browser. For as long the window counts as in use, so that the lock after a time
/// without use does not throw away a check whose user is in the browser; after it, that lock works as always.
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// How far a check has come.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum CheckStepView {
    /// The wallet waits for the browser.
    Browser {
        /// Where the user goes.
        address: String,
        /// Why no browser could be started, a sentence.
        unopened: Option<MessageData>,
    },
    /// The browser is back, and the wallet asks the provider.
    Fetching,
    /// The provider has answered, and the wallet opens the pictures.
    Opening,
}

/// What the user says of what came.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckOptionsInput {
    /// What the documents are of which the provider does not say it.
    document: Option<CheckDocumentKind>,
    /// How many of the given names make the first name.
    #[cfg_attr(test, ts(type = "number | null"))]
    first_names: Option<usize>,
    selfie: Option<FileSource>,
}

/// The user's choice for a value that came.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckChoiceInput {
    /// The id of the value, as the preview has it.
    item: String,
    choice: CheckChoiceKind,
}

/// What becomes of a value.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum CheckChoiceKind {
    Leave,
    Take,
    Beside,
}

impl From<CheckChoiceKind> for CheckChoice {
    fn from(choice: CheckChoiceKind) -> Self {
        match choice {
            CheckChoiceKind::Leave => Self::Leave,
            CheckChoiceKind::Take => Self::Take,
            CheckChoiceKind::Beside => Self::Beside,
        }
    }
}

/// Makes a check: opens the browser, waits until it is back, fetches what came and sets it beside what the wallet holds.
/// Nothing is kept. A check that was under way is given up first. `secret` is the client secret, where the wallet keeps none.
#[tauri::command]
pub(crate) async fn run_check(
    state: State<'_, AppState>,
    provider: String,
    secret: Option<String>,
    on_step: Channel<CheckStepView>,
) -> Result<CheckPreview, Failure> {
    let secret = secret.map(ProviderSecret::new);
    state.cancel_check();
    let wallet = state.wallet()?;
    let task = tauri::async_runtime::spawn(run(wallet, provider, secret, on_step));
    let stop = task.inner().abort_handle();
    let id = state.begin_check(Stop::new(move || stop.abort()))?;
    let ended = match task.await {
        Ok(ended) => ended,
        Err(tauri::Error::JoinError(error)) if error.is_cancelled() => Err(Failure::check_stopped()),
        Err(_) => Err(Failure::new(FailureCode::Other, message::WindowCheckMistake)),
    };
    match ended {
        Ok(review) => {
            let preview = review.preview().clone();
            state.check_arrived(&id, review)?;
            Ok(preview)
        }
        Err(failure) => {
            state.check_failed(&id);
            Err(failure)
        }
    }
}

async fn run(
    wallet: Arc<Wallet>,
    provider: String,
    secret: Option<ProviderSecret>,
    on_step: Channel<CheckStepView>,
) -> Result<CheckReview, Failure> {
    let under_way = wallet.begin_check(&provider, secret).await?;
    let address = under_way.address().to_owned();
    // The user can also copy the address, so that a missing browser does not end the check.
    let unopened = shell::open_address(&address).await.err().map(|failure| failure.message);
    let report = move |step: CheckStep| {
        let step = match step {
            CheckStep::Waiting => CheckStepView::Browser { address: address.clone(), unopened: unopened.clone() },
            CheckStep::Fetching => CheckStepView::Fetching,
            CheckStep::Fetched => CheckStepView::Opening,
        };
        // A page that does not listen any more does not stop the check.
        let _ = on_step.send(step);
    };
    let arrived = under_way.arrived(LIMIT, &report).await?;
    blocking(move || wallet.review_check(arrived, CheckOptions::default())).await
}

/// Gives a check up: the port is free, and what came is gone. Nothing where there is none.
#[tauri::command]
pub(crate) async fn cancel_check(state: State<'_, AppState>) -> Result<(), Failure> {
    state.cancel_check();
    Ok(())
}

/// What came, as it is to be looked at now.
#[tauri::command]
pub(crate) async fn check_preview(state: State<'_, AppState>) -> Result<CheckPreview, Failure> {
    let review = state.check_review()?;
    blocking(move || Ok::<_, Failure>(review.lock().preview().clone())).await
}

/// Sets what came beside what the wallet holds anew, with what the user says of it.
#[tauri::command]
pub(crate) async fn review_check_again(
    state: State<'_, AppState>,
    options: CheckOptionsInput,
) -> Result<CheckPreview, Failure> {
    let wallet = state.wallet()?;
    let review = state.check_review()?;
    let token = match &options.selfie {
        Some(FileSource::Staged { token }) => Some(token.clone()),
        Some(FileSource::Document { .. }) | None => None,
    };
    let selfie = options.selfie.map(|source| to_file(&state, source)).transpose()?;
    let options = CheckOptions { document: options.document, first_names: options.first_names, selfie };
    let preview = blocking(move || {
        let mut review = review.lock();
        wallet.review_again(&mut review, options).map(|()| review.preview().clone())
    })
    .await?;
    if let Some(token) = token {
        state.discard_file(&token);
    }
    Ok(preview)
}

/// Keeps what the user chose. What came is gone then.
#[tauri::command]
pub(crate) async fn keep_check(
    state: State<'_, AppState>,
    choices: Vec<CheckChoiceInput>,
) -> Result<CheckKept, Failure> {
    let wallet = state.wallet()?;
    let review = state.check_review()?;
    let selection =
        CheckSelection(choices.into_iter().map(|CheckChoiceInput { item, choice }| (item, choice.into())).collect());
    let kept = blocking(move || wallet.keep_check(&mut review.lock(), &selection)).await?;
    state.cancel_check();
    Ok(kept)
}
