//! Requests by Auth eID: whether they are answered, who may ask, and the services through which others ask. A party's key goes
//! to the page once, to be shown.

use std::io::{Read as _, Write as _};

use idw_wallet::{
    AddEidParty, ConnectEidService, EidKey, Explain as _, FilePlace, IfExists, NumberMatching, PlaceError, Wallet,
    view::{EidForm, EidPartyView, EidServiceView},
};
use idw_words::{MessageData, message};
use serde::{Deserialize, Serialize};
use tauri::{Runtime, State, WebviewWindow, ipc::Response};
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::blocking;
use crate::{
    chosen_files::{WaitingFile, unreadable},
    dialogs::{self, Kind},
    failure::{Failure, FailureCode},
    state::{AppState, Stop},
};

/// As much of a picture as is read, in bytes: more than the wallet takes, so that it says so.
const MOST_LOGO_BYTES_READ: u64 = 8_000_000;
/// What connecting to a service is known by, among all that is being sent.
const CONNECTING: &str = "eid-connect";

/// What the form for a new party gives.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EidPartyInput {
    name: String,
    form: EidForm,
    /// Whether the user has to find the number that its page shows.
    matching: bool,
    /// The most requests that are open at a time; nothing for the usual limit.
    open_limit: Option<u32>,
    /// A file that was chosen: the picture that prompts show.
    logo: Option<String>,
}

/// A party with its new key, which is not kept and cannot be shown again.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EidPartyKeyView {
    party: EidPartyView,
    key: String,
}

impl EidPartyKeyView {
    fn new((party, key): (EidPartyView, EidKey)) -> Self {
        Self { party, key: key.expose_text().to_owned() }
    }
}

/// Where programs on this computer ask by Auth eID; nothing where they are not answered.
#[tauri::command]
pub(crate) async fn eid_service_url(state: State<'_, AppState>) -> Result<Option<String>, Failure> {
    Ok(state.eid().url().await)
}

/// Answers requests by Auth eID at this port of this computer from now on. Gives the address.
#[tauri::command]
pub(crate) async fn start_eid_service(state: State<'_, AppState>, port: u32) -> Result<String, Failure> {
    let port = u16::try_from(port).ok().filter(|port| *port > 0);
    let port = port.ok_or_else(|| Failure::new(FailureCode::Usage, message::WindowPortRange))?;
    state.eid().start(port).await
}

/// Answers requests by Auth eID no longer. Callers who wait have a few seconds to go.
#[tauri::command]
pub(crate) async fn stop_eid_service(state: State<'_, AppState>) -> Result<(), Failure> {
    state.eid().stop().await;
    Ok(())
}

/// The parties that may ask, by their names.
#[tauri::command]
pub(crate) async fn list_eid_parties(state: State<'_, AppState>) -> Result<Vec<EidPartyView>, Failure> {
    let wallet = state.wallet()?;
    blocking(move || wallet.eid_parties()).await
}

/// Lets a party ask. Its key is handed out this once.
#[tauri::command]
pub(crate) async fn add_eid_party(
    state: State<'_, AppState>,
    input: EidPartyInput,
) -> Result<EidPartyKeyView, Failure> {
    let EidPartyInput { name, form, matching, open_limit, logo } = input;
    let logo = logo.map(|token| state.waiting_file(&token)).transpose()?;
    let matching = if matching { NumberMatching::On } else { NumberMatching::Off };
    change(&state, move |wallet| {
        let logo = logo.map(read_logo).transpose()?;
        let add = AddEidParty { name, form, matching, open_limit, logo };
        Ok::<_, Failure>(EidPartyKeyView::new(wallet.add_eid_party(add)?))
    })
    .await
}

/// A PNG of a picture that was chosen for a party, as prompts would show it.
#[tauri::command]
pub(crate) async fn eid_logo_preview(state: State<'_, AppState>, token: String) -> Result<Response, Failure> {
    state.wallet()?;
    let logo = state.waiting_file(&token)?;
    let png = blocking(move || Ok::<_, Failure>(Wallet::eid_logo_of(&read_logo(logo)?)?)).await?;
    Ok(Response::new(png))
}

/// Gives a party another key, in the place of the one that it has.
#[tauri::command]
pub(crate) async fn rotate_eid_key(state: State<'_, AppState>, id: String) -> Result<EidPartyKeyView, Failure> {
    change(&state, move |wallet| wallet.rotate_eid_key(&id).map(EidPartyKeyView::new)).await
}

/// Shows nothing more of what a party asks.
#[tauri::command]
pub(crate) async fn block_eid_party(state: State<'_, AppState>, id: String) -> Result<EidPartyView, Failure> {
    change(&state, move |wallet| wallet.block_eid_party(&id)).await
}

/// Shows again what a party asks.
#[tauri::command]
pub(crate) async fn unblock_eid_party(state: State<'_, AppState>, id: String) -> Result<EidPartyView, Failure> {
    change(&state, move |wallet| wallet.unblock_eid_party(&id)).await
}

