//! The protocols that the wallet speaks: each makes requests, and delivers what the user agrees to.
//!
//! A protocol is a folder here, a crate of its own if it has a wire, and an entry in [`ALL`]. It knows `requests`, the
//! nouns of the wallet and its own crate; it knows no other protocol, and nothing else knows it.

pub(crate) mod lws;
#[cfg(test)]
mod toy;

use std::pin::Pin;

pub use lws::{ApplicationError, ResumeChoice};

use crate::{
    ProposeError, SiteError, StoreError, Wallet,
    requests::{Delivery, Proposal, Request},
    view::Purpose,
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
    // Any other party is a site, or nothing that the wallet knows.
    &lws::Lws,
];

/// A protocol with which the user can contact a party, which then asks for something.
pub(crate) trait Protocol: Sync {
    /// Whether the party speaks this protocol. Nobody is contacted to find out.
    fn speaks_with(&self, wallet: &Wallet, party: &str) -> Result<bool, StoreError>;

    /// Works out what the party asks for. Nothing of the user's leaves the wallet.
    fn request<'a>(&'a self, wallet: &'a Wallet, intent: Intent) -> Asking<'a>;
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
}
