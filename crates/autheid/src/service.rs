//! The calls, with one meaning whatever the encoding.

use std::sync::{Arc, Weak};
use std::time::Duration;

use jiff::Timestamp;

use crate::answer::FileKind;
use crate::asked::{Asked, Files, Kind};
use crate::clock::{Clock, seconds};
use crate::decider::{Decider, Over};
use crate::decision::{Decided, Decision};
use crate::error::ServiceError;
use crate::generated::{
    CancelResponse, CreateRequest, CreateResponse, GetResultResponse, GetStatusResponse, RequestStatus,
};
use crate::ids::{RequestId, key_hash};
use crate::reply::{Embedded, result_of, status_of};
use crate::request::{NewRequest, StoredRequest};
use crate::store::{Created, Rp, Store, StoreError};
use crate::waiters::{Place, WaitLimits, Waiters};

/// How often somebody who waits looks again while the store is locked.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How often what is over is swept up.
const SWEEP: Duration = Duration::from_secs(60);

const NO_REQUEST: &str = "there is no such request";
const NO_FILE: &str = "there is no such file";

/// The service that RPs call. A clone is the same service.
pub struct Service<S, D> {
    inner: Arc<Inner<S, D>>,
}

struct Inner<S, D> {
    store: S,
    decider: D,
    clock: Clock,
    waiters: Waiters,
}

impl<S, D> Clone for Service<S, D> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner) }
    }
}

impl<S: Store, D: Decider> Service<S, D> {
    /// A service that keeps requests in `store` and tells `decider` about them.
    pub fn new(store: S, decider: D, clock: Clock) -> Self {
        Self::with_limits(store, decider, clock, WaitLimits::default())
    }

    /// The same, with limits for those who wait.
    pub fn with_limits(store: S, decider: D, clock: Clock, limits: WaitLimits) -> Self {
        Self { inner: Arc::new(Inner { store, decider, clock, waiters: Waiters::new(limits) }) }
    }

    /// Where the requests are kept.
    pub fn store(&self) -> &S {
        &self.inner.store
    }

    /// Who is told about requests.
    pub fn decider(&self) -> &D {
        &self.inner.decider
    }

    /// How many callers wait for a result at the moment.
    pub fn waiting(&self) -> usize {
        self.inner.waiters.count()
    }

    /// The RP with this key.
    ///
    /// # Errors
    /// [`ServiceError::Unauthenticated`] when nobody has it; what the store says.
    pub async fn rp(&self, key: &str) -> Result<Rp, ServiceError> {
        let rp = self.inner.store.rp_of_key(key_hash(key)).await?;
        rp.ok_or(ServiceError::Unauthenticated("the key is not known"))
    }

    /// Keeps a request and tells the person about it. `base` is where the call came in.
    ///
    /// Must be called within a tokio runtime: the end of the request is waited for beside.
    ///
    /// # Errors
    /// [`ServiceError::InvalidArgument`] for a broken rule, [`ServiceError::TooMany`], and what the store says.
    pub async fn create(&self, rp: &Rp, call: CreateRequest, base: &str) -> Result<CreateResponse, ServiceError> {
        let new = NewRequest {
            asked: Asked::check(call)?,
            id: RequestId::random()?,
            rp: rp.id.clone(),
            room: rp.room,
            created: self.now(),
            base: base.to_owned(),
        };
        let (service, blocked) = (self.clone(), rp.blocked);
        let request = whole(async move {
            match service.inner.store.create(new).await? {
                Created::Before(request) => Ok::<_, ServiceError>(request),
                Created::New(request) => {
                    if !blocked {
                        service.inner.decider.asked(&request);
                    }
                    if service.inner.decider.waits_for_ends() {
                        service.end_in_time(&request);
                    }
                    Ok(request)
                }
            }
        });
        let request = request.await?;
        let timestamp = seconds(request.created);
        let request_id = request.id.to_string();
        Ok(CreateResponse { success: true, request_id, timestamp, timestamp_created: timestamp })
    }

