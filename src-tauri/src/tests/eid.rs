//! Requests by Auth eID: the service, the parties, and which profile answers.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
};

use serde_json::{Value, json};
use tauri::{Manager as _, async_runtime::block_on};

use super::{PASSWORD, Window, attribute, said};
use crate::commands::eid::cancel_eid_connect;

/// What a service gives out: 26 characters.
const CODE: &str = "0123456789ABCDEFGHJKMNPQRS";

/// A port that is another program's as long as this is kept.
fn taken_port() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

fn free_port() -> u16 {
    taken_port().1
}

/// A window that answers parties at this port.
struct Case {
    window: Window,
    port: u16,
}

impl Case {
    fn answering(window: Window) -> Self {
        let port = free_port();
        let url = window.call("start_eid_service", json!({ "port": port })).unwrap();
        assert_eq!(url, format!("http://127.0.0.1:{port}"));
        Self { window, port }
    }

    fn add(&self, name: &str) -> Value {
        let input = json!({ "name": name, "form": "x509", "matching": false, "openLimit": null, "logo": null });
        self.window.call("add_eid_party", json!({ "input": input })).unwrap()
    }

    /// What a party gets that asks with this key.
    fn ask(&self, key: &str, email: &str) -> (u16, Value) {
        let body = json!({ "type": "AUTHENTICATION", "email": email, "title": "Log in" }).to_string();
        self.call("POST", "", key, &body)
    }

    /// In HTTP/1.0, whose bodies end with the connection.
    fn call(&self, method: &str, path: &str, key: &str, body: &str) -> (u16, Value) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let (port, length) = (self.port, body.len());
        let head =
            format!("{method} /v1/requests{path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {key}");
        write!(stream, "{head}\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), serde_json::from_str(body).unwrap_or_default())
    }

    fn set_email(&self, email: &str) {
        self.window.call("set_attribute", attribute("email", json!({ "text": email }))).unwrap();
    }

    /// The id of the newest request in the inbox.
    fn newest(&self) -> Value {
        self.window.ask("list_requests")[0]["id"].clone()
    }
}

fn key_of(made: &Value) -> String {
    made["key"].as_str().unwrap().to_owned()
}

#[test]
fn a_party_asks_and_gets_the_users_answer() {
    let case = Case::answering(Window::with_vault());
    case.set_email("ada@mail.example");
    let made = case.add("Sample Shop");
    let key = key_of(&made);
    let (status, asked) = case.ask(&key, "ada@mail.example");
    assert_eq!(status, 200, "{asked}");

    let id = case.newest();
    assert_eq!(case.window.call("who_answers", json!({ "id": id })).unwrap(), json!({ "type": "active" }));
    let opened = case.window.call("open_request", json!({ "wait": "1", "id": id, "profile": null })).unwrap();
    assert_eq!(opened["consent"]["asked"]["email"], "ada@mail.example");
    let answer = json!({ "id": opened["id"], "choices": [], "number": null, "onProgress": "__CHANNEL__:1" });
    case.window.call("approve", answer).unwrap();
    let (status, result) = case.call("GET", &format!("/{}", asked["request_id"].as_str().unwrap()), &key, "");
    assert_eq!((status, &result["status"]), (200, &json!("SUCCESS")), "{result}");
}

#[test]
fn a_key_is_good_until_it_is_replaced_or_its_party_is_removed() {
    let case = Case::answering(Window::with_vault());
    let made = case.add("Sample Shop");
    let (first, id) = (key_of(&made), made["party"]["id"].clone());
    assert_eq!(case.ask(&first, "ada@mail.example").0, 200);
    assert_eq!(made["party"]["openLimit"], 100);

    let made = case.window.call("rotate_eid_key", json!({ "id": id })).unwrap();
    assert_eq!(case.ask(&first, "ada@mail.example").0, 401);
    assert_eq!(case.ask(&key_of(&made), "ada@mail.example").0, 200);
    case.window.call("remove_eid_party", json!({ "id": id })).unwrap();
    assert_eq!(case.ask(&key_of(&made), "ada@mail.example").0, 401);
    assert_eq!(case.window.ask("list_eid_parties"), json!([]));
    assert_eq!(case.window.code("rotate_eid_key", json!({ "id": id })), "notFound");
}

