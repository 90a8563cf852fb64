//! Waiting for the browser.

use std::fmt;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;
use url::Url;

use crate::code::Code;
use crate::error::WebKycError;
use crate::limits::{CONNECTIONS, GRACE, SETTLING};
use crate::listener::{Desk, accept, serve};

/// An attempt that has begun: the wallet listens, and the user has an address to go to. Dropping it ends the attempt and frees
/// the port at once.
pub struct Waiting {
    address: Url,
    listens_on: Vec<SocketAddr>,
    listeners: Vec<TcpListener>,
    desk: Desk,
}

impl Waiting {
    pub(crate) fn new(address: Url, listens_on: Vec<SocketAddr>, listeners: Vec<TcpListener>, desk: Desk) -> Self {
        Self { address, listens_on, listeners, desk }
    }

    /// The address to open in the user's browser. It belongs to this attempt.
    pub fn address(&self) -> &Url {
        &self.address
    }

    /// Where the browser's return is waited for.
    pub fn listens_on(&self) -> &[SocketAddr] {
        &self.listens_on
    }

    /// Waits until the browser is back, at most as long as `limit`. Nothing runs beside this: whoever stops waiting has ended
    /// the attempt. Before it returns, the browser gets its page, for which it has two seconds, and a browser that loads the
    /// page twice gets it again.
    ///
    /// # Errors
    /// - [`WebKycError::TimedOut`]: the browser did not come back in time;
    /// - [`WebKycError::GaveUp`]: it came back without a code;
    /// - [`WebKycError::Refused`]: it came back with an error;
    /// - [`WebKycError::NotUnderstood`]: what it brought cannot be a code.
    pub async fn returned(self, limit: Duration) -> Result<Code, WebKycError> {
        let Self { listeners, desk, .. } = self;
        let mut browsers = Browsers::new(&listeners, |stream| serve(&desk, stream));
        if let Some(returned_at) = browsers.until_page(&desk, limit).await {
            browsers.settle(returned_at + SETTLING).await;
        }
        desk.take_outcome().unwrap_or(Err(WebKycError::TimedOut))
    }

    /// Does something with the code as soon as the browser has its page. Who loads the page twice gets it again meanwhile, so
    /// that nothing waits for that.
    ///
    /// # Errors
    /// Those of [`Waiting::returned`] and of `then`.
    pub async fn returned_and<T>(
        self,
        limit: Duration,
        then: impl AsyncFnOnce(Code) -> Result<T, WebKycError>,
    ) -> Result<T, WebKycError> {
        let Self { listeners, desk, .. } = self;
        let mut browsers = Browsers::new(&listeners, |stream| serve(&desk, stream));
        let Some(returned_at) = browsers.until_page(&desk, limit).await else { return Err(WebKycError::TimedOut) };
        let settled = browsers.settle(returned_at + SETTLING);
        match desk.take_outcome().unwrap_or(Err(WebKycError::TimedOut)) {
            Err(error) => {
                settled.await;
                Err(error)
            }
            Ok(code) => {
                let mut then = pin!(then(code));
                tokio::select! {
                    biased;
                    result = &mut then => return result,
                    () = settled => {}
                }
                then.await
            }
        }
    }
}

/// The browsers that are served at the moment; each as `serve` does it, which says whether that one has the page.
struct Browsers<'a, S, F> {
    listeners: &'a [TcpListener],
    serve: S,
    connections: FuturesUnordered<F>,
}

impl<'a, S: Fn(TcpStream) -> F, F: Future<Output = bool>> Browsers<'a, S, F> {
    fn new(listeners: &'a [TcpListener], serve: S) -> Self {
        Self { listeners, serve, connections: FuturesUnordered::new() }
    }

    /// Serves them until one has returned and has its page, or the time is over. Says when it returned, if it did.
    async fn until_page(&mut self, desk: &Desk, limit: Duration) -> Option<Instant> {
        let mut end = pin!(tokio::time::sleep(limit));
        let mut returned_at = None;
        loop {
            tokio::select! {
                // In this order: who has gone makes room before the next one is taken.
                biased;
                () = &mut end => return returned_at,
                () = desk.returned(), if returned_at.is_none() => {
                    let now = Instant::now();
                    returned_at = Some(now);
                    end.as_mut().reset(now + GRACE);
                }
                Some(has_page) = self.connections.next() => {
                    if has_page {
                        return Some(returned_at.unwrap_or_else(Instant::now));
                    }
                }
                stream = accept(self.listeners) => self.take(stream),
            }
        }
    }

    /// Serves them until this moment.
    async fn settle(&mut self, until: Instant) {
        let mut end = pin!(tokio::time::sleep_until(until));
        loop {
            tokio::select! {
                biased;
                () = &mut end => return,
                Some(_) = self.connections.next() => {}
                stream = accept(self.listeners) => self.take(stream),
            }
        }
    }

    /// With all places taken, the newest has to go: those before it go by themselves within seconds.
    fn take(&self, stream: TcpStream) {
        if self.connections.len() < CONNECTIONS {
            self.connections.push((self.serve)(stream));
        }
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting").field("listens_on", &self.listens_on).finish_non_exhaustive()
    }
}
