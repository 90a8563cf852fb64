//! One kind of attribute: its names, its schema, and what follows from the schema.

use std::fmt;
use std::sync::OnceLock;

use serde_json::Value;

use crate::compile::{self, Checker};
use crate::embedded::Embedded;
use crate::field::Field;
use crate::field_path::{FieldPath, PathError, Segment};
use crate::foreign::{self, ForeignSchemaError};
use crate::form;
use crate::resolve::{Layers, Node};
use crate::schema_url::SchemaUrl;
use crate::texts;
use crate::violation::{self, Violation};

/// Whom an attribute describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A natural person.
    Person,
    /// A legal entity.
    Company,
    /// Either.
    Both,
}

impl Subject {
    /// Whether what describes `self` can belong to a profile of kind `profile`.
    pub fn fits(self, profile: Subject) -> bool {
        self == profile || self == Self::Both || profile == Self::Both
    }
}

/// A kind of attribute, such as "Passport": from the built-in catalogue, or of a relying party's own making.
///
/// Cheap to look up: schema, validator and form are each made on first use and kept.
pub struct AttributeType {
    url: SchemaUrl,
    short_name: String,
    subject: Subject,
    group: Option<String>,
    aliases: Vec<String>,
    source: Source,
    checker: OnceLock<Checker>,
    fields: OnceLock<Vec<Field>>,
}

enum Source {
    /// An embedded schema, parsed on first use.
    Builtin(&'static Embedded),
    /// Read and checked already; the texts are cleaned for display.
    Foreign { schema: Value, title: String, description: String },
}

/// Why a part could not be put into a value; the value is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The attribute has no such field.
    #[error("{attribute} has no field \"{path}\"; it has: {}", known.join(", "))]
    UnknownField {
        /// Short name of the attribute.
        attribute: String,
        /// The path that was asked for.
        path: String,
        /// The paths there are.
        known: Vec<String>,
    },
    /// The path does not fit the value as it stands.
    #[error(transparent)]
    Path(#[from] PathError),
}

impl AttributeType {
    /// Makes a type of a schema that a relying party published at `url`.
    ///
    /// The schema is treated as hostile data: size, depth, number of parts and the work it can cause are limited,
    /// references may only lead into itself or to the schemas that this crate carries, and patterns run under a
    /// backtracking limit. Nothing is ever fetched.
    ///
    /// # Errors
    ///
    /// [`ForeignSchemaError`] says which limit or rule the schema breaks.
    pub fn from_schema(url: SchemaUrl, schema: Value) -> Result<Self, ForeignSchemaError> {
        foreign::check(&url, &schema)?;
        let checker = compile::foreign(&schema, &url)?;
        let short_name = foreign::short_name(&url);
        let title =
            foreign::display_text(&schema["title"], foreign::MAX_TITLE_CHARS).unwrap_or_else(|| short_name.clone());
        let description =
            foreign::display_text(&schema["description"], foreign::MAX_DESCRIPTION_CHARS).unwrap_or_default();
        Ok(Self {
            url,
            short_name,
            subject: Subject::Both,
            group: None,
            aliases: Vec::new(),
            source: Source::Foreign { schema, title, description },
            checker: OnceLock::from(checker),
            fields: OnceLock::new(),
        })
    }

    pub(crate) fn builtin(
        file: &'static Embedded,
        short_name: String,
        url: SchemaUrl,
        subject: Subject,
        group: String,
        aliases: Vec<String>,
    ) -> Self {
        Self {
            url,
            short_name,
            subject,
            group: Some(group),
            aliases,
            source: Source::Builtin(file),
            checker: OnceLock::new(),
            fields: OnceLock::new(),
        }
    }

    /// The name people type: `first-name`.
    pub fn short_name(&self) -> &str {
        &self.short_name
    }

    /// The schema URL that is the attribute's full name.
    pub fn url(&self) -> &SchemaUrl {
        &self.url
    }

    /// Older short names, such as `birthdate` for `date-of-birth`.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Whom it describes. A relying party's own attribute can describe anyone.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// Name of the catalogue group it is listed under; none for a relying party's own.
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// Whether it comes from the built-in catalogue rather than from a relying party.
    pub fn is_builtin(&self) -> bool {
        matches!(self.source, Source::Builtin(_))
    }

