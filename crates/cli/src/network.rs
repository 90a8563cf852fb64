//! The runtime for commands that talk to a site, and their options; other commands never make one.

use std::{
    future::Future,
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
};

use clap::Args;
use idw_wallet::Wallet;
use idw_words::message;

use crate::{
    app::App,
    fault::{Failure, Fault},
    trace::TracePlace,
    words::say,
};

/// Options of every command that talks to a site.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct NetworkArgs {
    /// Write the exchanges with the site into this new file (HAR 1.2), without what could be secret
    #[arg(long, value_name = "FILE")]
    trace: Option<PathBuf>,
}

/// The way to a site. What a wallet does with sites is async, and nothing else runs that. A command gets this only with
/// [`NetworkArgs`] among its own, and its wallet only as this gives it: so it cannot lack their options, or forget what they
/// ask for.
#[derive(Debug)]
pub(crate) struct Network<'a> {
    app: &'a App,
    trace: Option<TracePlace>,
}

impl<'a> Network<'a> {
    /// Nobody is contacted yet, and nothing is written. What the options ask for is refused here where it cannot be done: get
    /// this before a password is asked for.
    pub(crate) fn new(app: &'a App, args: &NetworkArgs) -> Result<Self, Failure> {
        let trace = args.trace.as_deref().map(|path| TracePlace::new(app, path)).transpose()?;
        Ok(Self { app, trace })
    }

    /// Runs `work` with the wallet to its end, or until Ctrl-C. Whatever it exchanges with sites is traced, where that was
    /// asked for.
    pub(crate) fn run<T>(
        self,
        wallet: Wallet,
        work: impl AsyncFnOnce(Wallet) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let Some(place) = self.trace else { return block_on(work(wallet)) };
        let trace = place.begin()?;
        let result = block_on(work(wallet.with_observer(trace.clone())));
        trace.warn_if_incomplete(self.app);
        result
    }

    /// Runs `work` with the wallet until it ends by itself: it listens for signals of its own. It makes every other wallet
    /// that it opens an observed one by what it is given.
    pub(crate) fn serve<T>(
        self,
        wallet: Wallet,
        work: impl AsyncFnOnce(Wallet, &dyn Fn(Wallet) -> Wallet) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let setting_up = |error| Failure::io(Fault::Other, say(message::CliNoNetwork), &error);
        check_descriptors().map_err(setting_up)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(setting_up)?;
        let trace = self.trace.map(TracePlace::begin).transpose()?;
        let observed = |wallet: Wallet| match &trace {
            Some(trace) => wallet.with_observer(trace.clone()),
            None => wallet,
        };
        let result = runtime.block_on(work(observed(wallet), &observed));
        runtime.shutdown_background();
        if let Some(trace) = &trace {
            trace.warn_if_incomplete(self.app);
        }
        result
    }

    /// Refuses a trace where another process talks to the sites.
    pub(crate) fn must_not_trace(&self) -> Result<(), Failure> {
        match self.trace {
            None => Ok(()),
            Some(_) => Err(Failure::usage(say(message::CliTraceElsewhere)).hint(say(message::CliTraceElsewhereHint))),
        }
    }
}

/// Runs what talks to another process on this machine, and to no site.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let setting_up = |error| Failure::io(Fault::Other, say(message::CliNoNetwork), &error);
    check_descriptors().map_err(setting_up)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        // A site that floods its connection keeps one task busy: time limits must be looked at between its turns, not
        // after sixty-one of them.
        .event_interval(1)
        .enable_all()
        .build()
        .map_err(setting_up)?;
    let result = runtime.block_on(async {
        tokio::select! {
            result = work => result,
            interrupt = tokio::signal::ctrl_c() => Err(interrupted(interrupt)),
        }
    });
    // A question that no one will answer now must not keep the process.
    runtime.shutdown_background();
    result
}

/// Whether the process may open as many descriptors as a runtime takes: one that finds too few for its signals panics.
pub(crate) fn check_descriptors() -> io::Result<()> {
    #[cfg(unix)]
    {
        const PAIRS: usize = 4;
        let pairs: io::Result<Vec<_>> = (0..PAIRS).map(|_| std::os::unix::net::UnixStream::pair()).collect();
        pairs?;
    }
    Ok(())
}

fn interrupted(signal: io::Result<()>) -> Failure {
    match signal {
        Ok(()) => {
            if io::stderr().is_terminal() {
                // The terminal has put ^C behind whatever was there.
                let _ = writeln!(io::stderr());
            }
            Failure::new(Fault::Interrupted, say(message::CliInterrupted)).hint(say(message::CliInterruptedHint))
        }
        Err(error) => Failure::io(Fault::Other, say(message::CliNoSignals), &error),
    }
}
