//! Removing a document.

use idw_vault::Batch;

use super::{DocumentError, awaited::awaited_documents, list::parse_id, remove};
use crate::{Wallet, records::Event, view::DocumentView};

impl Wallet {
    /// Removes a document and its thumbnail, and destroys its key.
    ///
    /// # Errors
    /// Where there is none, an attribute refers to it, or an application that is not finished has still to send it.
    pub fn remove_document(&self, id: &str) -> Result<DocumentView, DocumentError> {
        let _guard = self.store.changing();
        let document = self.document(id)?;
        if !document.used_by.is_empty() {
            return Err(DocumentError::InUse { used_by: document.used_by.join(" and ") });
        }
        if let Some(site) = awaited_documents(&self.store, None)?.remove(&document.id) {
            return Err(DocumentError::Awaited { site });
        }
        let mut batch = Batch::new();
        remove(&mut batch, parse_id(&document.id)?);
        self.store.commit(batch, Event::DocumentRemoved { name: document.name.clone() })?;
        Ok(document)
    }
}
