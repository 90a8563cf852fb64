//! `idw serve`: a wallet without a window, for servers and CI.

use std::sync::Arc;

use clap::Args;
use idw_holder::{Answering, Holder};
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
    network.serve(wallet, async |wallet, observed| serve(app, wallet, &source, observed).await)
}

#[cfg(unix)]
async fn serve(app: &App, wallet: Wallet, source: &Source, observed: &dyn Fn(Wallet) -> Wallet) -> Result<(), Failure> {
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
    let ready = json!({ "ready": true, "vault": app.vault_dir()?, "socket": place.path(), "pid": std::process::id() });
    let vault = app.vault_dir()?;
    app.out.line(&ready, |page| page.line(&format!("Holding {}; ready for requests", vault.display())))?;

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
    drop(listener); // nobody is answered any more
    state.locked(&holder).await; // waits until nothing uses the wallet
    Ok(())
}

#[cfg(not(unix))]
async fn serve(_: &App, _: Wallet, _: &Source, _: &dyn Fn(Wallet) -> Wallet) -> Result<(), Failure> {
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
