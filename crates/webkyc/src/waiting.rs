//! Waiting for the browser.

use std::fmt;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use tokio::net::TcpListener;
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
    /// the attempt. Before it returns, the browser gets its page, for which it has two seconds.
    ///
    /// # Errors
    /// - [`WebKycError::TimedOut`]: the browser did not come back in time;
    /// - [`WebKycError::GaveUp`]: it came back without a code;
    /// - [`WebKycError::Refused`]: it came back with an error;
    /// - [`WebKycError::NotUnderstood`]: what it brought cannot be a code.
    pub async fn returned(self, limit: Duration) -> Result<Code, WebKycError> {
        let Self { listeners, desk, .. } = self;
        until_returned(&listeners, &desk, limit).await;
        desk.into_outcome().unwrap_or(Err(WebKycError::TimedOut))
    }
}

/// Serves browsers until one has returned and has its page, or the time is over.
async fn until_returned(listeners: &[TcpListener], desk: &Desk, limit: Duration) {
    let mut connections = FuturesUnordered::new();
    let mut end = pin!(tokio::time::sleep(limit));
    let mut returned_at = None;
    loop {
        tokio::select! {
            // In this order: who has gone makes room before the next one is taken.
            biased;
            () = &mut end => return,
            () = desk.returned(), if returned_at.is_none() => {
                let now = Instant::now();
                returned_at = Some(now);
                end.as_mut().reset(now + GRACE);
            }
            Some(has_page) = connections.next() => {
                if has_page {
                    let at = *returned_at.get_or_insert_with(Instant::now);
                    end.as_mut().reset(at + SETTLING);
                }
            }
            stream = accept(listeners) => {
                // With all places taken, the newest has to go: those before it go by themselves within seconds.
                if connections.len() < CONNECTIONS {
                    connections.push(serve(desk, stream));
                }
            }
        }
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting").field("listens_on", &self.listens_on).finish_non_exhaustive()
    }
}
