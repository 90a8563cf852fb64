//! What a shell that holds a vault keeps of it.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use idw_wallet::{Incoming, LockedWallet, MOST_REQUESTS, Problem, Proposal, Selection, StoredAnswer, Wallet};
use jiff::Timestamp;
use tokio::sync::{Notify, watch};

use crate::{Eid, Fault, connections::Links};

/// How long is waited between two looks whether the wallet is still in use.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// What a holder is asked to do that only its shell can do.
#[derive(Default)]
pub(crate) struct Wishes {
    pub(crate) stop: Notify,
    pub(crate) come_forward: Notify,
}

/// The wallet as the private socket sees it: never unlocked since the start, unlocked, or locked.
///
/// While it is locked, what comes from outside waits in memory; it is written when the wallet is unlocked, and a restart
/// before that drops it.
pub struct Holder {
    state: Mutex<State>,
    /// Counts the changes of the inbox, for whoever watches.
    changes: watch::Sender<u64>,
    /// Counts what has come from outside.
    arrivals: watch::Sender<u64>,
    /// Why the wallet refused the last link.
    refused_link: watch::Sender<Option<Fault>>,
    /// Counts the lockings: whatever uses the wallet ends when this changes.
    lockings: watch::Sender<u64>,
    /// Counts how often the wallet came or went, after it has.
    turns: watch::Sender<u64>,
    /// Who has to know before others that the wallet comes or goes.
    eid: Mutex<Weak<Eid>>,
    pub(crate) links: Links,
    pub(crate) wishes: Wishes,
}

enum State {
    NeverUnlocked,
    Unlocked {
        wallet: Arc<Wallet>,
        /// What was shown of a request and is not answered yet, by the request's id.
        opened: HashMap<String, Opened>,
    },
    Locked {
        waiting: Vec<Incoming>,
        /// When what came by other roads ends, by what it is called there.
        elsewhere: HashMap<String, Timestamp>,
    },
}

/// Whether the wallet is there.
pub(crate) enum Presence {
    NeverUnlocked,
    Locked,
    Unlocked(Arc<Wallet>),
}

/// A request that was opened.
pub(crate) struct Opened {
    pub(crate) wallet: Wallet,
    pub(crate) proposal: Proposal,
}

/// Why something could not be done for the holder's own shell.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HolderError {
    /// What waited could not be written, or what the vault holds could not be read.
    #[error("requests that came while the wallet was locked could not be written to the vault")]
    Waiting(#[source] Fault),
}

