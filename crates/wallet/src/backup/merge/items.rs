//! What becomes of each kind of thing.

use idw_vault::RecordId;

use super::{Merge, held::root_of};
use crate::{
    backup::{
        error::RestoreError,
        format::Secret,
        merge_keys::Keys,
        parts::Content,
        view::{MergeOutcome, MergedKind},
    },
    records::{
        AccountCounter, AccountKeyRecord, AccountRecord, ApplicationRecord, AttributeRecord, Import, KeySource, ONLY,
        ProfileRecord, SchemaRecord, SiteRecord,
    },
    schemas::Types,
    store::put,
};

impl Merge<'_> {
    /// Maps every profile there to one here, and makes those that are missing. A removed one is only remembered.
    pub(super) fn merge_profiles(&mut self, profiles: &[(RecordId, ProfileRecord)]) {
        let mut sorted: Vec<_> = profiles.iter().collect();
        sorted.sort_by_key(|(_, profile)| profile.number);
        for (id, there) in sorted {
            let same = |here: &&ProfileRecord| {
                here.removed.is_none()
                    && here.kind == there.kind
                    && here.name.trim().to_lowercase() == there.name.trim().to_lowercase()
            };
            let found = self.held.profiles.iter().find(same).map(|here| here.number);
            if let (Some(number), None) = (found, there.removed) {
                self.profiles.insert(there.number, number);
                let name = there.name.clone();
                self.tell(MergedKind::Profile, name, None, MergeOutcome::AlreadyThere, None);
                continue;
            }
            let is_taken = self.held.profiles.iter().any(|here| here.number == there.number);
            if there.removed.is_some() && is_taken {
                continue;
            }
            let number = if is_taken { self.next_profile() } else { there.number };
            let name = self.free_profile_name(&there.name);
            let outcome = if name == there.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
            let record = ProfileRecord { number, name: name.clone(), ..there.clone() };
            let id = self.held.free_id(*id);
            put(&mut self.batch, id, &record);
            self.held.profiles.push(record);
            if there.removed.is_none() {
                self.profiles.insert(there.number, number);
                self.tell(MergedKind::Profile, name, None, outcome, None);
            }
        }
    }

    fn next_profile(&self) -> u32 {
        self.held.profiles.iter().map(|profile| profile.number).max().map_or(0, |last| last + 1)
    }

    fn free_profile_name(&self, wanted: &str) -> String {
        let is_free = |name: &String| {
            let same = |profile: &ProfileRecord| profile.name.to_lowercase() == name.to_lowercase();
            !self.held.profiles.iter().any(|profile| profile.removed.is_none() && same(profile))
        };
        let mut names = std::iter::once(wanted.to_owned()).chain((2_u32..).map(|n| format!("{wanted} {n}")));
        names.find(is_free).expect("the numbers do not end")
    }

    pub(super) fn phrase(&mut self, keys: &Keys) {
        let (outcome, reason) = match keys {
            Keys::Same | Keys::None => (MergeOutcome::AlreadyThere, None),
            Keys::Other(_) => (
                MergeOutcome::Kept,
                Some("it is another one: the keys that the backup's phrase makes come in as imported keys".to_owned()),
            ),
        };
        self.tell(MergedKind::RecoveryPhrase, "recovery phrase".to_owned(), None, outcome, reason);
    }

    /// No index of the phrase that was ever used there is given to a new account here.
    pub(super) fn counters(&mut self, content: &Content, keys: &Keys) -> Result<(), RestoreError> {
        let here = self.store.get::<AccountCounter>(ONLY)?.unwrap_or_default().next;
        let there = if matches!(keys, Keys::Same) { content.wallet.next_account } else { 0 };
        if there > here {
            put(&mut self.batch, ONLY, &AccountCounter { version: 1, next: there });
        }
        Ok(())
    }

    pub(super) fn account(
        &mut self,
        id: RecordId,
        record: AccountRecord,
        secret: Option<Secret>,
        keys: &Keys,
    ) -> Result<(), RestoreError> {
        let profile = self.here(record.profile);
        let there = (record.profile, record.name.to_lowercase());
        if let Some((holder, name)) = self.held.keys.get(&record.public_key).cloned() {
            if holder == profile {
                self.accounts.insert(there, name);
                self.tell(MergedKind::Account, record.name, Some(profile), MergeOutcome::AlreadyThere, None);
            } else {
                let reason = Some("its key belongs to another profile of this wallet".to_owned());
                self.tell(MergedKind::Account, record.name, Some(profile), MergeOutcome::Kept, reason);
            }
            return Ok(());
        }
        let (source, secret) = match (&record.source, keys) {
            (KeySource::Derived { index }, Keys::Other(seed)) => {
                let key = Keys::account(seed, *index)?;
                (KeySource::Imported { imported: Import::Phrase { index: *index } }, Some(key))
            }
            (source, _) => (source.clone(), secret),
        };
        let name = self.held.free_name(profile, &record.name);
        let outcome = if name == record.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
        self.accounts.insert(there, name.clone());
        self.put_account(id, AccountRecord { name: name.clone(), source, profile, ..record }, secret);
        self.tell(MergedKind::Account, name, Some(profile), outcome, None);
        Ok(())
    }

    fn put_account(&mut self, id: RecordId, record: AccountRecord, secret: Option<Secret>) {
        let id = self.held.free_id(id);
        if let Some(secret) = secret {
            put(&mut self.batch, id, &AccountKeyRecord { version: 1, secret: secret.0, profile: record.profile });
        }
        put(&mut self.batch, id, &record);
        self.held.keys.insert(record.public_key, (record.profile, record.name));
    }

    pub(super) fn schema(&mut self, id: RecordId, record: SchemaRecord) {
        let name = record.url.clone();
        if !self.held.schemas.insert(record.url.clone()) {
            return self.tell(MergedKind::Schema, name, None, MergeOutcome::AlreadyThere, None);
        }
        let id = self.held.free_id(id);
        put(&mut self.batch, id, &record);
        self.tell(MergedKind::Schema, name, None, MergeOutcome::Added, None);
    }

    pub(super) fn attribute(&mut self, types: &Types, id: RecordId, mut record: AttributeRecord) {
        let profile = self.here(record.profile);
        self.rename_documents(&mut record.value);
        let title = types.title(&record.schema);
        let group = || {
            let held = self.held.attributes.iter();
            held.filter(|held| held.profile == profile && held.schema == record.schema)
        };
        if group().any(|held| held.value == record.value) {
            return self.tell(MergedKind::Attribute, title, Some(profile), MergeOutcome::AlreadyThere, None);
        }
        let is_taken = |label: &Option<String>| group().any(|held| held.label == *label);
        let label = if is_taken(&record.label) {
            let base = record.label.clone().unwrap_or_else(|| "from a backup".to_owned());
            let numbered = (2_u32..).map(|number| format!("{base} {number}"));
            std::iter::once(base.clone()).chain(numbered).map(Some).find(|label| !is_taken(label)).flatten()
        } else {
            record.label.clone()
        };
        let beside = label != record.label;
        let is_default = record.is_default && !group().any(|held| held.is_default);
        let reason = beside.then(|| format!("labelled '{}'", label.as_deref().unwrap_or_default()));
        let outcome = if beside { MergeOutcome::AddedBeside } else { MergeOutcome::Added };
        let record = AttributeRecord { label, is_default, profile, ..record };
        let id = self.held.free_id(id);
        put(&mut self.batch, id, &record);
        self.held.attributes.push(record);
        self.tell(MergedKind::Attribute, title, Some(profile), outcome, reason);
    }

    pub(super) fn site(&mut self, id: RecordId, mut record: SiteRecord, keys: &Keys) -> Result<(), RestoreError> {
        let profile = self.here(record.profile);
        if let Some(account) = &record.account {
            let here = self.accounts.get(&(record.profile, account.to_lowercase())).cloned();
            // Where it names the site's own key there is nothing to rename.
            record.account = here.or(record.account);
        }
        let place = (profile, root_of(&record));
        if let Some((held, site)) = self.held.sites.get(&place) {
            self.sites.insert(id, *held);
            let same = site.key_public == record.key_public && site.account == record.account;
            let (outcome, reason) = if same {
                (MergeOutcome::AlreadyThere, None)
            } else {
                let reason = "you act as another account there".to_owned();
                (MergeOutcome::Kept, Some(reason))
            };
            let name = site.name.clone();
            self.tell(MergedKind::Site, name, Some(profile), outcome, reason);
            return Ok(());
        }
        let name = self.held.free_name(profile, &record.name);
        if let (Keys::Other(seed), None) = (keys, &record.account) {
            record.account = Some(self.site_key(seed, profile, &name, &record)?);
        }
        let outcome = if name == record.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
        let record = SiteRecord { name: name.clone(), profile, ..record };
        let here = self.held.free_id(id);
        put(&mut self.batch, here, &record);
        self.sites.insert(id, here);
        self.held.keys.entry(record.key_public.clone()).or_insert_with(|| (profile, name.clone()));
        self.held.sites.insert(place, (here, record));
        self.tell(MergedKind::Site, name, Some(profile), outcome, None);
        Ok(())
    }

    /// The key by which a site knows the backup's user, as an account: this wallet's phrase does not make it.
    fn site_key(
        &mut self,
        seed: &idw_keys::Seed,
        profile: u32,
        site: &str,
        record: &SiteRecord,
    ) -> Result<String, RestoreError> {
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
        let reason = Some(format!("by which {site} knows you"));
        self.tell(MergedKind::Account, name.clone(), Some(profile), MergeOutcome::Added, reason);
        Ok(name)
    }

    pub(super) fn application(&mut self, id: RecordId, mut record: ApplicationRecord) {
        let profile = self.here(record.profile);
        let there = record.site.parse::<RecordId>().ok().and_then(|site| self.sites.get(&site));
        record.site = there.map_or(record.site, ToString::to_string);
        let name = format!("{} at {}", record.template_name.as_deref().unwrap_or("an application"), record.site_name);
        let same = |(held_id, held): &&(RecordId, ApplicationRecord)| {
            *held_id == id || held.site == record.site && held.remote_id.is_some() && held.remote_id == record.remote_id
        };
        if let Some((_, held)) = self.held.applications.iter().find(same) {
            let (outcome, reason) = if held.state == record.state {
                (MergeOutcome::AlreadyThere, None)
            } else {
                (MergeOutcome::Kept, Some("yours has come another way".to_owned()))
            };
            return self.tell(MergedKind::Application, name, Some(profile), outcome, reason);
        }
        for file in &mut record.files {
            if let Some(here) = self.documents.get(&file.document) {
                file.document.clone_from(here);
            }
        }
        for outgoing in &mut record.attributes {
            self.rename_documents(&mut outgoing.value);
        }
        if let Some(account) = &record.account {
            let here = self.accounts.get(&(record.profile, account.to_lowercase())).cloned();
            record.account = here.or(record.account);
        }
        // The entry that this number is of is in the backup's log, and none of this wallet's own.
        let record = ApplicationRecord { approved: 0, profile, ..record };
        let id = self.held.free_id(id);
        put(&mut self.batch, id, &record);
        self.held.applications.push((id, record));
        self.tell(MergedKind::Application, name, Some(profile), MergeOutcome::Added, None);
    }
}
