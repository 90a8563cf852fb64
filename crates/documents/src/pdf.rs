//! PDFs, which `hayro` reads.

mod annotations;
mod copy;
mod frame;
mod pictures;
mod search;

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{DynamicImage, RgbaImage};

use crate::error::DocumentError;
use crate::inspect::Note;
use crate::metadata::MetadataFound;
use crate::strip::Stripped;
use crate::{MAX_BYTES, MediaType};

pub(crate) use frame::{frame, header_at};

const DAMAGED: DocumentError = DocumentError::Damaged { media_type: MediaType::Pdf };

/// What was found in a PDF.
pub(crate) struct Inspected {
    pub(crate) pages: u32,
    pub(crate) metadata: Vec<MetadataFound>,
    pub(crate) notes: Vec<Note>,
}

/// How many pages, what it gives away, and what is odd about it.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Inspected, DocumentError> {
    let pdf = open(bytes)?;
    let pages = u32::try_from(pdf.pages().len()).map_err(|_| DocumentError::TooComplex)?;
    if pages == 0 {
        return Err(DocumentError::NoPages);
    }
    let found = search::search(&pdf, bytes)?;
    let frame = frame(bytes)?;
    let notes = [
        (frame.has_stray_start(), Note::StrayStart),
        (!frame.has_end, Note::NoEnd),
        (frame.has_stray_end(), Note::StrayEnd),
        (found.is_signed, Note::Signed),
        (found.is_protected, Note::Protected),
    ];
    let notes = notes.into_iter().filter_map(|(is_so, note)| is_so.then_some(note)).collect();
    Ok(Inspected { pages, metadata: found.findings.into_list(), notes })
}

/// A copy that shows the same pages and tells nothing else, and what is no longer in it.
pub(crate) fn cleaned(bytes: &[u8]) -> Result<Stripped, DocumentError> {
    let before = inspect(bytes)?;
    for note in &before.notes {
        match note {
            Note::Signed => return Err(DocumentError::Signed),
            Note::Protected => return Err(DocumentError::Protected),
            Note::StrayStart | Note::NoEnd | Note::StrayEnd => {}
        }
    }
    let copy = copy::copy(&open(bytes)?)?;
    if copy.len() as u64 > MAX_BYTES {
        return Err(DocumentError::TooLarge { max_bytes: MAX_BYTES });
    }
    let after = inspect(&copy)?;
    if after.pages != before.pages {
        return Err(DocumentError::TooComplex);
    }
    let removed = before.metadata.into_iter().filter(|found| !after.metadata.contains(found)).collect();
    Ok(Stripped { bytes: copy, removed })
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
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DocumentError::Encrypted,
        LoadPdfError::Decryption(_) => DocumentError::UnknownProtection,
        LoadPdfError::Invalid => DAMAGED,
    })
}
