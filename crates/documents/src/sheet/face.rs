//! The two fonts, and which of their glyphs a piece of text takes.
//!
//! Letters stand closer or wider by their pairs, and accents where the font wants them: `harfrust` does that, a port of
//! HarfBuzz. Scripts that the fonts do not have are laid out as plain rows of boxes, without the rules of their own.

use std::ops::Range;

use harfrust::{Buffer, BufferFlags, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};

/// How they were made: `assets/fonts/README.md`.
static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf");

/// What is drawn for a character without a glyph.
const BOX: u32 = 0x25A1;

/// What the fonts have.
const SCRIPTS: [Script; 3] = [Script::LATIN, Script::GREEK, Script::CYRILLIC];

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The fonts.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

/// One font.
pub(super) struct Face {
    pub(super) bytes: &'static [u8],
    font: harfrust::Font,
    plans: Vec<(Script, ShapePlan)>,
    box_glyph: u32,
    units_per_em: f32,
    /// By glyph.
    widths: Vec<f32>,
}

/// Characters that are drawn together, as a letter and its accent. All lengths here and in its glyphs are parts of the
/// font's size.
#[derive(Clone)]
pub(super) struct Cluster {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) advance: f32,
    /// A box stands in for it.
    pub(super) is_replaced: bool,
}

/// A glyph, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) id: u16,
    /// How far from it the next one stands.
    pub(super) advance: f32,
    /// How far it stands from its place to the right and up.
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Faces {
    /// Opens the fonts; `None` if they are not what they were when this was tested.
    pub(super) fn load() -> Option<Self> {
        Some(Self { regular: Face::load(REGULAR)?, bold: Face::load(BOLD)? })
    }

    pub(super) fn get(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    fn load(bytes: &'static [u8]) -> Option<Self> {
        let font = harfrust::Font::new(bytes, 0)?;
        let plans =
            SCRIPTS.map(|script| (script, ShapePlan::new(&font, Direction::LeftToRight, Some(script), None, &[])));
        let shaper = ShaperFont::new(&font);
        let box_glyph = shaper.nominal_glyph(BOX)?.to_u32();
        let units_per_em = f32::from(font.units_per_em());
        let widths =
            (0..font.num_glyphs()).map(|glyph| part(shaper.glyph_h_advance(glyph.into()), units_per_em)).collect();
        Some(Self { bytes, plans: plans.into(), box_glyph, units_per_em, widths, font })
    }

    /// How far from a glyph the next one stands, if nothing else decides that; a part of the font's size.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or(0.0)
    }

    /// The glyphs of texts, one after the other. Making this costs more than using it.
    pub(super) fn setter(&self) -> Setter<'_> {
        Setter { face: self, shaper: ShaperFont::new(&self.font), buffer: Buffer::new() }
    }
}

/// Finds glyphs of one font.
pub(super) struct Setter<'a> {
    face: &'a Face,
    shaper: ShaperFont<'a, 'a>,
    buffer: Buffer,
}

impl Setter<'_> {
    /// The clusters of a piece of a text that begins at `offset` of it. Every byte of the piece is in one of them.
    pub(super) fn set(&mut self, piece: &str, offset: usize) -> Option<Vec<Cluster>> {
        self.buffer.reset();
        // What shows nothing takes no glyph, and belongs to the character before it.
        self.buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        self.buffer.push_str(piece);
        self.buffer.guess_segment_properties();
        let script = self.buffer.script();
        let (script, plan) =
            self.face.plans.iter().find(|(known, _)| script == Some(*known)).or(self.face.plans.first())?;
        self.buffer.set_script(Some(*script));
        self.buffer.set_direction(Direction::LeftToRight);
        harfrust::shape(&self.shaper, &mut self.buffer, ShapeOptions::new().plan(Some(plan))).ok()?;
        self.clusters(piece.len(), offset)
    }

    fn clusters(&self, len: usize, offset: usize) -> Option<Vec<Cluster>> {
        let mut clusters: Vec<Cluster> = Vec::new();
        let glyphs = self.buffer.glyph_infos().iter().zip(self.buffer.glyph_positions());
        for (info, position) in glyphs {
            let start = usize::try_from(info.cluster).ok()?;
            if clusters.last().is_none_or(|last| last.range.start != start + offset) {
                if let Some(last) = clusters.last_mut() {
                    last.range.end = start + offset;
                }
                let range = start + offset..len + offset;
                clusters.push(Cluster { range, glyphs: Vec::new(), advance: 0.0, is_replaced: false });
            }
            let cluster = clusters.last_mut()?;
            let (glyph, advance) = if info.glyph_id == 0 {
                cluster.is_replaced = true;
                (self.face.box_glyph, self.shaper.glyph_h_advance(self.face.box_glyph.into()))
            } else {
                (info.glyph_id, position.x_advance)
            };
            let part = |units: i32| part(units, self.face.units_per_em);
            cluster.glyphs.push(Glyph {
                id: u16::try_from(glyph).ok()?,
                advance: part(advance),
                x: part(position.x_offset),
                y: part(position.y_offset),
            });
            cluster.advance += part(advance);
        }
        Some(clusters)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a glyph's width, some hundreds of units")]
fn part(units: i32, units_per_em: f32) -> f32 {
    units as f32 / units_per_em
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> Vec<Cluster> {
        let faces = Faces::load().unwrap();
        faces.get(Weight::Regular).setter().set(text, 0).unwrap()
    }

    #[test]
    fn the_fonts_have_what_they_are_said_to_have() {
        let faces = Faces::load().unwrap();
        let has_all = |text: &str| {
            for weight in [Weight::Regular, Weight::Bold] {
                let clusters = faces.get(weight).setter().set(text, 0).unwrap();
                assert!(clusters.iter().all(|cluster| !cluster.is_replaced), "{weight:?}: {text}");
            }
        };
        has_all("Äpfel ßüß ŁÓDŹ Ñandú İstanbul Şişli Ðorđe ẞ Ŵ Ə");
        has_all("Nguyễn Thị Hồng Ường");
        has_all("Αθήνα Ελλάδα Ώρα ΰ");
        has_all("Київ Москва Ђорђе Ќерка Қазақстан Ғ Ө Ҷ");
        has_all("“quoted” ‘it’s’ – — … • € £ ₴ № § © ™ 1⁄2 x² ½");
        has_all("e\u{301} \u{410}\u{301} n\u{303} \u{1A0}\u{301}");
    }

    #[test]
    fn every_character_is_in_a_cluster_and_what_has_no_glyph_is_a_box() {
        for text in ["Ada", "張偉", "שלום", "مرحبا", "हिन्दी", "a\u{301}\u{301}\u{301}", "👩‍👩‍👧", "\u{301}", "a\u{200D}b"]
        {
            let clusters = set(text);
            assert_eq!(clusters.first().unwrap().range.start, 0, "{text}");
            assert_eq!(clusters.last().unwrap().range.end, text.len(), "{text}");
            assert!(clusters.windows(2).all(|pair| pair[0].range.end == pair[1].range.start), "{text}");
            assert!(clusters.iter().all(|cluster| text.is_char_boundary(cluster.range.start)), "{text}");
        }
        assert!(set("張偉").iter().all(|cluster| cluster.is_replaced && cluster.advance > 0.3));
        assert!(set("שלום").iter().all(|cluster| cluster.is_replaced));
    }

    #[test]
    fn pairs_of_letters_stand_closer() {
        let width = |text: &str| set(text).iter().map(|cluster| cluster.advance).sum::<f32>();
        assert!(width("AV") < width("A") + width("V"));
        assert!(width("ГА") < width("Г") + width("А"));
    }
}
