//! Checking that the log is whole.

use idw_words::{Message as _, MessageData, message};
use sha2::{Digest, Sha256};

use super::ActivityError;
use super::imported::imported_faults;
use crate::{
    Wallet,
    records::{ActivityHead, ActivityRecord, ONLY},
    view::ActivityCheck,
};

impl Wallet {
    /// Checks that every entry follows from the one before, from the first to the last.
    ///
    /// # Errors
    /// Where the vault cannot be read. A log that is not whole is no error: it is what the answer says.
    pub fn verify_activity(&self) -> Result<ActivityCheck, ActivityError> {
        let mut entries = Vec::new();
        let mut unreadable = Vec::new();
        for (id, entry, bytes) in self.store.all_bytes::<ActivityRecord>()? {
            let Some(ActivityRecord { number, previous, .. }) = entry else {
                unreadable.push(message::ActivityFaultUnreadable { id: id.to_string() }.data());
                continue;
            };
            entries.push(Link { number, previous, hash: hex::encode(Sha256::digest(&*bytes)) });
        }
        entries.sort_by_key(|link| link.number);
        let head = self.store.get::<ActivityHead>(ONLY)?.unwrap_or_default();
        let mut faults = faults(&entries, &head);
        faults.extend(unreadable);
        faults.extend(imported_faults(&self.store)?);
        Ok(ActivityCheck { entries: entries.len() as u64, intact: faults.is_empty(), faults })
    }
}

/// An entry, as the chain needs it.
pub(super) struct Link {
    pub(super) number: u64,
    pub(super) previous: String,
    pub(super) hash: String,
}

pub(super) fn faults(entries: &[Link], head: &ActivityHead) -> Vec<MessageData> {
    let mut faults = Vec::new();
    let mut expected = (1, String::new());
    for link in entries {
        if link.number != expected.0 {
            faults.push(message::ActivityFaultMissing { number: expected.0 }.data());
        } else if link.previous != expected.1 {
            let (number, before) = (link.number, link.number.saturating_sub(1));
            faults.push(message::ActivityFaultOrder { number, before }.data());
        }
        expected = (link.number.saturating_add(1), link.hash.clone());
    }
    if (head.number.saturating_add(1), &head.hash) != (expected.0, &expected.1) {
        let (expected, found) = (head.number, expected.0 - 1);
        faults.push(message::ActivityFaultEnd { expected, found }.data());
    }
    faults
}

#[cfg(test)]
mod tests {
    use idw_vault::{Batch, KdfCost, Password, RecordId};

    use super::*;
    use crate::{
        CreateOptions,
        records::{Event, Record as _},
        store::put,
    };

    /// Puts changes to the entries, the oldest first, into a batch.
    type Tampering<'a> = &'a dyn Fn(&mut Batch, &[(RecordId, ActivityRecord)]);

    #[test]
    fn a_log_that_was_tampered_with_in_the_vault_is_found_out() {
        let dir = tempfile::tempdir().unwrap();
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.path().join("vault"), &Password::new("p".to_owned()), options).unwrap();
        for name in ["a", "b", "c"] {
            wallet.store.commit(Batch::new(), Event::DocumentRemoved { name: name.to_owned() }).unwrap();
        }
        assert!(wallet.verify_activity().unwrap().intact);
        let mut entries = wallet.store.all_profiles::<ActivityRecord>().unwrap();
        entries.sort_by_key(|(_, entry)| entry.number);
        let check = |tamper: Tampering<'_>, why: &str| {
            let mut batch = Batch::new();
            tamper(&mut batch, &entries);
            wallet.store.commit_quietly(batch).unwrap();
            assert!(!wallet.verify_activity().unwrap().intact, "{why}");
            let mut batch = Batch::new();
            for (id, entry) in &entries {
                put(&mut batch, *id, entry);
            }
            wallet.store.commit_quietly(batch).unwrap();
            assert!(wallet.verify_activity().unwrap().intact, "as before: {why}");
        };
        check(
            &|batch, entries| {
                let event = Event::DocumentRemoved { name: "x".to_owned() };
                put(batch, entries[2].0, &ActivityRecord { event, ..entries[2].1.clone() });
            },
            "changed",
        );
        check(
            &|batch, entries| {
                batch.remove(ActivityRecord::TREE, entries[2].0);
            },
            "removed",
        );
        check(
            &|batch, entries| {
                batch.remove(ActivityRecord::TREE, entries[3].0);
            },
            "the last one removed",
        );
        check(
            &|batch, entries| {
                let (one, other) = (&entries[1].1, &entries[2].1);
                put(batch, entries[1].0, &ActivityRecord { event: other.event.clone(), ..one.clone() });
                put(batch, entries[2].0, &ActivityRecord { event: one.event.clone(), ..other.clone() });
            },
            "reordered",
        );
    }

    fn chain() -> (Vec<Link>, ActivityHead) {
        let link = |number: u64, previous: &str, hash: &str| Link {
            number,
            previous: previous.to_owned(),
            hash: hash.to_owned(),
        };
        let entries = vec![link(1, "", "a"), link(2, "a", "b"), link(3, "b", "c")];
        (entries, ActivityHead { version: 1, number: 3, hash: "c".to_owned() })
    }

    #[test]
    fn a_whole_log_has_no_fault() {
        let (entries, head) = chain();
        assert_eq!(faults(&entries, &head), Vec::<MessageData>::new());
        assert_eq!(faults(&[], &ActivityHead::default()), Vec::<MessageData>::new(), "a log that is empty is whole");
    }

    #[test]
    fn what_was_changed_removed_or_reordered_is_found() {
        let check = |change: fn(&mut Vec<Link>, &mut ActivityHead), why: &str| {
            let (mut entries, mut head) = chain();
            change(&mut entries, &mut head);
            assert!(!faults(&entries, &head).is_empty(), "{why}");
        };
        check(|entries, _| entries[1].hash = "x".to_owned(), "a changed entry");
        check(|entries, _| drop(entries.remove(0)), "the first one removed");
        check(|entries, _| drop(entries.remove(1)), "one in the middle removed");
        check(|entries, _| drop(entries.pop()), "the last one removed");
        check(|entries, _| entries.clear(), "all removed");
        check(|_, head| *head = ActivityHead::default(), "the end forgotten");
        check(
            |entries, _| {
                entries[1].number = 3;
                entries[2].number = 2;
                entries.swap(1, 2);
            },
            "two reordered",
        );
    }
}
