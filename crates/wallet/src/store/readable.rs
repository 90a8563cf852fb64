//! Records that this version cannot read: they end no list, are named, and can be removed.
//!
//! The bytes are authentic, so a program wrote them: a later version of this one, or one that took them from a backup
//! without looking. Whoever shows a list asks for what is readable, with [`Store::readable`], and warns of the rest.

use idw_vault::{DocumentId, DocumentInfo, Plain, RecordId, Tree};
use serde::Deserialize;

use super::{Store, StoreError, decode, with_meta};
use crate::{
    Stored,
    records::{DocumentMeta, Record},
};

/// A record that this version cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    pub(crate) place: Place,
    pub(crate) what: Stored,
    /// The number of the profile that it says it belongs to, where it says one.
    pub(crate) profile: Option<u32>,
}

/// Where a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Record { tree: Tree, id: RecordId },
    Document(DocumentId),
}

impl Place {
    /// Its id as people are told it.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Record { id, .. } => id.to_string(),
            Self::Document(id) => id.to_string(),
        }
    }
}

/// All of a kind: those that can be read, and the others.
pub(crate) struct Readable<T> {
    pub(crate) records: Vec<T>,
    pub(crate) unreadable: Vec<Unreadable>,
}

/// The one member of a record that is looked at where the whole makes no sense.
#[derive(Deserialize)]
struct Owner {
    #[serde(default)]
    profile: Option<u32>,
}

impl Store {
    /// Every record of a kind that belongs to this profile and `is_usable`, in no order; and those of which one of that
    /// does not hold, if they may be this profile's. For lists: one record that makes no sense does not end them.
    pub(crate) fn readable<R: Record>(
        &self,
        is_usable: impl Fn(&R) -> bool,
    ) -> Result<Readable<(RecordId, R)>, StoreError> {
        let mut readable = self.readable_in_all_profiles(is_usable)?;
        readable.records.retain(|(_, record)| self.sees(record.profile()));
        readable.unreadable.retain(|one| self.sees(one.profile));
        Ok(readable)
    }

    /// The same, whichever profile they belong to.
    pub(crate) fn readable_in_all_profiles<R: Record>(
        &self,
        is_usable: impl Fn(&R) -> bool,
    ) -> Result<Readable<(RecordId, R)>, StoreError> {
        let mut readable = Readable { records: Vec::new(), unreadable: Vec::new() };
        for entry in self.vault().scan(R::TREE) {
            let (id, bytes) = entry?;
            match decode::<R>(&bytes).ok().filter(&is_usable) {
                Some(record) => readable.records.push((id, record)),
                None => readable.unreadable.push(unreadable::<R>(id, &bytes)),
            }
        }
        Ok(readable)
    }

    /// The bytes of every record of a kind, with the record where it can be read.
    pub(crate) fn all_bytes<R: Record>(&self) -> Result<Vec<(RecordId, Option<R>, Plain)>, StoreError> {
        self.vault()
            .scan(R::TREE)
            .map(|entry| {
                let (id, bytes) = entry?;
                Ok((id, decode::<R>(&bytes).ok(), bytes))
            })
            .collect()
    }

    /// The documents of which the wallet cannot read what it kept beside their bytes, if they may be this profile's.
    pub(crate) fn unreadable_documents(&self) -> Result<Vec<Unreadable>, StoreError> {
        let mut found = self.unreadable_documents_in_all_profiles()?;
        found.retain(|one| self.sees(one.profile));
        Ok(found)
    }

    /// The same, whichever profile they belong to.
    pub(crate) fn unreadable_documents_in_all_profiles(&self) -> Result<Vec<Unreadable>, StoreError> {
        let mut found = Vec::new();
        for info in self.vault().documents() {
            let info = info?;
            let profile = owner_in(&info.meta);
            let place = Place::Document(info.id);
            if with_meta(info).is_err() {
                found.push(Unreadable { place, what: Stored::Document, profile });
            }
        }
        Ok(found)
    }
}

/// What is told of a record that cannot be read.
pub(super) fn unreadable<R: Record>(id: RecordId, bytes: &[u8]) -> Unreadable {
    Unreadable { place: Place::Record { tree: R::TREE, id }, what: R::WHAT, profile: owner_in(bytes) }
}

fn owner_in(bytes: &[u8]) -> Option<u32> {
    serde_json::from_slice::<Owner>(bytes).ok()?.profile
}

/// Passes over a document of which the wallet cannot read what it kept beside the bytes.
pub(super) fn if_readable(
    info: Result<DocumentInfo, idw_vault::ReadError>,
) -> Option<Result<(DocumentInfo, DocumentMeta), StoreError>> {
    match info {
        Ok(info) => with_meta(info).ok().map(Ok),
        Err(error) => Some(Err(error.into())),
    }
}
