//! The inbox: requests that came from outside, until the user has answered them or their time is over.
//!
//! A request is in the vault before whoever asks hears that it was accepted. Its state changes in the same commit as the
//! activity log, so that it is answered once or not at all, whenever the program is killed.

mod answer;
mod error;

use idw_vault::{Batch, RecordId};
use idw_words::{Language, Message as _, MessageData, Words, message};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

pub use error::InboxError;

use answer::is_on_its_way;

pub(crate) use answer::Answering;

use crate::{
    StoreError, Wallet,
    clock::now,
    records::{Event, PurposeRecord, Record as _, RequestRecord, RequestState},
    store::{Store, put},
    view::{Purpose, RequestStatus, RequestView},
};

/// The most requests that wait at a time. A person answers a few; more is a flood.
pub const MOST_REQUESTS: usize = 100;

/// How long a request is listed after its end.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Why nobody knows whether an answer has arrived that was not sent to its end.
const STOPPED: &str = "the sending was stopped before its end";

/// Something that came from outside, as a protocol understood it. It can wait in memory while the wallet is locked: nothing
/// of the user's is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    pub(crate) protocol: &'static str,
    /// What the protocol tells it apart by: the same again is the same request.
    pub(crate) key: String,
    pub(crate) party: String,
    pub(crate) purpose: Purpose,
    pub(crate) title: MessageData,
    pub(crate) payload: Value,
    pub(crate) received: Timestamp,
    pub(crate) ends: Timestamp,
}

impl Incoming {
    /// Whether another is the same request, made once more.
    pub fn is_same_as(&self, other: &Self) -> bool {
        (self.protocol, &self.key) == (other.protocol, &other.key)
    }

    /// What it is about, one line.
    pub fn title(&self) -> &MessageData {
        &self.title
    }

    /// When its time is over.
    pub fn ends(&self) -> Timestamp {
        self.ends
    }

    /// Whether its time is over.
    pub fn has_ended(&self) -> bool {
        self.ends <= now()
    }
}

impl Wallet {
    /// Puts what came from outside into the inbox. It is in the vault when this returns. What is waiting already is not put
    /// there again.
    ///
    /// # Errors
    /// Where its time is over, too many are waiting, or the vault cannot be written.
    pub fn accept(&self, incoming: Incoming) -> Result<RequestView, InboxError> {
        let _guard = self.store.changing();
        let mut batch = Batch::new();
        let view = self.admit(incoming, &mut batch)?;
        if !batch.is_empty() {
            self.store.commit_aside(batch)?;
        }
        Ok(view)
    }

    /// The same in a batch that somebody else commits.
    pub(crate) fn admit(&self, incoming: Incoming, batch: &mut Batch) -> Result<RequestView, InboxError> {
        let now = now();
        if incoming.ends <= now {
            return Err(InboxError::Ended);
        }
        let mut open = 0;
        let mut outdated = Vec::new();
        for (id, record) in records(&self.store)? {
            if record.state == RequestState::Waiting && record.ends > now {
                if (record.protocol.as_str(), &record.key) == (incoming.protocol, &incoming.key) {
                    return Ok(view(id, &record));
                }
                open += 1;
            } else if record.ends.saturating_add(KEPT_FOR).is_ok_and(|until| until < now) {
                outdated.push(id);
            }
        }
        if open >= MOST_REQUESTS {
            return Err(InboxError::TooMany);
        }
        let Incoming { protocol, key, party, purpose, title, payload, received, ends } = incoming;
        let record = RequestRecord {
            version: RequestRecord::VERSION,
            protocol: protocol.to_owned(),
            key,
            party,
            purpose: PurposeRecord::from(purpose),
            title: Words::new(Language::English).tell(&title),
            titled: Some(title),
            payload,
            received,
            ends,
            state: RequestState::Waiting,
        };
        for id in outdated {
            batch.remove(RequestRecord::TREE, id);
        }
        let id = RecordId::make();
        put(batch, id, &record);
        Ok(view(id, &record))
    }

    /// Whoever asked took the request back: it is not to be answered any more.
    pub(crate) fn withdraw_from_inbox(&self, protocol: &str, key: &str, batch: &mut Batch) -> Result<(), StoreError> {
        for (id, mut record) in records(&self.store)? {
            let is_open = matches!(record.state, RequestState::Waiting | RequestState::Approved { .. });
            if is_open && (record.protocol.as_str(), record.key.as_str()) == (protocol, key) {
                record.state = RequestState::Withdrawn;
                put(batch, id, &record);
            }
        }
        Ok(())
    }

