//! A schema that refers to other documents of its host, made into one document.
//!
//! What is kept and checked is always one document. This says which others it needs, and puts them in.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use url::Url;

use crate::foreign::{self, ForeignSchemaError, MAX_SCHEMA_BYTES};
use crate::resolve::{Target, target};
use crate::schema_url::SchemaUrl;

/// Most documents that one schema may be spread over, itself included.
pub const MAX_DOCUMENTS: usize = 16;

/// A schema with the documents that it refers to, as far as they are there. Nothing is fetched here.
#[derive(Debug, Clone)]
pub struct SchemaBundle {
    /// The first is the schema itself.
    documents: Vec<Document>,
}

#[derive(Debug, Clone)]
struct Document {
    /// Where it is, without a fragment.
    address: String,
    schema: Value,
}

impl SchemaBundle {
    /// Begins with the schema itself, which was found at `url`.
    ///
    /// # Errors
    /// [`ForeignSchemaError`] when it is too large or nested too deeply to be looked at.
    pub fn new(url: &SchemaUrl, schema: Value) -> Result<Self, ForeignSchemaError> {
        let mut bundle = Self { documents: Vec::new() };
        bundle.put(url.address().to_owned(), schema)?;
        Ok(bundle)
    }

    /// The addresses of the documents that are referred to and not there yet, each once. References into documents of the
    /// platform that this crate carries need nothing.
    ///
    /// # Errors
    /// [`ForeignSchemaError::RemoteReference`] for what is no address of a document on the web, and
    /// [`ForeignSchemaError::TooManyDocuments`].
    pub fn missing(&self) -> Result<Vec<Url>, ForeignSchemaError> {
        let mut missing: Vec<Url> = Vec::new();
        for document in &self.documents {
            let mut references = Vec::new();
            gather(&document.schema, &mut references);
            for reference in references {
                let Some(address) = outside(reference, &document.address)? else { continue };
                let is_listed = missing.iter().any(|listed| is_same(listed.as_str(), address.as_str()));
                if self.find(address.as_str()).is_none() && !is_listed {
                    missing.push(address);
                }
            }
        }
        if self.documents.len() + missing.len() > MAX_DOCUMENTS {
            return Err(ForeignSchemaError::TooManyDocuments);
        }
        Ok(missing)
    }

    /// Adds a document that [`missing`](Self::missing) named.
    ///
    /// # Errors
    /// [`ForeignSchemaError`] when all together are too large, or this one is nested too deeply.
    pub fn add(&mut self, address: &Url, schema: Value) -> Result<(), ForeignSchemaError> {
        self.put(address.as_str().to_owned(), schema)
    }

    /// The one schema. A schema that needs no other is unchanged.
    ///
    /// # Errors
    /// [`ForeignSchemaError::RemoteReference`] while a document is missing, and
    /// [`ForeignSchemaError::Unusable`] where a reference cannot be carried over.
    pub fn into_schema(self) -> Result<Value, ForeignSchemaError> {
        let [own] = &self.documents[..] else { return self.joined() };
        let is_whole = self.missing()?.is_empty();
        if is_whole { Ok(own.schema.clone()) } else { Err(ForeignSchemaError::RemoteReference) }
    }

    fn joined(&self) -> Result<Value, ForeignSchemaError> {
        let (own, others) = self.documents.split_first().ok_or(ForeignSchemaError::Unusable)?;
        let mut schema = self.carried_over(own)?;
        let object = schema.as_object_mut().ok_or(ForeignSchemaError::Unusable)?;
        let definitions = object.entry("definitions").or_insert_with(|| Value::Object(Map::new()));
        let definitions = definitions.as_object_mut().ok_or(ForeignSchemaError::Unusable)?;
        for (document, name) in others.iter().zip(self.names().values()) {
            definitions.insert(name.clone(), self.carried_over(document)?);
        }
        Ok(schema)
    }

    /// The names of the other documents among the definitions, by their place. None is taken yet.
    fn names(&self) -> BTreeMap<usize, String> {
        let own = self.documents.first().and_then(|own| own.schema.get("definitions")).and_then(Value::as_object);
        let is_taken = |name: &String| own.is_some_and(|own| own.contains_key(name));
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        for (at, document) in self.documents.iter().enumerate().skip(1) {
            let short =
                SchemaUrl::parse(&document.address).map_or_else(|_| String::new(), |url| foreign::short_name(&url));
            let mut free = (at..).map(|number| format!("{short}-{number}"));
            let name = free.find(|name| !is_taken(name) && !names.values().any(|other| other == name));
            names.extend(name.map(|name| (at, name)));
        }
        names
    }

