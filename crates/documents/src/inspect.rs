//! What a document is and what it gives away.

use serde::{Deserialize, Serialize};

use crate::decode::check_pixels;
use crate::error::DocumentError;
use crate::foreign::hidden_in;
use crate::jpeg::Jpeg;
use crate::metadata::MetadataFound;
use crate::png::{CheckSize, Png};
use crate::sniff::{describe, sniff_leniently};
use crate::{FileKind, MAX_BYTES, MediaType, audio, pdf};

/// What a document is and what it gives away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// Its type, from its bytes.
    pub media_type: MediaType,
    /// Width in pixels as stored (before turning it upright); pictures only.
    pub width: Option<u32>,
    /// Height in pixels as stored; pictures only.
    pub height: Option<u32>,
    /// How many pages; PDFs only.
    pub pages: Option<u32>,
    /// What it says besides its content, the most telling first. From pictures, [`strip_metadata`](crate::strip_metadata)
    /// takes out exactly these, and from PDFs all that is not seen on their pages; recordings keep them.
    pub metadata: Vec<MetadataFound>,
    /// What else is to be known about it; PDFs only.
    pub notes: Vec<Note>,
}

/// Something to be known about a document that is taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Note {
    /// Something stands before its header: an empty line, a byte order mark.
    #[error("It does not begin where a PDF should. Viewers open it, but some sites may refuse it.")]
    StrayStart,
    /// It has no end marker.
    #[error("It has no mark at its end. Viewers open it, but some sites may refuse it.")]
    NoEnd,
    /// Something stands after its end.
    #[error("Something stands after its end. Viewers open it, but some sites may refuse it.")]
    StrayEnd,
    /// Someone signed it.
    #[error("It is signed, so it stays as it is: a copy without what it tells would not be signed any more.")]
    Signed,
    /// It is encrypted, though it opens without a password.
    #[error("It is protected against changes, so no copy without what it tells can be made of it.")]
    Protected,
}

/// Checks a document from its first byte to its last, and lists what it gives away.
///
/// Pictures and recordings are only walked through, which costs no more than reading them. A PDF is parsed: for one
/// that is not trusted, use [`Worker::inspect`](crate::Worker::inspect).
///
/// # Errors
///
/// [`DocumentError`] if it is empty, too large, of a type that attributes cannot hold, two things at once, cut off,
/// damaged, encrypted, or a picture of more than [`MAX_PIXELS`](crate::MAX_PIXELS).
pub fn inspect(bytes: &[u8]) -> Result<Inspection, DocumentError> {
    let media_type = recognise(bytes)?;
    match media_type {
        MediaType::Jpeg => inspect_jpeg(bytes),
        MediaType::Png => inspect_png(bytes),
        MediaType::Pdf => inspect_pdf(bytes),
        _ => {
            refuse_hidden(media_type, hidden_in(bytes, &[], []))?;
            let metadata = audio::metadata(bytes, media_type);
            Ok(Inspection { media_type, width: None, height: None, pages: None, metadata, notes: Vec::new() })
        }
    }
}

/// The type of a document of acceptable size.
pub(crate) fn recognise(bytes: &[u8]) -> Result<MediaType, DocumentError> {
    /// As much as the callers of `sniff` have at hand.
    const HEAD_BYTES: usize = 8 * 1024;
    if bytes.is_empty() {
        return Err(DocumentError::Empty);
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(DocumentError::TooLarge { max_bytes: MAX_BYTES });
    }
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    sniff_leniently(head).ok_or_else(|| DocumentError::UnknownType { found: describe(head) })
}

/// A JPEG that is nothing but a JPEG, and whole.
pub(crate) fn open_jpeg(bytes: &[u8]) -> Result<Jpeg<'_>, DocumentError> {
    // Even what is cut off is told apart from what is disguised by its beginning.
    refuse_hidden(MediaType::Jpeg, hidden_in(bytes, &[], []))?;
    let jpeg = Jpeg::read(bytes)?;
    refuse_hidden(MediaType::Jpeg, hidden_in(&[], jpeg.trailing, jpeg.comments()))?;
    Ok(jpeg)
}

/// A PNG that is nothing but a PNG, and whole.
pub(crate) fn open_png(bytes: &[u8], check_size: CheckSize) -> Result<Png<'_>, DocumentError> {
    refuse_hidden(MediaType::Png, hidden_in(bytes, &[], []))?;
    let png = Png::read(bytes, check_size)?;
    refuse_hidden(MediaType::Png, hidden_in(&[], png.trailing, png.comments()))?;
    Ok(png)
}

/// A PDF that is nothing but a PDF, and ends as one.
pub(crate) fn check_pdf(bytes: &[u8]) -> Result<(), DocumentError> {
    refuse_hidden(MediaType::Pdf, hidden_in(bytes, &[], []))?;
    let frame = pdf::frame(bytes)?;
    refuse_hidden(MediaType::Pdf, hidden_in(&[], frame.after, []))
}

fn inspect_jpeg(bytes: &[u8]) -> Result<Inspection, DocumentError> {
    let jpeg = open_jpeg(bytes)?;
    let (width, height) = jpeg.dimensions();
    picture(MediaType::Jpeg, width, height, jpeg.metadata().into_list())
}

fn inspect_png(bytes: &[u8]) -> Result<Inspection, DocumentError> {
    let png = open_png(bytes, check_pixels)?;
    let (width, height) = png.dimensions();
    picture(MediaType::Png, width, height, png.metadata().into_list())
}

fn inspect_pdf(bytes: &[u8]) -> Result<Inspection, DocumentError> {
    check_pdf(bytes)?;
    let pdf::Inspected { pages, metadata, notes } = pdf::inspect(bytes)?;
    Ok(Inspection { media_type: MediaType::Pdf, width: None, height: None, pages: Some(pages), metadata, notes })
}

fn picture(
    media_type: MediaType,
    width: u32,
    height: u32,
    metadata: Vec<MetadataFound>,
) -> Result<Inspection, DocumentError> {
    if width == 0 || height == 0 {
        return Err(DocumentError::Damaged { media_type });
    }
    check_pixels(width, height)?;
    Ok(Inspection { media_type, width: Some(width), height: Some(height), pages: None, metadata, notes: Vec::new() })
}

fn refuse_hidden(media_type: MediaType, hidden: Option<FileKind>) -> Result<(), DocumentError> {
    match hidden {
        None => Ok(()),
        Some(hidden) => Err(DocumentError::Disguised { media_type, hidden }),
    }
}
