//! `idw serve`: a wallet without a window, for servers and CI.

use std::{net::SocketAddr, sync::Arc};

use clap::Args;
use idw_holder::{Answering, EidServer, Holder, keep_connections};
use idw_link::{HolderKind, LinkKey, Listener, UnderProcessLock};
use idw_wallet::{LockedWallet, Wallet};
use serde_json::json;

use crate::{
    app::App,
    fault::{Failure, Fault},
    held,
    network::{Network, NetworkArgs},
    password::{self, Source},
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
    let source = source.ok_or_else(|| {
        Failure::usage("`idw serve` asks nobody: name the password's file with --password-file, or its descriptor with --password-fd")
    })?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    if wallet.is_read_only() {
        return Err(Failure::usage(
            "the vault's folder cannot be written to, so no request can be accepted; nothing was started",
        ));
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

    let deaf = |error| Failure::io(Fault::Other, "the program cannot listen for signals", &error);
    // Before anybody can know that it runs: a signal that comes early would end it else.
    let mut lock = signal(SignalKind::user_defined1()).map_err(deaf)?;
    let mut unlock = signal(SignalKind::user_defined2()).map_err(deaf)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(deaf)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(deaf)?;

    let place = held::place(app)?;
    let holder = Holder::new();
    let key = LinkKey::new(&wallet.link_key());
    let mut state = State::Unlocked;
    unlocked(app, &holder, wallet);
    let listener =
        Listener::bind(&place, UnderProcessLock, HolderKind::Serve, Some(key), Answering(Arc::clone(&holder)));
    let listener = listener.map_err(held::of_link)?;
    let eid = match eid {
        Some(address) => Some(answering_at(&holder, address).await?),
        None => None,
    };
    let url = eid.as_ref().map(EidServer::url);
    let vault = app.vault_dir()?;
    let mut ready = json!({ "ready": true, "vault": vault, "socket": place.path(), "pid": std::process::id() });
    if let Some(url) = &url {
        ready["eid"] = json!(url);
    }
    let (stop_eid, stopped) = tokio::sync::oneshot::channel::<()>();
    let eid = eid.map(|server| tokio::spawn(server.run(async { drop(stopped.await) })));
    let connections = tokio::spawn(keep_connections(Arc::clone(&holder)));
    app.out.line(&ready, |page| {
        page.line(&format!("Holding {}; ready for requests", vault.display()));
        if let Some(url) = &url {
            page.line(&format!("Parties ask by Auth eID at {url}"));
        }
    })?;

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

#[cfg(unix)]
async fn answering_at(holder: &Arc<Holder>, address: SocketAddr) -> Result<EidServer, Failure> {
    EidServer::bind(Arc::clone(holder), address).await.map_err(|error| {
        let fault = match error.kind() {
            std::io::ErrorKind::InvalidInput => Fault::Usage,
            std::io::ErrorKind::AddrInUse => Fault::InUse,
            _ => Fault::Other,
        };
        Failure::io(
            fault,
            format!("the wallet cannot be reached by Auth eID at {address}; nothing was started"),
            &error,
        )
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
    Err(Failure::usage("`idw serve` needs Unix sockets, which this system does not have"))
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
            app.out.warn("the wallet stays locked: a descriptor can be read once; start `idw serve` again");
            return Self::Locked(locked);
        }
        let password = match source.read() {
            Ok(password) => password,
            Err(failure) => {
                app.out.warn(&format!("the wallet stays locked: {}", failure.message));
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
                app.out.warn(&format!("the wallet stays locked: {error}"));
                Self::Locked(locked)
            }
        }
    }
}

fn unlocked(app: &App, holder: &Holder, wallet: Wallet) {
    if let Err(error) = holder.unlocked(Arc::new(wallet)) {
        app.out.warn(&error.to_string());
    }
}
