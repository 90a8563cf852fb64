//! From a schema to the flat list of inputs that fill it.
//!
//! Most follows from the schema's own keywords. What it cannot say stands in an object under `x-idw`, which
//! validators ignore:
//!
//! | name | meaning |
//! | --- | --- |
//! | `order` | names of the properties in display order; else required ones first, then by name |
//! | `widget` | `country`, `multiline`, or `choice` (the `examples` are suggestions) |
//! | `labels` | what to show for each value of an `enum` or of the `examples` |
//! | `form` | what a text with a pattern has to be: stands behind "has to be" |
//! | `separator` | what stands between the parts in a summary; else ` · ` |

use serde_json::Value;

use crate::display::one_line;
use crate::field::{Choice, Field, FieldKind};
use crate::field_path::{FieldPath, Segment};
use crate::file_object::FileRules;
use crate::resolve::{Layers, Node};

/// More inputs than this make no form; a foreign schema with more is refused.
pub(crate) const MAX_FIELDS: usize = 200;
/// Groups within groups; what lies deeper is entered as JSON.
const MAX_DEPTH: usize = 12;
/// A text that may be longer than this gets room for several lines.
const LINE_CHARS: u64 = 200;
/// Longest label and help text that is shown.
const MAX_TITLE_CHARS: usize = 120;
const MAX_DESCRIPTION_CHARS: usize = 1000;

/// The inputs for the value that `root` describes. `title` and `description` serve where the value is itself the
/// only input.
pub(crate) fn fields(root: Node<'_>, title: &str, description: &str) -> Vec<Field> {
    let mut form = Form { fields: Vec::new() };
    let place = Place {
        path: FieldPath::root(),
        title: title.into(),
        description: description.into(),
        required: true,
        prefix: None,
    };
    form.walk(root, place, 0);
    form.fields
}

struct Form {
    fields: Vec<Field>,
}

/// Where the walk stands, and what the part is called there.
struct Place {
    path: FieldPath,
    title: String,
    description: String,
    required: bool,
    /// Title of the group around, put before those of its parts.
    prefix: Option<String>,
}

impl Form {
    fn walk(&mut self, node: Node<'_>, place: Place, depth: usize) {
        if self.fields.len() > MAX_FIELDS {
            return;
        }
        let layers = node.layers();
        match leaf(&layers) {
            Some(kind) => self.push(place, kind, false),
            None if depth >= MAX_DEPTH => self.push(place, FieldKind::Json, false),
            None if layers.has_type("array") || !layers.items().is_empty() => self.list(&layers, place, depth),
            None => self.group(&layers, place, depth),
        }
    }

    fn list(&mut self, layers: &Layers<'_>, place: Place, depth: usize) {
        let Some(item) = layers.items().first().copied() else {
            return self.push(place, FieldKind::Json, false);
        };
        let inner = item.layers();
        match leaf(&inner) {
            Some(kind) => self.push(place, kind, true),
            None if inner.properties().is_empty() => self.push(place, FieldKind::Json, false),
            None => {
                let path = place.path.join(Segment::Each);
                self.group(&inner, Place { path, prefix: None, ..place }, depth + 1);
            }
        }
    }

    fn group(&mut self, layers: &Layers<'_>, place: Place, depth: usize) {
        let properties = layers.properties();
        if properties.is_empty() {
            return self.push(place, FieldKind::Json, false);
        }
        // A group of one, such as the selfie beside a passport, reads best as the one thing it is.
        let alone = properties.len() == 1 && !place.path.is_root();
        for (name, node) in properties {
            let part = node.layers();
            let own = part.text("title").map_or_else(|| name.replace(['_', '-'], " "), str::to_owned);
            let title = match &place.prefix {
                Some(prefix) if alone => prefix.clone(),
                Some(prefix) => format!("{prefix}: {own}"),
                None => own,
            };
            let inner = Place {
                path: place.path.join(Segment::Key(name.to_owned())),
                description: part.text("description").unwrap_or_default().to_owned(),
                required: place.required && layers.requires(name),
                prefix: Some(title.clone()),
                title,
            };
            self.walk(node, inner, depth + 1);
        }
    }

