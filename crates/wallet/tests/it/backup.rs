use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use idw_wallet::{
    BackupError, BackupFile, BackupOptions, BackupProgress, BackupReport, BackupStep, CreateOptions, IfNeeded,
    ImportedKey, KdfCost, MergeMode, MergeOutcome, MergeReport, MergedKind, Metadata, Password, Problem, RestoreError,
    SetAttribute, Wallet, view::ProfileKind,
};

use crate::{Fixture, fixture, jpeg, passport, password, said_if_any, text};

const OPTIONS: BackupOptions = BackupOptions { overwrite: false, cost: KdfCost::Floor };

fn passphrase() -> Password {
    Password::from("the passphrase of the backup")
}

fn go_on(_: BackupProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn back_up(fixture: &Fixture) -> (PathBuf, BackupReport) {
    let path = fixture.dir.path().join("ada.age");
    let report = fixture.wallet.backup_to(&path, &password(), &passphrase(), &OPTIONS, &go_on).unwrap();
    (path, report)
}

fn restore(dir: &Path, path: &Path) -> Result<(Wallet, BackupReport), RestoreError> {
    let file = BackupFile::open(path)?;
    Wallet::restore_backup(dir, &file, &passphrase(), &Password::from("another"), KdfCost::Floor, &go_on)
}

fn tested(path: &Path) -> BackupReport {
    Wallet::check_backup(&BackupFile::open(path).unwrap(), &passphrase(), &go_on).unwrap()
}

fn merge(wallet: &Wallet, path: &Path) -> MergeReport {
    let before = wallet.activity().unwrap().len();
    let file = BackupFile::open(path).unwrap();
    let dry = wallet.merge_backup(&file, &passphrase(), MergeMode::Try, &go_on).unwrap();
    assert_eq!(wallet.activity().unwrap().len(), before, "a dry run changes nothing");
    let done = wallet.merge_backup(&file, &passphrase(), MergeMode::Merge, &go_on).unwrap();
    assert_eq!(dry.items, done.items, "a dry run tells what happens");
    assert!(wallet.verify_activity().unwrap().intact);
    done
}

/// What became of the things of a kind.
fn outcomes(report: &MergeReport, kind: MergedKind) -> Vec<(&str, MergeOutcome)> {
    let items = report.items.iter().filter(|item| item.kind == kind);
    items.map(|item| (said_if_any(&item.name), item.outcome)).collect()
}

/// A wallet with something of everything that needs no site.
fn furnished() -> Fixture {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.set_attribute(text("first-name", "Ada")).unwrap();
    wallet.set_attribute(SetAttribute { label: Some("work".to_owned()), ..text("email", "a@b.example") }).unwrap();
    wallet.set_attribute(passport(1)).unwrap();
    wallet.add_document("alone.jpg", &mut jpeg(77).as_slice(), Metadata::Keep).unwrap();
    let key = ImportedKey::RawHex("42".repeat(32).into());
    wallet.import_account(Some("imported"), key).unwrap();
    wallet.new_account(Some("second")).unwrap();
    wallet.add_profile("Ltd", ProfileKind::Company).unwrap();
    wallet.add_profile("gone", ProfileKind::Person).unwrap();
    wallet.remove_profile("gone", IfNeeded::Remove).unwrap();
    fixture
}

/// All that a shell can list, of every profile.
fn everything(wallet: &Wallet) -> Vec<String> {
    let mut all = vec![format!("{:#?}", wallet.profiles().unwrap())];
    for profile in wallet.profiles().unwrap() {
        let wallet = wallet.in_profile(&profile.name).unwrap();
        all.push(format!("{:#?}", wallet.accounts().unwrap()));
        all.push(format!("{:#?}", wallet.attributes().unwrap()));
        all.push(format!("{:#?}", wallet.sites().unwrap()));
        all.push(format!("{:#?}", wallet.applications().unwrap()));
        for document in wallet.documents().unwrap() {
            let mut bytes = Vec::new();
            wallet.export_document(&document.id, &mut bytes).unwrap().placed().unwrap();
            all.push(format!("{document:#?} {}", bytes.len()));
        }
    }
    all
}

#[test]
fn everything_comes_back_as_it_was() {
    let from = furnished();
    let (path, report) = back_up(&from);
    let log = from.wallet.activity().unwrap();
    let before = everything(&from.wallet);
    assert_eq!((report.attributes, report.documents, report.accounts), (3, 3, 4));
    assert_eq!(report.profiles, ["personal", "Ltd"]);
    assert_eq!(report.activity, log.len() as u64);
    assert_eq!(tested(&path), report, "a test says what creating said");

    let dir = tempfile::tempdir().unwrap();
    let (wallet, restored) = restore(&dir.path().join("new/vault"), &path).unwrap();
    assert_eq!(restored, report);
    let after = wallet.activity().unwrap();
    assert_eq!(after[..log.len()], log, "the log is the same, and has one more entry");
    assert_eq!(after[log.len()..].iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>(), ["backupRestored"]);
    assert!(wallet.verify_activity().unwrap().intact, "its chain goes on");
    assert!(wallet.verify_vault(&|_| {}).unwrap().intact);
    assert_eq!(everything(&wallet), before);
    assert_eq!(fs::read_dir(dir.path().join("new")).unwrap().count(), 1, "nothing is left beside it");
    // The counters come along: a removed account's or profile's key is given to no new one.
    let next = |wallet: &Wallet| wallet.new_account(Some("third")).unwrap().address;
    assert_eq!(next(&wallet), next(&from.wallet));
}

#[test]
fn a_damaged_document_keeps_nothing_else_out() {
    let from = furnished();
    let documents = from.wallet.documents().unwrap();
    let file = from.dir.path().join("vault/documents").join(&documents[1].id);
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let (path, report) = back_up(&from);
    assert_eq!(report.left_out, [documents[1].name.clone()]);
    assert_eq!(report.documents, documents.len() as u64 - 1);
    assert_eq!(tested(&path).documents, report.documents);
    // What does not even begin to be read: emptied, and removed while the vault is open.
    fs::remove_file(&path).unwrap();
    let file = |at: usize| from.dir.path().join("vault/documents").join(&documents[at].id);
    fs::write(file(0), b"").unwrap();
    fs::remove_file(file(2)).unwrap();
    let (path, report) = back_up(&from);
    assert_eq!((report.left_out.len(), report.documents), (3, 0));
    assert_eq!(tested(&path).attributes, report.attributes);
}

#[test]
fn a_merge_mends_documents_that_are_damaged_or_gone() {
    let from = furnished();
    let (path, _) = back_up(&from);
    let before = everything(&from.wallet);
    let documents = from.wallet.documents().unwrap();
    let file = |at: usize| from.dir.path().join("vault/documents").join(&documents[at].id);
    let mut bytes = fs::read(file(0)).unwrap();
    bytes[0] ^= 1;
    fs::write(file(0), bytes).unwrap();
    fs::remove_file(file(1)).unwrap();
    let report = merge(&from.wallet, &path);
    let mended =
        outcomes(&report, MergedKind::Document).into_iter().filter(|(_, outcome)| *outcome == MergeOutcome::Added);
    assert_eq!(mended.count(), 2, "{report:#?}");
    assert_eq!(everything(&from.wallet), before);
    assert!(from.wallet.verify_vault(&|_| {}).unwrap().intact);
    fs::remove_file(&path).unwrap();
    assert_eq!(back_up(&from).1.left_out, Vec::<String>::new());
}

#[test]
fn wrong_passphrases_and_damage_are_told_apart_and_leave_nothing() {
    let from = furnished();
    let (path, _) = back_up(&from);
    let bytes = fs::read(&path).unwrap();
    let dir = from.dir.path().join("restored");
    let check = |bytes: &[u8], passphrase: &str, problem: Problem, says: &str| {
        let path = from.dir.path().join("copy.age");
        fs::write(&path, bytes).unwrap();
        let passphrase = Password::from(passphrase);
        let file = BackupFile::open(&path).unwrap();
        let tested = Wallet::check_backup(&file, &passphrase, &go_on).unwrap_err();
        let password = Password::from("another");
        let restored = Wallet::restore_backup(&dir, &file, &passphrase, &password, KdfCost::Floor, &go_on).unwrap_err();
        let entries = from.wallet.activity().unwrap().len();
        let merged = from.wallet.merge_backup(&file, &passphrase, MergeMode::Merge, &go_on).unwrap_err();
        assert_eq!(from.wallet.activity().unwrap().len(), entries);
        for error in [tested, restored, merged] {
            assert_eq!(error.problem(), problem, "{error}");
            assert!(error.to_string().contains(says), "{error}");
        }
        assert!(!dir.exists());
    };
    let right = "the passphrase of the backup";
    check(&bytes, "the passphrase of the backdoor", Problem::WrongPassword, "not the passphrase");
    check(&bytes[..bytes.len() - 70_000], right, Problem::Damaged, "cut short");
    let mut changed = bytes.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 4;
    check(&changed, right, Problem::Damaged, "damaged");
    check(b"something else", right, Problem::Usage, "no backup");
    let longer: Vec<u8> =
        bytes.iter().flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] }).collect();
    check(&longer, right, Problem::Damaged, "line ends");
    let left: Vec<_> = fs::read_dir(from.dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "the vault, the backup and its copy: {left:?}");
}

