//! Sample pictures of documents and faces.

use std::io::Cursor;
use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, RgbImage};

use crate::choice::Pictures;

const PHOTO_PAGE: &[u8] = include_bytes!("../../../assets/samples/passport-photo-page.jpg");
const FACE: &[u8] = include_bytes!("../../../assets/samples/passport-selfie.jpg");
const WEB_PAGE: &[u8] = b"<!doctype html><title>Not found</title><script>alert(1)</script>";
/// Noise of this size and quality has about 4 MB.
const LARGE_SIZE: (u32, u32) = (1_760, 1_240);
const LARGE_QUALITY: u8 = 92;
/// An ID card's shape.
const PLAIN_SIZE: (u32, u32) = (856, 540);

/// A picture, and the type that Web IDV says it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) bytes: Bytes,
    pub(crate) content_type: &'static str,
}

impl Picture {
    fn jpeg(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into(), content_type: "image/jpeg" }
    }

    pub(crate) fn base64(&self) -> String {
        STANDARD.encode(&self.bytes)
    }
}

/// The front of a document; `None` where no pictures are wanted.
pub(crate) fn front(pictures: Pictures) -> Option<Picture> {
    Some(match pictures {
        Pictures::None => return None,
        Pictures::Small => Picture::jpeg(PHOTO_PAGE),
        Pictures::Large => Picture::jpeg(large_jpeg()),
        Pictures::Png => Picture { bytes: plain_png(), content_type: "image/png" },
        Pictures::Broken => Picture::jpeg(broken_jpeg()),
        Pictures::NotAPicture => Picture::jpeg(WEB_PAGE),
        Pictures::WithLocation => Picture::jpeg(with_location(PHOTO_PAGE)),
    })
}

/// The back of a document.
pub(crate) fn back(pictures: Pictures) -> Option<Picture> {
    match pictures {
        Pictures::Small => Some(Picture::jpeg(plain_jpeg())),
        Pictures::WithLocation => Some(Picture::jpeg(with_location(&plain_jpeg()))),
        other => front(other),
    }
}

/// The face, from the liveness test or off the document.
pub(crate) fn face() -> Picture {
    Picture::jpeg(FACE)
}

/// Begins and ends as a JPEG. The tables between are gone: without these no decoder makes anything of the rest, while of
/// one that is cut off in the middle some show the first half.
fn broken_jpeg() -> Vec<u8> {
    const TABLES: std::ops::Range<usize> = 20..400;
    let mut bytes = PHOTO_PAGE.to_vec();
    bytes[TABLES].fill(0);
    bytes
}

/// A back without anything on it.
pub(crate) fn plain_jpeg() -> Bytes {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    MADE.get_or_init(|| encoded(&plain(), 80)).clone()
}

fn plain_png() -> Bytes {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    let make = || {
        let mut bytes = Cursor::new(Vec::new());
        plain().write_to(&mut bytes, ImageFormat::Png).expect("writing to memory cannot fail");
        bytes.into_inner().into()
    };
    MADE.get_or_init(make).clone()
}

/// Noise is what hardly gets smaller. The same each time.
fn large_jpeg() -> Bytes {
    static MADE: OnceLock<Bytes> = OnceLock::new();
    let make = || {
        let mut state: u32 = 0x9e37_79b9;
        let mut pixels = RgbImage::new(LARGE_SIZE.0, LARGE_SIZE.1);
        for channel in pixels.iter_mut() {
            // Marsaglia's xorshift, with his first triple of shifts for 32 bits.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            *channel = state.to_be_bytes()[0];
        }
        encoded(&pixels, LARGE_QUALITY)
    };
    MADE.get_or_init(make).clone()
}

fn plain() -> RgbImage {
    let stripe = |x: u32, y: u32| {
        if (y / 60).is_multiple_of(2) {
            [214, 226, 240]
        } else {
            [236, 230, if x.is_multiple_of(8) { 206 } else { 214 }]
        }
    };
    RgbImage::from_fn(PLAIN_SIZE.0, PLAIN_SIZE.1, |x, y| image::Rgb(stripe(x, y)))
}

