//! All attribute types that are known, by name and by URL.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use crate::attribute_type::{AttributeType, Subject};
use crate::embedded::{self, Embedded};
use crate::schema_url::SchemaUrl;

/// The attribute types a wallet knows: the built-in ones, and those that relying parties brought.
///
/// Making one reads a small table; no schema is read or compiled before it is used.
#[derive(Debug, Clone)]
pub struct Catalogue {
    types: Vec<Arc<AttributeType>>,
    groups: Vec<Group>,
    by_name: HashMap<String, usize>,
    by_url: HashMap<String, usize>,
}

/// A heading under which attributes are listed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Name that [`AttributeType::group`] refers to.
    pub name: String,
    /// Heading for people.
    pub title: String,
}

impl Catalogue {
    /// The attributes of the platform (attributes.md), in display order.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Catalogue> = LazyLock::new(read_builtin);
        &BUILTIN
    }

    /// This catalogue with further types. A type whose URL is known already changes nothing: a relying party
    /// cannot redefine what "passport" means.
    pub fn with(&self, further: impl IntoIterator<Item = Arc<AttributeType>>) -> Self {
        let mut extended = self.clone();
        for ty in further {
            extended.insert(ty);
        }
        extended
    }

    /// All types, in display order; relying parties' own come last.
    pub fn all(&self) -> impl ExactSizeIterator<Item = &AttributeType> {
        self.types.iter().map(AsRef::as_ref)
    }

    /// The headings, in display order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The type with this short name, older name, or schema URL.
    pub fn find(&self, name_or_url: &str) -> Option<&AttributeType> {
        let name = name_or_url.trim();
        let position = self.by_name.get(name).or_else(|| self.by_name.get(&name.to_ascii_lowercase()));
        match position {
            Some(&position) => Some(&self.types[position]),
            None => self.by_url(&SchemaUrl::parse(name).ok()?),
        }
    }

    /// The type with this schema URL, which may be spelt with an older name.
    pub fn by_url(&self, url: &SchemaUrl) -> Option<&AttributeType> {
        self.by_url.get(url.key()).map(|&position| self.types[position].as_ref())
    }

    /// Whether two URLs name the same attribute: equal, or an old and a new name of one.
    pub fn same(&self, left: &SchemaUrl, right: &SchemaUrl) -> bool {
        self.canonical_key(left) == self.canonical_key(right)
    }

    /// The key of the current name of the attribute that `url` names.
    pub(crate) fn canonical_key<'a>(&'a self, url: &'a SchemaUrl) -> &'a str {
        self.by_url(url).map_or(url.key(), |ty| ty.url().key())
    }

    fn insert(&mut self, ty: Arc<AttributeType>) {
        if self.by_url.contains_key(ty.url().key()) {
            return;
        }
        let position = self.types.len();
        let names = ty.aliases().iter().map(String::as_str).chain([ty.short_name()]);
        for name in names {
            self.by_name.entry(name.to_owned()).or_insert(position);
            if ty.is_builtin() {
                self.by_url.insert(platform_url(name).key().to_owned(), position);
            }
        }
        self.by_url.insert(ty.url().key().to_owned(), position);
        self.types.push(ty);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    groups: Vec<Group>,
    attributes: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    subject: Subject,
    group: String,
    #[serde(default)]
    aliases: Vec<String>,
}

fn read_builtin() -> Catalogue {
    let table: Table = serde_json::from_str(embedded::CATALOGUE).expect("the embedded catalogue is read by a test");
    let mut catalogue =
        Catalogue { types: Vec::new(), groups: table.groups, by_name: HashMap::new(), by_url: HashMap::new() };
    for Row { name, subject, group, aliases } in table.attributes {
        let file = Embedded::find(&format!("{name}.json")).expect("each row has its schema; a test compares them");
        let url = platform_url(&name);
        catalogue.insert(Arc::new(AttributeType::builtin(file, name, url, subject, group, aliases)));
    }
    catalogue
}

fn platform_url(short_name: &str) -> SchemaUrl {
    SchemaUrl::parse(&format!("{}{short_name}.json", embedded::BASE_URL))
        .expect("catalogue names make valid URLs; a test reads each")
}
