//! JPEG files.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage};

/// Colours that change from left to right and from top to bottom, so that turning shows.
pub(crate) fn gradient(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
        Rgb([shade(x, width), shade(y, height), 128])
    })
}

/// A picture with nothing but a JFIF header.
pub(crate) fn plain(width: u32, height: u32) -> Vec<u8> {
    encode(&gradient(width, height))
}

/// Pixels that hardly compress.
pub(crate) fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 1_u32;
    encode(&RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [red, green, blue, _] = state.to_be_bytes();
        Rgb([red, green, blue])
    }))
}

/// The file with segments right after its beginning, or after its JFIF header.
pub(crate) fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    assert_eq!(jpeg[..4], [0xFF, 0xD8, 0xFF, 0xE0], "begins with a JFIF header");
    let at = 4 + usize::from(u16::from_be_bytes([jpeg[4], jpeg[5]]));
    let mut whole = jpeg[..at].to_vec();
    for (marker, payload) in segments {
        whole.extend(segment(*marker, payload));
    }
    whole.extend_from_slice(&jpeg[at..]);
    whole
}

pub(crate) fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let len = u16::try_from(payload.len() + 2).unwrap();
    [&[0xFF, marker], len.to_be_bytes().as_slice(), payload].concat()
}

/// The segments from the first table or frame on, and the scan.
pub(crate) fn picture_part(jpeg: &[u8]) -> &[u8] {
    let at = jpeg.windows(2).position(|pair| pair == [0xFF, 0xDB]).expect("a quantisation table");
    &jpeg[at..]
}

fn encode(pixels: &RgbImage) -> Vec<u8> {
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, 90)
        .write_image(pixels.as_raw(), pixels.width(), pixels.height(), ExtendedColorType::Rgb8)
        .unwrap();
    jpeg.into_inner()
}
