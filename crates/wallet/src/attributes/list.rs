//! Listing values.

use std::{cmp::Reverse, sync::Arc};

use idw_identity::{AttributeType, dates, summary};
use idw_vault::RecordId;
use jiff::civil::Date;
use serde_json::Value;

use super::{AttributeError, Order, expiry::Expiry};
use crate::{
    StoreError, Wallet,
    activity::Disclosures,
    clock::today,
    documents::{Shelf, document_ids},
    records::{AttributeRecord, ProvenanceRecord},
    schemas::Types,
    store::Store,
    view::{AttributeView, OriginView},
};

impl Wallet {
    /// Every value in the wallet, in the catalogue's order, the default of each attribute first.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn attributes(&self) -> Result<Vec<AttributeView>, AttributeError> {
        self.search("", Order::Catalogue)
    }

    /// The values of one attribute, by its short name, schema URL or an older name; or one value by its id.
    ///
    /// # Errors
    /// Where there is no such attribute, or the wallet holds none.
    pub fn attribute(&self, name: &str) -> Result<Vec<AttributeView>, AttributeError> {
        let records = self.named(name, None)?;
        let viewer = Viewer::read(&self.store)?;
        Ok(records.iter().map(|(id, record)| viewer.view(*id, record)).collect())
    }

    /// The value with that id, or the values of that attribute, with that label if one is given.
    pub(crate) fn named(
        &self,
        name: &str,
        label: Option<&str>,
    ) -> Result<Vec<(RecordId, AttributeRecord)>, AttributeError> {
        if let Ok(id) = name.parse::<RecordId>()
            && let Some(record) = self.store.get::<AttributeRecord>(id)?
        {
            return Ok(vec![(id, record)]);
        }
        let types = self.store.types()?;
        let ty = types.find(name).ok_or_else(|| AttributeError::Unknown { name: name.to_owned() })?;
        let mut held = by_schema(&self.store, ty)?;
        if label.is_some() {
            held.retain(|(_, record)| record.label.as_deref() == label);
        }
        if held.is_empty() {
            return Err(AttributeError::NotHeld { title: ty.title().to_owned(), label: label.map(str::to_owned) });
        }
        Ok(held)
    }
}

/// The values of one attribute, as kept; the default first.
pub(crate) fn by_schema(store: &Store, ty: &AttributeType) -> Result<Vec<(RecordId, AttributeRecord)>, StoreError> {
    let types = store.types()?;
    let mut records = store.all::<AttributeRecord>()?;
    records.retain(|(_, record)| types.of(&record.schema).is_some_and(|of| of.url() == ty.url()));
    records.sort_by_key(|(_, record)| (!record.is_default, record.created));
    Ok(records)
}

/// Sorts into the catalogue's order, the default of each attribute first.
pub(super) fn sort(records: &mut [(RecordId, AttributeRecord)], types: &Types) {
    let key = |record: &AttributeRecord| {
        (types.rank(&record.schema), !record.is_default, record.label.clone(), Reverse(record.created))
    };
    records.sort_by_cached_key(|(_, record)| key(record));
}

/// Everything that showing values needs, read once for a whole list.
pub(crate) struct Viewer {
    types: Arc<Types>,
    shelf: Shelf,
    disclosures: Arc<Disclosures>,
    today: Date,
}

impl Viewer {
    pub(crate) fn read(store: &Store) -> Result<Self, StoreError> {
        Self::with(store, &store.all::<AttributeRecord>()?)
    }

    /// The same, where all values were read already.
    pub(crate) fn with(store: &Store, records: &[(RecordId, AttributeRecord)]) -> Result<Self, StoreError> {
        let types = store.types()?;
        let shelf = Shelf::with(store, &types, records)?;
        Ok(Self { types, shelf, disclosures: store.disclosures()?, today: today() })
    }

    /// What a shell shows of a value.
    pub(crate) fn view(&self, id: RecordId, record: &AttributeRecord) -> AttributeView {
        let ty = self.types.of(&record.schema);
        let expiry = Expiry::of(ty.and_then(|ty| dates(ty, &record.value).expires), self.today);
        let id = id.to_string();
        let documents: Vec<_> =
            document_ids(&self.types, record).iter().filter_map(|id| self.shelf.get(id).cloned()).collect();
        AttributeView {
            name: self.types.name(&record.schema),
            title: self.types.title(&record.schema),
            schema: record.schema.clone(),
            label: record.label.clone(),
            summary: ty.map_or_else(|| plain_summary(&record.value), |ty| summary(ty, &record.value)),
            value: record.value.clone(),
            size: documents.iter().map(|document| document.size).sum(),
            documents,
            provenance: provenance(&record.provenance),
            origin: origin(&record.provenance),
            created: record.created.to_string(),
            changed: record.changed.to_string(),
            expires: expiry.day.map(|day| day.to_string()),
            expired: expiry.is_past(),
            expiry: expiry.state,
            days_left: expiry.days_left,
            last_sent: self.disclosures.last_sent(&id, &record.value),
            is_default: record.is_default,
            id,
        }
    }
}

/// Where a value comes from, in words.
fn provenance(provenance: &ProvenanceRecord) -> String {
    let day = |at: &jiff::Timestamp| at.to_string().chars().take(10).collect::<String>();
    match provenance {
        ProvenanceRecord::Entered => "entered by you".to_owned(),
        ProvenanceRecord::Imported { from, at } => format!("imported from {from} on {}", day(at)),
        ProvenanceRecord::Verified { by, at } => format!("verified by {by} on {}", day(at)),
    }
}

fn origin(provenance: &ProvenanceRecord) -> OriginView {
    match provenance {
        ProvenanceRecord::Entered => OriginView::Entered,
        ProvenanceRecord::Imported { from, at } => OriginView::Imported { from: from.clone(), at: at.to_string() },
        ProvenanceRecord::Verified { by, at } => OriginView::Verified { by: by.clone(), at: at.to_string() },
    }
}

/// A value of a type that the wallet does not know.
fn plain_summary(value: &Value) -> String {
    value.as_str().map_or_else(|| "a value of a kind this version does not know".to_owned(), str::to_owned)
}