    /// What it is called, for people.
    pub fn title(&self) -> &str {
        match &self.source {
            Source::Foreign { title, .. } => title,
            Source::Builtin(_) => self.schema()["title"].as_str().unwrap_or(&self.short_name),
        }
    }

    /// What it is and what to provide, in a sentence or two; may be empty for a relying party's own.
    pub fn description(&self) -> &str {
        match &self.source {
            Source::Foreign { description, .. } => description,
            Source::Builtin(_) => self.schema()["description"].as_str().unwrap_or_default(),
        }
    }

    /// The JSON Schema, draft 7.
    pub fn schema(&self) -> &Value {
        match &self.source {
            Source::Foreign { schema, .. } => schema,
            Source::Builtin(file) => file.schema(),
        }
    }

    /// Checks a value against the schema, formats (dates, email addresses) included. Whatever the schema says, a text
    /// is not blank, holds no control characters, and is not empty where it is required.
    ///
    /// # Errors
    ///
    /// What is wrong, at most [`Violation::MAX`] entries, none of which repeats the value.
    pub fn validate(&self, value: &Value) -> Result<(), Vec<Violation>> {
        let mut violations = self.checker().violations(value, self.root());
        violation::add_bad_texts(&mut violations, texts::faults(value, || self.fields()), self.root());
        if violations.is_empty() { Ok(()) } else { Err(violations) }
    }

    /// Whether the value fits the schema; quicker than [`validate`](Self::validate) as it stops at the first fault.
    pub fn accepts(&self, value: &Value) -> bool {
        self.checker().accepts(value) && texts::are_fine(value, || self.fields())
    }

    /// The leaves of the value in display order, for forms and for `FIELD=VALUE`.
    pub fn fields(&self) -> &[Field] {
        self.fields.get_or_init(|| form::fields(self.root(), self.title(), self.description()))
    }

    /// Those of [`fields`](Self::fields) that take files.
    pub fn file_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields().iter().filter(|field| field.kind.is_file())
    }

    /// The field that a typed name means, with the path it stands for: `selfie.image`, `images.0`,
    /// `members.2.equity`. An attribute that is a single value or a list takes the empty name, and `value`,
    /// `file` or `files` too.
    pub fn field(&self, name: &str) -> Option<(&Field, FieldPath)> {
        let path = FieldPath::parse(name.trim()).ok()?;
        if let Some(field) = self.field_at(&path) {
            return Some((field, path));
        }
        let root = self.fields().iter().find(|field| field.path.is_root())?;
        let (first, rest) = path.segments().split_first()?;
        let names_the_whole = matches!(first, Segment::Key(key) if matches!(key.as_str(), "value" | "file" | "files"));
        let path = FieldPath::from_segments(rest.to_vec());
        (names_the_whole && root.covers(&path)).then_some((root, path))
    }

    /// Puts `part` into `value` at `path`, making what is missing on the way. A part for a repeated field without
    /// an index is added behind those that are there (`images=a.png images=b.png`); a list replaces them all.
    ///
    /// # Errors
    ///
    /// [`PlaceError`] when the attribute has no such field or the path does not fit the value; it is unchanged then.
    pub fn place(&self, value: &mut Value, path: &FieldPath, part: Value) -> Result<(), PlaceError> {
        let field = self.field_at(path).ok_or_else(|| PlaceError::UnknownField {
            attribute: self.short_name.clone(),
            path: path.to_string(),
            known: self.fields().iter().map(|field| field.path.to_string()).collect(),
        })?;
        if field.repeated && field.path.len() == path.len() && !part.is_array() {
            path.append(value, part)?;
        } else {
            path.set(value, part)?;
        }
        Ok(())
    }

    fn field_at(&self, path: &FieldPath) -> Option<&Field> {
        self.fields().iter().find(|field| field.covers(path))
    }

    fn checker(&self) -> &Checker {
        self.checker.get_or_init(|| {
            compile::builtin(self.schema()).expect("every embedded schema compiles; a test compiles each")
        })
    }

    pub(crate) fn root(&self) -> Node<'_> {
        Node::root(self.schema(), &self.url)
    }

    pub(crate) fn layers(&self) -> Layers<'_> {
        self.root().layers()
    }
}

impl fmt::Debug for AttributeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttributeType")
            .field("short_name", &self.short_name)
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}
