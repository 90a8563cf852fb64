//! The fonts as they are in a PDF: with the glyphs that are used and no more, and with what each of them means.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::face::{Face, Faces, Weight};
use super::file::compressed;
use crate::error::DocumentError;

/// Which numbers are those of glyphs, and that they are those of the font in the PDF (ISO 32000-1, 9.7.5.2).
const SYSTEM: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Of both fonts, in thousandths of their size, as they say themselves; how wide an upright stroke is was measured.
const BOUNDS: Rect = Rect { x1: -573.0, y1: -389.0, x2: 1_630.0, y2: 1_067.0 };
const ASCENT: f32 = 1_069.0;
const DESCENT: f32 = -293.0;
const CAPITALS: f32 = 714.0;

/// Objects that a font takes.
const OBJECTS: i32 = 5;

/// The fonts of a PDF.
pub(super) struct Fonts<'f> {
    regular: Used<'f>,
    bold: Used<'f>,
}

/// What is used of a font.
pub(super) struct Used<'f> {
    face: &'f Face,
    glyphs: GlyphRemapper,
    /// What glyphs mean, by their new numbers.
    meanings: BTreeMap<u16, String>,
    /// What the font is called, and how heavy its upright strokes are.
    name: &'static str,
    stroke: f32,
}

impl<'f> Fonts<'f> {
    pub(super) fn new(faces: &'f Faces) -> Self {
        let used = |weight: Weight, name: &'static str, stroke: f32| {
            let face = faces.get(weight);
            Used { face, glyphs: GlyphRemapper::new(), meanings: BTreeMap::new(), name, stroke }
        };
        Self {
            regular: used(Weight::Regular, "NotoSans-Regular", 90.0),
            bold: used(Weight::Bold, "NotoSans-Bold", 150.0),
        }
    }

    pub(super) fn get(&mut self, weight: Weight) -> &mut Used<'f> {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }

    /// What pages call a font.
    pub(super) fn name(weight: Weight) -> Name<'static> {
        match weight {
            Weight::Regular => Name(b"R"),
            Weight::Bold => Name(b"B"),
        }
    }

    /// Writes those that are used, and says where; `next` is the first free object, and afterwards again.
    ///
    /// # Errors
    ///
    /// [`DocumentError::NotMade`] if a font cannot be reduced.
    pub(super) fn write(&self, pdf: &mut Pdf, next: &mut Ref) -> Result<Vec<(Name<'static>, Ref)>, DocumentError> {
        let mut written = Vec::new();
        for (weight, used) in [(Weight::Regular, &self.regular), (Weight::Bold, &self.bold)] {
            if !used.meanings.is_empty() {
                used.write(pdf, *next)?;
                written.push((Self::name(weight), *next));
                *next = Ref::new(next.get() + OBJECTS);
            }
        }
        Ok(written)
    }
}

impl Used<'_> {
    /// The number of a glyph in the PDF, for a place where it means `meaning`, and whether it means that wherever it stands.
    pub(super) fn take(&mut self, glyph: u16, meaning: &str) -> (u16, bool) {
        let glyph = self.glyphs.remap(glyph);
        let known = self.meanings.entry(glyph).or_insert_with(|| meaning.to_owned());
        (glyph, known == meaning)
    }

    /// How far from a glyph the next one stands, if a page says nothing else.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.face.width(glyph)
    }

    fn write(&self, pdf: &mut Pdf, first: Ref) -> Result<(), DocumentError> {
        let object = |at: i32| Ref::new(first.get() + at);
        let (descendant, descriptor, meanings, file) = (object(1), object(2), object(3), object(4));
        let reduced = subsetter::subset(self.face.bytes, 0, &self.glyphs).map_err(|_| DocumentError::NotMade)?;
        let name = format!("{}+{}", self.tag(), self.name);
        let name = Name(name.as_bytes());
        let mut font = pdf.type0_font(first);
        font.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(descendant).to_unicode(meanings);
        font.finish();
        let mut font = pdf.cid_font(descendant);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        font.widths().consecutive(0, self.glyphs.remapped_gids().map(|glyph| self.face.width(glyph) * 1_000.0));
        font.finish();
        let mut about = pdf.font_descriptor(descriptor);
        about.name(name).flags(FontFlags::SYMBOLIC).bbox(BOUNDS).italic_angle(0.0);
        about.ascent(ASCENT).descent(DESCENT).cap_height(CAPITALS).stem_v(self.stroke).font_file2(file);
        about.finish();
        let mut map = UnicodeCmap::new(Name(b"Meanings"), SYSTEM);
        for (glyph, meaning) in &self.meanings {
            map.pair_with_multiple(*glyph, meaning.chars());
        }
        pdf.cmap(meanings, &compressed(&map.finish())?).filter(Filter::FlateDecode);
        let len = i32::try_from(reduced.len()).map_err(|_| DocumentError::NotMade)?;
        pdf.stream(file, &compressed(&reduced)?).filter(Filter::FlateDecode).pair(Name(b"Length1"), len);
        Ok(())
    }

    /// Six letters that tell reduced fonts of the same name apart (ISO 32000-1, 9.6.4).
    fn tag(&self) -> String {
        let glyphs: Vec<u8> = self.glyphs.remapped_gids().flat_map(u16::to_be_bytes).collect();
        let mut left = crc32fast::hash(&glyphs);
        let letter = |_| {
            let letter = u8::try_from(left % 26).unwrap_or(0);
            left /= 26;
            char::from(b'A' + letter)
        };
        (0..6).map(letter).collect()
    }
}
