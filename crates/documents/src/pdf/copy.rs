//! A copy of a PDF that shows the same pages and holds nothing else.
//!
//! It is written anew from the pages: what they and what they refer to need goes along, and nothing more. So earlier
//! versions, document information, XMP, attachments, scripts and whatever no page leads to stay behind without being
//! looked for. Within what goes along, keys that tell something are left out ([`TELLING`]), pictures are stripped, and
//! what pages would lead back to (other pages, the form, comments) is not followed.

use std::borrow::Cow;
use std::collections::HashMap;

use hayro::hayro_syntax::object::String as Text;
use hayro::hayro_syntax::object::dict::keys;
use hayro::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Number, ObjRef, Object, ObjectIdentifier, Rect, Stream,
};
use hayro::hayro_syntax::page::{Page, Resources, Rotation};
use hayro::hayro_syntax::{Filter, Pdf, PdfVersion};
use pdf_writer::{Chunk, Finish as _, Obj, Ref};

use super::pictures;
use super::search::{MAX_DEPTH, is_on_a_disk};
use crate::error::DocumentError;

/// The most objects of a copy; a thousand pages have some tens of thousands.
const MAX_OBJECTS: i32 = 1_000_000;

/// Keys that tell something about a document's making, or lead out of its pages, wherever they stand.
const TELLING: [&[u8]; 31] = [
    b"AA",
    b"AF",
    b"Alternates",
    b"Author",
    b"CreationDate",
    b"Creator",
    b"CreatorInfo",
    b"EF",
    b"EmbeddedFiles",
    b"GPTS",
    b"ID",
    b"JS",
    b"JavaScript",
    b"LGIDict",
    b"LastModified",
    b"Measure",
    b"Metadata",
    b"ModDate",
    b"OPI",
    b"Parent",
    b"PieceInfo",
    b"Producer",
    b"PtData",
    b"RF",
    b"Ref",
    b"StructParent",
    b"StructParents",
    b"Thumb",
    b"User",
    b"VP",
    b"XFA",
];

/// What a dictionary is, as far as it matters for which of its entries go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Anything: all but what is [`TELLING`].
    Plain,
    /// Its keys are names that the document gives, whatever they are.
    Named,
    /// What a page or a form refers to by name.
    Resources,
    /// What passages are marked with.
    Marks,
    /// An entry of the table of contents.
    Bookmark,
    /// Names for places in the document.
    Places,
}

impl Role {
    fn takes(self, key: &[u8]) -> bool {
        match self {
            Self::Plain => !TELLING.contains(&key),
            Self::Named | Self::Marks => true,
            Self::Resources => matches!(
                key,
                b"ColorSpace" | b"ExtGState" | b"Font" | b"Pattern" | b"Properties" | b"Shading" | b"XObject"
            ),
            Self::Bookmark => matches!(
                key,
                b"C" | b"Count" | b"Dest" | b"F" | b"First" | b"Last" | b"Next" | b"Parent" | b"Prev" | b"Title"
            ),
            Self::Places => matches!(key, b"Kids" | b"Limits" | b"Names"),
        }
    }

    /// What the value of an entry is.
    fn of_entry(self, key: &[u8]) -> Self {
        match (self, key) {
            (Self::Resources, b"Properties") => Self::Marks,
            (Self::Resources, _) | (Self::Plain, b"CharProcs" | b"Colorants" | b"DotGain" | b"Solidities") => {
                Self::Named
            }
            (Self::Plain, b"Resources") => Self::Resources,
            (Self::Bookmark, b"First" | b"Last" | b"Next" | b"Parent" | b"Prev") => Self::Bookmark,
            (Self::Places, b"Kids") => Self::Places,
            _ => Self::Plain,
        }
    }
}

/// Writes a copy.
///
/// # Errors
///
/// [`DocumentError::TooComplex`] for what cannot be written anew.
pub(super) fn copy(pdf: &Pdf) -> Result<Vec<u8>, DocumentError> {
    let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    // Such pages are made by the viewer from data that the copy would not have.
    if catalogue.get::<bool>(b"NeedsRendering") == Some(true) {
        return Err(DocumentError::TooComplex);
    }
    let form = catalogue.get::<Dict<'_>>(b"AcroForm").unwrap_or_default();
    let mut copy = Copy {
        pdf,
        form,
        last: 0,
        written: HashMap::new(),
        waiting: Vec::new(),
        pages: HashMap::new(),
        resources: HashMap::new(),
        is_too_complex: false,
    };
    let mut out = pdf_writer::Pdf::with_capacity(pdf.data().as_ref().len());
    if pdf.version() == PdfVersion::Pdf20 {
        out.set_version(2, 0);
    }
    copy.document(&catalogue, &mut out);
    copy.write_waiting(&mut out)?;
    if copy.is_too_complex { Err(DocumentError::TooComplex) } else { Ok(out.finish()) }
}

