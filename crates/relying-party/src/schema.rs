//! JSON Schemas of the attributes, embedded from `assets/schemas`, and validation against them.

use std::collections::{BTreeMap, HashMap};

use jsonschema::{Draft, EmailOptions, Registry, Validator};
use serde_json::Value;

use crate::config::ConfigError;
use crate::plain_values::{bad_texts, is_mailbox};

/// Where the schemas of the SelfKey platform live.
pub(crate) const PLATFORM_ATTRIBUTES: &str = "http://platform.selfkey.org/schema/attribute/";

/// The platform's own names of definitions that its attributes share, each with the embedded file that has the same. A
/// site's own schema may refer to them.
const SHARED: [(&str, &str); 7] = [
    ("http://platform.selfkey.org/schema/file/image.json", "_defs/file.json"),
    ("http://platform.selfkey.org/schema/file/document.json", "_defs/file.json"),
    ("http://platform.selfkey.org/schema/file/audio.json", "_defs/audio-file.json"),
    ("http://platform.selfkey.org/schema/misc/expiry-date.json", "_defs/date.json"),
    ("http://platform.selfkey.org/schema/misc/issue-date.json", "_defs/date.json"),
    ("http://platform.selfkey.org/schema/misc/date.json", "_defs/date.json"),
    ("http://platform.selfkey.org/schema/misc/selfie.json", "_defs/selfie.json"),
];

/// (path below `assets/schemas`, text)
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// Violations reported for one value; the rest is left out, an answer must stay readable.
const MAX_VIOLATIONS: usize = 8;

/// A schema URL as it is compared: without scheme and surrounding spaces.
///
/// `http:` and `https:` name the same attribute, and trailing spaces occur in the wild.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SchemaKey(String);

impl SchemaKey {
    pub(crate) fn of(url: &str) -> Self {
        let url = url.trim();
        let bare = url.strip_prefix("https:").or_else(|| url.strip_prefix("http:")).unwrap_or(url);
        Self(bare.to_owned())
    }
}

/// The last part of a schema URL without its extension: `first-name`.
pub(crate) fn short_name(url: &str) -> &str {
    let name = url.trim().rsplit('/').next().unwrap_or(url);
    name.strip_suffix(".json").unwrap_or(name)
}

/// What is wrong with a value, and where in it.
#[derive(Debug)]
pub(crate) struct Violation {
    /// JSON pointer into the value; empty for the whole of it.
    pub(crate) pointer: String,
    /// Never quotes the value.
    pub(crate) message: String,
}

/// Compiled schemas by URL. Nothing is ever fetched.
#[derive(Debug)]
pub(crate) struct Schemas {
    validators: HashMap<SchemaKey, Checker>,
    /// What can be asked for, as it is spelt here, in order.
    urls: Vec<String>,
}

#[derive(Debug)]
struct Checker {
    validator: Validator,
    /// Whether it has a place for text of several lines.
    has_lines: bool,
}

/// A text that may be longer than this can have several lines.
const LINE_CHARS: u64 = 200;

/// Whether a schema says anywhere in it that a text may be long.
fn has_lines(schema: &Value) -> bool {
    match schema {
        Value::Object(map) => {
            let is_long = map.get("maxLength").and_then(Value::as_u64).is_some_and(|max| max > LINE_CHARS);
            is_long || map.get("widget").is_some_and(|widget| widget == "multiline") || map.values().any(has_lines)
        }
        Value::Array(list) => list.iter().any(has_lines),
        _ => false,
    }
}

impl Schemas {
    /// Compiles the known schemas and those that the site brings along.
    pub(crate) fn compile(own: &BTreeMap<String, Value>) -> Result<Self, ConfigError> {
        let mut documents = embedded()?;
        documents.extend(own.iter().map(|(url, schema)| (url.clone(), schema.clone())));
        let faulty = |url: &str, reason: String| ConfigError::Schema { url: url.to_owned(), reason };

        let mut builder = Registry::new().draft(Draft::Draft7);
        for (url, schema) in &documents {
            builder = builder.add(url.as_str(), schema).map_err(|error| faulty(url, error.to_string()))?;
        }
        let registry = builder.prepare().map_err(|error| faulty("(all)", error.to_string()))?;

        let mut validators = HashMap::new();
        for (url, schema) in &documents {
            let validator = jsonschema::options()
                .with_draft(Draft::Draft7)
                .with_base_uri(url.as_str())
                .with_registry(&registry)
                .should_validate_formats(true)
                .with_format("email", is_mailbox)
                // For `idn-email`, which is read by the library.
                .with_email_options(EmailOptions::default().without_display_text())
                .offline()
                .build(schema)
                .map_err(|error| faulty(url, error.to_string()))?;
            validators.insert(SchemaKey::of(url), Checker { validator, has_lines: has_lines(schema) });
        }
        let mut urls: Vec<String> = documents.iter().map(|(url, _)| url.clone()).collect();
        urls.retain(|url| !url.contains("/_defs/") && SHARED.iter().all(|(shared, _)| shared != url));
        urls.sort();
        Ok(Self { validators, urls })
    }

    /// Every attribute that can be asked for.
    pub(crate) fn urls(&self) -> &[String] {
        &self.urls
    }

