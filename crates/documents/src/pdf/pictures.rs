//! Pictures within a PDF: JPEG and JPEG 2000 files that stand in it as they came from a camera, with all they tell.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::Stream;

use super::frame::positions;
use crate::error::DocumentError;
use crate::jpeg::Jpeg;
use crate::metadata::{Findings, MetadataKind, words};
use crate::{MAX_BYTES, exif, xmp};

/// The box in which Adobe's programs put Exif data into JPEG 2000, and the one for XMP (ISO 16684-3, 5.3).
const EXIF_BOX: &[u8; 16] = b"JpgTiffExif->JP2";
const XMP_BOX: &[u8; 16] = b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";

/// Notes what a picture tells.
pub(super) fn search(picture: &Stream<'_>, findings: &mut Findings) {
    let Ok(bytes) = file(picture) else {
        findings.add(MetadataKind::Other, words::APPLICATION_DATA);
        return;
    };
    if is_jpeg_2000(picture) {
        for (kind, content) in boxes(&bytes).unwrap_or_default() {
            note_box(kind, content, findings);
        }
        return;
    }
    match with_jpeg(&bytes, |jpeg| jpeg.metadata().into_list()) {
        Ok(found) => found.into_iter().for_each(|found| findings.add(found.kind, &found.what)),
        Err(_) if tells_something(&bytes) => findings.add(MetadataKind::Camera, words::CAMERA_SETTINGS),
        Err(_) => {}
    }
}

/// The picture's file without what it tells, not compressed anew; nothing where there is nothing to take out.
///
/// # Errors
///
/// [`DocumentError::TooComplex`] where it cannot be told what the picture tells.
pub(super) fn stripped(picture: &Stream<'_>) -> Result<Option<Vec<u8>>, DocumentError> {
    let bytes = file(picture)?;
    if is_jpeg_2000(picture) {
        return Ok(boxes(&bytes).and_then(|boxes| without_telling(&boxes)));
    }
    let strip = |jpeg: &Jpeg<'_>| (!jpeg.metadata().into_list().is_empty()).then(|| jpeg.stripped());
    match with_jpeg(&bytes, strip) {
        Ok(stripped) => Ok(stripped),
        // No picture that a viewer could show has it either, but whoever looks for it finds it.
        Err(_) if tells_something(&bytes) => Err(DocumentError::TooComplex),
        Err(_) => Ok(None),
    }
}

fn is_jpeg_2000(picture: &Stream<'_>) -> bool {
    picture.filters().last() == Some(&Filter::JpxDecode)
}

/// The picture's file, taken out of what else it is wrapped in.
fn file<'a>(picture: &Stream<'a>) -> Result<Cow<'a, [u8]>, DocumentError> {
    let filters = picture.filters();
    let wrappings = filters.len().saturating_sub(1);
    let mut bytes = picture.raw_data();
    for filter in &filters[..wrappings] {
        let unwrapped = match filter {
            Filter::FlateDecode => inflated(&bytes)?,
            Filter::AsciiHexDecode => from_hex(&bytes),
            Filter::Ascii85Decode => from_base_85(&bytes),
            _ => return Err(DocumentError::TooComplex),
        };
        bytes = Cow::Owned(unwrapped);
    }
    Ok(bytes)
}

fn inflated(bytes: &[u8]) -> Result<Vec<u8>, DocumentError> {
    let mut out = Vec::new();
    // What is damaged in the end may hold a whole picture.
    let _ = ZlibDecoder::new(bytes).take(MAX_BYTES + 1).read_to_end(&mut out);
    if out.len() as u64 > MAX_BYTES { Err(DocumentError::TooMuchMemory) } else { Ok(out) }
}

/// ISO 32000-1, 7.4.2.
fn from_hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<_> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
    digits.chunks(2).map(|pair| (pair[0] << 4) | pair.get(1).copied().unwrap_or(0)).collect()
}

