//! How much may come in: checked while it comes, and again when it is kept.
//!
//! Anyone can make a key, so nothing that a key is enough for may grow without an end. What comes is counted against
//! three things: what its wallet has here, what everyone has here, and what is in memory at the moment.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use idw_keys::Address;
use jiff::{SignedDuration, Timestamp};

use crate::api::ApiError;
use crate::limits::Limits;
use crate::site::Site;
use crate::store::{FileId, NewFile, SignUp, Store, StoreError, Usage};

/// Unclaimed uploads are looked for at most this often; they are kept for hours.
const TIDY_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// When to come back where too much is in memory: an upload takes seconds.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// What the uploads of a site have in common.
#[derive(Debug)]
pub(crate) struct Uploads {
    /// Held from counting to keeping, so that of two that fit one by one, not both are kept.
    turn: Arc<Mutex<()>>,
    in_memory: Arc<AtomicU64>,
    /// In seconds since 1970.
    tidied: AtomicI64,
}

impl Default for Uploads {
    fn default() -> Self {
        Self { turn: Arc::default(), in_memory: Arc::default(), tidied: AtomicI64::new(i64::MIN) }
    }
}

/// What becomes of files once they are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A later request refers to them.
    ForLater,
    /// They come with the sign-up that refers to them.
    SignUp,
}

/// What one request may bring, and what it has brought so far.
#[derive(Debug)]
pub(crate) struct Allowance {
    purpose: Purpose,
    limits: Limits,
    usage: Usage,
    total_bytes: u64,
    bytes: u64,
    in_memory: Arc<AtomicU64>,
}

impl Allowance {
    /// Refuses at once where nothing more would be kept.
    pub(crate) async fn of(site: &Site, wallet: Address, purpose: Purpose) -> Result<Self, ApiError> {
        let (usage, total_bytes) = site.store(move |store| Ok((store.usage(wallet)?, store.total_bytes()?))).await?;
        let limits = site.config.limits.clone();
        let in_memory = Arc::clone(&site.uploads.in_memory);
        let allowance = Self { purpose, limits, usage, total_bytes, bytes: 0, in_memory };
        allowance.check(1)?;
        Ok(allowance)
    }

    /// Counts bytes that came, before they are put anywhere.
    pub(crate) fn take(&mut self, bytes: usize) -> Result<(), ApiError> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let held = self.in_memory.fetch_add(bytes, Ordering::Relaxed);
        // From here on it is given back when this is dropped.
        self.bytes = self.bytes.saturating_add(bytes);
        if held.saturating_add(bytes) > self.limits.bytes_in_memory {
            return Err(ApiError::busy(self.limits.bytes_in_memory, BUSY_WAIT));
        }
        self.check(0)
    }

    fn check(&self, more_bytes: u64) -> Result<(), ApiError> {
        let files = u64::from(self.purpose == Purpose::ForLater);
        let bytes = self.bytes.saturating_add(more_bytes);
        check(&self.limits, self.usage, self.total_bytes, Incoming { purpose: self.purpose, files, bytes })
    }
}

