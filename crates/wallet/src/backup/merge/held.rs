//! What the wallet holds, looked up as a merge needs it.

use std::collections::{HashMap, HashSet};

use idw_vault::{DocumentId, RecordId};
use sha2::{Digest as _, Sha256};

use crate::{
    StoreError,
    names::name_key,
    records::{
        AccountRecord, ActivityRecord, ApplicationRecord, AttributeRecord, EidPartyRecord, ImportedLogRecord,
        ProfileRecord, ProviderRecord, Record, SchemaRecord, SiteRecord,
    },
    sites::{SiteId, description_of},
    store::{Readable, Store},
};

/// Everything of all profiles, with what was added so far.
pub(super) struct Held {
    /// Removed ones too: their numbers stay taken.
    pub(super) profiles: Vec<ProfileRecord>,
    /// The profile and name of each public key's holder.
    pub(super) keys: HashMap<String, (u32, String)>,
    /// The id of the account with each public key.
    pub(super) account_ids: HashMap<String, RecordId>,
    /// What accounts and sites are called, in a form that is the same for the same names, with their profiles.
    pub(super) names: HashSet<(u32, String)>,
    pub(super) attributes: Vec<AttributeRecord>,
    /// The id and media type, by profile, length and SHA-256.
    pub(super) documents: HashMap<(u32, u64, String), (String, String)>,
    pub(super) document_ids: HashSet<DocumentId>,
    /// By profile and root, normalised.
    pub(super) sites: HashMap<(u32, String), (RecordId, SiteRecord)>,
    pub(super) schemas: HashSet<String>,
    pub(super) applications: Vec<(RecordId, ApplicationRecord)>,
    pub(super) providers: Vec<(RecordId, ProviderRecord)>,
    pub(super) eid_parties: Vec<(RecordId, EidPartyRecord)>,
    /// Every id that a record has.
    pub(super) ids: HashSet<RecordId>,
    /// The ids that were given to what was added, in that order.
    pub(super) given: Vec<RecordId>,
    /// What own entries, and the ends of imported logs, hash to.
    pub(super) logs: HashSet<String>,
}

impl Held {
    pub(super) fn read(store: &Store) -> Result<Self, StoreError> {
        // Without one of them a number might be given twice.
        let profiles = store.all_profiles::<ProfileRecord>()?;
        let mut ids: HashSet<RecordId> = profiles.iter().map(|(id, _)| *id).collect();
        // What cannot be read matches nothing; its id stays taken, or what comes in would replace it.
        let accounts = readable::<AccountRecord>(store, &mut ids)?;
        let attributes = readable::<AttributeRecord>(store, &mut ids)?;
        let sites = readable::<SiteRecord>(store, &mut ids)?;
        let schemas = readable::<SchemaRecord>(store, &mut ids)?;
        let applications = readable::<ApplicationRecord>(store, &mut ids)?;
        let providers = readable::<ProviderRecord>(store, &mut ids)?;
        let eid_parties = readable::<EidPartyRecord>(store, &mut ids)?;
        let documents = store.all_documents().collect::<Result<Vec<_>, _>>()?;
        let document_ids = store.vault().documents().map(|info| Ok(info?.id)).collect::<Result<_, StoreError>>()?;
        let mut logs: HashSet<String> = HashSet::new();
        for (_, _, bytes) in store.all_bytes::<ActivityRecord>()? {
            logs.insert(hex::encode(Sha256::digest(&*bytes)));
        }
        let imported = store.readable_in_all_profiles::<ImportedLogRecord>(|_| true)?.records;
        logs.extend(imported.into_iter().map(|(_, log)| log.hash));

        let account_keys = accounts.iter().map(|(_, one)| (one.public_key.clone(), (one.profile, one.name.clone())));
        let site_keys = sites.iter().map(|(_, one)| (one.key_public.clone(), (one.profile, one.name.clone())));
        let account_names = accounts.iter().map(|(_, one)| (one.profile, name_key(&one.name)));
        let site_names = sites.iter().map(|(_, one)| (one.profile, name_key(&one.name)));
        Ok(Self {
            account_ids: accounts.iter().map(|(id, one)| (one.public_key.clone(), *id)).collect(),
            keys: account_keys.chain(site_keys).collect(),
            names: account_names.chain(site_names).collect(),
            ids,
            given: Vec::new(),
            profiles: profiles.into_iter().map(|(_, one)| one).collect(),
            attributes: attributes.into_iter().map(|(_, one)| one).collect(),
            document_ids,
            documents: documents
                .into_iter()
                .map(|(info, meta)| {
                    ((meta.profile, info.len, hex::encode(info.sha256)), (info.id.to_string(), meta.mime_type))
                })
                .collect(),
            schemas: schemas.into_iter().map(|(_, one)| one.url).collect(),
            sites: sites.into_iter().map(|(id, one)| ((one.profile, root_of(&one)), (id, one))).collect(),
            applications,
            providers,
            eid_parties,
            logs,
        })
    }

    pub(super) fn has_log(&self, hash: &str) -> bool {
        self.logs.contains(hash)
    }

    pub(super) fn profile_name(&self, number: u32) -> Option<String> {
        self.profiles.iter().find(|profile| profile.number == number).map(|profile| profile.name.clone())
    }

    /// The id, or a new one where it is taken.
    pub(super) fn free_id(&mut self, wanted: RecordId) -> RecordId {
        let id = if self.ids.contains(&wanted) { RecordId::make() } else { wanted };
        self.ids.insert(id);
        self.given.push(id);
        id
    }

    /// The name, or the first of "name 2" and so on that no account or site of the profile has; it is taken now.
    pub(super) fn free_name(&mut self, profile: u32, wanted: &str) -> String {
        let numbered = (2_u32..).map(|number| format!("{wanted} {number}"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        let name = names.find(|name| !self.names.contains(&(profile, name_key(name))));
        let name = name.expect("the numbers do not end");
        self.names.insert((profile, name_key(&name)));
        name
    }
}

fn readable<R: Record>(store: &Store, ids: &mut HashSet<RecordId>) -> Result<Vec<(RecordId, R)>, StoreError> {
    let Readable { records, unreadable } = store.readable_in_all_profiles::<R>(|_| true)?;
    ids.extend(records.iter().map(|(id, _)| *id));
    ids.extend(unreadable.into_iter().filter_map(|one| one.place.id().parse::<RecordId>().ok()));
    Ok(records)
}

/// By what a site is known again.
pub(super) fn root_of(site: &SiteRecord) -> String {
    description_of(site)
        .map_or_else(|_| site.key_uri.clone(), |description| SiteId::of(description.root()).as_str().to_owned())
}
