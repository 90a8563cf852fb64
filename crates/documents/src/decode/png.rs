//! PNGs as pixels. They are read row by row, and where they are wanted smaller, some rows together become one.

use std::io::Cursor;

use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};
use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::{Decoded, Wanted, orientation};
use crate::MediaType;
use crate::error::DocumentError;
use crate::png::Png;

const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Png };

/// The most bytes that the decoder may take for itself, beside the pixels.
const MAX_ALLOCATION_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn decode(bytes: &[u8], opened: &Png<'_>, wanted: Wanted) -> Result<Decoded, DocumentError> {
    let (width, height) = opened.dimensions();
    let factor = wanted.factor(width, height, false);
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MAX_ALLOCATION_BYTES });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(meaning)?;
    let colour_profile = reader.info().icc_profile.as_ref().map(|profile| profile.to_vec());
    let (colour_type, _) = reader.output_color_type();
    let mut smaller = Smaller::new(width, height, factor, colour_type);
    if opened.is_interlaced() {
        let mut pixels = vec![0; reader.output_buffer_size().ok_or(DocumentError::TooMuchMemory)?];
        reader.next_frame(&mut pixels).map_err(meaning)?;
        for row in pixels.chunks_exact(width as usize * colour_type.samples()) {
            smaller.add(row);
        }
    } else {
        while let Some(row) = reader.next_row().map_err(meaning)? {
            smaller.add(row.data());
        }
    }
    Ok(Decoded {
        image: smaller.into_image().ok_or(DAMAGED)?,
        orientation: orientation(opened.orientation()),
        colour_profile,
        factor,
        guessed_colours: false,
    })
}

fn meaning(error: DecodingError) -> DocumentError {
    match error {
        DecodingError::LimitsExceeded => DocumentError::TooMuchMemory,
        _ => DAMAGED,
    }
}

/// A picture of which each pixel is the mean of a square of the original's.
struct Smaller {
    /// Columns of the original.
    columns: usize,
    width: usize,
    height: usize,
    factor: usize,
    colour_type: ColorType,
    /// For each sample of the next row, the sum so far; colours are weighed by how opaque they are.
    sums: Vec<u32>,
    /// How many rows are in the sums.
    rows: usize,
    pixels: Vec<u8>,
}

impl Smaller {
    fn new(width: u32, height: u32, factor: u32, colour_type: ColorType) -> Self {
        let columns = width as usize;
        let [width, height] = [width, height].map(|side| side.div_ceil(factor) as usize);
        let samples = colour_type.samples();
        Self {
            columns,
            width,
            height,
            factor: factor as usize,
            colour_type,
            sums: vec![0; width * samples],
            rows: 0,
            pixels: Vec::with_capacity(width * height * samples),
        }
    }

    fn has_alpha(&self) -> bool {
        matches!(self.colour_type, ColorType::GrayscaleAlpha | ColorType::Rgba)
    }

    fn add(&mut self, row: &[u8]) {
        if self.factor == 1 {
            self.pixels.extend_from_slice(row);
            return;
        }
        let samples = self.colour_type.samples();
        let has_alpha = self.has_alpha();
        for (pixels, sums) in row.chunks(samples * self.factor).zip(self.sums.chunks_exact_mut(samples)) {
            for pixel in pixels.chunks_exact(samples) {
                let alpha = if has_alpha { u32::from(pixel[samples - 1]) } else { 1 };
                let colours = if has_alpha { samples - 1 } else { samples };
                for (sum, colour) in sums.iter_mut().zip(&pixel[..colours]) {
                    *sum += u32::from(*colour) * alpha;
                }
                if has_alpha {
                    sums[colours] += alpha;
                }
            }
        }
        self.rows += 1;
        if self.rows == self.factor {
            self.end_row();
        }
    }

    /// Makes pixels of the sums. The last pixel of a row may be of fewer columns.
    fn end_row(&mut self) {
        let samples = self.colour_type.samples();
        let has_alpha = self.has_alpha();
        let byte = |sum: u32, count: u32| u8::try_from((sum + count / 2) / count.max(1)).unwrap_or(u8::MAX);
        for (x, sums) in self.sums.chunks_exact_mut(samples).enumerate() {
            let count = self.rows * self.factor.min(self.columns.saturating_sub(x * self.factor));
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let weight = if has_alpha { sums[samples - 1] } else { count };
            let colours = if has_alpha { samples - 1 } else { samples };
            self.pixels.extend(sums[..colours].iter().map(|sum| byte(*sum, weight)));
            if has_alpha {
                self.pixels.push(byte(weight, count));
            }
            sums.fill(0);
        }
        self.rows = 0;
    }

    fn into_image(mut self) -> Option<DynamicImage> {
        if self.rows > 0 {
            self.end_row();
        }
        let (width, height) = (u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?);
        Some(match self.colour_type {
            ColorType::Grayscale => GrayImage::from_raw(width, height, self.pixels)?.into(),
            ColorType::GrayscaleAlpha => GrayAlphaImage::from_raw(width, height, self.pixels)?.into(),
            ColorType::Rgb => RgbImage::from_raw(width, height, self.pixels)?.into(),
            ColorType::Rgba => RgbaImage::from_raw(width, height, self.pixels)?.into(),
            ColorType::Indexed => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_become_their_mean_also_at_the_edges() {
        let mut smaller = Smaller::new(3, 3, 2, ColorType::Grayscale);
        for row in [[0, 10, 100], [20, 30, 200], [7, 9, 50]] {
            smaller.add(&row);
        }
        assert_eq!(smaller.into_image().unwrap().into_luma8().into_raw(), [15, 150, 8, 50]);
    }

    #[test]
    fn what_is_transparent_gives_no_colour() {
        let mut smaller = Smaller::new(2, 2, 2, ColorType::Rgba);
        smaller.add(&[200, 100, 50, 255, 1, 2, 3, 0]);
        smaller.add(&[200, 100, 50, 255, 1, 2, 3, 0]);
        assert_eq!(smaller.into_image().unwrap().into_rgba8().into_raw(), [200, 100, 50, 128]);
    }
}
