//! The attribute types that this wallet knows: the catalogue's, and those that sites brought.

mod learn;

pub(crate) use learn::{MOST_KEPT, Schemas, described};

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use idw_identity::{AttributeType, Catalogue, SchemaUrl};

use crate::{
    StoreError,
    records::SchemaRecord,
    store::{Store, locked},
};

/// The types as they were read at first use.
#[derive(Default)]
pub(crate) struct TypesCache(Mutex<Option<Arc<Types>>>);

impl TypesCache {
    pub(crate) fn get(&self, store: &Store) -> Result<Arc<Types>, StoreError> {
        let mut types = locked(&self.0);
        if let Some(types) = &*types {
            return Ok(Arc::clone(types));
        }
        let read = Arc::new(Types::read(store)?);
        *types = Some(Arc::clone(&read));
        Ok(read)
    }

    /// Has them read again: a schema was added or removed.
    pub(crate) fn forget(&self) {
        *locked(&self.0) = None;
    }
}

/// All types, with a quick way to them by the spelling that records keep.
pub(crate) struct Types {
    catalogue: Catalogue,
    /// The wire spelling of each type's URL, with its place in the catalogue. Reading a URL takes longer than
    /// everything else that listing a value needs.
    by_spelling: HashMap<String, (SchemaUrl, usize)>,
}

impl Types {
    /// The built-in types and those kept in the vault.
    pub(crate) fn read(store: &Store) -> Result<Self, StoreError> {
        let mut records = store.readable::<SchemaRecord>(|_| true)?.records;
        // Where two sites' attributes have one short name, it means the one that came first.
        records.sort_by_key(|(_, record)| record.fetched);
        let foreign = records.into_iter().filter_map(|(_, record)| {
            let url = SchemaUrl::parse(&record.url).ok()?;
            // It was accepted when it was fetched; a later version may be stricter.
            AttributeType::from_schema(url, record.schema).ok().map(Arc::new)
        });
        Ok(Self::new(Catalogue::builtin().with(foreign)))
    }

    /// The built-in types alone.
    pub(crate) fn builtin() -> Self {
        Self::new(Catalogue::builtin().clone())
    }

    /// These and further ones. One that is known changes nothing.
    pub(crate) fn with(&self, further: Vec<AttributeType>) -> Self {
        Self::new(self.catalogue.with(further.into_iter().map(Arc::new)))
    }

    fn new(catalogue: Catalogue) -> Self {
        let by_spelling =
            catalogue.all().enumerate().map(|(at, ty)| (ty.url().to_wire(), (ty.url().clone(), at))).collect();
        Self { catalogue, by_spelling }
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The type with this short name, older name or schema URL.
    pub(crate) fn find(&self, name: &str) -> Option<&AttributeType> {
        self.catalogue.find(name)
    }

    /// The type of a schema URL, in any spelling.
    pub(crate) fn of(&self, schema: &str) -> Option<&AttributeType> {
        match self.by_spelling.get(schema) {
            Some((url, _)) => self.catalogue.by_url(url),
            None => self.catalogue.by_url(&SchemaUrl::parse(schema).ok()?),
        }
    }

    /// A schema URL as identity data knows it. Nothing where a later version wrote one that this cannot read.
    pub(crate) fn url_of(&self, schema: &str) -> Option<SchemaUrl> {
        match self.by_spelling.get(schema) {
            Some((url, _)) => Some(url.clone()),
            None => SchemaUrl::parse(schema).ok(),
        }
    }

    /// The place of an attribute in lists; what is not known comes last.
    pub(crate) fn rank(&self, schema: &str) -> usize {
        self.by_spelling.get(schema).map_or(usize::MAX, |(_, at)| *at)
    }

    /// What people call the attribute of this schema: its short name, or the URL where that name means another one or
    /// the type is not known.
    pub(crate) fn name(&self, schema: &str) -> String {
        let Some(ty) = self.of(schema) else { return schema.to_owned() };
        let is_own = self.find(ty.short_name()).is_some_and(|found| found.url() == ty.url());
        if is_own { ty.short_name().to_owned() } else { ty.url().to_wire() }
    }

    /// Its title, or the URL where the type is not known.
    pub(crate) fn title(&self, schema: &str) -> String {
        self.of(schema).map_or_else(|| schema.to_owned(), |ty| ty.title().to_owned())
    }
}
