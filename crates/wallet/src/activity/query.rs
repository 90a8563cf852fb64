//! The log as lists show it, a part at a time.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use idw_vault::Tree;
use idw_words::{Argument, Language, MessageData, Words};
use jiff::Timestamp;

use super::ActivityError;
use crate::{
    Part, Wallet,
    caches::{Cache, Rank},
    fold::{Query, fold},
    records::{ActivityRecord, Record as _},
    store::{Watch, locked},
    view::{ActivityListView, ActivityView, LoggedSite, Purpose},
};

/// Which entries to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Words that must all occur in what the entry names, the site's or account's name, the title or files of what was sent,
    /// or the sentence in `language`.
    pub text: String,
    /// The language in which the user reads the sentences; none searches no more than the names in them.
    pub language: Option<Language>,
    /// The kind of entries.
    pub kind: ActivityKind,
    /// The site that they are about.
    pub site: Option<SiteInLog>,
    /// The first moment that is listed.
    pub from: Option<Timestamp>,
    /// The first moment after those that are listed.
    pub before: Option<Timestamp>,
}

/// Which kinds of entries to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActivityKind {
    /// All of them.
    #[default]
    All,
    /// Something was sent.
    Sent,
    /// Logins, also those that failed.
    LogIns,
    /// Sign-ups, also those that failed.
    SignUps,
    /// What concerns KYC applications.
    Applications,
    /// What failed, or may have failed.
    Failed,
    /// Sites that were added or removed.
    Sites,
    /// What concerns no site.
    Wallet,
}

/// A site of the log: an entry is about it where its root says so or, where the entry is from before the log said the root,
/// its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteInLog {
    /// The root URL of the site's endpoints, whatever it was called.
    pub root: Option<String>,
    /// The name that it had, for entries without a root.
    pub name: Option<String>,
}

impl Wallet {
    /// A part of the log, the newest first: the entries that concern this profile or the wallet as a whole and that `query`
    /// finds. All parts with the same revision are of the same list.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn query_activity(&self, query: &ActivityQuery, part: Part) -> Result<ActivityListView, ActivityError> {
        let log = self.shown_log()?;
        let found = log.found(query);
        Ok(ActivityListView {
            revision: log.reading.to_string(),
            total: found.len(),
            held: log.entries.len(),
            rows: part.of(&found).iter().map(|entry| entry.view.clone()).collect(),
        })
    }

    /// The sites of this profile's log by name, each under the name that it had last.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn logged_sites(&self) -> Result<Vec<LoggedSite>, ActivityError> {
        Ok(self.shown_log()?.sites())
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
    /// What of each entry is searched in each language, folded: its sentence and its names. Put together at the first search.
    sentences: [OnceLock<Vec<String>>; Language::ALL.len()],
}

struct ShownEntry {
    view: ActivityView,
    at: Option<Timestamp>,
    /// What it names, folded: what is searched in any language.
    names: String,
}

static READINGS: AtomicU64 = AtomicU64::new(0);

impl ShownLog {
    fn new(entries: Vec<ActivityView>) -> Self {
        let show =
            |view: ActivityView| ShownEntry { names: fold(&names(&view).join("\n")), at: view.at.parse().ok(), view };
        let reading = READINGS.fetch_add(1, Ordering::Relaxed);
        Self { reading, entries: entries.into_iter().map(show).collect(), sentences: Default::default() }
    }

    /// The entries that a query finds, the newest first.
    fn found(&self, query: &ActivityQuery) -> Vec<&ShownEntry> {
        let words = Query::new(&query.text);
        let sentences = query.language.filter(|_| !words.is_empty()).map(|language| self.sentences(language));
        let is_found = |(at, entry): &(usize, &ShownEntry)| {
            is_of_kind(&entry.view, query.kind)
                && query.site.as_ref().is_none_or(|site| is_about(&entry.view, site))
                && query.from.is_none_or(|from| entry.at.is_none_or(|at| at >= from))
                && query.before.is_none_or(|before| entry.at.is_none_or(|at| at < before))
                && words.fits_folded(sentences.map_or(&entry.names, |sentences| &sentences[*at]))
        };
        self.entries.iter().enumerate().rev().filter(is_found).map(|(_, entry)| entry).collect()
    }

    fn sentences(&self, language: Language) -> &[String] {
        let at = Language::ALL.into_iter().position(|one| one == language).unwrap_or_default();
        self.sentences[at].get_or_init(|| {
            let words = Words::new(language);
            let searched = |entry: &ShownEntry| format!("{}\n{}", fold(&words.tell(&entry.view.text)), entry.names);
            self.entries.iter().map(searched).collect()
        })
    }

