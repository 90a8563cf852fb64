//! Entering a value.

use std::{collections::HashSet, fmt, io::Read};

use idw_identity::{
    AttributeType, Field, FieldKind, FieldPath, FileObject, FilePlace, FileRules, TextError, Violation, file_places,
    implausible_dates, parse_text,
};
use idw_vault::{Batch, RecordId};
use jiff::civil::Date;
use serde_json::Value;

use super::{IfVerified, LabelError, Viewer, by_schema, check_label, same_label};
use crate::{
    DocumentError, Problem, StoreError, Wallet,
    clock::{now, today},
    documents::{
        self, Incoming, MAX_DOCUMENT_BYTES, Mended, Metadata, find_same, parse_id, unused_without,
        view as document_view,
    },
    names::same_name,
    profiles,
    records::{AttributeRecord, Event},
    store::put,
    view::{AttributeView, DocumentView, ProfileKind},
};

/// A value to enter: as one text, as JSON, or field by field.
///
/// Where the attribute is held already, the value with the same `label` (or `id`, or without either the default
/// one) is changed: fields that are not named keep what they had. A field that repeats is replaced as a whole by
/// what is given for it.
#[derive(Default)]
pub struct SetAttribute {
    /// The attribute's short name, schema URL or an older name.
    pub name: String,
    /// The whole value as text, for attributes that are one field; or JSON text for others.
    pub text: Option<String>,
    /// The whole value; files in it name documents of the wallet.
    pub json: Option<Value>,
    /// Single fields as text, by their path.
    pub fields: Vec<(String, String)>,
    /// Files, by the path of their field.
    pub files: Vec<(String, FileInput)>,
    /// What becomes of the metadata of new pictures.
    pub metadata: Metadata,
    /// What the user calls this value, where there are several.
    pub label: Option<String>,
    /// The id of the very value to change.
    pub id: Option<String>,
    /// What to do where the value that would be changed is one that somebody verified.
    pub verified: IfVerified,
}

impl fmt::Debug for SetAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetAttribute").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Where a file's bytes come from.
pub enum FileInput {
    /// From outside.
    New {
        /// What it is called; only the last component is kept.
        name: String,
        /// Its bytes.
        source: Box<dyn Read + Send>,
    },
    /// A document that is in the wallet.
    Existing {
        /// Its id.
        document: String,
    },
}

/// A field that an attribute takes, for errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedField {
    /// Its name; none where the attribute is one value.
    pub path: Option<String>,
    /// Whether it takes a file.
    pub is_file: bool,
    /// Whether it must be given.
    pub required: bool,
}

/// Why a value was not kept. The vault holds what it held before.
#[derive(Debug, thiserror::Error)]
pub enum SetAttributeError {
    /// Neither a short name, nor a schema URL, nor an older name that the catalogue has.
    #[error("no attribute is called '{name}'")]
    Unknown {
        /// What was given.
        name: String,
    },
    /// Nothing was given.
    #[error("no value was given for {title}")]
    NoValue {
        /// The attribute's title.
        title: String,
        /// What it is made of.
        expects: Vec<ExpectedField>,
    },
    /// One text was given for something of several fields.
    #[error("{title} has several fields")]
    SeveralFields {
        /// The attribute's title.
        title: String,
        /// What it is made of.
        expects: Vec<ExpectedField>,
    },
    /// There is no such field.
    #[error("{title} has no field '{path}'")]
    NoField {
        /// The attribute's title.
        title: String,
        /// What was given.
        path: String,
        /// What it is made of.
        expects: Vec<ExpectedField>,
    },
    /// A file was given for a text.
    #[error("'{path}' of {title} takes a text, not a file")]
    NotAFile {
        /// The attribute's title.
        title: String,
        /// The field.
        path: String,
    },
    /// A text does not fit its field.
    #[error("the text is not a valid {title}: {source}")]
    Text {
        /// The attribute's title.
        title: String,
        /// What does not fit.
        source: TextError,
    },
    /// The value does not fit its schema.
    #[error("the value is not a valid {title}: {}", sentences(.violations))]
    Invalid {
        /// The attribute's title.
        title: String,
        /// What does not fit.
        violations: Vec<Violation>,
    },
    /// There is no value with that id.
    #[error("the wallet holds no value with the id '{id}'")]
    NotHeld {
        /// What was given.
        id: String,
    },
    /// The attribute describes a company and the profile is a person, or the other way round.
    #[error("{title} does not describe {}, as the profile '{profile}' does", kind.noun())]
    OtherKind {
        /// The attribute's title.
        title: String,
        /// The profile's name.
        profile: String,
        /// What it is.
        kind: ProfileKind,
    },
    /// A file in the value is no document of this wallet.
    #[error("{title} refers to a document that is not in this profile")]
    NoDocument {
        /// The attribute's title.
        title: String,
    },
    /// A file is not one that this field takes.
    #[error("'{file}' is {mime_type}, which '{path}' of {title} does not take")]
    FileType {
        /// The attribute's title.
        title: String,
        /// The field.
        path: String,
        /// The file's name.
        file: String,
        /// What its bytes are.
        mime_type: String,
        /// The media types that the field takes.
        expects: Vec<String>,
    },
    /// Somebody verified the value, and what was given would take that away.
    #[error("{title} was verified by {by} on {day}")]
    Verified {
        /// The attribute's title.
        title: String,
        /// Who verified it.
        by: String,
        /// When, `YYYY-MM-DD`.
        day: String,
    },
    /// The label is empty or too long.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// A file could not be taken in.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Checks a value against its schema, and its dates against each other and today.
pub(crate) fn check(ty: &AttributeType, value: &Value, today: Date) -> Result<(), Vec<Violation>> {
    ty.validate(value)?;
    let violations = implausible_dates(ty, value, today);
    if violations.is_empty() { Ok(()) } else { Err(violations) }
}

/// What is wrong with a value, in one line.
fn sentences(violations: &[Violation]) -> String {
    let plain = |violation: &Violation| violation.to_string().trim_end_matches('.').to_owned();
    violations.iter().map(plain).collect::<Vec<_>>().join("; ")
}

impl SetAttributeError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Document(error) => error.problem(),
            Self::Store(error) => error.problem(),
            Self::NotHeld { .. } => Problem::NotFound,
            Self::Verified { .. } => Problem::Declined,
            _ => Problem::Usage,
        }
    }
}

