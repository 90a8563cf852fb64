//! What the log says was sent, to whom and when: what the lists and the next consent need of it, kept in memory.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex},
};

use jiff::Timestamp;
use serde_json::Value;

use crate::{
    StoreError, Wallet,
    caches::{Cache, Rank},
    digests::Digests,
    records::{ActivityRecord, AskedRecord, Event, Finish, SentRecord},
    sites::SiteId,
    store::{Watch, locked},
    view::{Arrival, LastSent, Purpose},
};

/// What the log says was sent, once somebody asked; every entry that is written later is heard.
#[derive(Default)]
struct DisclosuresCache(Mutex<Option<Arc<Disclosures>>>);

impl Cache for DisclosuresCache {
    const RANK: Rank = Rank::OfContent;
}

impl Watch for DisclosuresCache {
    fn logged(&self, entry: &ActivityRecord) {
        if let Some(known) = &mut *locked(&self.0) {
            Arc::make_mut(known).hear(entry);
        }
    }
}

impl Wallet {
    /// What the activity log says was sent, to whom and when; in all profiles.
    pub(crate) fn disclosures(&self) -> Result<Arc<Disclosures>, StoreError> {
        let cache = self.caches.get::<DisclosuresCache>();
        // In this order, as a commit holds the log too when it tells of its entry: none is missed and none heard twice.
        let _frozen = self.store.frozen();
        let mut known = locked(&cache.0);
        if let Some(known) = &*known {
            return Ok(Arc::clone(known));
        }
        let entries = self.store.readable_in_all_profiles::<ActivityRecord>(|_| true)?.records.into_iter();
        let read = Arc::new(Disclosures::read(entries.map(|(_, entry)| entry).collect()));
        *known = Some(Arc::clone(&read));
        Ok(read)
    }
}

/// Every disclosure of the log, the newest last.
#[derive(Clone, Default)]
pub(crate) struct Disclosures {
    /// How many entries of the log this was made of: it only grows.
    heard: usize,
    all: Vec<Arc<Disclosure>>,
    /// Those that hold a value, by the value's id.
    of_value: HashMap<String, Vec<Arc<Disclosure>>>,
    /// How those ended that did, by their numbers.
    ends: HashMap<u64, End>,
    /// What each site was called, by its root URL; the last name last.
    names: HashMap<SiteId, Vec<String>>,
}

/// One time that the user agreed.
pub(crate) struct Disclosure {
    /// The number of its entry in the log.
    pub(crate) number: u64,
    pub(crate) at: Timestamp,
    pub(crate) profile: Option<u32>,
    pub(crate) site: String,
    /// The site's identity; none in entries of the first version.
    pub(crate) root: Option<SiteId>,
    pub(crate) account: String,
    pub(crate) did: String,
    pub(crate) purpose: Purpose,
    template: Option<String>,
    pub(crate) asked: Vec<String>,
    pub(crate) required: Option<Vec<String>>,
    /// The same one by one; entries of the first version do not say.
    pub(crate) requirements: Option<Vec<AskedRecord>>,
    pub(crate) hosts: Vec<String>,
    pub(crate) sent: Vec<SentRecord>,
}

/// What a site is looked up by: its root URL, and its name for entries that have no root.
#[derive(Clone, Copy)]
pub(crate) struct SiteKey<'a> {
    pub(crate) root: Option<&'a SiteId>,
    pub(crate) name: &'a str,
    /// Since when the site is in the wallet: an older entry without a root is about another one that had the name.
    pub(crate) added: Option<Timestamp>,
}

/// How a disclosure ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Arrived,
    MayHave,
    /// It failed before anything of what was agreed to had begun to leave.
    Nothing,
}

impl SiteKey<'_> {
    pub(crate) fn is_of(self, disclosure: &Disclosure) -> bool {
        match &disclosure.root {
            Some(root) => self.root == Some(root),
            None => disclosure.site == self.name && self.added.is_none_or(|added| added <= disclosure.at),
        }
    }
}

impl Disclosures {
    pub(crate) fn read(mut entries: Vec<ActivityRecord>) -> Self {
        entries.sort_by_key(|entry| entry.number);
        let mut read = Self::default();
        for entry in &entries {
            read.hear(entry);
        }
        read
    }

