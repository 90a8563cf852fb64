//! Schemas to validators. The one place that configures the validating library.

use jsonschema::{Draft, PatternOptions, Retrieve, Uri, ValidationError, Validator};
use serde_json::Value;

use crate::embedded::Embedded;
use crate::field_path::pointer_token;
use crate::foreign::ForeignSchemaError;
use crate::formats::narrowed;
use crate::resolve::Node;
use crate::schema_url::SchemaUrl;
use crate::violation::{self, Violation};

/// Steps that one pattern with look-around may take on one text.
const BACKTRACK_LIMIT: usize = 20_000;
/// Longest text, in bytes, that such a pattern is tried on: the steps do not count scans within it, so that the
/// time still grows with the square of the length.
const BACKTRACK_TEXT_BYTES: usize = 1000;
/// Largest compiled pattern, in bytes: `a{1000}{1000}` stops here.
const PATTERN_SIZE_LIMIT_BYTES: usize = 1 << 20;

/// A compiled schema.
pub(crate) struct Checker {
    validator: Validator,
    /// Longest text it may be given, where its patterns can take more than linear time.
    max_text_bytes: Option<usize>,
}

impl Checker {
    /// Whether the value fits.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        self.too_long(value).is_none() && self.validator.is_valid(value)
    }

    /// What is wrong with the value; empty when nothing is. `root` is the schema it was compiled from.
    pub(crate) fn violations(&self, value: &Value, root: Node<'_>) -> Vec<Violation> {
        match self.too_long(value) {
            Some(pointer) => vec![violation::too_long(root, pointer, BACKTRACK_TEXT_BYTES)],
            None => violation::collect(&self.validator, value, root),
        }
    }

    fn too_long(&self, value: &Value) -> Option<String> {
        longer_text(value, self.max_text_bytes?)
    }
}

/// JSON pointer to the first text in the value, or object with a property name, of more than `max` bytes.
fn longer_text(value: &Value, max: usize) -> Option<String> {
    match value {
        Value::String(text) => (text.len() > max).then(String::new),
        Value::Array(list) => {
            let inner = |(index, part)| Some(format!("/{index}{}", longer_text(part, max)?));
            list.iter().enumerate().find_map(inner)
        }
        Value::Object(map) => map.iter().find_map(|(name, part)| {
            if name.len() > max {
                return Some(String::new());
            }
            Some(format!("/{}{}", pointer_token(name), longer_text(part, max)?))
        }),
        _ => None,
    }
}

/// A checker for an embedded schema.
pub(crate) fn builtin(schema: &Value) -> Result<Checker, ValidationError<'static>> {
    let options = jsonschema::options().with_draft(Draft::Draft7).should_validate_formats(true);
    let validator = narrowed(options).with_retriever(EmbeddedOnly).build(schema)?;
    Ok(Checker { validator, max_text_bytes: None })
}

/// A checker for a schema that someone else wrote and [`crate::foreign::check`] let pass. Patterns run in an engine of
/// linear time; only a schema that uses look-around or back-references gets the one that has them, under limits.
pub(crate) fn foreign(schema: &Value, url: &SchemaUrl) -> Result<Checker, ForeignSchemaError> {
    let schema = without_identity(schema);
    let options = || {
        narrowed(jsonschema::options())
            .with_draft(Draft::Draft7)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .with_retriever(EmbeddedOnly)
            .with_base_uri(url.address())
    };
    let linear = PatternOptions::regex().size_limit(PATTERN_SIZE_LIMIT_BYTES).dfa_size_limit(PATTERN_SIZE_LIMIT_BYTES);
    if let Ok(validator) = options().with_pattern_options(linear).build(&schema) {
        return Ok(Checker { validator, max_text_bytes: None });
    }
    let backtracking = PatternOptions::fancy_regex()
        .backtrack_limit(BACKTRACK_LIMIT)
        .size_limit(PATTERN_SIZE_LIMIT_BYTES)
        .dfa_size_limit(PATTERN_SIZE_LIMIT_BYTES);
    let validator = options().with_pattern_options(backtracking).build(&schema);
    let validator = validator.map_err(|_| ForeignSchemaError::Unusable)?;
    Ok(Checker { validator, max_text_bytes: Some(BACKTRACK_TEXT_BYTES) })
}

/// The schema without what it says of itself: some name a meta-schema of their own, which nobody has, or an `$id`
/// other than where they were found, which would move the base of their references.
fn without_identity(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(map) = &mut schema {
        map.remove("$schema");
        map.remove("$id");
    }
    schema
}

/// Answers references from the embedded schemas and nothing else.
struct EmbeddedOnly;

impl Retrieve for EmbeddedOnly {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let file = Embedded::by_url(uri.as_str().trim_end_matches('#'));
        file.map(|file| file.schema().clone()).ok_or_else(|| "references to other addresses are not followed".into())
    }
}
