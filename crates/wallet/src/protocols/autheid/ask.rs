//! What a party asks, as the user is asked it.

use idw_autheid::{Asked, Decided, Decision, Kind, RequestId, StoredRequest};
use idw_vault::{Batch, RecordId};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    EidError,
    deliver::Deciding,
    ledger::{find, purpose_of, record_of},
};
use crate::{
    AttributeError, InboxError, ProposeError, StoreError, Wallet,
    accounts::MAIN,
    clock::now,
    plain::line,
    recipient::Sight,
    records::{EidPartyRecord, Event},
    requests::{Compared, Delivery, Need, Party, Recipient, Request, Want},
    sites::SiteId,
    store::{decode_as, encode, put},
    view::{AskedView, Connection, VerifiedView},
};

/// After so many noes in a row nothing of the party is shown for a while.
const MOST_DECLINED: u32 = 3;
const QUIET: SignedDuration = SignedDuration::from_mins(10);

/// What the inbox keeps of a request.
#[derive(Serialize, Deserialize)]
struct Payload {
    /// Its name.
    request: RequestId,
}

/// What identification asks for: attribute, and whether nothing goes without it.
const IDENTIFICATION: [(&str, Need); 9] = [
    ("first-name", Need::Required),
    ("last-name", Need::Required),
    ("date-of-birth", Need::Required),
    ("nationality", Need::Required),
    ("country-of-residency", Need::Required),
    ("physical-address", Need::Required),
    ("middle-name", Need::Optional),
    ("national-id-number", Need::Optional),
    ("phone-number", Need::Optional),
];

/// A request with the party that made it.
pub(super) struct Found {
    pub(super) record: RecordId,
    pub(super) request: StoredRequest,
    pub(super) party_id: RecordId,
    pub(super) party: EidPartyRecord,
}

impl Wallet {
    pub(super) fn eid_found(&self, payload: &Value) -> Result<Option<Found>, StoreError> {
        let payload: Payload = decode_as(&encode(payload), "a request from outside")?;
        let Some((record, request)) = find(&self.store, &payload.request)? else { return Ok(None) };
        let Ok(party_id) = request.rp.parse::<RecordId>() else { return Ok(None) };
        let party = self.store.get::<EidPartyRecord>(party_id)?;
        Ok(party.map(|party| Found { record, request, party_id, party }))
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
        let request = Request {
            party: party(&found),
            purpose: purpose_of(asked),
            form: None,
            acting: self.acting_as(MAIN)?,
            wants: wants(asked),
            include: Vec::new(),
            recipients: vec![Recipient { host: found.party.name.clone(), sees: sees(asked) }],
            differences: Vec::new(),
            compared: Compared::WithTheLast,
            asked: Some(AskedView {
                title: asked.title.clone(),
                description: asked.description.clone(),
                email: asked.email.clone(),
                ends: found.request.deadline().to_string(),
                verified: self.eid_verified_view(asked)?,
            }),
        };
        Ok((request, Box::new(Deciding::new(found.request.id))))
    }

    fn eid_verified_view(&self, asked: &Asked) -> Result<VerifiedView, AttributeError> {
        Ok(match (self.eid_is_verified()?, asked.needs_verified()) {
            (true, _) => VerifiedView::Told,
            (false, false) => VerifiedView::NotVerified,
            (false, true) => VerifiedView::Refused,
        })
    }

    /// Whether a trusted provider checked who this profile is: name, date of birth and document, all of them unchanged and
    /// valid.
    pub(super) fn eid_is_verified(&self) -> Result<bool, AttributeError> {
        Ok(self.checks()?.iter().any(|check| check.counts))
    }

    /// The user's no, written in the batch that says so in the inbox.
    pub(super) fn eid_declined(&self, payload: &Value, batch: &mut Batch) -> Result<Option<Event>, InboxError> {
        let Some(mut found) = self.eid_found(payload)? else { return Ok(None) };
        if !found.request.is_open(now()) {
            return Err(InboxError::Ended);
        }
        if found.request.decide(Decision::Declined, now()) == Decided::Stands {
            put(batch, found.record, &record_of(&found.request));
        }
        let Found { party_id, party, request, .. } = &mut found;
        party.declined += 1;
        if party.declined >= MOST_DECLINED {
            party.declined = 0;
            party.quiet_until = now().checked_add(QUIET).ok();
        }
        put(batch, *party_id, party);
        Ok(Some(Event::EidDeclined { purpose: purpose_of(&request.asked).into(), site: party.name.clone() }))
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
        file_limit: None,
        terms_url: None,
        policy_url: None,
    }
}

fn wants(asked: &Asked) -> Vec<Want> {
    let want = |(name, need): (&str, Need)| {
        Want::new(None, &format!("http://platform.selfkey.org/schema/attribute/{name}.json"), None, need)
    };
    match asked.kind {
        Kind::Authentication { .. } | Kind::Signature { .. } => Vec::new(),
        Kind::Identification | Kind::Kyc { .. } => IDENTIFICATION.into_iter().map(want).collect(),
    }
}

fn sees(asked: &Asked) -> Vec<Sight> {
    match asked.kind {
        Kind::Authentication { .. } | Kind::Signature { .. } => vec![Sight::Signature],
        Kind::Identification => vec![Sight::Values],
        Kind::Kyc { .. } => vec![Sight::Values, Sight::Files],
    }
}
