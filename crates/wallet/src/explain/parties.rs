//! Sites, requests and applications.

use std::error::Error;

use idw_lws::LwsError;
use idw_webkyc::WebKycError;
use idw_words::{Message as _, MessageData, message};

use super::{Explain, verbatim, verbatim_but_for, with_causes};
use crate::{DigestError, NextStep, PartyFault};

impl Explain for PartyFault {
    fn explain(&self) -> MessageData {
        let reason = explain_cause(self.cause());
        let reason = match self.next() {
            Some(NextStep::GoOn) => message::ErrorPartyResume { reason }.data(),
            Some(NextStep::AskWhetherItArrived) => message::ErrorPartyUncertain { reason }.data(),
            Some(NextStep::TakeADescriptionFromAFile) | None => reason,
        };
        match self.party() {
            Some(party) => message::ErrorParty { party, reason }.data(),
            None => reason,
        }
    }
}

/// What lies behind a fault: an error of a protocol, or one that no message is made of yet.
fn explain_cause(cause: &(dyn Error + Send + Sync + 'static)) -> MessageData {
    if let Some(error) = cause.downcast_ref::<LwsError>() {
        return error.explain();
    }
    if let Some(error) = cause.downcast_ref::<WebKycError>() {
        return error.explain();
    }
    message::ErrorVerbatim { text: with_causes(cause) }.data()
}

impl Explain for DigestError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Approve(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

verbatim!(crate::ApproveError);

verbatim_but_for!(
    crate::SiteError: Party, Account, Store;
    crate::ProposeError: Site, Account, Party, Store, Attribute;
    crate::DiscloseError: Approve, Party, Account, Store;
    crate::InboxError: Propose, Store;
    crate::ApplicationError: Party, Disclose, Propose, OfSite, Account, Store;
);
