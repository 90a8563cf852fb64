//! JPEG files (ITU-T T.81, annex B) as a row of segments and scans.
//!
//! Walked here and not by `img-parts` or `little_exif`, which stop at the first scan and keep all that follows:
//! metadata may stand between scans, and phones append whole pictures and films, with metadata of their own, after
//! the end. What breaks the rules is refused and not passed over: where programs differ in what they take for the
//! picture, nobody can say what belongs to it and what gives something away.

mod frame;
mod huffman;
mod scan;

use crate::error::DocumentError;
use crate::exif::{self, Kept};
use crate::foreign::without_padding;
use crate::metadata::{Findings, MetadataKind, words};
use crate::xmp;
use crate::{MediaType, colours};
use frame::Frame;
use scan::Tables;

/// Most parts a file may have; a picture of a hundred scans has some 300.
const MAX_PARTS: usize = 65_536;

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_EXTENSION: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const JFIF: &[u8] = b"JFIF\0";
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// Bytes of a JFIF segment before its preview (JFIF 1.02, p. 5), and of Adobe's colour segment (TN 5116).
const JFIF_LEN_BYTES: usize = 14;
const ADOBE_LEN_BYTES: usize = 12;

/// A whole JPEG file, cut into parts.
pub(crate) struct Jpeg<'a> {
    parts: Vec<Part<'a>>,
    width: u32,
    height: u32,
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
    /// Only its first bytes.
    Cut(usize),
    Drop,
}

impl<'a> Jpeg<'a> {
    /// Cuts a file into its parts.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Truncated`] if it ends before the picture does, [`DocumentError::Damaged`] if there is no picture
    /// or anything stands where T.81 (B.2.1) has no place for it, [`DocumentError::Uncommon`] for the processes that
    /// hardly any program knows.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, DocumentError> {
        let left = bytes.strip_prefix(&[0xFF, 0xD8]).ok_or(DAMAGED)?;
        let reader = Reader { left, parts: Vec::new(), frame: None, tables: Tables::default(), scans: 0 };
        reader.read()
    }

    /// Width and height in pixels, as the frame header says.
    pub(crate) fn dimensions(&self) -> (u32, u32) {
        (self.width, self.height)
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
        if self.has_more_than_a_profile() {
            findings.add(MetadataKind::Other, words::APPLICATION_DATA);
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
        if let Some(jfif) = self.jfif() {
            write(&mut out, 0xE0, &[&jfif[..JFIF_LEN_BYTES - 2], &[0, 0]]);
        }
        let kept = self.kept();
        if !kept.is_nothing() {
            write(&mut out, 0xE1, &[EXIF, &kept.to_tiff()]);
        }
        if let Some(profile) = self.colour_profile() {
            write_profile(&mut out, &profile);
        }
        let mut is_header = true;
        for part in &self.parts {
            match part {
                Part::Scan(data) => {
                    is_header = false;
                    out.extend_from_slice(data);
                }
                Part::Segment { marker, payload } => match judge(*marker, payload, is_header) {
                    Verdict::Keep => write(&mut out, *marker, &[payload]),
                    Verdict::Cut(len) => write(&mut out, *marker, &[&payload[..len]]),
                    Verdict::Drop => {}
                },
            }
        }
        out.extend_from_slice(&[0xFF, 0xD9]);
        out
    }

    /// Which way is up, if the picture says so: 1 to 8.
    pub(crate) fn orientation(&self) -> Option<u8> {
        self.kept().orientation
    }

    /// The colour profile, put together from its pieces (ICC.1:2022, B.4); `None` if they make up none.
    pub(crate) fn colour_profile(&self) -> Option<Vec<u8>> {
        let mut profile = self.profile_pieces()?;
        profile.truncate(colours::profile_len(&profile)?);
        Some(profile)
    }

    fn profile_pieces(&self) -> Option<Vec<u8>> {
        let pieces = || self.header().filter_map(|(marker, payload)| profile_piece(marker, payload));
        let (_, count, _) = pieces().next()?;
        let mut profile = Vec::new();
        for wanted in 1..=count {
            let (.., piece) = pieces().find(|(number, ..)| *number == wanted)?;
            profile.extend_from_slice(piece);
        }
        Some(profile)
    }

    /// Whether what is called a colour profile is one, and all of it.
    fn has_more_than_a_profile(&self) -> bool {
        let pieces = self.segments().filter_map(|(marker, payload)| profile_piece(marker, payload));
        let len: usize = pieces.map(|(.., piece)| piece.len()).sum();
        len > self.colour_profile().map_or(0, |profile| profile.len())
    }

    /// Colours in each pixel: 1, 3 or 4.
    pub(crate) fn colours(&self) -> usize {
        let frame = self.segments().find(|(marker, _)| is_frame(*marker));
        frame.and_then(|(_, header)| header.get(5)).map_or(0, |count| usize::from(*count))
    }

    /// Whether its colours are red, green and blue as they are, and only their names say so. Some readers do not look there.
    pub(crate) fn is_stored_as_red_green_blue(&self) -> bool {
        let frame = self.segments().find(|(marker, _)| is_frame(*marker));
        let is_named_so =
            frame.is_some_and(|(_, header)| matches!(header.get(6..), Some([b'R', _, _, b'G', _, _, b'B', ..])));
        is_named_so && !self.has_adobe_mark() && self.jfif().is_none()
    }

    /// Whether its scans bring a little of every block, so that no row is ready before the last of them.
    pub(crate) fn is_progressive(&self) -> bool {
        self.segments().any(|(marker, _)| marker == 0xC2)
    }

    /// Whether it is marked as coming from a program of Adobe's, or one that does as they do.
    pub(crate) fn has_adobe_mark(&self) -> bool {
        self.header().any(|(marker, payload)| marker == 0xEE && payload.starts_with(b"Adobe"))
    }

    /// What of the Exif data decides how the picture looks. What stands after the first scan turns no picture: programs
    /// read the header.
    fn kept(&self) -> Kept {
        let exif = || self.header().filter_map(exif_data);
        let density = || exif().find_map(exif::density);
        Kept {
            orientation: exif().find_map(exif::orientation),
            density: if self.jfif().is_some_and(says_density) { None } else { density() },
        }
    }

    fn jfif(&self) -> Option<&'a [u8]> {
        self.header().find(|(marker, payload)| is_jfif(*marker, payload)).map(|(_, payload)| payload)
    }

    /// The segments before the first scan.
    fn header(&self) -> impl Iterator<Item = (u8, &'a [u8])> {
        self.segments().take_while(|(marker, _)| *marker != 0xDA)
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

fn uncommon(form: &str) -> DocumentError {
    DocumentError::Uncommon { media_type: MediaType::Jpeg, form: form.to_owned() }
}

/// SOF0 to SOF15: all of C0 to CF but DHT, JPG and DAC.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn is_jfif(marker: u8, payload: &[u8]) -> bool {
    marker == 0xE0 && payload.starts_with(JFIF) && payload.len() >= JFIF_LEN_BYTES
}

