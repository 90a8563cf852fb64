//! Listing values.

use std::{
    cmp::Reverse,
    collections::HashMap,
    sync::{Arc, Mutex},
    thread,
};

use idw_identity::{AttributeType, dates, summary};
use idw_vault::{RecordId, Tree};
use jiff::civil::Date;
use serde_json::Value;

use super::{AttributeError, Order, expiry::Expiry, same_label};
use crate::{
    StoreError, Wallet,
    activity::Disclosures,
    caches::{Cache, Rank},
    clock::today,
    digests::Digests,
    documents::{DocumentList, ids_in},
    fold::{Query, fold},
    plain::{line, quoted},
    records::{AttributeRecord, ProvenanceRecord, SourceRecord},
    schemas::Types,
    store::{Readable, Store, Unreadable, Watch, locked},
    view::{AttributeView, ClaimView, ExpiryState, OriginView, SourceView},
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
    /// In the catalogue's order, the default of each attribute first.
    records: Vec<(RecordId, AttributeRecord)>,
    /// What is shown of each, in the same order.
    shown: Vec<Shown>,
    /// The place of each.
    at: HashMap<RecordId, usize>,
    pub(crate) documents: DocumentList,
    /// Values and documents that this version cannot read.
    unreadable: Vec<Unreadable>,
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
        let read = Arc::new(Listing::read(store, &*self.types()?)?);
        let mut listings = locked(&cache.0);
        // What was read before a change is not kept after it. A change that is counted from here on waits to forget it.
        if store.change() == change {
            listings.insert(store.profile(), Arc::clone(&read));
        }
        Ok(read)
    }
}

/// What is shown of a value.
#[derive(Clone)]
struct Shown {
    /// Without what it says of expiry and of sites.
    view: AttributeView,
    expires: Option<Date>,
    /// What of it is searched, folded.
    text: String,
}

impl Listing {
    fn read(store: &Store, types: &Types) -> Result<Self, StoreError> {
        let Readable { mut records, mut unreadable } = store.read_many::<AttributeRecord>()?;
        unreadable.extend(store.unreadable_documents()?);
        sort(&mut records, types);
        let documents = DocumentList::with(store, types, &records)?;
        let show = |records: &[(RecordId, AttributeRecord)]| -> Vec<Shown> {
            records.iter().map(|(id, record)| Shown::new(types, &documents, *id, record)).collect()
        };
        let (first, second) = records.split_at(records.len() / 2);
        let shown = thread::scope(|scope| {
            let showing = scope.spawn(|| show(first));
            let second = show(second);
            let mut shown = showing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            shown.extend(second);
            shown
        });
        let at = records.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        Ok(Self { records, shown, at, documents, unreadable })
    }

    pub(crate) fn records(&self) -> &[(RecordId, AttributeRecord)] {
        &self.records
    }

    pub(crate) fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }
}

