//! Making a picture smaller, where a site does not take it as it is: offered first, kept when the user agrees.

use idw_documents::{Inspection, WorkerError};
use idw_identity::{FileObject, file_places};
use idw_vault::{Batch, DocumentId, RecordId};
use zeroize::Zeroizing;

use super::{DocumentError, Incoming, Thumbnail, find_same, list::find, open, view};
use crate::{
    Wallet,
    attributes::{Viewer, by_schema, free_label},
    clock::now,
    records::{AttributeRecord, DocumentMeta, Event, ProvenanceRecord},
    store::put,
    view::{DocumentShrunk, DocumentView, PictureView, ShrinkView},
};

/// The longest side of the pictures that show what shrinking does, in pixels: enough to see whether text is legible.
const PREVIEW_SIDE_PIXELS: u32 = 1_024;

/// What a picture would become, for the user to look at. Nothing is stored yet.
pub struct ShrinkOffer {
    original: DocumentId,
    smaller: Zeroizing<Vec<u8>>,
    view: ShrinkView,
}

impl ShrinkOffer {
    /// What to show.
    pub fn view(&self) -> &ShrinkView {
        &self.view
    }

    /// The picture as it would be.
    pub fn bytes(&self) -> &[u8] {
        &self.smaller
    }
}

impl std::fmt::Debug for ShrinkOffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShrinkOffer").field("original", &self.original).finish_non_exhaustive()
    }
}

impl Wallet {
    /// Makes a copy of a picture that has at most `max_bytes`, and says how large both are. Nothing is stored:
    /// [`keep_shrunk`](Self::keep_shrunk) does that.
    ///
    /// # Errors
    /// Where there is no such document, it is no picture, is small enough already or cannot be made so small and stay
    /// legible, or the vault cannot be read.
    pub fn shrink_document(&self, id: &str, max_bytes: u64) -> Result<ShrinkOffer, DocumentError> {
        let (info, meta) = find(&self.store, id)?;
        if info.len <= max_bytes {
            return Err(DocumentError::SmallEnough { name: meta.name, size: info.len, max_bytes });
        }
        let failed = |error| match error {
            WorkerError::Refused(source) => DocumentError::CannotShrink { name: meta.name.clone(), source },
            source => DocumentError::Unopened { name: meta.name.clone(), source },
        };
        let shrunk = open::shrink(self.store.vault().read_document(info.id)?, max_bytes).map_err(failed)?;
        let before = open::inspect(self.store.vault().read_document(info.id)?).map_err(failed)?;
        let after = PictureView { size: shrunk.bytes.len() as u64, width: shrunk.width, height: shrunk.height };
        let before = before_view(info.len, &before, &after);
        let document = view(&info, &meta);
        let view = ShrinkView {
            document,
            max_bytes,
            before,
            after,
            mime_type: shrunk.media_type().as_str().to_owned(),
            guessed_colours: shrunk.guessed_colours,
        };
        Ok(ShrinkOffer { original: info.id, smaller: Zeroizing::new(shrunk.bytes), view })
    }

    /// What the picture looks like now and would look like, as PNGs of at most 1,024 by 1,024 pixels. Not kept.
    ///
    /// # Errors
    /// Where the document is gone by now, or the process that opens documents did not start.
    pub fn shrink_previews(&self, offer: &ShrinkOffer) -> Result<[Thumbnail; 2], DocumentError> {
        let shown = |result| match result {
            Ok(png) => Ok(Thumbnail::Picture(png)),
            Err(WorkerError::Refused(refused)) => Ok(Thumbnail::None { why: refused.to_string() }),
            Err(source) => Err(DocumentError::Unopened { name: offer.view.document.name.clone(), source }),
        };
        let original = self.store.vault().read_document(offer.original)?;
        Ok([
            shown(open::thumbnail(original, PREVIEW_SIDE_PIXELS))?,
            shown(open::thumbnail(offer.smaller.as_slice(), PREVIEW_SIDE_PIXELS))?,
        ])
    }

