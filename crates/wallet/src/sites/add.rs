//! Adding a site, or renewing what is known of it.

use std::collections::BTreeSet;

use idw_lws::{Dialect, SiteDescription};
use idw_vault::{Batch, RecordId};
use url::Url;

use super::{
    FoundSite, SiteError, by_name, description_of,
    differences::{Difference, moved, of_identity, of_requirements},
    is_address, key_uri, shown_url,
};
use crate::{
    Wallet,
    accounts::account_names,
    clock::now,
    own_stack::on_own_stack,
    records::{Event, SiteRecord},
    store::put,
    view::SiteAdded,
};

impl Wallet {
    /// Adds a site under `name` (its own name where none is given). A site with the same root is renewed: it keeps
    /// its key, and what differs from before is told.
    ///
    /// # Errors
    /// Where the name is taken by another site, or the vault cannot be written.
    pub fn add_site(&self, found: FoundSite, name: Option<&str>) -> Result<SiteAdded, SiteError> {
        let FoundSite { description, given_url, schemas } = found;
        let sites = by_name(&self.store)?;
        // An account is chosen by its name: a site of that name, which the site may give itself, would take its place.
        let accounts = account_names(&self.store)?;
        let known =
            sites.iter().find(|(_, site)| description_of(site).is_ok_and(|before| before.root() == description.root()));
        if let Some((_, before)) = known {
            refuse_from_elsewhere(before, &description, given_url.as_ref())?;
        }
        let name = match (name, known) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some((_, before))) => before.name.clone(),
            (None, None) => free_name(&description, &sites, &accounts),
        };
        let same_as_before = known.is_some_and(|(_, before)| before.name == name);
        if is_address(&name) && !same_as_before {
            return Err(SiteError::NameIsAddress { name });
        }
        let taken = |(id, site): &(RecordId, SiteRecord)| {
            site.name.eq_ignore_ascii_case(&name) && known.is_none_or(|(own, _)| own != id)
        };
        let is_account = !same_as_before && accounts.contains(&name.to_lowercase());
        if name.is_empty() || is_account || sites.iter().any(taken) {
            return Err(SiteError::NameTaken { name });
        }

        self.keep_schemas(&name, schemas)?;
        let changes = match known {
            Some((_, before)) => {
                let (types, before) = (self.store.types()?, description_of(before)?);
                let found = [of_identity(&before, &description), of_requirements(&types, &before, &description)];
                found.into_iter().flatten().map(|difference| difference.text).collect()
            }
            None => Vec::new(),
        };
        let record = match known {
            Some((_, before)) => renewed(before, &description, given_url.as_ref(), name),
            None => fresh(&description, given_url.as_ref(), name, self.store.profile()),
        };
        // A renewed description that spreads the endpoints differently gets another key: see `key`.
        let record = self.with_key(record, &description)?;
        let id = known.map_or_else(RecordId::make, |(id, _)| *id);
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        let event = Event::SiteAdded {
            site: record.name.clone(),
            url: shown_url(&description),
            renewed: known.is_some(),
            root: description.root().to_string(),
        };
        self.store.commit(batch, event)?;
        Ok(SiteAdded { site: self.site_view(&record)?, renewed: known.is_some(), changes })
    }

    /// The site as it describes itself now: for a sign-up or an application, where an old description would send what is
    /// no longer wanted to where nobody takes it. Nothing is saved. Where the site cannot be asked it is as it was; and
    /// where the description is one of another root, with another key, which is told.
    pub(crate) async fn described_anew(
        &self,
        record: &SiteRecord,
    ) -> Result<(SiteRecord, Option<Difference>), SiteError> {
        let as_it_was = || (record.clone(), None);
        let Some(url) = record.given_url.as_deref().and_then(|url| Url::parse(url).ok()) else {
            return Ok(as_it_was());
        };
        let description = match self.client().fetch_description(&url).await {
            Ok(description) => description,
            Err(error) => {
                tracing::info!(%error, "a site was not asked for its description again");
                return Ok(as_it_was());
            }
        };
        let known = description_of(record)?;
        if description.root() != known.root() {
            return Ok((record.clone(), Some(moved(known.root(), description.root(), &url))));
        }
        if description.raw() == known.raw() {
            return Ok(as_it_was());
        }
        let dialect = dialect_name(&description).or_else(|| record.dialect.clone());
        let renewed = SiteRecord { dialect, ..renewed(record, &description, Some(&url), record.name.clone()) };
        Ok((self.with_key(renewed, &description)?, None))
    }

    fn with_key(&self, mut record: SiteRecord, description: &SiteDescription) -> Result<SiteRecord, SiteError> {
        let unusable = || SiteError::Key { root: description.root().to_string() };
        let (base, shared) = key_uri(description).ok_or_else(unusable)?;
        if !record.key_public.is_empty() && record.key_shared_with == shared {
            return Ok(record);
        }
        record.key_uri = base.to_string();
        record.key_shared_with = shared;
        let uri = super::key_uri_of(&record).ok_or_else(unusable)?;
        record.key_public = on_own_stack(|| {
            let seed = self.seed().map_err(SiteError::Store)?;
            let key = seed.site_key(&uri, record.key_index).map_err(|_| unusable())?;
            Ok::<_, SiteError>(key.public_key().uncompressed_hex())
        })?;
        Ok(record)
    }
}