fn encoded(pixels: &RgbImage, quality: u8) -> Bytes {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(pixels).expect("writing to memory cannot fail");
    bytes.into()
}

/// A JPEG with Exif metadata behind its first two bytes: who made it, and where.
fn with_location(jpeg: &[u8]) -> Bytes {
    let exif = exif();
    let length = u16::try_from(exif.len() + 2).expect("the metadata is far below 64 KiB");
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xff, 0xe1], &length.to_be_bytes(), &exif, rest].concat().into()
}

/// `Make`, and a GPS position in Berlin. Big-endian TIFF inside (Exif 2.32, section 4.6).
fn exif() -> Vec<u8> {
    const ASCII: u16 = 2;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    const MAKE: &[u8] = b"Example Camera\0";
    // Offsets count from the TIFF header: 8 bytes of it, then each directory with 2 + 12 for each entry + 4.
    const GPS_AT: u32 = 8 + 2 + 2 * 12 + 4;
    const DATA_AT: u32 = GPS_AT + 2 + 4 * 12 + 4;
    const LATITUDE: [u32; 6] = [52, 1, 31, 1, 12, 1];
    const LONGITUDE: [u32; 6] = [13, 1, 24, 1, 18, 1];
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let letter = |letter: u8| u32::from_be_bytes([letter, 0, 0, 0]);
    let numbers = |numbers: [u32; 6]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<_>>();
    let make_length = 15;
    [
        b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec(),
        vec![0, 2],
        entry(0x010f, ASCII, make_length, DATA_AT + 48),
        entry(0x8825, LONG, 1, GPS_AT),
        vec![0; 4],
        vec![0, 4],
        entry(1, ASCII, 2, letter(b'N')),
        entry(2, RATIONAL, 3, DATA_AT),
        entry(3, ASCII, 2, letter(b'E')),
        entry(4, RATIONAL, 3, DATA_AT + 24),
        vec![0; 4],
        numbers(LATITUDE),
        numbers(LONGITUDE),
        MAKE.to_vec(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choice::Pick as _;

    #[test]
    fn pictures_are_what_they_say() {
        let readable = |pictures| image::load_from_memory(&front(pictures).unwrap().bytes).is_ok();
        for pictures in [Pictures::Small, Pictures::Large, Pictures::Png, Pictures::WithLocation] {
            assert!(readable(pictures), "{}", pictures.key());
            assert!(image::load_from_memory(&back(pictures).unwrap().bytes).is_ok(), "{}", pictures.key());
        }
        assert!(!readable(Pictures::Broken) && !readable(Pictures::NotAPicture));
        assert_eq!((front(Pictures::None), back(Pictures::None)), (None, None));
        let png = front(Pictures::Png).unwrap();
        assert!(png.bytes.starts_with(b"\x89PNG") && png.content_type == "image/png");
        assert!(image::load_from_memory(&face().bytes).is_ok());
    }

    #[test]
    fn large_ones_have_four_megabytes() {
        let length = front(Pictures::Large).unwrap().bytes.len();
        assert!((3_600_000..4_600_000).contains(&length), "{length}");
        assert_eq!(back(Pictures::Large), front(Pictures::Large));
    }

    #[test]
    fn the_location_is_found_by_who_looks_for_it() {
        let bytes = front(Pictures::WithLocation).unwrap().bytes;
        let mut decoder = image::ImageReader::new(Cursor::new(&bytes)).with_guessed_format().unwrap().into_decoder();
        let exif = image::ImageDecoder::exif_metadata(decoder.as_mut().unwrap()).unwrap().unwrap();
        let number = |at: usize| u32::from_be_bytes(exif[at..at + 4].try_into().unwrap());
        // First directory, second entry: the GPS directory; its second entry: the latitude's place.
        let gps = number(8 + 2 + 12 + 8) as usize;
        let latitude = number(gps + 2 + 12 + 8) as usize;
        assert_eq!((number(latitude), number(latitude + 4)), (52, 1));
        let make = number(8 + 2 + 8) as usize;
        assert_eq!(&exif[make..make + 15], b"Example Camera\0");
    }
}
