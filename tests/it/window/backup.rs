//! Backups and keys out of one window and into another. What a person would do in a native file dialog, a portal does
//! that stands in for the desktop's.

use std::fs;
use std::path::Path;

use fantoccini::key::Key;
use idw_journeys::Home;
use serde_json::Value;

use super::driver::Driver;
use super::page::{Page, at};
use super::portal::Portal;
use super::{PASSWORD, unlock};

#[test]
fn a_backup_is_made_checked_and_restored_in_another_window() {
    let home = Home::of_ada();
    let path = home.path().join("ada.backup");
    let portal = Portal::start();
    let mut passphrase = String::new();
    Driver::with_portal(&home, &portal).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::BACKUP_HINT).await;
        page.picture("home-backup-due").await;
        page.open_settings("backup").await;
        page.wait_for_text_in(at::BACKUP_LAST, "No backup yet").await;
        page.scroll_to(at::BACKUP_LAST).await;
        page.picture("settings-backup").await;
        passphrase = make_backup(&page, &portal, &path).await;
        page.wait_for_text_in(at::BACKUP_LAST, "just now").await;
        check_backup(&page, &portal, &path, &passphrase).await;
        lock(&page).await;
    });
    assert_eq!(home.ok(["backup", "status"])["due"], false);
    let file = home.write_outside("passphrase", passphrase.as_bytes()).display().to_string();
    let tested = home.ok(["backup", "test", &path.display().to_string(), "--passphrase-file", &file]);
    assert_eq!(tested["backup"]["documents"], 3, "{tested}");

    let other = Home::empty();
    Driver::with_portal(&other, &portal).run(async |page| {
        restore(&page, &portal, &path, &passphrase).await;
        page.wait_for_text("Ada").await;
        lock(&page).await;
    });
    assert_eq!(other.ok(["attribute", "list"]), home.ok(["attribute", "list"]));
    assert_eq!(other.ok(["account", "list"]), home.ok(["account", "list"]));
}

async fn lock(page: &Page) {
    page.click(at::LOCK).await;
    page.wait_for(at::UNLOCK_PASSWORD).await;
}

/// Makes a backup under a passphrase that the wallet makes up, and gives that.
async fn make_backup(page: &Page, portal: &Portal, path: &Path) -> String {
    page.click(at::BACKUP_CREATE).await;
    page.fill(at::BACKUP_PASSWORD, "not the password").await;
    page.click(at::BACKUP_CONTINUE).await;
    page.wait_for(at::FAILURE).await;
    page.picture("backup-password").await;
    page.fill(at::BACKUP_PASSWORD, PASSWORD).await;
    page.click(at::BACKUP_CONTINUE).await;
    let passphrase = page.text_of(at::PASSPHRASE_WORDS).await.replace(char::is_whitespace, "");
    page.picture("backup-passphrase").await;
    page.click(at::PASSPHRASE_OWN).await;
    page.fill(at::PASSPHRASE_NEW, "password1").await;
    page.wait_for(at::WEAK_PASSWORD).await;
    page.picture("backup-passphrase-own").await;
    page.click(at::PASSPHRASE_MADE).await;
    assert_eq!(page.text_of(at::PASSPHRASE_WORDS).await.replace(char::is_whitespace, ""), passphrase);
    page.click(at::PASSPHRASE_WRITTEN_DOWN).await;
    portal.choose(path);
    page.click(at::BACKUP_SAVE).await;
    page.wait_for(at::BACKUP_DONE).await;
    page.picture("backup-done").await;
    page.click(at::BACKUP_CLOSE).await;
    passphrase
}

async fn check_backup(page: &Page, portal: &Portal, path: &Path, passphrase: &str) {
    portal.choose(path);
    page.click(at::CHECK).await;
    page.fill(at::CHECK_PASSPHRASE, "another").await;
    page.click(at::CHECK_SUBMIT).await;
    page.wait_for_text_in(at::FAILURE, "Wrong passphrase").await;
    page.picture("backup-check-wrong").await;
    page.fill(at::CHECK_PASSPHRASE, passphrase).await;
    page.click(at::CHECK_SUBMIT).await;
    page.wait_for(at::CHECK_DONE).await;
    page.picture("backup-checked").await;
    page.click(at::CHECK_CLOSE).await;
}

