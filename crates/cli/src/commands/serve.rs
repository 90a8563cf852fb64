//! `idw serve`: a wallet without a window, for servers and CI.

#[cfg(unix)]
use std::path::PathBuf;
use std::{net::SocketAddr, sync::Arc};

use clap::Args;
use idw_holder::{Answering, EidServer, Holder, keep_connections};
use idw_link::{HolderKind, LinkKey, Listener, UnderProcessLock};
use idw_wallet::{Explain as _, LockedWallet, Wallet};
use idw_words::message;
use serde_json::json;

use crate::{
    app::App,
    fault::{Failure, Fault},
    held,
    network::{Network, NetworkArgs},
    password::{self, Source},
    words::{say, tell},
};

#[derive(Args, Debug)]
pub(crate) struct ServeArgs {
    /// Answer parties that ask by Auth eID, at this address of this computer [default: 127.0.0.1:8466]
    #[arg(long, value_name = "ADDR", num_args = 0..=1, default_missing_value = "127.0.0.1:8466")]
    eid: Option<SocketAddr>,
    #[command(flatten)]
    network: NetworkArgs,
}

/// Holds the vault until it is told to end. It never locks by itself.
pub(crate) fn run(app: &App, args: &ServeArgs) -> Result<(), Failure> {
    let source = password::source(&app.options)?.filter(|source| *source != Source::Prompt);
    let source = source.ok_or_else(|| Failure::usage(say(message::CliServeNoPassword)))?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    if wallet.is_read_only() {
        return Err(Failure::usage(say(message::CliServeReadOnly)));
    }
    network.serve(wallet, async |wallet, observed| serve(app, wallet, &source, args.eid, observed).await)
}

#[cfg(unix)]
async fn serve(
    app: &App,
    wallet: Wallet,
    source: &Source,
    eid: Option<SocketAddr>,
    observed: &dyn Fn(Wallet) -> Wallet,
) -> Result<(), Failure> {
    use tokio::signal::unix::{SignalKind, signal};

    let deaf = |error| Failure::io(Fault::Other, say(message::CliServeNoSignals), &error);
    // Before anybody can know that it runs: a signal that comes early would end it else.
    let mut lock = signal(SignalKind::user_defined1()).map_err(deaf)?;
    let mut unlock = signal(SignalKind::user_defined2()).map_err(deaf)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(deaf)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(deaf)?;

    let place = held::place(app)?;
    let holder = Holder::new();
    let key = LinkKey::new(&wallet.link_key());
    let services: Vec<String> = wallet.eid_connections()?.iter().map(|one| one.host().to_owned()).collect();
    let mut state = State::Unlocked;
    unlocked(app, &holder, wallet);
    let listener =
        Listener::bind(&place, UnderProcessLock, HolderKind::Serve, Some(key), Answering(Arc::clone(&holder)));
    let listener = listener.map_err(held::of_link)?;
    let eid = match eid {
        Some(address) => Some(answering_at(&holder, address).await?),
        None => None,
    };
    let ready =
        Ready { vault: app.vault_dir()?, socket: place.path(), eid: eid.as_ref().map(EidServer::url), services };
    let (stop_eid, stopped) = tokio::sync::oneshot::channel::<()>();
    let eid = eid.map(|server| tokio::spawn(server.run(async { drop(stopped.await) })));
    let connections = tokio::spawn(keep_connections(Arc::clone(&holder)));
    ready.say(app)?;

    loop {
        let stored = async {
            holder.send_stored_answers().await;
            std::future::pending::<()>().await;
        };
        tokio::select! {
            _ = terminate.recv() => break,
            _ = interrupt.recv() => break,
            () = holder.stop_wanted() => break,
            _ = lock.recv() => state = state.locked(&holder).await,
            _ = unlock.recv() => state = state.unlocked(app, &holder, source, observed),
            () = stored => {}
        }
    }
    connections.abort();
    drop(listener); // nobody is answered any more
    drop(stop_eid);
    if let Some(eid) = eid {
        // It ends within seconds; that it panicked has been logged.
        let _ = eid.await;
    }
    state.locked(&holder).await; // waits until nothing uses the wallet
    Ok(())
}

/// What whoever started the program has to know.
#[cfg(unix)]
struct Ready {
    vault: PathBuf,
    socket: PathBuf,
    /// Where parties of Auth eID call.
    eid: Option<String>,
    /// The hosts of the services through which others ask.
    services: Vec<String>,
}

#[cfg(unix)]
impl Ready {
    fn say(&self, app: &App) -> Result<(), Failure> {
        let Self { vault, socket, eid, services } = self;
        let mut ready = json!({ "ready": true, "vault": vault, "socket": socket, "pid": std::process::id() });
        if let Some(url) = eid {
            ready["eid"] = json!(url);
        }
        if !services.is_empty() {
            ready["services"] = json!(services);
        }
        app.out.line(&ready, |page| {
            page.line(&say(message::CliServeReady { vault }));
            if let Some(url) = eid {
                page.line(&say(message::CliServeEid { url }));
            }
            for host in services {
                page.line(&say(message::CliServeService { host }));
            }
        })
    }
}

#[cfg(unix)]
async fn answering_at(holder: &Arc<Holder>, address: SocketAddr) -> Result<EidServer, Failure> {
    EidServer::bind(Arc::clone(holder), address).await.map_err(|error| {
        let fault = match error.kind() {
            std::io::ErrorKind::InvalidInput => Fault::Usage,
            std::io::ErrorKind::AddrInUse => Fault::InUse,
            _ => Fault::Other,
        };
        Failure::io(fault, say(message::CliServeEidFailed { address: address.to_string() }), &error)
    })
}

#[cfg(not(unix))]
async fn serve(
    _: &App,
    _: Wallet,
    _: &Source,
    _: Option<SocketAddr>,
    _: &dyn Fn(Wallet) -> Wallet,
) -> Result<(), Failure> {
    Err(Failure::usage(say(message::CliServeUnsupported)))
}

/// Whether the wallet is locked. The vault is held in any case.
enum State {
    Unlocked,
    Locked(LockedWallet),
}

impl State {
    async fn locked(self, holder: &Holder) -> Self {
        let Self::Unlocked = self else { return self };
        match holder.lock().await {
            Some(locked) => {
                tracing::info!("the wallet is locked");
                Self::Locked(locked)
            }
            None => Self::Unlocked,
        }
    }

    fn unlocked(self, app: &App, holder: &Holder, source: &Source, observed: &dyn Fn(Wallet) -> Wallet) -> Self {
        let Self::Locked(locked) = self else { return self };
        if let Source::Descriptor(_) = source {
            stays_locked(app, say(message::CliServeDescriptor));
            return Self::Locked(locked);
        }
        let password = match source.read() {
            Ok(password) => password,
            Err(failure) => {
                stays_locked(app, failure.message);
                return Self::Locked(locked);
            }
        };
        match locked.unlock(&password) {
            Ok(wallet) => {
                unlocked(app, holder, observed(wallet));
                tracing::info!("the wallet is unlocked");
                Self::Unlocked
            }
            Err((locked, error)) => {
                stays_locked(app, tell(&error.explain()));
                Self::Locked(locked)
            }
        }
    }
}

fn unlocked(app: &App, holder: &Holder, wallet: Wallet) {
    if let Err(error) = holder.unlocked(Arc::new(wallet)) {
        app.out.warn(&tell(&error.explain()));
    }
}

fn stays_locked(app: &App, reason: String) {
    app.out.warn(&say(message::CliServeStaysLocked { reason }));
}
