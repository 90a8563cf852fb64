//! A backup merged into a wallet that is in use: nothing of the wallet's is replaced.

mod documents;
mod held;
mod identities;
mod items;
mod result;

use std::{collections::HashMap, io::Read, ops::Range, sync::Arc};

use idw_vault::{Batch, RecordId};
use idw_words::{Argument, Message as _, MessageData, message};
use serde_json::Value;

use self::{documents::Arrived, held::Held};
use super::{
    BackupStep, OnBackupProgress,
    content::{self, Content, Receiver},
    error::RestoreError,
    format::{DocumentEntry, Id, ImportedLog},
    history::put_imported,
    merge_keys::{Keys, Whose},
    progress::Ticker,
    restore::stage_error,
    sift::named,
    source::BackupFile,
    view::{BackupReport, MergeOutcome, MergeReport, MergedItem, MergedKind},
};
use crate::{
    Password, Wallet,
    clock::now,
    digests::with_keys_of,
    plain::line,
    records::{DigestKeysRecord, EidKeysRecord, Event, ONLY},
    store::{Store, put},
    wiped_stack::on_wiped_stack,
};

/// Whether a backup is merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeMode {
    /// It is only told what merging would do.
    Try,
    /// What the backup holds and the wallet does not is added.
    Merge,
}

impl Wallet {
    /// Adds what a backup holds and this wallet does not, in all profiles, in one durable write; or only tells what that
    /// would be.
    ///
    /// Nothing of the wallet's is replaced. Profiles are matched by name and kind, accounts by their key, documents by
    /// their bytes, values of attributes by what they say, sites by their root URL, applications by the site's number
    /// for them. What differs goes beside the wallet's under another name or label, or is left out and told. Keys that
    /// the backup's recovery phrase makes and this wallet's does not are kept as imported keys. The backup's activity
    /// log is kept as it is, beside the wallet's own. Only a document whose file here is damaged or gone gets its bytes back.
    ///
    /// # Security
    /// Whoever made the backup chose what is in it. Each thing passes the checks of an import, and what does not fit is left
    /// out and told; so is what no later backup of this wallet could hold. Unless the backup is of a wallet with the same
    /// recovery phrase, values are marked as imported from it, whatever it says of who entered or verified them.
    ///
    /// # Errors
    /// As [`check_backup`](Self::check_backup), and where the vault cannot be read or written. Nothing is changed then.
    pub fn merge_backup(
        &self,
        file: &BackupFile,
        passphrase: &Password,
        mode: MergeMode,
        on: &OnBackupProgress<'_>,
    ) -> Result<MergeReport, RestoreError> {
        let dry_run = mode == MergeMode::Try;
        on_wiped_stack(|| {
            let mut ticker = Ticker::new(on);
            let mut read = || {
                let mut merge = Merge::new(self, mode)?;
                let (content, backup) = content::read(file, passphrase, &mut ticker, &mut merge)?;
                Ok::<_, RestoreError>((merge, content, backup))
            };
            // Nobody has to wait while it is read. What was held against the wallet then is so no more where the wallet
            // was changed meanwhile; it is read again, and changes wait for that.
            let mut all = read()?;
            let _guard = self.store.changing();
            if all.0.change != self.store.change() {
                drop(all);
                all = read()?;
            }
            let (mut merge, content, backup) = all;
            ticker.step(BackupStep::Saving, 0)?;
            merge.rest(content, &backup)?;
            let Merge { batch, items, .. } = merge;
            let is_new = |item: &&MergedItem| matches!(item.outcome, MergeOutcome::Added | MergeOutcome::AddedBeside);
            let added = items.iter().filter(is_new).count() as u64;
            if !dry_run && !batch.is_empty() {
                self.store.commit(batch, Event::BackupMerged { created: line(&backup.created), added })?;
            }
            Ok(MergeReport { dry_run, backup, items })
        })
    }
}