impl Holder {
    /// A holder of a vault that was not unlocked yet.
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State::NeverUnlocked),
            changes: watch::Sender::new(0),
            arrivals: watch::Sender::new(0),
            refused_link: watch::Sender::new(None),
            lockings: watch::Sender::new(0),
            turns: watch::Sender::new(0),
            eid: Mutex::default(),
            links: Links::default(),
            wishes: Wishes::default(),
        })
    }

    /// The wallet is unlocked from now on. Writes down what has waited, and says of answers that were being sent when a
    /// program was stopped that nobody knows whether they arrived.
    ///
    /// # Errors
    /// Where the vault cannot be read or written; the wallet counts as unlocked all the same, and what could not be written
    /// is dropped.
    pub fn unlocked(&self, wallet: Arc<Wallet>) -> Result<(), HolderError> {
        if let Some(eid) = self.eid() {
            eid.unlocking(&wallet);
        }
        let waiting = {
            let mut state = self.state();
            let before =
                std::mem::replace(&mut *state, State::Unlocked { wallet: Arc::clone(&wallet), opened: HashMap::new() });
            match before {
                State::Locked { waiting, .. } => waiting,
                State::NeverUnlocked | State::Unlocked { .. } => Vec::new(),
            }
        };
        let failed = |fault| HolderError::Waiting(fault);
        let mut outcome = wallet.settle_requests().map_err(|error| failed(error.into()));
        for incoming in waiting.into_iter().filter(|incoming| !incoming.has_ended()) {
            outcome = outcome.and(wallet.accept(incoming).map(drop).map_err(|error| failed(error.into())));
        }
        self.turned();
        self.inbox_changed();
        outcome
    }

    /// The wallet is locked from now on. Gives it back, locked, once nothing uses it any more: what clients wait for is
    /// stopped, and what the shell does with it is waited for. None where it was not unlocked.
    pub async fn lock(&self) -> Option<LockedWallet> {
        let mut wallet = {
            let mut state = self.state();
            let locked = State::Locked { waiting: Vec::new(), elsewhere: HashMap::new() };
            match std::mem::replace(&mut *state, locked) {
                State::Unlocked { wallet, .. } => wallet,
                before => {
                    *state = before;
                    return None;
                }
            }
        };
        self.lockings.send_modify(|count| *count += 1);
        loop {
            wallet = match Arc::try_unwrap(wallet) {
                Ok(alone) => match lock_away(alone, self.eid()).await {
                    Ok(locked) => {
                        self.turned();
                        return Some(locked);
                    }
                    Err(in_use) => Arc::new(in_use),
                },
                Err(in_use) => in_use,
            };
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// From now on `eid` knows before others that the wallet comes or goes.
    pub(crate) fn tell(&self, eid: &Arc<Eid>) {
        *self.told() = Arc::downgrade(eid);
    }

    fn eid(&self) -> Option<Arc<Eid>> {
        self.told().upgrade()
    }

    fn told(&self) -> MutexGuard<'_, Weak<Eid>> {
        // It is replaced as a whole.
        self.eid.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hears when the wallet is locked, which whoever uses it lets go of then. Subscribe before taking the wallet.
    pub fn lockings(&self) -> watch::Receiver<u64> {
        self.lockings.subscribe()
    }

    /// Hears when the wallet has come or gone.
    pub(crate) fn turns(&self) -> watch::Receiver<u64> {
        self.turns.subscribe()
    }

    fn turned(&self) {
        self.turns.send_modify(|count| *count += 1);
    }

    /// Waits until a client asks the holder to end.
    pub async fn stop_wanted(&self) {
        self.wishes.stop.notified().await;
    }

    /// Waits until somebody asks that the window shows itself.
    pub async fn come_forward_wanted(&self) {
        self.wishes.come_forward.notified().await;
    }

    /// Hears when the inbox is not what it was.
    pub fn inbox_changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Hears when a request has come, also while the wallet is locked.
    pub fn arrivals(&self) -> watch::Receiver<u64> {
        self.arrivals.subscribe()
    }

    /// Hears when the wallet refuses a link, and why. Only the window can tell the user who opened it.
    pub fn refused_links(&self) -> watch::Receiver<Option<Fault>> {
        self.refused_link.subscribe()
    }

    /// A link that arrives before the first unlock waits for it, so it is not refused.
    pub(crate) fn refused_link(&self, fault: &Fault) {
        if fault.problem != Problem::Other {
            self.refused_link.send_replace(Some(fault.clone()));
        }
    }

    /// Sends what the user has agreed to while nobody was there to send it. What would be something else than what was agreed to
    /// waits for another answer.
    pub async fn send_stored_answers(&self) {
        let Ok((wallet, mut locked)) = self.wallet() else { return };
        let answers = match wallet.approved_requests() {
            Ok(answers) => answers,
            Err(error) => return tracing::warn!(%error, "answers that were stored could not be read"),
        };
        for answer in answers {
            tokio::select! {
                () = send_stored(&wallet, answer) => self.inbox_changed(),
                _ = locked.changed() => return,
            }
        }
    }

    /// Takes what came from outside.
    pub(crate) async fn take(&self, incoming: Incoming) -> Result<(), Fault> {
        let wallet = {
            let mut state = self.state();
            match &mut *state {
                State::NeverUnlocked => return Err(Fault::unavailable()),
                State::Locked { waiting, .. } => {
                    waiting.retain(|one| !one.has_ended());
                    if waiting.iter().any(|one| one.is_same_as(&incoming)) {
                        return Ok(());
                    }
                    if waiting.len() >= MOST_REQUESTS {
                        return Err(idw_wallet::InboxError::TooMany.into());
                    }
                    waiting.push(incoming);
                    None
                }
                State::Unlocked { wallet, .. } => Some((Arc::clone(wallet), incoming)),
            }
        };
        if let Some((wallet, incoming)) = wallet {
            blocking(move || wallet.accept(incoming).map(drop)).await?;
        }
        self.arrivals.send_modify(|count| *count += 1);
        self.inbox_changed();
        Ok(())
    }

    /// The wallet, and what tells when it is locked: whoever has it lets go of it then.
    pub(crate) fn wallet(&self) -> Result<(Arc<Wallet>, watch::Receiver<u64>), Fault> {
        let locked = self.lockings.subscribe();
        match &*self.state() {
            State::NeverUnlocked => Err(Fault::unavailable()),
            State::Locked { .. } => Err(Fault::locked()),
            State::Unlocked { wallet, .. } => Ok((Arc::clone(wallet), locked)),
        }
    }

    /// Whether there is a wallet to ask, for what is to be answered in each case.
    pub(crate) fn presence(&self) -> Presence {
        match &*self.state() {
            State::NeverUnlocked => Presence::NeverUnlocked,
            State::Locked { .. } => Presence::Locked,
            State::Unlocked { wallet, .. } => Presence::Unlocked(Arc::clone(wallet)),
        }
    }

    /// Something came from outside that is in the inbox, or will be once the wallet is unlocked.
    pub(crate) fn arrived(&self) {
        self.arrivals.send_modify(|count| *count += 1);
        self.inbox_changed();
    }

    /// The same while the wallet is locked, for what another road keeps: `ends` is when its time is over.
    pub(crate) fn arrived_elsewhere(&self, name: String, ends: Timestamp) {
        if let State::Locked { elsewhere, .. } = &mut *self.state() {
            elsewhere.retain(|_, ends| *ends > Timestamp::now());
            elsewhere.insert(name, ends);
        }
        self.arrived();
    }

    /// What came by another road is over.
    pub(crate) fn over_elsewhere(&self, name: &str) {
        if let State::Locked { elsewhere, .. } = &mut *self.state() {
            elsewhere.remove(name);
        }
        self.inbox_changed();
    }

    /// Until when something waits that came while the wallet was locked; nothing where nothing waits or it is not locked.
    pub fn something_waits_until(&self) -> Option<Timestamp> {
        let State::Locked { waiting, elsewhere } = &*self.state() else { return None };
        let ends = waiting.iter().map(Incoming::ends).chain(elsewhere.values().copied());
        ends.filter(|ends| *ends > Timestamp::now()).max()
    }

    /// Keeps what was shown until it is answered, or the wallet is locked.
    pub(crate) fn keep_opened(&self, request: String, one: Opened) {
        if let State::Unlocked { opened, .. } = &mut *self.state() {
            opened.insert(request, one);
        }
    }

    pub(crate) fn take_opened(&self, request: &str) -> Option<Opened> {
        match &mut *self.state() {
            State::Unlocked { opened, .. } => opened.remove(request),
            State::NeverUnlocked | State::Locked { .. } => None,
        }
    }

    /// Says to whoever watches that the inbox is not what it was: for the shell, which answers requests by itself too.
    pub fn inbox_changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing here is left half changed by a panic: each step is one replacement or insertion.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &*self.state() {
            State::NeverUnlocked => "Holder(never unlocked)",
            State::Unlocked { .. } => "Holder(unlocked)",
            State::Locked { .. } => "Holder(locked)",
        })
    }
}

