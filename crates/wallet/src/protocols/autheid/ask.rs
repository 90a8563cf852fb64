//! What a party asks, as the user is asked it.

use std::{collections::HashSet, sync::Arc};

use idw_autheid::{Asked, Decided, Decision, FileKind, Kind, RequestId, StoredRequest};
use idw_vault::{Batch, RecordId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    EidError,
    deliver::Deciding,
    kept::{KeptRequest, Way, find_by, put_request},
    kyc::MAX_RESIDENCY_BYTES,
    ledger::purpose_of,
    numbers::numbers,
    service::Sending,
};
use crate::{
    InboxError, ProposeError, StoreError, Stored, Wallet,
    accounts::MAIN,
    checks::{CountingCheck, CountingDocument},
    clock::now,
    fault::PartyFault,
    plain::line,
    protocols::Declining,
    records::{AttributeRecord, EidAnswerState, EidListedRecord, EidPartyRecord, Event},
    requests::{Compared, Delivery, Need, Party, Request, Want},
    sites::SiteId,
    store::{decode_as, encode, put},
    view::{AskedDocumentView, AskedView, Connection, VerifiedView},
};

/// After so many noes in a row nothing of the party is shown for a while.
const MOST_DECLINED: u32 = 3;
const QUIET: SignedDuration = SignedDuration::from_mins(10);

/// The attribute that `residency.pdf` is made of.
pub(super) const RESIDENCY: &str = "utility-bill";

/// What a check vouches for together, of the values that go.
pub(super) const CHECKED: [&str; 4] = ["first-name", "middle-name", "last-name", "date-of-birth"];

/// What the inbox keeps of a request.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    /// Its name.
    pub(super) request: RequestId,
    /// The id of the connection that it came by; none where it came to the loopback service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) connection: Option<String>,
    /// Three numbers in the order in which they are shown, where the party's page shows one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) numbers: Option<[u8; 3]>,
}

impl Kept {
    /// Of a request that comes, by a party.
    pub(super) fn new(request: RequestId, way: &Way, party: &EidPartyRecord) -> Result<Self, EidError> {
        let numbers = if party.matching { Some(numbers(&request)?) } else { None };
        Ok(Self { request, connection: way.connection().cloned(), numbers })
    }
}

/// What identification asks for: attribute, and whether nothing goes without it.
const IDENTIFICATION: [(&str, Need); 9] = [
    ("first-name", Need::Required),
    ("middle-name", Need::Offered),
    ("last-name", Need::Required),
    ("date-of-birth", Need::Required),
    ("nationality", Need::Required),
    ("country-of-residency", Need::Required),
    ("physical-address", Need::Required),
    ("national-id-number", Need::Optional),
    ("phone-number", Need::Optional),
];

/// A request with the party that made it.
pub(super) struct Found {
    pub(super) record: RecordId,
    pub(super) request: StoredRequest,
    /// What the service said of it, if one listed it.
    pub(super) listed: Option<EidListedRecord>,
    pub(super) party_id: RecordId,
    pub(super) party: EidPartyRecord,
    numbers: Option<[u8; 3]>,
}

impl Wallet {
    pub(super) fn eid_found(&self, payload: &Value) -> Result<Option<Found>, StoreError> {
        let Kept { request, connection, numbers } = decode_as(&encode(payload), Stored::Request)?;
        let found = find_by(&self.store, &Way::of(connection.as_ref()), &request)?;
        let Some(KeptRequest { place, request, listed }) = found else { return Ok(None) };
        let Ok(party_id) = request.rp.parse::<RecordId>() else { return Ok(None) };
        let party = self.store.get::<EidPartyRecord>(party_id)?;
        Ok(party.map(|party| Found { record: place, request, listed, party_id, party, numbers }))
    }

    /// The profiles that can answer: those that have the email, or the one that a service is connected with.
    pub(super) fn eid_can_answer(&self, payload: &Value) -> Result<Vec<u32>, StoreError> {
        match self.eid_found(payload)? {
            Some(found) => self.eid_profiles_for(&found),
            None => Ok(Vec::new()),
        }
    }

    fn eid_profiles_for(&self, found: &Found) -> Result<Vec<u32>, StoreError> {
        match &found.listed {
            Some(listed) => self.eid_profile_of_connection(&listed.connection).map(|one| one.into_iter().collect()),
            None => self.eid_profiles_of(&found.request.asked.email_key()),
        }
    }

