//! JPEG files (ITU-T T.81, annex B) as a row of segments and scans.
//!
//! Walked here and not by `img-parts` or `little_exif`, which stop at the first scan and keep all that follows:
//! metadata may stand between scans, and phones append whole pictures and films, with metadata of their own, after
//! the end.

use crate::MediaType;
use crate::error::DocumentError;
use crate::exif;
use crate::foreign::without_padding;
use crate::metadata::{Findings, MetadataKind, words};
use crate::xmp;

/// Most parts a file may have; a picture of a hundred scans has some 300.
const MAX_PARTS: usize = 65_536;

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_EXTENSION: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// Bytes of a JFIF segment before its preview (JFIF 1.02, p. 5), and of Adobe's colour segment (TN 5116).
const JFIF_LEN_BYTES: usize = 14;
const ADOBE_LEN_BYTES: usize = 12;

/// A whole JPEG file, cut into parts.
pub(crate) struct Jpeg<'a> {
    parts: Vec<Part<'a>>,
    /// What stands after the end of the picture.
    pub(crate) trailing: &'a [u8],
}

/// A part of a JPEG file.
enum Part<'a> {
    /// A marker with its parameters, without marker and length.
    Segment { marker: u8, payload: &'a [u8] },
    /// Entropy-coded data after a scan header, restart markers included.
    Scan(&'a [u8]),
}

/// What becomes of a segment when metadata are taken out.
enum Verdict {
    Keep,
    /// Only so many of its bytes, the last two zero: a JFIF segment whose preview goes.
    WithoutPreview,
    /// Only its first bytes.
    Cut(usize),
    Drop,
}

impl<'a> Jpeg<'a> {
    /// Cuts a file into its parts.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Truncated`] if the end marker is missing, [`DocumentError::Damaged`] if there is no picture.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, DocumentError> {
        let mut reader = Reader { left: bytes.strip_prefix(&[0xFF, 0xD8]).ok_or(DAMAGED)? };
        let mut parts = Vec::new();
        let mut has_frame = false;
        let mut has_scan = false;
        loop {
            if parts.len() > MAX_PARTS {
                return Err(DocumentError::TooComplex);
            }
            let marker = reader.marker().ok_or(TRUNCATED)?;
            match marker {
                0xD9 if has_scan => return Ok(Self { parts, trailing: reader.left }),
                // An end without a picture, or a second beginning within the first.
                0xD9 | 0xD8 => return Err(DAMAGED),
                0x01 | 0xD0..=0xD7 => continue,
                _ => {}
            }
            let payload = reader.payload().ok_or(TRUNCATED)?;
            parts.push(Part::Segment { marker, payload });
            has_frame |= is_frame(marker);
            if marker == 0xDA {
                if !has_frame {
                    return Err(DAMAGED);
                }
                has_scan = true;
                parts.push(Part::Scan(reader.scan()));
            }
        }
    }

    /// Width and height in pixels, as the frame header says.
    pub(crate) fn dimensions(&self) -> Option<(u32, u32)> {
        let frame = self.segments().find(|(marker, _)| is_frame(*marker))?.1;
        let side = |at: usize| frame.get(at..)?.first_chunk().map(|bytes| u32::from(u16::from_be_bytes(*bytes)));
        Some((side(3)?, side(1)?)).filter(|(width, height)| *width > 0 && *height > 0)
    }

    /// What comments say.
    pub(crate) fn comments(&self) -> impl Iterator<Item = &'a [u8]> {
        self.segments().filter(|(marker, _)| *marker == 0xFE).map(|(_, payload)| payload)
    }

    /// What [`Self::stripped`] takes out.
    pub(crate) fn metadata(&self) -> Findings {
        let mut findings = Findings::default();
        for (marker, payload) in self.segments() {
            note(marker, payload, &mut findings);
        }
        if !without_padding(self.trailing).is_empty() {
            findings.add(MetadataKind::Other, words::TRAILING);
        }
        findings
    }

    /// The same picture without metadata, not recompressed.
    ///
    /// Kept is what decoders need to show the picture as it is: tables, frames, scans, the JFIF density, the colour
    /// profile, Adobe's colour transform and which way is up. Everything else goes, known or not.
    pub(crate) fn stripped(&self) -> Vec<u8> {
        let mut out = vec![0xFF, 0xD8];
        let mut orientation = self.orientation().filter(|up| *up != 1);
        let mut is_header = true;
        for (index, part) in self.parts.iter().enumerate() {
            let is_leading_jfif = index == 0 && matches!(part, Part::Segment { marker: 0xE0, .. });
            if !is_leading_jfif && let Some(up) = orientation.take() {
                write(&mut out, 0xE1, &[EXIF, &exif::orientation_only(up)]);
            }
            match part {
                Part::Scan(data) => {
                    is_header = false;
                    out.extend_from_slice(data);
                }
                Part::Segment { marker, payload } => match judge(*marker, payload, is_header, index) {
                    Verdict::Keep => write(&mut out, *marker, &[payload]),
                    Verdict::Cut(len) => write(&mut out, *marker, &[&payload[..len]]),
                    Verdict::WithoutPreview => write(&mut out, *marker, &[&payload[..JFIF_LEN_BYTES - 2], &[0, 0]]),
                    Verdict::Drop => {}
                },
            }
        }
        out.extend_from_slice(&[0xFF, 0xD9]);
        out
    }

    fn orientation(&self) -> Option<u8> {
        let mut exif = self.segments().filter(|(marker, _)| *marker == 0xE1);
        exif.find_map(|(_, payload)| exif::orientation(payload.strip_prefix(EXIF)?))
    }

    fn segments(&self) -> impl Iterator<Item = (u8, &'a [u8])> {
        self.parts.iter().filter_map(|part| match part {
            Part::Segment { marker, payload } => Some((*marker, *payload)),
            Part::Scan(_) => None,
        })
    }
}