pub(super) struct Copy<'a> {
    pdf: &'a Pdf,
    pub(super) form: Dict<'a>,
    /// The last number that was given.
    last: i32,
    /// What objects became; nothing for those that stay behind.
    written: HashMap<(ObjectIdentifier, Role), Option<Ref>>,
    /// Objects that were referred to and are still to be written.
    waiting: Vec<(ObjectIdentifier, Role, Ref)>,
    pages: HashMap<ObjectIdentifier, Ref>,
    /// Resources by where they stand in the file: many pages have the same.
    resources: HashMap<[usize; 7], Ref>,
    is_too_complex: bool,
}

impl<'a> Copy<'a> {
    fn document(&mut self, catalogue: &Dict<'a>, out: &mut pdf_writer::Pdf) {
        let (root, tree) = (self.number(), self.number());
        let pages: Vec<_> = self.pdf.pages().iter().map(|page| (page, self.number())).collect();
        for (page, number) in &pages {
            if let Some(id) = page.raw().obj_id() {
                self.pages.entry(id).or_insert(*number);
            }
        }
        for (page, number) in &pages {
            self.page(page, *number, tree, out);
        }
        let mut pages_out = out.indirect(tree).dict();
        pages_out.pair(name(b"Type"), name(b"Pages"));
        pages_out.pair(name(b"Count"), i32::try_from(pages.len()).unwrap_or(i32::MAX));
        pages_out.insert(name(b"Kids")).array().items(pages.iter().map(|(_, number)| *number));
        pages_out.finish();
        self.catalogue(catalogue, root, tree, out);
    }

