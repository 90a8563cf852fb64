//! What a party asks, as the user is asked it.

use std::{collections::HashSet, sync::Arc};

use idw_autheid::{Asked, Decided, Decision, FileKind, Kind, RequestId, StoredRequest};
use idw_vault::{Batch, RecordId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    EidError,
    deliver::Deciding,
    kyc::MAX_RESIDENCY_BYTES,
    ledger::{find, purpose_of, put_request},
    numbers::numbers,
};
use crate::{
    InboxError, ProposeError, StoreError, Wallet,
    accounts::MAIN,
    checks::{CountingCheck, CountingDocument},
    clock::now,
    plain::line,
    protocols::Declining,
    records::{AttributeRecord, EidPartyRecord, Event},
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
    /// Three numbers in the order in which they are shown, where the party's page shows one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) numbers: Option<[u8; 3]>,
}

impl Kept {
    /// Of a request that comes, by a party.
    pub(super) fn new(request: RequestId, party: &EidPartyRecord) -> Result<Self, EidError> {
        let numbers = if party.matching { Some(numbers(&request)?) } else { None };
        Ok(Self { request, numbers })
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
    pub(super) party_id: RecordId,
    pub(super) party: EidPartyRecord,
    numbers: Option<[u8; 3]>,
}

impl Wallet {
    pub(super) fn eid_found(&self, payload: &Value) -> Result<Option<Found>, StoreError> {
        let Kept { request, numbers } = decode_as(&encode(payload), "a request from outside")?;
        let Some((record, request)) = find(&self.store, &request)? else { return Ok(None) };
        let Ok(party_id) = request.rp.parse::<RecordId>() else { return Ok(None) };
        let party = self.store.get::<EidPartyRecord>(party_id)?;
        Ok(party.map(|party| Found { record, request, party_id, party, numbers }))
    }

    /// The profiles that can answer: those that have the email.
    pub(super) fn eid_can_answer(&self, payload: &Value) -> Result<Vec<u32>, StoreError> {
        match self.eid_found(payload)? {
            Some(found) => self.eid_profiles_of(&found.request.asked.email_key()),
            None => Ok(Vec::new()),
        }
    }

    pub(super) fn eid_asked(&self, payload: &Value) -> Result<(Request, Box<dyn Delivery>), ProposeError> {
        let Some(found) = self.eid_found(payload)?.filter(|found| found.request.is_open(now())) else {
            return Err(ProposeError::Over);
        };
        let email = &found.request.asked.email;
        if !self.eid_profiles_of(&found.request.asked.email_key())?.contains(&self.store.profile()) {
            return Err(ProposeError::OtherProfile { email: line(email) });
        }
        // Before the answer is made, at which time nothing else can be written.
        self.eid_keys().map_err(|error| match error {
            EidError::Store(error) => ProposeError::Store(error),
            error => ProposeError::Keys(Box::new(error)),
        })?;
        let asked = &found.request.asked;
        let check = self.counting_check()?;
        let verified = verified(asked, check.as_ref());
        let wants = if verified == VerifiedView::Refused && self.eid_has_all(asked)? {
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
                since: found.party.created.to_string(),
                logo: found.party.logo.clone(),
                title: asked.title.clone(),
                description: asked.description.clone(),
                email: asked.email.clone(),
                ends: found.request.deadline().to_string(),
                verified,
                numbers: found.numbers,
                document: check.filter(|_| goes).map(|check| document_view(check.document)),
                files: files(goes, has_proof),
            }),
        };
        Ok((request, Box::new(Deciding::new(found.request.id, verified))))
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
        if !found.request.is_open(now()) {
            return Err(InboxError::Ended);
        }
        if found.request.decide(Decision::Declined, now()) == Decided::Stands {
            put_request(batch, found.record, &found.request);
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
        let (purpose, site) = (purpose_of(&request.asked).into(), party.name.clone());
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

/// Whoever asks, as the user registered it.
fn party(found: &Found) -> Party {
    Party {
        name: found.party.name.clone(),
        root: SiteId::of_eid_party(found.party_id),
        added: Some(found.party.created),
        url: String::new(),
        connection: Connection::Loopback,
        hosts: vec![found.party.name.clone()],
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
