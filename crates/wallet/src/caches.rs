//! What is kept in memory of an unlocked vault's content, so that it need not be read again for every list.
//!
//! Every noun owns its own cache and says what it is; this is only their common life. All handles on a wallet share them,
//! whichever profile they work in. They end with the last handle, when the wallet is locked and the keys go.

use std::{
    any::{Any, TypeId},
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use idw_vault::Tree;

use crate::{
    records::ActivityRecord,
    store::{Watch, locked},
};

/// Something that is kept in memory while the wallet is unlocked. It hears of every change from its first use on.
pub(crate) trait Cache: Watch + Any + Default {
    /// Who hears of a change first: what others are made with has a lower rank than these.
    const RANK: Rank;
}

/// The order in which caches hear of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Made with the vault's content alone.
    OfContent,
    /// Made with other caches too.
    OfCaches,
}

/// What all handles on an unlocked wallet keep in memory.
#[derive(Default)]
pub(crate) struct Caches(Mutex<BTreeMap<(Rank, TypeId), Kept>>);

/// One cache: as itself, and as what hears of changes.
#[derive(Clone)]
struct Kept {
    cache: Arc<dyn Any + Send + Sync>,
    watch: Arc<dyn Watch>,
}

impl Caches {
    /// The one cache of this type; it is empty at first.
    pub(crate) fn get<C: Cache>(&self) -> Arc<C> {
        let mut caches = locked(&self.0);
        let kept = caches.entry((C::RANK, TypeId::of::<C>())).or_insert_with(|| {
            let cache = Arc::new(C::default());
            Kept { cache: Arc::<C>::clone(&cache), watch: cache }
        });
        Arc::clone(&kept.cache).downcast().expect("it is kept under its own type")
    }

    /// In the order in which they hear of a change. They are told when nobody is kept from getting another.
    fn in_order(&self) -> Vec<Kept> {
        locked(&self.0).values().cloned().collect()
    }
}

impl Watch for Caches {
    fn changed(&self, trees: &[Tree]) {
        self.in_order().iter().for_each(|kept| kept.watch.changed(trees));
    }

    fn logged(&self, entry: &ActivityRecord) {
        self.in_order().iter().for_each(|kept| kept.watch.logged(entry));
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, thread};

    use idw_vault::{Batch, KdfCost, Password, RecordId};

    use crate::{
        CreateOptions, SetAttribute, Wallet,
        records::{Event, Finish, PurposeRecord, Record as _, SchemaRecord},
        store::put,
        view::{Arrival, ProfileKind},
    };

    fn wallet(dir: &std::path::Path) -> Wallet {
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        Wallet::create(&dir.join("vault"), &Password::from("p"), options).unwrap().0
    }

    fn approved(site: &str) -> Event {
        Event::Approved {
            purpose: PurposeRecord::LogIn,
            site: site.to_owned(),
            root: String::new(),
            hosts: Vec::new(),
            account: String::new(),
            did: String::new(),
            template: None,
            sent: Vec::new(),
            asked: Vec::new(),
            required: None,
            requirements: None,
        }
    }

    fn email(label: &str, text: &str) -> SetAttribute {
        SetAttribute {
            name: "email".to_owned(),
            text: Some(text.to_owned()),
            label: Some(label.to_owned()),
            ..SetAttribute::default()
        }
    }

    fn schema() -> SchemaRecord {
        SchemaRecord {
            version: 1,
            url: "https://rp.example/shoe-size.json".to_owned(),
            schema: serde_json::json!({"$id": "https://rp.example/shoe-size.json", "type": "string", "title": "Shoe size"}),
            site: "Example".to_owned(),
            fetched: "2026-01-02T03:04:05Z".parse().unwrap(),
            from_backup: false,
        }
    }

    #[test]
    fn whatever_is_committed_shows_at_once_in_every_handle() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        wallet.add_profile("work", ProfileKind::Company).unwrap();
        let work = wallet.in_profile("work").unwrap();
        let known = |wallet: &Wallet| wallet.types().unwrap().find("shoe-size").is_some();
        // Everything is asked for once, so that it is kept.
        assert!(!known(&wallet) && !known(&work));
        assert_eq!(wallet.disclosures().unwrap().of_profile(0).count(), 0);
        assert!(wallet.listing().unwrap().records().is_empty() && work.listing().unwrap().records().is_empty());

        let id = RecordId::make();
        let mut batch = Batch::new();
        put(&mut batch, id, &schema());
        work.store.commit_quietly(batch).unwrap();
        assert!(known(&wallet) && known(&work), "a schema that was added is a type from then on");
        wallet.set_attribute(email("private", "ada@mail.example")).unwrap();
        assert_eq!(wallet.listing().unwrap().records().len(), 1);
        assert!(work.listing().unwrap().records().is_empty(), "what is one profile's is not listed in another");
        let number = wallet.store.commit(Batch::new(), approved("Example")).unwrap();
        let arrival = |wallet: &Wallet| {
            let known = wallet.disclosures().unwrap();
            known.numbered(number).map(|one| known.arrival(one))
        };
        assert_eq!(arrival(&work), Some(Some(Arrival::MayHave)), "it was not sent in the other, and its log is one");
        let finished = Event::Finished {
            purpose: PurposeRecord::LogIn,
            site: "Example".to_owned(),
            account: String::new(),
            approved: number,
            result: Finish::Done { application: None },
        };
        wallet.store.commit(Batch::new(), finished).unwrap();
        assert_eq!(arrival(&work), Some(Some(Arrival::Arrived)));

        let mut batch = Batch::new();
        batch.remove(SchemaRecord::TREE, id);
        wallet.store.commit_quietly(batch).unwrap();
        assert!(!known(&wallet) && !known(&work), "a removed schema no longer defines a type");
    }

    #[test]
    fn everything_ends_when_the_wallet_is_locked() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        wallet.set_attribute(email("private", "ada@mail.example")).unwrap();
        let caches = Arc::downgrade(&wallet.caches);
        let listing = Arc::downgrade(&wallet.listing().unwrap());
        let other = wallet.in_profile("personal").unwrap();
        assert!(listing.upgrade().is_some(), "it is kept");
        let wallet = wallet.lock().expect_err("another handle is there");
        assert!(caches.upgrade().is_some());
        drop(other);
        let locked = wallet.lock().unwrap();
        assert!(caches.upgrade().is_none() && listing.upgrade().is_none());
        drop(locked);
    }

    #[test]
    fn no_thread_misses_what_it_wrote_itself() {
        const EACH: usize = 8;
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        let write = |writer: usize| {
            for number in 1..=EACH {
                let label = format!("{writer}-{number}");
                wallet.set_attribute(email(&label, "ada@mail.example")).unwrap();
                let listing = wallet.listing().unwrap();
                let own = |label: &str| label.starts_with(&format!("{writer}-"));
                let listed = listing.records().iter().filter(|(_, one)| one.label.as_deref().is_some_and(own)).count();
                assert_eq!(listed, number, "writer {writer}");
                let number = wallet.store.commit(Batch::new(), approved(&label)).unwrap();
                assert!(wallet.disclosures().unwrap().numbered(number).is_some(), "writer {writer}, entry {number}");
            }
        };
        thread::scope(|scope| (0..3).for_each(|writer| drop(scope.spawn(move || write(writer)))));
        let known = wallet.disclosures().unwrap();
        assert_eq!(known.of_profile(0).count(), 3 * EACH, "each entry was heard, and once");
        assert!(wallet.verify_activity().unwrap().intact);
    }
}
