//! What a PDF gives away besides its pages.
//!
//! Every object of the file is looked at by itself, wherever it hangs: what no page refers to is in the file all the same.

use std::collections::HashSet;

use hayro::hayro_syntax::object::dict::keys;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream, String as Text};
use hayro::hayro_syntax::{Filter, Pdf};

use super::frame::{frame, has_earlier_versions, positions};
use super::pictures;
use crate::error::DocumentError;
use crate::metadata::{Findings, MetadataKind, words};
use crate::xmp;

/// How an XMP packet begins.
const XMP: &[u8] = b"<x:xmpmeta";

/// Deeper than programs nest what they write.
pub(super) const MAX_DEPTH: usize = 64;

const TIME_OF_MAKING: &str = "time of making";
const ATTACHMENTS: &str = "attached files";
const BLACKENING: &str = "passages marked to be blacked out but still there";
const COMMENTS: &str = "comments";
const EARLIER_VERSIONS: &str = "earlier versions of it";
const FORM: &str = "entries of its form as data";
const LAYERS: &str = "layers that are switched off";
const LINKS: &str = "links to files on a disk";
const MEDIA: &str = "sound or film";
const SCRIPTS: &str = "scripts";
const STRAY: &str = "data that is no part of the PDF";

/// What was found.
pub(super) struct Found {
    pub(super) findings: Findings,
    /// Somebody signed it, or certified it.
    pub(super) is_signed: bool,
    /// It is encrypted, though with no password to open it.
    pub(super) is_protected: bool,
}

pub(super) fn search(pdf: &Pdf, bytes: &[u8]) -> Result<Found, DocumentError> {
    let mut search = Search { findings: Findings::default(), packets: HashSet::new(), is_signed: false };
    search.information(pdf);
    for object in pdf.objects() {
        search.object(&object, 0)?;
    }
    // An earlier version's packet is in no object any more. XMP is meant to be found by those who cannot read PDFs.
    for at in positions(bytes, XMP) {
        let packet = &bytes[at..];
        let end = positions(packet, b"</x:xmpmeta>").next().unwrap_or(packet.len());
        xmp::search_document(&packet[..end], &mut search.findings);
    }
    if has_earlier_versions(bytes) {
        search.findings.add(MetadataKind::Other, EARLIER_VERSIONS);
    }
    let frame = frame(bytes)?;
    if !without_mark(frame.before).is_empty() || frame.has_stray_end() {
        search.findings.add(MetadataKind::Other, STRAY);
    }
    let Search { findings, is_signed, .. } = search;
    Ok(Found { findings, is_signed, is_protected: is_protected(bytes) })
}

struct Search {
    findings: Findings,
    /// The XMP packets and pictures that were read, each of which may be named in many places.
    packets: HashSet<ObjectIdentifier>,
    is_signed: bool,
}

impl Search {
    /// The information dictionary that the file names as such.
    fn information(&mut self, pdf: &Pdf) {
        let info = pdf.metadata();
        if info.creation_date.is_some() || info.modification_date.is_some() {
            self.findings.add(MetadataKind::Time, TIME_OF_MAKING);
        }
        if is_told(info.author.as_deref()) {
            self.findings.add(MetadataKind::Other, words::NAME);
        }
        if is_told(info.creator.as_deref()) || is_told(info.producer.as_deref()) {
            self.findings.add(MetadataKind::Other, words::SOFTWARE);
        }
        if [&info.title, &info.subject, &info.keywords].iter().any(|text| is_told(text.as_deref())) {
            self.findings.add(MetadataKind::Other, words::DESCRIPTION);
        }
    }

