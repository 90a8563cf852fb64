//! Walking a schema: references, and the layers that together describe one value.

use serde_json::Value;
use url::Url;

use crate::embedded::Embedded;
use crate::schema_url::SchemaUrl;

/// Longest chain of references that is followed; our own need two.
const MAX_HOPS: usize = 16;
/// Deepest nesting of `allOf` and the like that is followed.
const MAX_NESTING: usize = 16;

/// Where a reference leads, seen from a schema document.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    /// Into the document it stands in; a JSON pointer or anchor behind `#`.
    Same { fragment: &'a str },
    /// Into an embedded document.
    Embedded { file: &'static Embedded, fragment: &'a str },
    /// Anywhere else.
    Elsewhere,
}

/// Reads a `$ref` that stands in the document at `base`.
pub(crate) fn target<'a>(reference: &'a str, base: &str) -> Target<'a> {
    let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if address.is_empty() {
        return Target::Same { fragment };
    }
    let Ok(absolute) = Url::parse(base).and_then(|base| base.join(address)) else {
        return Target::Elsewhere;
    };
    if absolute.as_str() == base {
        return Target::Same { fragment };
    }
    match Embedded::by_url(absolute.as_str()) {
        Some(file) => Target::Embedded { file, fragment },
        None => Target::Elsewhere,
    }
}

/// A schema, and the document it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) schema: &'a Value,
    document: Document<'a>,
}

#[derive(Clone, Copy)]
struct Document<'a> {
    root: &'a Value,
    base: Base<'a>,
}

#[derive(Clone, Copy)]
enum Base<'a> {
    Embedded(&'static Embedded),
    Foreign(&'a str),
}

impl Base<'_> {
    fn url(self) -> String {
        match self {
            Self::Embedded(file) => file.url(),
            Self::Foreign(url) => url.to_owned(),
        }
    }
}

impl<'a> Node<'a> {
    /// The whole document that is published at `url`.
    pub(crate) fn root(schema: &'a Value, url: &'a SchemaUrl) -> Self {
        Self { schema, document: Document { root: schema, base: Base::Foreign(url.address()) } }
    }

    fn embedded(file: &'static Embedded) -> Self {
        let schema = file.schema();
        Self { schema, document: Document { root: schema, base: Base::Embedded(file) } }
    }

    pub(crate) fn child(self, schema: &'a Value) -> Self {
        Self { schema, ..self }
    }

    /// The schema that a chain of references ends at; none when it leads nowhere we go.
    pub(crate) fn resolved(self) -> Option<Self> {
        let mut node = self;
        for _ in 0..MAX_HOPS {
            let Some(reference) = node.schema.get("$ref").and_then(Value::as_str) else {
                return Some(node);
            };
            node = node.follow(reference)?;
        }
        None
    }

    /// The schema one reference leads to.
    pub(crate) fn follow(self, reference: &str) -> Option<Self> {
        let (document, fragment) = match target(reference, &self.document.base.url()) {
            Target::Same { fragment } => (self.child(self.document.root), fragment),
            Target::Embedded { file, fragment } => (Self::embedded(file), fragment),
            Target::Elsewhere => return None,
        };
        document.schema.pointer(&percent_decoded(fragment)).map(|schema| document.child(schema))
    }

    /// A name that is the same for the same place in the same document.
    pub(crate) fn identity(self) -> usize {
        std::ptr::from_ref(self.schema) as usize
    }

    /// This schema with what it includes.
    pub(crate) fn layers(self) -> Layers<'a> {
        let mut layers = Layers { certain: Vec::new(), possible: Vec::new() };
        layers.gather(self, true, 0);
        layers
    }
}

/// All schemas that describe one value: those that certainly apply (the schema, its reference, `allOf`), and
/// those that may (`anyOf`, `oneOf`, `if`/`then`/`else`).
pub(crate) struct Layers<'a> {
    certain: Vec<Node<'a>>,
    possible: Vec<Node<'a>>,
}

