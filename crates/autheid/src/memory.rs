//! A store that keeps nothing beyond the process: for tests, and for whoever writes an RP.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::answer::FileKind;
use crate::decision::{Decided, Decision};
use crate::ids::{RequestId, key_hash};
use crate::request::{NewRequest, StoredRequest};
use crate::store::{Created, Rp, Store, StoreError, check_room};

/// Requests and RPs in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    rps: HashMap<[u8; 32], Rp>,
    requests: BTreeMap<RequestId, StoredRequest>,
    state: State,
    key_set: Option<String>,
}

/// Whether a [`MemoryStore`] answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// It does.
    #[default]
    Unlocked,
    /// It says [`StoreError::NeverUnlocked`] to everything.
    NeverUnlocked,
    /// It says [`StoreError::Locked`] where a decided request is asked for.
    Locked,
}

impl MemoryStore {
    /// Registers an RP, in the place of one with the same id.
    pub fn register(&self, key: &str, rp: Rp) {
        let mut kept = self.kept();
        kept.rps.retain(|_, other| other.id != rp.id);
        kept.rps.insert(key_hash(key), rp);
    }

    /// Locks and unlocks it.
    pub fn set_state(&self, state: State) {
        self.kept().state = state;
    }

    /// Gives it a key set, as JSON.
    pub fn set_key_set(&self, json: impl Into<String>) {
        self.kept().key_set = Some(json.into());
    }

    /// How many requests it keeps.
    pub fn len(&self) -> usize {
        self.kept().requests.len()
    }

    /// Whether it keeps none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing is left half done while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self) -> Result<MutexGuard<'_, Kept>, StoreError> {
        let kept = self.kept();
        if kept.state == State::NeverUnlocked { Err(StoreError::NeverUnlocked) } else { Ok(kept) }
    }
}

impl Store for MemoryStore {
    async fn rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        Ok(self.known()?.rps.get(&hash).cloned())
    }

    async fn create(&self, new: NewRequest) -> Result<Created, StoreError> {
        let mut kept = self.known()?;
        let now = new.created;
        let of_rp = || kept.requests.values().filter(|request| request.rp == new.rp);
        let key = &new.asked.idempotent_key;
        let mut same = of_rp().filter(|request| !key.is_empty() && request.asked.idempotent_key == *key);
        if let Some(before) = same.find(|request| now < request.kept_until()) {
            return Ok(Created::Before(before.clone()));
        }
        check_room(&new, of_rp().filter(|request| now < request.kept_until()))?;
        let request = StoredRequest::from(new);
        kept.requests.insert(request.id.clone(), request.clone());
        Ok(Created::New(request))
    }

    async fn request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        let kept = self.known()?;
        let request = kept.requests.get(id);
        if kept.state == State::Locked && request.is_some_and(|request| request.verdict.is_some()) {
            return Err(StoreError::Locked);
        }
        Ok(request.cloned())
    }

    async fn decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        Ok(self.known()?.requests.get_mut(id).map(|request| request.decide(decision, at)))
    }

    async fn first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        if let Some(request) = self.known()?.requests.get_mut(id) {
            request.first_read.get_or_insert(at);
        }
        Ok(())
    }

    async fn file(&self, id: &RequestId, kind: FileKind) -> Result<Option<Vec<u8>>, StoreError> {
        let request = self.request(id).await?;
        let verdict = request.and_then(|request| request.verdict);
        Ok(verdict.and_then(|verdict| match verdict.decision {
            Decision::Approved(answer) => answer.payload.file(kind).map(<[u8]>::to_vec),
            _ => None,
        }))
    }

    async fn key_set(&self) -> Result<Option<String>, StoreError> {
        Ok(self.known()?.key_set.clone())
    }

    async fn sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        let mut kept = self.known()?;
        kept.requests.retain(|_, request| now < request.kept_until());
        let mut over = Vec::new();
        for request in kept.requests.values_mut() {
            if request.verdict.is_none() && !request.is_open(now) {
                let deadline = request.deadline();
                request.decide(Decision::TimedOut, deadline);
                over.push(request.id.clone());
            }
        }
        Ok(over)
    }
}
