//! What is in the vault at one moment, as the files of a backup.

use std::collections::HashSet;

use idw_backup::{FileEntry, ManifestError};
use idw_vault::{DocumentId, DocumentInfo};
use serde::Serialize;
use zeroize::Zeroizing;

use super::{
    error::BackupError,
    format::{
        ACTIVITY, AccountEntry, ActivityFile, ApplicationEntry, AttributeEntry, DOCUMENT_FOLDER, DOCUMENTS,
        DocumentEntry, Entry, ProfileEntry, SchemaEntry, Secret, SiteEntry, WALLET, WalletFile,
    },
    history::{imported_logs, is_intact, own_log},
    view::BackupReport,
};
use crate::{
    StoreError,
    records::{AccountCounter, AccountKeyRecord, AccountRecord, DocumentMeta, ONLY, PhraseRecord, ProfileRecord},
    store::Store,
};

/// Everything but the bytes of documents, which do not change.
pub(super) struct Picture {
    /// The JSON files.
    pub(super) files: Vec<(&'static str, Zeroizing<Vec<u8>>)>,
    /// The documents, in the order in which they come.
    pub(super) documents: Vec<(DocumentId, FileEntry)>,
    /// What is in it; when and how long is added later.
    pub(super) report: BackupReport,
}

impl Picture {
    /// Nothing else is committed while it is taken. The JSON is in memory, as everything in the vault but the
    /// documents is small. Left out are documents whose files are gone, and those that are known to be `damaged`.
    pub(super) fn take(store: &Store, damaged: &HashSet<DocumentId>) -> Result<Self, BackupError> {
        let _frozen = store.frozen();
        let missing: HashSet<DocumentId> = store
            .vault()
            .missing_documents()
            .iter()
            .copied()
            .filter(|id| store.vault().read_document(*id).is_err()) // some may have been given again
            .collect();
        let (documents, left_out): (Vec<_>, Vec<_>) = all_documents(store)?
            .into_iter()
            .partition(|(info, _)| !missing.contains(&info.id) && !damaged.contains(&info.id));

        let log = own_log(store)?;
        let profiles = store.all_profiles::<ProfileRecord>()?;
        let accounts = accounts(store)?;
        let attributes = list::<AttributeEntry>(store)?;
        let sites = list::<SiteEntry>(store)?;
        let applications = list::<ApplicationEntry>(store)?;
        let (entries, documents): (Vec<_>, Vec<_>) =
            documents.iter().map(document_entry).collect::<Result<Vec<_>, _>>()?.into_iter().unzip();

        let mut present: Vec<_> = profiles.into_iter().filter(|(_, profile)| profile.removed.is_none()).collect();
        present.sort_by_key(|(_, profile)| profile.number);
        let report = BackupReport {
            created: String::new(),
            program: String::new(),
            bytes: 0,
            profiles: present.into_iter().map(|(_, profile)| profile.name).collect(),
            accounts: accounts.len() as u64,
            attributes: attributes.len() as u64,
            documents: documents.len() as u64,
            document_bytes: documents.iter().map(|(_, file): &(_, FileEntry)| file.size()).sum(),
            sites: sites.len() as u64,
            applications: applications.len() as u64,
            activity: log.entries.len() as u64,
            activity_intact: is_intact(&log),
            left_out: left_out.into_iter().map(|(_, meta)| meta.name).collect(),
        };
        let files = vec![
            (WALLET, json(&wallet_file(store)?)),
            (ProfileEntry::PATH, json(&list::<ProfileEntry>(store)?)),
            (AccountEntry::PATH, json(&accounts)),
            (AttributeEntry::PATH, json(&attributes)),
            (DOCUMENTS, json(&entries)),
            (SiteEntry::PATH, json(&sites)),
            (SchemaEntry::PATH, json(&list::<SchemaEntry>(store)?)),
            (ApplicationEntry::PATH, json(&applications)),
            (ACTIVITY, json(&ActivityFile { log, imported: imported_logs(store)? })),
        ];
        Ok(Self { files, documents, report })
    }
}

fn wallet_file(store: &Store) -> Result<WalletFile, StoreError> {
    let phrase = store.get::<PhraseRecord>(ONLY)?;
    let AccountCounter { version: _, next } = store.get::<AccountCounter>(ONLY)?.unwrap_or_default();
    Ok(WalletFile { recovery_phrase: phrase.map(|record| Secret(record.words)), next_account: next })
}

/// Every record of a kind, in the order of their ids.
fn list<E: Entry>(store: &Store) -> Result<Vec<E>, StoreError> {
    let mut records = store.all_profiles::<E::Record>()?;
    records.sort_by_key(|(id, _)| *id);
    Ok(records.into_iter().map(|(id, record)| E::of(id, record)).collect())
}

fn accounts(store: &Store) -> Result<Vec<AccountEntry>, StoreError> {
    let mut records = store.all_profiles::<AccountRecord>()?;
    records.sort_by_key(|(id, _)| *id);
    let mut accounts = Vec::new();
    for (id, record) in records {
        // Looked up whichever profile it belongs to.
        let key = store.for_profile(record.profile).get::<AccountKeyRecord>(id)?;
        let mut entry = AccountEntry::of(id, record);
        entry.secret_key = key.map(|key| Secret(key.secret));
        accounts.push(entry);
    }
    Ok(accounts)
}

fn all_documents(store: &Store) -> Result<Vec<(DocumentInfo, DocumentMeta)>, StoreError> {
    let mut documents = store.all_documents().collect::<Result<Vec<_>, _>>()?;
    documents.sort_by_key(|(info, _)| info.id);
    Ok(documents)
}

fn document_entry(
    (info, meta): &(DocumentInfo, DocumentMeta),
) -> Result<(DocumentEntry, (DocumentId, FileEntry)), ManifestError> {
    let DocumentMeta { version: _, name, mime_type, added, kept_alone, removed, kept, pages, shrunk_from, profile } =
        meta.clone();
    let path = format!("{DOCUMENT_FOLDER}{}.{}", info.id, extension(&mime_type));
    let entry = DocumentEntry {
        id: info.id.to_string(),
        path: path.clone(),
        profile,
        name,
        mime_type,
        size: info.len,
        sha256: hex::encode(info.sha256),
        added,
        kept_alone,
        metadata_removed: removed,
        metadata_kept: kept,
        pages,
        shrunk_from,
    };
    Ok((entry, (info.id, FileEntry::new(path, info.len, info.sha256)?)))
}

/// What lets other programs open a document that was taken out of a backup. Only for that: the type is in the list.
fn extension(mime_type: &str) -> &'static str {
    match mime_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "application/pdf" => "pdf",
        "audio/mpeg" => "mp3",
        "audio/ogg" => "ogg",
        "audio/wav" | "audio/x-wav" => "wav",
        _ => "bin",
    }
}

fn json(value: &impl Serialize) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(64 * 1024));
    serde_json::to_writer_pretty(&mut *bytes, value).expect("entries have string keys and no failing Serialize");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    /// A record that came later would otherwise be missing from backups without anybody noticing.
    #[test]
    fn every_kind_of_record_has_its_place_in_a_backup() {
        let kept = [
            "PhraseRecord",
            "AccountRecord",
            "AccountKeyRecord",
            "AccountCounter",
            "ProfileRecord",
            "AttributeRecord",
            "SchemaRecord",
            "SiteRecord",
            "ActivityRecord",
            "ActivityHead",
            "ApplicationRecord",
        ];
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/records");
        let files =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let records = files.collect::<Vec<_>>().join("\n");
        let kinds = records.lines().filter_map(|line| line.strip_prefix("impl Record for ")?.strip_suffix(" {"));
        for kind in kinds.clone() {
            assert!(kept.contains(&kind), "{kind} is not in a backup: give it an entry in `format`, then name it here");
        }
        assert_eq!(kinds.count(), kept.len(), "one that is named here is gone");
    }
}
