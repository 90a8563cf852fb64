//! Listing values.

use std::{
    cmp::Reverse,
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use idw_identity::{AttributeType, Field, dates, summary};
use idw_vault::{RecordId, Tree};
use jiff::civil::Date;
use serde_json::Value;

use super::{
    AttributeError,
    expiry::Expiry,
    origin::{Origins, in_words},
    same_label,
};
use crate::{
    StoreError, Wallet,
    activity::Disclosures,
    caches::{Cache, Rank},
    clock::today,
    digests::Digests,
    documents::{DocumentList, ids_in},
    fold::fold,
    records::{AttributeRecord, CheckRecord},
    schemas::Types,
    store::{Readable, Store, Unreadable, Watch, locked},
    view::{AttributeView, ExpiryState},
};

impl Wallet {
    /// Every value in the wallet, in the catalogue's order, the default of each attribute first.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn attributes(&self) -> Result<Vec<AttributeView>, AttributeError> {
        self.search("", super::Order::Catalogue)
    }

    /// The value with this id.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn attribute_by_id(&self, id: &str) -> Result<AttributeView, AttributeError> {
        let no_value = || AttributeError::NoValue { id: id.to_owned() };
        let record_id = id.parse::<RecordId>().map_err(|_| no_value())?;
        let record = self.store.get::<AttributeRecord>(record_id)?.ok_or_else(no_value)?;
        Ok(Viewer::read(self)?.view(record_id, &record))
    }

    /// The values of one attribute, by its short name, schema URL or an older name; or one value by its id.
    ///
    /// # Errors
    /// Where there is no such attribute, or the wallet holds none.
    pub fn attribute(&self, name: &str) -> Result<Vec<AttributeView>, AttributeError> {
        let records = self.named(name, None)?;
        let viewer = Viewer::read(self)?;
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
        let types = self.types()?;
        let ty = types.find(name).ok_or_else(|| AttributeError::Unknown { name: name.to_owned() })?;
        let mut held = by_schema(self, ty)?;
        if label.is_some() {
            held.retain(|(_, record)| same_label(record.label.as_deref(), label));
        }
        if held.is_empty() {
            return Err(AttributeError::NotHeld { title: ty.title().to_owned(), label: label.map(str::to_owned) });
        }
        Ok(held)
    }
}

/// The values of one attribute, as kept; the default first.
pub(crate) fn by_schema(wallet: &Wallet, ty: &AttributeType) -> Result<Vec<(RecordId, AttributeRecord)>, StoreError> {
    let types = wallet.types()?;
    let mut records = wallet.listing()?.records().to_vec();
    records.retain(|(_, record)| types.of(&record.schema).is_some_and(|of| of.url() == ty.url()));
    records.sort_by_key(|(_, record)| (!record.is_default, record.created));
    Ok(records)
}

/// Sorts into the catalogue's order, the default of each attribute first.
fn sort(records: &mut [(RecordId, AttributeRecord)], types: &Types) {
    let key = |record: &AttributeRecord| {
        (types.rank(&record.schema), !record.is_default, record.label.clone(), Reverse(record.created))
    };
    records.sort_by_cached_key(|(_, record)| key(record));
}

/// All values and documents of a profile with what is shown of them, but for what changes with the day and with the
/// activity log. Made once after a change: opening ten thousand records takes longer than all that lists do with them.
pub(crate) struct Listing {
    /// Which reading of the vault this is: no two have the same number.
    pub(crate) reading: u64,
    /// In the catalogue's order, the default of each attribute first.
    records: Vec<(RecordId, AttributeRecord)>,
    /// What is shown of each, in the same order.
    pub(super) shown: Vec<Shown>,
    /// The place of each.
    at: HashMap<RecordId, usize>,
    pub(crate) documents: DocumentList,
    pub(crate) origins: Origins,
    /// Values and documents that this version cannot read.
    unreadable: Vec<Unreadable>,
    /// How many values there are of each attribute, by its name.
    counts: HashMap<String, usize>,
}

/// The listings of the profiles that were asked for, read at first use and again after every change.
#[derive(Default)]
struct ListingCache(Mutex<HashMap<u32, Arc<Listing>>>);

