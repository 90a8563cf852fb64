//! What a wallet sends, what the site asked for, and whether they fit.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value, json};

use crate::config::Requirement;
use crate::schema::{SchemaKey, Schemas, Violation, short_name};
use crate::store::Attribute;

/// Values are sent under their `http:` name; servers in the wild refuse the other spelling.
const PLATFORM_OVER_HTTPS: &str = "https://platform.selfkey.org/";

/// What is wrong with one attribute, in the form that goes into `errors` of an answer.
#[derive(Debug, Default)]
pub(crate) struct Complaint {
    pub(crate) id: Option<String>,
    pub(crate) schema: Option<String>,
    pub(crate) pointer: Option<String>,
    pub(crate) message: String,
}

impl Complaint {
    pub(crate) fn about(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    fn with(attribute: &Attribute, message: impl Into<String>) -> Self {
        Self { id: attribute.id.clone(), schema: Some(attribute.schema.clone()), ..Self::about(message) }
    }

    pub(crate) fn to_json(&self) -> Value {
        let mut object = Map::from_iter([("message".to_owned(), json!(self.message))]);
        for (key, text) in [("id", &self.id), ("schemaId", &self.schema), ("pointer", &self.pointer)] {
            if let Some(text) = text {
                object.insert(key.to_owned(), json!(text));
            }
        }
        Value::Object(object)
    }
}

/// Reads the attributes of the classic dialect: `{"id"?, "schemaId"?, "data": {"value": …}}`, where an `id` that is the
/// schema's URL is no id of the site's. Wallets for SelfKey's own servers send `schema` and `documents` besides.
pub(crate) fn read_classic(attributes: &Value) -> Result<Vec<Attribute>, Vec<Complaint>> {
    read_all(attributes, |item| {
        let id = text(item, "id")?;
        let (id, schema) = match (id, text(item, "schemaId")?) {
            (Some(id), Some(schema)) if SchemaKey::of(&id) == SchemaKey::of(&schema) => (None, schema),
            (id, Some(schema)) => (id, schema),
            (Some(url), None) if url.contains("://") => (None, url),
            (_, None) => {
                return Err(Complaint::about("an attribute has no `schemaId`, and its `id` is no URL"));
            }
        };
        let attribute = Attribute { id, schema, value: Value::Null, requested: false };
        check_companions(item).map_err(|why| Complaint::with(&attribute, why))?;
        let value = item.get("data").and_then(|data| data.get("value"));
        let missing = || Complaint::with(&attribute, "its value is not under `data.value`");
        Ok(Attribute { value: value.cloned().ok_or_else(missing)?, ..attribute })
    })
}

/// What a classic attribute may have besides: a `schema`, which is an object, and `documents`, which lists the files that its
/// value refers to, each once and no other: by the number in the name of its part, or by the id of an upload.
fn check_companions(item: &Value) -> Result<(), &'static str> {
    if item.get("schema").is_some_and(|schema| !schema.is_object()) {
        return Err("its `schema` is not an object");
    }
    let Some(documents) = item.get("documents") else { return Ok(()) };
    let listed = documents.as_array().ok_or("its `documents` is not an array")?;
    let listed: Option<Vec<String>> = listed.iter().map(document_name).collect();
    let mut listed = listed.ok_or("its `documents` has something that is no number and no id")?;
    let mut named = Vec::new();
    if let Some(data) = item.get("data") {
        let is_listed = |name: &str| listed.iter().any(|listed| listed == name);
        visit_file_names(data, &mut |name, is_certain| {
            if is_certain || is_listed(name) {
                named.push(name.to_owned());
            }
        });
    }
    listed.sort_unstable();
    named.sort_unstable();
    named.dedup();
    if listed == named { Ok(()) } else { Err("its `documents` are not the files that its value refers to") }
}

