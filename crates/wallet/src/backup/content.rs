//! What is in a backup, read and checked, whatever becomes of it.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap, HashSet},
    io::{self, Read},
};

use idw_backup::{FileEntry, Manifest, ReadError};
use idw_keys::{Phrase, SecretKey};
use idw_vault::{DocumentId, RecordId};
use idw_words::message;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::{
    BackupStep, container_passphrase,
    error::RestoreError,
    format::{
        ACTIVITY, AccountEntry, ActivityFile, ApplicationEntry, AttributeEntry, DOCUMENT_FOLDER, DOCUMENTS,
        DocumentEntry, EidPartyEntry, Entry, ProfileEntry, ProviderEntry, SchemaEntry, Secret, SiteEntry, WALLET,
        WalletFile,
    },
    history::{MAX_ENTRY_NUMBER, entry_makes_sense, is_intact},
    progress::{Counted, Ticker},
    source::BackupFile,
    view::BackupReport,
};
use crate::{
    Password,
    digests::is_digest_key,
    documents::FileName,
    records::{
        AccountRecord, ApplicationRecord, AttributeRecord, DocumentMeta, EidPartyRecord, KeySource, ProfileRecord,
        ProviderRecord, SchemaRecord, SiteRecord,
    },
    sites::key_uri_of,
};

/// The longest JSON file that is read, in bytes: it is in memory as a whole.
const MAX_JSON_LEN_BYTES: u64 = 256 * 1024 * 1024;

/// The indexes that BIP-32 has for accounts.
const ACCOUNT_INDEXES: u32 = 0x8000_0000;

/// An index of accounts as a backup has it. One that no account can have would keep a wallet from ever making another: it
/// counts from the beginning then, and passes over the accounts that are there.
pub(super) fn account_index(claimed: u32) -> u32 {
    if claimed < ACCOUNT_INDEXES { claimed } else { 0 }
}

/// Everything in a backup but the bytes of documents.
pub(super) struct Content {
    pub(super) wallet: WalletFile,
    pub(super) profiles: Vec<(RecordId, ProfileRecord)>,
    /// With the key of those that were imported.
    pub(super) accounts: Vec<(RecordId, AccountRecord, Option<Secret>)>,
    pub(super) attributes: Vec<(RecordId, AttributeRecord)>,
    pub(super) documents: Vec<DocumentEntry>,
    pub(super) sites: Vec<(RecordId, SiteRecord)>,
    pub(super) schemas: Vec<(RecordId, SchemaRecord)>,
    pub(super) applications: Vec<(RecordId, ApplicationRecord)>,
    pub(super) providers: Vec<(RecordId, ProviderRecord)>,
    pub(super) eid_parties: Vec<(RecordId, EidPartyRecord)>,
    pub(super) activity: ActivityFile,
}

/// The JSON files of a backup, by their paths.
pub(super) type JsonFiles = BTreeMap<String, Zeroizing<Vec<u8>>>;

/// Who wants what is in a backup. Nothing of it is to be kept for good before all was read.
pub(super) trait Receiver {
    /// Comes once, before the first document.
    fn content(&mut self, content: &Content) -> Result<(), RestoreError>;
    /// A document; what is left of its bytes is read over.
    fn document(&mut self, document: &DocumentEntry, bytes: &mut dyn Read) -> Result<(), RestoreError>;
}

