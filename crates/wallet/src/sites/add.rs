//! Adding a site, or renewing what is known of it.

use std::collections::BTreeSet;

use idw_identity::shows_something;
use idw_lws::{Dialect, SiteDescription};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, MessageData, message};
use url::Url;

use super::{
    FoundSite, KeyRule, KeyUri, Schemas, SiteError, SiteId, by_name, description_of,
    differences::{moved, of_identity, of_requirements},
    is_address, key_uri, named, shown_url,
};
use crate::{
    StoreError, Wallet,
    accounts::account_names,
    asked::Difference,
    clock::now,
    names::{name_key, same_name},
    records::{Event, FormerKeyRecord, LwsSiteRecord, ProtocolRecord, SiteRecord},
    store::put,
    view::{RequirementView, SiteAdded, SiteView},
    wiped_stack::on_wiped_stack,
};

/// How a site is added.
#[derive(Clone, Copy, Debug, Default)]
pub struct AddSite<'a> {
    /// What the wallet calls it; its own name, or the name it has, where none is given.
    pub name: Option<&'a str>,
    /// By which rule its key is made. Only [`KeyRule::First`] says something: it brings back, from the recovery phrase
    /// alone, the account that an earlier version had at a site. Ask for it only after everyone who sees the signature
    /// or the token was shown ([`FoundSite::recipients`]): by that rule, other sites can have the same key.
    pub key_rule: Option<KeyRule>,
}

impl Wallet {
    /// Adds a site under `name` (its own name where none is given). A site with the same root is renewed: it keeps
    /// its key, and what differs from before is told.
    ///
    /// # Errors
    /// As [`add_site_as`](Self::add_site_as).
    pub fn add_site(&self, found: FoundSite, name: Option<&str>) -> Result<SiteAdded, SiteError> {
        self.add_site_as(found, AddSite { name, key_rule: None })
    }

    /// The same with everything that can be said of it.
    ///
    /// # Errors
    /// Where the name is taken by another site, the description is one of a known site and comes from elsewhere, its
    /// root has a query, or the vault cannot be written.
    pub fn add_site_as(&self, found: FoundSite, how: AddSite<'_>) -> Result<SiteAdded, SiteError> {
        let _guard = self.store.changing();
        let FoundSite { description, given_url, mut schemas } = found;
        let sites = by_name(&self.store)?;
        let known = admitted(&sites, &description, given_url.as_ref())?;
        let name = self.name_for(&sites, known, &description, how.name)?;
        let changes = match known {
            Some((_, before)) => {
                let (types, before) = (self.types()?, description_of(before)?);
                let found = [of_identity(&before, &description), of_requirements(&types, &before, &description)];
                found.into_iter().flatten().map(|difference| difference.change).collect()
            }
            None => Vec::new(),
        };
        let record = match known {
            Some((_, before)) => renewed(before, &description, given_url.as_ref(), name),
            None => fresh(&description, given_url.as_ref(), name, self.store.profile()),
        };
        let before = known.map(|(_, before)| description_of(before)).transpose()?;
        let record = self.with_key(record, before.as_ref(), &description, how.key_rule)?;
        let id = known.map_or_else(RecordId::make, |(id, _)| *id);
        if known.is_none_or(|(_, before)| before.key_public != record.key_public) {
            self.refuse_shared_key(id, &record, &description)?;
        }
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        self.put_schemas(&mut batch, &record.name, std::mem::take(&mut schemas.found))?;
        let event = Event::SiteAdded {
            site: record.name.clone(),
            url: shown_url(&description),
            renewed: known.is_some(),
            root: SiteId::of(description.root()).as_str().to_owned(),
        };
        self.store.commit(batch, event)?;
        let site = self.site_view(id, &record)?;
        let notes =
            site.requirements.iter().filter(|asked| !asked.known).map(|asked| not_known(asked, &schemas)).collect();
        Ok(SiteAdded { site, renewed: known.is_some(), changes, notes })
    }

