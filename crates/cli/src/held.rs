//! A vault that another process holds: reaching that process.

use idw_holder::{Client, ClientError, Fault as HolderFault, explain_link, hand_in, message::HandIn};
use idw_link::{LinkError, LinkKey, Place};
use idw_wallet::HeldWallet;
use idw_words::{Message as _, message};

use crate::{
    app::App,
    fault::{Failure, Fault},
    network,
    password::{self, Source},
    words::{say, tell},
};

/// Where the holder of this vault listens.
pub(crate) fn place(app: &App) -> Result<Place, Failure> {
    Place::from_environment(&app.vault_dir()?).map_err(of_link)
}

/// Connects to the process that holds the vault, and proves that this is its owner's. The password stays here. `in_use` is
/// what to say where that process does not listen, as another command that runs just now.
pub(crate) async fn connect(app: &App, in_use: Failure) -> Result<Client, Failure> {
    let key = link_key(app)?;
    Client::connect(&place(app)?, &key).await.map_err(|error| match error {
        ClientError::Link(LinkError::NobodyListens { .. } | LinkError::Unsupported) => in_use,
        error => of_client(error),
    })
}

/// Hands something in to whoever listens; says whether anybody does.
pub(crate) fn hand_in_if_held(app: &App, what: &HandIn) -> Result<bool, Failure> {
    let place = match Place::from_environment(&app.vault_dir()?) {
        Ok(place) => place,
        // There is no vault: what wants it says so.
        Err(LinkError::Io { .. }) => return Ok(false),
        Err(error) => return Err(of_link(error)),
    };
    match network::block_on(async { Ok(hand_in(&place, what).await) })? {
        Ok(()) => Ok(true),
        Err(ClientError::Link(LinkError::NobodyListens { .. } | LinkError::Unsupported)) => Ok(false),
        Err(error) => Err(of_client(error)),
    }
}

/// The key by which the holder knows the vault's owner: by the password that was given, by the system keyring where that
/// opens the vault, or by the password that is asked for.
fn link_key(app: &App) -> Result<LinkKey, Failure> {
    let source = password::source(&app.options)?;
    let held = HeldWallet::read(&app.vault_dir()?)?;
    let by_keyring = source.is_none() && app.asks_keyring() && held.has_keyring();
    let key = match (source, by_keyring.then(|| held.link_key_with_keyring())) {
        (Some(source), _) => held.link_key(&source.read()?)?,
        (None, Some(Ok(key))) => key,
        (None, Some(Err(error))) if !error.is_of_keyring() => return Err(error.into()),
        (None, _) => held.link_key(&Source::Prompt.read()?)?,
    };
    Ok(LinkKey::new(&key))
}

pub(crate) fn of_client(error: ClientError) -> Failure {
    match error {
        ClientError::Link(error) => of_link(error),
        ClientError::Refused(HolderFault { problem, message, causes }) => {
            Failure::new(problem.into(), tell(&message)).because(causes)
        }
        ClientError::Answer => Failure::new(Fault::Other, tell(&message::ErrorLinkAnswer.data())),
    }
}

pub(crate) fn of_link(error: LinkError) -> Failure {
    let fault = match &error {
        LinkError::NobodyListens { .. }
        | LinkError::NotProved { .. }
        | LinkError::NotOurs { .. }
        | LinkError::OtherUser => Fault::InUse,
        LinkError::WrongVersion { .. }
        | LinkError::Refused(_)
        | LinkError::TooLarge { .. }
        | LinkError::Timeout { .. }
        | LinkError::Broken(_)
        | LinkError::PathTooLong { .. }
        | LinkError::Unsupported
        | LinkError::Io { .. } => Fault::Other,
    };
    // What exactly went wrong is for whoever looks for a mistake.
    let failure = Failure::new(fault, tell(&explain_link(&error))).because(vec![error.to_string()]);
    match error {
        LinkError::NobodyListens { .. } => failure.hint(say(message::CliHintServe)),
        _ => failure,
    }
}
