//! What becomes of the documents. A backup is believed for their bytes alone: what they are, the bytes say.

use std::io::{self, Read};

use idw_documents::WorkerError;
use idw_vault::DocumentId;
use idw_words::{Argument, Message as _, MessageData, message};

use super::{Merge, MergeMode, named, stage_error};
use crate::{
    Explain as _, Metadata,
    attributes::ReferredFile,
    backup::{
        content::Content,
        error::RestoreError,
        format::DocumentEntry,
        source::{Typed, typed},
        view::{MergeOutcome, MergedKind},
    },
    documents::{FileName, Findings, MAX_DOCUMENT_BYTES, is_whole, look},
    records::DocumentMeta,
    store::encode,
};

/// What a document of the backup is here.
pub(super) enum Arrived {
    /// It is in the wallet, or will be.
    Here { profile: u32, file: ReferredFile },
    /// It is not, and why: whole sentences.
    LeftOut(MessageData),
}

impl Merge<'_> {
    pub(super) fn take_document(&mut self, document: &DocumentEntry, bytes: &mut dyn Read) -> Result<(), RestoreError> {
        let name = FileName::new(&document.name, &document.mime_type).to_string();
        let Some(profile) = self.profiles.get(&document.profile).copied() else {
            self.leave_document_out(document, name, None, message::BackupReasonProfileRemoved.data());
            return Ok(());
        };
        let key = (profile, document.size, document.sha256.clone());
        if let Some((held, mime_type)) = self.held.documents.get(&key).cloned() {
            let mended = self.mend(profile, &held, bytes, document.size)?;
            self.arrive(document, profile, held, mime_type);
            if mended {
                let why = message::BackupReasonFileMended;
                self.tell_why(MergedKind::Document, named(&name), Some(profile), MergeOutcome::Added, why);
            } else {
                self.tell(MergedKind::Document, named(&name), Some(profile), MergeOutcome::AlreadyThere);
            }
            return Ok(());
        }
        match self.opened(document, bytes)? {
            Ok((new, mut read)) => {
                let name = FileName::new(&document.name, new.mime_type).to_string();
                let reason = corrected(document, &name, new.mime_type);
                self.add_document(document, &name, profile, new, &mut *read)?;
                match reason {
                    Some(why) => {
                        self.tell_why(MergedKind::Document, named(&name), Some(profile), MergeOutcome::Added, why);
                    }
                    None => self.tell(MergedKind::Document, named(&name), Some(profile), MergeOutcome::Added),
                }
            }
            Err(why) => self.leave_document_out(document, name, Some(profile), why),
        }
        Ok(())
    }

    /// A document that is new, looked at as an import does it; or why it is not taken. What is the user's own was looked at
    /// when it came into that wallet, and keeps what was noted of it then.
    fn opened<'b>(&self, document: &DocumentEntry, bytes: &'b mut dyn Read) -> Result<Opened<'b>, RestoreError> {
        if document.size == 0 {
            return Ok(Err(message::FileReasonEmpty.data()));
        }
        if document.size > MAX_DOCUMENT_BYTES {
            let limit = Argument::Size(MAX_DOCUMENT_BYTES);
            return Ok(Err(message::FileReasonTooLarge { limit }.data()));
        }
        let Typed { mime_type, bytes } = typed(bytes)?;
        let mime_type = match mime_type {
            Ok(mime_type) => mime_type,
            Err(found) => return Ok(Err(message::FileReasonKind { found: found.explain() }.data())),
        };
        if self.is_own {
            let findings = Findings {
                removed: document.metadata_removed.clone(),
                kept: document.metadata_kept.clone(),
                pages: document.pages,
                notes: Vec::new(),
            };
            return Ok(Ok((New { mime_type, findings }, Box::new(bytes))));
        }
        let mut all = Vec::new();
        // The container holds no more bytes than it announced.
        bytes.take(MAX_DOCUMENT_BYTES).read_to_end(&mut all).map_err(idw_backup::ReadError::Io)?;
        match look(all, Metadata::Keep) {
            Ok((all, findings)) => Ok(Ok((New { mime_type, findings }, Box::new(io::Cursor::new(all))))),
            Err(WorkerError::Refused(why)) => Ok(Err(why.explain())),
            Err(error) => Err(RestoreError::Unopened(error)),
        }
    }

    fn add_document(
        &mut self,
        document: &DocumentEntry,
        name: &str,
        profile: u32,
        new: New,
        bytes: &mut dyn Read,
    ) -> Result<(), RestoreError> {
        let New { mime_type, findings: Findings { removed, kept, pages, notes: _ } } = new;
        let wanted = document.id.parse().map_err(|_| RestoreError::content(message::BackupFaultDocumentId))?;
        let id = if self.held.document_ids.contains(&wanted) { DocumentId::make() } else { wanted };
        self.held.document_ids.insert(id);
        let key = (profile, document.size, document.sha256.clone());
        self.held.documents.insert(key, (id.to_string(), mime_type.to_owned()));
        self.arrive(document, profile, id.to_string(), mime_type.to_owned());
        if self.mode == MergeMode::Try {
            io::copy(bytes, &mut io::sink()).map_err(idw_backup::ReadError::Io)?;
            return Ok(());
        }
        let staged = self.store.vault().stage_document_as(id, bytes, document.size).map_err(stage_error)?;
        let (name, mime_type) = (FileName::new(name, mime_type).into(), mime_type.to_owned());
        let meta = DocumentMeta { name, mime_type, removed, kept, pages, profile, ..Content::meta(document) };
        self.batch.put_document(staged, &encode(&meta));
        Ok(())
    }

    fn arrive(&mut self, document: &DocumentEntry, profile: u32, id: String, mime_type: String) {
        self.documents.insert(document.id.clone(), id.clone());
        let file = ReferredFile { id, mime_type, size: document.size };
        self.arrived.insert(document.id.clone(), Arrived::Here { profile, file });
    }

    fn leave_document_out(&mut self, document: &DocumentEntry, name: String, profile: Option<u32>, why: MessageData) {
        let left_out = message::BackupReasonDocumentLeftOut { name: &name, reason: &why }.data();
        self.arrived.insert(document.id.clone(), Arrived::LeftOut(left_out));
        self.tell_why(MergedKind::Document, named(&name), profile, MergeOutcome::LeftOut, why);
    }

    /// Puts a document's bytes in the place of those in the wallet, where these cannot be read; says whether that was so.
    fn mend(&mut self, profile: u32, id: &str, bytes: &mut dyn Read, len: u64) -> Result<bool, RestoreError> {
        let Ok(id) = id.parse::<DocumentId>() else { return Ok(false) };
        let Some((_, meta)) = self.store.for_profile(profile).document(id)? else { return Ok(false) };
        if is_whole(self.store, id)? {
            return Ok(false);
        }
        if self.mode == MergeMode::Merge {
            let staged = self.store.vault().stage_document_as(id, bytes, len).map_err(stage_error)?;
            self.batch.put_document(staged, &encode(&meta));
        }
        Ok(true)
    }

    /// The document that a value of a profile here calls `id` in the backup. One of another profile is none.
    pub(super) fn referred(&self, profile: u32, id: &str) -> Result<ReferredFile, MessageData> {
        match self.arrived.get(id) {
            Some(Arrived::Here { profile: of, file }) if *of == profile => Ok(file.clone()),
            Some(Arrived::LeftOut(why)) => Err(why.clone()),
            _ => Err(message::BackupReasonDocumentAbsent.data()),
        }
    }
}

/// What of a new document is another than the backup says.
fn corrected(document: &DocumentEntry, name: &str, mime_type: &str) -> Option<MessageData> {
    if mime_type != document.mime_type {
        return Some(message::BackupReasonTypeCorrected { media_type: mime_type }.data());
    }
    (name != document.name).then(|| message::BackupReasonNameCorrected.data())
}

/// What is known of a new document.
struct New {
    mime_type: &'static str,
    findings: Findings,
}

/// A new document and its bytes; or why it is not taken: whole sentences.
type Opened<'b> = Result<(New, Box<dyn Read + 'b>), MessageData>;
