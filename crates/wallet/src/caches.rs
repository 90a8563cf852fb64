//! What is kept in memory of an unlocked vault's content, so that it need not be read again for every list.
//!
//! Every noun owns its part and says what it is; this is only their common life. All handles on a wallet share it,
//! whichever profile they work in. It ends with the last of them, when the wallet is locked and the keys go.

use std::sync::Arc;

use idw_vault::Tree;

use crate::{
    StoreError, Wallet,
    activity::{Digests, DigestsCache, Disclosures, DisclosuresCache},
    attributes::{Listing, ListingCache},
    disclose::Tokens,
    records::{ActivityRecord, DigestKeysRecord, Record as _, SchemaRecord},
    schemas::{Types, TypesCache},
    store::{Store, Watch},
};

/// What all handles on an unlocked wallet keep in memory.
#[derive(Default)]
pub(crate) struct Caches {
    digests: DigestsCache,
    disclosures: DisclosuresCache,
    types: TypesCache,
    listings: ListingCache,
    pub(crate) tokens: Tokens,
}

impl Watch for Caches {
    fn changed(&self, trees: &[Tree]) {
        // The types first: a listing is made with them.
        if trees.contains(&SchemaRecord::TREE) {
            self.types.forget();
        }
        if trees.contains(&DigestKeysRecord::TREE) {
            self.digests.forget();
        }
        self.listings.forget();
    }

    fn logged(&self, entry: &ActivityRecord) {
        self.disclosures.hear(entry);
    }
}

impl Wallet {
    /// The attribute types that this wallet knows.
    pub(crate) fn types(&self) -> Result<Arc<Types>, StoreError> {
        self.caches.types.get(&self.store)
    }

    /// What lists show of this profile's values and documents.
    pub(crate) fn listing(&self) -> Result<Arc<Listing>, StoreError> {
        self.listing_of(&self.store)
    }

    /// The same of another profile.
    pub(crate) fn listing_of(&self, store: &Store) -> Result<Arc<Listing>, StoreError> {
        self.caches.listings.get(store, &self.caches.types)
    }

    /// The keys of the digests that tell what was sent.
    pub(crate) fn digests(&self) -> Result<Arc<Digests>, StoreError> {
        self.caches.digests.get(&self.store)
    }

    /// What the activity log says was sent, to whom and when; in all profiles.
    pub(crate) fn disclosures(&self) -> Result<Arc<Disclosures>, StoreError> {
        self.caches.disclosures.get(&self.store)
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
        assert!(!known(&wallet) && !known(&work), "a schema that was removed is no type");
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