/// Reads a backup from its first byte to its last.
pub(super) fn read(
    file: &BackupFile,
    passphrase: &Password,
    ticker: &mut Ticker<'_>,
    receiver: &mut dyn Receiver,
) -> Result<(Content, BackupReport), RestoreError> {
    ticker.step(BackupStep::Opening, 0)?;
    let (from, len) = file.rewound()?;
    let state = RefCell::new(State { ticker, receiver, json: BTreeMap::new(), opened: None });
    let read = idw_backup::read_from(
        from,
        len,
        &container_passphrase(passphrase),
        |manifest| Ok(state.borrow_mut().ticker.step(BackupStep::Reading, manifest.total_bytes())?),
        |entry, bytes| state.borrow_mut().file(entry, bytes),
    );
    let mut state = state.into_inner();
    if state.ticker.is_cancelled() {
        return Err(RestoreError::Cancelled);
    }
    let manifest = read.map_err(|error| explain(error, file))?;
    state.open()?;
    let Opened { content, expected } = state.opened.ok_or_else(|| RestoreError::content(message::BackupFaultEmpty))?;
    if !expected.is_empty() {
        return Err(RestoreError::content(message::BackupFaultDocumentMissing));
    }
    let report = report(&manifest, len, &content);
    Ok((content, report))
}

/// What is wrong with the file as a whole, where what was read last does not tell.
fn explain(error: RestoreError, file: &BackupFile) -> RestoreError {
    match (error, file.rewound()) {
        (RestoreError::Read(error), Ok((from, _))) => idw_backup::explain(error, from).into(),
        (error, _) => error,
    }
}

struct State<'a, 't> {
    ticker: &'a mut Ticker<'t>,
    receiver: &'a mut dyn Receiver,
    json: JsonFiles,
    opened: Option<Opened>,
}

struct Opened {
    content: Content,
    /// The documents that are still to come, by their paths.
    expected: HashMap<String, DocumentEntry>,
}

impl State<'_, '_> {
    fn file(&mut self, entry: &FileEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        if entry.path().starts_with(DOCUMENT_FOLDER) {
            return self.document(entry, bytes);
        }
        check_len(entry.path(), entry.size())?;
        // Grown only by what is there: the size is a claim until the bytes have come.
        let mut all = Zeroizing::new(Vec::new());
        Counted { from: bytes, ticker: self.ticker }.read_to_end(&mut all).map_err(ReadError::Io)?;
        self.json.insert(entry.path().to_owned(), all);
        Ok(())
    }

    fn document(&mut self, entry: &FileEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        self.open()?;
        let expected = self.opened.as_mut().and_then(|opened| opened.expected.remove(entry.path()));
        let document = expected.ok_or_else(|| RestoreError::content(message::BackupFaultDocumentUnlisted))?;
        if document.size != entry.size() || document.sha256 != hex::encode(entry.sha256()) {
            return Err(RestoreError::content(message::BackupFaultDocumentOther));
        }
        let mut bytes = Counted { from: bytes, ticker: self.ticker };
        self.receiver.document(&document, &mut bytes)?;
        io::copy(&mut bytes, &mut io::sink()).map_err(ReadError::Io)?;
        Ok(())
    }

    /// Once all JSON was read.
    fn open(&mut self) -> Result<(), RestoreError> {
        if self.opened.is_some() {
            return Ok(());
        }
        let content = Content::parse(&std::mem::take(&mut self.json))?;
        let expected = content.documents.iter().map(|document| (document.path.clone(), document.clone())).collect();
        self.receiver.content(&content)?;
        self.opened = Some(Opened { content, expected });
        Ok(())
    }
}

impl Content {
    /// Reads the JSON and checks that it fits together: a backup that is being made is, too.
    pub(super) fn parse(files: &JsonFiles) -> Result<Self, RestoreError> {
        for (path, bytes) in files {
            check_len(path, bytes.len() as u64)?;
        }
        let accounts = parse::<Vec<AccountEntry>>(files, AccountEntry::PATH)?.into_iter().map(|mut entry| {
            let secret = entry.secret_key.take();
            let (id, record) = entry.into_record();
            (id, record, secret)
        });
        let content = Self {
            wallet: parse(files, WALLET)?,
            profiles: list::<ProfileEntry>(files)?,
            accounts: accounts.collect(),
            attributes: list::<AttributeEntry>(files)?,
            documents: parse(files, DOCUMENTS)?,
            sites: list::<SiteEntry>(files)?,
            schemas: list::<SchemaEntry>(files)?,
            applications: list::<ApplicationEntry>(files)?,
            providers: list_of_later::<ProviderEntry>(files)?,
            eid_parties: list_of_later::<EidPartyEntry>(files)?,
            activity: parse(files, ACTIVITY)?,
        };
        content.check()?;
        Ok(content)
    }

