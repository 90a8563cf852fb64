//! What is left to a worker that a document has taken over. A process of these tests restricts itself as the worker does
//! and tries one thing: without restrictions it can, with them it is killed.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::{env, panic, thread};

use idw_documents::worker::restrict::{Restrictions, restrict_this_process};
use nix::sys::ptrace;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{close, getppid};
use rustix::fs::MemfdFlags;
use rustix::io::FdFlags;
use rustix::process::{Resource, Rlimit, setrlimit};

use crate::corpus::jpeg;
use crate::worker::PROGRAM;

const RESTRICTIONS: &str = "IDW_DOCUMENTS_TEST_RESTRICTIONS";
const ATTEMPT: &str = "IDW_DOCUMENTS_TEST_ATTEMPT";
const FILE: &str = "IDW_DOCUMENTS_TEST_FILE";
/// How many threads begin just before the restrictions.
const THREADS: &str = "IDW_DOCUMENTS_TEST_THREADS";
const MEMORY_BYTES: u64 = 240 * 1024 * 1024;
const CPU_SECONDS: u64 = 100;

struct Attempt {
    what: &'static str,
    /// Tries it, with a file that is there.
    make: fn(&str) -> io::Result<()>,
    /// The least that keeps a worker from it.
    refused_by: Restrictions,
}

const fn attempt(what: &'static str, make: fn(&str) -> io::Result<()>, refused_by: Restrictions) -> Attempt {
    Attempt { what, make, refused_by }
}

const ATTEMPTS: &[Attempt] = {
    use Restrictions::{All, Limits, LimitsAndLandlock};
    &[
        attempt("open a file", |file| File::open(file).map(drop), Limits),
        attempt("open a file in the place of the input", |file| without_input(|| File::open(file).map(drop)), Limits),
        attempt("open a socket in the place of the input", |_| without_input(open_a_socket), Limits),
        attempt("make a file", |file| File::create(beside(file)).map(drop), Limits),
        attempt("list a folder", |_| fs::read_dir("/").map(drop), Limits),
        attempt("open its own memory", |_| File::options().write(true).open("/proc/self/mem").map(drop), Limits),
        attempt("open a socket", |_| open_a_socket(), Limits),
        attempt("connect", |_| connect(), Limits),
        attempt("open a local socket", |_| UnixStream::pair().map(drop), Limits),
        attempt("open a pipe", |_| io::pipe().map(drop), Limits),
        attempt("copy a descriptor", |_| Ok(rustix::io::dup(io::stdin()).map(drop)?), Limits),
        attempt("make a file in memory", |_| Ok(rustix::fs::memfd_create("x", MemfdFlags::CLOEXEC).map(drop)?), Limits),
        attempt("rename a file", |file| fs::rename(file, beside(file)), LimitsAndLandlock),
        attempt("remove a file", |file| fs::remove_file(file), LimitsAndLandlock),
        attempt("make a folder", |file| fs::create_dir(beside(file)), LimitsAndLandlock),
        attempt("make a link", |file| std::os::unix::fs::symlink(file, beside(file)), LimitsAndLandlock),
        attempt("start a program", |_| start_a_program(), LimitsAndLandlock),
        attempt("become another program", |_| Err(Command::new("/bin/echo").arg("done").exec()), LimitsAndLandlock),
        attempt("trace the parent", |_| Ok(ptrace::seize(getppid(), ptrace::Options::empty())?), LimitsAndLandlock),
        attempt("signal the parent", |_| Ok(kill(getppid(), Signal::SIGCONT)?), All),
        attempt("look at a file", |file| fs::metadata(file).map(drop), All),
        attempt("change who may read a file", |file| fs::set_permissions(file, Permissions::from_mode(0o600)), All),
        attempt("start a thread", |_| thread::Builder::new().spawn(|| ()).map(drop), All),
        // The administrator may, where nothing but limits holds.
        attempt("raise a limit", |_| raise_a_limit(), All),
    ]
};