const TRUNCATED: DocumentError = DocumentError::Truncated { media_type: MediaType::Jpeg };
const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Jpeg };

/// SOF0 to SOF15: all of C0 to CF but DHT, JPG and DAC.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn judge(marker: u8, payload: &[u8], is_header: bool, index: usize) -> Verdict {
    match marker {
        0xC0..=0xCF | 0xDA..=0xDF => Verdict::Keep,
        _ if !is_header => Verdict::Drop,
        0xE0 if index == 0 && payload.starts_with(b"JFIF\0") && payload.len() >= JFIF_LEN_BYTES => {
            Verdict::WithoutPreview
        }
        0xE2 if payload.starts_with(b"ICC_PROFILE\0") => Verdict::Keep,
        0xEE if payload.starts_with(b"Adobe") && payload.len() >= ADOBE_LEN_BYTES => Verdict::Cut(ADOBE_LEN_BYTES),
        _ => Verdict::Drop,
    }
}

fn note(marker: u8, payload: &[u8], findings: &mut Findings) {
    match marker {
        0xE0 if payload.starts_with(b"JFIF\0") && payload.len() <= JFIF_LEN_BYTES => {}
        0xE0 if payload.starts_with(b"JFIF\0") || payload.starts_with(b"JFXX\0") => {
            findings.add(MetadataKind::Other, words::PREVIEW);
        }
        0xE1 if payload.starts_with(EXIF) => exif::search(&payload[EXIF.len()..], findings),
        0xE1 if payload.starts_with(XMP) || payload.starts_with(XMP_EXTENSION) => xmp::search(payload, findings),
        0xE2 if payload.starts_with(b"ICC_PROFILE\0") => {}
        0xE2 if payload.starts_with(b"MPF\0") => findings.add(MetadataKind::Other, words::FURTHER_PICTURES),
        0xED if payload.starts_with(PHOTOSHOP) => findings.add(MetadataKind::Other, words::IPTC),
        0xEE if payload.starts_with(b"Adobe") => {}
        0xFE => findings.add(MetadataKind::Other, words::COMMENT),
        0xC0..=0xCF | 0xDA..=0xDF => {}
        _ => findings.add(MetadataKind::Other, words::APPLICATION_DATA),
    }
}

fn write(out: &mut Vec<u8>, marker: u8, pieces: &[&[u8]]) {
    let len = 2 + pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let len = u16::try_from(len).expect("no piece is longer than what a segment of at most 65,535 bytes held");
    out.extend_from_slice(&[0xFF, marker]);
    out.extend_from_slice(&len.to_be_bytes());
    for piece in pieces {
        out.extend_from_slice(piece);
    }
}

struct Reader<'a> {
    left: &'a [u8],
}

impl<'a> Reader<'a> {
    /// The next marker; fill bytes and, as other decoders do, stray bytes before it are passed over.
    fn marker(&mut self) -> Option<u8> {
        loop {
            let at = self.left.iter().position(|byte| *byte == 0xFF)?;
            self.left = &self.left[at + 1..];
            match *self.left.first()? {
                // Fill: the marker comes later. Stuffing: no marker at all.
                0xFF | 0x00 => {}
                marker => {
                    self.left = &self.left[1..];
                    return Some(marker);
                }
            }
        }
    }

    fn payload(&mut self) -> Option<&'a [u8]> {
        let (len, rest) = self.left.split_first_chunk()?;
        let (payload, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*len)).checked_sub(2)?)?;
        self.left = rest;
        Some(payload)
    }

    /// Entropy-coded data: to the next marker that is neither stuffing nor a restart.
    fn scan(&mut self) -> &'a [u8] {
        let all = self.left;
        let mut end = 0;
        while let Some(at) = all[end..].iter().position(|byte| *byte == 0xFF) {
            end += at;
            match all.get(end + 1) {
                Some(0x00 | 0xD0..=0xD7) => end += 2,
                // A fill byte before the marker: drop it with the others.
                _ => break,
            }
        }
        let end = if all.get(end) == Some(&0xFF) { end } else { all.len() };
        self.left = &all[end..];
        &all[..end]
    }
}
