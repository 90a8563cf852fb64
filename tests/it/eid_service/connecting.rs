//! Connecting a wallet, a second device, and the end of a connection.

use idw_journeys::{EidServer, Holder, Home, wait_for};

use super::{EMAIL, World, connect};

#[test]
fn a_code_connects_one_wallet() {
    let server = EidServer::start(&[]);
    let [ada, other] = [Home::with_vault(), Home::with_vault()];
    let code = server.invite(EMAIL);
    let file = ada.path().join("code");
    std::fs::write(&file, format!("{code}\n")).expect("the test's own file");
    let connected = ada.ok(["eid", "connect", &server.url(), "--code-file", &file.display().to_string()]);
    assert_eq!(connected["email"], EMAIL, "{connected}");
    assert!(!connected.to_string().contains(&code), "a code is a secret");
    let refused = other.run(["eid", "connect", &server.url(), "--code", &code]);
    assert_ne!(refused.code, 0);
    assert!(refused.stderr.contains("code"), "{}", refused.stderr);
    assert_eq!(other.ok(["eid", "list"]).as_array().map(Vec::len), Some(0), "nothing of it is kept");
    let listed = ada.ok(["eid", "list"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
    let users = server.operate(&["user", "list"]);
    assert_eq!(users[0]["devices"].as_array().map(Vec::len), Some(1), "{users}");
    ada.ok(["eid", "disconnect", &server.url()]);
    assert_eq!(ada.ok(["eid", "list"]).as_array().map(Vec::len), Some(0));
    let users = server.operate(&["user", "list"]);
    assert_eq!(users[0]["devices"].as_array().map(Vec::len), Some(0), "the service was told: {users}");
}

#[test]
fn a_second_device_is_shown_to_the_first_and_either_may_answer() {
    let mut world = World::new(&[], &[]);
    let second = Home::with_vault();
    connect(&second, &world.server);
    let second_holder = Holder::start(&second, &[]);
    let id = world.ask("AUTHENTICATION", "Log in");
    world.entry("Log in");
    let entry = wait_for("the second device shows it", || {
        let listed = second.ok(["requests", "list"]);
        listed[0]["id"].as_str().map(str::to_owned)
    });
    second.ok(["requests", "approve", &entry, "--yes", "--accept-changes"]);
    assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
    wait_for("it leaves the first one's inbox", || {
        world.find("Log in").is_none_or(|entry| entry["status"] != "waiting").then_some(())
    });
    world.stop();
    let listed = world.home.ok(["eid", "list"]);
    assert_eq!(listed[0]["devices"].as_array().map(Vec::len), Some(2), "{listed}");
    drop(second_holder);
}

#[test]
fn a_user_who_is_removed_is_told() {
    let mut world = World::new(&[], &[]);
    world.ask("AUTHENTICATION", "Log in");
    world.entry("Log in");
    world.server.operate(&["user", "remove", EMAIL]);
    wait_for("it leaves the inbox", || {
        world.find("Log in").is_none_or(|entry| entry["status"] != "waiting").then_some(())
    });
    world.stop();
    let listed = world.home.ok(["eid", "list"]);
    assert_eq!(listed[0]["status"], "ended", "{listed}");
}

#[test]
fn a_service_that_was_away_is_reached_again() {
    let mut world = World::new(&[], &[]);
    world.server.kill();
    world.server.run();
    let id = world.ask("AUTHENTICATION", "Log in");
    world.approve("Log in");
    assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
}
