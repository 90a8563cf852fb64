//! Reading in what a person has in the SelfKey Identity Wallet, the desktop program of the SelfKey Foundation: attributes
//! and documents out of its SQLite database. `docs/data-format.md` says where that is, and what is taken from it.

mod database;
mod error;
mod layout;
mod rows;
mod value;

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

pub use database::{SELFKEY_DATABASE, is_sqlite};
pub use error::SelfkeyError;

use database::Database;
use idw_words::{Message as _, message};
use rows::{AttributeRow, IdentityRow};

use super::{
    DataError, ImportOptions,
    arrivals::{Arrivals, Body},
    file::{FileAttribute, FileDocument, Receiver as _},
};
use crate::{
    Wallet,
    attributes::{corrected_label, free_label, same_label},
    plain::line,
    profiles,
    schemas::Types,
    view::{ImportReport, ProfileKind, SelfkeyContents, SelfkeyIdentity},
};

/// What a value is called that would otherwise have the label of another.
const LABEL: &str = "SelfKey";

impl Wallet {
    /// Lists whom the database of a SelfKey wallet at `path` knows, and the files of its keys.
    ///
    /// # Errors
    /// Where the file is no such database, is damaged or in use, or the vault cannot be read.
    pub fn selfkey_contents(&self, path: &Path) -> Result<SelfkeyContents, DataError> {
        let kind = profiles::selected(&self.store)?.kind.into();
        let database = Database::open(path)?;
        let identities = database.identities()?;
        let attributes = database.attributes()?;
        let documents = database.documents()?;
        let key_files = database.key_files()?;
        database.check_unchanged()?;

        let chosen = choose(&identities, kind, None).ok().map(|identity| identity.id.to_string());
        let mut by_owner: HashMap<i64, Vec<&AttributeRow>> = HashMap::new();
        for attribute in &attributes {
            by_owner.entry(attribute.owner).or_default().push(attribute);
        }
        let mut documents_of: HashMap<i64, u64> = HashMap::new();
        for document in &documents {
            *documents_of.entry(document.attribute).or_default() += 1;
        }
        let view = |identity: &IdentityRow| {
            let own = by_owner.get(&identity.id).map(Vec::as_slice).unwrap_or_default();
            SelfkeyIdentity {
                id: identity.id.to_string(),
                name: value::name(identity, own),
                kind: identity.kind,
                is_member: identity.is_member,
                attributes: own.len() as u64,
                documents: own.iter().filter_map(|one| documents_of.get(&one.id)).sum(),
                fits: identity.kind == kind,
            }
        };
        Ok(SelfkeyContents { identities: identities.iter().map(view).collect(), chosen, key_files })
    }

    /// Reads the attributes and documents of one identity from the database of a SelfKey wallet into this profile, as
    /// [`import_data`](Self::import_data) does it with a file. A document is taken in also where the value that refers to it is
    /// refused. Nothing is written to the database, and keys are not read.
    ///
    /// `identity` is an id of [`selfkey_contents`](Self::selfkey_contents). It may be left out where only one fits the profile.
    ///
    /// # Errors
    /// Where the file is no such database, is damaged or in use, where it is not clear whose values to take, or the vault cannot
    /// be read or written. Nothing is imported then.
    pub fn import_selfkey(
        &self,
        path: &Path,
        identity: Option<&str>,
        options: &ImportOptions,
    ) -> Result<ImportReport, DataError> {
        let kind = profiles::selected(&self.store)?.kind.into();
        let database = Database::open(path)?;
        let identities = database.identities()?;
        let chosen = choose(&identities, kind, identity)?;
        let mut rows = database.attributes()?;
        rows.retain(|attribute| attribute.owner == chosen.id);

        let mut arrivals = Arrivals::new(&self.store, options.dry_run, options.metadata)?.keeping_refused();
        let ids: HashSet<i64> = rows.iter().map(|attribute| attribute.id).collect();
        for document in database.documents()?.into_iter().filter(|document| ids.contains(&document.attribute)) {
            let about = FileDocument { id: document.id.to_string(), name: document.name, ..FileDocument::default() };
            let body = if document.is_held_as_bytes {
                arrivals.body(&mut *database.content(document.id)?)
            } else {
                Body::Refused(message::ImportReasonNotInDatabase.data())
            };
            arrivals.document(about, body)?;
        }
        database.check_unchanged()?;
        self.import_read(given(&rows, &*self.types()?), arrivals, options)
    }
}

/// Whose values are taken: whom the caller names, or the only one who fits the profile. Members of companies are taken only
/// when they are named.
fn choose<'a>(
    identities: &'a [IdentityRow],
    kind: ProfileKind,
    named: Option<&str>,
) -> Result<&'a IdentityRow, SelfkeyError> {
    if let Some(named) = named {
        let found = identities.iter().find(|identity| identity.id.to_string() == named.trim());
        let found = found.ok_or_else(|| SelfkeyError::IdentityNotFound { id: line(named) })?;
        let fits = found.kind == kind;
        return fits.then_some(found).ok_or(SelfkeyError::OtherKind { is: found.kind, profile: kind });
    }
    let mut fitting: Vec<&IdentityRow> = identities.iter().filter(|identity| identity.kind == kind).collect();
    if fitting.len() > 1 {
        fitting.retain(|identity| !identity.is_member);
    }
    match fitting.as_slice() {
        [only] => Ok(only),
        [] if !identities.iter().any(|identity| identity.kind == kind) => Err(SelfkeyError::NoneFits { kind }),
        _ => Err(SelfkeyError::SeveralFit),
    }
}

/// The values as an exported file would have them. There no two of one attribute have the same label.
fn given(rows: &[AttributeRow], types: &Types) -> Vec<FileAttribute> {
    let mut given: Vec<FileAttribute> = Vec::new();
    for row in rows {
        let schema = row.schema.clone().unwrap_or_default();
        let (value, refused) = match value::of(row) {
            Ok(value) => (value, None),
            Err(why) => (serde_json::Value::Null, Some(why)),
        };
        let label = row.label.as_deref().and_then(corrected_label);
        let label = label.filter(|label| !value::only_names(label, &[&types.title(&schema), &types.name(&schema)]));
        let group: Vec<&FileAttribute> =
            given.iter().filter(|one| one.schema == schema && one.refused.is_none()).collect();
        let is_taken = |label: Option<&str>| group.iter().any(|one| same_label(one.label.as_deref(), label));
        let label = if is_taken(label.as_deref()) && !group.iter().any(|one| one.value == value) {
            Some(free_label(label.as_deref().unwrap_or(LABEL), |label| is_taken(Some(label))))
        } else {
            label
        };
        given.push(FileAttribute { schema, label, default: false, value, provenance: None, refused });
    }
    given
}
