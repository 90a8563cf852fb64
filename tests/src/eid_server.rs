//! A real `idw-autheid`, with a folder of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::{Caller, built};

/// How long anything may take that is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Killed when dropped.
#[derive(Debug)]
pub struct EidServer {
    data: TempDir,
    options: Vec<String>,
    process: Option<Child>,
    address: String,
}

impl EidServer {
    /// Starts one, with these further arguments, and waits until it is ready.
    pub fn start(options: &[&str]) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        let mut server = Self { data, options, process: None, address: "127.0.0.1:0".to_owned() };
        server.run();
        server
    }

    /// Starts it where it was before, and waits until it is ready.
    pub fn run(&mut self) {
        let mut command = Command::new(built("idw-autheid"));
        command.args(["--json", "serve", "--listen", &self.address, "--data"]).arg(self.data.path());
        command.args(&self.options).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("idw-autheid starts");
        let stdout = process.stdout.take().expect("its output is a pipe");
        self.process = Some(process);
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("it prints a line when it is ready");
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("idw-autheid said {line:?}"));
        ready["address"].as_str().expect("where it listens").clone_into(&mut self.address);
    }

    /// Kills it, as a power cut would.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Where wallets connect.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// What a command of the operator answers.
    pub fn operate(&self, words: &[&str]) -> Value {
        let output =
            Command::new(built("idw-autheid")).arg("--json").args(words).arg("--data").arg(self.data.path()).output();
        let output = output.expect("idw-autheid starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {said}");
        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// Registers an RP, and gives what calls as it.
    pub fn rp(&self, name: &str, options: &[&str]) -> Caller {
        let added = self.operate(&[&["rp", "add", name], options].concat());
        Caller { address: self.address.clone(), key: added["key"].as_str().expect("a key").to_owned() }
    }

    /// A code for a wallet of this email.
    pub fn invite(&self, email: &str) -> String {
        self.operate(&["user", "invite", email])["code"].as_str().expect("a code").to_owned()
    }
}

impl Drop for EidServer {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Waits until something is so.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "{what}: it did not come about");
        thread::sleep(Duration::from_millis(20));
    }
}
