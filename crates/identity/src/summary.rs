//! A value on one line.

use serde_json::Value;

use crate::attribute_type::AttributeType;
use crate::countries::country;
use crate::dates::{DateRole, role};
use crate::display::one_line;
use crate::field::{Choice, Field, FieldKind};
use crate::field_path::{FieldPath, Segment};

/// Longest summary, in characters.
const MAX_CHARS: usize = 120;

/// A value on one line for lists: "Ada", "1985-04-12", "Passport · expires 2031-05-04".
///
/// Codes are shown by name, documents by their title and date. Never fails: of a value that does not fit the
/// schema it shows what it can. The line repeats the value, so it belongs on the user's screen and nowhere else.
pub fn summary(ty: &AttributeType, value: &Value) -> String {
    let fields = ty.fields();
    let mut parts: Vec<String> = Vec::new();
    if ty.file_fields().next().is_some() {
        parts.push(ty.title().to_owned());
    }
    let said_before = parts.len();
    let has_expiry =
        fields.iter().any(|field| role(field) == Some(DateRole::Expires) && field.path.get(value).is_some());
    for field in fields {
        let issue_is_noise = has_expiry && role(field) == Some(DateRole::Issued);
        if !issue_is_noise {
            parts.extend(shown(field, value));
        }
    }
    parts.extend(groups(fields).into_iter().filter_map(|path| count(&path, value)));
    if parts.len() == said_before {
        parts.extend(files(fields, value));
    }
    if parts.is_empty() {
        parts.push(ty.title().to_owned());
    }
    one_line(&parts.join(separator(ty)), MAX_CHARS)
}

fn separator(ty: &AttributeType) -> &str {
    ty.layers().hint("separator").and_then(Value::as_str).unwrap_or(" · ")
}

fn shown(field: &Field, value: &Value) -> Option<String> {
    let part = field.path.get(value)?;
    let text = match part {
        Value::Array(list) if field.repeated => {
            let texts: Vec<_> = list.iter().filter_map(|one| leaf_text(&field.kind, one)).collect();
            texts.join(", ")
        }
        one => leaf_text(&field.kind, one)?,
    };
    if text.trim().is_empty() {
        return None;
    }
    match role(field) {
        Some(DateRole::Issued) => Some(format!("issued {text}")),
        Some(DateRole::Expires) => Some(format!("expires {text}")),
        None => Some(text),
    }
}

fn leaf_text(kind: &FieldKind, value: &Value) -> Option<String> {
    let named = match kind {
        FieldKind::File(_) | FieldKind::Json => return None,
        FieldKind::Country => value.as_str().and_then(country).map(|country| country.name.clone()),
        FieldKind::Choice { choices, .. } => label(choices, value),
        FieldKind::Boolean => value.as_bool().map(|yes| if yes { "yes" } else { "no" }.to_owned()),
        _ => None,
    };
    named.or_else(|| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn label(choices: &[Choice], value: &Value) -> Option<String> {
    choices.iter().find(|choice| choice.value == *value).map(|choice| choice.label.clone())
}

/// The lists of groups (members of a company), each once.
fn groups(fields: &[Field]) -> Vec<FieldPath> {
    let mut found: Vec<FieldPath> = fields.iter().filter_map(Field::group).collect();
    found.dedup();
    found
}

fn count(group: &FieldPath, value: &Value) -> Option<String> {
    let entries = group.get(value)?.as_array()?.len();
    let name = match group.segments().last() {
        Some(Segment::Key(name)) => name.replace('_', " "),
        _ => "entries".into(),
    };
    Some(format!("{name}: {entries}"))
}

fn files(fields: &[Field], value: &Value) -> Option<String> {
    let count: usize = fields
        .iter()
        .filter(|field| field.kind.is_file())
        .filter_map(|field| field.path.get(value))
        .map(|part| part.as_array().map_or(1, Vec::len))
        .sum();
    match count {
        0 => None,
        1 => Some("1 file".into()),
        more => Some(format!("{more} files")),
    }
}
