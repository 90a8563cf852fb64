//! Where requests are kept, and who may ask.

use std::time::Duration;

use jiff::Timestamp;

use crate::answer::FileKind;
use crate::asked::Asked;
use crate::decision::{Decided, Decision};
use crate::ids::RequestId;
use crate::request::{NewRequest, StoredRequest};

/// How many requests of one RP to one email can be open at a time, whether anybody here has that email or not.
pub const MOST_OPEN_FOR_EMAIL: usize = 3;
/// How many requests of one RP can be open at a time, unless its registration says otherwise.
pub const MOST_OPEN_FOR_RP: u32 = 100;
/// How many requests of one RP a wallet keeps at a time, open or not: who creates and cancels all day fills no disk.
pub const MOST_KEPT_FOR_RP: u32 = 1_000;
/// How many bytes of data that is signed unseen a wallet keeps for one RP at a time: the rest of a request is short, and whoever
/// looks for one of many reads all of them.
pub const MOST_INVISIBLE_FOR_RP: u64 = 2 * 1024 * 1024;
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
    /// How much of what it asks is kept.
    pub room: Room,
}

/// How much of what an RP asks is kept at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Requests that nobody has decided.
    pub open: u32,
    /// Requests, open or not.
    pub kept: u32,
    /// Bytes of data that is signed unseen.
    pub invisible_bytes: u64,
}

impl Default for Room {
    /// What a wallet keeps.
    fn default() -> Self {
        Self { open: MOST_OPEN_FOR_RP, kept: MOST_KEPT_FOR_RP, invisible_bytes: MOST_INVISIBLE_FOR_RP }
    }
}

impl Rp {
    /// One with the usual room that is not blocked.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), blocked: false, room: Room::default() }
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
    /// Too many requests of this RP are open or kept, too many to this email, or too much of what they carry.
    #[error("too many requests are open or kept")]
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
    /// [`StoreError::TooMany`] when [`check_room`] says so.
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

/// Whether there is room for one more request. `kept` are the requests of the same RP that are kept, open or not.
///
/// # Errors
/// [`StoreError::TooMany`] if not.
pub fn check_room<'a>(new: &NewRequest, kept: impl IntoIterator<Item = &'a StoredRequest>) -> Result<(), StoreError> {
    let (mut of_rp, mut open, mut open_for_email) = (0_u32, 0_u32, 0_usize);
    let mut invisible_bytes = len(&new.asked);
    let email = new.asked.email_key();
    for request in kept {
        of_rp = of_rp.saturating_add(1);
        invisible_bytes = invisible_bytes.saturating_add(len(&request.asked));
        if request.is_open(new.created) {
            open = open.saturating_add(1);
            open_for_email += usize::from(request.asked.email_key() == email);
        }
    }
    let has_room = of_rp < new.room.kept
        && invisible_bytes <= new.room.invisible_bytes
        && open < new.room.open
        && open_for_email < MOST_OPEN_FOR_EMAIL;
    if has_room { Ok(()) } else { Err(StoreError::TooMany) }
}

fn len(asked: &Asked) -> u64 {
    u64::try_from(asked.invisible_len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::tests::asked;
    use crate::asked::{Kind, Serialization};

    fn new(email: &str, second: i64) -> NewRequest {
        let created = Timestamp::from_second(1_800_000_000 + second).unwrap();
        let asked = crate::asked::Asked { email: email.to_owned(), ..asked() };
        let id = RequestId::random().unwrap();
        let room = Room { open: 5, ..Room::default() };
        NewRequest { id, rp: "1".to_owned(), room, asked, created, base: "http://127.0.0.1:1".to_owned() }
    }

    fn kept(count: usize, email: &str) -> Vec<StoredRequest> {
        std::iter::repeat_with(|| new(email, 0).into()).take(count).collect()
    }

    #[test]
    fn three_can_be_open_for_an_email() {
        let mut others = kept(3, "ada@COMPANY.example");
        assert!(check_room(&new("ada@company.example", 1), &others).is_err());
        assert!(check_room(&new("Ada@company.example", 1), &others).is_ok());
        assert!(check_room(&new("ada@company.example", 60), &others).is_ok(), "their time is over");
        let first = &mut others[0];
        first.decide(Decision::Declined, first.created);
        assert!(check_room(&new("ada@company.example", 1), &others).is_ok());
    }

    #[test]
    fn so_many_can_be_open_for_a_relying_party() {
        let others = [kept(3, "a@company.example"), kept(2, "b@company.example")].concat();
        assert!(check_room(&new("c@company.example", 1), &others).is_err());
        assert!(check_room(&new("c@company.example", 1), &others[1..]).is_ok());
    }

    #[test]
    fn so_much_that_is_signed_unseen_is_kept_for_a_relying_party() {
        let signing = |len: usize| {
            let mut new = new("c@company.example", 1);
            new.asked.kind = Kind::Signature {
                serialization: Serialization::Json,
                invisible_data: vec![0; len],
                verified_only: false,
            };
            new
        };
        let most = usize::try_from(MOST_INVISIBLE_FOR_RP).unwrap();
        let mut kept: StoredRequest = signing(most - 1).into();
        kept.decide(Decision::CancelledByRp, kept.created);
        assert!(check_room(&signing(1), [&kept]).is_ok());
        assert!(check_room(&signing(2), [&kept]).is_err());
        assert!(check_room(&new("c@company.example", 1), [&kept]).is_ok(), "a login carries nothing");
    }

    #[test]
    fn so_many_are_kept_for_a_relying_party_open_or_not() {
        let mut others = kept(MOST_KEPT_FOR_RP.try_into().unwrap(), "a@company.example");
        for request in &mut others {
            request.decide(Decision::CancelledByRp, request.created);
        }
        assert!(check_room(&new("c@company.example", 1), &others).is_err());
        assert!(check_room(&new("c@company.example", 1), &others[1..]).is_ok());
    }
}