    /// Waits until the request is decided or its time is over, and tells what came of it. Whoever drops it ends the wait.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], [`ServiceError::NotYours`], [`ServiceError::TooMany`] when too many wait, and what the
    /// store says.
    pub async fn result(&self, rp: &Rp, id: &str) -> Result<GetResultResponse, ServiceError> {
        let Some(name) = RequestId::parse(id) else { return Err(ServiceError::NotFound(NO_REQUEST)) };
        // Before the first look: what comes after that wakes already.
        let place = self.inner.waiters.enter(&rp.id, &name);
        let mut has_waited = false;
        loop {
            let woken = place.as_ref().ok().map(Place::woken);
            let left = match self.look(rp, id).await {
                Ok(Look::Decided(result)) => return Ok(*result),
                Ok(Look::Open(left)) => left,
                // Who waits already is not sent away because the wallet was locked meanwhile.
                Err(ServiceError::Unavailable(_)) if has_waited => LOOK_AGAIN,
                Err(error) => return Err(error),
            };
            let Some(woken) = woken else { break };
            has_waited = true;
            tokio::select! {
                () = woken => {}
                () = tokio::time::sleep(left) => {}
            }
        }
        place.and(Err(ServiceError::TooMany("too many callers wait for results")))
    }

    /// The result, if there is one by now.
    async fn look(&self, rp: &Rp, id: &str) -> Result<Look, ServiceError> {
        let request = self.end_if_over(self.own(rp, id).await?).await?;
        let Some(verdict) = &request.verdict else { return Ok(Look::Open(request.left(self.now()))) };
        let embedded = self.embedded(&request).await?;
        Ok(Look::Decided(Box::new(result_of(&request, verdict, embedded))))
    }

    /// How a request stands, at once. The id is all it takes.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], and what the store says.
    pub async fn status(&self, id: &str) -> Result<GetStatusResponse, ServiceError> {
        let request = self.end_if_over(self.kept(id).await?).await?;
        let verdict = request.verdict.as_ref();
        let status = verdict.map_or(RequestStatus::NotReady, |verdict| status_of(&verdict.decision));
        Ok(GetStatusResponse {
            success: true,
            request_id: request.id.to_string(),
            status: status.into(),
            status_code: status.into(),
        })
    }

    /// Takes a request back. It succeeds as well when another decision came first, which stands.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], [`ServiceError::NotYours`], and what the store says.
    pub async fn cancel(&self, rp: &Rp, id: &str) -> Result<CancelResponse, ServiceError> {
        let request = self.end_if_over(self.own(rp, id).await?).await?;
        if request.verdict.is_none() {
            self.settle(&request.id, Decision::CancelledByRp, self.now(), Self::write).await?;
        }
        Ok(CancelResponse { success: true, request_id: request.id.to_string() })
    }

    /// A PDF of an answer.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], [`ServiceError::NotYours`], and what the store says.
    pub async fn file(&self, rp: &Rp, id: &str, kind: FileKind) -> Result<Vec<u8>, ServiceError> {
        let request = self.own(rp, id).await?;
        let decision = request.verdict.as_ref().map(|verdict| &verdict.decision);
        let Some(Decision::Approved(_)) = decision else { return Err(ServiceError::NotFound(NO_FILE)) };
        self.inner.store.file(&request.id, kind).await?.ok_or(ServiceError::NotFound(NO_FILE))
    }

    /// The key set that tokens of logins are checked with, as JSON. Anybody may have it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is none, and what the store says.
    pub async fn key_set(&self) -> Result<String, ServiceError> {
        self.inner.store.key_set().await?.ok_or(ServiceError::NotFound("there is no key set"))
    }

