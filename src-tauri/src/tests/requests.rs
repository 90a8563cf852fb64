//! Requests from outside: handed in on the private socket, listed and declined.

use std::{
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use idw_holder::{ClientError, hand_in, message::HandIn};
use idw_link::Place;
use idw_wallet::{OpenError, Problem, Wallet};
use serde_json::json;
use tauri::{
    async_runtime::block_on,
    ipc::{Channel, InvokeResponseBody},
};
use tempfile::TempDir;

use super::{PASSWORD, Window, make_vault};
use crate::{holding::Holding, outside};

/// Long enough for a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window that listens on a socket of its own.
struct Case {
    window: Window,
    runtime: TempDir,
}

impl Case {
    fn new() -> Self {
        let (folder, runtime) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let holding = Holding::new(folder.path().join("vault")).listening(Some(runtime.path().into()));
        let window = Window::of(holding, folder);
        outside::watch(window.app.handle());
        Self { window, runtime }
    }

    /// On a vault that was not unlocked since the window was started.
    fn with_locked_vault() -> Self {
        let case = Self::new();
        drop(make_vault(&case.window.folder.path().join("vault")));
        assert_eq!(case.window.ask("vault_status")["state"], "locked");
        case
    }

    fn unlock(&self) {
        self.window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    }

    fn hand_in(&self, site: &str) -> Result<(), ClientError> {
        let vault = self.window.folder.path().join("vault");
        let place = Place::find(&vault, Some(self.runtime.path().as_os_str())).unwrap();
        block_on(hand_in(&place, &HandIn::Open { link: format!("idw://login?site=https://{site}/lws.json") }))
    }

    /// Who asks, and what has become of it, by name: two that came in one second have no order.
    fn listed(&self) -> Vec<(String, String)> {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let requests = self.window.ask("list_requests");
        let mut listed: Vec<_> =
            requests.as_array().unwrap().iter().map(|one| (text(&one["party"]), text(&one["status"]))).collect();
        listed.sort();
        listed
    }

    /// Hears what the page is told.
    fn page(&self) -> Receiver<String> {
        let (tell, told) = channel();
        self.window.state().listen(Channel::new(move |news| {
            let InvokeResponseBody::Json(news) = news else { panic!("an event is JSON") };
            tell.send(news).unwrap();
            Ok(())
        }));
        told
    }
}

fn waiting(party: &str) -> (String, String) {
    (party.to_owned(), "waiting".to_owned())
}

#[test]
fn what_comes_while_the_wallet_is_locked_is_in_the_inbox_once_it_is_unlocked() {
    let case = Case::with_locked_vault();
    let refused = case.hand_in("early.example").unwrap_err();
    assert_eq!(refused.to_string(), "holder-never-unlocked");
    case.unlock();
    assert_eq!(case.listed(), []);
    case.hand_in("shop.example").unwrap();
    assert_eq!(case.listed(), [waiting("shop.example")]);

    case.window.ask("lock_vault");
    case.hand_in("bank.example").unwrap();
    assert_eq!(case.window.code("list_requests", json!({})), "locked");
    let taken = Wallet::open(&case.window.folder.path().join("vault"));
    assert_eq!(taken.as_ref().map_err(OpenError::problem).err(), Some(Problem::InUse), "it is still this window's");
    case.unlock();
    assert_eq!(case.listed(), [waiting("bank.example"), waiting("shop.example")]);
}

#[test]
fn a_vault_that_the_window_makes_is_answered_for_at_once() {
    let case = Case::new();
    case.window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    case.hand_in("shop.example").unwrap();
    assert_eq!(case.listed(), [waiting("shop.example")]);
}

#[test]
fn the_page_is_told_of_what_comes_and_of_the_users_no() {
    let case = Case::new();
    case.window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    let told = case.page();
    let changed = r#"{"type":"requestsChanged"}"#;
    case.hand_in("shop.example").unwrap();
    assert_eq!(told.recv_timeout(PATIENCE).unwrap(), changed);

    let id = case.window.ask("list_requests")[0]["id"].clone();
    let declined = case.window.call("decline_request", json!({ "id": id })).unwrap();
    assert_eq!(declined["status"], "declined");
    assert_eq!(told.recv_timeout(PATIENCE).unwrap(), changed);
    assert_eq!(case.listed(), [("shop.example".to_owned(), "declined".to_owned())]);
    assert_eq!(case.window.code("decline_request", json!({ "id": id })), "declined");
    assert_eq!(case.window.code("open_request", json!({ "wait": "1", "id": id })), "declined");
}

#[test]
fn a_request_of_a_site_that_the_wallet_does_not_know_is_not_opened() {
    let case = Case::new();
    case.window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    case.hand_in("shop.example").unwrap();
    let id = case.window.ask("list_requests")[0]["id"].clone();
    assert_eq!(case.window.code("open_request", json!({ "wait": "1", "id": id })), "notFound");
    assert_eq!(case.window.code("open_request", json!({ "wait": "1", "id": "17" })), "notFound");
    assert_eq!(case.listed(), [waiting("shop.example")]);
}

#[test]
fn nobody_is_answered_once_the_window_has_ended() {
    let case = Case::new();
    case.window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    case.window.state().holding().stop_listening();
    let failed = case.hand_in("shop.example").unwrap_err();
    assert!(failed.to_string().contains("nobody answers"), "{failed}");
}
