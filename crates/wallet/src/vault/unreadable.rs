//! Records that this version cannot read: what they are, and their removal.

use idw_vault::Batch;

use super::VaultError;
use crate::{
    StoreError, Wallet,
    accounts::account_makes_sense,
    activity::unreadable_of_imported_logs,
    documents,
    records::{
        AccountCounter, AccountKeyRecord, AccountRecord, ActivityHead, ActivityRecord, ApplicationRecord,
        AttributeRecord, DataVersionRecord, DigestKeysRecord, EidFilesRecord, EidKeysRecord, EidPartyRecord,
        EidRequestRecord, EidServiceRecord, Event, ONLY, PhraseRecord, ProfileRecord, ProviderRecord, Record,
        RequestRecord, SchemaRecord, SiteRecord, UnsavedRecord,
    },
    sites::site_makes_sense,
    store::{Place, Store, Unreadable},
    view::{RecordKind, UnreadableView},
};

impl Wallet {
    /// Everything in the vault, in all profiles, that this version cannot read. It is authentic: a later version wrote
    /// it, or it came in before what comes in was looked at. Nothing else is the worse for it.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn unreadable(&self) -> Result<Vec<UnreadableView>, StoreError> {
        Ok(all(&self.store)?.iter().map(view).collect())
    }

    /// Those of one kind that may belong to this profile: what the list of that kind has to warn of.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn unreadable_of(&self, kind: RecordKind) -> Result<Vec<UnreadableView>, StoreError> {
        let store = &self.store;
        let found = match kind {
            RecordKind::Attribute | RecordKind::Document => self.listing()?.unreadable().to_vec(),
            RecordKind::Profile => store.readable::<ProfileRecord>(|_| true)?.unreadable,
            RecordKind::Account => store.readable(account_makes_sense)?.unreadable,
            RecordKind::Site => store.readable(site_makes_sense)?.unreadable,
            RecordKind::Application => store.readable::<ApplicationRecord>(|_| true)?.unreadable,
            RecordKind::Schema => store.readable::<SchemaRecord>(|_| true)?.unreadable,
            RecordKind::Activity => store.readable::<ActivityRecord>(|_| true)?.unreadable,
            RecordKind::Other => Vec::new(),
        };
        Ok(found.iter().map(view).filter(|view| view.kind == kind).collect())
    }

    /// Removes for good what this version cannot read, by its id, and tells what that was. A later version might read it,
    /// and no backup that this one makes holds it: ask the user first. An account goes with its key.
    ///
    /// # Errors
    /// [`VaultError::NotUnreadable`] where nothing that cannot be read has that id: what can be read is removed where it
    /// is listed. Also where the vault cannot be read or written. Nothing is changed then.
    pub fn remove_unreadable(&self, id: &str) -> Result<Vec<UnreadableView>, VaultError> {
        let _guard = self.store.changing();
        let mut found = all(&self.store)?;
        // What there is only one of (the phrase, the end of the log) is never removed: nothing could take its place.
        found.retain(|one| one.place.id().eq_ignore_ascii_case(id) && !is_the_only_one(one));
        let Some(event) = found.first().map(removed) else {
            return Err(VaultError::NotUnreadable { id: id.to_owned() });
        };
        let mut batch = Batch::new();
        for one in &found {
            match one.place {
                Place::Document(id) => documents::remove(&mut batch, id),
                Place::Record { tree, id } => {
                    batch.remove(tree, id);
                    if tree == AccountRecord::TREE {
                        batch.remove(AccountKeyRecord::TREE, id);
                    }
                }
            }
        }
        self.store.commit(batch, event)?;
        Ok(found.iter().map(view).collect())
    }
}

