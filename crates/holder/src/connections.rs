//! Services of Auth eID on the network: for each that the wallet is connected to, one task waits for what is asked, and sends
//! what the user has declined. It goes on while the wallet is locked, with the session that it has; what comes then counts as
//! waiting, and is fetched anew at the unlock.
//!
//! Nobody is contacted where there is no connection.

#[cfg(test)]
mod service;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use idw_autheid::RequestId;
use idw_wallet::{
    EidConnection, EidListing, EidRefused, EidServiceError, EidSession, EidTaken, Explain as _, view::EidLinkView,
};
use idw_words::MessageData;
use jiff::Timestamp;
use tokio::{
    sync::{Notify, watch},
    task::JoinHandle,
};

use crate::{
    Holder,
    holder::{Presence, blocking},
    pauses::{after_quick_answers, before_next_try},
};

/// An answer that comes sooner than this is one that changes quickly.
const QUICK: Duration = Duration::from_secs(5);

/// How each connection stands, for the shell.
pub(crate) struct Links {
    states: Mutex<BTreeMap<String, EidLinkView>>,
    changes: watch::Sender<u64>,
}

impl Default for Links {
    fn default() -> Self {
        Self { states: Mutex::default(), changes: watch::Sender::new(0) }
    }
}

impl Links {
    fn states(&self) -> MutexGuard<'_, BTreeMap<String, EidLinkView>> {
        // Each change is one insertion or removal.
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, id: &str, state: EidLinkView) {
        let before = self.states().insert(id.to_owned(), state.clone());
        if before.as_ref() != Some(&state) {
            self.changes.send_modify(|count| *count += 1);
        }
    }

    /// Not reached, since the first time that it was not.
    fn set_not_reachable(&self, id: &str, why: MessageData) {
        let before = self.states().get(id).cloned();
        let since = match before {
            Some(EidLinkView::NotReachable { since, .. }) => since,
            _ => Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        };
        self.set(id, EidLinkView::NotReachable { since, why });
    }

    fn retain(&self, is_there: impl Fn(&str) -> bool) {
        let mut states = self.states();
        let before = states.len();
        states.retain(|id, _| is_there(id));
        let is_changed = states.len() != before;
        drop(states);
        if is_changed {
            self.changes.send_modify(|count| *count += 1);
        }
    }
}

impl Holder {
    /// Whether a service is reached, by the id of its connection; nothing where nobody waits for its requests.
    pub fn eid_link(&self, connection: &str) -> Option<EidLinkView> {
        self.links.states().get(connection).cloned()
    }

    /// Hears when a service is reached, or is not any longer.
    pub fn eid_link_changes(&self) -> watch::Receiver<u64> {
        self.links.changes.subscribe()
    }
}

/// Waits for requests of every service that the wallet is connected to, from when it is unlocked for the first time. Runs until
/// it is dropped.
pub async fn keep_connections(holder: Arc<Holder>) {
    let (mut turns, mut changes) = (holder.turns(), holder.inbox_changes());
    let mut running: HashMap<String, Running> = HashMap::new();
    loop {
        turns.mark_unchanged();
        changes.mark_unchanged();
        if let Presence::Unlocked(wallet) = holder.presence() {
            match blocking(move || wallet.eid_connections()).await {
                Ok(connections) => begin_and_end(&holder, &mut running, connections),
                Err(error) => tracing::warn!(%error, "the services of Auth eID could not be read"),
            }
        }
        // The holder that tells lives as long as this.
        tokio::select! {
            _ = turns.changed() => {}
            _ = changes.changed() => {}
        }
    }
}