/// Also where the second comes from another process: the lock is the same.
#[test]
fn a_second_restore_into_the_same_folder_is_refused_and_harms_nothing() {
    let from = furnished();
    let (path, report) = back_up(&from);
    let dir = from.dir.path().join("new/vault");
    let refused = AtomicU64::new(0);
    let options = || CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let meanwhile = |progress: BackupProgress| {
        if progress.step == BackupStep::Saving {
            assert!(!Wallet::exists(&dir), "it counts only when it is whole");
            let again = restore(&dir, &path).unwrap_err();
            assert_eq!(again.problem(), Problem::InUse, "{again}");
            let created = Wallet::create(&dir, &password(), options()).unwrap_err();
            assert_eq!(created.problem(), Problem::InUse, "{created}");
            refused.fetch_add(1, Ordering::Relaxed);
        }
        ControlFlow::Continue(())
    };
    let file = BackupFile::open(&path).unwrap();
    let another = Password::from("another");
    let (wallet, restored) =
        Wallet::restore_backup(&dir, &file, &passphrase(), &another, KdfCost::Floor, &meanwhile).unwrap();
    assert_eq!(refused.into_inner(), 1);
    assert_eq!(restored, report);
    assert_eq!(everything(&wallet), everything(&from.wallet));
    assert!(wallet.verify_vault(&|_| {}).unwrap().intact);
    drop(wallet);
    assert!(matches!(restore(&dir, &path), Err(RestoreError::VaultExists { .. })));
}

