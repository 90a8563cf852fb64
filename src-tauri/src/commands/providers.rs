//! Identity-check providers. A client secret goes from the page to the system keyring and never comes back.

use idw_wallet::{
    AddProvider, ProviderSecret,
    view::{ProviderDialect, ProviderView, SecretState},
};
use idw_words::MessageData;
use serde::Deserialize;
use tauri::State;

use super::blocking;
use crate::{failure::Failure, state::AppState};

/// What the form for a new provider gives. What is empty is as the dialect has it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProviderInput {
    name: String,
    dialect: ProviderDialect,
    client_id: String,
    authorize: String,
    api: String,
    redirect: String,
    listen: String,
    /// Whether its checks count as verified for others.
    trusted: bool,
    /// Empty where the user gives it at each check.
    secret: String,
}

/// All providers.
#[tauri::command]
pub(crate) async fn list_providers(state: State<'_, AppState>) -> Result<Vec<ProviderView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.providers()).await
}

/// Whether the system keyring has a provider's client secret. Asks the keyring, which can take two seconds.
#[tauri::command]
pub(crate) async fn provider_secret_state(state: State<'_, AppState>, id: String) -> Result<SecretState, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.provider_secret_state(&id)).await
}

/// Adds a provider.
#[tauri::command]
pub(crate) async fn add_provider(state: State<'_, AppState>, input: ProviderInput) -> Result<ProviderView, Failure> {
    // First of all, so that it is wiped whatever happens.
    let secret = ProviderSecret::new(input.secret);
    let wallet = state.wallet()?;
    let add = AddProvider {
        name: input.name,
        dialect: input.dialect,
        client_id: input.client_id,
        authorize: given(&input.authorize),
        api: given(&input.api),
        redirect: given(&input.redirect),
        listen: given(&input.listen),
        trusted: input.trusted,
        secret_file: None,
        secret: (!secret.is_empty()).then_some(secret),
    };
    blocking(move || wallet.add_provider(add)).await
}

/// Puts another client secret in the place of the one that the keyring has.
#[tauri::command]
pub(crate) async fn set_provider_secret(
    state: State<'_, AppState>,
    id: String,
    secret: String,
) -> Result<ProviderView, Failure> {
    let secret = ProviderSecret::new(secret);
    let wallet = state.wallet()?;
    blocking(move || wallet.set_provider_secret(&id, &secret)).await
}

/// Removes a provider. Answers why its secret may still be in the keyring, where it may.
#[tauri::command]
pub(crate) async fn remove_provider(state: State<'_, AppState>, id: String) -> Result<Option<MessageData>, Failure> {
    let wallet = state.wallet()?;
    let (_, left_behind) = blocking(move || wallet.remove_provider(&id)).await?;
    Ok(left_behind)
}

fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
