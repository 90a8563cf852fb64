//! PNG files (W3C PNG, third edition) as a row of chunks.

mod pixels;

use std::borrow::Cow;

use crate::error::DocumentError;
use crate::exif::{self, Kept};
use crate::foreign::without_padding;
use crate::metadata::{Findings, MetadataKind, words};
use crate::{MediaType, xmp};
use pixels::{Header, check_pixels};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Most chunks a file may have. Pictures in 8 KiB pieces have some 6,000 at 50 MB.
const MAX_CHUNKS: usize = 65_536;

/// Ancillary chunks that decide how the picture looks; every other one goes with the metadata.
const KEPT: [&[u8; 4]; 16] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs",
    b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

/// Of these, those of which only the beginning says how the picture looks: as many bytes as the standard gives them.
const LENGTHS: [(&[u8; 4], usize); 10] = [
    (b"gAMA", 4),
    (b"cHRM", 32),
    (b"sRGB", 1),
    (b"cICP", 4),
    (b"mDCV", 24),
    (b"cLLI", 8),
    (b"pHYs", 9),
    (b"acTL", 8),
    (b"fcTL", 26),
    (b"IEND", 0),
];

const TRUNCATED: DocumentError = DocumentError::Truncated { media_type: MediaType::Png };
const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Png };

/// Refuses a width and height that are too large.
pub(crate) type CheckSize = fn(u32, u32) -> Result<(), DocumentError>;

/// A whole PNG file, cut into chunks.
pub(crate) struct Png<'a> {
    header: Header,
    chunks: Vec<Chunk<'a>>,
    /// What stands after the end of the picture.
    pub(crate) trailing: &'a [u8],
}

struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    /// All of it: length, kind, data, sum.
    whole: &'a [u8],
    /// Bytes at the end of its data that belong to no picture.
    surplus: usize,
}

impl<'a> Png<'a> {
    /// Cuts a file into its chunks, checks the sum of each, and reads the compressed pixels to their end, if there are not
    /// too many of them for `check_size`.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Truncated`] if the end chunk is missing, [`DocumentError::Damaged`] if a sum does not fit, the
    /// header is missing, chunks stand where they may not, or there are more or fewer pixels than the header says,
    /// [`DocumentError::Uncommon`] if a chunk is needed to show the picture that the standard does not know.
    pub(crate) fn read(bytes: &'a [u8], check_size: CheckSize) -> Result<Self, DocumentError> {
        let mut left = bytes.strip_prefix(SIGNATURE).ok_or(DAMAGED)?;
        let mut chunks: Vec<Chunk<'a>> = Vec::new();
        while chunks.last().is_none_or(|last| last.kind != b"IEND") {
            if chunks.len() > MAX_CHUNKS {
                return Err(DocumentError::TooComplex);
            }
            let chunk = Chunk::read(left)?;
            left = &left[chunk.whole.len()..];
            chunks.push(chunk);
        }
        let header = check_order(&chunks)?;
        check_size(header.width, header.height)?;
        let mut png = Self { header, chunks, trailing: left };
        check_pixels(&png.header, &mut png.chunks)?;
        png.chunks.iter_mut().for_each(Chunk::find_surplus);
        Ok(png)
    }

    /// Width and height in pixels, as the header says.
    pub(crate) fn dimensions(&self) -> (u32, u32) {
        (self.header.width, self.header.height)
    }

    /// Whether its rows are in seven passes over the whole picture, so that none is ready before the end.
    pub(crate) fn is_interlaced(&self) -> bool {
        self.header.is_interlaced
    }

    /// What text chunks say.
    pub(crate) fn comments(&self) -> impl Iterator<Item = &'a [u8]> {
        self.chunks.iter().filter(|chunk| matches!(chunk.kind, b"tEXt" | b"iTXt")).map(|chunk| chunk.data)
    }

    /// What [`Self::stripped`] takes out.
    pub(crate) fn metadata(&self) -> Findings {
        let mut findings = Findings::default();
        for chunk in self.chunks.iter().filter(|chunk| !chunk.is_critical() && !chunk.is_kept()) {
            chunk.note(&mut findings);
        }
        let has_surplus = self.chunks.iter().any(|chunk| chunk.surplus > 0);
        if has_surplus || !without_padding(self.trailing).is_empty() {
            findings.add(MetadataKind::Other, words::TRAILING);
        }
        findings
    }

    /// The same picture without metadata, not recompressed.
    pub(crate) fn stripped(&self) -> Vec<u8> {
        let mut out = SIGNATURE.to_vec();
        for chunk in self.chunks.iter().filter(|chunk| chunk.is_kept()) {
            out.extend_from_slice(&chunk.without_surplus());
            if chunk.kind == b"IHDR" && !self.kept().is_nothing() {
                out.extend(made(*b"eXIf", &self.kept().to_tiff()));
            }
        }
        out
    }

    /// Which way is up, if the picture says so: 1 to 8.
    pub(crate) fn orientation(&self) -> Option<u8> {
        self.kept().orientation
    }

    fn kept(&self) -> Kept {
        let exif = || self.chunks.iter().filter(|chunk| chunk.kind == b"eXIf").map(|chunk| chunk.data);
        let says_density = self.chunks.iter().any(|chunk| chunk.kind == b"pHYs");
        Kept {
            orientation: exif().find_map(exif::orientation),
            density: if says_density { None } else { exif().find_map(exif::density) },
        }
    }
}

