//! The protocols that the wallet speaks: each makes requests, and delivers what the user agrees to.
//!
//! A protocol is a folder here, a crate of its own if it has a wire, and an entry in [`ALL`]. It knows `requests`, the
//! nouns of the wallet and its own crate; it knows no other protocol, and nothing else knows it.

pub(crate) mod autheid;
pub(crate) mod lws;
#[cfg(test)]
mod toy;
#[cfg(test)]
mod toy_inbox;
pub(crate) mod webkyc;

use std::pin::Pin;

use idw_vault::Batch;
use serde_json::Value;
use url::Url;

pub(crate) use autheid::ListingFault;
pub use autheid::{
    AddEidParty, ConnectEidService, EidConnection, EidDisconnected, EidError, EidKey, EidListing, EidRefused,
    EidServiceError, EidSession, EidTaken, NumberMatching, RefusalWords, ServiceAddressFault, ServiceFault,
};
pub use lws::{ApplicationError, ResumeChoice};
pub use webkyc::{AddProvider, CheckArrived, CheckError, CheckStep, CheckUnderWay};

use crate::{
    InboxError, Incoming, ProposeError, SiteError, StoreError, Wallet, profiles,
    records::Event,
    requests::{self, Answering, Delivery, Proposal, Request},
    view::{Purpose, RequestView},
};

/// What the user wants of a party.
#[derive(Clone, Debug)]
pub struct Intent {
    /// What for.
    pub purpose: Purpose,
    /// The site's name or URL.
    pub site: String,
    /// The account to act as; the one used there before, else the site's own, where none is named.
    pub account: Option<String>,
    /// The KYC template; needed only where the site has several.
    pub template: Option<String>,
    /// Optional attributes to send, by short name, title, schema URL or the site's id.
    pub include: Vec<String>,
}

/// Every protocol with which the user can contact a party.
const ALL: &[&dyn Protocol] = &[
    #[cfg(test)]
    &toy::Toy,
    &autheid::AuthEid,
    // Any other party is a site, or nothing that the wallet knows.
    &lws::Lws,
];

/// A protocol with which the user can contact a party, which then asks for something.
pub(crate) trait Protocol: Sync {
    /// Whether the party speaks this protocol. Nobody is contacted to find out.
    fn speaks_with(&self, wallet: &Wallet, party: &str) -> Result<bool, StoreError>;

    /// How requests come in that the user did not begin, where the protocol has such.
    fn inlet(&self) -> Option<&dyn Inlet> {
        None
    }

    /// Works out what the party asks for. Nothing of the user's leaves the wallet.
    fn request<'a>(&'a self, wallet: &'a Wallet, intent: Intent) -> Asking<'a>;
}

/// A protocol with which somebody can ask without the user having begun.
pub(crate) trait Inlet: Sync {
    /// What records call the protocol. It never changes.
    fn name(&self) -> &'static str;

    /// What a link asks for, if it is one of this protocol. Nobody is contacted to find out.
    fn of_link(&self, link: &Url) -> Option<Incoming>;

    /// The request again, from what the inbox has kept of it. Nothing of the user's leaves the wallet.
    fn reopen<'a>(&'a self, wallet: &'a Wallet, payload: &'a Value) -> Asking<'a>;

    /// The numbers of the profiles that can answer; none where any can.
    fn profiles(&self, _wallet: &Wallet, _payload: &Value) -> Result<Option<Vec<u32>>, StoreError> {
        Ok(None)
    }

    /// Adds what is written together with the user's no, and says what the activity log has of it.
    fn declined(
        &self,
        _wallet: &Wallet,
        _payload: &Value,
        how: Declining,
        _batch: &mut Batch,
    ) -> Result<Option<Event>, InboxError> {
        match how {
            Declining::Once => Ok(None),
            Declining::AndBlock => Err(InboxError::NobodyToBlock),
        }
    }

    /// Whether the number is the one that the asker's page shows; none where it shows none.
    fn number_fits(&self, _wallet: &Wallet, _payload: &Value, _number: Option<u8>) -> Result<Option<bool>, InboxError> {
        Ok(None)
    }
}

/// How the user says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declining {
    /// To this request.
    Once,
    /// To this one, and nothing more of whoever made it is to be shown.
    AndBlock,
}

/// A request that is being worked out.
pub(crate) type Asking<'a> =
    Pin<Box<dyn Future<Output = Result<(Request, Box<dyn Delivery>), ProposeError>> + Send + 'a>>;

