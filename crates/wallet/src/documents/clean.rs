//! Making a copy of a document that shows the same and tells nothing else.

use idw_documents::{MediaType, WorkerError};

use super::{DocumentError, FileName, Findings, Incoming, add::in_words, list::find, open};
use crate::{Wallet, view::DocumentCleaned};

impl Wallet {
    /// Makes a copy of a PDF or picture without what it tells besides what is seen, and keeps it beside the original. With
    /// the id of a value that the original is part of, a second value is stored that is the same but for the document.
    ///
    /// A PDF is written anew from its pages: information about the document, XMP, attachments, earlier versions, comments,
    /// scripts, a form's data and what pictures in it tell stay behind.
    ///
    /// # Errors
    /// Where there is no such document, it tells nothing, is signed or protected against changes (the sentence says so), or
    /// the vault cannot be read or written. Nothing is stored then.
    pub fn clean_document(&self, id: &str, value: Option<&str>) -> Result<DocumentCleaned, DocumentError> {
        let (info, meta) = find(&self.store, id)?;
        let name = meta.file_name();
        let failed = |error| match error {
            WorkerError::Refused(source) => DocumentError::CannotClean { name: name.clone(), source },
            source => DocumentError::Unopened { name: name.clone(), source },
        };
        let read = || self.store.vault().read_document(info.id);
        let clean = open::strip_metadata(read()?).map_err(failed)?;
        // One that begins or ends as some sites do not like is worth a copy, too.
        if clean.removed.is_empty() && open::inspect(read()?).map_err(failed)?.notes.is_empty() {
            return Err(DocumentError::NothingToClean { name });
        }
        let findings = Findings::at(open::inspect(clean.bytes.as_slice()).map_err(failed)?);
        let findings = Findings { removed: in_words(&clean.removed), ..findings };
        let media_type = MediaType::parse(&meta.mime_type).unwrap_or(MediaType::Pdf);
        let copy_name = FileName::from(name.clone()).with_suffix("-clean", media_type);
        let copy = Incoming::made(&self.store, copy_name, &clean.bytes, findings)?;
        let (document, attribute) = self.keep_copy(copy, info.id, value, "clean", |about| about)?;
        Ok(DocumentCleaned { document, attribute })
    }
}