/// Removes a party: its key opens nothing any more.
#[tauri::command]
pub(crate) async fn remove_eid_party(state: State<'_, AppState>, id: String) -> Result<EidPartyView, Failure> {
    change(&state, move |wallet| wallet.remove_eid_party(&id)).await
}

/// Writes the certificate that parties check signatures against to a file that the user names. Gives the file's name; nothing
/// when they change their mind.
#[tauri::command]
pub(crate) async fn save_eid_root<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let wallet = state.wallet()?;
    let kind = Kind::of_format("PEM", &["pem"]);
    let target = dialogs::to_save(&window, message::FilesTitleRoot, Some(kind), "root.pem").await?;
    let Some(target) = target else { return Ok(None) };
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
    blocking(move || {
        let pem = wallet.eid_root_pem()?;
        let place = FilePlace::new(&target, wallet.dir(), IfExists::Replace)?;
        place.write(|file| file.write_all(pem.as_bytes()).map_err(|error| PlaceError::unwritten(&target, error)))?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(name)
}

/// A connection that was ended.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EidDisconnectedView {
    service: EidServiceView,
    /// Why the service does not know of it; nothing where it does.
    untold: Option<MessageData>,
}

/// The services that this wallet is connected to, in all profiles, and whether each is reached.
#[tauri::command]
pub(crate) async fn eid_services(state: State<'_, AppState>) -> Result<Vec<EidServiceView>, Failure> {
    let wallet = state.wallet()?;
    let mut services = blocking(move || wallet.eid_services()).await?;
    let holder = state.holding().holder();
    for service in &mut services {
        service.link = holder.eid_link(&service.id);
    }
    Ok(services)
}

/// Connects the profile that the window works in to a service. After a lost answer the same again goes on where it stopped, and
/// so it does after [`cancel_eid_connect`].
#[tauri::command]
pub(crate) async fn connect_eid_service(
    state: State<'_, AppState>,
    url: String,
    code: String,
    name: Option<String>,
) -> Result<EidServiceView, Failure> {
    let connect = ConnectEidService { url, code: Zeroizing::new(code), device_name: name };
    let holder = state.holding().holder();
    let mut lockings = holder.lockings();
    let wallet = state.wallet()?;
    let (stop, stopped) = oneshot::channel();
    let stop = Stop::new(move || {
        // It may have ended just now.
        let _ = stop.send(());
    });
    state.sending(CONNECTING, stop);
    let connected = tokio::select! {
        biased; // what is connected is not called cancelled
        connected = wallet.connect_eid_service(connect) => connected,
        _ = lockings.changed() => return Err(Failure::locked()),
        Ok(()) = stopped => return Err(Failure::new(FailureCode::Stopped, message::WindowConnectCancelled)),
    };
    state.sent(CONNECTING);
    holder.inbox_changed();
    Ok(connected?)
}

/// Gives connecting to a service up; nothing where it has ended.
#[tauri::command]
pub(crate) async fn cancel_eid_connect(state: State<'_, AppState>) -> Result<(), Failure> {
    state.stop_sending(CONNECTING);
    Ok(())
}

/// The user has seen these devices of a connection, by their ids, and knows of them.
#[tauri::command]
pub(crate) async fn know_eid_devices(
    state: State<'_, AppState>,
    id: String,
    devices: Vec<String>,
) -> Result<EidServiceView, Failure> {
    let wallet = state.wallet()?;
    let mut service = blocking(move || wallet.eid_devices_known(&id, &devices)).await?;
    service.link = state.holding().holder().eid_link(&service.id);
    Ok(service)
}

/// Ends the connection with a service, by its id. The service is told, as far as it can be.
#[tauri::command]
pub(crate) async fn disconnect_eid_service(
    state: State<'_, AppState>,
    id: String,
) -> Result<EidDisconnectedView, Failure> {
    let holder = state.holding().holder();
    let mut lockings = holder.lockings();
    let wallet = state.wallet()?;
    let ended = tokio::select! {
        ended = wallet.disconnect_eid_service(&id) => ended?,
        _ = lockings.changed() => return Err(Failure::locked()),
    };
    holder.inbox_changed();
    Ok(EidDisconnectedView { service: ended.service, untold: ended.untold.map(|why| why.explain()) })
}

/// The bytes of a picture; more than the wallet takes are not read to the end.
fn read_logo(file: WaitingFile) -> Result<Vec<u8>, Failure> {
    let name = file.name().to_owned();
    let mut bytes = Vec::new();
    let read = file.into_reader()?.take(MOST_LOGO_BYTES_READ).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&name, &error))?;
    Ok(bytes)
}

/// Changes something about the parties, and has the server read them anew: a key that is no longer good must not be taken
/// while the wallet is locked either.
async fn change<T, E>(
    state: &AppState,
    work: impl FnOnce(&Wallet) -> Result<T, E> + Send + 'static,
) -> Result<T, Failure>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
{
    let wallet = state.wallet()?;
    let changed = blocking(move || work(&wallet)).await?;
    state.holding().holder().inbox_changed();
    Ok(changed)
}
