//! The side of the process that holds a vault.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::{JoinHandle, JoinSet};

use crate::clock::Clock;
use crate::place::Place;
use crate::serve::Shared;
use crate::socket::{self, Listening, Stream};
use crate::{Handler, Holder, HolderKind, LinkError, LinkKey};

/// How long the listener rests when it cannot take a connection, as when this process has too many open files.
const REST: Duration = Duration::from_millis(100);

/// The caller says with it that this process holds the process lock of the vault.
///
/// So whoever made the socket that may be there is gone, or does not hold the vault: it is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnderProcessLock;

/// Takes connections while it lives. When it is dropped, all its connections end, and the socket's file is removed if it
/// is still the one that it made.
pub struct Listener {
    shared: Arc<Shared>,
    file: socket::File,
    task: JoinHandle<()>,
}

impl Listener {
    /// Listens at the vault's place, in the runtime of tokio that this is called in. `key` is none where the vault was
    /// not unlocked yet; clients that prove themselves are refused until [`Self::set_key`].
    ///
    /// # Errors
    /// [`LinkError::NotOurs`] when something is in the way, [`LinkError::PathTooLong`], [`LinkError::Unsupported`], or
    /// [`LinkError::Io`].
    pub fn bind<H: Handler>(
        place: &Place,
        _: UnderProcessLock,
        kind: HolderKind,
        key: Option<LinkKey>,
        handler: H,
    ) -> Result<Self, LinkError> {
        let terms = Terms { clock: Clock::System, user: socket::own_user() };
        Self::bind_on(place, terms, kind, key, handler)
    }

    pub(crate) fn bind_on<H: Handler>(
        place: &Place,
        terms: Terms,
        kind: HolderKind,
        key: Option<LinkKey>,
        handler: H,
    ) -> Result<Self, LinkError> {
        let runtime = Handle::try_current().map_err(|error| LinkError::Io {
            doing: "listen on the private socket",
            source: std::io::Error::other(error),
        })?;
        let (listening, file) = socket::bind(&place.here)?;
        let holder = Holder { kind, pid: std::process::id() };
        let shared = Arc::new(Shared::new(holder, key, terms.clock));
        let task = runtime.spawn(take_connections(listening, shared.clone(), terms.user, Arc::new(handler)));
        Ok(Self { shared, file, task })
    }

    /// Sets the link key once the vault is unlocked. Connections that there are stay.
    pub fn set_key(&self, key: LinkKey) {
        self.shared.set_key(key);
    }

    /// Ends all connections and waits until that is done.
    pub async fn close(mut self) {
        self.file.remove();
        self.task.abort();
        // It was ended on purpose, which is all that an error could say.
        let _ = (&mut self.task).await;
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listener").field("holder", &self.shared.holder).finish_non_exhaustive()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.file.remove();
        self.task.abort();
    }
}

/// What tests choose differently.
pub(crate) struct Terms {
    pub(crate) clock: Clock,
    /// Whose processes may connect.
    pub(crate) user: u32,
}

/// Its connections are part of this future and end with it.
async fn take_connections<H: Handler>(listening: Listening, shared: Arc<Shared>, user: u32, handler: Arc<H>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            stream = listening.accept() => match stream {
                Ok(stream) => {
                    let (shared, handler) = (shared.clone(), handler.clone());
                    connections.spawn(async move {
                        if let Err(error) = serve_own(stream, &shared, user, &*handler).await {
                            tracing::debug!(%error, "a connection to the private socket ended");
                        }
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection to the private socket could not be taken");
                    shared.clock.sleep(REST).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Another user gets nothing, not even a hello.
async fn serve_own<H: Handler>(stream: Stream, shared: &Shared, user: u32, handler: &H) -> Result<(), LinkError> {
    let peer = socket::peer_user(&stream).map_err(LinkError::when("ask who connects to the private socket"))?;
    if peer != user {
        return Err(LinkError::OtherUser);
    }
    shared.serve(stream, handler).await
}
