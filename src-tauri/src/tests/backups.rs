//! Backups from the window: made, checked, merged and restored.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use serde_json::{Value, json};
use tauri::{
    Manager as _,
    async_runtime::block_on,
    ipc::{Channel, InvokeResponseBody},
};

use super::{PASSWORD, Window, attribute, said};
use crate::{
    chosen_files::ChosenFile,
    commands::backups::{BackupProgressView, create_backup, merge_backup, restore_backup},
    failure::{Failure, FailureCode},
    state::AppState,
};

const PASSPHRASE: &str = "a passphrase for the backup alone";
/// A channel that nobody listens to.
const PROGRESS: &str = "__CHANNEL__:1";

impl Window {
    /// Does what a click in the native dialog does.
    fn choose_backup(&self, bytes: &[u8]) -> String {
        let path = self.folder.path().join("chosen.backup");
        fs::write(&path, bytes).unwrap();
        self.state().backups().choose(ChosenFile::open(&path).unwrap()).token
    }

    /// A backup of this window's vault.
    fn back_up(&self) -> Vec<u8> {
        self.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
        let token = self.choose_target("ada.backup");
        let args = json!({ "token": token, "passphrase": PASSPHRASE, "onProgress": PROGRESS });
        self.call("create_backup", args).unwrap();
        fs::read(self.folder.path().join("ada.backup")).unwrap()
    }

    fn has_first_name(&self, expected: &str) {
        let values = self.ask("list_attributes");
        assert_eq!(values[0]["summary"], expected, "{values}");
    }
}

fn opening(token: &str, passphrase: &str) -> Value {
    json!({ "token": token, "passphrase": passphrase, "onProgress": PROGRESS })
}

fn of_ada() -> Window {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    window
}

#[test]
fn a_backup_is_made_after_the_password_was_typed_again() {
    let window = of_ada();
    assert_eq!(window.ask("backup_standing"), json!({ "last": null, "due": true }));
    let token = window.choose_target("ada.backup");
    assert_eq!(window.code("create_backup", opening(&token, PASSPHRASE)), "notFound", "nobody confirmed anything");
    assert_eq!(window.code("confirm_password", json!({ "password": "wrong" })), "wrongPassword");
    window.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("create_backup", opening(&token, "")), "usage", "no passphrase");
    let report = window.call("create_backup", opening(&token, PASSPHRASE)).unwrap();
    assert_eq!(report["attributes"], 1, "{report}");
    let written = fs::metadata(window.folder.path().join("ada.backup")).unwrap().len();
    assert_eq!(report["bytes"], written);
    assert_eq!(window.ask("backup_standing")["due"], false);

    let made = window.call("make_passphrase", json!({})).unwrap();
    assert_eq!(made.as_str().unwrap().split('-').count(), 10);
    window.ask("forget_backup");
    assert_eq!(window.code("create_backup", opening(&token, PASSPHRASE)), "notFound", "the password was forgotten");
    let nowhere = window.state().keep_target(window.folder.path().join("none/ada.backup")).unwrap().token;
    window.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("create_backup", opening(&nowhere, PASSPHRASE)), "other");
}

#[test]
fn locking_forgets_a_confirmed_password_and_a_chosen_backup() {
    let window = of_ada();
    let bytes = window.back_up();
    let (target, chosen) = (window.choose_target("other.backup"), window.choose_backup(&bytes));
    window.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
    window.ask("lock_vault");
    assert_eq!(window.code("create_backup", opening(&target, PASSPHRASE)), "locked");
    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("create_backup", opening(&target, PASSPHRASE)), "notFound");
    assert_eq!(window.code("test_backup", opening(&chosen, PASSPHRASE)), "notFound");
}

