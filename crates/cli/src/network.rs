//! The runtime for commands that talk to a site; other commands never make one.

use std::{
    future::Future,
    io::{self, IsTerminal as _, Write as _},
};

use crate::fault::{Failure, Fault};

/// Runs `work` to its end, or until Ctrl-C.
pub(crate) fn run<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let setting_up = |error| Failure::io(Fault::Other, "the network could not be set up", &error);
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
            Failure::new(Fault::Interrupted, "interrupted; `idw activity list` shows whether anything was sent")
        }
        Err(error) => Failure::io(Fault::Other, "the program cannot listen for Ctrl-C", &error),
    }
}
