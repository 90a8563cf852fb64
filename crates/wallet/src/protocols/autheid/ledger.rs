//! What parties asked and what was decided, in the vault: the store of the service while the wallet is unlocked.

use idw_autheid::{
    Asked, Created, Decided, Decision, Kind, NewRequest, RequestId, Room, Rp, StoreError as Refused, StoredRequest,
};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, message};
use jiff::Timestamp;

use super::{
    EidError, NAME,
    ask::Kept,
    kept::{self, Way, all, find, find_light, put_request},
    parties,
};
use crate::{
    StoreError, Wallet,
    clock::now,
    plain::line,
    records::{AttributeRecord, EidFilesRecord, EidPartyRecord, EidRequestRecord, EidUnseenRecord, Event, Record as _},
    requests::Incoming,
    store::put,
    view::Purpose,
};

/// The schema of emails.
const EMAIL: &str = "http://platform.selfkey.org/schema/attribute/email.json";

impl Wallet {
    /// The party with this key, of which [`idw_autheid::key_hash`] is given.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_rp_of_key(&self, hash: [u8; 32]) -> Result<Option<Rp>, StoreError> {
        Ok(self.eid_rps()?.into_iter().find(|(key, _)| *key == hash).map(|(_, rp)| rp))
    }

    /// Every party with the hash of its key.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_rps(&self) -> Result<Vec<([u8; 32], Rp)>, StoreError> {
        let rp = |(id, party): (RecordId, EidPartyRecord)| {
            let rp = Rp {
                id: id.to_string(),
                name: party.name,
                blocked: party.blocked.is_some(),
                room: Room { open: party.open_limit, ..Room::default() },
            };
            let mut key = [0; 32];
            // A record whose hash cannot be read is of a party that nobody can be.
            hex::decode_to_slice(&party.key, &mut key).ok()?;
            Some((key, rp))
        };
        Ok(parties::all(&self.store)?.into_iter().filter_map(rp).collect())
    }

    /// Keeps a request. If one of the profiles has its email, and its party is not blocked, it is in the inbox too, in the
    /// same commit.
    ///
    /// # Errors
    /// Where too many are open, or the vault cannot be read or written.
    pub fn eid_create(&self, new: NewRequest) -> Result<Created, Refused> {
        let _guard = self.store.changing();
        let now = now();
        let kept = all(&self.store).map_err(other)?;
        let of_rp: Vec<StoredRequest> =
            kept.into_iter().map(|(_, request)| request).filter(|one| one.rp == new.rp).collect();
        let key = &new.asked.idempotent_key;
        if !key.is_empty()
            && let Some(before) = of_rp.iter().find(|one| one.asked.idempotent_key == *key && one.kept_until() > now)
        {
            return Ok(Created::Before(before.clone()));
        }
        idw_autheid::check_room(&new, of_rp.iter().filter(|one| one.kept_until() > now))?;
        let request = StoredRequest::from(new);
        let mut batch = Batch::new();
        put_request(&mut batch, Way::Loopback.place_of(&request.id), &request, None);
        let event = self.add_to_inbox(&request, &mut batch).map_err(other)?;
        self.commit_with(batch, event).map_err(other)?;
        Ok(Created::New(request))
    }

    fn add_to_inbox(&self, request: &StoredRequest, batch: &mut Batch) -> Result<Option<Event>, EidError> {
        let party = parties::all(&self.store)?.into_iter().find(|(id, _)| id.to_string() == request.rp);
        let Some(party) = party else { return Ok(None) };
        if self.eid_profiles_of(&request.asked.email_key())?.is_empty() {
            return Ok(None);
        }
        self.eid_show(request, party, &Way::Loopback, whole_second(request.deadline()), batch)
    }

    /// Puts a request into the inbox, where its party is neither blocked nor quiet. `ends` is by this computer's clock.
    pub(super) fn eid_show(
        &self,
        request: &StoredRequest,
        (id, mut party): (RecordId, EidPartyRecord),
        way: &Way,
        ends: Timestamp,
        batch: &mut Batch,
    ) -> Result<Option<Event>, EidError> {
        let is_quiet = party.quiet_until.is_some_and(|until| until > now());
        let purpose = purpose_of(&request.asked);
        if party.blocked.is_some() || is_quiet {
            let is_logged = EidUnseenRecord::count(&mut party.unseen, EidUnseenRecord::MOST_LOGGED, now());
            put(batch, id, &party);
            return Ok(is_logged.then(|| Event::EidUnseen { purpose: purpose.into(), site: party.shown_name() }));
        }
        let payload = Kept::new(request.id.clone(), way, &party)?;
        let incoming = Incoming {
            protocol: NAME,
            key: way.inbox_key(&request.id),
            party: party.shown_name(),
            purpose,
            title: message::ErrorVerbatim { text: line(&request.asked.title) }.data(),
            payload: serde_json::to_value(payload).expect("a name and numbers have a JSON form"),
            received: request.created.min(now()),
            ends,
        };
        // A full inbox shows nothing more; the party cannot tell that from somebody who does not answer.
        let _ = self.admit(incoming, batch);
        Ok(None)
    }

    /// Takes what a party asks out of the inbox.
    pub(super) fn withdraw_requests_of(&self, party: RecordId, batch: &mut Batch) -> Result<(), StoreError> {
        let party = party.to_string();
        for one in kept::everything(&self.store)?.into_iter().filter(|one| one.request.rp == party) {
            if one.request.verdict.is_none() {
                self.withdraw_from_inbox(NAME, &one.way().inbox_key(&one.request.id), batch)?;
            }
        }
        Ok(())
    }

    pub(super) fn commit_with(&self, batch: Batch, event: Option<Event>) -> Result<(), StoreError> {
        match event {
            Some(event) => self.store.commit(batch, event).map(drop),
            None => self.store.commit_aside(batch),
        }
    }

    /// The numbers of the profiles that have this email, of which [`idw_autheid::email_key`] is given.
    pub(super) fn eid_profiles_of(&self, email: &str) -> Result<Vec<u32>, StoreError> {
        let has = |record: &AttributeRecord| {
            record.schema == EMAIL && record.value.as_str().is_some_and(|held| idw_autheid::email_key(held) == email)
        };
        let records = self.store.readable_in_all_profiles::<AttributeRecord>(has)?.records;
        let mut profiles: Vec<u32> = records.into_iter().map(|(_, record)| record.profile).collect();
        profiles.sort_unstable();
        profiles.dedup();
        Ok(profiles)
    }

    /// A request that came or ended while the wallet was locked, as it stands now.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_settle(&self, request: StoredRequest) -> Result<(), Refused> {
        let _guard = self.store.changing();
        let (mut batch, mut event) = (Batch::new(), None);
        match find(&self.store, &request.id).map_err(other)? {
            // Decided before the lock, which the memory of the lock's time does not know.
            Some((_, kept)) if kept.verdict.is_some() => return Ok(()),
            Some((place, _)) => {
                put_request(&mut batch, place, &request, None);
                if request.verdict.is_some() {
                    self.withdraw_from_inbox(NAME, request.id.as_str(), &mut batch).map_err(other)?;
                }
            }
            None => {
                put_request(&mut batch, Way::Loopback.place_of(&request.id), &request, None);
                if request.is_open(now()) {
                    event = self.add_to_inbox(&request, &mut batch).map_err(other)?;
                }
            }
        }
        self.commit_with(batch, event).map_err(other)
    }

    /// Whether the user is asked: not where no profile has the email, the party is blocked, or the inbox is full.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_is_shown(&self, id: &RequestId) -> Result<bool, StoreError> {
        self.is_in_inbox(NAME, id.as_str())
    }

    /// A request that is kept.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_request(&self, id: &RequestId) -> Result<Option<StoredRequest>, StoreError> {
        Ok(find(&self.store, id)?.map(|(_, request)| request))
    }

    /// Every request that is kept.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_requests(&self) -> Result<Vec<StoredRequest>, StoreError> {
        Ok(all(&self.store)?.into_iter().map(|(_, request)| request).collect())
    }

    /// Writes a decision that is not the user's, unless there is one: the first stands. None if there is no such request.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_decide(&self, id: &RequestId, decision: Decision, at: Timestamp) -> Result<Option<Decided>, StoreError> {
        let _guard = self.store.changing();
        let Some((record, mut request)) = find(&self.store, id)? else { return Ok(None) };
        let is_taken_back = decision == Decision::CancelledByRp;
        let decided = request.decide(decision, at);
        if decided == Decided::Stands {
            let mut batch = Batch::new();
            put_request(&mut batch, record, &request, None);
            if is_taken_back {
                self.withdraw_from_inbox(NAME, id.as_str(), &mut batch)?;
            }
            self.store.commit_aside(batch)?;
        }
        Ok(Some(decided))
    }

    /// The party has all of the result. Only the first time counts.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_first_read(&self, id: &RequestId, at: Timestamp) -> Result<(), StoreError> {
        let _guard = self.store.changing();
        let Some((record, mut request)) = find_light(&self.store, id)? else { return Ok(()) };
        if request.first_read.is_some() {
            return Ok(());
        }
        request.first_read = Some(at);
        let mut batch = Batch::new();
        put_request(&mut batch, record, &request, None);
        self.store.commit_aside(batch)
    }

    /// Decides what is over, and forgets what is kept no longer. Gives the names of those that it decided.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_sweep(&self, now: Timestamp) -> Result<Vec<RequestId>, StoreError> {
        let _guard = self.store.changing();
        let (mut batch, mut ended) = (Batch::new(), Vec::new());
        for (record, mut request) in all(&self.store)? {
            if request.kept_until() <= now {
                batch.remove(EidRequestRecord::TREE, record);
                batch.remove(EidFilesRecord::TREE, record);
            } else if request.verdict.is_none() && request.deadline() <= now {
                let at = request.deadline();
                request.decide(Decision::TimedOut, at);
                put_request(&mut batch, record, &request, None);
                ended.push(request.id);
            }
        }
        if !batch.is_empty() {
            self.store.commit_aside(batch)?;
        }
        Ok(ended)
    }
}

/// The wallet's clock counts whole seconds. A request must not seem open after its party has heard that its time is over.
fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// What the user is asked for.
pub(super) fn purpose_of(asked: &Asked) -> Purpose {
    match asked.kind {
        Kind::Authentication { .. } => Purpose::LogIn,
        Kind::Signature { .. } => Purpose::Sign,
        Kind::Identification => Purpose::Identify,
        Kind::Kyc { .. } => Purpose::Apply,
    }
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> Refused {
    Refused::Other(Box::new(error))
}
