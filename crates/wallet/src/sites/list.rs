//! Listing sites, and finding one by its name or URL.

use idw_identity::{RequiredBy, Requirement, SchemaUrl};
use idw_lws::{RequestedAttribute, SiteDescription};
use idw_vault::RecordId;
use url::Url;

use super::SiteError;
use crate::{
    StoreError, Wallet,
    accounts::AccountError,
    records::SiteRecord,
    schemas::Types,
    store::Store,
    view::{Connection, RequirementView, SiteView},
};

impl Wallet {
    /// All sites, by name.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn sites(&self) -> Result<Vec<SiteView>, SiteError> {
        by_name(&self.store)?.iter().map(|(_, site)| self.site_view(site)).collect()
    }

    /// One site, by its name or one of its URLs.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn site(&self, site: &str) -> Result<SiteView, SiteError> {
        let (_, record) = named(&self.store, site)?;
        self.site_view(&record)
    }

    pub(super) fn site_view(&self, site: &SiteRecord) -> Result<SiteView, SiteError> {
        let description = description_of(site)?;
        let types = self.store.types()?;
        let account = match self.acting(site, None) {
            Ok(acting) => acting.view()?,
            Err(AccountError::NotFound { .. }) => crate::accounts::site_view(site)?,
            Err(error) => return Err(error.into()),
        };
        Ok(SiteView {
            name: site.name.clone(),
            url: shown_url(&description),
            root: description.root().to_string(),
            connection: connection(description.root()),
            dialect: site.dialect.clone(),
            account,
            connected: site.last_used.is_some(),
            hosts: description.hosts(),
            requirements: description.requirements().iter().map(|asked| requirement_view(&types, asked)).collect(),
            terms_url: description.terms_url().map(Url::to_string),
            policy_url: description.policy_url().map(Url::to_string),
            added: site.added.to_string(),
            last_used: site.last_used.map(|at| at.to_string()),
        })
    }
}

/// All sites, by name.
pub(crate) fn by_name(store: &Store) -> Result<Vec<(RecordId, SiteRecord)>, StoreError> {
    let mut sites = store.all::<SiteRecord>()?;
    sites.sort_by_cached_key(|(_, site)| (site.name.to_lowercase(), site.added));
    Ok(sites)
}

/// One site: by a URL, else by its exact name, else by its name in any case.
///
/// A site names itself and says where it is: neither may lead from the address of one site to another. So addresses come
/// first, those that the user gave before those that the site claims; and what is written as an address is no name.
pub(crate) fn named(store: &Store, wanted: &str) -> Result<(RecordId, SiteRecord), SiteError> {
    let mut sites = by_name(store)?;
    let wanted = wanted.trim();
    let latest = |has: &dyn Fn(&SiteRecord) -> bool| {
        let fitting = (0..sites.len()).filter(|at| has(&sites[*at].1));
        fitting.max_by_key(|at| sites[*at].1.added)
    };
    let given = |site: &SiteRecord| site.given_url.as_deref().is_some_and(|url| same_url(url, wanted));
    let claimed = |site: &SiteRecord| own_urls(site).iter().any(|url| same_url(url.as_str(), wanted));
    let called = |site: &SiteRecord| site.name == wanted;
    let nearly_called = |site: &SiteRecord| site.name.to_lowercase() == wanted.to_lowercase();
    let by_url = latest(&given).or_else(|| latest(&claimed));
    let by_name = || latest(&called).or_else(|| latest(&nearly_called)).filter(|_| !is_address(wanted));
    match by_url.or_else(by_name) {
        Some(at) => Ok(sites.swap_remove(at)),
        None => Err(SiteError::NotFound { site: wanted.to_owned() }),
    }
}

/// Whether it is a whole URL: such a one is never the name of a site.
pub(crate) fn is_address(name: &str) -> bool {
    Url::parse(name).is_ok_and(|url| url.has_host())
}

/// A site's description as it was when it was added.
pub(crate) fn description_of(site: &SiteRecord) -> Result<SiteDescription, SiteError> {
    let fetched_from = site.fetched_from.as_deref().and_then(|url| Url::parse(url).ok());
    SiteDescription::parse(site.description.to_string().as_bytes(), fetched_from.as_ref())
        .map_err(SiteError::Description)
}

/// The URL to show for a site: its website, unless that is elsewhere than what is talked to.
pub(crate) fn shown_url(description: &SiteDescription) -> String {
    let root = description.root();
    match description.website() {
        Some(website) if website.origin() == root.origin() => website.to_string(),
        _ => root.to_string(),
    }
}

/// What protects the connection to a URL. The client talks plain HTTP to nothing but loopback.
pub(crate) fn connection(url: &Url) -> Connection {
    if url.scheme() == "https" { Connection::Tls } else { Connection::Loopback }
}

/// A requirement as people read it; one without `required` is required, as in a site's configuration.
pub(crate) fn requirement_view(types: &Types, requested: &RequestedAttribute) -> RequirementView {
    view_of(types, requested, RequiredBy::SiteConfig.required(requested.required))
}

/// What is asked for, as identity data knows it. Nothing where the site's schema URL is none.
pub(crate) fn requirement(requested: &RequestedAttribute, by: RequiredBy) -> Option<Requirement> {
    Some(Requirement {
        id: requested.id.clone(),
        schema: SchemaUrl::parse(&requested.schema).ok()?,
        label: requested.label.clone(),
        required: by.required(requested.required),
    })
}

/// The view of something asked for.
pub(crate) fn view_of(types: &Types, requested: &RequestedAttribute, required: bool) -> RequirementView {
    let name = types.name(&requested.schema);
    let title = requested.label.clone().unwrap_or_else(|| types.title(&requested.schema));
    RequirementView { name, title, schema: requested.schema.clone(), required }
}

/// The root that a description claims, and the website beside it: where they are proven by where the description came
/// from, or the user had it in a file.
fn own_urls(site: &SiteRecord) -> Vec<Url> {
    let Ok(description) = description_of(site) else { return Vec::new() };
    let root = description.root();
    if description.fetched_from().is_some_and(|from| from.origin() != root.origin()) {
        return Vec::new();
    }
    let website = description.website().filter(|website| website.origin() == root.origin());
    website.into_iter().chain([root]).cloned().collect()
}

pub(crate) fn same_url(url: &str, wanted: &str) -> bool {
    let url = url.trim_end_matches('/');
    let wanted = wanted.trim_end_matches('/');
    let without_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.eq_ignore_ascii_case(wanted) || without_scheme.eq_ignore_ascii_case(wanted)
}

#[cfg(test)]
mod tests {
    use super::same_url;

    #[test]
    fn a_slash_at_the_end_makes_no_other_site() {
        assert!(same_url("http://127.0.0.1:80/lws/", "http://127.0.0.1:80/lws"));
        assert!(same_url("https://rp.example/", "https://RP.example"));
        assert!(same_url("https://rp.example/", "rp.example"), "as people type it");
        assert!(!same_url("https://rp.example/", "https://rp.example/lws"));
    }
}
