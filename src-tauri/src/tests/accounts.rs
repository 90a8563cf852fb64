//! Accounts and their keys, from the window.

use std::fs;

use serde_json::{Value, json};

use super::{PASSWORD, Window, said};

fn import(name: &str, key: Value) -> Value {
    let mut args = json!({ "name": name });
    args["key"] = key;
    args
}

fn names(window: &Window) -> Vec<String> {
    let accounts = window.ask("list_accounts");
    accounts.as_array().unwrap().iter().map(|account| account["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn accounts_are_made_renamed_and_removed() {
    let window = Window::with_vault();
    window.call("new_account", json!({ "name": "savings" })).unwrap();
    window.call("new_account", json!({ "name": null })).unwrap();
    assert_eq!(names(&window), ["main", "savings", "account-2"]);
    assert_eq!(window.code("new_account", json!({ "name": "Savings" })), "exists");
    window.call("rename_account", json!({ "name": "savings", "to": "travel" })).unwrap();
    assert_eq!(window.code("rename_account", json!({ "name": "main", "to": "first" })), "usage");
    let removal = window.call("account_removal", json!({ "name": "travel" })).unwrap();
    assert_eq!(removal, json!({ "keyIsLost": false, "exported": false, "sites": [] }));
    window.call("remove_account", json!({ "name": "travel" })).unwrap();
    assert_eq!(names(&window), ["main", "account-2"]);
}

#[test]
fn a_key_goes_out_as_a_file_and_comes_in_again() {
    let window = Window::with_vault();
    let token = window.choose_target("main.json");
    let export = |password: &str| json!({ "token": token, "name": "main", "password": password, "filePassword": "for the \u{fb01}le", "nfkc": true });
    assert_eq!(window.code("export_key_file", export("wrong")), "wrongPassword");
    assert!(!window.folder.path().join("main.json").exists(), "nothing is written for a wrong password");
    window.call("export_key_file", export(PASSWORD)).unwrap();
    let file = fs::read(window.folder.path().join("main.json")).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&file).unwrap()["version"], 3);

    let other = Window::with_vault();
    let token = other.choose("main.json", &file);
    let key = |password: &str| import("old", json!({ "type": "keyFile", "token": token, "password": password }));
    assert_eq!(other.code("import_account", key("another")), "wrongPassword");
    let account = other.call("import_account", key("for the \u{fb01}le")).unwrap();
    assert_eq!(account["kind"], "imported");
    assert_eq!(account["address"], window.ask("list_accounts")[0]["address"]);
    assert_eq!(other.code("import_account", import("again", key("for the file")["key"].clone())), "exists");
    let removal = other.call("account_removal", json!({ "name": "old" })).unwrap();
    assert_eq!(removal["keyIsLost"], true, "{removal}");
}

#[test]
fn keys_and_phrases_are_typed_in_and_shown_again() {
    let window = Window::with_vault();
    let digits = "42".repeat(32);
    let raw = |text: &str| json!({ "type": "privateKey", "text": text });
    assert_eq!(window.code("import_account", import("raw", raw("no key"))), "usage");
    window.call("import_account", import("raw", raw(&digits))).unwrap();
    assert_eq!(window.code("import_account", import("again", raw(&format!("\u{feff}0X{digits}\n")))), "exists");
    // As it is pasted from a numbered list, the lines of which the page has joined.
    let words =
        "\u{feff}12. junk 1. test 2. test 3. test 4. test 5. test 6. test 7. test 8. test 9. test 10. test 11. TEST";
    let phrase = |words: &str| json!({ "type": "phrase", "words": words, "index": 1 });
    assert_eq!(window.code("import_account", import("other", phrase("test test"))), "usage");
    let account = window.call("import_account", import("other", phrase(words))).unwrap();
    assert_eq!(account["address"], "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

    let reveal = |name: &str, secret: &str| json!({ "name": name, "password": PASSWORD, "secret": secret });
    let shown = window.call("reveal_secret", reveal("raw", "privateKey")).unwrap();
    assert_eq!(shown["text"], format!("0x{digits}"));
    assert_eq!(window.code("reveal_secret", reveal("raw", "phrase")), "usage", "it is in no phrase of this wallet");
    let shown = window.call("reveal_secret", reveal("main", "phrase")).unwrap();
    assert_eq!(shown["text"].as_str().unwrap().split(' ').count(), 24);
    let wrong = json!({ "name": "main", "password": "wrong", "secret": "phrase" });
    assert_eq!(window.code("reveal_secret", wrong), "wrongPassword");
}

#[test]
fn a_key_counts_as_exported_only_once_its_file_is_in_its_place_or_it_was_on_the_screen() {
    let window = Window::with_vault();
    let raw = json!({ "type": "privateKey", "text": "42".repeat(32) });
    window.call("import_account", import("raw", raw)).unwrap();
    let is_exported = || window.call("account_removal", json!({ "name": "raw" })).unwrap()["exported"] == true;
    let export = |token: &str| json!({ "token": token, "name": "raw", "password": PASSWORD, "filePassword": "for the file", "nfkc": false });
    let nowhere = window.choose_target("none/raw.json");
    let failure = window.call("export_key_file", export(&nowhere)).unwrap_err();
    assert!(said(&failure["message"]).starts_with("The wallet could not save raw.json."), "{failure}");
    fs::create_dir(window.folder.path().join("folder")).unwrap();
    let folder = window.choose_target("folder");
    let failure = window.call("export_key_file", export(&folder)).unwrap_err();
    assert!(said(&failure["message"]).starts_with("folder is not an ordinary file."), "{failure}");
    assert!(!is_exported());

    let reveal = json!({ "name": "raw", "password": PASSWORD, "secret": "privateKey" });
    let revealed = window.call("reveal_secret", reveal.clone()).unwrap();
    assert!(!is_exported(), "the page has it, and the user not yet");
    window.call("secret_shown", json!({ "token": revealed["token"] })).unwrap();
    assert!(is_exported());
    assert_eq!(window.code("secret_shown", json!({ "token": revealed["token"] })), "notFound");

    let other = Window::with_vault();
    let raw = json!({ "type": "privateKey", "text": "42".repeat(32) });
    other.call("import_account", import("raw", raw)).unwrap();
    let revealed = other.call("reveal_secret", reveal).unwrap();
    other.ask("lock_vault");
    other.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(other.code("secret_shown", json!({ "token": revealed["token"] })), "notFound");
    assert_eq!(other.call("account_removal", json!({ "name": "raw" })).unwrap()["exported"], false);
    let there = other.choose_target("raw.json");
    other.call("export_key_file", export(&there)).unwrap();
    assert_eq!(other.call("account_removal", json!({ "name": "raw" })).unwrap()["exported"], true);
}

#[test]
fn a_key_file_that_was_made_with_no_password_comes_in() {
    let window = Window::with_vault();
    // Made by ethers with an empty password; names in capitals and numbers with a point, as others write them.
    let file = include_str!("../../../tests/vectors/keystore-v3/no-passphrase.json");
    let token = window.choose("empty.json", file.as_bytes());
    let key = |password: &str| import("old", json!({ "type": "keyFile", "token": token, "password": password }));
    assert_eq!(window.code("import_account", key("something")), "wrongPassword");
    let account = window.call("import_account", key("")).unwrap();
    assert_eq!(account["address"], "0x17c5185167401eD00cF5F5b2fc97D9BBfDb7D025");
}