    /// Gives a known site the key that the first rule makes for it: the account that an earlier version had there. Call it
    /// only after everyone who sees the signature or the token was shown (the view's recipients), and the user agreed.
    ///
    /// # Errors
    /// [`SiteError::KeyTaken`] when another site has that key. It also fails when the site is unknown or the vault
    /// cannot be written.
    pub fn use_first_key_rule(&self, site: &str) -> Result<SiteView, SiteError> {
        let _guard = self.store.changing();
        let (id, record) = named(&self.store, site)?;
        let description = description_of(&record)?;
        let record = self.with_key(record, None, &description, Some(KeyRule::First))?;
        self.refuse_shared_key(id, &record, &description)?;
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        let event = Event::SiteAdded {
            site: record.name.clone(),
            url: shown_url(&description),
            renewed: true,
            root: SiteId::of(description.root()).as_str().to_owned(),
        };
        self.store.commit(batch, event)?;
        self.site_view(id, &record)
    }

    /// What a site is called from now on.
    fn name_for(
        &self,
        sites: &[(RecordId, SiteRecord)],
        known: Option<&(RecordId, SiteRecord)>,
        description: &SiteDescription,
        wanted: Option<&str>,
    ) -> Result<String, SiteError> {
        // An account is chosen by its name: a site of that name, which the site may give itself, would take its place.
        let accounts = account_names(&self.store)?;
        let name = match (wanted, known) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some((_, before))) => before.name.clone(),
            (None, None) => free_name(description, sites, &accounts),
        };
        let same_as_before = known.is_some_and(|(_, before)| before.name == name);
        if is_address(&name) && !same_as_before {
            return Err(SiteError::NameIsAddress { name });
        }
        let taken = |(id, site): &(RecordId, SiteRecord)| {
            same_name(&site.name, &name) && known.is_none_or(|(own, _)| own != id)
        };
        let is_account = !same_as_before && accounts.contains(&name_key(&name));
        if !shows_something(&name) || is_account || sites.iter().any(taken) {
            return Err(SiteError::NameTaken { name });
        }
        Ok(name)
    }

    /// A site gets no key of another one, in whichever profile: not by the first rule, and not where the other has one that
    /// was made by it.
    fn refuse_shared_key(
        &self,
        id: RecordId,
        record: &SiteRecord,
        description: &SiteDescription,
    ) -> Result<(), SiteError> {
        let others = self.store.readable_in_all_profiles::<SiteRecord>(|_| true)?.records;
        let other = others.into_iter().find(|(other, site)| *other != id && site.key_public == record.key_public);
        match other {
            Some((_, site)) => Err(SiteError::KeyTaken { root: description.root().to_string(), name: site.name }),
            None => Ok(()),
        }
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
        if SiteId::of(description.root()) != SiteId::of(known.root()) {
            return Ok((record.clone(), Some(moved(known.root(), description.root(), &url))));
        }
        if description.raw() == known.raw() {
            return Ok(as_it_was());
        }
        let dialect = dialect_name(&description).or_else(|| record.lws().dialect.clone());
        let renewed = renewed(record, &description, Some(&url), record.name.clone());
        let renewed = renewed.with_lws(|lws| lws.dialect = dialect);
        Ok((self.with_key(renewed, Some(&known), &description, None)?, None))
    }

    /// The record with its key, as [`keyed`] says.
    fn with_key(
        &self,
        record: SiteRecord,
        before: Option<&SiteDescription>,
        description: &SiteDescription,
        wanted: Option<KeyRule>,
    ) -> Result<SiteRecord, SiteError> {
        let unusable = || SiteError::Key { root: description.root().to_string() };
        let (mut record, is_new) = keyed(record, before, description, wanted).ok_or_else(unusable)?;
        if is_new {
            record.key_public = self.site_public_key(&record)?.ok_or_else(unusable)?;
        }
        Ok(record)
    }

    /// The public half of the key that a record describes, derived from this wallet's phrase.
    pub(crate) fn site_public_key(&self, record: &SiteRecord) -> Result<Option<String>, StoreError> {
        let Some(uri) = super::key_uri_of(record) else { return Ok(None) };
        on_wiped_stack(|| {
            let seed = self.seed()?;
            let key = seed.site_key(&uri, record.key_index).ok();
            Ok(key.map(|key| key.public_key().uncompressed_hex()))
        })
    }
}