/// ISO 32000-1, 7.4.3.
fn from_base_85(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.trim_ascii_start();
    let bytes = bytes.strip_prefix(b"<~").unwrap_or(bytes);
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let mut group = Vec::with_capacity(5);
    for byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            out.extend(four_bytes(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let missing = 5 - group.len();
        group.resize(5, 84);
        out.extend(&four_bytes(&group)[..4 - missing]);
    }
    out
}

fn four_bytes(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}

/// Reads a JPEG as viewers do that show it in a PDF: from where it begins, and without its end marker too.
fn with_jpeg<T>(bytes: &[u8], read: impl Fn(&Jpeg<'_>) -> T) -> Result<T, DocumentError> {
    let start = positions(bytes, b"\xFF\xD8\xFF").next().unwrap_or(0);
    let bytes = &bytes[start..];
    match Jpeg::read(bytes) {
        Ok(jpeg) => Ok(read(&jpeg)),
        Err(_) => Jpeg::read(&[bytes, b"\xFF\xD9"].concat()).map(|jpeg| read(&jpeg)),
    }
}

fn tells_something(bytes: &[u8]) -> bool {
    [b"Exif\0\0".as_slice(), b"http://ns.adobe.com/", b"Photoshop 3.0"]
        .iter()
        .any(|mark| positions(bytes, mark).next().is_some())
}

/// The boxes of a JPEG 2000 file (ISO/IEC 15444-1, annex I.4); nothing where it is only the picture's code.
fn boxes(bytes: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let mut left = bytes.starts_with(b"\0\0\0\x0CjP  ").then_some(bytes)?;
    let mut found = Vec::new();
    while let Some((len, rest)) = left.split_first_chunk::<4>() {
        let (kind, rest) = rest.split_at_checked(4)?;
        let (header_len, len) = match u32::from_be_bytes(*len) {
            0 => (8, left.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*rest.first_chunk()?)).ok()?),
            len => (8, usize::try_from(len).ok()?),
        };
        // The last one may be cut.
        let whole = &left[..len.min(left.len())];
        found.push((kind, whole.get(header_len..)?));
        left = &left[whole.len()..];
    }
    Some(found)
}

fn is_telling(kind: &[u8]) -> bool {
    matches!(kind, b"uuid" | b"xml " | b"uinf" | b"jp2i" | b"asoc")
}

fn note_box(kind: &[u8], content: &[u8], findings: &mut Findings) {
    let (id, data) = content.split_at_checked(16).unwrap_or((content, &[]));
    match kind {
        b"xml " => xmp::search(content, findings),
        b"uuid" if id == XMP_BOX => xmp::search(data, findings),
        b"uuid" if id == EXIF_BOX => exif::search(data, findings),
        kind if is_telling(kind) => findings.add(MetadataKind::Other, words::APPLICATION_DATA),
        _ => {}
    }
}

fn without_telling(boxes: &[(&[u8], &[u8])]) -> Option<Vec<u8>> {
    if !boxes.iter().any(|(kind, _)| is_telling(kind)) {
        return None;
    }
    let mut out = Vec::new();
    for (kind, content) in boxes.iter().filter(|(kind, _)| !is_telling(kind)) {
        let len = u32::try_from(content.len() + 8).ok()?;
        out.extend(len.to_be_bytes());
        out.extend(*kind);
        out.extend(*content);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_bytes_again() {
        assert_eq!(from_hex(b"FF D8\nff7>00"), [0xFF, 0xD8, 0xFF, 0x70]);
        assert_eq!(from_base_85(b"<~87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(from_base_85(b"<~87cURD]i,\"Ebo80z~>"), b"Hello World!\0\0\0\0");
        assert_eq!(from_base_85(b"87cUR\nDZ"), b"Hello");
        assert_eq!(from_base_85(b"s8W-!s8W-!"), [0xFF; 8]);
    }

    #[test]
    fn a_jpeg_2000_file_loses_only_its_telling_boxes() {
        let one = |kind: &[u8], content: &[u8]| {
            [&u32::try_from(content.len() + 8).unwrap().to_be_bytes(), kind, content].concat()
        };
        let start = one(b"jP  ", b"\r\n\x87\n");
        let exif = one(
            b"uuid",
            &[EXIF_BOX, b"MM\0*\0\0\0\x08\0\x01\x01\x0F\0\x02\0\0\0\x04abc\0\0\0\0\0".as_slice()].concat(),
        );
        let code = one(b"jp2c", b"\xFF\x4F");
        let whole = [start.clone(), exif, code.clone()].concat();
        let found = boxes(&whole).unwrap();
        let mut findings = Findings::default();
        for (kind, content) in &found {
            note_box(kind, content, &mut findings);
        }
        assert_eq!(crate::in_words(&findings.into_list()), words::CAMERA_MODEL);
        let left = without_telling(&found).unwrap();
        assert_eq!(left, [start, code].concat());
        assert_eq!(without_telling(&boxes(&left).unwrap()), None);
        assert_eq!(boxes(b"\xFF\x4F\xFF\x51"), None);
        assert!(boxes(b"\0\0\0\x0CjP  \r\n\x87\n\0\0\0\x02").is_none_or(|found| found.len() < 3));
    }
}
