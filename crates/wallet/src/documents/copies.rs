//! Keeping a copy that the wallet made of a document: beside the original, and in a value of its own where that is wanted.

use idw_identity::{FileObject, file_places};
use idw_vault::{Batch, DocumentId, RecordId};

use super::{DocumentError, Incoming, find_same, list::find, view};
use crate::{
    Wallet,
    attributes::{Viewer, by_schema, free_label, same_label},
    clock::now,
    records::{AttributeRecord, DocumentMeta, Event, ProvenanceRecord},
    store::put,
    view::{AttributeView, DocumentView},
};

impl Wallet {
    /// Stores a copy beside its original. With the id of a value that the original is part of, a second value is stored
    /// that has the copy in its place, labelled with `word`.
    pub(super) fn keep_copy(
        &self,
        copy: Incoming,
        original: DocumentId,
        value: Option<&str>,
        word: &str,
        about: impl FnOnce(DocumentMeta) -> DocumentMeta,
    ) -> Result<(DocumentView, Option<AttributeView>), DocumentError> {
        let _guard = self.store.changing();
        find(&self.store, &original.to_string())?;
        let mut batch = Batch::new();
        let document = if let Some((info, meta)) = find_same(&self.store, &copy)? {
            view(&info, &meta)
        } else {
            let about = about(copy.about(&self.store, value.is_none()));
            copy.put_as(&mut batch, about)
        };
        let Some(value) = value else {
            self.store.commit(batch, Event::DocumentAdded { name: document.name.clone() })?;
            return Ok((document, None));
        };
        let (id, record) = self.with_copy(value, original, &document, word)?;
        put(&mut batch, id, &record);
        let types = self.types()?;
        let event = Event::AttributeSet { name: types.name(&record.schema), title: types.title(&record.schema) };
        self.store.commit(batch, event)?;
        let attribute = Viewer::read(self)?.view(id, &record);
        Ok((document, Some(attribute)))
    }

    /// A copy of a value, with one document in the place of another.
    fn with_copy(
        &self,
        value: &str,
        original: DocumentId,
        copy: &DocumentView,
        word: &str,
    ) -> Result<(RecordId, AttributeRecord), DocumentError> {
        let gone = || DocumentError::NotPartOf { value: value.to_owned() };
        let id: RecordId = value.parse().map_err(|_| gone())?;
        let record = self.store.get::<AttributeRecord>(id)?.ok_or_else(gone)?;
        let types = self.types()?;
        let ty = types.of(&record.schema).ok_or_else(gone)?;
        let mut changed = record.value.clone();
        let places: Vec<String> = file_places(ty, &changed)
            .into_iter()
            .filter(|place| place.file.content == original.to_string())
            .map(|place| place.pointer)
            .collect();
        if places.is_empty() {
            return Err(gone());
        }
        let file = FileObject { mime_type: copy.mime_type.clone(), size: copy.size, content: copy.id.clone() };
        for pointer in places {
            if let Some(part) = changed.pointer_mut(&pointer) {
                *part = file.to_value();
            }
        }
        // A PNG may have become a JPEG, which not every field takes.
        ty.validate(&changed).map_err(|_| DocumentError::NotThere { title: ty.title().to_owned() })?;
        let siblings = by_schema(self, ty)?;
        let base = record.label.as_deref().map_or_else(|| word.to_owned(), |label| format!("{label}, {word}"));
        let label =
            free_label(&base, |label| siblings.iter().any(|(_, one)| same_label(one.label.as_deref(), Some(label))));
        let provenance = match record.provenance {
            // What was verified was the other document.
            other if other.says_verified() => ProvenanceRecord::Entered,
            other => other,
        };
        let (label, created) = (Some(label), now());
        let made = AttributeRecord {
            label,
            value: changed,
            provenance,
            created,
            changed: created,
            is_default: false,
            ..record
        };
        Ok((RecordId::make(), made))
    }
}
