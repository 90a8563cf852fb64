//! What a service lists, as requests in the vault and in the inbox.

use std::collections::HashSet;

use idw_autheid::{
    Decision, RequestId, StoredRequest, email_key,
    wire::{Listed, ListedDevice},
};
use idw_vault::{Batch, RecordId};
use jiff::{SignedDuration, Timestamp};

use super::{
    super::{
        NAME,
        ask::shifted,
        kept::{self, KeptRequest, Way, find_by, put_request},
        parties::MAX_NAME_CHARS,
    },
    EidConnection, EidServiceError,
    connection::{all, find, host_of},
    rps::{Party, misfit},
    session::{EidListing, MOST_LISTED},
};
use crate::{
    Explain as _, StoreError, Wallet,
    clock::now,
    plain::line,
    records::{
        EidAnswerState, EidBoundRecord, EidDeviceRecord, EidListedRecord, EidRequestRecord, EidServiceRecord,
        EidServiceState, EidUnseenRecord, Event, Reason, Record as _,
    },
    store::put,
};

/// The most requests of one connection that are taken in an hour.
const MOST_IN_AN_HOUR: u32 = 500;
/// The most devices of an email that are kept.
const MOST_DEVICES: usize = 20;
/// How long after its end a request that was answered is kept, so that a list of before brings it back to nobody.
const KEPT_AFTER_END: SignedDuration = SignedDuration::from_mins(5);

/// What of a service's lists was refused and told already. Make one for each connection and keep it.
#[derive(Debug, Default)]
pub struct EidRefused(HashSet<String>);

/// Why something that a service listed is not shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ListingFault {
    /// It lists more than are looked at.
    #[error("it lists more than {most} at a time")]
    TooMany {
        /// How many are looked at.
        most: usize,
    },
    /// A request cannot be read.
    #[error("a request cannot be read")]
    Unreadable,
    /// A request breaks a rule.
    #[error("a request is not valid: {why}")]
    Invalid {
        /// Which rule, in English.
        why: String,
    },
    /// A request is for another email.
    #[error("a request is for another email")]
    OtherEmail,
    /// A request is listed twice.
    #[error("a request is listed twice")]
    Twice,
    /// More requests came within an hour than are taken.
    #[error("more requests came within an hour than are taken")]
    TooOften,
    /// The id of a party is not one.
    #[error("the id of a party is not valid")]
    PartyId,
    /// The name of a party is not one.
    #[error("the name of a party is empty, too long, or has control characters")]
    PartyName,
}

/// What came of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EidTaken {
    /// Whether something waits for the user that did not before.
    pub arrived: bool,
    /// Whether the inbox is not what it was.
    pub changed: bool,
}

/// A list that is being taken.
struct Taking<'a> {
    wallet: &'a Wallet,
    id: RecordId,
    record: EidServiceRecord,
    bound: EidBoundRecord,
    host: String,
    listing: &'a EidListing,
    /// What was listed and keeps the rules.
    seen: HashSet<RequestId>,
    /// What breaks one.
    refused: HashSet<String>,
    told: &'a HashSet<String>,
    taken: EidTaken,
}

impl Wallet {
    /// Takes what a service lists: what is new comes into the inbox, what is not listed any more leaves it, and what the user
    /// has decided and is listed all the same has not arrived.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_take_listing(
        &self,
        connection: &EidConnection,
        listing: &EidListing,
        refused: &mut EidRefused,
    ) -> Result<EidTaken, EidServiceError> {
        let _guard = self.store.changing();
        let Some((id, record)) = find(&self.store, connection.id())? else { return Ok(EidTaken::default()) };
        let (EidServiceState::Connected, Some(bound)) = (&record.state, record.bound.clone()) else {
            return Ok(EidTaken::default());
        };
        let before = record.clone();
        let mut taking = Taking {
            wallet: self,
            id,
            host: host_of(&record),
            record,
            bound,
            listing,
            seen: HashSet::new(),
            refused: HashSet::new(),
            told: &refused.0,
            taken: EidTaken::default(),
        };
        taking.requests()?;
        taking.gone()?;
        taking.devices()?;
        let Taking { record, refused: now_refused, taken, .. } = taking;
        refused.0 = now_refused;
        if record != before {
            let mut batch = Batch::new();
            put(&mut batch, id, &record);
            self.store.commit_quietly(batch)?;
        }
        Ok(taken)
    }
}

