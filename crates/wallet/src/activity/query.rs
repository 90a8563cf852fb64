//! The log as lists show it, a part at a time.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use idw_vault::Tree;

use super::ActivityError;
use crate::{
    Part, Wallet,
    caches::{Cache, Rank},
    fold::{Query, fold},
    records::{ActivityRecord, Record as _},
    store::{Watch, locked},
    view::{ActivityListView, ActivityView},
};

/// Which entries to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Words that must all occur in the sentence, the site's or account's name, or the title of what was sent.
    pub text: String,
    /// The root URL of a site, for the entries about it.
    pub root: Option<String>,
}

impl Wallet {
    /// A part of the log, the newest first: the entries that concern this profile or the wallet as a whole and that `query`
    /// finds. All parts with the same revision are of the same list.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn query_activity(&self, query: &ActivityQuery, part: Part) -> Result<ActivityListView, ActivityError> {
        let log = self.shown_log()?;
        let words = Query::new(&query.text);
        let is_found = |entry: &&ShownEntry| {
            query.root.as_ref().is_none_or(|root| entry.view.root.as_ref() == Some(root))
                && words.fits_folded(&entry.text)
        };
        let found: Vec<&ShownEntry> = log.entries.iter().rev().filter(is_found).collect();
        Ok(ActivityListView {
            revision: log.reading.to_string(),
            total: found.len(),
            held: log.entries.len(),
            rows: part.of(&found).iter().map(|entry| entry.view.clone()).collect(),
        })
    }

    fn shown_log(&self) -> Result<Arc<ShownLog>, ActivityError> {
        let cache = self.caches.get::<LogCache>();
        let profile = self.store.profile();
        let kept = |cache: &LogCache| locked(&cache.logs).get(&profile).map(Arc::clone);
        if let Some(log) = kept(&cache) {
            return Ok(log);
        }
        let entries = cache.entries.load(Ordering::SeqCst);
        let read = Arc::new(ShownLog::new(self.activity()?));
        let mut logs = locked(&cache.logs);
        // An entry that was written meanwhile may be missing: then this reading is shown once and not kept.
        if cache.entries.load(Ordering::SeqCst) != entries {
            return Ok(read);
        }
        Ok(Arc::clone(logs.entry(profile).or_insert(read)))
    }
}

/// The log as it was read once.
struct ShownLog {
    /// Which reading this is: no two have the same number.
    reading: u64,
    entries: Vec<ShownEntry>,
}

struct ShownEntry {
    view: ActivityView,
    /// What of it is searched, folded.
    text: String,
}

static READINGS: AtomicU64 = AtomicU64::new(0);

impl ShownLog {
    fn new(entries: Vec<ActivityView>) -> Self {
        let show = |view: ActivityView| ShownEntry { text: fold(&texts(&view).collect::<Vec<_>>().join("\n")), view };
        let reading = READINGS.fetch_add(1, Ordering::Relaxed);
        Self { reading, entries: entries.into_iter().map(show).collect() }
    }
}

fn texts(entry: &ActivityView) -> impl Iterator<Item = &str> {
    std::iter::once(entry.text.as_str())
        .chain(entry.site.as_deref())
        .chain(entry.account.as_deref())
        .chain(entry.sent.iter().map(|sent| sent.called.title.as_str()))
}

/// The logs of the profiles that were asked for, until the next entry.
#[derive(Default)]
struct LogCache {
    logs: Mutex<HashMap<u32, Arc<ShownLog>>>,
    /// Counts what may have changed them.
    entries: AtomicU64,
}

impl LogCache {
    fn forget(&self) {
        // Counted first: what was read before is not kept afterwards.
        self.entries.fetch_add(1, Ordering::SeqCst);
        locked(&self.logs).clear();
    }
}

impl Cache for LogCache {
    const RANK: Rank = Rank::OfCaches;
}

impl Watch for LogCache {
    fn changed(&self, trees: &[Tree]) {
        if trees.contains(&ActivityRecord::TREE) {
            self.forget();
        }
    }

    fn logged(&self, _: &ActivityRecord) {
        self.forget();
    }
}