#[test]
fn what_is_wrong_with_a_backup_is_told_apart() {
    let window = of_ada();
    let bytes = window.back_up();
    let mut changed = bytes.clone();
    let middle = bytes.len() / 2;
    changed[middle] ^= 1;
    let check = |bytes: &[u8], passphrase: &str, code: &str, word: &str| {
        let token = window.choose_backup(bytes);
        for command in ["test_backup", "try_merge"] {
            let failure = window.call(command, opening(&token, passphrase)).unwrap_err();
            assert_eq!(failure["code"], code, "{failure}");
            assert!(said(&failure["message"]).contains(word), "{failure}");
        }
    };
    check(&bytes, "another", "wrongPassword", "passphrase");
    check(&changed, PASSPHRASE, "damaged", "damaged");
    check(&bytes[..bytes.len() - 1], PASSPHRASE, "damaged", "end of the backup is missing");
    check(b"%PDF-1.7 something else", PASSPHRASE, "usage", "not a backup");
    let token = window.choose_backup(&bytes);
    assert_eq!(window.call("test_backup", opening(&token, PASSPHRASE)).unwrap()["attributes"], 1);
    assert_eq!(window.code("test_backup", opening("backup-0", PASSPHRASE)), "notFound");
}

#[test]
fn a_merge_is_tried_first_and_needs_the_passphrase_once() {
    let from = of_ada();
    let bytes = from.back_up();
    let window = Window::with_vault();
    let token = window.choose_backup(&bytes);
    let merge = json!({ "token": token, "onProgress": PROGRESS });
    assert_eq!(window.code("merge_backup", merge.clone()), "notFound", "it was not tried");
    let tried = window.call("try_merge", opening(&token, PASSPHRASE)).unwrap();
    assert_eq!(tried["dryRun"], true);
    assert_eq!(window.ask("list_attributes"), json!([]), "nothing has come in yet");
    let merged = window.call("merge_backup", merge.clone()).unwrap();
    assert_eq!(merged["items"], tried["items"]);
    window.has_first_name("Ada");
    window.ask("forget_backup");
    assert_eq!(window.code("merge_backup", merge), "notFound");
}

#[test]
fn a_vault_is_restored_where_there_is_none() {
    let from = of_ada();
    let bytes = from.back_up();
    let window = Window::new();
    let token = window.choose_backup(&bytes);
    let restore = |passphrase: &str| json!({ "token": token, "passphrase": passphrase, "password": "another long one", "onProgress": PROGRESS });
    assert_eq!(window.code("restore_backup", restore("another")), "wrongPassword");
    assert_eq!(window.ask("vault_status")["state"], "none", "nothing was made");
    let report = window.call("restore_backup", restore(PASSPHRASE)).unwrap();
    assert_eq!(report["attributes"], 1);
    assert_eq!(window.ask("vault_status")["state"], "open");
    window.has_first_name("Ada");
    assert_eq!(window.ask("backup_standing")["last"], report["created"]);
    assert_eq!(window.code("restore_backup", restore(PASSPHRASE)), "exists");
    window.ask("lock_vault");
    window.call("unlock_vault", json!({ "password": "another long one" })).unwrap();
}

#[test]
fn one_at_a_time_and_what_is_cancelled_says_so() {
    let window = of_ada();
    let bytes = window.back_up();
    let token = window.choose_backup(&bytes);
    let state = window.state();
    let under_way = state.backups().begin().unwrap();
    assert_eq!(window.code("test_backup", opening(&token, PASSPHRASE)), "inUse");
    window.ask("cancel_backup");
    assert!(under_way.cancelled.load(Ordering::Relaxed));
    drop(under_way);
    window.call("test_backup", opening(&token, PASSPHRASE)).unwrap();
}

/// Its file is another one by the time that the user has read what would come in.
#[test]
fn what_was_tried_is_merged_whatever_its_path_leads_to_by_then() {
    let bytes = of_ada().back_up();
    let window = Window::with_vault();
    let token = window.choose_backup(&bytes);
    window.call("try_merge", opening(&token, PASSPHRASE)).unwrap();
    let path = window.folder.path().join("chosen.backup");
    fs::remove_file(&path).unwrap();
    fs::write(&path, "something else").unwrap();
    window.call("merge_backup", json!({ "token": token, "onProgress": PROGRESS })).unwrap();
    window.has_first_name("Ada");
}