#[test]
fn a_restore_into_a_folder_where_a_vault_is_being_made_or_used_is_refused() {
    let from = fixture();
    let (path, _) = back_up(&from);
    let dir = from.dir.path().join("new");
    let begun = idw_vault::Vault::begin(&dir, &password(), KdfCost::Floor).unwrap();
    let refused = restore(&dir, &path).unwrap_err();
    assert_eq!(refused.problem(), Problem::InUse, "{refused}");
    let (vault, unfinished) = begun;
    drop(vault);
    drop(unfinished);
    assert!(!dir.exists(), "what was given up leaves nothing");
    restore(&dir, &path).unwrap();
}

/// A mount point, a link, a folder that somebody has made already: wherever a new vault can be made.
#[cfg(unix)]
#[test]
fn a_restore_goes_wherever_a_new_vault_goes() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let from = furnished();
    let (path, _) = back_up(&from);
    let root = from.dir.path();
    let empty = root.join("empty");
    fs::create_dir(&empty).unwrap();
    let number = fs::metadata(&empty).unwrap().ino();
    let link = root.join("link");
    std::os::unix::fs::symlink(&empty, &link).unwrap();
    drop(restore(&link, &path).unwrap());
    assert_eq!(fs::metadata(&empty).unwrap().ino(), number, "a mount point cannot be replaced by another folder");
    assert!(link.is_symlink() && Wallet::exists(&empty));

    let deep = root.join("a/b/vault");
    drop(restore(&deep, &path).unwrap());
    for made in ["a", "a/b", "a/b/vault"] {
        assert_eq!(fs::metadata(root.join(made)).unwrap().permissions().mode() & 0o777, 0o700, "{made}");
    }

    let nowhere = root.join("nowhere");
    std::os::unix::fs::symlink(root.join("none"), &nowhere).unwrap();
    let refused = restore(&nowhere, &path).unwrap_err();
    assert!(nowhere.is_symlink() && !root.join("none").exists(), "{refused}");
}

