//! A new vault from a backup.

use std::{collections::HashMap, io::Read, path::Path, sync::Arc};

use idw_vault::{Batch, KdfCost, RecordId, StageError, Unfinished, Vault};
use idw_words::message;

use super::{
    BackupStep, OnBackupProgress,
    amend::Remarks,
    content::{self, Content, Receiver},
    error::RestoreError,
    format::{DocumentEntry, Log},
    history::put_imported,
    progress::Ticker,
    source::{BackupFile, Typed, typed},
    standing::put_last_backup,
    view::BackupReport,
};
use crate::{
    CreateError, Password, Wallet,
    clock::now,
    digests::Digests,
    plain::line,
    records::{
        AccountCounter, AccountKeyRecord, ActivityHead, ActivityRecord, ApplicationRecord, EidKeysRecord, Event, ONLY,
        PhraseRecord, Record, SiteRecord,
    },
    sites::{KeyRule, description_of, honest_name, key_uri},
    store::{encode, put},
    wiped_stack::on_wiped_stack,
};

/// Documents in one commit: each is a file of its own and a little memory until then.
const DOCUMENTS_PER_COMMIT: usize = 64;

impl Wallet {
    /// Makes a vault in `dir`, which is new or empty, from a backup: everything as it was when the backup was made,
    /// under a password of its own. The activity log gets one more entry that says so. What was not as it should be, and was
    /// put right or kept all the same, is in the report's remarks.
    ///
    /// It is filled in `dir` itself, sealed from the first byte on and with other processes kept out, so that `dir` may be
    /// a mount point, a link, or the current folder. It counts as a vault only when the backup was read to its end and
    /// found whole: a process that is killed leaves no vault, or a whole one. The next attempt to restore to `dir`, or
    /// to make a vault there, clears away what it left.
    ///
    /// # Errors
    /// As [`check_backup`](Self::check_backup); [`RestoreError::VaultExists`] and [`RestoreError::NotEmpty`] rather than
    /// touch what is there, and others where the vault cannot be made. `dir` is as it was then, except with
    /// [`RestoreError::Unlock`], which comes after everything was saved.
    pub fn restore_backup(
        dir: &Path,
        file: &BackupFile,
        passphrase: &Password,
        password: &Password,
        cost: KdfCost,
        on: &OnBackupProgress<'_>,
    ) -> Result<(Self, BackupReport), RestoreError> {
        on_wiped_stack(|| {
            let restored = restore(dir, file, passphrase, password, cost, on);
            let (wallet, report) = restored.map_err(|error| match error {
                RestoreError::Store(error) => RestoreError::Fill(error), // of a vault that is no more
                error => error,
            })?;
            Ok((opened_anew(wallet, password)?, report))
        })
    }
}

/// Its owner is told that it is there once it has opened as it will from now on.
fn opened_anew(wallet: Wallet, password: &Password) -> Result<Wallet, RestoreError> {
    let locked = wallet.lock().map_err(drop).expect("nobody else has the restored wallet");
    locked.unlock(password).map_err(|(_, error)| RestoreError::Unlock(error))
}

fn restore(
    dir: &Path,
    file: &BackupFile,
    passphrase: &Password,
    password: &Password,
    cost: KdfCost,
    on: &OnBackupProgress<'_>,
) -> Result<(Wallet, BackupReport), RestoreError> {
    if password.is_empty() {
        return Err(CreateError::from(idw_vault::CreateError::EmptyPassword).into());
    }
    // Before the work of opening the backup. Beginning the vault looks again.
    Vault::check_place(dir).map_err(not_made)?;
    let mut ticker = Ticker::new(on);
    let mut filling = Filling {
        dir,
        password,
        cost,
        begun: None,
        batch: Batch::new(),
        waiting: 0,
        types: HashMap::new(),
        remarks: Remarks::default(),
    };
    let (mut content, mut report) = content::read(file, passphrase, &mut ticker, &mut filling)?;
    ticker.step(BackupStep::Saving, 0)?;
    let Filling { begun, batch, types, mut remarks, .. } = filling;
    let Begun { wallet, unfinished } = begun.ok_or_else(|| RestoreError::content(message::BackupFaultEmpty))?;
    content.amend(&report.created, &types, &mut remarks);
    report.remarks = remarks.0;
    fill(&wallet, batch, content, &report)?;
    Ok((wallet.finished(unfinished)?, report))
}

