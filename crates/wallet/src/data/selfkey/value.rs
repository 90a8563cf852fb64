//! A value of the SelfKey wallet as this wallet has it.

use idw_words::{Message as _, MessageData, message};
use serde_json::{Map, Value, json};

use super::rows::{AttributeRow, IdentityRow};
use crate::plain::line;

/// What stands for a document in a value, before its number.
const DOCUMENT: &str = "$document-";

/// The value, which refers to documents by their numbers; or why there is none: whole sentences.
pub(super) fn of(row: &AttributeRow) -> Result<Value, MessageData> {
    if row.schema.is_none() {
        return Err(message::ImportReasonSelfkeyWhich.data());
    }
    let data = row.data.as_deref().ok_or(message::ImportReasonSelfkeyText)?;
    let data: Value = serde_json::from_str(data).map_err(|_| message::ImportReasonSelfkeyDamaged)?;
    match data.get("value").cloned().and_then(converted) {
        Some(value) => Ok(value),
        None => Err(message::ImportReasonSelfkeyEmpty.data()),
    }
}

/// The value with documents as files, and without what says nothing: forms that were left empty are in it as `null` and `{}`.
fn converted(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(match text.strip_prefix(DOCUMENT) {
            // The wallet finds type and size in the document itself.
            Some(id) => json!({"mimeType": "", "size": 0, "content": id}),
            None => Value::String(mended_date(text)),
        }),
        Value::Array(list) => Some(Value::Array(list.into_iter().filter_map(converted).collect())),
        Value::Object(members) => {
            let members = members.into_iter().filter_map(|(name, value)| Some((name, converted(value)?)));
            let members: Map<String, Value> = members.collect();
            (!members.is_empty()).then_some(Value::Object(members))
        }
        other => Some(other),
    }
}

/// Where the SelfKey wallet renewed a database of 2018, it wrote October as `010`.
fn mended_date(text: String) -> String {
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year, "010", day] if [year.len(), day.len()] == [4, 2] => format!("{year}-10-{day}"),
        _ => text,
    }
}

/// Whether a label says no more than what the attribute is called. The SelfKey wallet wants one for each value.
pub(super) fn only_names(label: &str, called: &[&str]) -> bool {
    let bare =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    called.iter().any(|name| bare(name) == bare(label))
}

/// What to call an identity in a list: by its own name, or by those that its attributes have. It can be empty.
pub(super) fn name(identity: &IdentityRow, attributes: &[&AttributeRow]) -> String {
    let called = |attribute: &str| {
        let ending = format!("/{attribute}.json");
        let is_it = |row: &&&AttributeRow| row.schema.as_ref().is_some_and(|schema| schema.ends_with(&ending));
        let value = of(attributes.iter().find(is_it)?).ok()?;
        value.as_str().map(str::to_owned)
    };
    let own = identity.name.clone().filter(|name| !name.trim().is_empty());
    let name = own.or_else(|| called("company-name")).unwrap_or_else(|| {
        [called("first-name"), called("last-name")].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    line(name.trim())
}