#[test]
fn a_backup_asks_for_the_password_and_replaces_nothing_unasked() {
    let from = fixture();
    let (path, _) = back_up(&from);
    let bytes = fs::read(&path).unwrap();
    let make = |password: &Password, passphrase: &Password, options: &BackupOptions| {
        from.wallet.backup_to(&path, password, passphrase, options, &go_on)
    };
    let again = BackupOptions { overwrite: true, ..OPTIONS };
    assert_eq!(make(&Password::from("wrong"), &passphrase(), &again).unwrap_err().problem(), Problem::WrongPassword);
    assert!(matches!(make(&password(), &Password::from(""), &again), Err(BackupError::EmptyPassphrase)));
    assert_eq!(make(&password(), &passphrase(), &OPTIONS).unwrap_err().problem(), Problem::Exists);
    assert!(fs::read(&path).unwrap() == bytes);
    make(&password(), &passphrase(), &again).unwrap();
    assert!(fs::read(&path).unwrap() != bytes);
    match restore(&from.dir.path().join("vault"), &path) {
        Err(RestoreError::VaultExists { .. }) => {}
        other => panic!("{other:?}"),
    }
    fs::create_dir(from.dir.path().join("full")).unwrap();
    fs::write(from.dir.path().join("full/file"), "mine").unwrap();
    assert!(matches!(restore(&from.dir.path().join("full"), &path), Err(RestoreError::NotEmpty { .. })));
    fs::create_dir(from.dir.path().join("empty")).unwrap();
    restore(&from.dir.path().join("empty"), &path).unwrap();
}

#[test]
fn the_last_backup_is_remembered() {
    let from = fixture();
    let standing = || from.wallet.backup_standing().unwrap();
    assert_eq!((standing().last, standing().due), (None, false), "there is nothing to lose yet");
    from.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    assert!(standing().due);
    let path = from.dir.path().join("ada.age");
    let wrong = Password::from("wrong");
    from.wallet.backup_to(&path, &wrong, &passphrase(), &OPTIONS, &go_on).unwrap_err();
    assert_eq!(standing().last, None, "one that failed does not count");
    let (path, report) = back_up(&from);
    assert!(standing().last.is_some_and(|last| last >= report.created), "{:?}", standing());
    assert!(!standing().due);

    let dir = tempfile::tempdir().unwrap();
    let (restored, _) = restore(&dir.path().join("vault"), &path).unwrap();
    assert_eq!(restored.backup_standing().unwrap().last, Some(report.created), "the backup it came from is one");
}

