//! The user's yes to what came through a service: decided in the commit that says so in the activity log, before the first byte
//! leaves, and then sent.

use std::sync::Arc;

use idw_autheid::{
    RequestId, StoredRequest,
    wire::{AnswerDecision, DeviceKey, WireStatus},
};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, message};
use serde_json::json;
use zeroize::Zeroizing;

use super::{
    super::{ask::Found, deliver::fault, kept::put_request},
    EidServiceError, ServiceFault,
    client::{ServiceClient, json as body_of},
    connection::Standing,
};
use crate::{
    DiscloseError, Explain as _, InboxError, StoreError, Wallet,
    fault::{PartyFault, Reached},
    records::{EidAnswerState, EidListedRecord, EidPartyRecord, Finish, Reason, SentRecord},
    requests::{
        Agreed, Chosen, Delivered, Delivery, Dispatch, Ended, MadeFile, OnProgress, Sending as OnItsWay, Undelivered,
    },
    store::put,
    view::VerifiedView,
};

/// An answer that is to be made and sent.
pub(in super::super) struct Sending {
    request: RequestId,
    connection: String,
    /// What the user was shown.
    verified: VerifiedView,
}

impl Sending {
    pub(in super::super) fn new(request: RequestId, connection: String, verified: VerifiedView) -> Self {
        Self { request, connection, verified }
    }

    fn found(&self, wallet: &Wallet) -> Result<(Found, EidListedRecord), DiscloseError> {
        let payload = json!({ "request": self.request.as_str(), "connection": self.connection });
        let open = wallet.eid_found(&payload)?.filter(Found::is_open);
        let listed = open.and_then(|found| found.listed.clone().map(|listed| (found, listed)));
        listed.ok_or_else(|| fault(InboxError::Ended))
    }
}

impl Delivery for Sending {
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        _: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        let (found, listed) = self.found(wallet)?;
        // Who shows a request has the number matched before; whatever comes without goes no further.
        let asked = agreed.request.asked.as_ref();
        if asked.is_some_and(|asked| asked.numbers.is_some()) && !found.is_matched_by(agreed.number) {
            return Err(fault(InboxError::NumberNeeded));
        }
        let Standing { client, key } = wallet.eid_standing(&self.connection).map_err(refused)?;
        let answer = wallet.eid_wire_answer(&found, &listed, self.verified, &agreed.chosen)?;
        let (place, party_id, party_name) = (found.record, found.party_id, found.party.shown_name());
        Ok(Box::new(Prepared {
            connection: self.connection,
            client,
            key,
            decision: answer.decision,
            body: body_of(&answer),
            place,
            request: found.request,
            listed,
            // A yes ends the row of noes.
            party: (party_id, EidPartyRecord { declined: 0, ..found.party }),
            party_name,
            counts_for_nothing: false,
        }))
    }

    fn made_files(&self, wallet: &Wallet, chosen: &[Chosen]) -> Result<Vec<MadeFile>, DiscloseError> {
        let (found, _) = self.found(wallet)?;
        Ok(wallet.eid_made_files(&found, self.verified, chosen, found.now())?)
    }
}

/// An answer that is ready to be sent.
struct Prepared {
    connection: String,
    client: Arc<ServiceClient>,
    key: DeviceKey,
    decision: AnswerDecision,
    body: Zeroizing<Vec<u8>>,
    place: RecordId,
    request: StoredRequest,
    listed: EidListedRecord,
    party: (RecordId, EidPartyRecord),
    party_name: String,
    /// Whether the service has said that another decision stands.
    counts_for_nothing: bool,
}

impl Prepared {
    fn delivered(&self, status: WireStatus) -> Result<Delivered, EidServiceError> {
        let warning = match (status, self.decision) {
            (WireStatus::Success, AnswerDecision::Approved) => None,
            // Also where the service does not take the wallet's word for it.
            (WireStatus::AccountNotVerified, _) => Some(message::OutcomeNotVerified.data()),
            _ => return Err(self.client.not_understood(ServiceFault::Verdict)),
        };
        Ok(Delivered { warning, ..Delivered::default() })
    }

    fn undelivered(&mut self, wallet: &Wallet, error: EidServiceError) -> Undelivered {
        if error.ends_connection()
            && let Err(error) = wallet.eid_connection_ended(&self.connection)
        {
            tracing::warn!(%error, "the end of a connection could not be written");
        }
        self.counts_for_nothing = error.is_final();
        let reason = Reason::of(error.explain());
        let (reached, finish) = match (error.is_final(), error.may_have_arrived()) {
            (true, _) => (Reached::Perhaps, Finish::Failed { reason, begun: Some(true) }),
            (false, true) => (Reached::Perhaps, Finish::Unknown { reason }),
            (false, false) => (Reached::Nothing, Finish::Failed { reason, begun: Some(false) }),
        };
        let fault = PartyFault::of(&self.party_name, error.problem(), error).reached(reached);
        Undelivered { error: fault.into(), finish: Some(finish) }
    }
}

impl Dispatch for Prepared {
    fn keep(&mut self, _: u64, batch: &mut Batch) {
        let (id, party) = &self.party;
        put(batch, *id, party);
    }

    fn send<'a>(&'a mut self, wallet: &'a Wallet, _: OnProgress<'a>) -> OnItsWay<'a> {
        Box::pin(async move {
            let sent = self.client.answer(&self.key, &self.request.id, &self.body).await;
            let delivered = sent.and_then(|status| self.delivered(status));
            delivered.map_err(|error| self.undelivered(wallet, error))
        })
    }

    fn end(&mut self, _: &Wallet, ended: Ended<'_>, batch: &mut Batch) -> Result<(), StoreError> {
        if ended.is_ok() || self.counts_for_nothing {
            self.listed.answer = EidAnswerState::Closed;
            put_request(batch, self.place, &self.request, Some(&self.listed));
        }
        Ok(())
    }

    fn counts_for_nothing(&self) -> bool {
        self.counts_for_nothing
    }
}

fn refused(error: EidServiceError) -> DiscloseError {
    match error {
        EidServiceError::Store(error) => error.into(),
        error => PartyFault::new(error.problem(), error).into(),
    }
}