    fn sites(&self) -> Vec<LoggedSite> {
        let mut seen = HashSet::new();
        let mut sites = Vec::new();
        for ActivityView { site, root, .. } in self.entries.iter().rev().map(|entry| &entry.view) {
            let Some(name) = site else { continue };
            if seen.insert((root, root.is_none().then_some(name))) {
                sites.push(LoggedSite { name: name.clone(), root: root.clone() });
            }
        }
        sites.sort_by_cached_key(|site| fold(&site.name));
        sites
    }
}

/// What an entry names: what its sentence takes as text, and what was sent.
fn names(entry: &ActivityView) -> Vec<&str> {
    let mut names = Vec::new();
    texts_of(&entry.text, &mut names);
    names.extend(entry.site.as_deref());
    names.extend(entry.account.as_deref());
    for sent in &entry.sent {
        names.push(sent.called.title.as_str());
        names.extend(sent.files.iter().map(String::as_str));
    }
    names
}

fn texts_of<'a>(message: &'a MessageData, texts: &mut Vec<&'a str>) {
    message.arguments().for_each(|(_, argument)| texts_in(argument, texts));
}

fn texts_in<'a>(argument: &'a Argument, texts: &mut Vec<&'a str>) {
    match argument {
        Argument::Text(text) => texts.push(text),
        Argument::Message(message) => texts_of(message, texts),
        Argument::List(items) => items.iter().for_each(|item| texts_in(item, texts)),
        _ => {}
    }
}

fn is_of_kind(entry: &ActivityView, kind: ActivityKind) -> bool {
    match kind {
        ActivityKind::All => true,
        ActivityKind::Sent => !entry.sent.is_empty(),
        ActivityKind::LogIns => entry.purpose == Some(Purpose::LogIn),
        ActivityKind::SignUps => entry.purpose == Some(Purpose::SignUp),
        ActivityKind::Applications => entry.purpose == Some(Purpose::Apply) || entry.kind.starts_with("application"),
        ActivityKind::Failed => entry.failed || entry.kind == "outcomeUnknown",
        ActivityKind::Sites => matches!(entry.kind.as_str(), "siteAdded" | "siteRemoved"),
        ActivityKind::Wallet => entry.site.is_none(),
    }
}