    fn object(&mut self, object: &Object<'_>, depth: usize) -> Result<(), DocumentError> {
        match object {
            Object::Dict(dict) => self.dict(dict, depth),
            Object::Stream(stream) => {
                self.stream(stream);
                self.dict(stream.dict(), depth)
            }
            Object::Array(array) => {
                for item in array.raw_iter() {
                    self.direct(&item, depth)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What a reference leads to is an object of its own.
    fn direct(&mut self, item: &MaybeRef<Object<'_>>, depth: usize) -> Result<(), DocumentError> {
        match item {
            MaybeRef::NotRef(object @ (Object::Dict(_) | Object::Array(_))) => {
                if depth >= MAX_DEPTH {
                    return Err(DocumentError::TooComplex);
                }
                self.object(object, depth + 1)
            }
            _ => Ok(()),
        }
    }

    fn dict(&mut self, dict: &Dict<'_>, depth: usize) -> Result<(), DocumentError> {
        self.hidden_data(dict);
        self.actions(dict);
        self.form(dict);
        if let Some(subtype) = dict.get::<Name<'_>>(keys::SUBTYPE)
            && dict.contains_key(keys::RECT)
        {
            self.annotation(dict, &subtype);
        }
        if is_information(dict) {
            self.loose_information(dict);
        }
        for (_, value) in dict.entries() {
            self.direct(&value, depth)?;
        }
        Ok(())
    }

    fn hidden_data(&mut self, dict: &Dict<'_>) {
        // Programs name pictures and fonts as they like: one that is called Metadata is none.
        let is_packet = |stream: &Stream<'_>| {
            !stream.dict().get::<Name<'_>>(keys::SUBTYPE).is_some_and(|kind| matches!(&*kind, b"Image" | b"Form"))
        };
        if let Some(packet) = dict.get::<Stream<'_>>(keys::METADATA).filter(is_packet) {
            self.packet(&packet);
        }
        let holds = |key: &[u8]| dict.get::<Dict<'_>>(key).is_some_and(|held| !held.is_empty());
        if holds(b"PieceInfo") {
            self.findings.add(MetadataKind::Other, words::APPLICATION_DATA);
        }
        let is_page = dict.get::<Name<'_>>(keys::TYPE).is_some_and(|kind| &*kind == b"Page");
        if is_page && dict.contains_key(b"Thumb") {
            self.findings.add(MetadataKind::Other, words::PREVIEW);
        }
        if [b"EF".as_slice(), b"EmbeddedFiles", b"Collection"].into_iter().any(holds) {
            self.findings.add(MetadataKind::Other, ATTACHMENTS);
        }
        if dict.contains_key(b"GPTS") || holds(b"LGIDict") {
            self.findings.add(MetadataKind::Location, words::LOCATION);
        }
        let off = |dict: &Dict<'_>| dict.get::<Array<'_>>(b"OFF").is_some_and(|off| off.raw_iter().next().is_some());
        if dict
            .get::<Dict<'_>>(keys::OCPROPERTIES)
            .and_then(|all| all.get::<Dict<'_>>(keys::D))
            .is_some_and(|d| off(&d))
        {
            self.findings.add(MetadataKind::Other, LAYERS);
        }
        // A signature, or a time stamp (ISO 32000-2, 12.8.1).
        self.is_signed |= dict.contains_key(b"ByteRange") && dict.contains_key(keys::CONTENTS);
    }

    fn actions(&mut self, dict: &Dict<'_>) {
        if dict.contains_key(b"JS") || holds_scripts(dict) {
            self.findings.add(MetadataKind::Other, SCRIPTS);
        }
        let action = dict.get::<Name<'_>>(b"S");
        let leads_to_a_file = match action.as_deref() {
            Some(b"Launch" | b"GoToR" | b"ImportData") => true,
            Some(b"URI") => dict.get::<Text<'_>>(b"URI").is_some_and(|uri| is_on_a_disk(uri.as_bytes())),
            _ => false,
        };
        if leads_to_a_file {
            self.findings.add(MetadataKind::Other, LINKS);
        }
    }

    fn form(&mut self, dict: &Dict<'_>) {
        let is_field = dict.contains_key(b"FT") || (dict.contains_key(b"T") && dict.contains_key(keys::KIDS));
        let is_filled = || match dict.get::<Object<'_>>(b"V") {
            Some(Object::String(text)) => !text.as_bytes().is_empty(),
            Some(Object::Name(name)) => &*name != b"Off",
            Some(Object::Array(_) | Object::Stream(_)) => true,
            _ => false,
        };
        if dict.contains_key(b"XFA") || (is_field && is_filled()) {
            self.findings.add(MetadataKind::Other, FORM);
        }
    }

    fn annotation(&mut self, dict: &Dict<'_>, subtype: &[u8]) {
        let says = |key: &[u8]| dict.get::<Text<'_>>(key).is_some_and(|text| is_told(Some(text.as_bytes())));
        match subtype {
            b"Link" | b"Widget" | b"Watermark" | b"PrinterMark" | b"TrapNet" => {}
            b"FileAttachment" => self.findings.add(MetadataKind::Other, ATTACHMENTS),
            b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D" => self.findings.add(MetadataKind::Other, MEDIA),
            _ => {
                if says(b"T") {
                    self.findings.add(MetadataKind::Other, words::NAME);
                }
                // What is written on the page is to be seen; the copy for other programs is not.
                let is_on_the_page = subtype == b"FreeText";
                if subtype == b"Text" || says(b"RC") || says(b"Subj") || (says(b"Contents") && !is_on_the_page) {
                    self.findings.add(MetadataKind::Other, COMMENTS);
                }
                if dict.contains_key(b"M") || dict.contains_key(keys::CREATION_DATE) {
                    self.findings.add(MetadataKind::Time, TIME_OF_MAKING);
                }
                if subtype == b"Redact" {
                    self.findings.add(MetadataKind::Other, BLACKENING);
                }
            }
        }
    }

    /// What the file may no longer name as its information, or what programs added to it.
    fn loose_information(&mut self, dict: &Dict<'_>) {
        for key in dict.keys() {
            match &*key {
                b"CreationDate" | b"ModDate" => self.findings.add(MetadataKind::Time, TIME_OF_MAKING),
                b"Author" => self.findings.add(MetadataKind::Other, words::NAME),
                b"Creator" | b"Producer" => self.findings.add(MetadataKind::Other, words::SOFTWARE),
                b"Trapped" => {}
                _ => self.findings.add(MetadataKind::Other, words::DESCRIPTION),
            }
        }
    }

    fn stream(&mut self, stream: &Stream<'_>) {
        let dict = stream.dict();
        let is = |key: &[u8], name: &[u8]| dict.get::<Name<'_>>(key).is_some_and(|found| &*found == name);
        if is(keys::TYPE, b"Metadata") || is(keys::SUBTYPE, b"XML") {
            self.packet(stream);
        }
        let is_picture = matches!(stream.filters().last(), Some(Filter::DctDecode | Filter::JpxDecode));
        if is_picture && self.packets.insert(stream.obj_id()) {
            pictures::search(stream, &mut self.findings);
        }
    }

    fn packet(&mut self, stream: &Stream<'_>) {
        if !self.packets.insert(stream.obj_id()) {
            return;
        }
        match stream.decoded_data() {
            // Written in 16 or 32 bits a character, its words have zeros in between.
            Ok(packet) if packet.contains(&0) => {
                let narrow: Vec<u8> = packet.iter().copied().filter(|byte| *byte != 0).collect();
                xmp::search_document(&narrow, &mut self.findings);
            }
            Ok(packet) => xmp::search_document(&packet, &mut self.findings),
            // Whoever reads it better may find something.
            Err(_) => self.findings.add(MetadataKind::Other, words::XMP),
        }
    }
}

/// Whether an information dictionary's text says anything: programs also write empty ones, with a byte order mark or not.
fn is_told(text: Option<&[u8]>) -> bool {
    let is_blank = |byte: &u8| matches!(byte, 0 | 0xFE | 0xFF) || byte.is_ascii_whitespace();
    text.is_some_and(|text| !text.iter().all(is_blank))
}

/// Whether a dictionary is one of document information: it has no type, so its keys must tell.
fn is_information(dict: &Dict<'_>) -> bool {
    let has = |key: &str| dict.contains_key(key);
    let says_who_made_it = ["Producer", "Creator", "ModDate", "CreationDate"].into_iter().any(has);
    // Attached files, layers and actions have some of the same keys.
    says_who_made_it && !["Type", "Subtype", "Size", "CheckSum", "S", "Rect"].into_iter().any(has)
}

fn holds_scripts(dict: &Dict<'_>) -> bool {
    dict.get::<Dict<'_>>(b"JavaScript").is_some_and(|held| !held.is_empty())
}

/// Whether an address leads to a file: those have people's names in them.
pub(super) fn is_on_a_disk(uri: &[u8]) -> bool {
    let uri = uri.trim_ascii_start();
    let starts = |with: &[u8]| uri.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    starts(b"file:") || starts(b"\\\\") || (uri.get(1) == Some(&b':') && uri[0].is_ascii_alphabetic())
}

fn without_mark(before: &[u8]) -> &[u8] {
    before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before).trim_ascii()
}

/// Whether a file is encrypted. Such that open without a password are meant to be kept from changes.
fn is_protected(bytes: &[u8]) -> bool {
    const ENCRYPT: &[u8] = b"/Encrypt";
    positions(bytes, ENCRYPT).any(|at| {
        let rest = &bytes[at + ENCRYPT.len()..];
        let rest = rest[..rest.len().min(32)].trim_ascii_start();
        rest.starts_with(b"<<") || rest.first().is_some_and(u8::is_ascii_digit)
    })
}
