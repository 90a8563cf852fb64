//! What is in the vault, or will be once a batch is committed, as a backup holds it.

use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, message};
use zeroize::Zeroizing;

use super::{
    content::{Content, JsonFiles},
    format::{
        ACTIVITY, AccountEntry, ApplicationEntry, AttributeEntry, DOCUMENTS, DocumentEntry, EidPartyEntry, Entry,
        ProfileEntry, ProviderEntry, SchemaEntry, Secret, SiteEntry, WALLET, WalletFile,
    },
    frozen::document_entry,
    history::{imported_logs, own_log},
    sift::{LeftOut, named},
    view::MergedKind,
};
use crate::{
    StoreError, Stored,
    activity::unreadable_of_imported_logs,
    digests::is_digest_key,
    records::{
        AccountCounter, AccountKeyRecord, AccountRecord, ActivityRecord, DigestKeyRecord, DigestKeysRecord,
        EidKeysRecord, PhraseRecord, Record,
    },
    store::{Readable, Store, Unreadable, decode},
};

impl Content {
    /// Everything that can be read, in the order of the ids; and what cannot. With `batch` as it will be once that is
    /// committed: its records count as those of the vault.
    pub(super) fn gather(store: &Store, batch: Option<&Batch>) -> Result<(Self, Vec<LeftOut>), StoreError> {
        let mut gathering = Gathering { store, batch, left_out: Vec::new() };
        let (documents, unreadable) = gathering.documents()?;
        let content = Self {
            wallet: gathering.wallet()?,
            profiles: gathering.list(MergedKind::Profile)?,
            accounts: gathering.accounts()?,
            attributes: gathering.list(MergedKind::Attribute)?,
            documents,
            sites: gathering.list(MergedKind::Site)?,
            schemas: gathering.list(MergedKind::Schema)?,
            providers: gathering.list(MergedKind::Provider)?,
            eid_parties: gathering.list(MergedKind::EidParty)?,
            applications: gathering.list(MergedKind::Application)?,
            activity: super::format::ActivityFile { log: own_log(store)?, imported: imported_logs(store, batch)? },
        };
        gathering.tell(MergedKind::Document, unreadable);
        let entries = store.readable_in_all_profiles::<ActivityRecord>(|_| true)?.unreadable;
        gathering.tell(MergedKind::ActivityLog, entries);
        gathering.tell(MergedKind::ActivityLog, unreadable_of_imported_logs(store)?);
        Ok((content, gathering.left_out))
    }

    /// The JSON files, in their order.
    pub(super) fn files(&self) -> Vec<(&'static str, Zeroizing<Vec<u8>>)> {
        let accounts: Vec<AccountEntry> = self.accounts.iter().map(account_entry).collect();
        vec![
            (WALLET, json(&self.wallet)),
            list_file::<ProfileEntry>(&self.profiles),
            (AccountEntry::PATH, json(&accounts)),
            list_file::<AttributeEntry>(&self.attributes),
            (DOCUMENTS, json(&self.documents)),
            list_file::<SiteEntry>(&self.sites),
            list_file::<SchemaEntry>(&self.schemas),
            list_file::<ApplicationEntry>(&self.applications),
            list_file::<ProviderEntry>(&self.providers),
            list_file::<EidPartyEntry>(&self.eid_parties),
            (ACTIVITY, json(&self.activity)),
        ]
    }
}

pub(super) fn account_entry((id, record, secret): &(RecordId, AccountRecord, Option<Secret>)) -> AccountEntry {
    let mut entry = AccountEntry::of(*id, record.clone());
    entry.secret_key.clone_from(secret);
    entry
}

/// Those that are keys: reading takes no others.
fn digest_keys(record: &DigestKeysRecord) -> Vec<Secret> {
    let digits = record.keys.iter().map(DigestKeyRecord::expose_hex).filter(|digits| is_digest_key(digits));
    digits.map(|digits| Secret(Zeroizing::new(digits.to_owned()))).collect()
}

fn list_file<E: Entry>(records: &[(RecordId, E::Record)]) -> (&'static str, Zeroizing<Vec<u8>>)
where
    E::Record: Clone,
{
    let entries: Vec<E> = records.iter().map(|(id, record)| E::of(*id, record.clone())).collect();
    (E::PATH, json(&entries))
}

pub(super) fn json(value: &impl serde::Serialize) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(64 * 1024));
    serde_json::to_writer_pretty(&mut *bytes, value).expect("entries have string keys and no failing Serialize");
    bytes.push(b'\n');
    bytes
}