#[test]
fn cancelling_at_any_report_leaves_nothing() {
    let from = furnished();
    let path = from.dir.path().join("ada.age");
    let told = AtomicU64::new(0);
    let count = |progress: BackupProgress| {
        assert!(progress.total == 0 || progress.done <= progress.total, "{progress:?}");
        told.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    from.wallet.backup_to(&path, &password(), &passphrase(), &OPTIONS, &count).unwrap();
    let reports = told.swap(0, Ordering::Relaxed);
    let at = |report: u64| {
        let told = AtomicU64::new(0);
        move |_| if told.fetch_add(1, Ordering::Relaxed) == report { ControlFlow::Break(()) } else { go_on_now() }
    };
    for report in 0..reports {
        let other = from.dir.path().join("other.age");
        let cancelled = from.wallet.backup_to(&other, &password(), &passphrase(), &OPTIONS, &at(report)).unwrap_err();
        assert!(cancelled.is_cancelled(), "{cancelled}");
    }
    let (dir, file) = (from.dir.path().join("restored"), BackupFile::open(&path).unwrap());
    for report in 0..reports {
        let cancelled = Wallet::restore_backup(&dir, &file, &passphrase(), &password(), KdfCost::Floor, &at(report));
        assert!(cancelled.unwrap_err().is_cancelled());
    }
    assert!(reports >= 4, "{reports}");
    assert_eq!(fs::read_dir(from.dir.path()).unwrap().count(), 2, "the vault and the one backup");
}

fn go_on_now() -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn what_was_added_while_it_is_written_is_in_the_next_one() {
    let from = furnished();
    let path = from.dir.path().join("ada.age");
    let on = |progress: BackupProgress| {
        if progress.step == BackupStep::Writing && progress.done == 0 {
            from.wallet.set_attribute(text("last-name", "Example")).unwrap();
        }
        ControlFlow::Continue(())
    };
    let report = from.wallet.backup_to(&path, &password(), &passphrase(), &OPTIONS, &on).unwrap();
    assert_eq!(report.attributes, 3);
    assert_eq!(from.wallet.attributes().unwrap().len(), 4, "and the write was not lost");
    let tested = tested(&path);
    assert!(tested.activity_intact, "{tested:?}");
    assert_eq!(
        merge(&from.wallet, &path).items.iter().filter(|item| item.outcome != MergeOutcome::AlreadyThere).count(),
        0
    );
}

/// Reading takes long: nobody waits for it, and what was added meanwhile does not come in again.
#[test]
fn the_wallet_can_be_changed_while_a_backup_is_read_into_it() {
    let from = furnished();
    let (path, _) = back_up(&from);
    let (file, to) = (BackupFile::open(&path).unwrap(), fixture());
    let told = AtomicU64::new(0);
    let on = |progress: BackupProgress| {
        if progress.step == BackupStep::Reading && told.fetch_add(1, Ordering::Relaxed) == 0 {
            to.wallet.set_attribute(text("first-name", "Ada")).unwrap();
        }
        ControlFlow::Continue(())
    };
    let report = to.wallet.merge_backup(&file, &passphrase(), MergeMode::Merge, &on).unwrap();
    assert!(
        outcomes(&report, MergedKind::Attribute).contains(&("First Name", MergeOutcome::AlreadyThere)),
        "{report:?}"
    );
    assert_eq!(to.wallet.attributes().unwrap().len(), 3);
    assert!(to.wallet.verify_vault(&|_| {}).unwrap().intact, "nothing is left of what was staged in vain");
}

/// What was tried is merged, also where its path leads to another file by then.
#[test]
fn an_opened_backup_stays_the_one_that_was_opened() {
    let from = furnished();
    let (path, report) = back_up(&from);
    let file = BackupFile::open(&path).unwrap();
    fs::rename(&path, from.dir.path().join("moved.age")).unwrap();
    fs::write(&path, "something else").unwrap();
    assert_eq!(Wallet::check_backup(&file, &passphrase(), &go_on).unwrap(), report);
    let to = fixture();
    to.wallet.merge_backup(&file, &passphrase(), MergeMode::Merge, &go_on).unwrap();
    assert_eq!(to.wallet.attributes().unwrap().len(), 3, "and is read from its beginning each time");
}

#[test]
fn merging_ones_own_backup_changes_nothing() {
    let from = furnished();
    let (path, _) = back_up(&from);
    let before = everything(&from.wallet);
    let entries = from.wallet.activity().unwrap().len();
    let report = merge(&from.wallet, &path);
    assert!(report.items.iter().all(|item| item.outcome == MergeOutcome::AlreadyThere), "{report:#?}");
    assert_eq!(from.wallet.activity().unwrap().len(), entries, "and is not worth an entry in the log");
    assert_eq!(everything(&from.wallet), before);
}

#[test]
fn a_merge_adds_what_is_missing_and_replaces_nothing() {
    use MergeOutcome::{Added, AddedBeside, AlreadyThere, Kept};

    let from = furnished();
    let (path, report) = back_up(&from);
    let dir = tempfile::tempdir().unwrap();
    let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let (wallet, _) = Wallet::create(&dir.path().join("vault"), &password(), options).unwrap();
    wallet.set_attribute(text("first-name", "Grace")).unwrap();
    wallet.add_document("same bytes.jpg", &mut jpeg(77).as_slice(), Metadata::Keep).unwrap();
    let main = wallet.account(None).unwrap();

    let merged = merge(&wallet, &path);
    assert_eq!(outcomes(&merged, MergedKind::RecoveryPhrase), [("Recovery phrase", Kept)]);
    assert_eq!(outcomes(&merged, MergedKind::Profile), [("personal", AlreadyThere), ("Ltd", Added)]);
    let mut accounts = outcomes(&merged, MergedKind::Account);
    accounts.sort_unstable_by_key(|(name, _)| *name);
    assert_eq!(accounts, [("imported", Added), ("main", Added), ("main 2", AddedBeside), ("second", Added)]);
    let mut attributes = outcomes(&merged, MergedKind::Attribute);
    attributes.sort_unstable_by_key(|(name, _)| *name);
    assert_eq!(attributes.iter().map(|(_, outcome)| *outcome).collect::<Vec<_>>(), [Added, AddedBeside, Added]);
    let documents = outcomes(&merged, MergedKind::Document);
    assert_eq!(documents.iter().filter(|(_, outcome)| *outcome == AlreadyThere).count(), 1, "{documents:?}");
    assert_eq!(outcomes(&merged, MergedKind::ActivityLog).len(), 1);

    assert_eq!(wallet.account(None).unwrap(), main, "the main account is the wallet's");
    let names = wallet.attribute("first-name").unwrap();
    assert_eq!(names.iter().map(|one| one.value.as_str().unwrap()).collect::<Vec<_>>(), ["Grace", "Ada"]);
    assert!(names[0].is_default && !names[1].is_default);
    let passport = &wallet.attribute("passport").unwrap()[0];
    assert_eq!(passport.documents.len(), 2, "documents are found by their ids here");
    assert_eq!(wallet.imported_activity().unwrap().len() as u64, report.activity);
    let log = wallet.activity().unwrap();
    assert_eq!(log.last().unwrap().kind, "backupMerged");

    // Keys that the backup's phrase made act as before, and a backup of all this comes back.
    let second = from.wallet.account(Some("second")).unwrap();
    assert_eq!(wallet.account(Some("second")).unwrap().address, second.address);
    let form = idw_wallet::ExportAs::RawKey;
    let key = wallet.export_account("second", &password(), form).unwrap();
    let form = idw_wallet::ExportAs::RawKey;
    assert_eq!(key.expose_text(), from.wallet.export_account("second", &password(), form).unwrap().expose_text());
    let again = dir.path().join("again.age");
    wallet.backup_to(&again, &password(), &passphrase(), &OPTIONS, &go_on).unwrap();
    let (restored, _) = restore(&dir.path().join("restored"), &again).unwrap();
    assert_eq!(restored.imported_activity().unwrap(), wallet.imported_activity().unwrap());
    assert!(restored.verify_activity().unwrap().intact);
    assert_eq!(merge(&wallet, &path).items.iter().filter(|item| item.outcome == Added).count(), 0, "twice is once");
}

#[test]
fn a_backup_that_is_not_placed_leaves_the_one_before_and_its_date() {
    let (from, folder) = (crate::fixture(), tempfile::tempdir().unwrap());
    let path = folder.path().join("b.backup");
    let write = |from: &Fixture| {
        let options = BackupOptions { overwrite: true, ..OPTIONS };
        from.wallet.write_backup(&path, &password(), &passphrase(), &options, &go_on).unwrap()
    };
    drop(write(&from));
    assert!(!path.exists() && from.wallet.backup_standing().unwrap().last.is_none());
    write(&from).place().unwrap();
    let (first, last) = (fs::read(&path).unwrap(), from.wallet.backup_standing().unwrap().last);
    assert!(last.is_some());
    drop(write(&from));
    assert!(fs::read(&path).unwrap() == first, "the file is the one before");
    assert_eq!(from.wallet.backup_standing().unwrap().last, last);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
}