#[test]
fn what_a_blocked_party_asks_is_not_shown() {
    let case = Case::answering(Window::with_vault());
    case.set_email("ada@mail.example");
    let made = case.add("Sample Shop");
    let id = made["party"]["id"].clone();
    let blocked = case.window.call("block_eid_party", json!({ "id": id })).unwrap();
    assert!(blocked["blocked"].is_string(), "{blocked}");
    assert_eq!(case.ask(&key_of(&made), "ada@mail.example").0, 200, "it cannot tell");
    assert_eq!(case.window.ask("list_requests"), json!([]));
    let unblocked = case.window.call("unblock_eid_party", json!({ "id": id })).unwrap();
    assert_eq!(unblocked["blocked"], Value::Null);
    assert_eq!(case.ask(&key_of(&made), "ada@mail.example").0, 200);
    assert_eq!(case.window.ask("list_requests").as_array().unwrap().len(), 1);
}

#[test]
fn a_party_needs_a_name_of_its_own_and_a_limit_that_can_be() {
    let window = Window::with_vault();
    let add = |name: &str, limit: u32| {
        let input = json!({ "name": name, "form": "raw", "matching": true, "openLimit": limit, "logo": null });
        json!({ "input": input })
    };
    let made = window.call("add_eid_party", add("Tests", 7)).unwrap();
    let party = json!({ "form": made["party"]["form"], "limit": made["party"]["openLimit"], "matching": made["party"]["matching"] });
    assert_eq!(party, json!({ "form": "raw", "limit": 7, "matching": true }));
    assert_eq!(window.code("add_eid_party", add("tests", 7)), "exists");
    assert_eq!(window.code("add_eid_party", add("  ", 7)), "usage");
    assert_eq!(window.code("add_eid_party", add("Others", 0)), "usage");
}

#[test]
fn a_port_that_another_program_has_is_told_of() {
    let window = Window::new();
    let (_other, port) = taken_port();
    let failure = window.call("start_eid_service", json!({ "port": port })).unwrap_err();
    assert_eq!(failure["code"], "inUse");
    assert!(said(&failure["message"]).contains(&format!("uses port {port}")), "{failure}");
    assert_eq!(window.ask("eid_service_url"), Value::Null);
    for port in [0, 65_536] {
        assert_eq!(window.code("start_eid_service", json!({ "port": port })), "usage", "{port}");
    }
}

#[test]
fn a_service_that_does_not_answer_is_told_of_and_nothing_is_left_of_it() {
    let window = Window::with_vault();
    let connect = |url: String, code: &str| json!({ "url": url, "code": code, "name": null });
    let (silent, port) = taken_port();
    let url = format!("http://127.0.0.1:{port}");
    assert_eq!(window.code("connect_eid_service", connect(url.clone(), "ABC")), "usage");
    assert_eq!(window.code("connect_eid_service", connect("http://eid.example".to_owned(), CODE)), "usage");

    let app = window.app.handle().clone();
    let canceller = std::thread::spawn(move || {
        // As soon as the wallet calls, and before it has an answer.
        let called = silent.accept().unwrap();
        block_on(cancel_eid_connect(app.state())).unwrap();
        called
    });
    assert_eq!(window.code("connect_eid_service", connect(url.clone(), CODE)), "stopped");
    drop(canceller.join().unwrap());
    assert_eq!(window.code("connect_eid_service", connect(url, CODE)), "unreachable");
    assert_eq!(window.ask("eid_services"), json!([]));

    window.ask("cancel_eid_connect");
    assert_eq!(window.code("know_eid_devices", json!({ "id": "x", "devices": [] })), "notFound");
    assert_eq!(window.code("disconnect_eid_service", json!({ "id": "x" })), "notFound");
}