impl Wallet {
    /// Enters a value, or changes one. Files are sealed in the vault in the same durable write.
    ///
    /// # Errors
    /// Where the attribute, a field or a file makes no sense, or the value does not fit the attribute's schema.
    pub fn set_attribute(&self, mut set: SetAttribute) -> Result<AttributeView, SetAttributeError> {
        let types = self.types()?;
        let ty = types.find(&set.name).ok_or_else(|| SetAttributeError::Unknown { name: set.name.clone() })?;
        self.check_kind(ty)?;
        // Opening files takes a while, and decides nothing that another change could contradict.
        let files = self.take_in(ty, set.files.drain(..).collect(), set.metadata)?;

        let _guard = self.store.changing();
        let held = by_schema(self, ty)?;
        let target = target(&held, &set)?;
        let base = target.map(|(_, record)| record);
        let is_default = base.map_or(held.is_empty() || !held.iter().any(|(_, r)| r.is_default), |r| r.is_default);

        let mut batch = Batch::new();
        let mut value = whole_value(ty, &set, !files.is_empty(), base)?;
        set_fields(ty, &mut value, &set.fields)?;
        set.label.as_deref().map(check_label).transpose()?;
        // A label that is typed in another case names the value; it does not rename it.
        let before = base.and_then(|record| record.label.clone());
        let label = match (before, set.label) {
            (Some(before), Some(given)) if set.id.is_none() || same_name(&before, &given) => Some(before),
            (before, given) => given.or(before),
        };
        let fresh = self.set_files(ty, &mut value, files, &mut batch)?;
        self.check_files(ty, &mut value, &fresh)?;
        check(ty, &value, today())
            .map_err(|violations| SetAttributeError::Invalid { title: ty.title().to_owned(), violations })?;

        let provenance = self.provenance_after(ty, base, &value, set.verified)?;
        let id = target.map_or_else(RecordId::make, |(id, _)| *id);
        let record = AttributeRecord {
            version: AttributeRecord::VERSION,
            schema: ty.url().to_wire(),
            label,
            value,
            provenance,
            created: base.map_or_else(now, |record| record.created),
            changed: now(),
            is_default,
            profile: self.store.profile(),
        };
        for document in unused_without(self, &[id], std::slice::from_ref(&record))? {
            documents::remove(&mut batch, document);
        }
        put(&mut batch, id, &record);
        let event = Event::AttributeSet { name: ty.short_name().to_owned(), title: ty.title().to_owned() };
        self.store.commit(batch, event)?;
        Ok(Viewer::read(self)?.view(id, &record))
    }

    /// Whether the attribute describes what this profile is.
    fn check_kind(&self, ty: &AttributeType) -> Result<(), SetAttributeError> {
        let profile = profiles::selected(&self.store)?;
        let kind = ProfileKind::from(profile.kind);
        if ty.subject().fits(kind.subject()) {
            return Ok(());
        }
        Err(SetAttributeError::OtherKind { title: ty.title().to_owned(), profile: profile.name, kind })
    }

