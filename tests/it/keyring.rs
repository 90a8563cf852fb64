//! The command line with a real Secret Service: GNOME Keyring on a session bus of its own.
//!
//! Needs the programs `dbus-daemon` and `gnome-keyring-daemon`, and no desktop.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use idw_journeys::{Home, Run};

use crate::bus::{Bus, spawn};

#[test]
fn the_secret_service_unlocks_until_it_is_disabled_or_gone() {
    let home = Home::with_vault();
    let bus = Bus::start();
    let run = |words: &[&str]| idw(&home, &bus.address, words);
    no_keyring_yet(&home, &bus);

    let service = Service::start(&home, &bus, true);
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
    assert!(said.contains("Secret Service") && said.contains("no answer within 2 s"), "{said}");
    assert!(start.elapsed() < Duration::from_secs(30), "the program ended without the keyring");
    assert_eq!(home.run(["attribute", "list"]).code, 0, "the password works");
    service.signal("-CONT");
    assert_eq!(run(&["attribute", "list"]).code, 0);

    // Another password changes nothing for the keyring; a keyring that starts locked or is gone says so.
    drop(service);
    let locked = Service::start(&home, &bus, false);
    let said = run(&["attribute", "list"]).must_fail(3);
    assert!(said.contains("Secret Service") && said.contains("password"), "{said}");
    drop(locked);
    let said = run(&["attribute", "list"]).must_fail(3);
    assert!(said.contains("cannot be used here"), "{said}");

    let service = Service::start(&home, &bus, true);
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
    assert!(said.code == 0 && said.stdout.contains("cannot be used here"), "{said:?}");
    let no_bus = format!("unix:path={}", home.path().join("no-bus").display());
    let said = idw(home, &no_bus, &["keyring", "status"]);
    assert!(said.code == 0 && said.stdout.contains("cannot be used here"), "{said:?}");
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

/// GNOME Keyring as the session's Secret Service; its files are in the home.
struct Service(Child);

impl Service {
    fn start(home: &Home, bus: &Bus, unlocked: bool) -> Self {
        let runtime = home.path().join("runtime");
        std::fs::create_dir_all(&runtime).expect("a folder for its sockets");
        let mut daemon = spawn(
            Command::new("gnome-keyring-daemon")
                .args(["--foreground", "--components=secrets"])
                .arg(format!("--control-directory={}", runtime.join("keyring").display()))
                .args(unlocked.then_some("--unlock"))
                .env("HOME", home.path())
                .env("XDG_DATA_HOME", home.path().join("data"))
                .env("XDG_RUNTIME_DIR", &runtime)
                .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
                .stdin(Stdio::piped())
                .stdout(Stdio::null()),
        );
        daemon.stdin.take().expect("its input is a pipe").write_all(b"login password").expect("it reads it");
        let service = Self(daemon);
        Self::wait_until_it_answers(home, bus);
        service
    }

    fn wait_until_it_answers(home: &Home, bus: &Bus) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !has_owner(bus) {
            assert!(Instant::now() < deadline, "gnome-keyring-daemon did not come up in {}", home.path().display());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.0.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "kill {signal}");
    }
}

/// Whether there is a Secret Service on the bus.
fn has_owner(bus: &Bus) -> bool {
    let asked = Command::new("dbus-send")
        .args([&format!("--bus={}", bus.address), "--print-reply", "--dest=org.freedesktop.DBus"])
        .args(["/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"])
        .output()
        .expect("dbus-send is installed beside dbus-daemon");
    String::from_utf8_lossy(&asked.stdout).contains("boolean true")
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
