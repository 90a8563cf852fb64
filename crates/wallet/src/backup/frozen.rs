//! What is in the vault at one moment, as the files of a backup.

use std::collections::HashSet;

use idw_backup::{FileEntry, ManifestError};
use idw_vault::DocumentId;
use zeroize::Zeroizing;

use super::{
    content::Content,
    error::BackupError,
    format::{DOCUMENT_FOLDER, DocumentEntry},
    sift::{Incoherent, LeftOut},
    view::{BackupRemark, BackupReport, RemarkOutcome},
};
use crate::{records::DocumentMeta, store::Store};

/// Everything but the bytes of documents, which do not change.
pub(super) struct FrozenContent {
    /// The JSON files.
    pub(super) files: Vec<(&'static str, Zeroizing<Vec<u8>>)>,
    /// The documents, in the order in which they come.
    pub(super) documents: Vec<(DocumentId, FileEntry)>,
    /// What is in it; when and how long is added later.
    pub(super) report: BackupReport,
}

impl FrozenContent {
    /// Nothing else is committed while it is taken. The JSON is in memory, as everything in the vault but the
    /// documents is small. Left out are documents whose files are gone, those that are known to be `damaged`, and
    /// whatever reading the backup would refuse: all of that is told.
    pub(super) fn take(store: &Store, damaged: &HashSet<DocumentId>) -> Result<Self, BackupError> {
        let (mut content, unreadable) = {
            let _frozen = store.frozen();
            Content::gather(store, None)?
        };
        let missing: HashSet<DocumentId> = store
            .vault()
            .missing_documents()
            .iter()
            .copied()
            // Some may have been given again.
            .filter(|id| store.vault().read_document(*id).is_err_and(|error| error.is_damage()))
            .collect();
        let is_lost = |entry: &DocumentEntry| {
            entry.id.parse::<DocumentId>().is_ok_and(|id| missing.contains(&id) || damaged.contains(&id))
        };
        let (lost, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut content.documents).into_iter().partition(is_lost);
        content.documents = kept;

        let sifted = content.sifted();
        let (content, files, incoherent) = sifted.map_err(|Incoherent { what }| BackupError::Incoherent { what })?;
        let documents = content.documents.iter().map(document_file).collect::<Result<Vec<_>, _>>()?;
        let remarks = unreadable.into_iter().chain(incoherent).map(remark).collect();
        let left_out = lost.into_iter().map(|entry| entry.name).collect();
        Ok(Self { report: report(&content, left_out, remarks), files, documents })
    }
}

fn report(content: &Content, left_out: Vec<String>, remarks: Vec<BackupRemark>) -> BackupReport {
    BackupReport { left_out, remarks, ..content.counted() }
}

fn remark(LeftOut { kind, id: _, name, why }: LeftOut) -> BackupRemark {
    BackupRemark { kind, name, outcome: RemarkOutcome::LeftOut, reason: why }
}

/// A document as it is listed.
pub(super) fn document_entry(id: DocumentId, len: u64, sha256: [u8; 32], meta: DocumentMeta) -> DocumentEntry {
    let name = meta.file_name();
    let DocumentMeta { version: _, name: _, mime_type, added, kept_alone, removed, kept, pages, shrunk_from, profile } =
        meta;
    DocumentEntry {
        id: id.to_string(),
        path: format!("{DOCUMENT_FOLDER}{id}.{}", extension(&mime_type)),
        profile,
        name,
        mime_type,
        size: len,
        sha256: hex::encode(sha256),
        added,
        kept_alone,
        metadata_removed: removed,
        metadata_kept: kept,
        pages,
        shrunk_from,
    }
}

/// Its place in the archive.
fn document_file(entry: &DocumentEntry) -> Result<(DocumentId, FileEntry), BackupError> {
    let unlisted = || ManifestError::Path { path: entry.path.clone() };
    let id = entry.id.parse().map_err(|_| unlisted())?;
    let sha256 = hex::decode(&entry.sha256).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(unlisted)?;
    Ok((id, FileEntry::new(entry.path.clone(), entry.size, sha256)?))
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
            "DigestKeysRecord",
            "ImportedLogRecord",
            "ImportedEntryRecord",
            "ProviderRecord",
            "EidPartyRecord",
            "EidKeysRecord",
            // Whoever asked fetches the answer within a day.
            "EidRequestRecord",
            "EidFilesRecord",
            // A device is bound to one computer: where the backup is restored, the user connects anew.
            "EidServiceRecord",
            // Of the vault: a backup has a version of its own.
            "DataVersionRecord",
            // It waits for minutes, and whoever asked does not wait where the backup is restored.
            "RequestRecord",
            // It is removed after a day.
            "UnsavedRecord",
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