/// A merge under way.
struct Merge<'a> {
    wallet: &'a Wallet,
    store: &'a Store,
    mode: MergeMode,
    /// How often the wallet had been changed by then.
    change: u64,
    /// What the wallet holds, with what was added so far.
    held: Held,
    batch: Batch,
    items: Vec<MergedItem>,
    /// The profiles here of the numbers there.
    profiles: HashMap<u32, u32>,
    /// The ids here of the documents there.
    documents: HashMap<String, String>,
    /// The ids here of the sites there.
    sites: HashMap<RecordId, RecordId>,
    /// The ids here of the providers there.
    providers: HashMap<String, String>,
    /// The SHA-256 of each document there, in hexadecimal digits, by its id there.
    digests: HashMap<String, String>,
    /// What the accounts of a profile there are called here, by their names in lower case: those whose key came along.
    accounts: HashMap<(u32, String), String>,
    /// The ids here of the accounts there.
    account_ids: HashMap<RecordId, RecordId>,
    /// Whether the backup is of this wallet, or of one with the same recovery phrase: the user's own.
    is_own: bool,
    /// What became of each document there, by its id there.
    arrived: HashMap<String, Arrived>,
    /// The places in `items` of what was told of the records that were added.
    told: HashMap<RecordId, Range<usize>>,
}

impl<'a> Merge<'a> {
    fn new(wallet: &'a Wallet, mode: MergeMode) -> Result<Self, RestoreError> {
        let store = &*wallet.store;
        Ok(Self {
            wallet,
            store,
            mode,
            change: store.change(), // before anything is looked at
            held: Held::read(store)?,
            batch: Batch::new(),
            items: Vec::new(),
            profiles: HashMap::new(),
            documents: HashMap::new(),
            sites: HashMap::new(),
            providers: HashMap::new(),
            digests: HashMap::new(),
            accounts: HashMap::new(),
            account_ids: HashMap::new(),
            is_own: false,
            arrived: HashMap::new(),
            told: HashMap::new(),
        })
    }

    /// Everything but the profiles and documents, which came while the backup was read.
    fn rest(&mut self, content: Content, backup: &BackupReport) -> Result<(), RestoreError> {
        let keys = Keys::new(self.store, content.wallet.recovery_phrase.as_ref())?;
        self.phrase(&keys);
        self.counters(&content, &keys)?;
        for (id, record, secret) in content.accounts {
            if self.owned(MergedKind::Account, record.profile, &record.name) {
                self.noting(|merge| merge.account(id, record, secret, &keys))?;
            }
        }
        let mut types = self.wallet.types()?;
        let described: Vec<_> =
            content.schemas.into_iter().filter_map(|(id, schema)| self.schema(&types, id, schema)).collect();
        if !described.is_empty() {
            types = Arc::new(types.with(described));
        }
        for (id, record) in content.providers {
            self.noting(|merge| merge.provider(id, record));
        }
        for (id, record) in content.eid_parties {
            self.noting(|merge| merge.eid_party(id, record));
        }
        if let Some(there) = content.wallet.eid_keys.clone().filter(|_| self.is_own)
            && self.store.get::<EidKeysRecord>(ONLY)?.is_none()
        {
            put(&mut self.batch, ONLY, &EidKeysRecord::from(there));
        }
        let seals = self.wallet.seals()?;
        for (id, record) in content.attributes {
            if self.owned(MergedKind::Attribute, record.profile, &types.title(&record.schema)) {
                self.noting(|merge| merge.attribute(&types, &seals, id, record, &backup.created));
            }
        }
        for (id, record) in content.sites {
            if self.owned(MergedKind::Site, record.profile, &record.name) {
                self.noting(|merge| merge.site(id, record, &keys, &backup.created))?;
            }
        }
        let digests = self.wallet.digests()?;
        for (id, mut record) in content.applications {
            digests.renew(&mut record.sent);
            if self.owned(MergedKind::Application, record.profile, &record.site_name) {
                self.noting(|merge| merge.application(id, record, &keys));
            }
        }
        let digest_keys = content.wallet.digest_keys();
        let own = ImportedLog {
            id: Id(RecordId::make()),
            created: line(&backup.created),
            merged: now(),
            profiles: self.profiles.iter().map(|(there, here)| (*there, *here)).collect(),
            log: content.activity.log,
        };
        self.log(own)?;
        for mut log in content.activity.imported {
            // Through two mergings: from there to the backup's wallet, and from that to this one.
            let here = |(there, via): &(u32, u32)| Some((*there, *self.profiles.get(via)?));
            log.profiles = log.profiles.iter().filter_map(here).collect();
            log.created = line(&log.created);
            self.log(log)?;
        }
        if let Some(keys) = digest_keys {
            self.digest_keys(&keys)?;
        }
        self.check_result()
    }

