//! Auth eID on loopback: the service's store is the vault while the wallet is unlocked. While it is locked, what is open is
//! known from memory, what comes waits there, and what is sealed has to wait for the unlock.

use std::{
    collections::{HashMap, HashSet},
    fmt, io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use idw_autheid::{
    Clock, Created, Decided, Decider, Decision, FileKind, Mount, NewRequest, Over, RequestId, Rp, Service, Store,
    StoreError, StoredRequest, check_room, router, serve,
};
use idw_wallet::Wallet;
use jiff::Timestamp;
use tokio::net::TcpListener;

use crate::{Fault, Holder, holder::Presence};

/// The most requests that are known from memory: those that are open.
const MOST_OPEN: usize = 10_000;

/// What the process that holds a vault knows of Auth eID.
pub struct Eid {
    holder: Arc<Holder>,
    memory: Mutex<Memory>,
}

/// What is known while the wallet is locked. No answer is in it.
#[derive(Default)]
pub(crate) struct Memory {
    phase: Phase,
    /// Every party with the hash of its key.
    rps: Vec<([u8; 32], Rp)>,
    /// What tokens are checked with.
    key_set: Option<String>,
    open: HashMap<RequestId, Known>,
    /// Parties and idempotent keys of requests that are sealed.
    sealed_keys: HashSet<(String, String)>,
}

/// Whether the memory is what counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// The wallet was not unlocked since the server began.
    #[default]
    Unfilled,
    /// The vault counts, or is about to.
    InVault,
    /// The wallet is locked, and what the vault says of open requests is here.
    InMemory,
}

struct Known {
    request: StoredRequest,
    /// Whether the vault has it as it is here.
    is_written: bool,
}

/// Where requests are kept at the moment.
enum Place<'a> {
    Vault(Arc<Wallet>),
    Memory(MutexGuard<'a, Memory>),
}

impl Eid {
    fn new(holder: Arc<Holder>) -> Arc<Self> {
        let phase = if let Presence::Unlocked(_) = holder.presence() { Phase::InVault } else { Phase::Unfilled };
        let eid = Arc::new(Self { holder, memory: Mutex::new(Memory { phase, ..Memory::default() }) });
        eid.holder.tell(&eid);
        eid
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // Each change is one insertion, removal or replacement.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where requests are kept. Between locked and unlocked nobody is answered: neither place has everything then.
    async fn place(&self) -> Result<Place<'_>, StoreError> {
        let mut turns = self.holder.turns();
        loop {
            turns.mark_unchanged();
            match self.holder.presence() {
                Presence::NeverUnlocked => return Err(StoreError::NeverUnlocked),
                Presence::Unlocked(wallet) => return Ok(Place::Vault(wallet)),
                Presence::Locked => {
                    let memory = self.memory();
                    match memory.phase {
                        Phase::Unfilled => return Err(StoreError::NeverUnlocked),
                        Phase::InMemory => return Ok(Place::Memory(memory)),
                        Phase::InVault => {}
                    }
                }
            }
            // The holder that tells lives as long as this.
            let _ = turns.changed().await;
        }
    }

    /// What is to be known while the wallet is locked, which it is about to be.
    pub(crate) fn before_locking(wallet: &Wallet) -> Memory {
        Memory::of(wallet).unwrap_or_else(|error| {
            tracing::warn!(%error, "what is open by Auth eID could not be read; it waits for the unlock");
            Memory::default()
        })
    }

    /// The wallet is locked.
    pub(crate) fn locked(&self, memory: Memory) {
        *self.memory() = memory;
    }

    /// The wallet was unlocked, and nobody uses it yet: writes down what came and what ended meanwhile.
    pub(crate) fn unlocking(&self, wallet: &Wallet) {
        let before = std::mem::replace(&mut *self.memory(), Memory { phase: Phase::InVault, ..Memory::default() });
        for known in before.open.into_values().filter(|known| !known.is_written) {
            if let Err(error) = wallet.eid_settle(known.request) {
                tracing::warn!(%error, "what came by Auth eID while the wallet was locked could not be written");
            }
        }
    }
}

