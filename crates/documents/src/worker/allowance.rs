//! What a worker may use for a document: more for a large picture, as its header says.

use std::time::Duration;

use super::Limits;

/// What every document gets.
const MEMORY_BYTES: u64 = 240 * 1024 * 1024;
const CPU_SECONDS: u64 = 2;

/// What none gets more than.
const MOST_MEMORY_BYTES: u64 = 768 * 1024 * 1024;
const MOST_CPU_SECONDS: u64 = 10;

/// A picture gets a further second for each so many pixels.
const PIXELS_A_SECOND: u64 = 3_000_000;

/// A picture that is stored in passes over all of it, and so cannot be decoded row by row, gets for each pixel what three
/// colours at two bytes take.
const BYTES_A_PIXEL: u64 = 6;

/// Time by the clock. It is there for a worker that hangs: what a document may cost is counted by the processor, so that a
/// busy machine refuses no document. Windows counts nothing else.
const WALL: Duration = Duration::from_secs(if cfg!(unix) { 120 } else { 20 });

/// Most bytes of a document that are looked at: the header of a picture stands behind what cameras write about it.
pub(super) const HEAD_BYTES: u64 = 1024 * 1024;

impl Default for Limits {
    /// What a document gets that is no large picture.
    fn default() -> Self {
        Self::for_document(&[])
    }
}

impl Limits {
    /// For a document that begins with `head`.
    pub(super) fn for_document(head: &[u8]) -> Self {
        let claim = claim(head).unwrap_or(Claim { pixels: 0, is_in_passes: false });
        let further = if claim.is_in_passes { claim.pixels.saturating_mul(BYTES_A_PIXEL) } else { 0 };
        Self {
            wall: WALL,
            cpu_seconds: (CPU_SECONDS + claim.pixels / PIXELS_A_SECOND).min(MOST_CPU_SECONDS),
            memory_bytes: MEMORY_BYTES.saturating_add(further).min(MOST_MEMORY_BYTES),
        }
    }
}

/// What a picture's header claims. Nothing is believed but how much it may cost to find out.
#[derive(Debug, PartialEq, Eq)]
struct Claim {
    pixels: u64,
    is_in_passes: bool,
}

fn claim(head: &[u8]) -> Option<Claim> {
    if let Some(rest) = head.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") {
        let side = |at: usize| rest.get(at..)?.first_chunk().map(|side| u64::from(u32::from_be_bytes(*side)));
        return Some(Claim { pixels: side(0)?.saturating_mul(side(4)?), is_in_passes: rest.get(12) == Some(&1) });
    }
    let mut left = head.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let fill = left.iter().take_while(|byte| **byte == 0xFF).count();
        let (marker, rest) = left.get(fill..)?.split_first()?;
        let len = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        match marker {
            0xC4 | 0xC8 | 0xCC => {}
            0xC0..=0xCF => {
                let side = |at: usize| rest.get(at..)?.first_chunk().map(|side| u64::from(u16::from_be_bytes(*side)));
                return Some(Claim { pixels: side(3)? * side(5)?, is_in_passes: *marker == 0xC2 });
            }
            0xDA => return None,
            _ => {}
        }
        // At least the length's own two bytes, so that this ends.
        left = rest.get(len.max(2)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(marker: u8, width: u16, height: u16) -> Vec<u8> {
        let mut head = b"\xFF\xD8\xFF\xE1\0\x06Exif\xFF\xFF".to_vec();
        head.extend([marker, 0, 17, 8]);
        head.extend([height.to_be_bytes(), width.to_be_bytes()].concat());
        head
    }

    #[test]
    fn a_large_picture_gets_more_and_none_too_much() {
        let check = |head: &[u8], cpu_seconds: u64, mebibytes: u64| {
            let limits = Limits::for_document(head);
            assert_eq!((limits.cpu_seconds, limits.memory_bytes / 1024 / 1024), (cpu_seconds, mebibytes), "{head:?}");
        };
        check(b"%PDF-1.7", 2, 240);
        check(b"", 2, 240);
        check(&jpeg(0xC0, 1_000, 1_000), 2, 240);
        check(&jpeg(0xC0, 4_000, 3_000), 6, 240);
        check(&jpeg(0xC0, 12_000, 9_000), 10, 240);
        check(&jpeg(0xC2, 4_000, 3_000), 6, 308);
        check(&jpeg(0xC2, 12_000, 9_000), 10, 768);
        check(&jpeg(0xC2, 65_535, 65_535), 10, 768);
        let png = |interlaced: u8| {
            [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x20\0\0\0\x20\0\x08\x02\0\0".as_slice(), &[interlaced]].concat()
        };
        check(&png(0), 10, 240);
        check(&png(1), 10, 624);
    }

    #[test]
    fn no_header_breaks_it() {
        let head = jpeg(0xC0, 4_000, 3_000);
        for len in 0..head.len() {
            assert_eq!(claim(&head[..len]), None, "{len}");
        }
        assert_eq!(claim(b"\xFF\xD8\xFF\xE0\0\0\xFF\xE0\0\x01"), None);
    }
}
