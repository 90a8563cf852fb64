//! Auth eID on loopback: the service's store is the vault while the wallet is unlocked. While it is locked, what is open is
//! known from memory, what comes waits there, and what is sealed has to wait for the unlock.

use std::{
    collections::HashMap,
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

/// What is known while the wallet is locked. Nothing of the user's is in it.
#[derive(Default)]
struct Memory {
    /// Every party with the hash of its key.
    rps: Vec<([u8; 32], Rp)>,
    /// What tokens are checked with.
    key_set: Option<String>,
    open: HashMap<RequestId, Known>,
}

struct Known {
    request: StoredRequest,
    /// Whether the vault has it as it is here.
    is_written: bool,
}

impl Eid {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        // Each change is one insertion or removal.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The wallet is unlocked: reads who may ask, and writes down what came and what ended meanwhile.
    async fn unlocked(&self, wallet: Arc<Wallet>) -> Result<(), StoreError> {
        let unwritten: Vec<StoredRequest> = {
            let memory = self.memory();
            memory.open.values().filter(|known| !known.is_written).map(|known| known.request.clone()).collect()
        };
        let (rps, key_set) = blocking(move || {
            for request in unwritten {
                wallet.eid_settle(request)?;
            }
            Ok::<_, StoreError>((wallet.eid_rps().map_err(other)?, wallet.eid_jwks().map_err(other)?))
        })
        .await?;
        let now = Timestamp::now();
        let mut memory = self.memory();
        memory.rps = rps;
        memory.key_set = Some(key_set);
        memory.open.retain(|_, known| {
            known.is_written = true;
            known.request.is_open(now)
        });
        Ok(())
    }

    /// A request that came while the wallet was locked.
    fn keep(&self, new: NewRequest) -> Result<Created, StoreError> {
        let mut memory = self.memory();
        let of_rp = || memory.open.values().map(|known| &known.request).filter(|one| one.rp == new.rp);
        let key = &new.asked.idempotent_key;
        if !key.is_empty()
            && let Some(before) = of_rp().find(|one| one.asked.idempotent_key == *key)
        {
            return Ok(Created::Before(before.clone()));
        }
        check_room(&new, of_rp())?;
        if memory.open.len() >= MOST_OPEN {
            return Err(StoreError::TooMany);
        }
        let request = StoredRequest::from(new);
        memory.open.insert(request.id.clone(), Known { request: request.clone(), is_written: false });
        Ok(Created::New(request))
    }

    fn remember(&self, request: &StoredRequest) {
        let mut memory = self.memory();
        if memory.open.len() < MOST_OPEN {
            memory.open.insert(request.id.clone(), Known { request: request.clone(), is_written: true });
        }
    }
}

/// The store of the service.
#[derive(Clone)]
pub(crate) struct EidStore(Arc<Eid>);

impl Store for EidStore {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        match self.0.holder.presence() {
            Presence::NeverUnlocked => Err(StoreError::NeverUnlocked),
            Presence::Unlocked(wallet) => blocking(move || wallet.eid_rp_of_key(hash).map_err(other)).await,
            Presence::Locked => {
                let memory = self.0.memory();
                Ok(memory.rps.iter().find(|(known, _)| *known == hash).map(|(_, rp)| rp.clone()))
            }
        }
    }

    async fn create(&self, request: NewRequest) -> Result<Created, StoreError> {
        match self.0.holder.presence() {
            Presence::NeverUnlocked => Err(StoreError::NeverUnlocked),
            Presence::Locked => self.0.keep(request),
            Presence::Unlocked(wallet) => {
                let created = blocking(move || wallet.eid_create(request)).await?;
                if let Created::New(request) = &created {
                    self.0.remember(request);
                }
                Ok(created)
            }
        }
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        match self.0.holder.presence() {
            Presence::NeverUnlocked => Err(StoreError::NeverUnlocked),
            Presence::Locked => {
                let known = self.0.memory().open.get(id).map(|known| known.request.clone());
                // What was decided is sealed, and so is whether there is anything.
                known.map(Some).ok_or(StoreError::Locked)
            }
            Presence::Unlocked(wallet) => {
                let id = id.clone();
                blocking(move || wallet.eid_request(&id).map_err(other)).await
            }
        }
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        match self.0.holder.presence() {
            Presence::NeverUnlocked => Err(StoreError::NeverUnlocked),
            Presence::Locked => {
                let mut memory = self.0.memory();
                let known = memory.open.get_mut(id).ok_or(StoreError::Locked)?;
                known.is_written = false;
                Ok(Some(known.request.decide(decision, at)))
            }
            Presence::Unlocked(wallet) => {
                let place = id.clone();
                let decided = blocking(move || wallet.eid_decide(&place, decision, at).map_err(other)).await?;
                self.0.memory().open.remove(id);
                Ok(decided)
            }
        }
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        match self.0.holder.presence() {
            Presence::Unlocked(wallet) => {
                let id = id.clone();
                blocking(move || wallet.eid_first_read(&id, at).map_err(other)).await
            }
            Presence::NeverUnlocked | Presence::Locked => Err(StoreError::Locked),
        }
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
        let ended = match self.0.holder.presence() {
            Presence::Unlocked(wallet) => blocking(move || wallet.eid_sweep(now).map_err(other)).await?,
            Presence::NeverUnlocked | Presence::Locked => return Err(StoreError::Locked),
        };
        self.0.memory().open.retain(|_, known| known.request.is_open(now));
        Ok(ended)
    }

    async fn key_set(&self) -> Result<Option<String>, StoreError> {
        match self.0.holder.presence() {
            Presence::NeverUnlocked => Err(StoreError::NeverUnlocked),
            Presence::Locked => Ok(self.0.memory().key_set.clone()),
            Presence::Unlocked(wallet) => blocking(move || wallet.eid_jwks().map(Some).map_err(other)).await,
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
        let eid = Arc::new(Eid { holder, memory: Mutex::default() });
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
    loop {
        if let Presence::Unlocked(wallet) = eid.holder.presence()
            && let Err(error) = eid.unlocked(wallet).await
        {
            tracing::warn!(%error, "requests of Auth eID that came while the wallet was locked could not be written");
        }
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
