//! A real Secret Service, which is what keeps secrets for programs on a Linux desktop.
//!
//! Needs the programs `dbus-daemon` and `gnome-keyring-daemon`, and no desktop.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use idw_journeys::Home;

use crate::bus::{Bus, spawn};

/// GNOME Keyring as the session's Secret Service; its files are in the home. It ends when this is dropped.
pub(super) struct SecretService(Child);

impl SecretService {
    /// Starts it, with its own keyring open or locked, and waits until it answers.
    pub(super) fn start(home: &Home, bus: &Bus, unlocked: bool) -> Self {
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

    /// Sends it a signal by its name, `-STOP`.
    pub(super) fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.0.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "kill {signal}");
    }
}

/// How many secrets of wallets it has, whichever these are.
pub(super) fn kept_secrets(bus: &Bus) -> usize {
    let found = Command::new("dbus-send")
        .args([&format!("--bus={}", bus.address), "--print-reply", "--dest=org.freedesktop.secrets"])
        .args(["/org/freedesktop/secrets", "org.freedesktop.Secret.Service.SearchItems"])
        .arg("dict:string:string:service,idw-vault")
        .output()
        .expect("dbus-send is installed beside dbus-daemon");
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    String::from_utf8_lossy(&found.stdout).matches("object path").count()
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

impl Drop for SecretService {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
