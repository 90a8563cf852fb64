//! What SelfKey's own classic servers of 2018 and 2019 read of an attribute beside `id` and `data` (lws.md §4): `schemaId`,
//! `schema` and `documents`. All of it follows from the value that is sent; nothing more of the user is in it.

use serde_json::{Map, Value, json};

use crate::payload::OutgoingAttribute;

/// A JSON Schema of an attribute's `data` as it is sent: the shape alone. Those servers walk along it to put files into
/// their places, which are marked `"format": "file"`; without an object here they fail or never answer.
pub(crate) fn data_schema(attribute: &OutgoingAttribute) -> Value {
    let value = shape(&attribute.value, &mut String::new(), attribute);
    json!({ "type": "object", "properties": { "value": value } })
}

fn shape(value: &Value, place: &mut String, attribute: &OutgoingAttribute) -> Value {
    if attribute.file_pointers.iter().any(|(pointer, _)| pointer == place) {
        return json!({ "type": "object", "format": "file" });
    }
    match value {
        Value::Null => json!({ "type": "null" }),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Number(_) => json!({ "type": "number" }),
        Value::String(_) => json!({ "type": "string" }),
        Value::Array(items) => {
            let shapes = items.iter().enumerate().map(|(at, item)| below(item, place, &at.to_string(), attribute));
            json!({ "type": "array", "items": shapes.reduce(merged).unwrap_or_else(|| json!({})) })
        }
        Value::Object(fields) => {
            let shapes = fields.iter().map(|(name, field)| (name.clone(), below(field, place, name, attribute)));
            json!({ "type": "object", "properties": shapes.collect::<Map<_, _>>() })
        }
    }
}

/// The shape of what lies under `word` (a reference token of RFC 6901).
fn below(value: &Value, place: &mut String, word: &str, attribute: &OutgoingAttribute) -> Value {
    let length = place.len();
    place.push('/');
    place.push_str(&word.replace('~', "~0").replace('/', "~1"));
    let shape = shape(value, place, attribute);
    place.truncate(length);
    shape
}

/// One shape for the elements of a list: objects have the fields of all, and of other kinds the first stands.
fn merged(mut one: Value, other: Value) -> Value {
    if let (Some(fields), Some(Value::Object(more))) = (properties(&mut one), other.get("properties")) {
        for (name, shape) in more {
            let known = fields.remove(name);
            let shape = known.map_or_else(|| shape.clone(), |known| merged(known, shape.clone()));
            fields.insert(name.clone(), shape);
        }
    }
    one
}

fn properties(shape: &mut Value) -> Option<&mut Map<String, Value>> {
    shape.get_mut("properties").and_then(Value::as_object_mut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_of_what_is_sent_and_nothing_of_its_content() {
        let check = |value: Value, files: &[&str], expected: Value| {
            let attribute = OutgoingAttribute {
                id: None,
                schema: "http://rp.example/a.json".to_owned(),
                label: None,
                value,
                file_pointers: files.iter().map(|pointer| ((*pointer).to_owned(), 0)).collect(),
            };
            let schema = data_schema(&attribute);
            assert_eq!(schema, json!({"type": "object", "properties": {"value": expected}}));
            assert!(!schema.to_string().contains("canary"));
        };
        let file = json!({"type": "object", "format": "file"});
        check(json!("canary"), &[], json!({"type": "string"}));
        check(json!(7), &[], json!({"type": "number"}));
        check(json!({"content": "canary"}), &[""], file.clone());
        check(
            json!({"a/b": {"content": "canary"}, "issued": "canary"}),
            &["/a~1b"],
            json!({"type": "object", "properties": {"a/b": file, "issued": {"type": "string"}}}),
        );
        check(json!([{}, {}]), &["/0", "/1"], json!({"type": "array", "items": file}));
        check(json!([]), &[], json!({"type": "array", "items": {}}));
        check(
            json!([{"a": true}, {"a": false, "b": {"c": null}}, {"b": {"d": "canary"}}]),
            &[],
            json!({"type": "array", "items": {"type": "object", "properties": {
                "a": {"type": "boolean"},
                "b": {"type": "object", "properties": {"c": {"type": "null"}, "d": {"type": "string"}}},
            }}}),
        );
    }
}