/// The files as reading has them.
pub(super) fn by_path(files: &[(&'static str, Zeroizing<Vec<u8>>)]) -> JsonFiles {
    files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone())).collect()
}

struct Gathering<'a> {
    store: &'a Store,
    batch: Option<&'a Batch>,
    left_out: Vec<LeftOut>,
}

impl Gathering<'_> {
    fn wallet(&mut self) -> Result<WalletFile, StoreError> {
        let mut phrase = self.list::<PhraseRecord>(MergedKind::RecoveryPhrase)?;
        let mut counter = self.list::<AccountCounter>(MergedKind::Account)?;
        let mut keys = self.list::<DigestKeysRecord>(MergedKind::ActivityLog)?;
        let mut eid_keys = self.list::<EidKeysRecord>(MergedKind::EidParty)?;
        Ok(WalletFile {
            eid_keys: eid_keys.pop().map(|(_, record)| record.into()),
            recovery_phrase: phrase.pop().map(|(_, record)| Secret(record.words)),
            next_account: counter.pop().map_or(0, |(_, record)| record.next),
            digest_keys: keys.pop().map_or_else(Vec::new, |(_, record)| digest_keys(&record)),
        })
    }

    /// Every record of a kind.
    fn list<R: Record>(&mut self, kind: MergedKind) -> Result<Vec<(RecordId, R)>, StoreError> {
        let Readable { mut records, mut unreadable } = self.store.readable_in_all_profiles::<R>(|_| true)?;
        for (id, bytes) in self.batch.into_iter().flat_map(|batch| batch.written(R::TREE)) {
            records.retain(|(held, _)| *held != id);
            unreadable.retain(|held| held.place.id() != id.to_string());
            records.push((id, decode(bytes)?));
        }
        records.sort_by_key(|(id, _)| *id);
        self.tell(kind, unreadable);
        Ok(records)
    }

    /// An account without its key would be none: it is left out where that cannot be read.
    fn accounts(&mut self) -> Result<Vec<(RecordId, AccountRecord, Option<Secret>)>, StoreError> {
        let told = self.left_out.len();
        let mut keys: std::collections::HashMap<RecordId, Secret> = self
            .list::<AccountKeyRecord>(MergedKind::Account)?
            .into_iter()
            .map(|(id, key)| (id, Secret(key.secret)))
            .collect();
        let lost: Vec<String> = self.left_out.drain(told..).map(|left_out| left_out.id).collect();
        let mut accounts = Vec::new();
        for (id, record) in self.list::<AccountRecord>(MergedKind::Account)? {
            if lost.contains(&id.to_string()) {
                let (name, why) = (named(&record.name), message::BackupReasonKeyUnreadable.data());
                self.left_out.push(LeftOut { kind: MergedKind::Account, id: id.to_string(), name, why });
                continue;
            }
            let secret = keys.remove(&id);
            accounts.push((id, record, secret));
        }
        Ok(accounts)
    }

    fn documents(&self) -> Result<(Vec<DocumentEntry>, Vec<Unreadable>), StoreError> {
        let mut entries = Vec::new();
        for document in self.store.all_documents() {
            let (info, meta) = document?;
            entries.push(document_entry(info.id, info.len, info.sha256, meta));
        }
        for (staged, meta) in self.batch.into_iter().flat_map(Batch::brought) {
            let id = staged.id().to_string();
            entries.retain(|entry| entry.id != id);
            let meta = crate::store::decode_as(meta, Stored::Document)?;
            entries.push(document_entry(staged.id(), staged.len(), staged.sha256(), meta));
        }
        entries.sort_by(|one, other| one.id.cmp(&other.id));
        Ok((entries, self.store.unreadable_documents_in_all_profiles()?))
    }

    fn tell(&mut self, kind: MergedKind, unreadable: Vec<Unreadable>) {
        let told = unreadable.into_iter().map(|one| LeftOut {
            kind,
            id: one.place.id(),
            name: message::BackupItemUnreadable { id: one.place.id() }.data(),
            why: message::BackupReasonUnreadable.data(),
        });
        self.left_out.extend(told);
    }
}