/// What the worker must be able to do: a fault of a library that reads documents is caught.
const PANIC: Attempt = attempt("panic and go on", |_| panic_and_go_on(), Restrictions::All);

fn panic_and_go_on() -> io::Result<()> {
    panic::set_hook(Box::new(|_| {}));
    let caught = panic::catch_unwind(|| panic!("a document that nobody expected"));
    if caught.is_err() { Ok(()) } else { Err(io::Error::other("there was no panic")) }
}

fn beside(file: &str) -> String {
    format!("{file}.made")
}

fn without_input(then: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    close(0)?;
    then()
}

fn open_a_socket() -> io::Result<()> {
    UdpSocket::bind("127.0.0.1:0").map(drop)
}

fn connect() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    TcpStream::connect(listener.local_addr()?).map(drop)
}

fn start_a_program() -> io::Result<()> {
    let ended = Command::new("/bin/true").stdin(Stdio::inherit()).status()?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("it did not run")) }
}

fn raise_a_limit() -> io::Result<()> {
    Ok(setrlimit(Resource::Nofile, Rlimit { current: Some(64), maximum: Some(64) })?)
}

/// What came of an attempt.
#[derive(Debug)]
struct Outcome {
    status: ExitStatus,
    told: String,
}

impl Outcome {
    fn is_killed_by_the_filter(&self) -> bool {
        self.status.signal() == Some(Signal::SIGSYS as i32)
    }

    fn is_refused(&self) -> bool {
        self.status.success() && self.told.contains("refused: ")
    }

    fn is_done(&self) -> bool {
        self.status.success() && self.told.lines().any(|line| line == "done")
    }
}

fn try_in_a_process(what: &str, restrictions: &str) -> Outcome {
    try_beside_threads(what, restrictions, 0)
}

fn try_beside_threads(what: &str, restrictions: &str, threads: u32) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"nobody's business").unwrap();
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "attempts::entry", "--include-ignored", "--nocapture"])
        .env(RESTRICTIONS, restrictions)
        .env(ATTEMPT, what)
        .env(FILE, &file)
        .env(THREADS, threads.to_string())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Outcome { status: output.status, told: String::from_utf8_lossy(&output.stdout).into_owned() }
}

#[test]
#[ignore = "run by other tests as a process of its own"]
fn entry() {
    let (Ok(restrictions), Ok(what), Ok(file)) = (env::var(RESTRICTIONS), env::var(ATTEMPT), env::var(FILE)) else {
        return;
    };
    let restrictions = match restrictions.as_str() {
        "none" => None,
        "limits" => Some(Restrictions::Limits),
        "limits and landlock" => Some(Restrictions::LimitsAndLandlock),
        "all" => Some(Restrictions::All),
        other => panic!("{other}"),
    };
    let attempt = ATTEMPTS.iter().find(|attempt| attempt.what == what);
    let attempt = attempt.or((what == PANIC.what).then_some(&PANIC));
    let threads: u32 = env::var(THREADS).unwrap().parse().unwrap();
    for number in 0..threads {
        thread::Builder::new().name(format!("begins late {number}")).spawn(thread::park).unwrap();
    }
    if let Some(restrictions) = restrictions {
        restrict_this_process(MEMORY_BYTES, CPU_SECONDS, restrictions).unwrap();
    }
    let answer = match attempt.map_or(Ok(()), |attempt| (attempt.make)(&file)) {
        Ok(()) => "\ndone\n".to_owned(),
        Err(error) => format!("\nrefused: {error}\n"),
    };
    io::stdout().write_all(answer.as_bytes()).unwrap();
    std::process::exit(0);
}

#[test]
fn a_restricted_process_still_answers() {
    for restrictions in ["none", "limits", "limits and landlock", "all"] {
        for what in ["nothing", PANIC.what] {
            let outcome = try_in_a_process(what, restrictions);
            assert!(outcome.is_done(), "{what} with {restrictions}: {outcome:?}");
        }
    }
}

