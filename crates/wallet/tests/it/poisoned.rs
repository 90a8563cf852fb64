//! Backups whose content somebody chose who knows their passphrase, and wallets with what such backups once left in them.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use idw_backup::{FileEntry, Manifest, ReadError, Target, Work, Writer};
use idw_wallet::{
    BackupFile, BackupOptions, BackupProgress, BackupReport, KdfCost, MergeMode, MergeOutcome, MergeReport, MergedKind,
    Metadata, Password, RecoveryPhrase, RemarkOutcome, RestoreError, SetAttribute, Wallet,
    view::{AttributeView, OriginView, SourceView},
};
use serde_json::{Value, json};
use sha2::Digest as _;

use crate::{Fixture, fixture, jpeg, passport, password, said_if_any, text};

const OPTIONS: BackupOptions = BackupOptions { overwrite: true, cost: KdfCost::Floor };
const PASSPHRASE: &str = "the passphrase of the backup";
const OTHER_PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

fn go_on(_: BackupProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn schema(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

/// A wallet of somebody else: another recovery phrase.
pub(crate) fn stranger() -> Fixture {
    idw_wallet::open_documents_in_this_process();
    let dir = tempfile::tempdir().unwrap();
    let phrase = Some(RecoveryPhrase::parse(OTHER_PHRASE).unwrap());
    let options = idw_wallet::CreateOptions { cost: KdfCost::Floor, phrase, ..idw_wallet::CreateOptions::default() };
    let (wallet, _) = Wallet::create(&dir.path().join("vault"), &password(), options).unwrap();
    Fixture { dir, wallet }
}

pub(crate) fn back_up(fixture: &Fixture) -> (PathBuf, BackupReport) {
    let path = fixture.dir.path().join("ada.backup");
    let report = fixture.wallet.backup_to(&path, &password(), &Password::from(PASSPHRASE), &OPTIONS, &go_on).unwrap();
    (path, report)
}

fn open(path: &Path) -> BackupFile {
    BackupFile::open(path).unwrap()
}

fn test(path: &Path) -> Result<BackupReport, RestoreError> {
    Wallet::check_backup(&open(path), &Password::from(PASSPHRASE), &go_on)
}

pub(crate) fn restore(dir: &Path, path: &Path) -> Result<(Wallet, BackupReport), RestoreError> {
    let another = Password::from("another");
    Wallet::restore_backup(dir, &open(path), &Password::from(PASSPHRASE), &another, KdfCost::Floor, &go_on)
}

/// Merges; what comes of it can be backed up, and that backup read.
pub(crate) fn merge(to: &Fixture, path: &Path) -> MergeReport {
    let dry = to.wallet.merge_backup(&open(path), &Password::from(PASSPHRASE), MergeMode::Try, &go_on).unwrap();
    let done = to.wallet.merge_backup(&open(path), &Password::from(PASSPHRASE), MergeMode::Merge, &go_on).unwrap();
    assert_eq!(dry.items, done.items, "a dry run tells what happens");
    let (path, report) = back_up(to);
    assert_eq!(report.remarks, [], "nothing has to be left out of the next backup");
    test(&path).unwrap();
    let dir = tempfile::tempdir().unwrap();
    restore(&dir.path().join("vault"), &path).unwrap();
    done
}

/// What became of the things of a kind, and why.
pub(crate) fn told(report: &MergeReport, kind: MergedKind) -> Vec<(&str, MergeOutcome, &str)> {
    let items = report.items.iter().filter(|item| item.kind == kind);
    items.map(|item| (said_if_any(&item.name), item.outcome, said_if_any(&item.reason))).collect()
}

/// A backup taken apart: its JSON, and its documents' bytes by their paths.
pub(crate) struct Parts {
    created: String,
    files: Vec<(String, Value)>,
    documents: Vec<(String, Vec<u8>)>,
}

impl Parts {
    fn of(path: &Path) -> Self {
        let (mut files, mut documents) = (Vec::new(), Vec::new());
        let passphrase = idw_backup::Passphrase::new(PASSPHRASE.to_owned());
        let read = idw_backup::read(
            path,
            &passphrase,
            |_| Ok(()),
            |entry, from| {
                let mut bytes = Vec::new();
                from.read_to_end(&mut bytes).map_err(ReadError::Io)?;
                if entry.path().starts_with("documents/") {
                    documents.push((entry.path().to_owned(), bytes));
                } else {
                    files.push((entry.path().to_owned(), serde_json::from_slice(&bytes).unwrap()));
                }
                Ok::<_, ReadError>(())
            },
        );
        Self { created: read.unwrap().created().to_owned(), files, documents }
    }

    pub(crate) fn json(&mut self, path: &str) -> &mut Value {
        &mut self.files.iter_mut().find(|(of, _)| of == path).unwrap().1
    }

    pub(crate) fn list(&mut self, path: &str) -> &mut Vec<Value> {
        self.json(path).as_array_mut().unwrap()
    }

    /// Lists a document and adds its bytes.
    fn document(&mut self, id: &str, name: &str, mime_type: &str, bytes: &[u8]) {
        let path = format!("documents/{id}.bin");
        let entry = json!({"id": id, "path": path, "profile": 0, "name": name, "mimeType": mime_type,
            "size": bytes.len(), "sha256": hex::encode(sha2::Sha256::digest(bytes)), "added": "2026-01-30T18:00:00Z",
            "keptAlone": true, "metadataRemoved": "everything", "metadataKept": null});
        self.list("documents.json").push(entry);
        self.documents.push((path, bytes.to_vec()));
    }

    fn attribute(&mut self, id: u8, schema: &str, more: Value) {
        let mut entry = json!({"id": format!("{id:032x}"), "profile": 0, "schema": schema, "label": null, "default": false,
            "value": "Ada", "provenance": {"type": "entered"}, "created": "2026-01-30T18:00:00Z",
            "changed": "2026-01-30T18:00:00Z"});
        entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.list("attributes.json").push(entry);
    }

    fn write(&self, path: &Path) {
        let json = self.files.iter().map(|(path, json)| (path.clone(), serde_json::to_vec(json).unwrap()));
        let all: Vec<(String, Vec<u8>)> = json.chain(self.documents.iter().cloned()).collect();
        let entries = all.iter().map(|(path, bytes)| FileEntry::of(path.as_str(), bytes).unwrap()).collect();
        let manifest = Manifest::new(self.created.as_str(), "somebody", entries).unwrap();
        let passphrase = idw_backup::Passphrase::new(PASSPHRASE.to_owned());
        let target = Target { path, overwrite: true };
        let mut writer = Writer::create(target, &passphrase, Work::Floor, &manifest).unwrap();
        for (_, bytes) in &all {
            writer.add(&mut bytes.as_slice()).unwrap();
        }
        writer.finish().unwrap();
    }
}

/// A backup of a wallet, changed; there as long as this is.
pub(crate) struct Forged {
    path: PathBuf,
    _from: Fixture,
}

impl std::ops::Deref for Forged {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

pub(crate) fn forged(from: Fixture, change: impl FnOnce(&mut Parts)) -> Forged {
    let (path, _) = back_up(&from);
    let mut parts = Parts::of(&path);
    change(&mut parts);
    parts.write(&path);
    Forged { path, _from: from }
}

pub(crate) fn only(wallet: &Wallet, name: &str) -> AttributeView {
    let mut held = wallet.attribute(name).unwrap();
    assert_eq!(held.len(), 1, "{held:#?}");
    held.remove(0)
}

#[test]
fn a_value_that_does_not_fit_its_schema_is_left_out_of_a_merge_and_told() {
    let path = forged(stranger(), |parts| {
        parts.attribute(1, &schema("first-name"), json!({"value": "Grace"}));
        parts.attribute(2, &schema("email"), json!({"value": "no address"}));
        parts.attribute(3, &schema("company-name"), json!({"value": "Example Ltd"}));
        parts.attribute(4, "https://club.example/member.json", json!({"value": 5}));
        parts.attribute(5, &schema("last-name"), json!({"label": "two\nlines"}));
        parts.attribute(6, &schema("middle-name"), json!({"value": {"content": {"a": [1, 2]}}}));
        let missing = json!([{"mimeType": "image/jpeg", "size": 6, "content": "00".repeat(16)}]);
        parts.attribute(7, &schema("cv"), json!({ "value": missing }));
    });
    let to = fixture();
    let report = merge(&to, &path);
    let told = told(&report, MergedKind::Attribute);
    assert_eq!((told[0].0, told[0].1), ("First Name", MergeOutcome::Added));
    assert_eq!(told.len(), 7, "{told:#?}");
    for (name, outcome, reason) in &told[1..] {
        assert!(*outcome == MergeOutcome::LeftOut && !reason.is_empty(), "{name}: {outcome:?}, {reason:?}");
        assert!(!reason.contains("no address"), "what is refused is not repeated");
    }
    assert!(told[6].2.contains("missing from the backup"), "{told:#?}");
    assert_eq!(to.wallet.attributes().unwrap().iter().map(|one| one.summary.as_str()).collect::<Vec<_>>(), ["Grace"]);
}

#[test]
fn documents_are_what_their_bytes_say_and_are_called_like_files() {
    let (real, page, cut) = ("a1".repeat(16), "a2".repeat(16), "a3".repeat(16));
    let path = forged(stranger(), |parts| {
        parts.document(&real, "../../pass\u{202e}gpj.exe", "application/pdf", &jpeg(5));
        parts.document(&page, "page.jpg", "image/jpeg", b"<html><script>alert(1)</script></html>");
        parts.document(&cut, "cut.jpg", "image/jpeg", &jpeg(6)[..400]);
        let file = json!([{"mimeType": "application/pdf", "size": 1, "content": real}]);
        parts.attribute(1, &schema("cv"), json!({ "value": file }));
        let file = json!([{"mimeType": "image/jpeg", "size": 1, "content": page}]);
        parts.attribute(2, &schema("bank-statement"), json!({ "value": file }));
    });
    let to = fixture();
    let report = merge(&to, &path);
    let documents = told(&report, MergedKind::Document);
    assert_eq!(
        documents[0],
        ("passgpj.jpg", MergeOutcome::Added, "The file type in the backup was wrong. The correct type is image/jpeg.")
    );
    assert_eq!((documents[1].1, documents[2].1), (MergeOutcome::LeftOut, MergeOutcome::LeftOut), "{documents:#?}");
    assert!(documents[1].2.contains("A document must be a JPEG"), "{documents:#?}");
    let held = to.wallet.documents().unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!((held[0].name.as_str(), held[0].mime_type.as_str()), ("passgpj.jpg", "image/jpeg"));
    assert_eq!(held[0].removed, None, "what somebody says was taken out of it is not the wallet's word");
    let attributes = told(&report, MergedKind::Attribute);
    assert_eq!(attributes[0].1, MergeOutcome::Added, "{attributes:#?}");
    assert_eq!(attributes[1].1, MergeOutcome::LeftOut, "{attributes:#?}");
    let value = only(&to.wallet, "cv").value;
    assert_eq!((&value[0]["mimeType"], &value[0]["size"]), (&json!("image/jpeg"), &json!(jpeg(5).len())));
}

#[test]
fn a_value_gets_no_document_that_is_not_its_own() {
    let to = fixture();
    let held = to.wallet.add_document("mine.jpg", &mut jpeg(9).as_slice(), Metadata::Keep).unwrap().document;
    let (own, id) = (jpeg(7), "b1".repeat(16));
    let path = forged(stranger(), |parts| {
        let file = json!([{"mimeType": "image/jpeg", "size": held.size, "content": held.id}]);
        parts.attribute(1, &schema("cv"), json!({ "value": file }));
        parts.list("profiles.json").push(json!({"id": "c1".repeat(16), "number": 1, "name": "Other", "kind": "person",
            "created": "2026-01-30T18:00:00Z", "mainAccount": 1}));
        parts.document(&id, "theirs.jpg", "image/jpeg", &own);
        let file = json!([{"mimeType": "image/jpeg", "size": own.len(), "content": id}]);
        parts.attribute(2, &schema("cv"), json!({"value": file, "profile": 1}));
    });
    let report = merge(&to, &path);
    let attributes = told(&report, MergedKind::Attribute);
    assert!(attributes.iter().all(|(_, outcome, _)| *outcome == MergeOutcome::LeftOut), "{attributes:#?}");
    assert_eq!(attributes.len(), 2);
}

#[test]
fn a_schema_of_the_platform_or_none_at_all_is_left_out_and_a_sites_own_comes_with_its_values() {
    use MergeOutcome::{Added, AlreadyThere, LeftOut};

    let member = json!({"$id": "https://club.example/member.json", "title": "Member", "type": "integer"});
    let entry = |id: u8, url: &str, schema: &Value| json!({"id": format!("{id:032x}"), "url": url, "schema": schema, "site": "club", "fetched": "2026-01-30T18:00:00Z"});
    let path = forged(stranger(), |parts| {
        let schemas = parts.list("schemas.json");
        schemas.push(entry(1, "https://club.example/member.json", &member));
        schemas.push(entry(2, &schema("no-such-attribute"), &json!({"type": "string"})));
        schemas.push(entry(3, "https://club.example/none.json", &json!({"type": 5})));
        schemas.push(entry(4, "no address", &json!({"type": "string"})));
        schemas.push(entry(5, &schema("passport"), &json!({"type": "string"})));
        parts.attribute(1, "https://club.example/member.json", json!({"value": 5}));
        parts.attribute(2, "https://club.example/member.json", json!({"value": "five", "label": "x"}));
    });
    let to = fixture();
    let report = merge(&to, &path);
    let outcomes: Vec<_> = told(&report, MergedKind::Schema).iter().map(|one| one.1).collect();
    assert_eq!(outcomes, [Added, LeftOut, LeftOut, LeftOut, AlreadyThere], "{report:#?}");
    let outcomes: Vec<_> = told(&report, MergedKind::Attribute).iter().map(|one| one.1).collect();
    assert_eq!(outcomes, [Added, LeftOut]);
    assert_eq!(to.wallet.attributes().unwrap()[0].title, "Member");
    assert_eq!(merge(&to, &path).items.iter().filter(|item| item.outcome == Added).count(), 0, "twice is once");
}

#[test]
fn a_backup_is_not_believed_who_verified_or_entered_a_value() {
    let verified = json!({"type": "verified", "by": "the State” and by “you", "at": "2025-01-01T00:00:00Z"});
    let change = |parts: &mut Parts| {
        parts.attribute(1, &schema("first-name"), json!({ "provenance": verified }));
        parts.attribute(2, &schema("last-name"), json!({"value": "Example"}));
    };
    let path = forged(stranger(), change);
    let to = fixture();
    merge(&to, &path);
    let first = only(&to.wallet, "first-name");
    let says = ", which says that it was verified by “the State' and by 'you” on 2025-01-01";
    assert!(
        first.provenance.starts_with("imported from the backup of 20") && first.provenance.ends_with(says),
        "{first:?}"
    );
    assert!(matches!(
        &first.origin,
        OriginView::Imported { source: SourceView::Backup, claims: Some(claim), .. } if claim.by.starts_with("the State")
    ));
    let last = only(&to.wallet, "last-name");
    assert!(matches!(&last.origin, OriginView::Imported { claims: None, .. }), "nor was it entered here: {last:?}");

    // Exported and imported again, it is still what a file says.
    let mut file = Vec::new();
    to.wallet.export_data(&mut file, &idw_wallet::ExportSelection::default()).unwrap().placed().unwrap();
    let options = idw_wallet::ImportOptions {
        dry_run: false,
        on_conflict: idw_wallet::OnConflict::Skip,
        from: "verified by the State.json".to_owned(),
        metadata: Metadata::Keep,
    };
    let third = fixture();
    third.wallet.import_data(&mut file.as_slice(), &options).unwrap();
    let first = only(&third.wallet, "first-name");
    assert!(first.provenance.starts_with("imported from the file “verified by the State.json” on "), "{first:?}");
    assert!(first.provenance.contains(", which says that it was verified by “the State"), "{first:?}");

    // A restored wallet cannot know it either; what its owner entered it takes as that.
    let dir = tempfile::tempdir().unwrap();
    let (restored, report) = restore(&dir.path().join("vault"), &path).unwrap();
    assert!(only(&restored, "first-name").provenance.ends_with(says));
    assert_eq!(only(&restored, "last-name").provenance, "entered by you");
    let remarks: Vec<_> = report.remarks.iter().map(|one| (said_if_any(&one.name), one.outcome)).collect();
    assert_eq!(remarks, [("First Name", RemarkOutcome::Corrected)]);

    // The owner's own backup says what the wallet said.
    let own = forged(fixture(), change);
    let to = fixture();
    merge(&to, &own);
    assert_eq!(only(&to.wallet, "last-name").provenance, "entered by you");
}

#[test]
fn a_restore_keeps_all_that_is_the_users_and_puts_right_what_misleads() {
    use MergedKind::{Attribute, Document, Profile, Schema};
    use RemarkOutcome::{Corrected, Kept, LeftOut};

    let id = "d1".repeat(16);
    let path = forged(stranger(), |parts| {
        parts.attribute(1, &schema("email"), json!({"value": "no address", "label": "wo\u{202e}rk\n"}));
        parts.attribute(2, "https://club.example/member.json", json!({"value": 5}));
        parts.document(&id, "a/b\u{202e}.jpg", "application/pdf", &jpeg(5));
        let strange = "d2".repeat(16);
        parts.document(&strange, "notes.txt", "image/jpeg", b"plain text");
        let file = json!([{"mimeType": "application/pdf", "size": 1, "content": id}]);
        parts.attribute(3, &schema("cv"), json!({ "value": file }));
        parts.list("profiles.json")[0]["name"] = json!("per\u{202e}sonal");
        parts.json("wallet.json")["nextAccount"] = json!(u32::MAX);
        parts.list("schemas.json").push(json!({"id": "d3".repeat(16), "url": schema("passport"), "schema": {},
            "site": "x", "fetched": "2026-01-30T18:00:00Z"}));
    });
    let dir = tempfile::tempdir().unwrap();
    let (wallet, report) = restore(&dir.path().join("vault"), &path).unwrap();
    let remarks: Vec<_> = report.remarks.iter().map(|one| (one.kind, said_if_any(&one.name), one.outcome)).collect();
    let passport = schema("passport");
    assert_eq!(
        remarks,
        [
            (Document, "b.jpg", Corrected),
            (Document, "b.jpg", Corrected),
            (Document, "notes.txt", Corrected),
            (Profile, "personal", Corrected),
            (Schema, passport.as_str(), LeftOut),
            (Attribute, "Email", Corrected),
            (Attribute, "Email", Kept),
            (Attribute, "https://club.example/member.json", Kept),
        ]
    );
    assert_eq!(wallet.attributes().unwrap().len(), 3, "nothing of the user's is lost");
    let email = only(&wallet, "email");
    assert_eq!((email.label.as_deref(), &email.value), (Some("work"), &json!("no address")));
    assert_eq!(only(&wallet, "cv").value[0]["mimeType"], "image/jpeg");
    let types: Vec<_> = wallet.documents().unwrap().into_iter().map(|one| one.mime_type).collect();
    assert_eq!(types.len(), 2);
    assert!(types.contains(&"application/octet-stream".to_owned()) && types.contains(&"image/jpeg".to_owned()));
    wallet.new_account(Some("another")).unwrap();
    let again = Fixture { dir: tempfile::tempdir().unwrap(), wallet };
    let password = Password::from("another");
    let path = again.dir.path().join("again.backup");
    again.wallet.backup_to(&path, &password, &Password::from(PASSPHRASE), &OPTIONS, &go_on).unwrap();
    test(&path).unwrap();
}

#[test]
fn what_a_backup_puts_into_a_removed_profile_comes_into_no_other() {
    let path = forged(stranger(), |parts| {
        parts.list("profiles.json").push(json!({"id": "e1".repeat(16), "number": 7, "name": "gone", "kind": "person",
            "created": "2026-01-30T18:00:00Z", "mainAccount": 4_294_967_295_u32, "removed": "2026-01-30T19:00:00Z"}));
        parts.attribute(1, &schema("first-name"), json!({"profile": 7}));
        parts.document(&"e2".repeat(16), "a.jpg", "image/jpeg", &jpeg(3));
        let documents = parts.list("documents.json");
        documents[0]["profile"] = json!(7);
    });
    let to = fixture();
    let report = merge(&to, &path);
    assert_eq!(told(&report, MergedKind::Attribute)[0].1, MergeOutcome::LeftOut);
    assert_eq!(told(&report, MergedKind::Document)[0].1, MergeOutcome::LeftOut);
    assert!(to.wallet.attributes().unwrap().is_empty() && to.wallet.documents().unwrap().is_empty());
    to.wallet.new_account(Some("next")).unwrap();
    to.wallet.add_profile("Next", idw_wallet::view::ProfileKind::Person).unwrap();
}

#[test]
fn numbers_that_nobody_counts_on_from_end_no_wallet() {
    let profile = |number: u32| {
        json!({"id": "f1".repeat(16), "number": number, "name": "x\u{202e}y", "kind": "person",
            "created": "2026-01-30T18:00:00Z", "mainAccount": 1})
    };
    let to = fixture();
    let path = forged(stranger(), |parts| parts.list("profiles.json").push(profile(0x7FFF_FFFF)));
    assert_eq!(told(&merge(&to, &path), MergedKind::Profile)[1].0, "xy");
    to.wallet.add_profile("after", idw_wallet::view::ProfileKind::Person).unwrap();
    let names: Vec<_> = to.wallet.profiles().unwrap().into_iter().map(|profile| profile.name).collect();
    assert_eq!(names, ["personal", "after", "xy"]);
    test(&back_up(&to).0).unwrap();
    let refused = |change: &dyn Fn(&mut Parts)| {
        let path = forged(stranger(), change);
        assert!(matches!(test(&path), Err(RestoreError::Content { .. })));
    };
    refused(&|parts| parts.list("profiles.json").push(profile(u32::MAX)));
    refused(&|parts| parts.json("activity.json")["log"]["number"] = json!(u64::MAX));
}

/// What nests as deeply as a backup can hold comes in, and the next backup holds it too.
#[test]
fn a_value_that_is_nested_deeply_comes_in_or_is_refused_with_its_backup() {
    let path = |depth: usize| {
        let nested = (0..depth).fold(json!(1), |inner, _| json!([inner]));
        forged(stranger(), |parts| {
            parts.list("schemas.json").push(json!({"id": "a5".repeat(16), "url": "https://club.example/deep.json",
                "schema": {"title": "Deep", "type": "array"}, "site": "club", "fetched": "2026-01-30T18:00:00Z"}));
            parts.attribute(1, "https://club.example/deep.json", json!({ "value": nested }));
        })
    };
    let report = merge(&fixture(), &path(125));
    assert_eq!(told(&report, MergedKind::Attribute), [("Deep", MergeOutcome::Added, "")]);
    match test(&path(126)) {
        Err(RestoreError::Content { what }) => assert!(said_if_any(&what).contains("attributes.json"), "{what:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_merge_of_a_backup_without_a_recovery_phrase_leaves_a_wallet_that_can_be_backed_up() {
    let from = stranger();
    from.wallet.new_account(Some("second")).unwrap();
    from.wallet.set_attribute(text("first-name", "Grace")).unwrap();
    let path = forged(from, |parts| parts.json("wallet.json")["recoveryPhrase"] = Value::Null);
    let to = fixture();
    let report = merge(&to, &path);
    let accounts = told(&report, MergedKind::Account);
    assert_eq!(accounts.len(), 2, "{accounts:#?}");
    for (name, outcome, _) in accounts {
        assert_eq!(outcome, MergeOutcome::LeftOut, "{name}: this wallet's phrase does not make it");
    }
    assert_eq!(to.wallet.accounts().unwrap().len(), 1, "the wallet's own");
    assert_eq!(only(&to.wallet, "first-name").value, "Grace");
}

#[test]
fn the_users_own_documents_and_values_pass_as_they_are() {
    let from = stranger();
    from.wallet.set_attribute(passport(1)).unwrap();
    from.wallet.set_attribute(SetAttribute { label: Some("work".to_owned()), ..text("email", "a@b.example") }).unwrap();
    let (path, _) = back_up(&from);
    let to = fixture();
    let report = merge(&to, &path);
    assert!(report.items.iter().all(|item| item.outcome != MergeOutcome::LeftOut), "{report:#?}");
    assert_eq!(only(&to.wallet, "passport").documents.len(), 2);
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(restore(&dir.path().join("vault"), &path).unwrap().1.remarks, []);
    assert!(fs::metadata(&path).unwrap().len() > 0);
}
