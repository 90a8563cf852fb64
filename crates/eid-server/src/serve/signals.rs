//! What ends the service, and what has it read its certificates again.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::tls::Tls;
use crate::fault::Failure;

/// Ends with SIGTERM or SIGINT, and says so to whoever tells that the service is ready.
pub(super) fn ended(
    tls: Option<Tls>,
    stopping: watch::Sender<bool>,
) -> Result<impl Future<Output = ()> + Send, Failure> {
    let deaf = |error| Failure::io("the program cannot listen for signals", &error);
    let mut terminate = signal(SignalKind::terminate()).map_err(deaf)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(deaf)?;
    let mut hang_up = signal(SignalKind::hangup()).map_err(deaf)?;
    Ok(async move {
        loop {
            tokio::select! {
                _ = terminate.recv() => break,
                _ = interrupt.recv() => break,
                _ = hang_up.recv() => if let Some(tls) = &tls {
                    match tls.reload() {
                        Ok(()) => tracing::info!("the certificates were read again"),
                        Err(error) => tracing::error!(%error, "the certificates were not read again; those of before are used"),
                    }
                },
            }
        }
        stopping.send_replace(true);
    })
}
