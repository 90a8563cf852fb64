//! Schemas that relying parties publish: what is checked before any of it is used.

use std::collections::HashMap;

use serde_json::Value;

use crate::display::one_line;
use crate::form;
use crate::resolve::{Node, Target, target};
use crate::schema_url::SchemaUrl;

/// Largest foreign schema, in bytes of JSON text; the platform's largest has 20 KB.
pub const MAX_SCHEMA_BYTES: usize = 256 * 1024;
/// Deepest nesting, references not followed.
const MAX_DEPTH: usize = 32;
/// Deepest nesting with references followed: bounds the stack that compiling and checking take.
const MAX_EXPANDED_DEPTH: usize = 64;
/// Parts that checking one value can visit, a shared definition counted each time it is used. Stops definitions
/// that double at each level ("billion laughs").
const MAX_EXPANDED_PARTS: u64 = 50_000;
/// Longest single pattern, in bytes.
const MAX_PATTERN_BYTES: usize = 1024;
/// Longest text taken over for display, in characters.
pub(crate) const MAX_TITLE_CHARS: usize = 120;
pub(crate) const MAX_DESCRIPTION_CHARS: usize = 1000;

/// Why a relying party's own schema is not used. Nothing was fetched or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ForeignSchemaError {
    /// More than [`MAX_SCHEMA_BYTES`].
    #[error("the site's schema is larger than {} KB", MAX_SCHEMA_BYTES / 1024)]
    TooLarge,
    /// Nested too deeply.
    #[error("the site's schema is nested too deeply")]
    TooDeep,
    /// Its definitions multiply beyond what can be checked.
    #[error("the site's schema takes too much work to check a value against")]
    TooComplex,
    /// More fields than a form can show.
    #[error("the site's schema has more than {} fields", form::MAX_FIELDS)]
    TooManyFields,
    /// A definition that contains itself.
    #[error("the site's schema refers to itself without end")]
    Recursive,
    /// A reference to another document that is not at hand.
    #[error("the site's schema refers to one at another address, which the wallet does not have")]
    RemoteReference,
    /// A reference to a document of the platform that is none of its attributes or definitions.
    #[error("the site's schema refers to a schema of the platform that this wallet does not know")]
    UnknownOfPlatform,
    /// Spread over more than [`MAX_DOCUMENTS`](crate::MAX_DOCUMENTS).
    #[error("the site's schema is spread over more than {} documents", crate::MAX_DOCUMENTS)]
    TooManyDocuments,
    /// A pattern of more than 1024 bytes.
    #[error("the site's schema has a pattern of more than {MAX_PATTERN_BYTES} characters")]
    PatternTooLong,
    /// Not a JSON Schema, a reference that leads nowhere, or a pattern that cannot be compiled.
    #[error("what the site gives as schema is not a valid JSON Schema (draft 7)")]
    Unusable,
}

/// Checks everything that has to hold before the schema is compiled.
pub(crate) fn check(url: &SchemaUrl, schema: &Value) -> Result<(), ForeignSchemaError> {
    if !schema.is_object() {
        return Err(ForeignSchemaError::Unusable);
    }
    let mut size = 0;
    measure(schema, 0, &mut size)?;
    let mut work = Work { base: url.address(), known: HashMap::new() };
    if work.extent(Node::root(schema, url), 0)?.parts > MAX_EXPANDED_PARTS {
        return Err(ForeignSchemaError::TooComplex);
    }
    // `form::fields` stops by itself soon after the limit.
    if form::fields(Node::root(schema, url), "", "").len() > form::MAX_FIELDS {
        return Err(ForeignSchemaError::TooManyFields);
    }
    Ok(())
}

/// A foreign text for display; none if it is no text or nothing of it can be shown.
pub(crate) fn display_text(text: &Value, max_chars: usize) -> Option<String> {
    text.as_str().map(|text| one_line(text, max_chars)).filter(|text| !text.is_empty())
}

/// The name people type for an attribute at this URL: `https://rp.example/schemas/Member_No.json` → `member-no`.
pub(crate) fn short_name(url: &SchemaUrl) -> String {
    let path = url.key().split(['?', '#']).next().unwrap_or_default();
    let (_, path) = path.split_once('/').unwrap_or_default();
    let file = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    let name: String = file
        .trim_end_matches(".json")
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let words: Vec<_> = name.split('-').filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(MAX_TITLE_CHARS).collect();
    if name.is_empty() { "attribute".into() } else { name }
}

