//! The compressed pixels of a PNG (W3C PNG, 7 and 10), read to their end: behind it anything could stand, also what a
//! program left there of a larger picture.

use flate2::{Decompress, FlushDecompress, Status};

use super::{Chunk, DAMAGED, TRUNCATED};
use crate::colours;
use crate::error::DocumentError;

/// What is made of a few bytes at a time, for nothing but its length.
const BUFFER_BYTES: usize = 64 * 1024;

/// The longest colour profile that is read.
const MAX_PROFILE_BYTES: u64 = 16 * 1024 * 1024;

/// The header of a PNG.
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    bits_per_pixel: u64,
    colour_type: u8,
    pub(super) is_interlaced: bool,
}

impl Header {
    pub(super) fn read(data: &[u8]) -> Option<Self> {
        let &[w0, w1, w2, w3, h0, h1, h2, h3, depth, colour_type, 0, 0, interlace] = data else { return None };
        let (width, height) = (u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
        // Table 12.
        let samples = match (colour_type, depth) {
            (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) => 1,
            (2, 8 | 16) => 3,
            (4, 8 | 16) => 2,
            (6, 8 | 16) => 4,
            _ => return None,
        };
        let is_sound = width > 0 && height > 0 && width.max(height) <= i32::MAX.unsigned_abs() && interlace <= 1;
        let bits_per_pixel = samples * u64::from(depth);
        is_sound.then_some(Self { width, height, bits_per_pixel, colour_type, is_interlaced: interlace == 1 })
    }

    pub(super) fn needs_palette(&self) -> bool {
        self.colour_type == 3
    }

    /// How many bytes the pixels of a picture of this size have before compression, a filter's for each row included.
    fn pixel_bytes(&self, width: u32, height: u32) -> u64 {
        let rows = |width: u32, height: u32| match width {
            0 => 0,
            _ => u64::from(height).saturating_mul((u64::from(width) * self.bits_per_pixel).div_ceil(8) + 1),
        };
        if !self.is_interlaced {
            return rows(width, height);
        }
        // The seven passes of Adam7 (8.1): where each begins, and its steps.
        let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        let in_pass = |(x, y, across, down): (u32, u32, u32, u32)| {
            rows(width.saturating_sub(x).div_ceil(across), height.saturating_sub(y).div_ceil(down))
        };
        passes.into_iter().map(in_pass).sum()
    }
}

/// Reads the pixels of the picture, and of each frame where it moves, and notes what stands behind them.
///
/// # Errors
///
/// [`DocumentError::Damaged`] where they cannot be read or are not as many as they should be.
pub(super) fn check_pixels(header: &Header, chunks: &mut [Chunk<'_>]) -> Result<(), DocumentError> {
    let mut size = (header.width, header.height);
    let mut at = 0;
    while at < chunks.len() {
        let kind = chunks[at].kind;
        match kind {
            b"fcTL" => {
                let side =
                    |from: usize| chunks[at].data.get(from..)?.first_chunk().map(|side| u32::from_be_bytes(*side));
                size = side(4).zip(side(8)).ok_or(DAMAGED)?;
                at += 1;
            }
            b"IDAT" | b"fdAT" => {
                let count = chunks[at..].iter().take_while(|chunk| chunk.kind == kind).count();
                let (width, height) = if kind == b"IDAT" { (header.width, header.height) } else { size };
                // Each piece of a frame begins with its number.
                let number_bytes = if kind == b"IDAT" { 0 } else { 4 };
                find_end(&mut chunks[at..at + count], number_bytes, header.pixel_bytes(width, height))?;
                at += count;
            }
            _ => at += 1,
        }
    }
    Ok(())
}

/// Reads a compressed stream that is cut into chunks, and notes what stands behind its end.
fn find_end(chunks: &mut [Chunk<'_>], number_bytes: usize, expected: u64) -> Result<(), DocumentError> {
    let mut stream = Decompress::new(true);
    let mut buffer = vec![0; BUFFER_BYTES];
    let mut has_ended = false;
    for chunk in chunks {
        let data = chunk.data.get(number_bytes..).ok_or(DAMAGED)?;
        let used = if has_ended { 0 } else { inflate(&mut stream, data, &mut buffer, expected, &mut has_ended)? };
        chunk.surplus = data.len() - used;
    }
    if has_ended && stream.total_out() == expected { Ok(()) } else { Err(if has_ended { DAMAGED } else { TRUNCATED }) }
}

/// Reads one piece of a stream; gives how many of its bytes belong to it.
fn inflate(
    stream: &mut Decompress,
    data: &[u8],
    buffer: &mut [u8],
    expected: u64,
    has_ended: &mut bool,
) -> Result<usize, DocumentError> {
    let mut used = 0;
    loop {
        let (read, made) = (stream.total_in(), stream.total_out());
        let status = stream.decompress(&data[used..], buffer, FlushDecompress::None).map_err(|_| DAMAGED)?;
        used += usize::try_from(stream.total_in() - read).map_err(|_| DAMAGED)?;
        if stream.total_out() > expected {
            return Err(DAMAGED);
        }
        if status == Status::StreamEnd {
            *has_ended = true;
            return Ok(used);
        }
        if stream.total_in() == read && stream.total_out() == made {
            return if used == data.len() { Ok(used) } else { Err(DAMAGED) };
        }
    }
}

/// Where a compressed colour profile ends in its chunk; 0 if it is none.
pub(super) fn profile_end(data: &[u8]) -> usize {
    find_profile_end(data).unwrap_or(0)
}

fn find_profile_end(data: &[u8]) -> Option<usize> {
    // A name, a zero, and the method, which is 0 (11.3.2.3).
    let name_len = data.iter().take(80).position(|byte| *byte == 0)?;
    let [0, compressed @ ..] = data.get(name_len + 1..)? else { return None };
    let mut profile = Vec::new();
    let mut buffer = vec![0; BUFFER_BYTES];
    let mut stream = Decompress::new(true);
    loop {
        let (read, made) = (stream.total_in(), stream.total_out());
        let at = usize::try_from(read).ok()?;
        let status = stream.decompress(&compressed[at..], &mut buffer, FlushDecompress::None).ok()?;
        profile.extend_from_slice(&buffer[..usize::try_from(stream.total_out() - made).ok()?]);
        if status == Status::StreamEnd {
            let is_profile = colours::profile_len(&profile).is_some();
            return is_profile.then_some(name_len + 2 + usize::try_from(stream.total_in()).ok()?);
        }
        if stream.total_out() > MAX_PROFILE_BYTES || (stream.total_in() == read && stream.total_out() == made) {
            return None;
        }
    }
}
