//! Making a picture smaller, where a site does not take it as it is: offered first, kept when the user agrees.

use idw_documents::{Inspection, MediaType, WorkerError};
use idw_vault::DocumentId;
use zeroize::Zeroizing;

use super::{DocumentError, FileName, Findings, Incoming, Thumbnail, list::find, open, view};
use crate::{
    Explain as _, Wallet,
    records::DocumentMeta,
    view::{DocumentShrunk, PictureView, ShrinkView},
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
            return Err(DocumentError::SmallEnough { name: meta.file_name(), size: info.len, max_bytes });
        }
        let failed = |error| match error {
            WorkerError::Refused(source) => DocumentError::CannotShrink { name: meta.file_name(), source },
            source => DocumentError::Unopened { name: meta.file_name(), source },
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
            Err(WorkerError::Refused(refused)) => Ok(Thumbnail::None { why: refused.explain() }),
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
        let name = FileName::from(offer.view.document.name.clone()).with_suffix("-small", MediaType::Jpeg);
        let incoming = Incoming::made(&self.store, name, &offer.smaller, Findings::default())?;
        let shrunk_from = Some(offer.original.to_string());
        let about = |about| DocumentMeta { shrunk_from, ..about };
        let (document, attribute) = self.keep_copy(incoming, offer.original, value, "smaller", about)?;
        Ok(DocumentShrunk { document, attribute })
    }
}

/// How large the original is, as it is seen: it may be stored lying on its side.
fn before_view(size: u64, stored: &Inspection, after: &PictureView) -> PictureView {
    let (width, height) = (stored.width.unwrap_or_default(), stored.height.unwrap_or_default());
    let lies = (width > height) != (after.width > after.height) && width != height && after.width != after.height;
    if lies { PictureView { size, width: height, height: width } } else { PictureView { size, width, height } }
}