    pub(crate) fn knows(&self, url: &str) -> bool {
        self.validators.contains_key(&SchemaKey::of(url))
    }

    /// What is wrong with `value`; nothing when it fits.
    pub(crate) fn violations(&self, url: &str, value: &Value) -> Vec<Violation> {
        let Some(Checker { validator, has_lines }) = self.validators.get(&SchemaKey::of(url)) else {
            return vec![Violation { pointer: String::new(), message: "no schema is known for it".to_owned() }];
        };
        let describe = |error: jsonschema::ValidationError<'_>| Violation {
            pointer: error.instance_path().to_string(),
            message: error.masked().to_string(),
        };
        let mut found: Vec<Violation> = validator.iter_errors(value).take(MAX_VIOLATIONS).map(describe).collect();
        for (pointer, message) in bad_texts(value, *has_lines, MAX_VIOLATIONS - found.len()) {
            found.push(Violation { pointer, message: message.to_owned() });
        }
        found
    }
}

/// The embedded schemas under their own names. A file without `$id` is data about schemas, not a schema.
fn embedded() -> Result<Vec<(String, Value)>, ConfigError> {
    let mut schemas = Vec::new();
    for (path, text) in EMBEDDED {
        let document: Value = serde_json::from_str(text)
            .map_err(|error| ConfigError::Schema { url: (*path).to_owned(), reason: error.to_string() })?;
        if let Some(url) = document.get("$id").and_then(Value::as_str) {
            schemas.push((url.to_owned(), document));
        }
    }
    for (url, path) in SHARED {
        let refers = serde_json::json!({"$ref": format!("{PLATFORM_ATTRIBUTES}{path}")});
        schemas.push((url.to_owned(), refers));
    }
    Ok(schemas)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn urls_are_compared_without_scheme_and_spaces() {
        let key = SchemaKey::of("http://platform.selfkey.org/schema/attribute/cv.json");
        assert_eq!(SchemaKey::of(" https://platform.selfkey.org/schema/attribute/cv.json  "), key);
        assert_ne!(SchemaKey::of("http://platform.selfkey.org/schema/attribute/cv"), key);
    }

    #[test]
    fn the_short_name_is_the_file_name() {
        assert_eq!(short_name("http://platform.selfkey.org/schema/attribute/first-name.json "), "first-name");
        assert_eq!(short_name("https://club.example/member"), "member");
    }

    #[test]
    fn known_attributes_are_checked_by_their_schemas() {
        let schemas = Schemas::compile(&BTreeMap::new()).unwrap();
        let file = json!({"mimeType": "image/png", "size": 10, "content": "x"});
        let check = |name: &str, value: Value, fits: bool| {
            let violations = schemas.violations(&format!("{PLATFORM_ATTRIBUTES}{name}.json"), &value);
            assert_eq!(violations.is_empty(), fits, "{name} {value}: {violations:?}");
        };
        check("first-name", json!("Ada"), true);
        check("first-name", json!(7), false);
        check("email", json!("ada@mail.example"), true);
        check("email", json!("ada"), false);
        check("email", json!("Ada <ada@mail.example>"), false);
        check("email", json!("ada <script>alert(1)</script> <a@b.example>"), false);
        check("email", json!("Ada\r\nBcc: x <ada@mail.example>"), false);
        check("first-name", json!("\u{3164}"), false);
        check("first-name", json!("Ada\u{0}"), false);
        check("date-of-birth", json!("1985-04-12"), true);
        check("date-of-birth", json!("12.04.1985"), false);
        check("nationality", json!({"country": "CH"}), true);
        check("nationality", json!({"country": "ch"}), false);
        check("physical-address", json!({"address_line_1": "1 Main Street"}), true);
        check("physical-address", json!({}), false);
        let bill = json!({"images": [file], "issued": "2031-01-02"});
        check("utility-bill", bill, true);
        check("utility-bill", json!({"images": ["$document-1"], "issued": "2031-01-02"}), false);
        check("no-such-attribute", json!("x"), false);
    }

    #[test]
    fn a_sites_own_schema_may_refer_to_the_platforms_files() {
        let url = "https://club.example/card.json";
        let schema = json!({"properties": {"scan": {"$ref": "http://platform.selfkey.org/schema/file/image.json"}}});
        let schemas = Schemas::compile(&BTreeMap::from([(url.to_owned(), schema)])).unwrap();
        let file = json!({"mimeType": "image/png", "size": 10, "content": "x"});
        assert!(schemas.violations(url, &json!({"scan": file})).is_empty());
        assert!(!schemas.violations(url, &json!({"scan": {"size": 10}})).is_empty());
    }

    #[test]
    fn the_attributes_of_the_platform_are_all_there() {
        let schemas = Schemas::compile(&BTreeMap::new()).unwrap();
        let count = schemas.validators.keys().filter(|key| !key.0.contains("/_defs/")).count();
        assert!(count >= 38, "only {count} attribute schemas are embedded");
    }

    #[test]
    fn a_violation_does_not_quote_the_value() {
        let schemas = Schemas::compile(&BTreeMap::new()).unwrap();
        let found = schemas.violations(&format!("{PLATFORM_ATTRIBUTES}email.json"), &json!("canary"));
        assert!(found.iter().all(|violation| !violation.message.contains("canary")), "{found:?}");
    }
}