impl<'a> Chunk<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, DocumentError> {
        let (len, rest) = bytes.split_first_chunk::<4>().ok_or(TRUNCATED)?;
        let len = usize::try_from(u32::from_be_bytes(*len)).map_err(|_| DAMAGED)?;
        let (kind, rest) = rest.split_first_chunk::<4>().ok_or(TRUNCATED)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(DAMAGED);
        }
        let (data, rest) = rest.split_at_checked(len).ok_or(TRUNCATED)?;
        let sum = *rest.first_chunk::<4>().ok_or(TRUNCATED)?;
        let whole = &bytes[..len + 12];
        if u32::from_be_bytes(sum) != crc32fast::hash(&whole[4..len + 8]) {
            return Err(DAMAGED);
        }
        Ok(Self { kind, data, whole, surplus: 0 })
    }

    /// A chunk of which programs read only the beginning may hold anything behind it.
    fn find_surplus(&mut self) {
        let fixed = LENGTHS.iter().find(|(kind, _)| *kind == self.kind).map(|(_, len)| *len);
        let wanted = if self.kind == b"iCCP" { Some(pixels::profile_end(self.data)) } else { fixed };
        if let Some(wanted) = wanted {
            self.surplus = self.data.len().saturating_sub(wanted);
        }
    }

    /// All of it, as it goes into a stripped picture.
    fn without_surplus(&self) -> Cow<'a, [u8]> {
        match self.surplus {
            0 => Cow::Borrowed(self.whole),
            surplus => Cow::Owned(made(*self.kind, &self.data[..self.data.len() - surplus])),
        }
    }

    /// Whether programs have to understand it to show the picture (5.4).
    fn is_critical(&self) -> bool {
        self.kind[0].is_ascii_uppercase()
    }

    /// What holds nothing but surplus, such as a profile that is none, goes as a whole; an end stays.
    fn is_kept(&self) -> bool {
        let is_nothing_else = self.surplus > 0 && self.surplus == self.data.len();
        let has_what_it_should = !LENGTHS.iter().any(|(kind, len)| *kind == self.kind && self.data.len() < *len);
        (self.is_critical() && !(self.kind == b"IDAT" && is_nothing_else))
            || (KEPT.contains(&self.kind) && !is_nothing_else && has_what_it_should)
    }

    fn note(&self, findings: &mut Findings) {
        match self.kind {
            b"eXIf" => exif::search(self.data, findings),
            b"tIME" => findings.add(MetadataKind::Time, words::TIME_OF_TAKING),
            b"iTXt" if self.data.starts_with(b"XML:com.adobe.xmp\0") => xmp::search(self.data, findings),
            b"tEXt" | b"iTXt" | b"zTXt" => self.note_text(findings),
            _ => findings.add(MetadataKind::Other, words::APPLICATION_DATA),
        }
    }

    /// Keywords that the standard names (11.3.3.1).
    fn note_text(&self, findings: &mut Findings) {
        let keyword = self.data.split(|byte| *byte == 0).next().unwrap_or_default();
        match keyword {
            b"Author" => findings.add(MetadataKind::Other, words::NAME),
            b"Creation Time" | b"date:create" | b"date:modify" => {
                findings.add(MetadataKind::Time, words::TIME_OF_TAKING);
            }
            b"Software" => findings.add(MetadataKind::Other, words::SOFTWARE),
            b"Source" => findings.add(MetadataKind::Camera, words::CAMERA_MODEL),
            b"Title" | b"Description" => findings.add(MetadataKind::Other, words::DESCRIPTION),
            _ => findings.add(MetadataKind::Other, words::COMMENT),
        }
    }
}

/// Refuses what stands where it may not (5.6), and gives what the header says.
fn check_order(chunks: &[Chunk<'_>]) -> Result<Header, DocumentError> {
    if chunks[0].kind == b"CgBI" {
        return Err(DocumentError::ForIphones);
    }
    if chunks[0].kind != b"IHDR" {
        return Err(DAMAGED);
    }
    if let Some(unknown) = chunks.iter().find(|chunk| chunk.is_critical() && !is_known(*chunk.kind)) {
        let form = format!("a part '{}' that is not in the standard", String::from_utf8_lossy(unknown.kind));
        return Err(DocumentError::Uncommon { media_type: MediaType::Png, form });
    }
    let count = |kind: &[u8; 4]| chunks.iter().filter(|chunk| chunk.kind == kind).count();
    let has = |kind: &[u8; 4]| count(kind) > 0;
    let first = chunks.iter().position(|chunk| chunk.kind == b"IDAT").ok_or(DAMAGED)?;
    let in_a_row = chunks[first..].iter().take_while(|chunk| chunk.kind == b"IDAT").count();
    let header = Header::read(chunks[0].data).ok_or(DAMAGED)?;
    let is_in_order = count(b"IHDR") == 1
        && in_a_row == count(b"IDAT")
        && chunks.iter().filter(|chunk| chunk.kind == b"PLTE").all(|chunk| is_palette(chunk.data))
        && count(b"PLTE") <= 1
        && chunks[first..].iter().all(|chunk| chunk.kind != b"PLTE")
        && (has(b"PLTE") || !header.needs_palette());
    if is_in_order { Ok(header) } else { Err(DAMAGED) }
}

/// 1 to 256 colours (11.2.2).
fn is_palette(data: &[u8]) -> bool {
    matches!(data.len(), 3..=768) && data.len().is_multiple_of(3)
}

fn is_known(kind: [u8; 4]) -> bool {
    matches!(&kind, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND")
}

/// A chunk of this kind.
fn made(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    let len = u32::try_from(data.len()).expect("it is no longer than a chunk that was read, or a few bytes");
    [&len.to_be_bytes()[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}