    /// What the vault would stumble over later. Whoever knows the passphrase may have changed the backup, by mistake too.
    fn check(&self) -> Result<(), RestoreError> {
        self.check_keys()?;
        if self.wallet.digest_keys.iter().any(|key| !is_digest_key(&key.0)) {
            return Err(RestoreError::content(message::BackupFaultDigestKeys));
        }
        let numbers: HashSet<u32> = self.profiles.iter().map(|(_, profile)| profile.number).collect();
        let first = self.profiles.iter().find(|(_, profile)| profile.number == 0);
        let are_numbers = numbers.iter().all(|number| is_profile_number(*number));
        if !are_numbers
            || numbers.len() != self.profiles.len()
            || first.is_none_or(|(_, profile)| profile.removed.is_some())
        {
            return Err(RestoreError::content(message::BackupFaultProfiles));
        }
        let owners = self.accounts.iter().map(|(_, one, _)| one.profile);
        let owners = owners.chain(self.attributes.iter().map(|(_, one)| one.profile));
        let owners = owners.chain(self.sites.iter().map(|(_, one)| one.profile));
        let owners = owners.chain(self.applications.iter().map(|(_, one)| one.profile));
        let mut owners = owners.chain(self.documents.iter().map(|one| one.profile));
        if owners.any(|owner| !numbers.contains(&owner)) {
            return Err(RestoreError::content(message::BackupFaultOwner));
        }
        let is_known = |document: &&DocumentEntry| document.id.parse::<DocumentId>().is_ok();
        let ids: HashSet<&str> = self.documents.iter().filter(is_known).map(|document| document.id.as_str()).collect();
        let paths: HashSet<&str> = self.documents.iter().map(|document| document.path.as_str()).collect();
        if ids.len() != self.documents.len() || paths.len() != self.documents.len() {
            return Err(RestoreError::content(message::BackupFaultDocuments));
        }
        unique(self.profiles.iter().map(|(id, _)| *id))?;
        unique(self.accounts.iter().map(|(id, _, _)| *id))?;
        unique(self.attributes.iter().map(|(id, _)| *id))?;
        unique(self.sites.iter().map(|(id, _)| *id))?;
        unique(self.schemas.iter().map(|(id, _)| *id))?;
        unique(self.applications.iter().map(|(id, _)| *id))?;
        unique(self.providers.iter().map(|(id, _)| *id))?;
        unique(self.eid_parties.iter().map(|(id, _)| *id))?;
        unique(self.activity.imported.iter().map(|log| log.id.0))?;
        let mut logs = std::iter::once(&self.activity.log).chain(self.activity.imported.iter().map(|log| &log.log));
        if logs.any(|log| log.number > MAX_ENTRY_NUMBER || !log.entries.iter().all(entry_makes_sense)) {
            return Err(RestoreError::content(message::BackupFaultActivity));
        }
        Ok(())
    }

    /// Whether the keys are those of the accounts and sites: else the user would be somebody else, or nobody.
    pub(super) fn check_keys(&self) -> Result<(), RestoreError> {
        let other = || RestoreError::content(message::BackupFaultAccountKey);
        for (_, account, secret) in &self.accounts {
            if let Some(secret) = secret {
                let key = SecretKey::from_hex(&secret.0).map_err(|_| other())?;
                if key.public_key().uncompressed_hex() != account.public_key {
                    return Err(other());
                }
            }
        }
        let Some(words) = &self.wallet.recovery_phrase else { return Ok(()) };
        let phrase = Phrase::parse(&words.0).map_err(|_| RestoreError::content(message::BackupFaultPhrase))?;
        let seed = phrase.seed();
        for (_, account, _) in &self.accounts {
            if let KeySource::Derived { index } = account.source {
                let key = seed.account(index).map_err(|_| other())?;
                if key.public_key().uncompressed_hex() != account.public_key {
                    return Err(RestoreError::content(message::BackupFaultPhraseAccounts));
                }
            }
        }
        for (_, site) in &self.sites {
            let key = key_uri_of(site).and_then(|uri| seed.site_key(&uri, site.key_index).ok());
            if key.is_none_or(|key| key.public_key().uncompressed_hex() != site.key_public) {
                return Err(RestoreError::content(message::BackupFaultPhraseSites));
            }
        }
        Ok(())
    }