    /// Whoever asked still waits, so an answer that may have arrived did not: the user is asked again. Says whether that is so of
    /// a request; one whose answer is being sent is left alone.
    pub(crate) fn reopen_in_inbox(&self, protocol: &str, key: &str, batch: &mut Batch) -> Result<bool, StoreError> {
        let Some((id, mut record)) = self.doubtful(protocol)?.into_iter().find(|(_, record)| record.key == key) else {
            return Ok(false);
        };
        record.state = RequestState::Waiting;
        put(batch, id, &record);
        Ok(true)
    }

    /// What a protocol tells those requests apart by whose answer did not arrive, or may not have.
    pub(crate) fn doubtful_in_inbox(&self, protocol: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.doubtful(protocol)?.into_iter().map(|(_, record)| record.key).collect())
    }

    fn doubtful(&self, protocol: &str) -> Result<Vec<(RecordId, RequestRecord)>, StoreError> {
        let now = now();
        let mut found = records(&self.store)?;
        found.retain(|(id, record)| {
            let is_in_doubt = matches!(status(*id, record), RequestStatus::Unknown | RequestStatus::Failed);
            record.protocol == protocol && record.ends > now && is_in_doubt
        });
        Ok(found)
    }

    /// Whether a request waits for the user, by what its protocol tells it apart by.
    pub(crate) fn is_in_inbox(&self, protocol: &str, key: &str) -> Result<bool, StoreError> {
        let waits = |record: &RequestRecord| record.state == RequestState::Waiting && record.ends > now();
        let is_it = |record: &RequestRecord| (record.protocol.as_str(), record.key.as_str()) == (protocol, key);
        Ok(records(&self.store)?.iter().any(|(_, record)| is_it(record) && waits(record)))
    }

    /// The requests that came from outside, the newest first; those that are over for some days too.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn requests(&self) -> Result<Vec<RequestView>, StoreError> {
        let mut records = records(&self.store)?;
        records.sort_by_key(|(_, record)| std::cmp::Reverse(record.received));
        Ok(records.iter().map(|(id, record)| view(*id, record)).collect())
    }

    /// The user's no, with what the protocol adds to the commit.
    pub(crate) fn decline_with(
        &self,
        id: &str,
        add: impl FnOnce(&RequestRecord, &mut Batch) -> Result<Option<Event>, InboxError>,
    ) -> Result<RequestView, InboxError> {
        let _guard = self.store.changing();
        let (id, mut record) = open_record(&self.store, id)?;
        record.state = RequestState::Declined;
        let mut batch = Batch::new();
        let event = add(&record, &mut batch)?;
        put(&mut batch, id, &record);
        match event {
            Some(event) => drop(self.store.commit(batch, event)?),
            None => self.store.commit_aside(batch)?,
        }
        Ok(view(id, &record))
    }

    /// The user's yes, to be sent by the next program that holds the vault and listens. `digest` is of what the user has seen:
    /// anything else is not sent.
    ///
    /// # Errors
    /// Where there is no such request, it was answered already, or the vault cannot be written.
    pub fn approve_later(&self, id: &str, digest: &str, number: Option<u8>) -> Result<RequestView, InboxError> {
        let _guard = self.store.changing();
        let (id, mut record) = open_record(&self.store, id)?;
        record.state = RequestState::Approved { digest: digest.to_owned(), profile: self.store.profile(), number };
        self.put_request(id, &record)?;
        Ok(view(id, &record))
    }

    /// The requests that the user agreed to and that were not sent yet, each with the digest of what was agreed to and the
    /// wallet as the profile that answers sees it.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn approved_requests(&self) -> Result<Vec<StoredAnswer>, StoreError> {
        let now = now();
        let waiting = |(id, record): (RecordId, RequestRecord)| match record.state {
            RequestState::Approved { digest, profile, number } if record.ends > now => {
                Some(StoredAnswer { id: id.to_string(), digest, number, wallet: self.as_profile(profile) })
            }
            _ => None,
        };
        Ok(records(&self.store)?.into_iter().filter_map(waiting).collect())
    }

    /// Has a request wait again whose stored answer no longer fits what would be sent.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn ask_again(&self, id: &str) -> Result<(), InboxError> {
        let _guard = self.store.changing();
        let (id, mut record) = record_of(&self.store, id)?;
        if matches!(record.state, RequestState::Approved { .. }) {
            record.state = RequestState::Waiting;
            self.put_request(id, &record)?;
        }
        Ok(())
    }

    /// Writes down, of answers whose sending was stopped, that nobody knows whether they arrived.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn settle_requests(&self) -> Result<(), StoreError> {
        let _guard = self.store.changing();
        let mut batch = Batch::new();
        for (id, mut record) in records(&self.store)? {
            if matches!(record.state, RequestState::Answering { .. }) && !is_on_its_way(id) {
                let message = Some(message::RequestStopped.data());
                record.state = RequestState::Unknown { reason: STOPPED.to_owned(), message };
                put(&mut batch, id, &record);
            }
        }
        if batch.is_empty() { Ok(()) } else { self.store.commit_aside(batch) }
    }

    fn put_request(&self, id: RecordId, record: &RequestRecord) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        put(&mut batch, id, record);
        self.store.commit_aside(batch)
    }
}

