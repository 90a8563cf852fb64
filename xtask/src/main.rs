//! The project's own commands: `cargo xtask demo | test | verify | soak | mutants | fuzz | lint | screens | setup | bench |
//! bindings | package | proto`.
//!
//! Everything here is glue around the ordinary tools (cargo, npm, the system's package manager), so
//! that a clean clone needs one command and CI needs no other.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool talks to its user on the standard streams"
)]

mod bench;
mod bench_eid;
mod bench_lws;
mod bench_window;
mod command;
mod demo;
mod figures;
mod fuzz;
mod mutants;
mod package;
mod proto;
mod screens;
mod setup;
mod soak;
mod stages;
mod system;
mod ui;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, tests and shows the identity wallet.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, then do the wallet's main job: an identity check and a KYC application, both on this machine.
    Demo {
        /// Do not open the window, even where there is a display.
        #[arg(long)]
        no_window: bool,
    },
    /// Everything CI checks: formatting, lints, documentation, the page, and all tests.
    Test {
        /// Leave out the documentation build, the fuzz targets and the journeys through the real window.
        #[arg(long)]
        fast: bool,
        /// How long each fuzz target runs: CI takes 38.
        #[arg(long, default_value_t = 5)]
        fuzz_seconds: u32,
    },
    /// Formatting and lints of the Rust code and of the page.
    Lint,
    /// Everything that takes too long for CI: the packages in a clean system, the mutants, then the soak.
    Verify {
        /// One of them alone.
        part: Option<verify::Part>,
        /// How the programs are built that are packaged.
        #[arg(long, default_value_t = package::Profile::Release)]
        profile: package::Profile,
    },
    /// Make the packages for Linux, and the list of the components in them (CycloneDX).
    Package {
        /// How the programs are built.
        #[arg(long, default_value_t = package::Profile::Release)]
        profile: package::Profile,
    },
    /// Bring known holes back, one at a time, and see the test that guards against them fail.
    Mutants,
    /// Kill, mutate and fill up vaults, thousands of times: the long form of the vault's tests.
    Soak,
    /// Give what reads bytes from outside bytes at random: header, record, document, backup, keystore, link, eid_json,
    /// eid_protobuf.
    Fuzz {
        /// How long each target runs.
        #[arg(long, default_value_t = fuzz::SECONDS)]
        seconds: u32,
        /// One target alone.
        target: Option<String>,
    },
    /// Take a picture of every screen and state of the window, and fail where something is cut off.
    Screens {
        /// The window's size, such as 800x600; without it several.
        #[arg(long)]
        size: Option<String>,
    },
    /// Install what building and testing need; nothing twice.
    Setup,
    /// Run the benchmarks and print their tables.
    Bench {
        /// `vault`, `lws`, `eid` or `window` for figures beside those of other programs, with the vault's then which of them, with
        /// the window's `--profile NAME`; or what to pass on to the other benchmarks, for instance a name to filter by.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Write the TypeScript types that the page shares with the Rust side.
    Bindings,
    /// Write the Rust code of `crates/autheid/proto/rp.proto` anew.
    Proto,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Demo { no_window } => demo::run(no_window),
        Task::Test { fast, fuzz_seconds } => stages::test(fast, fuzz_seconds),
        Task::Lint => stages::lint(),
        Task::Verify { part, profile } => verify::run(part, profile),
        Task::Package { profile } => package::run(profile),
        Task::Mutants => mutants::run(),
        Task::Soak => soak::run(),
        Task::Fuzz { seconds, target } => fuzz::run(seconds, target.as_deref()),
        Task::Screens { size } => screens::run_all(size.as_deref()),
        Task::Setup => setup::everything(),
        Task::Bench { arguments } if arguments == ["eid"] => bench_eid::run(),
        Task::Bench { arguments } if arguments == ["lws"] => bench_lws::run(),
        Task::Bench { arguments } if arguments.first().is_some_and(|first| first == "window") => {
            bench_window::run(&arguments[1..])
        }
        Task::Bench { arguments } => bench::run(&arguments),
        Task::Bindings => stages::bindings(),
        Task::Proto => proto::generate(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
