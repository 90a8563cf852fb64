//! When the wallet was last backed up, what repairs kept aside, and what removing an account means.

use idw_wallet::{
    ImportedKey, Problem,
    view::{NoticeView, OddKindView},
};

use crate::{fixture, text};

#[test]
fn what_removing_an_account_means_is_told_first() {
    let from = fixture();
    let wallet = &from.wallet;
    wallet.new_account(Some("second")).unwrap();
    wallet.import_account(Some("old"), ImportedKey::RawHex("42".repeat(32).into())).unwrap();
    let derived = wallet.account_removal("second").unwrap();
    assert!(!derived.key_is_lost && !derived.exported && derived.sites.is_empty(), "{derived:?}");
    let imported = wallet.account_removal("old").unwrap();
    assert!(imported.key_is_lost && !imported.exported, "{imported:?}");
    assert_eq!(wallet.account_removal("main").unwrap_err().problem(), Problem::Usage);
    assert_eq!(wallet.account_removal("nobody").unwrap_err().problem(), Problem::NotFound);
    assert_eq!(wallet.accounts().unwrap().len(), 3, "nothing was removed");
}

#[test]
fn what_a_repair_kept_aside_is_listed_and_removed_by_its_name() {
    let from = fixture();
    let wallet = &from.wallet;
    assert_eq!(wallet.quarantined().unwrap(), []);
    let aside = wallet.dir().join("damaged-1700000000");
    std::fs::create_dir(&aside).unwrap();
    std::fs::write(aside.join("db"), [7; 1000]).unwrap();
    let listed = wallet.quarantined().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].since.as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!(listed[0].bytes, 1000);
    assert_eq!(wallet.remove_quarantined("damaged-17").unwrap_err().problem(), Problem::NotFound);
    assert_eq!(wallet.remove_quarantined("../damaged-1700000000").unwrap_err().problem(), Problem::NotFound);
    assert_eq!(wallet.remove_quarantined("damaged-1700000000").unwrap(), listed[0]);
    assert!(!aside.exists());
    wallet.set_attribute(text("first-name", "Ada")).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_in_the_vaults_folder_is_told_and_not_followed() {
    let from = fixture();
    let dir = from.dir.path().join("vault");
    let outside = from.dir.path().join("letter");
    std::fs::write(&outside, b"mine").unwrap();
    let link = |name: &str| {
        let _ = std::fs::remove_file(dir.join(name));
        std::os::unix::fs::symlink(&outside, dir.join(name)).unwrap();
    };
    let from = from.reopened();
    assert_eq!(from.wallet.notices(), []);
    link("reserve");
    let from = from.reopened(); // the vault can do without
    let told = from.wallet.notices();
    let path = dir.join("reserve").display().to_string();
    assert_eq!(told, [NoticeView::OddEntry { path, kind: OddKindView::SymbolicLink }]);
    drop(from.wallet);
    link("lock");
    let Err(refused) = idw_wallet::Wallet::open(&dir) else { panic!("the vault was opened over a link") };
    assert_eq!(refused.problem(), Problem::Damaged);
    assert!(refused.to_string().contains("lock is a symbolic link"), "{refused}");
    assert_eq!(std::fs::read(&outside).unwrap(), b"mine");
}