    /// A document with its references written as they are within the one schema.
    fn carried_over(&self, document: &Document) -> Result<Value, ForeignSchemaError> {
        let mut schema = document.schema.clone();
        if let Some(object) = schema.as_object_mut() {
            // What a document says of its own address would move the base of its references.
            object.remove("$id");
            object.remove("$schema");
        }
        let names = self.names();
        rewrite(&mut schema, &|reference| self.carried_reference(reference, document, &names))?;
        Ok(schema)
    }

    fn carried_reference(
        &self,
        reference: &str,
        document: &Document,
        names: &BTreeMap<usize, String>,
    ) -> Result<String, ForeignSchemaError> {
        let fragment = reference.split_once('#').map_or("", |(_, fragment)| fragment);
        let address = match target(reference, &document.address) {
            // Absolute in any case: the base is another one now.
            Target::Embedded { file, fragment } => return Ok(format!("{}#{fragment}", file.url())),
            Target::Same { .. } => document.address.clone(),
            Target::Elsewhere => match outside(reference, &document.address)? {
                Some(address) => address.to_string(),
                None => document.address.clone(),
            },
        };
        let at = self.find(&address).ok_or(ForeignSchemaError::RemoteReference)?;
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return Err(ForeignSchemaError::Unusable);
        }
        Ok(names.get(&at).map_or_else(|| format!("#{fragment}"), |name| format!("#/definitions/{name}{fragment}")))
    }

    fn put(&mut self, address: String, schema: Value) -> Result<(), ForeignSchemaError> {
        let mut size = 0;
        for document in &self.documents {
            foreign::measure(&document.schema, 0, &mut size)?;
        }
        foreign::measure(&schema, 0, &mut size)?;
        debug_assert!(size <= MAX_SCHEMA_BYTES, "measuring stops at the limit");
        self.documents.push(Document { address, schema });
        Ok(())
    }

    fn find(&self, address: &str) -> Option<usize> {
        self.documents.iter().position(|document| is_same(&document.address, address))
    }
}

/// The address of another document that a reference leads into; none where it leads nowhere else.
fn outside(reference: &str, base: &str) -> Result<Option<Url>, ForeignSchemaError> {
    match target(reference, base) {
        Target::Same { .. } | Target::Embedded { .. } => return Ok(None),
        Target::Elsewhere => {}
    }
    let absolute = Url::parse(base).and_then(|base| base.join(reference)).ok();
    let mut address = absolute
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .ok_or(ForeignSchemaError::RemoteReference)?;
    address.set_fragment(None);
    if SchemaUrl::parse(address.as_str()).is_ok_and(|url| url.is_platform()) {
        return Err(ForeignSchemaError::UnknownOfPlatform);
    }
    Ok(Some(address).filter(|address| !is_same(address.as_str(), base)))
}

/// `http:` and `https:` name the same document.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split('#').next().unwrap_or_default();
        address.strip_prefix("https:").or_else(|| address.strip_prefix("http:")).unwrap_or(address).to_owned()
    };
    bare(one) == bare(other)
}

