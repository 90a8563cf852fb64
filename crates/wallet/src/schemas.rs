//! The attribute types that this wallet knows: the catalogue's, and those that sites brought.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use idw_identity::{AttributeType, Catalogue, ForeignSchemaError, SchemaUrl};
use idw_vault::Tree;
use idw_words::{MessageData, message};
use serde_json::Value;

use crate::{
    Explain, StoreError, Wallet,
    caches::{Cache, Rank},
    records::{Record as _, SchemaRecord},
    store::{Store, Watch, locked},
};

/// Most schemas kept in a wallet: reading them is part of every start.
pub(crate) const MOST_KEPT: usize = 1000;

/// The types as they were read at first use.
#[derive(Default)]
struct TypesCache(Mutex<Option<Arc<Types>>>);

impl Cache for TypesCache {
    const RANK: Rank = Rank::OfContent;
}

impl Watch for TypesCache {
    /// A schema was added or removed: the types are read again.
    fn changed(&self, trees: &[Tree]) {
        if trees.contains(&SchemaRecord::TREE) {
            *locked(&self.0) = None;
        }
    }
}

impl Wallet {
    /// The attribute types that this wallet knows.
    pub(crate) fn types(&self) -> Result<Arc<Types>, StoreError> {
        let cache = self.caches.get::<TypesCache>();
        let mut types = locked(&cache.0);
        if let Some(types) = &*types {
            return Ok(Arc::clone(types));
        }
        let read = Arc::new(Types::read(&self.store)?);
        *types = Some(Arc::clone(&read));
        Ok(read)
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

/// Why a site's own schema is not taken in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SchemaFault {
    /// Its address is not a URL.
    #[error("its address is not a valid URL")]
    Address,
    /// It is named like an attribute of the platform.
    #[error("a site cannot redefine an attribute of the platform")]
    OfPlatform,
    /// The wallet cannot use it.
    #[error(transparent)]
    Unusable(#[from] ForeignSchemaError),
}

impl Explain for SchemaFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::Address => message::SchemaFaultAddress.into(),
            Self::OfPlatform => message::SchemaFaultOfPlatform.into(),
            Self::Unusable(error) => error.explain(),
        }
    }
}

/// What a site's own schema describes, or why it is not taken in.
pub(crate) fn described(url: &str, schema: &Value) -> Result<AttributeType, SchemaFault> {
    let name = SchemaUrl::parse(url).map_err(|_| SchemaFault::Address)?;
    if name.is_platform() {
        return Err(SchemaFault::OfPlatform);
    }
    Ok(AttributeType::from_schema(name, schema.clone())?)
}
