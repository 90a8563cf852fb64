//! The PDF as a file.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use pdf_writer::{Date, Filter, Finish as _, Pdf, Rect, Ref, TextStr};

use super::Sheet;
use super::draw::{Brush, Margins};
use super::face::Faces;
use super::flow::{PAGE_HEIGHT, PAGE_WIDTH};
use super::fonts::Fonts;
use super::pages::Page;
use super::plain::plain_line;
use crate::error::DocumentError;

const CATALOGUE: Ref = Ref::new(1);
const TREE: Ref = Ref::new(2);
const INFORMATION: Ref = Ref::new(3);
const FIRST_FREE: Ref = Ref::new(4);

/// The most characters of a title in the document's information.
const MOST_TITLE_CHARS: usize = 500;

/// Writes all pages.
///
/// # Errors
///
/// [`DocumentError::NotMade`] if a font fails.
pub(super) fn write(sheet: &Sheet, pages: &[Page], faces: &Faces) -> Result<Vec<u8>, DocumentError> {
    let mut pdf = Pdf::new();
    let mut fonts = Fonts::new(faces);
    let mut next = FIRST_FREE;
    let margins = Margins::new(sheet, faces)?;
    let mut contents = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let mut brush = Brush::new(&mut fonts, faces);
        brush.column(page);
        brush.margins(&margins, at + 1, pages.len())?;
        let content = next.bump();
        pdf.stream(content, &compressed(&brush.finish())?).filter(Filter::FlateDecode);
        contents.push(content);
    }
    let fonts = fonts.write(&mut pdf, &mut next)?;
    let mut kids = Vec::new();
    for content in contents {
        let mut page = pdf.page(next);
        page.parent(TREE).media_box(Rect::new(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT)).contents(content);
        page.resources().fonts().pairs(fonts.iter().copied());
        page.finish();
        kids.push(next.bump());
    }
    let count = i32::try_from(kids.len()).map_err(|_| DocumentError::NotMade)?;
    pdf.pages(TREE).kids(kids).count(count);
    describe(sheet, &mut pdf);
    Ok(pdf.finish())
}

/// What the document says about itself.
fn describe(sheet: &Sheet, pdf: &mut Pdf) {
    let mut catalogue = pdf.catalog(CATALOGUE);
    catalogue.pages(TREE);
    catalogue.viewer_preferences().display_doc_title(true);
    if is_language(&sheet.language) {
        catalogue.lang(TextStr(&sheet.language));
    }
    catalogue.finish();
    let title: String = plain_line(&sheet.title).chars().take(MOST_TITLE_CHARS).collect();
    let mut information = pdf.document_info(INFORMATION);
    if !title.is_empty() {
        information.title(TextStr(&title));
    }
    information.creation_date(date(sheet.made));
}

/// Whether it has the form of a tag of BCP 47.
fn is_language(tag: &str) -> bool {
    const MOST_CHARS: usize = 35;
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.len() <= MOST_CHARS && tag.starts_with(|first: char| first.is_ascii_alphabetic()) && tag.split('-').all(is_part)
}

/// In UTC; a year before the common era becomes its first.
fn date(made: Timestamp) -> Date {
    let made = made.to_zoned(TimeZone::UTC);
    let two = |part: i8| u8::try_from(part).unwrap_or(0);
    Date::new(u16::try_from(made.year()).unwrap_or(0))
        .month(two(made.month()))
        .day(two(made.day()))
        .hour(two(made.hour()))
        .minute(two(made.minute()))
        .second(two(made.second()))
        .utc_offset_hour(0)
}

/// The form that PDFs call `FlateDecode`.
///
/// # Errors
///
/// [`DocumentError::NotMade`], which does not happen in memory.
pub(super) fn compressed(bytes: &[u8]) -> Result<Vec<u8>, DocumentError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).map_err(|_| DocumentError::NotMade)?;
    encoder.finish().map_err(|_| DocumentError::NotMade)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_a_language_is_known_by_its_form() {
        for tag in ["en", "de-CH", "zh-Hant-TW", "x-private"] {
            assert!(is_language(tag), "{tag}");
        }
        for no_tag in ["", "-", "en-", "no tag", "1a", "English language", "en_GB", "aé", "en)/JS", &"en-a".repeat(10)]
        {
            assert!(!is_language(no_tag), "{no_tag}");
        }
    }
}
