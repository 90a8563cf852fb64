//! Adding a document.

use std::io::Read;

use idw_vault::{Batch, DocumentInfo, StageError, StagedDocument};

use super::{DocumentError, MAX_DOCUMENT_BYTES, describe, media_type, view};
use crate::{
    StoreError, Wallet,
    clock::now,
    records::{DocumentMeta, Event},
    store::{Store, encode},
    view::{DocumentAdded, DocumentView},
};

impl Wallet {
    /// Adds a document by itself. The same bytes are stored only once.
    ///
    /// `name` is what it is called; only its last component is kept. Its type is found in the bytes. Where the camera
    /// stood and what it was is taken out of pictures, unless `metadata` keeps it; the answer says what was removed.
    ///
    /// # Errors
    /// Where it is empty, larger than 50 MB, not of a type that identity attributes take, or cannot be read or
    /// stored. Nothing is added then.
    pub fn add_document(
        &self,
        name: &str,
        source: &mut dyn Read,
        metadata: Metadata,
    ) -> Result<DocumentAdded, DocumentError> {
        let incoming = Incoming::stage(&self.store, name, source, MAX_DOCUMENT_BYTES, metadata)?;
        if let Some((same, mut meta)) = find_same(&self.store, &incoming)? {
            if !meta.kept_alone {
                meta.kept_alone = true;
                let mut batch = Batch::new();
                batch.set_document_meta(same.id, &encode(&meta));
                self.store.commit_quietly(batch)?;
            }
            return Ok(DocumentAdded { document: view(&same, &meta), already_there: true });
        }
        let mut batch = Batch::new();
        let name = incoming.name.clone();
        let document = incoming.put(&self.store, &mut batch, true);
        self.store.commit(batch, Event::DocumentAdded { name })?;
        Ok(DocumentAdded { document, already_there: false })
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
const HEAD_BYTES: u64 = 8192;

/// A document that is sealed on disk, but that nothing refers to yet. Dropped, it is gone.
pub(crate) struct Incoming {
    pub(crate) name: String,
    pub(crate) mime_type: &'static str,
    removed: Option<String>,
    staged: StagedDocument,
}

impl Incoming {
    pub(crate) fn stage(
        store: &Store,
        name: &str,
        source: &mut dyn Read,
        max_bytes: u64,
        metadata: Metadata,
    ) -> Result<Self, DocumentError> {
        let name = file_name(name);
        let mut head = Vec::new();
        let read = |source: &mut dyn Read, limit: u64, into: &mut Vec<u8>| {
            source.take(limit).read_to_end(into).map_err(|source| DocumentError::Source { name: name.clone(), source })
        };
        read(source, HEAD_BYTES, &mut head)?;
        let is_picture = idw_documents::sniff(&head).is_some_and(idw_documents::MediaType::is_picture);
        if !is_picture || metadata == Metadata::Keep {
            return Self::seal(store, name, &mut head.as_slice().chain(source), max_bytes, None);
        }
        // One more byte than allowed tells that there are too many.
        read(source, (max_bytes + 1).saturating_sub(head.len() as u64), &mut head)?;
        if head.len() as u64 > max_bytes {
            return Err(DocumentError::TooLarge { name, max_bytes });
        }
        let stripped = idw_documents::strip_metadata(&head)
            .map_err(|source| DocumentError::Unfit { name: name.clone(), source })?;
        let removed = (!stripped.removed.is_empty()).then(|| idw_documents::in_words(&stripped.removed));
        Self::seal(store, name, &mut stripped.bytes.as_slice(), max_bytes, removed)
    }

    fn seal(
        store: &Store,
        name: String,
        source: &mut dyn Read,
        max_bytes: u64,
        removed: Option<String>,
    ) -> Result<Self, DocumentError> {
        let staged = match store.vault().stage_document(source, max_bytes) {
            Ok(staged) => staged,
            Err(StageError::TooLarge { max_bytes }) => return Err(DocumentError::TooLarge { name, max_bytes }),
            Err(StageError::Source(source)) => return Err(DocumentError::Source { name, source }),
            Err(source) => return Err(DocumentError::Stage { name, source }),
        };
        if staged.len() == 0 {
            return Err(DocumentError::Empty { name });
        }
        let Some(mime_type) = media_type(staged.head()) else {
            return Err(DocumentError::Type { name, found: describe(staged.head()) });
        };
        Ok(Self { name, mime_type, removed, staged })
    }

    /// Whether `document` has the same bytes.
    pub(crate) fn is(&self, document: &DocumentView) -> bool {
        document.size == self.staged.len() && document.sha256 == hex::encode(self.staged.sha256())
    }

    /// Puts the document into a batch: it is there once that is committed.
    pub(crate) fn put(self, store: &Store, batch: &mut Batch, kept_alone: bool) -> DocumentView {
        let meta = DocumentMeta {
            version: 1,
            name: self.name,
            mime_type: self.mime_type.to_owned(),
            added: now(),
            kept_alone,
            removed: self.removed,
            profile: store.profile(),
        };
        put_staged(batch, self.staged, meta)
    }
}

/// Puts a staged document into a batch: it is there once that is committed.
pub(crate) fn put_staged(batch: &mut Batch, staged: StagedDocument, meta: DocumentMeta) -> DocumentView {
    let (size, sha256) = (staged.len(), hex::encode(staged.sha256()));
    let id = batch.put_document(staged, &encode(&meta));
    DocumentView {
        id: id.to_string(),
        name: meta.name,
        mime_type: meta.mime_type,
        size,
        sha256,
        added: meta.added.to_string(),
        removed: meta.removed,
        used_by: Vec::new(),
    }
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

/// The last component of a name, without control characters, in at most 255 bytes.
pub(crate) fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let mut clean: String = last.chars().filter(|c| !c.is_control()).collect();
    while clean.len() > 255 {
        clean.pop();
    }
    if clean.is_empty() { "document".to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_keep_no_path_and_no_control_characters() {
        let check = |given: &str, expected: &str| assert_eq!(file_name(given), expected);
        check("passport.jpg", "passport.jpg");
        check("/home/ada/passport.jpg", "passport.jpg");
        check("C:\\Users\\ada\\passport.jpg", "passport.jpg");
        check("a\r\nb.png", "ab.png");
        check("", "document");
        check("dir/", "document");
        assert_eq!(file_name(&"é".repeat(400)).len(), 254);
    }
}
