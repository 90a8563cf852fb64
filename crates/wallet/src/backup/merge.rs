//! A backup merged into a wallet that is in use: nothing of the wallet's is replaced.

mod held;
mod items;

use std::{
    collections::HashMap,
    io::{self, Read},
};

use idw_vault::{Batch, DocumentId, RecordId};
use serde_json::Value;

use self::held::Held;
use super::{
    BackupStep, OnBackupProgress,
    error::RestoreError,
    format::{DocumentEntry, Id, ImportedLog},
    history::put_imported,
    merge_keys::Keys,
    parts::{self, Content, Receiver},
    progress::Ticker,
    restore::stage_error,
    source::BackupFile,
    view::{BackupReport, MergeOutcome, MergeReport, MergedItem, MergedKind},
};
use crate::{
    Password, Wallet,
    clock::now,
    documents::is_whole,
    own_stack::on_own_stack,
    records::Event,
    store::{Store, encode},
};

impl Wallet {
    /// Adds what a backup holds and this wallet does not, in all profiles, in one durable write; or with `dry_run` only
    /// tells what that would be.
    ///
    /// Nothing of the wallet's is replaced. Profiles are matched by name and kind, accounts by their key, documents by
    /// their bytes, values of attributes by what they say, sites by their root URL, applications by the site's number
    /// for them. What differs goes beside the wallet's under another name or label, or is left out and told. Keys that
    /// the backup's recovery phrase makes and this wallet's does not are kept as imported keys. The backup's activity
    /// log is kept as it is, beside the wallet's own. Only a document whose file here is damaged or gone gets its bytes back.
    ///
    /// # Errors
    /// As [`test_backup`](Self::test_backup), and where the vault cannot be read or written. Nothing is changed then.
    pub fn merge_backup(
        &self,
        file: &BackupFile,
        passphrase: &Password,
        dry_run: bool,
        on: &OnBackupProgress<'_>,
    ) -> Result<MergeReport, RestoreError> {
        on_own_stack(|| {
            let mut ticker = Ticker::new(on);
            let mut read = || {
                let mut merge = Merge::new(&self.store, dry_run)?;
                let (content, backup) = parts::read(file, passphrase, &mut ticker, &mut merge)?;
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
                self.store.commit(batch, Event::BackupMerged { created: backup.created.clone(), added })?;
                self.store.forget_types();
            }
            Ok(MergeReport { dry_run, backup, items })
        })
    }
}

/// A merge under way.
struct Merge<'a> {
    store: &'a Store,
    dry_run: bool,
    /// How often the wallet had been changed by then.
    change: u64,
    /// What the wallet holds, with what was added so far.
    held: Held,
    batch: Batch,
    items: Vec<MergedItem>,
    /// The profiles here of the numbers there.
    profiles: HashMap<u32, u32>,
    /// The ids here of the documents there, where they differ.
    documents: HashMap<String, String>,
    /// The ids here of the sites there.
    sites: HashMap<RecordId, RecordId>,
    /// What the accounts of a profile there are called here, by their names in lower case.
    accounts: HashMap<(u32, String), String>,
}

impl<'a> Merge<'a> {
    fn new(store: &'a Store, dry_run: bool) -> Result<Self, RestoreError> {
        Ok(Self {
            store,
            dry_run,
            change: store.change(), // before anything is looked at
            held: Held::read(store)?,
            batch: Batch::new(),
            items: Vec::new(),
            profiles: HashMap::new(),
            documents: HashMap::new(),
            sites: HashMap::new(),
            accounts: HashMap::new(),
        })
    }