/// A vault that is being filled. Where that fails, the wallet goes first, and lets go of the files before they are removed.
struct Begun {
    wallet: Wallet,
    unfinished: Unfinished,
}

/// Why no vault was begun: where something is in its place, in words that name another way.
fn not_made(error: idw_vault::CreateError) -> RestoreError {
    match error {
        idw_vault::CreateError::AlreadyExists { dir } => RestoreError::VaultExists { dir },
        idw_vault::CreateError::NotEmpty { dir } => RestoreError::NotEmpty { dir },
        error => CreateError::from(error).into(),
    }
}

/// A new vault that takes documents in as they come.
struct Filling<'a> {
    dir: &'a Path,
    password: &'a Password,
    cost: KdfCost,
    begun: Option<Begun>,
    batch: Batch,
    /// Documents in the batch.
    waiting: usize,
    /// What the documents are, by their ids.
    types: HashMap<String, String>,
    remarks: Remarks,
}

impl Receiver for Filling<'_> {
    /// The vault is made only now: a wrong passphrase leaves none behind.
    fn content(&mut self, _: &Content) -> Result<(), RestoreError> {
        let (vault, unfinished) = Vault::begin(self.dir, self.password, self.cost).map_err(not_made)?;
        self.begun = Some(Begun { wallet: Wallet::unlocked(vault), unfinished });
        Ok(())
    }

    fn document(&mut self, document: &DocumentEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        let Some(Begun { wallet, .. }) = &self.begun else {
            return Err(RestoreError::content(message::BackupFaultEmpty));
        };
        let id = document.id.parse().map_err(|_| RestoreError::content(message::BackupFaultDocumentId))?;
        let Typed { mime_type, mut bytes } = typed(bytes)?;
        let staged = wallet.store.vault().stage_document_as(id, &mut bytes, document.size).map_err(stage_error)?;
        let meta = self.remarks.document(document, mime_type.ok());
        self.types.insert(document.id.clone(), meta.mime_type.clone());
        self.batch.put_document(staged, &encode(&meta));
        self.waiting += 1;
        if self.waiting == DOCUMENTS_PER_COMMIT {
            self.waiting = 0;
            wallet.store.commit_quietly(std::mem::take(&mut self.batch))?;
        }
        Ok(())
    }
}

pub(super) fn stage_error(error: StageError) -> RestoreError {
    match error {
        StageError::Source(error) => idw_backup::ReadError::Io(error).into(),
        error => RestoreError::Stage(error),
    }
}