    /// Seals new files on the disk, each checked to be one of the kind that its field takes.
    fn take_in(
        &self,
        ty: &AttributeType,
        files: Vec<(String, FileInput)>,
        metadata: Metadata,
    ) -> Result<Vec<(String, Received)>, SetAttributeError> {
        let mut taken = Vec::with_capacity(files.len());
        for (path, input) in files {
            let (_, _, rules) = file_field(ty, &path)?;
            let max_bytes = rules.max_bytes.unwrap_or(MAX_DOCUMENT_BYTES).min(MAX_DOCUMENT_BYTES);
            let one = match input {
                FileInput::Existing { document } => Received::Existing(document),
                FileInput::New { name, mut source } => {
                    match self.mend(Incoming::stage(&self.store, &name, &mut source, max_bytes, metadata)?)? {
                        Mended::Yes(document) => Received::Existing(document.id),
                        Mended::No(incoming) => Received::New(incoming),
                    }
                }
            };
            taken.push((path, one));
        }
        Ok(taken)
    }

    fn set_files(
        &self,
        ty: &AttributeType,
        value: &mut Value,
        files: Vec<(String, Received)>,
        batch: &mut Batch,
    ) -> Result<Vec<DocumentView>, SetAttributeError> {
        let mut replaced = HashSet::new();
        let mut fresh: Vec<DocumentView> = Vec::new();
        for (name, taken) in files {
            let (field, path, rules) = file_field(ty, &name)?;
            let document = self.placed(taken, batch, &mut fresh)?;
            if !rules.allows_type(&document.mime_type) {
                return Err(SetAttributeError::FileType {
                    title: ty.title().to_owned(),
                    path: name,
                    file: document.name,
                    mime_type: document.mime_type,
                    expects: rules.types.iter().map(ToString::to_string).collect(),
                });
            }
            let object = FileObject { mime_type: document.mime_type, size: document.size, content: document.id };
            place(ty, value, field, &path, object.to_value(), &mut replaced)?;
        }
        Ok(fresh)
    }

    /// Makes sure that every file in a value is a document of this profile, and says of it what the document is: a
    /// value that was given whole could claim anything.
    fn check_files(
        &self,
        ty: &AttributeType,
        value: &mut Value,
        fresh: &[DocumentView],
    ) -> Result<(), SetAttributeError> {
        for FilePlace { pointer, file, .. } in file_places(ty, value) {
            let unknown = || SetAttributeError::NoDocument { title: ty.title().to_owned() };
            let known = fresh.iter().find(|document| document.id == file.content);
            let document = if let Some(fresh) = known {
                fresh.clone()
            } else {
                let id = parse_id(&file.content).map_err(|_| unknown())?;
                let (info, meta) = self.store.document(id)?.ok_or_else(unknown)?;
                document_view(&info, &meta)
            };
            let object = FileObject { mime_type: document.mime_type, size: document.size, content: document.id };
            if let Some(part) = value.pointer_mut(&pointer) {
                *part = object.to_value();
            }
        }
        Ok(())
    }

    /// The document that was taken in: one that the vault has, or a new one that is there once `batch` is committed.
    fn placed(
        &self,
        taken: Received,
        batch: &mut Batch,
        fresh: &mut Vec<DocumentView>,
    ) -> Result<DocumentView, SetAttributeError> {
        match taken {
            Received::Existing(document) => Ok(self.document(&document)?),
            Received::New(incoming) => {
                if let Some(same) = find_same(&self.store, &incoming)? {
                    return Ok(document_view(&same.0, &same.1));
                }
                if let Some(same) = fresh.iter().find(|document| incoming.is(document)) {
                    return Ok(same.clone());
                }
                let document = incoming.put(&self.store, batch, false);
                fresh.push(document.clone());
                Ok(document)
            }
        }
    }
}

/// A file that is on its way into a value.
enum Received {
    New(Box<Incoming>),
    Existing(String),
}

/// The field that takes a file, and what it wants of it.
fn file_field<'a>(
    ty: &'a AttributeType,
    name: &str,
) -> Result<(&'a Field, FieldPath, &'a FileRules), SetAttributeError> {
    let (field, path) = field_of(ty, name)?;
    match &field.kind {
        FieldKind::File(rules) => Ok((field, path, rules)),
        _ => Err(SetAttributeError::NotAFile { title: ty.title().to_owned(), path: name.to_owned() }),
    }
}

