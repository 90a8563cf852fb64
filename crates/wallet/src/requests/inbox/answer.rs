//! Sending the answer to a request from outside: a delivery around the protocol's own, which writes down how far it has
//! come.

use std::sync::Mutex;

use idw_vault::{Batch, RecordId};

use super::{InboxError, answerable};
use crate::{
    DiscloseError, Explain as _, StoreError, Wallet,
    fault::{PartyFault, Reached},
    records::{Finish, Reason, RequestRecord, RequestState, SentRecord},
    requests::{Agreed, Chosen, Delivery, Dispatch, Ended, MadeFile, OnProgress, Sending},
    store::{locked, put},
};

/// The answers that this process is sending. No other process can be sending one, as this one holds the vault.
static ON_THEIR_WAY: Mutex<Vec<RecordId>> = Mutex::new(Vec::new());

/// An answer that this process is sending, until it is dropped: also where the sending was stopped half-way.
struct OnItsWay(RecordId);

impl OnItsWay {
    fn begin(request: RecordId) -> Self {
        locked(&ON_THEIR_WAY).push(request);
        Self(request)
    }
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        let mut all = locked(&ON_THEIR_WAY);
        if let Some(at) = all.iter().position(|one| *one == self.0) {
            all.swap_remove(at);
        }
    }
}

/// Whether the answer to a request is being sent.
pub(super) fn is_on_its_way(request: RecordId) -> bool {
    locked(&ON_THEIR_WAY).contains(&request)
}

/// The delivery of an answer to a request in the inbox.
pub(crate) struct Answering {
    pub(crate) request: RecordId,
    pub(crate) inner: Box<dyn Delivery>,
}

impl Delivery for Answering {
    fn made_files(&self, wallet: &Wallet, chosen: &[Chosen]) -> Result<Vec<MadeFile>, DiscloseError> {
        self.inner.made_files(wallet, chosen)
    }

    /// Nothing else is written between this and the commit with the user's yes, so only one answer gets this far.
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        sent: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        let (request, record) = answerable(&wallet.store, &self.request.to_string()).map_err(refused)?;
        let inner = self.inner.prepare(wallet, agreed, sent)?;
        Ok(Box::new(AnswerOnItsWay { request, record, inner, _on_its_way: OnItsWay::begin(request) }))
    }
}

/// An answer on its way.
struct AnswerOnItsWay {
    request: RecordId,
    record: RequestRecord,
    inner: Box<dyn Dispatch>,
    _on_its_way: OnItsWay,
}

impl Dispatch for AnswerOnItsWay {
    fn keep(&mut self, entry: u64, batch: &mut Batch) {
        self.record.state = RequestState::Answering { approved: entry };
        put(batch, self.request, &self.record);
        self.inner.keep(entry, batch);
    }

    fn send<'a>(&'a mut self, wallet: &'a Wallet, progress: OnProgress<'a>) -> Sending<'a> {
        Box::pin(async move {
            let sent = self.inner.send(wallet, progress).await;
            // What leaves everything as it was is not logged, and the request must not seem to be on its way for ever.
            sent.map_err(|mut undelivered| {
                if undelivered.finish.is_none() {
                    let reason = Reason::of(undelivered.error.explain());
                    undelivered.finish = Some(Finish::Failed { reason, begun: Some(false) });
                }
                undelivered
            })
        })
    }

    fn end(&mut self, wallet: &Wallet, ended: Ended<'_>, batch: &mut Batch) -> Result<(), StoreError> {
        self.record.state = match ended {
            Ok(_) => RequestState::Answered,
            Err(undelivered) => {
                let (reason, message) = (undelivered.error.to_string(), Some(undelivered.error.explain()));
                match &undelivered.finish {
                    _ if self.inner.counts_for_nothing() => RequestState::Failed { reason, message },
                    Some(Finish::Unknown { .. } | Finish::Failed { begun: Some(true), .. }) => {
                        RequestState::Unknown { reason, message }
                    }
                    _ => RequestState::Failed { reason, message },
                }
            }
        };
        put(batch, self.request, &self.record);
        self.inner.end(wallet, ended, batch)
    }
}

fn refused(error: InboxError) -> DiscloseError {
    match error {
        InboxError::Store(error) => error.into(),
        error => PartyFault::new(error.problem(), error).reached(Reached::Nothing).into(),
    }
}
