//! Links that ask the user to log in to a site: `idw://login?site=<address of the site's description>`.
//!
//! Any page and any program can open one, and nobody can tell which did. So a link says no more than which site is meant,
//! and the site must be one that the wallet knows.

use idw_words::{Message as _, message};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::Lws;
use crate::{
    SiteError, Stored, Wallet,
    clock::now,
    protocols::{Asking, Inlet, Intent},
    records::RequestRecord,
    requests::Incoming,
    sites,
    store::{decode_as, encode},
    view::{Purpose, RequestStatus},
};

/// How long a link waits for an answer.
const WAITS: SignedDuration = SignedDuration::from_mins(10);
/// Bytes of the longest link. Addresses of sites are far shorter.
const MAX_BYTES: usize = 2_048;

/// What the inbox keeps of a link.
#[derive(Serialize, Deserialize)]
struct Payload {
    /// The site's address, as the link spells it.
    site: String,
}

impl Inlet for Lws {
    fn name(&self) -> &'static str {
        "lws"
    }

    fn of_link(&self, link: &Url) -> Option<Incoming> {
        if (link.scheme(), link.host_str()) != ("idw", Some("login")) || link.as_str().len() > MAX_BYTES {
            return None;
        }
        let mut sites = link.query_pairs().filter(|(name, _)| name == "site").map(|(_, site)| site);
        let (Some(site), None) = (sites.next(), sites.next()) else { return None };
        let site = Url::parse(&site).ok().filter(|site| idw_http::check_url(site).is_ok())?;
        let party = idw_http::shown_host(&site)?;
        let received = now();
        Some(Incoming {
            protocol: self.name(),
            key: format!("login {site}"),
            title: message::RequestTitleLogIn { party: &party }.data(),
            party,
            purpose: Purpose::LogIn,
            payload: serde_json::to_value(Payload { site: site.into() }).ok()?,
            received,
            ends: received.saturating_add(WAITS).ok()?,
        })
    }

    fn reopen<'a>(&'a self, wallet: &'a Wallet, payload: &'a Value) -> Asking<'a> {
        Box::pin(async move {
            let payload: Payload = decode_as(&encode(payload), Stored::Request)?;
            let intent = Intent {
                purpose: Purpose::LogIn,
                site: payload.site,
                account: None,
                template: None,
                include: Vec::new(),
            };
            wallet.ask_site(intent).await
        })
    }
}

impl Wallet {
    /// The ids of the requests that wait for the user's answer and name this site.
    ///
    /// # Errors
    /// Where there is no such site, or the vault cannot be read.
    pub fn site_requests(&self, site: &str) -> Result<Vec<String>, SiteError> {
        let (site, _) = sites::named(&self.store, site)?;
        let waiting = self.requests()?.into_iter().filter(|request| request.status == RequestStatus::Waiting);
        let waiting: Vec<String> = waiting.map(|request| request.id).collect();
        let is_of_site = |record: &RequestRecord| {
            let payload = (record.protocol == Lws.name())
                .then(|| decode_as::<Payload>(&encode(&record.payload), Stored::Request).ok())
                .flatten();
            let meant = payload.and_then(|payload| sites::named(&self.store, &payload.site).ok());
            meant.is_some_and(|(meant, _)| meant == site)
        };
        let records = self.store.readable::<RequestRecord>(|_| true)?.records;
        let of_site = records.into_iter().filter(|(_, record)| is_of_site(record)).map(|(id, _)| id.to_string());
        Ok(of_site.filter(|id| waiting.contains(id)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(link: &str) -> Option<Incoming> {
        Lws.of_link(&Url::parse(link).unwrap())
    }

    #[test]
    fn a_link_names_one_site_and_nothing_else() {
        let site = "https://shop.example/lws.json";
        let incoming = of(&format!("idw://login?site={site}")).unwrap();
        assert_eq!((incoming.party.as_str(), incoming.title.id()), ("shop.example", "request-title-log-in"));
        assert!(incoming.is_same_as(&of("idw://login?site=https%3A%2F%2Fshop.example%2Flws.json&other=1").unwrap()));
        assert!(!incoming.is_same_as(&of("idw://login?site=https://shop.example/other.json").unwrap()));
        for refused in [
            "idw://login",
            "idw://login?site=",
            "idw://login?site=shop",
            "idw://login?site=http://shop.example/",
            "idw://login?site=javascript:alert(1)",
            "idw://login?site=https://a.example/&site=https://b.example/",
            "idw://approve?site=https://shop.example/",
            "https://login/?site=https://shop.example/",
            &format!("idw://login?site=https://shop.example/{}", "a".repeat(MAX_BYTES)),
        ] {
            assert_eq!(of(refused), None, "{refused}");
        }
    }
}
