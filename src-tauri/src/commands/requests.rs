//! Requests that came from outside: listed, opened and declined.

use std::sync::Arc;

use idw_wallet::{
    Declining, InboxError, ProfileRef, Wallet,
    view::{ProfileView, RequestView},
};
use serde::Serialize;
use tauri::State;

use super::{blocking, disclosure::ProposalView};
use crate::{
    failure::Failure,
    state::{AppState, Proposed},
};

/// Which profile answers a request.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum AnsweredBy {
    /// The one that the window works in.
    Active,
    /// Another one, as it alone has what was asked for.
    Other { profile: AnsweringProfile },
    /// One of these, as the user says.
    OneOf { profiles: Vec<AnsweringProfile> },
}

/// A profile that can answer a request.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnsweringProfile {
    id: String,
    name: String,
}

impl From<ProfileView> for AnsweringProfile {
    fn from(ProfileView { id, name, .. }: ProfileView) -> Self {
        Self { id, name }
    }
}

/// The requests that came from outside, the newest first; those that are over for some days too.
#[tauri::command]
pub(crate) async fn list_requests(state: State<'_, AppState>) -> Result<Vec<RequestView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.requests()).await
}

/// Until when something waits that came while the wallet was locked (RFC 3339); nothing where nothing waits. What it is, is not
/// told.
#[tauri::command]
pub(crate) async fn request_waits(state: State<'_, AppState>) -> Result<Option<String>, Failure> {
    Ok(state.holding().holder().something_waits_until().map(|until| until.to_string()))
}

/// Which profile answers a request.
#[tauri::command]
pub(crate) async fn who_answers(state: State<'_, AppState>, id: String) -> Result<AnsweredBy, Failure> {
    let wallet = state.wallet()?;
    blocking(move || answered_by(&wallet, &id)).await
}

/// Works out what would be sent in answer to a request, as the profile with the id `profile`, or else as the only one that can, until
/// [`cancel_wait`](super::shell::cancel_wait) with `wait`. Nothing leaves.
#[tauri::command]
pub(crate) async fn open_request(
    state: State<'_, AppState>,
    wait: String,
    id: String,
    profile: Option<String>,
) -> Result<ProposalView, Failure> {
    let open = |wallet: Arc<Wallet>| async move {
        let answering = match profile {
            Some(id) => wallet.in_profile(ProfileRef::Id(&id))?,
            None => wallet.for_request(&id)?,
        };
        let proposal = answering.open_request(&id).await?;
        Ok::<_, Failure>(Proposed { wallet: Arc::new(answering), proposal, request: Some(id) })
    };
    let proposed = state.cancellable(wait, open).await?;
    ProposalView::keep(&state, proposed)
}

/// The user said no to a request: it is not shown as open any more.
#[tauri::command]
pub(crate) async fn decline_request(state: State<'_, AppState>, id: String) -> Result<RequestView, Failure> {
    say_no(&state, id, Declining::Once).await
}

/// The same, and nothing more of whoever made it is to be shown.
#[tauri::command]
pub(crate) async fn decline_and_block(state: State<'_, AppState>, id: String) -> Result<RequestView, Failure> {
    say_no(&state, id, Declining::AndBlock).await
}

async fn say_no(state: &AppState, id: String, how: Declining) -> Result<RequestView, Failure> {
    let wallet = state.wallet()?;
    let request = blocking(move || wallet.decline_request(&id, how)).await?;
    state.holding().holder().inbox_changed();
    Ok(request)
}

fn answered_by(wallet: &Wallet, id: &str) -> Result<AnsweredBy, Failure> {
    match wallet.for_request(id) {
        Ok(answering) => {
            let profile = answering.profile()?;
            let is_active = profile.id == wallet.profile()?.id;
            Ok(if is_active { AnsweredBy::Active } else { AnsweredBy::Other { profile: profile.into() } })
        }
        Err(InboxError::ChooseProfile { profiles: names }) => {
            // No two profiles have the same name.
            let able = wallet.profiles()?.into_iter().filter(|profile| names.contains(&profile.name));
            Ok(AnsweredBy::OneOf { profiles: able.map(AnsweringProfile::from).collect() })
        }
        Err(error) => Err(error.into()),
    }
}
