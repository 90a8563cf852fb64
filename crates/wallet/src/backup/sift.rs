//! What reading would refuse, found before it is written: a backup is made of what comes back, and the rest is told.

use std::collections::HashSet;

use idw_vault::RecordId;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::{
    content::{Content, is_profile_number},
    error::RestoreError,
    format::{
        AccountEntry, ActivityFile, ApplicationEntry, AttributeEntry, DocumentEntry, EidPartyEntry, Entry,
        ProfileEntry, ProviderEntry, SchemaEntry, SiteEntry, WalletFile,
    },
    gather::{account_entry, by_path, json},
    history::entry_makes_sense,
    view::MergedKind,
};

/// Something that cannot be in a backup.
#[derive(Clone, Debug)]
pub(super) struct LeftOut {
    pub(super) kind: MergedKind,
    /// The id of its record; empty for the wallet as a whole.
    pub(super) id: String,
    pub(super) name: String,
    /// A sentence without a full stop: "its profile is not in the vault".
    pub(super) why: String,
}

/// The JSON files of a backup, which reading takes.
pub(super) type Files = Vec<(&'static str, Zeroizing<Vec<u8>>)>;

/// Why there is no backup of all that can be: what is wrong with the rest cannot be left out.
pub(super) struct Incoherent {
    /// What is wrong: "its profiles make no sense".
    pub(super) what: String,
}

impl Content {
    /// The files of a backup of this that reads back, and what of it had to be left out for that.
    ///
    /// What decides is reading itself, so that the two cannot come to differ. Only where it refuses is each thing looked
    /// at by itself.
    pub(super) fn sifted(mut self) -> Result<(Self, Files, Vec<LeftOut>), Incoherent> {
        let files = self.files();
        if reads_back(&files).is_ok() {
            return Ok((self, files, Vec::new()));
        }
        let mut left_out = Vec::new();
        self.sift(&mut left_out);
        let files = self.files();
        reads_back(&files).map_err(|error| match error {
            RestoreError::Content { what } => Incoherent { what },
            other => Incoherent { what: other.to_string() },
        })?;
        Ok((self, files, left_out))
    }

    fn sift(&mut self, left_out: &mut Vec<LeftOut>) {
        let mut out = Sieve { left_out };
        out.by_shape::<ProfileEntry>(MergedKind::Profile, &mut self.profiles, |one| one.name.clone());
        out.by_shape::<AttributeEntry>(MergedKind::Attribute, &mut self.attributes, |one| one.schema.clone());
        out.by_shape::<SiteEntry>(MergedKind::Site, &mut self.sites, |one| one.name.clone());
        out.by_shape::<ProviderEntry>(MergedKind::Provider, &mut self.providers, |one| one.name.clone());
        out.by_shape::<EidPartyEntry>(MergedKind::EidParty, &mut self.eid_parties, |one| one.name.clone());
        out.by_shape::<SchemaEntry>(MergedKind::Schema, &mut self.schemas, |one| one.url.clone());
        out.by_shape::<ApplicationEntry>(MergedKind::Application, &mut self.applications, |one| one.site_name.clone());
        out.retain(
            MergedKind::Account,
            &mut self.accounts,
            SHAPE,
            |one| (one.0, one.1.name.clone()),
            |one| is_read::<AccountEntry>(&[account_entry(one)]),
        );
        self.sift_profiles(&mut out);
        self.sift_by_owner(&mut out);
        self.sift_documents(&mut out);
        self.sift_keys(&mut out);
        self.sift_logs(&mut out);
    }

    /// Numbers are what everything else names a profile by.
    fn sift_profiles(&mut self, out: &mut Sieve<'_>) {
        let mut seen = HashSet::new();
        self.profiles.sort_by_key(|(id, profile)| (profile.created, *id));
        let why = "another profile has its number, or the number is not valid";
        out.retain(
            MergedKind::Profile,
            &mut self.profiles,
            why,
            |one| (one.0, one.1.name.clone()),
            |(_, profile)| is_profile_number(profile.number) && seen.insert(profile.number),
        );
    }

    fn sift_by_owner(&mut self, out: &mut Sieve<'_>) {
        const WHY: &str = "the profile that it belongs to is not in the vault";
        let numbers: HashSet<u32> = self.profiles.iter().map(|(_, profile)| profile.number).collect();
        let is_there = |number: u32| numbers.contains(&number);
        out.retain(
            MergedKind::Account,
            &mut self.accounts,
            WHY,
            |one| (one.0, one.1.name.clone()),
            |one| is_there(one.1.profile),
        );
        out.retain(
            MergedKind::Attribute,
            &mut self.attributes,
            WHY,
            |one| (one.0, one.1.schema.clone()),
            |one| is_there(one.1.profile),
        );
        out.retain(
            MergedKind::Site,
            &mut self.sites,
            WHY,
            |one| (one.0, one.1.name.clone()),
            |one| is_there(one.1.profile),
        );
        let name = |one: &(RecordId, crate::records::ApplicationRecord)| (one.0, one.1.site_name.clone());
        out.retain(MergedKind::Application, &mut self.applications, WHY, name, |one| is_there(one.1.profile));
        out.retain(MergedKind::Document, &mut self.documents, WHY, document_name, |one| is_there(one.profile));
    }

    fn sift_documents(&mut self, out: &mut Sieve<'_>) {
        let is_whole = |one: &DocumentEntry| is_read::<DocumentEntry>(std::slice::from_ref(one));
        out.retain(MergedKind::Document, &mut self.documents, SHAPE, document_name, is_whole);
    }

    /// One by one: reading says that keys do not fit, not whose.
    fn sift_keys(&mut self, out: &mut Sieve<'_>) {
        const WHY: &str = "its key is not the one that the vault has for it";
        if self.check_keys().is_ok() {
            return;
        }
        let mut alone = Self::nothing(self.wallet.clone());
        out.retain(
            MergedKind::Account,
            &mut self.accounts,
            WHY,
            |one| (one.0, one.1.name.clone()),
            |one| {
                alone.accounts = vec![one.clone()];
                alone.check_keys().is_ok()
            },
        );
        alone.accounts.clear();
        out.retain(
            MergedKind::Site,
            &mut self.sites,
            WHY,
            |one| (one.0, one.1.name.clone()),
            |one| {
                alone.sites = vec![one.clone()];
                alone.check_keys().is_ok()
            },
        );
    }

    fn sift_logs(&mut self, out: &mut Sieve<'_>) {
        const WHY: &str = "it makes no sense";
        let imported = self.activity.imported.iter_mut().map(|log| &mut log.log);
        for log in std::iter::once(&mut self.activity.log).chain(imported) {
            let name = |entry: &super::format::LogEntry| (String::new(), format!("entry {}", entry.number));
            out.retain(MergedKind::ActivityLog, &mut log.entries, WHY, name, entry_makes_sense);
        }
    }

    /// A wallet without anything in it.
    fn nothing(wallet: WalletFile) -> Self {
        Self {
            wallet,
            profiles: Vec::new(),
            accounts: Vec::new(),
            attributes: Vec::new(),
            documents: Vec::new(),
            sites: Vec::new(),
            schemas: Vec::new(),
            applications: Vec::new(),
            providers: Vec::new(),
            eid_parties: Vec::new(),
            activity: ActivityFile::default(),
        }
    }
}

/// What a value nested too deeply, for instance, is.
const SHAPE: &str = "a backup of it would not be read";

fn document_name(one: &DocumentEntry) -> (String, String) {
    (one.id.clone(), one.name.clone())
}

fn reads_back(files: &Files) -> Result<(), RestoreError> {
    Content::parse(&by_path(files)).map(drop)
}

/// Whether a list of these is read as it is written.
fn is_read<E: serde::Serialize + DeserializeOwned>(entries: &[E]) -> bool {
    serde_json::from_slice::<Vec<E>>(&json(&entries)).is_ok()
}

struct Sieve<'a> {
    left_out: &'a mut Vec<LeftOut>,
}

