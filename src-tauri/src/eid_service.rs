//! What parties of Auth eID call: a server on this computer, from when the user switches it on until they switch it off or the
//! program ends. It is there while the wallet is locked too.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use idw_holder::{EidServer, Holder};
use idw_wallet::Explain as _;
use idw_words::message;
use tauri::async_runtime::{JoinHandle, Mutex};
use tokio::sync::oneshot;

use crate::failure::{Failure, FailureCode};

/// The server, if it runs.
pub(crate) struct EidService {
    holder: Arc<Holder>,
    running: Mutex<Option<Running>>,
}

struct Running {
    port: u16,
    url: String,
    /// Dropped, it ends the server.
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl EidService {
    pub(crate) fn new(holder: Arc<Holder>) -> Self {
        Self { holder, running: Mutex::new(None) }
    }

    /// Where parties call, while they can.
    pub(crate) async fn url(&self) -> Option<String> {
        self.running.lock().await.as_ref().filter(|running| running.is_alive()).map(|running| running.url.clone())
    }

    /// Has parties answered at this port, and nowhere else. Gives the address at which they call.
    ///
    /// # Errors
    /// Where another program has the port, or may alone have it. Nobody is answered then.
    pub(crate) async fn start(&self, port: u16) -> Result<String, Failure> {
        let mut running = self.running.lock().await;
        if let Some(running) = running.as_ref().filter(|running| running.port == port && running.is_alive()) {
            return Ok(running.url.clone());
        }
        end(running.take()).await;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let server =
            EidServer::bind(Arc::clone(&self.holder), address).await.map_err(|error| not_started(port, &error))?;
        let url = server.url();
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tauri::async_runtime::spawn(server.run(async { drop(stopped.await) }));
        *running = Some(Running { port, url: url.clone(), stop, task });
        Ok(url)
    }

    /// Answers nobody any more. Those who wait for an answer have a few seconds to go.
    pub(crate) async fn stop(&self) {
        let mut running = self.running.lock().await;
        end(running.take()).await;
    }
}

impl Running {
    /// A server that failed has ended by itself.
    fn is_alive(&self) -> bool {
        !self.task.inner().is_finished()
    }
}

async fn end(running: Option<Running>) {
    let Some(Running { stop, task, .. }) = running else { return };
    drop(stop);
    // That it panicked has been logged.
    let _ = task.await;
}

fn not_started(port: u16, error: &io::Error) -> Failure {
    tracing::info!(port, %error, "requests by Auth eID are not answered");
    match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(FailureCode::InUse, message::WindowPortUsed { port }),
        io::ErrorKind::PermissionDenied => Failure::new(FailureCode::Usage, message::WindowPortReserved { port }),
        _ => Failure::new(FailureCode::Other, message::WindowPortFailed { port, reason: error.explain() }),
    }
}
