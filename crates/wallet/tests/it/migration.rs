//! A vault and a backup of the version before sites named their protocol and digests were keyed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use idw_vault::{Batch, Vault};
use idw_wallet::{
    ActivityFormat, BackupFile, KdfCost, MergeMode, Metadata, Password, SetAttribute, Wallet,
    view::{NoticeView, ProfileKind},
};
use idw_words::Language;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{before_rules::copy, jpeg, password};

const DISK: &str = "IDW_WALLET_TEST_SMALL_DISK";
const PHASE: &str = "IDW_WALLET_TEST_SMALL_DISK_PHASE";

/// What a digest begins with from now on.
const KEYED: &str = "hmac-sha256:";

fn vectors() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/wallet"))
}

/// What the program of before said is in it.
fn about() -> Value {
    serde_json::from_slice(&fs::read(vectors().join("v2.json")).unwrap()).unwrap()
}

/// A copy of the vault, as unlocking it writes to it.
fn copied(to: &Path) -> PathBuf {
    let vault = to.join("vault");
    copy(&vectors().join("v2/vault"), &vault);
    vault
}

fn opened(vault: &Path) -> Wallet {
    Wallet::open(vault).unwrap().unlock(&password()).map_err(|(_, error)| error).unwrap()
}

fn header_version(vault: &Path) -> [u8; 2] {
    ["vault.header", "vault.header.2"].map(|name| fs::read(vault.join(name)).unwrap()[9])
}

/// Without digests, which are others now, what depends on the day, and what views have gained since.
fn lasting(value: &impl Serialize) -> Value {
    fn drop_others(value: &mut Value) {
        match value {
            Value::Object(members) => {
                // Of what was sent, the program of before did not say whether it was required.
                if members.contains_key("digest") {
                    members.remove("required");
                }
                // Titles were followed by the site's words.
                if let Some(Value::String(title)) = members.get_mut("title") {
                    *title = title.split(" (“").next().unwrap_or_default().to_owned();
                }
                // An entry of the log held a finished sentence.
                if members.contains_key("sent") && members.contains_key("number") {
                    members.remove("text");
                }
                // An application's state was said in English.
                if members.contains_key("step") && members.contains_key("template") {
                    members.remove("text");
                }
                // Nor had a site an id for shells.
                if members.contains_key("keyRule") {
                    members.remove("id");
                }
                for name in [
                    "digest",
                    "daysLeft",
                    "expiry",
                    "expired",
                    "lacks",
                    "askedAs",
                    "fromSite",
                    "which",
                    "offers",
                    "siteId",
                    "items",
                    "needsAnswer",
                ] {
                    members.remove(name);
                }
                members.values_mut().for_each(drop_others);
            }
            Value::Array(items) => items.iter_mut().for_each(drop_others),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(value).unwrap();
    drop_others(&mut value);
    value
}

fn digests(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let own = members.get("digest").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(members.values().flat_map(digests)).collect()
        }
        Value::Array(items) => items.iter().flat_map(digests).collect(),
        _ => Vec::new(),
    }
}

/// Everything that the program of before listed is listed now.
fn check_all_is_there(wallet: &Wallet, whence: &str) {
    let about = about();
    let same = |found: Value, what: &str| assert_eq!(found, lasting(&about[what]), "{what} of {whence}");
    same(lasting(&wallet.sites().unwrap()), "sites");
    same(lasting(&wallet.attributes().unwrap()), "attributes");
    same(lasting(&wallet.documents().unwrap()), "documents");
    same(lasting(&wallet.applications().unwrap()), "applications");
    let knows = |site: &str| lasting(&wallet.site_knowledge(site).unwrap());
    same(json!({"Example Bank": knows("Example Bank"), "Example Shop": knows("Example Shop")}), "knows");
    let (activity, before) = (lasting(&wallet.activity().unwrap()), lasting(&about["activity"]));
    let (activity, before) = (activity.as_array().unwrap(), before.as_array().unwrap());
    assert_eq!(activity[..before.len()], before[..], "the log of {whence}");
    assert!(wallet.verify_activity().unwrap().intact, "{whence}: every entry has the bytes that it had");
}

fn exported(wallet: &Wallet, format: ActivityFormat) -> String {
    let mut written = Vec::new();
    drop(wallet.export_activity(&mut written, format, Language::English).unwrap());
    String::from_utf8(written).unwrap()
}

