//! What is kept first, and who hears of it then.

use std::sync::Arc;

use idw_autheid::generated::{ErrorCode, RequestStatus};
use idw_autheid::{
    Clock, Created, Decided, Decision, FileKind, MemoryStore, NewRequest, Over, RequestId, Rp, Service, Store,
    StoreError, StoredRequest,
};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::support::{KEY, Note, Notes, call, login};

/// Takes its time to keep a request or a decision: until the test lets it.
struct Slow {
    store: MemoryStore,
    may_keep: Arc<Semaphore>,
}

impl Slow {
    async fn wait(&self) -> Result<(), StoreError> {
        let permit = self.may_keep.acquire().await.map_err(|error| StoreError::Other(error.into()))?;
        permit.forget();
        Ok(())
    }
}

/// A service on such a store, the store's permits, and what the decider is told.
fn start() -> (Service<Slow, Notes>, Arc<Semaphore>, Notes) {
    let (store, may_keep, notes) = (MemoryStore::default(), Arc::new(Semaphore::new(0)), Notes::default());
    store.register(KEY, Rp::new("1", "Example bank"));
    let slow = Slow { store, may_keep: Arc::clone(&may_keep) };
    (Service::new(slow, notes.clone(), Clock::system()), may_keep, notes)
}

/// Everybody goes as far as they can.
async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

async fn create(service: &Service<Slow, Notes>, may_keep: &Semaphore) -> (Rp, RequestId) {
    may_keep.add_permits(1);
    let rp = service.rp(KEY).await.unwrap();
    let created = service.create(&rp, call(), "http://127.0.0.1:1").await.unwrap();
    (rp, RequestId::parse(&created.request_id).unwrap())
}

impl Store for Slow {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        self.store.rp_of_key(hash).await
    }

    async fn create(&self, request: NewRequest) -> Result<Created, StoreError> {
        self.wait().await?;
        self.store.create(request).await
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        self.store.request(id).await
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        self.wait().await?;
        self.store.decide(id, decision, at).await
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        self.store.first_read(id, at).await
    }

    async fn file(&self, id: &RequestId, kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.file(id, kind).await
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        self.store.sweep(now).await
    }
}

#[tokio::test]
async fn nobody_hears_of_a_decision_before_it_is_kept() {
    let (service, may_keep, _) = start();
    let (rp, id) = create(&service, &may_keep).await;
    let (waiting, deciding) = (service.clone(), service.clone());
    let (to_read, to_decide) = (id.clone(), id.clone());
    let reader = tokio::spawn(async move { waiting.result(&rp, to_read.as_str()).await });
    let decider = tokio::spawn(async move { deciding.decide(&to_decide, login()).await });
    settle().await;
    assert_eq!(service.waiting(), 1);
    assert!(!reader.is_finished() && !decider.is_finished());
    assert_eq!(service.status(id.as_str()).await.unwrap().status(), RequestStatus::NotReady);

    may_keep.add_permits(1);
    assert_eq!(decider.await.unwrap().unwrap(), Decided::Stands);
    assert_eq!(reader.await.unwrap().unwrap().status(), RequestStatus::Success);
}

#[tokio::test]
async fn a_caller_that_hangs_up_while_its_request_is_kept_is_still_shown() {
    let (service, may_keep, notes) = start();
    let rp = service.rp(KEY).await.unwrap();
    let creating = service.clone();
    let caller = tokio::spawn(async move { creating.create(&rp, call(), "http://127.0.0.1:1").await });
    settle().await;
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    may_keep.add_permits(1);
    settle().await;
    assert!(matches!(notes.all().as_slice(), [Note::Asked(_)]), "{:?}", notes.all());
}

#[tokio::test]
async fn a_caller_that_hangs_up_while_it_cancels_still_wakes_who_waits() {
    let (service, may_keep, notes) = start();
    let (rp, id) = create(&service, &may_keep).await;
    let (waiting, cancelling, to_read, to_cancel, of_reader) =
        (service.clone(), service.clone(), id.clone(), id.clone(), rp.clone());
    let reader = tokio::spawn(async move { waiting.result(&of_reader, to_read.as_str()).await });
    let caller = tokio::spawn(async move { cancelling.cancel(&rp, to_cancel.as_str()).await });
    settle().await;
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    may_keep.add_permits(1);
    assert_eq!(reader.await.unwrap().unwrap().status(), RequestStatus::RpCancelled);
    assert_eq!(notes.all().last(), Some(&Note::Over(id, Over::CancelledByRp)));
}

#[tokio::test]
async fn what_goes_wrong_inside_is_not_told() {
    let (service, may_keep, _) = start();
    let (rp, id) = create(&service, &may_keep).await;
    may_keep.close();
    let error = service.cancel(&rp, id.as_str()).await.expect_err("nothing can be kept");
    assert_eq!(error.code(), ErrorCode::Internal);
    assert_eq!(error.to_string(), "the service cannot do this at the moment");
}
