//! What the caller decided to send.

use std::collections::BTreeSet;
use std::fmt;

use idw_http::{OutgoingFile, is_media_type};
use serde_json::Value;

use crate::wire::scalar_text;

/// Attributes and files for a sign-up or a KYC application. Exactly this is sent, and nothing besides.
#[derive(Default)]
pub struct Payload {
    /// The attributes, in the order in which they are sent.
    pub attributes: Vec<OutgoingAttribute>,
    /// The files that the attributes point to. One that no attribute points to is not sent.
    pub files: Vec<OutgoingFile>,
}

/// One attribute.
pub struct OutgoingAttribute {
    /// The relying party's own id for it; none where it gave none ([`RequestedAttribute::id`](crate::RequestedAttribute::id)).
    pub id: Option<String>,
    /// The URL of its schema, spelt as it is to be sent.
    pub schema: String,
    /// The relying party's words for it, for errors about it. Never sent.
    pub label: Option<String>,
    /// Its value, with a placeholder of any kind at each place where a file belongs.
    pub value: Value,
    /// Where in the value the file objects are (JSON pointer, RFC 6901), each with its file's place in
    /// [`Payload::files`].
    pub file_pointers: Vec<(String, usize)>,
}

/// The id that a relying party gave to an uploaded file, kept as it came: text or number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileId(Value);

impl FileId {
    /// Reads an id that was stored with [`FileId::as_value`].
    pub fn from_value(value: &Value) -> Option<Self> {
        scalar_text(value).map(|_| Self(value.clone()))
    }

    /// The id as text, as it goes into a file object's `content`.
    pub fn text(&self) -> String {
        scalar_text(&self.0).unwrap_or_default()
    }

    /// The id as it came, to be stored.
    pub fn as_value(&self) -> &Value {
        &self.0
    }
}

impl Payload {
    /// Checks that every pointer leads to a place in its value and to a file.
    pub(crate) fn check(&self) -> Result<(), PayloadError> {
        for (attribute, (pointer, file)) in self.pointers() {
            if attribute.value.pointer(pointer).is_none() {
                return Err(PayloadError::NoSuchPlace { schema: attribute.schema.clone() });
            }
            if *file >= self.files.len() {
                return Err(PayloadError::NoSuchFile { schema: attribute.schema.clone() });
            }
        }
        match self.sent_files().into_iter().find(|index| !is_media_type(&self.files[*index].mime_type)) {
            Some(index) => Err(PayloadError::BadMediaType { name: self.files[index].name.clone() }),
            None => Ok(()),
        }
    }

    /// The files that an attribute points to, each once, in order.
    pub(crate) fn sent_files(&self) -> Vec<usize> {
        let used: BTreeSet<usize> = self.pointers().map(|(_, (_, file))| *file).collect();
        used.into_iter().collect()
    }

    fn pointers(&self) -> impl Iterator<Item = (&OutgoingAttribute, &(String, usize))> {
        self.attributes.iter().flat_map(|attribute| attribute.file_pointers.iter().map(move |place| (attribute, place)))
    }
}

impl OutgoingAttribute {
    /// The value with what `fill` makes of each file put into its place.
    pub(crate) fn value_with_files(&self, fill: impl Fn(usize) -> Value) -> Value {
        let mut value = self.value.clone();
        for (pointer, file) in &self.file_pointers {
            if let Some(place) = value.pointer_mut(pointer) {
                *place = fill(*file);
            }
        }
        value
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payload").field("attributes", &self.attributes).field("files", &self.files).finish()
    }
}

impl fmt::Debug for OutgoingAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutgoingAttribute")
            .field("id", &self.id)
            .field("schema", &self.schema)
            .field("value", &"[redacted]")
            .finish_non_exhaustive()
    }
}

/// Why a payload cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    /// A pointer leads nowhere in its value.
    #[error("a file of {schema} has no place in its value")]
    NoSuchPlace {
        /// The attribute.
        schema: String,
    },
    /// A pointer names a file that the payload does not have.
    #[error("a file of {schema} is missing")]
    NoSuchFile {
        /// The attribute.
        schema: String,
    },
    /// A file's media type is not `type/subtype`.
    #[error("the document {name} has no usable media type")]
    BadMediaType {
        /// The file.
        name: String,
    },
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};
    use std::sync::Arc;

    use idw_http::FileBody;
    use serde_json::json;

    use super::*;

    struct Empty;

    impl FileBody for Empty {
        fn open(&self) -> io::Result<Box<dyn Read + Send>> {
            Ok(Box::new(io::empty()))
        }
    }

    fn payload(value: Value, places: &[(&str, usize)], types: &[&str]) -> Payload {
        let file = |mime_type: &&str| OutgoingFile {
            name: "a.png".to_owned(),
            mime_type: (*mime_type).to_owned(),
            size: 0,
            body: Arc::new(Empty),
        };
        let attribute = OutgoingAttribute {
            id: None,
            schema: "http://rp.example/a.json".to_owned(),
            label: None,
            value,
            file_pointers: places.iter().map(|(pointer, file)| ((*pointer).to_owned(), *file)).collect(),
        };
        Payload { attributes: vec![attribute], files: types.iter().map(file).collect() }
    }

    #[test]
    fn payloads_that_contradict_themselves() {
        let check = |value: Value, places: &[(&str, usize)], types: &[&str], expected: bool| {
            assert_eq!(payload(value, places, types).check().is_ok(), expected, "{places:?} {types:?}");
        };
        check(json!("Ada"), &[], &[], true);
        check(json!({"image": null}), &[("/image", 0)], &["image/png"], true);
        check(json!([{}]), &[("/0", 0)], &["image/png"], true);
        check(json!({}), &[("", 0)], &["image/png"], true);
        check(json!({}), &[("/image", 0)], &["image/png"], false);
        check(json!({"image": 1}), &[("/image", 1)], &["image/png"], false);
        check(json!({"image": 1}), &[("/image", 0)], &["png"], false);
        check(json!({"image": 1}), &[("/image", 0)], &["image/png\r\nX: y"], false);
    }

    #[test]
    fn only_files_that_are_pointed_to_are_sent() {
        let payload = payload(json!({"a": 1, "b": 2}), &[("/a", 2), ("/b", 0)], &["image/png"; 4]);
        assert_eq!(payload.sent_files(), [0, 2]);
        assert_eq!(payload.attributes[0].value_with_files(|file| json!(file)), json!({"a": 2, "b": 0}));
    }

    #[test]
    fn values_are_not_printed() {
        let text = format!("{:?}", payload(json!("canary"), &[], &["image/png"]));
        assert!(!text.contains("canary") && !text.contains("a.png"), "{text}");
    }
}
