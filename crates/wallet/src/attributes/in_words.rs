//! A value for people: each field with its title, in the order of the catalogue.

use serde_json::{Map, Value};

use crate::{
    Wallet,
    view::{AttributeTypeView, AttributeView, DocumentView, FieldInWords, FieldKindView, FieldView},
};

impl Wallet {
    /// The fields of a value that have one.
    pub fn fields_in_words(attribute: &AttributeView) -> Vec<FieldInWords> {
        let kind = Self::attribute_type(&attribute.name);
        fields_of(&attribute.value, &attribute.documents, kind.as_ref())
    }
}

fn fields_of(value: &Value, documents: &[DocumentView], kind: Option<&AttributeTypeView>) -> Vec<FieldInWords> {
    let fields = kind.map_or(&[][..], |kind| &kind.fields);
    let mut walk = Walk { documents, fields, found: Vec::new() };
    walk.visit(&mut Vec::new(), value);
    walk.found.sort_by_key(|(order, _)| *order);
    walk.found.into_iter().map(|(_, field)| field).collect()
}

struct Walk<'a> {
    documents: &'a [DocumentView],
    fields: &'a [FieldView],
    /// Each with its field's place in the catalogue; what the catalogue does not know comes last.
    found: Vec<(usize, FieldInWords)>,
}

impl Walk<'_> {
    fn visit(&mut self, path: &mut Vec<String>, value: &Value) {
        match value {
            Value::Object(file) if is_file(file) => {
                let document = self.document(file);
                let text = document.as_ref().map_or("a document that is no longer in the wallet", |found| &found.name);
                self.field(path, text.to_owned(), document.clone());
            }
            Value::Object(members) => {
                for (name, member) in members {
                    path.push(name.clone());
                    self.visit(path, member);
                    path.pop();
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.visit(path, item)),
            Value::String(text) => self.field(path, text.clone(), None),
            Value::Bool(flag) => self.field(path, if *flag { "yes" } else { "no" }.to_owned(), None),
            Value::Number(number) => self.field(path, number.to_string(), None),
            Value::Null => {}
        }
    }

    fn field(&mut self, path: &[String], text: String, document: Option<DocumentView>) {
        let joined = path.join(".");
        let place = self.fields.iter().position(|field| without_indices(&field.path) == joined);
        let field = place.map(|at| &self.fields[at]);
        let title = if path.is_empty() { String::new() } else { field.map_or(joined, |field| field.title.clone()) };
        let text = field.map_or_else(|| text.clone(), |field| with_choice_title(field, &text));
        self.found.push((place.unwrap_or(usize::MAX), FieldInWords { title, text, document }));
    }

    fn document(&self, file: &Map<String, Value>) -> Option<DocumentView> {
        let id = file.get("content").and_then(Value::as_str).unwrap_or_default();
        self.documents.iter().find(|document| document.id == id).cloned()
    }
}

/// Whether an object stands for a document: `{mimeType, size, content}`.
fn is_file(object: &Map<String, Value>) -> bool {
    object.contains_key("content") && object.contains_key("mimeType")
}

/// `images.0` and `images` are the same field, as are `members.*.name` (the catalogue's way to write it) and
/// `members.name`.
fn without_indices(path: &str) -> String {
    let is_index = |part: &&str| *part == "*" || part.bytes().all(|byte| byte.is_ascii_digit());
    path.split('.').filter(|part| !is_index(part)).collect::<Vec<_>>().join(".")
}

/// `New Zealand (NZ)` where the catalogue has a title for what is stored.
fn with_choice_title(field: &FieldView, text: &str) -> String {
    let FieldKindView::Choice { options, .. } = &field.kind else {
        return text.to_owned();
    };
    match options.iter().find(|option| option.value == text) {
        Some(option) if option.title != text => format!("{} ({text})", option.title),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::view::ChoiceView;

    fn field(path: &str, title: &str, kind: FieldKindView) -> FieldView {
        FieldView {
            path: path.into(),
            title: title.into(),
            description: String::new(),
            kind,
            required: true,
            repeated: false,
        }
    }

    fn passport() -> AttributeTypeView {
        let countries = vec![ChoiceView { value: "NZ".into(), title: "New Zealand".into() }];
        let file = FieldKindView::File { types: vec!["image/jpeg".into()], max_bytes: 1000 };
        AttributeTypeView {
            name: "passport".into(),
            title: "Passport".into(),
            description: String::new(),
            schema: "http://platform.example/passport.json".into(),
            subject: "person".into(),
            fields: vec![
                field("number", "Number", FieldKindView::Text),
                field("country", "Country", FieldKindView::Choice { options: countries, open: false }),
                field("images", "Pictures", file),
            ],
        }
    }

    fn picture() -> DocumentView {
        DocumentView {
            id: "aa".into(),
            name: "front.jpg".into(),
            mime_type: "image/jpeg".into(),
            size: 34_400,
            sha256: String::new(),
            added: String::new(),
            removed: None,
            kept: None,
            pages: None,
            shrunk_from: None,
            used_by: vec![],
        }
    }

    fn check(value: &Value, kind: Option<&AttributeTypeView>, expected: &[(&str, &str)]) {
        let found = fields_of(value, &[picture()], kind);
        let found: Vec<(&str, &str)> = found.iter().map(|field| (field.title.as_str(), field.text.as_str())).collect();
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn values_show_field_by_field() {
        check(&json!("Ada"), None, &[("", "Ada")]);
        check(&json!(null), None, &[]);
        check(&json!({ "a": { "b": true, "c": 3 } }), None, &[("a.b", "yes"), ("a.c", "3")]);
        let jpeg = |id: &str| json!({ "mimeType": "image/jpeg", "size": 34_400, "content": id });
        check(
            &json!({ "country": "NZ", "images": [jpeg("aa"), jpeg("bb")], "number": "X1", "extra": "e" }),
            Some(&passport()),
            &[
                ("Number", "X1"),
                ("Country", "New Zealand (NZ)"),
                ("Pictures", "front.jpg"),
                ("Pictures", "a document that is no longer in the wallet"),
                ("extra", "e"),
            ],
        );
    }
}
