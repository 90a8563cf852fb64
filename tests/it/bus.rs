//! A session bus of a test's own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use idw_journeys::repository;

/// A session bus that starts no services of the machine's desktop; it ends when this is dropped.
pub(super) struct Bus {
    daemon: Child,
    pub(super) address: String,
}

impl Bus {
    pub(super) fn start() -> Self {
        let config = repository().join("tests/session-bus.conf");
        let mut daemon = spawn(
            Command::new("dbus-daemon")
                .arg(format!("--config-file={}", config.display()))
                .args(["--nofork", "--print-address=1"])
                .stdout(Stdio::piped()),
        );
        let mut address = String::new();
        let stdout = daemon.stdout.take().expect("its output is a pipe");
        BufReader::new(stdout).read_line(&mut address).expect("the bus tells its address");
        assert!(!address.trim().is_empty(), "the bus did not start");
        Self { daemon, address: address.trim().to_owned() }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Starts a daemon.
pub(super) fn spawn(command: &mut Command) -> Child {
    let name = Path::new(command.get_program()).display().to_string();
    let logged = command.stderr(Stdio::null()).spawn();
    logged.unwrap_or_else(|error| panic!("{name} does not start ({error}); install it, as the README says"))
}
