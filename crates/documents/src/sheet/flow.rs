//! A sheet as one long column of strips, each of which stays whole.

use super::face::{Faces, Weight};
use super::lines::{Line, lines};
use super::plain::{plain, plain_line};
use super::{MAX_SHEET_PAGES, Row, Section, Sheet};
use crate::error::DocumentError;

/// A4 (ISO 216), and where on it the column stands, in points.
pub(super) const PAGE_WIDTH: f32 = 595.276;
pub(super) const PAGE_HEIGHT: f32 = 841.89;
pub(super) const LEFT: f32 = 62.0;
pub(super) const TOP: f32 = 68.0;
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - 84.0;
pub(super) const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;

/// Where the values stand beside their labels.
const LABEL_WIDTH: f32 = 148.0;
const VALUE_AT: f32 = 164.0;

/// Space around the text of the statement.
pub(super) const PANEL_INSET: f32 = 12.0;

/// More strips than fit a page of the lowest of them.
const MOST_STRIPS_A_PAGE: usize = 60;

/// How a text looks: sizes in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) colour: Colour,
}

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Text,
    Quiet,
}

const TITLE: Style = Style { weight: Weight::Bold, size: 20.0, leading: 26.0, colour: Colour::Text };
const STATEMENT: Style = Style { weight: Weight::Bold, size: 10.5, leading: 15.5, colour: Colour::Text };
const HEADING: Style = Style { weight: Weight::Bold, size: 12.0, leading: 17.0, colour: Colour::Text };
const NOTE: Style = Style { weight: Weight::Regular, size: 9.0, leading: 13.0, colour: Colour::Quiet };
const LABEL: Style = Style { weight: Weight::Regular, size: 9.5, leading: 14.5, colour: Colour::Quiet };
const VALUE: Style = Style { weight: Weight::Regular, size: 10.5, leading: 14.5, colour: Colour::Text };
const FACT: Style = Style { weight: Weight::Regular, size: 9.5, leading: 14.0, colour: Colour::Text };
pub(super) const SMALL: Style = Style { weight: Weight::Regular, size: 8.0, leading: 11.0, colour: Colour::Quiet };

/// Part of the size that capital letters are high.
const CAPITALS: f32 = 0.714;

/// A strip of the column.
pub(super) struct Strip {
    /// Space above it, unless it begins a page.
    pub(super) gap: f32,
    pub(super) height: f32,
    pub(super) texts: Vec<Placed>,
    /// It stays on the page of the one before it.
    pub(super) keeps: bool,
    pub(super) ground: Ground,
}

/// What is drawn behind a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Nothing,
    /// The panel of the statement.
    Panel,
    /// A fine line in the gap above, unless it begins a page.
    LineAbove,
    /// A line under it.
    LineBelow,
}

/// A line at its place in a strip.
pub(super) struct Placed {
    pub(super) line: Line,
    pub(super) style: Style,
    /// From the left edge of the page.
    pub(super) x: f32,
    /// From the strip's top.
    pub(super) baseline: f32,
}

/// Lays a sheet out.
///
/// # Errors
///
/// [`DocumentError::TooLong`] if it cannot fit the pages that are allowed, [`DocumentError::NotMade`] if a font fails.
pub(super) fn column(sheet: &Sheet, faces: &Faces) -> Result<Vec<Strip>, DocumentError> {
    let mut column = Column { faces, strips: Vec::new() };
    column.paragraph(&plain(&sheet.title), TITLE, 0.0)?;
    for (at, fact) in sheet.facts.iter().enumerate() {
        column.row(fact, FACT, if at == 0 { 10.0 } else { 1.5 }, Ground::Nothing)?;
    }
    column.statement(&sheet.statement)?;
    for section in &sheet.sections {
        column.section(section)?;
    }
    if column.is_replaced(sheet)? {
        column.paragraph(&plain(&sheet.replaced), NOTE, 24.0)?;
    }
    Ok(column.strips)
}

/// A text in lines of at most `width` points.
fn set(text: &str, style: Style, width: f32, faces: &Faces) -> Result<Vec<Line>, DocumentError> {
    lines(text, faces.get(style.weight), style.size, width).ok_or(DocumentError::NotMade)
}

struct Column<'a> {
    faces: &'a Faces,
    strips: Vec<Strip>,
}