    fn catalogue(&mut self, catalogue: &Dict<'a>, root: Ref, tree: Ref, out: &mut pdf_writer::Pdf) {
        let mut rest = out.catalog(root);
        rest.pair(name(b"Pages"), tree);
        // Layers and the colours that are meant decide how pages look.
        self.entry(catalogue, b"OCProperties", Role::Plain, &mut rest);
        self.entry(catalogue, b"OutputIntents", Role::Plain, &mut rest);
        self.entry(catalogue, b"Outlines", Role::Bookmark, &mut rest);
        self.entry(catalogue, b"Dests", Role::Named, &mut rest);
        if let Some(places) = catalogue.get::<Dict<'_>>(b"Names").filter(|names| names.contains_key(b"Dests")) {
            let mut names = rest.insert(name(b"Names")).dict();
            self.entry(&places, b"Dests", Role::Places, &mut names);
        }
    }

    fn page(&mut self, page: &Page<'a>, number: Ref, tree: Ref, chunk: &mut Chunk) {
        let raw = page.raw();
        let resources = self.page_resources(page.resources(), chunk);
        let annotations = self.annotations(page, chunk);
        let mut out = chunk.indirect(number).dict();
        out.pair(name(b"Type"), name(b"Page"));
        out.pair(name(b"Parent"), tree);
        out.pair(name(b"MediaBox"), rectangle(page.media_box()));
        out.pair(name(b"CropBox"), rectangle(page.crop_box()));
        let turned = match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 90,
            Rotation::Flipped => 180,
            Rotation::FlippedHorizontal => 270,
        };
        out.pair(name(b"Rotate"), turned);
        out.pair(name(b"Resources"), resources);
        for key in [b"ArtBox".as_slice(), b"BleedBox", b"Contents", b"Group", b"TrimBox", b"UserUnit"] {
            self.entry(raw, key, Role::Plain, &mut out);
        }
        if !annotations.is_empty() {
            out.insert(name(b"Annots")).array().items(annotations);
        }
    }

    fn page_resources(&mut self, resources: &Resources<'a>, chunk: &mut Chunk) -> Ref {
        let all = [
            (b"ExtGState".as_slice(), &resources.ext_g_states),
            (b"Font", &resources.fonts),
            (b"Properties", &resources.properties),
            (b"ColorSpace", &resources.color_spaces),
            (b"XObject", &resources.x_objects),
            (b"Pattern", &resources.patterns),
            (b"Shading", &resources.shadings),
        ];
        let place = all.map(|(_, dict)| if dict.is_empty() { 0 } else { dict.data().as_ptr().addr() });
        if let Some(number) = self.resources.get(&place) {
            return *number;
        }
        let number = self.number();
        self.resources.insert(place, number);
        let mut out = chunk.indirect(number).dict();
        for (key, dict) in all {
            if !dict.is_empty() {
                self.dict(dict, Role::Resources.of_entry(key), out.insert(name(key)), 0);
            }
        }
        out.finish();
        number
    }

    /// Writes what is referred to until nothing new is.
    fn write_waiting(&mut self, out: &mut Chunk) -> Result<(), DocumentError> {
        while let Some((id, role, number)) = self.waiting.pop() {
            if self.last > MAX_OBJECTS {
                return Err(DocumentError::TooComplex);
            }
            match self.pdf.xref().get::<Object<'a>>(id) {
                Some(Object::Stream(stream)) => self.stream(&stream, number, out)?,
                Some(object) => self.object(&object, role, out.indirect(number), 0),
                None => out.indirect(number).primitive(pdf_writer::Null),
            }
        }
        Ok(())
    }

    fn stream(&mut self, stream: &Stream<'a>, number: Ref, chunk: &mut Chunk) -> Result<(), DocumentError> {
        // What of a stream lies in another file does not go along.
        const ELSEWHERE: [&[u8]; 4] = [b"F", b"FDecodeParms", b"FFilter", b"Length"];
        let filters = stream.filters();
        let picture = match filters.last() {
            Some(Filter::DctDecode | Filter::JpxDecode) => pictures::stripped(stream)?,
            _ => None,
        };
        let data = picture.as_deref().map_or_else(|| stream.raw_data(), Cow::Borrowed);
        let mut out = chunk.stream(number, &data);
        let is_wrapped_anew = |key: &[u8]| picture.is_some() && matches!(key, b"Filter" | b"DecodeParms" | b"DP");
        for (key, value) in stream.dict().entries() {
            if Role::Plain.takes(&key) && !ELSEWHERE.contains(&&*key) && !is_wrapped_anew(&key) {
                self.value(&value, Role::Plain.of_entry(&key), out.insert(name(&key)), 0);
            }
        }
        if picture.is_some() {
            let of_jpeg = filters.last() == Some(&Filter::DctDecode);
            out.pair(name(b"Filter"), name(if of_jpeg { b"DCTDecode" } else { b"JPXDecode" }));
            if let Some(parameters) = last_parameters(stream.dict()) {
                self.dict(&parameters, Role::Plain, out.insert(name(b"DecodeParms")), 0);
            }
        }
        Ok(())
    }

    /// Writes one entry, where there is one.
    pub(super) fn entry(&mut self, from: &Dict<'a>, key: &[u8], role: Role, to: &mut pdf_writer::Dict<'_>) {
        if let Some(value) = from.get_raw::<Object<'a>>(key) {
            self.value(&value, role, to.insert(name(key)), 0);
        }
    }

    fn value(&mut self, value: &MaybeRef<Object<'a>>, role: Role, to: Obj<'_>, depth: usize) {
        match value {
            MaybeRef::Ref(reference) => match self.reference(*reference, role) {
                Some(number) => to.primitive(number),
                None => to.primitive(pdf_writer::Null),
            },
            MaybeRef::NotRef(object) => self.object(object, role, to, depth),
        }
    }

    fn object(&mut self, object: &Object<'a>, role: Role, to: Obj<'_>, depth: usize) {
        match object {
            Object::Boolean(value) => to.primitive(*value),
            Object::Number(number) => write_number(number, to),
            Object::String(text) => to.primitive(pdf_writer::Str(text.as_bytes())),
            Object::Name(text) => to.primitive(name(text)),
            Object::Dict(dict) => self.dict(dict, role, to, depth),
            Object::Array(array) => self.array(array, role, to, depth),
            // A stream is always referred to.
            Object::Null(_) | Object::Stream(_) => to.primitive(pdf_writer::Null),
        }
    }

    fn array(&mut self, array: &Array<'a>, role: Role, to: Obj<'_>, depth: usize) {
        if self.is_too_deep(depth) {
            return to.primitive(pdf_writer::Null);
        }
        let mut out = to.array();
        for item in array.raw_iter() {
            self.value(&item, role, out.push(), depth + 1);
        }
    }

    pub(super) fn dict(&mut self, dict: &Dict<'a>, role: Role, to: Obj<'_>, depth: usize) {
        if self.is_too_deep(depth) {
            return to.primitive(pdf_writer::Null);
        }
        let mut out = to.dict();
        for (key, value) in dict.entries().filter(|(key, _)| role.takes(key)) {
            if role == Role::Marks && !is_layer(dict, &key) {
                // The name must mean something still, where a page's content uses it.
                out.insert(name(&key)).dict();
                continue;
            }
            self.value(&value, role.of_entry(&key), out.insert(name(&key)), depth + 1);
        }
        if role == Role::Bookmark
            && let Some(action) = dict.get::<Dict<'_>>(b"A")
        {
            self.action(&action, &mut out);
        }
    }

    /// Writes where a link leads, unless that is a file, a script or a form's address.
    pub(super) fn action(&mut self, action: &Dict<'a>, to: &mut pdf_writer::Dict<'_>) {
        let kind = action.get::<Name<'_>>(b"S");
        let target: &[u8] = match kind.as_deref() {
            Some(b"GoTo") => b"D",
            Some(b"Named") => b"N",
            Some(b"URI") if action.get::<Text<'_>>(b"URI").is_some_and(|uri| !is_on_a_disk(uri.as_bytes())) => b"URI",
            _ => return,
        };
        let mut out = to.insert(name(b"A")).dict();
        self.entry(action, b"S", Role::Plain, &mut out);
        self.entry(action, target, Role::Plain, &mut out);
    }

    /// The number of an object in the copy; nothing for what stays behind.
    pub(super) fn reference(&mut self, reference: ObjRef, role: Role) -> Option<Ref> {
        let id = ObjectIdentifier::from(reference);
        if let Some(page) = self.pages.get(&id) {
            return Some(*page);
        }
        if let Some(number) = self.written.get(&(id, role)) {
            return *number;
        }
        let goes_along = self.pdf.xref().get::<Object<'a>>(id).is_some_and(|object| goes_along(&object));
        let number = goes_along.then(|| self.number());
        self.written.insert((id, role), number);
        if let Some(number) = number {
            self.waiting.push((id, role, number));
        }
        number
    }

    pub(super) fn number(&mut self) -> Ref {
        self.last = self.last.saturating_add(1);
        Ref::new(self.last)
    }

    fn is_too_deep(&mut self, depth: usize) -> bool {
        self.is_too_complex |= depth > MAX_DEPTH;
        depth > MAX_DEPTH
    }
}

