//! Pictures as pixels, under limits, and no larger than they are wanted.

mod jpeg;
mod png;

use image::DynamicImage;
use image::metadata::Orientation;

use crate::MediaType;
use crate::error::DocumentError;
use crate::inspect::{open_jpeg, open_png};

/// The most pixels a side of a picture may have: as many as a JPEG can say.
pub const MAX_SIDE_PIXELS: u32 = 65_535;

/// The most pixels a picture may have: more than the largest cameras of telephones take.
pub const MAX_PIXELS: u64 = 250_000_000;

/// How large a picture is wanted. It may come larger, and is never made larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The longer side has at least so many pixels.
    Side(u32),
    /// As large as the worker's memory holds twice: for turning it.
    Largest,
}

/// The most pixels that are decoded for [`Wanted::Largest`]: at three bytes each, twice, and some for encoding.
const MOST_DECODED_PIXELS: u64 = 28_000_000;

/// The same for a picture of which all coefficients are in memory, too, while it is made smaller.
const MOST_PIXELS_BESIDE_COEFFICIENTS: u64 = 16_000_000;

/// A picture as pixels of 8 bits, as it is stored.
pub(crate) struct Decoded {
    pub(crate) image: DynamicImage,
    pub(crate) orientation: Orientation,
    /// A profile of the colours that `image` has.
    pub(crate) colour_profile: Option<Vec<u8>>,
    /// How many times smaller than stored each side is.
    pub(crate) factor: u32,
    /// The picture was in printing colours, and nothing in it says what they look like.
    pub(crate) guessed_colours: bool,
}

/// Decodes a JPEG or PNG after looking at its size.
///
/// # Errors
///
/// [`DocumentError`] for a picture that is not whole, not only a picture, or above the limits.
pub(crate) fn decode(bytes: &[u8], media_type: MediaType, wanted: Wanted) -> Result<Decoded, DocumentError> {
    match media_type {
        MediaType::Jpeg => {
            let opened = open_jpeg(bytes)?;
            let (width, height) = opened.dimensions();
            check_pixels(width, height)?;
            jpeg::decode(bytes, &opened, wanted)
        }
        MediaType::Png => {
            let opened = open_png(bytes, check_pixels)?;
            png::decode(bytes, &opened, wanted)
        }
        media_type => Err(DocumentError::NotAPicture { media_type }),
    }
}

/// Refuses a picture that claims more pixels than may be decoded.
pub(crate) fn check_pixels(width: u32, height: u32) -> Result<(), DocumentError> {
    let fits = width.max(height) <= MAX_SIDE_PIXELS && u64::from(width) * u64::from(height) <= MAX_PIXELS;
    if fits { Ok(()) } else { Err(DocumentError::TooManyPixels { width, height }) }
}

impl Wanted {
    /// By how much each side may be made smaller while the picture is decoded: 1, 2, 4 or 8 times.
    fn factor(self, width: u32, height: u32, is_progressive: bool) -> u32 {
        match self {
            Self::Side(side) => {
                let is_enough = |factor: &u32| width.max(height) / factor >= side;
                [8, 4, 2].into_iter().find(is_enough).unwrap_or(1)
            }
            Self::Largest => {
                let fits = |factor: &u32| {
                    let is_beside = is_progressive && *factor > 1;
                    let most = if is_beside { MOST_PIXELS_BESIDE_COEFFICIENTS } else { MOST_DECODED_PIXELS };
                    u64::from(width.div_ceil(*factor)) * u64::from(height.div_ceil(*factor)) <= most
                };
                [1, 2, 4].into_iter().find(fits).unwrap_or(8)
            }
        }
    }
}

fn orientation(exif: Option<u8>) -> Orientation {
    exif.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_decoded_no_larger_than_they_are_wanted() {
        let check = |wanted: Wanted, width: u32, height: u32, factor: u32| {
            assert_eq!(wanted.factor(width, height, false), factor, "{wanted:?} of {width} by {height}");
        };
        assert_eq!(Wanted::Largest.factor(6_000, 4_000, true), 1);
        assert_eq!(Wanted::Largest.factor(8_160, 6_120, true), 2);
        assert_eq!(Wanted::Largest.factor(12_000, 9_000, true), 4);
        check(Wanted::Side(224), 12_000, 9_000, 8);
        check(Wanted::Side(224), 1_000, 800, 4);
        check(Wanted::Side(224), 300, 400, 1);
        check(Wanted::Largest, 6_000, 4_000, 1);
        check(Wanted::Largest, 8_160, 6_120, 2);
        check(Wanted::Largest, 12_000, 9_000, 2);
        check(Wanted::Largest, 16_320, 12_240, 4);
    }
}
