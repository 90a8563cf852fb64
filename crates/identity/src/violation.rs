//! What is wrong with a value, in sentences that can be shown anywhere.

use std::fmt;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::display::one_line;
use crate::field_path::pointer_token;
use crate::formats::with_ascii_host;
use crate::mending::fits_without;
use crate::resolve::{Layers, Node};
use crate::texts::BadText;

/// One thing that is wrong with a value.
///
/// Neither part repeats the value: violations end up in logs and on screens where it does not belong. The pointer
/// holds property names and positions only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// JSON pointer (RFC 6901) to the part at fault; to where it should be, if it is missing.
    pub pointer: String,
    /// One sentence on what is wrong or wanted.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Longest part of a schema's description that stands in a sentence.
const MAX_FORM_CHARS: usize = 200;

impl Violation {
    /// No more than this many are reported for one value.
    pub const MAX: usize = 20;
}

/// Checks `value` and puts what is wrong into words; empty when nothing is.
pub(crate) fn collect(validator: &Validator, value: &Value, root: Node<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for error in validator.iter_errors(value).take(Violation::MAX) {
        let violation = describe(&error, value, validator, root);
        if !found.contains(&violation) {
            found.push(violation);
        }
    }
    found
}

/// The text at `pointer` is longer than the patterns of its schema may be tried on.
pub(crate) fn too_long(root: Node<'_>, pointer: String, max_bytes: usize) -> Violation {
    let name = name_at(root, &pointer);
    Violation {
        pointer,
        message: format!("{name} is longer than the {max_bytes} characters up to which it can be checked."),
    }
}

/// Adds the texts that no value may have, unless something is wrong with them already.
pub(crate) fn add_bad_texts(found: &mut Vec<Violation>, bad: Vec<(String, BadText)>, root: Node<'_>) {
    for (pointer, fault) in bad {
        if found.len() < Violation::MAX && !found.iter().any(|violation| violation.pointer == pointer) {
            let message = format!("{} {}.", name_at(root, &pointer), fault.complaint());
            found.push(Violation { pointer, message });
        }
    }
}

/// One more thing that is wrong with the part at `pointer`.
pub(crate) fn about(root: Node<'_>, pointer: String, complaint: &str) -> Violation {
    Violation { message: format!("{} {complaint}.", name_at(root, &pointer)), pointer }
}

fn describe(error: &ValidationError<'_>, value: &Value, validator: &Validator, root: Node<'_>) -> Violation {
    let mut pointer = error.instance_path().as_str().to_owned();
    if let ValidationErrorKind::Required { property } = error.kind() {
        pointer.push('/');
        pointer.push_str(&pointer_token(property.as_str().unwrap_or_default()));
    }
    let name = name_at(root, &pointer);
    let message = match error.kind() {
        ValidationErrorKind::Pattern { .. } => {
            let remedy = fits_without(validator, value, &pointer);
            let remedy = remedy.map(|remedy| format!(" Yours fits {remedy}.")).unwrap_or_default();
            format!("{name} {}.{remedy}", form_wanted(root, &pointer))
        }
        ValidationErrorKind::Format { format } if matches!(format.as_str(), "email" | "idn-email") => {
            format!("{name} {}.", email_complaint(error.instance().as_str().unwrap_or_default()))
        }
        kind => format!("{name} {}.", complaint(kind)),
    };
    Violation { pointer, message }
}

/// What the schema says of the form of a text that has a pattern.
fn form_wanted(root: Node<'_>, pointer: &str) -> String {
    let nodes = nodes_at(root, pointer).unwrap_or_default();
    let text = |read: &dyn Fn(&Layers<'_>) -> Option<String>| nodes.iter().find_map(|node| read(&node.layers()));
    if let Some(form) = text(&|layers| Some(layers.hint("form")?.as_str()?.to_owned())) {
        return format!("has to be {}", one_line(&form, MAX_FORM_CHARS));
    }
    let described = text(&|layers| layers.text("description").map(|text| one_line(text, MAX_FORM_CHARS)));
    match described.filter(|text| !text.is_empty()) {
        Some(description) => {
            let description = description.trim_end_matches('.');
            format!("does not have the form that is wanted; its schema says: \"{description}\"")
        }
        None => "does not have the form that is wanted".into(),
    }
}

/// What is wrong with an email address, without repeating it.
fn email_complaint(text: &str) -> &'static str {
    let has_name = text.contains('<') && text.contains('>');
    let host_is_mendable = with_ascii_host(text).is_ascii();
    match text {
        _ if has_name => "has to be the address alone, without a name or angle brackets, such as name@mail.example",
        _ if !text.is_ascii() && host_is_mendable => {
            "has to have its host in the form that begins with xn--, such as name@xn--mller-kva.example"
        }
        _ if text.contains([',', ';']) => "has to be one email address, such as name@mail.example",
        _ => "has to be an email address such as name@mail.example",
    }
}

