//! Files in a value: `{"mimeType", "size", "content"}`.

use serde_json::{Value, json};

use crate::attribute_type::AttributeType;
use crate::field_path::pointer_token;
use crate::resolve::{Layers, Node};

/// Deepest value that is searched for files; JSON readers stop at 128.
const MAX_DEPTH: usize = 128;

/// A reference to a file as it stands in a value. In the wallet `content` is the identifier of the stored
/// document; on the way to a relying party it becomes the identifier that the upload gave (LWS, attribute values).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileObject {
    /// Media type, such as `image/png`.
    pub mime_type: String,
    /// Length in bytes.
    pub size: u64,
    /// What the bytes are known by.
    pub content: String,
}

/// What a schema wants of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileRules {
    /// Media types that are accepted; empty when any is.
    pub types: Vec<String>,
    /// Largest size in bytes.
    pub max_bytes: Option<u64>,
}

/// A file object in a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    /// JSON pointer (RFC 6901) to the object.
    pub pointer: String,
    /// The object.
    pub file: FileObject,
    /// What the schema wants of it; nothing where the schema does not describe the place.
    pub rules: FileRules,
}

impl FileObject {
    /// Reads `{"mimeType", "size", "content"}`; anything that lacks one of them or has it in another type is none.
    pub fn from_value(value: &Value) -> Option<Self> {
        Some(Self {
            mime_type: value.get("mimeType")?.as_str()?.to_owned(),
            size: value.get("size")?.as_u64()?,
            content: value.get("content")?.as_str()?.to_owned(),
        })
    }

    /// The object as JSON.
    pub fn to_value(&self) -> Value {
        json!({"mimeType": self.mime_type, "size": self.size, "content": self.content})
    }
}

impl FileRules {
    /// Whether a file of this type may stand here.
    pub fn allows_type(&self, mime_type: &str) -> bool {
        self.types.is_empty() || self.types.iter().any(|one| one == mime_type)
    }

    /// Whether a file of this many bytes may stand here.
    pub fn allows_size(&self, size: u64) -> bool {
        self.max_bytes.is_none_or(|max| size <= max)
    }

    /// The rules of a schema, if it describes a file object.
    pub(crate) fn of(layers: &Layers<'_>) -> Option<Self> {
        let properties = layers.properties();
        let property = |name: &str| properties.iter().find(|(known, _)| *known == name).map(|(_, node)| node.layers());
        let (mime_type, _) = (property("mimeType")?, property("content")?);
        let types = mime_type.get("enum").and_then(Value::as_array);
        Some(Self {
            types: types.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
            max_bytes: property("size").and_then(|size| size.get("maximum")?.as_u64()),
        })
    }
}

/// All file objects in a value, in document order.
///
/// They are found by their shape wherever they stand, also where the schema says nothing: a place that was
/// overlooked would send the wallet's own document identifier out as if it were the file.
pub fn file_places(ty: &AttributeType, value: &Value) -> Vec<FilePlace> {
    let mut found = Vec::new();
    search(value, &[ty.root()], String::new(), &mut found, 0);
    found
}

/// The same without what their schema says of them, which takes much longer to find out.
pub fn files_in(value: &Value) -> Vec<FileObject> {
    fn gather(value: &Value, found: &mut Vec<FileObject>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::Object(map) => match FileObject::from_value(value) {
                Some(file) => found.push(file),
                None => map.values().for_each(|part| gather(part, found, depth + 1)),
            },
            Value::Array(list) => list.iter().for_each(|part| gather(part, found, depth + 1)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    gather(value, &mut found, 0);
    found
}

fn search(value: &Value, schemas: &[Node<'_>], pointer: String, found: &mut Vec<FilePlace>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    let layers: Vec<_> = schemas.iter().map(|node| node.layers()).collect();
    if let Some(file) = FileObject::from_value(value) {
        let rules = layers.iter().find_map(FileRules::of).unwrap_or_default();
        found.push(FilePlace { pointer, file, rules });
        return;
    }
    match value {
        Value::Object(map) => {
            for (name, part) in map {
                let inner: Vec<_> = layers.iter().flat_map(|layers| layers.property(name)).collect();
                search(part, &inner, format!("{pointer}/{}", pointer_token(name)), found, depth + 1);
            }
        }
        Value::Array(list) => {
            let inner: Vec<_> = layers.iter().flat_map(Layers::items).collect();
            for (index, part) in list.iter().enumerate() {
                search(part, &inner, format!("{pointer}/{index}"), found, depth + 1);
            }
        }
        _ => {}
    }
}