/// Runs what reads or writes the vault where it holds nobody up.
pub(crate) async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Fault>
where
    T: Send + 'static,
    E: Into<Fault> + Send + 'static,
{
    let done = tokio::task::spawn_blocking(move || work().map_err(Into::into)).await;
    done.unwrap_or_else(|_| Err(Fault::inside()))
}

/// Locking tidies the vault up, which reads and writes; before that `eid` has its last look. The wallet comes back where something of it is in use still: a
/// profile's handle, or a document that is being read.
async fn lock_away(wallet: Wallet, eid: Option<Arc<Eid>>) -> Result<LockedWallet, Wallet> {
    let done = tokio::task::spawn_blocking(move || {
        let last = eid.map(|eid| (Eid::before_locking(&wallet), eid));
        let locked = wallet.lock()?;
        if let Some((memory, eid)) = last {
            eid.locked(memory);
        }
        Ok(locked)
    });
    let done = done.await;
    done.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()))
}

async fn send_stored(wallet: &Wallet, StoredAnswer { id, digest, number, wallet: profile }: StoredAnswer) {
    let outcome = async {
        let proposal = profile.open_request(&id).await?;
        let selection = Selection::default_for(proposal.view());
        // What it is made of may be missing by now: then it is something else too.
        if profile.digest_of(&proposal, &selection).ok().as_deref() != Some(&digest) {
            wallet.ask_again(&id)?;
            return Ok(());
        }
        let approved = proposal.approve(&selection.with_number(number)).map_err(|(_, error)| error)?;
        profile.disclose(approved, &|_| {}).await?;
        Ok::<_, Fault>(())
    };
    if let Err(error) = outcome.await {
        tracing::warn!(%error, "an answer that was stored was not delivered");
    }
}