/// Adds up the bytes of the JSON text, give or take escapes, and stops at the limits.
pub(crate) fn measure(value: &Value, depth: usize, size: &mut usize) -> Result<(), ForeignSchemaError> {
    if depth > MAX_DEPTH {
        return Err(ForeignSchemaError::TooDeep);
    }
    *size += match value {
        Value::String(text) => text.len() + 2,
        Value::Object(map) => map.keys().map(|key| key.len() + 4).sum::<usize>() + 2,
        Value::Array(list) => list.len() + 2,
        _ => 4,
    };
    if *size > MAX_SCHEMA_BYTES {
        return Err(ForeignSchemaError::TooLarge);
    }
    match value {
        Value::Object(map) => map.values().try_for_each(|part| measure(part, depth + 1, size)),
        Value::Array(list) => list.iter().try_for_each(|part| measure(part, depth + 1, size)),
        _ => Ok(()),
    }
}

/// Walks the schema as checking a value would, each definition once.
struct Work<'a> {
    base: &'a str,
    /// What a part amounts to; none while it is being walked.
    known: HashMap<usize, Option<Extent>>,
}

/// A part with all it contains and refers to.
#[derive(Clone, Copy, Default)]
struct Extent {
    parts: u64,
    /// Longest way down.
    height: usize,
}

impl Extent {
    fn add(&mut self, inner: Self) {
        self.parts = self.parts.saturating_add(inner.parts);
        self.height = self.height.max(inner.height + 1);
    }
}

impl Work<'_> {
    fn extent(&mut self, node: Node<'_>, depth: usize) -> Result<Extent, ForeignSchemaError> {
        if depth > MAX_EXPANDED_DEPTH {
            return Err(ForeignSchemaError::TooDeep);
        }
        match self.known.get(&node.identity()) {
            Some(None) => return Err(ForeignSchemaError::Recursive),
            Some(Some(known)) => return Ok(*known),
            None => {}
        }
        self.known.insert(node.identity(), None);
        let mut extent = Extent { parts: 1, height: 0 };
        self.reference(node, depth, &mut extent)?;
        self.parts(node, depth, &mut extent)?;
        // A definition met a second time is not walked again, so its height has to count here.
        if extent.height > MAX_EXPANDED_DEPTH {
            return Err(ForeignSchemaError::TooDeep);
        }
        self.known.insert(node.identity(), Some(extent));
        Ok(extent)
    }

    fn parts(&mut self, node: Node<'_>, depth: usize, extent: &mut Extent) -> Result<(), ForeignSchemaError> {
        match node.schema {
            Value::Object(map) => {
                for (keyword, part) in map.iter().filter(|(keyword, part)| holds_schemas(keyword, part)) {
                    check_keyword(keyword, part)?;
                    extent.add(self.extent(node.child(part), depth + 1)?);
                }
            }
            Value::Array(list) => {
                for part in list {
                    extent.add(self.extent(node.child(part), depth + 1)?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn reference(&mut self, node: Node<'_>, depth: usize, extent: &mut Extent) -> Result<(), ForeignSchemaError> {
        let Some(reference) = node.schema.get("$ref").and_then(Value::as_str) else { return Ok(()) };
        let Some(next) = node.follow(reference) else {
            return Err(match target(reference, self.base) {
                Target::Elsewhere => ForeignSchemaError::RemoteReference,
                Target::Same { .. } | Target::Embedded { .. } => ForeignSchemaError::Unusable,
            });
        };
        extent.add(self.extent(next, depth + 1)?);
        Ok(())
    }
}

/// Whether a keyword's value is to be walked: data is not, though it may look like a schema. (A property that is
/// called `enum` is described by an object or a boolean, which the keyword never is.)
pub(crate) fn holds_schemas(keyword: &str, part: &Value) -> bool {
    match keyword {
        "enum" | "examples" | "required" => !part.is_array(),
        "const" | "default" => false,
        _ => true,
    }
}

fn check_keyword(keyword: &str, part: &Value) -> Result<(), ForeignSchemaError> {
    let Some(text) = part.as_str() else { return check_property_patterns(keyword, part) };
    match keyword {
        "pattern" if text.len() > MAX_PATTERN_BYTES => Err(ForeignSchemaError::PatternTooLong),
        _ => Ok(()),
    }
}

fn check_property_patterns(keyword: &str, part: &Value) -> Result<(), ForeignSchemaError> {
    let patterns = part.as_object().filter(|_| keyword == "patternProperties");
    let too_long = patterns.into_iter().flatten().any(|(pattern, _)| pattern.len() > MAX_PATTERN_BYTES);
    if too_long { Err(ForeignSchemaError::PatternTooLong) } else { Ok(()) }
}
