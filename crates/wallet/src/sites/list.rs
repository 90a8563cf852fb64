//! Listing sites, and finding one by its name or URL.

use std::{collections::BTreeSet, str::FromStr as _};

use idw_identity::RequiredBy;
use idw_keys::PublicKey;
use idw_lws::{Endpoint, Place, Places, RequestedAttribute, SiteDescription};
use idw_vault::RecordId;
use url::Url;

use super::{FittingSite, KeyRule, SiteError, SiteId, key_uri};
use crate::{
    StoreError, Wallet,
    accounts::AccountError,
    asked::{requirement_of, schema_key, tell_apart},
    names::{name_key, same_name},
    recipient::{Recipient, Sight},
    records::{AskedRecord, SiteRecord},
    schemas::Types,
    store::Store,
    view::{Connection, Elsewhere, Purpose, RequirementView, SiteView},
};

impl Wallet {
    /// All sites, by name.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn sites(&self) -> Result<Vec<SiteView>, SiteError> {
        by_name(&self.store)?.iter().map(|(id, site)| self.site_view(*id, site)).collect()
    }

    /// One site, by its name or one of its URLs.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn site(&self, site: &str) -> Result<SiteView, SiteError> {
        let (id, record) = named(&self.store, site)?;
        self.site_view(id, &record)
    }

    pub(super) fn site_view(&self, id: RecordId, site: &SiteRecord) -> Result<SiteView, SiteError> {
        let description = description_of(site)?;
        let types = self.types()?;
        let account = match self.acting(site, None) {
            Ok(acting) => acting.view()?,
            Err(AccountError::NotFound { .. }) => crate::accounts::site_view(site)?,
            Err(error) => return Err(error.into()),
        };
        Ok(SiteView {
            id: id.to_string(),
            name: site.name.clone(),
            url: shown_url(&description),
            root: SiteId::of(description.root()).as_str().to_owned(),
            connection: connection(description.root()),
            dialect: site.lws().dialect.clone(),
            account,
            connected: site.last_used.is_some(),
            offers: offers(&description),
            hosts: description.hosts(),
            recipients: elsewhere(&description.places()),
            key_rule: KeyRule::of(site).number(),
            other_key: other_key(site, &description),
            requirements: requirement_views(&types, description.requirements()),
            terms_url: description.terms_url().map(Url::to_string),
            policy_url: description.policy_url().map(Url::to_string),
            added: site.added.to_string(),
            last_used: site.last_used.map(|at| at.to_string()),
        })
    }
}

/// Whether a site can be shown and talked to.
pub(crate) fn site_makes_sense(site: &SiteRecord) -> bool {
    description_of(site).is_ok() && PublicKey::from_str(&site.key_public).is_ok()
}

/// All sites that can be read, by name. What cannot is told where sites are listed, and ends no list.
pub(crate) fn by_name(store: &Store) -> Result<Vec<(RecordId, SiteRecord)>, StoreError> {
    let mut sites = store.readable::<SiteRecord>(site_makes_sense)?.records;
    sites.sort_by_cached_key(|(_, site)| (name_key(&site.name), site.added));
    Ok(sites)
}

/// What a description says can be done at a site. An endpoint is there unless the description says that it is not.
fn offers(description: &SiteDescription) -> Vec<Purpose> {
    let has = |endpoint| description.endpoint(endpoint).is_some();
    // Whoever has an account gets a challenge, and a token for the browser at one of the two endpoints.
    let logs_in = has(Endpoint::Challenge) && (has(Endpoint::AuthToken) || has(Endpoint::UsersToken));
    let offered = [
        (logs_in, Purpose::LogIn),
        (has(Endpoint::Challenge) && has(Endpoint::Users), Purpose::SignUp),
        (has(Endpoint::Challenge) && has(Endpoint::Templates) && has(Endpoint::Applications), Purpose::Apply),
    ];
    offered.into_iter().filter_map(|(is_offered, purpose)| is_offered.then_some(purpose)).collect()
}

/// One site: by the id of its record, else by its exact name, else by an address, else by its name in any case and encoding.
///
/// A site chooses its name and says where it is, and neither may lead from the address of one site to another. So an
/// address is never read as a name, and no site gets the name of another's host. Exact addresses come first: the root,
/// if the site speaks for it or the user had the description in a file, and the address that the user gave. The
/// website, which several sites can claim, comes last. If several sites fit equally well, the wallet does not guess.
pub(crate) fn named(store: &Store, wanted: &str) -> Result<(RecordId, SiteRecord), SiteError> {
    let mut sites = by_name(store)?;
    let wanted = wanted.trim();
    // Ids are random: no site can have chosen one as its name.
    if let Ok(id) = wanted.parse::<RecordId>()
        && let Some(at) = sites.iter().position(|(one, _)| *one == id)
    {
        return Ok(sites.swap_remove(at));
    }
    let typed = SiteId::typed(wanted);
    let is_typed = |address: &str| SiteId::parse(address).is_some_and(|address| typed.contains(&address));
    let exact = |site: &SiteRecord| {
        site.given_url.as_deref().is_some_and(is_typed) || own_root(site).is_some_and(|root| typed.contains(&root))
    };
    let claimed = |site: &SiteRecord| own_website(site).is_some_and(|website| is_typed(&website));
    let is_name = !is_address(wanted);
    let called = |site: &SiteRecord| is_name && site.name == wanted;
    let nearly_called = |site: &SiteRecord| is_name && same_name(&site.name, wanted);
    // A name that reads like an address, such as that of a host, is one among the sites at that address.
    let is_either = |site: &SiteRecord| called(site) || exact(site);
    let first: &dyn Fn(&SiteRecord) -> bool = if typed.is_empty() { &called } else { &is_either };
    let ways: [&dyn Fn(&SiteRecord) -> bool; 3] = [first, &claimed, &nearly_called];
    for fits in ways {
        let fitting: Vec<usize> = (0..sites.len()).filter(|at| fits(&sites[*at].1)).collect();
        match fitting.as_slice() {
            [] => {}
            [at] => return Ok(sites.swap_remove(*at)),
            several => {
                let fitting = several.iter().map(|at| fitting_site(&sites[*at].1)).collect();
                return Err(SiteError::ambiguous(wanted, fitting));
            }
        }
    }
    Err(SiteError::NotFound { site: wanted.to_owned() })
}

