//! The rows of the client in Python, against the wallet instead of a service that keeps nothing: the vault keeps the same rules.

use std::collections::HashSet;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use idw_journeys::{Holder, Home, repository};
use serde_json::{Value, json};

use super::register;

/// The title of what the user declines: `NO` in `rp.py`.
const NO: &str = "Say no";
/// So many numbered domains the user's emails have: `DOMAINS` in `rp.py`.
const DOMAINS: u32 = 8;

/// A user who is not verified, with every email that a row may ask for an answer.
fn home() -> Home {
    let home = Home::with_vault();
    let schema = "http://platform.selfkey.org/schema/attribute/email.json";
    let numbered =
        |who: &str, domain: &str| (0..DOMAINS).map(|at| format!("{who}@{domain}{at}.example")).collect::<Vec<_>>();
    let emails = [
        numbered("approve", "row"),
        numbered("decline", "row"),
        numbered("slow", "row"),
        numbered("unverified", "row"),
        numbered("approve", "spelt"),
        numbered("decline", "spelt"),
        vec!["approve@same.example".to_owned()],
    ];
    let attributes = emails.concat().into_iter().map(|email| json!({"schema": schema, "label": email, "value": email}));
    let file =
        json!({"format": "idw-data", "version": 1, "documents": [], "attributes": attributes.collect::<Vec<_>>()});
    let path = home.path().join("emails.json");
    fs::write(&path, file.to_string()).expect("the test's own file");
    home.ok(["attribute", "import", &path.display().to_string()]);
    for (name, value) in [("first-name", "Ada"), ("last-name", "Example"), ("date-of-birth", "1985-04-12")] {
        home.ok(["attribute", "set", name, value]);
    }
    for name in ["nationality", "country-of-residency"] {
        home.set_fields(name, &["country=GB"], &[]);
    }
    home.set_fields("physical-address", &["address_line_1=1 Sample Street", "city=London"], &[]);
    home
}

/// Answers whatever waits, the newest first, until it is told to stop.
fn answer(home: &Home, is_over: &AtomicBool) {
    let mut answered = HashSet::new();
    while !is_over.load(Ordering::Relaxed) {
        let listed = home.ok(["requests", "list"]);
        let waiting = |one: &&Value| one["status"] == "waiting" && !answered.contains(&one["id"]);
        let Some(one) = listed.as_array().expect("a list").iter().find(waiting) else { continue };
        let id = one["id"].as_str().expect("an id");
        // Meanwhile the party may have taken it back, or ask for what this user does not hold.
        if one["title"] == NO {
            home.run(["requests", "decline", id]);
        } else {
            home.run(["requests", "approve", id, "--yes", "--accept-changes"]);
        }
        answered.insert(one["id"].clone());
    }
}

#[test]
fn the_client_in_python_finds_every_rule_kept_by_the_wallet() {
    let python = Command::new("python3").arg("--version").output();
    if !python.is_ok_and(|version| version.status.success()) {
        println!("There is no python3 here; its client is left out.");
        return;
    }
    let home = home();
    let keys = [("Party", &[][..]), ("Another", &[]), ("Blocked", &[]), ("Kiosk", &["--open-limit", "2"])]
        .map(|(name, options)| register(&home, name, options).key);
    home.ok(["eid", "rp", "block", "Blocked"]);
    let holder = Holder::start(&home, &["--eid", "127.0.0.1:0"]);
    let is_over = AtomicBool::new(false);
    let ended = thread::scope(|scope| {
        scope.spawn(|| answer(&home, &is_over));
        let ended = Command::new("python3")
            .arg(repository().join("crates/autheid/tests/clients/rest.py"))
            .arg(format!("http://{}", holder.eid()))
            .env("IDW_EID_WALLET_KEYS", keys.join(" "))
            .output();
        is_over.store(true, Ordering::Relaxed);
        ended.expect("python3 was there a moment ago")
    });
    let said = [ended.stdout, ended.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(ended.status.success(), "{said}");
    let rows = said.split(' ').next().and_then(|rows| rows.parse::<u32>().ok());
    assert!(rows >= Some(40), "few rows were carried out: {said}");
}