impl Sieve<'_> {
    fn by_shape<E: Entry>(
        &mut self,
        kind: MergedKind,
        records: &mut Vec<(RecordId, E::Record)>,
        name: impl Fn(&E::Record) -> String,
    ) where
        E::Record: Clone,
    {
        let told = |(id, record): &(RecordId, E::Record)| (*id, name(record));
        self.retain(kind, records, SHAPE, told, |(id, record)| is_read(&[E::of(*id, record.clone())]));
    }

    /// Takes out what does not hold, and notes it by its id and name.
    fn retain<T, I: ToString>(
        &mut self,
        kind: MergedKind,
        from: &mut Vec<T>,
        why: &str,
        name: impl Fn(&T) -> (I, String),
        mut is_fit: impl FnMut(&T) -> bool,
    ) {
        from.retain(|one| {
            let fits = is_fit(one);
            if !fits {
                let (id, name) = name(one);
                self.left_out.push(LeftOut { kind, id: id.to_string(), name, why: why.to_owned() });
            }
            fits
        });
    }
}

#[cfg(test)]
mod tests {
    use std::{ops::ControlFlow, path::Path};

    use idw_vault::{Batch, KdfCost};
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        BackupError, BackupFile, BackupOptions, CreateOptions, Password, SetAttribute, Wallet,
        records::{AccountRecord, ActivityRecord, AttributeRecord, KeySource, ProfileRecord, Record},
        store::{encode, put},
    };

    fn wallet(dir: &Path) -> Wallet {
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.join("vault"), &Password::from("p"), options).unwrap();
        let set =
            SetAttribute { name: "first-name".to_owned(), text: Some("Ada".to_owned()), ..SetAttribute::default() };
        wallet.set_attribute(set).unwrap();
        wallet
    }

    fn put_bytes<R: Record>(wallet: &Wallet, bytes: &[u8]) -> RecordId {
        let id = RecordId::make();
        let mut batch = Batch::new();
        batch.put(R::TREE, id, bytes);
        wallet.store.commit_quietly(batch).unwrap();
        id
    }

    fn back_up(wallet: &Wallet, path: &Path) -> Result<crate::BackupReport, BackupError> {
        let options = BackupOptions { overwrite: true, cost: KdfCost::Floor };
        wallet.backup_to(path, &Password::from("p"), &Password::from("b"), &options, &|_| ControlFlow::Continue(()))
    }

    fn test(path: &Path) -> crate::BackupReport {
        let file = BackupFile::open(path).unwrap();
        Wallet::check_backup(&file, &Password::from("b"), &|_| ControlFlow::Continue(())).unwrap()
    }

    #[test]
    fn what_a_backup_would_not_be_read_with_is_left_out_of_it_and_named() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        let path = dir.path().join("b");
        let whole = back_up(&wallet, &path).unwrap();
        assert_eq!(whole.remarks, []);

        // As a merge of an earlier version left them: an account that the phrase does not make, and a value of nobody.
        let (_, account) = wallet.store.all_profiles::<AccountRecord>().unwrap().remove(0);
        let source = KeySource::Derived { index: 5 };
        let foreign = AccountRecord { name: "foreign".to_owned(), source, ..account.clone() };
        put_bytes::<AccountRecord>(&wallet, &encode(&foreign));
        let (_, value) = wallet.store.all_profiles::<AttributeRecord>().unwrap().remove(0);
        put_bytes::<AttributeRecord>(&wallet, &encode(&AttributeRecord { profile: 9, ..value.clone() }));
        // The vault reads 127 lists in one another. In a list of values that would be one too many.
        let nested = (0..126).fold(json!(1), |inner: Value, _| json!([inner]));
        put_bytes::<AttributeRecord>(&wallet, &encode(&AttributeRecord { value: nested, ..value }));
        let profile = wallet.store.all_profiles::<ProfileRecord>().unwrap().remove(0).1;
        // Of two profiles with the same keys, the one that was made first stays.
        let later = profile.created + jiff::SignedDuration::from_secs(1);
        let twin = ProfileRecord { name: "twin".to_owned(), created: later, ..profile };
        put_bytes::<ProfileRecord>(&wallet, &encode(&twin));
        let unreadable = put_bytes::<AttributeRecord>(&wallet, b"{}");
        let entry = put_bytes::<ActivityRecord>(&wallet, b"{}");

        let report = back_up(&wallet, &path).unwrap();
        let mut told: Vec<_> = report.remarks.iter().map(|one| (one.kind, one.name.as_str())).collect();
        let schema = "http://platform.selfkey.org/schema/attribute/first-name.json";
        let mut expected = [
            (MergedKind::Attribute, format!("attribute (id {unreadable})")),
            (MergedKind::ActivityLog, format!("activity entry (id {entry})")),
            (MergedKind::Attribute, schema.to_owned()),
            (MergedKind::Attribute, schema.to_owned()),
            (MergedKind::Profile, "twin".to_owned()),
            (MergedKind::Account, "foreign".to_owned()),
        ];
        told.sort_by_key(|(_, name)| (*name).to_owned());
        expected.sort_by_key(|(_, name)| name.clone());
        assert_eq!(told, expected.iter().map(|(kind, name)| (*kind, name.as_str())).collect::<Vec<_>>());
        assert!(report.remarks.iter().all(|one| !one.reason.is_empty()), "{:?}", report.remarks);
        let read = test(&path);
        assert_eq!((read.attributes, read.accounts, read.profiles), (whole.attributes, whole.accounts, whole.profiles));
        assert!(read.activity_intact, "one entry too many is left out, and the chain holds");
    }

    #[test]
    fn what_cannot_be_left_out_is_said_and_no_file_is_left() {
        let dir = tempfile::tempdir().unwrap();
        let wallet = wallet(dir.path());
        let path = dir.path().join("b");
        let (id, mut first) = wallet.store.all_profiles::<ProfileRecord>().unwrap().remove(0);
        first.removed = Some(crate::clock::now());
        let mut batch = Batch::new();
        put(&mut batch, id, &first);
        wallet.store.commit_quietly(batch).unwrap();
        match back_up(&wallet, &path) {
            Err(error @ BackupError::Incoherent { .. }) => {
                assert!(error.to_string().contains("its profiles make no sense"), "{error}");
                assert_eq!(error.problem(), crate::Problem::Damaged);
            }
            other => panic!("{other:?}"),
        }
        assert!(!path.exists());
    }
}