/// All references in a schema; what looks like one in data is none.
fn gather<'a>(schema: &'a Value, found: &mut Vec<&'a str>) {
    match schema {
        Value::Object(map) => {
            for (keyword, part) in map.iter().filter(|(keyword, part)| foreign::holds_schemas(keyword, part)) {
                match part.as_str().filter(|_| keyword == "$ref") {
                    Some(reference) => found.push(reference),
                    None => gather(part, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|part| gather(part, found)),
        _ => {}
    }
}

fn rewrite(
    schema: &mut Value,
    carried: &dyn Fn(&str) -> Result<String, ForeignSchemaError>,
) -> Result<(), ForeignSchemaError> {
    match schema {
        Value::Object(map) => {
            for (keyword, part) in map.iter_mut() {
                if keyword == "$ref"
                    && let Value::String(reference) = part
                {
                    *reference = carried(reference)?;
                } else if foreign::holds_schemas(keyword, part) {
                    rewrite(part, carried)?;
                }
            }
            Ok(())
        }
        Value::Array(list) => list.iter_mut().try_for_each(|part| rewrite(part, carried)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::AttributeType;

    fn url(text: &str) -> SchemaUrl {
        SchemaUrl::parse(text).unwrap()
    }

    /// Brings a bundle together out of these documents, as the wallet does by fetching.
    fn bundled(own: Value, others: &[(&str, Value)]) -> Result<Value, ForeignSchemaError> {
        let mut bundle = SchemaBundle::new(&url("http://rp.example/schemas/own.json"), own)?;
        loop {
            let missing = bundle.missing()?;
            if missing.is_empty() {
                return bundle.into_schema();
            }
            for address in missing {
                let found = others.iter().find(|(known, _)| *known == address.as_str());
                let (_, document) = found.unwrap_or_else(|| panic!("{address} is not there"));
                bundle.add(&address, document.clone())?;
            }
        }
    }

    #[test]
    fn a_schema_alone_stays_as_it_is() {
        let alone = json!({"$id": "x", "properties": {"a": {"$ref": "#/definitions/a"}}, "definitions": {"a": true}});
        assert_eq!(bundled(alone.clone(), &[]).unwrap(), alone);
    }

    #[test]
    fn documents_of_one_host_become_one_schema() {
        let own = json!({"type": "object", "required": ["card"], "properties": {
            "card": {"$ref": "card.json"}, "level": {"$ref": "/defs/common.json#/definitions/level"},
            "scan": {"$ref": "http://platform.selfkey.org/schema/file/image.json"}}});
        let card = json!({"$id": "http://elsewhere.example/card.json", "type": "object", "properties": {
            "number": {"$ref": "https://rp.example/defs/common.json#/definitions/number"},
            "parts": {"$ref": "#/definitions/parts"}},
            "definitions": {"parts": {"type": "array", "items": {"type": "string"}}}});
        let common = json!({"definitions": {
            "number": {"type": "integer", "minimum": 1}, "level": {"enum": ["gold", {"$ref": "nothing.json"}]}}});
        let documents = [("http://rp.example/schemas/card.json", card), ("http://rp.example/defs/common.json", common)];
        let schema = bundled(own, &documents).unwrap();
        let ty = AttributeType::from_schema(url("http://rp.example/schemas/own.json"), schema).unwrap();
        let check = |value: Value, fits: bool| assert_eq!(ty.accepts(&value), fits, "{value}");
        check(json!({"card": {"number": 7}, "level": "gold"}), true);
        check(json!({"card": {"number": 0}}), false);
        check(json!({"card": {"number": 7, "parts": [1]}}), false);
        check(json!({"card": {"number": 7}, "level": "lead"}), false);
        check(json!({"card": {"number": 7}, "scan": {"size": 10}}), false);
        let scan = json!({"mimeType": "image/png", "size": 10, "content": "x"});
        check(json!({"card": {"number": 7}, "scan": scan}), true);
        let paths: Vec<_> = ty.fields().iter().map(|field| field.path.to_string()).collect();
        assert_eq!(paths, ["card.number", "card.parts", "level", "scan"], "the form knows all of it");
        assert_eq!(ty.file_fields().count(), 1);
    }

    #[test]
    fn documents_that_refer_to_each_other_are_fetched_once() {
        let own =
            json!({"properties": {"a": {"$ref": "a.json#/definitions/x"}}, "definitions": {"y": {"type": "string"}}});
        let a = json!({"definitions": {"x": {"$ref": "own.json#/definitions/y"}, "z": {"$ref": "own.json"}}});
        let schema = bundled(own, &[("http://rp.example/schemas/a.json", a)]).unwrap();
        let error = AttributeType::from_schema(url("http://rp.example/schemas/own.json"), schema.clone()).unwrap_err();
        assert_eq!(error, ForeignSchemaError::Recursive, "it contains itself");
        assert_eq!(schema["properties"]["a"]["$ref"], "#/definitions/a-1/definitions/x");
        assert_eq!(schema["definitions"]["a-1"]["definitions"]["x"]["$ref"], "#/definitions/y");
        assert_eq!(schema["definitions"]["a-1"]["definitions"]["z"]["$ref"], "#");
    }

    #[test]
    fn limits() {
        let many: Map<String, Value> =
            (0..MAX_DOCUMENTS).map(|number| (number.to_string(), json!({"$ref": format!("{number}.json")}))).collect();
        let check = |own: Value, expected: ForeignSchemaError| {
            assert_eq!(bundled(own.clone(), &[]).unwrap_err(), expected, "{own}");
        };
        check(json!({"properties": many}), ForeignSchemaError::TooManyDocuments);
        check(json!({"$ref": "file:///etc/passwd"}), ForeignSchemaError::RemoteReference);
        check(json!({"$ref": "urn:x"}), ForeignSchemaError::RemoteReference);
        check(
            json!({"$ref": "http://platform.selfkey.org/schema/attribute/shoe-size.json"}),
            ForeignSchemaError::UnknownOfPlatform,
        );
        let large = json!({"description": "x".repeat(MAX_SCHEMA_BYTES / 2)});
        let own = json!({"properties": {"a": {"$ref": "a.json"}, "b": {"$ref": "b.json"}}});
        let both = [("http://rp.example/schemas/a.json", large.clone()), ("http://rp.example/schemas/b.json", large)];
        assert_eq!(bundled(own, &both).unwrap_err(), ForeignSchemaError::TooLarge);
        let anchor = [("http://rp.example/schemas/a.json", json!({"type": "string"}))];
        assert_eq!(bundled(json!({"$ref": "a.json#name"}), &anchor).unwrap_err(), ForeignSchemaError::Unusable);
    }
}
