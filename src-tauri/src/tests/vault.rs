//! The vault: made, locked, unlocked and looked after.

use idw_wallet::{Password, Problem, Wallet};
use serde_json::json;
use tauri::Manager as _;

use super::{PASSWORD, Window, attribute, make_vault, said};
use crate::{clipboard::tests::held, failure::FailureCode, state::AppState};

#[test]
fn a_vault_is_made_locked_and_unlocked() {
    let window = Window::new();
    assert_eq!(window.ask("vault_status")["state"], "none");
    assert_eq!(window.code("list_attributes", json!({})), "locked");

    let phrase = window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(phrase["words"].as_array().unwrap().len(), 24);
    assert_eq!(window.ask("vault_status")["state"], "open");
    let accounts = window.ask("list_accounts");
    assert_eq!(accounts[0]["name"], "main");

    window.ask("lock_vault");
    assert_eq!(window.ask("vault_status")["state"], "locked");
    assert_eq!(window.code("list_accounts", json!({})), "locked");
    assert_eq!(window.code("unlock_vault", json!({ "password": "wrong" })), "wrongPassword");
    assert_eq!(window.ask("vault_status")["state"], "locked", "a wrong password leaves no lock behind");

    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.ask("list_accounts"), accounts, "the same keys come back");
}

#[test]
fn a_password_typed_on_another_machine_unlocks_and_is_asked_for_again() {
    let window = Window::new();
    let (composed, apart) = ("Z\u{fc}rich caf\u{e9}", "\u{feff}Zu\u{308}rich cafe\u{301}");
    window.call("create_vault", json!({ "password": composed })).unwrap();
    window.ask("lock_vault");
    window.call("unlock_vault", json!({ "password": apart })).unwrap();
    window.call("reveal_secret", json!({ "name": "main", "password": apart, "secret": "phrase" })).unwrap();
    window.call("confirm_password", json!({ "password": apart })).unwrap();
    window.call("change_password", json!({ "current": apart, "replacement": apart })).unwrap();
    window.ask("lock_vault");
    window.call("unlock_vault", json!({ "password": composed })).unwrap();
}

/// The machine goes to sleep while the password's key is derived.
#[test]
fn a_wallet_that_is_to_be_locked_while_it_opens_stays_locked() {
    let window = Window::with_vault();
    window.ask("lock_vault");
    let password = Password::new(PASSWORD.to_owned());
    let open = || window.state().holding().unlock(|locked| locked.unlock(&password)).unwrap();
    let state = window.app.state::<AppState>();
    let opening = state.opening();
    drop(state.close());
    assert_eq!(state.opened(opening, open()).unwrap_err().code, FailureCode::Locked);
    assert_eq!(window.ask("vault_status")["state"], "locked");

    state.opened(state.opening(), open()).unwrap();
    assert_eq!(window.ask("vault_status")["state"], "open");
}

#[test]
fn an_unlock_waits_for_what_was_under_way_when_the_wallet_was_locked() {
    let window = Window::with_vault();
    let under_way = window.state().wallet().unwrap();
    drop(window.state().close());
    assert_eq!(window.ask("vault_status")["state"], "locked", "nobody who looks has to wait");
    let ends = std::thread::spawn(move || under_way.requests().map(|_| drop(under_way)));
    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    ends.join().unwrap().unwrap();
    assert_eq!(window.ask("vault_status")["state"], "open");
}

#[test]
fn locking_takes_a_copied_secret_out_of_the_clipboard() {
    let window = Window::with_vault();
    let clipboard = window.state().clipboard().clone();
    clipboard.put("0x4242".to_owned().into()).unwrap();
    assert_eq!(held().as_deref(), Some("0x4242"));
    // As the commands and the machine's sleep do.
    drop(window.state().close());
    assert_eq!(held(), None);
    assert_eq!(window.call("copy_secret", json!({ "text": "0x4343" })).unwrap(), 30);
}

#[test]
fn a_vault_in_use_says_so() {
    let window = Window::new();
    let other = make_vault(&window.folder.path().join("vault")).lock().unwrap();
    let status = window.ask("vault_status");
    assert_eq!(status["state"], "unusable");
    assert_eq!(status["failure"]["code"], "inUse");
    assert_eq!(window.code("unlock_vault", json!({ "password": PASSWORD })), "inUse");

    drop(other);
    assert_eq!(window.ask("vault_status")["state"], "locked");
}