impl Memory {
    /// What the vault says.
    fn of(wallet: &Wallet) -> Result<Self, StoreError> {
        let (rps, key_set) = (wallet.eid_rps().map_err(other)?, wallet.eid_jwks().map_err(other)?);
        let now = Timestamp::now();
        let mut memory = Self { phase: Phase::InMemory, rps, key_set: Some(key_set), ..Self::default() };
        for request in wallet.eid_requests().map_err(other)? {
            if !request.is_open(now) {
                if !request.asked.idempotent_key.is_empty() && request.kept_until() > now {
                    memory.sealed_keys.insert((request.rp, request.asked.idempotent_key));
                }
            } else if memory.open.len() < MOST_OPEN {
                memory.open.insert(request.id.clone(), Known { request, is_written: true });
            }
        }
        Ok(memory)
    }

    /// A request that came while the wallet was locked.
    fn keep(&mut self, new: NewRequest) -> Result<Created, StoreError> {
        let of_rp = || self.open.values().map(|known| &known.request).filter(|one| one.rp == new.rp);
        let key = &new.asked.idempotent_key;
        if !key.is_empty() {
            if let Some(before) = of_rp().find(|one| one.asked.idempotent_key == *key) {
                return Ok(Created::Before(before.clone()));
            }
            if self.sealed_keys.contains(&(new.rp.clone(), key.clone())) {
                return Err(StoreError::Locked);
            }
        }
        check_room(&new, of_rp())?;
        if self.open.len() >= MOST_OPEN {
            return Err(StoreError::TooMany);
        }
        let request = StoredRequest::from(new);
        self.open.insert(request.id.clone(), Known { request: request.clone(), is_written: false });
        Ok(Created::New(request))
    }
}

/// The store of the service.
#[derive(Clone)]
pub(crate) struct EidStore(Arc<Eid>);

impl Store for EidStore {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        let wallet = match self.0.place().await? {
            Place::Vault(wallet) => wallet,
            Place::Memory(memory) => {
                return Ok(memory.rps.iter().find(|(known, _)| *known == hash).map(|(_, rp)| rp.clone()));
            }
        };
        blocking(move || wallet.eid_rp_of_key(hash).map_err(other)).await
    }

    async fn create(&self, request: NewRequest) -> Result<Created, StoreError> {
        let wallet = match self.0.place().await? {
            Place::Vault(wallet) => wallet,
            Place::Memory(mut memory) => return memory.keep(request),
        };
        blocking(move || wallet.eid_create(request)).await
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        let wallet = match self.0.place().await? {
            Place::Vault(wallet) => wallet,
            // What was decided is sealed, and so is whether there is anything.
            Place::Memory(memory) => {
                return memory.open.get(id).map(|known| Some(known.request.clone())).ok_or(StoreError::Locked);
            }
        };
        let id = id.clone();
        blocking(move || wallet.eid_request(&id).map_err(other)).await
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        let wallet = match self.0.place().await? {
            Place::Vault(wallet) => wallet,
            Place::Memory(mut memory) => {
                let known = memory.open.get_mut(id).ok_or(StoreError::Locked)?;
                known.is_written = false;
                return Ok(Some(known.request.decide(decision, at)));
            }
        };
        let id = id.clone();
        blocking(move || wallet.eid_decide(&id, decision, at).map_err(other)).await
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        let wallet = self.unlocked().await?;
        let id = id.clone();
        blocking(move || wallet.eid_first_read(&id, at).map_err(other)).await
    }

    async fn file(&self, id: &RequestId, kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        let request = self.request(id).await?;
        let answer = request.and_then(|request| match request.verdict?.decision {
            Decision::Approved(answer) => answer.payload.file(kind).map(<[u8]>::to_vec),
            _ => None,
        });
        Ok(answer)
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        let wallet = self.unlocked().await?;
        blocking(move || wallet.eid_sweep(now).map_err(other)).await
    }

    async fn key_set(&self) -> Result<Option<String>, StoreError> {
        let wallet = match self.0.place().await? {
            Place::Vault(wallet) => wallet,
            Place::Memory(memory) => return Ok(memory.key_set.clone()),
        };
        blocking(move || wallet.eid_jwks().map(Some).map_err(other)).await
    }
}