impl<'a> Layers<'a> {
    fn gather(&mut self, node: Node<'a>, certain: bool, depth: usize) {
        // An outer title wins over that of the definition it refers to, so the outer schema comes first.
        let Some(resolved) = node.resolved().filter(|_| depth <= MAX_NESTING) else { return };
        for part in [Some(node), (resolved.identity() != node.identity()).then_some(resolved)].into_iter().flatten() {
            if certain { self.certain.push(part) } else { self.possible.push(part) }
        }
        for (keyword, sure) in [("allOf", certain), ("anyOf", false), ("oneOf", false)] {
            for branch in resolved.schema.get(keyword).and_then(Value::as_array).into_iter().flatten() {
                self.gather(resolved.child(branch), sure, depth + 1);
            }
        }
        for branch in ["then", "else"].into_iter().filter_map(|keyword| resolved.schema.get(keyword)) {
            self.gather(resolved.child(branch), false, depth + 1);
        }
    }

    /// A keyword from the first schema that certainly applies and has it.
    pub(crate) fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.certain.iter().find_map(|node| node.schema.get(keyword))
    }

    /// A keyword from any schema that may apply.
    pub(crate) fn get_possible(&self, keyword: &str) -> Option<&'a Value> {
        self.get(keyword).or_else(|| self.possible.iter().find_map(|node| node.schema.get(keyword)))
    }

    /// A text keyword such as `title`.
    pub(crate) fn text(&self, keyword: &str) -> Option<&'a str> {
        self.get(keyword).and_then(Value::as_str)
    }

    /// A display hint out of `x-idw`.
    pub(crate) fn hint(&self, name: &str) -> Option<&'a Value> {
        self.certain.iter().find_map(|node| node.schema.get("x-idw")?.get(name))
    }

    /// Whether the value can be of this JSON type.
    pub(crate) fn has_type(&self, name: &str) -> bool {
        match self.get_possible("type") {
            Some(Value::String(only)) => only == name,
            Some(Value::Array(several)) => several.iter().any(|one| one == name),
            _ => false,
        }
    }

    /// The properties in display order, each with the node that describes it.
    pub(crate) fn properties(&self) -> Vec<(&'a str, Node<'a>)> {
        let mut found: Vec<(&str, Node<'a>)> = Vec::new();
        for node in self.certain.iter().chain(&self.possible) {
            for (name, schema) in node.schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if !found.iter().any(|(known, _)| known == name) {
                    found.push((name, node.child(schema)));
                }
            }
        }
        let position = |list: Option<&Value>, name: &str| {
            let list = list.and_then(Value::as_array);
            list.and_then(|list| list.iter().position(|one| one == name)).unwrap_or(usize::MAX)
        };
        let (order, required) = (self.hint("order"), self.get("required"));
        found.sort_by_key(|(name, _)| (position(order, name), position(required, name)));
        found
    }

    /// Every description of one property.
    pub(crate) fn property(&self, name: &str) -> Vec<Node<'a>> {
        let all = self.certain.iter().chain(&self.possible);
        all.filter_map(|node| Some(node.child(node.schema.get("properties")?.get(name)?))).collect()
    }

    /// Every description of the entries of a list. Lists that give each position a schema of its own are rare
    /// enough to go unnamed.
    pub(crate) fn items(&self) -> Vec<Node<'a>> {
        let all = self.certain.iter().chain(&self.possible);
        all.filter_map(|node| Some(node.child(node.schema.get("items").filter(|items| items.is_object())?))).collect()
    }

    /// Whether the property has to be there.
    pub(crate) fn requires(&self, name: &str) -> bool {
        let lists = self.certain.iter().filter_map(|node| node.schema.get("required")?.as_array());
        lists.flatten().any(|one| one == name)
    }
}

/// A URL fragment as the JSON pointer it encodes.
fn percent_decoded(fragment: &str) -> String {
    if !fragment.contains('%') {
        return fragment.to_owned();
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = tail.get(..2).filter(|_| first == b'%');
        let code = escaped.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
