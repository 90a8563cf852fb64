//! Documents, and files that were chosen, dropped or pasted.

use std::{fs, path::Path};

use serde_json::json;
use tauri::Manager as _;

use super::{OTHER_PNG, PASSWORD, PDF, PNG, Window, attribute};
use crate::{
    chosen_files::{ChosenFile, WaitingFile},
    commands::documents::export_to,
    drops::opened,
    failure::FailureCode,
    page_event::PageEvent,
    state::AppState,
};

#[test]
fn a_form_that_was_refused_keeps_its_files() {
    let window = Window::with_vault();
    let page = window.choose("page.png", PNG);
    let selfie = window.choose("selfie.png", OTHER_PNG);
    let passport = |issued: &str| {
        attribute(
            "passport",
            json!({
                "fields": [{ "path": "issued", "value": issued }, { "path": "expires", "value": "2031-05-04" }],
                "files": [
                    { "path": "image", "source": { "type": "staged", "token": page } },
                    { "path": "selfie.image", "source": { "type": "staged", "token": selfie } },
                ],
            }),
        )
    };
    assert_eq!(window.code("set_attribute", passport("last spring")), "usage");
    let saved = window.call("set_attribute", passport("2021-05-05")).unwrap();
    assert_eq!(saved["documents"].as_array().unwrap().len(), 2);
    assert_eq!(saved["expires"], "2031-05-04");
    assert_eq!(window.code("set_attribute", passport("2021-05-05")), "notFound", "a saved form lets go of its files");
}

#[test]
fn documents_come_in_go_out_and_are_removed() {
    let window = Window::with_vault();
    let token = window.choose("bill.pdf", PDF);
    let added = window.call("add_document", json!({ "token": token, "keepMetadata": false })).unwrap();
    assert_eq!(added["document"]["name"], "bill.pdf");
    assert_eq!(added["document"]["mimeType"], "application/pdf");
    let again = window.call("add_document", json!({ "token": token, "keepMetadata": false })).unwrap();
    assert_eq!(again["alreadyThere"], true, "the same bytes are noticed");
    window.call("discard_file", json!({ "token": token })).unwrap();
    assert_eq!(window.code("add_document", json!({ "token": token, "keepMetadata": false })), "notFound");

    let id = added["document"]["id"].as_str().unwrap();
    let wallet = window.webview.state::<AppState>().wallet().unwrap();
    let target = window.folder.path().join("copy.pdf");
    export_to(&wallet, id, &target).unwrap();
    assert_eq!(fs::read(&target).unwrap(), PDF);
    let nowhere = window.folder.path().join("no such folder").join("copy.pdf");
    assert!(export_to(&wallet, id, &nowhere).is_err());
    let inside = window.folder.path().join("vault").join("copy.pdf");
    let refused = export_to(&wallet, id, &inside).unwrap_err();
    assert_eq!(refused.code, FailureCode::Usage);
    assert!(refused.text().starts_with("copy.pdf would be inside the wallet's own folder."), "{refused:?}");
    assert!(!inside.exists());
    drop(wallet);

    window.call("remove_document", json!({ "id": id })).unwrap();
    assert_eq!(window.ask("list_documents"), json!([]));
}

/// None of them is waited for, and the sentence says what it is.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let fifo = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(fifo.success());
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    let check = |path: &Path, expected: &str| {
        let failure = ChosenFile::open(path).err().unwrap_or_else(|| panic!("{} was opened", path.display()));
        assert!(failure.text().contains(expected), "{failure:?}");
    };
    check(folder.path(), "is a folder. Choose a file.");
    check(&pipe, "pipe is a device or a pipe");
    check(&link, "link is a device or a pipe");
    check(Path::new("/dev/zero"), "zero is a device or a pipe");
    check(&folder.path().join("gone"), "does not exist");
}

#[test]
fn locking_forgets_what_was_chosen() {
    let window = Window::with_vault();
    let token = window.choose("bill.pdf", PDF);
    window.ask("lock_vault");
    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("add_document", json!({ "token": token, "keepMetadata": false })), "notFound");
}

#[test]
fn what_is_dropped_is_opened_and_never_named_by_its_path() {
    let window = Window::with_vault();
    let state = window.webview.state::<AppState>();
    let page = window.folder.path().join("page.png");
    fs::write(&page, PNG).unwrap();
    let PageEvent::Dropped { files, refused, .. } =
        opened(&state, &[page, window.folder.path().to_owned()], (1.0, 2.0))
    else {
        panic!("a drop is told as a drop")
    };
    assert_eq!((files.len(), refused.len()), (1, 1));
    let told = serde_json::to_string(&PageEvent::Dropped { x: 1.0, y: 2.0, files: files.clone(), refused }).unwrap();
    let folder = window.folder.path().parent().unwrap();
    assert!(!told.contains(folder.to_str().unwrap()), "{told}");

    let added = window.call("add_document", json!({ "token": files[0].token, "keepMetadata": false })).unwrap();
    assert_eq!(added["document"]["name"], "page.png");
}

#[test]
fn what_is_pasted_is_added_from_memory() {
    let window = Window::with_vault();
    let token = WaitingFile::pasted(PNG.to_vec(), window.state().speech())
        .keep_in(&window.webview.state::<AppState>())
        .unwrap()
        .token;
    let added = window.call("add_document", json!({ "token": token, "keepMetadata": true })).unwrap();
    assert_eq!(added["document"]["size"], PNG.len());
}