impl Taking<'_> {
    fn requests(&mut self) -> Result<(), EidServiceError> {
        let listing = self.listing;
        if listing.count > MOST_LISTED {
            self.fault("more", &ListingFault::TooMany { most: MOST_LISTED })?;
        }
        for listed in &listing.requests {
            match listed {
                Err(_) => self.fault("unreadable", &ListingFault::Unreadable)?,
                Ok(listed) => self.request(listed)?,
            }
        }
        Ok(())
    }

    fn request(&mut self, listed: &Listed) -> Result<(), EidServiceError> {
        let party = super::rps::party_id(&self.bound.service, &listed.rp.id).to_string();
        let request = listed.request(party, self.record.url.trim_end_matches('/').to_owned());
        let why = match &request {
            Err(error) => Some(ListingFault::Invalid { why: error.to_string() }),
            Ok(request) if request.asked.email_key() != email_key(&self.bound.email) => Some(ListingFault::OtherEmail),
            Ok(_) => misfit(&listed.rp),
        };
        let request = match (request, why) {
            (Ok(request), None) => request,
            (_, why) => return self.fault(listed.id.as_str(), &why.unwrap_or(ListingFault::Unreadable)),
        };
        if !self.seen.insert(request.id.clone()) {
            return self.fault(request.id.as_str(), &ListingFault::Twice);
        }
        match find_by(&self.wallet.store, &self.way(), &request.id)? {
            None => self.new_request(listed, &request),
            Some(kept) => self.known_request(listed, kept),
        }
    }

    fn new_request(&mut self, listed: &Listed, request: &StoredRequest) -> Result<(), EidServiceError> {
        let ends = shifted(request.deadline(), SignedDuration::from_secs(-self.listing.clock_ahead_seconds));
        if ends <= now() {
            return Ok(());
        }
        if !EidUnseenRecord::count(&mut self.record.shown, MOST_IN_AN_HOUR, now()) {
            return self.fault("often", &ListingFault::TooOften);
        }
        let mut batch = Batch::new();
        let party = self.party(listed, &mut batch)?;
        put_request(&mut batch, self.way().place_of(&request.id), request, Some(&self.listed(listed)));
        let event = self.wallet.eid_show(request, (party.id, party.record), &self.way(), ends, &mut batch)?;
        self.wallet.commit_with(batch, event)?;
        let is_shown = self.wallet.is_in_inbox(NAME, &self.way().inbox_key(&request.id))?;
        self.taken.arrived |= is_shown;
        self.taken.changed |= is_shown;
        Ok(())
    }

    fn known_request(&mut self, listed: &Listed, kept: KeptRequest) -> Result<(), EidServiceError> {
        let KeptRequest { place, request, listed: before } = kept;
        let mut batch = Batch::new();
        let party = self.party(listed, &mut batch)?;
        party.put(&mut batch);
        let Some(before) = before else { return Ok(()) };
        let is_declined = request.verdict.as_ref().is_some_and(|verdict| verdict.decision == Decision::Declined);
        let mut now_listed = EidListedRecord {
            answer: before.answer,
            // The clocks were compared when it came: whoever looks at it must not see its end move.
            clock_ahead_seconds: before.clock_ahead_seconds,
            ..self.listed(listed)
        };
        if is_declined && before.answer == EidAnswerState::Closed {
            now_listed.answer = EidAnswerState::Declined; // it has not arrived, so it is sent again
            self.taken.changed = true;
        }
        if now_listed != before {
            put_request(&mut batch, place, &request, Some(&now_listed));
        }
        if before.answer == EidAnswerState::Open
            && self.wallet.reopen_in_inbox(NAME, &self.way().inbox_key(&request.id), &mut batch)?
        {
            self.taken.arrived = true;
            self.taken.changed = true;
        }
        if !batch.is_empty() {
            self.wallet.commit_with(batch, None)?;
        }
        Ok(())
    }

    /// The party of a request. That it is called otherwise is in the log before anybody is asked in its new name.
    fn party(&mut self, listed: &Listed, batch: &mut Batch) -> Result<Party, EidServiceError> {
        let mut party = self.wallet.eid_party_of(&self.bound.service, &self.host, &listed.rp, batch)?;
        let is_logged = |record: &mut EidServiceRecord| {
            EidUnseenRecord::count(&mut record.faults, EidUnseenRecord::MOST_LOGGED, now())
        };
        match party.event.take() {
            Some(event) if is_logged(&mut self.record) => {
                let mut renamed = Batch::new();
                party.put(&mut renamed);
                self.wallet.commit_with(renamed, Some(event))?;
            }
            _ => party.put(batch),
        }
        Ok(party)
    }

    /// What is not listed any more: the party took it back, another device answered, or its time is over.
    fn gone(&mut self) -> Result<(), StoreError> {
        let own = self.id.to_string();
        let connections: Vec<String> = all(&self.wallet.store)?.into_iter().map(|(id, _)| id.to_string()).collect();
        let mut batch = Batch::new();
        for kept in kept::everything(&self.wallet.store)? {
            let Some(listed) = &kept.listed else { continue };
            let is_orphan = !connections.contains(&listed.connection);
            if !is_orphan && (listed.connection != own || self.seen.contains(&kept.request.id)) {
                continue;
            }
            let over = shifted(kept.request.deadline(), SignedDuration::from_secs(-listed.clock_ahead_seconds));
            if !is_orphan && listed.answer == EidAnswerState::Closed && shifted(over, KEPT_AFTER_END) > now() {
                continue;
            }
            if listed.answer == EidAnswerState::Open {
                self.wallet.withdraw_from_inbox(NAME, &kept.way().inbox_key(&kept.request.id), &mut batch)?;
                self.taken.changed = true;
            }
            batch.remove(EidRequestRecord::TREE, kept.place);
        }
        if batch.is_empty() { Ok(()) } else { self.wallet.store.commit_aside(batch) }
    }

    /// That another device answers for the same email is in the log.
    fn devices(&mut self) -> Result<(), StoreError> {
        let mut devices: Vec<_> = self.listing.devices.iter().take(MOST_DEVICES).filter_map(device).collect();
        let is_known = |id: &str| self.record.devices.iter().any(|held| held.id == id && held.is_known);
        for device in &mut devices {
            device.is_known = is_known(&device.id);
        }
        let is_first_look = self.record.devices.is_empty();
        let known: HashSet<String> = self.record.devices.iter().map(|device| device.id.clone()).collect();
        for device in devices.iter().filter(|device| !device.is_this && !known.contains(&device.id)) {
            if !is_first_look && EidUnseenRecord::count(&mut self.record.faults, EidUnseenRecord::MOST_LOGGED, now()) {
                let event = Event::EidDeviceAdded { service: self.host.clone(), name: device.name.clone() };
                self.wallet.commit_with(Batch::new(), Some(event))?;
            }
        }
        self.taken.changed |= self.record.devices != devices;
        self.record.devices = devices;
        Ok(())
    }

    /// Has the log say, once, that something was not shown.
    fn fault(&mut self, key: &str, why: &ListingFault) -> Result<(), EidServiceError> {
        let key = line(key);
        let is_told = self.told.contains(&key) || self.refused.contains(&key);
        self.refused.insert(key);
        if !is_told && EidUnseenRecord::count(&mut self.record.faults, EidUnseenRecord::MOST_LOGGED, now()) {
            let event = Event::EidServiceFault { service: self.host.clone(), reason: Reason::of(why.explain()) };
            self.wallet.commit_with(Batch::new(), Some(event))?;
        }
        Ok(())
    }

    fn listed(&self, listed: &Listed) -> EidListedRecord {
        EidListedRecord {
            connection: self.id.to_string(),
            rp_name: listed.rp.name.clone(),
            certificate_needed: listed.certificate_needed.unwrap_or_default(),
            trusts_wallets: self.listing.trusts_wallets,
            clock_ahead_seconds: self.listing.clock_ahead_seconds,
            answer: EidAnswerState::Open,
        }
    }

    fn way(&self) -> Way {
        Way::Connection(self.id.to_string())
    }
}

fn device(device: &ListedDevice) -> Option<EidDeviceRecord> {
    let name = line(&device.name).chars().take(MAX_NAME_CHARS).collect();
    let added = Timestamp::from_second(device.added).ok()?;
    Some(EidDeviceRecord { id: line(&device.id), name, added, is_this: device.is_this, is_known: false })
}