impl Shown {
    fn new(types: &Types, documents: &DocumentList, id: RecordId, record: &AttributeRecord) -> Self {
        let ty = types.of(&record.schema);
        let documents: Vec<_> = ids_in(&record.value).iter().filter_map(|id| documents.get(id).cloned()).collect();
        let view = AttributeView {
            id: id.to_string(),
            name: types.name(&record.schema),
            title: types.title(&record.schema),
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
    types: Arc<Types>,
    listing: Arc<Listing>,
    disclosures: Arc<Disclosures>,
    digests: Arc<Digests>,
    today: Date,
}

impl Viewer {
    pub(crate) fn read(wallet: &Wallet) -> Result<Self, StoreError> {
        let (types, listing, disclosures) = (wallet.types()?, wallet.listing()?, wallet.disclosures()?);
        Ok(Self { types, listing, disclosures, digests: wallet.digests()?, today: today() })
    }

    /// The values that `query` finds, in the catalogue's order.
    pub(super) fn find(&self, query: &Query) -> Vec<AttributeView> {
        self.listing
            .shown
            .iter()
            .filter(|shown| query.fits_folded(&shown.text))
            .map(|shown| self.finish(shown.clone()))
            .collect()
    }

    /// What a shell shows of a value.
    pub(crate) fn view(&self, id: RecordId, record: &AttributeRecord) -> AttributeView {
        let at = self.listing.at.get(&id).copied().filter(|at| self.listing.records[*at].1 == *record);
        self.finish(match at {
            Some(at) => self.listing.shown[at].clone(),
            // As it was before, or will be after, a change.
            None => Shown::new(&self.types, &self.listing.documents, id, record),
        })
    }

    fn finish(&self, shown: Shown) -> AttributeView {
        let Shown { view, expires, .. } = shown;
        let expiry = Expiry::of(expires, self.today);
        AttributeView {
            expires: expiry.day.map(|day| day.to_string()),
            expired: expiry.is_past(),
            expiry: expiry.state,
            days_left: expiry.days_left,
            last_sent: self.disclosures.last_sent(&self.digests, &view.id, &view.value),
            ..view
        }
    }
}

/// Where a value comes from, in words. What a file is called or claims stands in quotation marks that it cannot close:
/// `verified by the State.json` is the name of a file, and reads so.
fn provenance(provenance: &ProvenanceRecord) -> String {
    match provenance {
        ProvenanceRecord::Entered => "entered by you".to_owned(),
        ProvenanceRecord::Imported { from, at, source, claims } => {
            let source = match source {
                SourceRecord::File => format!("the file {}", quoted(from)),
                SourceRecord::Backup => format!("the backup of {}", moment(from)),
            };
            let claims = claims.as_ref().map_or_else(String::new, |claim| {
                let on = claim.at.map_or_else(String::new, |at| format!(" on {}", day(at)));
                format!(", which says that it was verified by {}{on}", quoted(&claim.by))
            });
            format!("imported from {source} on {}{claims}", day(*at))
        }
        ProvenanceRecord::Verified { by, at } => format!("verified by {} on {}", quoted(by), day(*at)),
    }
}

fn day(at: jiff::Timestamp) -> String {
    at.to_string().chars().take(10).collect()
}

/// The day of what a backup says is a time; else what it says, in quotation marks.
fn moment(created: &str) -> String {
    created.parse().map_or_else(|_| quoted(created), day)
}

fn origin(provenance: &ProvenanceRecord) -> OriginView {
    match provenance {
        ProvenanceRecord::Entered => OriginView::Entered,
        ProvenanceRecord::Imported { from, at, source, claims } => OriginView::Imported {
            from: line(from),
            at: at.to_string(),
            source: match source {
                SourceRecord::File => SourceView::File,
                SourceRecord::Backup => SourceView::Backup,
            },
            claims: claims
                .as_ref()
                .map(|claim| ClaimView { by: line(&claim.by), at: claim.at.map(|at| at.to_string()) }),
        },
        ProvenanceRecord::Verified { by, at } => OriginView::Verified { by: line(by), at: at.to_string() },
    }
}

/// A value of a type that the wallet does not know.
fn plain_summary(value: &Value) -> String {
    value.as_str().map_or_else(|| "a value of a kind this version does not know".to_owned(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::ClaimRecord;

    #[test]
    fn no_file_says_where_a_value_comes_from_in_the_wallets_own_words() {
        let at = "2026-01-31T09:30:00Z".parse().unwrap();
        let claim = |by: &str| Some(ClaimRecord::new(by, None));
        let check = |record: ProvenanceRecord, expected: &str| assert_eq!(provenance(&record), expected);
        let file = |name: &str, claims| ProvenanceRecord::from_file(name, at, claims);
        check(ProvenanceRecord::Entered, "entered by you");
        check(file("ada.json", None), "imported from the file “ada.json” on 2026-01-31");
        check(
            file("verified by the Government.json", None),
            "imported from the file “verified by the Government.json” on 2026-01-31",
        );
        check(
            file("a” on 2026-01-01, verified by “the State\u{202e}", None),
            "imported from the file “a' on 2026-01-01, verified by 'the State” on 2026-01-31",
        );
        check(
            file("ada.json", claim("a notary” and by “you")),
            "imported from the file “ada.json” on 2026-01-31, which says that it was verified by “a notary' and by 'you”",
        );
        let verified = ProvenanceRecord::Verified { by: "the State".to_owned(), at };
        check(
            verified.clone().told_by_backup("2026-01-30T08:00:00Z", at),
            "imported from the backup of 2026-01-30 on 2026-01-31, which says that it was verified by “the State” on 2026-01-31",
        );
        check(
            ProvenanceRecord::Entered.told_by_backup("today, verified by the State", at),
            "imported from the backup of “today, verified by the State” on 2026-01-31",
        );
        check(verified, "verified by “the State” on 2026-01-31");
        let old = ProvenanceRecord::Imported {
            from: "x\u{202e}y\n.json".to_owned(),
            at,
            source: SourceRecord::File,
            claims: None,
        };
        check(old.clone(), "imported from the file “xy.json” on 2026-01-31");
        assert!(matches!(origin(&old), OriginView::Imported { from, .. } if from == "xy.json"), "an older record, too");
    }
}