impl Wallet {
    /// Puts together what a party would get. Nothing of the user's is sent.
    ///
    /// # Errors
    /// Where the site, account or template is unknown, or the site's templates cannot be read. Attributes that the wallet
    /// lacks are not an error here; the view names them.
    pub async fn propose(&self, intent: Intent) -> Result<Proposal, ProposeError> {
        for protocol in ALL {
            if protocol.speaks_with(self, &intent.site)? {
                let (request, delivery) = protocol.request(self, intent).await?;
                return self.match_request(request, delivery);
            }
        }
        Err(SiteError::NotFound { site: intent.site }.into())
    }

    /// Opens a request from the inbox, for the user to answer. Nothing of the user's is sent. What is agreed to is sent by
    /// [`disclose`](Self::disclose), once at most.
    ///
    /// # Errors
    /// Where there is no such request, it was answered, or what it asks for cannot be worked out.
    pub async fn open_request(&self, id: &str) -> Result<Proposal, InboxError> {
        let (id, record) = requests::answerable(&self.store, id)?;
        let inlet = inlet(&record.protocol).ok_or(InboxError::UnknownProtocol)?;
        let (request, inner) = inlet.reopen(self, &record.payload).await?;
        Ok(self.match_request(request, Box::new(Answering { request: id, inner }))?)
    }
}

impl Wallet {
    /// The wallet as the profile that answers a request where the user names none: this one where it can, else the only one
    /// that can.
    ///
    /// # Errors
    /// [`InboxError::ChooseProfile`] where several others can; where there is no such request, or the vault cannot be read.
    pub fn for_request(&self, id: &str) -> Result<Self, InboxError> {
        let (_, record) = requests::answerable(&self.store, id)?;
        let able = inlet(&record.protocol).map_or(Ok(None), |inlet| inlet.profiles(self, &record.payload))?;
        let own = self.store.profile();
        match able.unwrap_or_default().as_slice() {
            [] => Ok(self.as_profile(own)),
            able if able.contains(&own) => Ok(self.as_profile(own)),
            [only] => Ok(self.as_profile(*only)),
            several => Err(InboxError::ChooseProfile { profiles: profiles::names(&self.store, several)? }),
        }
    }

    /// The user's no.
    ///
    /// # Errors
    /// [`InboxError::NobodyToBlock`] where nobody knows who asks; where there is no such request, it was answered already, or the vault cannot be written.
    pub fn decline_request(&self, id: &str, how: Declining) -> Result<RequestView, InboxError> {
        self.decline_with(id, |record, batch| match inlet(&record.protocol) {
            Some(inlet) => inlet.declined(self, &record.payload, how, batch),
            None if how == Declining::AndBlock => Err(InboxError::NobodyToBlock),
            None => Ok(None),
        })
    }

    /// Holds the number that the user chose against the one that the asker's page shows, before the user's yes is taken. A
    /// wrong one is a no.
    ///
    /// # Errors
    /// [`InboxError::NumberNeeded`] where none was chosen and the page shows one; [`InboxError::WrongNumber`] after the request
    /// was declined; where there is no such request, it was answered already, or the vault cannot be read or written.
    pub fn match_number(&self, id: &str, number: Option<u8>) -> Result<(), InboxError> {
        let (_, record) = requests::answerable(&self.store, id)?;
        let Some(inlet) = inlet(&record.protocol) else { return Ok(()) };
        match inlet.number_fits(self, &record.payload, number)? {
            None | Some(true) => Ok(()),
            Some(false) => {
                self.decline_request(id, Declining::Once)?;
                Err(InboxError::WrongNumber)
            }
        }
    }
}

impl Incoming {
    /// What a link asks for.
    ///
    /// # Errors
    /// [`InboxError::NotALink`] where no protocol knows it.
    pub fn of_link(link: &str) -> Result<Self, InboxError> {
        let link = Url::parse(link.trim()).map_err(|_| InboxError::NotALink)?;
        inlets().find_map(|inlet| inlet.of_link(&link)).ok_or(InboxError::NotALink)
    }
}

fn inlet(protocol: &str) -> Option<&'static dyn Inlet> {
    inlets().find(|inlet| inlet.name() == protocol)
}

fn inlets() -> impl Iterator<Item = &'static dyn Inlet> {
    ALL.iter().filter_map(|protocol| protocol.inlet())
}
