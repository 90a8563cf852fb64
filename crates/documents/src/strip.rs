//! Documents without what they tell besides what is seen.

use crate::error::DocumentError;
use crate::inspect::{check_pdf, open_jpeg, open_png, recognise};
use crate::metadata::MetadataFound;
use crate::{MediaType, pdf};

/// A picture or PDF without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stripped {
    /// The document.
    pub bytes: Vec<u8>,
    /// What is no longer in it, the most telling first; [`in_words`](crate::in_words) makes a sentence's part of it.
    pub removed: Vec<MetadataFound>,
}

/// Takes metadata out of a JPEG or PNG without recompressing it (no pixel changes), or writes a PDF anew from its pages.
///
/// Out of a PDF goes what is not seen on its pages: information about the document, XMP, attachments, earlier versions,
/// comments, scripts, a form's data, and what pictures in it tell. Nothing on a page changes its look.
///
/// Out of a picture go Exif, XMP, IPTC, comments, previews, data of applications, and whatever stands after the picture's end. What
/// decides how it looks stays: colour profile and transform, pixel density, and which way is up (as Exif data that say
/// nothing else). The same picture always gives the same bytes, and a stripped one is given back as it is.
///
/// # Errors
///
/// [`DocumentError::NotAPicture`] for recordings, [`DocumentError::Signed`] and [`DocumentError::Protected`] for such PDFs,
/// and what [`inspect`](crate::inspect()) refuses.
pub fn strip_metadata(bytes: &[u8]) -> Result<Stripped, DocumentError> {
    match recognise(bytes)? {
        MediaType::Jpeg => {
            let jpeg = open_jpeg(bytes)?;
            let (width, height) = jpeg.dimensions();
            check_size(width, height)?;
            Ok(Stripped { bytes: jpeg.stripped(), removed: jpeg.metadata().into_list() })
        }
        MediaType::Png => {
            let png = open_png(bytes, check_size)?;
            Ok(Stripped { bytes: png.stripped(), removed: png.metadata().into_list() })
        }
        MediaType::Pdf => {
            check_pdf(bytes)?;
            pdf::cleaned(bytes)
        }
        media_type => Err(DocumentError::NotAPicture { media_type }),
    }
}

/// Refuses what no camera takes and nothing can open. A picture need not be decoded to be stripped, so that there is more
/// room than for one that is shown.
fn check_size(width: u32, height: u32) -> Result<(), DocumentError> {
    /// Five times what the largest cameras of telephones take.
    const MOST_PIXELS: u64 = 1_000_000_000;
    let fits = u64::from(width) * u64::from(height) <= MOST_PIXELS;
    if fits { Ok(()) } else { Err(DocumentError::TooManyPixels { width, height }) }
}