/// What is asked for and cannot be entered, and what then.
fn not_known(asked: &RequirementView, schemas: &Schemas) -> MessageData {
    let RequirementView { called, schema, .. } = asked;
    let title = called.in_words();
    let what =
        if called.to_string().contains(schema.trim()) { title } else { message::SiteNoteWhat { title, schema }.data() };
    match schemas.why_left_out(schema) {
        Some(reason) => message::SiteNoteUnknownBecause { what, reason }.data(),
        None => message::SiteNoteUnknown { what }.data(),
    }
}

/// The record with what its key is derived from, and whether that is another key than it had; none where no key can be
/// made.
///
/// One that is known keeps its key as long as its own rule gives it, and where the site itself, from an address that speaks
/// for its root, says that its endpoints are elsewhere now: its owner is asked about that and stays who they are. Where
/// somebody else says so, the key is another one, which is worthless at the site that is known.
pub(super) fn keyed(
    mut record: SiteRecord,
    before: Option<&SiteDescription>,
    description: &SiteDescription,
    wanted: Option<KeyRule>,
) -> Option<(SiteRecord, bool)> {
    record.version = SiteRecord::VERSION;
    if wanted.is_none() && !record.key_public.is_empty() {
        let is_its_own = before.is_some_and(SiteDescription::speaks_for_root) && description.speaks_for_root();
        let by_its_rule = key_uri(description, KeyRule::of(&record)).is_some_and(|uri| uri.is_of(&record));
        let by_present_rule = key_uri(description, KeyRule::Second).is_some_and(|uri| uri.is_of(&record));
        if by_present_rule {
            record.key_rule = KeyRule::Second.number();
            return Some((record, false));
        }
        let same_places = before.is_some_and(|before| before.places() == description.places());
        if by_its_rule || is_its_own || same_places {
            // Who gets what it signs has changed, so the owner's word for what was before does not hold.
            record.key_confirmed = record.key_confirmed && same_places;
            return Some((record, false));
        }
        // The site itself speaks again, or says what it said before: its user is who they were.
        if let Some(former) = record.former_key.clone() {
            let uri = KeyUri { base: former.uri, shared: former.shared_with };
            let rules = [KeyRule::First, KeyRule::Second].into_iter();
            let is_said_again = rules.filter_map(|rule| key_uri(description, rule)).any(|said| said == uri);
            if is_said_again || description.speaks_for_root() {
                let record = SiteRecord {
                    key_uri: uri.base,
                    key_shared_with: uri.shared,
                    key_rule: former.rule,
                    key_public: former.public,
                    key_confirmed: false,
                    former_key: None,
                    ..record
                };
                return Some((record, false));
            }
        }
        record.former_key = Some(FormerKeyRecord {
            uri: record.key_uri.clone(),
            shared_with: record.key_shared_with.clone(),
            rule: record.key_rule,
            public: record.key_public.clone(),
        });
    }
    let rule = wanted.unwrap_or(KeyRule::Second);
    let uri = key_uri(description, rule)?;
    record.key_uri = uri.base;
    record.key_shared_with = uri.shared;
    record.key_rule = rule.number();
    // By the first rule only where the user asked for it, with everyone shown who gets what it signs.
    record.key_confirmed = wanted == Some(KeyRule::First);
    Some((record, true))
}

/// The site of this root that is in the wallet, which the description renews; none where it is a new one. Refused where it
/// comes from an address that has no say about a known site, and where a new root has a query.
pub(super) fn admitted<'a>(
    sites: &'a [(RecordId, SiteRecord)],
    description: &SiteDescription,
    given_url: Option<&Url>,
) -> Result<Option<&'a (RecordId, SiteRecord)>, SiteError> {
    let known = known(sites, description);
    match known {
        Some((_, before)) => refuse_from_elsewhere(before, description, given_url)?,
        None if description.root().query().is_some() => {
            return Err(SiteError::RootHasQuery { root: description.root().to_string() });
        }
        None => {}
    }
    Ok(known)
}

/// The site of this root that is in the wallet.
fn known<'a>(sites: &'a [(RecordId, SiteRecord)], description: &SiteDescription) -> Option<&'a (RecordId, SiteRecord)> {
    let wanted = SiteId::of(description.root());
    let described = |(_, site): &&(RecordId, SiteRecord)| {
        description_of(site).is_ok_and(|before| SiteId::of(before.root()) == wanted)
    };
    // Earlier versions could add one site twice, with a slash at the end and without.
    let exact = |(_, site): &&(RecordId, SiteRecord)| {
        description_of(site).is_ok_and(|before| before.root() == description.root())
    };
    sites.iter().find(exact).or_else(|| sites.iter().find(described))
}

