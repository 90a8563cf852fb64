//! Listing documents, and finding one by its id.

use std::collections::{HashMap, HashSet};

use idw_identity::files_in;
use idw_vault::{DocumentId, DocumentInfo, RecordId};
use serde_json::Value;

use super::{DocumentError, search::searched};
use crate::{
    Order, StoreError, Wallet,
    fold::Query,
    records::{ApplicationRecord, AttributeRecord, DocumentMeta, SiteRecord},
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
        let (info, meta) = find(&self.store, id)?;
        let mut found = view(&info, &meta);
        if let Some(listed) = self.listing()?.documents.get(&found.id) {
            found.used_by.clone_from(&listed.used_by);
        }
        Ok(found)
    }
}

/// All documents and who refers to them, read once for a whole list.
#[derive(Default)]
pub(crate) struct DocumentList {
    documents: HashMap<String, DocumentView>,
    /// The ids with what of each is searched, folded; the newest first.
    searched: Vec<(String, String)>,
}

impl DocumentList {
    /// This profile's documents, where its values were read already.
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
            for id in ids_in(&attribute.value) {
                let Some(document) = documents.get_mut(&id) else { continue };
                let title = types.title(&attribute.schema);
                if !document.used_by.contains(&title) {
                    document.used_by.push(title);
                }
            }
        }
        let mut newest: Vec<&DocumentView> = documents.values().collect();
        newest.sort_by(|a, b| b.added.cmp(&a.added).then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id)));
        let searched = newest.into_iter().map(|document| (document.id.clone(), searched(document))).collect();
        Ok(Self { documents, searched })
    }

    /// The documents that are found, in order.
    pub(super) fn find(&self, query: &Query, order: Order) -> Vec<&DocumentView> {
        let found = self.searched.iter().filter(|(_, text)| query.fits_folded(text));
        let mut found: Vec<_> = found.filter_map(|(id, _)| self.documents.get(id)).collect();
        order.sort_documents(&mut found);
        found
    }

    /// How many documents there are.
    pub(crate) fn len(&self) -> usize {
        self.documents.len()
    }

    /// The size of them all, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.documents.values().map(|document| document.size).sum()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&DocumentView> {
        self.documents.get(id)
    }
}

/// The document with this id, or with an id that begins so.
pub(super) fn find(store: &Store, id: &str) -> Result<(DocumentInfo, DocumentMeta), DocumentError> {
    let unknown = || DocumentError::NotFound { id: id.to_owned() };
    if let Ok(id) = id.parse::<DocumentId>() {
        return store.document(id)?.ok_or_else(unknown);
    }
    let wanted = id.to_ascii_lowercase();
    let mut fitting = Vec::new();
    for document in store.documents() {
        let document = document?;
        if !wanted.is_empty() && document.0.id.to_string().starts_with(&wanted) {
            fitting.push(document);
        }
    }
    match (fitting.pop(), fitting.len()) {
        (None, _) => Err(unknown()),
        (Some(document), 0) => Ok(document),
        (Some(_), more) => Err(DocumentError::Ambiguous { id: id.to_owned(), count: more + 1 }),
    }
}

/// What a shell shows of a document; `used_by` is left empty.
pub(crate) fn view(info: &DocumentInfo, meta: &DocumentMeta) -> DocumentView {
    view_of(info.id, info.len, info.sha256, meta)
}

pub(super) fn view_of(id: DocumentId, len: u64, sha256: [u8; 32], meta: &DocumentMeta) -> DocumentView {
    DocumentView {
        id: id.to_string(),
        name: meta.file_name(),
        mime_type: meta.mime_type.clone(),
        size: len,
        sha256: hex::encode(sha256),
        added: meta.added.to_string(),
        removed: meta.removed.clone(),
        kept: meta.kept.clone(),
        pages: meta.pages,
        shrunk_from: meta.shrunk_from.clone(),
        used_by: Vec::new(),
    }
}

/// The ids of the documents that a value refers to, whatever it is of.
pub(crate) fn ids_in(value: &Value) -> Vec<String> {
    files_in(value).into_iter().map(|file| file.content).collect()
}

/// A document id as the vault knows it.
pub(crate) fn parse_id(id: &str) -> Result<DocumentId, DocumentError> {
    id.parse().map_err(|_| DocumentError::NotFound { id: id.to_owned() })
}

/// Those of an application's documents that nothing refers to any more once the application is through.
pub(crate) fn left_over<'a>(
    wallet: &Wallet,
    documents: impl Iterator<Item = &'a str>,
    application: RecordId,
) -> Result<Vec<DocumentId>, StoreError> {
    let documents: HashSet<&str> = documents.collect();
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let store = &*wallet.store;
    let listing = wallet.listing()?;
    let kept: HashSet<String> = listing.records().iter().flat_map(|(_, record)| ids_in(&record.value)).collect();
    let awaited = awaited_documents(store, Some(application))?;
    let mut left = Vec::new();
    for id in documents.into_iter().filter(|id| !kept.contains(*id) && !awaited.contains_key(*id)) {
        let Ok(id) = id.parse::<DocumentId>() else { continue };
        if store.document(id)?.is_some_and(|(_, meta)| !meta.kept_alone) {
            left.push(id);
        }
    }
    Ok(left)
}

/// The documents that applications have still to send, each with the name of the site; `but` leaves one out.
pub(super) fn awaited_documents(store: &Store, but: Option<RecordId>) -> Result<HashMap<String, String>, StoreError> {
    let mut awaited = HashMap::new();
    for (id, record) in store.readable::<ApplicationRecord>(|_| true)?.records {
        if Some(id) == but || record.files.is_empty() {
            continue;
        }
        // The name that the site has by now, unless it is gone.
        let site = record.site.parse::<RecordId>().ok().map(|id| store.get::<SiteRecord>(id)).transpose()?.flatten();
        let name = site.map_or(record.site_name, |site| site.name);
        awaited.extend(record.files.into_iter().map(|file| (file.document, name.clone())));
    }
    Ok(awaited)
}

/// The documents that came with attributes and that nothing refers to any more once the records `without` are gone
/// (or replaced by `with`).
pub(crate) fn unused_without(
    wallet: &Wallet,
    without: &[RecordId],
    with: &[AttributeRecord],
) -> Result<Vec<DocumentId>, StoreError> {
    let store = &*wallet.store;
    let listing = wallet.listing()?;
    let (leaving, staying): (Vec<_>, Vec<_>) = listing.records().iter().partition(|(id, _)| without.contains(id));
    let ids = |record: &AttributeRecord| ids_in(&record.value);
    let kept: HashSet<String> = staying.iter().map(|(_, record)| record).chain(with).flat_map(ids).collect();
    let awaited = awaited_documents(store, None)?;
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