    /// With the keys there, what came along from there can still be compared.
    fn digest_keys(&mut self, there: &DigestKeysRecord) -> Result<(), RestoreError> {
        let Some(own) = self.store.get::<DigestKeysRecord>(ONLY)? else { return Ok(()) };
        if let Some(both) = with_keys_of(&own, there).filter(|_| !self.batch.is_empty()) {
            put(&mut self.batch, ONLY, &both);
        }
        Ok(())
    }

    /// Whether what belongs to a profile there has one here. A removed profile has nothing: a backup that says otherwise
    /// would fill another one with it.
    fn owned(&mut self, kind: MergedKind, there: u32, name: &str) -> bool {
        let owned = self.profiles.contains_key(&there);
        if !owned {
            let why = message::BackupReasonProfileRemoved;
            self.tell_why(kind, named(&line(name)), None, MergeOutcome::LeftOut, why);
        }
        owned
    }

    fn log(&mut self, mut log: ImportedLog) -> Result<(), RestoreError> {
        let name = message::BackupItemLog { created: Argument::Moment(log.created.clone()) }.data();
        let count = log.log.entries.len();
        if log.log.hash.is_empty() || self.held.has_log(&log.log.hash) {
            self.tell(MergedKind::ActivityLog, name, None, MergeOutcome::AlreadyThere);
            return Ok(());
        }
        log.id = Id(RecordId::make());
        self.held.logs.insert(log.log.hash.clone());
        put_imported(&mut self.batch, &log)?;
        self.tell_why(MergedKind::ActivityLog, name, None, MergeOutcome::Added, message::BackupReasonLog { count });
        Ok(())
    }

    fn tell(&mut self, kind: MergedKind, name: MessageData, profile: Option<u32>, outcome: MergeOutcome) {
        let profile = profile.and_then(|number| self.held.profile_name(number));
        self.items.push(MergedItem { kind, name, profile, outcome, reason: None });
    }

    /// The same, and why.
    fn tell_why(
        &mut self,
        kind: MergedKind,
        name: MessageData,
        profile: Option<u32>,
        outcome: MergeOutcome,
        why: impl Into<MessageData>,
    ) {
        let profile = profile.and_then(|number| self.held.profile_name(number));
        self.items.push(MergedItem { kind, name, profile, outcome, reason: Some(why.into()) });
    }

    /// The profile here of one there; every profile of a backup that was not removed is mapped before anything else is
    /// asked, and what belongs to another comes nowhere (see [`owned`](Self::owned)).
    fn here(&self, there: u32) -> u32 {
        self.profiles.get(&there).copied().unwrap_or(0)
    }

    /// Names documents in a value as they are called here.
    fn rename_documents(&self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let renamed = match member {
                        Value::String(id) if name == "content" => self.documents.get(id.as_str()),
                        _ => None,
                    };
                    match renamed {
                        Some(id) => *member = Value::String(id.clone()),
                        None => self.rename_documents(member),
                    }
                }
            }
            Value::Array(elements) => elements.iter_mut().for_each(|element| self.rename_documents(element)),
            _ => {}
        }
    }
}

impl Receiver for Merge<'_> {
    fn content(&mut self, content: &Content) -> Result<(), RestoreError> {
        self.is_own = matches!(Keys::new(self.store, content.wallet.recovery_phrase.as_ref())?.there, Whose::This);
        self.digests = content.documents.iter().map(|one| (one.id.clone(), one.sha256.clone())).collect();
        self.merge_profiles(&content.profiles);
        Ok(())
    }

    fn document(&mut self, document: &DocumentEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        self.take_document(document, bytes)
    }
}
