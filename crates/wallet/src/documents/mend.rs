//! Giving a document's bytes again: the way back when the file that holds them was damaged or lost.

use std::io;

use idw_vault::{Batch, DocumentId, ReadError};
use serde_json::Value;

use super::{
    DocumentError,
    add::{Incoming, find_same},
    thumbnail::remove,
};
use crate::{
    StoreError, Wallet,
    records::{ApplicationRecord, DocumentMeta, Event},
    store::{Store, encode, put},
    view::DocumentView,
};

/// What became of a document that came in.
pub(crate) enum Mended {
    /// It took the place of a damaged one with the same bytes.
    Yes(Box<DocumentView>),
    /// There was none to mend.
    No(Box<Incoming>),
}

impl Wallet {
    /// Where the vault has a document of these bytes that cannot be read any more, puts this one in its place, and
    /// everywhere where the other was used.
    pub(crate) fn mend(&self, incoming: Incoming) -> Result<Mended, DocumentError> {
        let _guard = self.store.changing();
        let Some((same, meta)) = find_same(&self.store, &incoming)? else { return Ok(Mended::No(Box::new(incoming))) };
        if is_whole(&self.store, same.id)? {
            return Ok(Mended::No(Box::new(incoming)));
        }
        Ok(Mended::Yes(Box::new(replace(self, same.id, meta, incoming)?)))
    }
}

/// Whether every byte of it is as it was written.
///
/// # Errors
/// Where the disk does not give it: then nobody knows.
pub(crate) fn is_whole(store: &Store, id: DocumentId) -> Result<bool, StoreError> {
    let read = store
        .vault()
        .read_document(id)
        .and_then(|mut reader| io::copy(&mut reader, &mut io::sink()).map(drop).map_err(ReadError::of_reader));
    match read {
        Ok(()) => Ok(true),
        Err(error) if error.is_damage() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn replace(wallet: &Wallet, old: DocumentId, meta: DocumentMeta, by: Incoming) -> Result<DocumentView, StoreError> {
    let store = &*wallet.store;
    let mut batch = Batch::new();
    let event = Event::DocumentAdded { name: meta.file_name() };
    let document = by.put_as(&mut batch, meta);
    let (was, is) = (old.to_string(), document.id.as_str());
    for (id, record) in wallet.listing()?.records() {
        let mut record = record.clone();
        if rename(&mut record.value, &was, is) {
            put(&mut batch, *id, &record);
        }
    }
    for (id, mut record) in store.all::<ApplicationRecord>()? {
        let named = record.files.iter_mut().filter(|file| file.document == was);
        if named.map(|file| is.clone_into(&mut file.document)).count() > 0 {
            put(&mut batch, id, &record);
        }
    }
    for other in store.documents() {
        let (info, mut meta) = other?;
        if info.id != old && meta.shrunk_from.as_ref() == Some(&was) {
            meta.shrunk_from = Some(is.to_owned());
            batch.set_document_meta(info.id, &encode(&meta));
        }
    }
    remove(&mut batch, old);
    store.commit(batch, event)?;
    Ok(document)
}

/// Has the files in a value name another document; says whether there were any. Ids are random: nothing else reads so.
fn rename(value: &mut Value, was: &str, is: &str) -> bool {
    match value {
        Value::String(text) if text == was => {
            is.clone_into(text);
            true
        }
        Value::Array(parts) => parts.iter_mut().fold(false, |found, part| rename(part, was, is) | found),
        Value::Object(members) => members.values_mut().fold(false, |found, part| rename(part, was, is) | found),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::rename;

    #[test]
    fn every_place_is_renamed() {
        let mut value = json!({"image": {"content": "old", "size": 1}, "more": [{"content": "old"}, {"content": "x"}]});
        assert!(rename(&mut value, "old", "new"));
        let expected = json!({"image": {"content": "new", "size": 1}, "more": [{"content": "new"}, {"content": "x"}]});
        assert_eq!(value, expected);
        assert!(!rename(&mut value, "old", "new"));
    }
}
