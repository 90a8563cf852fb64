//! As whom the user acts, where, and what they applied for: whatever decides keys, destinations or consent.
//!
//! Whoever made the backup chose what stands in it, so nothing of that counts as it stands. Keys are derived anew from
//! this wallet's phrase, or came along themselves; an account is used at a site only where its key came along; and no
//! consent comes in: what a merge brings is asked about, with everyone who gets something, before it is used.

use idw_keys::{PublicKey, Seed};
use idw_lws::SiteDescription;
use idw_vault::RecordId;
use idw_words::{Message as _, MessageData, message};

use super::{Merge, held::root_of, named};
use crate::{
    accounts::fitting_name,
    backup::{
        error::RestoreError,
        format::Secret,
        merge_keys::{Keys, Whose, site_public_key},
        view::{MergeOutcome, MergedKind},
    },
    clock::now,
    names::{name_key, same_name},
    plain::line,
    records::{AccountKeyRecord, AccountRecord, ApplicationRecord, ApplicationState, Import, KeySource, SiteRecord},
    sites::{KeyRule, KeyUri, description_of, honest_name, key_uri},
    store::put,
};

/// Why something is left out.
type Why = MessageData;

impl Merge<'_> {
    pub(super) fn account(
        &mut self,
        id: RecordId,
        record: AccountRecord,
        secret: Option<Secret>,
        keys: &Keys,
    ) -> Result<(), RestoreError> {
        let profile = self.here(record.profile);
        let there = (record.profile, name_key(&record.name));
        let name = line(&record.name);
        // Anybody can write down a public key. Only who has the secret one, or the phrase that makes it, may say where it
        // is used.
        let is_of_phrase = matches!(record.source, KeySource::Derived { .. }) && !matches!(keys.there, Whose::Nobody);
        let came_along = secret.is_some() || is_of_phrase;
        if let Some((holder, held)) = self.held.keys.get(&record.public_key).cloned() {
            if holder != profile {
                let why = message::BackupReasonAccountElsewhere;
                self.tell_why(MergedKind::Account, named(&name), Some(profile), MergeOutcome::Kept, why);
                return Ok(());
            }
            if came_along {
                self.accounts.insert(there, held.clone());
                self.account_ids.extend(self.held.account_ids.get(&record.public_key).map(|here| (id, *here)));
            }
            self.tell(MergedKind::Account, named(&name), Some(profile), MergeOutcome::AlreadyThere);
            return Ok(());
        }
        let (source, secret) = match account_source(&record, secret, keys)? {
            Ok(source) => source,
            Err(why) => {
                self.tell_why(MergedKind::Account, named(&name), Some(profile), MergeOutcome::LeftOut, why);
                return Ok(());
            }
        };
        // A name that reads like an address would take the place of the account with that address.
        let fitting = fitting_name(&name).unwrap_or_else(|| "account".to_owned());
        let name = self.held.free_name(profile, &fitting);
        let outcome = if name == record.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
        // That it was exported lets its only key be removed: the word of another's wallet is not enough for that.
        let exported = record.exported.filter(|_| matches!(keys.there, Whose::This));
        let account = AccountRecord { name: name.clone(), source, profile, exported, ..record };
        let here = self.put_account(id, account, secret);
        if came_along {
            self.accounts.insert(there, name.clone());
            self.account_ids.insert(id, here);
        }
        self.tell(MergedKind::Account, named(&name), Some(profile), outcome);
        Ok(())
    }

    fn put_account(&mut self, id: RecordId, record: AccountRecord, secret: Option<Secret>) -> RecordId {
        let id = self.held.free_id(id);
        if let Some(secret) = secret {
            put(&mut self.batch, id, &AccountKeyRecord { version: 1, secret: secret.0, profile: record.profile });
        }
        put(&mut self.batch, id, &record);
        self.held.account_ids.insert(record.public_key.clone(), id);
        self.held.keys.insert(record.public_key, (record.profile, record.name));
        id
    }

    pub(super) fn site(
        &mut self,
        id: RecordId,
        record: SiteRecord,
        keys: &Keys,
        created: &str,
    ) -> Result<(), RestoreError> {
        let profile = self.here(record.profile);
        let name = line(&record.name);
        let left_out = |merge: &mut Self, why: Why| {
            merge.tell_why(MergedKind::Site, named(&name), Some(profile), MergeOutcome::LeftOut, why);
        };
        let Ok(description) = description_of(&record) else {
            left_out(self, message::BackupReasonSiteDescription.data());
            return Ok(());
        };
        let account = record
            .account
            .as_ref()
            .and_then(|account| self.accounts.get(&(record.profile, name_key(account))).cloned());
        let place = (profile, root_of(&record));
        if let Some((held, site)) = self.held.sites.get(&place) {
            self.sites.insert(id, *held);
            let same = site.key_public == record.key_public && site.account == account;
            let name = named(&site.name);
            if same {
                self.tell(MergedKind::Site, name, Some(profile), MergeOutcome::AlreadyThere);
            } else {
                let why = message::BackupReasonSiteAccount;
                self.tell_why(MergedKind::Site, name, Some(profile), MergeOutcome::Kept, why);
            }
            return Ok(());
        }
        let keyed = match self.own_key(&record, &description, profile, keys) {
            Ok(keyed) => keyed,
            Err(why) => {
                left_out(self, why);
                return Ok(());
            }
        };
        if let Some((_, holder)) = self.held.keys.get(&keyed.key_public) {
            let why = message::BackupReasonSiteKeyTaken { name: holder }.data();
            left_out(self, why);
            return Ok(());
        }
        self.add_site(id, Coming { there: record, description, keyed, account, profile }, keys, created)
    }

    /// The record with the key that this wallet has for the site; or why it has none.
    fn own_key(
        &self,
        record: &SiteRecord,
        description: &SiteDescription,
        profile: u32,
        keys: &Keys,
    ) -> Result<SiteRecord, Why> {
        const NO_PHRASE: message::BackupReasonSiteNoPhrase = message::BackupReasonSiteNoPhrase;
        let with = |uri: KeyUri, rule: KeyRule, index: u32, public: String| SiteRecord {
            key_uri: uri.base,
            key_shared_with: uri.shared,
            key_rule: rule.number(),
            key_confirmed: false,
            key_index: index,
            key_public: public,
            ..record.clone()
        };
        let own = keys.own.as_ref().ok_or(NO_PHRASE)?;
        if let Whose::Other(_) = keys.there {
            // The key by which the site knows the backup's user comes in as an account. This one is the wallet's own.
            let uri = key_uri(description, KeyRule::Second).ok_or(message::BackupReasonSiteQuery)?;
            let public = site_public_key(own, &uri, profile).ok_or(NO_PHRASE)?;
            return Ok(with(uri, KeyRule::Second, profile, public));
        }
        self.check_index(record.key_index, profile, keys)?;
        let recorded = KeyUri { base: record.key_uri.clone(), shared: record.key_shared_with.clone() };
        let by_rules = [KeyRule::Second, KeyRule::First].into_iter();
        let mut uris: Vec<(KeyUri, KeyRule)> =
            by_rules.filter_map(|rule| Some((key_uri(description, rule)?, rule))).collect();
        if let Whose::This = keys.there {
            // The owner's own backup: a key that a site kept when its endpoints moved is among them.
            uris.push((recorded, KeyRule::of(record)));
        }
        let found = uris.into_iter().find_map(|(uri, rule)| {
            let public = site_public_key(own, &uri, record.key_index)?;
            (public == record.key_public).then(|| with(uri, rule, record.key_index, public))
        });
        Ok(found.ok_or(message::BackupReasonSiteKey)?)
    }

    /// The index of a site's key is the number of the profile, so that sites cannot tell that two profiles are one user's.
    fn check_index(&self, index: u32, profile: u32, keys: &Keys) -> Result<(), Why> {
        let is_anothers = self.held.profiles.iter().any(|one| one.number == index);
        // Without the phrase, the index may be that of a profile which this wallet has elsewhere.
        if index != profile && (is_anothers || matches!(keys.there, Whose::Nobody)) {
            return Err(message::BackupReasonSiteProfile.data());
        }
        Ok(())
    }

    fn add_site(&mut self, id: RecordId, coming: Coming, keys: &Keys, created: &str) -> Result<(), RestoreError> {
        let Coming { there, description, keyed, mut account, profile } = coming;
        let is_own = matches!(keys.there, Whose::This);
        let honest = honest_name(&line(&keyed.name), description.root());
        let name = self.held.free_name(profile, &honest);
        let mut why = None;
        match (&keys.there, &there.account, &account) {
            (Whose::Other(seed), None, _) => account = Some(self.known_as(seed, profile, &name, &there)?),
            (_, Some(used), None) if !is_named_so(&there, used) => {
                why = Some(message::BackupReasonSiteOwnKey);
            }
            _ => {}
        }
        let outcome = if name == there.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
        let record = SiteRecord {
            version: SiteRecord::VERSION,
            name: name.clone(),
            // An address leads to a site only where its owner gave it.
            given_url: keyed.given_url.clone().filter(|_| is_own),
            account,
            added: if is_own { keyed.added } else { now() },
            last_used: keyed.last_used.filter(|_| is_own),
            file_limit: None,
            former_key: None,
            from_backup: (!is_own).then(|| line(created)),
            profile,
            ..keyed
        };
        // A consent holds for the wallet that it was given in.
        let record = record.with_lws(|lws| (lws.agreed, lws.challenge_path) = (None, None));
        let here = self.held.free_id(id);
        put(&mut self.batch, here, &record);
        self.sites.insert(id, here);
        self.held.keys.insert(record.key_public.clone(), (profile, name.clone()));
        self.held.sites.insert((profile, root_of(&record)), (here, record));
        match why {
            Some(why) => self.tell_why(MergedKind::Site, named(&name), Some(profile), outcome, why),
            None => self.tell(MergedKind::Site, named(&name), Some(profile), outcome),
        }
        Ok(())
    }

    /// The key by which a site knows the backup's user, as an account: this wallet's phrase does not make it.
    fn known_as(&mut self, seed: &Seed, profile: u32, site: &str, record: &SiteRecord) -> Result<String, RestoreError> {
        if let Some((_, name)) = self.held.keys.get(&record.key_public).filter(|(holder, _)| *holder == profile) {
            return Ok(name.clone());
        }
        let secret = Keys::site(seed, record)?;
        let name = self.held.free_name(profile, &format!("key of {site}"));
        let account = AccountRecord {
            version: 1,
            name: name.clone(),
            source: KeySource::Imported { imported: Import::RawKey },
            public_key: record.key_public.clone(),
            created: record.added,
            exported: None,
            profile,
        };
        self.put_account(RecordId::make(), account, Some(secret));
        let why = message::BackupReasonAccountOfSite { site };
        self.tell_why(MergedKind::Account, named(&name), Some(profile), MergeOutcome::Added, why);
        Ok(name)
    }

    pub(super) fn application(&mut self, id: RecordId, mut record: ApplicationRecord, keys: &Keys) {
        let profile = self.here(record.profile);
        let is_own = matches!(keys.there, Whose::This);
        let site_name = line(&record.site_name);
        let name = match record.template_name.as_deref().map(line) {
            Some(template) => message::BackupItemApplication { template, site: &site_name }.data(),
            None => message::BackupItemApplicationUnnamed { site: &site_name }.data(),
        };
        let left_out = |merge: &mut Self, why: Why| {
            merge.tell_why(MergedKind::Application, name.clone(), Some(profile), MergeOutcome::LeftOut, why);
        };
        let there = record.site.parse::<RecordId>().ok().and_then(|site| self.sites.get(&site)).copied();
        let Some(site) = there else { return left_out(self, message::BackupReasonApplicationSite.data()) };
        record.site = site.to_string();
        let same = |(held_id, held): &&(RecordId, ApplicationRecord)| {
            *held_id == id || held.site == record.site && held.remote_id.is_some() && held.remote_id == record.remote_id
        };
        if let Some((_, held)) = self.held.applications.iter().find(same) {
            if held.state == record.state {
                self.tell(MergedKind::Application, name, Some(profile), MergeOutcome::AlreadyThere);
            } else {
                let why = message::BackupReasonApplicationStatus;
                self.tell_why(MergedKind::Application, name, Some(profile), MergeOutcome::Kept, why);
            }
            return;
        }
        let has_ended_here = matches!(
            record.state,
            ApplicationState::Submitted | ApplicationState::Refused | ApplicationState::Cancelled
        );
        if !is_own && !has_ended_here {
            return left_out(self, message::BackupReasonApplicationUnsent.data());
        }
        for file in &mut record.files {
            let Some(here) = self.documents.get(&file.document) else {
                return left_out(self, message::BackupReasonApplicationFile.data());
            };
            file.document.clone_from(here);
        }
        for outgoing in &mut record.attributes {
            self.rename_documents(&mut outgoing.value);
        }
        match self.applicant(site, &record) {
            Ok(account) => record.account = account,
            Err(why) => return left_out(self, why),
        }
        let record = if is_own { record } else { self.only_its_number(site, record) };
        let record = ApplicationRecord {
            version: ApplicationRecord::VERSION,
            site_name,
            // The entry that this number is of is in the backup's log, and none of this wallet's own.
            approved: 0,
            profile,
            ..record
        };
        let id = self.held.free_id(id);
        put(&mut self.batch, id, &record);
        self.held.applications.push((id, record));
        self.tell(MergedKind::Application, name, Some(profile), MergeOutcome::Added);
    }

    /// What is taken of another wallet's application: that it is there, and its number. What was to be sent, what was agreed
    /// to, and what the site is said to have said are that wallet's; the site says it again when it is asked.
    fn only_its_number(&self, site: RecordId, record: ApplicationRecord) -> ApplicationRecord {
        let named = self.held.account_ids.iter().find(|(_, id)| Some(id.to_string()) == record.account);
        let public = named.map(|(public, _)| public).or_else(|| {
            let (_, held) = self.held.sites.values().find(|(id, _)| *id == site)?;
            Some(&held.key_public)
        });
        let holder = public.and_then(|public| self.held.keys.get(public)).map(|(_, name)| name.clone());
        let did = public.and_then(|public| did_of(public));
        ApplicationRecord {
            account_name: holder.unwrap_or_default(),
            did: did.unwrap_or_default(),
            destination: None,
            attributes: Vec::new(),
            files: Vec::new(),
            sent: Vec::new(),
            confirmed: false,
            url: None,
            message: None,
            status: None,
            wanted: Vec::new(),
            checked: None,
            ..record
        }
    }

    /// The account here that an application was made with: the one that came along, or the site's own key.
    fn applicant(&self, site: RecordId, record: &ApplicationRecord) -> Result<Option<String>, Why> {
        const ELSE: message::BackupReasonApplicationOtherAccount = message::BackupReasonApplicationOtherAccount;
        let account = record.account.as_ref().and_then(|id| id.parse::<RecordId>().ok());
        if let Some(account) = account {
            let here = self.account_ids.get(&account).ok_or(message::BackupReasonApplicationAccount)?;
            return Ok(Some(here.to_string()));
        }
        let (_, held) = self.held.sites.values().find(|(id, _)| *id == site).ok_or(ELSE)?;
        if did_of(&held.key_public).as_deref() == Some(&*record.did) {
            return Ok(None);
        }
        // Another phrase's key for the site came in as an account.
        let known = self.held.account_ids.iter().find(|(public, _)| did_of(public).as_deref() == Some(&*record.did));
        Ok(known.map(|(_, id)| Some(id.to_string())).ok_or(ELSE)?)
    }
}

