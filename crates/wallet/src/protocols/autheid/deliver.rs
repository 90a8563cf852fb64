//! The user's yes: the answer is made and decided in the commit that says so in the activity log. Nothing travels: the party
//! fetches it.

use idw_autheid::{Decided, Decision, RequestId};
use idw_vault::{Batch, RecordId};
use serde_json::json;

use super::ledger::record_of;
use crate::{
    DiscloseError, InboxError, StoreError, Wallet,
    clock::now,
    fault::PartyFault,
    records::{EidPartyRecord, EidRequestRecord, SentRecord},
    requests::{Agreed, Delivered, Delivery, Dispatch, Ended, OnProgress, Sending},
    store::put,
};

/// Said where the wallet could not say that its user is verified.
const NOT_VERIFIED: &str =
    "It takes only somebody whose identity was checked, so it was told that yours was not, and nothing else.";

/// An answer that is to be made.
pub(super) struct Deciding {
    request: RequestId,
}

impl Deciding {
    pub(super) fn new(request: RequestId) -> Self {
        Self { request }
    }
}

impl Delivery for Deciding {
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        _: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        let over = || PartyFault::new(InboxError::Ended.problem(), InboxError::Ended);
        let found = wallet.eid_found(&json!({ "request": self.request.as_str() }))?.ok_or_else(over)?;
        let at = now();
        if !found.request.is_open(at) {
            return Err(over().into());
        }
        let decision = wallet.eid_answer(&found, &agreed.chosen, at)?;
        let warning = matches!(decision, Decision::NotVerified(_)).then(|| NOT_VERIFIED.to_owned());
        let (place, mut request) = (found.record, found.request);
        // A yes ends the row of noes.
        let party = (found.party_id, EidPartyRecord { declined: 0, ..found.party });
        if request.decide(decision, at) != Decided::Stands {
            return Err(over().into());
        }
        Ok(Box::new(Prepared { place, record: record_of(&request), party, warning }))
    }
}

/// A decision that is ready to be written.
struct Prepared {
    place: RecordId,
    record: EidRequestRecord,
    party: (RecordId, EidPartyRecord),
    warning: Option<String>,
}

impl Dispatch for Prepared {
    fn keep(&mut self, _: u64, batch: &mut Batch) {
        put(batch, self.place, &self.record);
        let (id, party) = &self.party;
        put(batch, *id, party);
    }

    fn send<'a>(&'a mut self, _: &'a Wallet, _: OnProgress<'a>) -> Sending<'a> {
        let warning = self.warning.take();
        Box::pin(async move { Ok(Delivered { warning, ..Delivered::default() }) })
    }

    fn end(&mut self, _: &Wallet, _: Ended<'_>, _: &mut Batch) -> Result<(), StoreError> {
        Ok(())
    }
}