async fn restore(page: &Page, portal: &Portal, path: &Path, passphrase: &str) {
    page.click(at::CREATE_RESTORE).await;
    page.wait_for(at::RESTORE_CHOOSE).await;
    page.picture("restore-choose").await;
    portal.choose(path);
    page.click(at::RESTORE_CHOOSE).await;
    page.fill(at::RESTORE_PASSPHRASE, passphrase).await;
    page.fill(at::RESTORE_PASSWORD, PASSWORD).await;
    page.fill(at::RESTORE_PASSWORD_AGAIN, PASSWORD).await;
    page.picture("restore").await;
    page.click(at::RESTORE_SUBMIT).await;
    page.wait_for(at::RESTORE_DONE).await;
    page.picture("restore-done").await;
    page.click(at::RESTORE_OPEN).await;
    page.wait_for(at::NAV_HOME).await;
}

#[test]
fn keys_and_what_another_wallet_holds_come_in() {
    let from = Home::of_ada();
    let backup = from.path().join("ada.backup");
    let made = from.ok(["backup", "create", &backup.display().to_string(), "--generate-passphrase"]);
    let passphrase = made["passphrase"].as_str().expect("a passphrase").to_owned();

    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Grace"]);
    let quarantined = home.vault().join("damaged-1700000000");
    fs::create_dir(&quarantined).expect("a folder as a repair leaves it");
    fs::write(quarantined.join("db"), vec![7; 524_288]).expect("a file in it");
    let key = home.path().join("main.json");
    let portal = Portal::start();
    Driver::with_portal(&home, &portal).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.open_settings("profiles").await;
        export_main(&page, &portal, &key).await;
        copied_key_goes_with_the_lock(&page).await;
        lock_with_a_key_in_view(&page).await;
        page.open_settings("profiles").await;
        make_and_import(&page, &portal, &key).await;
        page.open_settings("backup").await;
        merge(&page, &portal, &backup, &passphrase).await;
        page.open_settings("vault").await;
        remove_quarantined(&page).await;
        lock(&page).await;
    });
    let accounts = home.ok(["account", "list"]);
    let named: Vec<_> = accounts.as_array().expect("a list").iter().map(|one| one["name"].clone()).collect();
    assert!(["main", "travel"].iter().all(|name| named.contains(&Value::from(*name))), "{accounts}");
    assert!(home.ok(["attribute", "list"]).to_string().contains("ada@wallet.example"), "the backup has come in");
    assert_eq!(home.ok(["vault", "quarantine"]), Value::Array(Vec::new()));
    assert!(!quarantined.exists());
    assert_eq!(home.ok(["vault", "verify"])["intact"], true);
}

/// The main account's key, to a file and to the screen.
async fn export_main(page: &Page, portal: &Portal, key: &Path) {
    page.scroll_to(at::ACCOUNT_ROW).await;
    page.click(at::ACCOUNT_ROW).await;
    page.wait_for_text_in(at::ACCOUNT_ADDRESS, "0x").await;
    page.picture("account").await;
    page.click(at::ACCOUNT_EXPORT).await;
    page.fill(at::EXPORT_PASSWORD, PASSWORD).await;
    page.fill(at::EXPORT_FILE_PASSWORD, PASSWORD).await;
    page.fill(at::EXPORT_FILE_PASSWORD_AGAIN, PASSWORD).await;
    page.picture("export-key-file").await;
    portal.choose(key);
    page.click(at::EXPORT_SUBMIT).await;
    page.wait_for(at::EXPORT_DONE).await;
    page.picture("export-key-file-done").await;
    page.click(at::EXPORT_PRIVATE_KEY).await;
    page.fill(at::EXPORT_PASSWORD, PASSWORD).await;
    page.picture("export-private-key").await;
    page.click(at::EXPORT_SUBMIT).await;
    page.wait_for_text_in(at::REVEALED, "0x").await;
    page.click(at::SECRET_COPY).await;
    page.wait_for_text_in(at::SECRET_COPIED, "clears the clipboard").await;
    page.picture("export-private-key-shown").await;
    page.click(at::EXPORT_PHRASE).await;
    page.fill(at::EXPORT_PASSWORD, PASSWORD).await;
    page.click(at::EXPORT_SUBMIT).await;
    page.wait_for(at::REVEALED).await;
    page.picture("export-phrase-shown").await;
    page.click(at::EXPORT_CLOSE).await;
    page.click(at::DIALOG_CLOSE).await;
}