/// No digest that is shown or written out can be tried without the wallet's key, of whichever time the entry is.
fn check_digests_are_keyed(wallet: &Wallet, whence: &str) {
    let plain = digests(&about());
    assert!(plain.len() > 20 && plain.iter().all(|digest| digest.len() == 64), "the fixture has plain ones");
    let views = [
        serde_json::to_value(wallet.activity().unwrap()).unwrap(),
        serde_json::to_value(wallet.applications().unwrap()).unwrap(),
        serde_json::to_value(wallet.site_knowledge("Example Bank").unwrap()).unwrap(),
        serde_json::to_value(wallet.site_knowledge("Example Shop").unwrap()).unwrap(),
    ];
    for view in &views {
        let shown = digests(view);
        assert!(!shown.is_empty() && shown.iter().all(|digest| digest.starts_with(KEYED)), "{whence}: {shown:?}");
    }
    for text in [exported(wallet, ActivityFormat::Json), exported(wallet, ActivityFormat::Csv)] {
        assert!(text.contains(KEYED), "{whence}");
        assert!(plain.iter().all(|digest| !text.contains(digest)), "{whence}: a plain digest is written out");
    }
}

#[test]
fn everything_of_before_is_there_and_no_digest_gives_a_value_away() {
    let dir = tempfile::tempdir().unwrap();
    let vault = copied(dir.path());
    assert_eq!(header_version(&vault), [2, 2]);
    for round in ["the vault", "the vault, opened again"] {
        let wallet = opened(&vault);
        assert_eq!(header_version(&vault), [6, 6], "a program of before refuses it");
        check_all_is_there(&wallet, round);
        check_digests_are_keyed(&wallet, round);
    }

    let restored = dir.path().join("restored");
    let backup = BackupFile::open(&vectors().join("v2/ada.backup")).unwrap();
    let passphrase = Password::from(about()["passphrase"].as_str().unwrap());
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let (wallet, report) =
        Wallet::restore_backup(&restored, &backup, &passphrase, &password(), KdfCost::Floor, &go_on).unwrap();
    assert!(report.remarks.is_empty(), "{:?}", report.remarks);
    check_all_is_there(&wallet, "the backup");
    check_digests_are_keyed(&wallet, "the backup");
    // A backup of both, merged: each has made a key of its own, and keeps what it knows.
    let merged = opened(&vault);
    let report = merged.merge_backup(&backup, &passphrase, MergeMode::Merge, &go_on).unwrap();
    assert!(!report.items.is_empty());
    check_all_is_there(&merged, "the vault with the backup merged");
    check_digests_are_keyed(&merged, "the vault with the backup merged");
}