/// `1` for the part `$document-1`, or the id of an upload.
fn document_name(document: &Value) -> Option<String> {
    match document {
        Value::Number(number) => number.as_u64().map(|number| format!("$document-{number}")),
        Value::String(id) => Some(id.clone()),
        _ => None,
    }
}

/// The names of parts, and the ids in file objects, that a value holds; and any other text, which may be an id too.
fn visit_file_names<'a>(value: &'a Value, visit: &mut impl FnMut(&'a str, bool)) {
    match value {
        Value::String(name) => visit(name, is_document_name(name)),
        Value::Object(object) if is_file_object(object) => {
            if let Some(id) = object.get("content").and_then(Value::as_str) {
                visit(id, true);
            }
        }
        Value::Object(object) => object.values().for_each(|value| visit_file_names(value, visit)),
        Value::Array(items) => items.iter().for_each(|value| visit_file_names(value, visit)),
        _ => {}
    }
}

/// Reads the attributes of the `did` dialect: `{"id"?, "schemaId", "data": …}`.
pub(crate) fn read_did(attributes: &Value) -> Result<Vec<Attribute>, Vec<Complaint>> {
    read_all(attributes, |item| {
        let schema = text(item, "schemaId")?.ok_or_else(|| Complaint::about("an attribute has no `schemaId`"))?;
        let attribute = Attribute { id: text(item, "id")?, schema, value: Value::Null, requested: false };
        let missing = || Complaint::with(&attribute, "it has no `data`");
        Ok(Attribute { value: item.get("data").cloned().ok_or_else(missing)?, ..attribute })
    })
}

fn read_all(
    attributes: &Value,
    read: impl Fn(&Value) -> Result<Attribute, Complaint>,
) -> Result<Vec<Attribute>, Vec<Complaint>> {
    let items = attributes.as_array().ok_or_else(|| vec![Complaint::about("`attributes` is not an array")])?;
    let mut complaints = Vec::new();
    let mut received = Vec::new();
    for item in items {
        match read(item) {
            Ok(attribute) if attribute.schema.trim_start().starts_with(PLATFORM_OVER_HTTPS) => {
                complaints.push(Complaint::with(&attribute, "attributes of the platform are spelt with `http:`"));
            }
            Ok(attribute) => received.push(attribute),
            Err(complaint) => complaints.push(complaint),
        }
    }
    if complaints.is_empty() { Ok(received) } else { Err(complaints) }
}

fn text(item: &Value, key: &str) -> Result<Option<String>, Complaint> {
    match item.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Complaint::about(format!("`{key}` of an attribute is not a string"))),
    }
}

/// Marks what was asked for, checks each value against its schema, and complains about what is missing.
///
/// A requirement with an id takes the attribute with that id; one without takes the attribute of the same schema
/// that has no id at all. What was not asked for is tolerated and stays unmarked.
pub(crate) fn accept(
    requirements: &[Requirement],
    mut received: Vec<Attribute>,
    schemas: &Schemas,
) -> Result<Vec<Attribute>, Vec<Complaint>> {
    let mut complaints = Vec::new();
    for requirement in requirements {
        let mut matching = received.iter_mut().filter(|attribute| answers(attribute, requirement));
        match (matching.next(), matching.next()) {
            (None, _) if requirement.required => complaints.push(missing(requirement)),
            (None, _) => {}
            (Some(attribute), Some(_)) => complaints.push(Complaint::with(attribute, "it was sent twice")),
            (Some(attribute), None) => {
                attribute.requested = true;
                complaints.extend(check(attribute, requirement, schemas));
            }
        }
    }
    if complaints.is_empty() { Ok(received) } else { Err(complaints) }
}

pub(crate) fn answers(attribute: &Attribute, requirement: &Requirement) -> bool {
    match &requirement.id {
        Some(id) => attribute.id.as_ref() == Some(id),
        None => attribute.id.is_none() && SchemaKey::of(&attribute.schema) == SchemaKey::of(&requirement.schema),
    }
}