    pub(super) fn eid_asked(&self, payload: &Value) -> Result<(Request, Box<dyn Delivery>), ProposeError> {
        let Some(found) = self.eid_found(payload)?.filter(Found::is_open) else {
            return Err(ProposeError::Over);
        };
        let email = &found.request.asked.email;
        if !self.eid_profiles_for(&found)?.contains(&self.store.profile()) {
            return Err(ProposeError::OtherProfile { email: line(email) });
        }
        if found.listed.is_none() {
            // Before the answer is made, at which time nothing else can be written.
            self.eid_keys().map_err(|error| match error {
                EidError::Store(error) => ProposeError::Store(error),
                error => PartyFault::new(error.problem(), error).into(),
            })?;
        }
        let asked = &found.request.asked;
        let check = self.counting_check()?.filter(|_| found.trusts_wallets());
        let verified = verified(asked, check.as_ref());
        let gets_nothing = !found.trusts_wallets() || self.eid_has_all(asked)?;
        let wants = if verified == VerifiedView::Refused && gets_nothing {
            Vec::new() // nothing goes to somebody who takes only verified people
        } else {
            wants(asked, check.as_ref())
        };
        let goes = matches!(asked.kind, Kind::Kyc { .. }) && verified == VerifiedView::Told;
        let has_proof = goes && self.eid_has(RESIDENCY)?;
        let request = Request {
            party: party(&found),
            purpose: purpose_of(asked),
            form: None,
            acting: self.acting_as(MAIN)?,
            wants,
            include: Vec::new(),
            recipients: Vec::new(),
            differences: Vec::new(),
            compared: Compared::WithTheLast,
            asked: Some(AskedView {
                name: found.party.name.clone(),
                since: found.party.created.to_string(),
                service: found.party.service.as_ref().map(|service| service.host.clone()),
                logo: found.party.logo.clone(),
                title: asked.title.clone(),
                description: asked.description.clone(),
                email: asked.email.clone(),
                ends: found.ends().to_string(),
                verified,
                numbers: found.numbers,
                document: check.filter(|_| goes).map(|check| document_view(check.document)),
                files: files(goes, has_proof),
            }),
        };
        let id = found.request.id.clone();
        let delivery: Box<dyn Delivery> = match found.listed {
            Some(listed) => Box::new(Sending::new(id, listed.connection, verified)),
            None => Box::new(Deciding::new(id, verified)),
        };
        Ok((request, delivery))
    }