fn all(store: &Store) -> Result<Vec<Unreadable>, StoreError> {
    let mut found = of::<ProfileRecord>(store, |_| true)?;
    found.extend(of(store, account_makes_sense)?);
    found.extend(of::<AccountKeyRecord>(store, |_| true)?);
    found.extend(of::<AttributeRecord>(store, |_| true)?);
    found.extend(store.unreadable_documents_in_all_profiles()?);
    found.extend(of(store, site_makes_sense)?);
    found.extend(of::<SchemaRecord>(store, |_| true)?);
    found.extend(of::<ApplicationRecord>(store, |_| true)?);
    found.extend(of::<ActivityRecord>(store, |_| true)?);
    found.extend(unreadable_of_imported_logs(store)?);
    found.extend(of::<RequestRecord>(store, |_| true)?);
    found.extend(of::<ProviderRecord>(store, |_| true)?);
    found.extend(of::<EidPartyRecord>(store, |_| true)?);
    found.extend(of::<EidRequestRecord>(store, |_| true)?);
    found.extend(of::<EidFilesRecord>(store, |_| true)?);
    found.extend(of::<EidKeysRecord>(store, |_| true)?);
    found.extend(of::<EidServiceRecord>(store, |_| true)?);
    found.extend(of::<UnsavedRecord>(store, |_| true)?);
    found.extend(of::<PhraseRecord>(store, |_| true)?);
    found.extend(of::<DigestKeysRecord>(store, |_| true)?);
    found.extend(of::<DataVersionRecord>(store, |_| true)?);
    found.extend(of::<AccountCounter>(store, |_| true)?);
    found.extend(of::<ActivityHead>(store, |_| true)?);
    Ok(found)
}

fn of<R: Record>(store: &Store, is_usable: impl Fn(&R) -> bool) -> Result<Vec<Unreadable>, StoreError> {
    Ok(store.readable_in_all_profiles(is_usable)?.unreadable)
}

fn is_the_only_one(one: &Unreadable) -> bool {
    matches!(one.place, Place::Record { id, .. } if id == ONLY)
}

fn view(one: &Unreadable) -> UnreadableView {
    UnreadableView { id: one.place.id(), kind: kind(&one.place), what: one.what.name() }
}

fn kind(place: &Place) -> RecordKind {
    let Place::Record { tree, .. } = place else { return RecordKind::Document };
    let kinds = [
        (ProfileRecord::TREE, RecordKind::Profile),
        (AccountRecord::TREE, RecordKind::Account),
        (AttributeRecord::TREE, RecordKind::Attribute),
        (SiteRecord::TREE, RecordKind::Site),
        (SchemaRecord::TREE, RecordKind::Schema),
        (ApplicationRecord::TREE, RecordKind::Application),
        (ActivityRecord::TREE, RecordKind::Activity),
    ];
    kinds.into_iter().find(|(of, _)| of == tree).map_or(RecordKind::Other, |(_, kind)| kind)
}

/// The entry of the activity log. Nobody knows what it was called, and its id is the same in every language.
fn removed(one: &Unreadable) -> Event {
    let id = one.place.id();
    match kind(&one.place) {
        RecordKind::Profile => Event::ProfileRemoved { name: id },
        RecordKind::Account => Event::AccountRemoved { name: id, did: String::new() },
        RecordKind::Document => Event::DocumentRemoved { name: id },
        RecordKind::Site => Event::SiteRemoved { site: id },
        RecordKind::Attribute
        | RecordKind::Schema
        | RecordKind::Application
        | RecordKind::Activity
        | RecordKind::Other => Event::AttributeRemoved { title: id.clone(), name: id },
    }
}

#[cfg(test)]
mod tests {
    use idw_vault::{KdfCost, Password, RecordId};
    use idw_words::{Message as _, message};

    use super::*;
    use crate::{CreateOptions, Metadata, SetAttribute, activity::in_english, store::encode};

    fn wallet(dir: &std::path::Path) -> Wallet {
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        Wallet::create(&dir.join("vault"), &Password::from("p"), options).unwrap().0
    }