    /// Takes in the next entry of the log.
    pub(crate) fn hear(&mut self, entry: &ActivityRecord) {
        self.heard += 1;
        match &entry.event {
            Event::Approved {
                purpose,
                site,
                root,
                hosts,
                account,
                did,
                template,
                sent,
                asked,
                required,
                requirements,
            } => {
                let root = SiteId::parse(root);
                self.call(root.as_ref(), site);
                self.add(Arc::new(Disclosure {
                    number: entry.number,
                    at: entry.at,
                    profile: entry.profile,
                    site: site.clone(),
                    root,
                    account: account.clone(),
                    did: did.clone(),
                    purpose: (*purpose).into(),
                    template: template.clone(),
                    asked: asked.clone(),
                    required: required.clone(),
                    requirements: requirements.clone(),
                    hosts: hosts.clone(),
                    sent: sent.clone(),
                }));
            }
            Event::SiteAdded { site, root, .. } => self.call(SiteId::parse(root).as_ref(), site),
            Event::Finished { approved, result, .. } => {
                let end = match result {
                    Finish::Done { .. } => End::Arrived,
                    Finish::Failed { begun: Some(false), .. } => End::Nothing,
                    Finish::Failed { .. } | Finish::Unknown { .. } => End::MayHave,
                };
                // One that is taken up again ends more than once. What may be there stays so until it is known to be.
                let known = self.ends.entry(*approved).or_insert(end);
                if *known == End::Nothing || end == End::Arrived {
                    *known = end;
                }
            }
            _ => {}
        }
    }

    /// The sites that were sent a value, each with the last time that it is known to have arrived, or else may have;
    /// the newest first. `value` is what it is now.
    pub(crate) fn last_sent(&self, digests: &Digests, id: &str, value: &Value) -> Vec<LastSent> {
        let Some(disclosures) = self.of_value.get(id) else { return Vec::new() };
        let present = digests.of(value);
        let mut sites: Vec<(&str, LastSent)> = Vec::new();
        for disclosure in disclosures.iter().rev() {
            let Some(arrival) = self.arrival(disclosure) else { continue };
            let key = disclosure.root.as_ref().map_or(disclosure.site.as_str(), SiteId::as_str);
            let known = sites.iter().position(|(site, _)| *site == key);
            if known.is_some_and(|at| !sites[at].1.may_have || arrival == Arrival::MayHave) {
                continue;
            }
            let sent = LastSent {
                site: self.name_of(disclosure).to_owned(),
                at: disclosure.at.to_string(),
                current: disclosure.sent.iter().any(|sent| sent.value == id && present.is(&sent.digest)),
                may_have: arrival == Arrival::MayHave,
            };
            match known {
                Some(at) => sites[at].1 = sent,
                None => sites.push((key, sent)),
            }
        }
        sites.into_iter().map(|(_, sent)| sent).collect()
    }

    /// The disclosures that hold a value, by the value's id; the newest last.
    pub(crate) fn of_value(&self, id: &str) -> &[Arc<Disclosure>] {
        self.of_value.get(id).map_or(&[], Vec::as_slice)
    }

