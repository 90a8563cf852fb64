//! PDFs of text: a title, a statement, and sections of labelled values on A4 pages.
//!
//! All words come from the caller. Each file does one step: `plain.rs` takes out of a text what cannot be shown, `face.rs`
//! finds the glyphs of a line, `lines.rs` breaks a text into lines, `flow.rs` makes a column of a sheet, `pages.rs` cuts
//! that into pages, `draw.rs` draws them, and `fonts.rs` and `file.rs` write the PDF.

mod draw;
mod face;
mod file;
mod flow;
mod fonts;
mod lines;
mod pages;
mod plain;

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::DocumentError;

/// The most bytes that all texts of a sheet may have together, in UTF-8.
pub const MAX_SHEET_BYTES: usize = 200_000;

/// The most pages of a sheet.
pub const MAX_SHEET_PAGES: usize = 150;

/// What a PDF of text says, in the order in which it is shown. Any text may be empty: its place is left out then.
///
/// Of a text, characters that control something and show nothing are left out; line breaks stay.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// What it is. Also the title in the document's information, and at the head of each further page.
    pub title: String,
    /// The language that it is written in, as a tag of BCP 47: "en". Anything else is left out.
    pub language: String,
    /// What the document is about: for whom, when, which request.
    pub facts: Vec<Row>,
    /// What everybody who reads it must know, set apart from all else.
    pub statement: String,
    /// What it tells.
    pub sections: Vec<Section>,
    /// What is said where a character was replaced by a box, because the fonts have no glyph for it.
    pub replaced: String,
    /// What stands at the foot of each page; cut after three lines.
    pub footer: String,
    /// When it was made, for the document's information. Fractions of a second are left out.
    pub made: Timestamp,
}

/// A part of a sheet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// What it is about.
    pub heading: String,
    /// What is to be known about all of its rows.
    pub note: String,
    /// Its values. None is fine.
    pub rows: Vec<Row>,
}

/// A value and what it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
}

impl Row {
    /// A value and what it is.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

// What people told about themselves does not belong in a log.
impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sheet").field("title", &self.title).field("sections", &self.sections).finish_non_exhaustive()
    }
}

impl fmt::Debug for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Section").field("heading", &self.heading).field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row").field("label", &self.label).finish_non_exhaustive()
    }
}

impl Sheet {
    /// Refuses more text than is set.
    pub(crate) fn check_len(&self) -> Result<(), DocumentError> {
        let rows = self.sections.iter().flat_map(|section| &section.rows).chain(&self.facts);
        let rows = rows.map(|row| row.label.len() + row.value.len());
        let sections = self.sections.iter().map(|section| section.heading.len() + section.note.len());
        let others = [&self.title, &self.language, &self.statement, &self.replaced, &self.footer].map(String::len);
        let len: usize = rows.chain(sections).chain(others).sum();
        if len <= MAX_SHEET_BYTES { Ok(()) } else { Err(DocumentError::TooLong { max_pages: MAX_SHEET_PAGES }) }
    }
}

/// A PDF of a sheet: A4, with its fonts in it. The same sheet always gives the same bytes.
///
/// The fonts have Latin letters (Vietnamese included), Greek and Cyrillic. For any other character a box is drawn, which
/// still is that character for who copies or searches the text, and [`Sheet::replaced`] says so at the end. Text that runs
/// from right to left has no glyphs, so that its boxes stand in the order of the text.
///
/// To have it made where nothing can be opened, use [`Worker::sheet_pdf`](crate::Worker::sheet_pdf).
///
/// # Errors
///
/// [`DocumentError::TooLong`] for more text than [`MAX_SHEET_BYTES`] or more pages than [`MAX_SHEET_PAGES`],
/// [`DocumentError::NotMade`] if the PDF could not be written.
pub fn sheet_pdf(sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
    sheet.check_len()?;
    let faces = face::Faces::load().ok_or(DocumentError::NotMade)?;
    let column = flow::column(sheet, &faces)?;
    let pages = pages::cut(column);
    if pages.len() > MAX_SHEET_PAGES {
        return Err(DocumentError::TooLong { max_pages: MAX_SHEET_PAGES });
    }
    file::write(sheet, &pages, &faces)
}
