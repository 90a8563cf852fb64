//! Another program that holds this vault: which one it is, and what it can be asked.

use std::path::Path;

use idw_holder::{
    Client, ClientError, hand_in,
    message::{Ask, HandIn},
};
use idw_link::{Connection, HolderKind, LinkKey, Place};
use idw_wallet::{Explain as _, LinkKeyBytes, Problem};

use crate::failure::{Failure, FailureCode};

/// What kind of program listens for the vault; none where nobody does, as while a command of the command line works on it.
pub(crate) async fn kind(vault: &Path) -> Option<HolderKind> {
    let place = Place::from_environment(vault).ok()?;
    let connection = Connection::unproven(&place).await;
    let connection = connection.inspect_err(|error| tracing::info!(%error, "nobody says who holds the vault"));
    Some(connection.ok()?.holder().kind)
}

/// Has the window that holds the vault show itself. Says whether there is one and it has heard.
pub(crate) async fn comes_forward(vault: &Path) -> bool {
    if kind(vault).await != Some(HolderKind::Window) {
        return false;
    }
    let Ok(place) = Place::from_environment(vault) else { return false };
    match hand_in(&place, &HandIn::ComeForward).await {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(%error, "the window that is open already does not answer");
            false
        }
    }
}

/// What happened to a link that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkOutcome {
    /// It waits for the user's answer.
    Taken,
    /// The wallet was not unlocked since its program started, so it takes nothing yet.
    TooEarly,
    /// The wallet does not take this link, or no program holds the vault.
    Refused,
}

/// Hands a link to whoever holds the vault, as any program can.
pub(crate) async fn takes_link(vault: &Path, link: String) -> LinkOutcome {
    let Ok(place) = Place::from_environment(vault) else { return LinkOutcome::Refused };
    let error = match hand_in(&place, &HandIn::Open { link }).await {
        Ok(()) => return LinkOutcome::Taken,
        Err(error) => error,
    };
    if let ClientError::Refused(fault) = &error
        && fault.problem == Problem::Other
    {
        return LinkOutcome::TooEarly;
    }
    tracing::warn!(%error, "a link was not taken");
    LinkOutcome::Refused
}

/// Asks who holds the vault to end. It lets go of the vault soon after.
///
/// # Errors
/// Where it does not say that it will.
pub(crate) async fn stop(vault: &Path, key: &LinkKeyBytes) -> Result<(), Failure> {
    let failed = |error: ClientError| Failure::new(FailureCode::InUse, error.explain());
    let place = Place::from_environment(vault).map_err(|error| failed(error.into()))?;
    let mut client = Client::connect(&place, &LinkKey::new(key)).await.map_err(failed)?;
    client.ask(&Ask::Stop).await.map_err(failed)?;
    Ok(())
}