/// An answer that the user gave while nobody was there to send it.
#[derive(Debug)]
pub struct StoredAnswer {
    /// The request.
    pub id: String,
    /// What the user agreed to.
    pub digest: String,
    /// The number that the user found on the asker's page.
    pub number: Option<u8>,
    /// The wallet as the profile that answers sees it.
    pub wallet: Wallet,
}

/// Every request that can be read; others are told of where unreadable records are listed.
fn records(store: &Store) -> Result<Vec<(RecordId, RequestRecord)>, StoreError> {
    Ok(store.readable_in_all_profiles::<RequestRecord>(|_| true)?.records)
}

/// One request, by its id.
fn record_of(store: &Store, id: &str) -> Result<(RecordId, RequestRecord), InboxError> {
    let not_found = || InboxError::NotFound { id: id.to_owned() };
    let parsed: RecordId = id.parse().map_err(|_| not_found())?;
    let record = store.get::<RequestRecord>(parsed)?.ok_or_else(not_found)?;
    Ok((parsed, record))
}

/// One that can be answered, or was answered with a yes that is not sent yet.
pub(crate) fn answerable(store: &Store, id: &str) -> Result<(RecordId, RequestRecord), InboxError> {
    let (found, record) = record_of(store, id)?;
    match status(found, &record) {
        RequestStatus::Approved => Ok((found, record)),
        _ => open_record(store, id),
    }
}

/// One that the user has not answered.
fn open_record(store: &Store, id: &str) -> Result<(RecordId, RequestRecord), InboxError> {
    let (id, record) = record_of(store, id)?;
    match status(id, &record) {
        RequestStatus::Waiting => Ok((id, record)),
        RequestStatus::Ended => Err(InboxError::Ended),
        status => Err(InboxError::Answered { status }),
    }
}

fn view(id: RecordId, record: &RequestRecord) -> RequestView {
    let reason = match &record.state {
        RequestState::Failed { reason, message } | RequestState::Unknown { reason, message } => {
            Some(message.clone().unwrap_or_else(|| message::ErrorVerbatim { text: reason }.data()))
        }
        RequestState::Answering { .. } if !is_on_its_way(id) => Some(message::RequestStopped.data()),
        _ => None,
    };
    RequestView {
        id: id.to_string(),
        protocol: record.protocol.clone(),
        party: record.party.clone(),
        purpose: record.purpose.into(),
        title: record.titled.clone().unwrap_or_else(|| message::ErrorVerbatim { text: &record.title }.data()),
        received: record.received.to_string(),
        ends: record.ends.to_string(),
        status: status(id, record),
        reason,
    }
}

fn status(id: RecordId, record: &RequestRecord) -> RequestStatus {
    match record.state {
        RequestState::Waiting | RequestState::Approved { .. } if record.ends <= now() => RequestStatus::Ended,
        RequestState::Waiting => RequestStatus::Waiting,
        RequestState::Approved { .. } => RequestStatus::Approved,
        RequestState::Declined => RequestStatus::Declined,
        RequestState::Withdrawn => RequestStatus::Withdrawn,
        RequestState::Answering { .. } if is_on_its_way(id) => RequestStatus::Answering,
        RequestState::Answered => RequestStatus::Answered,
        RequestState::Failed { .. } => RequestStatus::Failed,
        // What nobody sends any more may have arrived.
        RequestState::Answering { .. } | RequestState::Unknown { .. } => RequestStatus::Unknown,
    }
}