fn fresh(description: &SiteDescription, given_url: Option<&Url>, name: String, profile: u32) -> SiteRecord {
    SiteRecord {
        version: 1,
        name,
        given_url: given_url.map(Url::to_string),
        description: description.raw().clone(),
        fetched_from: description.fetched_from().map(Url::to_string),
        dialect: dialect_name(description),
        key_uri: String::new(),
        key_shared_with: None,
        // A key of its own in each profile, or the site could tell that one user has both.
        key_index: profile,
        key_public: String::new(),
        account: None,
        added: now(),
        last_used: None,
        agreed: None,
        file_limit: None,
        profile,
    }
}

fn renewed(before: &SiteRecord, description: &SiteDescription, given_url: Option<&Url>, name: String) -> SiteRecord {
    SiteRecord {
        name,
        given_url: given_url.map(Url::to_string).or_else(|| before.given_url.clone()),
        description: description.raw().clone(),
        fetched_from: description.fetched_from().map(Url::to_string),
        dialect: dialect_name(description),
        // It may have changed with the rest.
        file_limit: None,
        ..before.clone()
    }
}

/// What a wallet knows of a site changes on that site's own word, or on that of the address it was added from, or of the
/// user who has it in a file. Anybody could describe a site so that what is sent to it goes to them.
fn refuse_from_elsewhere(
    before: &SiteRecord,
    description: &SiteDescription,
    given_url: Option<&Url>,
) -> Result<(), SiteError> {
    let (Some(given), Some(from)) = (given_url, description.fetched_from()) else { return Ok(()) };
    let known = before.given_url.as_deref().and_then(|url| Url::parse(url).ok()).map(|url| url.origin());
    let proves = |url: &Url| url.origin() == description.root().origin() || known == Some(url.origin());
    if proves(given) && proves(from) {
        return Ok(());
    }
    Err(SiteError::NotItsOwn { root: description.root().to_string(), from: from.to_string() })
}

/// The dialect that the description names; a silent one is found out at the first login.
fn dialect_name(description: &SiteDescription) -> Option<String> {
    description.dialect().map(|dialect| dialect_text(dialect).to_owned())
}

/// How a dialect is written in records and views.
pub(crate) fn dialect_text(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Classic => "classic",
        Dialect::Did => "did",
    }
}

/// The site's own name, or with its host where another site is called that already.
fn free_name(description: &SiteDescription, sites: &[(RecordId, SiteRecord)], accounts: &BTreeSet<String>) -> String {
    let free = |name: &str| {
        !accounts.contains(&name.to_lowercase()) && !sites.iter().any(|(_, site)| site.name.eq_ignore_ascii_case(name))
    };
    let own = description.name().trim();
    let root = description.root();
    let host = root.port().map_or_else(
        || root.host_str().unwrap_or_default().to_owned(),
        |port| format!("{}:{port}", root.host_str().unwrap_or_default()),
    );
    // A name that reads like the address of another is no name.
    let own =
        if own.is_empty() || is_address_of_another(own, root.host_str().unwrap_or_default()) { &host } else { own };
    let candidates = [own.to_owned(), format!("{own} ({host})"), format!("{own} ({root})")];
    let numbered = (2_u32..).map(|number| format!("{own} {number}"));
    candidates.into_iter().chain(numbered).find(|name| free(name)).unwrap_or_else(|| root.to_string())
}

/// Whether a name is written like an address, and not like that of this host.
fn is_address_of_another(name: &str, host: &str) -> bool {
    let name = name.to_lowercase();
    let host = host.to_lowercase();
    let is_address = !name.contains(char::is_whitespace) && name.contains(['.', '/', ':', '@']);
    is_address && name != host && !host.ends_with(&format!(".{name}"))
}

#[cfg(test)]
mod tests {
    use super::is_address_of_another;

    #[test]
    fn names_that_read_like_addresses() {
        let check = |name: &str, host: &str, expected: bool| {
            assert_eq!(is_address_of_another(name, host), expected, "{name} at {host}");
        };
        check("Shop", "shop.example", false);
        check("Shop.example", "shop.example", false);
        check("shop.example", "www.shop.example", false);
        check("St. Example & Sons", "shop.example", false);
        check("bank.example", "shop.example", true);
        check("https://bank.example/lws", "shop.example", true);
        check("localhost:8080", "shop.example", true);
        check("op.example", "shop.example", true);
    }
}