/// The value to change: the one with that id or label, else the default one.
fn target<'a>(
    held: &'a [(RecordId, AttributeRecord)],
    set: &SetAttribute,
) -> Result<Option<&'a (RecordId, AttributeRecord)>, SetAttributeError> {
    if let Some(wanted) = &set.id {
        let found = held.iter().find(|(id, _)| id.to_string() == *wanted);
        return found.map(Some).ok_or_else(|| SetAttributeError::NotHeld { id: wanted.clone() });
    }
    Ok(match &set.label {
        Some(_) => {
            let exact = held.iter().find(|(_, record)| record.label == set.label);
            let same = || held.iter().find(|(_, record)| same_label(record.label.as_deref(), set.label.as_deref()));
            exact.or_else(same)
        }
        None => held.iter().find(|(_, record)| record.is_default),
    })
}

/// The value before single fields are set in it.
fn whole_value(
    ty: &AttributeType,
    set: &SetAttribute,
    has_files: bool,
    base: Option<&AttributeRecord>,
) -> Result<Value, SetAttributeError> {
    if let Some(json) = &set.json {
        return Ok(json.clone());
    }
    if let Some(text) = &set.text {
        return match ty.fields() {
            [only] if only.path.is_root() && !only.repeated => text_value(ty, only, text),
            _ => match serde_json::from_str(text) {
                Ok(value @ (Value::Object(_) | Value::Array(_))) => Ok(value),
                _ => main_field(ty, text, base),
            },
        };
    }
    if set.fields.is_empty() && !has_files {
        return Err(no_value(ty));
    }
    Ok(base.map_or(Value::Null, |record| record.value.clone()))
}

/// One text for an attribute of several fields: it is for the one field that cannot be left out.
fn main_field(ty: &AttributeType, text: &str, base: Option<&AttributeRecord>) -> Result<Value, SetAttributeError> {
    let several = || SetAttributeError::SeveralFields { title: ty.title().to_owned(), expects: expects(ty) };
    let mut required = ty.fields().iter().filter(|field| field.required);
    let (Some(field), None) = (required.next(), required.next()) else { return Err(several()) };
    if field.kind.is_file() || field.repeated {
        return Err(several());
    }
    let mut value = base.map_or(Value::Null, |record| record.value.clone());
    field.path.set(&mut value, text_value(ty, field, text)?).map_err(|_| several())?;
    Ok(value)
}

fn set_fields(ty: &AttributeType, value: &mut Value, fields: &[(String, String)]) -> Result<(), SetAttributeError> {
    let mut replaced = HashSet::new();
    for (name, text) in fields {
        let (field, path) = field_of(ty, name)?;
        let parsed = text_value(ty, field, text)?;
        place(ty, value, field, &path, parsed, &mut replaced)?;
    }
    Ok(())
}

/// Puts one leaf in its place. The first of a repeated field in this call clears what was there.
fn place(
    ty: &AttributeType,
    value: &mut Value,
    field: &Field,
    path: &FieldPath,
    leaf: Value,
    replaced: &mut HashSet<String>,
) -> Result<(), SetAttributeError> {
    let unknown = || no_field(ty, &path.to_string());
    let whole_list = field.repeated && path.len() == field.path.len();
    if whole_list && replaced.insert(path.to_string()) {
        path.set(value, Value::Array(Vec::new())).map_err(|_| unknown())?;
    }
    ty.place(value, path, leaf).map_err(|_| unknown())
}

fn text_value(ty: &AttributeType, field: &Field, text: &str) -> Result<Value, SetAttributeError> {
    parse_text(ty, field, text).map_err(|source| SetAttributeError::Text { title: ty.title().to_owned(), source })
}

fn field_of<'a>(ty: &'a AttributeType, name: &str) -> Result<(&'a Field, FieldPath), SetAttributeError> {
    ty.field(name).ok_or_else(|| no_field(ty, name))
}

fn no_field(ty: &AttributeType, path: &str) -> SetAttributeError {
    SetAttributeError::NoField { title: ty.title().to_owned(), path: path.to_owned(), expects: expects(ty) }
}

fn no_value(ty: &AttributeType) -> SetAttributeError {
    SetAttributeError::NoValue { title: ty.title().to_owned(), expects: expects(ty) }
}

/// What an attribute is made of, for errors.
fn expects(ty: &AttributeType) -> Vec<ExpectedField> {
    let of = |field: &Field| {
        let path = field.path.to_string();
        let path = (!path.is_empty()).then_some(path);
        ExpectedField { path, is_file: field.kind.is_file(), required: field.required }
    };
    ty.fields().iter().map(of).collect()
}
