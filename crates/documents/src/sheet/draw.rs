//! What is drawn on pages.

use pdf_writer::{Content, Finish as _, Name, Str, TextStr};

use super::Sheet;
use super::face::{Cluster, Faces, Glyph};
use super::flow::{Colour, Ground, LEFT, PAGE_HEIGHT, PANEL_INSET, SMALL, Style, WIDTH};
use super::fonts::{Fonts, Used};
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

/// Differences from a glyph's own width that nobody sees: those of rounding, in thousandths of the font's size.
const SEEN: f32 = 0.01;

/// What stands around the column.
pub(super) struct Margins {
    /// At the head of all pages but the first.
    head: Line,
    foot: Vec<Line>,
}

impl Margins {
    /// # Errors
    ///
    /// [`DocumentError::NotMade`] if a font fails.
    pub(super) fn new(sheet: &Sheet, faces: &Faces) -> Result<Self, DocumentError> {
        let small = faces.get(SMALL.weight);
        let head = one_line(&plain_line(&sheet.title), small, SMALL.size, WIDTH);
        let foot = cut_lines(&plain(&sheet.footer), small, SMALL.size, WIDTH - NUMBER_WIDTH, MOST_FOOT_LINES);
        Ok(Self { head: head.ok_or(NOT_MADE)?, foot: foot.ok_or(NOT_MADE)? })
    }
}

/// Draws one page. Places are given from its top left, as everywhere here but in the PDF itself.
pub(super) struct Brush<'a, 'f> {
    content: Content,
    fonts: &'a mut Fonts<'f>,
    faces: &'f Faces,
}

impl<'a, 'f> Brush<'a, 'f> {
    pub(super) fn new(fonts: &'a mut Fonts<'f>, faces: &'f Faces) -> Self {
        Self { content: Content::new(), fonts, faces }
    }

    /// What was drawn.
    pub(super) fn finish(self) -> Vec<u8> {
        self.content.finish().into_vec()
    }

    pub(super) fn column(&mut self, page: &Page) {
        self.grounds(page);
        for (y, strip) in page {
            for text in &strip.texts {
                self.line(&text.line, text.style, text.x, y + text.baseline);
            }
        }
    }

    /// # Errors
    ///
    /// [`DocumentError::NotMade`] if a font fails.
    pub(super) fn margins(&mut self, margins: &Margins, number: usize, count: usize) -> Result<(), DocumentError> {
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
        self.fill(colour);
        self.content.rect(x, PAGE_HEIGHT - y - height, width, height).fill_nonzero();
    }

    fn fill(&mut self, colour: [u8; 3]) {
        let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
        self.content.set_fill_rgb(red, green, blue);
    }

    fn line(&mut self, line: &Line, style: Style, x: f32, baseline: f32) {
        if line.clusters.is_empty() {
            return;
        }
        self.fill(match style.colour {
            Colour::Text => TEXT,
            Colour::Quiet => QUIET,
        });
        let font = self.fonts.get(style.weight);
        self.content.begin_text().set_font(Fonts::name(style.weight), style.size);
        self.content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, PAGE_HEIGHT - baseline]);
        let mut plain = Run::default();
        for cluster in &line.clusters {
            let meaning = &line.text[cluster.range.clone()];
            let run = Run::of(cluster, meaning, font);
            if run.is_plain {
                plain.extend(run);
                continue;
            }
            std::mem::take(&mut plain).show(&mut self.content, style.size);
            let mut marked = self.content.begin_marked_content_with_properties(Name(b"Span"));
            marked.properties().actual_text(TextStr(meaning));
            marked.finish();
            run.show(&mut self.content, style.size);
            self.content.end_marked_content();
        }
        plain.show(&mut self.content, style.size);
        self.content.end_text();
    }
}

/// Glyphs that are drawn one after the other.
#[derive(Default)]
struct Run {
    glyphs: Vec<Placed>,
    /// Each glyph means what the font in the PDF says, so that nothing needs to be said beside it.
    is_plain: bool,
}

/// A glyph by its number in the PDF, with the width that the PDF knows for it.
struct Placed {
    id: u16,
    width: f32,
    glyph: Glyph,
}

impl Run {
    fn of(cluster: &Cluster, meaning: &str, font: &mut Used<'_>) -> Self {
        let mut is_plain = cluster.glyphs.len() == 1;
        let each: Vec<&str> = meaning.split_inclusive(|_| true).collect();
        let glyphs = cluster.glyphs.iter().enumerate().map(|(at, glyph)| {
            let own = match each.get(at) {
                // A box means a box by itself, whatever it stands for here.
                _ if cluster.is_replaced => "□",
                Some(own) if each.len() == cluster.glyphs.len() => own,
                _ => meaning,
            };
            let (id, is_so_everywhere) = font.take(glyph.id, own);
            is_plain &= is_so_everywhere && own == meaning;
            Placed { id, width: font.width(glyph.id), glyph: *glyph }
        });
        let glyphs = glyphs.collect();
        Self { glyphs, is_plain }
    }

    fn extend(&mut self, other: Self) {
        self.glyphs.extend(other.glyphs);
    }

    fn show(self, content: &mut Content, size: f32) {
        for piece in self.glyphs.chunk_by(|one, next| (one.glyph.y - next.glyph.y).abs() < f32::EPSILON) {
            let rise = piece.first().map_or(0.0, |first| first.glyph.y) * size;
            if rise != 0.0 {
                content.set_rise(rise);
            }
            show(piece, content);
            if rise != 0.0 {
                content.set_rise(0.0);
            }
        }
    }
}

/// Shows glyphs of one height; what stands closer or wider than the width of a glyph says is moved (ISO 32000-1, 9.4.3).
fn show(glyphs: &[Placed], content: &mut Content) {
    let mut shown = content.show_positioned();
    let mut items = shown.items();
    let mut together = Vec::new();
    let mut back = 0.0;
    for Placed { id, width, glyph } in glyphs {
        let before = (back - glyph.x) * 1_000.0;
        if before.abs() > SEEN {
            if !together.is_empty() {
                items.show(Str(&together));
                together.clear();
            }
            items.adjust(before);
        }
        together.extend(id.to_be_bytes());
        back = width + glyph.x - glyph.advance;
    }
    items.show(Str(&together));
    if (back * 1_000.0).abs() > SEEN {
        items.adjust(back * 1_000.0);
    }
}
