//! Identity checks where there is nothing to check with, and how one that is under way ends.

use std::sync::mpsc;

use serde_json::json;

use super::{PASSWORD, Window};
use crate::state::Stop;

impl Window {
    /// A check that waits for the browser; it tells when it is given up.
    fn begin_check(&self) -> mpsc::Receiver<()> {
        let (given_up, heard) = mpsc::channel();
        self.state().begin_check(Stop::new(move || given_up.send(()).unwrap())).unwrap();
        heard
    }
}

#[test]
fn without_a_provider_there_is_no_check() {
    let window = Window::with_vault();
    assert_eq!(window.ask("list_providers"), json!([]));
    let run = json!({ "provider": "Example Check", "onStep": "__CHANNEL__:1" });
    assert_eq!(window.code("run_check", run), "notFound");
    assert_eq!(window.code("check_preview", json!({})), "notFound");
    assert_eq!(window.code("keep_check", json!({ "choices": [] })), "notFound");
    assert_eq!(window.code("remove_provider", json!({ "id": "x" })), "notFound");
}

#[test]
fn a_check_under_way_blocks_nothing_and_ends_when_it_is_cancelled() {
    let window = Window::with_vault();
    let given_up = window.begin_check();
    assert_eq!(window.ask("list_attributes"), json!([]));
    assert!(given_up.try_recv().is_err(), "it still waits");
    window.ask("cancel_check");
    given_up.try_recv().expect("it is given up");
    window.ask("cancel_check");
}

#[test]
fn a_check_ends_with_the_session_and_with_the_next_one() {
    let window = Window::with_vault();
    let first = window.begin_check();
    let second = window.begin_check();
    first.try_recv().expect("there is one at a time");
    window.ask("lock_vault");
    second.try_recv().expect("locking gives it up");
    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("check_preview", json!({})), "notFound");
}

#[test]
fn a_locked_wallet_begins_no_check() {
    let window = Window::with_vault();
    window.ask("lock_vault");
    assert_eq!(window.code("run_check", json!({ "provider": "x", "onStep": "__CHANNEL__:1" })), "locked");
    let (given_up, heard) = mpsc::channel();
    let begun = window.state().begin_check(Stop::new(move || given_up.send(()).unwrap()));
    assert!(begun.is_err());
    heard.try_recv().expect("what was begun meanwhile is given up");
}