/// A vault and a backup of the version before values could be checked.
#[test]
fn what_was_imported_before_checks_is_what_it_was() {
    let about: Value = serde_json::from_slice(&fs::read(vectors().join("v3.json")).unwrap()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let vault = dir.path().join("vault");
    copy(&vectors().join("v3/vault"), &vault);
    assert_eq!(header_version(&vault), [3, 3]);
    let check = |wallet: &Wallet, whence: &str| {
        assert_eq!(lasting(&wallet.attributes().unwrap()), lasting(&about["attributes"]), "attributes of {whence}");
        assert_eq!(lasting(&wallet.documents().unwrap()), lasting(&about["documents"]), "documents of {whence}");
        assert!(wallet.verify_activity().unwrap().intact, "{whence}");
        assert_eq!(wallet.providers().unwrap(), [], "{whence}");
    };
    for round in ["the vault", "the vault, opened again"] {
        let wallet = opened(&vault);
        assert_eq!(header_version(&vault), [6, 6], "a program of before refuses it");
        check(&wallet, round);
    }
    let backup = BackupFile::open(&vectors().join("v3/ada.backup")).unwrap();
    let passphrase = Password::from(about["passphrase"].as_str().unwrap());
    let restored = dir.path().join("restored");
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let (wallet, report) =
        Wallet::restore_backup(&restored, &backup, &passphrase, &password(), KdfCost::Floor, &go_on).unwrap();
    assert!(report.remarks.is_empty(), "{:?}", report.remarks);
    check(&wallet, "the backup");
    let claimed = wallet.attribute("middle-name").unwrap().remove(0).provenance;
    assert!(claimed.contains("which says that it was verified by “the State”"), "{claimed}");
}

/// A vault and a backup of the version before parties could ask by Auth eID: what a check gave counts as it did.
#[test]
fn what_was_checked_before_auth_eid_is_what_it_was() {
    let about: Value = serde_json::from_slice(&fs::read(vectors().join("v4.json")).unwrap()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let vault = dir.path().join("vault");
    copy(&vectors().join("v4/vault"), &vault);
    assert_eq!(header_version(&vault), [4, 4]);
    let check = |wallet: &Wallet, whence: &str| {
        assert_eq!(lasting(&wallet.attributes().unwrap()), lasting(&about["attributes"]), "attributes of {whence}");
        assert_eq!(lasting(&wallet.documents().unwrap()), lasting(&about["documents"]), "documents of {whence}");
        assert!(wallet.verify_activity().unwrap().intact, "{whence}");
        let [checked] = <[_; 1]>::try_from(wallet.checks().unwrap()).unwrap();
        assert!(checked.values.len() >= 5, "{whence}: {checked:?}");
        assert_eq!(wallet.eid_parties().unwrap(), [], "{whence}");
    };
    for round in ["the vault", "the vault, opened again"] {
        let wallet = opened(&vault);
        assert_eq!(header_version(&vault), [6, 6], "a program of before refuses it");
        check(&wallet, round);
    }
    let backup = BackupFile::open(&vectors().join("v4/ada.backup")).unwrap();
    let passphrase = Password::from(about["passphrase"].as_str().unwrap());
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let restored = dir.path().join("restored");
    let (wallet, report) =
        Wallet::restore_backup(&restored, &backup, &passphrase, &password(), KdfCost::Floor, &go_on).unwrap();
    assert!(report.remarks.is_empty(), "{:?}", report.remarks);
    check(&wallet, "the backup");
}

/// A vault and a backup of the version before wallets could connect to a service: its parties ask as they did.
#[test]
fn who_could_ask_before_services_can_ask_now() {
    let about: Value = serde_json::from_slice(&fs::read(vectors().join("v5.json")).unwrap()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let vault = dir.path().join("vault");
    copy(&vectors().join("v5/vault"), &vault);
    assert_eq!(header_version(&vault), [5, 5]);
    let without_service = |wallet: &Wallet| {
        let mut parties = serde_json::to_value(wallet.eid_parties().unwrap()).unwrap();
        for party in parties.as_array_mut().unwrap() {
            assert_eq!(party.as_object_mut().unwrap().remove("service"), Some(Value::Null));
        }
        parties
    };
    let check = |wallet: &Wallet, whence: &str| {
        assert_eq!(without_service(wallet), about["parties"], "{whence}");
        assert_eq!(wallet.eid_root_pem().unwrap(), about["root"], "{whence}");
        assert_eq!(wallet.eid_device_name().unwrap(), about["deviceName"], "{whence}");
        assert!(wallet.verify_activity().unwrap().intact, "{whence}");
        assert!(wallet.eid_services().unwrap().is_empty(), "{whence}");
    };
    for round in ["the vault", "the vault, opened again"] {
        let wallet = opened(&vault);
        assert_eq!(header_version(&vault), [6, 6], "a program of before refuses it");
        check(&wallet, round);
        assert_eq!(wallet.eid_requests().unwrap().len(), 2, "{round}");
    }
    let backup = BackupFile::open(&vectors().join("v5/ada.backup")).unwrap();
    let passphrase = Password::from(about["passphrase"].as_str().unwrap());
    let go_on = |_| std::ops::ControlFlow::Continue(());
    let restored = dir.path().join("restored");
    let (wallet, report) =
        Wallet::restore_backup(&restored, &backup, &passphrase, &password(), KdfCost::Floor, &go_on).unwrap();
    assert!(report.remarks.is_empty(), "{:?}", report.remarks);
    check(&wallet, "the backup");
}

/// Killed between the header and the records: nothing else can be in between.
#[test]
fn a_migration_that_was_killed_is_done_the_next_time() {
    let dir = tempfile::tempdir().unwrap();
    let vault = copied(dir.path());
    let half = Vault::open(&vault).unwrap().unlock(&password()).map_err(|(_, error)| error).unwrap();
    half.commit_as_newest(Batch::new()).unwrap();
    drop(half);
    assert_eq!(header_version(&vault), [6, 6]);
    let wallet = opened(&vault);
    check_all_is_there(&wallet, "a vault that was half migrated");
    check_digests_are_keyed(&wallet, "a vault that was half migrated");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_a_vault_of_before_opens_as_it_is() {
    in_a_small_file_system("exec \"$@\"", "migration::full_disk");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_read_only_disk_a_vault_of_before_opens_for_reading() {
    in_a_small_file_system(
        &format!("{PHASE}=copy \"$@\" && mount -o remount,ro \"$0\" && {PHASE}=read \"$@\""),
        "migration::read_only_disk",
    );
}

/// Runs a test of this file in a process of its own, with a file system of 12 MiB that `script` gets as `$0`. Its mount
/// namespace is its own: root may make one, and users where the system lets them.
#[cfg(target_os = "linux")]
fn in_a_small_file_system(script: &str, entry: &str) {
    let root = tempfile::tempdir().unwrap();
    let script = format!("mount -t tmpfs -o size=12m none \"$0\" && {script}");
    let test = std::env::current_exe().unwrap();
    let in_namespace = |unshare: &[&str]| {
        let mut command = Command::new(unshare[0]);
        command.args(&unshare[1..]).args(["sh", "-c", &script]);
        command.arg(root.path()).arg(&test);
        command.args(["--exact", entry, "--include-ignored", "--nocapture"]);
        command.env(DISK, root.path()).output().unwrap()
    };
    let mut output = in_namespace(&["unshare", "--mount"]);
    if String::from_utf8_lossy(&output.stderr).contains("unshare") {
        output = in_namespace(&["unshare", "--user", "--map-root-user", "--mount"]);
    }
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("all there"), "needs mount namespaces: {said}");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by another test as a process of its own"]
fn full_disk() {
    let Some(root) = std::env::var_os(DISK) else { return };
    let root = Path::new(&root);
    let vault = copied(root);
    // Enough to unlock it (1 MiB), and not for a header, its snapshot and the records besides (more than 2 MiB).
    let filler = fs::File::create(root.join("filler")).unwrap();
    let available = rustix::fs::statvfs(root).map(|found| found.f_bavail * found.f_frsize).unwrap();
    rustix::fs::fallocate(&filler, rustix::fs::FallocateFlags::empty(), 0, available - 1_900_000).unwrap();
    let wallet = opened(&vault);
    check_all_is_there(&wallet, "a vault on a full disk");
    assert_eq!(header_version(&vault), [2, 2], "it was left as it is");
    let shown = digests(&serde_json::to_value(wallet.activity().unwrap()).unwrap());
    assert!(shown.iter().all(String::is_empty), "there is no key to show a digest with: {shown:?}");
    drop(wallet);
    drop(filler);
    fs::remove_file(root.join("filler")).unwrap();
    let wallet = opened(&vault);
    check_all_is_there(&wallet, "the vault once there is room");
    check_digests_are_keyed(&wallet, "the vault once there is room");
    println!("all there");
}

/// What an error says, with everything behind it.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    causes.fold(error.to_string(), |chain, cause| format!("{chain}: {cause}"))
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by another test as a process of its own"]
fn read_only_disk() {
    let Some(root) = std::env::var_os(DISK) else { return };
    let root = Path::new(&root);
    if std::env::var(PHASE).unwrap() == "copy" {
        copied(root);
        return;
    }
    idw_wallet::open_documents_in_this_process();
    let vault = root.join("vault");
    let wallet = opened(&vault);
    check_all_is_there(&wallet, "a vault on a read-only disk");
    assert_eq!(wallet.notices(), [NoticeView::ReadOnly]);
    assert_eq!(wallet.dir(), vault);
    assert!(wallet.verify_vault(&|_| {}).unwrap().intact, "every document can be read");
    let refused = [
        chain(&wallet.add_profile("Another", ProfileKind::Person).unwrap_err()),
        chain(
            &wallet
                .set_attribute(SetAttribute {
                    name: "first-name".to_owned(),
                    text: Some("Ada".to_owned()),
                    ..SetAttribute::default()
                })
                .unwrap_err(),
        ),
        chain(&wallet.add_document("a.jpg", &mut jpeg(1).as_slice(), Metadata::Keep).unwrap_err()),
        chain(&wallet.change_password(&password(), &Password::from("another")).unwrap_err()),
        chain(&wallet.compact_vault().unwrap_err()),
    ];
    for error in refused {
        assert!(error.contains("was opened for reading only"), "{error}");
    }
    // Others read beside it, and it opens again once it was locked.
    check_all_is_there(&opened(&vault), "the vault of another reader");
    let sealed = wallet.lock().map_err(|_| ()).unwrap();
    check_all_is_there(&sealed.unlock(&password()).map_err(|(_, error)| error).unwrap(), "the vault, unlocked again");
    assert_eq!(header_version(&vault), [2, 2], "it was left as it is");
    println!("all there");
}