impl EidStore {
    /// The wallet, for what only the vault can say.
    async fn unlocked(&self) -> Result<Arc<Wallet>, StoreError> {
        match self.0.place().await? {
            Place::Vault(wallet) => Ok(wallet),
            Place::Memory(_) => Err(StoreError::Locked),
        }
    }
}

/// Tells the shell of what comes; the user answers through the inbox. Nothing is told of what the user is not shown.
pub(crate) struct EidDecider(Arc<Eid>);

impl Decider for EidDecider {
    fn asked(&self, request: &StoredRequest) {
        let (holder, id) = (Arc::clone(&self.0.holder), request.id.clone());
        match holder.presence() {
            Presence::NeverUnlocked => {}
            // Whether anybody here has the email is sealed.
            Presence::Locked => holder.arrived_elsewhere(id.to_string(), request.deadline()),
            Presence::Unlocked(wallet) => {
                tokio::task::spawn_blocking(move || {
                    // What cannot be read is in no inbox either.
                    if wallet.eid_is_shown(&id).unwrap_or_default() {
                        drop(wallet);
                        holder.arrived();
                    }
                });
            }
        }
    }

    fn over(&self, id: &RequestId, _: Over) {
        self.0.holder.over_elsewhere(id.as_str());
    }
}

/// What relying parties of Auth eID call, on loopback.
pub struct EidServer {
    eid: Arc<Eid>,
    service: Service<EidStore, EidDecider>,
    listener: TcpListener,
    address: SocketAddr,
}

impl EidServer {
    /// Listens.
    ///
    /// # Errors
    /// Where the address is not one of this computer, or is in use.
    pub async fn bind(holder: Arc<Holder>, address: SocketAddr) -> io::Result<Self> {
        if !address.ip().is_loopback() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "only an address of this computer can be used"));
        }
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let eid = Eid::new(holder);
        let service = Service::new(EidStore(Arc::clone(&eid)), EidDecider(Arc::clone(&eid)), Clock::system());
        Ok(Self { eid, service, listener, address })
    }

    /// Where parties call.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers calls until `stop` ends.
    pub async fn run(self, stop: impl Future<Output = ()> + Send) {
        let Self { eid, service, listener, address } = self;
        let router = router(service.clone(), Mount::at(address));
        tokio::select! {
            () = serve(listener, router, stop) => {}
            () = service.keep_swept() => {}
            () = follow(&eid, &service) => {}
        }
    }
}

/// Has those who wait look again whenever something was decided or the wallet was unlocked.
async fn follow(eid: &Eid, service: &Service<EidStore, EidDecider>) {
    let mut changes = eid.holder.inbox_changes();
    // The keys are made once, and that takes a moment: not when the first party waits for them, nor when the wallet is locked.
    if let Presence::Unlocked(wallet) = eid.holder.presence()
        && let Err(error) = blocking(move || wallet.eid_jwks().map_err(other)).await
    {
        tracing::warn!(%error, "the keys for Auth eID could not be made; it is tried again when they are needed");
    }
    loop {
        service.wake();
        if changes.changed().await.is_err() {
            return std::future::pending().await;
        }
    }
}

impl fmt::Debug for Eid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Eid")
    }
}

impl fmt::Debug for EidServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EidServer").field("address", &self.address).finish_non_exhaustive()
    }
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Other(Box::new(error))
}

/// Runs what reads or writes the vault where it holds nobody up.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(other(Fault::inside())))
}
