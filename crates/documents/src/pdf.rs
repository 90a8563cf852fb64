//! PDFs, which `hayro` reads.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{DynamicImage, RgbaImage};

use crate::error::DocumentError;
use crate::foreign::without_padding;
use crate::metadata::{Findings, MetadataFound, MetadataKind, words};
use crate::{MediaType, xmp};

const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Pdf };

/// How an XMP packet begins.
const XMP: &[u8] = b"<x:xmpmeta";

/// How far before the end readers look for the end marker (ISO 32000-1, implementation note 18 to 7.5.5).
const END_SEARCH_BYTES: usize = 1_024;

/// What stands after the last end marker.
///
/// # Errors
///
/// [`DocumentError::Truncated`] if there is no end marker where readers look for it.
pub(crate) fn after_end(bytes: &[u8]) -> Result<&[u8], DocumentError> {
    const END: &[u8] = b"%%EOF";
    let bytes = without_padding(bytes);
    // What hides after the end may be longer than what readers search; it is to be named, not called a cut.
    let last = bytes.windows(END.len()).rposition(|window| window == END);
    let after =
        last.map(|at| &bytes[at + END.len()..]).ok_or(DocumentError::Truncated { media_type: MediaType::Pdf })?;
    let is_hidden = crate::foreign::hidden_in(&[], after, []).is_some();
    if after.len() > END_SEARCH_BYTES && !is_hidden {
        return Err(DocumentError::Truncated { media_type: MediaType::Pdf });
    }
    Ok(after)
}

/// How many pages, and what the document information says.
pub(crate) fn inspect(bytes: &[u8]) -> Result<(u32, Vec<MetadataFound>), DocumentError> {
    let pdf = open(bytes)?;
    let pages = u32::try_from(pdf.pages().len()).map_err(|_| DocumentError::TooComplex)?;
    if pages == 0 {
        return Err(DocumentError::NoPages);
    }
    Ok((pages, metadata(&pdf, bytes)))
}

/// The first page on white, its longer side `max_side` pixels.
pub(crate) fn first_page(bytes: &[u8], max_side: u32) -> Result<DynamicImage, DocumentError> {
    let pdf = open(bytes)?;
    let page = pdf.pages().first().ok_or(DocumentError::NoPages)?;
    let scale = scale(page.render_dimensions(), max_side).ok_or(DAMAGED)?;
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale.0, y_scale: scale.1, bg_color: WHITE },
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let opaque = pixmap.data_as_u8_slice().to_vec();
    RgbaImage::from_raw(width, height, opaque)
        .map(|pixels| DynamicImage::from(DynamicImage::from(pixels).into_rgb8()))
        .ok_or(DAMAGED)
}

/// Factors for width and height that make the longer side `max_side` pixels and the other at least one.
#[expect(clippy::cast_precision_loss, reason = "a thumbnail's side, at most 2,048")]
fn scale((width, height): (f32, f32), max_side: u32) -> Option<(f32, f32)> {
    let is_size = |side: f32| side.is_finite() && side > 0.0;
    if !is_size(width) || !is_size(height) {
        return None;
    }
    // A little more, so that rounding down does not lose the last pixel.
    let scale = (max_side as f32 + 0.01) / width.max(height);
    Some((scale.max(1.01 / width), scale.max(1.01 / height)))
}

fn open(bytes: &[u8]) -> Result<Pdf, DocumentError> {
    Pdf::new(Arc::new(bytes.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(_) => DocumentError::Encrypted,
        LoadPdfError::Invalid => DAMAGED,
    })
}

fn metadata(pdf: &Pdf, bytes: &[u8]) -> Vec<MetadataFound> {
    let info = pdf.metadata();
    let mut findings = Findings::default();
    if info.creation_date.is_some() || info.modification_date.is_some() {
        findings.add(MetadataKind::Time, "time of making");
    }
    if info.author.is_some() {
        findings.add(MetadataKind::Other, words::NAME);
    }
    if info.creator.is_some() || info.producer.is_some() {
        findings.add(MetadataKind::Other, words::SOFTWARE);
    }
    if info.title.is_some() || info.subject.is_some() || info.keywords.is_some() {
        findings.add(MetadataKind::Other, words::DESCRIPTION);
    }
    // It is written uncompressed, so that programs find it that cannot read PDFs (ISO 16684-1, 7.3.2).
    if let Some(at) = bytes.windows(XMP.len()).position(|window| window == XMP) {
        xmp::search_document(&bytes[at..], &mut findings);
    }
    findings.into_list()
}