fn is_about(entry: &ActivityView, site: &SiteInLog) -> bool {
    match &entry.root {
        Some(root) => site.root.as_ref() == Some(root),
        None => site.name.is_some() && site.name == entry.site,
    }
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

#[cfg(test)]
mod tests {
    use idw_words::{Message as _, message};

    use super::*;
    use crate::view::{CalledView, SentView};

    fn entry(
        number: u64,
        text: impl Into<MessageData>,
        kind: &str,
        site: Option<&str>,
        root: Option<&str>,
    ) -> ActivityView {
        ActivityView {
            number,
            at: format!("2026-11-{:02}T12:00:00Z", 10 + number),
            text: text.into(),
            kind: kind.to_owned(),
            site: site.map(str::to_owned),
            root: root.map(str::to_owned),
            account: site.map(|_| "main".to_owned()),
            sent: Vec::new(),
            failed: kind == "failed",
            purpose: None,
        }
    }

    fn log() -> ShownLog {
        let shop = Some("https://shop.example");
        let passport = SentView {
            name: "passport".to_owned(),
            called: CalledView { title: "Passport".to_owned(), asked_as: None, from_site: false, which: None },
            required: Some(true),
            digest: String::new(),
            files: vec!["front.png".to_owned()],
        };
        let logged_in = |site: &str| message::ActivityLoggedIn { site }.data();
        let failed = message::ActivityNotLoggedIn { site: "Shop", reason: message::ActivityReasonDeviceUnknown.data() };
        let agreed = message::ActivityApprovedApply { site: "Bank", count: 1_u64 };
        let purpose = |purpose, entry| ActivityView { purpose: Some(purpose), ..entry };
        ShownLog::new(vec![
            entry(
                1,
                message::ActivitySiteAdded { site: "Old", url: "https://old.example" },
                "siteAdded",
                Some("Old"),
                None,
            ),
            purpose(
                Purpose::LogIn,
                entry(2, logged_in("Shop"), "loggedIn", Some("Shop"), Some("https://other.example")),
            ),
            purpose(Purpose::LogIn, entry(3, failed, "failed", Some("Shop"), shop)),
            ActivityView {
                sent: vec![passport],
                ..purpose(Purpose::Apply, entry(4, agreed, "approved", Some("Bank"), Some("https://bank.example")))
            },
            entry(5, message::ActivityAttributeSet { title: "Café" }, "attributeSet", None, None),
            purpose(Purpose::LogIn, entry(6, logged_in("Renamed shop"), "loggedIn", Some("Renamed shop"), shop)),
        ])
    }

    fn numbers(query: ActivityQuery) -> Vec<u64> {
        log().found(&query).iter().map(|entry| entry.view.number).collect()
    }

    #[test]
    fn every_word_is_found_in_any_case_and_in_what_was_sent() {
        let text = |text: &str| numbers(ActivityQuery { text: text.to_owned(), ..ActivityQuery::default() });
        assert_eq!(text(""), [6, 5, 4, 3, 2, 1]);
        assert_eq!(text("cafe"), [5]);
        assert_eq!(text("FRONT bank"), [4]);
        assert_eq!(text("passport cafe"), [0; 0]);
        assert_eq!(text("old.example"), [1], "what the sentence takes");
        assert_eq!(text("logged"), [0; 0], "a word of one language");
    }

    #[test]
    fn the_sentence_is_searched_in_the_language_of_the_user() {
        let text = |language, text: &str| {
            numbers(ActivityQuery { text: text.to_owned(), language: Some(language), ..ActivityQuery::default() })
        };
        assert_eq!(text(Language::English, "logged in"), [6, 2]);
        assert_eq!(text(Language::English, "logged SHOP renamed"), [6]);
        assert_eq!(text(Language::English, "device"), [3], "a message within one");
        assert_eq!(text(Language::English, "angemeldet"), [0; 0]);
        assert_eq!(text(Language::German, "angemeldet"), [6, 2]);
        assert_eq!(text(Language::German, "logged"), [0; 0]);
        assert_eq!(text(Language::German, "beantragt front"), [0; 0]);
        assert_eq!(text(Language::German, "zugestimmt front"), [4]);
    }

    #[test]
    fn each_kind_lists_its_entries() {
        let kind = |kind| numbers(ActivityQuery { kind, ..ActivityQuery::default() });
        assert_eq!(kind(ActivityKind::Sent), [4]);
        assert_eq!(kind(ActivityKind::LogIns), [6, 3, 2]);
        assert_eq!(kind(ActivityKind::SignUps), [0; 0]);
        assert_eq!(kind(ActivityKind::Applications), [4]);
        assert_eq!(kind(ActivityKind::Failed), [3]);
        assert_eq!(kind(ActivityKind::Sites), [1]);
        assert_eq!(kind(ActivityKind::Wallet), [5]);
    }

    #[test]
    fn a_site_is_told_from_others_by_its_root_whatever_it_was_called() {
        let named = |LoggedSite { name, root }| (name, root);
        let sites: Vec<_> = log().sites().into_iter().map(named).collect();
        let root = |root: &str| Some(root.to_owned());
        assert_eq!(
            sites,
            [
                ("Bank".to_owned(), root("https://bank.example")),
                ("Old".to_owned(), None),
                ("Renamed shop".to_owned(), root("https://shop.example")),
                ("Shop".to_owned(), root("https://other.example")),
            ]
        );
        let of = |root: Option<String>, name: Option<&str>| {
            let site = Some(SiteInLog { root, name: name.map(str::to_owned) });
            numbers(ActivityQuery { site, ..ActivityQuery::default() })
        };
        assert_eq!(of(root("https://shop.example"), None), [6, 3]);
        assert_eq!(of(root("https://other.example"), Some("Old")), [2, 1]);
        assert_eq!(of(None, Some("Old")), [1]);
        assert_eq!(of(None, Some("Shop")), [0; 0], "its entries have a root");
        assert_eq!(of(None, None), [0; 0], "entries of no site are about no site");
    }

    #[test]
    fn the_first_moment_is_listed_and_the_last_is_not() {
        let between = |from: Option<&str>, before: Option<&str>| {
            let time = |text: Option<&str>| text.map(|text| text.parse().unwrap());
            numbers(ActivityQuery { from: time(from), before: time(before), ..ActivityQuery::default() })
        };
        assert_eq!(between(Some("2026-11-14T12:00:00Z"), None), [6, 5, 4]);
        assert_eq!(between(None, Some("2026-11-14T12:00:00Z")), [3, 2, 1]);
        assert_eq!(between(Some("2026-11-12T00:00:00+02:00"), Some("2026-11-14T00:00:00Z")), [3, 2]);
    }
}
