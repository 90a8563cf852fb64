//! Where requests are kept, and who may ask.

use std::time::Duration;

use jiff::Timestamp;

use crate::answer::FileKind;
use crate::decision::{Decided, Decision};
use crate::ids::RequestId;
use crate::request::{NewRequest, StoredRequest};

/// How many requests of one RP to one email can be open at a time, whether anybody here has that email or not.
pub const MOST_OPEN_FOR_EMAIL: usize = 3;
/// How many requests of one RP can be open at a time, unless its registration says otherwise.
pub const MOST_OPEN_FOR_RP: u32 = 100;
/// A result stays this long after it was read completely for the first time.
pub const KEPT_AFTER_READING: Duration = Duration::from_secs(10 * 60);
/// A result stays this long at most.
pub const KEPT_AT_MOST: Duration = Duration::from_secs(24 * 60 * 60);

/// A relying party that the user has registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rp {
    /// What the store knows it by.
    pub id: String,
    /// The name that the user gave it.
    pub name: String,
    /// Nobody is shown what a blocked one asks; it cannot tell that from a person who does not answer.
    pub blocked: bool,
    /// How many of its requests can be open at a time.
    pub open_limit: u32,
}

impl Rp {
    /// One with the usual limit that is not blocked.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), blocked: false, open_limit: MOST_OPEN_FOR_RP }
    }
}

/// What came of creating a request.
#[derive(Debug, Clone)]
pub enum Created {
    /// There is a new request.
    New(StoredRequest),
    /// The idempotent key was used before, for this one.
    Before(StoredRequest),
}

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The wallet was not unlocked since it started, so that it does not even know who may ask.
    #[error("the wallet was not unlocked since it started")]
    NeverUnlocked,
    /// The wallet is locked, and what was asked for is sealed.
    #[error("the wallet is locked")]
    Locked,
    /// Too many requests of this RP are open, or too many to this email.
    #[error("too many requests are open")]
    TooMany,
    /// Anything else.
    #[error(transparent)]
    Other(Box<dyn std::error::Error + Send + Sync>),
}

/// Keeps requests and knows RPs. Every method does all or nothing, and what it answers is durable.
pub trait Store: Send + Sync + 'static {
    /// The RP with this key, of which [`key_hash`](crate::key_hash) is known.
    fn rp_of_key(&self, hash: [u8; 32]) -> impl Future<Output = Result<Option<Rp>, StoreError>> + Send;

    /// Keeps a request. One of the same RP with the same idempotent key that is still kept is given back instead.
    ///
    /// # Errors
    /// [`StoreError::TooMany`] when [`check_open`] says so.
    fn create(&self, request: NewRequest) -> impl Future<Output = Result<Created, StoreError>> + Send;

    /// The request of this name. A store may keep the PDFs of an answer apart and leave them empty here: they are asked for
    /// by [`file`](Self::file).
    fn request(&self, id: &RequestId) -> impl Future<Output = Result<Option<StoredRequest>, StoreError>> + Send;

    /// Writes a decision, unless there is one: the first stands. `None` if there is no such request.
    fn decide(
        &self,
        id: &RequestId,
        decision: Decision,
        at: Timestamp,
    ) -> impl Future<Output = Result<Option<Decided>, StoreError>> + Send;

    /// The RP has the whole result. Only the first time counts.
    fn first_read(&self, id: &RequestId, at: Timestamp) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// A PDF of the answer.
    fn file(&self, id: &RequestId, kind: FileKind) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>> + Send;

    /// The key set that tokens of logins are checked with (RFC 7517), as JSON. Anybody may have it.
    fn key_set(&self) -> impl Future<Output = Result<Option<String>, StoreError>> + Send {
        async { Ok(None) }
    }

    /// Decides what is over ([`Decision::TimedOut`], at its end) and forgets what is kept no longer. Gives the names of those
    /// that it decided.
    fn sweep(&self, now: Timestamp) -> impl Future<Output = Result<Vec<RequestId>, StoreError>> + Send;
}

/// Whether one more request can be open. `open` are the requests of the same RP that are.
///
/// # Errors
/// [`StoreError::TooMany`] if not.
pub fn check_open<'a>(new: &NewRequest, open: impl IntoIterator<Item = &'a StoredRequest>) -> Result<(), StoreError> {
    let (mut of_rp, mut of_email) = (0_u32, 0_usize);
    let email = new.asked.email_key();
    for request in open {
        of_rp = of_rp.saturating_add(1);
        of_email += usize::from(request.asked.email_key() == email);
    }
    if of_rp >= new.open_limit || of_email >= MOST_OPEN_FOR_EMAIL { Err(StoreError::TooMany) } else { Ok(()) }
}
