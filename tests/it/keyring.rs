//! The command line with a real Secret Service: GNOME Keyring on a session bus of its own.
//!
//! Needs the programs `dbus-daemon` and `gnome-keyring-daemon`, and no desktop.

use std::time::{Duration, Instant};

use idw_journeys::{Home, Run};

use crate::bus::Bus;
use crate::secret_service::SecretService;

#[test]
fn the_secret_service_unlocks_until_it_is_disabled_or_gone() {
    let home = Home::with_vault();
    let bus = Bus::start();
    let run = |words: &[&str]| idw(&home, &bus.address, words);
    no_keyring_yet(&home, &bus);

    let service = SecretService::start(&home, &bus, true);
    home_with_bus(&home, &bus, &["keyring", "enable"]);
    let said = run(&["--json", "keyring", "status"]).json();
    assert_eq!((&said["enabled"], &said["backend"]), (&true.into(), &"Secret Service".into()), "{said}");
    let listed = run(&["attribute", "list"]);
    assert_eq!(listed.code, 0, "no password was given, and none was needed: {listed:?}");
    assert!(listed.stderr.is_empty(), "{listed:?}");
    run(&["--no-keyring", "attribute", "list"]).must_fail(3);

    // A daemon that does not answer is given up, and does not keep the program from ending.
    service.signal("-STOP");
    let start = Instant::now();
    let said = run(&["attribute", "list"]).must_fail(3);
    assert!(said.contains("Secret Service") && said.contains("did not answer within 2 seconds"), "{said}");
    assert!(start.elapsed() < Duration::from_secs(30), "the program ended without the keyring");
    assert_eq!(home.run(["attribute", "list"]).code, 0, "the password works");
    service.signal("-CONT");
    assert_eq!(run(&["attribute", "list"]).code, 0);

    // Another password changes nothing for the keyring; a keyring that starts locked or is gone says so.
    drop(service);
    let locked = SecretService::start(&home, &bus, false);
    let said = run(&["attribute", "list"]).must_fail(3);
    assert!(said.contains("Secret Service") && said.contains("password"), "{said}");
    drop(locked);
    let said = run(&["attribute", "list"]).must_fail(3);
    assert!(said.contains("cannot use the system keyring"), "{said}");

    let service = SecretService::start(&home, &bus, true);
    let disabled = run(&["--json", "keyring", "disable"]).json();
    assert_eq!(disabled["enabled"], false, "{disabled}");
    assert!(disabled["problem"].is_null(), "the secret is gone: {disabled}");
    run(&["attribute", "list"]).must_fail(3);
    drop(service);
    let activity = home.ok(["activity", "list"]).to_string();
    assert!(activity.contains("keyringEnabled") && activity.contains("keyringDisabled"), "{activity}");
}

fn no_keyring_yet(home: &Home, bus: &Bus) {
    let said = idw(home, &bus.address, &["keyring", "status"]);
    assert!(said.code == 0 && said.stdout.contains("cannot use the system keyring"), "{said:?}");
    let no_bus = format!("unix:path={}", home.path().join("no-bus").display());
    let said = idw(home, &no_bus, &["keyring", "status"]);
    assert!(said.code == 0 && said.stdout.contains("cannot use the system keyring"), "{said:?}");
}

/// `idw` with the password and the bus; it must succeed.
fn home_with_bus(home: &Home, bus: &Bus, words: &[&str]) {
    let output = home.command().env("DBUS_SESSION_BUS_ADDRESS", &bus.address).args(words).output();
    let run = Run::from(output.expect("idw starts"));
    assert_eq!(run.code, 0, "idw {words:?}: {run:?}");
}

/// `idw` with a bus, and without the password.
fn idw(home: &Home, bus: &str, words: &[&str]) -> Run {
    let mut command = home.program("idw");
    command.env("DBUS_SESSION_BUS_ADDRESS", bus).arg("--vault").arg(home.vault()).args(words);
    Run::from(command.output().expect("idw starts"))
}
