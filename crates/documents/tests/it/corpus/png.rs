//! PNG files.

use std::io::Cursor;

use image::ImageFormat;

use super::jpeg::gradient;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture without metadata.
pub(crate) fn plain(width: u32, height: u32) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    gradient(width, height).write_to(&mut png, ImageFormat::Png).unwrap();
    png.into_inner()
}

/// The file with further chunks after its header.
pub(crate) fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let header_end = SIGNATURE.len() + 12 + 13;
    let mut whole = png[..header_end].to_vec();
    for (kind, data) in chunks {
        whole.extend(chunk(**kind, data));
    }
    whole.extend_from_slice(&png[header_end..]);
    whole
}

/// A file that claims a size and holds the data given.
pub(crate) fn claiming(width: u32, height: u32, bit_depth: u8, colour_type: u8, zlib: &[u8]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bit_depth, colour_type, 0, 0, 0]].concat();
    [SIGNATURE, &chunk(*b"IHDR", &header), &chunk(*b"IDAT", zlib), &chunk(*b"IEND", &[])].concat()
}

pub(crate) fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}

/// What stands before the pixels, the pixels (compressed), and what stands behind them, of a file with one chunk of them.
pub(crate) fn around_pixels(png: &[u8]) -> (&[u8], &[u8], &[u8]) {
    let at = png.windows(4).position(|kind| kind == b"IDAT").unwrap() - 4;
    let len = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
    (&png[..at], &png[at + 8..at + 8 + len], &png[at + 12 + len..])
}
