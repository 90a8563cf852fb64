//! A PostgreSQL server for one test: on a socket in a folder of its own, reachable by no network, gone at the end.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::TempDir;

/// Who owns everything in it. Whoever reaches the socket is let in.
pub(crate) const USER: &str = "eid";
/// What the server runs as where the tests run as root, since it refuses to be root.
const NOBODY: &str = "nobody";

pub(crate) struct Cluster {
    pub(crate) programs: PathBuf,
    pub(crate) folder: TempDir,
    pub(crate) server: Child,
}

impl Cluster {
    /// Makes one and waits until it takes calls.
    pub(crate) fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("pg").tempdir().expect("a folder");
        if geteuid().is_root() {
            run(Command::new("chown").arg(NOBODY).arg(folder.path()));
        }
        let data = folder.path().join("data");
        let mut init = as_nobody(&programs.join("initdb"));
        // What the folder is made of need not survive a crash; what the server writes later does.
        init.args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--username", USER, "--pgdata"]);
        run(init.arg(&data));
        let server = serve(&programs, folder.path());
        Self { programs, folder, server }
    }

    /// A new database in it, as a URL.
    pub(crate) fn database(&self, name: &str) -> String {
        let mut create = Command::new(self.programs.join("createdb"));
        run(create.arg("--host").arg(self.folder.path()).args(["--username", USER, name]));
        format!("postgres:///{name}?user={USER}&host={}", self.folder.path().display())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nothing in it is needed any more.
        let _ = kill_process(Pid::from_child(&self.server), Signal::QUIT);
        let _ = self.server.wait();
    }
}

/// Starts the server of a cluster, and waits until it takes calls.
pub(crate) fn serve(programs: &Path, folder: &Path) -> Child {
    let mut serve = as_nobody(&programs.join("postgres"));
    serve.arg("-D").arg(folder.join("data")).arg("-k").arg(folder);
    for setting in
        ["listen_addresses=", "fsync=on", "shared_buffers=32MB", "max_connections=200", "logging_collector=off"]
    {
        serve.args(["-c", setting]);
    }
    let mut server =
        serve.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("its program is there");
    let mut log = BufReader::new(server.stderr.take().expect("it is piped"));
    let mut said = String::new();
    while !said.contains("database system is ready to accept connections") {
        assert_ne!(log.read_line(&mut said).expect("it writes text"), 0, "the server has ended: {said}");
    }
    // Nobody reads the rest, and the server must not wait for that.
    thread::spawn(move || std::io::copy(&mut log.take(u64::MAX), &mut std::io::sink()));
    server
}

/// Where the programs are: Debian and its kin have a folder for each version, others have them with all programs.
fn programs() -> PathBuf {
    let folders = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = folders.map(|folder| folder.path().join("bin")).collect();
    folders.sort();
    folders.insert(0, PathBuf::from("/usr/bin"));
    let found =
        folders.into_iter().rfind(|folder| folder.join("postgres").is_file() && folder.join("initdb").is_file());
    found.expect(
        "PostgreSQL is not installed; please install it (Debian's package: postgresql), or run `cargo xtask setup`",
    )
}

fn as_nobody(program: &Path) -> Command {
    if !geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", NOBODY, "--regid", "nogroup", "--clear-groups", "--pdeathsig", "KILL"]).arg(program);
    // The folder that the tests run in may be closed to others.
    command.current_dir("/");
    command
}

/// Runs a program that has to succeed.
pub(crate) fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
