//! What the log says was sent, to whom and when: what the lists and the next consent need of it, kept in memory.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{
    records::{ActivityRecord, Event, Finish, SentRecord},
    store::encode,
    view::{LastSent, Purpose},
};

/// Every disclosure of the log, the newest last.
#[derive(Clone, Default)]
pub(crate) struct Disclosures {
    all: Vec<Arc<Disclosure>>,
    /// Those that hold a value, by the value's id.
    of_value: HashMap<String, Vec<Arc<Disclosure>>>,
    /// The numbers of those that failed.
    failed: HashSet<u64>,
}

/// One time that the user agreed.
pub(crate) struct Disclosure {
    /// The number of its entry in the log.
    pub(crate) number: u64,
    pub(crate) at: Timestamp,
    profile: Option<u32>,
    pub(crate) site: String,
    purpose: Purpose,
    template: Option<String>,
    pub(crate) asked: Vec<String>,
    pub(crate) sent: Vec<SentRecord>,
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
        match &entry.event {
            Event::Approved { purpose, site, template, sent, asked, .. } => self.add(Arc::new(Disclosure {
                number: entry.number,
                at: entry.at,
                profile: entry.profile,
                site: site.clone(),
                purpose: *purpose,
                template: template.clone(),
                asked: asked.clone(),
                sent: sent.clone(),
            })),
            // One that failed is not counted as sent. One whose end is not known (the program was killed) is; and one
            // that was taken up again and arrived.
            Event::Finished { approved, result: Finish::Failed { .. }, .. } => {
                self.failed.insert(*approved);
            }
            Event::Finished { approved, .. } => {
                self.failed.remove(approved);
            }
            _ => {}
        }
    }

    /// The sites that were sent a value, each with the last time, the newest first. `value` is what it is now.
    pub(crate) fn last_sent(&self, id: &str, value: &Value) -> Vec<LastSent> {
        let Some(disclosures) = self.of_value.get(id) else { return Vec::new() };
        let present = digest(value);
        let mut sites: Vec<LastSent> = Vec::new();
        for disclosure in disclosures.iter().rev().filter(|disclosure| self.succeeded(disclosure)) {
            if sites.iter().any(|known| known.site == disclosure.site) {
                continue;
            }
            let current = disclosure.sent.iter().any(|sent| sent.value == id && sent.digest == present);
            sites.push(LastSent { site: disclosure.site.clone(), at: disclosure.at.to_string(), current });
        }
        sites
    }

    /// The last time that a site asked for the same: what it asked for then tells what is new.
    pub(crate) fn last_asked<'a>(
        &'a self,
        profile: u32,
        site: &'a str,
        purpose: Purpose,
        template: Option<&str>,
    ) -> Option<&'a Disclosure> {
        let same =
            |disclosure: &&Arc<Disclosure>| disclosure.purpose == purpose && disclosure.template.as_deref() == template;
        self.at_site(profile, site).find(same).map(AsRef::as_ref)
    }

    /// The last time that a site was sent an attribute, and what.
    pub(crate) fn last_received<'a>(
        &'a self,
        profile: u32,
        site: &'a str,
        name: &str,
    ) -> Option<(Timestamp, &'a SentRecord)> {
        self.at_site(profile, site)
            .filter(|disclosure| self.succeeded(disclosure))
            .find_map(|disclosure| Some((disclosure.at, disclosure.sent.iter().find(|sent| sent.name == name)?)))
    }

    /// The disclosures to a site, the newest first.
    fn at_site<'a>(&'a self, profile: u32, site: &'a str) -> impl Iterator<Item = &'a Arc<Disclosure>> {
        self.all.iter().rev().filter(move |disclosure| disclosure.profile == Some(profile) && disclosure.site == site)
    }

    fn add(&mut self, disclosure: Arc<Disclosure>) {
        for sent in &disclosure.sent {
            self.of_value.entry(sent.value.clone()).or_default().push(Arc::clone(&disclosure));
        }
        self.all.push(disclosure);
    }

    fn succeeded(&self, disclosure: &Disclosure) -> bool {
        !self.failed.contains(&disclosure.number)
    }
}

/// SHA-256 of a value as the wallet keeps it, in hex: tells whether it is still the one that was sent.
pub(crate) fn digest(value: &Value) -> String {
    hex::encode(Sha256::digest(&*encode(value)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn entry(number: u64, event: Event) -> ActivityRecord {
        let at = Timestamp::from_second(1_700_000_000 + i64::try_from(number).unwrap()).unwrap();
        ActivityRecord { version: 1, number, previous: String::new(), at, profile: Some(0), event }
    }

    fn approved(number: u64, site: &str, value: &str) -> ActivityRecord {
        let sent = SentRecord {
            name: "email".to_owned(),
            title: "Email".to_owned(),
            digest: digest(&json!(value)),
            files: Vec::new(),
            value: "v1".to_owned(),
        };
        let event = Event::Approved {
            purpose: Purpose::SignUp,
            site: site.to_owned(),
            hosts: Vec::new(),
            account: String::new(),
            did: String::new(),
            template: None,
            sent: vec![sent],
            asked: vec!["email".to_owned()],
        };
        entry(number, event)
    }

    fn failed(number: u64, approved: u64) -> ActivityRecord {
        let result = Finish::Failed { reason: String::new() };
        let event =
            Event::Finished { purpose: Purpose::SignUp, site: String::new(), account: String::new(), approved, result };
        entry(number, event)
    }

    #[test]
    fn a_value_knows_which_sites_have_it_and_which_have_an_older_one() {
        let entries = vec![
            approved(4, "B", "new@mail.example"),
            approved(1, "A", "old@mail.example"),
            approved(2, "B", "old@mail.example"),
            approved(5, "C", "new@mail.example"),
            failed(6, 5),
        ];
        let known = Disclosures::read(entries);
        let sent = known.last_sent("v1", &json!("new@mail.example"));
        let shown: Vec<_> = sent.iter().map(|sent| (sent.site.as_str(), sent.current)).collect();
        assert_eq!(shown, [("B", true), ("A", false)], "the newest first, each site once, what failed not at all");
        assert!(known.last_sent("v2", &json!("new@mail.example")).is_empty());
        assert!(known.last_received(0, "C", "email").is_none());
        assert_eq!(known.last_received(0, "B", "email").unwrap().1.digest, digest(&json!("new@mail.example")));
    }

    #[test]
    fn what_was_asked_is_remembered_even_if_it_failed_but_not_in_another_profile() {
        let known = Disclosures::read(vec![approved(1, "C", "x"), failed(2, 1)]);
        assert_eq!(known.last_asked(0, "C", Purpose::SignUp, None).unwrap().asked, ["email"]);
        assert!(known.last_asked(1, "C", Purpose::SignUp, None).is_none());
        assert!(known.last_asked(0, "C", Purpose::Apply, None).is_none());
        assert!(known.last_asked(0, "C", Purpose::SignUp, Some("t")).is_none());
    }
}
