//! Reading the file: documents as they come, attributes in a list.

use std::{
    fmt,
    io::{BufRead as _, Read},
};

use idw_typed_text::{TextError, is_utf16};
use idw_words::MessageData;
use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

use super::{
    DataError, FORMAT, TooMuch, VERSION,
    content::{Bounded, Content, absent},
};

/// Most attributes that one file may hold.
const MOST_ATTRIBUTES: usize = 100_000;

/// Most documents that one file may hold.
const MOST_DOCUMENTS: usize = 20_000;

/// What is enough to tell UTF-16, in bytes.
const UTF16_LEN_BYTES: usize = 32;

/// One attribute of the file.
#[derive(Deserialize)]
pub(super) struct FileAttribute {
    pub(super) schema: String,
    #[serde(default)]
    pub(super) label: Option<String>,
    #[serde(default)]
    pub(super) default: bool,
    pub(super) value: Value,
    /// A claim, in whatever shape.
    #[serde(default)]
    pub(super) provenance: Option<Value>,
    /// Why there is no value, in whole sentences, where that is found out while the file is read.
    #[serde(skip)]
    pub(super) refused: Option<MessageData>,
}

/// One document of the file, without its bytes.
#[derive(Default)]
pub(super) struct FileDocument {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) sha256: Option<String>,
    pub(super) kept_alone: bool,
}

/// Who gets the documents.
pub(super) trait Receiver {
    /// What became of a document's bytes.
    type Body;

    /// Reads a document's bytes, before it is known what the document is called.
    fn body(&mut self, bytes: &mut dyn Read) -> Self::Body;

    /// Takes the document. An error ends the reading.
    fn document(&mut self, about: FileDocument, body: Self::Body) -> Result<(), DataError>;
}

/// Reads a whole file, and gives its attributes.
pub(super) fn read<R: Receiver>(from: &mut dyn Read, receiver: &mut R) -> Result<Vec<FileAttribute>, DataError> {
    let mut reading = Reading { receiver, attributes: Vec::new(), documents: 0, is_data: false, failed: None };
    let mut bounded = std::io::BufReader::with_capacity(256 * 1024, Bounded::new(from));
    let start = bounded.fill_buf().map_err(DataError::Read)?;
    if is_utf16(&start[..start.len().min(UTF16_LEN_BYTES)]) {
        return Err(DataError::Text(TextError::Utf16));
    }
    // A byte order mark, as some editors leave it.
    if start.starts_with("\u{feff}".as_bytes()) {
        bounded.consume("\u{feff}".len());
    }
    let mut json = serde_json::Deserializer::from_reader(bounded);
    let outcome = json.deserialize_map(Whole(&mut reading)).and_then(|()| json.end());
    match (reading.failed, outcome) {
        (Some(failed), _) => Err(failed),
        (None, Err(error)) => Err(refusal(error, reading.is_data)),
        (None, Ok(())) => Ok(reading.attributes),
    }
}

/// What a parser's error says to people. Its own text can quote the file.
fn refusal(error: serde_json::Error, is_data: bool) -> DataError {
    if error.is_io() {
        return DataError::Read(error.into());
    }
    if is_data { DataError::Shape { line: error.line(), column: error.column() } } else { DataError::NotData }
}

struct Reading<'a, R> {
    receiver: &'a mut R,
    attributes: Vec<FileAttribute>,
    documents: usize,
    /// Whether anything was seen that an export has.
    is_data: bool,
    /// Why the reading ended before the file did.
    failed: Option<DataError>,
}

impl<R> Reading<'_, R> {
    /// Ends the reading. The parser needs an error of its own; this one is what is told.
    fn end<E: serde::de::Error>(&mut self, why: DataError) -> E {
        self.failed = Some(why);
        E::custom("ended")
    }
}

/// The file's one object.
struct Whole<'a, 'b, R>(&'a mut Reading<'b, R>);

impl<'de, R: Receiver> Visitor<'de> for Whole<'_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of a wallet")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // Members come in any order, as JSON has it.
        let mut format = false;
        let mut version = None;
        while let Some(key) = map.next_key::<String>()? {
            self.0.is_data |= matches!(key.as_str(), "format" | "documents" | "attributes");
            match key.as_str() {
                "format" => format = map.next_value::<Value>()? == FORMAT,
                "version" => version = whole_number(&map.next_value::<Value>()?),
                "documents" => map.next_value_seed(Documents(self.0))?,
                "attributes" => map.next_value_seed(Attributes(self.0))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        match version {
            Some(1..=VERSION) if format => Ok(()),
            Some(version) if format => Err(self.0.end(DataError::Version { version })),
            _ => Err(self.0.end(DataError::NotData)),
        }
    }
}

/// A whole number, also where a program wrote it as 1.0: to JSON these are one number (RFC 8259, section 6).
fn whole_number(value: &Value) -> Option<u64> {
    let exact = || value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=MOST_EXACT).contains(number));
    value.as_u64().or_else(|| {
        let text = format!("{:.0}", exact()?);
        text.parse().ok()
    })
}

/// Up to here every whole number has a floating-point number of its own.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

struct Attributes<'a, 'b, R>(&'a mut Reading<'b, R>);

impl<'de, R: Receiver> DeserializeSeed<'de> for Attributes<'_, '_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, R: Receiver> Visitor<'de> for Attributes<'_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of attributes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(attribute) = list.next_element::<FileAttribute>()? {
            if self.0.attributes.len() == MOST_ATTRIBUTES {
                return Err(self.0.end(DataError::TooMuch { limit: MOST_ATTRIBUTES, what: TooMuch::Attributes }));
            }
            self.0.attributes.push(attribute);
        }
        Ok(())
    }
}

struct Documents<'a, 'b, R>(&'a mut Reading<'b, R>);

impl<'de, R: Receiver> DeserializeSeed<'de> for Documents<'_, '_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, R: Receiver> Visitor<'de> for Documents<'_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of documents")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Document(self.0))?.is_some() {
            self.0.documents += 1;
            if self.0.documents > MOST_DOCUMENTS {
                return Err(self.0.end(DataError::TooMuch { limit: MOST_DOCUMENTS, what: TooMuch::Documents }));
            }
        }
        Ok(())
    }
}

struct Document<'a, 'b, R>(&'a mut Reading<'b, R>);

impl<'de, R: Receiver> DeserializeSeed<'de> for Document<'_, '_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, R: Receiver> Visitor<'de> for Document<'_, '_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut about = FileDocument::default();
        let mut body = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => about.id = map.next_value()?,
                "name" => about.name = map.next_value()?,
                "sha256" => about.sha256 = map.next_value()?,
                "keptAlone" => about.kept_alone = map.next_value()?,
                "content" => {
                    let receiver = &mut *self.0.receiver;
                    let mut take = |bytes: &mut dyn Read| receiver.body(bytes);
                    body = Some(map.next_value_seed(Content { take: &mut take })?);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let body = body.ok_or_else(absent::<A::Error>)?;
        self.0.receiver.document(about, body).map_err(|why| self.0.end(why))
    }
}