pub(super) fn fresh(description: &SiteDescription, given_url: Option<&Url>, name: String, profile: u32) -> SiteRecord {
    SiteRecord {
        version: SiteRecord::VERSION,
        name,
        given_url: given_url.map(Url::to_string),
        protocol: ProtocolRecord::Lws(LwsSiteRecord {
            description: description.raw().clone(),
            fetched_from: description.fetched_from().map(Url::to_string),
            dialect: dialect_name(description),
            agreed: None,
            challenge_path: None,
        }),
        key_uri: String::new(),
        key_shared_with: None,
        key_rule: KeyRule::Second.number(),
        key_confirmed: false,
        former_key: None,
        // A key of its own in each profile, or the site could tell that one user has both.
        key_index: profile,
        key_public: String::new(),
        account: None,
        added: now(),
        last_used: None,
        file_limit: None,
        from_backup: None,
        profile,
    }
}

pub(super) fn renewed(
    before: &SiteRecord,
    description: &SiteDescription,
    given_url: Option<&Url>,
    name: String,
) -> SiteRecord {
    SiteRecord {
        name,
        given_url: given_url.map(Url::to_string).or_else(|| before.given_url.clone()),
        // The limit, and how it wants to be asked, may have changed with the rest.
        protocol: ProtocolRecord::Lws(LwsSiteRecord {
            description: description.raw().clone(),
            fetched_from: description.fetched_from().map(Url::to_string),
            dialect: dialect_name(description),
            agreed: before.lws().agreed.clone(),
            challenge_path: None,
        }),
        file_limit: None,
        // The address is the user's word now. What was not agreed to yet is still asked about.
        from_backup: before.from_backup.clone().filter(|_| before.is_unasked()),
        ..before.clone()
    }
}

/// What a wallet knows of a site changes on the word of an address that speaks for its root, or of the very address that
/// it was added from, or of the user who has it in a file. Anybody could describe a site so that what is sent to it goes
/// to them.
fn refuse_from_elsewhere(
    before: &SiteRecord,
    description: &SiteDescription,
    given_url: Option<&Url>,
) -> Result<(), SiteError> {
    let (Some(given), Some(from)) = (given_url, description.fetched_from()) else { return Ok(()) };
    let as_before = before.given_url.as_deref().and_then(SiteId::parse) == Some(SiteId::of(given));
    if description.speaks_for_root() || as_before {
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
    let free =
        |name: &str| !accounts.contains(&name_key(name)) && !sites.iter().any(|(_, site)| same_name(&site.name, name));
    let root = description.root();
    let host = host_of(root);
    let own = honest_name(description.name().trim(), root);
    let candidates = [own.clone(), format!("{own} ({host})"), format!("{own} ({root})")];
    let numbered = (2_u32..).map(|number| format!("{own} {number}"));
    candidates.into_iter().chain(numbered).find(|name| free(name)).unwrap_or_else(|| root.to_string())
}

/// A name that a site gave itself, or its host where the name is empty or reads like the address of another site.
pub(crate) fn honest_name(name: &str, root: &Url) -> String {
    let reads_like_another = is_address(name) || is_address_of_another(name, root.host_str().unwrap_or_default());
    if !shows_something(name) || reads_like_another { host_of(root) } else { name.to_owned() }
}

fn host_of(root: &Url) -> String {
    let host = root.host_str().unwrap_or_default();
    root.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether a name is written like an address, and not like that of this host.
fn is_address_of_another(name: &str, host: &str) -> bool {
    let name = name.to_lowercase();
    let host = host.to_lowercase();
    let is_address = !name.contains(char::is_whitespace) && name.contains(['.', '/', ':', '@']);
    // A host below it is not the same site: on many domains, everybody has one.
    is_address && name != host && host.strip_prefix("www.") != Some(&*name)
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
        check("shop.example", "ada.shop.example", true);
        check("St. Example & Sons", "shop.example", false);
        check("bank.example", "shop.example", true);
        check("https://bank.example/lws", "shop.example", true);
        check("localhost:8080", "shop.example", true);
        check("op.example", "shop.example", true);
    }
}