    /// Everything but the profiles and documents, which came while the backup was read.
    fn rest(&mut self, content: Content, backup: &BackupReport) -> Result<(), RestoreError> {
        let keys = Keys::new(self.store, content.wallet.recovery_phrase.as_ref())?;
        self.phrase(&keys);
        self.counters(&content, &keys)?;
        for (id, record, secret) in content.accounts {
            self.account(id, record, secret, &keys)?;
        }
        for (id, record) in content.schemas {
            self.schema(id, record);
        }
        let types = self.store.types()?;
        for (id, record) in content.attributes {
            self.attribute(&types, id, record);
        }
        for (id, record) in content.sites {
            self.site(id, record, &keys)?;
        }
        for (id, record) in content.applications {
            self.application(id, record);
        }
        let own = ImportedLog {
            id: Id(RecordId::make()),
            created: backup.created.clone(),
            merged: now(),
            profiles: self.profiles.iter().map(|(there, here)| (*there, *here)).collect(),
            log: content.activity.log,
        };
        self.log(own)?;
        for mut log in content.activity.imported {
            // Through two mergings: from there to the backup's wallet, and from that to this one.
            let here = |(there, via): &(u32, u32)| Some((*there, *self.profiles.get(via)?));
            log.profiles = log.profiles.iter().filter_map(here).collect();
            self.log(log)?;
        }
        Ok(())
    }

    fn log(&mut self, mut log: ImportedLog) -> Result<(), RestoreError> {
        let name = format!("of the backup of {}", log.created);
        let count = log.log.entries.len();
        if log.log.hash.is_empty() || self.held.has_log(&log.log.hash) {
            self.tell(MergedKind::ActivityLog, name, None, MergeOutcome::AlreadyThere, None);
            return Ok(());
        }
        log.id = Id(RecordId::make());
        self.held.logs.insert(log.log.hash.clone());
        put_imported(&mut self.batch, &log)?;
        let reason = format!("its {count} entries are kept beside your own log");
        self.tell(MergedKind::ActivityLog, name, None, MergeOutcome::Added, Some(reason));
        Ok(())
    }

    fn tell(
        &mut self,
        kind: MergedKind,
        name: String,
        profile: Option<u32>,
        outcome: MergeOutcome,
        reason: Option<String>,
    ) {
        let profile = profile.and_then(|number| self.held.profile_name(number));
        self.items.push(MergedItem { kind, name, profile, outcome, reason });
    }

    /// Puts a document's bytes in the place of those in the wallet, where these cannot be read; says whether that was so.
    fn mend(&mut self, profile: u32, id: &str, bytes: &mut dyn Read, len: u64) -> Result<bool, RestoreError> {
        let Ok(id) = id.parse::<DocumentId>() else { return Ok(false) };
        let Some((_, meta)) = self.store.for_profile(profile).document(id)? else { return Ok(false) };
        if is_whole(self.store, id) {
            return Ok(false);
        }
        if !self.dry_run {
            let staged = self.store.vault().stage_document_as(id, bytes, len).map_err(stage_error)?;
            self.batch.put_document(staged, &encode(&meta));
        }
        Ok(true)
    }

    /// The profile here of one there; every profile of a backup is mapped before anything else is asked.
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
        self.merge_profiles(&content.profiles);
        Ok(())
    }

    fn document(&mut self, document: &DocumentEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        let profile = self.here(document.profile);
        let key = (profile, document.size, document.sha256.clone());
        if let Some(held) = self.held.documents.get(&key).cloned() {
            self.documents.insert(document.id.clone(), held.clone());
            let mended = self.mend(profile, &held, bytes, document.size)?;
            let reason = mended.then(|| "its file in the wallet was damaged; this one takes its place".to_owned());
            let outcome = if mended { MergeOutcome::Added } else { MergeOutcome::AlreadyThere };
            self.tell(MergedKind::Document, document.name.clone(), Some(profile), outcome, reason);
            return Ok(());
        }
        let wanted = document.id.parse().map_err(|_| RestoreError::content("a document in it has no id"))?;
        let id = if self.held.document_ids.contains(&wanted) { DocumentId::make() } else { wanted };
        self.held.document_ids.insert(id);
        self.held.documents.insert(key, id.to_string());
        self.documents.insert(document.id.clone(), id.to_string());
        if self.dry_run {
            io::copy(bytes, &mut io::sink()).map_err(idw_backup::ReadError::Io)?;
        } else {
            let staged = self.store.vault().stage_document_as(id, bytes, document.size).map_err(stage_error)?;
            let meta = crate::records::DocumentMeta { profile, ..Content::meta(document) };
            self.batch.put_document(staged, &encode(&meta));
        }
        self.tell(MergedKind::Document, document.name.clone(), Some(profile), MergeOutcome::Added, None);
        Ok(())
    }
}