    /// What the vault keeps of a document beside its bytes.
    pub(super) fn meta(document: &DocumentEntry) -> DocumentMeta {
        DocumentMeta {
            version: 1,
            name: FileName::new(&document.name, &document.mime_type).into(),
            mime_type: document.mime_type.clone(),
            added: document.added,
            kept_alone: document.kept_alone,
            removed: document.metadata_removed.clone(),
            kept: document.metadata_kept.clone(),
            pages: document.pages,
            shrunk_from: document.shrunk_from.clone(),
            profile: document.profile,
        }
    }
}

/// Whether a profile can have this number.
pub(super) fn is_profile_number(number: u32) -> bool {
    number <= crate::profiles::MAX_NUMBER
}

fn check_len(path: &str, len: u64) -> Result<(), RestoreError> {
    if len <= MAX_JSON_LEN_BYTES {
        return Ok(());
    }
    Err(RestoreError::content(message::BackupFaultFileTooLarge { file: path }))
}

fn unique(mut ids: impl Iterator<Item = RecordId>) -> Result<(), RestoreError> {
    let mut seen = HashSet::new();
    if ids.all(|id| seen.insert(id)) { Ok(()) } else { Err(RestoreError::content(message::BackupFaultSameId)) }
}

fn list<E: Entry>(files: &JsonFiles) -> Result<Vec<(RecordId, E::Record)>, RestoreError> {
    Ok(parse::<Vec<E>>(files, E::PATH)?.into_iter().map(E::into_record).collect())
}

/// A list that backups of earlier versions have not.
fn list_of_later<E: Entry>(files: &JsonFiles) -> Result<Vec<(RecordId, E::Record)>, RestoreError> {
    if files.contains_key(E::PATH) { list::<E>(files) } else { Ok(Vec::new()) }
}

fn parse<T: DeserializeOwned>(files: &JsonFiles, path: &str) -> Result<T, RestoreError> {
    let bytes = files.get(path).ok_or_else(|| RestoreError::content(message::BackupFaultFileMissing { file: path }))?;
    // serde's own text can quote the value: only the place is told.
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        RestoreError::content(message::BackupFaultFileWrong { file: path, line, column })
    })
}

fn report(manifest: &Manifest, bytes: u64, content: &Content) -> BackupReport {
    BackupReport {
        created: manifest.created().to_owned(),
        program: manifest.program().to_owned(),
        bytes,
        ..content.counted()
    }
}

impl Content {
    /// What there is of everything. When and by what the backup was made, and how long it is, is not in its content.
    pub(super) fn counted(&self) -> BackupReport {
        let mut present: Vec<_> = self.profiles.iter().filter(|(_, profile)| profile.removed.is_none()).collect();
        present.sort_by_key(|(_, profile)| profile.number);
        BackupReport {
            created: String::new(),
            program: String::new(),
            bytes: 0,
            profiles: present.into_iter().map(|(_, profile)| profile.name.clone()).collect(),
            accounts: self.accounts.len() as u64,
            attributes: self.attributes.len() as u64,
            documents: self.documents.len() as u64,
            document_bytes: self.documents.iter().fold(0, |sum: u64, document| sum.saturating_add(document.size)),
            sites: self.sites.len() as u64,
            applications: self.applications.len() as u64,
            activity: self.activity.log.entries.len() as u64,
            activity_intact: is_intact(&self.activity.log),
            left_out: Vec::new(),
            remarks: Vec::new(),
        }
    }
}
