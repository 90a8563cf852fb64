//! Pages as a PDF.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use krilla::color::rgb;
use krilla::configure::ConfigurationBuilder;
use krilla::configure::validate::Archival;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::{Document, SerializeSettings};

use super::Sheet;
use super::face::Faces;
use super::flow::{Colour, Ground, LEFT, PAGE_HEIGHT, PAGE_WIDTH, PANEL_INSET, SMALL, Style, WIDTH};
use super::lines::{Line, cut_lines, one_line};
use super::pages::Page;
use super::plain::{plain, plain_line};
use crate::error::DocumentError;

const NOT_MADE: DocumentError = DocumentError::NotMade;

const TEXT: [u8; 3] = [0x16, 0x19, 0x1D];
const QUIET: [u8; 3] = [0x5C, 0x64, 0x6E];
const PANEL: [u8; 3] = [0xF1, 0xF3, 0xF5];
const BAR: [u8; 3] = [0x3B, 0x44, 0x4F];
const STRONG_LINE: [u8; 3] = [0x9A, 0xA1, 0xAA];
const FINE_LINE: [u8; 3] = [0xDD, 0xE1, 0xE5];

/// The width of the bar beside the statement, and of lines.
const BAR_WIDTH: f32 = 3.0;
const LINE_WIDTH: f32 = 0.6;

/// Where the head of further pages and the foot of all stand: their first baselines.
const HEAD_AT: f32 = 44.0;
const FOOT_AT: f32 = PAGE_HEIGHT - 52.0;
const FOOT_LINE_AT: f32 = PAGE_HEIGHT - 66.0;
/// Room for "150 / 150" beside the footer.
const NUMBER_WIDTH: f32 = 60.0;
const MOST_FOOT_LINES: usize = 3;

/// The most characters of a title in the document's information.
const MOST_TITLE_CHARS: usize = 500;

/// Draws all pages.
///
/// # Errors
///
/// [`DocumentError::NotMade`] if a font fails, or if the result would break the rules of PDF/A-2u.
pub(super) fn draw(sheet: &Sheet, pages: Vec<Page>, faces: &Faces) -> Result<Vec<u8>, DocumentError> {
    let archival = ConfigurationBuilder::new().with_archival_validator(Archival::A2_U);
    let configuration = archival.finish().map_err(|_| NOT_MADE)?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(sheet));
    let margins = Margins::new(sheet, faces)?;
    let count = pages.len();
    for (at, page) in pages.into_iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(NOT_MADE)?;
        let mut drawn = document.start_page_with(settings);
        let mut brush = Brush { surface: drawn.surface(), faces };
        brush.column(&page);
        brush.margins(&margins, at + 1, count)?;
    }
    document.finish().map_err(|_| NOT_MADE)
}

/// What stands around the column.
struct Margins {
    /// At the head of all pages but the first.
    head: Line,
    foot: Vec<Line>,
}

impl Margins {
    fn new(sheet: &Sheet, faces: &Faces) -> Result<Self, DocumentError> {
        let small = faces.get(SMALL.weight);
        let head = one_line(&plain_line(&sheet.title), small, SMALL.size, WIDTH);
        let foot = cut_lines(&plain(&sheet.footer), small, SMALL.size, WIDTH - NUMBER_WIDTH, MOST_FOOT_LINES);
        Ok(Self { head: head.ok_or(NOT_MADE)?, foot: foot.ok_or(NOT_MADE)? })
    }
}

fn metadata(sheet: &Sheet) -> Metadata {
    let title = plain_line(&sheet.title).chars().take(MOST_TITLE_CHARS).collect();
    let metadata = Metadata::new().title(title).creation_date(date(sheet.made));
    let is_tag = |tag: &str| {
        let mut parts = tag.split('-');
        let is_part =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        parts.next().is_some_and(|first| is_part(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
            && parts.all(is_part)
            && tag.len() <= 35
    };
    if is_tag(&sheet.language) { metadata.language(sheet.language.clone()) } else { metadata }
}

/// In UTC; a year before the common era becomes its first.
fn date(made: Timestamp) -> DateTime {
    let made = made.to_zoned(TimeZone::UTC);
    let two = |part: i8| u8::try_from(part).unwrap_or(0);
    DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(two(made.month()))
        .day(two(made.day()))
        .hour(two(made.hour()))
        .minute(two(made.minute()))
        .second(two(made.second()))
        .utc_offset_hour(0)
}

/// Draws on one page.
struct Brush<'a, 'f> {
    surface: Surface<'a>,
    faces: &'f Faces,
}

impl Brush<'_, '_> {
    fn column(&mut self, page: &Page) {
        self.grounds(page);
        for (y, strip) in page {
            for text in &strip.texts {
                self.line(&text.line, text.style, text.x, y + text.baseline);
            }
        }
    }

    fn margins(&mut self, margins: &Margins, number: usize, count: usize) -> Result<(), DocumentError> {
        if number > 1 {
            self.line(&margins.head, SMALL, LEFT, HEAD_AT);
        }
        self.rect([LEFT, FOOT_LINE_AT, WIDTH, LINE_WIDTH], FINE_LINE);
        let mut baseline = FOOT_AT;
        for line in &margins.foot {
            self.line(line, SMALL, LEFT, baseline);
            baseline += SMALL.leading;
        }
        let number = format!("{number} / {count}");
        let number = one_line(&number, self.faces.get(SMALL.weight), SMALL.size, NUMBER_WIDTH).ok_or(NOT_MADE)?;
        self.line(&number, SMALL, LEFT + WIDTH - number.width, FOOT_AT);
        Ok(())
    }

    fn line(&mut self, line: &Line, style: Style, x: f32, baseline: f32) {
        if line.glyphs.is_empty() {
            return;
        }
        self.fill(match style.colour {
            Colour::Text => TEXT,
            Colour::Quiet => QUIET,
        });
        let font = self.faces.get(style.weight).drawn.clone();
        self.surface.draw_glyphs(Point::from_xy(x, baseline), &line.glyphs, font, &line.text, style.size, false);
    }

    /// What stands behind the text of a page. The panel is drawn in one piece, as it would else show where pieces meet.
    fn grounds(&mut self, page: &Page) {
        let mut panel = page.iter().filter(|(_, strip)| strip.ground == Ground::Panel);
        if let Some((first, strip)) = panel.next() {
            let bottom = panel.next_back().map_or(first + strip.height, |(last, strip)| last + strip.height);
            let (top, height) = (first - PANEL_INSET, bottom - first + 2.0 * PANEL_INSET);
            self.rect([LEFT, top, WIDTH, height], PANEL);
            self.rect([LEFT, top, BAR_WIDTH, height], BAR);
        }
        for (at, (y, strip)) in page.iter().enumerate() {
            match strip.ground {
                Ground::LineAbove if at > 0 => self.rect([LEFT, y - strip.gap / 2.0, WIDTH, LINE_WIDTH], FINE_LINE),
                Ground::LineBelow => self.rect([LEFT, y + strip.height + 2.0, WIDTH, LINE_WIDTH], STRONG_LINE),
                Ground::LineAbove | Ground::Panel | Ground::Nothing => {}
            }
        }
    }

    fn rect(&mut self, [x, y, width, height]: [f32; 4], colour: [u8; 3]) {
        let mut path = PathBuilder::new();
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.fill(colour);
            self.surface.draw_path(&path);
        }
    }

    fn fill(&mut self, [red, green, blue]: [u8; 3]) {
        let paint = rgb::Color::new(red, green, blue).into();
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }));
    }
}
