//! Pictures made to fit a limit.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, ImageEncoder as _, ImageError, ImageResult, Luma, Rgb, RgbImage};

use crate::decode::{Wanted, decode};
use crate::error::DocumentError;
use crate::inspect::recognise;
use crate::{MediaType, colours};

/// A picture made to fit a limit: always a JPEG, without metadata, turned upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shrunk {
    /// The JPEG.
    pub bytes: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The picture was in printing colours (CMYK) without a profile that says what they look like, so that it may look
    /// different now.
    pub guessed_colours: bool,
}

impl Shrunk {
    /// Its type, whatever the type of what it was made from.
    pub fn media_type(&self) -> MediaType {
        MediaType::Jpeg
    }
}

/// Qualities that are tried before pixels are given up; below the second, text on paper frays.
const QUALITIES: [u8; 2] = [85, 70];

/// No picture of a document is legible below this length of its longer side.
const MIN_LONGER_SIDE_PIXELS: u32 = 200;

/// The largest picture that is filtered within the worker's memory.
const FILTERED_PIXELS: u64 = 8_000_000;

/// Most sizes that are tried.
const MAX_ATTEMPTS: usize = 6;

/// Encodes a JPEG or PNG anew, in lower quality and then with fewer pixels, until it has at most `target_bytes`.
///
/// What is transparent becomes white. The colour profile stays, unless it is not for the colours that are written or
/// would alone take a quarter of the room. Printing colours (CMYK) become those of a screen (sRGB): by the profile, or,
/// where there is none, by guess, which [`Shrunk::guessed_colours`] tells. Of a picture of more than 28 megapixels at most a
/// quarter of the pixels stays, or a sixteenth.
///
/// Decodes: for a picture that is not trusted, use [`Worker::shrink`](crate::Worker::shrink).
///
/// # Errors
///
/// [`DocumentError::CannotShrink`] if no legible picture is so small, [`DocumentError::NotAPicture`] for other types,
/// and what [`inspect`](crate::inspect()) refuses.
pub fn shrink(bytes: &[u8], target_bytes: u64) -> Result<Shrunk, DocumentError> {
    let media_type = recognise(bytes)?;
    let decoded = decode(bytes, media_type, Wanted::Largest)?;
    let mut image = on_white(decoded.image);
    image.apply_orientation(decoded.orientation);
    let space = if image.color().has_color() { *b"RGB " } else { *b"GRAY" };
    let profile = decoded
        .colour_profile
        .filter(|profile| colours::is_for(profile, space) && (profile.len() as u64).saturating_mul(4) <= target_bytes);
    // What was made smaller already takes that much less.
    let area = u64::from(decoded.factor) * u64::from(decoded.factor);
    let len = if media_type == MediaType::Jpeg { bytes.len() as u64 / area } else { 0 };
    let source = Source { image, profile, len, guessed_colours: decoded.guessed_colours };
    let found = source.fit(target_bytes).map_err(|_| DocumentError::Damaged { media_type })?;
    found.ok_or(DocumentError::CannotShrink { target_bytes })
}

/// What is encoded again and again.
struct Source {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
    /// Bytes of the JPEG it was decoded from; 0 if it was none.
    len: u64,
    guessed_colours: bool,
}

impl Source {
    /// The largest that was found to fit.
    fn fit(&self, target_bytes: u64) -> ImageResult<Option<Shrunk>> {
        let mut too_large = self.len;
        for quality in QUALITIES {
            // Far above the goal, quality alone is not worth an attempt. A JPEG's own length foretells that.
            if too_large / 3 > target_bytes {
                break;
            }
            let whole = self.encode(&self.image, quality)?;
            if whole.bytes.len() as u64 <= target_bytes {
                return Ok(Some(whole));
            }
            too_large = whole.bytes.len() as u64;
        }
        self.fit_with_fewer_pixels(target_bytes, too_large)
    }

    /// Closes in on the goal from above, then from both sides. Bytes grow about with the area, but not for every
    /// picture, so each attempt is measured.
    fn fit_with_fewer_pixels(&self, target_bytes: u64, mut too_large_bytes: u64) -> ImageResult<Option<Shrunk>> {
        let least = f64::from(MIN_LONGER_SIDE_PIXELS) / f64::from(self.image.width().max(self.image.height()));
        let mut too_large = 1.0;
        let mut fitting: Option<(f64, Shrunk)> = None;
        for _ in 0..MAX_ATTEMPTS {
            let factor = match &fitting {
                Some((fits, _)) => f64::sqrt(fits * too_large),
                None => (too_large * area_factor(target_bytes, too_large_bytes).sqrt() * 0.95).max(least),
            };
            // Too small from the start, or the least did not fit.
            if factor >= too_large {
                break;
            }
            let smaller = self.encode(&self.scaled(factor), QUALITIES[1])?;
            let len = smaller.bytes.len() as u64;
            if len > target_bytes {
                (too_large, too_large_bytes) = (factor, len);
            } else if len > target_bytes / 2 {
                return Ok(Some(smaller));
            } else {
                fitting = Some((factor, smaller));
            }
        }
        Ok(fitting.map(|(_, smaller)| smaller))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a side of at most 20,000, made less")]
    fn scaled(&self, factor: f64) -> DynamicImage {
        let side = |pixels: u32| (f64::from(pixels) * factor).round().max(1.0) as u32;
        let (width, height) = (side(self.image.width()), side(self.image.height()));
        let pixels = u64::from(self.image.width()) * u64::from(self.image.height());
        // The filter keeps text smooth where few pixels go, but keeps floating-point copies; averaging does neither.
        if factor > 0.5 && pixels <= FILTERED_PIXELS {
            self.image.resize_exact(width, height, FilterType::Triangle)
        } else {
            self.image.thumbnail_exact(width, height)
        }
    }

    fn encode(&self, image: &DynamicImage, quality: u8) -> ImageResult<Shrunk> {
        let mut jpeg = Cursor::new(Vec::new());
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone()).map_err(ImageError::Unsupported)?;
        }
        encoder.write_image(image.as_bytes(), image.width(), image.height(), image.color().into())?;
        Ok(Shrunk {
            bytes: jpeg.into_inner(),
            width: image.width(),
            height: image.height(),
            guessed_colours: self.guessed_colours,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn area_factor(target_bytes: u64, bytes: u64) -> f64 {
    target_bytes as f64 / bytes as f64
}

/// The picture without transparency.
pub(crate) fn on_white(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => image,
        DynamicImage::ImageLumaA8(grey) => {
            DynamicImage::from(GrayImage::from_fn(grey.width(), grey.height(), |x, y| {
                let [shade, alpha] = grey.get_pixel(x, y).0;
                Luma([over_white(shade, alpha)])
            }))
        }
        transparent => {
            let pixels = transparent.into_rgba8();
            DynamicImage::from(RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
                let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
                Rgb([red, green, blue].map(|colour| over_white(colour, alpha)))
            }))
        }
    }
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let mixed = (u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_becomes_white() {
        assert_eq!(over_white(0, 0), 255);
        assert_eq!(over_white(0, 255), 0);
        assert_eq!(over_white(200, 255), 200);
        assert_eq!(over_white(0, 128), 127);
    }
}