/// The private key was copied a moment ago.
async fn copied_key_goes_with_the_lock(page: &Page) {
    page.click(at::NAV_SITES).await;
    page.click(at::ADD_SITE).await;
    assert!(page.paste_into(at::SITE_URL).await.starts_with("0x"), "it can be taken elsewhere");
    page.press(Key::Escape).await;
    page.click(at::DISCARD).await;
    lock(page).await;
    assert_eq!(page.paste_into(at::UNLOCK_PASSWORD).await, "");
    unlock(page, PASSWORD).await;
}

/// With Control+L, and with the button of the dialog that shows the key.
async fn lock_with_a_key_in_view(page: &Page) {
    for by_button in [false, true] {
        page.open_settings("profiles").await;
        page.scroll_to(at::ACCOUNT_ROW).await;
        page.click(at::ACCOUNT_ROW).await;
        page.click(at::ACCOUNT_EXPORT).await;
        page.click(at::EXPORT_PRIVATE_KEY).await;
        page.fill(at::EXPORT_PASSWORD, PASSWORD).await;
        page.click(at::EXPORT_SUBMIT).await;
        page.wait_for_text_in(at::REVEALED, "0x").await;
        if by_button {
            page.click(at::DIALOG_LOCK).await;
        } else {
            page.press_with_control('l').await;
        }
        page.wait_for(at::UNLOCK_PASSWORD).await;
        page.wait_for_no(at::REVEALED).await;
        unlock(page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
    }
}

async fn make_and_import(page: &Page, portal: &Portal, key: &Path) {
    page.click(at::ACCOUNT_NEW).await;
    page.fill(at::ACCOUNT_NAME, "travel").await;
    page.picture("account-new").await;
    page.click(at::ACCOUNT_SAVE).await;
    page.wait_for_text("travel").await;
    portal.choose(key);
    page.click(at::ACCOUNT_IMPORT).await;
    page.click(at::IMPORT_CHOOSE).await;
    page.wait_for_text("main.json").await;
    page.fill(at::IMPORT_SECRET, PASSWORD).await;
    page.picture("account-import").await;
    page.click(at::IMPORT_ACCOUNT).await;
    page.wait_for_text_in(at::FAILURE, "already in the wallet").await;
    page.click(at::IMPORT_PRIVATE_KEY).await;
    page.fill(at::IMPORT_SECRET, &"42".repeat(32)).await;
    page.click(at::IMPORT_ACCOUNT).await;
    page.wait_for_text("imported-1").await;
    page.scroll_to(at::ACCOUNT_ROW).await;
    page.picture("settings-accounts").await;
    page.click(at::ACCOUNT_LAST).await;
    page.click(at::ACCOUNT_REMOVE).await;
    page.wait_for(at::ACCOUNT_LOST).await;
    page.picture("account-remove").await;
    page.click(at::ACCOUNT_ELSEWHERE).await;
    page.click(at::ACCOUNT_REMOVE_ACCEPT).await;
    page.wait_for_no(at::ACCOUNT_REMOVE_ACCEPT).await;
}

async fn merge(page: &Page, portal: &Portal, backup: &Path, passphrase: &str) {
    portal.choose(backup);
    page.click(at::MERGE).await;
    page.fill(at::MERGE_PASSPHRASE, passphrase).await;
    page.picture("merge-open").await;
    page.click(at::MERGE_OPEN).await;
    page.wait_for(at::MERGE_SUMMARY).await;
    page.picture("merge-tried").await;
    page.click(at::MERGE_SUBMIT).await;
    page.wait_for(at::MERGE_DONE).await;
    page.picture("merge-done").await;
    page.click(at::MERGE_CLOSE).await;
}

async fn remove_quarantined(page: &Page) {
    page.scroll_to(at::QUARANTINE_REMOVE).await;
    page.picture("settings-quarantine").await;
    page.click(at::QUARANTINE_REMOVE).await;
    page.wait_for(at::CONFIRM).await;
    page.picture("quarantine-remove").await;
    page.click(at::CONFIRM).await;
    page.wait_for_no(at::QUARANTINE_REMOVE).await;
}