fn missing(requirement: &Requirement) -> Complaint {
    let how = match requirement.id {
        Some(_) => "no attribute has its id",
        None => "no attribute without an id has its schema",
    };
    Complaint {
        id: requirement.id.clone(),
        schema: Some(requirement.schema.clone()),
        pointer: None,
        message: format!("{} is missing: {how}", requirement.title()),
    }
}

fn check(attribute: &Attribute, requirement: &Requirement, schemas: &Schemas) -> Vec<Complaint> {
    if SchemaKey::of(&attribute.schema) != SchemaKey::of(&requirement.schema) {
        return vec![Complaint::with(attribute, "its schema is not the one that was asked for under this id")];
    }
    let name = short_name(&attribute.schema);
    let complain = |violation: Violation| Complaint {
        pointer: Some(violation.pointer),
        ..Complaint::with(attribute, format!("{name}: {}", violation.message))
    };
    schemas.violations(&attribute.schema, &attribute.value).into_iter().map(complain).collect()
}

/// A file as a value refers to it in either dialect once references are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileReference {
    pub(crate) content: String,
    pub(crate) mime_type: String,
    pub(crate) size: u64,
}

impl FileReference {
    pub(crate) fn to_json(&self) -> Value {
        json!({"mimeType": self.mime_type, "size": self.size, "content": self.content})
    }
}

/// All file objects in the values: objects with `content` or `mimeType`. Each needs all of `mimeType`, `size` and
/// `content`.
pub(crate) fn file_references<'a>(
    attributes: impl IntoIterator<Item = &'a Attribute>,
) -> Result<Vec<FileReference>, Vec<Complaint>> {
    let mut found = Vec::new();
    let mut complaints = Vec::new();
    for attribute in attributes {
        visit_objects(&attribute.value, &mut |object| match read_file_object(object) {
            None => complaints.push(Complaint::with(attribute, "a file needs `mimeType`, `size` and `content`")),
            Some(reference) => found.push(reference),
        });
    }
    if complaints.is_empty() { Ok(found) } else { Err(complaints) }
}

fn visit_objects(value: &Value, visit: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) if is_file_object(object) => visit(object),
        Value::Object(object) => object.values().for_each(|value| visit_objects(value, visit)),
        Value::Array(items) => items.iter().for_each(|value| visit_objects(value, visit)),
        _ => {}
    }
}

fn is_file_object(object: &Map<String, Value>) -> bool {
    object.contains_key("content") || object.contains_key("mimeType")
}

fn read_file_object(object: &Map<String, Value>) -> Option<FileReference> {
    Some(FileReference {
        content: object.get("content")?.as_str()?.to_owned(),
        mime_type: object.get("mimeType")?.as_str()?.to_owned(),
        size: object.get("size")?.as_u64()?,
    })
}

/// Puts file objects where values name parts of a form, and says which names were used.
///
/// A name that looks like `$document-<n>` must be among `files`; any other text that is there is taken for a name too.
pub(crate) fn resolve_references(
    attributes: &mut [Attribute],
    files: &HashMap<String, FileReference>,
) -> Result<BTreeSet<String>, Vec<Complaint>> {
    let mut used = BTreeSet::new();
    let mut complaints = Vec::new();
    for attribute in attributes {
        let mut dangling = Vec::new();
        visit_texts(&mut attribute.value, &mut |slot, name| {
            if let Some(file) = files.get(&name) {
                *slot = file.to_json();
                used.insert(name);
            } else if is_document_name(&name) {
                dangling.push(name);
            }
        });
        let complain = |name| Complaint::with(attribute, format!("there is no file {name}"));
        complaints.extend(dangling.into_iter().map(complain));
    }
    if complaints.is_empty() { Ok(used) } else { Err(complaints) }
}

fn visit_texts(value: &mut Value, visit: &mut impl FnMut(&mut Value, String)) {
    match value {
        Value::String(text) => {
            let text = text.clone();
            visit(value, text);
        }
        Value::Object(object) if is_file_object(object) => {}
        Value::Object(object) => object.values_mut().for_each(|value| visit_texts(value, visit)),
        Value::Array(items) => items.iter_mut().for_each(|value| visit_texts(value, visit)),
        _ => {}
    }
}