impl Column<'_> {
    fn paragraph(&mut self, text: &str, style: Style, gap: f32) -> Result<(), DocumentError> {
        let lines = set(text, style, WIDTH, self.faces)?;
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let texts = vec![placed(line, style, LEFT, style)];
            let gap = if at == 0 { gap } else { 0.0 };
            self.push(Strip { gap, height: style.leading, texts, keeps: keeps(at, count), ground: Ground::Nothing })?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &str) -> Result<(), DocumentError> {
        let lines = set(&plain(statement), STATEMENT, WIDTH - 2.0 * PANEL_INSET - 3.0, self.faces)?;
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let texts = vec![placed(line, STATEMENT, LEFT + PANEL_INSET + 3.0, STATEMENT)];
            let gap = if at == 0 { 18.0 + PANEL_INSET } else { 0.0 };
            let ground = Ground::Panel;
            self.push(Strip { gap, height: STATEMENT.leading, texts, keeps: keeps(at, count), ground })?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section) -> Result<(), DocumentError> {
        let begun = self.strips.len();
        let after_panel = self.strips.last().is_some_and(|last| last.ground == Ground::Panel);
        let gap = if after_panel { 24.0 + PANEL_INSET } else { 28.0 };
        self.paragraph(&plain_line(&section.heading), HEADING, gap)?;
        if let Some(last) = self.strips[begun..].last_mut() {
            last.ground = Ground::LineBelow;
        }
        let has_heading = self.strips.len() > begun;
        self.paragraph(&plain(&section.note), NOTE, if has_heading { 8.0 } else { gap })?;
        let head = self.strips.len();
        for (at, row) in section.rows.iter().enumerate() {
            let (gap, ground) = if at == 0 { (9.0, Ground::Nothing) } else { (9.0, Ground::LineAbove) };
            self.row(row, VALUE, gap, ground)?;
        }
        // A heading and its note do not stay behind when the first row goes to the next page.
        let is_short = head - begun <= 8;
        let first_row = self.strips.len().min(head + 1);
        for strip in self.strips[begun..first_row].iter_mut().skip(1) {
            strip.keeps |= is_short;
        }
        Ok(())
    }

    fn row(&mut self, row: &Row, style: Style, gap: f32, ground: Ground) -> Result<(), DocumentError> {
        let labels = set(&plain(&row.label), LABEL, LABEL_WIDTH, self.faces)?;
        let values = set(&plain(&row.value), style, WIDTH - VALUE_AT, self.faces)?;
        let count = labels.len().max(values.len());
        let (mut labels, mut values) = (labels.into_iter(), values.into_iter());
        for at in 0..count {
            let label = labels.next().map(|line| placed(line, LABEL, LEFT, style));
            let value = values.next().map(|line| placed(line, style, LEFT + VALUE_AT, style));
            let (gap, ground) = if at == 0 { (gap, ground) } else { (0.0, Ground::Nothing) };
            let texts = label.into_iter().chain(value).collect();
            self.push(Strip { gap, height: style.leading, texts, keeps: keeps(at, count), ground })?;
        }
        Ok(())
    }

    /// Whether a box stands anywhere, also at the head or the foot of a page.
    fn is_replaced(&self, sheet: &Sheet) -> Result<bool, DocumentError> {
        let footer = set(&plain(&sheet.footer), SMALL, WIDTH, self.faces)?;
        let texts = self.strips.iter().flat_map(|strip| &strip.texts).map(|text| &text.line);
        Ok(texts.chain(&footer).any(|line| line.is_replaced))
    }

    fn push(&mut self, strip: Strip) -> Result<(), DocumentError> {
        if self.strips.len() >= MAX_SHEET_PAGES * MOST_STRIPS_A_PAGE {
            return Err(DocumentError::TooLong { max_pages: MAX_SHEET_PAGES });
        }
        self.strips.push(strip);
        Ok(())
    }
}

/// Whether the line of a paragraph stays with the one before it: short ones are not taken apart, and of others neither the
/// first nor the last line stands alone.
fn keeps(at: usize, count: usize) -> bool {
    const SHORT: usize = 6;
    at > 0 && (count <= SHORT || at == 1 || at == count - 1)
}

/// A line whose capitals stand in the middle of the leading of `beside`.
fn placed(line: Line, style: Style, x: f32, beside: Style) -> Placed {
    Placed { line, style, x, baseline: f32::midpoint(beside.leading, beside.size * CAPITALS) }
}