impl Cache for ListingCache {
    const RANK: Rank = Rank::OfCaches;
}

impl Watch for ListingCache {
    fn changed(&self, _: &[Tree]) {
        locked(&self.0).clear();
    }
}

impl Wallet {
    /// What lists show of this profile's values and documents.
    pub(crate) fn listing(&self) -> Result<Arc<Listing>, StoreError> {
        self.listing_of(&self.store)
    }

    /// The same of another profile.
    pub(crate) fn listing_of(&self, store: &Store) -> Result<Arc<Listing>, StoreError> {
        let cache = self.caches.get::<ListingCache>();
        let change = store.change();
        if let Some(listing) = locked(&cache.0).get(&store.profile()) {
            return Ok(Arc::clone(listing));
        }
        let read = Arc::new(Listing::read(self, store, &*self.types()?)?);
        let mut listings = locked(&cache.0);
        // What was read before a change is not kept after it. A change that is counted from here on waits to forget it.
        if store.change() != change {
            return Ok(read);
        }
        // Whoever read it at the same time shows the same reading, so that the pages of a list go together.
        Ok(Arc::clone(listings.entry(store.profile()).or_insert(read)))
    }
}

/// What is shown of a value.
#[derive(Clone)]
pub(super) struct Shown {
    /// Without the value, which its record has, and without what it says of expiry and of sites.
    pub(super) view: AttributeView,
    pub(super) expires: Option<Date>,
    /// What of it is searched, folded.
    pub(super) text: String,
}

static READINGS: AtomicU64 = AtomicU64::new(0);

impl Listing {
    fn read(wallet: &Wallet, store: &Store, types: &Types) -> Result<Self, StoreError> {
        let Readable { mut records, mut unreadable } = store.read_many::<AttributeRecord>()?;
        unreadable.extend(store.unreadable_documents()?);
        sort(&mut records, types);
        let documents = DocumentList::with(store, types, &records)?;
        let origins = Origins::read(wallet, store, records.iter().map(|(_, record)| record))?;
        let show = |records: &[(RecordId, AttributeRecord)]| -> Vec<Shown> {
            records.iter().map(|(id, record)| Shown::new(types, &documents, &origins, *id, record)).collect()
        };
        let (first, second) = records.split_at(records.len() / 2);
        let shown = thread::scope(|scope| {
            let showing = scope.spawn(|| show(first));
            let second = show(second);
            let mut shown = showing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            shown.extend(second);
            shown
        });
        let mut counts = HashMap::new();
        for Shown { view, .. } in &shown {
            *counts.entry(view.name.clone()).or_default() += 1;
        }
        let at = records.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let reading = READINGS.fetch_add(1, Ordering::Relaxed);
        Ok(Self { reading, records, shown, at, documents, origins, unreadable, counts })
    }

    pub(crate) fn records(&self) -> &[(RecordId, AttributeRecord)] {
        &self.records
    }

    /// Whether there are several values of an attribute.
    pub(super) fn has_several(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|count| *count > 1)
    }

    /// The check that gave a value, where the wallet knows that itself.
    pub(crate) fn confirmed<'r>(&self, record: &'r AttributeRecord) -> Option<&'r CheckRecord> {
        self.origins.confirmed(record, &self.documents)
    }

    pub(crate) fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }
}

impl Shown {
    fn new(types: &Types, documents: &DocumentList, origins: &Origins, id: RecordId, record: &AttributeRecord) -> Self {
        let ty = types.of(&record.schema);
        let origin = origins.of(record, documents);
        let documents: Vec<_> = ids_in(&record.value).iter().filter_map(|id| documents.get(id).cloned()).collect();
        let view = AttributeView {
            id: id.to_string(),
            name: types.name(&record.schema),
            title: types.title(&record.schema),
            schema: record.schema.clone(),
            label: record.label.clone(),
            summary: ty.map_or_else(|| plain_summary(&record.value), |ty| summary(ty, &record.value)),
            value: Value::Null,
            size: documents.iter().map(|document| document.size).sum(),
            documents,
            provenance: in_words(&origin),
            origin,
            lacks: ty.map_or_else(Vec::new, |ty| lacks(ty, record)),
            created: record.created.to_string(),
            changed: record.changed.to_string(),
            expires: None,
            expired: false,
            expiry: ExpiryState::None,
            days_left: None,
            last_sent: Vec::new(),
            is_default: record.is_default,
        };
        let text = fold(&texts(&view).collect::<Vec<_>>().join("\n"));
        Self { expires: ty.and_then(|ty| dates(ty, &record.value).expires), text, view }
    }
}

