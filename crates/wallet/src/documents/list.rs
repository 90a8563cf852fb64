//! Listing documents, and finding one by its id.

use std::collections::{HashMap, HashSet};

use idw_identity::file_places;
use idw_vault::{DocumentId, DocumentInfo, RecordId};

use super::DocumentError;
use crate::{
    Order, StoreError, Wallet,
    records::{AttributeRecord, DocumentMeta},
    schemas::Types,
    store::Store,
    view::DocumentView,
};

impl Wallet {
    /// All documents, the newest first.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn documents(&self) -> Result<Vec<DocumentView>, DocumentError> {
        self.search_documents("", Order::Catalogue)
    }

    /// One document by its id, or by the beginning of it where that fits only one.
    ///
    /// # Errors
    /// Where none or several fit, or the vault cannot be read.
    pub fn document(&self, id: &str) -> Result<DocumentView, DocumentError> {
        let wanted = id.to_ascii_lowercase();
        let mut fitting = Shelf::read(&self.store)?.into_views();
        fitting.retain(|document| !wanted.is_empty() && document.id.starts_with(&wanted));
        match (fitting.pop(), fitting.len()) {
            (None, _) => Err(DocumentError::NotFound { id: id.to_owned() }),
            (Some(document), 0) => Ok(document),
            (Some(_), more) => Err(DocumentError::Ambiguous { id: id.to_owned(), count: more + 1 }),
        }
    }
}

/// All documents and who refers to them, read once for a whole list.
pub(crate) struct Shelf {
    documents: HashMap<String, DocumentView>,
}

impl Shelf {
    pub(crate) fn read(store: &Store) -> Result<Self, StoreError> {
        Self::with(store, &*store.types()?, &store.all::<AttributeRecord>()?)
    }

    /// The same, where all values were read already.
    pub(crate) fn with(
        store: &Store,
        types: &Types,
        attributes: &[(RecordId, AttributeRecord)],
    ) -> Result<Self, StoreError> {
        let mut documents = HashMap::new();
        for document in store.documents() {
            let (info, meta) = document?;
            let document = view(&info, &meta);
            documents.insert(document.id.clone(), document);
        }
        for (_, attribute) in attributes {
            for id in document_ids(types, attribute) {
                let Some(document) = documents.get_mut(&id) else { continue };
                let title = types.title(&attribute.schema);
                if !document.used_by.contains(&title) {
                    document.used_by.push(title);
                }
            }
        }
        Ok(Self { documents })
    }

    pub(crate) fn get(&self, id: &str) -> Option<&DocumentView> {
        self.documents.get(id)
    }

    pub(crate) fn into_views(self) -> Vec<DocumentView> {
        self.documents.into_values().collect()
    }
}

/// What a shell shows of a document; `used_by` is left empty.
pub(crate) fn view(info: &DocumentInfo, meta: &DocumentMeta) -> DocumentView {
    DocumentView {
        id: info.id.to_string(),
        name: meta.name.clone(),
        mime_type: meta.mime_type.clone(),
        size: info.len,
        sha256: hex::encode(info.sha256),
        added: meta.added.to_string(),
        removed: meta.removed.clone(),
        used_by: Vec::new(),
    }
}

/// The ids of the documents that a value refers to.
pub(crate) fn document_ids(types: &Types, attribute: &AttributeRecord) -> Vec<String> {
    types.of(&attribute.schema).map_or_else(Vec::new, |ty| {
        file_places(ty, &attribute.value)
            .into_iter()
            .filter_map(|place| attribute.value.pointer(&place.pointer)?.get("content")?.as_str().map(str::to_owned))
            .collect()
    })
}

/// A document id as the vault knows it.
pub(crate) fn parse_id(id: &str) -> Result<DocumentId, DocumentError> {
    id.parse().map_err(|_| DocumentError::NotFound { id: id.to_owned() })
}

/// Those of an application's documents that nothing refers to any more once the application is through.
pub(crate) fn left_over<'a>(
    store: &Store,
    documents: impl Iterator<Item = &'a str>,
    application: RecordId,
) -> Result<Vec<DocumentId>, StoreError> {
    let documents: HashSet<&str> = documents.collect();
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let types = store.types()?;
    let records = store.all::<AttributeRecord>()?;
    let kept: HashSet<String> = records.iter().flat_map(|(_, record)| document_ids(&types, record)).collect();
    let awaited = crate::applications::awaited_documents(store, Some(application))?;
    let mut left = Vec::new();
    for id in documents.into_iter().filter(|id| !kept.contains(*id) && !awaited.contains_key(*id)) {
        let Ok(id) = id.parse::<DocumentId>() else { continue };
        if store.document(id)?.is_some_and(|(_, meta)| !meta.kept_alone) {
            left.push(id);
        }
    }
    Ok(left)
}

/// The documents that came with attributes and that nothing refers to any more once the records `without` are gone
/// (or replaced by `with`).
pub(crate) fn unused_without(
    store: &Store,
    without: &[RecordId],
    with: &[AttributeRecord],
) -> Result<Vec<DocumentId>, StoreError> {
    let (leaving, staying): (Vec<_>, Vec<_>) =
        store.all::<AttributeRecord>()?.into_iter().partition(|(id, _)| without.contains(id));
    let types = store.types()?;
    let ids = |record: &AttributeRecord| document_ids(&types, record);
    let kept: HashSet<String> = staying.iter().map(|(_, record)| record).chain(with).flat_map(ids).collect();
    let awaited = crate::applications::awaited_documents(store, None)?;
    let mut unused = Vec::new();
    for id in leaving.iter().flat_map(|(_, record)| ids(record)).collect::<HashSet<_>>() {
        let Ok(id) = id.parse::<DocumentId>() else { continue };
        let Some((info, meta)) = store.document(id)? else { continue };
        let id_text = info.id.to_string();
        if !meta.kept_alone && !kept.contains(&id_text) && !awaited.contains_key(&id_text) {
            unused.push(id);
        }
    }
    Ok(unused)
}
