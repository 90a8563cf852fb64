//! What lies on a page besides its content: links, notes, what is drawn or typed onto it, and fields of forms.
//!
//! In a copy stays what is seen, and links. What is seen is kept as a picture of its own (a stamp), without who made it,
//! when, and what it says; a field is no longer one, so that its name and its value as data are gone. Comments that show
//! only an icon go whole.

use hayro::hayro_syntax::object::dict::keys;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream, String as Text};
use hayro::hayro_syntax::page::Page;
use pdf_writer::{Chunk, Ref};

use super::copy::{Copy, Role, name, rectangle};

/// How many fields a field may be within.
const MAX_PARENTS: usize = 16;

/// Annotation flag (ISO 32000-1, table 165): shown nowhere.
const HIDDEN: i32 = 1 << 1;
/// Field flag (ISO 32000-1, table 228): what is typed is not to be seen.
const PASSWORD: i32 = 1 << 13;

/// How viewers draw what has no picture of its own; and that it is in a layer, and for what it is shown.
const LOOKS: [&[u8]; 18] = [
    b"BE",
    b"BS",
    b"Border",
    b"C",
    b"CA",
    b"DA",
    b"F",
    b"IC",
    b"InkList",
    b"L",
    b"LE",
    b"OC",
    b"Q",
    b"QuadPoints",
    b"RD",
    b"Rotate",
    b"Vertices",
    b"CL",
];

impl<'a> Copy<'a> {
    /// Writes what stays of a page's annotations.
    pub(super) fn annotations(&mut self, page: &Page<'a>, out: &mut Chunk) -> Vec<Ref> {
        let all = page.raw().get::<Array<'a>>(keys::ANNOTS);
        let all: Vec<_> = all.map(|all| all.iter::<Dict<'a>>().collect()).unwrap_or_default();
        all.iter().filter_map(|annotation| self.annotation(annotation, out)).collect()
    }

    fn annotation(&mut self, annotation: &Dict<'a>, out: &mut Chunk) -> Option<Ref> {
        let kind = annotation.get::<Name<'_>>(keys::SUBTYPE)?;
        let rect = annotation.get::<Rect>(keys::RECT)?;
        if annotation.get::<i32>(keys::F).unwrap_or(0) & HIDDEN != 0 {
            return None;
        }
        match &*kind {
            b"Link" => Some(self.link(annotation, rect, out)),
            b"Widget" => self.field(annotation, rect, out),
            b"Popup" | b"Text" | b"FileAttachment" | b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D"
            | b"PrinterMark" | b"TrapNet" | b"Projection" => None,
            kind => Some(match appearance(annotation) {
                Some(picture) => self.stamp(annotation, &picture, rect, out)?,
                None => self.drawn(annotation, kind, rect, out),
            }),
        }
    }

    fn link(&mut self, annotation: &Dict<'a>, rect: Rect, out: &mut Chunk) -> Ref {
        let number = self.number();
        let mut link = begin(out, number, b"Link", rect);
        for key in [b"BS".as_slice(), b"Border", b"C", b"Dest", b"F", b"H", b"QuadPoints"] {
            self.entry(annotation, key, Role::Plain, &mut link);
        }
        if let Some(action) = annotation.get::<Dict<'a>>(b"A") {
            self.action(&action, &mut link);
        }
        number
    }

    /// A field of a form, as it looks.
    fn field(&mut self, annotation: &Dict<'a>, rect: Rect, out: &mut Chunk) -> Option<Ref> {
        let picture = appearance(annotation);
        let is_drawn_by_viewers = picture.is_none() || self.form.get::<bool>(b"NeedAppearances") == Some(true);
        let kind = inherited::<Name<'a>>(annotation, b"FT");
        let is_text = matches!(kind.as_deref(), Some(b"Tx" | b"Ch"));
        let is_secret = inherited::<i32>(annotation, b"Ff").unwrap_or(0) & PASSWORD != 0;
        let typed = inherited::<Text<'a>>(annotation, b"V").filter(|text| !text.as_bytes().is_empty());
        match typed {
            Some(typed) if is_text && is_drawn_by_viewers && !is_secret => {
                Some(self.typed(annotation, typed.as_bytes(), rect, out))
            }
            _ => self.stamp(annotation, &picture?, rect, out),
        }
    }