/// What of a value is searched.
fn texts(attribute: &AttributeView) -> impl Iterator<Item = &str> {
    [attribute.title.as_str(), &attribute.name, &attribute.summary]
        .into_iter()
        .chain(attribute.label.as_deref())
        .chain(attribute.documents.iter().map(|document| document.name.as_str()))
}

/// Shows values as they are today.
pub(crate) struct Viewer {
    pub(super) types: Arc<Types>,
    pub(super) listing: Arc<Listing>,
    pub(super) disclosures: Arc<Disclosures>,
    pub(super) digests: Arc<Digests>,
    pub(super) today: Date,
}

impl Viewer {
    pub(crate) fn read(wallet: &Wallet) -> Result<Self, StoreError> {
        let (types, listing, disclosures) = (wallet.types()?, wallet.listing()?, wallet.disclosures()?);
        Ok(Self { types, listing, disclosures, digests: wallet.digests()?, today: today() })
    }

    /// The value at a place of the listing.
    pub(super) fn at(&self, place: usize) -> AttributeView {
        self.finish(self.listing.shown[place].clone(), &self.listing.records[place].1)
    }

    /// The values that have a last day of validity.
    pub(super) fn dated(&self) -> impl Iterator<Item = AttributeView> {
        let is_dated = |place: &usize| self.listing.shown[*place].expires.is_some();
        (0..self.listing.shown.len()).filter(is_dated).map(|place| self.at(place))
    }

    /// What is shown of the value of an attribute that is sent when nothing else is chosen.
    pub(crate) fn default_summary(&self, name: &str) -> Option<String> {
        let mut views = self.listing.shown.iter().map(|shown| &shown.view);
        views.find(|view| view.is_default && view.name == name).map(|view| view.summary.clone())
    }

    /// What a shell shows of a value.
    pub(crate) fn view(&self, id: RecordId, record: &AttributeRecord) -> AttributeView {
        let at = self.listing.at.get(&id).copied().filter(|at| self.listing.records[*at].1 == *record);
        let shown = match at {
            Some(at) => self.listing.shown[at].clone(),
            // As it was before, or will be after, a change.
            None => Shown::new(&self.types, &self.listing.documents, &self.listing.origins, id, record),
        };
        self.finish(shown, record)
    }

    fn finish(&self, shown: Shown, record: &AttributeRecord) -> AttributeView {
        let Shown { view, expires, .. } = shown;
        let expiry = Expiry::of(expires, self.today);
        AttributeView {
            expires: expiry.day.map(|day| day.to_string()),
            expired: expiry.is_past(),
            expiry: expiry.state,
            days_left: expiry.days_left,
            last_sent: self.disclosures.last_sent(&self.digests, &view.id, &record.value),
            value: record.value.clone(),
            ..view
        }
    }
}

/// What a value that a check gave still lacks. Nothing else comes into the wallet unfinished.
fn lacks(ty: &AttributeType, record: &AttributeRecord) -> Vec<String> {
    let is_of_check = record.provenance.check().is_some() || record.provenance.is_of_check();
    if is_of_check { lacking(ty, &record.value) } else { Vec::new() }
}

/// The titles of the fields without which no site takes a value, and which this one does not have.
pub(crate) fn lacking(ty: &AttributeType, value: &Value) -> Vec<String> {
    let is_missing = |field: &&Field| field.required && field.path.get(value).is_none();
    ty.fields().iter().filter(is_missing).map(|field| field.title.clone()).collect()
}

/// A value of a type that the wallet does not know.
fn plain_summary(value: &Value) -> String {
    value.as_str().map_or_else(|| "a value of a kind this version does not know".to_owned(), str::to_owned)
}