/// Whether what a page leads to may follow it: no other page, no metadata, nothing that was attached.
fn goes_along(object: &Object<'_>) -> bool {
    let dict = match object {
        Object::Dict(dict) => dict,
        Object::Stream(stream) => stream.dict(),
        _ => return true,
    };
    let is = |key: &[u8], names: &[&[u8]]| dict.get::<Name<'_>>(key).is_some_and(|found| names.contains(&&*found));
    !is(
        keys::TYPE,
        &[
            b"Annot",
            b"Catalog",
            b"EmbeddedFile",
            b"F",
            b"Filespec",
            b"Metadata",
            b"ObjStm",
            b"Page",
            b"Pages",
            b"Sig",
            b"StructElem",
            b"StructTreeRoot",
            b"XRef",
        ],
    ) && !is(keys::SUBTYPE, &[b"XML"])
}

/// Whether an entry is a layer, which decides whether something is seen.
fn is_layer(marks: &Dict<'_>, key: &[u8]) -> bool {
    let kind = marks.get::<Dict<'_>>(key).and_then(|mark| mark.get::<Name<'_>>(keys::TYPE));
    kind.is_some_and(|kind| matches!(&*kind, b"OCG" | b"OCMD"))
}

/// How the last of a stream's filters is set.
fn last_parameters<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    let all = [b"DecodeParms".as_slice(), b"DP"].into_iter().find_map(|key| dict.get::<Object<'a>>(key))?;
    match all {
        Object::Dict(only) => Some(only),
        Object::Array(all) => all.iter::<Object<'_>>().last()?.into_dict(),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "PDF's numbers have no more than single precision")]
fn write_number(number: &Number, to: Obj<'_>) {
    match i32::try_from(number.as_i64()) {
        Ok(whole) if f64::from(whole).to_bits() == number.as_f64().to_bits() => to.primitive(whole),
        _ => to.primitive(number.as_f64() as f32),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "PDF's numbers have no more than single precision")]
pub(super) fn rectangle(rect: Rect) -> pdf_writer::Rect {
    pdf_writer::Rect::new(rect.x0 as f32, rect.y0 as f32, rect.x1 as f32, rect.y1 as f32)
}

pub(super) fn name(bytes: &[u8]) -> pdf_writer::Name<'_> {
    pdf_writer::Name(bytes)
}
