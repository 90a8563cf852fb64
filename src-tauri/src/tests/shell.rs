//! What concerns the window itself.

use serde_json::{Value, json};

use super::{PASSWORD, Window};

#[test]
fn the_time_until_the_wallet_locks_is_one_of_the_choices() {
    let window = Window::new();
    let first = window.ask("auto_lock");
    assert_eq!(first, json!({ "minutes": 10, "choices": [1, 5, 10, 15, 30, 60] }));
    assert_eq!(window.call("set_auto_lock", json!({ "minutes": 5 })).unwrap()["minutes"], 5);
    for minutes in [0, 7, 100_000] {
        assert_eq!(window.code("set_auto_lock", json!({ "minutes": minutes })), "usage", "{minutes}");
    }
    assert_eq!(window.ask("auto_lock")["minutes"], 5);
    assert_eq!(window.call("set_auto_lock", json!({ "minutes": null })).unwrap()["minutes"], Value::Null);
}

#[test]
fn what_was_typed_comes_back_after_a_lock() {
    let window = Window::with_vault();
    assert_eq!(window.ask("unsaved"), Value::Null);
    window.call("keep_unsaved", json!({ "content": "half a name" })).unwrap();
    let unlock = || {
        window.ask("lock_vault");
        assert_eq!(window.code("unsaved", json!({})), "locked");
        window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    };
    unlock();
    assert_eq!(window.ask("unsaved"), "half a name");
    unlock();
    assert_eq!(window.ask("unsaved"), "half a name", "also after a lock in which nobody typed");
    window.call("keep_unsaved", json!({ "content": null })).unwrap();
    unlock();
    assert_eq!(window.ask("unsaved"), Value::Null, "it was saved or given up");
}

#[test]
fn what_was_typed_stays_in_its_profile() {
    let window = Window::with_vault();
    window.call("add_profile", json!({ "name": "Second", "kind": "person" })).unwrap();
    window.call("keep_unsaved", json!({ "content": "typed in the first" })).unwrap();
    window.call("select_profile", json!({ "id": window.profile("Second") })).unwrap();
    assert_eq!(window.ask("unsaved"), Value::Null);
    window.call("select_profile", json!({ "id": window.profile("personal") })).unwrap();
    assert_eq!(window.ask("unsaved"), "typed in the first");
}

#[test]
fn a_lock_does_not_lose_the_profile() {
    let window = Window::with_vault();
    window.call("add_profile", json!({ "name": "Second", "kind": "person" })).unwrap();
    let second = window.profile("Second");
    let selected = || {
        window.ask("lock_vault");
        window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
        let profiles = window.ask("list_profiles");
        let one = profiles.as_array().unwrap().iter().find(|profile| profile["selected"] == true).unwrap();
        one["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(selected(), "personal");
    window.call("select_profile", json!({ "id": second })).unwrap();
    assert_eq!(selected(), "Second");
    window.call("select_profile", json!({ "id": window.profile("personal") })).unwrap();
    window.call("remove_profile", json!({ "id": second, "withContent": false })).unwrap();
    window.state().settings().set_profile(&second).unwrap();
    assert_eq!(selected(), "personal", "the one used last is gone");
}

#[test]
fn a_path_for_a_question_that_nobody_asked_goes_nowhere() {
    let window = Window::with_vault();
    let answer = json!({ "id": "0", "path": "/etc/hostname", "replace": false });
    assert_eq!(window.code("answer_path", answer), "notFound");
}