/// Whether it gives pixels per inch or centimetre, not only how wide a pixel is for its height.
fn says_density(jfif: &[u8]) -> bool {
    matches!(jfif[7], 1 | 2) && jfif[8..10] != [0, 0] && jfif[10..12] != [0, 0]
}

fn exif_data((marker, payload): (u8, &[u8])) -> Option<&[u8]> {
    if marker == 0xE1 { payload.strip_prefix(EXIF) } else { None }
}

/// The number of a piece of a colour profile, how many there are, and its bytes.
fn profile_piece(marker: u8, payload: &[u8]) -> Option<(u8, u8, &[u8])> {
    match payload.strip_prefix(PROFILE)? {
        [number, count, piece @ ..] if marker == 0xE2 => Some((*number, *count, piece)),
        _ => None,
    }
}

/// Writes a colour profile in pieces of what a segment holds.
fn write_profile(out: &mut Vec<u8>, profile: &[u8]) {
    const MOST_BYTES: usize = 65_519;
    let pieces = profile.chunks(MOST_BYTES);
    // It came in at most 255 pieces, none of them larger.
    let count = u8::try_from(pieces.len()).unwrap_or(u8::MAX);
    for (number, piece) in (1..=count).zip(pieces) {
        write(out, 0xE2, &[PROFILE, &[number, count], piece]);
    }
}