fn fitting_site(site: &SiteRecord) -> FittingSite {
    let root = description_of(site)
        .map_or_else(|_| site.key_uri.clone(), |found| SiteId::of(found.root()).as_str().to_owned());
    FittingSite { name: site.name.clone(), root }
}

/// Whether it is a whole URL: such a one is never the name of a site.
pub(crate) fn is_address(name: &str) -> bool {
    Url::parse(name).is_ok_and(|url| url.has_host())
}

/// A site's description as it was when it was added.
pub(crate) fn description_of(site: &SiteRecord) -> Result<SiteDescription, SiteError> {
    let site = site.lws();
    let fetched_from = site.fetched_from.as_deref().and_then(|url| Url::parse(url).ok());
    SiteDescription::parse(site.description.to_string().as_bytes(), fetched_from.as_ref())
        .map_err(SiteError::Description)
}

/// The URL to show for a site: its website where that can only be the site's own, at its root or below; else the root. A
/// page above the root, or beside it, can be somebody else's.
pub(crate) fn shown_url(description: &SiteDescription) -> String {
    let root = description.root();
    description.website().filter(|website| description.has_page_inside(website)).unwrap_or(root).to_string()
}

/// What protects the connection to a URL. The client talks plain HTTP to nothing but loopback.
pub(crate) fn connection(url: &Url) -> Connection {
    if url.scheme() == "https" { Connection::Tls } else { Connection::Loopback }
}

/// Requirements as people read them; one without `required` is required, as in a site's configuration.
fn requirement_views(types: &Types, requested: &[RequestedAttribute]) -> Vec<RequirementView> {
    let view = |requested: &RequestedAttribute| {
        requirement_of(types, &asked_record(requested, RequiredBy::SiteConfig), &requested.schema)
    };
    let mut views: Vec<RequirementView> = requested.iter().map(view).collect();
    tell_apart(views.iter_mut().map(|view| (&mut view.called, view.id.as_deref())));
    views
}

/// What a site asks for in its description.
pub(crate) fn asked_records(requested: &[RequestedAttribute]) -> Vec<AskedRecord> {
    requested.iter().map(|requested| asked_record(requested, RequiredBy::SiteConfig)).collect()
}

/// One thing that is asked for. Schemas are spelt in one way, so that they can be compared.
pub(crate) fn asked_record(requested: &RequestedAttribute, by: RequiredBy) -> AskedRecord {
    AskedRecord {
        id: requested.id.clone(),
        schema: schema_key(&requested.schema),
        label: requested.label.clone(),
        required: by.required(requested.required),
    }
}

/// Whether the first rule makes another key than the site has.
fn other_key(site: &SiteRecord, description: &SiteDescription) -> bool {
    key_uri(description, KeyRule::First).is_some_and(|uri| !uri.is_of(site))
}

/// Places outside a site's root, and what they get to see.
pub(crate) fn recipients(places: &Places) -> Vec<Recipient> {
    places.iter().map(|(place, sees)| recipient(place, sees)).collect()
}

/// One of them.
pub(crate) fn recipient(place: &Place, sees: &BTreeSet<idw_lws::Sight>) -> Recipient {
    let sees = sees.iter().map(|sight| Sight::from(*sight)).collect();
    Recipient { host: place.shown().to_owned(), sees }
}

/// The same for people.
pub(crate) fn elsewhere(places: &Places) -> Vec<Elsewhere> {
    recipients(places).iter().map(Recipient::view).collect()
}

impl From<idw_lws::Sight> for Sight {
    fn from(sight: idw_lws::Sight) -> Self {
        match sight {
            idw_lws::Sight::Signature => Self::Signature,
            idw_lws::Sight::Token => Self::Token,
            idw_lws::Sight::Values => Self::Values,
            idw_lws::Sight::Files => Self::Files,
        }
    }
}

/// The root for people: without its scheme.
pub(crate) fn shown_root(description: &SiteDescription) -> String {
    let root = SiteId::of(description.root());
    let shown = root.as_str();
    shown.split_once("://").map_or(shown, |(_, rest)| rest).to_owned()
}

/// The root of a site, where that is proven: the description came from an address that speaks for it, or the user had
/// it in a file.
fn own_root(site: &SiteRecord) -> Option<SiteId> {
    let description = description_of(site).ok()?;
    let is_proven = description.fetched_from().is_none() || description.speaks_for_root();
    (is_proven && site.from_backup.is_none()).then(|| SiteId::of(description.root()))
}

/// The website of a site, where it can be the site's own.
fn own_website(site: &SiteRecord) -> Option<String> {
    let description = description_of(site).ok()?;
    (description.owns_website() && site.from_backup.is_none()).then(|| description.website().map(Url::to_string))?
}
