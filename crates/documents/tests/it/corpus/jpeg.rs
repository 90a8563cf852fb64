//! JPEG files.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// How a JPEG is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) colours: Colours,
    pub(crate) sampling: SamplingFactor,
    pub(crate) is_progressive: bool,
    pub(crate) is_optimised: bool,
    /// 0 for none.
    pub(crate) restart_interval: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colours {
    Grey,
    Colour,
    Inks,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            colours: Colours::Colour,
            sampling: SamplingFactor::F_1_1,
            is_progressive: false,
            is_optimised: false,
            restart_interval: 0,
        }
    }
}

impl Form {
    pub(crate) fn all() -> Vec<Self> {
        let plain = Self::default();
        let small_colours = Self { sampling: SamplingFactor::F_2_2, ..plain };
        vec![
            plain,
            small_colours,
            Self { sampling: SamplingFactor::F_2_1, ..plain },
            Self { is_optimised: true, ..small_colours },
            Self { restart_interval: 3, ..small_colours },
            Self { is_progressive: true, ..plain },
            Self { is_progressive: true, is_optimised: true, ..small_colours },
            Self { is_progressive: true, restart_interval: 2, ..small_colours },
            Self { colours: Colours::Grey, ..plain },
            Self { colours: Colours::Grey, is_progressive: true, ..plain },
            Self { colours: Colours::Inks, ..plain },
        ]
    }
}

/// A picture of many colours, stored in one of the forms.
pub(crate) fn of_form(form: Form, width: u16, height: u16) -> Vec<u8> {
    let (kind, samples) = match form.colours {
        Colours::Grey => (ColorType::Luma, 1),
        Colours::Colour => (ColorType::Rgb, 3),
        Colours::Inks => (ColorType::Cmyk, 4),
    };
    let mut state = 1_u32;
    let pixels: Vec<u8> = (0..u32::from(width) * u32::from(height) * samples)
        .map(|at| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [random, ..] = state.to_be_bytes();
            let [.., shade] = (at / 7).to_be_bytes();
            shade / 2 + random / 3
        })
        .collect();
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, 85);
    encoder.set_sampling_factor(form.sampling);
    encoder.set_progressive(form.is_progressive);
    encoder.set_optimized_huffman_tables(form.is_optimised);
    encoder.set_restart_interval(form.restart_interval);
    encoder.encode(&pixels, width, height, kind).unwrap();
    jpeg
}

/// The header of a colour profile for colours of this kind, and nothing else.
pub(crate) fn profile(space: [u8; 4]) -> Vec<u8> {
    let mut profile = vec![0; 132];
    profile[3] = 132;
    profile[8] = 4;
    profile[12..16].copy_from_slice(b"mntr");
    profile[16..20].copy_from_slice(&space);
    profile[20..24].copy_from_slice(b"XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

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

/// A picture as large as one likes, its right half lighter, made without its pixels: block by block of two bits and an
/// end of block. Three colours, none of them smaller.
pub(crate) fn large(width: u16, height: u16, is_progressive: bool) -> Vec<u8> {
    // Annex K's tables are in it.
    let small = encode(&gradient(8, 8));
    let start = small.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut jpeg = small.clone();
    jpeg[start + 5..start + 9].copy_from_slice(&[height.to_be_bytes(), width.to_be_bytes()].concat());
    assert_eq!([small[start + 11], small[start + 14], small[start + 17]], [0x11; 3], "no colour is smaller");
    let scan = small.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    jpeg.truncate(scan);
    let (across, down) = (usize::from(width.div_ceil(8)), usize::from(height.div_ceil(8)));
    if is_progressive {
        jpeg[start + 1] = 0xC2;
        jpeg.extend(segment(0xDA, &[3, 1, 0x00, 2, 0x10, 3, 0x10, 0, 0, 0]));
        jpeg.extend(halves(across, down, false));
        // One code of one bit: a run of 16,384 blocks and as many more as 14 bits say.
        jpeg.extend(segment(0xC4, &[&[0x10, 1][..], &[0; 15], &[0xE0]].concat()));
        for colour in 1..=3 {
            jpeg.extend(segment(0xDA, &[1, colour, 0x00, 1, 63, 0]));
            jpeg.extend(empty_runs(across * down));
        }
    } else {
        jpeg.extend(segment(0xDA, &[3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]));
        jpeg.extend(halves(across, down, true));
    }
    jpeg.extend([0xFF, 0xD9]);
    jpeg
}

/// The first coefficients of three colours, and with ends of blocks, all of a baseline scan.
fn halves(across: usize, down: usize, with_ends: bool) -> Vec<u8> {
    let (end, colour_end): (&[u8], &[u8]) = if with_ends { (b"1010", b"00") } else { (b"", b"") };
    let colours = [b"00", colour_end, b"00", colour_end].concat();
    let unit = |difference: &[u8]| [difference, end, &colours].concat();
    let (same, up, down_again) = (unit(b"00"), unit(b"1110101000"), unit(b"1110010111"));
    let mut bits = Msb::default();
    for row in 0..down {
        for column in 0..across {
            bits.push(if column == across / 2 {
                &up
            } else if column == 0 && row > 0 {
                &down_again
            } else {
                &same
            });
        }
    }
    bits.finish()
}

fn empty_runs(mut blocks: usize) -> Vec<u8> {
    let mut bits = Msb::default();
    while blocks > 0 {
        // The last run may be longer than the picture, for all that decoders care.
        bits.push(b"011111111111111");
        blocks = blocks.saturating_sub(32_767);
    }
    bits.finish()
}

/// Bits from the highest on, as JPEGs have them.
#[derive(Default)]
struct Msb {
    bytes: Vec<u8>,
    held: u8,
    len: u8,
}

impl Msb {
    fn push(&mut self, bits: &[u8]) {
        for bit in bits {
            self.held = self.held << 1 | (bit - b'0');
            self.len += 1;
            if self.len == 8 {
                self.bytes.push(self.held);
                if self.held == 0xFF {
                    self.bytes.push(0);
                }
                (self.held, self.len) = (0, 0);
            }
        }
    }

    fn finish(mut self) -> Vec<u8> {
        while self.len > 0 {
            self.push(b"1");
        }
        self.bytes
    }
}