    /// The last time that a site asked for the same: what it asked for then tells what is new.
    pub(crate) fn last_asked<'a>(
        &'a self,
        profile: u32,
        site: SiteKey<'_>,
        purpose: Purpose,
        template: Option<&str>,
    ) -> Option<&'a Disclosure> {
        let same = |disclosure: &&Arc<Disclosure>| {
            disclosure.purpose == purpose && disclosure.template.as_deref() == template && site.is_of(disclosure)
        };
        self.of_profile(profile).rev().find(same).map(AsRef::as_ref)
    }

    /// How many entries of the log this was made of: another number, another state.
    pub(crate) fn heard(&self) -> usize {
        self.heard
    }

    /// The disclosure of this number.
    pub(crate) fn numbered(&self, number: u64) -> Option<&Disclosure> {
        self.all.iter().find(|disclosure| disclosure.number == number).map(AsRef::as_ref)
    }

    /// The DID that a site last let in.
    pub(crate) fn last_did<'a>(&'a self, profile: u32, site: SiteKey<'_>) -> Option<&'a str> {
        let arrived = |one: &&Arc<Disclosure>| site.is_of(one) && self.arrival(one) == Some(Arrival::Arrived);
        self.of_profile(profile).rev().find(arrived).map(|disclosure| disclosure.did.as_str())
    }

    /// The last time that a site was sent an attribute and took it, and what.
    pub(crate) fn last_received<'a>(
        &'a self,
        profile: u32,
        site: SiteKey<'_>,
        name: &str,
    ) -> Option<(Timestamp, &'a SentRecord)> {
        self.of_profile(profile)
            .rev()
            .filter(|disclosure| site.is_of(disclosure) && self.arrival(disclosure) == Some(Arrival::Arrived))
            .find_map(|disclosure| Some((disclosure.at, disclosure.sent.iter().find(|sent| sent.name == name)?)))
    }

    /// The disclosures of a profile, the newest last.
    pub(crate) fn of_profile(&self, profile: u32) -> impl DoubleEndedIterator<Item = &Arc<Disclosure>> {
        self.all.iter().filter(move |disclosure| disclosure.profile == Some(profile))
    }

    /// Whether what was agreed to got there; none where it is known not to have left. One whose end is not known (the
    /// program was killed) may have.
    pub(crate) fn arrival(&self, disclosure: &Disclosure) -> Option<Arrival> {
        match self.ends.get(&disclosure.number) {
            Some(End::Arrived) => Some(Arrival::Arrived),
            Some(End::Nothing) => None,
            Some(End::MayHave) | None => Some(Arrival::MayHave),
        }
    }

    /// What a site was called, the last name last.
    pub(crate) fn names(&self, root: &SiteId) -> &[String] {
        self.names.get(root).map_or(&[], Vec::as_slice)
    }

    /// What the site of a disclosure is called now, or was called last.
    pub(crate) fn name_of<'a>(&'a self, disclosure: &'a Disclosure) -> &'a str {
        disclosure.root.as_ref().and_then(|root| self.names(root).last()).unwrap_or(&disclosure.site)
    }

    fn call(&mut self, root: Option<&SiteId>, name: &str) {
        let Some(root) = root else { return };
        let names = self.names.entry(root.clone()).or_default();
        names.retain(|known| known != name);
        names.push(name.to_owned());
    }

    fn add(&mut self, disclosure: Arc<Disclosure>) {
        let values: HashSet<&str> = disclosure.sent.iter().map(|sent| sent.value.as_str()).collect();
        for value in values {
            self.of_value.entry(value.to_owned()).or_default().push(Arc::clone(&disclosure));
        }
        self.all.push(disclosure);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::records::{PurposeRecord, Reason};

    fn entry(number: u64, event: Event) -> ActivityRecord {
        let at = Timestamp::from_second(1_700_000_000 + i64::try_from(number).unwrap()).unwrap();
        ActivityRecord { version: 1, number, previous: String::new(), at, profile: Some(0), event }
    }

    /// As it is where there is no key.
    fn digest(value: &str) -> String {
        Digests::default().of(&json!(value)).stored().to_owned()
    }

    fn approved(number: u64, site: &str, root: &str, value: &str) -> ActivityRecord {
        let sent = SentRecord {
            name: "email".to_owned(),
            title: "Email".to_owned(),
            digest: digest(value),
            files: Vec::new(),
            value: "v1".to_owned(),
            documents: Vec::new(),
            asked: None,
        };
        let event = Event::Approved {
            purpose: PurposeRecord::SignUp,
            site: site.to_owned(),
            root: root.to_owned(),
            hosts: Vec::new(),
            account: String::new(),
            did: String::new(),
            template: None,
            sent: vec![sent],
            asked: vec!["email".to_owned()],
            required: None,
            requirements: None,
        };
        entry(number, event)
    }

    fn done(number: u64, approved: u64) -> ActivityRecord {
        finished(number, approved, Finish::Done { application: None })
    }

    fn failed(number: u64, approved: u64, begun: Option<bool>) -> ActivityRecord {
        finished(number, approved, Finish::Failed { reason: Reason::text(String::new()), begun })
    }

    fn finished(number: u64, approved: u64, result: Finish) -> ActivityRecord {
        let event = Event::Finished {
            purpose: PurposeRecord::SignUp,
            site: String::new(),
            account: String::new(),
            approved,
            result,
        };
        entry(number, event)
    }

    fn key(name: &str) -> SiteKey<'_> {
        SiteKey { root: None, name, added: None }
    }

    #[test]
    fn a_value_knows_which_sites_have_it_and_which_have_an_older_one() {
        let entries = vec![
            approved(4, "B", "", "new@mail.example"),
            approved(1, "A", "", "old@mail.example"),
            approved(2, "B", "", "old@mail.example"),
            approved(5, "C", "", "new@mail.example"),
            approved(6, "D", "", "new@mail.example"),
            done(7, 1),
            done(8, 2),
            done(9, 4),
            failed(10, 5, Some(false)),
            failed(11, 6, Some(true)),
        ];
        let known = Disclosures::read(entries);
        let sent = known.last_sent(&Digests::default(), "v1", &json!("new@mail.example"));
        let shown: Vec<_> = sent.iter().map(|sent| (sent.site.as_str(), sent.current, sent.may_have)).collect();
        let expected = [("D", true, true), ("B", true, false), ("A", false, false)];
        assert_eq!(shown, expected, "the newest first, each site once, what never left not at all");
        assert!(known.last_sent(&Digests::default(), "v2", &json!("new@mail.example")).is_empty());
        assert!(known.last_received(0, key("C"), "email").is_none());
        assert!(known.last_received(0, key("D"), "email").is_none(), "it is not known to have it");
        assert_eq!(known.last_received(0, key("B"), "email").unwrap().1.digest, digest("new@mail.example"));
    }

    #[test]
    fn how_it_ended_is_what_is_known_at_last() {
        let check = |ends: &[ActivityRecord], expected: Option<Arrival>, why: &str| {
            let mut entries = vec![approved(1, "A", "", "x")];
            entries.extend_from_slice(ends);
            let known = Disclosures::read(entries);
            assert_eq!(known.arrival(&known.all[0]), expected, "{why}");
        };
        check(&[], Some(Arrival::MayHave), "killed on the way");
        check(&[done(2, 1)], Some(Arrival::Arrived), "done");
        check(&[failed(2, 1, Some(false))], None, "it never left");
        check(&[failed(2, 1, Some(true))], Some(Arrival::MayHave), "it was refused or cut off");
        check(&[failed(2, 1, None)], Some(Arrival::MayHave), "the first version did not say");
        check(&[failed(2, 1, Some(true)), done(3, 1)], Some(Arrival::Arrived), "taken up again");
        check(&[failed(2, 1, Some(false)), failed(3, 1, Some(true))], Some(Arrival::MayHave), "further the next time");
        check(&[failed(2, 1, Some(true)), failed(3, 1, Some(false))], Some(Arrival::MayHave), "what left has left");
    }

    #[test]
    fn a_site_is_known_by_its_root_whatever_it_is_called() {
        let root = "https://rp.example/lws";
        let known = Disclosures::read(vec![
            approved(1, "Old", root, "x"),
            done(2, 1),
            approved(3, "New", root, "x"),
            approved(4, "Old", "https://other.example/lws", "x"),
        ]);
        let id = SiteId::parse("https://RP.example/lws/").unwrap();
        let other = SiteId::parse("https://other.example/lws").unwrap();
        let site = SiteKey { root: Some(&id), name: "New", added: None };
        assert_eq!(known.of_profile(0).filter(|one| site.is_of(one)).count(), 2, "the rename lost nothing");
        assert_eq!(known.names(&id), ["Old", "New"]);
        let sent = known.last_sent(&Digests::default(), "v1", &json!("x"));
        let shown: Vec<_> = sent.iter().map(|sent| (sent.site.as_str(), sent.may_have)).collect();
        assert_eq!(shown, [("Old", true), ("New", false)], "under its present name, once");
        assert_eq!(known.last_asked(0, site, Purpose::SignUp, None).unwrap().number, 3);
        assert_eq!(known.last_did(0, site), Some(""), "under its old name it let an account in");
        assert!(known.last_did(0, SiteKey { root: Some(&other), name: "Old", added: None }).is_none());
    }

    #[test]
    fn what_was_asked_is_remembered_even_if_it_failed_but_not_in_another_profile() {
        let known = Disclosures::read(vec![approved(1, "C", "", "x"), failed(2, 1, None)]);
        assert_eq!(known.last_asked(0, key("C"), Purpose::SignUp, None).unwrap().asked, ["email"]);
        assert!(known.last_asked(1, key("C"), Purpose::SignUp, None).is_none());
        assert!(known.last_asked(0, key("C"), Purpose::Apply, None).is_none());
        assert!(known.last_asked(0, key("C"), Purpose::SignUp, Some("t")).is_none());
    }
}
