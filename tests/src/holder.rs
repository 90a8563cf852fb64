//! A real `idw serve`.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::Home;

/// How long it may take to do what a signal tells it to.
const PATIENCE: Duration = Duration::from_secs(30);

/// Killed when dropped.
pub struct Holder {
    process: Child,
    socket: PathBuf,
    eid: Option<String>,
}

impl Holder {
    /// Starts one on the home's vault, with these further arguments, and waits until it is ready.
    pub fn start(home: &Home, arguments: &[&str]) -> Self {
        let mut command = home.command();
        command.args(["serve", "--json"]).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("idw serve starts");
        let stdout = process.stdout.take().expect("its output is a pipe");
        // From here on the process is stopped even when the test ends with a panic.
        let mut holder = Self { process, socket: PathBuf::new(), eid: None };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("it prints a line when it is ready");
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("idw serve said {line:?}"));
        assert_eq!(ready["ready"], true, "{ready}");
        holder.socket = PathBuf::from(ready["socket"].as_str().expect("where it listens"));
        holder.eid = ready["eid"].as_str().and_then(|url| url.strip_prefix("http://")).map(str::to_owned);
        holder
    }

    /// The number of the process.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Where it listens.
    pub fn socket(&self) -> &PathBuf {
        &self.socket
    }

    /// The address and port where parties of Auth eID call.
    pub fn eid(&self) -> &str {
        self.eid.as_deref().expect("it was started with --eid")
    }

    /// Tells it to lock, and waits until it has.
    pub fn lock(&self, home: &Home) {
        self.signal("USR1");
        wait_until("it is locked", || home.run(["requests", "list"]).code == 3);
    }

    /// Tells it to unlock, and waits until it has.
    pub fn unlock(&self, home: &Home) {
        self.signal("USR2");
        wait_until("it is unlocked", || home.run(["requests", "list"]).code == 0);
    }

    /// Sends it a signal, by its name without "SIG".
    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = Command::new("sh").args(["-c", "kill -$0 $1", name, &pid]).status().expect("a shell starts");
        assert!(sent.success(), "SIG{name} could not be sent");
    }

    /// Tells it to end, and gives its exit code.
    pub fn end(mut self) -> i32 {
        self.signal("TERM");
        self.process.wait().expect("it ends").code().unwrap_or(-1)
    }

    /// Kills it as a power cut would.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it is gone");
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < PATIENCE, "waited too long until {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
