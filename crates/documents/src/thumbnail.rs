//! Small pictures of documents.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder as _};

use crate::decode::{Wanted, decode};
use crate::error::DocumentError;
use crate::inspect::{check_pdf, recognise};
use crate::{MediaType, pdf};

/// The longest side that can be asked of a thumbnail.
pub const MAX_THUMBNAIL_SIDE_PIXELS: u32 = 2_048;

/// A small picture of a document as PNG bytes: of a picture turned upright, or of a PDF's first page on white.
///
/// No side is longer than `max_side` pixels (1 to [`MAX_THUMBNAIL_SIDE_PIXELS`]; what is outside is taken as the nearest
/// of them); pictures are never made larger.
///
/// Decodes: for a document that is not trusted, use [`Worker::thumbnail`](crate::Worker::thumbnail).
///
/// # Errors
///
/// [`DocumentError::NothingToShow`] for recordings, and what [`inspect`](crate::inspect()) refuses.
pub fn thumbnail(bytes: &[u8], max_side: u32) -> Result<Vec<u8>, DocumentError> {
    let max_side = max_side.clamp(1, MAX_THUMBNAIL_SIDE_PIXELS);
    let media_type = recognise(bytes)?;
    let small = match media_type {
        MediaType::Jpeg | MediaType::Png => {
            let decoded = decode(bytes, media_type, Wanted::Side(max_side))?;
            let mut small = smaller(decoded.image, max_side);
            small.apply_orientation(decoded.orientation);
            small
        }
        MediaType::Pdf => {
            check_pdf(bytes)?;
            pdf::first_page(bytes, max_side)?
        }
        media_type => return Err(DocumentError::NothingToShow { media_type }),
    };
    to_png(&small).ok_or(DocumentError::Damaged { media_type })
}

fn smaller(image: DynamicImage, max_side: u32) -> DynamicImage {
    if image.width().max(image.height()) <= max_side { image } else { image.thumbnail(max_side, max_side) }
}

fn to_png(image: &DynamicImage) -> Option<Vec<u8>> {
    let image = if image.color().has_alpha() {
        DynamicImage::from(image.to_rgba8())
    } else {
        DynamicImage::from(image.to_rgb8())
    };
    let mut png = Cursor::new(Vec::new());
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    encoder.write_image(image.as_bytes(), image.width(), image.height(), image.color().into()).ok()?;
    Some(png.into_inner())
}