    /// Puts a record of a later version, as far as this one can tell, into the vault.
    fn put_strange<R: Record>(wallet: &Wallet) -> RecordId {
        let id = RecordId::make();
        let mut batch = Batch::new();
        batch.put(R::TREE, id, br#"{"version": 99, "profile": 0, "shape": "another"}"#);
        wallet.store.commit_quietly(batch).unwrap();
        id
    }

    fn first_name() -> SetAttribute {
        SetAttribute { name: "first-name".to_owned(), text: Some("Ada".to_owned()), ..SetAttribute::default() }
    }

    #[test]
    fn one_record_that_cannot_be_read_ends_no_list_is_named_and_can_be_removed() {
        crate::open_documents_in_this_process();
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        wallet.set_attribute(first_name()).unwrap();
        let picture = include_bytes!("../../../../assets/samples/passport-selfie.jpg");
        let kept = wallet.add_document("a.jpg", &mut picture.as_slice(), Metadata::Keep).unwrap().document.id;
        let mut other = picture.to_vec();
        let table = other.windows(2).position(|marker| marker == [0xFF, 0xDB]).unwrap();
        other[table + 5] ^= 3;
        let strange = wallet.add_document("b.jpg", &mut other.as_slice(), Metadata::Keep).unwrap().document.id;
        let mut batch = Batch::new();
        batch.set_document_meta(strange.parse().unwrap(), b"{}");
        wallet.store.commit_quietly(batch).unwrap();

        let attribute = put_strange::<AttributeRecord>(&wallet);
        let profile = put_strange::<ProfileRecord>(&wallet);
        let schema = put_strange::<SchemaRecord>(&wallet);
        let entry = put_strange::<ActivityRecord>(&wallet);

        assert_eq!(wallet.attributes().unwrap().len(), 1);
        assert_eq!(wallet.documents().unwrap().iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), [kept.as_str()]);
        assert_eq!(wallet.profiles().unwrap().len(), 1);
        assert_eq!(wallet.activity().unwrap().len(), 4);
        assert!(wallet.known_types().unwrap().len() > 10);
        wallet.set_attribute(first_name()).unwrap();
        let faults = wallet.verify_activity().unwrap().faults;
        assert_eq!(faults, [message::ActivityFaultUnreadable { id: entry.to_string() }.data()]);

        let of =
            |kind: RecordKind| wallet.unreadable_of(kind).unwrap().into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(of(RecordKind::Attribute), [attribute.to_string()]);
        assert_eq!(of(RecordKind::Document), [strange.as_str()]);
        assert_eq!(of(RecordKind::Profile), [profile.to_string()]);
        assert_eq!(of(RecordKind::Schema), [schema.to_string()]);
        assert_eq!(of(RecordKind::Activity), [entry.to_string()]);
        let check = wallet.verify_vault(&|_| {}).unwrap();
        assert!(!check.intact && check.faults.len() == 5, "{check:?}");
        assert_eq!(check.unreadable, wallet.unreadable().unwrap());

        for id in [attribute, profile, schema, entry].map(|id| id.to_string()).into_iter().chain([strange]) {
            let removed = wallet.remove_unreadable(&id).unwrap();
            assert_eq!(removed.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), [id.as_str()]);
            let said = in_english().tell(&wallet.activity().unwrap().last().unwrap().text);
            assert!(said.contains(&id), "the log says so");
        }
        assert_eq!(wallet.unreadable().unwrap(), []);
        assert!(wallet.verify_vault(&|_| {}).unwrap().intact && wallet.verify_activity().unwrap().intact);
        assert_eq!(wallet.documents().unwrap().len(), 1);
    }

    #[test]
    fn what_can_be_read_and_what_there_is_only_one_of_are_not_removed_as_unreadable() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        let held = wallet.set_attribute(first_name()).unwrap();
        let check = |id: &str| match wallet.remove_unreadable(id) {
            Err(error @ VaultError::NotUnreadable { .. }) => assert_eq!(error.problem(), crate::Problem::NotFound),
            other => panic!("{id}: {other:?}"),
        };
        check(&held.id);
        check("no id");
        let mut batch = Batch::new();
        batch.put(PhraseRecord::TREE, ONLY, br#"{"version": 99}"#);
        wallet.store.commit_quietly(batch).unwrap();
        assert_eq!(wallet.unreadable().unwrap().len(), 1);
        check(&ONLY.to_string());
        assert_eq!(wallet.attributes().unwrap().len(), 1);
    }

    #[test]
    fn sites_and_accounts_that_make_no_sense_are_found_too() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        let mut accounts = wallet.store.all_profiles::<AccountRecord>().unwrap();
        let (_, account) = accounts.remove(0);
        let id = RecordId::make();
        let mut batch = Batch::new();
        batch.put(AccountRecord::TREE, id, &encode(&AccountRecord { public_key: "none".to_owned(), ..account }));
        wallet.store.commit_quietly(batch).unwrap();
        let site = put_strange::<SiteRecord>(&wallet);
        let of =
            |kind: RecordKind| wallet.unreadable_of(kind).unwrap().into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!((of(RecordKind::Account), of(RecordKind::Site)), (vec![id.to_string()], vec![site.to_string()]));
        assert_eq!(wallet.profiles().unwrap().len(), 1, "the list of profiles, which counts them, goes on");
        wallet.remove_unreadable(&id.to_string()).unwrap();
        wallet.remove_unreadable(&site.to_string()).unwrap();
        assert_eq!(wallet.accounts().unwrap().len(), 1);
    }
}
