//! The user's yes: the answer is made and decided in the commit that says so in the activity log. Nothing travels: the party
//! fetches it.

use idw_autheid::{Decided, Decision, RequestId, StoredRequest};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, MessageData, message};
use serde_json::json;

use super::{ask::Found, kept::put_request};
use crate::{
    DiscloseError, InboxError, StoreError, Wallet,
    clock::now,
    fault::PartyFault,
    records::{EidPartyRecord, SentRecord},
    requests::{Agreed, Chosen, Delivered, Delivery, Dispatch, Ended, MadeFile, OnProgress, Sending},
    store::put,
    view::VerifiedView,
};

/// An answer that is to be made.
pub(super) struct Deciding {
    request: RequestId,
    /// What the user was shown.
    verified: VerifiedView,
}

impl Deciding {
    pub(super) fn new(request: RequestId, verified: VerifiedView) -> Self {
        Self { request, verified }
    }

    fn found(&self, wallet: &Wallet) -> Result<Found, DiscloseError> {
        let found = wallet.eid_found(&json!({ "request": self.request.as_str() }))?;
        let open = found.filter(Found::is_open);
        open.ok_or_else(|| fault(InboxError::Ended))
    }
}

pub(super) fn fault(error: InboxError) -> DiscloseError {
    PartyFault::new(error.problem(), error).into()
}

impl Delivery for Deciding {
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        _: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        let found = self.found(wallet)?;
        // Who shows a request has the number matched before; whatever comes without goes no further.
        let asked = agreed.request.asked.as_ref();
        if asked.is_some_and(|asked| asked.numbers.is_some()) && !found.is_matched_by(agreed.number) {
            return Err(fault(InboxError::NumberNeeded));
        }
        let at = now();
        let decision = wallet.eid_answer(&found, self.verified, &agreed.chosen, at)?;
        let warning = matches!(decision, Decision::NotVerified(_)).then(|| message::OutcomeNotVerified.data());
        let (place, mut request) = (found.record, found.request);
        // A yes ends the row of noes.
        let party = (found.party_id, EidPartyRecord { declined: 0, ..found.party });
        if request.decide(decision, at) != Decided::Stands {
            return Err(fault(InboxError::Ended));
        }
        Ok(Box::new(Prepared { place, request, party, warning }))
    }

    fn made_files(&self, wallet: &Wallet, chosen: &[Chosen]) -> Result<Vec<MadeFile>, DiscloseError> {
        let found = self.found(wallet)?;
        Ok(wallet.eid_made_files(&found, self.verified, chosen, now())?)
    }
}

/// A decision that is ready to be written.
struct Prepared {
    place: RecordId,
    request: StoredRequest,
    party: (RecordId, EidPartyRecord),
    warning: Option<MessageData>,
}

impl Dispatch for Prepared {
    fn keep(&mut self, _: u64, batch: &mut Batch) {
        put_request(batch, self.place, &self.request, None);
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