impl Window {
    /// A page that does something, once, when a step is told.
    fn when(&self, step: &'static str, act: impl Fn(&AppState) + Send + Sync + 'static) -> Channel<BackupProgressView> {
        let app = self.app.handle().clone();
        let told = AtomicBool::new(false);
        Channel::new(move |news| {
            let InvokeResponseBody::Json(news) = news else { panic!("progress is JSON") };
            if news.contains(step) && !told.swap(true, Ordering::Relaxed) {
                act(&app.state::<AppState>());
            }
            Ok(())
        })
    }

    /// Every file and folder in the vault's folder and beside it.
    fn files(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.path().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                }
                files.push(entry.path());
            }
        }
        files.sort();
        files
    }
}

fn stopped<T>(ended: Result<T, Failure>, says: &str) {
    let Err(failure) = ended else { panic!("it should have been cancelled") };
    assert_eq!(failure.code, FailureCode::Stopped, "{failure:?}");
    assert!(failure.text().contains(says), "{failure:?}");
}

/// Both end it in the middle: the user's cancelling, and a lock.
const ENDINGS: [fn(&AppState); 2] = [|state| state.backups().cancel(), |state| drop(state.close())];

#[test]
fn no_backup_goes_into_the_vaults_own_folder() {
    let window = of_ada();
    window.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
    let token = window.choose_target("vault/ada.backup");
    let before = window.files();
    let page = Channel::new(|_| Ok(()));
    let ended = block_on(create_backup(window.state(), token, PASSPHRASE.to_owned(), page));
    let Err(failure) = ended else { panic!("it would be lost with the vault") };
    assert_eq!(failure.code, FailureCode::Usage, "{failure:?}");
    assert!(failure.text().starts_with("ada.backup would be inside the wallet's own folder."), "{failure:?}");
    assert_eq!(window.files(), before, "nothing was written");
}

#[test]
fn a_backup_that_is_cancelled_or_locked_away_leaves_nothing() {
    for end in ENDINGS {
        let window = of_ada();
        window.call("confirm_password", json!({ "password": PASSWORD })).unwrap();
        let token = window.choose_target("ada.backup");
        let page = window.when("writing", end);
        stopped(block_on(create_backup(window.state(), token, PASSPHRASE.to_owned(), page)), "No backup was made");
        let left: Vec<_> =
            fs::read_dir(window.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["vault"]);
        window.state().backups().begin().expect("and the next one can begin");
    }
}

#[test]
fn a_merge_that_is_cancelled_or_locked_away_changes_nothing() {
    let from = of_ada();
    let token = from.choose("bill.pdf", super::PDF);
    from.call("add_document", json!({ "token": token, "keepMetadata": false })).unwrap();
    let bytes = from.back_up();
    for end in ENDINGS {
        let window = Window::with_vault();
        let token = window.choose_backup(&bytes);
        window.call("try_merge", opening(&token, PASSPHRASE)).unwrap();
        let documents = window.folder.path().join("vault/documents");
        let kept = || window.files().into_iter().filter(|path| path.starts_with(&documents)).collect::<Vec<_>>();
        let before = kept();
        let page = window.when("reading", end);
        stopped(block_on(merge_backup(window.state(), token, page)), "Nothing was changed");
        assert_eq!(kept(), before, "no document is left half read");
        if !window.state().is_open() {
            // Nothing that was under way holds the vault any more.
            window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
        }
        assert_eq!(window.ask("list_attributes"), json!([]));
        assert_eq!(window.ask("list_documents"), json!([]));
    }
}

#[test]
fn restoring_that_is_cancelled_or_locked_away_makes_no_vault() {
    let bytes = of_ada().back_up();
    for end in ENDINGS {
        let window = Window::new();
        let token = window.choose_backup(&bytes);
        let page = window.when("reading", end);
        let password = "another long one".to_owned();
        let ended = block_on(restore_backup(window.state(), token, PASSPHRASE.to_owned(), password, page));
        stopped(ended, "Nothing was changed");
        assert_eq!(window.files(), [window.folder.path().join("chosen.backup")]);
        assert_eq!(window.ask("vault_status")["state"], "none");
    }
}