    /// Stores the smaller picture beside the original. With the id of a value that the original is part of, a second
    /// value is stored that is the same but for the picture: the user can then send either.
    ///
    /// # Errors
    /// Where the value or the original is gone, or the vault cannot be written. Nothing is stored then.
    pub fn keep_shrunk(&self, offer: ShrinkOffer, value: Option<&str>) -> Result<DocumentShrunk, DocumentError> {
        let incoming = Incoming::made(&self.store, &small_name(&offer.view.document.name), &offer.smaller)?;
        let _guard = self.store.changing();
        let (original, _) = find(&self.store, &offer.original.to_string())?;
        let mut batch = Batch::new();
        let document = if let Some((info, meta)) = find_same(&self.store, &incoming)? {
            view(&info, &meta)
        } else {
            let about = DocumentMeta {
                shrunk_from: Some(original.id.to_string()),
                ..incoming.about(&self.store, value.is_none())
            };
            incoming.put_as(&mut batch, about)
        };
        let Some(value) = value else {
            self.store.commit(batch, Event::DocumentAdded { name: document.name.clone() })?;
            return Ok(DocumentShrunk { document, attribute: None });
        };
        let (id, record) = self.with_smaller(value, original.id, &document)?;
        put(&mut batch, id, &record);
        let types = self.store.types()?;
        let event = Event::AttributeSet { name: types.name(&record.schema), title: types.title(&record.schema) };
        self.store.commit(batch, event)?;
        let attribute = Viewer::read(&self.store)?.view(id, &record);
        Ok(DocumentShrunk { document, attribute: Some(attribute) })
    }

    /// A copy of a value, with one document in the place of another.
    fn with_smaller(
        &self,
        value: &str,
        original: DocumentId,
        smaller: &DocumentView,
    ) -> Result<(RecordId, AttributeRecord), DocumentError> {
        let gone = || DocumentError::NotPartOf { value: value.to_owned() };
        let id: RecordId = value.parse().map_err(|_| gone())?;
        let record = self.store.get::<AttributeRecord>(id)?.ok_or_else(gone)?;
        let types = self.store.types()?;
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
        let file = FileObject { mime_type: smaller.mime_type.clone(), size: smaller.size, content: smaller.id.clone() };
        for pointer in places {
            if let Some(part) = changed.pointer_mut(&pointer) {
                *part = file.to_value();
            }
        }
        // A PNG becomes a JPEG, which not every field takes.
        ty.validate(&changed).map_err(|_| DocumentError::NotThere { title: ty.title().to_owned() })?;
        let siblings = by_schema(&self.store, ty)?;
        let base = record.label.as_deref().map_or_else(|| "smaller".to_owned(), |label| format!("{label}, smaller"));
        let label = free_label(&base, |label| siblings.iter().any(|(_, one)| one.label.as_deref() == Some(label)));
        let provenance = match record.provenance {
            // What was verified was the other picture.
            ProvenanceRecord::Verified { .. } => ProvenanceRecord::Entered,
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

/// How large the original is, as it is seen: it may be stored lying on its side.
fn before_view(size: u64, stored: &Inspection, after: &PictureView) -> PictureView {
    let (width, height) = (stored.width.unwrap_or_default(), stored.height.unwrap_or_default());
    let lies = (width > height) != (after.width > after.height) && width != height && after.width != after.height;
    if lies { PictureView { size, width: height, height: width } } else { PictureView { size, width, height } }
}

/// `passport.png` becomes `passport-small.jpg`.
fn small_name(name: &str) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    };
    format!("{stem}-small.jpg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_copy_is_named_after_the_original() {
        let check = |name: &str, expected: &str| assert_eq!(small_name(name), expected);
        check("passport.png", "passport-small.jpg");
        check("scan.of.me.jpeg", "scan.of.me-small.jpg");
        check("passport", "passport-small.jpg");
        check(".hidden", ".hidden-small.jpg");
    }
}