    /// What is typed into a field that has no picture of it, as text on the page: viewers draw that alike.
    fn typed(&mut self, annotation: &Dict<'a>, typed: &[u8], rect: Rect, out: &mut Chunk) -> Ref {
        let look = inherited::<Text<'a>>(annotation, b"DA").or_else(|| self.form.get::<Text<'a>>(b"DA"));
        let look = look.map_or_else(|| b"/Helv 0 Tf 0 g".to_vec(), |look| look.as_bytes().to_vec());
        let number = self.number();
        let mut text = begin(out, number, b"FreeText", rect);
        text.pair(name(b"Contents"), pdf_writer::Str(typed));
        text.pair(name(b"DA"), pdf_writer::Str(&with_a_size(&look)));
        text.insert(name(b"BS")).dict().pair(name(b"W"), 0);
        if let Some(justified) = inherited::<i32>(annotation, b"Q").or_else(|| self.form.get::<i32>(b"Q")) {
            text.pair(name(b"Q"), justified);
        }
        for key in [b"F".as_slice(), b"OC"] {
            self.entry(annotation, key, Role::Plain, &mut text);
        }
        number
    }

    /// The picture that an annotation shows, and nothing else of it.
    fn stamp(&mut self, annotation: &Dict<'a>, picture: &Stream<'a>, rect: Rect, out: &mut Chunk) -> Option<Ref> {
        let picture = self.reference(picture.obj_id().into(), Role::Plain)?;
        let number = self.number();
        let mut stamp = begin(out, number, b"Stamp", rect);
        stamp.insert(name(b"AP")).dict().pair(name(b"N"), picture);
        for key in [b"F".as_slice(), b"OC"] {
            self.entry(annotation, key, Role::Plain, &mut stamp);
        }
        Some(number)
    }

    /// What viewers draw themselves: lines, marks and text on the page.
    fn drawn(&mut self, annotation: &Dict<'a>, kind: &[u8], rect: Rect, out: &mut Chunk) -> Ref {
        let number = self.number();
        let mut drawn = begin(out, number, kind, rect);
        for key in LOOKS {
            self.entry(annotation, key, Role::Plain, &mut drawn);
        }
        if kind == b"FreeText" {
            self.entry(annotation, keys::CONTENTS, Role::Plain, &mut drawn);
        }
        number
    }
}

fn begin<'o>(out: &'o mut Chunk, number: Ref, kind: &[u8], rect: Rect) -> pdf_writer::Dict<'o> {
    let mut dict = out.indirect(number).dict();
    dict.pair(name(b"Type"), name(b"Annot"));
    dict.pair(name(b"Subtype"), name(kind));
    dict.pair(name(b"Rect"), rectangle(rect));
    dict
}

/// The picture that an annotation shows, where it has one: in the state that it is in.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'a>>(keys::AP)?.get::<Object<'a>>(keys::N)? {
        Object::Stream(picture) => Some(picture),
        Object::Dict(states) => {
            let state = annotation.get::<Name<'a>>(keys::AS);
            state.and_then(|state| states.get::<Stream<'a>>(&*state)).or_else(|| states.get::<Stream<'a>>(b"Off"))
        }
        _ => None,
    }
}

/// An entry of a field, or of one that it is part of.
fn inherited<'a, T: Entry<'a>>(field: &Dict<'a>, key: &[u8]) -> Option<T> {
    let mut field = field.clone();
    for _ in 0..MAX_PARENTS {
        if let Some(found) = T::of(&field, key) {
            return Some(found);
        }
        field = field.get::<Dict<'a>>(b"Parent")?;
    }
    None
}

/// The kinds of entry that fields hand down.
trait Entry<'a>: Sized {
    fn of(dict: &Dict<'a>, key: &[u8]) -> Option<Self>;
}

impl<'a> Entry<'a> for Name<'a> {
    fn of(dict: &Dict<'a>, key: &[u8]) -> Option<Self> {
        dict.get(key)
    }
}

impl<'a> Entry<'a> for Text<'a> {
    fn of(dict: &Dict<'a>, key: &[u8]) -> Option<Self> {
        dict.get(key)
    }
}

impl Entry<'_> for i32 {
    fn of(dict: &Dict<'_>, key: &[u8]) -> Option<Self> {
        dict.get(key)
    }
}

/// A field's text may be as large as fits; text on a page has a size.
fn with_a_size(look: &[u8]) -> Vec<u8> {
    const FITTING: &[u8] = b" 0 Tf";
    match super::frame::positions(look, FITTING).next() {
        Some(at) => [&look[..at], b" 10 Tf", &look[at + FITTING.len()..]].concat(),
        None => look.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::with_a_size;

    #[test]
    fn text_that_was_to_fit_gets_a_size() {
        assert_eq!(with_a_size(b"/Helv 0 Tf 0 g"), b"/Helv 10 Tf 0 g");
        assert_eq!(with_a_size(b"/F1 8 Tf 0 0 1 rg"), b"/F1 8 Tf 0 0 1 rg");
    }
}
