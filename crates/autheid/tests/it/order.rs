//! A decision is kept before anybody hears of it.

use std::sync::Arc;

use idw_autheid::generated::{ErrorCode, RequestStatus};
use idw_autheid::{
    Clock, Created, Decided, Decision, FileKind, MemoryStore, NewRequest, RequestId, Rp, Service, Store, StoreError,
    StoredRequest,
};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::support::{KEY, Notes, call, login};

/// Takes its time to keep a decision: until the test lets it.
struct Slow {
    store: MemoryStore,
    may_keep: Arc<Semaphore>,
}

impl Store for Slow {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        self.store.rp_of_key(hash).await
    }

    async fn create(&self, request: NewRequest) -> Result<Created, StoreError> {
        self.store.create(request).await
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        self.store.request(id).await
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        let permit = self.may_keep.acquire().await.map_err(|error| StoreError::Other(error.into()))?;
        permit.forget();
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
    let (store, may_keep) = (MemoryStore::default(), Arc::new(Semaphore::new(0)));
    store.register(KEY, Rp::new("1", "Example bank"));
    let slow = Slow { store, may_keep: Arc::clone(&may_keep) };
    let service = Service::new(slow, Notes::default(), Clock::system());
    let rp = service.rp(KEY).await.unwrap();
    let created = service.create(&rp, call(), "http://127.0.0.1:1").await.unwrap();
    let id = RequestId::parse(&created.request_id).unwrap();

    let (waiting, deciding) = (service.clone(), service.clone());
    let text = created.request_id.clone();
    let reader = tokio::spawn(async move { waiting.result(&rp, &text).await });
    let decider = tokio::spawn(async move { deciding.decide(&id, login()).await });
    // Everybody goes as far as they can.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(service.waiting(), 1);
    assert!(!reader.is_finished() && !decider.is_finished());
    assert_eq!(service.status(&created.request_id).await.unwrap().status(), RequestStatus::NotReady);

    may_keep.add_permits(1);
    assert_eq!(decider.await.unwrap().unwrap(), Decided::Stands);
    assert_eq!(reader.await.unwrap().unwrap().status(), RequestStatus::Success);
}

#[tokio::test]
async fn what_goes_wrong_inside_is_not_told() {
    let (store, may_keep) = (MemoryStore::default(), Arc::new(Semaphore::new(0)));
    store.register(KEY, Rp::new("1", "Example bank"));
    may_keep.close();
    let service = Service::new(Slow { store, may_keep }, Notes::default(), Clock::system());
    let rp = service.rp(KEY).await.unwrap();
    let created = service.create(&rp, call(), "http://127.0.0.1:1").await.unwrap();
    let error = service.cancel(&rp, &created.request_id).await.expect_err("nothing can be kept");
    assert_eq!(error.code(), ErrorCode::Internal);
    assert_eq!(error.to_string(), "the service cannot do this at the moment");
}