/// `$document-<n>`, as the parts of a form are called.
pub(crate) fn is_document_name(name: &str) -> bool {
    let number = name.strip_prefix("$document-");
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const FIRST_NAME: &str = "http://platform.selfkey.org/schema/attribute/first-name.json";
    const EMAIL: &str = "http://platform.selfkey.org/schema/attribute/email.json";

    fn asked(id: Option<&str>, schema: &str, required: bool) -> Requirement {
        Requirement { id: id.map(str::to_owned), schema: schema.to_owned(), label: None, required }
    }

    fn messages(complaints: &[Complaint]) -> String {
        complaints.iter().map(|complaint| complaint.to_json().to_string()).collect()
    }

    #[test]
    fn classic_attributes_are_read() {
        let check = |item: Value, expected: Result<(Option<&str>, &str), &str>| {
            let read = read_classic(&json!([item]));
            match (&read, expected) {
                (Ok(read), Ok((id, schema))) => {
                    assert_eq!((read[0].id.as_deref(), read[0].schema.as_str()), (id, schema));
                }
                (Err(complaints), Err(why)) => {
                    assert!(messages(complaints).contains(why), "{complaints:?}");
                }
                _ => panic!("{item}: {read:?}"),
            }
        };
        check(json!({"id": FIRST_NAME, "data": {"value": "Ada"}}), Ok((None, FIRST_NAME)));
        check(
            json!({"id": "first", "schemaId": FIRST_NAME, "data": {"value": "Ada"}}),
            Ok((Some("first"), FIRST_NAME)),
        );
        check(json!({"schemaId": FIRST_NAME, "data": {"value": "Ada"}}), Ok((None, FIRST_NAME)));
        check(json!({"id": FIRST_NAME, "schemaId": FIRST_NAME, "data": {"value": "Ada"}}), Ok((None, FIRST_NAME)));
        let with = |schema: Value, documents: Value, value: Value| json!({"schemaId": FIRST_NAME, "schema": schema, "data": {"value": value}, "documents": documents});
        check(with(json!({}), json!([]), json!("Ada")), Ok((None, FIRST_NAME)));
        check(with(json!({}), json!([2, 1]), json!(["$document-1", {"b": "$document-2"}])), Ok((None, FIRST_NAME)));
        check(with(json!({}), json!(["f"]), json!({"content": "f", "size": 1})), Ok((None, FIRST_NAME)));
        check(with(json!({}), json!(["f"]), json!({"image": "f", "note": "Ada"})), Ok((None, FIRST_NAME)));
        check(with(json!({}), json!([1]), json!(["$document-1", "$document-1"])), Ok((None, FIRST_NAME)));
        check(with(json!(FIRST_NAME), json!([]), json!("Ada")), Err("`schema` is not an object"));
        check(with(json!({}), json!({}), json!("Ada")), Err("`documents` is not an array"));
        check(with(json!({}), json!([null]), json!("Ada")), Err("no number and no id"));
        check(with(json!({}), json!([1]), json!("Ada")), Err("not the files that its value refers to"));
        check(with(json!({}), json!([]), json!("$document-1")), Err("not the files that its value refers to"));
        check(with(json!({}), json!([1, 1]), json!("$document-1")), Err("not the files that its value refers to"));
        check(json!({"id": "first", "data": {"value": "Ada"}}), Err("no URL"));
        check(json!({"id": FIRST_NAME, "data": "Ada"}), Err("data.value"));
        check(json!({"id": 7, "schemaId": FIRST_NAME, "data": {"value": "Ada"}}), Err("not a string"));
        check(json!({"id": FIRST_NAME.replace("http:", "https:"), "data": {"value": "Ada"}}), Err("http:"));
        check(json!("Ada"), Err("schemaId"));
    }

    #[test]
    fn requirements_take_what_answers_them() {
        let schemas = Schemas::compile(&BTreeMap::new()).unwrap();
        let check = |requirement: Requirement, sent: Value, expected: Result<usize, &str>| {
            let received = read_did(&sent).unwrap();
            let accepted = accept(std::slice::from_ref(&requirement), received, &schemas);
            match (&accepted, expected) {
                (Ok(accepted), Ok(count)) => {
                    assert_eq!(accepted.iter().filter(|attribute| attribute.requested).count(), count, "{sent}");
                }
                (Err(complaints), Err(why)) => {
                    assert!(messages(complaints).contains(why), "{sent}: {complaints:?}");
                }
                _ => panic!("{requirement:?} {sent}: {accepted:?}"),
            }
        };
        let bare = || json!([{"schemaId": FIRST_NAME, "data": "Ada"}]);
        let named = || json!([{"id": "first", "schemaId": FIRST_NAME, "data": "Ada"}]);
        check(asked(None, FIRST_NAME, true), bare(), Ok(1));
        check(asked(None, &FIRST_NAME.replace("http:", "https:"), true), bare(), Ok(1));
        check(asked(None, FIRST_NAME, true), named(), Err("without an id"));
        check(asked(None, FIRST_NAME, false), named(), Ok(0));
        check(asked(Some("first"), FIRST_NAME, true), named(), Ok(1));
        check(asked(Some("first"), FIRST_NAME, true), bare(), Err("has its id"));
        check(asked(Some("First"), FIRST_NAME, true), named(), Err("has its id"));
        check(asked(Some("first"), EMAIL, true), named(), Err("not the one that was asked for"));
        check(asked(None, FIRST_NAME, true), json!([bare()[0], bare()[0]]), Err("twice"));
        check(
            asked(None, FIRST_NAME, true),
            json!([{"schemaId": FIRST_NAME, "data": {"value": "Ada"}}]),
            Err("pointer"),
        );
        check(asked(None, FIRST_NAME, true), json!([bare()[0], {"schemaId": EMAIL, "data": 7}]), Ok(1));
    }

    #[test]
    fn references_are_resolved_at_any_depth() {
        let file = FileReference { content: "f".to_owned(), mime_type: "image/png".to_owned(), size: 1 };
        let files = HashMap::from([("$document-1".to_owned(), file.clone())]);
        let mut attributes = read_did(&json!([
            {"schemaId": "a:b", "data": {"images": ["$document-1"], "selfie": {"image": "$document-1"}, "note": "$"}}
        ]))
        .unwrap();
        let used = resolve_references(&mut attributes, &files).unwrap();
        assert_eq!(used, BTreeSet::from(["$document-1".to_owned()]));
        assert_eq!(attributes[0].value["selfie"]["image"], file.to_json());
        assert_eq!(file_references(&attributes).unwrap(), [file.clone(), file]);

        let mut attributes = read_did(&json!([{"schemaId": "a:b", "data": "$document-2"}])).unwrap();
        assert!(messages(&resolve_references(&mut attributes, &files).unwrap_err()).contains("$document-2"));
    }

    #[test]
    fn a_file_object_needs_all_of_its_keys() {
        let check = |object: Value, complete: bool| {
            let attributes = read_did(&json!([{"schemaId": "a:b", "data": {"image": object}}])).unwrap();
            assert_eq!(file_references(&attributes).is_ok(), complete, "{attributes:?}");
        };
        check(json!({"mimeType": "image/png", "size": 1, "content": "f"}), true);
        check(json!({"size": 1, "content": "f"}), false);
        check(json!({"mimeType": "image/png", "content": "f"}), false);
        check(json!({"mimeType": "image/png", "size": 1}), false);
        check(json!({"mimeType": "image/png", "size": 1.5, "content": "f"}), false);
        check(json!({"mimeType": "image/png", "size": "1", "content": "f"}), false);
    }
}
