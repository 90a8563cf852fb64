//! JPEGs as pixels. A picture that is wanted smaller is made smaller while it is decoded, block by block: one of a hundred
//! megapixels then takes little more memory than its file.

use image::{DynamicImage, GrayImage, ImageDecoder as _, RgbImage};
use jpeg_decoder::{Decoder, Error, PixelFormat};
use moxcms::{ColorProfile, Layout, TransformOptions};

use super::{Decoded, Wanted, orientation};
use crate::error::DocumentError;
use crate::jpeg::Jpeg;
use crate::{MediaType, colours};

const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Jpeg };

pub(super) fn decode(bytes: &[u8], jpeg: &Jpeg<'_>, wanted: Wanted) -> Result<Decoded, DocumentError> {
    let (width, height) = jpeg.dimensions();
    let factor = wanted.factor(width, height, jpeg.is_progressive());
    let is_for_print = jpeg.colours() == 4;
    let profile = jpeg.colour_profile();
    let mut decoded = Decoded {
        image: DynamicImage::default(),
        orientation: orientation(jpeg.orientation()),
        colour_profile: None,
        factor,
        guessed_colours: false,
    };
    if is_for_print {
        let inks = smaller(bytes, jpeg, factor)?;
        let profile = profile.filter(|profile| colours::is_for(profile, *b"CMYK"));
        let shown = profile.and_then(|profile| as_profile_says(&inks.pixels, &profile));
        decoded.guessed_colours = shown.is_none();
        let colours = shown.unwrap_or_else(|| mixed(&inks.pixels));
        decoded.image = RgbImage::from_raw(inks.width, inks.height, colours).ok_or(DAMAGED)?.into();
    } else if factor == 1 {
        decoded.image = whole(bytes)?;
        decoded.colour_profile = profile;
    } else {
        let Smaller { width, height, pixels } = smaller(bytes, jpeg, factor)?;
        decoded.image = if jpeg.colours() == 1 {
            GrayImage::from_raw(width, height, pixels).ok_or(DAMAGED)?.into()
        } else {
            RgbImage::from_raw(width, height, pixels).ok_or(DAMAGED)?.into()
        };
        decoded.colour_profile = profile;
    }
    Ok(decoded)
}

struct Smaller {
    width: u32,
    height: u32,
    /// One byte for each colour: grey; red, green, blue; or the amounts of four inks.
    pixels: Vec<u8>,
}

fn smaller(bytes: &[u8], jpeg: &Jpeg<'_>, factor: u32) -> Result<Smaller, DocumentError> {
    let (width, height) = jpeg.dimensions();
    let side = |pixels: u32| u16::try_from(pixels.div_ceil(factor)).map_err(|_| DAMAGED);
    let mut decoder = Decoder::new(bytes);
    let (width, height) = decoder.scale(side(width)?, side(height)?).map_err(meaning)?;
    let mut pixels = decoder.decode().map_err(meaning)?;
    let info = decoder.info().ok_or(DAMAGED)?;
    // The decoder takes inks for stored the other way round, as Adobe's programs do; without their mark they are not.
    if info.pixel_format == PixelFormat::CMYK32 && !jpeg.has_adobe_mark() {
        for ink in &mut pixels {
            *ink = 255 - *ink;
        }
    }
    Ok(Smaller { width: width.into(), height: height.into(), pixels })
}

fn whole(bytes: &[u8]) -> Result<DynamicImage, DocumentError> {
    let decoder = image::codecs::jpeg::JpegDecoder::new(std::io::Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    debug_assert!(decoder.total_bytes() <= super::MAX_PIXELS * 3, "its size was checked");
    DynamicImage::from_decoder(decoder).map_err(|_| DAMAGED)
}

fn meaning(error: Error) -> DocumentError {
    match error {
        Error::Unsupported(_) => DocumentError::Uncommon {
            media_type: MediaType::Jpeg,
            form: "an unusual arrangement of its colours".to_owned(),
        },
        _ => DAMAGED,
    }
}

/// Inks as red, green and blue (sRGB), by a profile that says what they look like.
fn as_profile_says(inks: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    let from = ColorProfile::new_from_slice(profile).ok()?;
    let to = ColorProfile::new_srgb();
    let transform = from.create_transform_8bit(Layout::Rgba, &to, Layout::Rgb, TransformOptions::default()).ok()?;
    let mut colours = vec![0; inks.len() / 4 * 3];
    transform.transform(inks, &mut colours).ok()?;
    Some(colours)
}

/// Inks as red, green and blue, as if each took away its colour and no more.
fn mixed(inks: &[u8]) -> Vec<u8> {
    let mut colours = Vec::with_capacity(inks.len() / 4 * 3);
    for ink in inks.as_chunks::<4>().0 {
        let light = 255 - u16::from(ink[3]);
        colours.extend(ink[..3].iter().map(|ink| {
            let left = (255 - u16::from(*ink)) * light / 255;
            u8::try_from(left).unwrap_or(u8::MAX)
        }));
    }
    colours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_take_light_away() {
        assert_eq!(mixed(&[0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255]), [255, 255, 255, 0, 255, 255, 0, 0, 0]);
    }
}
