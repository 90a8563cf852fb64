//! `cargo xtask fuzz`: the targets in `fuzz/`, with libFuzzer and on the stable toolchain.
//!
//! `cargo fuzz` asks for a nightly one, for the address sanitizer. Our own code has none of what that finds; the coverage
//! counters that guide the search are the compiler's on every channel.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use crate::command::{self, cargo, output, program, root, target};
use crate::system::{self, Purpose};

/// How long each target runs by default.
pub(crate) const SECONDS: u32 = 60;

/// How many run beside each other.
const BESIDE: usize = 2;

/// What `cargo fuzz` gives the compiler, but for the sanitizer.
const COVERAGE: [&str; 6] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// A program in `fuzz/targets`.
struct Target {
    name: &'static str,
    /// The longest input that is tried, in bytes.
    max_len: usize,
    /// The most memory that it may take, in MiB.
    memory: usize,
}

const TARGETS: [Target; 8] = [
    Target { name: "document", max_len: 256, memory: 256 },
    Target { name: "backup", max_len: 16 * 1024, memory: 256 },
    Target { name: "header", max_len: 4096, memory: 256 },
    Target { name: "record", max_len: 4096, memory: 256 },
    Target { name: "keystore", max_len: 4096, memory: 256 },
    Target { name: "link", max_len: 4096, memory: 256 },
    Target { name: "eid_json", max_len: 4096, memory: 256 },
    Target { name: "eid_protobuf", max_len: 4096, memory: 256 },
];

/// Builds the targets and runs them, or the one named, for so many seconds each.
pub(crate) fn run(seconds: u32, only: Option<&str>) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("Fuzzing is set up for Linux only and is left out.");
        return Ok(());
    }
    let wanted: VecDeque<&Target> =
        TARGETS.iter().filter(|target| only.is_none_or(|name| target.name == name)).collect();
    if wanted.is_empty() {
        let known: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
        bail!("there is no such target; the targets are {}", known.join(", "));
    }
    system::install(Purpose::Tests)?;
    let here = Place::build()?;
    let mut seeds = program(here.programs.join("seeds"), [root(), here.corpora()]);
    seeds.env_remove("RUST_BACKTRACE");
    command::run(seeds)?;
    here.run_all(wanted, seconds)
}

/// Where the targets were built and keep what they found.
struct Place {
    folder: PathBuf,
    programs: PathBuf,
}

impl Place {
    fn build() -> Result<Self> {
        let folder = target().join("fuzz");
        let host = host()?;
        // With a target named, build scripts and macros are compiled without the flags.
        let mut build = cargo(["build", "--release", "--bins", "--manifest-path", "fuzz/Cargo.toml"]);
        build.args(["--target", &host]).arg("--target-dir").arg(&folder);
        build.env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}")).env_remove("RUSTFLAGS");
        command::run(build)?;
        Ok(Self { programs: folder.join(host).join("release"), folder })
    }

    fn corpora(&self) -> PathBuf {
        self.folder.join("corpus")
    }

    fn run_all(&self, wanted: VecDeque<&Target>, seconds: u32) -> Result<()> {
        let queue = Mutex::new(wanted);
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let failures = thread::scope(|scope| {
            let work = || {
                let mut failures = Vec::new();
                while let Some(target) = next() {
                    failures.extend(self.run_one(target, seconds).err().map(|error| format!("{error:#}")));
                }
                failures
            };
            let workers: Vec<_> = (0..BESIDE).map(|_| scope.spawn(work)).collect();
            workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap_or_else(|_| vec!["xtask itself panicked".to_owned()]))
                .collect::<Vec<_>>()
        });
        if failures.is_empty() { Ok(()) } else { Err(anyhow!(failures.join("\n"))) }
    }

    /// A target that fails leaves the bytes that made it fail, and says how to try them again.
    fn run_one(&self, target: &Target, seconds: u32) -> Result<()> {
        let name = target.name;
        let (found, log) = (self.folder.join("found").join(name), self.folder.join(format!("{name}.log")));
        fs::create_dir_all(&found).with_context(|| format!("making {}", found.display()))?;
        let mut command = self.command(target, seconds, &found);
        let out = File::create(&log).with_context(|| format!("writing {}", log.display()))?;
        command.stdout(out.try_clone()?).stderr(out);
        let outcome = command::run(command);
        let text = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
        let tries = text.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).map(str::trim);
        match (outcome, tries) {
            (Ok(()), Some(tries)) => {
                println!("{name}: {tries} tries in {seconds} s, no failure");
                Ok(())
            }
            (outcome, _) => {
                let lines: Vec<_> = text.lines().collect();
                let end = lines[lines.len().saturating_sub(60)..].join("\n");
                let error = outcome.err().unwrap_or_else(|| anyhow!("it did not say how much it tried"));
                Err(error.context(format!(
                    "{name} failed:\n{end}\nTo try the input again: {} {}/<file>",
                    self.programs.join(name).display(),
                    found.display()
                )))
            }
        }
    }

    fn command(&self, target: &Target, seconds: u32, found: &Path) -> Command {
        let Target { name, max_len, memory } = target;
        let mut command = program(self.programs.join(name), [self.corpora().join(name)]);
        // Inputs that once made it fail are tried first, and for ever.
        let once_failed = root().join("fuzz/once-failed").join(name);
        if once_failed.is_dir() {
            command.arg(once_failed);
        }
        let dictionary = root().join("fuzz").join(format!("{name}.dict"));
        if dictionary.is_file() {
            command.arg(format!("-dict={}", dictionary.display()));
        }
        command.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={max_len}"));
        command.arg(format!("-rss_limit_mb={memory}")).args(["-timeout=10", "-print_final_stats=1"]);
        command.arg(format!("-artifact_prefix={}/", found.display()));
        command
    }
}

/// The target triple of this machine, as the compiler calls it.
fn host() -> Result<String> {
    let version = output(program("rustc", ["-vV"])).context("rustc could not be asked for its host")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc did not name its host")?;
    Ok(host.to_owned())
}
