//! Adding a document.

use std::io::Read;

use idw_documents::{FileKind, Inspection, MediaType, MetadataFound, Note, WorkerError};
use idw_vault::{Batch, DocumentId, DocumentInfo, StagedDocument};

use super::{DocumentError, FileName, MAX_DOCUMENT_BYTES, list::view_of, mend::Mended, open, view};
use crate::{
    StoreError, Wallet,
    clock::now,
    records::{DocumentMeta, Event},
    store::{Store, encode},
    view::{DocumentAdded, DocumentView},
};

impl Wallet {
    /// Adds a document by itself. The same bytes are stored only once; where those in the vault are damaged, these take
    /// their place.
    ///
    /// `name` is what it is called; [`document_name`](crate::document_name) says what becomes of it. Its type is found in the bytes, which are checked
    /// to their end in a process of their own. Where the camera stood and what it was is taken out of pictures, unless
    /// `metadata` keeps it; the answer says what was removed, and what a document still gives away.
    ///
    /// # Errors
    /// Where it is empty, larger than 50 MB, not of a type that identity attributes take, cut short, damaged or
    /// disguised, or cannot be read or stored. Nothing is added then.
    pub fn add_document(
        &self,
        name: &str,
        source: &mut dyn Read,
        metadata: Metadata,
    ) -> Result<DocumentAdded, DocumentError> {
        let incoming = Incoming::stage(&self.store, name, source, MAX_DOCUMENT_BYTES, metadata)?;
        let notes = incoming.findings.notes.iter().map(ToString::to_string).collect();
        let can_be_cleaned = incoming.findings.can_be_cleaned();
        let incoming = match self.mend(incoming)? {
            Mended::Yes(document) => {
                let document = *document;
                return Ok(DocumentAdded { document, already_there: false, repaired: true, notes, can_be_cleaned });
            }
            Mended::No(incoming) => *incoming,
        };
        let _guard = self.store.changing();
        if let Some((same, mut meta)) = find_same(&self.store, &incoming)? {
            if !meta.kept_alone {
                meta.kept_alone = true;
                let mut batch = Batch::new();
                batch.set_document_meta(same.id, &encode(&meta));
                self.store.commit_quietly(batch)?;
            }
            let document = view(&same, &meta);
            return Ok(DocumentAdded { document, already_there: true, repaired: false, notes, can_be_cleaned });
        }
        let mut batch = Batch::new();
        let name = incoming.name.to_string();
        let document = incoming.put(&self.store, &mut batch, true);
        self.store.commit(batch, Event::DocumentAdded { name })?;
        Ok(DocumentAdded { document, already_there: false, repaired: false, notes, can_be_cleaned })
    }
}

/// What becomes of the metadata in pictures: where and when they were taken, and with what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Metadata {
    /// It is taken out before the picture is stored, so that no site ever gets it.
    #[default]
    Remove,
    /// The bytes stay as they are.
    Keep,
}

/// What is read of a file to see what it is.
const HEAD_BYTES: usize = 8192;

/// A document that is sealed on disk, but that nothing refers to yet. Dropped, it is gone.
pub(crate) struct Incoming {
    pub(crate) name: FileName,
    mime_type: &'static str,
    findings: Findings,
    staged: StagedDocument,
}

/// What was found when a document was opened.
#[derive(Default)]
pub(crate) struct Findings {
    /// What was taken out of it, in words.
    pub(crate) removed: Option<String>,
    /// What it gives away besides its content and still does, in words.
    pub(crate) kept: Option<String>,
    pub(crate) pages: Option<u32>,
    /// What the user is told once, when it is added.
    pub(crate) notes: Vec<Note>,
}

impl Incoming {
    /// Reads a document, has it checked to its end in a process of its own, and seals it on the disk.
    pub(crate) fn stage(
        store: &Store,
        name: &str,
        source: &mut dyn Read,
        max_bytes: u64,
        metadata: Metadata,
    ) -> Result<Self, DocumentError> {
        let mut bytes = Vec::new();
        let read = |source: &mut dyn Read, limit: u64, into: &mut Vec<u8>| {
            let failed = |source| DocumentError::Source { name: FileName::from(name.to_owned()).to_string(), source };
            source.take(limit).read_to_end(into).map_err(failed)
        };
        read(source, HEAD_BYTES as u64, &mut bytes)?;
        let mime_type = recognise(name, &bytes)?;
        // One more byte than allowed tells that there are too many.
        read(source, (max_bytes + 1).saturating_sub(bytes.len() as u64), &mut bytes)?;
        Self::stage_recognised(store, name, bytes, mime_type, max_bytes, metadata)
    }

    /// The same for a document that is in memory, which is not copied.
    pub(crate) fn stage_bytes(
        store: &Store,
        name: &str,
        bytes: Vec<u8>,
        max_bytes: u64,
        metadata: Metadata,
    ) -> Result<Self, DocumentError> {
        let mime_type = recognise(name, &bytes)?;
        Self::stage_recognised(store, name, bytes, mime_type, max_bytes, metadata)
    }

    fn stage_recognised(
        store: &Store,
        given: &str,
        bytes: Vec<u8>,
        mime_type: &'static str,
        max_bytes: u64,
        metadata: Metadata,
    ) -> Result<Self, DocumentError> {
        let name = FileName::from(given.to_owned()).to_string();
        if bytes.len() as u64 > max_bytes {
            return Err(DocumentError::TooLarge { name, max_bytes });
        }
        let (bytes, findings) = look(bytes, metadata).map_err(|error| match error {
            WorkerError::Refused(source) => DocumentError::Unfit { name: name.clone(), source },
            source => DocumentError::Unopened { name: name.clone(), source },
        })?;
        Self::seal(store, FileName::new(given, mime_type), &bytes, findings)
    }

