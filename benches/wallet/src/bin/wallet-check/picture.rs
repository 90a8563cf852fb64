//! Pictures of documents, each some 4 MB.

use anyhow::Result;
use jpeg_encoder::{ColorType, Encoder};

/// Noise hardly gets smaller: of this size and quality it has some 4 MB.
const WIDTH: u16 = 1_760;
const HEIGHT: u16 = 1_240;
const QUALITY: u8 = 92;

/// A JPEG of noise. The same `seed`, which is not 0, gives the same bytes.
pub(crate) fn noise(seed: u32) -> Result<Vec<u8>> {
    let mut state = seed;
    let mut channel = || {
        // Marsaglia's xorshift, with his first triple of shifts for 32 bits.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_be_bytes()[0]
    };
    let pixels: Vec<u8> = (0..usize::from(WIDTH) * usize::from(HEIGHT) * 3).map(|_| channel()).collect();
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, QUALITY).encode(&pixels, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_some_four_megabytes_of_its_own() {
        let pictures = [1, 2].map(|seed| noise(seed).unwrap());
        for picture in &pictures {
            assert!((3_600_000..4_600_000).contains(&picture.len()), "{}", picture.len());
        }
        assert_ne!(pictures[0], pictures[1]);
    }
}