#[test]
fn a_vault_is_held_while_it_is_locked_and_until_somebody_removes_it() {
    let window = Window::with_vault();
    let vault = window.folder.path().join("vault");
    let in_use = || Wallet::open(&vault).map_err(|error| error.problem()).err() == Some(Problem::InUse);
    assert!(in_use());
    window.ask("lock_vault");
    assert!(in_use());
    assert_eq!(window.ask("vault_status")["state"], "locked");
    std::fs::remove_dir_all(&vault).unwrap();
    assert_eq!(window.ask("vault_status")["state"], "none");
    window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.ask("vault_status")["state"], "open");
}

#[test]
fn the_password_can_be_changed() {
    let window = Window::with_vault();
    let change = |current: &str| json!({ "current": current, "replacement": "another long password" });
    assert_eq!(window.code("change_password", change("wrong")), "wrongPassword");
    window.call("change_password", change(PASSWORD)).unwrap();
    window.ask("lock_vault");
    assert_eq!(window.code("unlock_vault", json!({ "password": PASSWORD })), "wrongPassword");
    window.call("unlock_vault", json!({ "password": "another long password" })).unwrap();
}

#[test]
fn the_activity_log_is_whole() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let check = window.ask("verify_activity");
    assert_eq!(check["intact"], true);
    let all =
        json!({ "filter": { "text": "", "kind": "all", "language": "en" }, "part": { "offset": 0, "limit": 100 } });
    let listed = window.call("query_activity", all).unwrap();
    assert_eq!(check["entries"], listed["total"]);
    assert_eq!(said(&listed["rows"][0]["text"]), "Entered First Name");
    assert_eq!(window.ask("logged_sites"), json!([]));
}

#[test]
fn the_vault_is_looked_after() {
    let window = Window::with_vault();
    assert_eq!(window.ask("list_notices"), json!([]));
    assert!(window.ask("vault_usage")["records"].as_u64() > Some(0));
    assert!(window.ask("compact_vault")["after"].as_u64() > Some(0));
    assert_eq!(window.call("rate_password", json!({ "password": "password" })).unwrap()["enough"], false);
    assert_eq!(window.call("rate_password", json!({ "password": PASSWORD })).unwrap()["enough"], true);
    assert_eq!(window.ask("list_reminders"), json!([]));
    window.ask("lock_vault");
    assert_eq!(window.ask("vault_status")["keyring"], false);
}

#[test]
fn what_cannot_be_reached_or_answered_says_so() {
    let window = Window::with_vault();
    assert_eq!(window.code("add_site", json!({ "wait": "1", "url": "127.0.0.1:9/lws", "name": null })), "unreachable");
    assert_eq!(window.code("add_site", json!({ "wait": "2", "url": "no address", "name": null })), "usage");
    let intent = json!({ "purpose": "logIn", "site": "nowhere", "account": null, "template": null });
    assert_eq!(window.code("propose", json!({ "wait": "1", "intent": intent })), "notFound");
    window.call("decline", json!({ "id": "17" })).unwrap();
    assert_eq!(window.code("open_in_browser", json!({ "url": "file:///etc/hostname" })), "refused");
}

#[test]
fn what_a_repair_kept_aside_is_listed_and_removed() {
    let window = Window::with_vault();
    assert_eq!(window.ask("list_quarantined"), json!([]));
    let aside = window.folder.path().join("vault/damaged-1700000000");
    std::fs::create_dir(&aside).unwrap();
    std::fs::write(aside.join("db"), [7; 1000]).unwrap();
    let listed = window.ask("list_quarantined");
    assert_eq!(listed[0]["bytes"], 1000, "{listed}");
    assert_eq!(window.code("remove_quarantined", json!({ "name": "damaged-1" })), "notFound");
    window.call("remove_quarantined", json!({ "name": listed[0]["name"] })).unwrap();
    assert_eq!(window.ask("list_quarantined"), json!([]));
}