/// The window's libraries start a thread before `main`. On a busy machine it first runs when the restrictions are there.
#[test]
fn threads_that_begin_while_the_restrictions_are_set_do_no_harm() {
    for _ in 0..20 {
        let outcome = try_beside_threads("nothing", "all", 16);
        assert!(outcome.is_done(), "{outcome:?}");
    }
}

/// Else the other tests here would show nothing.
#[test]
fn without_restrictions_everything_works() {
    // Tracing one's parent takes rights that not everybody has.
    for attempt in ATTEMPTS.iter().filter(|attempt| attempt.what != "trace the parent") {
        let outcome = try_in_a_process(attempt.what, "none");
        assert!(outcome.is_done(), "{}: {outcome:?}", attempt.what);
    }
}

#[test]
fn a_worker_that_was_taken_over_is_killed_when_it_tries_anything() {
    for attempt in ATTEMPTS {
        let outcome = try_in_a_process(attempt.what, "all");
        assert!(outcome.is_killed_by_the_filter(), "{}: {outcome:?}", attempt.what);
    }
}

/// As in a container that forbids filters of system calls.
#[test]
fn without_a_filter_no_file_is_opened_or_changed() {
    for attempt in ATTEMPTS.iter().filter(|attempt| attempt.refused_by != Restrictions::All) {
        let outcome = try_in_a_process(attempt.what, "limits and landlock");
        assert!(outcome.is_refused(), "{}: {outcome:?}", attempt.what);
    }
}

/// As with a kernel that has neither Landlock nor filters.
#[test]
fn with_limits_alone_nothing_is_opened() {
    for attempt in ATTEMPTS.iter().filter(|attempt| attempt.refused_by == Restrictions::Limits) {
        let outcome = try_in_a_process(attempt.what, "limits");
        assert!(outcome.is_refused(), "{}: {outcome:?}", attempt.what);
    }
}

/// The worker itself, while it waits for the rest of a document.
#[test]
fn the_worker_has_all_restrictions_and_nothing_inherited() {
    let filters = fs::exists("/proc/sys/kernel/seccomp/actions_avail").unwrap();
    assert!(filters, "this test needs a kernel with filters of system calls (seccomp)");
    let folder = tempfile::tempdir().unwrap();
    let given_on = File::create(folder.path().join("given on")).unwrap();
    rustix::io::fcntl_setfd(&given_on, FdFlags::empty()).unwrap();
    let mut worker = Running::start();
    let status = worker.wait_for_restrictions();
    for line in ["NoNewPrivs:\t1", "Seccomp:\t2"] {
        assert!(status.lines().any(|found| found == line), "{line} is not in {status}");
    }
    let limits = worker.read("limits");
    let files = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    assert_eq!(files.split_whitespace().nth(3), Some("0"), "{files}");
    let open = fs::read_dir(worker.path("fd")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut open: Vec<_> = open.collect();
    open.sort();
    assert_eq!(open, ["0", "1", "2"]);
    drop(given_on);
}

struct Running(Child);

impl Running {
    fn start() -> Self {
        let mut child = Command::new(PROGRAM)
            .args(["--document-worker", &MEMORY_BYTES.to_string(), &CPU_SECONDS.to_string()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let task = br#""inspect""#;
        let input = child.stdin.as_mut().unwrap();
        input.write_all(&u32::try_from(task.len()).unwrap().to_le_bytes()).unwrap();
        input.write_all(task).unwrap();
        input.write_all(&jpeg::plain(8, 8)[..20]).unwrap();
        Self(child)
    }

    fn path(&self, name: &str) -> String {
        format!("/proc/{}/{name}", self.0.id())
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// What the kernel says about it once the last restriction is there. It waits for its input then.
    fn wait_for_restrictions(&mut self) -> String {
        loop {
            let status = self.read("status");
            if status.contains("Seccomp:\t2") {
                return status;
            }
            assert!(self.0.try_wait().unwrap().is_none(), "the worker has ended: {status}");
            thread::yield_now();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}
