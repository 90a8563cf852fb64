//! `cargo xtask test` and `lint`: a list of stages, all of which run even when one fails, so that one
//! run tells everything there is to repair.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::command::{cargo, exists, program, run, show};
use crate::fuzz;
use crate::system::{self, Purpose};
use crate::ui;

/// Workspaces of their own.
const APART: [&str; 6] = [
    "benches/Cargo.toml",
    "benches/eid/Cargo.toml",
    "benches/lws/Cargo.toml",
    "benches/window/Cargo.toml",
    "crates/autheid/codegen/Cargo.toml",
    "fuzz/Cargo.toml",
];

/// Everything CI checks. The test runner comes last, so that the output ends with its summary.
pub(crate) fn test(fast: bool, fuzz_seconds: u32) -> Result<()> {
    let windowed = !fast && can_drive_the_window();
    system::install(if windowed { Purpose::WindowTests } else { Purpose::Tests })?;
    let mut stages = Stages::default();
    lints(&mut stages);
    stages.run("page: tests", ui::script("test"));
    if !fast {
        stages.run("documentation", documentation());
    }
    // One selection of packages and targets for this and the two after it: anything else would make
    // cargo choose other features and compile the dependencies again.
    let build = ["build", "--workspace", "--lib", "--bins", "--tests", "--examples"];
    if stages.run("build", cargo(build)) {
        if !fast {
            stages.run("documentation tests", cargo(["test", "--workspace", "--doc", "--quiet"]));
            stages.run_step("fuzz targets", || fuzz::run(fuzz_seconds, None));
        }
        stages.run_last("tests", tests(windowed));
    }
    stages.verdict()
}

/// Formatting and lints only.
pub(crate) fn lint() -> Result<()> {
    system::install(Purpose::Window)?;
    let mut stages = Stages::default();
    lints(&mut stages);
    stages.verdict()
}

/// Writes `ui/src/lib/bindings.ts` and `ui/src/lib/catalogue.ts`: the tests that compare them write them when told to.
pub(crate) fn bindings() -> Result<()> {
    system::install(Purpose::Window)?;
    ui::build()?;
    let mut command = cargo(["test", "--quiet", "-p", "idw-desktop", "-p", "idw-words", "bindings"]);
    command.env("IDW_WRITE_BINDINGS", "1");
    run(command)
}

fn lints(stages: &mut Stages) {
    stages.run("formatting", cargo(["fmt", "--all", "--check"]));
    for apart in APART {
        stages.run("formatting", cargo(["fmt", "--all", "--check", "--manifest-path", apart]));
    }
    // Workspaces of their own build with the versions that are locked for them, also after the product's have changed.
    for apart in APART {
        let mut metadata = cargo(["metadata", "--locked", "--format-version=1", "--manifest-path", apart]);
        metadata.stdout(std::process::Stdio::null());
        stages.run("locked versions", metadata);
    }
    // The window's crate embeds the built page, so the page comes before any compiling.
    stages.run_step("page: build", ui::build);
    stages.run("page: types", ui::script("check"));
    stages.run("page: lints", ui::script("lint"));
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    stages.run("lints", cargo(clippy));
}

fn documentation() -> Command {
    let mut command = cargo(["doc", "--workspace", "--no-deps", "--quiet"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// All tests.
fn tests(windowed: bool) -> Command {
    let runner = runner(windowed);
    if windowed { in_a_session(&runner) } else { runner }
}

/// The journeys through the real window alone.
pub(crate) fn window_tests() -> Command {
    let mut command = runner(true);
    if exists("cargo-nextest") {
        command.args(["-E", "package(idw-journeys) & test(/^window::/)"]);
    } else {
        command.args(["--", "window::"]);
    }
    in_a_session(&command)
}

/// Runs tests in a session of their own: a bus that starts nothing, and a display that no one else draws on.
fn in_a_session(runner: &Command) -> Command {
    let around = [
        "--config-file=tests/session-bus.conf",
        "--",
        "xvfb-run",
        "--auto-servernum",
        "--server-args=-screen 0 1440x1000x24 -nolisten tcp",
    ];
    let mut command = program("dbus-run-session", around);
    command.arg(runner.get_program()).args(runner.get_args());
    command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    command
}

/// nextest where it is installed, else cargo's own runner.
fn runner(windowed: bool) -> Command {
    if exists("cargo-nextest") {
        let mut command = cargo(["nextest", "run", "--workspace", "--no-fail-fast"]);
        if !windowed {
            command.args(["-E", "not (package(idw-journeys) & test(/^(window|browser)::/))"]);
        }
        return command;
    }
    let mut command = cargo(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]);
    if !windowed {
        command.args(["--", "--skip", "window::", "--skip", "browser::"]);
    }
    command
}

fn can_drive_the_window() -> bool {
    let can = cfg!(target_os = "linux");
    if !can {
        println!("This system's web view cannot be driven by a test; those journeys are left out.");
    }
    can
}

/// What has run, and what of it failed.
#[derive(Default)]
struct Stages {
    failed: Vec<String>,
}

impl Stages {
    fn run(&mut self, name: &str, command: Command) -> bool {
        println!("\n── {name}: {}", show(&command));
        self.finish(name, || run(command), true)
    }

    /// As `run`, but adds no line of its own after a success.
    fn run_last(&mut self, name: &str, command: Command) -> bool {
        println!("\n── {name}: {}", show(&command));
        self.finish(name, || run(command), false)
    }

    fn run_step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> bool {
        println!("\n── {name}");
        self.finish(name, step, true)
    }

    fn finish(&mut self, name: &str, step: impl FnOnce() -> Result<()>, say_so: bool) -> bool {
        let started = Instant::now();
        let outcome = step();
        let seconds = started.elapsed().as_secs_f64();
        match &outcome {
            Ok(()) if say_so => println!("✓ {name} ({seconds:.1} s)"),
            Ok(()) => {}
            Err(error) => {
                println!("✗ {name} ({seconds:.1} s): {error:#}");
                self.failed.push(format!("{name}: {error:#}"));
            }
        }
        outcome.is_ok()
    }

    fn verdict(self) -> Result<()> {
        if self.failed.is_empty() {
            return Ok(());
        }
        bail!(
            "{} failed:\n  {}",
            if self.failed.len() == 1 { "one stage".to_owned() } else { format!("{} stages", self.failed.len()) },
            self.failed.join("\n  ")
        )
    }
}
