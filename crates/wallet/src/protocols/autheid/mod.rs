//! Auth eID: parties that the user has registered ask by email, and the user answers. What they call is `idw-autheid`; here is
//! what stands behind it: who may ask, what was asked, and what an answer says. Others ask through a service on the network that
//! the wallet is connected to ([`service`]).

mod answer;
mod ask;
mod deliver;
mod error;
mod kept;
mod keys;
mod kyc;
mod ledger;
mod numbers;
mod parties;
mod service;

use idw_vault::Batch;
use serde_json::Value;
use url::Url;

pub use error::EidError;
pub use parties::{AddEidParty, EidKey, NumberMatching};
pub(crate) use service::ListingFault;
pub use service::{
    ConnectEidService, EidConnection, EidDisconnected, EidListing, EidRefused, EidServiceError, EidSession, EidTaken,
    RefusalWords, ServiceAddressFault, ServiceFault,
};

use super::{Asking, Declining, Inlet, Intent, Protocol};
use crate::{InboxError, Incoming, SiteError, StoreError, Wallet, records::Event};

/// What records call the protocol. It never changes.
const NAME: &str = "autheid";

/// The protocol's entry in the registry. Nobody is contacted with it: its parties ask by themselves.
pub(super) struct AuthEid;

impl Protocol for AuthEid {
    fn speaks_with(&self, _: &Wallet, _: &str) -> Result<bool, StoreError> {
        Ok(false)
    }

    fn inlet(&self) -> Option<&dyn Inlet> {
        Some(self)
    }

    fn request<'a>(&'a self, _: &'a Wallet, intent: Intent) -> Asking<'a> {
        Box::pin(async move { Err(SiteError::NotFound { site: intent.site }.into()) })
    }
}

impl Inlet for AuthEid {
    fn name(&self) -> &'static str {
        NAME
    }

    fn of_link(&self, _: &Url) -> Option<Incoming> {
        None
    }

    fn reopen<'a>(&'a self, wallet: &'a Wallet, payload: &'a Value) -> Asking<'a> {
        Box::pin(async move { wallet.eid_asked(payload) })
    }

    fn profiles(&self, wallet: &Wallet, payload: &Value) -> Result<Option<Vec<u32>>, StoreError> {
        wallet.eid_can_answer(payload).map(Some)
    }

    fn declined(
        &self,
        wallet: &Wallet,
        payload: &Value,
        how: Declining,
        batch: &mut Batch,
    ) -> Result<Option<Event>, InboxError> {
        wallet.eid_declined(payload, how, batch)
    }

    fn number_fits(&self, wallet: &Wallet, payload: &Value, number: Option<u8>) -> Result<Option<bool>, InboxError> {
        wallet.eid_number_fits(payload, number)
    }
}
