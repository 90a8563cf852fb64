//! Reading one record or document.

use super::Vault;
use crate::document::{DocumentReader, DocumentRecord};
use crate::record::{RecordKey, SealedHead, SealedRecord};
use crate::store::{RecordStore, StoreError};
use crate::{Damage, DocumentId, DocumentInfo, Plain, ReadError, RecordId, Tree};

impl Vault {
    /// A record, if it is there.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] when its bytes are not those that were written, [`ReadError::Io`].
    pub fn get(&self, tree: Tree, id: RecordId) -> Result<Option<Plain>, ReadError> {
        self.read_record(tree, *id.as_bytes())
    }

    /// What is known about a document, if it is there.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub fn document(&self, id: DocumentId) -> Result<Option<DocumentInfo>, ReadError> {
        Ok(self.document_record(id)?.map(|record| record.info(id)))
    }

    /// A reader of a document's bytes, from the start.
    ///
    /// # Errors
    /// [`ReadError::NoSuchDocument`]; [`ReadError::Damaged`] when its file is missing or has another length;
    /// [`ReadError::Io`]. What else is wrong with the file is found while reading.
    pub fn read_document(&self, id: DocumentId) -> Result<DocumentReader, ReadError> {
        let record = self.document_record(id)?.ok_or(ReadError::NoSuchDocument { id })?;
        DocumentReader::open(&self.folder.layout().documents(), id, &record)
    }

    pub(super) fn document_record(&self, id: DocumentId) -> Result<Option<DocumentRecord>, ReadError> {
        let plain = self.read_record(Tree::DOCUMENTS, *id.as_bytes())?;
        plain.map(|plain| DocumentRecord::decode(&plain).ok_or_else(forged)).transpose()
    }

    fn read_record(&self, tree: Tree, id: [u8; 16]) -> Result<Option<Plain>, ReadError> {
        let database = self.database();
        let keys = database.keys.tree(tree);
        let sealed = read_sealed(&database.store, &keys.key(id)).map_err(read_error)?;
        drop(database);
        match sealed {
            Found::Nothing => Ok(None),
            Found::Malformed => Err(forged()),
            Found::Record(sealed) => keys.open(id, sealed).map(Some).map_err(|_| forged()),
        }
    }
}

pub(super) enum Found {
    Nothing,
    /// Something is there that is no record of ours.
    Malformed,
    Record(SealedRecord),
}

/// Puts the parts of a record together, still sealed.
pub(super) fn read_sealed(store: &impl RecordStore, key: &RecordKey) -> Result<Found, StoreError> {
    let Some(first) = store.get(&key.part(0))? else {
        return Ok(Found::Nothing);
    };
    let Some((head, ciphertext)) = SealedHead::parse(first.as_ref()) else {
        return Ok(Found::Malformed);
    };
    let mut ciphertext = ciphertext.to_vec();
    for number in 1..head.parts() {
        match store.get(&key.part(number))? {
            Some(part) => ciphertext.extend_from_slice(part.as_ref()),
            None => return Ok(Found::Malformed),
        }
    }
    Ok(Found::Record(SealedRecord { head, ciphertext }))
}

pub(super) fn forged() -> ReadError {
    ReadError::Damaged { damage: Damage::RecordForged }
}

pub(super) fn read_error(error: StoreError) -> ReadError {
    error.sort(|damage| ReadError::Damaged { damage }, ReadError::Io)
}