#[test]
fn the_service_starts_once_moves_to_another_port_and_stops() {
    let case = Case::answering(Window::new());
    let start = |port: u16| case.window.call("start_eid_service", json!({ "port": port })).unwrap();
    let first = start(case.port);
    assert_eq!(case.window.ask("eid_service_url"), first);
    let other = free_port();
    assert_eq!(start(other), format!("http://127.0.0.1:{other}"));
    assert!(TcpStream::connect(("127.0.0.1", case.port)).is_err(), "it has moved");
    case.window.ask("stop_eid_service");
    case.window.ask("stop_eid_service");
    assert!(TcpStream::connect(("127.0.0.1", other)).is_err());
    assert_eq!(case.window.ask("eid_service_url"), Value::Null);
}

#[test]
fn callers_hear_of_a_wallet_that_was_never_unlocked_and_wait_for_one_that_is_locked() {
    let case = Case::answering(Window::new());
    assert_eq!(case.ask("any", "ada@mail.example").0, 503);
    case.window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    case.set_email("ada@mail.example");
    let key = key_of(&case.add("Sample Shop"));
    assert_eq!(case.ask(&key, "ada@mail.example").0, 200);
    assert_eq!(case.window.ask("request_waits"), Value::Null, "the wallet is not locked");

    case.window.ask("lock_vault");
    assert_eq!(case.window.ask("request_waits"), Value::Null, "nothing came since");
    let (status, asked) = case.ask(&key, "ada@mail.example");
    assert_eq!(status, 200, "{asked}");
    assert!(case.window.ask("request_waits").is_string());
    let path = format!("/{}/cancel", asked["request_id"].as_str().unwrap());
    assert_eq!(case.call("POST", &path, &key, "").0, 200);
    assert_eq!(case.window.ask("request_waits"), Value::Null, "it was taken back");

    assert_eq!(case.ask(&key, "ada@mail.example").0, 200);
    case.window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(case.window.ask("request_waits"), Value::Null);
    // The one from before and the one that came meanwhile, as soon as the service has written it.
    let is_there = || case.window.ask("list_requests").as_array().unwrap().len() >= 2;
    block_on(async {
        while !is_there() {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn the_profile_that_has_the_email_answers() {
    let case = Case::answering(Window::with_vault());
    let home = case.window.ask("list_profiles")[0]["id"].clone();
    for (profile, emails) in
        [("Ltd", &["team@works.example", "ltd@works.example"][..]), ("Club", &["team@works.example"])]
    {
        case.window.call("add_profile", json!({ "name": profile, "kind": "person" })).unwrap();
        case.window.call("select_profile", json!({ "id": case.window.profile(profile) })).unwrap();
        for email in emails {
            let more = json!({ "text": email, "label": email });
            case.window.call("set_attribute", attribute("email", more)).unwrap();
        }
    }
    case.window.call("select_profile", json!({ "id": home })).unwrap();
    let (ltd, club) = (case.window.profile("Ltd"), case.window.profile("Club"));
    let key = key_of(&case.add("Sample Shop"));

    assert_eq!(case.ask(&key, "ltd@works.example").0, 200);
    let id = case.newest();
    let by = case.window.call("who_answers", json!({ "id": id })).unwrap();
    assert_eq!(by, json!({ "type": "other", "profile": { "id": ltd, "name": "Ltd" } }));
    let opened = case.window.call("open_request", json!({ "wait": "1", "id": id, "profile": ltd })).unwrap();
    let answer = json!({ "id": opened["id"], "choices": [], "number": null, "onProgress": "__CHANNEL__:1" });
    case.window.call("approve", answer).unwrap();
    assert_eq!(case.window.ask("list_requests")[0]["status"], "answered");

    assert_eq!(case.ask(&key, "team@works.example").0, 200);
    let waiting = case.window.ask("list_requests");
    let id = waiting.as_array().unwrap().iter().find(|one| one["status"] == "waiting").unwrap()["id"].clone();
    let by = case.window.call("who_answers", json!({ "id": id })).unwrap();
    assert_eq!(
        by,
        json!({ "type": "oneOf", "profiles": [{ "id": ltd, "name": "Ltd" }, { "id": club, "name": "Club" }] })
    );
    assert_eq!(case.window.code("open_request", json!({ "wait": "1", "id": id, "profile": null })), "usage");
    let opened = case.window.call("open_request", json!({ "wait": "1", "id": id, "profile": club })).unwrap();
    assert_eq!(opened["consent"]["site"], "Sample Shop");
}
