//! What becomes of each kind of thing.

use idw_identity::AttributeType;
use idw_vault::RecordId;
use idw_words::{Message as _, MessageData, message};

use super::{Merge, named};
use crate::{
    Explain as _,
    attributes::{check_label, fit, free_label, same_label, with_files_named},
    backup::{
        content::{Content, account_index},
        error::RestoreError,
        merge_keys::{Keys, Whose},
        view::{MergeOutcome, MergedKind},
    },
    clock::now,
    names::same_name,
    plain::line,
    profiles::{corrected_name, next_number},
    provenance::{Sealed, Seals},
    providers::{has_same_settings, merged_provider},
    records::{
        AccountCounter, AttributeRecord, CheckRecord, EidPartyRecord, ONLY, ProfileRecord, ProvenanceRecord,
        ProviderRecord, SchemaRecord,
    },
    schemas::{MOST_KEPT, Types, described},
    store::put,
};

impl Merge<'_> {
    /// Maps every profile there to one here, and makes those that are missing. A removed one is only remembered.
    pub(super) fn merge_profiles(&mut self, profiles: &[(RecordId, ProfileRecord)]) {
        let mut sorted: Vec<_> = profiles.iter().collect();
        sorted.sort_by_key(|(_, profile)| profile.number);
        for (id, there) in sorted {
            let same = |here: &&ProfileRecord| {
                here.removed.is_none() && here.kind == there.kind && same_name(&here.name, &there.name)
            };
            let found = self.held.profiles.iter().find(same).map(|here| here.number);
            if let (Some(number), None) = (found, there.removed) {
                self.profiles.insert(there.number, number);
                self.tell(MergedKind::Profile, named(&there.name), None, MergeOutcome::AlreadyThere);
                continue;
            }
            let is_taken = self.held.profiles.iter().any(|here| here.number == there.number);
            if there.removed.is_some() && is_taken {
                continue;
            }
            let number = if is_taken { self.next_profile() } else { there.number };
            // Of one that was removed only the numbers count.
            let name = match there.removed {
                Some(_) => String::new(),
                None => self.free_profile_name(&corrected_name(&there.name)),
            };
            let outcome = if name == there.name { MergeOutcome::Added } else { MergeOutcome::AddedBeside };
            // Another phrase's accounts are no reason to pass over this one's.
            let main_index = if self.is_own { account_index(there.main_index) } else { 0 };
            let record = ProfileRecord { number, name: name.clone(), main_index, ..there.clone() };
            let id = self.held.free_id(*id);
            put(&mut self.batch, id, &record);
            self.held.profiles.push(record);
            if there.removed.is_none() {
                self.profiles.insert(there.number, number);
                self.tell(MergedKind::Profile, named(&name), None, outcome);
            }
        }
    }

    fn next_profile(&self) -> u32 {
        next_number(self.held.profiles.iter().map(|profile| profile.number))
    }

    fn free_profile_name(&self, wanted: &str) -> String {
        let is_free = |name: &String| {
            let same = |profile: &ProfileRecord| same_name(&profile.name, name);
            !self.held.profiles.iter().any(|profile| profile.removed.is_none() && same(profile))
        };
        // Short enough to have a number behind it.
        let base: String = wanted.chars().take(50).collect();
        let numbered = (2_u32..).map(|number| format!("{} {number}", base.trim_end()));
        std::iter::once(wanted.to_owned()).chain(numbered).find(is_free).expect("the numbers do not end")
    }

    pub(super) fn phrase(&mut self, keys: &Keys) {
        let (kind, name) = (MergedKind::RecoveryPhrase, message::BackupKindPhrase.data());
        match &keys.there {
            Whose::This | Whose::Nobody => self.tell(kind, name, None, MergeOutcome::AlreadyThere),
            Whose::Other(_) => {
                self.tell_why(kind, name, None, MergeOutcome::Kept, message::BackupReasonPhrase);
            }
        }
    }

    /// No index of the phrase that was ever used there is given to a new account here.
    pub(super) fn counters(&mut self, content: &Content, keys: &Keys) -> Result<(), RestoreError> {
        let here = self.store.get::<AccountCounter>(ONLY)?.unwrap_or_default().next;
        let there = if matches!(keys.there, Whose::This) { account_index(content.wallet.next_account) } else { 0 };
        if there > here {
            put(&mut self.batch, ONLY, &AccountCounter { version: 1, next: there });
        }
        Ok(())
    }

    /// Keeps a schema that is one, and gives what it describes.
    pub(super) fn schema(&mut self, types: &Types, id: RecordId, record: SchemaRecord) -> Option<AttributeType> {
        let name = line(&record.url);
        if types.of(&record.url).is_some() || self.held.schemas.contains(&record.url) {
            self.tell(MergedKind::Schema, named(&name), None, MergeOutcome::AlreadyThere);
            return None;
        }
        let described = match described(&record.url, &record.schema) {
            Ok(_) if self.held.schemas.len() >= MOST_KEPT => {
                Err(message::BackupReasonSchemasFull { most: MOST_KEPT }.data())
            }
            described => described.map_err(|error| error.explain()),
        };
        match described {
            Ok(described) => {
                self.held.schemas.insert(record.url.clone());
                let from_backup = !self.is_own;
                let record = SchemaRecord { site: line(&record.site), from_backup, ..record };
                self.noting(|merge| {
                    let id = merge.held.free_id(id);
                    put(&mut merge.batch, id, &record);
                    merge.tell(MergedKind::Schema, named(&name), None, MergeOutcome::Added);
                });
                Some(described)
            }
            Err(why) => {
                self.tell_why(MergedKind::Schema, named(&name), None, MergeOutcome::LeftOut, why);
                None
            }
        }
    }

    /// A provider whose settings the wallet does not have. Whether its checks count for others is this user's to say.
    pub(super) fn provider(&mut self, id: RecordId, record: ProviderRecord) {
        let name = line(&record.name);
        let same = self.held.providers.iter().find(|(_, held)| has_same_settings(held, &record));
        if let Some((here, _)) = same {
            self.providers.insert(id.to_string(), here.to_string());
            return self.tell(MergedKind::Provider, named(&name), None, MergeOutcome::AlreadyThere);
        }
        let record = match merged_provider(record, self.is_own, |name| {
            self.held.providers.iter().any(|(_, held)| same_name(&held.name, name))
        }) {
            Ok(record) => record,
            Err(why) => {
                let why = why.explain();
                return self.tell_why(MergedKind::Provider, named(&name), None, MergeOutcome::LeftOut, why);
            }
        };
        let beside = record.name != name;
        let here = self.held.free_id(id);
        put(&mut self.batch, here, &record);
        self.providers.insert(id.to_string(), here.to_string());
        let outcome = if beside { MergeOutcome::AddedBeside } else { MergeOutcome::Added };
        self.tell(MergedKind::Provider, named(&record.name), None, outcome);
        self.held.providers.push((here, record));
    }

    /// A party of the user's own backup. Whoever made another one would be let in to ask. Its id has to stay: what identifies
    /// the user to it is derived from that.
    pub(super) fn eid_party(&mut self, id: RecordId, record: EidPartyRecord) {
        let name = line(&record.name);
        let held = &self.held.eid_parties;
        // Parties of services have no key, and are told apart by their ids alone.
        let has_key_of = |one: &EidPartyRecord| record.service.is_none() && one.key == record.key;
        if held.iter().any(|(here, one)| *here == id || has_key_of(one)) {
            return self.tell(MergedKind::EidParty, named(&name), None, MergeOutcome::AlreadyThere);
        }
        let why = if !self.is_own {
            Some(message::BackupReasonEidOtherWallet.data())
        } else if record.service.is_none()
            && held.iter().any(|(_, one)| one.service.is_none() && same_name(&one.name, &name))
        {
            Some(message::BackupReasonEidName.data())
        } else if !self.held.ids.insert(id) {
            Some(message::BackupReasonEidId.data())
        } else {
            None
        };
        if let Some(why) = why {
            return self.tell_why(MergedKind::EidParty, named(&name), None, MergeOutcome::LeftOut, why);
        }
        self.held.given.push(id);
        let record = EidPartyRecord { name: name.clone(), ..record };
        put(&mut self.batch, id, &record);
        self.tell(MergedKind::EidParty, named(&name), None, MergeOutcome::Added);
        self.held.eid_parties.push((id, record));
    }

    /// The check that gave a value of the user's own backup, if the seal in it is this wallet's.
    fn confirmed(&self, seals: &Seals, record: &AttributeRecord) -> Option<CheckRecord> {
        let sha256 = |id: &str| self.digests.get(id).cloned();
        seals.confirmed(record, sha256).filter(|_| self.is_own).cloned()
    }

    pub(super) fn attribute(
        &mut self,
        types: &Types,
        seals: &Seals,
        id: RecordId,
        record: AttributeRecord,
        created: &str,
    ) {
        let check = self.confirmed(seals, &record);
        let profile = self.here(record.profile);
        let title = types.title(&record.schema);
        let mut renamed = record.value.clone();
        self.rename_documents(&mut renamed);
        if self.group(types, profile, &record.schema).any(|held| held.value == renamed) {
            return self.tell(MergedKind::Attribute, named(&title), Some(profile), MergeOutcome::AlreadyThere);
        }
        match self.fitting(types, profile, record, check.is_some()) {
            Ok(record) => {
                let provenance = self.provenance(seals, &record, check, created);
                self.add_attribute(types, id, AttributeRecord { provenance, ..record }, title);
            }
            Err(why) => {
                self.tell_why(MergedKind::Attribute, named(&line(&title)), Some(profile), MergeOutcome::LeftOut, why);
            }
        }
    }

    /// A value as an import takes it in; or why it does not: whole sentences.
    /// What a check of this wallet's own gave may lack something still.
    fn fitting(
        &self,
        types: &Types,
        profile: u32,
        record: AttributeRecord,
        is_confirmed: bool,
    ) -> Result<AttributeRecord, MessageData> {
        let ty = types.of(&record.schema).ok_or(message::BackupReasonAttributeUnknown)?;
        record.label.as_deref().map(check_label).transpose().map_err(|_| message::BackupReasonLabelWrong)?;
        let here = self.held.profiles.iter().find(|one| one.number == profile && one.removed.is_none());
        let kind = here.ok_or(message::BackupReasonProfileMissing)?.kind;
        let find = |id: &str| self.referred(profile, id);
        let fitting = if is_confirmed { with_files_named } else { fit };
        let value = fitting(ty, kind.into(), record.value, &mut { find })?;
        Ok(AttributeRecord { schema: ty.url().to_wire(), value, profile, ..record })
    }

    /// The values here of the attribute that a schema is of.
    fn group<'m>(
        &'m self,
        types: &'m Types,
        profile: u32,
        schema: &'m str,
    ) -> impl Iterator<Item = &'m AttributeRecord> {
        let ty = types.url_of(schema);
        let is_same = move |held: &str| held == schema || (ty.is_some() && types.url_of(held) == ty);
        self.held.attributes.iter().filter(move |held| held.profile == profile && is_same(&held.schema))
    }

    /// Where a value comes from, as this wallet knows it. Of the user's own backup it knows as much as of itself; a check has
    /// a seal of its own here, as profiles and providers may be called by other numbers.
    fn provenance(
        &self,
        seals: &Seals,
        record: &AttributeRecord,
        check: Option<CheckRecord>,
        created: &str,
    ) -> ProvenanceRecord {
        let there = record.provenance.clone();
        if let Some(check) = check {
            let provider = self.providers.get(&check.provider).unwrap_or(&check.provider).clone();
            let check = CheckRecord { provider, ..check };
            let ids = &self.documents;
            let sha256 = |here: &str| {
                let there = ids.iter().find(|(_, id)| *id == here).map_or(here, |(there, _)| there);
                self.digests.get(there).cloned()
            };
            let sealed = seals.seal(&Sealed::of(record), check, sha256);
            return sealed.map_or_else(|| there.told_by_backup(created, now()), ProvenanceRecord::Checked);
        }
        if self.is_own { there.without_own_word(created, now()) } else { there.told_by_backup(created, now()) }
    }

    fn add_attribute(&mut self, types: &Types, id: RecordId, record: AttributeRecord, title: String) {
        let profile = record.profile;
        let (labels, has_default, is_held) = {
            let group: Vec<_> = self.group(types, profile, &record.schema).collect();
            let labels: Vec<Option<String>> = group.iter().map(|held| held.label.clone()).collect();
            (labels, group.iter().any(|held| held.is_default), group.iter().any(|held| held.value == record.value))
        };
        if is_held {
            return self.tell(MergedKind::Attribute, named(&title), Some(profile), MergeOutcome::AlreadyThere);
        }
        let label = if labels.iter().any(|taken| same_label(taken.as_deref(), record.label.as_deref())) {
            let base = record.label.as_deref().unwrap_or("from a backup");
            Some(free_label(base, |label| labels.iter().any(|taken| same_label(taken.as_deref(), Some(label)))))
        } else {
            record.label.clone()
        };
        let beside = label != record.label;
        let new_label = label.clone().filter(|_| beside);
        let is_default = record.is_default && !has_default;
        let version = AttributeRecord::VERSION;
        let record = AttributeRecord { version, label, is_default, ..record };
        let id = self.held.free_id(id);
        put(&mut self.batch, id, &record);
        self.held.attributes.push(record);
        let (kind, name) = (MergedKind::Attribute, named(&title));
        if beside {
            let why = message::BackupReasonLabelled { label: new_label.unwrap_or_default() };
            self.tell_why(kind, name, Some(profile), MergeOutcome::AddedBeside, why);
        } else {
            self.tell(kind, name, Some(profile), MergeOutcome::Added);
        }
    }
}