/// A task that ends when it is dropped.
struct Running(JoinHandle<()>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn begin_and_end(holder: &Arc<Holder>, running: &mut HashMap<String, Running>, connections: Vec<EidConnection>) {
    let ids: HashSet<String> = connections.iter().map(|one| one.id().to_owned()).collect();
    running.retain(|id, task| ids.contains(id) && !task.0.is_finished());
    holder.links.retain(|id| ids.contains(id));
    for connection in connections {
        running.entry(connection.id().to_owned()).or_insert_with_key(|id| {
            holder.links.set(id, EidLinkView::Connecting);
            let link = Link { holder: Arc::clone(holder), connection, look_again: Notify::new() };
            Running(tokio::spawn(async move { link.run().await }))
        });
    }
}

/// One connection.
struct Link {
    holder: Arc<Holder>,
    connection: EidConnection,
    /// An answer failed that the service may want still.
    look_again: Notify,
}

/// What is known from one look to the next.
#[derive(Default)]
struct Known {
    session: Option<EidSession>,
    /// Stands for what was listed last.
    cursor: Option<String>,
    /// What was listed last.
    listed: HashSet<RequestId>,
    refused: EidRefused,
    /// How often in a row something failed.
    failures: u32,
    /// How often in a row the answer came at once.
    quick: u32,
}

/// Why there is no session.
enum NoSession {
    Locked,
    Failed(EidServiceError),
}

impl Link {
    /// Until the service does not know this device any more.
    async fn run(&self) {
        tokio::select! {
            () = self.listen() => {}
            () = self.tell() => {}
        }
        self.ended().await;
    }

    fn id(&self) -> &str {
        self.connection.id()
    }

    async fn listen(&self) {
        let mut known = Known::default();
        let mut turns = self.holder.turns();
        loop {
            turns.mark_unchanged();
            let begun = Instant::now();
            let began = self.begin_session(&mut known).await;
            let outcome = match (began, &known.session) {
                (Ok(()), Some(session)) => tokio::select! {
                    outcome = self.connection.requests(session, known.cursor.as_deref()) => outcome,
                    () = self.look_again.notified() => {
                        known.cursor = None;
                        continue;
                    }
                    _ = turns.changed() => {
                        if let Presence::Unlocked(_) = self.holder.presence() {
                            known.cursor = None;
                        }
                        continue;
                    }
                },
                (Err(NoSession::Failed(error)), _) => Err(error),
                (Ok(()) | Err(NoSession::Locked), _) => {
                    self.holder.links.set(self.id(), EidLinkView::WaitsForUnlock);
                    let _ = turns.changed().await;
                    continue;
                }
            };
            let pause = match outcome {
                Ok(listing) => {
                    let is_quick = begun.elapsed() < QUICK;
                    known.quick = if is_quick { known.quick.saturating_add(1) } else { 0 };
                    self.holder.links.set(self.id(), EidLinkView::Connected);
                    self.take(listing, &mut known).await.unwrap_or_else(|| after_quick_answers(known.quick))
                }
                Err(error) if error.ends_connection() => return,
                Err(error) => self.failed(&error, &mut known),
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = turns.changed() => known.cursor = None,
            }
        }
    }

    /// Begins a session, where another one is needed.
    async fn begin_session(&self, known: &mut Known) -> Result<(), NoSession> {
        if known.session.as_ref().is_some_and(|session| !session.is_over()) {
            return Ok(());
        }
        known.session = None; // wiped before there is another
        let Ok((wallet, mut locked)) = self.holder.wallet() else { return Err(NoSession::Locked) };
        let begun = tokio::select! {
            begun = wallet.eid_begin_session(&self.connection) => begun.map_err(NoSession::Failed),
            _ = locked.changed() => Err(NoSession::Locked),
        };
        known.session = Some(begun?);
        Ok(())
    }

    /// How long to wait before the next try.
    fn failed(&self, error: &EidServiceError, known: &mut Known) -> Duration {
        known.failures = known.failures.saturating_add(1);
        known.cursor = None;
        if error.needs_session() {
            known.session = None;
            if known.failures == 1 {
                return Duration::ZERO; // it has ended by its time, or the service began anew
            }
        }
        tracing::info!(service = self.connection.host(), %error, "a service of Auth eID is not reached");
        self.holder.links.set_not_reachable(self.id(), error.explain());
        before_next_try(known.failures, error.retry_after())
    }

    /// Takes what was listed. Gives how long to wait where that was not possible.
    async fn take(&self, listing: EidListing, known: &mut Known) -> Option<Duration> {
        let open: Vec<_> = listing.open().map(|(id, ends)| (id.clone(), ends)).collect();
        let cursor = listing.cursor().to_owned();
        if let Presence::Unlocked(wallet) = self.holder.presence() {
            let (connection, mut refused) = (self.connection.clone(), std::mem::take(&mut known.refused));
            let work =
                move || wallet.eid_take_listing(&connection, &listing, &mut refused).map(|taken| (taken, refused));
            match blocking(work).await {
                Ok((EidTaken { arrived, changed }, refused)) => {
                    known.refused = refused;
                    if arrived {
                        self.holder.arrived();
                    } else if changed {
                        self.holder.inbox_changed();
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "what a service of Auth eID listed could not be written");
                    known.failures = known.failures.saturating_add(1);
                    known.cursor = None;
                    return Some(before_next_try(known.failures, None));
                }
            }
        } else {
            self.count(&open, &known.listed);
        }
        known.listed = open.into_iter().map(|(id, _)| id).collect();
        known.cursor = Some(cursor);
        known.failures = 0;
        None
    }

    /// While the wallet is locked: what has come waits, and what is listed no longer does not.
    fn count(&self, open: &[(RequestId, Timestamp)], before: &HashSet<RequestId>) {
        let name = |id: &RequestId| format!("{}/{id}", self.id());
        for gone in before.iter().filter(|gone| open.iter().all(|(id, _)| id != *gone)) {
            self.holder.over_elsewhere(&name(gone));
        }
        for (id, ends) in open.iter().filter(|(id, _)| !before.contains(id)) {
            self.holder.arrived_elsewhere(name(id), *ends);
        }
    }

    /// Sends what the user has declined, whenever the inbox changes. Ends when the service does not know this device.
    async fn tell(&self) {
        let mut changes = self.holder.inbox_changes();
        let mut failures = 0;
        loop {
            changes.mark_unchanged();
            match self.send_declines().await {
                Some(Err(error)) if error.ends_connection() => return,
                Some(Err(error)) => {
                    failures += 1;
                    tracing::info!(service = self.connection.host(), %error, "a no did not reach a service of Auth eID");
                    tokio::select! {
                        () = tokio::time::sleep(before_next_try(failures, error.retry_after())) => continue,
                        _ = changes.changed() => continue,
                    }
                }
                Some(Ok(())) => failures = 0,
                None => {}
            }
            let _ = changes.changed().await;
        }
    }

    /// None while the wallet is locked.
    async fn send_declines(&self) -> Option<Result<(), EidServiceError>> {
        let (wallet, mut locked) = self.holder.wallet().ok()?;
        match wallet.eid_is_in_doubt(self.id()) {
            Ok(true) => self.look_again.notify_one(),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "answers to a service of Auth eID could not be read"),
        }
        tokio::select! {
            outcome = wallet.eid_send_declines(self.id()) => Some(outcome),
            _ = locked.changed() => None,
        }
    }

    /// Writes down that the service knows this device no longer, as soon as the wallet is unlocked.
    async fn ended(&self) {
        self.holder.links.set(self.id(), EidLinkView::Ended);
        let mut turns = self.holder.turns();
        loop {
            turns.mark_unchanged();
            if let Presence::Unlocked(wallet) = self.holder.presence() {
                let id = self.id().to_owned();
                match blocking(move || wallet.eid_connection_ended(&id)).await {
                    Ok(()) => return self.holder.inbox_changed(),
                    Err(error) => tracing::warn!(%error, "the end of a connection could not be written"),
                }
            }
            let _ = turns.changed().await;
        }
    }
}