    /// Whether everything is there that the request insists on.
    fn eid_has_all(&self, asked: &Asked) -> Result<bool, StoreError> {
        for (name, need) in asked_for(asked) {
            if need == Need::Required && !self.eid_has(name)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn eid_has(&self, name: &str) -> Result<bool, StoreError> {
        let schema = schema_of(name);
        let listing = self.listing()?;
        Ok(listing.records().iter().any(|(_, AttributeRecord { schema: held, .. })| *held == schema))
    }

    /// The user's no, written in the batch that says so in the inbox.
    pub(super) fn eid_declined(
        &self,
        payload: &Value,
        how: Declining,
        batch: &mut Batch,
    ) -> Result<Option<Event>, InboxError> {
        let Some(mut found) = self.eid_found(payload)? else { return Ok(None) };
        if !found.is_open() {
            return Err(InboxError::Ended);
        }
        let at = found.now();
        if found.request.decide(Decision::Declined, at) == Decided::Stands {
            if let Some(listed) = &mut found.listed {
                listed.answer = EidAnswerState::Declined;
            }
            put_request(batch, found.record, &found.request, found.listed.as_ref());
        }
        let Found { party_id, party, request, .. } = &mut found;
        party.declined += 1;
        if party.declined >= MOST_DECLINED {
            party.declined = 0;
            party.quiet_until = now().checked_add(QUIET).ok();
        }
        if how == Declining::AndBlock {
            party.blocked = party.blocked.or_else(|| Some(now()));
        }
        put(batch, *party_id, party);
        let (purpose, site) = (purpose_of(&request.asked).into(), party.shown_name());
        Ok(Some(Event::EidDeclined { purpose, site, blocked: how == Declining::AndBlock }))
    }

    /// Whether the number is the one that the party's page shows; `None` where that shows none.
    pub(super) fn eid_number_fits(&self, payload: &Value, number: Option<u8>) -> Result<Option<bool>, InboxError> {
        let Some(found) = self.eid_found(payload)?.filter(|found| found.numbers.is_some()) else { return Ok(None) };
        let number = number.ok_or(InboxError::NumberNeeded)?;
        Ok(Some(number == idw_autheid::sign::number_match(found.request.id.as_str())))
    }
}

impl Found {
    /// Now, by the clock that the request's times are of.
    pub(super) fn now(&self) -> Timestamp {
        shifted(now(), self.ahead())
    }

    /// When its time is over, by this computer's clock.
    fn ends(&self) -> Timestamp {
        shifted(self.request.deadline(), -self.ahead())
    }

    fn ahead(&self) -> SignedDuration {
        SignedDuration::from_secs(self.listed.as_ref().map_or(0, |listed| listed.clock_ahead_seconds))
    }

    /// Whether it can still be answered.
    pub(super) fn is_open(&self) -> bool {
        let is_answered = self.listed.as_ref().is_some_and(|listed| listed.answer != EidAnswerState::Open);
        !is_answered && self.request.is_open(self.now())
    }

    /// Whether "verified" reaches the party. Where it does not, no value goes that is asked of somebody verified.
    pub(super) fn trusts_wallets(&self) -> bool {
        self.listed.as_ref().is_none_or(|listed| listed.trusts_wallets)
    }

    /// Whether this is the number that the party's page shows.
    pub(super) fn is_matched_by(&self, number: Option<u8>) -> bool {
        number == Some(idw_autheid::sign::number_match(self.request.id.as_str()))
    }
}

/// What the party will hear of whether the user is verified.
pub(super) fn verified(asked: &Asked, check: Option<&CountingCheck>) -> VerifiedView {
    match (check, asked.needs_verified()) {
        (Some(_), _) => VerifiedView::Told,
        (None, false) => VerifiedView::NotVerified,
        (None, true) => VerifiedView::Refused,
    }
}

/// A time on another clock.
pub(super) fn shifted(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(at)
}

/// Whoever asks, as the user or a service registered it.
fn party(found: &Found) -> Party {
    let (connection, host) = match (&found.listed, &found.party.service) {
        (Some(_), Some(service)) if !found.request.base.starts_with("https:") => (Connection::Loopback, &service.host),
        (Some(_), Some(service)) => (Connection::Tls, &service.host),
        _ => (Connection::Loopback, &found.party.name),
    };
    Party {
        name: found.party.shown_name(),
        root: SiteId::of_eid_party(found.party_id),
        added: Some(found.party.created),
        url: String::new(),
        connection,
        hosts: vec![host.clone()],
        file_limit: Some(MAX_RESIDENCY_BYTES),
        terms_url: None,
        policy_url: None,
    }
}

fn asked_for(asked: &Asked) -> Vec<(&'static str, Need)> {
    match asked.kind {
        Kind::Authentication { .. } | Kind::Signature { .. } => Vec::new(),
        Kind::Identification => IDENTIFICATION.to_vec(),
        Kind::Kyc { .. } => [&IDENTIFICATION[..], &[(RESIDENCY, Need::Offered)]].concat(),
    }
}

/// Only what one check gave is offered for what is told as verified.
fn wants(asked: &Asked, check: Option<&CountingCheck>) -> Vec<Want> {
    let checked: Option<Arc<HashSet<String>>> = check.map(|check| Arc::new(check.values.clone()));
    let want = |(name, need)| {
        let want = Want::new(None, &schema_of(name), None, need);
        Want { only: checked.clone().filter(|_| CHECKED.contains(&name)), ..want }
    };
    asked_for(asked).into_iter().map(want).collect()
}

pub(super) fn schema_of(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

fn document_view(document: CountingDocument) -> AskedDocumentView {
    let CountingDocument { title, number, country, expires } = document;
    AskedDocumentView { title, number, country, expires }
}

fn files(goes: bool, has_proof: bool) -> Vec<String> {
    let kyc = goes.then_some(FileKind::Kyc);
    let residency = (goes && has_proof).then_some(FileKind::Residency);
    kyc.into_iter().chain(residency).map(|kind| kind.name().to_owned()).collect()
}