impl Drop for Allowance {
    fn drop(&mut self) {
        self.in_memory.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[derive(Clone, Copy)]
struct Incoming {
    purpose: Purpose,
    files: u64,
    bytes: u64,
}

fn check(limits: &Limits, usage: Usage, total_bytes: u64, incoming: Incoming) -> Result<(), ApiError> {
    if incoming.purpose == Purpose::ForLater {
        if usage.unclaimed_files.saturating_add(incoming.files) > limits.unclaimed_files {
            return Err(ApiError::too_many(
                "too_many_files",
                "this wallet has sent too many files that no sign-up or application refers to",
                limits.unclaimed_files,
            ));
        }
        if usage.unclaimed_bytes.saturating_add(incoming.bytes) > limits.unclaimed_bytes {
            let what = "what this wallet has sent, and no sign-up or application refers to,";
            return Err(ApiError::quota_exceeded(what, limits.unclaimed_bytes));
        }
    }
    if usage.bytes.saturating_add(incoming.bytes) > limits.bytes_per_wallet {
        return Err(ApiError::quota_exceeded("all that this wallet has sent", limits.bytes_per_wallet));
    }
    check_total(limits, total_bytes, incoming.bytes)
}

fn check_total(limits: &Limits, total_bytes: u64, more_bytes: u64) -> Result<(), ApiError> {
    if total_bytes.saturating_add(more_bytes) > limits.total_bytes {
        tracing::warn!(limit = limits.total_bytes, "the store is full");
        return Err(ApiError::storage_full(limits.total_bytes));
    }
    Ok(())
}

impl Site {
    /// Keeps a file for a later request to refer to.
    pub(crate) async fn keep_file(&self, allowance: Allowance, file: NewFile) -> Result<(), ApiError> {
        let limits = allowance.limits.clone();
        let incoming = Incoming { purpose: Purpose::ForLater, files: 1, bytes: length(&file) };
        self.in_turn(move |store| {
            let counted = check(&limits, store.usage(file.owner)?, store.total_bytes()?, incoming);
            if counted.is_ok() {
                store.add_file(&file)?;
            }
            // The bytes were in memory until here.
            drop(allowance);
            Ok(counted)
        })
        .await
    }

    /// Keeps a sign-up with the files that came along.
    pub(crate) async fn keep_sign_up(
        &self,
        allowance: Allowance,
        sign_up: SignUp,
        claimed: Vec<FileId>,
    ) -> Result<(), ApiError> {
        let limits = allowance.limits.clone();
        let bytes = sign_up.files.iter().map(length).sum::<u64>().max(allowance.bytes);
        let incoming = Incoming { purpose: Purpose::SignUp, files: 0, bytes };
        self.in_turn(move |store| {
            let counted = check(&limits, store.usage(sign_up.wallet)?, store.total_bytes()?, incoming);
            if counted.is_err() {
                return Ok(counted);
            }
            if !store.claim_files(&claimed)? {
                return Ok(Err(ApiError::file_gone()));
            }
            store.sign_up(&sign_up)?;
            drop(allowance);
            Ok(Ok(()))
        })
        .await
    }

    /// Keeps something else of about so many bytes.
    pub(crate) async fn keep<T: Send + 'static>(
        &self,
        bytes: usize,
        work: impl FnOnce(&dyn Store) -> Result<Result<T, ApiError>, StoreError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let limits = self.config.limits.clone();
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.in_turn(move |store| match check_total(&limits, store.total_bytes()?, bytes) {
            Ok(()) => work(store),
            Err(full) => Ok(Err(full)),
        })
        .await
    }

    /// The turn is waited for on the thread that does the work: a client that hangs up ends neither early.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Store) -> Result<Result<T, ApiError>, StoreError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let turn = Arc::clone(&self.uploads.turn);
        self.store(move |store| {
            // A panic leaves no half-done work here: there is nothing inside.
            let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
            work(store)
        })
        .await?
    }

    /// Deletes uploads that nothing refers to and whose time is over, where nobody has looked within a minute.
    pub(crate) async fn tidy(&self) -> Result<(), ApiError> {
        let now = self.config.clock.now();
        let last = self.uploads.tidied.load(Ordering::Relaxed);
        if now.as_second().saturating_sub(last) < TIDY_EVERY.as_secs() && last <= now.as_second() {
            return Ok(());
        }
        self.uploads.tidied.store(now.as_second(), Ordering::Relaxed);
        let before = self.unclaimed_before();
        self.store(move |store| store.forget_unclaimed(before)).await
    }

    /// Unclaimed uploads of before then have expired.
    pub(crate) fn unclaimed_before(&self) -> Timestamp {
        let lifetime = SignedDuration::try_from(self.config.limits.unclaimed_lifetime).unwrap_or(SignedDuration::MAX);
        self.config.clock.now().saturating_sub(lifetime).unwrap_or(Timestamp::MIN)
    }
}

fn length(file: &NewFile) -> u64 {
    u64::try_from(file.content.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse as _;

    use super::*;

    fn allowance(in_memory: &Arc<AtomicU64>) -> Allowance {
        Allowance {
            purpose: Purpose::ForLater,
            limits: Limits { bytes_in_memory: 100, ..Limits::default() },
            usage: Usage::default(),
            total_bytes: 0,
            bytes: 0,
            in_memory: Arc::clone(in_memory),
        }
    }

    #[test]
    fn uploads_share_the_memory_and_give_it_back() {
        let in_memory = Arc::default();
        let (mut first, mut second) = (allowance(&in_memory), allowance(&in_memory));
        assert!(first.take(60).is_ok());
        let refused = second.take(60).unwrap_err().into_response();
        assert_eq!((refused.status().as_u16(), &refused.headers()["retry-after"]), (429, &"5".parse().unwrap()));
        drop(second);
        assert!(first.take(40).is_ok());
        drop(first);
        assert_eq!(in_memory.load(Ordering::Relaxed), 0);
    }
}