fn did_of(public: &str) -> Option<String> {
    public.parse::<PublicKey>().ok().map(|key| key.did().to_string())
}

/// A site on its way in: as it was there, and with the key that it has here.
struct Coming {
    there: SiteRecord,
    description: SiteDescription,
    keyed: SiteRecord,
    account: Option<String>,
    profile: u32,
}

/// Where an account's key comes from here, with the key where it is kept; or why it is not taken in.
fn account_source(
    record: &AccountRecord,
    secret: Option<Secret>,
    keys: &Keys,
) -> Result<Result<(KeySource, Option<Secret>), Why>, RestoreError> {
    Ok(match (&record.source, &keys.there) {
        (KeySource::Imported { .. }, _) if secret.is_none() => Err(message::BackupReasonAccountNoKey.data()),
        (source @ KeySource::Imported { .. }, _) => Ok((source.clone(), secret)),
        (KeySource::Derived { index }, Whose::Other(seed)) => {
            let key = Keys::account(seed, *index)?;
            Ok((KeySource::Imported { imported: Import::Phrase { index: *index } }, Some(key)))
        }
        // It may be an account of a profile that this wallet has elsewhere, or had.
        (KeySource::Derived { .. }, Whose::Nobody) => Err(message::BackupReasonAccountNoPhrase.data()),
        (source @ KeySource::Derived { index }, Whose::This) => {
            let made = keys.own.as_ref().and_then(|own| own.account(*index).ok());
            let is_made_here = made.is_some_and(|key| key.public_key().uncompressed_hex() == record.public_key);
            if is_made_here { Ok((source.clone(), None)) } else { Err(message::BackupReasonAccountOtherPhrase.data()) }
        }
    })
}

/// Whether the account that a site names is the site's own key, which goes by the site's name.
fn is_named_so(site: &SiteRecord, account: &str) -> bool {
    same_name(&site.name, account)
}