/// JFIF, Exif and the colour profile are written by themselves.
fn judge(marker: u8, payload: &[u8], is_header: bool) -> Verdict {
    match marker {
        0xC0..=0xCF | 0xDA..=0xDB | 0xDD => Verdict::Keep,
        _ if !is_header => Verdict::Drop,
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
        0xE2 if payload.starts_with(PROFILE) => {}
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
    parts: Vec<Part<'a>>,
    frame: Option<Frame>,
    tables: Tables,
    scans: u32,
}

/// What comes next.
enum Next {
    Marker(u8),
    End,
    /// Bytes that no marker announces.
    Stray,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> Result<Jpeg<'a>, DocumentError> {
        loop {
            if self.parts.len() > MAX_PARTS {
                return Err(DocumentError::TooComplex);
            }
            let here = self.left;
            let marker = match self.next() {
                Next::End => return Err(TRUNCATED),
                Next::Stray => return self.end_without_marker(here),
                Next::Marker(marker) => marker,
            };
            match marker {
                0xD9 if self.scans > 0 => {
                    let after = self.left;
                    return self.end(after);
                }
                // Some encoders end the last interval, too, with a restart marker.
                0xD0..=0xD7 if matches!(self.parts.last(), Some(Part::Scan(_))) => {}
                0xC0..=0xCF | 0xDA..=0xDF | 0xE0..=0xEF | 0xFE if marker != 0xC8 => match self.payload() {
                    Some(payload) => self.segment(marker, payload)?,
                    None if !self.is_complete() => return Err(TRUNCATED),
                    None => return self.end_without_marker(here),
                },
                _ => return self.end_without_marker(here),
            }
        }
    }

    fn segment(&mut self, marker: u8, payload: &'a [u8]) -> Result<(), DocumentError> {
        match marker {
            0xC4 => self.tables.define_codes(payload)?,
            0xCC => return Err(uncommon("arithmetic coding")),
            0xDB => self.tables.define_quantisation(payload)?,
            0xEE => self.check_colour_transform(payload)?,
            0xDC => {
                // The number of lines (B.2.5): taken only where it says what the frame header says.
                let height = self.frame.as_ref().map_or(0, |frame| frame.height);
                let lines: [u8; 2] = payload.try_into().map_err(|_| DAMAGED)?;
                if u32::from(u16::from_be_bytes(lines)) != height || self.scans != 1 {
                    return Err(DAMAGED);
                }
            }
            0xDD => self.tables.define_restarts(payload)?,
            0xDE | 0xDF => return Err(uncommon("hierarchical JPEG")),
            0xDA => return self.scan(payload),
            _ if is_frame(marker) => {
                let frame = Frame::read(marker, payload)?;
                if self.frame.replace(frame).is_some() {
                    return Err(DAMAGED);
                }
            }
            _ => {}
        }
        self.parts.push(Part::Segment { marker, payload });
        Ok(())
    }

    /// Refuses one of Adobe's segments that gives a transform which is none (TN 5116): programs take it differently.
    fn check_colour_transform(&self, payload: &[u8]) -> Result<(), DocumentError> {
        let is_header = self.scans == 0 && payload.starts_with(b"Adobe") && payload.len() >= ADOBE_LEN_BYTES;
        if is_header && payload[ADOBE_LEN_BYTES - 1] > 2 { Err(DAMAGED) } else { Ok(()) }
    }

    fn scan(&mut self, header: &'a [u8]) -> Result<(), DocumentError> {
        let frame = self.frame.as_mut().ok_or(DAMAGED)?;
        let len = scan::walk(frame, &self.tables, header, self.left)?;
        let (data, rest) = self.left.split_at(len);
        self.left = rest;
        self.scans += 1;
        self.parts.push(Part::Segment { marker: 0xDA, payload: header });
        self.parts.push(Part::Scan(data));
        Ok(())
    }

    fn is_complete(&self) -> bool {
        self.frame.as_ref().is_some_and(Frame::is_complete)
    }

    /// What stands here cannot stand in a picture. It ends before it if nothing is missing and the end marker is the next:
    /// decoders pass over bytes right before that. Where anything else follows, they differ in what they show.
    fn end_without_marker(self, here: &'a [u8]) -> Result<Jpeg<'a>, DocumentError> {
        let next = here.iter().position(|byte| *byte == 0xFF).map_or(&here[..0], |at| &here[at..]);
        let is_before_end = next.iter().find(|byte| **byte != 0xFF) == Some(&0xD9);
        if is_before_end && self.is_complete() { self.end(here) } else { Err(DAMAGED) }
    }

    fn end(self, trailing: &'a [u8]) -> Result<Jpeg<'a>, DocumentError> {
        let Frame { width, height, .. } = self.frame.ok_or(DAMAGED)?;
        Ok(Jpeg { parts: self.parts, width, height, trailing })
    }

    /// The next marker, which fill bytes may precede (B.1.1.2).
    fn next(&mut self) -> Next {
        let fill = self.left.iter().take_while(|byte| **byte == 0xFF).count();
        match self.left.get(fill) {
            None => Next::End,
            Some(0x00) => Next::Stray,
            Some(_) if fill == 0 => Next::Stray,
            Some(marker) => {
                self.left = &self.left[fill + 1..];
                Next::Marker(*marker)
            }
        }
    }

    fn payload(&mut self) -> Option<&'a [u8]> {
        let (len, rest) = self.left.split_first_chunk()?;
        let (payload, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*len)).checked_sub(2)?)?;
        self.left = rest;
        Some(payload)
    }
}
