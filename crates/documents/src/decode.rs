//! Pictures as pixels, under limits.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};

use crate::MediaType;
use crate::error::DocumentError;
use crate::inspect::{open_jpeg, open_png};

/// The most pixels a side of a picture may have.
pub const MAX_SIDE_PIXELS: u32 = 20_000;

/// The most pixels a picture may have.
pub const MAX_PIXELS: u64 = 100_000_000;

/// The most memory a picture's pixels may take while they are decoded: under what the worker has.
const MAX_ALLOCATION_BYTES: u64 = 192 * 1024 * 1024;

/// A picture as pixels, turned upright.
pub(crate) struct Decoded {
    pub(crate) image: DynamicImage,
    pub(crate) colour_profile: Option<Vec<u8>>,
}

/// Decodes a JPEG or PNG after looking at its size.
///
/// # Errors
///
/// [`DocumentError`] for a picture that is not whole, not only a picture, or above the limits.
pub(crate) fn decode(bytes: &[u8], media_type: MediaType) -> Result<Decoded, DocumentError> {
    let (format, dimensions) = match media_type {
        MediaType::Jpeg => (ImageFormat::Jpeg, open_jpeg(bytes)?.dimensions()),
        MediaType::Png => (ImageFormat::Png, open_png(bytes)?.dimensions()),
        media_type => return Err(DocumentError::NotAPicture { media_type }),
    };
    let (width, height) = dimensions.ok_or(DocumentError::Damaged { media_type })?;
    check_pixels(width, height)?;
    read(bytes, format).map_err(|error| match error {
        ImageError::Limits(_) => DocumentError::TooMuchMemory,
        _ => DocumentError::Damaged { media_type },
    })
}

/// Refuses a picture that claims more pixels than may be decoded.
pub(crate) fn check_pixels(width: u32, height: u32) -> Result<(), DocumentError> {
    let fits = width.max(height) <= MAX_SIDE_PIXELS && u64::from(width) * u64::from(height) <= MAX_PIXELS;
    if fits { Ok(()) } else { Err(DocumentError::TooManyPixels { width, height }) }
}

fn read(bytes: &[u8], format: ImageFormat) -> Result<Decoded, ImageError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PIXELS);
    limits.max_image_height = Some(MAX_SIDE_PIXELS);
    limits.max_alloc = Some(MAX_ALLOCATION_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let orientation = decoder.orientation()?;
    let colour_profile = decoder.icc_profile()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(Decoded { image, colour_profile })
}