    /// A document that the wallet made itself.
    pub(crate) fn made(store: &Store, name: FileName, bytes: &[u8], findings: Findings) -> Result<Self, DocumentError> {
        Self::seal(store, name, bytes, findings)
    }

    fn seal(store: &Store, name: FileName, mut bytes: &[u8], findings: Findings) -> Result<Self, DocumentError> {
        let staged = match store.vault().stage_document(&mut bytes, MAX_DOCUMENT_BYTES) {
            Ok(staged) => staged,
            Err(source) => return Err(DocumentError::Stage { name: name.into(), source }),
        };
        let Some(mime_type) = media_type(staged.head()) else {
            return Err(DocumentError::Type { name: name.into(), found: describe(staged.head()) });
        };
        Ok(Self { name, mime_type, findings, staged })
    }

    /// Whether `document` has the same bytes.
    pub(crate) fn is(&self, document: &DocumentView) -> bool {
        document.size == self.staged.len() && document.sha256 == hex::encode(self.staged.sha256())
    }

    /// What it will be known by in the vault.
    pub(crate) fn id(&self) -> DocumentId {
        self.staged.id()
    }

    /// The media type that its bytes are of.
    pub(crate) fn mime_type(&self) -> &'static str {
        self.mime_type
    }

    /// Its length in bytes.
    pub(crate) fn len_bytes(&self) -> u64 {
        self.staged.len()
    }

    /// SHA-256 of its bytes, in hexadecimal digits.
    pub(crate) fn sha256(&self) -> String {
        hex::encode(self.staged.sha256())
    }

    /// What was taken out of it, in words.
    pub(crate) fn removed(&self) -> Option<&str> {
        self.findings.removed.as_deref()
    }

    /// What the vault will keep beside the bytes.
    pub(crate) fn about(&self, store: &Store, kept_alone: bool) -> DocumentMeta {
        DocumentMeta {
            version: 1,
            name: self.name.to_string(),
            mime_type: self.mime_type.to_owned(),
            added: now(),
            kept_alone,
            removed: self.findings.removed.clone(),
            kept: self.findings.kept.clone(),
            pages: self.findings.pages,
            shrunk_from: None,
            profile: store.profile(),
        }
    }

    /// Puts the document into a batch: it is there once that is committed.
    pub(crate) fn put(self, store: &Store, batch: &mut Batch, kept_alone: bool) -> DocumentView {
        let about = self.about(store, kept_alone);
        self.put_as(batch, about)
    }

    pub(crate) fn put_as(self, batch: &mut Batch, about: DocumentMeta) -> DocumentView {
        put_staged(batch, self.staged, about)
    }
}

/// The media type of what begins with these bytes.
fn recognise(name: &str, head: &[u8]) -> Result<&'static str, DocumentError> {
    let name = || FileName::from(name.to_owned()).to_string();
    if head.is_empty() {
        return Err(DocumentError::Empty { name: name() });
    }
    let head = &head[..head.len().min(HEAD_BYTES)];
    media_type(head).ok_or_else(|| DocumentError::Type { name: name(), found: describe(head) })
}

/// Opens a document and gives what is to be stored of it: pictures without their metadata, unless it is to stay.
pub(crate) fn look(bytes: Vec<u8>, metadata: Metadata) -> Result<(Vec<u8>, Findings), WorkerError> {
    if idw_documents::sniff(&bytes[..bytes.len().min(8192)]).is_some_and(MediaType::is_picture)
        && metadata == Metadata::Remove
    {
        let stripped = open::strip_metadata(bytes.as_slice())?;
        return Ok((stripped.bytes, Findings { removed: in_words(&stripped.removed), ..Findings::default() }));
    }
    let findings = Findings::at(open::inspect(bytes.as_slice())?);
    Ok((bytes, findings))
}

impl Findings {
    /// What an inspection found.
    pub(super) fn at(inspected: Inspection) -> Self {
        let Inspection { metadata, pages, notes, .. } = inspected;
        Self { removed: None, kept: in_words(&metadata), pages, notes }
    }

    /// Whether it is a PDF of which a copy would tell less, or begin and end as it should.
    fn can_be_cleaned(&self) -> bool {
        let is_locked = self.notes.iter().any(|note| matches!(note, Note::Signed | Note::Protected));
        self.pages.is_some() && !is_locked && (self.kept.is_some() || !self.notes.is_empty())
    }
}

/// A list in words; nothing for an empty one.
pub(super) fn in_words(found: &[MetadataFound]) -> Option<String> {
    (!found.is_empty()).then(|| idw_documents::in_words(found))
}

/// Puts a staged document into a batch: it is there once that is committed.
pub(crate) fn put_staged(batch: &mut Batch, staged: StagedDocument, meta: DocumentMeta) -> DocumentView {
    let (len, sha256) = (staged.len(), staged.sha256());
    let id = batch.put_document(staged, &encode(&meta));
    view_of(id, len, sha256, &meta)
}

/// The document with the same bytes, if the vault has it.
pub(crate) fn find_same(
    store: &Store,
    incoming: &Incoming,
) -> Result<Option<(DocumentInfo, DocumentMeta)>, StoreError> {
    for document in store.documents() {
        let (info, meta) = document?;
        if info.len == incoming.staged.len() && info.sha256 == incoming.staged.sha256() {
            return Ok(Some((info, meta)));
        }
    }
    Ok(None)
}

/// The media type of a file that begins with `head`, if it is of a kind that attributes can hold.
pub(crate) fn media_type(head: &[u8]) -> Option<&'static str> {
    idw_documents::sniff(head).map(MediaType::as_str)
}

/// What to call a file that [`media_type`] does not take.
pub(crate) fn describe(head: &[u8]) -> FileKind {
    idw_documents::describe(head)
}