    /// The person decided. It is written before anybody who waits hears of it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`]; [`ServiceError::InvalidArgument`] when the answer is of another kind than the request, or
    /// is not verified where it must be; what the store says. Nothing is decided then.
    pub async fn decide(&self, id: &RequestId, decision: Decision) -> Result<Decided, ServiceError> {
        self.decide_at(id, decision, self.now()).await
    }

    /// As [`decide`](Self::decide), with the time of the decision: a signature has it in what is signed. A time before the
    /// request, or after its end, is moved to there.
    ///
    /// # Errors
    /// Those of [`decide`](Self::decide).
    pub async fn decide_at(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Decided, ServiceError> {
        self.decide_by(id, decision, at, Self::write).await
    }

    /// As [`decide_at`](Self::decide_at), with the decision written by `write`: for a store that keeps more in the same
    /// commit. What it writes is for the given time, and it answers what [`Store::decide`] does.
    ///
    /// # Errors
    /// Those of [`decide`](Self::decide), and what `write` says.
    pub async fn decide_by<E, W>(
        &self,
        id: &RequestId,
        decision: Decision,
        at: Timestamp,
        write: impl FnOnce(Self, RequestId, Decision, Timestamp) -> W + Send + 'static,
    ) -> Result<Decided, E>
    where
        E: From<ServiceError> + Send + 'static,
        W: Future<Output = Result<Option<Decided>, E>> + Send,
    {
        let request = self.end_if_over(self.kept(id.as_str()).await?).await?;
        if let Some(verdict) = request.verdict {
            return Ok(Decided::Earlier(verdict));
        }
        if let Decision::Approved(answer) = &decision
            && let Some(misfit) = answer.payload.misfit(&request.asked)
        {
            return Err(ServiceError::invalid(misfit).into());
        }
        let at = at.clamp(request.created, request.deadline());
        self.settle(id, decision, at, write).await
    }

    async fn write(self, id: RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, ServiceError> {
        Ok(self.inner.store.decide(&id, decision, at).await?)
    }

    /// An RP has a whole result. Without it the result is there longer, and nothing is lost: so a failure is only logged.
    pub(crate) async fn was_read(&self, id: &RequestId, at: Timestamp) {
        if let Err(error) = self.inner.store.first_read(id, at).await {
            tracing::warn!(%error, request = ?id, "that a result was read could not be written");
        }
    }

    /// Has those who wait look again, as after an unlock.
    pub fn wake(&self) {
        self.inner.waiters.wake_all();
    }

    /// Has those look again who wait for this one, as when another process has decided it.
    pub fn wake_for(&self, id: &RequestId) {
        self.inner.waiters.wake(id);
    }

    /// Decides what is over and forgets what is kept no longer.
    ///
    /// # Errors
    /// What the store says.
    pub async fn sweep(&self) -> Result<(), StoreError> {
        for id in self.inner.store.sweep(self.now()).await? {
            self.inner.decider.over(&id, Over::TimedOut);
            self.wake_for(&id);
        }
        Ok(())
    }

    /// Sweeps every minute, for ever; to be run beside [`serve`](crate::serve()).
    pub async fn keep_swept(&self) {
        loop {
            if let Err(error) = self.sweep().await {
                tracing::debug!(%error, "requests that are over could not be swept up");
            }
            tokio::time::sleep(SWEEP).await;
        }
    }

    /// What time it is for the service.
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// The request, if it is still kept.
    async fn kept(&self, id: &str) -> Result<StoredRequest, ServiceError> {
        let missing = ServiceError::NotFound(NO_REQUEST);
        let Some(id) = RequestId::parse(id) else { return Err(missing) };
        let request = self.inner.store.request(&id).await?;
        request.filter(|request| self.now() < request.kept_until()).ok_or(missing)
    }

    /// The request, if it is this RP's.
    async fn own(&self, rp: &Rp, id: &str) -> Result<StoredRequest, ServiceError> {
        let request = self.kept(id).await?;
        if request.rp == rp.id { Ok(request) } else { Err(ServiceError::NotYours) }
    }

    /// Writes down that nobody decided in time, if it is so, and gives the request as it stands then.
    async fn end_if_over(&self, request: StoredRequest) -> Result<StoredRequest, ServiceError> {
        if request.verdict.is_some() || !request.left(self.now()).is_zero() {
            return Ok(request);
        }
        self.settle(&request.id, Decision::TimedOut, request.deadline(), Self::write).await?;
        self.inner.store.request(&request.id).await?.ok_or(ServiceError::NotFound(NO_REQUEST))
    }

    /// Keeps a decision, and then tells whoever waits for one.
    async fn settle<E, W>(
        &self,
        id: &RequestId,
        decision: Decision,
        at: Timestamp,
        write: impl FnOnce(Self, RequestId, Decision, Timestamp) -> W + Send + 'static,
    ) -> Result<Decided, E>
    where
        E: From<ServiceError> + Send + 'static,
        W: Future<Output = Result<Option<Decided>, E>> + Send,
    {
        let over = match &decision {
            Decision::TimedOut => Some(Over::TimedOut),
            Decision::CancelledByRp => Some(Over::CancelledByRp),
            Decision::Approved(_) | Decision::Declined | Decision::NotVerified(_) => None,
        };
        let (service, id) = (self.clone(), id.clone());
        let settled = whole(async move {
            let decided = write(service.clone(), id.clone(), decision, at).await?;
            let decided = decided.ok_or(ServiceError::NotFound(NO_REQUEST))?;
            if decided == Decided::Stands {
                if let Some(over) = over {
                    service.inner.decider.over(&id, over);
                }
                service.wake_for(&id);
            }
            Ok(decided)
        });
        settled.await
    }

    /// The PDFs, if they are to be in the result.
    async fn embedded(&self, request: &StoredRequest) -> Result<Embedded, ServiceError> {
        if request.asked.kind != (Kind::Kyc { files: Files::Embedded }) {
            return Ok(None);
        }
        let mut files = Vec::new();
        for kind in FileKind::ALL {
            files.extend(self.inner.store.file(&request.id, kind).await?.map(|bytes| (kind, bytes)));
        }
        Ok(Some(files))
    }

    /// A prompt goes when the time is over, whether an RP waits or not.
    fn end_in_time(&self, request: &StoredRequest) {
        let (id, mut left) = (request.id.clone(), request.left(self.now()));
        // The service does not live on for this.
        let inner: Weak<Inner<S, D>> = Arc::downgrade(&self.inner);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(left).await;
                let Some(inner) = inner.upgrade() else { return };
                match (Self { inner }).left(&id).await {
                    Ok(Duration::ZERO) => return,
                    // The two clocks need not agree to the last millisecond.
                    Ok(rest) => left = rest,
                    Err(error) => {
                        tracing::debug!(%error, request = ?id, "the end of a request could not be written yet");
                        return;
                    }
                }
            }
        });
    }

    /// How long there is to decide: nothing once it is decided, which this sees to when the time is over.
    async fn left(&self, id: &RequestId) -> Result<Duration, ServiceError> {
        let request = self.end_if_over(self.kept(id.as_str()).await?).await?;
        Ok(if request.verdict.is_some() { Duration::ZERO } else { request.left(self.now()) })
    }
}

/// What a look at a request shows.
enum Look {
    /// There is a result.
    Decided(Box<GetResultResponse>),
    /// There is none, and so long somebody can still decide.
    Open(Duration),
}

/// Does all of `work`, also when the caller hangs up in the middle: whoever keeps something must also tell of it.
async fn whole<T: Send + 'static, E: From<ServiceError> + Send + 'static>(
    work: impl Future<Output = Result<T, E>> + Send + 'static,
) -> Result<T, E> {
    tokio::spawn(work).await.map_err(|error| ServiceError::Internal(error.into()))?
}
