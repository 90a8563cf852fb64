//! What is on the display of an X server that keeps it in a file (`Xvfb -fbdir`), in the format of `xwd`.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Numbers of the header, each of four bytes, the most significant first.
const HEADER_SIZE: usize = 0;
const WIDTH: usize = 4;
const HEIGHT: usize = 5;
const BITS_PER_PIXEL: usize = 11;
const BYTES_PER_LINE: usize = 12;
const COLOURS: usize = 19;
/// How long the entry of a colour is, between the header and the picture.
const COLOUR_BYTES: usize = 12;

/// A picture of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    width: usize,
    height: usize,
    /// Red, green and blue of each point.
    points: Vec<[u8; 3]>,
}

impl Screen {
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        Self::parse(&bytes).with_context(|| format!("{} is not a picture of a display", file.display()))
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let number = |at: usize| -> Result<usize> {
            let field = bytes.get(at * 4..at * 4 + 4).context("it ends within its header")?;
            Ok(usize::try_from(u32::from_be_bytes(field.try_into()?))?)
        };
        if number(BITS_PER_PIXEL)? != 32 {
            bail!("it has {} bits for each point", number(BITS_PER_PIXEL)?);
        }
        let (width, height, line) = (number(WIDTH)?, number(HEIGHT)?, number(BYTES_PER_LINE)?);
        let begin = number(HEADER_SIZE)? + number(COLOURS)? * COLOUR_BYTES;
        let mut points = Vec::with_capacity(width * height);
        for row in 0..height {
            let at = begin + row * line;
            let row = bytes.get(at..at + width * 4).context("it ends within its picture")?;
            // Blue comes first, and the fourth byte means nothing.
            points.extend(row.chunks_exact(4).map(|point| [point[2], point[1], point[0]]));
        }
        Ok(Self { width, height, points })
    }

    /// How many different colours are on it.
    pub(crate) fn colours(&self) -> usize {
        self.points.iter().collect::<HashSet<_>>().len()
    }

    /// As a file that every viewer of pictures opens (PPM).
    pub(crate) fn ppm(&self) -> Vec<u8> {
        let mut ppm = format!("P6\n{} {}\n255\n", self.width, self.height).into_bytes();
        ppm.extend(self.points.iter().flatten());
        ppm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two points beside each other, red and blue, with a line that is longer than they are.
    fn xwd() -> Vec<u8> {
        let mut header = [0_u32; 25];
        header[HEADER_SIZE] = 100;
        (header[WIDTH], header[HEIGHT]) = (2, 1);
        (header[BITS_PER_PIXEL], header[BYTES_PER_LINE]) = (32, 12);
        header[COLOURS] = 1;
        let mut bytes: Vec<u8> = header.iter().flat_map(|number| number.to_be_bytes()).collect();
        bytes.extend([9; COLOUR_BYTES]);
        bytes.extend([0, 0, 255, 0, 255, 0, 0, 0, 7, 7, 7, 7]);
        bytes
    }

    #[test]
    fn a_picture_is_read_point_by_point() {
        let screen = Screen::parse(&xwd()).unwrap();
        assert_eq!((screen.width, screen.height, screen.colours()), (2, 1, 2));
        assert_eq!(screen.ppm(), b"P6\n2 1\n255\n\xff\0\0\0\0\xff");
    }

    #[test]
    fn half_a_picture_is_refused() {
        let whole = xwd();
        for end in [0, 40, 99, whole.len() - 8] {
            assert!(Screen::parse(&whole[..end]).is_err(), "{end} bytes");
        }
    }
}