/// What follows the name of the part. Wording draws on the schema alone, never on the value.
fn complaint(kind: &ValidationErrorKind) -> String {
    use ValidationErrorKind as Kind;
    match kind {
        Kind::Required { .. } => "is missing".into(),
        Kind::Type { kind } => format!("has to be {}", types(kind)),
        Kind::Format { format } => format!("has to be {}", format_name(format)),
        Kind::Enum { .. } | Kind::Constant { .. } => "is not one of the values that are allowed".into(),
        Kind::MinLength { limit: 1 } => "must not be empty".into(),
        Kind::MinLength { limit } => format!("needs at least {limit} characters"),
        Kind::MaxLength { limit } => format!("may have at most {limit} characters"),
        Kind::MinItems { limit } => format!("needs at least {}", entries(*limit)),
        Kind::MaxItems { limit } => format!("may have at most {}", entries(*limit)),
        Kind::AdditionalItems { limit } => format!("may have at most {}", entries(*limit as u64)),
        Kind::Minimum { limit } => format!("has to be {limit} or more"),
        Kind::Maximum { limit } => format!("has to be {limit} or less"),
        Kind::ExclusiveMinimum { limit } => format!("has to be more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("has to be less than {limit}"),
        Kind::MultipleOf { multiple_of } => format!("has to be a multiple of {multiple_of}"),
        Kind::UniqueItems => "has the same entry twice".into(),
        Kind::MinProperties { .. } => "has too few parts".into(),
        Kind::MaxProperties { .. } => "has too many parts".into(),
        Kind::AdditionalProperties { .. } | Kind::UnevaluatedProperties { .. } | Kind::PropertyNames { .. } => {
            "has a part that is not allowed here".into()
        }
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => {
            "could not be checked: the pattern in its schema takes too long".into()
        }
        Kind::FalseSchema | Kind::Not { .. } => "is not allowed here".into(),
        Kind::AnyOf { .. } | Kind::OneOfNotValid { .. } => "has none of the forms that are allowed".into(),
        Kind::OneOfMultipleValid { .. } => "fits several forms of which only one is allowed".into(),
        _ => "is not what its schema wants".into(),
    }
}

fn entries(count: u64) -> String {
    if count == 1 { "one entry".into() } else { format!("{count} entries") }
}

fn format_name(format: &str) -> &'static str {
    match format {
        "date" => "a date such as 1985-04-12",
        "date-time" => "a date and time such as 1985-04-12T09:30:00Z",
        "time" => "a time such as 09:30:00Z",
        "uri" | "iri" => "a web address",
        "hostname" | "idn-hostname" => "a host name",
        "ipv4" | "ipv6" => "an IP address",
        "uuid" => "a UUID",
        _ => "in the form that is wanted",
    }
}

fn types(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(one) => type_name(&one.to_string()).to_owned(),
        TypeKind::Multiple(several) => {
            let names: Vec<_> = several.iter().map(|one| type_name(&one.to_string())).collect();
            names.join(" or ")
        }
    }
}

fn type_name(name: &str) -> &'static str {
    match name {
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "yes or no (true or false)",
        "array" => "a list",
        "object" => "an object with named parts",
        _ => "empty",
    }
}

/// Every description of the part at `pointer`; none where the schema has no more to say of it.
fn nodes_at<'a>(root: Node<'a>, pointer: &str) -> Option<Vec<Node<'a>>> {
    let mut nodes = vec![root];
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let named: Vec<_> = nodes.iter().flat_map(|node| node.layers().property(&name)).collect();
        let items: Vec<_> = nodes.iter().flat_map(|node| node.layers().items()).collect();
        nodes = if named.is_empty() { items } else { named };
    }
    (!nodes.is_empty()).then_some(nodes)
}

/// What the part at `pointer` is called, by the titles in the schema.
fn name_at(root: Node<'_>, pointer: &str) -> String {
    let mut title: Option<String> = None;
    let mut nodes = vec![root];
    for token in pointer.split('/').skip(1) {
        let layers: Vec<_> = nodes.iter().map(|node| node.layers()).collect();
        let name = token.replace("~1", "/").replace("~0", "~");
        let named: Vec<_> = layers.iter().flat_map(|layers| layers.property(&name)).collect();
        if named.is_empty() {
            nodes = layers.iter().flat_map(Layers::items).collect();
            let number = token.parse().map(|index: usize| index.saturating_add(1));
            title = Some(match (number, title) {
                (Ok(number), Some(list)) => format!("{list}, entry {number}"),
                (Ok(number), None) => format!("Entry {number}"),
                (Err(_), _) => "This part".into(),
            });
        } else {
            let text = named.iter().find_map(|node| node.layers().text("title").map(str::to_owned));
            title = Some(match (title, text) {
                (Some(outer), Some(text)) if outer.contains(", entry ") => format!("{outer}: {text}"),
                (_, Some(text)) => text,
                (_, None) => format!("\"{name}\""),
            });
            nodes = named;
        }
    }
    title.unwrap_or_else(|| "The value".into())
}