    fn push(&mut self, place: Place, kind: FieldKind, repeated: bool) {
        self.fields.push(Field {
            path: place.path,
            title: one_line(&place.title, MAX_TITLE_CHARS),
            description: one_line(&place.description, MAX_DESCRIPTION_CHARS),
            kind,
            required: place.required,
            repeated,
        });
    }
}

/// What a single input for this value takes; none if the value has parts.
fn leaf(layers: &Layers<'_>) -> Option<FieldKind> {
    let widget = layers.hint("widget").and_then(Value::as_str).unwrap_or_default();
    if let Some(rules) = FileRules::of(layers) {
        return Some(FieldKind::File(rules));
    }
    if widget == "country" {
        return Some(FieldKind::Country);
    }
    if let Some(choices) = closed_choices(layers) {
        return Some(FieldKind::Choice { choices, open: false });
    }
    if layers.has_type("string") {
        return Some(text_kind(layers, widget));
    }
    number_kind(layers).or_else(|| {
        let has_parts = ["object", "array"].into_iter().any(|name| layers.has_type(name));
        let has_parts = has_parts || layers.get_possible("properties").is_some() || !layers.items().is_empty();
        (!has_parts).then_some(FieldKind::Json)
    })
}

fn text_kind(layers: &Layers<'_>, widget: &str) -> FieldKind {
    let examples = layers.get("examples").and_then(Value::as_array).filter(|_| widget == "choice");
    let long = layers.get("maxLength").and_then(Value::as_u64).is_some_and(|max| max > LINE_CHARS);
    match layers.get_possible("format").and_then(Value::as_str) {
        Some("date") => FieldKind::Date,
        Some("email") => FieldKind::Email,
        _ if widget == "multiline" || (widget.is_empty() && long) => FieldKind::Multiline,
        _ => match examples {
            Some(examples) => FieldKind::Choice { choices: labelled(examples, layers), open: true },
            None => FieldKind::Text,
        },
    }
}

fn number_kind(layers: &Layers<'_>) -> Option<FieldKind> {
    let limit = |name: &str| layers.get(name);
    if layers.has_type("integer") {
        let whole = |name| limit(name).and_then(Value::as_i64);
        return Some(FieldKind::Integer { minimum: whole("minimum"), maximum: whole("maximum") });
    }
    if layers.has_type("number") {
        let number = |name| limit(name).and_then(Value::as_f64);
        return Some(FieldKind::Number { minimum: number("minimum"), maximum: number("maximum") });
    }
    layers.has_type("boolean").then_some(FieldKind::Boolean)
}

/// The values of an `enum`, a `const`, or a `oneOf`/`anyOf` of nothing but `const`s.
fn closed_choices(layers: &Layers<'_>) -> Option<Vec<Choice>> {
    if let Some(values) = layers.get("enum").and_then(Value::as_array) {
        return Some(labelled(values, layers));
    }
    if let Some(only) = layers.get("const") {
        return Some(labelled(std::slice::from_ref(only), layers));
    }
    let branches = layers.get("oneOf").or_else(|| layers.get("anyOf"))?.as_array()?;
    let choice = |branch: &Value| {
        let value = branch.get("const")?.clone();
        let label = branch.get("title").and_then(Value::as_str).map_or_else(|| plain(&value), str::to_owned);
        Some(Choice { value, label: one_line(&label, MAX_TITLE_CHARS) })
    };
    branches.iter().map(choice).collect::<Option<Vec<_>>>().filter(|choices| !choices.is_empty())
}

/// Values with their labels: from `x-idw.labels`, from `enumNames` (which form libraries use), or as they are.
fn labelled(values: &[Value], layers: &Layers<'_>) -> Vec<Choice> {
    let labels = layers.hint("labels");
    let names = layers.get("enumNames").and_then(Value::as_array);
    let label = |(position, value): (usize, &Value)| {
        let by_value = labels.and_then(|labels| labels.get(value.as_str()?)?.as_str());
        let by_position = names.and_then(|names| names.get(position)?.as_str());
        let label = by_value.or(by_position).map_or_else(|| plain(value), str::to_owned);
        Choice { value: value.clone(), label: one_line(&label, MAX_TITLE_CHARS) }
    };
    values.iter().enumerate().map(label).collect()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
