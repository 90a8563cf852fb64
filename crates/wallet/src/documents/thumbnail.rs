//! Small pictures of documents: made once, and kept sealed in the vault beside the document.

use idw_documents::WorkerError;
use idw_vault::{Batch, DocumentId, RecordId};
use idw_words::MessageData;
use jiff::{SignedDuration, Timestamp};

use super::{DocumentError, list::find, open};
use crate::{Explain as _, Wallet, clock::now, records::THUMBNAILS, store::Store};

/// The longest side of a thumbnail, in pixels: a card of a list on a dense screen.
pub(crate) const SIDE_PIXELS: u32 = 224;

/// Counts up when what makes thumbnails gets better: what an older version made, or failed to make, is made anew.
const MAKER: u8 = 3;

/// After what time a document is tried again that took too long: the machine may have been busy.
const TRY_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// A small picture of a document, or why there is none.
#[derive(Clone, PartialEq, Eq)]
pub enum Thumbnail {
    /// A PNG of at most 224 by 224 pixels: of a picture, turned upright, or of a PDF's first page.
    Picture(Vec<u8>),
    /// There is nothing to show, or the document cannot be shown.
    None {
        /// Why, whole sentences.
        why: MessageData,
    },
}

impl std::fmt::Debug for Thumbnail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Picture(png) => write!(f, "Picture({} bytes)", png.len()),
            Self::None { why } => f.debug_struct("None").field("why", why).finish(),
        }
    }
}

impl Wallet {
    /// A small picture of a document. It is made in a process of its own, so that no document can hang or crash the
    /// wallet, and kept sealed in the vault as long as the document is; that it could not be made is kept, too.
    ///
    /// Takes up to 2 s the first time, for a very large picture up to 10 s (and longer while the machine is busy), and
    /// next to nothing later.
    ///
    /// # Errors
    /// Where there is no such document, its bytes are damaged, the process did not start, or the vault cannot be read
    /// or written.
    pub fn thumbnail(&self, id: &str) -> Result<Thumbnail, DocumentError> {
        let (info, meta) = find(&self.store, id)?;
        if let Some(kept) = kept(&self.store, info.id)? {
            return Ok(kept);
        }
        let reader = self.store.vault().read_document(info.id)?;
        let (made, took_too_long) = match open::thumbnail(reader, SIDE_PIXELS) {
            Ok(png) => (Thumbnail::Picture(png), false),
            Err(WorkerError::Refused(refused)) => {
                let took_too_long = refused == idw_documents::DocumentError::TakesTooLong;
                (Thumbnail::None { why: refused.explain() }, took_too_long)
            }
            // That is no fault of the document, and is over soon.
            Err(error @ WorkerError::Busy) => return Ok(Thumbnail::None { why: error.explain() }),
            // Whatever made the process answer so would do it again.
            Err(error @ WorkerError::Answer) => (Thumbnail::None { why: error.explain() }, false),
            Err(source) => return Err(DocumentError::Unopened { name: meta.file_name(), source }),
        };
        let mut batch = Batch::new();
        batch.put(THUMBNAILS, place_of(info.id), &encode(&made, took_too_long, now()));
        let _guard = self.store.changing();
        // Removed meanwhile, it takes its thumbnail with it.
        if self.store.document(info.id)?.is_some() {
            self.store.commit_aside(batch)?;
        }
        Ok(made)
    }
}

/// A small picture of bytes that are no document of the vault: a PNG of which no side is longer than `max_side` pixels.
pub(crate) fn thumbnail_of(bytes: &[u8], max_side: u32) -> Result<Vec<u8>, WorkerError> {
    open::thumbnail(bytes, max_side)
}

/// Takes a document out of the vault, and its thumbnail with it.
pub(crate) fn remove(batch: &mut Batch, id: DocumentId) {
    batch.remove_document(id);
    batch.remove(THUMBNAILS, place_of(id));
}

fn kept(store: &Store, id: DocumentId) -> Result<Option<Thumbnail>, DocumentError> {
    let bytes = store.vault().get(THUMBNAILS, place_of(id)).map_err(crate::StoreError::from)?;
    Ok(bytes.and_then(|bytes| decode(&bytes, now())))
}

fn place_of(id: DocumentId) -> RecordId {
    RecordId::from_bytes(*id.as_bytes())
}

const PICTURE: u8 = 0;
const NONE: u8 = 1;
const TOOK_TOO_LONG: u8 = 2;

/// The version of what made it, what it is, when it was made (seconds since 1970, little-endian), and its bytes: a PNG,
/// or the message that says why there is none, as JSON.
fn encode(thumbnail: &Thumbnail, took_too_long: bool, at: Timestamp) -> Vec<u8> {
    let (kind, bytes) = match thumbnail {
        Thumbnail::Picture(png) => (PICTURE, png.as_slice()),
        Thumbnail::None { why } => (
            if took_too_long { TOOK_TOO_LONG } else { NONE },
            &*serde_json::to_vec(why).expect("a message has no keys but texts, and writing to memory does not fail"),
        ),
    };
    [&[MAKER, kind], at.as_second().to_le_bytes().as_slice(), bytes].concat()
}

/// Nothing where it is to be made anew. It can be, so whatever another version wrote is no error.
fn decode(bytes: &[u8], now: Timestamp) -> Option<Thumbnail> {
    let ([MAKER, kind], rest) = bytes.split_first_chunk::<2>()? else { return None };
    let (at, bytes) = rest.split_first_chunk::<8>()?;
    let at = Timestamp::from_second(i64::from_le_bytes(*at)).ok()?;
    let why = || Some(Thumbnail::None { why: serde_json::from_slice(bytes).ok()? });
    match *kind {
        PICTURE => Some(Thumbnail::Picture(bytes.to_vec())),
        NONE => why(),
        TOOK_TOO_LONG if now.duration_since(at) < TRY_AGAIN_AFTER => why(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use idw_words::{Message as _, message};

    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let at = Timestamp::from_second(1_800_000_000).unwrap();
        let day = SignedDuration::from_hours(24);
        let picture = || Thumbnail::Picture(b"\x89PNG...".to_vec());
        let none = || Thumbnail::None { why: message::ErrorFileAnswer.data() };
        let check = |kept: Thumbnail, too_long: bool, after: SignedDuration, expected: Option<Thumbnail>| {
            assert_eq!(decode(&encode(&kept, too_long, at), at + after), expected, "{kept:?} after {after}");
        };
        check(picture(), false, day * 1000, Some(picture()));
        check(none(), false, day * 1000, Some(none()));
        check(none(), true, SignedDuration::from_mins(5), Some(none()));
        check(none(), true, day, None);
    }

    #[test]
    fn what_another_version_kept_is_made_anew() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        // The second version kept a sentence in English.
        let second = [&[2, NONE][..], &[0; 8], b"The file is damaged."].concat();
        for bytes in
            [&second[..], b"", b"\x01", b"\x01\0\0\0\0", &[MAKER + 1; 20], &[MAKER, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1]]
        {
            assert_eq!(decode(bytes, now), None, "{bytes:?}");
        }
    }
}