/// Puts everything but the documents in, and says in the log where it is from.
fn fill(wallet: &Wallet, mut batch: Batch, content: Content, report: &BackupReport) -> Result<(), RestoreError> {
    let Content {
        wallet: about,
        profiles,
        accounts,
        attributes,
        documents: _,
        sites,
        schemas,
        applications,
        mut providers,
        mut eid_parties,
        activity,
    } = content;
    // Without the phrase nothing proves that the keys, the addresses and the consents are the owner's.
    let is_proven = about.recovery_phrase.is_some();
    for (_, provider) in &mut providers {
        provider.trusted &= is_proven;
    }
    for (_, party) in &mut eid_parties {
        party.name = line(&party.name);
        if !is_proven {
            party.blocked = party.blocked.or_else(|| Some(now()));
            party.logo = None;
        }
    }
    let sites = sites.into_iter().map(|(id, site)| (id, restored_site(site, is_proven, &report.created)));
    let sites: Vec<_> = sites.collect();
    // The keys come back with what was made with them. A backup of before there were any keeps the new wallet's own.
    let keys = about.digest_keys();
    let digests = match &keys {
        Some(keys) => Arc::new(Digests::of_record(keys)),
        None => wallet.digests()?,
    };
    let mut applications: Vec<_> =
        applications.into_iter().map(|(id, one)| (id, restored_application(one, is_proven))).collect();
    for (_, application) in &mut applications {
        digests.renew(&mut application.sent);
    }
    if let Some(keys) = keys {
        put(&mut batch, ONLY, &keys);
    }
    if let Some(words) = about.recovery_phrase {
        put(&mut batch, ONLY, &PhraseRecord { version: 1, words: words.0 });
    }
    if let Some(keys) = about.eid_keys.filter(|_| is_proven) {
        put(&mut batch, ONLY, &EidKeysRecord::from(keys));
    }
    put(&mut batch, ONLY, &AccountCounter { version: 1, next: about.next_account });
    put_all(&mut batch, &profiles);
    for (id, record, secret) in accounts {
        if let Some(secret) = secret {
            put(&mut batch, id, &AccountKeyRecord { version: 1, secret: secret.0, profile: record.profile });
        }
        put(&mut batch, id, &record);
    }
    put_all(&mut batch, &attributes);
    put_all(&mut batch, &sites);
    put_all(&mut batch, &schemas);
    put_all(&mut batch, &applications);
    put_all(&mut batch, &providers);
    put_all(&mut batch, &eid_parties);
    put_log(&mut batch, activity.log);
    for log in &activity.imported {
        put_imported(&mut batch, log)?;
    }
    if let Ok(made) = report.created.parse() {
        // Of the future there is none: its owner would never be reminded to make another.
        put_last_backup(&mut batch, now().min(made));
    }
    wallet.store.commit_quietly(batch)?;
    wallet.store.commit(Batch::new(), Event::BackupRestored { created: line(&report.created) })?;
    Ok(())
}

/// An application as it comes back. Where nothing proves what was agreed to, it is agreed to anew before it goes on.
fn restored_application(application: ApplicationRecord, is_proven: bool) -> ApplicationRecord {
    if is_proven {
        return application;
    }
    ApplicationRecord { destination: None, approved: 0, sent: Vec::new(), ..application }
}

/// A site as it comes back. Its key was checked against the phrase; one that neither rule makes from the site's description
/// is asked about before it is used again.
fn restored_site(site: SiteRecord, is_proven: bool, created: &str) -> SiteRecord {
    if !is_proven {
        let name =
            description_of(&site).map_or_else(|_| line(&site.name), |it| honest_name(&line(&site.name), it.root()));
        return SiteRecord {
            name,
            given_url: None,
            key_confirmed: false,
            from_backup: Some(line(created)),
            ..site.with_lws(|lws| lws.agreed = None)
        };
    }
    let is_made_by = |rule: KeyRule| {
        let description = description_of(&site).ok()?;
        key_uri(&description, rule).map(|uri| uri.is_of(&site))
    };
    let is_known = [KeyRule::First, KeyRule::Second].into_iter().any(|rule| is_made_by(rule) == Some(true));
    SiteRecord { key_confirmed: site.key_confirmed && is_known, ..site }
}

fn put_all<R: Record>(batch: &mut Batch, records: &[(RecordId, R)]) {
    for (id, record) in records {
        put(batch, *id, record);
    }
}

/// To the byte, or the chain of hashes would break.
fn put_log(batch: &mut Batch, log: Log) {
    let Log { entries, number, hash } = log;
    for entry in entries {
        batch.put(ActivityRecord::TREE, RecordId::make(), entry.stored.as_bytes());
    }
    if number > 0 {
        put(batch, ONLY, &ActivityHead { version: 1, number, hash });
    }
}
