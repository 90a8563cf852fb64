//! PNG files (W3C PNG, third edition) as a row of chunks.

use crate::MediaType;
use crate::error::DocumentError;
use crate::exif;
use crate::foreign::without_padding;
use crate::metadata::{Findings, MetadataKind, words};
use crate::xmp;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Most chunks a file may have. Pictures in 8 KiB pieces have some 6,000 at 50 MB.
const MAX_CHUNKS: usize = 65_536;

/// Ancillary chunks that decide how the picture looks; every other one goes with the metadata.
const KEPT: [&[u8; 4]; 16] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"hIST", b"pHYs",
    b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

const TRUNCATED: DocumentError = DocumentError::Truncated { media_type: MediaType::Png };
const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Png };

/// A whole PNG file, cut into chunks.
pub(crate) struct Png<'a> {
    chunks: Vec<Chunk<'a>>,
    /// What stands after the end of the picture.
    pub(crate) trailing: &'a [u8],
}

struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    /// All of it: length, kind, data, sum.
    whole: &'a [u8],
}

impl<'a> Png<'a> {
    /// Cuts a file into its chunks and checks the sum of each.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Truncated`] if the end chunk is missing, [`DocumentError::Damaged`] if a sum does not fit or
    /// the header is missing.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, DocumentError> {
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
        if chunks[0].kind != b"IHDR" || chunks[0].data.len() != 13 {
            return Err(DAMAGED);
        }
        if !chunks.iter().any(|chunk| chunk.kind == b"IDAT") {
            return Err(DAMAGED);
        }
        Ok(Self { chunks, trailing: left })
    }

    /// Width and height in pixels, as the header says.
    pub(crate) fn dimensions(&self) -> Option<(u32, u32)> {
        let side = |at: usize| self.chunks[0].data.get(at..)?.first_chunk().map(|bytes| u32::from_be_bytes(*bytes));
        Some((side(0)?, side(4)?)).filter(|(width, height)| *width > 0 && *height > 0)
    }

    /// What text chunks say.
    pub(crate) fn comments(&self) -> impl Iterator<Item = &'a [u8]> {
        self.chunks.iter().filter(|chunk| matches!(chunk.kind, b"tEXt" | b"iTXt")).map(|chunk| chunk.data)
    }

    /// What [`Self::stripped`] takes out.
    pub(crate) fn metadata(&self) -> Findings {
        let mut findings = Findings::default();
        self.chunks.iter().filter(|chunk| !chunk.is_kept()).for_each(|chunk| chunk.note(&mut findings));
        if !without_padding(self.trailing).is_empty() {
            findings.add(MetadataKind::Other, words::TRAILING);
        }
        findings
    }

    /// The same picture without metadata, not recompressed: critical chunks, those that decide how it looks, and which
    /// way is up.
    pub(crate) fn stripped(&self) -> Vec<u8> {
        let mut out = SIGNATURE.to_vec();
        for chunk in self.chunks.iter().filter(|chunk| chunk.is_kept()) {
            out.extend_from_slice(chunk.whole);
            if chunk.kind == b"IHDR"
                && let Some(up) = self.orientation().filter(|up| *up != 1)
            {
                write(&mut out, *b"eXIf", &exif::orientation_only(up));
            }
        }
        out
    }

    fn orientation(&self) -> Option<u8> {
        self.chunks.iter().filter(|chunk| chunk.kind == b"eXIf").find_map(|chunk| exif::orientation(chunk.data))
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
        Ok(Self { kind, data, whole })
    }

    /// Critical chunks begin with a capital.
    fn is_kept(&self) -> bool {
        self.kind[0].is_ascii_uppercase() || KEPT.contains(&self.kind)
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

fn write(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8; 26]) {
    out.extend_from_slice(&26_u32.to_be_bytes());
    let start = out.len();
    out.extend_from_slice(&kind);
    out.extend_from_slice(data);
    let sum = crc32fast::hash(&out[start..]);
    out.extend_from_slice(&sum.to_be_bytes());
}
